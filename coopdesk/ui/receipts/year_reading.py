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

    from coopdesk.domain.receipt_drafting import ReceiptDraft
    from coopdesk.domain.receipt_life import UnreceiptedYear
    from coopdesk.domain.receipts import ReceiptLine, ReceiptSeries, Review
    from coopdesk.services.registry import Services

# Until then the treasurer is busy with the receipts of the year before.
_LAST_MONTH_OF_THE_YEAR_BEFORE = 4


@dataclass(frozen=True, slots=True)
class YearReading:
    """The review of a year, what would be issued, and what was.

    ``issued`` counts the living receipts that are numbered in the year; ``next_number`` is the
    number of the next one.
    """

    rows: ReviewRows
    per_donor: tuple[ReceiptDraft, ...]
    per_gift: tuple[ReceiptDraft, ...]
    series: ReceiptSeries
    next_number: int
    issued: int
    years: tuple[int, ...]
    unreceipted: tuple[UnreceiptedYear, ...]
    to_void: tuple[ReceiptLine, ...]

    @property
    def review(self) -> Review:
        """Every gift of the year, judged."""
        return self.rows.review

    @property
    def amount(self) -> Money:
        """What all gifts of the year add up to, whatever their verdict."""
        return total(line.gift.amount for line in self.review.lines)

    @property
    def receipts_named(self) -> int:
        """How many receipts the gifts of the year are on; some are numbered in the next."""
        issued = self.review.of(Verdict.ISSUED)
        return len({line.gift.receipt_number for line in issued})

    def drafts(self, scope: ReceiptScope) -> tuple[ReceiptDraft, ...]:
        """Return what would be issued."""
        return self.per_gift if scope is ReceiptScope.GIFT else self.per_donor

    @property
    def receipt_count(self) -> int:
        """How many receipts can be issued now."""
        return len(self.per_donor)


def first_year(today: dt.date) -> int:
    """Return the year that people probably come for."""
    early = today.month <= _LAST_MONTH_OF_THE_YEAR_BEFORE
    return today.year - 1 if early else today.year


def read_year(services: Services, today: dt.date, year: int | None) -> YearReading:
    """Read a year, or the one people probably come for; runs on the worker."""
    years = services.donations.years()
    if year is None:
        year = first_year(today) if first_year(today) in years else today.year
    receipts, life = services.receipts, services.receipt_life
    count, _amount = receipts.totals(year)
    review = receipts.review(year)
    ready = review.of(Verdict.READY)
    return YearReading(
        rows=ReviewRows(review),
        per_donor=tuple(draft_receipts(ready, ReceiptScope.DONOR)),
        per_gift=tuple(draft_receipts(ready, ReceiptScope.GIFT)),
        series=life.series(year),
        next_number=life.next_number(year),
        issued=count,
        years=tuple(years),
        unreceipted=receipts.unreceipted(),
        to_void=tuple(life.to_void()),
    )
