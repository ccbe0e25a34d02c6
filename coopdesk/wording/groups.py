"""How groups, their objectives and outputs read on one line, for window and command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.groups import ObjectiveKind, ObjectiveState
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.websites import website_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.groups import Objective, Output, Part


def group_title(name: str, number: int | None) -> str:
    """Return ``2. Coopérer``, or the name alone."""
    return f"{number}. {name}" if number else name


def reached_text(reached: int, objectives: int) -> str:
    """Return how many objectives are reached: ``1/15``; empty where there is none."""
    return f"{reached}/{objectives}" if objectives else ""


def objective_state(objective: Objective) -> str:
    """Return how far an objective is, and when it was reached or is due."""
    content = objective.content
    if content.state is ObjectiveState.REACHED and content.reached_on:
        return _("Reached on {day}").format(day=day_text(content.reached_on))
    state = label(content.state)
    if content.due_on and content.state is not ObjectiveState.DROPPED:
        return _("{state}, due {day}").format(state=state, day=day_text(content.due_on))
    return state


def objective_details(objective: Objective) -> tuple[str, ...]:
    """Return the kind, how far it is, and what is to show for it."""
    content = objective.content
    kind = "" if content.kind is ObjectiveKind.OTHER else label(content.kind)
    told = (kind, objective_state(objective), content.deliverable)
    return tuple(part for part in told if part)


def objective_text(objective: Objective) -> str:
    """Return an objective on one line."""
    return " · ".join((objective.content.text, *objective_details(objective)))


def output_details(output: Output) -> tuple[str, ...]:
    """Return what an output is, its day, licence, who has seen it, and its registers."""
    content = output.content
    told = (
        label(content.kind),
        day_text(content.made_on) if content.made_on else "",
        content.licence,
        label(content.state),
        website_text(content.url),
        ", ".join(output.registers),
    )
    return tuple(part for part in told if part)


def output_text(output: Output) -> str:
    """Return an output on one line."""
    return " · ".join((output.content.title, *output_details(output)))


def part_details(part: Part) -> tuple[str, ...]:
    """Return the role and the days."""
    told = (
        part.role,
        _("since {day}").format(day=day_text(part.started_on)) if part.started_on else "",
        _("until {day}").format(day=day_text(part.ended_on)) if part.ended_on else "",
    )
    return tuple(one for one in told if one)


def signed_text(day: dt.date) -> str:
    """Return when a charter was signed."""
    return _("charter signed on {day}").format(day=day_text(day))


def part_text(part: Part) -> str:
    """Return who takes part on one line."""
    signed = part.charter_signed_on
    told = (*part_details(part), *((signed_text(signed),) if signed else ()))
    return " · ".join((part.name, *told))
