"""Exact amounts in euro cents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

# The largest amount a field accepts: 10 million euros, far below 2**53 cents,
# so that a spreadsheet shows the same figure.
MAXIMUM_CENTS = 1_000_000_000

_SPACES = " \u00a0\u202f\u2009"
# Behind the figures, or before them as English writes it.
_EURO = re.compile(r"(?:€|EUR)$|^([+-]?)(?:€|EUR)")
_NUMBER = re.compile(r"([+-]?)(\d+)(?:\.(\d{1,2})0*)?")
_PRODUCT = re.compile(r"=\s*(.+)")


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in cents; never a float, never a bare int in a signature."""

    cents: int

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents)

    def __neg__(self) -> Money:
        return Money(-self.cents)

    def __bool__(self) -> bool:
        return self.cents != 0


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """Add up amounts."""
    return Money(sum(amount.cents for amount in amounts))


def parse_amount(text: str) -> Money:
    """Read an amount as a person or a French file writes it.

    Accepts ``12,5``, ``12.50``, ``1 234,56 €`` (any of the three spaces),
    ``1.234,56``, ``€1,234.56``, ``-12,00``, and ``=3*15`` or ``=12,50+3``.

    Raises:
        RuleError: ``amount.unreadable`` or ``amount.too_large``.
    """
    sum_text = _PRODUCT.fullmatch(text.strip())
    if sum_text:
        return _checked(_evaluate(sum_text.group(1), text), text)
    return _checked(_cents(text, text), text)


def _checked(cents: int, text: str) -> Money:
    if abs(cents) > MAXIMUM_CENTS:
        raise RuleError("amount.too_large", text=text[:40], field="amount")
    return Money(cents)


def _cents(text: str, whole: str) -> int:
    plain = text.strip().replace("−", "-")
    for space in _SPACES:
        plain = plain.replace(space, "")
    plain = _with_decimal_point(_EURO.sub(r"\1", plain, count=1))
    match = _NUMBER.fullmatch(plain)
    if match is None or not plain.isascii() or len(plain) > 30:
        raise RuleError("amount.unreadable", text=whole[:40], field="amount")
    sign, euros, decimals = match.groups()
    cents = int(euros) * 100 + int((decimals or "").ljust(2, "0"))
    return -cents if sign == "-" else cents


def _with_decimal_point(text: str) -> str:
    """Turn the last separator into the decimal point and drop the others."""
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point:
        return text.replace(".", "").replace(",", ".") if text.count(",") == 1 else text
    if comma != -1:
        return text.replace(",", "") if text.count(".") == 1 else text
    return text


def _evaluate(expression: str, whole: str) -> int:
    """Sum products of amounts: ``3*15+2,50``; one factor of a product may carry cents."""
    result = 0
    for term in re.split(r"(?<=[\d)\s€])\+", expression):
        factors = [_cents(factor, whole) for factor in term.split("*")]
        product = factors[0]
        for factor in factors[1:]:
            product, rest = divmod(product * factor, 100)
            if rest:
                raise RuleError("amount.unreadable", text=whole[:40], field="amount")
        result += product
    return result
