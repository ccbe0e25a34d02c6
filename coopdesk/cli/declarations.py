"""Commands about the yearly declaration of gifts: figures, papers, filing and its proof."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, optional, parse_count, parse_day
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.declarations import Declaration
from coopdesk.wording.declarations import count_text, due_text, filing_text, parts_note
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()

_FIELDS = {
    "path": optional("--to", _("Annex as an Excel file."), _("FILE"), Path),
    "sheet": optional("--closing-sheet", _("Closing sheet as a PDF."), _("FILE"), Path),
    "filed": optional(
        "--filed", _("Note that it was filed on this day."), _("DATE"), parse_day
    ),
    "proof": optional("--proof", _("File that proves the filing."), _("FILE"), Path),
    "note": optional("--note", _("Note about the filing."), _("TEXT")),
    "saved_proof": optional(
        "--save-proof", _("Write the kept proof of filing there."), _("FILE"), Path
    ),
}
YearOption = Annotated[
    int,
    typer.Option(
        "--fiscal-year",
        metavar=_("YEAR"),
        help=_("Calendar year in which the fiscal year ends."),
        parser=parse_count,
    ),
]


@command(app, "declaration", _("Count the yearly declaration of gifts."), _FIELDS)
def declaration(call: Call, fiscal_year: YearOption, **given: Any) -> Answer:
    """Answer with the figures of a fiscal year; write its papers, note its filing."""
    if given["filed"] is None and (given["proof"] is not None or given["note"]):
        raise UsageProblemError(_("--proof and --note belong to --filed DATE."))
    year, files = call.checked_year(fiscal_year), []
    with call.opened() as services:
        service = services.declarations
        found = service.declaration(year)
        if given["saved_proof"] is not None and given["proof"] is None:
            service.proof(year)  # refused before anything is noted or written
        if given["filed"] is not None:
            note, proof = given["note"] or "", given["proof"]
            found = service.file(year, given["filed"], note, proof).value
        if given["path"] is not None:
            with job(_("Writing the annex")) as progress:
                files.append(service.write_annex(year, given["path"], progress))
        if given["sheet"] is not None:
            files.append(service.write_closing_sheet(year, given["sheet"]))
        if given["saved_proof"] is not None:
            files.append(service.write_proof(year, given["saved_proof"]))
    document = {**_document(found), "files": files}
    written = [_("Written: {path}").format(path=path) for path in files]
    return Answer(document, (*_parts(found, call), *written))


def _document(found: Declaration) -> Document:
    year, filed = found.fiscal_year, found.filed
    return {
        "fiscal_year": year.year,
        "start": year.start,
        "end": year.end,
        "due_on": found.due_on,
        "parts": [
            {
                "form": part.form,
                "article": part.article,
                "receipts": part.count,
                "total_cents": part.amount.cents,
            }
            for part in found.parts
        ],
        "receipts": found.receipt_count,
        "total_cents": found.total.cents,
        "issued": {
            "receipts": len(found.issued_living),
            "total_cents": found.issued_total.cents,
        },
        "voided": [receipt.number_text for receipt in found.voided],
        "filed": None
        if filed is None
        else {
            "filed_on": filed.filed_on,
            "receipts": filed.receipt_count,
            "total_cents": filed.total.cents,
            "note": filed.note,
            "proof": filed.proof,
            "differs": found.differs_from_filing,
        },
    }


def _parts(found: Declaration, call: Call) -> tuple[Listing | str, ...]:
    year = found.fiscal_year
    columns = (
        Column(_("Form number")),
        Column(_("Article")),
        Column(_("Receipts"), at_right=True),
        Column(_("Amount"), at_right=True),
    )
    rows = [
        (part.form, label(part.article), number_text(part.count), money_text(part.amount))
        for part in found.parts
    ]
    period = _("from {start} to {end}").format(
        start=day_text(year.start), end=day_text(year.end)
    )
    about = facts(
        (_("Fiscal year"), period),
        (_("To be declared by"), due_text(found, call.today())),
        (_("Filed on"), filing_text(found)),
        (_("Proof"), found.filed.proof if found.filed is not None else ""),
    )
    total = _("To declare: {receipts}, {total}").format(
        receipts=count_text(found.receipt_count), total=money_text(found.total)
    )
    return about, Listing(columns, rows, _("Nothing to declare")), total, parts_note(found)
