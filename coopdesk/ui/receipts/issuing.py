"""The issue itself: preview, then one job that gives all receipts or none."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.receipts.issue_dialog import IssueDialog
from coopdesk.ui.receipts.losses import Losses
from coopdesk.ui.receipts.reason_dialog import CLOCK_BEHIND, LOST, ReasonDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.issue_dialog import IssueOrder
    from coopdesk.ui.receipts.year_reading import YearReading
    from coopdesk.ui.tasks import Job


class Issuing(QObject):
    """Asks, issues, and tells how it ended."""

    started = Signal(object)  # Job
    issued = Signal(object)  # tuple of ReceiptLine
    stopped = Signal()
    refused = Signal()  # the reason has been told
    drafts_wanted = Signal(object, int)  # IssueOrder, number of one draft or 0 for all

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._is_waiting = False
        self.job: Job | None = None
        self.dialog: IssueDialog | None = None
        self.clock_dialog: ReasonDialog | None = None
        self._order: IssueOrder | None = None
        self.losses = Losses(desk, window)
        self.losses.saved.connect(self._on_loss_noted)

    @property
    def is_running(self) -> bool:
        """Whether receipts are being issued."""
        return self.job is not None

    def ask(self, reading: YearReading) -> None:
        """Show what would be issued, and ask."""
        self.dialog = IssueDialog(self._desk, reading, self._window)
        self.dialog.submitted.connect(self._on_order)
        self.dialog.drafts_wanted.connect(self.drafts_wanted)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    @Slot()
    def _on_dialog_finished(self) -> None:
        self.dialog = None

    @Slot(object)
    def _on_order(self, order: IssueOrder) -> None:
        self._is_waiting = True
        self._order = order
        self.job = self._desk.tasks.job(
            self,
            _("Issuing the receipts of {year}").format(year=order.year),
            partial(self._issue, order),
            self._on_issued,
            failed=self._on_failed,
            ended=self._on_ended,
        )
        self.started.emit(self.job)

    def _issue(self, order: IssueOrder, progress: Progress) -> Outcome[tuple[ReceiptLine, ...]]:
        return self._desk.services.receipts.issue_year(
            order.year,
            order.scope,
            progress,
            donation_ids=order.donation_ids,
            clock_reason=order.clock_reason,
        )

    def _on_failed(self, error: RuleError) -> None:
        """Ask why, where the day or the file is behind what was issued; tell the rest."""
        if error.code in LOST:
            self.losses.ask_why(error)
            return
        if error.code != CLOCK_BEHIND:
            self._desk.feedback.show_error(error)
            return
        self.clock_dialog = ReasonDialog(error, self._window)
        self.clock_dialog.submitted.connect(self._on_clock_reason)
        self.clock_dialog.finished.connect(self._on_clock_finished)
        self.clock_dialog.open()

    @Slot(object)
    def _on_clock_reason(self, reason: str) -> None:
        if self.clock_dialog is not None and self._order is not None:
            self.clock_dialog.saved()
            self._on_order(replace(self._order, clock_reason=reason))

    @Slot()
    def _on_loss_noted(self) -> None:
        """Go on with what was asked: its numbers follow the lost ones."""
        if self._order is not None:
            self._on_order(self._order)

    @Slot()
    def _on_clock_finished(self) -> None:
        self.clock_dialog = None

    def _on_issued(self, lines: tuple[ReceiptLine, ...]) -> None:
        self._is_waiting = False
        self.issued.emit(lines)

    def _on_ended(self) -> None:
        job, self.job = self.job, None
        if self._is_waiting and job is not None:
            (self.stopped if job.is_cancelled else self.refused).emit()
        self._is_waiting = False
