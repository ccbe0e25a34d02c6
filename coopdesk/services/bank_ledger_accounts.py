"""Finds or makes the account of the books that keeps a bank account, and its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.chart_listing import next_below
from coopdesk.domain.chart_rules import require_postable
from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.services.chart import ChartService
from coopdesk.storage.chart_seed import known_accounts
from coopdesk.storage.joined_work import JoinedUnits

if TYPE_CHECKING:
    from coopdesk.domain.bank_accounts import NewBankAccount
    from coopdesk.storage.unit_of_work import Units, Work

_BANKS, _MONEY = "512", "5"
_FIGURES = "123456789"
_JOURNAL, _MOST_JOURNALS = "BQ", 1_000


def ledger_account(units: Units, work: Work, new: NewBankAccount) -> int:
    """Return the id of the account of the books for a bank account, made if need be.

    Raises:
        RuleError: ``bank.not_of_money``, ``account.number_taken``, ``account.not_postable``
        and others of the chart.
    """
    work.chart.ensure()
    number = new.account or _unused(work)
    if not number.startswith(_MONEY):
        raise RuleError("bank.not_of_money", field="account", number=number)
    if number not in work.chart.by_number():
        _make(units, work, number, new.name)
    account = work.part().chart.get(number)
    require_postable(account)
    return account.id


def _unused(work: Work) -> str:
    """Return the first account of a bank's journal that keeps no bank account, or a free one.

    The free one stands beside the others, not below one: that goes on taking entries.
    """
    for journal in work.journals.journals():
        if journal.is_open and journal.account.startswith(_BANKS):
            key = work.chart.get(journal.account).id
            if work.bank.of_ledger_account(key) is None:
                return journal.account
    taken = {*work.chart.by_number(), *known_accounts()}
    beside = (_BANKS + figure for figure in _FIGURES)
    free = next((number for number in beside if number not in taken), "")
    return free or next_below(_BANKS, taken)


def _make(units: Units, work: Work, number: str, name: str) -> None:
    chart = ChartService(JoinedUnits(units, work))
    chart.add(number, "" if number in known_accounts() else name)
    if number.startswith(_BANKS):
        chart.add_journal(_free_code(work), name, JournalKind.BANK, number)


def _free_code(work: Work) -> str:
    taken = {journal.code for journal in work.part().journals.journals()}
    codes = (f"{_JOURNAL}{count}" for count in range(2, _MOST_JOURNALS))
    return next(code for code in codes if code not in taken)
