"""Reads where grants are: paid, spent by the books, what funds hold, when reports are due."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.dedicated_funds import balance
from coopdesk.domain.grant_dates import ReportDays, report_days, year_end_holding
from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.grant_states import GrantState, Spending, funder_of, instalment_states
from coopdesk.domain.grant_stretches import Days, overlap, stretches, used_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.joining import fiscal_year_start

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.dedicated_funds import FundMovement
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.storage.unit_of_work import Work


def read_states(
    work: Work, requests: Sequence[GrantRequest], day: dt.date
) -> tuple[GrantState, ...]:
    """Return requests with their figures on a day, in their order.

    What several of them ask of the file is asked once.
    """
    reader = _StateReader(work, day)
    return tuple(reader.read(request) for request in requests)


def days_of(work: Work, request: GrantRequest) -> Days | None:
    """Return the first and the last day that a grant is for, None as long as nobody knows.

    Those of the award, of the request, of its project, or the fiscal year it was notified in.
    """
    content = request.content
    if content.starts_on is not None and content.ends_on is not None:
        return content.starts_on, content.ends_on
    if content.project_id is not None:
        project = work.grant_projects.get(content.project_id).content
        if project.starts_on is not None and project.ends_on is not None:
            return project.starts_on, project.ends_on
    if request.award is None:
        return None
    notified = request.award.content.notified_on
    year = work.fiscal_years.holding(notified)
    if year is not None:
        return year.starts_on, year.ends_on
    ends_on = year_end_holding(work.fiscal_years.years(), notified, fiscal_year_start(work))
    return notified, ends_on


def read_report_days(work: Work, request: GrantRequest) -> ReportDays | None:
    """Return by when the report of a grant is due, None as long as nothing was granted."""
    days = days_of(work, request)
    if days is None or request.state is not RequestState.GRANTED:
        return None
    years = work.fiscal_years.years()
    year_ends_on = year_end_holding(years, days[1], fiscal_year_start(work))
    delay = work.legal.figures().value_on("grant_report_delay", year_ends_on).count
    return report_days(days[1], year_ends_on, delay, request.content.report_due_on)


def costs_on(work: Work, activity_id: int, days: Days) -> dict[str, Money]:
    """Return what an activity spent on some days, by line of the official budget."""
    return _by_line(work.grant_spending.by_account(activity_id, *days))


class _StateReader:
    def __init__(self, work: Work, day: dt.date) -> None:
        self._work = work
        self._day = day
        self._movements = _movements_by_award(work)
        self._days: dict[int, Days | None] = {}
        self._costs: dict[tuple[int, Days], Mapping[str, Spending]] = {}
        self._granted: dict[int, list[GrantRequest]] = defaultdict(list)
        for request in work.grant_requests.all():
            if request.award is not None and request.activity_id is not None:
                self._granted[request.activity_id].append(request)

    def read(self, request: GrantRequest) -> GrantState:
        """Return one request with its figures."""
        award_id = request.award.id if request.award is not None else 0
        movements = self._movements.get(award_id, [])
        spent, used = self._spent(request)
        return GrantState(
            request=request,
            day=self._day,
            instalments=instalment_states(request),
            spent=spent,
            used=used,
            movements=tuple(dict.fromkeys(one for _fund_id, one in movements)),
            in_funds=_held(movements),
            report=read_report_days(self._work, request),
        )

    def _spent(self, request: GrantRequest) -> tuple[Spending, Money]:
        days = self._days_of(request)
        if request.activity_id is None or days is None:
            return Spending(), ZERO
        accounts = self._accounts(request.activity_id, days)
        spent = Spending(
            total(one.amount for one in accounts.values()),
            total(one.drafts for one in accounts.values()),
        )
        if request.award is None:
            return spent, ZERO
        return spent, self._used(request.id, request.activity_id, days)

    def _used(self, request_id: int, activity_id: int, days: Days) -> Money:
        grants = self._beside(activity_id, days)
        costs = {
            one: _by_line(self._accounts(activity_id, one))
            for one in stretches(theirs for _request, theirs in grants)
        }
        shared = [(funder_of(request), theirs) for request, theirs in grants]
        return used_of(request_id, shared, costs)

    def _beside(self, activity_id: int, days: Days) -> list[tuple[GrantRequest, Days]]:
        """Return the grants of an activity with days in common, one leading to the next."""
        left = [
            (request, theirs)
            for request in self._granted[activity_id]
            if (theirs := self._days_of(request)) is not None
        ]
        found: list[tuple[GrantRequest, Days]] = []
        reached = [days]
        while reached:
            span = reached.pop()
            near = [one for one in left if overlap(one[1], span)]
            left = [one for one in left if not overlap(one[1], span)]
            found += near
            reached += [theirs for _request, theirs in near]
        return found

    def _days_of(self, request: GrantRequest) -> Days | None:
        if request.id not in self._days:
            self._days[request.id] = days_of(self._work, request)
        return self._days[request.id]

    def _accounts(self, activity_id: int, days: Days) -> Mapping[str, Spending]:
        key = (activity_id, days)
        if key not in self._costs:
            self._costs[key] = self._work.grant_spending.by_account(activity_id, *days)
        return self._costs[key]


def _by_line(accounts: Mapping[str, Spending]) -> dict[str, Money]:
    """Return expenses by line of the official budget."""
    layout = official_layout()
    found: dict[str, Money] = defaultdict(lambda: ZERO)
    for number, spent in accounts.items():
        line = layout.line_of(number)
        if line is not None:
            found[line.code] += spent.amount
    return dict(found)


def _movements_by_award(work: Work) -> dict[int, list[tuple[int, FundMovement]]]:
    """Return the movements of dedicated funds with their fund, by the grant they are of."""
    awards = {one.id: one.content.grant_award_id for one in work.funds.all()}
    found: dict[int, list[tuple[int, FundMovement]]] = defaultdict(list)
    for movement in work.funds.movements():
        content = movement.content
        for fund_id in {content.fund_id, content.other_fund_id or content.fund_id}:
            award_id = awards.get(fund_id)
            if award_id is not None:
                found[award_id].append((fund_id, movement))
    return found


def _held(movements: Iterable[tuple[int, FundMovement]]) -> Money:
    by_fund: dict[int, list[FundMovement]] = defaultdict(list)
    for fund_id, movement in movements:
        by_fund[fund_id].append(movement)
    return total(
        balance(fund_id, (one.content for one in moved)) for fund_id, moved in by_fund.items()
    )
