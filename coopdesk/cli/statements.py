"""Command about what a donor gave over the years."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.options import command, optional, parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.statements import StatementYear
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import reason_text

app = typer.Typer()

_FIELDS = {"path": optional("--to", _("Write it as a PDF."), _("FILE"), Path)}


@command(app, "statement", _("Say what a donor gave year by year, with receipts."), _FIELDS)
def statement(
    call: Call,
    contact: Annotated[
        int,
        typer.Option(metavar=_("NUMBER"), help=_("Number of the donor."), parser=parse_count),
    ],
    **given: Any,
) -> Answer:
    """Answer with the statement of a donor; the tax effect is information only."""
    path: Path | None = given["path"]
    with call.opened() as services:
        found = services.statements.statement(contact)
        file = services.statements.write(contact, path) if path is not None else None
    document = {
        "contact_id": found.donor_id,
        "name": found.donor_name,
        "years": [_year_document(year) for year in found.years],
        "given_cents": found.given.cents,
        "receipted_cents": found.receipted.cents,
        "to_verify": found.is_to_verify,
        "file": file,
    }
    columns = (
        Column(_("Year")),
        Column(_("Given"), at_right=True),
        Column(_("On receipts"), at_right=True),
        Column(_("Without receipt"), at_right=True),
        Column(_("Tax reduction, as information"), at_right=True),
    )
    rows = [
        (
            str(year.year),
            money_text(year.given),
            money_text(year.receipted),
            money_text(year.without_receipt),
            money_text(year.effect.reduction),
        )
        for year in found.years
    ]
    written = (_("Written: {path}").format(path=file),) if file else ()
    return Answer(document, (Listing(columns, rows, _("No gift.")), *written))


def _year_document(year: StatementYear) -> Document:
    return {
        "year": year.year,
        "given_cents": year.given.cents,
        "receipted_cents": year.receipted.cents,
        "tax_reduction_cents": year.effect.reduction.cents,
        "gifts": [
            {
                "donation_id": line.gift.donation_id,
                "received_on": line.gift.received_on,
                "amount_cents": line.gift.amount.cents,
                "nature": line.gift.nature,
                "verdict": line.verdict,
                "receipt_number": line.gift.receipt_number,
                "reason_text": reason_text(line),
            }
            for line in year.lines
        ],
    }
