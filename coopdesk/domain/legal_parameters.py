"""Figures of the law that change: what each is worth on a day, who says so, how surely."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

SOURCE_LIMIT = 300
_LARGEST = Decimal(100_000_000)
_WHOLE = Decimal(100)  # no tax is cut by more than what was given
_MOST_PERCENT = Decimal(1000)


class Unit(enum.Enum):
    """What a figure counts."""

    EUROS = "euros"
    PERCENT = "percent"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"


class Confidence(enum.Enum):
    """How sure a figure or a rule is: who was read to know it."""

    OFFICIAL = "O"
    PROFESSIONAL = "P"
    SOFTWARE = "S"
    KNOWN = "K"
    UNSURE = "?"

    @property
    def is_to_verify(self) -> bool:
        """Whether nothing was read that proves it."""
        return self in {Confidence.KNOWN, Confidence.UNSURE}


@dataclass(frozen=True, slots=True)
class LegalParameter:
    """A figure from a day on; ``is_own`` says that a person corrected what the program brings.

    ``value`` is in the unit: euros, percent, a number of years, months or days. ``until`` is
    its last day where that is known.
    """

    code: str
    unit: Unit
    value: Decimal
    since: dt.date
    source: str
    confidence: Confidence
    until: dt.date | None = None
    remark: str = ""
    is_own: bool = False

    @property
    def money(self) -> Money:
        """The figure as an amount."""
        return Money(int(self.value * 100))

    @property
    def count(self) -> int:
        """The figure as a whole number."""
        return int(self.value)

    @property
    def is_to_verify(self) -> bool:
        """Whether it should be verified before anybody relies on it."""
        return self.confidence.is_to_verify and not self.is_own

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the day is in its time."""
        return self.since <= day and (self.until is None or day <= self.until)

    def corrected(self, text: str) -> Decimal:
        """Read what a person corrects it to; a part of a whole stays one.

        Raises:
            RuleError: as ``checked_value``.
        """
        value = checked_value(text, self.unit)
        if self.unit is Unit.PERCENT and self.value <= _WHOLE < value:
            raise RuleError("legal.value_out_of_range", field="value", text=text[:40])
        return value


@dataclass(frozen=True, slots=True)
class LegalFigures:
    """Every figure we know, in the order of the seed, then of days."""

    parameters: tuple[LegalParameter, ...]

    def value_on(self, code: str, day: dt.date) -> LegalParameter:
        """Return what a figure is worth on a day; before the first one we know, that one.

        A person's own figure goes before one that the program brings for the same day.

        Raises:
            NotFoundError: ``legal.unknown``.
        """
        known = self.of(code)
        if not known:
            raise NotFoundError("legal.unknown", name=code[:40])
        holding = [each for each in known if each.holds_on(day)]
        if not holding:
            return known[0]
        return max(holding, key=lambda each: (each.since, each.is_own))

    def of(self, code: str) -> list[LegalParameter]:
        """Return all that is known of a figure, oldest first."""
        found = [each for each in self.parameters if each.code == code]
        return sorted(found, key=lambda each: (each.since, each.is_own))

    def on(self, day: dt.date) -> list[LegalParameter]:
        """Return every figure as it is worth on a day, in the order of the seed."""
        codes = dict.fromkeys(each.code for each in self.parameters)
        return [self.value_on(code, day) for code in codes]


def merged_figures(
    shipped: Sequence[LegalParameter], own: Sequence[LegalParameter]
) -> LegalFigures:
    """Return the figures of the program with those that persons corrected."""
    return LegalFigures((*shipped, *own))


def checked_value(text: str, unit: Unit) -> Decimal:
    """Read a figure as typed: ``76``, ``0,5``, ``20 000``.

    Raises:
        RuleError: ``legal.value_unreadable``, ``legal.value_out_of_range``.
    """
    plain = "".join(text.split()).removesuffix("€").removesuffix("%").replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise RuleError("legal.value_unreadable", field="value", text=text[:40]) from None
    if not value.is_finite():
        raise RuleError("legal.value_unreadable", field="value", text=text[:40])
    most = _MOST_PERCENT if unit is Unit.PERCENT else _LARGEST
    whole = unit not in {Unit.EUROS, Unit.PERCENT}
    exponent = value.normalize().as_tuple().exponent
    too_fine = isinstance(exponent, int) and exponent < (0 if whole else -2)
    if not 0 <= value <= most or too_fine:
        raise RuleError("legal.value_out_of_range", field="value", text=text[:40])
    return value


def checked_source(text: str) -> str:
    """Return who says so; a figure without a source cannot be verified by the next person.

    Raises:
        RuleError: ``legal.source_missing``, ``text.too_long``.
    """
    line = checked_line(text, "source", SOURCE_LIMIT)
    if not line:
        raise RuleError("legal.source_missing", field="source")
    return line
