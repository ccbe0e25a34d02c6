"""The home page: where the association stands, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from coopdesk.domain.receipts import Verdict
from coopdesk.services.outcome import Subject
from coopdesk.ui.home.board import (
    CAMPAIGNS,
    CONTRIBUTORS,
    EVENTS,
    RECENT,
    TWO_COLUMNS_FROM,
    HomeBoard,
)
from coopdesk.ui.home.cockpit_lines import cockpit_lines
from coopdesk.ui.home.doing import HomeDoing
from coopdesk.ui.home.first_steps import FirstSteps
from coopdesk.ui.home.next_steps import next_steps, receipt_year
from coopdesk.ui.home.reading import (
    BookReading,
    HomeRead,
    Limits,
    Question,
    ReceiptReading,
    card_questions,
    known_question,
    read_bank,
    recent_question,
)
from coopdesk.ui.home.tips import Known, tips
from coopdesk.ui.page import Page
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from coopdesk.domain.duties import Duty
    from coopdesk.domain.home import HomeOverview, ReceiptYears
    from coopdesk.ui.desk import Desk

_LIMITS = Limits(RECENT, EVENTS, CAMPAIGNS, CONTRIBUTORS)


class HomePage(Page):
    """What is to be done, figures that open their lines, charts; or the first steps."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Home"), frozenset(Subject), parent)
        self.read = HomeRead()
        self.books = BookReading(desk, self, self._on_to_book)
        self.receipts = ReceiptReading(desk, self, self._on_receipt_years)
        self.doing = HomeDoing(self)
        doing = self.doing
        self.table_action = self.make_action(_("Table"), "table", self._on_table, keys="Ctrl+T")
        self.table_action.setStatusTip(_("Show the chart as a table, and back"))
        self.report_action = self.make_action(_("Annual report…"), "article", self._on_report)
        self.add_tool(self.report_action)
        self.contacts_figure = self.add_figure(_("Contacts"), doing.open_contacts)
        self.gifts_figure = self.add_figure(_("Gifts this year"), doing.open_gifts)
        self.receipts_figure = self.add_figure(_("Receipts ready"), self._on_receipts)
        self.check_figure = self.add_figure(_("To check"), doing.open_to_check)
        self.backup_figure = self.add_figure(_("Last backup"), doing.open_backups)
        journal_button = QPushButton(_("Whole journal"))
        journal_button.setProperty("kind", "flat")
        journal_button.clicked.connect(doing.open_journal)
        self.board = board = HomeBoard(journal_button)
        self.steps, self.gifts, self.latest = board.cockpit, board.gifts, board.latest
        self.first_steps = FirstSteps(doing.first_steps())
        self.stack = QStackedWidget()
        self.overview = _scrolling(board)
        self.start = _scrolling(self.first_steps)
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.start)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        board, doing = self.board, self.doing
        board.place_chosen.connect(doing.open_place)
        board.gifts.month_opened.connect(doing.open_month)
        board.gifts.first_wanted.connect(doing.record_gift)
        board.treasury.first_wanted.connect(doing.open_accounts)
        board.cockpit.chosen.connect(doing.open_line)
        board.cockpit.marked.connect(doing.mark)
        board.cockpit.date_wanted.connect(doing.own_dates.add)
        board.cockpit.calendar_wanted.connect(doing.show_calendar)
        board.tips.chosen.connect(doing.follow_tip)
        board.tips.dismissed.connect(doing.dismiss_tip)
        doing.tips_changed.connect(self._show_tips)
        self.desk.navigator.tour_ended.connect(self._show_tips)

    # reading

    @override
    @Slot()
    def reload(self) -> None:
        for question in self._questions():
            self._ask(question)
        # The more payments and gifts there are, the longer these take.
        self.books.start()
        self.receipts.start(self.desk.today().year)

    def _questions(self) -> Iterator[Question]:
        services, year = self.desk.services, self.desk.today().year
        yield Question("overview", partial(services.home.overview, year), self._on_overview)
        yield known_question(self.desk, self._on_known)
        yield from card_questions(self.desk, self.board, _LIMITS)
        yield Question("bank", partial(read_bank, services), self._on_bank)
        duties = partial(services.duties.all, self.desk.today(), with_receipts=False)
        yield Question("duties", duties, self._on_duties)

    def _ask(self, question: Question) -> None:
        self.desk.tasks.query(self, question.call, question.done, replaces=question.name)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Opening a record changes nothing that the bus would tell. Before what takes longer.
        self._ask(recent_question(self.desk, self.board, _LIMITS.recent))
        super().showEvent(event)

    def _on_overview(self, seen: HomeOverview) -> None:
        self.read.seen = seen
        self.set_sentence(seen.association_name)
        self.doing.fit(seen)
        self._show_figures(seen)
        self.gifts.show_years(seen.gifts, seen.gifts_before)
        self._show_lines()
        self.latest.show_operations(seen.latest, self.desk.today())
        self.stack.setCurrentWidget(self.start if seen.is_empty else self.overview)

    def _on_known(self, known: Known) -> None:
        self.read.known = known
        self._show_tips()

    def _on_bank(self, count: int) -> None:
        self.read.to_reconcile = count
        self._show_lines()

    def _on_to_book(self, count: int) -> None:
        self.read.to_book = count
        self._show_lines()

    def _on_duties(self, duties: list[Duty]) -> None:
        self.read.duties = duties
        self._show_lines()

    def _on_receipt_years(self, receipts: ReceiptYears) -> None:
        self.read.receipts = receipts
        self._show_receipts()
        self._show_lines()

    # showing

    def _show_lines(self) -> None:
        """Show what is to be done once all of it is known: nothing moves under the pointer.

        Receipts and what the books lack may take long to count; a line keeps their place.
        """
        read, today = self.read, self.desk.today()
        figures = read.figures
        if figures is None or read.to_reconcile is None or read.duties is None:
            return
        steps = next_steps(figures, today, read.to_book or 0, read.to_reconcile)
        counts_receipts = read.receipts is None and not figures.missing_profile
        counts = counts_receipts or read.to_book is None
        self.steps.show_lines(cockpit_lines(read.duties, steps, today, counts=counts))

    @Slot()
    def _show_tips(self) -> None:
        seen, known = self.read.seen, self.read.known
        if seen is None or known is None:
            return
        settings = self.desk.settings
        dismissed = settings.dismissed_in(self.desk.database)
        done = settings.current.tour_done
        self.board.show_tips(tips(seen, known, dismissed, tour_done=done))

    def _show_figures(self, seen: HomeOverview) -> None:
        from coopdesk.wording.ages import age_text
        from coopdesk.wording.formats import money_text, number_text

        before = seen.gifts_before
        self.contacts_figure.set_value(number_text(seen.contacts))
        self.gifts_figure.set_value(
            money_text(seen.gifts.total),
            _("{year}: {amount}").format(year=before.year, amount=money_text(before.total)),
        )
        self.check_figure.set_value(number_text(seen.to_check))
        moment = seen.last_backup_at
        never = _("never")
        self.backup_figure.set_value(age_text(moment, self.desk.today()) if moment else never)
        for figure in (
            self.contacts_figure,
            self.gifts_figure,
            self.receipts_figure,
            self.check_figure,
            self.backup_figure,
        ):
            figure.setVisible(not seen.is_empty)

    def _show_receipts(self) -> None:
        from coopdesk.wording.formats import number_text

        figures = self.read.figures
        if figures is not None:
            year, counts = receipt_year(figures)
            blocked = self.doing.blocked_text(year, counts.blocked)
            self.receipts_figure.set_value(number_text(counts.ready), blocked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.arrange(is_wide=event.size().width() >= TWO_COLUMNS_FROM)

    @override
    def show_target(self, target: object) -> None:
        """Show the calendar of the year, or a date of our own."""
        if isinstance(target, tuple) and target[:1] == ("own_duty",):
            self.doing.own_dates.change(int(target[1]))
        elif target == "calendar":
            self.doing.show_calendar()

    # what the person does

    @Slot()
    def _on_report(self) -> None:
        from coopdesk.ui.annual.opening import open_annual_report

        open_annual_report(self.desk, self)

    @Slot()
    def _on_table(self) -> None:
        """Turn the chart that has the keys into its table, or back; else the one of gifts."""
        treasury, focused = self.board.treasury, self.window().focusWidget()
        has_keys = focused is not None and treasury.isAncestorOf(focused)
        (treasury if has_keys else self.gifts).toggle()

    @Slot()
    def _on_receipts(self) -> None:
        figures = self.read.figures
        year = receipt_year(figures)[0] if figures else self.desk.today().year
        self.desk.navigator.open("receipts", ("year", year, Verdict.READY.value))


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
