"""Read the tables of grants within one unit of work: plans and books by the official layout."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import GRANT_ACCOUNTS
from coopdesk.domain.grant_requests import RequestPurpose, RequestState
from coopdesk.domain.grant_table_making import TableMaker
from coopdesk.domain.grant_tables import (
    AccountAmount,
    GrantTables,
    KnownRequest,
    PlannedAmount,
    is_grant_account,
    signed_amount,
)
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, total
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.grant_states import days_of
from coopdesk.storage.grant_book_store import RESULT_CLASSES, TO_SORT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coopdesk.domain.budgets import BudgetVersion
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.domain.grant_tables import GrantBookLine
    from coopdesk.storage.unit_of_work import Work

_OVER = frozenset({RequestState.REFUSED, RequestState.WITHDRAWN})


def read_request_tables(work: Work, request: GrantRequest) -> GrantTables:
    """Return the tables of a request: those of its project, else of what it pays for."""
    content = request.content
    if content.project_id is not None:
        return read_project_tables(work, work.grant_projects.get(content.project_id))
    if request.activity_id is None and content.purpose is RequestPurpose.OPERATING:
        return _of_association(work, request)
    maker = TableMaker(official_layout(), known_requests(work, request.activity_id, None))
    version_id = content.budget_version_id
    if version_id is not None:
        _plan_budget(work, maker, version_id, request.activity_id)
    days = days_of(work, request)
    found = _of_activity(
        work, maker, request.content.title, request.activity_id, years_within(work, days)
    )
    return replace(found, days=days)


def read_project_tables(work: Work, project: GrantProject) -> GrantTables:
    """Return what a project plans, and what the books have of its activity.

    All fiscal years that its days touch are read, whole; all of them without days.
    """
    content = project.content
    maker = TableMaker(official_layout(), known_requests(work, content.activity_id, project.id))
    maker.plan(
        PlannedAmount(
            one.content.line, one.content.amount, one.content.label, one.content.request_id
        )
        for one in project.lines
    )
    days = None
    if content.starts_on is not None and content.ends_on is not None:
        days = content.starts_on, content.ends_on
    years = years_within(work, days)
    found = _of_activity(work, maker, content.title, content.activity_id, years, project.id)
    return replace(found, days=days)


def read_budget_tables(work: Work, version: BudgetVersion) -> GrantTables:
    """Return a budget of the association in the official layout, nothing of the books."""
    maker = TableMaker(official_layout())
    _plan_budget(work, maker, version.id, None)
    year = work.fiscal_years.get(version.content.fiscal_year_id)
    return GrantTables(
        version.content.name, maker.groups(), starts_on=year.starts_on, ends_on=year.ends_on
    )


def known_requests(
    work: Work, activity_id: int | None, project_id: int | None
) -> list[KnownRequest]:
    """Return the requests whose money an activity or a project may show; all for neither."""
    requests = work.grant_requests.all()
    named = _named_lines(requests)
    found = []
    for request in requests:
        is_of = (project_id is not None and request.content.project_id == project_id) or (
            activity_id is not None and request.activity_id == activity_id
        )
        if is_of or (activity_id is None and project_id is None):
            found.append(request)
    planned = _planned_lines(work, found)
    return [_known(work, request, planned.get(request.id, ""), named) for request in found]


def _planned_lines(work: Work, requests: Sequence[GrantRequest]) -> dict[int, str]:
    """Return the line on which its project plans each request: what came lands beside it."""
    project_ids = {one.content.project_id for one in requests}
    funders = {line.code for line in official_layout().funder_lines}
    return {
        line.content.request_id: line.content.line
        for project_id in project_ids
        if project_id is not None
        for line in work.grant_projects.get(project_id).lines
        if line.content.request_id is not None and line.content.line in funders
    }


def _named_lines(requests: Sequence[GrantRequest]) -> dict[int | None, str]:
    """Return the line of each funder of which requests name one: a town is one everywhere."""
    lines: dict[int | None, set[str]] = {}
    for request in requests:
        content = request.content
        if content.funder_id is not None and content.budget_line:
            lines.setdefault(content.funder_id, set()).add(content.budget_line)
    return {key: min(found) for key, found in lines.items() if len(found) == 1}


def years_within(work: Work, days: tuple[dt.date, dt.date] | None) -> list[FiscalYear]:
    """Return the fiscal years that some days touch, the first one first; all without days."""
    years = sorted(work.fiscal_years.years(), key=lambda year: year.starts_on)
    if days is None:
        return years
    return [year for year in years if year.starts_on <= days[1] and days[0] <= year.ends_on]


def _line_of(
    work: Work, request: GrantRequest, planned: str, named: Mapping[int | None, str]
) -> str:
    """Return the line of a request: its own, as planned, its funder's, that of its kind."""
    funder_id = request.content.funder_id
    line, kind = request.content.budget_line or planned or named.get(funder_id, ""), ""
    if not line and funder_id is not None:
        kind = work.contacts.get(funder_id).profile.organisation_kind.value
    return official_layout().line_of_funder(line, kind)


