"""The colours of what partners and agreements are, beside its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import AgreementStanding, standing_on
from coopdesk.domain.commitments import CommitmentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.inventory.times import minutes_text
from coopdesk.wording.formats import money_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.agreements import Agreement
    from coopdesk.domain.commitments import Commitment

_SOON_DAYS = 30
_STANDINGS = {
    AgreementStanding.DRAFT: Tone.NEUTRAL,
    AgreementStanding.SENT: Tone.INFO,
    AgreementStanding.TO_COME: Tone.INFO,
    AgreementStanding.IN_FORCE: Tone.GOOD,
    AgreementStanding.NEAR: Tone.ATTENTION,
    AgreementStanding.EXPIRED: Tone.BAD,
    AgreementStanding.ENDED: Tone.NEUTRAL,
}


def standing_tone(agreement: Agreement, today: dt.date) -> Tone:
    """Return the colour of where an agreement stands."""
    standing = standing_on(agreement, today)
    if standing is AgreementStanding.EXPIRED and agreement.followed_by_id is not None:
        return Tone.NEUTRAL
    return _STANDINGS[standing]


def due_tone(commitment: Commitment, today: dt.date) -> Tone:
    """Return the colour of how far a commitment is."""
    if commitment.state is CommitmentState.KEPT:
        return Tone.GOOD
    if commitment.is_overdue(today):
        return Tone.BAD
    due = commitment.content.due_on
    is_open = commitment.state is CommitmentState.OPEN
    if is_open and due is not None and (due - today).days <= _SOON_DAYS:
        return Tone.ATTENTION
    return Tone.NEUTRAL


def worth_text(commitment: Commitment) -> str:
    """Return what a commitment is worth in money or hours; empty where nobody said."""
    content = commitment.content
    told = []
    if content.minutes:
        told.append(minutes_text(content.minutes))
    if content.amount is not None:
        told.append(money_text(content.amount))
    return " · ".join(told)
