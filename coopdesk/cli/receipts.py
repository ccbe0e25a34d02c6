"""Commands about tax receipts: review, issue, list, print."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document, receipt_document
from coopdesk.cli.jobs import job
from coopdesk.cli.listings import receipt_listing
from coopdesk.cli.options import YearOption, coded, command, subject_app
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.domain.money import total
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.domain.receipts import ReceiptScope, Review, ReviewLine, Verdict
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label, profile_fields_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.review_texts import review_text

app = subject_app("receipts", _("Tax receipts."))


@command(app, "review", _("Say of each gift of a year whether it gives a receipt, and why."))
def review_year(call: Call, year: YearOption) -> Answer:
    """Answer with the gifts of a year by verdict."""
    with call.opened() as services:
        review = services.receipts.review(call.checked_year(year))
    named = {verdict.value: _review_documents(review.of(verdict)) for verdict in Verdict}
    totals = {f"{verdict.value}_cents": review.total(verdict).cents for verdict in Verdict}
    document = {"year": year, **named, "totals": totals, "missing": list(review.missing)}
    return Answer(document, _review_parts(review))


@command(app, "issue", _("Issue a receipt for every ready gift of a year; this is final."))
def issue_year(
    call: Call,
    year: YearOption,
    scope: Annotated[
        ReceiptScope,
        coded(ReceiptScope, _("One receipt per donor and year, or one per gift."), "--per"),
    ] = ReceiptScope.DONOR,
) -> Answer:
    """Issue receipts: all of them, or none."""
    with call.opened() as services, job(_("Issuing receipts")) as progress:
        lines = services.receipts.issue_year(call.checked_year(year), scope, progress).value
    amount = total(line.amount for line in lines)
    document = {
        "year": year,
        "per": scope,
        "issued": [receipt_document(line) for line in lines],
        "count": len(lines),
        "total_cents": amount.cents,
    }
    text = ngettext(
        "{count} receipt issued: {total}.", "{count} receipts issued: {total}.", len(lines)
    )
    sentence = text.format(count=len(lines), total=money_text(amount))
    return Answer(document, (receipt_listing(lines), sentence))


@command(app, "list", _("List the receipts issued for a year."))
def list_receipts(call: Call, year: YearOption) -> Answer:
    """Answer with the register of a year."""
    with call.opened() as services:
        lines = services.receipts.find(call.checked_year(year))
    amount = total(line.amount for line in lines)
    document = {
        "year": year,
        "receipts": [receipt_document(line) for line in lines],
        "count": len(lines),
        "total_cents": amount.cents,
    }
    text = _("Receipts: {count}; total: {total}").format(
        count=number_text(len(lines)), total=money_text(amount)
    )
    return Answer(document, (receipt_listing(lines), text))


@command(app, "print", _("Write the receipts of a year as PDF files."))
def print_year(
    call: Call,
    year: YearOption,
    folder: Annotated[
        Path, typer.Option("--to", metavar=_("FOLDER"), help=_("Folder to write into."))
    ],
    *,
    one_file: Annotated[
        bool, typer.Option("--one-file", metavar="", help=_("All in one file."))
    ] = False,
) -> Answer:
    """Write receipts that were issued; can be repeated."""
    checked = call.checked_year(year)
    output = ReceiptOutput(OutputShape.ONE_FILE if one_file else OutputShape.SEPARATE)
    with call.opened() as services, job(_("Writing receipts")) as progress:
        files = services.receipt_papers.write_year(checked, folder, output, progress).paths
    document = {"year": year, "folder": folder, "files": list(files)}
    text = ngettext(
        "{count} file written in {folder}.", "{count} files written in {folder}.", len(files)
    )
    return Answer(document, (text.format(count=len(files), folder=folder),))


def _review_documents(lines: Sequence[ReviewLine]) -> list[Document]:
    return [_review_document(line) for line in lines]


def _review_document(line: ReviewLine) -> Document:
    gift = line.gift
    return {
        "donation_id": gift.donation_id,
        "payment_id": gift.payment_id,
        "donor_id": gift.donor_id,
        "donor": gift.donor_name,
        "received_on": gift.received_on,
        "amount_cents": gift.amount.cents,
        "mode": gift.mode,
        "campaign": gift.campaign,
        "reason": line.reason,
        "reason_text": _reason_text(line),
        "cure": line.cure,
        "receipt_number": gift.receipt_number,
        "is_fee": gift.is_fee,
    }


def _reason_text(line: ReviewLine) -> str:
    gift = line.gift
    number = gift.receipt_number or gift.outside_receipt
    return review_text(line.reason, number, is_fee=gift.is_fee, values=line.values)


def _review_parts(review: Review) -> tuple[Listing | str, ...]:
    columns = (
        Column(_("Verdict")),
        Column(_("Gift"), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Donor")),
        Column(_("Amount"), at_right=True),
        Column(_("Why")),
    )
    rows = [
        (
            label(line.verdict),
            str(line.gift.donation_id),
            day_text(line.gift.received_on),
            line.gift.donor_name or _("Anonymous"),
            money_text(line.gift.amount),
            _reason_text(line),
        )
        for line in sorted(review.lines, key=_rank)
    ]
    counts = [
        named(
            label(verdict), f"{len(review.of(verdict))} ({money_text(review.total(verdict))})"
        )
        for verdict in Verdict
    ]
    parts: list[Listing | str] = [Listing(columns, rows, _("No gift.")), "\n".join(counts)]
    if review.missing:
        text = _("The profile lacks: {fields}.")
        parts.append(text.format(fields=profile_fields_text(review.missing)))
    return tuple(parts)


def _rank(line: ReviewLine) -> int:
    return list(Verdict).index(line.verdict)
