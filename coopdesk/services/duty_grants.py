"""Duties around grants: reports to send, parts to ask for, calls that close."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.duties import Duty, DutyState
from coopdesk.domain.grant_requests import RequestFilter, RequestState
from coopdesk.services.grant_states import read_states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.grant_states import GrantState
    from coopdesk.services.duty_desk import DutyDesk

_PAGE = "partners"
_CALL_DAYS = dt.timedelta(days=90)


def grant_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the reports of grants, and what funders should have paid."""
    granted = desk.work.grant_requests.all(RequestFilter(state=RequestState.GRANTED))
    for state in read_states(desk.work, granted, desk.day):
        yield from _of_grant(state)


def _of_grant(state: GrantState) -> Iterator[Duty]:
    request = state.request
    values = {"title": request.content.title, "name": request.funder_name}
    key, target = str(request.id), ("grant_request", request.id)
    if state.report_due_on is not None:
        yield Duty(
            "grants.report",
            DutyState.SOON,
            key,
            state.report_due_on,
            values,
            page=_PAGE,
            target=target,
        )
    late = [one for one in state.instalments if one.is_overdue(state.day)]
    if late:
        yield Duty(
            "grants.collect",
            DutyState.SOON,
            key,
            min(one.expected_on for one in late if one.expected_on is not None),
            {**values, "amount": state.overdue},
            page=_PAGE,
            target=target,
        )


def call_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the calls that close within three months and to which no request was sent."""
    answered = _answered_calls(desk)
    for call in desk.work.grant_calls.all(open_only=True):
        closes_on = call.content.closes_on
        if closes_on is None or call.id in answered:
            continue
        if desk.day <= closes_on <= desk.day + _CALL_DAYS:
            yield Duty(
                "grants.apply",
                DutyState.SOON,
                str(call.id),
                closes_on,
                {"title": call.content.title, "name": call.funder_name},
                page=_PAGE,
                target=("call", call.id),
                can_mark=True,
            )


def _answered_calls(desk: DutyDesk) -> set[int]:
    requests = desk.work.grant_requests.all(RequestFilter())
    return {
        one.content.call_id
        for one in requests
        if one.content.call_id is not None and one.state is not RequestState.DRAFT
    }
