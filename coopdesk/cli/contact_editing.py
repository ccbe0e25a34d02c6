"""Commands that record and change contacts: add, edit, archive, bin, restore, erase."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.contact_documents import contact_document
from coopdesk.cli.contact_fields import FIELDS, filled, kind_of, photo_of, typed_values
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import IdArgument, command, parse_count
from coopdesk.cli.output import Answer
from coopdesk.domain.contacts import NewContact
from coopdesk.services.contacts import ContactService
from coopdesk.services.outcome import Outcome
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

IdsArgument = Annotated[
    list[int],
    typer.Argument(metavar=_("NUMBER…"), help=_("Their numbers."), parser=parse_count),
]


@command(app, "add", _("Record a person or an organisation."), FIELDS)
def add_contact(call: Call, **given: Any) -> Answer:
    """Record a contact: an organisation as soon as it has a name of its own."""
    new = filled(NewContact(kind=kind_of(given)), given)
    with call.opened() as services:
        fields = services.custom_fields.all()
        typed = typed_values(given, fields)
        contact = services.contacts.add(new, typed, photo_of(given)).value
    text = _("Contact no. {id} recorded: {name}").format(
        id=contact.id, name=contact.display_name
    )
    return Answer({"contact": contact_document(contact, fields)}, (text,))


@command(app, "edit", _("Change a contact; an empty text empties its field."), FIELDS)
def edit_contact(call: Call, number: IdArgument, **given: Any) -> Answer:
    """Change what is given and leave the rest; the whole household follows a new address."""
    if all(value is None or value == [] for value in given.values()):
        raise UsageProblemError(
            _("Say what to change, such as {example}.").format(example="--city Nantes")
        )
    with call.opened() as services:
        fields = services.custom_fields.all()
        profile = filled(services.contacts.get(number).profile, given)
        typed = typed_values(given, fields)
        outcome = services.contacts.change(number, profile, typed, photo_of(given))
    contact = outcome.value
    parts = [
        _("Contact no. {id} changed: {name}").format(id=contact.id, name=contact.display_name)
    ]
    if outcome.along:
        names = ", ".join(outcome.along)
        parts.append(_("Same new address for: {names}").format(names=names))
    document = {"contact": contact_document(contact, fields), "moved": list(outcome.along)}
    return Answer(document, tuple(parts))


@command(app, "archive", _("Put contacts out of the lists."))
def archive_contacts(call: Call, numbers: IdsArgument) -> Answer:
    """Archive contacts."""
    return _put(call, numbers, ContactService.archive)


@command(app, "bin", _("Put contacts in the recycle bin."))
def bin_contacts(call: Call, numbers: IdsArgument) -> Answer:
    """Bin contacts."""
    return _put(call, numbers, ContactService.bin)


@command(app, "restore", _("Bring contacts back from the archive or the recycle bin."))
def restore_contacts(call: Call, numbers: IdsArgument) -> Answer:
    """Bring contacts back."""
    return _put(call, numbers, ContactService.restore)


@command(app, "erase", _("Erase contacts that are in the recycle bin."))
def erase_contacts(call: Call, numbers: IdsArgument) -> Answer:
    """Erase contacts, unless accounts or papers rest on them."""
    return _put(call, numbers, ContactService.erase)


def _put(
    call: Call,
    numbers: Sequence[int],
    put: Callable[[ContactService, Sequence[int]], Outcome[int]],
) -> Answer:
    with call.opened() as services:
        count = put(services.contacts, numbers).value
    text = ngettext("{count} contact changed.", "{count} contacts changed.", count)
    return Answer({"changed": count}, (text.format(count=count),))
