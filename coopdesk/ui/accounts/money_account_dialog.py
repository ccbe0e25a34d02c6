"""Asks for one more bank account or cash box: its account and its journal are made at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.chart_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.services.outcome import Outcome
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.journals import Journal
    from coopdesk.services.registry import Services

# Below which account the next one stands, and how its journal is called.
_PLACES = {JournalKind.BANK: ("512", "BQ"), JournalKind.CASH: ("53", "CA")}
_FIGURES = "123456789"


@dataclass(frozen=True, slots=True)
class MoneyAccount:
    """Where money lies, as typed."""

    kind: JournalKind
    name: str


class MoneyAccountDialog(FormDialog):
    """A name is all that is asked: numbers follow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("New bank account or cash box"), _("Create the account"), parent)
        self.kind: ChoiceChips[JournalKind] = ChoiceChips(
            _("Kind"),
            [(JournalKind.BANK, _("Bank account")), (JournalKind.CASH, _("Cash box"))],
        )
        self.form.add_widget(self.kind)
        self.name = self.form.add(
            "name",
            _("Name"),
            QLineEdit(),
            _("Such as “Savings account” or “Cash box of the shop”."),
            required=True,
        )
        self.name.setMaxLength(LABEL_LIMIT)
        self.name.setFocus()

    @override
    def read(self) -> MoneyAccount:
        if not self.name.text().strip():
            raise RuleError("account.label_missing", field="name")
        return MoneyAccount(self.kind.key, self.name.text().strip())


def make_money_account(services: Services, new: MoneyAccount) -> Outcome[Journal]:
    """Make the account and the journal that keeps it; runs on the worker.

    The account stands beside the usual one, not below it: that one goes on taking entries.

    Raises:
        RuleError: ``account.number_taken`` when no number is left.
    """
    parent, letters = _PLACES[new.kind]
    numbers = {account.number for account in services.chart.accounts()}
    numbers |= {account.number for account in services.chart.catalogue()}
    number = _first_free([parent + figure for figure in _FIGURES], numbers)
    codes = {journal.code for journal in services.chart.journals()}
    code = _first_free([letters + figure for figure in "23456789"], codes)
    account = services.chart.add(number, new.name)
    made = services.chart.add_journal(code, new.name, new.kind, account.value.number)
    return Outcome(made.value, account.changes | made.changes)


def _first_free(wanted: list[str], taken: set[str]) -> str:
    for each in wanted:
        if each not in taken:
            return each
    raise RuleError("account.number_taken", number=wanted[-1])
