"""What happens to a receipt once it is issued, and the numbers it may have."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipts import ReceiptSeries
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.donations import DonationNature, ReturnReason
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.domain.receipts import (
        Delivery,
        ReceiptLine,
        ReceiptSnapshot,
        ReceiptVoid,
    )

REASON_LIMIT = 500
_MOST_DIGITS = 9
# It is printed, is part of file names, and stands between bars in the QR code.
_PREFIX = re.compile(r"[0-9A-Za-z._-]{1,20}")


@dataclass(frozen=True, slots=True)
class ReceiptGift:
    """A gift of a receipt as it is recorded today; ``returned_on`` when it went back."""

    donation_id: int
    received_on: dt.date
    amount: Money
    mode: PaymentMode
    nature: DonationNature
    description: str = ""
    returned_on: dt.date | None = None
    return_reason: ReturnReason | None = None


@dataclass(frozen=True, slots=True)
class ReceiptDetail:
    """All that is known of a receipt; ``deliveries`` oldest first."""

    line: ReceiptLine
    gifts: tuple[ReceiptGift, ...]
    deliveries: tuple[Delivery, ...]
    void: ReceiptVoid | None
    snapshot: ReceiptSnapshot


@dataclass(frozen=True, slots=True)
class UnreceiptedYear:
    """The gifts of a year that wait for a receipt: ready, and blocked until cured."""

    year: int
    ready_count: int
    ready: Money
    blocked_count: int
    blocked: Money


def default_series(year: int) -> ReceiptSeries:
    """Return how numbers are written unless somebody decides: ``2026-0042``."""
    return ReceiptSeries(year, f"{year}-")


def checked_series(series: ReceiptSeries) -> ReceiptSeries:
    """Return the form of a year's numbers, cleaned.

    The prefix holds the year, so that no number is written twice in two years.

    Raises:
        RuleError: ``series.prefix_wrong``, ``series.year_missing``, ``series.digits_wrong``.
    """
    prefix = series.prefix.strip()
    if not _PREFIX.fullmatch(prefix):
        raise RuleError("series.prefix_wrong", field="prefix", prefix=prefix[:40])
    if str(series.year) not in prefix:
        raise RuleError("series.year_missing", field="prefix", year=str(series.year))
    if not 1 <= series.digits <= _MOST_DIGITS:
        raise RuleError("series.digits_wrong", field="digits", most=_MOST_DIGITS)
    return replace(series, prefix=prefix)


def may_share_numbers(one: ReceiptSeries, other: ReceiptSeries) -> bool:
    """Tell whether two years could write the same number, whatever their counts of digits."""
    short, long = sorted((one.prefix, other.prefix), key=len)
    rest = long.removeprefix(short)
    return long.startswith(short) and (not rest or rest.isdigit())


def checked_reason(reason: str, code: str = "receipt.reason_missing") -> str:
    """Return why a receipt is voided, on one line; it cannot be left out.

    Raises:
        RuleError: ``code``, or the text is too long.
    """
    cleaned = checked_line(reason, "reason", REASON_LIMIT)
    if not cleaned:
        raise RuleError(code, field="reason")
    return cleaned


def checked_delivery(delivery: Delivery, today: dt.date) -> Delivery:
    """Return a delivery, cleaned.

    Raises:
        RuleError: ``receipt.delivered_in_future``, or the note is too long.
    """
    if delivery.delivered_on > today:
        day = delivery.delivered_on
        raise RuleError("receipt.delivered_in_future", field="delivered_on", day=day)
    return replace(delivery, note=checked_line(delivery.note, "note", REASON_LIMIT))
