"""Commands about partners: who they are, what ties us, and what they take part in."""

import datetime as dt
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import partner_letters
from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.options import (
    IdArgument,
    SearchOption,
    ToOption,
    coded,
    command,
    optional,
    or_empty,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.partner_documents import (
    line_document,
    network_document,
    network_listing,
    partner_document,
    partner_listing,
    sheet_document,
    sheet_parts,
)
from coopdesk.cli.partner_fields import (
    PARTNER_FIELDS,
    PartnerArgument,
    given_of,
    partner_named,
)
from coopdesk.domain.partners import (
    NewPartner,
    Partner,
    PartnerFilter,
    PartnerKind,
    PartnerLevel,
)
from coopdesk.wording.language import _

app = subject_app("partners", _("Partners: organisations that we work with."))
app.add_typer(partner_letters.app)

_DAYS = {
    "first": optional("--from", _("First day; the year’s if none."), _("DATE"), parse_day),
    "last": optional("--until", _("Last day; the year’s if none."), _("DATE"), parse_day),
}


@command(app, "list", _("List the partners with what is open and late."))
def list_partners(
    call: Call,
    *,
    search: SearchOption = "",
    kind: Annotated[
        PartnerKind | None, coded(PartnerKind, _("Those of one kind alone."))
    ] = None,
    level: Annotated[
        PartnerLevel | None, coded(PartnerLevel, _("Those that reach so far alone."))
    ] = None,
    current: Annotated[
        bool, typer.Option("--current", metavar="", help=_("Those we still work with alone."))
    ] = False,
) -> Answer:
    """Answer with the partners."""
    with call.opened() as services:
        found = services.partners.all(PartnerFilter(search, kind, level, current))
    document = {"partners": [line_document(one) for one in found]}
    return Answer(document, (partner_listing(found),))


@command(app, "show", _("Show a partner with all that ties us."))
def show_partner(call: Call, partner: PartnerArgument) -> Answer:
    """Answer with a partner."""
    with call.opened() as services:
        sheet = services.partners.sheet(partner_named(services, partner).id)
    today = call.today()
    return Answer(sheet_document(sheet, today), sheet_parts(sheet, today))


@command(app, "add", _("Record that an organisation is a partner."), PARTNER_FIELDS)
def add_partner(call: Call, contact: IdArgument, **fields: Any) -> Answer:
    """Record a partner, by the number of its contact."""
    with call.opened() as services:
        new = NewPartner(contact, **given_of(services, fields))
        made = services.partners.add(new).value
    return _answer(made, _("Partner no. {id} recorded: {name}"))


@command(app, "change", _("Change what is given of a partner."), PARTNER_FIELDS)
def change_partner(call: Call, partner: PartnerArgument, **fields: Any) -> Answer:
    """Change a partner."""
    with call.opened() as services:
        told = given_of(services, fields)
        if not told:
            raise nothing_to_change("--purpose …")
        known = services.partners.get(partner_named(services, partner).id)
        made = services.partners.change(known.id, replace(known.content, **told)).value
    return _answer(made, _("Partner changed: {name}"))


@command(
    app,
    "end",
    _("Say until when we work with a partner."),
    {"day": optional("--on", _("Last day; today if none."), _("DATE"), or_empty(parse_day))},
)
def end_partner(call: Call, partner: PartnerArgument, **fields: Any) -> Answer:
    """End a partnership; an empty day lets it go on."""
    day = fields["day"]
    with call.opened() as services:
        on = call.today() if day is None else day or None
        made = services.partners.end(partner_named(services, partner).id, on).value
    goes_on = made.content.ended_on is None
    text = _("We still work with {name}") if goes_on else _("Partnership ended: {name}")
    return _answer(made, text)


@command(app, "remove", _("Forget that an organisation is a partner; its contact stays."))
def remove_partner(call: Call, partner: PartnerArgument) -> Answer:
    """Remove a partner that has nothing of its own."""
    with call.opened() as services:
        gone = services.partners.remove(partner_named(services, partner).id).value
    return _answer(gone, _("Partner removed: {name}"))


@command(app, "network", _("Show who takes part in what, one row for each partner."), _DAYS)
def show_network(call: Call, **fields: Any) -> Answer:
    """Answer with the network of some days."""
    first, last = _days(call, fields)
    with call.opened() as services:
        rows = services.partners.network(first, last)
    document = {
        "from": first,
        "until": last,
        "network": [network_document(one) for one in rows],
    }
    counted = _(
        "Grants are those notified in these days, whatever was paid. “grants aid” has public "
        "aid: also money without a notified grant, entries typed by hand, and gifts in kind."
    )
    return Answer(document, (network_listing(rows), *([counted] if rows else [])))


@command(app, "network-file", _("Write the network as a workbook."), _DAYS)
def write_network(call: Call, path: ToOption, **fields: Any) -> Answer:
    """Write the workbook of the network of some days."""
    ending_of(path, ".xlsx")
    with call.opened() as services:
        papers = services.partner_papers
        papers.save(path, papers.network_workbook(*_days(call, fields)))
    return _written(path)


@command(app, "sheet", _("Write the sheet of a partner as a PDF of one page."))
def write_sheet(call: Call, partner: PartnerArgument, path: ToOption) -> Answer:
    """Write the sheet of a partner."""
    ending_of(path, ".pdf")
    with call.opened() as services:
        papers = services.partner_papers
        papers.save(path, papers.sheet_pdf(partner_named(services, partner).id))
    return _written(path)


def _days(call: Call, fields: dict[str, Any]) -> tuple[dt.date, dt.date]:
    year = call.today().year
    return (
        fields["first"] or dt.date(year, 1, 1),
        fields["last"] or dt.date(year, 12, 31),
    )


def _written(path: object) -> Answer:
    return Answer({"file": path}, (_("File written: {file}").format(file=path),))


def _answer(partner: Partner, text: str) -> Answer:
    said = text.format(id=partner.id, name=partner.name)
    return Answer({"partner": partner_document(partner)}, (said,))
