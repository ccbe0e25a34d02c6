"""How groups read on the command line: JSON documents, listings, and how they are named."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing, facts
from coopdesk.domain.errors import RuleError
from coopdesk.domain.groups import GroupKind
from coopdesk.domain.text import fold, is_said_in
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.groups import (
    group_title,
    objective_text,
    output_text,
    part_text,
    reached_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.groups import (
        ActionRegister,
        Group,
        GroupLine,
        GroupSheet,
        Objective,
        Output,
        Part,
    )
    from coopdesk.services.registry import Services


_MOST_TOLD = 12  # names in one sentence


def group_named(services: Services, text: str, kind: GroupKind | None = None) -> GroupLine:
    """Return the group of a name or a number; the name of one goes before any number.

    A part of its name will do, if that names no other.

    Raises:
        RuleError: ``group.unknown`` or ``programme.unknown`` with the names there are,
        ``group.ambiguous`` with those that are called so.
    """
    lines = services.groups.lines(kind)
    found = [line for line in lines if fold(line.name) == fold(text)]
    found += [line for line in lines if str(line.id) == text.strip()]
    if found:
        return found[0]
    if not text.strip().isdigit():
        found = [line for line in lines if is_said_in(text, line.name)]
    if len(found) > 1:
        names = _listed(f"{line.id} ({line.name})" for line in found)
        raise RuleError("group.ambiguous", field="group", text=text, known=names)
    if found:
        return found[0]
    known = _listed(line.name for line in lines) or "—"
    code = "programme.unknown" if kind is GroupKind.PROGRAMME else "group.unknown"
    raise RuleError(code, field="group", text=text, known=known)


def _listed(names: Iterable[str]) -> str:
    *told, last = [*islice(names, _MOST_TOLD + 1)] or [""]
    return ", ".join((*told, "…" if len(told) == _MOST_TOLD else last))


def line_document(line: GroupLine) -> Document:
    """Return one row of the list of groups."""
    return asdict(line)


def group_document(group: Group) -> Document:
    """Return a group with the names of those it names."""
    return {
        "id": group.id,
        **asdict(group.content),
        "programme": group.parent_name,
        "initiator": group.initiator,
        "bearer": group.bearer,
        "referent": group.referent,
        "referent_organisation": group.referent_organisation,
        "contact_email": group.contact_email,
    }


def objective_document(objective: Objective) -> Document:
    """Return an objective."""
    return {"id": objective.id, **asdict(objective.content)}


def output_document(output: Output) -> Document:
    """Return an output."""
    return {
        "id": output.id,
        **asdict(output.content),
        "registers": list(output.registers),
    }


def part_document(part: Part) -> Document:
    """Return who takes part."""
    return asdict(part)


def sheet_document(sheet: GroupSheet) -> Document:
    """Return a group with all that is known of it."""
    return {
        "group": group_document(sheet.group),
        "parts": [part_document(one) for one in sheet.parts],
        "objectives": [objective_document(one) for one in sheet.objectives],
        "outputs": [output_document(one) for one in sheet.outputs],
        "registers": list(sheet.registers),
        "events": [asdict(one) for one in sheet.events],
        "chantiers": [line_document(one) for one in sheet.chantiers],
        "activity_id": sheet.activity_id,
    }


def register_document(register: ActionRegister) -> Document:
    """Return a register of action."""
    return asdict(register)


def group_listing(lines: Sequence[GroupLine]) -> Listing:
    """Return the list of groups to read."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Group")),
        Column(_("Kind"), rare=True),
        Column(_("Programme"), rare=True),
        Column(_("Referent")),
        Column(_("Persons"), at_right=True),
        Column(_("Structures"), at_right=True),
        Column(_("Objectives"), at_right=True),
        Column(_("Ended on"), rare=True),
    )
    rows = [
        (
            str(one.id),
            group_title(one.name, one.number),
            label(one.kind),
            one.programme,
            one.referent,
            number_text(one.people),
            number_text(one.structures),
            reached_text(one.reached, one.objectives),
            day_text(one.ended_on) if one.ended_on else "",
        )
        for one in lines
    ]
    return Listing(columns, rows, _("No group."))


def sheet_parts(sheet: GroupSheet) -> tuple[Listing | str, ...]:
    """Return a group to read; parts that say nothing are left out."""
    group, content = sheet.group, sheet.group.content
    said = facts(
        (_("Group"), group_title(group.name, content.number)),
        (_("Kind"), label(content.kind)),
        (_("Programme"), group.parent_name),
        (_("Description"), content.description),
        (content.referent_title or _("Referent"), group.referent),
        (_("Structure"), group.referent_organisation),
        (_("E-mail"), group.contact_email),
        (_("Registers of action"), ", ".join(sheet.registers)),
        (_("Began on"), day_text(content.started_on) if content.started_on else ""),
        (_("Ended on"), day_text(content.ended_on) if content.ended_on else ""),
        (_("What became of it"), content.summary),
    )
    lists = (
        _texts(_("Objectives"), [(x.id, objective_text(x)) for x in sheet.objectives]),
        _texts(_("Outputs"), [(x.id, output_text(x)) for x in sheet.outputs]),
        _texts(_("Take part"), [(x.contact_id, part_text(x)) for x in sheet.parts]),
        _texts(
            _("Events"), [(x.event_id, f"{label(x.tie)} : {x.title}") for x in sheet.events]
        ),
    )
    chantiers = (group_listing(sheet.chantiers),) if sheet.chantiers else ()
    return (said, *chantiers, *(one for one in lists if one.rows))


def _texts(title: str, rows: Sequence[tuple[int, str]]) -> Listing:
    columns = (Column(_("No."), at_right=True), Column(title))
    return Listing(columns, [(str(key), text) for key, text in rows])


def objective_listing(objectives: Sequence[Objective]) -> Listing:
    """Return objectives to read, in their order."""
    rows = [(one.id, objective_text(one)) for one in objectives]
    return _or_empty(_texts(_("Objectives"), rows), _("No objective yet."))


def output_listing(outputs: Sequence[Output]) -> Listing:
    """Return outputs to read."""
    rows = [(one.id, output_text(one)) for one in outputs]
    return _or_empty(_texts(_("Outputs"), rows), _("No output yet."))


def part_listing(parts: Sequence[Part]) -> Listing:
    """Return who takes part, by the numbers of the contacts."""
    rows = [(one.contact_id, part_text(one)) for one in parts]
    return _or_empty(_texts(_("Take part"), rows), _("Nobody takes part in it."))


def register_listing(registers: Sequence[ActionRegister]) -> Listing:
    """Return registers of action to read."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Register of action")),
        Column(_("Uses"), at_right=True),
    )
    rows = [(str(one.id), one.name, number_text(one.uses)) for one in registers]
    return Listing(columns, rows, _("No register of action yet."))


def _or_empty(listing: Listing, empty: str) -> Listing:
    return Listing(listing.columns, listing.rows, empty)
