"""Which lines of the bank are listed, and how they are read."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import LineState, StatementFilter, StatementTotals
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.bank.board_reading import read_rows
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.services.registry import Services


class Shown(enum.Enum):
    """Which lines are listed."""

    ALL = "all"
    WAITING = "waiting"
    PROPOSED = "proposed"
    MATCHED = "matched"
    ASIDE = "aside"
    ALERT = "alert"


_WAITING = frozenset({Shown.WAITING, Shown.PROPOSED})
_STATES = {Shown.MATCHED: LineState.MATCHED, Shown.ASIDE: LineState.ASIDE}


def shown_names() -> list[tuple[Shown, str]]:
    """Return the choices in plain words."""
    return [
        (Shown.ALL, _("All of them")),
        (Shown.WAITING, _("To reconcile")),
        (Shown.PROPOSED, _("Proposed ones")),
        (Shown.MATCHED, _("Reconciled ones")),
        (Shown.ASIDE, _("Left aside ones")),
        (Shown.ALERT, _("In alert")),
    ]


def filter_of(shown: Shown, account_id: int, text: str) -> StatementFilter:
    """Return what is asked of the lines of an account."""
    return StatementFilter(
        bank_account_id=account_id,
        text=text,
        state=_STATES.get(shown),
        waiting=shown in _WAITING,
        in_alert=shown is Shown.ALERT,
    )


@dataclass(frozen=True, slots=True)
class LineListing:
    """The lines that are wanted, what they come to, and the years there are."""

    ids: list[int]
    totals: StatementTotals
    years: list[int]


def read_lines(services: Services, wanted: StatementFilter, shown: Shown) -> LineListing:
    """Read the list and its figures; runs on the worker."""
    if shown is Shown.PROPOSED:
        return _read_proposed(services, wanted)
    bank = services.bank
    return LineListing(bank.ids(wanted), bank.totals(wanted), bank.years())


def _read_proposed(services: Services, wanted: StatementFilter) -> LineListing:
    bank = services.bank
    known = {
        one.line_id for one in services.reconciliation.proposals(wanted.bank_account_id or 0)
    }
    ids = [key for key in bank.ids(wanted) if key in known]
    rows = read_rows(bank, ids)
    income = total(row.amount for row in rows if row.amount > ZERO)
    expense = total(row.amount for row in rows if row.amount < ZERO)
    return LineListing(ids, StatementTotals(len(rows), income, expense), bank.years())


def totals_text(totals: StatementTotals) -> str:
    """Return what came in and left, and what of it waits."""
    return _("In {income} · out {expense}").format(
        income=money_text(totals.income), expense=money_text(_size(totals.expense))
    )


def _size(amount: Money) -> Money:
    return Money(abs(amount.cents))
