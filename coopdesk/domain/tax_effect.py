"""What receipts may spare a donor in tax: information only, no receipt ever shows it.

Rates and ceilings are dated data (legal_fr 1.9). What a household or a company may really
deduct also depends on its income or turnover, which we do not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.donations import TaxArticle
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.legal_parameters import LegalFigures, LegalParameter

# Free meals, housing and care for people in need: the box of art. 200 1 ter.
AID_CATEGORY = "oig_food_aid"
_CENT = Decimal(1)


@dataclass(frozen=True, slots=True)
class Receipted:
    """An amount that stands on a receipt, and the day that counts for tax."""

    received_on: dt.date
    amount: Money
    article: TaxArticle


@dataclass(frozen=True, slots=True)
class TaxEffect:
    """What the receipts of a year may spare: ``figures`` are the rates and ceilings used."""

    amount: Money
    reduction: Money
    figures: tuple[LegalParameter, ...]

    @property
    def cost(self) -> Money:
        """What the gifts cost after tax."""
        return self.amount - self.reduction

    @property
    def is_to_verify(self) -> bool:
        """Whether a figure that was used should be verified."""
        return any(figure.is_to_verify for figure in self.figures)


def effect_of_year(
    receipted: Sequence[Receipted], figures: LegalFigures, *, is_aid: bool = False
) -> TaxEffect:
    """Return what the receipts of one donor and year may spare, to the cent, halves up.

    ``is_aid`` is for associations that help people in need: a higher rate up to a ceiling,
    whose value on the day of each gift counts (legal_fr 1.9: 2 000 € since 14 October 2025).
    """
    reckoning = _Reckoning(figures, is_aid=is_aid)
    for gift in sorted(receipted, key=lambda gift: gift.received_on):
        reckoning.add(gift)
    return reckoning.effect()


class _Reckoning:
    """Adds up the reduction gift by gift, in order of days."""

    def __init__(self, figures: LegalFigures, *, is_aid: bool) -> None:
        self._figures = figures
        self._is_aid = is_aid
        self._amount = 0
        self._reduction = self._wealth = Decimal(0)
        self._at_first_rate = dict.fromkeys(TaxArticle, 0)
        self._used: dict[tuple[str, dt.date], LegalParameter] = {}

    def add(self, gift: Receipted) -> None:
        """Add a gift: the part within the ceiling at the first rate, the rest at the second."""
        cents, day = gift.amount.cents, gift.received_on
        self._amount += cents
        if gift.article is TaxArticle.WEALTH:
            self._spare_wealth(cents, day)
        elif gift.article is TaxArticle.COMPANY:
            first, ceiling, second = (
                "company_rate",
                "company_rate_threshold",
                "company_rate_above",
            )
            self._split(gift, first, ceiling, second)
        elif self._is_aid:
            self._split(gift, "aid_rate", "aid_ceiling", "income_rate")
        else:
            self._spare(cents, "income_rate", day)

    def effect(self) -> TaxEffect:
        """Return the whole."""
        reduction = int(self._reduction.quantize(_CENT, rounding=ROUND_HALF_UP))
        return TaxEffect(Money(self._amount), Money(reduction), tuple(self._used.values()))

    def _split(self, gift: Receipted, first: str, ceiling: str, second: str) -> None:
        day, cents = gift.received_on, gift.amount.cents
        known = self._at_first_rate[gift.article]
        most = self._figure(ceiling, day).money.cents
        within = max(0, min(cents, most - known))
        self._at_first_rate[gift.article] = known + within
        self._spare(within, first, day)
        self._spare(cents - within, second, day)

    def _spare_wealth(self, cents: int, day: dt.date) -> None:
        """Spare up to the largest reduction of the tax on property wealth (art. 978)."""
        rate = self._figure("wealth_rate", day).value
        most = self._figure("wealth_ceiling", day).money.cents
        spared = min(cents * rate / 100, most - self._wealth)
        self._wealth += spared
        self._reduction += spared

    def _spare(self, cents: int, rate: str, day: dt.date) -> None:
        if cents:
            self._reduction += cents * self._figure(rate, day).value / 100

    def _figure(self, code: str, day: dt.date) -> LegalParameter:
        found = self._figures.value_on(code, day)
        return self._used.setdefault((code, found.since), found)
