"""The figures of the home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.checks import Finding
    from coopdesk.domain.operations import Operation

MONTHS = 12


@dataclass(frozen=True, slots=True)
class GiftYear:
    """The gifts received in a calendar year; ``by_month`` has twelve amounts, January first.

    ``donor_count`` counts known donors once; anonymous gifts are in ``gift_count`` only.
    """

    year: int
    by_month: tuple[Money, ...]
    gift_count: int
    donor_count: int

    @property
    def total(self) -> Money:
        """What the gifts add up to."""
        return total(self.by_month)


@dataclass(frozen=True, slots=True)
class ReceiptCounts:
    """The receipts of a year: those ready (one per donor and nature), blocked gifts, issued."""

    ready: int
    ready_total: Money
    blocked: int
    issued: int


@dataclass(frozen=True, slots=True)
class HomeFigures:
    """All that the home page shows of a year and the one before it.

    ``missing_profile`` names what receipts still need (``association.missing_for_receipts``);
    ``lost`` says which receipts this computer knows of and the file does not hold;
    ``is_empty`` is True as long as nobody recorded anything;
    ``has_profile`` is False before the first run is over.
    """

    year: int
    contacts: int
    gifts: GiftYear
    gifts_before: GiftYear
    receipts: ReceiptCounts
    receipts_before: ReceiptCounts
    to_check: int
    is_empty: bool
    has_profile: bool
    association_name: str
    missing_profile: tuple[str, ...]
    last_backup_at: dt.datetime | None
    changed_since_backup: bool
    latest: tuple[Operation, ...]
    lost: tuple[Finding, ...] = ()