def _known(
    work: Work, request: GrantRequest, planned: str, named: Mapping[int | None, str]
) -> KnownRequest:
    award_id = request.award.id if request.award is not None else None
    # What came to nothing explains no money by its funder.
    funder_id = None if request.state in _OVER else request.content.funder_id
    return KnownRequest(
        request.id,
        request.content.title,
        _line_of(work, request, planned, named),
        funder_id,
        award_id,
        request.funder_name,
    )


def _of_activity(
    work: Work,
    maker: TableMaker,
    title: str,
    activity_id: int | None,
    years: list[FiscalYear],
    project_id: int | None = None,
) -> GrantTables:
    unsorted = ZERO
    if activity_id is not None:
        ids = [year.id for year in years]
        maker.book(work.grant_books.lines(ids, activity_id, RESULT_CLASSES))
        unsorted = total(x.amount for x in work.grant_books.lines(ids, activity_id, TO_SORT))
    return GrantTables(
        title,
        maker.groups(),
        project_id,
        activity_id,
        years[0].starts_on if years else None,
        years[-1].ends_on if years else None,
        unsorted,
    )


def _of_association(work: Work, request: GrantRequest) -> GrantTables:
    """Return the tables of a grant for running the association: its budget, all its books."""
    maker = TableMaker(official_layout(), known_requests(work, None, None))
    days = days_of(work, request)
    years = years_within(work, days) if days is not None else []
    version_id = request.content.budget_version_id
    if version_id is None and years:
        versions = work.budgets.versions(years[0].id)
        version_id = versions[0].id if versions else None
    if version_id is not None:
        _plan_budget(work, maker, version_id, None)
    for year in years:
        beside = work.grant_books.notified_beside([year.id], GRANT_ACCOUNTS)
        maker.book_accounts(_accounts(work, year, beside))
        maker.book(beside)
        maker.book(work.grant_books.lines([year.id], None, GRANT_ACCOUNTS), keep=True)
    return GrantTables(
        request.content.title,
        maker.groups(),
        starts_on=years[0].starts_on if years else None,
        ends_on=years[-1].ends_on if years else None,
    )


def _accounts(
    work: Work, year: FiscalYear, told: Iterable[GrantBookLine]
) -> Iterator[AccountAmount]:
    """Yield what accounts of the result add up to in a year, except those of grants.

    ``told`` are lines of theirs that stand beside the requests they came of.
    """
    apart: dict[str, list[GrantBookLine]] = defaultdict(list)
    for one in told:
        apart[one.account].append(one)
    sums = work.reports.sums(ReportScope(year.id))
    firm = work.reports.sums(ReportScope(year.id, with_drafts=False))
    for key, account in work.reports.accounts().items():
        number = account.number
        if not number.startswith(RESULT_CLASSES) or is_grant_account(number):
            continue
        if key in sums:
            amount = signed_amount(number, *sums[key])
            drafts = amount - signed_amount(number, *firm.get(key, (ZERO, ZERO)))
            amount -= total(x.amount for x in apart[number])
            drafts -= total(x.amount for x in apart[number] if x.is_draft)
            yield AccountAmount(number, account.label, amount, drafts)


def _plan_budget(
    work: Work, maker: TableMaker, version_id: int, activity_id: int | None
) -> None:
    found = [
        line
        for line in work.budgets.lines(version_id)
        if activity_id is None or line.content.activity_id == activity_id
    ]
    maker.plan_accounts(
        (x.content.account, x.content.amount, x.content.label or x.account_label) for x in found
    )
