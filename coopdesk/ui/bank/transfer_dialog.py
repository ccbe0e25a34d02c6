"""Records a transfer between accounts of ours that a line shows, with its other end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.bank_creations import TransferCreation
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.money import ZERO
from coopdesk.ui.bank.board_reading import read_rows
from coopdesk.ui.bank.words import line_said, named
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_AROUND = dt.timedelta(days=31)
_OF_MONEY = ("51", "53", "54", "58")
_WIDTH = 560


@dataclass(frozen=True, slots=True)
class TransferSetting:
    """The line, the accounts that may be the other end, and the lines of other banks.

    ``account`` is the likely one; ``others`` are lines of the same size the other way, each
    with the account of the books that its bank is kept by, the nearest first.
    """

    row: StatementRow
    accounts: tuple[tuple[str, str], ...]
    account: str = ""
    others: tuple[tuple[StatementRow, str], ...] = ()


def read_transfer_setting(services: Services, row: StatementRow) -> TransferSetting:
    """Read what the form offers; runs on the worker."""
    banks = {each.id: each for each in services.bank.accounts()}
    own = banks[row.bank_account_id].account
    accounts = {
        each.number: f"{each.label} ({each.number})"
        for each in services.chart.accounts()
        if each.number.startswith(_OF_MONEY) and each.is_postable and each.is_open
    }
    accounts |= {each.account: f"{each.name} ({each.account})" for each in banks.values()}
    accounts.pop(own, None)
    simple = services.reconciliation.started(row.id)
    likely = ""
    if simple.form is EntryForm.TRANSFER:
        likely = simple.treasury if row.amount > ZERO else simple.target
    others = tuple(
        (each, banks[each.bank_account_id].account) for each in _others(services, row)
    )
    if not likely and others:
        likely = others[0][1]
    first = [each.account for each in banks.values() if each.account != own]
    usual = (*first, "53")
    order = sorted(accounts, key=lambda number: (not number.startswith(usual), number))
    return TransferSetting(row, tuple((x, accounts[x]) for x in order), likely, others)


def _others(services: Services, row: StatementRow) -> list[StatementRow]:
    day = row.booked_on
    wanted = StatementFilter(
        waiting=True,
        since=max(day, dt.date.min + _AROUND) - _AROUND,
        until=min(day, dt.date.max - _AROUND) + _AROUND,
    )
    found = [
        each
        for each in read_rows(services.bank, services.bank.ids(wanted))
        if each.bank_account_id != row.bank_account_id and each.remainder == -row.remainder
    ]
    return sorted(found, key=lambda each: abs((each.booked_on - day).days))


class LineTransferDialog(FormDialog):
    """Day and amount are the line's; a line of the other bank is reconciled along with it."""

    def __init__(self, _desk: Desk, setting: TransferSetting, parent: QWidget) -> None:
        super().__init__(_("Transfer between our accounts"), _("Record the transfer"), parent)
        self.setMinimumWidth(_WIDTH)
        self._setting = setting
        self._accounts = {each.id: account for each, account in setting.others}
        form, row = self.form, setting.row
        form.add_widget(plain_label(line_said(row), "strong", wrap=True))
        said = _("Comes from") if row.amount > ZERO else _("Goes to")
        box = ChoiceBox[str](setting.accounts or [("", "—")])
        self.account = form.add("account", said, box, required=True)
        none: list[tuple[int | None, str]] = [(None, _("Not there yet"))]
        known = [(each.id, _other_said(each)) for each, _account in setting.others]
        self.other = form.add(
            "other_line_id",
            _("Line of the other bank"),
            ChoiceBox[int | None]([*none, *known]),
            _("It is reconciled with the same entry."),
        )
        form.fields["other_line_id"].setVisible(bool(known))
        self.label = form.add("label", _("What for"), QLineEdit())
        self.label.setMaxLength(LABEL_LIMIT)
        self.label.setPlaceholderText(named(row))
        self.account.choose(setting.account)
        self._on_account()
        self.account.activated.connect(self._on_account)
        self.other.activated.connect(self._on_other)
        form.is_dirty = False
        self.account.setFocus()

    @Slot()
    def _on_account(self) -> None:
        """Propose the line by which the chosen bank shows it."""
        found = (key for key, each in self._accounts.items() if each == self.account.value)
        self.other.choose(next(found, None))

    @Slot()
    def _on_other(self) -> None:
        account = self._accounts.get(self.other.value or 0)
        if account is not None:
            self.account.choose(account)

    @override
    def read(self) -> TransferCreation:
        return TransferCreation(self.account.value, self.label.text().strip(), self.other.value)


def _other_said(row: StatementRow) -> str:
    return " · ".join((day_text(row.booked_on), row.account_name, named(row)))
