"""Duties around the end of a fiscal year: close it, approve, allocate and publish accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.audit_limits import audit_due
from coopdesk.domain.duties import Duty, DutyState
from coopdesk.domain.fiscal_years import YearEventKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import total
from coopdesk.services.closing_reading import audit_limits
from coopdesk.services.duty_desk import held_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from coopdesk.domain.events import EventLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.money import Money
    from coopdesk.services.duty_desk import DutyDesk

_APPROVAL, _PUBLICATION = "accounts_approval", "accounts_publication"
# Accounts of earlier years are an old story, open or not.
_YEARS_BACK = 3


def books_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield what is left to do about fiscal years of the books that are over."""
    for year in desk.work.fiscal_years.years():
        is_recent = desk.day.year - year.ends_on.year <= _YEARS_BACK
        if year.ends_on < desk.day and is_recent:
            yield from _of_year(desk, year)


def _of_year(desk: DutyDesk, year: FiscalYear) -> Iterator[Duty]:
    due_on = desk.months_after(year.ends_on, _APPROVAL)
    if year.is_open:
        drafts = desk.work.entry_validation.count_drafts(year.id)
        yield _duty("accounts.close", year, due_on, drafts=drafts)
    is_allocated = desk.work.closing.last_entry(year.id, YearEventKind.ALLOCATED) is not None
    if not is_allocated and _has_result(desk, year):
        yield _duty("accounts.allocate", year, due_on)
    held = desk.assembly_after(year.ends_on, due_on)
    # An assembly that decided about a result has approved the accounts.
    if not is_allocated and (held is None or held_on(held) > desk.day):
        yield _approval(year, due_on, held)
    if _is_published(desk, year):
        approved_on = due_on if held is None else held_on(held)
        publish_by = desk.months_after(approved_on, _PUBLICATION)
        yield _duty("accounts.publish", year, publish_by, can_mark=True)


def _approval(year: FiscalYear, due_on: dt.date, held: EventLine | None) -> Duty:
    """Return the assembly that approves the accounts: the one planned, or none yet."""
    day = None if held is None else held_on(held)
    return Duty(
        "accounts.approve",
        DutyState.SOON,
        year.label,
        day or due_on,
        {"year": year.label, "day": day},
        page="events",
        target=("event_new", "assembly") if held is None else ("event", held.id),
        can_mark=True,
    )


def _duty(
    code: str, year: FiscalYear, due_on: dt.date, *, can_mark: bool = False, **values: object
) -> Duty:
    return Duty(
        code,
        DutyState.SOON,
        year.label,
        due_on,
        {"year": year.label, **values},
        page="accounts",
        target=("closing", year.label),
        can_mark=can_mark,
    )


def _has_result(desk: DutyDesk, year: FiscalYear) -> bool:
    """Tell whether a closed year has a result, above or below zero."""
    events = desk.work.fiscal_years.events(year.id)
    results = [one.result for one in events if one.kind is YearEventKind.CLOSED]
    return not year.is_open and bool(results and results[-1])


def _is_published(desk: DutyDesk, year: FiscalYear) -> bool:
    """Tell whether grants or gifts of a year were above what the law lets go unpublished."""
    scope, reports = ReportScope(year.id), desk.work.reports
    accounts = reports.accounts()
    net = {key: debit - credit for key, (debit, credit) in reports.sums(scope).items()}
    for one in reports.openings(scope):
        net[one.account_id] -= one.debit - one.credit

    def moved(*beginnings: str) -> Money:
        of_these = (key for key in net if accounts[key].number.startswith(beginnings))
        return total(net[key] for key in of_these)

    return audit_due(moved, audit_limits(desk.work, year)) is not None
