"""What single cells of bank files say: amounts, days, labels."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, parse_amount
from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 40
_PLAIN_AMOUNT = re.compile(r"([+-]?)(\d{1,9})(?:[.,](\d\d?))?", re.ASCII)
# Bare figures, as a person would read them: neither a formula nor a power of ten.
_WRITTEN_AMOUNT = re.compile(r"[+\-−]?[\d\s.,'’]+[+-]?\s*(?:€|EUR)?")
_THREE_AFTER_COMMA = re.compile(r"[^.,]*,\d{3}")
_LEADING_MARK = re.compile(r"^([+-]?)[.,]")
_TRAILING_SIGN = re.compile(r"^([^+-].*?)([+-])$")
_ISO_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:$|[^\d]|\d{2,})")
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FIRST_YEAR, _AFTER_LAST_YEAR = 1970, 2200
_NOTHING = re.compile(r"[\W0_]*")


@lru_cache(maxsize=8192)
def statement_amount(text: str) -> Money:
    """Read an amount of a bank: sign before or behind, point or comma, spaces between figures.

    A comma before three figures is refused: « 1,000 » may be one euro or a thousand.

    Raises:
        RuleError: ``amount.unreadable`` or ``amount.too_large``.
    """
    plain = _PLAIN_AMOUNT.fullmatch(text)
    if plain:
        sign, euros, decimals = plain.groups()
        cents = int(euros) * 100 + int((decimals or "").ljust(2, "0"))
        if cents <= 1_000_000_000:
            return Money(-cents if sign == "-" else cents)
    written = text.strip()
    if not _WRITTEN_AMOUNT.fullmatch(written) or _THREE_AFTER_COMMA.fullmatch(written):
        raise RuleError("amount.unreadable", text=text[:_SHOWN])
    told = _TRAILING_SIGN.sub(r"\2\1", written.replace("'", "").replace("’", ""))
    return parse_amount(_LEADING_MARK.sub(r"\g<1>0.", told))


@lru_cache(maxsize=4096)
def compact_day(text: str) -> dt.date:
    """Read the day of ``20250507``, ``20250507220000.000[-5:EST]`` or ``2025-05-07T22:00``.

    The time is left out and its zone not applied: a bank books by its own day. A person who
    corrects it may write ``07/05/2025``.

    Raises:
        RuleError: ``statement.day_unreadable`` or ``date.impossible``.
    """
    typed = french_day(text)
    if typed is not None:
        return typed
    found = _ISO_DAY.match(text.strip())
    if found is None:
        raise RuleError("statement.day_unreadable", text=text.strip()[:_SHOWN])
    year, month, day = map(int, found.groups())
    return possible_day(year, month, day, text)


def french_day(text: str) -> dt.date | None:
    """Return the day of ``07/05/2025``, None when another form is written.

    Raises:
        RuleError: ``date.impossible``.
    """
    found = _FRENCH_DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    return possible_day(year, month, day, text)


def possible_day(year: int, month: int, day: int, text: str) -> dt.date:
    """Return a day that a statement may have.

    Raises:
        RuleError: ``date.impossible``.
    """
    try:
        found = dt.date(year, month, day)
    except ValueError as error:
        raise RuleError("date.impossible", text=text.strip()[:_SHOWN]) from error
    if not _FIRST_YEAR <= year < _AFTER_LAST_YEAR:
        raise RuleError("date.impossible", text=text.strip()[:_SHOWN])
    return found


def reference(text: str) -> str:
    """Return a reference tidied, empty when a bank only filled its place (``0``, ``_``)."""
    tidy = clean_line(text)
    return "" if _NOTHING.fullmatch(tidy) else tidy


def joined_label(texts: Iterable[str]) -> str:
    """Join what a bank says of an operation in several places, without saying it twice.

    A text cut short in one place is the whole one of another: « CASA GRENOBLE 1 CARTE 0000 P »
    before « CASA GRENOBLE 1 CARTE 0000 PAIEMENT » is left out.
    """
    kept: list[tuple[str, str]] = []
    for text in texts:
        tidy = clean_line(text) if text else ""
        told = fold(tidy)
        if not told or any(told in other for _kept, other in kept):
            continue
        kept = [one for one in kept if one[1] not in told]
        kept.append((tidy, told))
    return " ".join(tidy for tidy, _told in kept)
