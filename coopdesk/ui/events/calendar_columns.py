"""Columns of the calendar as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.events.calendar_marks import Shape
from coopdesk.wording.calendar_words import weekday_names
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.events.calendar_marks import Mark

_TONES = {
    Shape.CONFIRMED: None,
    Shape.PLANNED: Tone.ATTENTION,
    Shape.CANCELLED: Tone.BAD,
    Shape.IMPORTED: Tone.NEUTRAL,
}


def mark_columns() -> tuple[Column, ...]:
    """Return the columns."""
    return (
        Column("when", _("When"), _when, width=27),
        Column("hours", _("Hours"), _hours, width=15, gives_way=1),
        Column("title", _("Event"), _title, width=20, stretch=True, tip=_title),
        Column("place", _("Place"), _place, width=14, stretch=True, gives_way=2, tip=_place),
        Column("state", _("State"), _state, tone=_tone, width=22, gives_way=3),
    )


def _when(mark: Mark) -> str:
    when = mark.entry.when
    if (
        not mark.entry.is_vague
        and when.starts_on is not None
        and when.starts_on == when.ends_on
    ):
        return f"{weekday_names(short=True)[when.starts_on.weekday()]} {mark.when}"
    return mark.when


def _hours(mark: Mark) -> str:
    return mark.hours


def _title(mark: Mark) -> str:
    return mark.title


def _place(mark: Mark) -> str:
    return mark.entry.place


def _state(mark: Mark) -> str:
    return mark.state


def _tone(mark: Mark) -> Tone | None:
    return _TONES[mark.shape]
