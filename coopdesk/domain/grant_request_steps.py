"""How a request goes from the draft to the answer, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_requests import (
    GrantReport,
    NewGrantRequest,
    RequestForm,
    RequestPurpose,
    RequestState,
)
from coopdesk.domain.grants import GrantKind, NewGrantAward

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grant_requests import Granting, GrantRequest
    from coopdesk.domain.grants import GrantAward

# A request may be answered before it was noted as sent: funders offer some without one.
_STEPS = {
    RequestState.DRAFT: frozenset(RequestState) - {RequestState.DRAFT},
    RequestState.SENT: frozenset(
        {RequestState.GRANTED, RequestState.REFUSED, RequestState.WITHDRAWN}
    ),
}


def check_step(request: GrantRequest, to: RequestState, on: dt.date | None = None) -> None:
    """Raise RuleError unless a request may go to a state on a day.

    Raises:
        RuleError: ``grant_request.wrong_step``: it was sent or answered already,
            ``grant_request.decided_before_sent``, and what is missing of one that is sent:
            ``grant_request.funder_missing``, ``grant_request.asked_missing``.
    """
    if to not in _STEPS.get(request.state, frozenset()):
        raise RuleError("grant_request.wrong_step", name=request.content.title)
    if to is RequestState.SENT:
        _check_complete(request.content)
    elif on is not None and request.asked_on is not None and on < request.asked_on:
        raise RuleError(
            "grant_request.decided_before_sent", field="decided_on", day=request.asked_on
        )


def check_past(on: dt.date, today: dt.date, field: str) -> None:
    """Raise RuleError ``grant_request.in_the_future`` of a step on a day that is to come."""
    if on > today:
        raise RuleError("grant_request.in_the_future", field=field)


def _check_complete(content: NewGrantRequest) -> None:
    if content.funder_id is None:
        raise RuleError("grant_request.funder_missing", field="funder_id")
    if content.form is RequestForm.MONEY and not content.asked:
        raise RuleError("grant_request.asked_missing", field="asked")


def state_before(request: GrantRequest) -> RequestState:
    """Return where a request goes when it is opened again: a step back.

    Raises:
        RuleError: ``grant_request.not_sent``: a draft has no step before it.
    """
    if request.state is RequestState.DRAFT:
        raise RuleError("grant_request.not_sent", name=request.content.title)
    if request.state is RequestState.SENT or request.asked_on is None:
        return RequestState.DRAFT
    return RequestState.SENT


def award_of(content: NewGrantRequest, told: Granting) -> NewGrantAward | None:
    """Return the award that granting a request makes; None for help in kind.

    Days that the answer does not name are those of the request.

    Raises:
        RuleError: ``grant.amount_missing``: money without an amount.
    """
    if content.form is RequestForm.KIND:
        return None
    if told.amount is None:
        raise RuleError("grant.amount_missing", field="amount")
    has_days = told.starts_on is not None or told.ends_on is not None
    return NewGrantAward(
        title=content.title,
        amount=told.amount,
        notified_on=told.notified_on,
        kind=_kind_of(content),
        funder_id=content.funder_id,
        account=told.account,
        receivable_account=told.receivable_account,
        starts_on=told.starts_on if has_days else content.starts_on,
        ends_on=told.ends_on if has_days else content.ends_on,
        expected_on=told.expected_on,
        activity_id=told.activity_id,
        note=told.note or content.note,
    )


def request_of(award: NewGrantAward) -> NewGrantRequest:
    """Return the file of a grant of which nothing is known but its notification."""
    bare = NewGrantRequest(award.title, purpose=RequestPurpose.OPERATING)
    return following_award(bare, award)


def following_award(content: NewGrantRequest, award: NewGrantAward) -> NewGrantRequest:
    """Return a request with what its award says: title, funder, days, note, what it is for."""
    purpose = content.purpose
    if award.kind is GrantKind.INVESTMENT:
        purpose = RequestPurpose.INVESTMENT
    elif purpose is RequestPurpose.INVESTMENT:
        purpose = RequestPurpose.OPERATING
    return replace(
        content,
        title=award.title,
        funder_id=award.funder_id,
        starts_on=award.starts_on,
        ends_on=award.ends_on,
        note=award.note,
        purpose=purpose,
    )


def following_request(award: NewGrantAward, content: NewGrantRequest) -> NewGrantAward:
    """Return an award with what its request says; another kind has its usual accounts."""
    kind = _kind_of(content)
    told = replace(
        award,
        title=content.title,
        funder_id=content.funder_id,
        starts_on=content.starts_on,
        ends_on=content.ends_on,
        note=content.note,
        kind=kind,
    )
    return told if kind is award.kind else replace(told, account="", receivable_account="")


def _kind_of(content: NewGrantRequest) -> GrantKind:
    is_investment = content.purpose is RequestPurpose.INVESTMENT
    return GrantKind.INVESTMENT if is_investment else GrantKind.OPERATING


def is_bare(request: GrantRequest, award: GrantAward) -> bool:
    """Tell whether a request says nothing that its award does not say."""
    has_parts = request.instalments or request.eligible or request.file_count
    was_told = request.asked_on or request.report_sent_on or request.report != GrantReport()
    return not has_parts and not was_told and request.content == request_of(award.content)
