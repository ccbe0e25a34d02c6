"""Agreements with partners: what they are, how long they run and who signs them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


class AgreementKind(enum.Enum):
    """What an agreement is about."""

    PARTNERSHIP = "partnership"
    GRANT = "grant"
    PREMISES = "premises"
    EQUIPMENT = "equipment"
    SERVICE = "service"
    NETWORK = "network"
    CHARTER = "charter"
    OTHER = "other"


class AgreementState(enum.Enum):
    """How far an agreement is; ENDED was ended before its time."""

    DRAFT = "draft"
    SENT = "sent"
    SIGNED = "signed"
    ENDED = "ended"


class Renewal(enum.Enum):
    """What happens at the end: nothing, it goes on by itself, or both sides must say so."""

    NONE = "none"
    TACIT = "tacit"
    EXPRESS = "express"


class Side(enum.Enum):
    """We, or the partner."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class NewSignatory:
    """Who signs, in which quality; ``signed_on`` once that is done."""

    side: Side
    name: str
    role: str = ""
    contact_id: int | None = None
    signed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """An agreement as typed.

    ``sent_on`` is when it went out to be signed. Without ``ends_on`` it runs until somebody
    ends it. ``renewal_months`` is how long each
    renewal lasts; notice is given ``notice_months`` and ``notice_days`` before the end of a
    term. ``terms`` is the text of the convention, ``purpose`` one sentence about it.
    """

    contact_id: int
    title: str
    kind: AgreementKind = AgreementKind.PARTNERSHIP
    state: AgreementState = AgreementState.DRAFT
    reference: str = ""
    signed_on: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    renewal: Renewal = Renewal.NONE
    renewal_months: int | None = None
    notice_months: int = 0
    notice_days: int = 0
    activity_id: int | None = None
    follows_id: int | None = None
    purpose: str = ""
    terms: str = ""
    note: str = ""
    signatories: tuple[NewSignatory, ...] = ()
    sent_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A recorded agreement; ``ended_on`` and ``end_reason`` when it was ended early.

    ``follows_title`` names the agreement that it renews, ``followed_by_id`` is the one that
    renews it, and ``is_renewed`` tells that this one is signed.
    """

    id: int
    content: NewAgreement
    partner_name: str
    activity_name: str = ""
    ended_on: dt.date | None = None
    end_reason: str = ""
    file_count: int = 0
    follows_title: str = ""
    followed_by_id: int | None = None
    is_renewed: bool = False


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which agreements a list shows; everything empty shows all of them."""

    text: str = ""
    contact_id: int | None = None
    kind: AgreementKind | None = None
    in_force_on: dt.date | None = None
