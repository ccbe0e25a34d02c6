"""The view of money in and out on the page of accounts: the journal of payments of a year."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.domain.payments import Direction, PaymentFilter, PaymentState
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.payments.activity_dialog import (
    PaymentActivityDialog,
    read_activity_setting,
)
from coopdesk.ui.payments.columns import payment_columns
from coopdesk.ui.payments.fee_dialog import FeeDialog
from coopdesk.ui.payments.journal_reading import line_of, read_journal, sums_of
from coopdesk.ui.payments.panel import PaymentPanel
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.figure_chip import FigureChip
from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import Payment, PaymentLine
    from coopdesk.services.payments import PaymentService
    from coopdesk.ui.page import Page
    from coopdesk.ui.payments.activity_dialog import ActivitySetting
    from coopdesk.ui.payments.journal_reading import JournalReading

_ALL = "all"


class PaymentsView(QWidget):
    """Lists money in and out, whatever recorded it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._desk = page.desk
        self._service = page.desk.services.payments
        self._total = ""
        self._wanted: int | None = None
        self._make_actions()
        self._build()
        self._connect()

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here; payments go by calendar years."""
        return ViewHead(
            search=self.search,
            remove=self.remove_action,
            uses_year=False,
        )

    # building

    def _make_actions(self) -> None:
        self.remove_action = make_step(self, _("Remove"), "trash")
        self.remove_action.triggered.connect(self.remove)
        self.remove_action.setEnabled(False)
        self.fee_action = make_step(self, _("Fee kept…"), "percent")
        self.fee_action.triggered.connect(self._on_fee)
        self.fee_action.setEnabled(False)
        self.activity_action = make_step(self, _("Activity…"), "target")
        self.activity_action.triggered.connect(self._on_activity)
        self.activity_action.setEnabled(False)
        self.asker = Asker(self._desk, self)
        self.import_action = make_step(self, _("Import a file…"), "download-simple")
        self.import_action.triggered.connect(self._on_import)

    def _build(self) -> None:
        self.figures = FigureFilter()
        self.figures.add(_ALL, _("Received less paid"))
        self.figures.add(Direction.IN, _("All income"))
        self.figures.add(Direction.OUT, _("All expenses"))
        self.figures.add(PaymentState.TO_CHECK, _("Lines to check"))
        self.figures.add(PaymentState.DISMISSED, _("Lines set aside"))
        self._page.keep_compact(*self.figures.all)
        self.search = SearchField(_("Search a name, a label, a campaign"))
        self.year_box = YearBox(self._desk.today().year)
        self.figure_chip: FigureChip[PaymentFilter] = FigureChip()
        self.figure_chip.clicked.connect(self._on_figure_dropped)
        self.list = RecordList(self._desk, "payments", payment_columns(), self._service.lines)
        self.list.set_accessible_name(_("Journal of payments"))
        self.list.set_empty(self._empty_state())
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        actions = (self.activity_action, self.fee_action, self.remove_action)
        self.list.table.addActions(list(actions))
        self.panel = PaymentPanel(self._desk)
        self.panel.add_rare_actions(actions)
        self.detail = ListDetail(self.list, self.panel)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.figure_chip)
        row.addWidget(self.year_box)
        row.addStretch(1)
        # On a low screen the list gives way first: it scrolls.
        self.detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.figures)
        body.addLayout(row)
        body.addWidget(self.detail, 1)
        self.setFocusProxy(self.list)

    def _empty_state(self) -> EmptyState:
        sentence = _("Gifts, fees and files imported from HelloAsso bring payments here.")
        empty = EmptyState("chart-bar", _("No payment here"), sentence)
        empty.offer(self.import_action, primary=True)
        return empty

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.figures.chosen.connect(self.reload)
        self.year_box.year_changed.connect(self._on_year)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self._on_clear)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.detail.wanted.connect(self.panel.show_line)
        self.detail.covered.connect(self._on_covered)
        self.panel.gone.connect(self.detail.close_record)

    # reading

    @property
    def wanted(self) -> PaymentFilter:
        """What the figures, the search and the sort ask for."""
        key, figure = self.figures.current, self.figure_chip.wanted
        sort, descending = self.list.sort
        if figure is not None:
            text = self.search.text().strip()
            return replace(figure, text=text, sort=sort or "date", descending=descending)
        return PaymentFilter(
            year=self.year_box.year,
            text=self.search.text().strip(),
            state=key if isinstance(key, PaymentState) else PaymentState.RECEIVED,
            direction=key if isinstance(key, Direction) else None,
            sort=sort or "date",
            descending=descending,
        )

    @Slot()
    def reload(self) -> None:
        """Read the year again, and the payment that is open."""
        wanted = self.wanted
        call = partial(read_journal, self._service, wanted)
        self._desk.tasks.query(self, call, partial(self._on_read, wanted), replaces="journal")
        self.detail.read_again()

    def _on_read(self, wanted: PaymentFilter, reading: JournalReading) -> None:
        self.year_box.set_years(reading.years)
        self._show_figures(reading)
        self.list.set_ids(reading.ids, searched=wanted.text)
        self._total = _totals_text(wanted, reading) if reading.ids else ""
        self.list.set_totals(self._total)
        if self._wanted is not None and self.list.table.select_id(self._wanted):
            self._wanted = None

    def _show_figures(self, reading: JournalReading) -> None:
        income, expense = reading.year_income, reading.year_expense
        self.figures.figure(_ALL).set_value(money_text(income - expense))
        self.figures.figure(Direction.IN).set_value(money_text(income))
        self.figures.figure(Direction.OUT).set_value(money_text(expense))
        self.figures.figure(PaymentState.TO_CHECK).set_value(number_text(reading.waiting))
        self.figures.figure(PaymentState.DISMISSED).set_value(number_text(reading.dismissed))

    def show_target(self, target: object) -> None:
        """Show a payment in its year, a year, or what a figure of another page counts."""
        self._narrow(target if isinstance(target, PaymentFilter) else None)
        if isinstance(target, int):
            get = self._service.get
            self._desk.tasks.query(self, partial(get, target), self._on_target)
        elif isinstance(target, tuple) and target[:1] == ("year",):
            self.year_box.choose(int(target[1]))
            self.reload()

    def _narrow(self, wanted: PaymentFilter | None) -> None:
        """Show exactly what a figure counts, in place of the figures of a year; or no more."""
        if wanted is None:
            self.figure_chip.drop()
        else:
            self.detail.close_record()
            self.search.clear()
            self.figure_chip.narrow(wanted, figure_words(wanted))
            self.reload()
        self._show_heads(covered=False)

    @Slot()
    def _on_figure_dropped(self) -> None:
        self._narrow(None)
        self.reload()

    def _show_heads(self, *, covered: bool) -> None:
        of_year = not covered and self.figure_chip.wanted is None
        self.search.setVisible(not covered)
        self.figures.setVisible(of_year)
        self.year_box.setVisible(of_year)
        self.figure_chip.setVisible(not covered and not of_year)

    def _on_target(self, payment: Payment) -> None:
        content = payment.content
        is_received = content.state is PaymentState.RECEIVED
        self.year_box.choose(content.paid_on.year)
        self.search.clear()
        self.figures.choose(_ALL if is_received else content.state)
        wanted = PaymentFilter(year=content.paid_on.year, state=content.state)
        self._desk.tasks.query(
            self, partial(line_of, self._service, wanted, payment.id), self._on_line
        )

    def _on_line(self, line_id: int | None) -> None:
        if line_id is None:
            return
        if not self.list.table.select_id(line_id):
            self._wanted = line_id
        self.detail.open_record(line_id)

    @Slot()
    def _on_year(self) -> None:
        self.detail.close_record()
        self.reload()

    @Slot()
    def _on_clear(self) -> None:
        self._narrow(None)
        self.search.clear()
        self.figures.choose(_ALL)

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self._show_heads(covered=covered)

    @Slot(object)
    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        self.remove_action.setEnabled(len(ids) == 1)
        self.fee_action.setEnabled(len(ids) == 1)
        self.activity_action.setEnabled(bool(ids))
        if len(ids) > 1:
            call = partial(sums_of, self._service, ids)
            self._desk.tasks.query(self, call, self._on_sums, replaces="sums")
        else:
            self.list.set_totals(self._total)

    def _on_sums(self, sums: tuple[Money, Money]) -> None:
        if len(self.list.selected_ids) > 1:
            text = _("Selection: {totals}").format(totals=_sums_text(*sums))
            self.list.set_totals(text)

    # what the person does

    @Slot()
    def remove(self) -> None:
        """Remove the selected payment; only one recorded by hand can go."""
        ids = self.list.selected_ids
        if len(ids) == 1:
            lines = partial(self._service.lines, ids)
            self._desk.tasks.query(self, lines, self._on_lines_to_remove)

    def _on_lines_to_remove(self, lines: list[PaymentLine]) -> None:
        for line in lines:
            self._desk.tasks.command(self, partial(self._service.remove, line.payment_id))

    @Slot()
    def _on_fee(self) -> None:
        """Ask what was kept of the selected payment."""
        ids = self.list.selected_ids
        if len(ids) == 1:
            call = partial(_payment_of, self._service, ids[0])
            self._desk.tasks.query(self, call, self._on_payment_with_fee, replaces="fee")

    def _on_payment_with_fee(self, payment: Payment | None) -> None:
        if payment is None:
            self._desk.feedback.tell(_("Only money that came in bears a fee."))
            return
        make = partial(FeeDialog, payment, self.window())
        self.asker.ask(make, partial(self._service.set_fee, payment.id))

    @Slot()
    def _on_activity(self) -> None:
        """Ask what the selected lines are part of."""
        ids = self.list.selected_ids
        if ids:
            call = partial(read_activity_setting, self._desk.services, ids)
            self._desk.tasks.query(self, call, self._on_activity_read, replaces="activity")

    def _on_activity_read(self, setting: ActivitySetting) -> None:
        make = partial(PaymentActivityDialog, setting, self.window())
        ids = [line.id for line in setting.lines]
        self.asker.ask(make, partial(self._service.set_activity, ids))

    @Slot()
    def _on_import(self) -> None:
        self._desk.navigator.open("imports")


def figure_words(wanted: PaymentFilter) -> str:
    """Say which payments a figure of another page counts."""
    if wanted.for_tiers and wanted.since is not None:
        return _("Sales since {day}").format(day=day_text(wanted.since))
    if wanted.direction is None:
        return _("All that came in and went out")
    return _("All income") if wanted.direction is Direction.IN else _("All expenses")


def _payment_of(service: PaymentService, line_id: int) -> Payment | None:
    """Return the payment of a line if money came in by it; runs on the worker."""
    for line in service.lines([line_id]):
        if line.direction is Direction.IN:
            return service.get(line.payment_id)
    return None


def _totals_text(wanted: PaymentFilter, reading: JournalReading) -> str:
    """Return the totals of what is listed; money that is not received makes no result."""
    if wanted.state is PaymentState.RECEIVED:
        return _sums_text(reading.income, reading.expense)
    text = _("Total: {amount}, which does not count")
    return text.format(amount=money_text(reading.income - reading.expense))


def _sums_text(income: Money, expense: Money) -> str:
    text = _("Income {income} · Expenses {expense} · Difference {result}")
    return text.format(
        income=money_text(income),
        expense=money_text(expense),
        result=money_text(income - expense),
    )
