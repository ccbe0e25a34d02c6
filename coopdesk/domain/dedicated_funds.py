"""Dedicated funds: money received for a purpose, and what of it is not spent yet."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.entries import EntryKind, EntrySource, NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear

NAME_LIMIT, NOTE_LIMIT = 200, 2000
# The table of dedicated funds as voucher of their entries; F alone is how invoices begin.
_TABLE_MARK = "FD"


class FundKind(enum.Enum):
    """Where the money came from (ANC 2018-06): each has its own accounts."""

    GRANT = "grant"
    CONTRIBUTION = "contribution"
    GENEROSITY = "generosity"


class FundAccounts(NamedTuple):
    """The accounts of a kind of fund: the fund, what is put into it, what is used of it."""

    fund: str
    report: str
    use: str


ACCOUNTS = {
    FundKind.GRANT: FundAccounts("194", "6894", "7894"),
    FundKind.CONTRIBUTION: FundAccounts("195", "6895", "7895"),
    FundKind.GENEROSITY: FundAccounts("196", "6896", "7896"),
}


class MovementKind(enum.Enum):
    """What happens to a fund; OPENING is its balance when our books began."""

    OPENING = "opening"
    REPORT = "report"
    USE = "use"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class NewFund:
    """A fund as typed: so much received on a day, for an activity or a grant."""

    name: str
    kind: FundKind
    received_on: dt.date
    amount: Money
    grant_award_id: int | None = None
    funder_id: int | None = None
    activity_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fund:
    """A recorded fund; ``closed_on`` once nothing is expected of it any more."""

    id: int
    content: NewFund
    funder_name: str = ""
    activity_name: str = ""
    closed_on: dt.date | None = None

    @property
    def accounts(self) -> FundAccounts:
        """Its accounts."""
        return ACCOUNTS[self.content.kind]


@dataclass(frozen=True, slots=True)
class NewFundMovement:
    """What happens to a fund on a day; a transfer goes to ``other_fund_id``."""

    fund_id: int
    kind: MovementKind
    moved_on: dt.date
    amount: Money
    other_fund_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FundMovement:
    """A recorded movement with the entry that books it, if one does."""

    id: int
    fiscal_year_id: int
    content: NewFundMovement
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class FundLine:
    """A fund in the table of a fiscal year (annexe of the accounts); transfers are signed."""

    fund: Fund
    opening: Money
    reports: Money
    uses: Money
    transfers: Money

    @property
    def closing(self) -> Money:
        """What is left at the end."""
        return self.opening + self.reports - self.uses + self.transfers


@dataclass(frozen=True, slots=True)
class FundProposal:
    """What a year's closing would write for a fund, and the figures that say so.

    ``spent`` is the part of the activity's expenses that this fund pays for.
    """

    fund: Fund
    opening: Money
    received: Money
    spent: Money
    use: Money
    report: Money

    @property
    def closing(self) -> Money:
        """What would be left."""
        return self.opening - self.use + self.report


def checked_fund(new: NewFund) -> NewFund:
    """Return a fund with tidy fields.

    Raises:
        RuleError: ``fund.name_missing``, ``fund.amount_missing``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("fund.name_missing", "name")
    if new.amount < ZERO:
        checks.refuse("fund.amount_missing", "amount")
    note = checks.text(new.note, "note", NOTE_LIMIT)
    checks.finish()
    return replace(new, name=name, note=note)


def checked_movement(new: NewFundMovement, balance: Money) -> NewFundMovement:
    """Return a movement with a tidy note; ``balance`` is what the fund holds before it.

    Raises:
        RuleError: ``fund.movement_missing``, ``fund.below_zero``, ``fund.other_missing``,
            ``text.too_long``.
    """
    if new.amount <= ZERO:
        raise RuleError("fund.movement_missing", field="amount")
    if new.kind is MovementKind.TRANSFER and new.other_fund_id in {None, new.fund_id}:
        raise RuleError("fund.other_missing", field="other_fund")
    takes = new.kind in {MovementKind.USE, MovementKind.TRANSFER}
    if takes and new.amount > balance:
        raise RuleError("fund.below_zero", field="amount", amount=balance)
    return replace(new, note=checked_line(new.note, "note", NOTE_LIMIT))


def signed(movement: NewFundMovement, fund_id: int) -> Money:
    """Return what a movement adds to a fund; zero when it is about others."""
    if movement.fund_id == fund_id:
        takes = movement.kind in {MovementKind.USE, MovementKind.TRANSFER}
        return -movement.amount if takes else movement.amount
    return movement.amount if movement.other_fund_id == fund_id else ZERO


