"""Tax receipts: review the gifts of a year, cure what blocks, issue, deliver, declare."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.page import Page
from coopdesk.ui.receipts.cures import Cures
from coopdesk.ui.receipts.issue_bar import IssueBar
from coopdesk.ui.receipts.issuing import Issuing
from coopdesk.ui.receipts.leading import Leading
from coopdesk.ui.receipts.life import Life
from coopdesk.ui.receipts.numbering import Numbering
from coopdesk.ui.receipts.paper_actions import PaperActions
from coopdesk.ui.receipts.papers import Papers
from coopdesk.ui.receipts.to_void import ToVoidNotice
from coopdesk.ui.receipts.verifying import Verifying
from coopdesk.ui.receipts.views import ReceiptViews, View
from coopdesk.ui.receipts.year_reading import YearReading, read_year
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset(
    {
        Subject.ASSOCIATION,
        Subject.CONTACTS,
        Subject.DONATIONS,
        Subject.ENTRIES,
        Subject.PAYMENTS,
        Subject.RECEIPTS,
    }
)
_GAP = 8
# Lower than this every line above and below the list counts.
_LOW = 600


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
        self.views = ReceiptViews(self)
        self.room, self.issued = self.views.room, self.views.issued
        self.leading = Leading(desk, self.views, self.cures)
        self._make_actions()
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
            _("Yearly declaration of gifts"), "calendar-check", self.leading.show_declaration
        )
        self.series_action = make(_("Receipt numbers…"), "list-numbers", self._on_series)
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
        self.views.fill()
        self.body.addWidget(self.bar)
        self.issued.rule(self.life)
        self.life.rule(self.issued)
        self.writing.rule(self.views)

    def _connect(self) -> None:
        views, leading = self.views, self.leading
        views.search.leads_to(views.stack)
        views.filtered.connect(self._apply_filter)
        views.year_box.year_changed.connect(self._on_year)
        views.changed.connect(self._on_view)
        leading.year_wanted.connect(self._choose_year)
        self.room.year_wanted.connect(self._choose_year)
        self.room.view.list.clear_requested.connect(self._on_clear)
        self.issued.list.clear_requested.connect(self._on_clear)
        self.to_void.receipt_wanted.connect(leading.show_receipt)
        self.life.replaced.connect(leading.show_line)
        self.verifying.receipt_wanted.connect(leading.show_receipt)
        self._connect_work()

    def _connect_work(self) -> None:
        bar, issuing, papers = self.bar, self.issuing, self.papers
        issuing.started.connect(bar.tell_issuing)
        issuing.started.connect(self._on_issue_started)
        issuing.stopped.connect(self.reload)
        issuing.refused.connect(self.reload)
        issuing.issued.connect(self._on_issued)
        issuing.issued.connect(bar.tell_issued)
        issuing.stopped.connect(bar.tell_issue_stopped)
        issuing.drafts_wanted.connect(papers.show_drafts)
        papers.started.connect(bar.tell_writing)
        papers.written.connect(bar.tell_written)
        papers.stopped.connect(bar.tell_writing_stopped)
        papers.failed.connect(bar.forget_and_hide)
        bar.open_requested.connect(papers.open)
        bar.closed.connect(self._on_told)
        bar.issued_requested.connect(self.leading.show_issued)
        bar.blocked_requested.connect(self.leading.show_blocked)
        bar.delivery_requested.connect(self.life.ask_delivery)

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
        asked = self.views.asked
        self.room.search(asked.text)
        self.issued.filter(asked)

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
        is_low = event.size().height() < _LOW
        self.to_void.set_brief(brief=is_low)
        self.views.declaration.set_brief(brief=is_low)

    # what the person does

    @override
    def show_target(self, target: object) -> None:
        self.leading.show_target(target)

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
        if not self.bar.isVisible():
            self.views.stack.setFocus()

    @Slot()
    def _on_clear(self) -> None:
        self.views.clear()
        self.room.clear()
        self.issued.clear()
        self._apply_filter()

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
    def _on_issued(self) -> None:
        """Let them be printed before the year is read again: the bar leads there."""
        self.writing.allow(allowed=True)

    @Slot()
    def _on_issue_started(self) -> None:
        if self._reading is not None:
            self._show_actions(self._reading)
