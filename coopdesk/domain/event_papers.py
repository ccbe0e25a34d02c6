"""What the papers of an event show: who signs, who wears a badge, what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.association import Association
    from coopdesk.domain.event_registrations import CashBox
    from coopdesk.domain.event_reports import Report
    from coopdesk.domain.events import Event, EventRole, EventSheet
    from coopdesk.domain.payments import Payment


@dataclass(frozen=True, slots=True)
class EventPaper:
    """Whose paper it is, about which event, and the day it was made."""

    house: Association
    sheet: EventSheet
    made_on: dt.date


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs; ``structure`` is where they come from, or their e-mail."""

    number: int
    name: str
    structure: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """The sheet to sign: those who have a place in the order of names, and how many wait.

    ``blanks`` are the lines left for those who come without having registered.
    """

    paper: EventPaper
    signers: tuple[Signer, ...]
    waiting: int = 0
    blanks: int = 6


@dataclass(frozen=True, slots=True)
class Badge:
    """What somebody wears; ``role`` None of those who simply take part."""

    first_name: str
    last_name: str
    code: str
    structure: str = ""
    role: EventRole | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A report with the event it is about; ``present`` is how many were there, 0 unknown.

    ``next_event`` is the edition that was prepared from this one.
    """

    paper: EventPaper
    report: Report
    present: int = 0
    next_event: Event | None = None


@dataclass(frozen=True, slots=True)
class CashBoxState:
    """The cash box of a day with what came and went, in its order."""

    paper: EventPaper
    box: CashBox
    payments: tuple[Payment, ...]
