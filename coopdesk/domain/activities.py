"""Activities: the events, groups, grants and projects that money is for."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.field_checks import FieldChecks

if TYPE_CHECKING:
    import datetime as dt

CODE_LIMIT, NAME_LIMIT, NOTE_LIMIT = 20, 100, 2000


class ActivityKind(enum.Enum):
    """What an activity is in the life of the association."""

    EVENT = "event"
    GROUP = "group"
    GRANT = "grant"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class NewActivity:
    """An activity as typed; ``code`` is a short word for lists and files, may be empty."""

    name: str
    kind: ActivityKind = ActivityKind.PROJECT
    code: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    working_group_id: int | None = None
    campaign_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """A recorded activity; a closed one takes no new lines by completion."""

    id: int
    content: NewActivity
    is_open: bool = True

    @property
    def title(self) -> str:
        """Its code, if any, and its name."""
        return f"{self.content.code} · {self.name}" if self.content.code else self.name

    @property
    def name(self) -> str:
        """What it is called."""
        return self.content.name


def checked_activity(new: NewActivity) -> NewActivity:
    """Return an activity with tidy fields.

    Raises:
        RuleError: ``activity.name_missing``, ``activity.days_reversed``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("activity.name_missing", "name")
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        checks.refuse("activity.days_reversed", "ends_on")
    cleaned = replace(
        new,
        name=name,
        code=checks.line(new.code, "code", CODE_LIMIT),
        note=checks.text(new.note, "note", NOTE_LIMIT),
    )
    checks.finish()
    return cleaned
