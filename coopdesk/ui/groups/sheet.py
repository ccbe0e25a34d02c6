"""What the record of a group reads: aims, people, structures, outputs, events, resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.groups import GroupKind, GroupPurpose, ObjectiveState
from coopdesk.ui.columns import Tone
from coopdesk.ui.groups import links
from coopdesk.ui.widgets.record_parts import (
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
    linked,
)
from coopdesk.wording.formats import day_long, day_text, money_text
from coopdesk.wording.groups import (
    group_title,
    objective_state,
    output_details,
    part_details,
    reached_text,
    signed_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.websites import website_text, website_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.groups import Group, GroupLine, GroupSheet, Objective
    from coopdesk.domain.groups import Part as Participation
    from coopdesk.ui.groups.reading import GroupRecord
    from coopdesk.ui.widgets.record_parts import Part, Said

    Row = tuple[Said, str, tuple[Said, ...]]

_TONES = {
    ObjectiveState.TO_DO: Tone.NEUTRAL,
    ObjectiveState.UNDER_WAY: Tone.INFO,
    ObjectiveState.REACHED: Tone.GOOD,
    ObjectiveState.DROPPED: Tone.NEUTRAL,
}
# Of a long list the first ones: the directory names them all.
_LONGEST = 60


def group_parts(record: GroupRecord) -> list[Part]:
    """Return the parts of a group's record."""
    sheet = record.sheet
    return [
        *_head(sheet.group),
        *_chantiers(sheet),
        *_objectives(sheet.objectives),
        *_people(record),
        *_outputs(sheet),
        *_events(sheet),
        *_charter(sheet),
        *_resources(record),
        *_registers(record),
    ]


def _head(group: Group) -> Iterator[Part]:
    content = group.content
    ended = content.ended_on
    state = _("Ended {day}").format(day=day_text(ended)) if ended else _("Alive")
    below: list[Said] = [Words(state, Tone.NEUTRAL if ended else Tone.GOOD)]
    below += [label(content.kind)]
    below += [_("Ephemeral")] if content.is_ephemeral else []
    yield Title(group_title(group.name, content.number), tuple(below))
    if content.description:
        yield Paragraph((content.description,))
    rows = [(name, said) for name, said in _facts(group) if said]
    if rows:
        yield Facts(tuple(rows))
    if content.summary:
        yield Heading(_("What became of it"))
        yield Paragraph((content.summary,))


def _facts(group: Group) -> Iterator[tuple[str, Said | tuple[Said, ...]]]:
    content = group.content
    if content.parent_id is not None:
        yield _("Programme"), linked(group.parent_name, links.GROUP, content.parent_id)
    if group.referent or group.referent_organisation:
        yield content.referent_title or _("Referent"), tuple(_referent(group))
    mail = group.contact_email
    yield _("Where to write"), Words(mail, link=f"mailto:{mail}") if mail else ""
    purpose = content.purpose
    yield _("Purpose"), "" if purpose is GroupPurpose.NONE else label(purpose)
    yield _("With and for"), content.audience
    yield _("Origin"), content.origin
    for name, text, key in (
        (_("On the initiative of"), group.initiator, content.initiator_id),
        (_("Carried by"), group.bearer, content.bearer_id),
    ):
        yield name, linked(text, links.CONTACT, key) if key is not None else ""
    if content.url:
        shown = website_text(content.url)
        yield _("On the web"), Words(shown, link=website_url(content.url))
    if content.started_on:
        yield _("Since"), day_long(content.started_on)


def _referent(group: Group) -> Iterator[Said]:
    content = group.content
    if content.referent_id is not None:
        yield linked(group.referent, links.CONTACT, content.referent_id)
    if content.referent_organisation_id is not None:
        key = content.referent_organisation_id
        yield linked(group.referent_organisation, links.CONTACT, key)


def _chantiers(sheet: GroupSheet) -> Iterator[Part]:
    if sheet.group.content.kind is not GroupKind.PROGRAMME:
        return
    yield Heading(_("Chantiers"), linked(_("Add…"), links.ADD_CHANTIER))
    first = next((line.id for line in sheet.chantiers if line.number is not None), None)
    rows = [_chantier(line, is_first=line.id == first) for line in sheet.chantiers]
    yield _lines_or(rows, _("No chantier yet."))


def _chantier(line: GroupLine, *, is_first: bool) -> Row:
    details: list[Said] = [line.referent] if line.referent else []
    if line.number is not None and not is_first:
        details.append(linked(_("Move up"), links.RAISE_CHANTIER, line.id))
    name = linked(group_title(line.name, line.number), links.GROUP, line.id)
    return name, reached_text(line.reached, line.objectives), tuple(details)


def _objectives(objectives: Sequence[Objective]) -> Iterator[Part]:
    add = linked(_("Add…"), links.ADD_OBJECTIVE)
    yield Heading(_("Objectives"), add)
    order = list(dict.fromkeys(one.content.kind for one in objectives))
    for kind in order:
        if len(order) > 1:
            yield Heading(label(kind), is_minor=True)
        them = [one for one in objectives if one.content.kind is kind]
        yield Lines(tuple(_objective(one, at=place) for place, one in enumerate(them)))
    if not objectives:
        yield Paragraph((_("No objective yet."),), is_muted=True)


def _objective(one: Objective, *, at: int) -> Row:
    content = one.content
    state = Words(objective_state(one), _TONES[content.state])
    details: list[Said] = [state]
    details += [content.deliverable] if content.deliverable else []
    details += [linked(_("Move up"), links.RAISE_OBJECTIVE, one.id)] if at else []
    details.append(linked(_("Remove"), links.REMOVE_OBJECTIVE, one.id, stays=bool(at)))
    return linked(content.text, links.CHANGE_OBJECTIVE, one.id), "", tuple(details)


