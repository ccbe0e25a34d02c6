"""The bank accounts as figures: what the bank and the books say, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.ui.widgets.key_figure import KeyFigure
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_accounts import BankAccountLine


# More accounts than that would take a second row, which the list needs.
_MOST = 4


class AccountBar(QWidget):
    """One figure for each account, which chooses it; a single account has several figures.

    So has the one that is chosen of many.
    """

    chosen = Signal(object)  # id
    lead_wanted = Signal(object)  # a target of the view

    def __init__(self) -> None:
        super().__init__()
        self._filter: FigureFilter | None = None
        self._single: _SingleAccount | None = None
        self._accounts: dict[int, BankAccountLine] = {}
        self._shown: int | None = None  # of many
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def current(self) -> int | None:
        """The account that is chosen."""
        if self._filter is None:
            return self._shown
        current = self._filter.current
        return current if isinstance(current, int) else None

    @property
    def needs_box(self) -> bool:
        """Whether accounts are chosen elsewhere: they are too many for figures."""
        return len(self._accounts) > _MOST

    def show_accounts(self, accounts: Sequence[BankAccountLine], wanted: int | None) -> None:
        """Show these accounts; ``wanted`` is chosen if it is among them, else the first."""
        ids = [account.id for account in accounts]
        is_same = ids == list(self._accounts)
        self._accounts = {account.id: account for account in accounts}
        if not is_same:
            self._make(accounts)
        if self._shown not in ids:
            self._shown = ids[0] if ids else None
        self._say()
        if wanted is not None:
            self.choose(wanted)

    def choose(self, account_id: int) -> bool:
        """Choose an account as a click would; tell whether it is shown."""
        is_known = account_id in self._accounts
        if is_known and account_id != self.current:
            self._shown = account_id
            if self._filter is not None:
                self._filter.choose(account_id)
            else:
                self._say()
                self.chosen.emit(account_id)
        return is_known

    def _make(self, accounts: Sequence[BankAccountLine]) -> None:
        for before in (self._filter, self._single):
            if before is not None:
                self._layout.removeWidget(before)
                before.hide()
                before.deleteLater()
        self._filter = self._single = None
        if len(accounts) == 1 or self.needs_box:
            self._single = _SingleAccount()
            self._single.lead_wanted.connect(self.lead_wanted)
            self._layout.addWidget(self._single)
        elif accounts:
            self._filter = FigureFilter()
            for account in accounts:
                self._filter.add(account.id, account.name)
            self._filter.chosen.connect(self.chosen)
            self._layout.addWidget(self._filter)

    def _say(self) -> None:
        if self._single is not None and self._shown is not None:
            self._single.say(self._accounts[self._shown])
        elif self._filter is not None:
            for account in self._accounts.values():
                self._filter.figure(account.id).set_value(*account_said(account))


class _SingleAccount(QWidget):
    """What the bank says, what the books say, what waits, and what does not tie."""

    lead_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._bank = KeyFigure(_("At the bank"))
        self._books = KeyFigure(_("In the books"))
        self._waiting = KeyFigure(_("To reconcile"), opens=True)
        self._alerts = KeyFigure(_("Alerts"), opens=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for figure in (self._bank, self._books, self._waiting, self._alerts):
            row.addWidget(figure)
        self._waiting.clicked.connect(self._on_waiting)
        self._alerts.clicked.connect(self._on_alerts)

    def say(self, account: BankAccountLine) -> None:
        """Show what is known of the account."""
        bank, _remark = account_said(account)
        day = "" if account.balance_on is None else day_text(account.balance_on)
        self._bank.set_value(bank, " · ".join(filter(None, (account.name, day))))
        books = account.booked
        is_same = books is not None and books == account.balance
        remark = _("the same") if is_same else ""
        if books is not None and account.balance is not None and not is_same:
            text = _("{amount} apart")
            remark = text.format(amount=money_text(account.balance - books))
        if books is not None and account.balance is None and account.last_on is not None:
            remark = _("on {day}").format(day=day_text(account.last_on))
        self._books.set_value("—" if books is None else money_text(books), remark)
        waiting = number_text(account.open_count)
        count = ngettext("of {count} line", "of {count} lines", account.line_count)
        self._waiting.set_value(waiting, count.format(count=number_text(account.line_count)))
        self._alerts.set_value(number_text(account.alert_count), _tied(account))

    @Slot()
    def _on_waiting(self) -> None:
        self.lead_wanted.emit(("reconcile",))

    @Slot()
    def _on_alerts(self) -> None:
        self.lead_wanted.emit(("statements",))


def busiest(accounts: Sequence[BankAccountLine]) -> int | None:
    """Return the account to begin with: the first of which lines wait, else one with lines."""
    for account in (*(one for one in accounts if one.open_count), *accounts):
        if account.line_count:
            return account.id
    return None


def box_choices(accounts: Sequence[BankAccountLine]) -> list[tuple[int, str]]:
    """Return the accounts by name, each with how many of its lines wait."""
    return [
        (one.id, f"{one.name} ({number_text(one.open_count)})" if one.open_count else one.name)
        for one in accounts
    ]


def account_said(account: BankAccountLine) -> tuple[str, str]:
    """Return the balance of an account, and what there is to know beside it."""
    balance = account.balance
    value = "—" if balance is None else money_text(balance)
    waiting = " · ".join(_waiting(account))
    return value, "\n".join(filter(None, (_at_the_bank(account), waiting)))


def _tied(account: BankAccountLine) -> str:
    """Say whether balances tie; what no statement proves is not said to."""
    if account.alert_count:
        return _("statements that do not tie")
    if not account.line_count:
        return _("no statement yet")
    unproved = account.unproved_count
    if unproved:
        text = ngettext(
            "{count} statement not proved yet", "{count} statements not proved yet", unproved
        )
        return text.format(count=number_text(unproved))
    return _("balances tie")


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
