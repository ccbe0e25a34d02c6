"""Commitments between a partner and us: who owes what by when, and what kept it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.agreements import Side
    from coopdesk.domain.money import Money


class CommitmentKind(enum.Enum):
    """What is owed."""

    MONEY = "money"
    ROOM = "room"
    GOODS = "goods"
    HOURS = "hours"
    VISIBILITY = "visibility"
    REPORT = "report"
    OTHER = "other"


class CommitmentState(enum.Enum):
    """Still owed, kept, or given up by both sides."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class NewCommitment:
    """A commitment as typed; one with ``repeat_months`` comes back when it is kept.

    ``amount`` is its value in money, for money and for what is given in kind; ``minutes`` the
    hours promised. A condition of a grant names ``grant_request_id``; ``follows_id`` is the
    repeated one after which it came.
    """

    contact_id: int
    side: Side
    text: str
    kind: CommitmentKind = CommitmentKind.OTHER
    amount: Money | None = None
    minutes: int | None = None
    due_on: dt.date | None = None
    repeat_months: int | None = None
    agreement_id: int | None = None
    grant_request_id: int | None = None
    note: str = ""
    follows_id: int | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A recorded commitment with what proves that it was kept.

    ``proof_count`` counts the files; ``payment_id`` and ``contribution_id`` are what is in the
    books for it.
    """

    id: int
    content: NewCommitment
    state: CommitmentState
    partner_name: str
    agreement_title: str = ""
    grant_title: str = ""
    kept_on: dt.date | None = None
    payment_id: int | None = None
    contribution_id: int | None = None
    proof_count: int = 0

    def is_overdue(self, today: dt.date) -> bool:
        """Tell whether it should have been kept by now."""
        due = self.content.due_on
        return self.state is CommitmentState.OPEN and due is not None and due < today

    @property
    def is_proved(self) -> bool:
        """Whether a file, a payment or a contribution shows that it was kept."""
        return bool(self.proof_count or self.payment_id or self.contribution_id)


@dataclass(frozen=True, slots=True)
class CommitmentFilter:
    """Which commitments a list shows; everything empty shows all of them."""

    text: str = ""
    contact_id: int | None = None
    agreement_id: int | None = None
    grant_request_id: int | None = None
    side: Side | None = None
    state: CommitmentState | None = None
    due_until: dt.date | None = None
