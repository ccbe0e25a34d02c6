"""What may be said of groups, their objectives and what they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.groups import GroupKind, ObjectiveState
from coopdesk.domain.identifiers import check_email
from coopdesk.domain.text import checked_line, fold
from coopdesk.domain.ties import GROUP_LIMIT, ROLE_LIMIT

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.groups import NewGroup, NewObjective, NewOutput

TITLE_LIMIT = 200
URL_LIMIT = 400
TEXT_LIMIT = 4_000
CHARTER_LIMIT = 20_000
LICENCE_LIMIT = 80
_EMAIL_LIMIT = 254
_HIGHEST_NUMBER = 999


def checked_group(new: NewGroup) -> NewGroup:
    """Return a group with tidy fields.

    Raises:
        RuleError: ``group.name_missing``, ``group.ends_before_start``,
            ``group.number_wrong``, ``group.programme_wanted`` for a chantier without one,
            ``group.programme_on_top``, ``email.wrong``, ``text.too_long``.
        FieldErrors: several of them.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", GROUP_LIMIT)
    if not fold(name):
        checks.refuse("group.name_missing", "name")
    _check_place(checks, new)
    if new.started_on and new.ended_on and new.ended_on < new.started_on:
        checks.refuse("group.ends_before_start", "ended_on")
    cleaned = replace(
        new,
        name=name,
        number=new.number if new.kind is GroupKind.CHANTIER else None,
        origin=checks.line(new.origin, "origin", TITLE_LIMIT),
        audience=checks.line(new.audience, "audience", TITLE_LIMIT),
        url=checks.line(new.url, "url", URL_LIMIT),
        referent_title=checks.line(new.referent_title, "referent_title", ROLE_LIMIT),
        referent_email=_email(checks, new.referent_email),
        charter=checks.text(new.charter, "charter", CHARTER_LIMIT),
        **_texts(checks, new),
    )
    checks.finish()
    return cleaned


def checked_objective(new: NewObjective, today: dt.date) -> NewObjective:
    """Return an objective with tidy fields; one reached now is so since today.

    Raises:
        RuleError: ``objective.text_missing``, ``objective.in_the_future``,
            ``text.too_long``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    text = checks.text(new.text, "text", TEXT_LIMIT)
    if not text:
        checks.refuse("objective.text_missing", "text")
    reached_on: dt.date | None = new.reached_on or today
    if new.state is not ObjectiveState.REACHED:
        reached_on = None
    elif (new.reached_on or today) > today:
        checks.refuse("objective.in_the_future", "reached_on")
    cleaned = replace(
        new,
        text=text,
        deliverable=checks.line(new.deliverable, "deliverable", TITLE_LIMIT),
        reached_on=reached_on,
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_output(new: NewOutput) -> NewOutput:
    """Return what a group made with tidy fields.

    Raises:
        RuleError: ``output.title_missing``, ``text.too_long``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("output.title_missing", "title")
    cleaned = replace(
        new,
        title=title,
        licence=checks.line(new.licence, "licence", LICENCE_LIMIT),
        url=checks.line(new.url, "url", URL_LIMIT),
        note=checks.text(new.note, "note", TEXT_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_register(name: str, description: str, field: str = "name") -> tuple[str, str]:
    """Return the name and the description of a register of action, tidy.

    ``field`` is where what is wrong with the name is said.

    Raises:
        RuleError: ``register.name_missing``, ``text.too_long``. FieldErrors: both.
    """
    checks = FieldChecks()
    tidy = checks.line(name, field, TITLE_LIMIT)
    if not fold(tidy):
        checks.refuse("register.name_missing", field)
    text = checks.text(description, "description", TEXT_LIMIT)
    checks.finish()
    return tidy, text


def _check_place(checks: FieldChecks, new: NewGroup) -> None:
    if new.kind is GroupKind.CHANTIER and new.parent_id is None:
        checks.refuse("group.programme_wanted", "parent_id")
    if new.kind is GroupKind.PROGRAMME and new.parent_id is not None:
        checks.refuse("group.programme_on_top", "parent_id")
    if new.number is not None and not 1 <= new.number <= _HIGHEST_NUMBER:
        checks.refuse("group.number_wrong", "number", highest=_HIGHEST_NUMBER)


def _email(checks: FieldChecks, text: str) -> str:
    if not text:
        return ""
    return checks.taken(
        lambda: check_email(checked_line(text, "referent_email", _EMAIL_LIMIT)),
        "",
        "referent_email",
    )


def _texts(checks: FieldChecks, new: NewGroup) -> dict[str, Any]:
    names = ("description", "summary", "ideas", "people", "funds", "sharing")
    return {name: checks.text(getattr(new, name), name, TEXT_LIMIT) for name in names}
