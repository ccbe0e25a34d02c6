"""The columns of the list of groups, and how they are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.groups import group_title, reached_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.groups import GroupLine

_SET_IN = "\u2003"


def family_of(line: GroupLine) -> str:
    """Return what a group is sorted under: its programme, else itself."""
    return fold(line.programme or line.name)


def place_in_family(line: GroupLine) -> tuple[bool, bool, int, str]:
    """Return the place of a group in its family: the programme, its chantiers by number."""
    return bool(line.programme), line.number is None, line.number or 0, fold(line.name)


SORTS: dict[str, Callable[[GroupLine], Any]] = {
    "name": family_of,
    "programme": lambda line: (fold(line.programme), line.number or 0, fold(line.name)),
    "referent": lambda line: fold(line.referent),
    "people": lambda line: line.people,
    "structures": lambda line: line.structures,
    "objectives": lambda line: (line.objectives, line.reached),
}


def group_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("name", _("Group"), _name, sort="name", width=22, stretch=True),
        Column("kind", _("Kind"), lambda line: label(line.kind), width=10, gives_way=4),
        _named("programme", _("Programme"), lambda line: line.programme, gives_way=5),
        _named("referent", _("Referent"), lambda line: line.referent, gives_way=2),
        _count("people", _("Persons"), lambda line: line.people),
        _count("structures", _("Structures"), lambda line: line.structures),
        _reached(),
        Column(
            "state",
            _("State"),
            _state,
            tone=lambda line: Tone.NEUTRAL if line.ended_on else Tone.GOOD,
            width=16,  # with a day in figures
            gives_way=1,
        ),
    )


def _name(line: GroupLine) -> str:
    """Return what a group is called, set in under its programme."""
    title = group_title(line.name, line.number)
    return f"{_SET_IN}{title}" if line.programme else title


def _named(key: str, title: str, name: Callable[[GroupLine], str], gives_way: int) -> Column:
    return Column(key, title, name, sort=key, width=16, gives_way=gives_way)


def _reached() -> Column:
    return Column(
        "objectives",
        _("Objectives"),
        lambda line: reached_text(line.reached, line.objectives),
        align_right=True,
        sort="objectives",
        width=11,
        descends=True,
        gives_way=3,
        hint=_("Reached, of all of them"),
    )


def _count(key: str, title: str, count: Callable[[GroupLine], int]) -> Column:
    return Column(
        key,
        title,
        lambda line: number_text(count(line)),
        align_right=True,
        sort=key,
        width=12,  # for the title with its arrow
        descends=True,
        hint=_("Who takes part today"),
        gives_way=3,
    )


def _state(line: GroupLine) -> str:
    if line.ended_on:
        return _("Ended {day}").format(day=day_text(line.ended_on))
    return _("Ephemeral") if line.is_ephemeral else _("Alive")
