"""Columns of the review of gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.receipts import Verdict
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _
from coopdesk.wording.review_texts import line_text

if TYPE_CHECKING:
    from coopdesk.ui.receipts.review_rows import ReviewRow

VERDICT_TONES = {
    Verdict.READY: Tone.GOOD,
    Verdict.BLOCKED: Tone.ATTENTION,
    Verdict.EXCLUDED: Tone.NEUTRAL,
    Verdict.ISSUED: Tone.INFO,
}
CURE = "cure"
# What is said more closely than by the page where it is cured.
_CURES = {
    "legal_form_missing": N_("Say the legal form"),
    "siren_missing": N_("Say the SIREN"),
    "mode_missing": N_("Say the mode"),
    "name_missing": N_("Complete the contact"),
}


def review_columns() -> tuple[Column, ...]:
    """Return the columns of the review."""
    return (
        Column("state", _("Status"), _verdict, sort="state", tone=_verdict_tone, width=8),
        Column("donor", _("Donor"), donor_text, sort="donor", width=19),
        Column("date", _("Date"), _day, sort="date", width=9, gives_way=1),
        Column("amount", _("Amount"), _amount, sort="amount", align_right=True, width=9),
        Column("mode", _("Mode"), _mode, width=14, hidden=True),
        Column("campaign", _("Campaign"), _campaign, sort="campaign", width=18, hidden=True),
        Column("why", _("Why"), why_text, sort="why", width=20, stretch=True),
        Column(CURE, _("What to do"), cure_text, width=16, hint=_("Click, or press Enter")),
    )


def donor_text(row: ReviewRow) -> str:
    """Return the donor's name, or that nobody knows it."""
    return row.line.gift.donor_name or _("Anonymous")


def why_text(row: ReviewRow) -> str:
    """Return why the gift is blocked, excluded, on which receipt it is, and what to know."""
    return line_text(row.line)


def cure_text(row: ReviewRow) -> str:
    """Return the step that cures a blocked gift, or that leads on."""
    line = row.line
    if line.verdict is Verdict.ISSUED:
        return _("See the receipt")
    if line.reason in _CURES:
        return _(_CURES[line.reason])
    return label(line.cure) if line.cure is not None else ""


def _verdict(row: ReviewRow) -> str:
    return label(row.line.verdict)


def _verdict_tone(row: ReviewRow) -> Tone:
    line = row.line
    if line.verdict is Verdict.ISSUED and line.gift.is_returned:
        return Tone.BAD
    return VERDICT_TONES[line.verdict]


def _day(row: ReviewRow) -> str:
    return day_text(row.line.gift.received_on)


def _amount(row: ReviewRow) -> str:
    return money_text(row.line.gift.amount)


def _mode(row: ReviewRow) -> str:
    return label(row.line.gift.mode)


def _campaign(row: ReviewRow) -> str:
    return row.line.gift.campaign
