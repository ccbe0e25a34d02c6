"""Commands about contacts: list and show; the others stand in modules of their own."""

from collections.abc import Sequence
from typing import Annotated

import typer

from coopdesk.cli import contact_editing, contact_files, contact_filters, duplicates
from coopdesk.cli.calls import Call
from coopdesk.cli.contact_filters import FilterOption
from coopdesk.cli.contact_sheet import sheet_answer
from coopdesk.cli.documents import contact_line_document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import (
    IdArgument,
    LimitOption,
    SearchOption,
    command,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter, ContactLine
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

_PAGE = 500

app = subject_app("contacts", _("Persons and organisations."))
app.add_typer(contact_editing.app)
app.add_typer(duplicates.app)
app.add_typer(contact_files.app)
app.add_typer(contact_filters.app)


@command(app, "list", _("List the contacts."))
def list_contacts(
    call: Call,
    search: SearchOption = "",
    limit: LimitOption = None,
    chosen: FilterOption = "",
    *,
    archived: Annotated[
        bool, typer.Option("--archived", metavar="", help=_("The archived ones."))
    ] = False,
    binned: Annotated[
        bool, typer.Option("--binned", metavar="", help=_("Those in the recycle bin."))
    ] = False,
) -> Answer:
    """Answer with the contacts that hold every word of the search."""
    if archived and binned:
        raise UsageProblemError(
            _("{one} and {other} do not go together.").format(
                one="--archived", other="--binned"
            )
        )
    state = ContactState.ARCHIVED if archived else ContactState.ACTIVE
    state = ContactState.BINNED if binned else state
    with call.opened() as services:
        condition = services.filters.named(chosen) if chosen else None
        wanted = ContactFilter(text=search, state=state, condition=condition)
        ids = services.contacts.ids(wanted)
        shown = ids if limit is None else ids[:limit]
        starts = range(0, len(shown), _PAGE)
        pages = [services.contacts.lines(shown[start : start + _PAGE]) for start in starts]
    lines = [line for page in pages for line in page]
    document = {"contacts": [contact_line_document(line) for line in lines], "count": len(ids)}
    return Answer(document, (_contact_listing(lines), _count_text(len(lines), len(ids))))


@command(app, "show", _("Show everything known of a contact."))
def show_contact(call: Call, number: IdArgument) -> Answer:
    """Answer with a contact, all that is tied to it and its time-line."""
    with call.opened() as services:
        return sheet_answer(services, number)


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
