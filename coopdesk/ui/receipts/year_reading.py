"""Everything the page shows of one year, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total
from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.ui.receipts.review_rows import ReviewRows

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.receipts import Review
    from coopdesk.services.registry import Services

# Until then the treasurer is busy with the receipts of the year before.
_LAST_MONTH_OF_THE_YEAR_BEFORE = 4


@dataclass(frozen=True, slots=True)
class YearReading:
    """The review of a year, and what was issued for it."""

    rows: ReviewRows
    issued: int
    issued_amount: Money
    years: tuple[int, ...]

    @property
    def review(self) -> Review:
        """Every gift of the year, judged."""
        return self.rows.review

    @property
    def amount(self) -> Money:
        """What all gifts of the year add up to, whatever their verdict."""
        return total(line.gift.amount for line in self.review.lines)

    def receipt_count(self, scope: ReceiptScope = ReceiptScope.DONOR) -> int:
        """Count the receipts that can be issued now."""
        return len(draft_receipts(self.review.of(Verdict.READY), scope))


def first_year(today: dt.date) -> int:
    """Return the year that people probably come for."""
    early = today.month <= _LAST_MONTH_OF_THE_YEAR_BEFORE
    return today.year - 1 if early else today.year


def read_year(services: Services, today: dt.date, year: int | None) -> YearReading:
    """Read a year, or the one people probably come for; runs on the worker."""
    years = services.donations.years()
    if year is None:
        year = first_year(today) if first_year(today) in years else today.year
    count, amount = services.receipts.totals(year)
    rows = ReviewRows(services.receipts.review(year))
    return YearReading(rows, count, amount, tuple(years))
