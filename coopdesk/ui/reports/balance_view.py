"""The balance of a fiscal year: every account with what moved, searched as you type."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.reports.balance_rows import (
    AccountClasses,
    balance_columns,
    balance_sheet_rows,
    chosen_rows,
)
from coopdesk.ui.reports.scope_bar import ScopeBar
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.activities import Activity
    from coopdesk.domain.ledgers import Balance, ReportScope
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class _Reading(NamedTuple):
    balance: Balance
    activities: list[Activity]


class BalanceView(QWidget):
    """Enter on an account opens its grand livre."""

    account_wanted = Signal(object)  # its number

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._balance: Balance | None = None
        self._year_id: int | None = None
        self.search = SearchField(_("Search an account: its number or its name"))
        self.classes: ChoiceChips[AccountClasses] = ChoiceChips(
            _("Accounts"),
            (
                (AccountClasses.ALL, _("All")),
                (AccountClasses.BALANCE_SHEET, _("Balance sheet")),
                (AccountClasses.EXPENSES, _("Expense accounts")),
                (AccountClasses.INCOME, _("Income accounts")),
                (AccountClasses.IN_KIND, _("In kind")),
            ),
        )
        self.scope_bar = ScopeBar()
        self.sheet = FigureSheet(_("Balance by account"))
        self.note = plain_label("", "muted")
        self.empty = EmptyState(
            "scales",
            _("No entry in this fiscal year"),
            _("The balance adds up what was written on each account."),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.search, 1)
        first.addWidget(self.classes)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.scope_bar)
        second.addStretch(1)
        second.addWidget(self.note)
        frame = QFrame()
        frame.setProperty("kind", "sheet")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.sheet)
        self._stack.addWidget(frame)
        self._stack.addWidget(self.empty)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.sheet)

    def _connect(self) -> None:
        self.search.leads_to(self.sheet)
        self.search.searched.connect(self._show)
        self.classes.chosen.connect(self._show)
        self.scope_bar.changed.connect(self._on_scope)
        self.sheet.opened.connect(self.account_wanted)

    @property
    def scope(self) -> ReportScope | None:
        """What is read, None while there is no fiscal year."""
        return None if self._year_id is None else self.scope_bar.scope(self._year_id)

    def read(self, fiscal_year_id: int | None) -> None:
        """Read the balance of a fiscal year."""
        self._year_id = fiscal_year_id
        scope = self.scope
        if scope is None:
            self._stack.setCurrentWidget(self.empty)
            return
        call = partial(_read, self._desk.services, scope)
        self._desk.tasks.query(self, call, self._on_read, replaces="balance")

    @Slot()
    def _on_scope(self) -> None:
        self.read(self._year_id)

    def _on_read(self, reading: _Reading) -> None:
        self._balance = reading.balance
        self.scope_bar.offer(reading.activities)
        self._show()

    @Slot()
    def _show(self) -> None:
        balance = self._balance
        if balance is None:
            return
        text, classes = self.search.text(), self.classes.key
        rows = chosen_rows(balance, classes, text)
        is_whole = len(rows) == len(balance.rows)
        self.sheet.show_rows(
            balance_columns(balance), balance_sheet_rows(rows, is_whole=is_whole)
        )
        if self.sheet.hasFocus():
            self.sheet.select_first()
        self._stack.setCurrentIndex(0 if balance.rows else 1)
        self.note.setText(_said(balance, len(rows)))


def _read(services: Services, scope: ReportScope) -> _Reading:
    """Read the balance and the activities there are; runs on the worker."""
    return _Reading(services.reports.balance(scope), services.activities.all())


def _said(balance: Balance, count: int) -> str:
    """Say how many accounts are shown, and what the year comes to."""
    text = ngettext("{count} account", "{count} accounts", count).format(count=count)
    result = balance.result
    name = _("surplus {amount}") if result.cents >= 0 else _("deficit {amount}")
    shown = name.format(amount=money_text(result if result.cents >= 0 else -result))
    if balance.lacks_opening:
        return " · ".join((text, shown, _("the year before is not brought forward yet")))
    return f"{text} · {shown}"
