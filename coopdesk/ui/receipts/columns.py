"""Columns of the review of gifts and of the list of issued receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.review_texts import review_text

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.ui.receipts.review_rows import ReviewRow

VERDICT_TONES = {
    Verdict.READY: Tone.GOOD,
    Verdict.BLOCKED: Tone.ATTENTION,
    Verdict.EXCLUDED: Tone.NEUTRAL,
    Verdict.ISSUED: Tone.INFO,
}
CURE = "cure"


def review_columns() -> tuple[Column, ...]:
    """Return the columns of the review."""
    return (
        Column("state", _("Status"), _verdict, sort="state", tone=_verdict_tone, width=8),
        Column("donor", _("Donor"), donor_text, sort="donor", width=20),
        Column("date", _("Date"), _day, sort="date", width=9, gives_way=1),
        Column("amount", _("Amount"), _amount, sort="amount", align_right=True, width=9),
        Column("mode", _("Mode"), _mode, width=14, hidden=True),
        Column("campaign", _("Campaign"), _campaign, sort="campaign", width=18, hidden=True),
        Column("why", _("Why"), why_text, sort="why", width=12, stretch=True),
        Column(CURE, _("What to do"), cure_text, width=16, hint=_("Click, or press Enter")),
    )


def receipt_columns() -> tuple[Column, ...]:
    """Return the columns of the list of issued receipts."""
    return (
        Column("number", _("Number"), _number, sort="number", width=10),
        Column("donor", _("Donor"), _receipt_donor, sort="donor", width=26, stretch=True),
        Column("gifts", _("Gifts"), _gifts, width=22),
        Column(
            "amount", _("Amount"), _receipt_amount, sort="amount", align_right=True, width=12
        ),
        Column("issued", _("Issued on"), _issued_on, sort="issued", width=11),
    )


def donor_text(row: ReviewRow) -> str:
    """Return the donor's name, or that nobody knows it."""
    return row.line.gift.donor_name or _("Anonymous")


def why_text(row: ReviewRow) -> str:
    """Return why the gift is blocked, excluded, or on which receipt it is."""
    gift = row.line.gift
    number = gift.receipt_number or gift.outside_receipt
    return review_text(
        row.line.reason, number, is_fee=gift.is_fee, values=row.line.values
    )


def cure_text(row: ReviewRow) -> str:
    """Return the step that cures a blocked gift."""
    if row.line.verdict is Verdict.ISSUED:
        return _("Open the receipt")
    return label(row.line.cure) if row.line.cure is not None else ""


def _verdict(row: ReviewRow) -> str:
    return label(row.line.verdict)


def _verdict_tone(row: ReviewRow) -> Tone:
    return VERDICT_TONES[row.line.verdict]


def _day(row: ReviewRow) -> str:
    return day_text(row.line.gift.received_on)


def _amount(row: ReviewRow) -> str:
    return money_text(row.line.gift.amount)


def _mode(row: ReviewRow) -> str:
    return label(row.line.gift.mode)


def _campaign(row: ReviewRow) -> str:
    return row.line.gift.campaign


def _number(line: ReceiptLine) -> str:
    return line.number_text


def _receipt_donor(line: ReceiptLine) -> str:
    return line.donor_name


def _gifts(line: ReceiptLine) -> str:
    if line.scope is ReceiptScope.GIFT:
        return _("one gift")
    count = ngettext("{count} gift", "{count} gifts", line.gift_count)
    return _("{gifts} (yearly total)").format(gifts=count.format(count=line.gift_count))


def _receipt_amount(line: ReceiptLine) -> str:
    return money_text(line.amount)


def _issued_on(line: ReceiptLine) -> str:
    return day_text(line.issued_on)
