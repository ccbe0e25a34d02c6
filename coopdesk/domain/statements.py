"""What a donor gave, year by year, with the receipts and what they may spare in tax."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import PaymentState
from coopdesk.domain.receipts import Verdict
from coopdesk.domain.tax_effect import Receipted, TaxEffect, effect_of_year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.legal_parameters import LegalFigures
    from coopdesk.domain.receipts import ReviewLine


@dataclass(frozen=True, slots=True)
class StatementYear:
    """The gifts of a calendar year with the verdict on each, by day."""

    year: int
    lines: tuple[ReviewLine, ...]
    effect: TaxEffect

    @property
    def given(self) -> Money:
        """What was received and did not go back."""
        return total(line.gift.amount for line in self.lines if _is_kept(line))

    @property
    def receipted(self) -> Money:
        """What stands on a receipt, ours or that of a platform."""
        return total(line.gift.amount for line in self.lines if has_receipt(line))

    @property
    def without_receipt(self) -> Money:
        """What was given and stands on no receipt."""
        return self.given - self.receipted


@dataclass(frozen=True, slots=True)
class DonorStatement:
    """All that a donor gave, newest year first."""

    donor_id: int
    donor_name: str
    years: tuple[StatementYear, ...]

    @property
    def given(self) -> Money:
        """What was given over the years."""
        return total(year.given for year in self.years)

    @property
    def receipted(self) -> Money:
        """What stands on receipts."""
        return total(year.receipted for year in self.years)

    @property
    def is_to_verify(self) -> bool:
        """Whether a legal figure that was used should be verified."""
        return any(year.effect.is_to_verify for year in self.years)


def statement_years(
    lines: Iterable[ReviewLine], figures: LegalFigures, *, is_aid: bool
) -> tuple[StatementYear, ...]:
    """Return judged gifts by calendar year, newest first."""
    years: dict[int, list[ReviewLine]] = defaultdict(list)
    for line in lines:
        years[line.gift.received_on.year].append(line)
    return tuple(
        _year(year, years[year], figures, is_aid=is_aid) for year in sorted(years, reverse=True)
    )


def has_receipt(line: ReviewLine) -> bool:
    """Tell whether a gift that we kept stands on a receipt."""
    issued = line.verdict is Verdict.ISSUED or bool(line.gift.outside_receipt)
    return issued and _is_kept(line)


def _is_kept(line: ReviewLine) -> bool:
    gift = line.gift
    return gift.payment_state is PaymentState.RECEIVED and not gift.is_returned


def _year(
    year: int, lines: list[ReviewLine], figures: LegalFigures, *, is_aid: bool
) -> StatementYear:
    by_day = sorted(lines, key=lambda line: (line.gift.received_on, line.gift.donation_id))
    receipted = [
        Receipted(line.gift.received_on, line.gift.amount, line.gift.article)
        for line in by_day
        if has_receipt(line)
    ]
    return StatementYear(year, tuple(by_day), effect_of_year(receipted, figures, is_aid=is_aid))
