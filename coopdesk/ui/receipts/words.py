"""What the page says of receipts: form, status, delivery, and what a draft is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.receipts import ReceiptScope, ReceiptStatus
from coopdesk.ui.columns import Tone
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.receipts import ReceiptLine

PERSONS, COMPANIES = "11580", "16216"

STATUS_TONES = {
    ReceiptStatus.ISSUED: Tone.INFO,
    ReceiptStatus.DELIVERED: Tone.GOOD,
    ReceiptStatus.VOIDED: Tone.BAD,
    ReceiptStatus.REPLACED: Tone.NEUTRAL,
}


def form_text(form: str) -> str:
    """Say for whom a form is, with its number."""
    texts = {PERSONS: _("person (11580)"), COMPANIES: _("company (16216)")}
    return texts.get(form, form)


def is_living(line: ReceiptLine) -> bool:
    """Whether a receipt still counts."""
    return line.status in {ReceiptStatus.ISSUED, ReceiptStatus.DELIVERED}


def is_void(line: ReceiptLine) -> bool:
    """Whether a receipt counts no more."""
    return not is_living(line)


def is_to_void(line: ReceiptLine) -> bool:
    """Whether a receipt counts although one of its gifts was returned."""
    return is_living(line) and line.returned_gifts > 0


def status_text(line: ReceiptLine) -> str:
    """Return the status of a receipt in one word."""
    return label(line.status)


def status_tone(line: ReceiptLine) -> Tone:
    """Return the colour of a receipt's status."""
    return STATUS_TONES[line.status]


def gifts_text(line: ReceiptLine) -> str:
    """Say how many gifts a receipt has, and of what it is the total."""
    if line.scope is ReceiptScope.GIFT:
        return _("one gift")
    count = ngettext("{count} gift", "{count} gifts", line.gift_count)
    said = count.format(count=number_text(line.gift_count))
    if line.scope is ReceiptScope.PERIOD:
        return _("{gifts} (one fiscal year)").format(gifts=said)
    return _("{gifts} (yearly total)").format(gifts=said)


def delivery_text(line: ReceiptLine) -> str:
    """Say how and when a receipt last went to its donor."""
    if line.delivered_on is None or line.delivered_by is None:
        return ""
    return f"{label(line.delivered_by)} · {day_text(line.delivered_on)}"


def count_text(count: int) -> str:
    """Return ``3 receipts``."""
    text = ngettext("{count} receipt", "{count} receipts", count)
    return text.format(count=number_text(count))


def gift_count_text(count: int) -> str:
    """Return ``3 gifts``."""
    text = ngettext("{count} gift", "{count} gifts", count)
    return text.format(count=number_text(count))


def period_text(start: dt.date | None, end: dt.date | None) -> str:
    """Return the days a receipt is about, or the one day."""
    if start is None or end is None:
        return ""
    if start == end:
        return day_text(start)
    return _("{start} to {end}").format(start=day_text(start), end=day_text(end))


def signed_by(name: str, role: str) -> str:
    """Return who signs, with the role where it is known."""
    return ", ".join(part for part in (name, role) if part)