def _people(record: GroupRecord) -> Iterator[Part]:
    inside = [part for part in record.sheet.parts if part.is_current(record.today)]
    people = [part for part in inside if not part.is_structure]
    structures = [part for part in inside if part.is_structure]
    gone = [part for part in record.sheet.parts if not part.is_current(record.today)]
    said = ngettext("{count} person", "{count} people", len(people))
    yield Heading(said.format(count=len(people)), linked(_("Add…"), links.JOIN))
    if people:
        yield Lines(tuple(map(_part, people[:_LONGEST])))
    said = ngettext("{count} structure", "{count} structures", len(structures))
    add = linked(_("Add…"), links.STRUCTURES)
    yield Heading(said.format(count=len(structures)), add)
    if structures:
        yield Lines(tuple(map(_part, structures[:_LONGEST])))
    if max(len(people), len(structures)) > _LONGEST:
        text = _("The first {count} are shown.")
        yield Paragraph((text.format(count=_LONGEST),), is_muted=True)
    if gone:
        yield Heading(_("Took part"))
        yield Lines(tuple(map(_part, gone[:_LONGEST])))


def _part(part: Participation) -> Row:
    signed: tuple[Said, ...] = ()
    if part.charter_signed_on:
        signed = (linked(signed_text(part.charter_signed_on), links.SIGNATURE, part.id),)
    details: tuple[Said, ...] = (
        *part_details(part),
        *signed,
        linked(_("Change…"), links.CHANGE_PART, part.id),
        linked(_("Remove"), links.REMOVE_PART, part.id, stays=True),
    )
    return linked(part.name, links.CONTACT, part.contact_id), "", details


def _outputs(sheet: GroupSheet) -> Iterator[Part]:
    yield Heading(_("Outputs"), linked(_("Add…"), links.ADD_OUTPUT))
    rows: list[Row] = [
        (
            linked(one.content.title, links.CHANGE_OUTPUT, one.id),
            "",
            (
                *output_details(one),
                linked(_("Registers…"), links.TAG_OUTPUT, one.id),
                linked(_("Remove"), links.REMOVE_OUTPUT, one.id, stays=True),
            ),
        )
        for one in sheet.outputs
    ]
    yield _lines_or(rows, _("Notes, seminars, research, events: what the group made."))


def _events(sheet: GroupSheet) -> Iterator[Part]:
    yield Heading(_("Events"), linked(_("Add…"), links.TIE_EVENT))
    rows: list[Row] = [
        (
            linked(one.title, links.EVENT, one.event_id),
            "",
            (
                label(one.tie),
                day_text(one.starts_on) if one.starts_on else "",
                linked(_("Untie"), f"{links.UNTIE}{one.tie.value}", one.event_id),
            ),
        )
        for one in sheet.events
    ]
    yield _lines_or(rows, _("The one it was born at, and those it holds."))


def _charter(sheet: GroupSheet) -> Iterator[Part]:
    content = sheet.group.content
    signed = sum(part.charter_signed_on is not None for part in sheet.parts)
    if not (content.charter or content.charter_on or signed):
        return
    figure = linked(_("Sign…"), links.SIGN) if sheet.parts else ""
    yield Heading(_("Charter"), figure)
    if content.charter:
        yield Paragraph((content.charter,))
    said = ngettext("{count} signature of {total}", "{count} signatures of {total}", signed)
    told: list[Said] = [said.format(count=signed, total=len(sheet.parts))]
    if content.charter_on:
        told.append(_("taken on {day}").format(day=day_long(content.charter_on)))
    yield Paragraph(tuple(told), is_muted=True)


def _resources(record: GroupRecord) -> Iterator[Part]:
    content = record.sheet.group.content
    yield Heading(_("Resources"))
    known = (
        (_("Intellectual"), content.ideas),
        (_("Human"), content.people),
        (_("Financial"), content.funds),
        (_("How it is shared"), content.sharing),
    )
    rows = tuple((name, said) for name, said in known if said)
    if rows:
        yield Facts(rows)
    if record.activity is None:
        said = linked(_("Follow its money apart"), links.MAKE_ACTIVITY)
        yield Paragraph((said,), is_muted=True)
        return
    name = linked(record.activity.name, links.ACTIVITY, record.activity.id)
    yield Facts(((_("Activity in the books"), name),))
    if record.money is not None:
        yield Heading(_("Budget {year}").format(year=record.money_year), is_minor=True)
        yield Lines(tuple(_money(record)))


def _money(record: GroupRecord) -> Iterator[Row]:
    money = record.money
    if money is None:
        return
    for name, amount, planned in (
        (_("Earned"), money.income, money.budget_income),
        (_("Expenses"), money.expense, money.budget_expense),
        (_("Result"), money.result, None),
    ):
        plan = _("{amount} planned").format(amount=money_text(planned)) if planned else ""
        yield name, money_text(amount), (plan,) if plan else ()


def _registers(record: GroupRecord) -> Iterator[Part]:
    yield Heading(_("Registers of action"), linked(_("Choose…"), links.TAG_GROUP))
    said = " · ".join(record.sheet.registers) or _("None chosen.")
    yield Paragraph((said,), is_muted=not record.sheet.registers)


def _lines_or(rows: Sequence[Row], empty: str) -> Part:
    return Lines(tuple(rows)) if rows else Paragraph((empty,), is_muted=True)
