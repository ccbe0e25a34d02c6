"""The home page: where the association stands, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.services.outcome import Subject
from coopdesk.ui.donations.targets import GiftsShown
from coopdesk.ui.home.cards import LatestCard, StepsCard
from coopdesk.ui.home.first_steps import FirstSteps
from coopdesk.ui.home.gift_card import GiftCard
from coopdesk.ui.home.next_steps import next_steps, receipt_year
from coopdesk.ui.page import GAP, Page
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.demo_words import DemoCounts
    from coopdesk.domain.home import HomeFigures
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.home.next_steps import NextStep

_TWO_COLUMNS_FROM = 860
# Row, column, rows and columns spanned by the chart, what is to do, what was done.
_WIDE = ((0, 0, 3, 1), (0, 1, 1, 1), (1, 1, 1, 1))
_NARROW = ((1, 0, 1, 1), (0, 0, 1, 1), (2, 0, 1, 1))


class HomePage(Page):
    """Figures that open their page, gifts by month, to do, done lately; or the first steps."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Home"), frozenset(Subject), parent)
        self._figures_shown: HomeFigures | None = None
        self._to_book = self._to_reconcile = 0
        self._is_wide: bool | None = None
        self._make_actions()
        self.contacts_figure = self.add_figure(_("Contacts"), self._on_contacts)
        self.gifts_figure = self.add_figure(_("Gifts this year"), self._on_gifts)
        self.receipts_figure = self.add_figure(_("Receipts ready"), self._on_receipts)
        self.check_figure = self.add_figure(_("To check"), self._on_to_check)
        self.backup_figure = self.add_figure(_("Last backup"), self._on_backups)
        table_button = ActionButton(self.table_action)
        table_button.setProperty("kind", "flat")
        self.gifts = GiftCard(table_button)
        self.steps = StepsCard()
        self.steps.chosen.connect(self._on_step)
        journal_button = QPushButton(_("Whole journal"))
        journal_button.setProperty("kind", "flat")
        journal_button.clicked.connect(self._on_journal)
        self.latest = LatestCard(journal_button)
        self.first_steps = FirstSteps(
            (
                (
                    self.import_action,
                    "download-simple",
                    _("Of your bank, of HelloAsso, of Open Collective, or a list of contacts."),
                ),
                (
                    self.contact_action,
                    "user-plus",
                    _("A person or an organisation, to record a first gift."),
                ),
                (
                    self.profile_action,
                    "identification-card",
                    _("Address, number, signatory: what tax receipts must say."),
                ),
                (
                    self.demo_action,
                    "flask",
                    _("To look around, in a file for trying: its closed books stay."),
                ),
            )
        )
        self._lay_out_body()

    def _make_actions(self) -> None:
        make = self.make_action
        self.table_action = make(_("Table"), "table", self._on_table, keys="Ctrl+T")
        self.table_action.setStatusTip(_("Show the chart as a table, and back"))
        self.import_action = make(_("Import a file…"), "download-simple", self._on_import)
        self.contact_action = make(_("Add a contact"), "user-plus", self._on_contacts)
        self.profile_action = make(
            _("Complete the association's profile"), "identification-card", self._on_profile
        )
        self.demo_action = make(_("Fill with an invented association"), "flask", self._on_demo)
        self.demo_action.setEnabled(False)

    def _lay_out_body(self) -> None:
        overview = QWidget()
        self._grid = QGridLayout(overview)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._arrange(is_wide=True)
        self.stack = QStackedWidget()
        self.overview = _scrolling(overview)
        self.start = _scrolling(self.first_steps)
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.start)
        self.body.addWidget(self.stack, 1)

    # reading

    @override
    @Slot()
    def reload(self) -> None:
        today = self.desk.today()
        call = partial(self.desk.services.home.figures, today.year)
        self.desk.tasks.query(self, call, self._on_figures, replaces="figures")
        # Apart: the more payments there are, the longer it takes.
        waiting = partial(_waiting, self.desk.services)
        self.desk.tasks.query(self, waiting, self._on_waiting, replaces="waiting")

    def _on_waiting(self, counts: tuple[int, int]) -> None:
        self._to_book, self._to_reconcile = counts
        self._show_steps()

    def _show_steps(self) -> None:
        figures = self._figures_shown
        if figures is not None:
            counts = (self._to_book, self._to_reconcile)
            self.steps.show_steps(next_steps(figures, self.desk.today(), *counts))

    def _on_figures(self, figures: HomeFigures) -> None:
        self._figures_shown = figures
        self.set_sentence(figures.association_name)
        self.demo_action.setEnabled(figures.is_empty)
        # The page of imports has a command of its own, with its key.
        self.import_action.setVisible(figures.is_empty)
        self.profile_action.setVisible(bool(figures.missing_profile))
        self._show_figures(figures)
        self.gifts.show_years(figures.gifts, figures.gifts_before)
        self._show_steps()
        self.latest.show_operations(figures.latest, self.desk.today())
        self.stack.setCurrentWidget(self.start if figures.is_empty else self.overview)

    def _show_figures(self, figures: HomeFigures) -> None:
        from coopdesk.wording.ages import age_text
        from coopdesk.wording.formats import money_text, number_text

        before = figures.gifts_before
        year, receipts = receipt_year(figures)
        self.contacts_figure.set_value(number_text(figures.contacts))
        self.gifts_figure.set_value(
            money_text(figures.gifts.total),
            _("{year}: {amount}").format(year=before.year, amount=money_text(before.total)),
        )
        waiting = _blocked_text(year, receipts.blocked)
        self.receipts_figure.set_value(number_text(receipts.ready), waiting)
        self.check_figure.set_value(number_text(figures.to_check))
        moment = figures.last_backup_at
        never = _("never")
        self.backup_figure.set_value(age_text(moment, self.desk.today()) if moment else never)
        for figure in (
            self.contacts_figure,
            self.gifts_figure,
            self.receipts_figure,
            self.check_figure,
            self.backup_figure,
        ):
            figure.setVisible(not figures.is_empty)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_wide=event.size().width() >= _TWO_COLUMNS_FROM)

    def _arrange(self, *, is_wide: bool) -> None:
        """Put the chart at the left; on a narrow window below what is to be done."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        places = _WIDE if is_wide else _NARROW
        for card, place in zip((self.gifts, self.steps, self.latest), places, strict=True):
            self._grid.addWidget(card, *place)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if is_wide else 0)
        self._grid.setRowStretch(2, 1 if is_wide else 0)

    # what the person does

    @Slot()
    def _on_table(self) -> None:
        self.gifts.toggle()

    @Slot(object)
    def _on_step(self, step: NextStep) -> None:
        self.desk.navigator.open(step.page, step.target)

    @Slot()
    def _on_contacts(self) -> None:
        self.desk.navigator.open("contacts")

    @Slot()
    def _on_gifts(self) -> None:
        self.desk.navigator.open("donations", GiftsShown(year=self.desk.today().year))

    @Slot()
    def _on_receipts(self) -> None:
        shown = self._figures_shown
        year = receipt_year(shown)[0] if shown else self.desk.today().year
        self.desk.navigator.open("receipts", ("year", year))

    @Slot()
    def _on_to_check(self) -> None:
        self.desk.navigator.open("imports", "to_check")

    @Slot()
    def _on_import(self) -> None:
        self.desk.navigator.open("imports", "choose")

    @Slot()
    def _on_profile(self) -> None:
        self.desk.navigator.open("settings", "profile")

    @Slot()
    def _on_backups(self) -> None:
        self.desk.navigator.open("settings", "database")

    @Slot()
    def _on_journal(self) -> None:
        self.desk.navigator.open("settings", "journal")

    @Slot()
    def _on_demo(self) -> None:
        self.demo_action.setEnabled(False)
        services = self.desk.services
        self.desk.tasks.job(
            self,
            _("Inventing an association"),
            lambda progress: _build_demo(services, progress),
            self._on_demo_built,
            failed=self._on_demo_refused,
        )

    def _on_demo_built(self, counts: DemoCounts) -> None:
        from coopdesk.wording.formats import number_text

        text = ngettext(
            "{count} invented contact is here now.",
            "{count} invented contacts are here now.",
            counts.contacts,
        )
        self.desk.feedback.tell(text.format(count=number_text(counts.contacts)))

    def _on_demo_refused(self, error: BaseException) -> None:
        self.desk.feedback.show_error(error)
        self.reload()


def _blocked_text(year: int, blocked: int) -> str:
    """Say how many gifts are blocked; nothing when none is."""
    if not blocked:
        return _("gifts of {year}").format(year=year)
    text = ngettext("{count} gift blocked", "{count} gifts blocked", blocked)
    return _("{year}: {text}").format(year=year, text=text.format(count=blocked))


def _build_demo(services: Services, progress: Progress) -> Outcome[DemoCounts]:
    return services.demo.build(progress=progress)


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _waiting(services: Services) -> tuple[int, int]:
    """Count payments without an entry, and lines of the bank that nothing explains."""
    waiting = services.bank.totals(StatementFilter(waiting=True)).waiting
    return services.booking.waiting(), waiting
