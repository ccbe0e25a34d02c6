"""Amounts in French words, as cheques and tax receipts want them.

Spelling: traditional by default (``vingt et un``, ``cent un``); the 1990 reform joins all
numerals by hyphens (``vingt-et-un``, ``cent-un``), except around million and milliard (nouns).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from coopdesk.domain.money import Money

# fmt: off
_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
    "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
    "dix-neuf",
)
# fmt: on
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_NOUNS = ((1_000_000_000, "milliard"), (1_000_000, "million"))


def amount_in_words(amount: Money, *, spelling_1990: bool = False) -> str:
    """Write an amount out in French: ``quatre-vingt-un euros et vingt centimes``.

    Raises:
        RuleError: ``amount.negative``; no paper states a negative amount in words.
    """
    if amount.cents < 0:
        raise RuleError("amount.negative", field="amount")
    euros, cents = divmod(amount.cents, 100)
    parts = []
    if euros or not cents:
        parts.append(f"{_number(euros, joined=spelling_1990)} {_currency(euros)}")
    if cents:
        parts.append(f"{_number(cents, joined=spelling_1990)} {_plural('centime', cents)}")
    return " et ".join(parts).replace(" de euro", " d'euro")


def _currency(euros: int) -> str:
    """Return ``euros``, or ``de euros`` after a noun: deux millions d'euros."""
    of = "de " if euros and euros % 1_000_000 == 0 else ""
    return of + _plural("euro", euros)


def _plural(word: str, count: int) -> str:
    return word if count < 2 else word + "s"


def _number(value: int, *, joined: bool) -> str:
    words = []
    for size, noun in _NOUNS:
        count, value = divmod(value, size)
        if count:
            words += [_thousands(count, joined=joined), _plural(noun, count)]
    if value or not words:
        words.append(_thousands(value, joined=joined))
    return " ".join(words)


def _thousands(value: int, *, joined: bool) -> str:
    """Write a number below a million."""
    thousands, rest = divmod(value, 1_000)
    words = []
    if thousands > 1:
        words += _hundreds(thousands, last=False)
    if thousands:
        words.append("mille")
    if rest or not thousands:
        words += _hundreds(rest, last=True)
    return "-".join(words).replace(" ", "-") if joined else " ".join(words)


def _hundreds(value: int, *, last: bool) -> list[str]:
    """Write a number below a thousand; before ``mille`` vingt and cent take no s."""
    hundreds, rest = divmod(value, 100)
    words = [_UNITS[hundreds]] if hundreds > 1 else []
    if hundreds:
        words.append("cents" if hundreds > 1 and last and not rest else "cent")
    if rest or not hundreds:
        words.append(_below_hundred(rest, last=last))
    return words


def _below_hundred(value: int, *, last: bool) -> str:
    if value < 20:
        return _UNITS[value]
    if value >= 80:
        unit = value - 80
        if unit == 0:
            return "quatre-vingts" if last else "quatre-vingt"
        return f"quatre-vingt-{_UNITS[unit]}"
    tens = 6 if value >= 70 else value // 10
    unit = value - 10 * tens
    if unit == 0:
        return _TENS[tens]
    link = " et " if unit in {1, 11} else "-"
    return f"{_TENS[tens]}{link}{_UNITS[unit]}"
