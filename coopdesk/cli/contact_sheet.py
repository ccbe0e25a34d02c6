"""The command that shows everything known of a contact, as text and as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.contact_documents import contact_document, details_document, entry_document
from coopdesk.cli.documents import (
    donation_line_document,
    payment_line_document,
    receipt_document,
)
from coopdesk.cli.listings import address_text, donation_listing, receipt_listing
from coopdesk.cli.output import Answer, Column, Listing, facts, named
from coopdesk.domain.closing_days import closing_text
from coopdesk.domain.contact_details import ContactState, PointKind
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.languages import language_text
from coopdesk.wording.timeline import entry_detail, entry_title
from coopdesk.wording.websites import website_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.services.contact_details import ContactDetails
    from coopdesk.services.registry import Services

Part = Listing | str


def sheet_answer(services: Services, contact_id: int) -> Answer:
    """Return all that is known of a contact; raises NotFoundError."""
    sheet = services.contacts.sheet(contact_id)
    details = services.details.of(contact_id)
    timeline = services.details.timeline(contact_id)
    fields = services.custom_fields.all()
    document = {
        "contact": contact_document(sheet.contact, fields),
        **details_document(details),
        "donations": [donation_line_document(line) for line in sheet.donations],
        "payments": [payment_line_document(line) for line in sheet.payments],
        "receipts": [receipt_document(line) for line in sheet.receipts],
        "timeline": [entry_document(entry) for entry in timeline],
    }
    parts = [
        _facts(sheet.contact, details, fields),
        *_titled(_("Organisations and persons"), _affiliations(details)),
        *_titled(_("Groups"), _groups(details)),
        *_titled(_("Consents"), _consents(details)),
        *_titled(_("Notes"), _notes(details)),
        *_titled(_("Gifts"), donation_listing(sheet.donations)),
        *_titled(_("Receipts"), receipt_listing(sheet.receipts)),
        *_titled(_("Time-line"), _timeline(timeline)),
    ]
    return Answer(document, tuple(parts))


def _titled(title: str, listing: Listing) -> tuple[Part, ...]:
    return ("\n" + title, listing) if listing.rows else ()


def _facts(contact: Contact, details: ContactDetails, fields: Sequence[CustomField]) -> Listing:
    profile = contact.profile
    kind = profile.organisation_kind
    return facts(
        (_("No."), str(contact.id)),
        (_("Name"), contact.display_name),
        (_("State"), _state(contact, details)),
        (_("Member number"), profile.number),
        (_("Kind"), label(profile.kind)),
        (_("Acronym"), profile.acronym),
        (_("Kind of organisation"), label(kind) if kind.value else ""),
        (_("Legal form"), profile.legal_form),
        (_("SIREN"), profile.siren),
        (_("SIRET"), profile.siret),
        (_("RNA"), profile.rna),
        (_("End of its fiscal year"), closing_text(profile.fiscal_year_end)),
        (_("Belongs to"), details.parent[1] if details.parent else ""),
        (_("Organisations in it"), ", ".join(name for _key, name in details.children)),
        (_("Date of birth"), _day(profile.birth_on)),
        (_("E-mail"), profile.email),
        (_("Telephone"), profile.phone),
        *_further(contact),
        (_("Website"), website_text(profile.website)),
        (_("Address"), address_text(profile.address)),
        (_("Household"), details.household.name if details.household else ""),
        (_("Language"), language_text(profile.language) if profile.language else ""),
        (_("Sector"), profile.sector),
        (_("Discipline"), profile.discipline),
        (_("Tags"), ", ".join(profile.tags)),
        *_own(contact, fields),
        (_("Note"), profile.note),
    )


def _state(contact: Contact, details: ContactDetails) -> str:
    if contact.state is ContactState.ACTIVE:
        return ""
    if details.survivor:
        key, name = details.survivor
        return _("merged into no. {id}, {name}").format(id=key, name=name)
    return f"{label(contact.state)} ({_day(contact.state_on)})"


def _further(contact: Contact) -> list[tuple[str, str]]:
    titles = {PointKind.EMAIL: _("Further e-mail"), PointKind.PHONE: _("Further telephone")}
    profile = contact.profile
    points = [(titles[x.kind], _labelled(x.value, x.label)) for x in profile.points]
    addresses = [
        (_("Further address"), _labelled(address_text(x.address), x.label))
        for x in profile.further_addresses
    ]
    return points + addresses


def _labelled(text: str, said: str) -> str:
    return f"{text} ({said})" if said else text


def _own(contact: Contact, fields: Sequence[CustomField]) -> list[tuple[str, str]]:
    texts = {value.field_id: value.text for value in contact.profile.custom}
    return [(x.content.name, value_text(x, texts.get(x.id, ""))) for x in fields]


def _affiliations(details: ContactDetails) -> Listing:
    me = details.contact.id
    rows = [
        (
            one.organisation_name if one.content.person_id == me else one.person_name,
            one.content.role,
            _day(one.content.started_on),
            _day(one.content.ended_on),
        )
        for one in details.affiliations
    ]
    return Listing(_columns(_("Name")), rows)


def _groups(details: ContactDetails) -> Listing:
    rows = [
        (
            one.content.group,
            one.content.role,
            _day(one.content.started_on),
            _day(one.content.ended_on),
        )
        for one in details.groups
    ]
    return Listing(_columns(_("Group")), rows)


def _columns(first: str) -> tuple[Column, ...]:
    day = {"at_right": True}
    return (
        Column(first),
        Column(_("Role")),
        Column(_("Since"), **day),
        Column(_("Until"), **day),
    )


def _consents(details: ContactDetails) -> Listing:
    columns = (Column(_("Date"), at_right=True), Column(""), Column(_("Source")))
    answers = {True: _("agrees"), False: _("refuses")}
    rows = [
        (
            _day(one.content.decided_on),
            named(label(one.content.purpose), answers[one.content.given]),
            one.content.source,
        )
        for one in details.consents
    ]
    return Listing(columns, rows)


def _notes(details: ContactDetails) -> Listing:
    columns = (
        Column(_("Date"), at_right=True),
        Column(_("Note")),
        Column(_("Author"), rare=True),
    )
    rows = [(_day(x.content.noted_on), x.content.text, x.author) for x in details.notes]
    return Listing(columns, rows)


def _timeline(entries: Sequence[TimelineEntry]) -> Listing:
    columns = (
        Column(_("Date"), at_right=True),
        Column(""),
        Column(_("Amount"), at_right=True),
        Column("", rare=True),
    )
    rows = [
        (
            _day(entry.day),
            entry_title(entry),
            money_text(entry.amount) if entry.amount is not None else "",
            entry_detail(entry),
        )
        for entry in entries
    ]
    return Listing(columns, rows)


def _day(day: dt.date | None) -> str:
    return day_text(day) if day else ""
