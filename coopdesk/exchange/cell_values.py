"""What single cells of French exports say: days, amounts, references."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, parse_amount
from coopdesk.domain.text import fold

_FRENCH = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?")
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
# 4/3/26 18:23 or 04-03-26: the third of April or the fourth of March, nobody can tell.
_RESAVED_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})(?:[ T]+\d{1,2}[:h]\d\d.*)?")
_RESAVED_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?[Ee]\+?\d+")
# As spreadsheets write it; short names of a platform such as 08467e13 are none.
_RESAVED_REFERENCE = re.compile(r"[+-]?\d(?:[.,]\d+)?[Ee]\+\d+")
_SPACED_DIGITS = re.compile(r"[\d\s]+")
# The apostrophe that careful exporters write before what looks like a formula.
_MARKED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
# HelloAsso's way to say « no date » until about 2021.
_NO_DAY = dt.date(1970, 1, 1)


def unmarked(text: str) -> str:
    """Return a cell without the apostrophe that guards against formulas."""
    return text[1:] if text.startswith(_MARKED) else text


@lru_cache(maxsize=8192)
def parse_day(text: str) -> dt.date | None:
    """Read a day as HelloAsso writes it, the time left out; empty and 01/01/1970 are None.

    A time zone is not applied: exports are in French time already.

    Raises:
        RuleError: ``date.resaved`` when a spreadsheet rewrote it, ``date.impossible``,
            ``date.unreadable``.
    """
    written = text.strip()
    if not written:
        return None
    french, iso = _FRENCH.fullmatch(written), _ISO.fullmatch(written)
    if french:
        day, month, year, *time = french.groups()
    elif iso:
        year, month, day, *time = iso.groups()
    else:
        code = "date.resaved" if _RESAVED_DAY.fullmatch(written) else "date.unreadable"
        raise RuleError(code, text=written[:40])
    try:
        found = dt.date(int(year), int(month), int(day))
        hour, minute, second = (int(part or 0) for part in time)
        dt.time(hour, minute, second)
    except ValueError as error:
        raise RuleError("date.impossible", text=written[:40]) from error
    if not 1970 <= found.year < 2200:
        raise RuleError("date.impossible", text=written[:40])
    return None if found == _NO_DAY else found


@lru_cache(maxsize=8192)
def parse_cell_amount(text: str, free: frozenset[str]) -> Money:
    """Read an amount; empty and the ``free`` words are zero, a formula is only text.

    Raises:
        RuleError: ``amount.unreadable`` or ``amount.too_large``.
    """
    written = text.strip()
    if not written or fold(written) in free:
        return ZERO
    if written.startswith("=") or _RESAVED_NUMBER.fullmatch(written):
        raise RuleError("amount.unreadable", text=written[:40])
    return parse_amount(written)


def parse_reference(text: str) -> str:
    """Return a reference; spaces that group digits are left out.

    Raises:
        RuleError: ``number.resaved`` when a spreadsheet shortened it to 1,53E+08.
    """
    written = text.strip()
    if _RESAVED_REFERENCE.fullmatch(written):
        raise RuleError("number.resaved", text=written[:40])
    if _SPACED_DIGITS.fullmatch(written):
        return "".join(written.split())
    return " ".join(written.split())
