"""Use cases around the papers of issued receipts: copies, files, envelopes, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.pdf_marks import MarkKind, PaperMark, marked
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.paper_people import LeftOut, LeftOutReason
from coopdesk.domain.receipt_output import OutputOrder, OutputShape
from coopdesk.domain.receipt_snapshots import commitment, format_of, snapshot_from_json
from coopdesk.exchange.file_content import read_content
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_output import ReceiptFiles, ReceiptOutput
from coopdesk.services.receipt_proofs import Prover
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.receipt_proofs import Verification
    from coopdesk.domain.receipts import ReceiptSnapshot
    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units, Work

# The first format whose papers bear a digest.
_WITH_DIGEST = 2


class ReceiptPaperService:
    """Copy, write out and prove the papers of receipts; what is stored never changes."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def duplicate(self, receipt_id: int) -> bytes:
        """Return the paper that was issued, marked DUPLICATA; ANNULÉ once it was voided.

        It begins with the very bytes that were issued (legal_fr RF-20).

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        with self._units.read() as work:
            (kept,) = work.receipt_papers.kept([receipt_id])
            paper = work.receipts.pdf(receipt_id)
        mark = _void_mark(kept) or PaperMark(MarkKind.DUPLICATE, self._today())
        return marked(paper, mark)

    def copy(self, receipt_id: int) -> bytes:
        """Return the paper as it was issued; marked ANNULÉ once it was voided.

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        with self._units.read() as work:
            (kept,) = work.receipt_papers.kept([receipt_id])
            return _copy(work, kept)

    def write_one(self, receipt_id: int, path: Path, *, duplicate: bool = False) -> Path:
        """Write the paper of one receipt, as ``duplicate`` or as ``copy`` returns it.

        Raises:
            NotFoundError: ``receipt.missing``. ExternalError: the disk is in the way.
        """
        paper = self.duplicate if duplicate else self.copy
        return save(path, paper(receipt_id))

    def write_year(
        self,
        year: int,
        folder: Path,
        output: ReceiptOutput | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> ReceiptFiles:
        """Write the receipts of a year; as ``write``.

        Raises:
            RuleError: ``receipt.none_issued``; or as ``write``.
        """
        with self._units.read() as work:
            ids = work.receipt_papers.ids_of_year(year)
        if not ids:
            raise RuleError("receipt.none_issued", year=year)
        return self.write(ids, folder, output or ReceiptOutput(), progress)

    def write(
        self,
        receipt_ids: Sequence[int],
        folder: Path,
        output: ReceiptOutput,
        progress: Progress = NO_PROGRESS,
    ) -> ReceiptFiles:
        """Write receipts into a folder; whole files only, the same names when repeated.

        A voided receipt is written alone only, marked ANNULÉ: no envelope takes it.

        Raises:
            RuleError: ``receipt.nothing_to_print``.
            ExternalError: the disk or the folder is in the way.
        """
        with self._units.read() as work:
            kept = work.receipt_papers.kept(list(dict.fromkeys(receipt_ids)))
        if not kept:
            raise RuleError("receipt.nothing_to_print")
        kept.sort(key=_ORDERS[output.order])
        if output.shape is OutputShape.SEPARATE or len(kept) == 1:
            return self._separate(kept, folder, progress)
        living, left_out = _living(kept)
        path = self._together(living, folder / _joint_name(living), progress)
        ids = tuple(each.id for each in living)
        return ReceiptFiles(paths=(path,), written=ids, left_out=left_out)

    def verify(self, path: Path, progress: Progress = NO_PROGRESS) -> Verification:
        """Say what a file that claims to be a receipt of ours is, with this database alone.

        Raises:
            RuleError: the file is empty or too large, or a folder. ExternalError: it cannot
            be read.
        """
        return self.proven(read_content(path).data, progress)

    def proven(self, content: bytes, progress: Progress = NO_PROGRESS) -> Verification:
        """Say what the content of a file is; as ``verify``."""
        with self._units.read() as work:
            return Prover(work, progress).verification(content)

    def _separate(
        self, kept: Sequence[KeptReceipt], folder: Path, progress: Progress
    ) -> ReceiptFiles:
        paths = []
        for done, each in enumerate(kept):
            progress.advance(done, len(kept))
            with self._units.read() as work:
                paper = _copy(work, each)
            paths.append(save(folder / _file_name(each), paper))
        progress.advance(len(kept), len(kept))
        return ReceiptFiles(paths=tuple(paths), written=tuple(each.id for each in kept))

    def _together(self, kept: Sequence[KeptReceipt], path: Path, progress: Progress) -> Path:
        snapshots = [snapshot_from_json(each.snapshot) for each in kept]
        digests = [_digest(each) for each in kept]
        printer = self._printer(snapshots)
        return save(path, printer.merged(snapshots, progress.advance, digests))

    def _printer(self, snapshots: Sequence[ReceiptSnapshot]) -> ReceiptPrinter:
        names = {x.logo_sha256 for x in snapshots} | {x.signature_sha256 for x in snapshots}
        with self._units.read() as work:
            images = {name: work.association.image(name) for name in names if name}
        return ReceiptPrinter({name: image for name, image in images.items() if image})


def _copy(work: Work, kept: KeptReceipt) -> bytes:
    paper = work.receipts.pdf(kept.id)
    mark = _void_mark(kept)
    return marked(paper, mark) if mark else paper


def _void_mark(kept: KeptReceipt) -> PaperMark | None:
    if kept.voided_on is None:
        return None
    note = f"remplacé par le reçu n°\u00a0{kept.replaced_by}" if kept.replaced_by else ""
    return PaperMark(MarkKind.VOIDED, kept.voided_on, note)


def _digest(kept: KeptReceipt) -> str:
    """Return the digest that the paper of a receipt bears, empty for old ones."""
    if format_of(kept.snapshot) < _WITH_DIGEST:
        return ""
    return commitment(kept.salt, kept.snapshot)


def _living(kept: Sequence[KeptReceipt]) -> tuple[list[KeptReceipt], tuple[LeftOut, ...]]:
    """Return the receipts that count, and the others.

    Raises:
        RuleError: ``receipt.nothing_to_print``; all of them were voided.
    """
    living = [each for each in kept if each.voided_on is None]
    if not living:
        raise RuleError("receipt.nothing_to_print")
    voided = (each for each in kept if each.voided_on is not None)
    return living, tuple(_left_out(each, LeftOutReason.VOIDED) for each in voided)


def _left_out(kept: KeptReceipt, reason: LeftOutReason) -> LeftOut:
    return LeftOut(kept.donor_id, f"{kept.number_text} {kept.donor_name}", reason)


def _file_name(kept: KeptReceipt) -> str:
    name = snapshot_from_json(kept.snapshot).file_name
    return name.removesuffix(".pdf") + "-annule.pdf" if kept.voided_on else name


def _joint_name(kept: Sequence[KeptReceipt]) -> str:
    numbers = sorted((each.year, each.number, each.number_text) for each in kept)
    return f"recus-{numbers[0][2]}-a-{numbers[-1][2]}.pdf"


def _by_number(kept: KeptReceipt) -> tuple[int, int]:
    return kept.year, kept.number


def _by_postal_code(kept: KeptReceipt) -> tuple[str, str, int, int]:
    return kept.donor_postal_code, kept.donor_sort_key, kept.year, kept.number


def _by_donor(kept: KeptReceipt) -> tuple[str, int, int]:
    return kept.donor_sort_key, kept.year, kept.number


_ORDERS: dict[OutputOrder, Callable[[KeptReceipt], tuple[object, ...]]] = {
    OutputOrder.NUMBER: _by_number,
    OutputOrder.POSTAL_CODE: _by_postal_code,
    OutputOrder.DONOR: _by_donor,
}
