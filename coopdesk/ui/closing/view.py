"""The view that leads a fiscal year to its end: checks, closing, what the assembly decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.ui.closing.dialogs import AllocateDialog, ReopenDialog
from coopdesk.ui.closing.inventory_dialog import InventoryDialog
from coopdesk.ui.closing.sheets import opens_of, read_year, year_parts
from coopdesk.ui.feedback import Question
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.record_parts import Paragraph
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMessageBox

    from coopdesk.domain.closing import AllocationState, ClosingDone
    from coopdesk.domain.entries import Entry
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.closing.dialogs import Decision
    from coopdesk.ui.closing.sheets import YearReading


class ClosingView(QWidget):
    """Says what is to be mended and leads there; closing is apart and says it is for good."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__()
        self._page = page
        self._desk = page.desk
        self._service = page.desk.services.closing
        self._reading: YearReading | None = None
        self.box: QMessageBox | None = None
        self.asker = Asker(self._desk, self)
        self.writing = FileWriting(self._desk, self, "reports")
        self._make_actions()
        self.reader = RecordReader()
        self.reader.setAccessibleName(_("State of the fiscal year"))
        self.reader.link_activated.connect(self._on_link)
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.writing.tell_in(self.bar)
        sheet = QFrame()
        sheet.setProperty("kind", "sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 12, 1, 1)
        inside.addWidget(self.reader)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(sheet, 1)
        # The head of the page has no room for them on a small screen.
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for action in (
            self.inventory_action,
            self.opening_action,
            self.reopen_action,
            self.sheet_action,
        ):
            steps.addWidget(ActionButton(action))
        steps.addStretch(1)
        layout.addLayout(steps)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.reader)

    def _make_actions(self) -> None:
        make = partial(make_step, self)
        self.close_action = make(_("Close the fiscal year…"), "lock", self._on_close)
        self.close_action.setToolTip(
            _("Nothing can be written in it any more; its balances open the next one")
        )
        self.allocate_action = make(_("Allocate the result…"), "scales", self._on_allocate)
        self.allocate_action.setToolTip(
            _("Where the assembly puts the surplus or the deficit: reserves, carried forward")
        )
        self.reopen_action = make(_("Open it again…"), "lock-open", self._on_reopen)
        self.opening_action = make(_("Provisional opening"), "arrow-right", self._on_opening)
        self.opening_action.setToolTip(
            _("Write a draft with the balances of this year on the first day of the next one")
        )
        self.inventory_action = make(
            _("Year-end entry…"), "hourglass-medium", self._on_inventory
        )
        self.inventory_action.setToolTip(
            _("What was paid, received or is due for another year than its own")
        )
        self.sheet_action = make(_("Closing sheet…"), "file-pdf", self._on_sheet)
        self.sheet_action.setToolTip(
            _("One page to date and sign: the totals, and the fingerprint of all entries")
        )
        for action in self._actions:
            action.setEnabled(False)

    @property
    def _actions(self) -> tuple[QAction, ...]:
        return (
            self.close_action,
            self.allocate_action,
            self.reopen_action,
            self.opening_action,
            self.inventory_action,
            self.sheet_action,
        )

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        is_closed = self._reading is not None and not self._reading.year.is_open
        return ViewHead(
            primary=self.allocate_action if is_closed else self.close_action,
            roles={Role.PRINT: self.sheet_action},
        )

    # reading

    @Slot()
    def reload(self) -> None:
        """Look at everything again."""
        year = self._page.fiscal_year
        if year is None or not year.id:
            text = _("The books begin with the first entry: there is nothing to close yet.")
            self.reader.show_parts((Paragraph((text,), is_muted=True),))
            return
        call = partial(read_year, self._desk.services, year)
        self._desk.tasks.query(self, call, self._on_reading, replaces="review")

    def _on_reading(self, reading: YearReading) -> None:
        before, self._reading = self._reading, reading
        self.reader.show_parts(year_parts(reading))
        is_open = reading.year.is_open
        self.close_action.setEnabled(reading.review.can_close)
        self.opening_action.setEnabled(is_open)
        self.opening_action.setVisible(is_open)
        self.inventory_action.setEnabled(is_open)
        self.inventory_action.setVisible(is_open)
        self.reopen_action.setVisible(not is_open)
        self.reopen_action.setEnabled(not is_open and not reading.is_allocated)
        hint = _("Its result was allocated: reverse that entry first, in the next year.")
        self.reopen_action.setToolTip(hint if reading.is_allocated else "")
        self.allocate_action.setEnabled(not is_open and not reading.is_allocated)
        self.sheet_action.setEnabled(True)
        if before is None or before.year.is_open != is_open:
            self._page.show_head()

    def show_target(self, target: object) -> None:
        """Show the year that a target names by its label."""
        if isinstance(target, tuple) and len(target) > 1:
            for year in self._page.year_box.years:
                if year.label == target[1]:
                    self._page.choose_year(year.id)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if self._reading is None:
            return
        found = self._reading.review.checks[int(link.partition(":")[2])]
        place = opens_of(found)
        if place is not None:
            self._desk.navigator.stand_at("accounts", ("closing", None))
            self._desk.navigator.open(*place)

    # doing

    @Slot()
    def _on_close(self) -> None:
        if self._reading is None or not self._reading.review.can_close:
            return
        review = self._reading.review
        text = _(
            "Result: {amount}, {count} entries. Its balances open the next year, and "
            "nothing in it can be changed, added or removed any more."
        ).format(amount=money_text(review.result), count=number_text(review.entry_count))
        detail = _(
            "It can be opened again as long as the next year is open; who did so and why stays "
            "written."
        )
        title = _("Close the fiscal year {label}?").format(label=review.year.label)
        verb = _("Close the fiscal year")
        question = Question(title, text, verb, detail=detail, is_grave=True)
        self.box = self._desk.feedback.confirm(question, self._on_closing, self.window())

    @Slot()
    def _on_closing(self) -> None:
        if self._reading is not None:
            close = partial(self._service.close, self._reading.year.id)
            self._desk.tasks.command(self, close, self._on_closed)

    def _on_closed(self, done: ClosingDone) -> None:
        text = _("Fiscal year {label} closed: {result}")
        said = text.format(label=done.year.label, result=money_text(done.event.result))
        self._desk.feedback.tell(said)

    @Slot()
    def _on_reopen(self) -> None:
        if self._reading is not None:
            year = self._reading.year
            make = partial(ReopenDialog, year, self.window())
            self.asker.ask(make, partial(self._service.reopen, year.id))

    @Slot()
    def _on_opening(self) -> None:
        if self._reading is not None:
            refresh = partial(self._service.refresh_opening, self._reading.year.id)
            self._desk.tasks.command(self, refresh, self._on_opened)

    def _on_opened(self, entry: Entry | None) -> None:
        if entry is None:
            self._desk.feedback.tell(_("There is nothing to hand on."))
        else:
            self._desk.navigator.open("accounts", ("entry", entry.id))

    @Slot()
    def _on_inventory(self) -> None:
        if self._reading is not None:
            year = self._reading.year
            make = partial(InventoryDialog, self._desk, year, self.window())
            record = partial(self._desk.services.inventory.record, year.id)
            self.asker.ask(make, record)

    @Slot()
    def _on_allocate(self) -> None:
        if self._reading is not None:
            read = partial(self._service.to_allocate, self._reading.year.id)
            self._desk.tasks.query(self, read, self._on_state, replaces="state")

    def _on_state(self, state: AllocationState) -> None:
        make = partial(AllocateDialog, self._desk, state, self.window())
        self.asker.ask(make, partial(self._allocate, state.year.id))

    def _allocate(self, year_id: int, decision: Decision) -> Outcome[Entry]:
        return self._service.allocate(year_id, decision.allocation, decision.decided_on)

    @Slot()
    def _on_sheet(self) -> None:
        if self._reading is None or self.writing.chooser is not None:
            return
        year, service = self._reading.year, self._service

        def write(path: Path, _progress: Progress) -> Path:
            return service.write_sheet(year.id, path)

        name = _("closing-sheet-{year}").format(year=year.label)
        title = _("Closing sheet of the books, {year}").format(year=year.label)
        self.writing.ask(FileJob(title, f"{name}.pdf", _("PDF document"), write))
