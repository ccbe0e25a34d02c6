"""Commands before a receipt exists: review, preview, issue, what still waits."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document, receipt_document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.listings import receipt_listing
from coopdesk.cli.options import (
    OptionalYearOption,
    YearOption,
    coded,
    command,
    parse_count,
)
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.domain.money import total
from coopdesk.domain.receipt_drafting import ReceiptDraft
from coopdesk.domain.receipts import ReceiptScope, Review, ReviewLine, Verdict
from coopdesk.services.saving import save
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label, profile_fields_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.review_texts import line_text, reason_text

app = typer.Typer()

ScopeOption = Annotated[
    ReceiptScope,
    coded(
        ReceiptScope,
        _("One receipt per donor and year, or one per gift."),
        "--per",
        but=(ReceiptScope.PERIOD,),  # what a donor's receipt is when the donor is a company
    ),
]
ClockOption = Annotated[
    str,
    typer.Option(
        "--clock-reason",
        metavar=_("TEXT"),
        help=_("Why today is before the day of the last receipt."),
    ),
]
DonorOption = Annotated[
    int | None,
    typer.Option(
        "--contact",
        metavar=_("NUMBER"),
        help=_("Only the receipts of this donor; this year if no year is given."),
        parser=parse_count,
    ),
]


@command(app, "review", _("Say of each gift of a year whether it gives a receipt, and why."))
def review_year(call: Call, year: YearOption) -> Answer:
    """Answer with the gifts of a year by verdict."""
    with call.opened() as services:
        review = services.receipts.review(call.checked_year(year))
    named = {verdict.value: _review_documents(review.of(verdict)) for verdict in Verdict}
    totals = {f"{verdict.value}_cents": review.total(verdict).cents for verdict in Verdict}
    tie = review.totals
    document = {
        "year": year,
        **named,
        "totals": totals,
        "tie": {
            "gifts_cents": tie.gifts.cents,
            "without_money_cents": tie.without_money.cents,
            "money_cents": tie.money.cents,
            "bank_cents": tie.bank.cents,
            "difference_cents": tie.difference.cents,
        },
        "missing": list(review.missing),
    }
    return Answer(document, _review_parts(review))


@command(app, "preview", _("Write what would be issued as one PDF, marked as a draft."))
def preview_year(
    call: Call,
    year: YearOption,
    target: Annotated[
        Path, typer.Option("--to", metavar=_("FILE"), help=_("The PDF file to write."))
    ],
    scope: ScopeOption = ReceiptScope.DONOR,
) -> Answer:
    """Draw drafts; nothing is issued and no number is taken."""
    checked = call.checked_year(year)
    with call.opened() as services:
        drafts = services.receipts.drafts(checked, scope)
        pdf = services.receipts.draft_pdf(checked, scope)
    save(target, pdf)
    document = {
        "year": year,
        "per": scope,
        "file": target,
        "drafts": [_draft_document(draft) for draft in drafts],
        "count": len(drafts),
        "total_cents": total(draft.amount for draft in drafts).cents,
    }
    text = ngettext(
        "{count} draft written to {path}.", "{count} drafts written to {path}.", len(drafts)
    )
    return Answer(document, (text.format(count=len(drafts), path=target),))


@command(app, "issue", _("Issue the receipts of a year, or of one donor; this is final."))
def issue_year(
    call: Call,
    year: OptionalYearOption = None,
    contact: DonorOption = None,
    scope: ScopeOption = ReceiptScope.DONOR,
    clock_reason: ClockOption = "",
) -> Answer:
    """Issue receipts: all of them, or none."""
    if year is None and contact is None:
        raise UsageProblemError(_("Give --year, or --contact for the receipts of one donor."))
    wanted = call.checked_year(year or call.today().year)
    with call.opened() as services, job(_("Issuing receipts")) as progress:
        if contact is None:
            outcome = services.receipts.issue_year(
                wanted, scope, progress, clock_reason=clock_reason
            )
        else:
            outcome = services.receipts.issue_contact(
                contact, wanted, scope, clock_reason=clock_reason
            )
    lines = outcome.value
    amount = total(line.amount for line in lines)
    document = {
        "year": wanted,
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


@command(app, "unreceipted", _("Say in which years gifts still wait for a receipt."))
def list_unreceipted(call: Call) -> Answer:
    """Answer with the years that have something ready or blocked."""
    with call.opened() as services:
        years = services.receipts.unreceipted()
    document = {
        "years": [
            {
                "year": one.year,
                "ready_count": one.ready_count,
                "ready_cents": one.ready.cents,
                "blocked_count": one.blocked_count,
                "blocked_cents": one.blocked.cents,
            }
            for one in years
        ]
    }
    columns = (
        Column(_("Year"), at_right=True),
        Column(label(Verdict.READY), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(label(Verdict.BLOCKED), at_right=True),
        Column(_("Amount"), at_right=True),
    )
    rows = [
        (
            str(one.year),
            str(one.ready_count),
            money_text(one.ready),
            str(one.blocked_count),
            money_text(one.blocked),
        )
        for one in years
    ]
    return Answer(document, (Listing(columns, rows, _("No gift waits for a receipt.")),))


def _draft_document(draft: ReceiptDraft) -> Document:
    return {
        "donor_id": draft.donor_id,
        "donor": draft.donor_name,
        "form": draft.form,
        "article": draft.article,
        "nature": draft.nature,
        "year": draft.year,
        "period_start": draft.period_start,
        "period_end": draft.period_end,
        "gift_ids": [gift.donation_id for gift in draft.gifts],
        "amount_cents": draft.amount.cents,
    }


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
        "reason_text": reason_text(line),
        "warnings": list(line.warnings),
        "cure": line.cure,
        "receipt_number": gift.receipt_number,
        "is_fee": gift.is_fee,
    }


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
            line_text(line),
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
