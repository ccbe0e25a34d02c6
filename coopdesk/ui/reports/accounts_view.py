"""The tab of accounts: the balance, and the grand livre of the account that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.reports.balance_view import BalanceView
from coopdesk.ui.reports.ledger_view import LedgerView
from coopdesk.ui.reports.papers import ReportPrinting
from coopdesk.ui.reports.targets import (
    ACCOUNT,
    BALANCE,
    PAGE,
    UNSEEN,
    account_target,
    go_from,
    unseen_target,
)

if TYPE_CHECKING:
    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.widgets.search_field import SearchField


class AccountsView(QWidget):
    """Account → lines → entry, and the same way back."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__()
        self._page = page
        self._desk = page.desk
        self._number = ""
        self._activity_id: int | None = None
        self.balance = BalanceView(self._desk)
        self.ledger = LedgerView(self._desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.balance)
        self.stack.addWidget(self.ledger)
        self.printing = ReportPrinting(page, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.printing.bar)
        self.setFocusProxy(self.balance)
        self.balance.account_wanted.connect(self._on_account)
        self.ledger.closed.connect(self._on_back)
        self.ledger.balance_wanted.connect(self._on_balance)
        self.ledger.entry_wanted.connect(self._on_entry)
        self.printing.action.triggered.connect(self._on_print)

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        action = self.printing.action
        return ViewHead(search=self._search, tools=(action,), roles={Role.PRINT: action})

    @property
    def _search(self) -> SearchField:
        """The search of what is shown; Ctrl+F leads there."""
        return self.ledger.search if self._number else self.balance.search

    @property
    def _scope(self) -> ReportScope | None:
        year = self._page.fiscal_year
        return None if year is None else self.balance.scope_bar.scope(year.id)

    def reload(self) -> None:
        """Read again what is shown."""
        year = self._page.fiscal_year
        self.balance.read(None if year is None else year.id)
        scope = self._scope
        if self._number and scope is not None:
            self.ledger.read(self._number, scope)

    def show_target(self, target: object) -> None:
        """Show the balance, or the account that another page names."""
        if not isinstance(target, tuple):
            return
        word, *rest = target
        if word == ACCOUNT and rest:
            self.balance.scope_bar.choose(rest[1] if len(rest) > 1 else None)
            for with_drafts in rest[2:]:
                self.balance.scope_bar.drafts_chip.setChecked(with_drafts)
            self._open(str(rest[0]))
        elif word == UNSEEN and rest:
            # Statements know no activities.
            self.balance.scope_bar.choose(None)
            self._open(str(rest[0]), unseen=True)
        elif word == BALANCE:
            self._show_balance()

    def _open(self, number: str, *, unseen: bool = False) -> None:
        self._number = number
        self.ledger.list_unseen(wanted=unseen)
        self._page.search_field = self._search
        self.stack.setCurrentWidget(self.ledger)
        self.setFocusProxy(self.ledger)
        scope = self._scope
        if scope is not None:
            self.ledger.read(number, scope)
        self.ledger.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_balance(self) -> None:
        number, self._number = self._number, ""
        self._page.search_field = self._search
        self.stack.setCurrentWidget(self.balance)
        self.setFocusProxy(self.balance)
        if number:
            self.balance.sheet.select_key(number)
        self.balance.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _place(self) -> tuple[object, ...]:
        """What this view shows now, as a target."""
        if self._number and self.ledger.lists_unseen:
            return unseen_target(self._number)
        return self._account(self._number) if self._number else (BALANCE,)

    def _account(self, number: str) -> tuple[object, ...]:
        bar = self.balance.scope_bar
        return account_target(number, bar.activity_id, with_drafts=bar.with_drafts)

    @Slot(object)
    def _on_account(self, number: str) -> None:
        go_from(self._desk, self._place, self._account(number))

    @Slot(int, int)
    def _on_entry(self, entry_id: int, _line_id: int) -> None:
        go_from(self._desk, self._place, ("entry", entry_id))

    @Slot()
    def _on_balance(self) -> None:
        go_from(self._desk, self._place, (BALANCE,))

    @Slot()
    def _on_back(self) -> None:
        if self._desk.navigator.can_go_back:
            self._desk.navigator.back()
        else:
            self._desk.navigator.open(PAGE, (BALANCE,))

    @Slot()
    def _on_print(self) -> None:
        scope = self._scope
        if scope is not None:
            self.printing.ask_account(self._number, scope)
