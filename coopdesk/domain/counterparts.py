"""What a donor may get in return and still give: a quarter of the gift, and a cap a year."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.legal_parameters import LegalFigures

_HUNDREDTH = Decimal("0.01")


class CounterpartVerdict(enum.Enum):
    """What the test of a gift found; the two failures are codes of the review as well."""

    NOTHING = "counterpart_none"
    FITS = "counterpart_fits"
    ABOVE_RATIO = "counterpart_ratio"
    ABOVE_CAP = "counterpart_cap"


@dataclass(frozen=True, slots=True)
class Given:
    """A gift and the value of what its donor got for it."""

    key: int
    amount: Money
    item: Money


@dataclass(frozen=True, slots=True)
class CounterpartLimits:
    """``percent`` of a gift at most; ``cap`` for a person and year, None where there is none.

    ``is_to_verify`` says that a figure should be verified.
    """

    percent: Decimal
    cap: Money | None
    is_to_verify: bool = False


@dataclass(frozen=True, slots=True)
class CounterpartTest:
    """The test of one gift, with every figure that explains it.

    ``share`` is what the item is of the gift in percent, rounded up to a hundredth; ``in_year``
    adds up what the donor got in the year.
    """

    verdict: CounterpartVerdict
    item: Money = ZERO
    gift: Money = ZERO
    share: Decimal = Decimal(0)
    in_year: Money = ZERO
    year: int = 0
    limits: CounterpartLimits = CounterpartLimits(Decimal(0), None)

    @property
    def is_passed(self) -> bool:
        """Whether the gift stays one."""
        return self.verdict in {CounterpartVerdict.NOTHING, CounterpartVerdict.FITS}

    @property
    def values(self) -> Mapping[str, object]:
        """The figures, by the names that sentences use."""
        return {
            "item": self.item,
            "gift": self.gift,
            "share": self.share,
            "percent": self.limits.percent,
            "in_year": self.in_year,
            "year": self.year,
            "cap": self.limits.cap,
        }


NO_COUNTERPART = CounterpartTest(CounterpartVerdict.NOTHING)


def limits_on(figures: LegalFigures, day: dt.date, *, is_company: bool) -> CounterpartLimits:
    """Return the limits of the year of a day: for persons those of its last day.

    Persons: a quarter and a cap in euros (legal_fr RF-52); companies: a quarter (RF-53).
    """
    end = day.replace(month=12, day=31)
    if is_company:
        ratio = figures.value_on("company_counterpart_ratio", end)
        return CounterpartLimits(ratio.value, None, ratio.is_to_verify)
    ratio = figures.value_on("counterpart_ratio", end)
    cap = figures.value_on("counterpart_cap", end)
    return CounterpartLimits(ratio.value, cap.money, ratio.is_to_verify or cap.is_to_verify)


def check_year(
    gifts: Sequence[Given], year: int, limits: CounterpartLimits
) -> dict[int, CounterpartTest]:
    """Test the gifts of one donor in one calendar year; return the test of each by its key.

    A gift whose item is worth more than the ratio fails. Where all items of the year are worth
    more than the cap, every gift with an item fails; one without any stays a gift. A gift that
    fails is none at all: there is no receipt for the rest of it (RF-52).
    """
    in_year = total(gift.item for gift in gifts)
    above_cap = limits.cap is not None and in_year > limits.cap
    return {
        gift.key: _tested(gift, in_year, year, limits, above_cap=above_cap) for gift in gifts
    }


def _tested(
    gift: Given, in_year: Money, year: int, limits: CounterpartLimits, *, above_cap: bool
) -> CounterpartTest:
    if not gift.item:
        return NO_COUNTERPART
    verdict = CounterpartVerdict.FITS
    if gift.item.cents * 100 > gift.amount.cents * limits.percent:
        verdict = CounterpartVerdict.ABOVE_RATIO
    elif above_cap:
        verdict = CounterpartVerdict.ABOVE_CAP
    return CounterpartTest(verdict, gift.item, gift.amount, _share(gift), in_year, year, limits)


def _share(gift: Given) -> Decimal:
    """Return the share in percent; rounded up, so that more than the limit also looks so."""
    exact = Decimal(gift.item.cents * 100) / Decimal(gift.amount.cents)
    return exact.quantize(_HUNDREDTH, rounding=ROUND_UP)
