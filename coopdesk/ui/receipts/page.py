"""Tax receipts: review the gifts of a year, cure what blocks, issue, print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from coopdesk.domain.receipts import Verdict
from coopdesk.services.outcome import Subject
from coopdesk.ui.columns import Tone
from coopdesk.ui.page import Page, Role
from coopdesk.ui.receipts.cures import Cures
from coopdesk.ui.receipts.issue_bar import IssueBar
from coopdesk.ui.receipts.issued_view import IssuedView
from coopdesk.ui.receipts.issuing import Issuing
from coopdesk.ui.receipts.numbers import numbered_ids, receipt_number
from coopdesk.ui.receipts.papers import Papers
from coopdesk.ui.receipts.review_view import ReviewView
from coopdesk.ui.receipts.year_reading import YearReading, first_year, read_year
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import profile_fields_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.review_rows import ReviewRow

_REVIEW, _ISSUED = 0, 1
_SUBJECTS = frozenset(
    {
        Subject.ASSOCIATION,
        Subject.CONTACTS,
        Subject.DONATIONS,
        Subject.PAYMENTS,
        Subject.RECEIPTS,
    }
)
_FILTERS = {verdict.value: verdict for verdict in Verdict}


class ReceiptPage(Page):
    """Reviews, issues and prints the receipts of a year."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Tax receipts"), _SUBJECTS, parent)
        self._reading: YearReading | None = None
        self._issues_when_read = False
        self._year_is_chosen = False
        self.cures = Cures(desk, self)
        self.issuing = Issuing(desk, self)
        self.papers = Papers(desk, self)
        self._make_actions()
        self.figures = FigureFilter()
        self.banner = Notice()
        self.tabs = QTabBar()
        self.search = SearchField(_("Search a donor, a campaign or a number"))
        self.year_box = YearBox(first_year(desk.today()))
        self.review_view = ReviewView(desk)
        self.issued_view = IssuedView(desk)
        self.bar = IssueBar(self.issue_action, self.print_action, self.save_action)
        self._build()
        self._connect()

    # building

    def _make_actions(self) -> None:
        self.issue_action = self.make_action(
            _("Issue receipts…"), "circle-wavy-check", self.issue
        )
        self.print_action = self.make_action(
            _("Print…"), "printer", self.print_receipts, Role.PRINT
        )
        self.save_action = self.make_action(
            _("Save as PDF…"), "file-pdf", self.save_receipts, keys="Ctrl+S"
        )
        self.profile_action = make_step(self, _("Complete the profile"), "gear-six")
        self.profile_action.triggered.connect(self._on_profile)
        self.import_action = make_step(self, _("Import a file"), "download-simple")
        self.import_action.triggered.connect(self._on_import)
        self.gift_action = make_step(self, _("Record a gift"), "gift")
        self.gift_action.triggered.connect(self._on_gift)
        for action in (self.print_action, self.save_action):
            action.setEnabled(False)
            self.add_tool(action)

    def _build(self) -> None:
        self.figures.add(None, _("Gifts of the year"))
        self.figures.add(Verdict.READY, _("Ready gifts"))
        self.figures.add(Verdict.BLOCKED, _("Blocked gifts"))
        self.figures.add(Verdict.EXCLUDED, _("Excluded gifts"))
        self.figures.add(Verdict.ISSUED, _("Issued gifts"))
        self._key_figures.extend(self.figures.all)
        self.body.addWidget(self.figures)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.tabs.addTab(_("Review of gifts"))
        self.tabs.addTab(_("Issued receipts"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Review or issued receipts"))
        self.add_search(self.search, self.tabs, self.year_box)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.review_view)
        self.stack.addWidget(self.issued_view)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.bar)
        self._set_empty_states()

    def _set_empty_states(self) -> None:
        no_gift = EmptyState(
            "receipt",
            _("No gift this year"),
            _("Each gift appears here, with what its receipt still needs."),
        )
        no_gift.offer(self.gift_action)
        no_gift.offer(self.import_action, primary=True)
        self.review_view.list.set_empty(no_gift)
        none_issued = EmptyState(
            "receipt",
            _("No receipt issued for this year"),
            _("Review the gifts, then issue the receipts that are ready."),
        )
        self.issued_view.set_empty(none_issued)

    def _connect(self) -> None:
        self.search.leads_to(self.stack)
        self.search.searched.connect(self._apply_filter)
        self.figures.chosen.connect(self._on_figure)
        self.tabs.currentChanged.connect(self._on_tab)
        self.year_box.year_changed.connect(self._on_year)
        self.review_view.row_activated.connect(self._on_row)
        self.review_view.list.clear_requested.connect(self._on_clear)
        self.issued_view.list.clear_requested.connect(self.search.clear)
        self.issued_view.receipt_activated.connect(self.papers.show)
        self.issuing.started.connect(self.bar.tell_issuing)
        self.issuing.started.connect(self._on_issue_started)
        self.issuing.stopped.connect(self.reload)
        self.issuing.refused.connect(self.reload)
        self.issuing.issued.connect(self.bar.tell_issued)
        self.issuing.stopped.connect(self.bar.tell_issue_stopped)
        self.papers.started.connect(self.bar.follow)
        self.papers.written.connect(self.bar.tell_written)
        self.papers.stopped.connect(self.bar.tell_writing_stopped)
        self.bar.open_requested.connect(self.papers.open)
        self.bar.issued_requested.connect(self._on_issued_requested)

    # reading

    @override
    @Slot()
    def reload(self) -> None:
        year = self.year_box.year if self._year_is_chosen else None
        self.desk.tasks.query(
            self,
            partial(read_year, self.desk.services, self.desk.today(), year),
            self._on_read,
            replaces="review",
        )

    def _on_read(self, reading: YearReading) -> None:
        self._reading = reading
        self._year_is_chosen = True
        self.year_box.set_years(reading.years)
        self.year_box.choose(reading.review.year)
        self._show_figures(reading)
        self._show_banner(reading)
        if self._verdict is not None and not reading.review.of(self._verdict):
            self.figures.choose(None)
        self.review_view.show_rows(reading.rows)
        self._apply_filter()
        self._show_actions(reading)
        self.bar.show_state(reading)
        if self._issues_when_read:
            self._issues_when_read = False
            self.issue()

    @property
    def _verdict(self) -> Verdict | None:
        verdict = self.figures.current
        return verdict if isinstance(verdict, Verdict) else None

    def _show_figures(self, reading: YearReading) -> None:
        review = reading.review
        whole = self.figures.figure(None)
        whole.set_value(number_text(len(review.lines)), money_text(reading.amount))
        for verdict in Verdict:
            text = money_text(review.total(verdict))
            if verdict is Verdict.ISSUED and reading.issued:
                count = ngettext("{count} receipt", "{count} receipts", reading.issued)
                text = f"{count.format(count=reading.issued)} · {text}"
            self.figures.figure(verdict).set_value(number_text(len(review.of(verdict))), text)

    def _show_banner(self, reading: YearReading) -> None:
        missing = reading.review.missing
        self.banner.setVisible(bool(missing))
        if missing:
            self.banner.say(
                Tone.ATTENTION,
                _("No receipt can be issued: the association's profile is incomplete."),
                _("Missing: {fields}.").format(fields=profile_fields_text(missing)),
            )
            self.banner.offer(primary=self.profile_action)

    def _show_actions(self, reading: YearReading) -> None:
        count = reading.receipt_count()
        text = ngettext("Issue {count} receipt…", "Issue {count} receipts…", count)
        self.issue_action.setText(
            text.format(count=number_text(count)) if count else _("Issue receipts…")
        )
        self.issue_action.setEnabled(bool(count) and not self.issuing.is_running)
        for action in (self.print_action, self.save_action):
            action.setEnabled(bool(reading.issued))

    @Slot()
    def _apply_filter(self) -> None:
        text = self.search.text().strip()
        self.review_view.filter(self._verdict, text)
        self.issued_view.filter(self.year_box.year, text)

    # what the person does

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self.tabs.setCurrentIndex(_ISSUED)
            service = self.desk.services.receipts
            self.desk.tasks.query(self, partial(service.lines, [target]), self._on_target)
        elif isinstance(target, tuple) and target[:1] == ("year",):
            self._choose_year(int(target[1]))
        elif isinstance(target, str) and target in _FILTERS:
            self.figures.choose(_FILTERS[target])

    def _on_target(self, lines: list[ReceiptLine]) -> None:
        if lines:
            self.search.clear()
            self._choose_year(lines[0].year)
            self.issued_view.select(lines[0].id)

    def _choose_year(self, year: int) -> None:
        self._year_is_chosen = True
        self.year_box.choose(year)
        self._on_year()

    @Slot()
    def _on_year(self) -> None:
        self._year_is_chosen = True
        self.bar.forget()
        self.reload()

    @Slot()
    def _on_figure(self) -> None:
        self.tabs.setCurrentIndex(_REVIEW)
        self._apply_filter()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)

    @Slot()
    def _on_clear(self) -> None:
        self.search.clear()
        self.figures.choose(None)

    @Slot(object)
    def _on_row(self, row: ReviewRow) -> None:
        number = row.line.gift.receipt_number
        found = receipt_number(number, self.year_box.year) if number else None
        if found is None:
            listed = self.review_view.rows(self.review_view.listed_ids())
            self.cures.cure(row, listed)
            return
        service = self.desk.services.receipts
        self.desk.tasks.query(self, partial(numbered_ids, service, *found), self._on_numbered)

    def _on_numbered(self, ids: list[int]) -> None:
        for receipt_id in ids:
            self.papers.show(receipt_id)

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
        self.tabs.setCurrentIndex(_ISSUED)
        self.issued_view.setFocus()

    # issuing and printing

    @Slot()
    def issue(self) -> None:
        """Show what would be issued, and ask; Ctrl+K may come here before the first reading."""
        if self._reading is None:
            self._issues_when_read = True
        elif self._reading.receipt_count():
            self.issuing.ask(self._reading)

    @Slot()
    def _on_issue_started(self) -> None:
        if self._reading is not None:
            self._show_actions(self._reading)

    @Slot()
    def print_receipts(self) -> None:
        """Ask how to print the receipts of the year, or those selected."""
        self._ask_papers(prints=True)

    @Slot()
    def save_receipts(self) -> None:
        """Ask where to save the receipts of the year, or those selected."""
        self._ask_papers(prints=False)

    def _ask_papers(self, *, prints: bool) -> None:
        view, year = self.issued_view, self.year_box.year
        if self.stack.currentIndex() == _ISSUED:
            self.papers.ask(year, view.listed_ids(), view.selected_ids(), prints=prints)
        else:
            self.papers.ask_all(year, prints=prints)