def balance(fund_id: int, movements: Iterable[NewFundMovement]) -> Money:
    """Return what movements leave in a fund."""
    return total(signed(movement, fund_id) for movement in movements)


def fund_table(
    funds: Sequence[Fund], movements: Sequence[FundMovement], year: FiscalYear
) -> tuple[FundLine, ...]:
    """Return the table of a fiscal year; funds that were empty all along are left out."""
    lines = (fund_line(fund, movements, year) for fund in funds)
    return tuple(line for line in lines if _has_moved(line))


def _has_moved(line: FundLine) -> bool:
    return any((line.opening, line.reports, line.uses, line.transfers))


def fund_line(fund: Fund, movements: Sequence[FundMovement], year: FiscalYear) -> FundLine:
    """Return a fund in the table of a fiscal year."""
    told = [one.content for one in movements]
    before = [one for one in told if one.moved_on < year.starts_on]
    during = [one for one in told if year.holds(one.moved_on)]

    def of(kind: MovementKind) -> Money:
        return total(signed(one, fund.id) for one in during if one.kind is kind)

    return FundLine(
        fund=fund,
        opening=balance(fund.id, before) + of(MovementKind.OPENING),
        reports=of(MovementKind.REPORT),
        uses=-of(MovementKind.USE),
        transfers=of(MovementKind.TRANSFER),
    )


def proposals(
    lines: Sequence[FundLine], received: Mapping[int, Money], spent: Mapping[int, Money]
) -> tuple[FundProposal, ...]:
    """Propose what the closing writes, fund by fund, the oldest money spent first.

    ``lines`` are those of the year without its own reports and uses, ``received`` the resource
    of the year by fund id, ``spent`` the expenses of the year by activity id. Expenses of an
    activity take what its funds began the year with, then what they received; what was received
    and is left goes into the fund (689), what was there and is spent comes out of it (789), and
    so does what the year gave back of it (a resource below zero).
    """
    left = dict(spent)
    found = []
    for line in sorted(lines, key=lambda one: (one.fund.content.received_on, one.fund.id)):
        fund = line.fund
        available, resource = line.opening + line.transfers, received.get(fund.id, ZERO)
        there, new = max(ZERO, available), max(ZERO, resource)
        back = min(there, max(ZERO, -resource))
        activity = fund.content.activity_id
        to_pay = max(ZERO, left.get(activity, ZERO)) if activity is not None else ZERO
        used = min(to_pay, there - back + new)
        if activity is not None:
            left[activity] = to_pay - used
        of_fund = min(used, there - back)
        report = new - (used - of_fund)
        found.append(FundProposal(fund, available, resource, used, of_fund + back, report))
    return tuple(found)


def movement_entry(fund: Fund, movement: NewFundMovement, label: str) -> NewEntry:
    """Return the entry of a report (689 to 19) or of a use (19 to 789)."""
    accounts, amount = fund.accounts, movement.amount
    activity = fund.content.activity_id
    if movement.kind is MovementKind.REPORT:
        lines = (
            NewEntryLine(accounts.report, debit=amount, activity_id=activity),
            NewEntryLine(accounts.fund, credit=amount),
        )
    else:
        lines = (
            NewEntryLine(accounts.fund, debit=amount),
            NewEntryLine(accounts.use, credit=amount, activity_id=activity),
        )
    return _entry(fund, movement, label, lines)


def transfer_entry(
    fund: Fund, other: Fund, movement: NewFundMovement, label: str
) -> NewEntry | None:
    """Return the entry of a transfer; None between funds of one kind, whose account is one."""
    if fund.content.kind is other.content.kind:
        return None
    lines = (
        NewEntryLine(fund.accounts.fund, debit=movement.amount),
        NewEntryLine(other.accounts.fund, credit=movement.amount),
    )
    return _entry(fund, movement, label, lines)


def _entry(
    fund: Fund, movement: NewFundMovement, label: str, lines: tuple[NewEntryLine, ...]
) -> NewEntry:
    return NewEntry(
        journal="OD",
        entry_on=movement.moved_on,
        label=label,
        lines=lines,
        voucher_ref=f"{_TABLE_MARK}{fund.id}",
        kind=EntryKind.INVENTORY,
        source=EntrySource(dedicated_fund_id=fund.id, digest=movement.kind.value),
    )
