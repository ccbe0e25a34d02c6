"""Writes issued receipts into a folder: files each, one file, or by post and e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from typing_extensions import override

from coopdesk.documents.letters_pdf import LettersBefore
from coopdesk.documents.pdf_marks import MarkKind, PaperMark, marked
from coopdesk.documents.pdf_signatures import PaperSigner
from coopdesk.documents.receipt_pdf import ReceiptPrinter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.paper_people import LeftOut, LeftOutReason
from coopdesk.domain.receipt_output import OutputOrder, OutputShape
from coopdesk.domain.receipt_snapshots import commitment, format_of, snapshot_from_json
from coopdesk.domain.receipts import ReceiptSnapshot
from coopdesk.exchange.eml import Attachment, Mailbox
from coopdesk.exchange.file_content import read_content
from coopdesk.services.email_drafts import DraftMaker, save_drafts
from coopdesk.services.paper_runs import Stage
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_letters import (
    ReceiptLetters,
    grouped,
    note_covers,
    postal_lines,
)
from coopdesk.services.receipt_output import ReceiptFiles, ReceiptOutput
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units, Work

_POSTED = "recus-a-poster.pdf"
_UNREACHED = "recus-sans-adresse.txt"

# The first format whose papers bear a digest.
_WITH_DIGEST = 2


class ReceiptWriter:
    """Writes receipts as one order asks."""

    def __init__(self, units: Units, today: dt.date, output: ReceiptOutput) -> None:
        self._units = units
        self._today = today
        self._output = output
        self._signer = _signer(output, today)

    def write(self, kept: list[KeptReceipt], folder: Path, progress: Progress) -> ReceiptFiles:
        """Write receipts; as ``ReceiptPaperService.write``."""
        output = self._output
        by_way = output.shape is OutputShape.BY_WAY
        kept.sort(key=_ORDERS[OutputOrder.POSTAL_CODE if by_way else output.order])
        if by_way:
            return self._by_way(kept, folder, progress)
        if output.letters:
            return self._with_letters(kept, folder, progress)
        if output.shape is OutputShape.SEPARATE or len(kept) == 1:
            return self._separate(kept, folder, progress)
        living, left_out = _living(kept)
        path = self._together(living, folder / _joint_name(living), progress)
        return ReceiptFiles(paths=(path,), written=_ids(living), left_out=left_out)

    def _separate(
        self,
        kept: Sequence[KeptReceipt],
        folder: Path,
        progress: Progress,
    ) -> ReceiptFiles:
        paths = []
        for done, each in enumerate(kept):
            progress.advance(done, len(kept))
            paths.append(save(folder / _file_name(each), self._own(each)))
        progress.advance(len(kept), len(kept))
        return ReceiptFiles(paths=tuple(paths), written=_ids(kept))

    def _own(self, kept: KeptReceipt) -> bytes:
        with self._units.read() as work:
            paper = paper_copy(work, kept)
        return self._signer.signed(paper) if self._signer is not None else paper

    def _with_letters(
        self,
        kept: Sequence[KeptReceipt],
        folder: Path,
        progress: Progress,
    ) -> ReceiptFiles:
        """Write letters with the receipts behind them: one file, or one for each donor."""
        living, left_out = _living(kept)
        letters = ReceiptLetters(self._units, living, self._output.text)
        living = [each for own in letters.by_donor.values() for each in own]
        if self._output.shape is OutputShape.ONE_FILE:
            path = folder / _joint_name(living)
            paths = [self._together(living, path, progress, letters)]
        else:
            paths = []
            for done, own in enumerate(letters.by_donor.values()):
                progress.advance(done, len(letters.by_donor))
                path = folder / _file_name(own[0])
                paths.append(self._together(own, path, NO_PROGRESS, letters))
        note_covers(self._units, self._today, letters, living)
        return ReceiptFiles(paths=tuple(paths), written=_ids(living), left_out=left_out)

    def _by_way(
        self,
        kept: Sequence[KeptReceipt],
        folder: Path,
        progress: Progress,
    ) -> ReceiptFiles:
        """Write drafts to those with an e-mail, and one file for the post, by postcode."""
        living, left_out = _living(kept)
        letters = ReceiptLetters(self._units, living, self._output.text)
        emails_of = {donor_id: letters.email(donor_id) for donor_id in letters}
        mailed = [each for each in living if emails_of[each.donor_id]]
        others = [each for each in living if not emails_of[each.donor_id]]
        # The receipts of a donor behind one letter, even where the address changed between.
        reached = grouped([each for each in others if postal_lines(each)])
        posted = [each for own in reached.values() for each in own]
        unreached = [each for each in others if not postal_lines(each)]
        maker = DraftMaker(letters.house, self._units.now().astimezone()) if mailed else None
        paths: list[Path] = []
        emails: tuple[Path, ...] = ()
        listing = None
        if posted:
            before = letters if self._output.letters else None
            paths.append(
                self._together(posted, folder / _POSTED, Stage(progress, 0, 40), before)
            )
        if maker is not None:
            groups = grouped(mailed)
            drafts = self._drafts(letters, groups, maker)
            emails = save_drafts(folder, drafts, len(groups), Stage(progress, 40, 100))
        if unreached:
            lines = (f"{each.number_text} {each.donor_name}" for each in unreached)
            listing = save(folder / _UNREACHED, "\n".join((*lines, "")).encode())
        noted = posted if self._output.letters else []
        note_covers(self._units, self._today, letters, noted, mailed)
        return ReceiptFiles(
            tuple(paths),
            emails,
            _ids((*posted, *mailed)),
            _ids(posted),
            _ids(mailed),
            (*left_out, *(_left_out(each, LeftOutReason.NO_WAY) for each in unreached)),
            listing,
        )

    def _drafts(
        self,
        letters: ReceiptLetters,
        groups: Mapping[int, Sequence[KeptReceipt]],
        maker: DraftMaker,
    ) -> Iterator[tuple[str, bytes]]:
        """Yield a draft for each donor, with all receipts of the donor."""
        for donor_id, own in groups.items():
            papers = (Attachment(_file_name(each), self._own(each)) for each in own)
            to = Mailbox(own[0].donor_name, letters.email(donor_id))
            draft = maker.draft(to, letters.text(donor_id), tuple(papers))
            yield _file_name(own[0]).removesuffix("pdf") + "eml", draft

    def _together(
        self,
        kept: Sequence[KeptReceipt],
        path: Path,
        progress: Progress | Stage,
        letters: ReceiptLetters | None = None,
    ) -> Path:
        snapshots = _Snapshots(kept)
        digests = [_digest(each) for each in kept]
        before = None
        if letters is not None:
            before = LettersBefore(letters.house, self._today, letters.in_front(kept))
        printer = self._printer(snapshots)
        pdf = printer.merged(snapshots, progress.advance, digests, before=before)
        return save(path, pdf)

    def _printer(self, snapshots: Sequence[ReceiptSnapshot]) -> ReceiptPrinter:
        names = {name for x in snapshots for name in (x.logo_sha256, x.signature_sha256)}
        with self._units.read() as work:
            images = {name: work.association.image(name) for name in names if name}
        return ReceiptPrinter({name: image for name, image in images.items() if image})


class _Snapshots(Sequence[ReceiptSnapshot]):
    """What receipts say, read when it is asked for: thousands take little memory in turn."""

    def __init__(self, kept: Sequence[KeptReceipt]) -> None:
        self._kept = kept

    @override
    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> ReceiptSnapshot: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[ReceiptSnapshot]: ...

    @override
    def __getitem__(self, index: int | slice) -> ReceiptSnapshot | Sequence[ReceiptSnapshot]:
        if isinstance(index, slice):
            return _Snapshots(self._kept[index])
        return snapshot_from_json(self._kept[index].snapshot)


def _signer(output: ReceiptOutput, today: dt.date) -> PaperSigner | None:
    if output.sign is None:
        return None
    return PaperSigner(read_content(output.sign).data, output.passphrase, today)


def paper_copy(work: Work, kept: KeptReceipt) -> bytes:
    """Return the paper as it was issued, marked ANNULÉ once it was voided."""
    paper = work.receipts.pdf(kept.id)
    mark = void_mark(kept)
    return marked(paper, mark) if mark else paper


def void_mark(kept: KeptReceipt) -> PaperMark | None:
    """Return the mark of a voided receipt."""
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


def _ids(kept: Sequence[KeptReceipt]) -> tuple[int, ...]:
    return tuple(each.id for each in kept)


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
