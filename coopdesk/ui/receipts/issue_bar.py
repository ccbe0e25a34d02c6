"""The foot of the page: the command that cannot be taken back, set apart; then its result."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.money import total
from coopdesk.domain.receipts import DeliveryWay, Verdict
from coopdesk.ui.columns import Tone
from coopdesk.ui.members.papers.left_out import left_out_text
from coopdesk.ui.receipts.numbers import numbers_text
from coopdesk.ui.receipts.words import count_text
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.receipt_files import files_written
from coopdesk.wording.review_texts import reason_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction

    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.receipt_output import ReceiptFiles
    from coopdesk.ui.receipts.year_reading import YearReading
    from coopdesk.ui.tasks import Job


class IssueBar(Notice):
    """Says what can be issued, how far the work is, what was done, and what comes next."""

    issued_requested = Signal()
    blocked_requested = Signal()
    closed = Signal()
    open_requested = Signal(object)  # Path
    delivery_requested = Signal(object, object)  # tuple of ids, DeliveryWay or None

    def __init__(self, issue: QAction, print_: QAction, save: QAction) -> None:
        super().__init__()
        self._issue = issue
        self._print = print_
        self._save = save
        self._has_result = self._words = False
        self._issued_text = self._numbers = ""
        self._paths: tuple[Path, ...] = ()
        self._files: ReceiptFiles | None = None
        self.close_action = make_step(self, _("Close"), "x")
        self.close_action.triggered.connect(self.closed)
        self.see_action = make_step(self, _("See the receipts"), "list-bullets")
        self.see_action.triggered.connect(self.issued_requested)
        self.folder_action = make_step(self, _("Open the folder"), "folder-open")
        self.folder_action.triggered.connect(self._on_folder)
        self.file_action = make_step(self, _("Open the file"), "file-pdf")
        self.file_action.triggered.connect(self._on_file)
        self.blocked_action = make_step(self, _("See the blocked gifts"), "warning")
        self.blocked_action.triggered.connect(self.blocked_requested)
        self.deliver_action = make_step(self, _("Note the delivery…"), "paper-plane-tilt")
        self.deliver_action.triggered.connect(self._on_deliver)
        self.mailed_action = make_step(self, _("Note the e-mails…"), "envelope-simple")
        self.mailed_action.triggered.connect(self._on_mailed)
        self.posted_action = make_step(self, _("Note the post…"), "envelope")
        self.posted_action.triggered.connect(self._on_posted)
        self.hide()

    @property
    def has_result(self) -> bool:
        """Whether what was done is still to be read."""
        return self._has_result

    @property
    def has_words(self) -> bool:
        """Whether there is something to be said."""
        return bool(self._words)

    def forget(self) -> None:
        """Drop the result that was told; the state of the year takes its place."""
        self._has_result = False

    def show_state(self, reading: YearReading) -> None:
        """Say what can be issued, unless a result is still to be read; hides itself else."""
        if self._has_result:
            if self._issued_text:
                remaining = _remaining(reading)
                self.say(Tone.GOOD, self._issued_text, f"{self._numbers} {remaining}".strip())
            return
        count = reading.receipt_count
        self._words = bool(count or (reading.issued and not reading.review.missing))
        self.setVisible(self._words)
        if count:
            self._offer_issue(reading, count)
        elif reading.issued:
            year = reading.review.year
            self.say(
                Tone.GOOD,
                _("Every ready gift of {year} has its receipt.").format(year=year),
                _remaining(reading),
            )
            self.offer(*self._of_blocked(reading), self.see_action)

    def _of_blocked(self, reading: YearReading) -> tuple[QAction, ...]:
        return (self.blocked_action,) if reading.review.of(Verdict.BLOCKED) else ()

    def _offer_issue(self, reading: YearReading, count: int) -> None:
        gifts = len(reading.review.of(Verdict.READY))
        text = ngettext(
            "{count} gift is ready, {amount}: {receipts}, one per donor.",
            "{count} gifts are ready, {amount}: {receipts}, one per donor.",
            gifts,
        )
        self.say(
            Tone.INFO,
            text.format(
                count=number_text(gifts),
                amount=money_text(reading.review.total(Verdict.READY)),
                receipts=count_text(count),
            ),
            _("Issuing cannot be taken back: look through the list first."),
        )
        self.offer(primary=self._issue)

    @Slot(object)
    def tell_issuing(self, job: Job) -> None:
        """Say that the work is under way, beside its progress."""
        self._has_result = False
        self.say(
            Tone.INFO,
            _("The receipts are being issued."),
            _("If you stop, none is issued and no number is taken."),
        )
        self.offer()
        self.follow(job)

    def tell_issued(self, lines: Sequence[ReceiptLine]) -> None:
        """Say which receipts were issued, and offer their papers."""
        issued = ngettext("{count} receipt issued", "{count} receipts issued", len(lines))
        text = issued.format(count=number_text(len(lines)))
        amount = money_text(total(line.amount for line in lines))
        numbers = numbers_text(lines[0].number_text, lines[-1].number_text)
        told = _("No. {numbers}, {amount}.").format(numbers=numbers, amount=amount)
        self._tell(Tone.GOOD, text, told)
        self._issued_text, self._numbers = text, told
        self.offer(self.close_action, self.see_action, self._save, primary=self._print)

    @Slot()
    def tell_issue_stopped(self) -> None:
        """Say that nothing was issued."""
        self._tell(
            Tone.NEUTRAL,
            _("Issuing was stopped: no receipt was issued and no number is taken."),
        )
        self.offer(primary=self._issue)

    @Slot(object)
    def tell_writing(self, job: Job) -> None:
        """Say that files are being written, beside the progress."""
        self._tell(Tone.INFO, job.title)
        self.offer()
        self.follow(job)

    @Slot(object)
    def tell_written(self, files: ReceiptFiles) -> None:
        """Say what was written and left out, and offer to open it and to note the delivery."""
        self._paths = (*files.paths, *files.emails)
        count = len(self._paths)
        said = [_ways_text(files), left_out_text(files.left_out)]
        if self._paths:
            said.insert(1, _("In the folder {folder}").format(folder=self._paths[0].parent))
        tone = Tone.ATTENTION if files.left_out else Tone.GOOD
        detail = "\n".join(part for part in said if part)
        self._tell(tone, files_written(len(files.written), count), detail)
        self._files = files
        notes = self._notes_of(files)
        if not self._paths:
            self.offer(primary=self._save)
        elif count == 1:
            self.offer(self.close_action, *notes, self.folder_action, primary=self.file_action)
        else:
            self.offer(self.close_action, *notes, primary=self.folder_action)

    def _notes_of(self, files: ReceiptFiles) -> tuple[QAction, ...]:
        """Return the deliveries that can be noted: by the way each receipt goes."""
        if not files.mailed and not files.posted:
            return (self.deliver_action,)
        ways = ((self.mailed_action, files.mailed), (self.posted_action, files.posted))
        return tuple(action for action, ids in ways if ids)

    @Slot()
    def forget_and_hide(self) -> None:
        """Say nothing more: what went wrong has been told."""
        self._has_result = self._words = False
        self.hide()

    @Slot()
    def tell_writing_stopped(self) -> None:
        """Say what a stopped writing leaves."""
        self._tell(
            Tone.NEUTRAL,
            _("Writing was stopped."),
            _("Files already written are whole. Start again to write all of them."),
        )
        self.offer(self._save, self._print)

    def _tell(self, tone: Tone, text: str, detail: str = "") -> None:
        self._has_result = self._words = True
        self._issued_text = ""
        self.say(tone, text, detail)
        self.show()

    @Slot()
    def _on_deliver(self) -> None:
        if self._files is not None:
            self.delivery_requested.emit(self._files.written, None)

    @Slot()
    def _on_mailed(self) -> None:
        if self._files is not None:
            self.delivery_requested.emit(self._files.mailed, DeliveryWay.EMAILED)

    @Slot()
    def _on_posted(self) -> None:
        if self._files is not None:
            self.delivery_requested.emit(self._files.posted, DeliveryWay.POSTED)

    @Slot()
    def _on_folder(self) -> None:
        self.open_requested.emit(self._paths[0].parent)

    @Slot()
    def _on_file(self) -> None:
        self.open_requested.emit(self._paths[0])


def _ways_text(files: ReceiptFiles) -> str:
    """Say how many receipts go by which way; nothing where they do not go by way."""
    mailed, posted = len(files.mailed), len(files.posted)
    said = []
    if mailed:
        text = ngettext("{count} receipt by e-mail", "{count} receipts by e-mail", mailed)
        said.append(text.format(count=number_text(mailed)))
    if posted:
        text = ngettext("{count} receipt by post", "{count} receipts by post", posted)
        said.append(text.format(count=number_text(posted)))
    return ", ".join(said)


def _remaining(reading: YearReading) -> str:
    """Say how many gifts of the year still have no receipt, and mostly why."""
    blocked = reading.review.of(Verdict.BLOCKED)
    if not blocked:
        return ""
    text = ngettext(
        "{count} gift is still blocked: {why}.",
        "{count} gifts are still blocked, mostly: {why}.",
        len(blocked),
    )
    reasons = Counter(reason_text(line) for line in blocked)
    ((why, _times),) = reasons.most_common(1)
    return text.format(count=number_text(len(blocked)), why=why)
