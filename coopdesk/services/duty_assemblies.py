"""Duties around assemblies: call members, write the minutes, declare who directs now."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.duties import Duty, DutyState
from coopdesk.services.duty_desk import held_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.events import EventLine
    from coopdesk.services.duty_desk import DutyDesk

_NOTICE, _CHANGE = "assembly_notice", "change_declaration"
# Minutes that nobody wrote within a year will not be written any more.
_LONGEST = dt.timedelta(days=366)
_AHEAD = dt.timedelta(days=90)


def assembly_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield what is to be done before and after assemblies."""
    for one in desk.assemblies:
        if held_on(one) >= desk.day:
            yield from _before(desk, one)
        elif held_on(one) >= desk.day - _LONGEST:
            yield from _after(desk, one)


def _before(desk: DutyDesk, one: EventLine) -> Iterator[Duty]:
    days = desk.count_of(_NOTICE, held_on(one))
    yield _duty("assembly.convene", one, held_on(one) - dt.timedelta(days), "sheet")


def _after(desk: DutyDesk, one: EventLine) -> Iterator[Duty]:
    if not one.has_report:
        yield _duty("assembly.minutes", one, None, "report")
    until = desk.months_after(held_on(one), _CHANGE)
    if until >= desk.day:  # nobody knows whether anything changed: no alarm afterwards
        yield _duty("directors.declare", one, until, "report")


def decision_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield decisions of any event that are not carried out and have a day, late or soon."""
    for one in desk.work.event_reports.open_decisions():
        due_on = one.item.content.due_on
        if due_on is not None and due_on <= desk.day + _AHEAD:
            yield Duty(
                "decision.carry_out",
                DutyState.SOON,
                str(one.item.id),
                due_on,
                {"title": one.event_title, "text": one.item.content.text},
                page="events",
                target=("event", one.event_id, "report"),
            )


def _duty(code: str, one: EventLine, due_on: dt.date | None, part: str) -> Duty:
    return Duty(
        code,
        DutyState.SOON,
        str(one.id),
        due_on,
        {"title": one.title, "day": held_on(one)},
        page="events",
        target=("event", one.id, part),
        can_mark=True,
    )
