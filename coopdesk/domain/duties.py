"""What an association has to do in a year, by when, and what was done of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


class DutyState(enum.Enum):
    """How pressing a duty is on a day."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"
    DONE = "done"


class MarkState(enum.Enum):
    """What a person said of a duty."""

    DONE = "done"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do, read from the data or from the yearly calendar.

    ``code`` names what it is (``receipts.issue``, ``agreement.notice``, ``own.12``), ``period``
    what it is for (``2026``, the id of a record); a mark holds for both. ``due_on`` None is
    "when you can". ``values`` fill the sentence of the code; ``page`` and ``target`` say where
    it is done. ``source`` is the text of law it rests on, with its confidence.
    """

    code: str
    state: DutyState
    period: str = ""
    due_on: dt.date | None = None
    values: Mapping[str, object] | None = None
    page: str = ""
    target: object = None
    source: str = ""
    confidence: str = ""
    can_mark: bool = False


@dataclass(frozen=True, slots=True)
class DutyMonth:
    """A month of the yearly calendar with what falls into it, in the order of days."""

    month_on: dt.date
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyYear:
    """The yearly calendar: twelve months, and what is due whenever it comes up.

    Each duty names its text of law and how sure it is, those of our own have none.
    """

    year: int
    months: tuple[DutyMonth, ...]
    whenever: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyMark:
    """A person said that a duty was done for a period, or never concerns us."""

    code: str
    period: str
    state: MarkState
    marked_on: dt.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewOwnDuty:
    """A date to keep in mind as typed, once or every ``repeat_months`` months."""

    title: str
    due_on: dt.date
    repeat_months: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """A recorded date of our own."""

    id: int
    content: NewOwnDuty
