"""How papers speak of groups, in French: what they are, who leads them, how far they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.groups import GroupKind, GroupPurpose, ObjectiveState
from coopdesk.wording.formats import HARD_SPACE, capital, day_long
from coopdesk.wording.websites import website_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.groups import Group, GroupSheet, Objective, Output, Part

COLON = f"{HARD_SPACE}: "


def title_line(group: Group) -> str:
    """Return what kind of paper it is: ``Fiche de chantier · Chantier 2``."""
    texts, content = paper_texts("group_papers", "sheet"), group.content
    number = texts["number"].format(number=content.number) if content.number else ""
    return (
        number if content.kind is GroupKind.CHANTIER and number else texts[content.kind.value]
    )


def says_lines(group: Group) -> list[str]:
    """Return the programme, and since when and until when the group is at work."""
    texts, content = paper_texts("group_papers", "sheet"), group.content
    days = [
        texts["since"].format(day=day_long(content.started_on, "fr"))
        if content.started_on
        else "",
        texts["until"].format(day=day_long(content.ended_on, "fr")) if content.ended_on else "",
        texts["ephemeral"] if content.is_ephemeral else "",
    ]
    told = ", ".join(part for part in days if part)
    programme = texts["of"].format(programme=group.parent_name) if group.parent_name else ""
    return [line for line in (programme, capital(told)) if line]


def facts(group: Group) -> list[tuple[str, str]]:
    """Return what is known of a group by its label; what is not is left out."""
    texts, content = paper_texts("group_papers", "sheet"), group.content
    purpose = content.purpose
    known = [
        (texts["purpose"], "" if purpose is GroupPurpose.NONE else texts[purpose.value]),
        (texts["audience"], content.audience),
        (texts["origin"], content.origin),
        (texts["initiator"], group.initiator),
        (texts["bearer"], group.bearer),
        (texts["url"], website_text(content.url)),
        (content.referent_title or texts["referent"], referent_line(group)),
        (texts["contact"], group.contact_email),
    ]
    return [(label, said) for label, said in known if said]


def referent_line(group: Group) -> str:
    """Return the referent with the structure: ``Noor Haddad (Fabrique de la Lune)``."""
    name, structure = group.referent, group.referent_organisation
    return f"{name} ({structure})" if name and structure else name or structure


def objective_line(objective: Objective) -> str:
    """Return how far an objective is, what is to show for it and when."""
    texts, content = paper_texts("group_papers", "sheet"), objective.content
    state = texts[content.state.value]
    if content.state is ObjectiveState.REACHED and content.reached_on:
        state = texts["reached_on"].format(day=day_long(content.reached_on, "fr"))
    due = content.due_on is not None and content.state is not ObjectiveState.REACHED
    parts = [
        state,
        texts["due"].format(day=day_long(content.due_on, "fr"))
        if due and content.due_on
        else "",
        texts["deliverable"].format(name=content.deliverable) if content.deliverable else "",
    ]
    return " · ".join(part for part in parts if part)


def output_line(output: Output) -> str:
    """Return what an output is, how it is shared and who has seen it."""
    texts, content = paper_texts("group_papers", "sheet"), output.content
    parts = [
        paper_texts("group_papers", "output_kind")[content.kind.value],
        day_long(content.made_on, "fr") if content.made_on else "",
        content.licence,
        texts[content.state.value],
        website_text(content.url),
        ", ".join(output.registers),
    ]
    return " · ".join(part for part in parts if part)


def person_line(part: Part) -> str:
    """Return who takes part, and as what."""
    return f"{part.name}, {part.role}" if part.role else part.name


def resource_lines(group: Group) -> Iterator[tuple[str, str]]:
    """Yield what a group draws on, by label; what is not known is left out."""
    texts, content = paper_texts("group_papers", "sheet"), group.content
    for name in ("ideas", "people", "funds", "sharing"):
        said = getattr(content, name)
        if said:
            yield texts[name], said


def charter_line(sheet: GroupSheet) -> str:
    """Return when the charter was taken and how many signed it, empty when nobody did."""
    texts, content = paper_texts("group_papers", "sheet"), sheet.group.content
    signed = sum(part.charter_signed_on is not None for part in sheet.parts)
    if not signed and not content.charter_on:
        return ""
    name = "signed_one" if signed == 1 else "signed"
    told = [
        texts["charter_on"].format(day=day_long(content.charter_on, "fr"))
        if content.charter_on
        else "",
        texts[name].format(count=signed, total=len(sheet.parts)),
    ]
    return " · ".join(part for part in told if part)
