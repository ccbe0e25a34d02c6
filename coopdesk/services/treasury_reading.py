"""Read treasury month by month within one unit of work, and what may come next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.fiscal_years import months_of
from coopdesk.domain.grant_requests import RequestFilter, RequestState
from coopdesk.domain.grant_states import instalment_states
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
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.domain.treasury import ForecastMonth
    from coopdesk.storage.report_store import AccountName, DaySums
    from coopdesk.storage.unit_of_work import Work


class Curve(NamedTuple):
    """What is there at the end of each month that has come, and what may come."""

    opening: Money
    closings: tuple[tuple[dt.date, Money], ...]
    forecast: tuple[ForecastMonth, ...]


class _Sums(NamedTuple):
    """The accounts of money by month, and what they hold together before the first one."""

    year: FiscalYear
    months: tuple[dt.date, ...]
    by_account: tuple[TreasuryAccount, ...]
    opening: Money


def read_treasury(work: Work, scope: ReportScope, today: dt.date) -> Treasury:
    """Return the money of a fiscal year up to this month, and a forecast up to its end.

    In the last month of the year the forecast is what is left of that month. What moves
    between accounts of money counts in each of them and not in the whole.

    Raises:
        NotFoundError: there is no such fiscal year.
    """
    found = _read_sums(work, scope, today)
    ours = account_ids(work.reports.accounts(), *TREASURY_ACCOUNTS, TRANSFERS)
    first = work.reports.opening_entries(scope.fiscal_year_id)
    net = work.reports.net_days(scope, ours, but=first)
    flows = [Flow(x.day, x.debit, x.credit) for x in net]
    whole = treasury_months(found.months, found.opening, flows)
    closing = whole[-1].closing if whole else found.opening
    shown = tuple(x for x in found.by_account if _is_used(x))
    return Treasury(shown, whole, _forecast(work, scope, found, (closing, today)))


def read_curve(work: Work, scope: ReportScope, today: dt.date) -> Curve:
    """Return the money of a fiscal year as ``read_treasury`` does, without what moved.

    Sums that are kept by month are enough for that, however many entries there are.

    Raises:
        NotFoundError: there is no such fiscal year.
    """
    found = _read_sums(work, scope, today)
    closings = tuple(
        (month, total(x.months[rank].closing for x in found.by_account))
        for rank, month in enumerate(found.months)
    )
    closing = closings[-1][1] if closings else found.opening
    return Curve(found.opening, closings, _forecast(work, scope, found, (closing, today)))


def _read_sums(work: Work, scope: ReportScope, today: dt.date) -> _Sums:
    year = work.fiscal_years.get(scope.fiscal_year_id)
    accounts = work.reports.accounts()
    days = work.reports.days(scope, account_ids(accounts, *TREASURY_ACCOUNTS, TRANSFERS))
    last = max([min(scope.until or today, year.ends_on), *(x.day for x in days)])
    come = tuple(month for month in months_of(year) if month <= last)
    by_account = _by_account(work, scope, accounts, (come, days))
    opening = total(x.months[0].opening for x in by_account if x.months)
    return _Sums(year, come, by_account, opening)


def _forecast(
    work: Work, scope: ReportScope, found: _Sums, now: tuple[Money, dt.date]
) -> tuple[ForecastMonth, ...]:
    closing, today = now
    months, ends_on = months_of(found.year), found.year.ends_on
    to_come = months[len(found.months) :]
    if not to_come and today <= ends_on:
        to_come = months[-1:]
    if not to_come or scope.until is not None or scope.activity_id is not None:
        return ()
    basis = ForecastBasis(to_come, closing, has_begun=to_come[0] in found.months)
    return forecast(_basis(work, scope, basis, (today, ends_on)))


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
    balances = {
        accounts[key].number: debit - credit
        for key, (debit, credit) in work.reports.sums(scope).items()
    }
    due = _grants_due(work, days[1])
    return replace(
        basis,
        plans=[Plan(accounts[key].number, cash, month) for key, _part, month, cash in planned],
        balances=balances,
        pledges=_promised(work, basis.months[0], *days),
        grants=_expected(due, basis.months[0]),
        claims=_claims(due, balances),
    )


def _grants_due(work: Work, until: dt.date) -> list[tuple[GrantRequest, GrantAward]]:
    """Return the grants notified by a day of which money is still to come."""
    granted = work.grant_requests.all(RequestFilter(state=RequestState.GRANTED))
    return [
        (request, award)
        for request in granted
        if (award := request.award) is not None
        and award.due > ZERO
        and award.content.notified_on <= until
    ]


def _expected(
    due: Iterable[tuple[GrantRequest, GrantAward]], first: dt.date
) -> dict[dt.date, Money]:
    """Return what is due of the grants of the books by the month each part is expected in."""
    found: dict[dt.date, Money] = defaultdict(lambda: ZERO)
    for request, award in due:
        for part in instalment_states(request):
            day = part.expected_on or award.content.expected_on
            if day is not None and part.due > ZERO:
                found[max(day.replace(day=1), first)] += part.due
    return dict(found)


def _claims(
    due: Iterable[tuple[GrantRequest, GrantAward]], balances: Mapping[str, Money]
) -> dict[str, Money]:
    """Return what accounts beside 441 hold of grants due: other money due comes at once."""
    found: dict[str, Money] = defaultdict(lambda: ZERO)
    for _request, award in due:
        number = award.content.receivable_account
        if not number.startswith(GRANTS):
            found[number] += award.due
    return {
        number: max(ZERO, min(amount, balances.get(number, ZERO)))
        for number, amount in found.items()
    }


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
