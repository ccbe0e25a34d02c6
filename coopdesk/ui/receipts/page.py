"""Tax receipts: review the gifts of a year, cure what blocks, issue, deliver, declare."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.receipts import Verdict
from coopdesk.services.outcome import Subject
from coopdesk.ui.page import Page
from coopdesk.ui.receipts.cures import Cures
from coopdesk.ui.receipts.issue_bar import IssueBar
from coopdesk.ui.receipts.issuing import Issuing
from coopdesk.ui.receipts.life import Life
from coopdesk.ui.receipts.numbering import Numbering
from coopdesk.ui.receipts.numbers import id_of_number
from coopdesk.ui.receipts.paper_actions import PaperActions
from coopdesk.ui.receipts.papers import Papers
from coopdesk.ui.receipts.to_void import ToVoidNotice
from coopdesk.ui.receipts.verifying import Verifying
from coopdesk.ui.receipts.views import ReceiptViews, View
from coopdesk.ui.receipts.year_reading import YearReading, read_year
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.review_rows import ReviewRow

_SUBJECTS = frozenset(
    {
        Subject.ASSOCIATION,
        Subject.CONTACTS,
        Subject.DONATIONS,
        Subject.PAYMENTS,
        Subject.RECEIPTS,
    }
)
_GAP = 8
# Lower than this every line above and below the list counts.
_LOW = 600
_FILTERS = {verdict.value: verdict for verdict in Verdict}


class ReceiptPage(Page):
    """Reviews, issues, delivers and voids the receipts of a year."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Tax receipts"), _SUBJECTS, parent)
        self._reading: YearReading | None = None
        self._issues_when_read = False
        self._year_is_chosen = False
        self.cures = Cures(desk, self)
        self.issuing = Issuing(desk, self)
        self.papers = Papers(desk, self)
        self.life = Life(self, self.papers)
        self.numbering = Numbering(desk, self)
        self.verifying = Verifying(desk, self)
        self.writing = PaperActions(self, self.papers)
        self._make_actions()
        self.views = ReceiptViews(self)
        self.room, self.issued = self.views.room, self.views.issued
        self.to_void = ToVoidNotice()
        self.bar = IssueBar(self.issue_action, *self.writing.all)
        self._build()
        self._connect()

    # building

    def _make_actions(self) -> None:
        make = self.make_action
        self.issue_action = make(_("Issue receipts…"), "circle-wavy-check", self.issue)
        self.verify_action = make(_("Verify a receipt…"), "shield-check", self.verifying.ask)
        # Found by Ctrl+K; on the page there is its tab.
        self.declare_action = make(
            _("Yearly declaration of gifts"), "calendar-check", self._on_declare
        )
        self.series_action = make(_("Receipt numbers…"), "list-numbers", self._on_series)
        self.import_action = make_step(self, _("Import a file"), "download-simple")
        self.import_action.triggered.connect(self._on_import)
        self.gift_action = make_step(self, _("Record a gift"), "gift")
        self.gift_action.triggered.connect(self._on_gift)
        self.add_more(self.verify_action)
        self.add_more(self.series_action)

    def _build(self) -> None:
        self.search_field = self.views.search
        for figures in (
            self.room.figures.all,
            self.issued.figures.all,
            self.views.declaration.figures,
        ):
            self._key_figures.extend(figures)
        self.body.setSpacing(_GAP)
        self.body.addWidget(self.views)
        self.body.addWidget(self.to_void)
        self.body.addWidget(self.views.stack, 1)
        self.body.addWidget(self.bar)
        self.room.set_empty(self._no_gift())
        self.issued.rule(self.life)
        self.life.rule(self.issued)
        self.writing.rule(self.views)

    def _no_gift(self) -> EmptyState:
        state = EmptyState(
            "receipt",
            _("No gift this year"),
            _("Each gift appears here, with what its receipt still needs."),
        )
        state.offer(self.gift_action)
        state.offer(self.import_action, primary=True)
        return state

    def _connect(self) -> None:
        views, room, issued = self.views, self.room, self.issued
        views.search.leads_to(views.stack)
        views.search.searched.connect(self._apply_filter)
        views.form_box.activated.connect(self._apply_filter)
        views.year_box.year_changed.connect(self._on_year)
        views.changed.connect(self._on_view)
        room.year_wanted.connect(self._choose_year)
        room.profile_requested.connect(self._on_profile)
        room.view.row_activated.connect(self._on_row)
        room.view.list.clear_requested.connect(self._on_clear)
        issued.list.clear_requested.connect(self._on_clear)
        views.declaration.receipts_wanted.connect(self._on_declared)
        issued.gifts_action.triggered.connect(self._on_gifts_requested)
        self.to_void.receipt_wanted.connect(self._show_receipt)
        self._connect_work()

    def _connect_work(self) -> None:
        bar, issuing, papers = self.bar, self.issuing, self.papers
        issuing.started.connect(bar.tell_issuing)
        issuing.started.connect(self._on_issue_started)
        issuing.stopped.connect(self.reload)
        issuing.refused.connect(self.reload)
        issuing.issued.connect(bar.tell_issued)
        issuing.stopped.connect(bar.tell_issue_stopped)
        issuing.drafts_wanted.connect(papers.show_drafts)
        papers.started.connect(bar.tell_writing)
        papers.written.connect(bar.tell_written)
        papers.stopped.connect(bar.tell_writing_stopped)
        papers.failed.connect(bar.forget_and_hide)
        bar.open_requested.connect(papers.open)
        bar.closed.connect(self._on_told)
        bar.issued_requested.connect(self._on_issued_requested)
        bar.blocked_requested.connect(self._on_blocked_requested)
        bar.delivery_requested.connect(self.life.ask_delivery)
        self.life.replaced.connect(self._on_replaced)
        self.verifying.receipt_wanted.connect(self._show_receipt)

    # reading

    @override
    @Slot()
    def reload(self) -> None:
        year = self.views.year_box.year if self._year_is_chosen else None
        self.desk.tasks.query(
            self,
            partial(read_year, self.desk.services, self.desk.today(), year),
            self._on_read,
            replaces="review",
        )

    def _on_read(self, reading: YearReading) -> None:
        self._reading = reading
        self._year_is_chosen = True
        self.views.year_box.set_years(reading.years)
        self.views.year_box.choose(reading.review.year)
        self.room.show_reading(reading)
        self.to_void.show_lines(reading.to_void)
        self._apply_filter()
        self.issued.reload()
        if self.views.current is View.DECLARATION:
            self.views.declaration.reload()
        self._show_actions(reading)
        self.bar.show_state(reading)
        self._show_bar()
        if self._issues_when_read:
            self._issues_when_read = False
            self.issue()

    def _show_actions(self, reading: YearReading) -> None:
        count = reading.receipt_count
        text = ngettext("Issue {count} receipt…", "Issue {count} receipts…", count)
        self.issue_action.setText(
            text.format(count=number_text(count)) if count else _("Issue receipts…")
        )
        self.issue_action.setEnabled(bool(count) and not self.issuing.is_running)
        self.writing.allow(allowed=bool(reading.issued))

    @Slot()
    def _apply_filter(self) -> None:
        views = self.views
        text = views.search.text().strip()
        self.room.search(text)
        self.issued.filter(views.year_box.year, text, views.form_box.value)

    @Slot()
    def _on_view(self) -> None:
        self.life.refresh()
        self._show_bar()
        if self.views.current is View.DECLARATION:
            self.views.declaration.reload()

    def _show_bar(self) -> None:
        """Say what could be issued where the gifts are; what was done, everywhere.

        A low window rather shows the list than that nothing is left to do.
        """
        of_gifts = self.views.current is View.ROOM and self.bar.has_words
        if self.height() < _LOW and self._reading is not None:
            of_gifts = of_gifts and bool(self._reading.receipt_count)
        told = self.views.current is not View.DECLARATION and self.bar.has_result
        self.bar.setVisible(told or of_gifts)
        # One notice at a time where both would leave no room for the list.
        self.to_void.set_aside(aside=told and self.height() < _LOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()
        self.to_void.set_brief(brief=event.size().height() < _LOW)

    # what the person does

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self._show_receipt(target)
        elif isinstance(target, tuple) and target[:1] == ("year",):
            self._choose_year(int(target[1]))
        elif target == "issued":
            self.views.go_to(View.ISSUED)
        elif target == "declaration":
            self.views.go_to(View.DECLARATION)
        elif isinstance(target, str) and target in _FILTERS:
            self.views.go_to(View.ROOM)
            self.room.figures.choose(_FILTERS[target])

    @Slot(object)
    def _show_receipt(self, receipt_id: int) -> None:
        self.views.go_to(View.ISSUED)
        call = partial(self.desk.services.receipts.lines, [receipt_id])
        self.desk.tasks.query(self, call, self._on_target)

    def _on_target(self, lines: list[ReceiptLine]) -> None:
        if lines:
            self.views.search.clear()
            self.views.form_box.choose("")
            self._choose_year(lines[0].year)
            self.issued.open(lines[0].id)

    @Slot(int)
    def _choose_year(self, year: int) -> None:
        self.views.year_box.choose(year)
        self._on_year()

    @Slot()
    def _on_year(self) -> None:
        self._year_is_chosen = True
        self.bar.forget()
        self.reload()

    @Slot()
    def _on_told(self) -> None:
        """What was done has been read: the state of the year takes its place."""
        self.bar.forget()
        if self._reading is not None:
            self.bar.show_state(self._reading)
        self._show_bar()

    @Slot()
    def _on_clear(self) -> None:
        self.views.search.clear()
        self.views.form_box.choose("")
        self.room.clear()
        self.issued.clear()
        self._apply_filter()

    @Slot(object)
    def _on_row(self, row: ReviewRow) -> None:
        number = row.line.gift.receipt_number
        if not number:
            view = self.room.view
            self.cures.cure(row, view.rows(view.listed_ids()))
            return
        find = partial(id_of_number, self.desk.services.receipts, number)
        self.desk.tasks.query(self, find, self._on_numbered)

    def _on_numbered(self, receipt_id: int | None) -> None:
        if receipt_id is not None:
            self._show_receipt(receipt_id)

    @Slot()
    def _on_profile(self) -> None:
        missing = self._reading.review.missing if self._reading is not None else ()
        self.desk.navigator.open("settings", ("profile", missing[0]) if missing else "profile")

    @Slot()
    def _on_import(self) -> None:
        self.desk.navigator.open("imports")

    @Slot()
    def _on_gift(self) -> None:
        self.desk.navigator.open("donations")

    @Slot()
    def _on_issued_requested(self) -> None:
        self.views.go_to(View.ISSUED)
        self.issued.setFocus()

    @Slot()
    def _on_gifts_requested(self) -> None:
        self.views.go_to(View.ROOM)
        self.room.setFocus()

    @Slot()
    def _on_blocked_requested(self) -> None:
        self.show_target(Verdict.BLOCKED.value)
        self.room.setFocus()

    @Slot(int, str)
    def _on_declared(self, year: int, form: str) -> None:
        """Show the receipts behind a figure of the declaration."""
        self.views.go_to(View.ISSUED)
        self.views.search.clear()
        self.views.form_box.choose(form)
        self.issued.clear()
        self._choose_year(year)

    @Slot(object)
    def _on_replaced(self, line: ReceiptLine) -> None:
        self._show_receipt(line.id)

    @Slot()
    def _on_declare(self) -> None:
        self.views.go_to(View.DECLARATION)
        self.views.declaration.setFocus()

    @Slot()
    def _on_series(self) -> None:
        self.numbering.ask(self.views.year_box.year)

    # issuing and writing

    @Slot()
    def issue(self) -> None:
        """Show what would be issued, and ask; Ctrl+K may come here before the first reading."""
        if self._reading is None:
            self._issues_when_read = True
        elif self._reading.receipt_count:
            self.issuing.ask(self._reading)

    @Slot()
    def _on_issue_started(self) -> None:
        if self._reading is not None:
            self._show_actions(self._reading)
