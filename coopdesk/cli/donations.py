"""Commands about gifts: list, show, add, return."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from coopdesk.cli import statements
from coopdesk.cli.calls import Call
from coopdesk.cli.documents import donation_document, donation_line_document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.listings import donation_listing
from coopdesk.cli.options import (
    AmountOption,
    IdArgument,
    LimitOption,
    OptionalYearOption,
    SearchOption,
    coded,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Listing, facts
from coopdesk.domain.donations import (
    Donation,
    DonationFilter,
    DonationForm,
    DonationNature,
    Ineligibility,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.gift_kinds import GiftKind, gift_kind
from coopdesk.domain.money import parse_amount
from coopdesk.domain.payments import PaymentMode
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import counterpart_text

app = subject_app("donations", _("Gifts."))
app.add_typer(statements.app)

_FILTERS = {
    "nature": optional_code("--nature", _("Only gifts of this nature."), DonationNature),
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
        nature=fields["nature"],
        returned=True if returned else None,
    )
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


_FIELDS = {
    "kind": optional_code("--kind", _("What was given, and how if it is money."), GiftKind),
    "mode": optional_code("--mode", _("How it was paid."), PaymentMode),
    "received_on": optional(
        "--date",
        _("Day of the gift: handed over, or ordered; today if not given."),
        _("DATE"),
        parse_day,
    ),
    "credited_on": optional(
        "--credited-on", _("Day on which the bank had it."), _("DATE"), parse_day
    ),
    "donor": optional(
        "--donor", _("Number of the contact who gives."), _("NUMBER"), parse_count
    ),
    "campaign": optional("--campaign", _("Campaign."), _("TEXT")),
    "description": optional("--description", _("What was given, and how much."), _("TEXT")),
    "value_basis": optional_code("--value-basis", _("How its value was found."), ValueBasis),
    "counterpart": optional(
        "--counterpart", _("Value of what the donor got."), _("AMOUNT"), parse_amount
    ),
    "counterpart_label": optional("--counterpart-label", _("What the donor got."), _("TEXT")),
    "ineligibility": optional_code(
        "--not-eligible", _("The gift gives no receipt, for this reason."), Ineligibility
    ),
    "nature": optional_code(
        "--nature", _("Nature of the gift; money if not given."), DonationNature
    ),
    "form": optional_code(
        "--form", _("Form of the gift; manual gift if not given."), DonationForm
    ),
    "is_for_ifi": Annotated[
        bool,
        typer.Option(
            "--ifi", metavar="", help=_("For the tax on property wealth (article 978).")
        ),
    ],
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "add", _("Record a gift; without a donor it is anonymous."), _FIELDS)
def add_donation(call: Call, amount: AmountOption, **fields: Any) -> Answer:
    """Record a gift, with its payment if it is money."""
    given = {name: value for name, value in fields.items() if value is not None}
    kind = given.pop("kind", None)
    if kind is not None:
        said = {"nature": kind.nature, "mode": kind.mode}
        if any(given.get(name, value) != value for name, value in said.items()):
            raise UsageProblemError(_("--kind says already how it was given: give it alone."))
        given |= said
    _refuse_unused(given)
    new = NewDonation(
        received_on=given.pop("received_on", call.today()),
        amount=parse_amount(amount),
        mode=given.pop("mode", PaymentMode.OTHER),
        donor_id=given.pop("donor", None),
        **given,
    )
    with call.opened() as services, _naming_kind(kind):
        donation = services.donations.record(new).value
        test = services.donations.counterpart_of(donation.id)
    text = _("Gift no. {id} recorded: {amount}, {donor}").format(
        id=donation.id,
        amount=money_text(donation.content.amount),
        donor=donation.donor_name or _("anonymous"),
    )
    texts = (text, *filter(None, [counterpart_text(test)]))
    return Answer({"donation": donation_document(donation, test)}, texts)


@contextmanager
def _naming_kind(kind: GiftKind | None) -> Iterator[None]:
    """Let what is wrong with a nature or a mode be said of ``--kind``, which gave them."""
    try:
        yield
    except RuleError as error:
        for one in error.errors if isinstance(error, FieldErrors) else (error,):
            if kind is not None and one.field in {"nature", "mode"}:
                one.values["field"] = "kind"
        raise


def _refuse_unused(given: dict[str, Any]) -> None:
    """Refuse what only gifts of money have of one without, and the other way round."""
    if given.get("nature", DonationNature.MONEY) is DonationNature.MONEY:
        unused = {"description": "--description", "value_basis": "--value-basis"}
        text = _("{option} is for a gift that is not money. Say it in --note.")
    else:
        unused = {"mode": "--mode", "credited_on": "--credited-on"}
        text = _("{option} is for a gift of money: no money moves with this one.")
    for name, option in unused.items():
        if given.get(name, PaymentMode.OTHER) is not PaymentMode.OTHER:
            raise UsageProblemError(text.format(option=option))


ReasonOption = Annotated[ReturnReason, coded(ReturnReason, _("Why it went back."), "--reason")]
_RETURN_FIELDS = {
    "returned_on": optional(
        "--on", _("Day on which it went back; today if not given."), _("DATE"), parse_day
    ),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "return", _("Say that a gift went back or bounced."), _RETURN_FIELDS)
def return_donation(
    call: Call, number: IdArgument, reason: ReasonOption, **fields: Any
) -> Answer:
    """Note that a gift went back; a receipt that names it is then to be voided."""
    new = NewReturn(fields["returned_on"] or call.today(), reason, fields["note"] or "")
    with call.opened() as services:
        donation = services.donations.give_back(number, new).value
    text = _("Gift no. {id} went back: {amount}, {donor}").format(
        id=donation.id,
        amount=money_text(donation.content.amount),
        donor=donation.donor_name or _("anonymous"),
    )
    parts = [text]
    if donation.receipt_number:
        void = _("Receipt no. {number} names it: void that receipt.")
        parts.append(void.format(number=donation.receipt_number))
    return Answer({"donation": donation_document(donation)}, tuple(parts))
