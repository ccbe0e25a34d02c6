"""Commands about gifts that went back, and that did not after all."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import donation_document
from coopdesk.cli.donation_editing import gift_text
from coopdesk.cli.options import IdArgument, coded, command, optional, parse_day
from coopdesk.cli.output import Answer
from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.wording.language import _

app = typer.Typer()

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
    parts = [gift_text(_("Gift no. {id} went back: {amount}, {donor}"), donation)]
    if donation.receipt_number:
        void = _("Receipt no. {number} names it: void that receipt.")
        parts.append(void.format(number=donation.receipt_number))
    return Answer({"donation": donation_document(donation)}, tuple(parts))


@command(app, "unreturn", _("Say that a gift did not go back after all: it counts again."))
def unreturn_donation(call: Call, number: IdArgument) -> Answer:
    """Take a return back, with the payment out; it can be undone."""
    with call.opened() as services:
        donation = services.donations.take_back_return(number).value
    text = _("Gift no. {id} did not go back, and counts again: {amount}, {donor}")
    return Answer({"donation": donation_document(donation)}, (gift_text(text, donation),))
