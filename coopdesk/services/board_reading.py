"""Read within one unit of work what the board's workbook says of a fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.board_accounts import (
    BoardAccounts,
    BoardBudget,
    BoardContribution,
    BoardFund,
    BoardGrant,
    BoardLines,
    BoardRegisters,
    RegisterSum,
)
from coopdesk.domain.budgets import counting_version
from coopdesk.domain.dedicated_funds import fund_table
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.ledgers import ActivityTotals, Balance, ReportScope
from coopdesk.domain.money import Money, total
from coopdesk.domain.volunteering import sums
from coopdesk.services.board_notes import read_notes
from coopdesk.services.book_ties import read_ties
from coopdesk.services.report_reading import (
    read_balance,
    read_budget,
    statement_model,
    year_before,
)
from coopdesk.services.reports import read_activities
from coopdesk.services.treasury_reading import read_treasury
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from coopdesk.domain.book_ties import Tie
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.volunteering import VolunteeringSum
    from coopdesk.storage.unit_of_work import Work


def empty_board(year: FiscalYear, association: str, made_on: dt.date) -> BoardAccounts:
    """Return the accounts of a year that no entry has made yet."""
    balance = Balance(year, None, ())
    return BoardAccounts(association, made_on, balance, BoardLines((), {}), statement_model())


def read_board(work: Work, fiscal_year_id: int, made_on: dt.date) -> BoardAccounts:
    """Return what the workbook says; its lines are read while the unit of work is open.

    Raises:
        NotFoundError: there is no such fiscal year.
    """
    scope = ReportScope(fiscal_year_id)
    balance = read_balance(work, scope)
    association = work.association.get()
    budget = read_budget(work, scope)
    openings = work.reports.opening_entries(fiscal_year_id)
    return BoardAccounts(
        association=association.name if association else "",
        made_on=made_on,
        balance=balance,
        lines=BoardLines(
            work.board.lines(fiscal_year_id, openings), work.board.counts(fiscal_year_id)
        ),
        model=statement_model(),
        budget=None if budget is None else _budget(work, fiscal_year_id, budget),
        activities=_named(read_activities(work, scope)),
        forecast=read_treasury(work, scope, made_on).forecast,
        registers=_registers(work, balance.year, read_ties(work, scope, made_on)),
        notes=read_notes(work, balance),
    )


def _budget(work: Work, fiscal_year_id: int, planned: dict[str, Money]) -> BoardBudget:
    """Return a budget above zero on either side; it comes as debit less credit."""
    version = counting_version(work.budgets.versions(fiscal_year_id))
    chart = work.chart.by_number()
    return BoardBudget(
        version.content.name,
        {
            number: -amount if number.startswith(("7", "87")) else amount
            for number, amount in planned.items()
        },
        adopted_on=version.adopted_on,
        labels={number: chart[number].label for number in planned if number in chart},
    )


def _named(found: tuple[ActivityTotals, ...]) -> tuple[ActivityTotals, ...]:
    return tuple(one for one in found if one.activity_id is not None)


def _registers(work: Work, year: FiscalYear, ties: tuple[Tie, ...]) -> BoardRegisters:
    days = (year.starts_on, year.ends_on)
    earlier = year_before(work, year)
    before = None if earlier is None else (earlier.starts_on, earlier.ends_on)
    donors = work.board.donors(days, before)
    fees = work.board.fees(days, before)
    return BoardRegisters(
        donors=_called(donors, _("Anonymous gifts")),
        fees=_called(fees, _("Membership fees")),
        grants=tuple(_grants(work, year)),
        funds=tuple(
            BoardFund(
                line.fund.content.name,
                line.opening,
                reports=line.reports,
                uses=line.uses,
                transfers=line.transfers,
            )
            for line in fund_table(work.funds.all(), work.funds.movements(), year)
        ),
        contributions=tuple(_contributions(work, year)),
        ties=ties,
    )


def _called(found: tuple[RegisterSum, ...], nameless: str) -> tuple[RegisterSum, ...]:
    return tuple(
        RegisterSum(one.name or nameless, one.count, one.amount, one.previous, one.last_on)
        for one in found
    )


def _grants(work: Work, year: FiscalYear) -> Iterator[BoardGrant]:
    """Yield the grants that were notified in a year, are for it, or are still to come."""
    for award in work.grants.all():
        content = award.content
        if content.notified_on > year.ends_on:
            continue
        received = total(x.amount for x in award.payments if x.paid_on <= year.ends_on)
        before = total(x.amount for x in award.payments if x.paid_on < year.starts_on)
        lasts = content.ends_on is not None and content.ends_on >= year.starts_on
        if not (lasts or year.holds(content.notified_on) or before < content.amount):
            continue
        yield BoardGrant(
            content.title,
            award.funder_name,
            content.notified_on,
            content.amount,
            received,
            content.starts_on,
            content.ends_on,
        )


def _contributions(work: Work, year: FiscalYear) -> Iterator[BoardContribution]:
    """Yield what was told by activity, then gifts in kind that stand in the list of gifts."""
    days = (year.starts_on, year.ends_on)
    times, given = work.volunteering.times(*days), work.volunteering.contributions(*days)
    for one in sums(times, given):
        name = one.activity_name or _("Without an activity")
        yield from (
            BoardContribution(name, kind, minutes, amount)
            for kind, minutes, amount in _parts(one)
            if minutes or amount
        )
    activities, names = work.booking.activities(), work.reports.activity_names()
    for nature, campaign_id, amount in work.board.given_in_kind(days):
        kind = _("Services given") if nature is DonationNature.SKILLS else _("Goods given")
        activity_id = activities.get(campaign_id or 0, 0)
        name = names.get(activity_id) or _("Without an activity")
        yield BoardContribution(name, _("{kind} (gifts)").format(kind=kind), 0, amount)


def _parts(one: VolunteeringSum) -> tuple[tuple[str, int, Money], ...]:
    return (
        (_("Volunteers’ time"), one.minutes, one.time_value),
        (_("Goods given"), 0, one.goods),
        (_("Premises and equipment lent"), 0, one.premises),
        (_("Services given"), 0, one.services),
    )
