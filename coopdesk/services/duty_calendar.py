"""The yearly calendar: each duty of the reference on its day, and the dates of our own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.declarations import due_on, fiscal_year
from coopdesk.domain.duties import Duty, DutyMonth, DutyState, DutyYear
from coopdesk.domain.duty_rules import days_in, own_code
from coopdesk.domain.fiscal_years import year_label
from coopdesk.domain.home import MONTHS
from coopdesk.services.duty_desk import held_on
from coopdesk.services.joining import fiscal_year_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.declarations import FiscalYear
    from coopdesk.domain.duty_rules import DutyRule
    from coopdesk.services.duty_desk import DutyDesk

_UNDATED = frozenset({"change", "request", "always"})
_APPROVAL = "accounts_approval"
_CLOSE = "accounts.close"


def calendar_of(
    desk: DutyDesk, year: int, rules: Sequence[DutyRule], pressing: Sequence[Duty]
) -> DutyYear:
    """Return the calendar of a year; ``pressing`` are the duties that the file knows of.

    They stand in it as they are, in the place of what the reference says in general.
    """
    known = {one.code for one in pressing if one.due_on is not None}
    dated = [one for one in pressing if one.due_on is not None and one.due_on.year == year]
    for rule in rules:
        for day, of_year in _days(desk, year, rule):
            is_told = rule.code in known and any(
                one.code == rule.code and one.due_on == day for one in dated
            )
            if not is_told:
                dated.append(_of_fiscal_year(desk, rule, day, of_year))
    told = {(one.code, one.due_on) for one in dated}
    for own in desk.work.duties.own():
        code = own_code(own.id)
        values: dict[str, object] = {"title": own.content.title, "note": own.content.note}
        dated += (
            _own(code, day, values, own.id)
            for day in days_in(own.content, year)
            if (code, day) not in told
        )
    months = tuple(
        DutyMonth(dt.date(year, number, 1), _of_month(dated, number))
        for number in range(1, MONTHS + 1)
    )
    return DutyYear(year, months, tuple(_duty(x) for x in rules if x.when in _UNDATED))


def _of_month(duties: Sequence[Duty], number: int) -> tuple[Duty, ...]:
    found = [one for one in duties if one.due_on is not None and one.due_on.month == number]
    return tuple(sorted(found, key=lambda one: (one.due_on or dt.date.max, one.code)))


def _duty(rule: DutyRule, day: dt.date | None = None, period: str = "") -> Duty:
    return Duty(
        rule.code,
        DutyState.LATER,
        period,
        day,
        {"year": period, "remark": rule.remark},
        page=rule.page,
        target=rule.target,
        can_mark=True,
    )


def _of_fiscal_year(desk: DutyDesk, rule: DutyRule, day: dt.date, year: FiscalYear) -> Duty:
    """Return a duty of a fiscal year, called as the books call it; done if the file says so."""
    kept = next((x for x in desk.work.fiscal_years.years() if x.ends_on == year.end), None)
    if rule.when == "declaration":
        duty = replace(_duty(rule, day, str(year.year)), target=("declaration", year.year))
        is_done = desk.work.declarations.filing(year.year) is not None
    else:
        period = year_label(year.start, year.end) if kept is None else kept.label
        duty = _duty(rule, day, period)
        if rule.page == "accounts":
            duty = replace(duty, target=("closing", "" if kept is None else kept.label))
        is_done = rule.code == _CLOSE and kept is not None and not kept.is_open
    return replace(duty, state=DutyState.DONE) if is_done else duty


def _own(code: str, day: dt.date, values: dict[str, object], own_id: int) -> Duty:
    target = ("own_duty", own_id)
    period = day.isoformat()
    return Duty(
        code, DutyState.LATER, period, day, values, page="home", target=target, can_mark=True
    )


def _days(desk: DutyDesk, year: int, rule: DutyRule) -> Iterator[tuple[dt.date, FiscalYear]]:
    """Yield the days of a calendar year on which a duty falls, each with what it is for."""
    month = fiscal_year_start(desk.work)
    # Delays of more than a year are known to nobody.
    for one in (fiscal_year(number, month) for number in range(year - 2, year + 2)):
        day = _day(desk, one, rule)
        if day is not None and day.year == year:
            yield day, one


def _day(desk: DutyDesk, year: FiscalYear, rule: DutyRule) -> dt.date | None:
    """Return by when something is due of a fiscal year, None for what has no day."""
    if rule.when == "declaration":
        return due_on(year, desk.figures)
    if rule.when == "closing":
        return months_after(year.end, desk.count_of(rule.parameter, year.end))
    if rule.when in _UNDATED:
        return None
    approved_on = months_after(year.end, desk.count_of(_APPROVAL, year.end))
    held = desk.assembly_after(year.end, approved_on)
    approved_on = approved_on if held is None else held_on(held)
    count = desk.count_of(rule.parameter, approved_on)
    if rule.when == "approval":
        return months_after(approved_on, count)
    return approved_on - dt.timedelta(days=count)
