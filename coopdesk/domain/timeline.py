"""The time-line of a contact: all that was recorded about it, one dated entry each."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.money import Money


class EntryKind(enum.Enum):
    """What an entry is about."""

    MEMBERSHIP = "membership"
    PAYMENT = "payment"
    GIFT = "gift"
    PLEDGE = "pledge"
    RECEIPT = "receipt"
    REGISTRATION = "registration"
    EVENT = "event"
    PRESENCE = "presence"
    EVENT_ROLE = "event_role"
    REPORT = "report"
    GROUP = "group"
    CHARTER = "charter"
    AFFILIATION = "affiliation"
    LETTER = "letter"
    NOTE = "note"
    CONSENT = "consent"
    DEPARTURE = "departure"
    SHARES = "shares"
    BANK_LINE = "bank_line"
    AGREEMENT = "agreement"
    SIGNATURE = "signature"
    COMMITMENT = "commitment"
    NETWORK_FEE = "network_fee"
    GRANT = "grant"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the contact that a change touched; texts as stored, empty where unknown.

    ``field`` is one of ``NewContact``, or ``household``, ``state``, or one of ``address``.
    """

    field: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated entry; ``wording.timeline`` says it.

    ``values`` are codes and names the sentence is made of. ``page`` and ``record_id`` say where
    the record stands, both None where it stands nowhere else. ``moment`` is known for what was
    done in the program rather than dated by a person.
    """

    kind: EntryKind
    day: dt.date
    values: Mapping[str, Any] = field(default_factory=dict)
    amount: Money | None = None
    page: str | None = None
    record_id: int | None = None
    moment: dt.datetime | None = None
    changes: tuple[FieldChange, ...] = ()


def newest_first(entries: list[TimelineEntry], limit: int | None) -> list[TimelineEntry]:
    """Return entries in the order of the time-line; of one day, what was done last first."""
    entries.sort(key=lambda x: (x.day, x.moment.timestamp() if x.moment else 0.0), reverse=True)
    return entries if limit is None else entries[:limit]
