"""Sets out what is tied to a contact: household, structures, groups, consents, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ConsentPurpose
from coopdesk.domain.contacts import ContactKind
from coopdesk.ui.columns import Tone
from coopdesk.ui.contacts.links import (
    CONSENT,
    CONTACT_LINK,
    GROUP,
    HOUSEHOLD,
    LEAVE_HOUSEHOLD,
    NOTE,
    PAGE_LINK,
    PARTNER_LINK,
    PHOTO,
    TAGS,
    TIE,
    do_link,
)
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph, Words
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.contact_details import Affiliation, Consent, ContactNote, GroupMember
    from coopdesk.ui.contacts.record_reading import Record
    from coopdesk.ui.widgets.record_parts import Part, Said


def tie_parts(record: Record) -> list[Part]:
    """Return the parts that have something to show."""
    return [
        *_household(record),
        *_kin(record),
        *_affiliations(record),
        *_groups(record.details.groups),
        *_consents(record),
        *_notes(record),
    ]


def offer_parts(record: Record) -> list[Part]:
    """Return the links that add what there is nothing of yet."""
    details, profile = record.details, record.contact.profile
    is_person = profile.kind is ContactKind.PERSON
    tie = _("a structure") if is_person else _("a person")
    offers = (
        (profile.tags, TAGS, _("a tag")),
        (details.affiliations, TIE, tie),
        (details.groups, GROUP, _("a group")),
        (details.household or not is_person, HOUSEHOLD, _("a household")),
        (details.consents, CONSENT, _("a consent")),
        (details.notes or profile.note, NOTE, _("a note")),
        (profile.photo_id, PHOTO, _("a photo")),
    )
    links = [Words(text, link=do_link(what)) for known, what, text in offers if not known]
    if not is_person and record.partner is None:
        link = f"{PARTNER_LINK}{record.contact.id}"
        links.append(Words(_("a partnership"), link=link))
    return [Heading(_("Add")), Paragraph(tuple(links))] if links else []


def tag_parts(tags: Iterable[str]) -> list[Part]:
    """Return the tags as pills, with the link that changes them."""
    pills = tuple(Words(tag, Tone.NEUTRAL) for tag in tags)
    if not pills:
        return []
    return [Paragraph((*pills, Words(_("Change the tags"), link=do_link(TAGS))))]


def _add(what: str) -> Words:
    return Words(_("Add…"), link=do_link(what))


def own_field_rows(record: Record) -> tuple[tuple[str, str], ...]:
    """Return the fields of the association that have a value."""
    texts = {value.field_id: value.text for value in record.contact.profile.custom}
    return tuple(
        (field.content.name, value_text(field, texts[field.id]))
        for field in record.fields
        if texts.get(field.id)
    )


def _household(record: Record) -> list[Part]:
    household = record.details.household
    if household is None:
        return []
    pairs = zip(household.member_ids, household.member_names, strict=True)
    others = [
        Words(name, link=f"{CONTACT_LINK}{key}")
        for key, name in pairs
        if key != record.contact.id
    ]
    doings = (
        Words(_("Change the household"), link=do_link(HOUSEHOLD)),
        Words(_("Leaves the household"), link=do_link(LEAVE_HOUSEHOLD)),
    )
    said = _("{household}: one address, one letter").format(household=household.name)
    return [
        Heading(_("Household")),
        Paragraph((said,)),
        Paragraph((_("With"), *others)),
        Paragraph(doings, is_muted=True),
    ]


def _kin(record: Record) -> list[Part]:
    """Return the organisations that belong to this one; its own parent stands in the facts."""
    children = record.details.children
    if not children:
        return []
    rows = tuple((Words(name, link=f"{CONTACT_LINK}{key}"), "", ()) for key, name in children)
    return [Heading(_("Structures that belong to it")), Lines(rows)]


def _affiliations(record: Record) -> list[Part]:
    found = record.details.affiliations
    if not found:
        return []
    is_person = record.contact.profile.kind is ContactKind.PERSON
    title = _("Structures") if is_person else _("Persons")
    rows = tuple(_affiliation(one, is_person=is_person) for one in found)
    return [Heading(title, _add(TIE)), Lines(rows)]


def _affiliation(one: Affiliation, *, is_person: bool) -> tuple[Said, str, tuple[Said, ...]]:
    content = one.content
    key = content.organisation_id if is_person else content.person_id
    name = one.organisation_name if is_person else one.person_name
    below = (
        content.role,
        span_text(content.started_on, content.ended_on),
        Words(_("Modify"), link=do_link(TIE, one.id)),
    )
    return Words(name, link=f"{CONTACT_LINK}{key}"), "", below


def _groups(groups: Iterable[GroupMember]) -> list[Part]:
    rows = tuple(_group(one) for one in groups)
    return [Heading(_("Groups"), _add(GROUP)), Lines(rows)] if rows else []


def _group(one: GroupMember) -> tuple[Said, str, tuple[Said, ...]]:
    content = one.content
    below = (
        content.role,
        span_text(content.started_on, content.ended_on),
        Words(_("Modify"), link=do_link(GROUP, one.id)),
    )
    return Words(content.group, link=f"{PAGE_LINK}groups:{one.group_id}"), "", below


def _consents(record: Record) -> list[Part]:
    in_force = record.details.consents_in_force
    if not in_force:
        return []
    rows = tuple(_consent(purpose, in_force.get(purpose)) for purpose in ConsentPurpose)
    return [Heading(_("Consents")), Lines(rows)]


def _consent(
    purpose: ConsentPurpose, consent: Consent | None
) -> tuple[Said, str, tuple[Said, ...]]:
    link = Words(_("Modify"), link=do_link(CONSENT, purpose.value))
    if consent is None:
        return label(purpose), "", (_("nothing said"), link)
    content = consent.content
    said = Words(_("Agrees"), Tone.GOOD) if content.given else Words(_("Refuses"), Tone.BAD)
    return label(purpose), "", (said, day_text(content.decided_on), content.source, link)


def _notes(record: Record) -> list[Part]:
    own, notes = record.contact.profile.note, record.details.notes
    if not own and not notes:
        return []
    parts: list[Part] = [Heading(_("Notes"))]
    if own:
        parts.append(Paragraph((own,)))
    if notes:
        parts.append(Lines(tuple(_note(note) for note in notes)))
    return parts


def _note(note: ContactNote) -> tuple[Said, str, tuple[Said, ...]]:
    link = Words(_("Modify"), link=do_link(NOTE, note.id))
    return note.content.text, "", (day_text(note.content.noted_on), note.author, link)


def span_text(start: dt.date | None, end: dt.date | None) -> str:
    """Return since and until when in words, as far as known."""
    if start is not None and end is not None:
        days = {"start": day_text(start), "end": day_text(end)}
        return _("from {start} to {end}").format(**days)
    if start is not None:
        return _("since {day}").format(day=day_text(start))
    return _("until {day}").format(day=day_text(end)) if end is not None else ""
