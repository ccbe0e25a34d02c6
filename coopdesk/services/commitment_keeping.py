"""What keeps a commitment in the books: a payment, or something given in kind and valued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import CommitmentKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentPart,
    PaymentState,
)
from coopdesk.domain.volunteering import (
    ContributionKind,
    NewContribution,
    checked_contribution,
)
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.inventory_writing import tied

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.commitments import Commitment
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.storage.unit_of_work import Work

# What a promise becomes in classes 86 and 87 (ANC 2018-06).
IN_KIND = {
    CommitmentKind.ROOM: ContributionKind.PREMISES,
    CommitmentKind.GOODS: ContributionKind.GOODS,
    CommitmentKind.HOURS: ContributionKind.SERVICES,
}
_LABEL_LIMIT = 160  # of a payment


@dataclass(frozen=True, slots=True)
class Paying:
    """How money that was promised is paid, and what it is in the books."""

    amount: Money
    on: dt.date
    mode: PaymentMode
    kind: LineKind = LineKind.OTHER


def can_be_in_kind(commitment: Commitment) -> bool:
    """Tell whether keeping a commitment can be valued as a contribution in kind."""
    content = commitment.content
    return content.side is Side.THEIRS and content.kind in IN_KIND


def contribution_of(
    work: Work,
    known: Commitment,
    on: dt.date,
    amount: Money | None,
    basis: str,
    today: dt.date,
) -> NewContribution:
    """Return the contribution that keeps a commitment; raises ``commitment.not_in_kind``."""
    content = known.content
    if not can_be_in_kind(known):
        raise RuleError("commitment.not_in_kind", text=content.text)
    new = NewContribution(
        kind=IN_KIND[content.kind],
        given_on=on,
        amount=next((x for x in (amount, content.amount) if x is not None), ZERO),
        label=content.text,
        value_basis=basis,
        contact_id=content.contact_id,
        activity_id=activity_of(work, known),
    )
    return tied(work, checked_contribution(new, today))


def payment_of(work: Work, known: Commitment, paid: Paying) -> NewPayment:
    """Return the payment that keeps a commitment of money.

    Raises:
        RuleError: ``commitment.not_money``, ``commitment.paid_by_grant``,
            ``payment.share_not_possible`` of a gift or a fee of a member.
    """
    content = known.content
    if content.kind is not CommitmentKind.MONEY:
        raise RuleError("commitment.not_money", text=content.text)
    is_theirs = content.side is Side.THEIRS
    if is_theirs and content.grant_request_id is not None:
        raise RuleError("commitment.paid_by_grant", text=content.text)
    if paid.kind in {LineKind.GIFT, LineKind.FEE}:
        raise RuleError("payment.share_not_possible", field="kind")
    label = content.text[:_LABEL_LIMIT]
    activity_id = activity_of(work, known)
    part = PaymentPart(paid.kind, paid.amount, label, activity_id=activity_id)
    return NewPayment(
        paid.on,
        paid.amount,
        paid.mode,
        (part,),
        Direction.IN if is_theirs else Direction.OUT,
        payer_id=who_pays(work, content.contact_id),
        label=label,
    )


def check_payment_fits(work: Work, known: Commitment, payment_id: int) -> None:
    """Refuse a payment that cannot be the one of a commitment.

    Raises:
        RuleError: ``commitment.payment_unfit``: of somebody else, the other way, or it does
            not count; ``commitment.settled_twice``. NotFoundError.
    """
    paid = work.payments.get(payment_id).content
    wanted = Direction.IN if known.content.side is Side.THEIRS else Direction.OUT
    is_other = who_pays(work, paid.payer_id) not in {None, known.content.contact_id}
    if is_other or paid.direction is not wanted or paid.state is PaymentState.DISMISSED:
        raise RuleError("commitment.payment_unfit", field="payment")
    _refuse_twice(known, work.commitments.kept_by(payment_id=payment_id), paid.amount)


def check_contribution(work: Work, known: Commitment, contribution_id: int) -> None:
    """Refuse a contribution that cannot be the one of a commitment.

    Raises:
        RuleError: ``commitment.contribution_unfit``: of somebody else, or the commitment is
            ours; ``commitment.settled_twice``. NotFoundError.
    """
    given = work.volunteering.contribution(contribution_id).content
    is_other = who_pays(work, given.contact_id) not in {None, known.content.contact_id}
    if is_other or known.content.side is not Side.THEIRS:
        raise RuleError("commitment.contribution_unfit", field="contribution")
    before = work.commitments.kept_by(contribution_id=contribution_id)
    _refuse_twice(known, before, given.amount)


def _refuse_twice(known: Commitment, before: Sequence[Commitment], amount: Money) -> None:
    """Refuse what keeps another commitment already and is not worth both, as far as told.

    Raises:
        RuleError: ``commitment.settled_twice``.
    """
    worth = total(one.content.amount or ZERO for one in (*before, known))
    if before and worth > amount:
        raise RuleError("commitment.settled_twice", text=before[0].content.text)


def activity_of(work: Work, known: Commitment) -> int | None:
    """Return the activity that a commitment is part of: its agreement's, else its grant's."""
    content = known.content
    if content.agreement_id is not None:
        found = work.agreements.get(content.agreement_id).content.activity_id
        if found is not None:
            return found
    if content.grant_request_id is not None:
        return work.grant_requests.get(content.grant_request_id).activity_id
    return None
