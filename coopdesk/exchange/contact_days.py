"""Days of birth and of joining as people, spreadsheets and address books write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:[ T].*)?")
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_SERIAL = re.compile(r"(\d{4,5})(?:[.,]\d+)?")
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})")
_IN_WORDS = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:er)?(?: de)? ([a-z.]+) (\d{4})")
_MONTH_FIRST = re.compile(r"(?:[a-z]+ )?([a-z.]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
_ONE_MONTH = (
    ("janvier", "janv", "january", "jan"),
    ("fevrier", "fevr", "fev", "february", "feb"),
    ("mars", "march", "mar"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "juil", "july", "jul"),
    ("aout", "august", "aug"),
    ("septembre", "sept", "september", "sep"),
    ("octobre", "october", "oct"),
    ("novembre", "november", "nov"),
    ("decembre", "december", "dec"),
)
_MONTHS = {name: month for month, names in enumerate(_ONE_MONTH, start=1) for name in names}
# Spreadsheets count days from here.
_FIRST_DAY = dt.date(1899, 12, 30).toordinal()
_FEWEST, _MOST = 3_000, 80_000
# What an address book writes when the year is not known.
_YEAR_UNKNOWN = 1604
_OLDEST = 1850
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How a column writes days in figures: the month first, or as everybody here does."""

    month_first: bool = False


USUAL_ORDER = DayOrder()


def order_of(texts: Iterable[str]) -> DayOrder:
    """Return the order of a column: the month first only where no other can be."""
    firsts, seconds = 0, 0
    for text in texts:
        found = _NUMERIC.fullmatch(text.strip())
        if found:
            firsts, seconds = max(firsts, int(found[1])), max(seconds, int(found[2]))
    return DayOrder(month_first=firsts <= 12 < seconds)


def day_of(text: str) -> dt.date | None:
    """Return the day that a text surely is, None for others and for numbers."""
    if _SERIAL.fullmatch(text.strip()):
        return None
    try:
        return read_day(text)
    except RuleError:
        return None


def read_day(text: str, order: DayOrder = USUAL_ORDER) -> dt.date | None:
    """Read a day: ``03/04/1972``, ``3 avril 1972``, ``1972-04-03``, ``26392``; empty is None.

    A birthday without its year (``--04-03``) and ``0000-00-00`` are None as well.

    Raises:
        RuleError: ``date.impossible``, ``date.two_figures`` (which century?),
            ``date.not_understood``.
    """
    written = text.strip()
    if len(written) > _LONGEST:
        raise RuleError("date.not_understood", text=written[:40])
    return _read_day(written, order)


@lru_cache(maxsize=8192)
def _read_day(written: str, order: DayOrder) -> dt.date | None:
    if not written or _NO_YEAR.fullmatch(written):
        return None
    parts = _figures(written, order) or _in_words(fold(written))
    if parts is None:
        return _serial(written)
    year, month, day = parts
    # Databases write the day that they do not know as 0000-00-00.
    if year == _YEAR_UNKNOWN or not any(parts):
        return None
    if year < 100:
        raise RuleError("date.two_figures", text=written[:40])
    try:
        found = dt.date(year, month, day)
    except ValueError as error:
        raise RuleError("date.impossible", text=written[:40]) from error
    if not _OLDEST <= year < 2200:
        raise RuleError("date.impossible", text=written[:40])
    return found


def yearless(text: str) -> str:
    """Return ``03/04`` for a birthday whose year nobody gave; empty for other texts."""
    written = text.strip()
    found = _NO_YEAR.fullmatch(written)
    if found:
        return f"{found[2]}/{found[1]}"
    iso = _ISO.fullmatch(written)
    unknown = iso is not None and int(iso[1]) == _YEAR_UNKNOWN
    return f"{iso[3]}/{iso[2]}" if iso and unknown else ""


def _figures(written: str, order: DayOrder) -> tuple[int, int, int] | None:
    iso = _ISO.fullmatch(written)
    if iso and (not written.isdigit() or len(written) == 8):
        return int(iso[1]), int(iso[2]), int(iso[3])
    found = _NUMERIC.fullmatch(written)
    if found is None:
        return None
    first, second, year = (int(part) for part in found.groups())
    return (year, first, second) if order.month_first else (year, second, first)


def _in_words(folded: str) -> tuple[int, int, int] | None:
    found = _IN_WORDS.fullmatch(folded)
    if found and found[2].rstrip(".") in _MONTHS:
        return int(found[3]), _MONTHS[found[2].rstrip(".")], int(found[1])
    found = _MONTH_FIRST.fullmatch(folded)
    if found and found[1].rstrip(".") in _MONTHS:
        return int(found[3]), _MONTHS[found[1].rstrip(".")], int(found[2])
    return None


def _serial(written: str) -> dt.date:
    found = _SERIAL.fullmatch(written)
    if found and _FEWEST <= int(found[1]) <= _MOST:
        return dt.date.fromordinal(_FIRST_DAY + int(found[1]))
    raise RuleError("date.not_understood", text=written[:40])


_MOMENT = "%Y-%m-%d %H:%M:%S.%f"


def moment_text(moment: dt.datetime) -> str:
    """Return a moment as our exports carry it; the zone keeps spreadsheets from touching it."""
    return f"{moment.astimezone(dt.UTC).strftime(_MOMENT)} UTC"


def read_moment(text: str) -> dt.datetime:
    """Read what ``moment_text`` wrote; raises ValueError."""
    naive = dt.datetime.strptime(text.strip().removesuffix(" UTC"), _MOMENT)  # noqa: DTZ007 (set below)
    return naive.replace(tzinfo=dt.UTC)
