"""The bank accounts as figures: what the bank and the books say, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_accounts import BankAccountLine


class AccountBar(QWidget):
    """One figure for each account, which chooses it; ``chosen`` carries its id."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filter: FigureFilter | None = None
        self._ids: tuple[int, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def current(self) -> int | None:
        """The account that is chosen."""
        current = None if self._filter is None or not self._ids else self._filter.current
        return current if isinstance(current, int) else None

    def show_accounts(self, accounts: Sequence[BankAccountLine], wanted: int | None) -> None:
        """Show these accounts; ``wanted`` is chosen if it is among them, else the first."""
        ids = tuple(account.id for account in accounts)
        if ids != self._ids or self._filter is None:
            self._make(accounts)
        for account in accounts:
            self._say(account)
        if wanted in ids and wanted != self.current and self._filter is not None:
            self._filter.choose(wanted)

    def choose(self, account_id: int) -> bool:
        """Choose an account as a click would; tell whether it is shown."""
        if self._filter is None or account_id not in self._ids:
            return False
        if self.current != account_id:
            self._filter.choose(account_id)
        return True

    def _make(self, accounts: Sequence[BankAccountLine]) -> None:
        if self._filter is not None:
            self._layout.removeWidget(self._filter)
            self._filter.hide()
            self._filter.deleteLater()
        self._ids = tuple(account.id for account in accounts)
        self._filter = FigureFilter()
        for account in accounts:
            self._filter.add(account.id, account.name)
        self._filter.chosen.connect(self.chosen)
        self._layout.addWidget(self._filter)

    def _say(self, account: BankAccountLine) -> None:
        assert self._filter is not None
        self._filter.figure(account.id).set_value(*account_said(account))


def account_said(account: BankAccountLine) -> tuple[str, str]:
    """Return the balance of an account, and what there is to know beside it."""
    balance = account.balance
    value = "—" if balance is None else money_text(balance)
    waiting = " · ".join(_waiting(account))
    return value, "\n".join(filter(None, (_at_the_bank(account), waiting)))


def _at_the_bank(account: BankAccountLine) -> str:
    if account.balance is None or account.balance_on is None:
        return _("no balance known") if account.line_count else _("no statement yet")
    said = _("at the bank on {day}").format(day=day_text(account.balance_on))
    if account.booked is None:
        return said
    if account.booked == account.balance:
        return _("{bank}, as in the books").format(bank=said)
    books = money_text(account.booked)
    return _("{bank}, {books} in the books").format(bank=said, books=books)


def _waiting(account: BankAccountLine) -> list[str]:
    waiting, alerts = account.open_count, account.alert_count
    said = [] if account.is_open else [_("account closed")]
    if waiting:
        text = ngettext("{count} line to reconcile", "{count} lines to reconcile", waiting)
        said.append(text.format(count=number_text(waiting)))
    elif account.line_count:
        said.append(_("all reconciled"))
    if alerts:
        text = ngettext("{count} alert", "{count} alerts", alerts)
        said.append(text.format(count=number_text(alerts)))
    return said
