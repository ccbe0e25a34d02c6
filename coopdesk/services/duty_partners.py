"""Duties around partners: agreements to decide about, commitments, fees of networks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import SOON_DAYS, AgreementStep, due_until
from coopdesk.domain.agreements import AgreementFilter, Side
from coopdesk.domain.commitments import CommitmentFilter, CommitmentState
from coopdesk.domain.duties import Duty, DutyState
from coopdesk.domain.duty_rules import SOON_DAYS as FEE_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.duty_desk import DutyDesk

_PAGE = "partners"
_AHEAD = dt.timedelta(days=SOON_DAYS)
_SOON = dt.timedelta(days=FEE_DAYS)
_STEPS = {
    AgreementStep.NOTICE: "agreement.notice",
    AgreementStep.RENEWAL: "agreement.renew",
    AgreementStep.END: "agreement.end",
}
_SIDES = {Side.OURS: "commitment.ours", Side.THEIRS: "commitment.theirs"}


def agreement_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield agreements whose term ends soon, or whose notice must be given."""
    known = desk.work.agreements.all(AgreementFilter())
    for one in due_until(known, desk.day + _AHEAD, desk.day):
        agreement = one.agreement
        ends_on = one.term.ends_on
        yield Duty(
            _STEPS[one.step],
            DutyState.SOON,
            f"{agreement.id}:{one.due_on.isoformat()}",
            one.due_on,
            {
                "title": agreement.content.title,
                "name": agreement.partner_name,
                "day": one.due_on if ends_on is None else ends_on,
            },
            page=_PAGE,
            target=("agreement", agreement.id),
            can_mark=True,
        )


def commitment_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield what we owe partners and they owe us, late or soon."""
    wanted = CommitmentFilter(state=CommitmentState.OPEN, due_until=desk.day + _AHEAD)
    for one in desk.work.commitments.all(wanted):
        yield Duty(
            _SIDES[one.content.side],
            DutyState.SOON,
            str(one.id),
            one.content.due_on,
            {"text": one.content.text, "name": one.partner_name},
            page=_PAGE,
            target=("commitment", one.id),
        )


def network_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the fees that we owe networks: of this year, of older ones, and those soon due."""
    for one in desk.work.network_fees.all():
        fee = one.content
        is_soon = fee.due_on is not None and fee.due_on <= desk.day + _SOON
        if one.payment_id is None and fee.amount and (fee.year <= desk.day.year or is_soon):
            yield Duty(
                "network.pay",
                DutyState.SOON,
                str(one.id),
                fee.due_on,
                {"name": one.name, "year": fee.year, "amount": fee.amount},
                page=_PAGE,
                target=("network_fee", one.id),
            )
