"""Read treasury month by month within one unit of work, and what may come next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.fiscal_years import months_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.pledges import InstalmentState, PledgeFilter, PledgeState, schedule
from coopdesk.domain.treasury import (
    TRANSFERS,
    TREASURY_ACCOUNTS,
    Flow,
    Treasury,
    TreasuryAccount,
    treasury_months,
)
from coopdesk.domain.treasury_forecast import GRANTS, ForecastBasis, Plan, forecast
from coopdesk.services.report_reading import account_ids, read_openings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.storage.report_store import AccountName, DaySums
    from coopdesk.storage.unit_of_work import Work


def read_treasury(work: Work, scope: ReportScope, today: dt.date) -> Treasury:
    """Return the money of a fiscal year up to this month, and a forecast up to its end.

    In the last month of the year the forecast is what is left of that month. What moves
    between accounts of money counts in each of them and not in the whole.

    Raises:
        NotFoundError: there is no such fiscal year.
    """
    year = work.fiscal_years.get(scope.fiscal_year_id)
    accounts = work.reports.accounts()
    ours = account_ids(accounts, *TREASURY_ACCOUNTS, TRANSFERS)
    days = work.reports.days(scope, ours)
    last = max([min(scope.until or today, year.ends_on), *(x.day for x in days)])
    months = months_of(year)
    come = tuple(month for month in months if month <= last)
    to_come = months[len(come) :]
    if not to_come and today <= year.ends_on:
        to_come = months[-1:]
    if scope.until is not None or scope.activity_id is not None:
        to_come = ()
    by_account = _by_account(work, scope, accounts, (come, days))
    opening = total(x.months[0].opening for x in by_account if x.months)
    first = work.reports.opening_entries(scope.fiscal_year_id)
    net = work.reports.net_days(scope, ours, but=first)
    whole = treasury_months(come, opening, [Flow(x.day, x.debit, x.credit) for x in net])
    basis = ForecastBasis(to_come, whole[-1].closing if whole else opening)
    if to_come:
        has_begun = to_come[0] in come
        basis = _basis(work, scope, replace(basis, has_begun=has_begun), (today, year.ends_on))
    shown = tuple(x for x in by_account if _is_used(x))
    return Treasury(shown, whole, forecast(basis))


def _by_account(
    work: Work,
    scope: ReportScope,
    accounts: Mapping[int, AccountName],
    moved: tuple[Sequence[dt.date], Sequence[DaySums]],
) -> tuple[TreasuryAccount, ...]:
    months, days = moved
    openings = read_openings(work, scope)
    flows: dict[int, list[Flow]] = defaultdict(list)
    for one in days:
        flows[one.account_id].append(Flow(one.day, one.debit, one.credit))
    # Opening entries are no money that moves.
    for one in work.reports.openings(scope):
        if one.account_id in flows:
            flows[one.account_id].append(Flow(one.day, -one.debit, -one.credit))
    found = []
    for key, flow in flows.items():
        debit, credit = openings.get(key, (ZERO, ZERO))
        own = treasury_months(months, debit - credit, flow)
        found.append(TreasuryAccount(accounts[key].number, accounts[key].label, own))
    return tuple(sorted(found, key=lambda account: account.number))


def _is_used(account: TreasuryAccount) -> bool:
    """Tell whether an account is shown: transfers only while some are on their way."""
    if account.number.startswith(TRANSFERS):
        return any(month.closing for month in account.months)
    return True


def _basis(
    work: Work, scope: ReportScope, basis: ForecastBasis, days: tuple[dt.date, dt.date]
) -> ForecastBasis:
    accounts = work.reports.accounts()
    planned = work.reports.budget(scope.fiscal_year_id) or []
    return replace(
        basis,
        plans=[Plan(accounts[key].number, cash, month) for key, _part, month, cash in planned],
        balances={
            accounts[key].number: debit - credit
            for key, (debit, credit) in work.reports.sums(scope).items()
        },
        pledges=_promised(work, basis.months[0], *days),
        grants=_granted(work, basis.months[0], days[1]),
    )


def _granted(work: Work, first: dt.date, until: dt.date) -> dict[dt.date, Money]:
    """Return what is due of the grants of the books by the month it is expected in."""
    found: dict[dt.date, Money] = defaultdict(lambda: ZERO)
    for award in work.grants.all():
        content, day = award.content, award.content.expected_on
        is_booked = content.notified_on <= until
        if day is None or award.due <= ZERO or not is_booked:
            continue
        if content.receivable_account.startswith(GRANTS):
            found[max(day.replace(day=1), first)] += award.due
    return dict(found)


def _promised(
    work: Work, first: dt.date, since: dt.date, until: dt.date
) -> dict[dt.date, Money]:
    """Return what active pledges promise by month, those of this month with the first."""
    gifts = work.pledges.gifts()
    found: dict[dt.date, Money] = defaultdict(lambda: ZERO)
    for pledge in work.pledges.find(PledgeFilter(state=PledgeState.ACTIVE)):
        for one in schedule(pledge, gifts.get(pledge.id, []), until, since):
            if one.due_on >= since and one.state is InstalmentState.EXPECTED:
                found[max(one.due_on.replace(day=1), first)] += one.amount
    return dict(found)
