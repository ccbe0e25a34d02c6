"""Commands about gifts: list, show; what changes them has modules of its own."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import donation_editing, donation_returns, statements
from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import campaign_named
from coopdesk.cli.documents import donation_document, donation_line_document
from coopdesk.cli.listings import donation_listing
from coopdesk.cli.options import (
    IdArgument,
    LimitOption,
    OptionalYearOption,
    SearchOption,
    command,
    optional,
    optional_code,
    parse_count,
    subject_app,
)
from coopdesk.cli.output import Answer, Listing, facts
from coopdesk.domain.donations import Donation, DonationFilter, DonationNature
from coopdesk.domain.gift_kinds import gift_kind
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import counterpart_text

app = subject_app("donations", _("Gifts."))
app.add_typer(donation_editing.app)
app.add_typer(donation_returns.app)
app.add_typer(statements.app)

_FILTERS = {
    "nature": optional_code("--nature", _("Only gifts of this nature."), DonationNature),
    "donor": optional(
        "--donor", _("Only the gifts of this contact."), _("NUMBER"), parse_count
    ),
    "campaign": optional(
        "--campaign", _("Only for this campaign, by its name or number."), _("CAMPAIGN")
    ),
}
ReturnedOption = Annotated[
    bool, typer.Option("--returned", metavar="", help=_("Only the gifts that went back."))
]


@command(app, "list", _("List the gifts, newest first."), _FILTERS)
def list_donations(
    call: Call,
    year: OptionalYearOption = None,
    search: SearchOption = "",
    limit: LimitOption = None,
    *,
    returned: ReturnedOption = False,
    **fields: Any,
) -> Answer:
    """Answer with the gifts of a year, or with all; the total leaves out what went back."""
    wanted = DonationFilter(
        year=None if year is None else call.checked_year(year),
        text=search,
        donor_id=fields["donor"],
        nature=fields["nature"],
        returned=True if returned else None,
    )
    with call.opened() as services:
        if fields["donor"] is not None:
            services.contacts.get(fields["donor"])  # an unknown one is told, not listed as none
        if fields["campaign"]:
            campaign = campaign_named(services, fields["campaign"])
            wanted = replace(wanted, campaign=campaign.name)
        lines = services.donations.find(wanted, limit)
        count = len(services.donations.ids(wanted))
        total = services.donations.total(wanted)
    document = {
        "year": year,
        "donations": [donation_line_document(line) for line in lines],
        "count": count,
        "total_cents": total.cents,
    }
    text = _("Gifts: {count}; received: {total}").format(
        count=number_text(count), total=money_text(total)
    )
    return Answer(document, (donation_listing(lines), text))


@command(app, "show", _("Show a gift."))
def show_donation(call: Call, number: IdArgument) -> Answer:
    """Answer with all that is known of a gift, and the test of what its donor got."""
    with call.opened() as services:
        donation = services.donations.get(number)
        test = services.donations.counterpart_of(number)
    document = {
        **donation_document(donation, test),
        "counterpart_test": {"verdict": test.verdict, "passed": test.is_passed},
    }
    return Answer({"donation": document}, (_shown(donation, counterpart_text(test)),))


def _shown(donation: Donation, test: str) -> Listing:
    content, gone = donation.content, donation.returned
    kind = gift_kind(content.nature, content.mode)
    basis = label(content.value_basis) if content.value_basis.value else ""
    counterpart = ""
    if content.counterpart:
        counterpart = f"{content.counterpart_label}, {money_text(content.counterpart)}"
    return facts(
        (_("Donor"), donation.donor_name or _("Anonymous")),
        (_("Amount"), money_text(content.amount)),
        (_("Date"), day_text(content.received_on)),
        (_("Credited on"), day_text(content.credited_on) if content.credited_on else ""),
        (_("Nature"), label(content.nature)),
        (_("Mode"), label(content.mode) if kind is None or kind.is_money else ""),
        (_("Description"), content.description),
        (_("Basis of the value"), basis),
        (_("In return"), counterpart),
        (_("Test"), test),
        (_("Campaign"), content.campaign),
        (_("No receipt"), label(content.ineligibility) if content.ineligibility else ""),
        (_("Receipt"), donation.receipt_number or donation.outside_receipt),
        (_("Returned"), f"{day_text(gone.returned_on)}, {label(gone.reason)}" if gone else ""),
        (_("Note"), content.note),
    )
