"""What the views of grants read on the worker: the list, and all about one grant."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coopdesk.domain.commitments import CommitmentFilter
from coopdesk.domain.grant_requests import RequestFilter, RequestState
from coopdesk.domain.money import ZERO
from coopdesk.services.grant_notices import GrantNotice
from coopdesk.ui.grants.columns import grant_sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.services.registry import Services

_OVER = frozenset({RequestState.REFUSED, RequestState.WITHDRAWN})


class GrantsShown(enum.Enum):
    """Which grants are listed."""

    LIVING = "living"
    ASKED = "asked"
    DUE = "due"
    REPORT = "report"
    OVER = "over"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the search box, the chips and the header of a list ask for."""

    text: str
    shown: Any
    sort: str
    descending: bool


@dataclass(frozen=True, slots=True)
class GrantRecord:
    """A grant with the conditions that go with it and its files.

    ``asked_percent`` is what is asked of all planned income, in hundredths of a percent.
    """

    state: GrantState
    conditions: tuple[Commitment, ...]
    files: tuple[Attachment, ...]
    notice: GrantNotice
    today: dt.date
    asked_percent: int | None = None


def read_grants(services: Services, wanted: Wanted) -> tuple[dict[int, GrantState], bool]:
    """Return the grants that are asked for, and whether there is any."""
    found = services.grant_requests.states(RequestFilter(text=wanted.text))
    kept = [one for one in found if keeps(one, wanted.shown)]
    key = grant_sort(wanted.sort)
    if key is not None:
        kept.sort(key=key, reverse=wanted.descending)
    has_any = bool(found) or bool(services.grant_requests.all())
    return {one.request.id: one for one in kept}, has_any


def keeps(state: GrantState, shown: GrantsShown) -> bool:
    """Tell whether a grant is among those shown."""
    is_over = state.request.state in _OVER or (
        state.request.state is RequestState.GRANTED
        and state.due == ZERO
        and state.report_due_on is None
    )
    kept = {
        GrantsShown.LIVING: not is_over,
        GrantsShown.ASKED: state.request.state is RequestState.SENT,
        GrantsShown.DUE: state.due > ZERO,
        GrantsShown.REPORT: state.report_due_on is not None,
        GrantsShown.OVER: is_over,
        GrantsShown.ALL: True,
    }
    return kept[shown]


def read_grant(services: Services, request_id: int, today: dt.date) -> GrantRecord:
    """Return everything known of a grant; raises NotFoundError."""
    requests = services.grant_requests
    state = requests.state(request_id)
    award = state.request.award
    return GrantRecord(
        state,
        in_order(services.commitments.all(CommitmentFilter(grant_request_id=request_id))),
        requests.files(request_id),
        GrantNotice() if award is None else services.grants.notice(award.id),
        today,
        services.grant_reports.application(request_id).asked_percent,
    )


def in_order(conditions: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Return conditions by their day, those without one last."""
    return tuple(
        sorted(
            conditions,
            key=lambda one: (one.content.due_on is None, one.content.due_on, one.id),
        )
    )
