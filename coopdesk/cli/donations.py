"""Commands about gifts: list, add."""

from typing import Any

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import donation_document, donation_line_document
from coopdesk.cli.listings import donation_listing
from coopdesk.cli.options import (
    AmountOption,
    LimitOption,
    ModeOption,
    OptionalYearOption,
    SearchOption,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.donations import (
    DonationFilter,
    DonationForm,
    DonationNature,
    Ineligibility,
    NewDonation,
)
from coopdesk.domain.money import parse_amount
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

app = subject_app("donations", _("Gifts."))


@command(app, "list", _("List the gifts, newest first."))
def list_donations(
    call: Call,
    year: OptionalYearOption = None,
    search: SearchOption = "",
    limit: LimitOption = None,
) -> Answer:
    """Answer with the gifts of a year, or with all."""
    wanted = DonationFilter(year=None if year is None else call.checked_year(year), text=search)
    with call.opened() as services:
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


_FIELDS = {
    "day": optional("--date", _("Date of the gift; today if not given."), _("DATE"), parse_day),
    "donor": optional(
        "--donor", _("Number of the contact who gives."), _("NUMBER"), parse_count
    ),
    "campaign": optional("--campaign", _("Campaign."), _("TEXT")),
    "ineligibility": optional_code(
        "--not-eligible", _("The gift gives no receipt, for this reason."), Ineligibility
    ),
    "nature": optional_code(
        "--nature", _("Nature of the gift; money if not given."), DonationNature
    ),
    "form": optional_code(
        "--form", _("Form of the gift; manual gift if not given."), DonationForm
    ),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "add", _("Record a gift; without a donor it is anonymous."), _FIELDS)
def add_donation(
    call: Call,
    amount: AmountOption,
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Record a gift with its payment."""
    given = {name: value for name, value in fields.items() if value is not None}
    new = NewDonation(
        received_on=given.pop("day", call.today()),
        amount=parse_amount(amount),
        mode=mode,
        donor_id=given.pop("donor", None),
        **given,
    )
    with call.opened() as services:
        donation = services.donations.record(new).value
    text = _("Gift no. {id} recorded: {amount}, {donor}").format(
        id=donation.id,
        amount=money_text(donation.content.amount),
        donor=donation.donor_name or _("anonymous"),
    )
    return Answer({"donation": donation_document(donation)}, (text,))
