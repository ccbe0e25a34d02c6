"""Use cases around the papers of issued receipts: copies, files, envelopes, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.pdf_marks import MarkKind, PaperMark, marked
from coopdesk.domain.errors import RuleError
from coopdesk.exchange.file_content import read_content
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_output import ReceiptFiles, ReceiptOutput
from coopdesk.services.receipt_proofs import Prover
from coopdesk.services.receipt_writing import ReceiptWriter, paper_copy, void_mark
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.receipt_proofs import Verification
    from coopdesk.storage.unit_of_work import Units


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
        mark = void_mark(kept) or PaperMark(MarkKind.DUPLICATE, self._today())
        return marked(paper, mark)

    def copy(self, receipt_id: int) -> bytes:
        """Return the paper as it was issued; marked ANNULÉ once it was voided.

        Raises:
            NotFoundError: ``receipt.missing``.
        """
        with self._units.read() as work:
            (kept,) = work.receipt_papers.kept([receipt_id])
            return paper_copy(work, kept)

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

        A voided receipt is written alone only, marked ANNULÉ: no envelope takes it. Letters
        and e-mails are noted in the time-lines once the files are there. Copies that are read
        on a screen bear the signature: separate files and what goes with e-mails.

        Raises:
            RuleError: ``receipt.nothing_to_print``, ``letter.no_such_text``,
                ``email.no_sender``, ``paper.unprintable_character``, ``signature.…``.
            ExternalError: the disk or the folder is in the way, or
                ``signature.extra_missing``.
        """
        with self._units.read() as work:
            kept = work.receipt_papers.kept(list(dict.fromkeys(receipt_ids)))
        if not kept:
            raise RuleError("receipt.nothing_to_print")
        return ReceiptWriter(self._units, self._today(), output).write(kept, folder, progress)

    def verify(self, path: Path, progress: Progress = NO_PROGRESS) -> Verification:
        """Say what a file that claims to be a receipt of ours is, with this database alone.

        Raises:
            RuleError: the file is empty or too large, or a folder. ExternalError: it cannot
            be read.
        """
        return self.proven(read_content(path).data, progress)

    def verify_code(self, text: str) -> Verification:
        """Say what the text of the QR code of a paper proves; the rest is read by eye.

        Raises:
            RuleError: ``receipt.no_seal``; it is no code of a receipt.
        """
        return Prover(self._units).seal(text)

    def proven(self, content: bytes, progress: Progress = NO_PROGRESS) -> Verification:
        """Say what the content of a file is; as ``verify``."""
        return Prover(self._units, progress).verification(content)
