"""Commands about contacts: list, show, add."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from coopdesk.cli import duplicates
from coopdesk.cli.calls import Call
from coopdesk.cli.documents import (
    contact_document,
    contact_line_document,
    donation_line_document,
    payment_line_document,
    receipt_document,
)
from coopdesk.cli.listings import address_text, donation_listing, receipt_listing
from coopdesk.cli.options import (
    IdArgument,
    LimitOption,
    SearchOption,
    command,
    optional,
    optional_code,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import (
    Civility,
    Contact,
    ContactFilter,
    ContactKind,
    ContactLine,
    NewContact,
)
from coopdesk.services.contacts import ContactSheet
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

_PAGE = 500

app = subject_app("contacts", _("Persons and organisations."))
app.add_typer(duplicates.app)


@command(app, "list", _("List the contacts."))
def list_contacts(
    call: Call,
    search: SearchOption = "",
    limit: LimitOption = None,
    *,
    archived: Annotated[
        bool, typer.Option("--archived", metavar="", help=_("The archived ones."))
    ] = False,
) -> Answer:
    """Answer with the contacts that hold every word of the search."""
    wanted = ContactFilter(
        text=search, state=ContactState.ARCHIVED if archived else ContactState.ACTIVE
    )
    with call.opened() as services:
        ids = services.contacts.ids(wanted)
        shown = ids if limit is None else ids[:limit]
        starts = range(0, len(shown), _PAGE)
        pages = [services.contacts.lines(shown[start : start + _PAGE]) for start in starts]
    lines = [line for page in pages for line in page]
    document = {"contacts": [contact_line_document(line) for line in lines], "count": len(ids)}
    return Answer(document, (_contact_listing(lines), _count_text(len(lines), len(ids))))


@command(app, "show", _("Show everything known of a contact."))
def show_contact(call: Call, number: IdArgument) -> Answer:
    """Answer with a contact, its gifts, payments and receipts."""
    with call.opened() as services:
        sheet = services.contacts.sheet(number)
    document = {
        "contact": contact_document(sheet.contact),
        "donations": [donation_line_document(line) for line in sheet.donations],
        "payments": [payment_line_document(line) for line in sheet.payments],
        "receipts": [receipt_document(line) for line in sheet.receipts],
    }
    return Answer(document, _sheet_parts(sheet))


_TEXT = _("TEXT")
_FIELDS = {
    "civility": optional_code("--civility", _("How a person is addressed."), Civility),
    "last_name": optional("--last-name", _("Last name of a person."), _TEXT),
    "first_name": optional("--first-name", _("First name of a person."), _TEXT),
    "organisation_name": optional("--organisation-name", _("Name of an organisation."), _TEXT),
    "legal_form": optional("--legal-form", _("Legal form of an organisation."), _TEXT),
    "siren": optional("--siren", _("SIREN of an organisation."), _TEXT),
    "email": optional("--email", _("E-mail address."), _TEXT),
    "phone": optional("--phone", _("Telephone."), _TEXT),
    "street": optional("--street", _("Number and street."), _TEXT),
    "complement": optional("--complement", _("Building, floor, hamlet."), _TEXT),
    "postal_code": optional("--postal-code", _("Postcode."), _TEXT),
    "city": optional("--city", _("Town."), _TEXT),
    "country": optional("--country", _("Country, two letters (FR)."), _TEXT),
    "note": optional("--note", _("Note."), _TEXT),
}
_ADDRESS = ("street", "complement", "postal_code", "city", "country")


@command(app, "add", _("Record a person or an organisation."), _FIELDS)
def add_contact(call: Call, **fields: Any) -> Answer:
    """Record a contact: an organisation as soon as it has a name of its own."""
    given = {name: value for name, value in fields.items() if value is not None}
    address = {name: given.pop(name) for name in _ADDRESS if name in given}
    named = given.get("organisation_name")
    kind = ContactKind.ORGANISATION if named else ContactKind.PERSON
    new = NewContact(kind=kind, address=PostalAddress(**address), **given)
    with call.opened() as services:
        contact = services.contacts.add(new).value
    text = _("Contact no. {id} recorded: {name}").format(
        id=contact.id, name=contact.display_name
    )
    return Answer({"contact": contact_document(contact)}, (text,))


def _contact_listing(lines: Sequence[ContactLine]) -> Listing:
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("Kind"), rare=True),
        Column(_("E-mail"), rare=True),
        Column(_("Telephone"), rare=True),
        Column(_("Town")),
        Column(_("Gifts"), at_right=True),
        Column(_("Last gift"), at_right=True),
    )
    rows = [
        (
            str(line.id),
            line.name,
            label(line.kind),
            line.email,
            line.phone,
            line.town,
            money_text(line.gift_total) if line.gift_total else "",
            day_text(line.last_gift_on) if line.last_gift_on else "",
        )
        for line in lines
    ]
    return Listing(columns, rows)


def _count_text(shown: int, count: int) -> str:
    if shown < count:
        text = ngettext(
            "{shown} contact shown of {count}.", "{shown} contacts shown of {count}.", shown
        )
        return text.format(shown=shown, count=count)
    text = ngettext("{count} contact.", "{count} contacts.", count)
    return text.format(count=count)


def _sheet_parts(sheet: ContactSheet) -> tuple[Listing | str, ...]:
    parts: list[Listing | str] = [_contact_facts(sheet.contact)]
    if sheet.donations:
        parts += ["\n" + _("Gifts"), donation_listing(sheet.donations)]
    if sheet.receipts:
        parts += ["\n" + _("Receipts"), receipt_listing(sheet.receipts)]
    return tuple(parts)


def _contact_facts(contact: Contact) -> Listing:
    profile = contact.profile
    archived = contact.archived_on
    return facts(
        (_("No."), str(contact.id)),
        (_("Name"), contact.display_name),
        (_("Kind"), label(profile.kind)),
        (_("Legal form"), profile.legal_form),
        (_("SIREN"), profile.siren),
        (_("E-mail"), profile.email),
        (_("Telephone"), profile.phone),
        (_("Address"), address_text(profile.address)),
        (_("Note"), profile.note),
        (_("Archived on"), day_text(archived) if archived else ""),
    )
