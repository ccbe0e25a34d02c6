"""Commands about agreements with partners: terms, signatures, renewal, files and papers."""

import datetime as dt
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import agreement_steps, agreement_texts
from coopdesk.cli.agreement_documents import (
    agreement_document,
    agreement_listing,
    agreement_parts,
    due_document,
    due_listing,
)
from coopdesk.cli.agreement_steps import answer
from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    SearchOption,
    coded,
    command,
    optional,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.partner_fields import (
    AGREEMENT_FIELDS,
    AgreementArgument,
    PartnerArgument,
    agreement_named,
    given_of,
    partner_named,
)
from coopdesk.domain.agreement_terms import SOON_DAYS
from coopdesk.domain.agreements import (
    AgreementFilter,
    AgreementKind,
    AgreementState,
    NewAgreement,
    NewSignatory,
    Side,
)
from coopdesk.wording.language import _

app = subject_app("agreements", _("Agreements with partners."))
app.add_typer(agreement_steps.app)
app.add_typer(agreement_texts.app)

_SIGNED = {
    "signed_on": optional(
        "--signed", _("Day on which it was signed by both."), _("DATE"), parse_day
    )
}
_Signing = Annotated[
    list[str] | None,
    typer.Option(metavar=_("NAME, ROLE"), help=_("Who signs, such as “Léa Martin, maire”.")),
]


@command(
    app,
    "list",
    _("List the agreements and where they stand."),
    {
        "partner": optional("--partner", _("Those of one partner alone."), _("PARTNER")),
        "on": optional("--on", _("Those in force on a day alone."), _("DATE"), parse_day),
    },
)
def list_agreements(
    call: Call,
    *,
    search: SearchOption = "",
    kind: Annotated[
        AgreementKind | None, coded(AgreementKind, _("Those of one kind alone."))
    ] = None,
    **fields: Any,
) -> Answer:
    """Answer with the agreements, the one that began last first."""
    with call.opened() as services:
        text = fields["partner"]
        contact_id = partner_named(services, text).contact_id if text else None
        wanted = AgreementFilter(search, contact_id, kind, fields["on"])
        found = services.agreements.all(wanted)
    today = call.today()
    document = {"agreements": [agreement_document(one, today) for one in found]}
    return Answer(document, (agreement_listing(found, today),))


@command(
    app,
    "due",
    _("List what there is to do about agreements: notice, renewal, end."),
    {
        "until": optional(
            "--until", _("Until this day; 90 days ahead if none."), _("DATE"), parse_day
        )
    },
)
def list_due(call: Call, **fields: Any) -> Answer:
    """Answer with what is due, the earliest first."""
    today = call.today()
    until = fields["until"] or today + dt.timedelta(SOON_DAYS)
    with call.opened() as services:
        found = services.agreements.due(until)
    document = {"until": until, "due": [due_document(one, today) for one in found]}
    return Answer(document, (due_listing(found, today),))


@command(app, "show", _("Show an agreement, its term of today and who signs it."))
def show_agreement(call: Call, agreement: AgreementArgument) -> Answer:
    """Answer with an agreement."""
    with call.opened() as services:
        found = agreement_named(services, agreement)
    today = call.today()
    document = {"agreement": agreement_document(found, today)}
    return Answer(document, agreement_parts(found, today))


@command(app, "add", _("Record an agreement with a partner."), {**AGREEMENT_FIELDS, **_SIGNED})
def add_agreement(
    call: Call,
    partner: PartnerArgument,
    title: Annotated[str, typer.Argument(metavar=_("TITLE"), help=_("What it is called."))],
    **fields: Any,
) -> Answer:
    """Record an agreement, signed when a day says so."""
    with call.opened() as services:
        told = given_of(services, fields)
        if "signed_on" in told:
            told["state"] = AgreementState.SIGNED
        contact_id = partner_named(services, partner).contact_id
        made = services.agreements.add(NewAgreement(contact_id, title, **told)).value
    return answer(call, made, _("Agreement no. {id} recorded: {title}"))


@command(
    app,
    "change",
    _("Change what is given of an agreement."),
    {"title": optional("--title", _("What it is called."), _("TEXT")), **AGREEMENT_FIELDS},
)
def change_agreement(call: Call, agreement: AgreementArgument, **fields: Any) -> Answer:
    """Change an agreement."""
    with call.opened() as services:
        told = given_of(services, fields)
        if not told:
            raise nothing_to_change("--until 2027-12-31")
        known = agreement_named(services, agreement)
        made = services.agreements.change(known.id, replace(known.content, **told)).value
    return answer(call, made, _("Agreement changed: {title}"))


@command(app, "signatories", _("Say who signs an agreement, in place of who was said before."))
def set_signatories(
    call: Call,
    agreement: AgreementArgument,
    *,
    ours: _Signing = None,
    theirs: _Signing = None,
) -> Answer:
    """Replace who signs for us and for the partner."""
    named = ((Side.OURS, ours or []), (Side.THEIRS, theirs or []))
    signing = tuple(_signatory(side, text) for side, texts in named for text in texts)
    with call.opened() as services:
        known = agreement_named(services, agreement)
        new = replace(known.content, signatories=signing)
        made = services.agreements.change(known.id, new).value
    return answer(call, made, _("Agreement changed: {title}"))


def _signatory(side: Side, text: str) -> NewSignatory:
    name, _comma, role = text.partition(",")
    return NewSignatory(side, name.strip(), role.strip())
