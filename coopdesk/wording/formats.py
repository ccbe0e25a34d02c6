"""Money, numbers, dates and IBANs as people read them, in the chosen language.

Plain string work, because it runs for every cell of a table; Babel only gives the names of the
months (tests hold the rest against Babel). French groups digits by a narrow no-break space and
puts a no-break space before the euro sign.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from coopdesk.domain.text import fold
from coopdesk.wording.language import _, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.money import Money

THIN_SPACE = "\u202f"
HARD_SPACE = "\u00a0"
_KILO = 1_000

# Codes of Babel for groups of countries and for tests.
_NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def money_text(amount: Money) -> str:
    """Return ``1 234,56 €`` (in English ``€1,234.56``)."""
    if language() != "en":
        return french_euros(amount)
    euros, cents = divmod(abs(amount.cents), 100)
    return f"{'-' if amount.cents < 0 else ''}€{euros:,}.{cents:02d}"


def french_figures(amount: Money) -> str:
    """Return ``1 234,56``, whatever the language: legal papers are in French."""
    euros, cents = divmod(abs(amount.cents), 100)
    return f"{'-' if amount.cents < 0 else ''}{_grouped(euros)},{cents:02d}"


def french_euros(amount: Money) -> str:
    """Return ``1 234,56 €``, whatever the language; the sign never starts a line."""
    return f"{french_figures(amount)}{HARD_SPACE}€"


def money_short(amount: Money) -> str:
    """Return a round amount without its cents (``45 €``), any other as ``money_text``."""
    if amount.cents % 100:
        return money_text(amount)
    text = money_text(amount)
    return text.removesuffix(".00").replace(f",00{HARD_SPACE}€", f"{HARD_SPACE}€")


def money_rounded(amount: Money, chosen: str = "") -> str:
    """Return an amount in whole euros, ``39 756 €`` for 39 755,62, where little room is.

    Totals are never shown so. ``chosen`` is a language code, if not that of the setting.
    """
    euros = (abs(amount.cents) + 50) // 100
    sign = "-" if amount.cents < 0 and euros else ""
    if (chosen or language()) == "en":
        return f"{sign}€{euros:,}"
    return f"{sign}{_grouped(euros)}{HARD_SPACE}€"


def number_text(number: int) -> str:
    """Return ``12 345`` (in English ``12,345``)."""
    if language() == "en":
        return f"{number:,}"
    return ("-" if number < 0 else "") + _grouped(abs(number))


def _grouped(number: int) -> str:
    return str(number) if number < 1_000 else f"{number:,}".replace(",", THIN_SPACE)


def size_text(size: int) -> str:
    """Return how large a file of so many bytes is, in plain units."""
    if size < _KILO**2:
        return _("{count} kB").format(count=number_text(max(1, round(size / _KILO))))
    return _("{count} MB").format(count=number_text(round(size / _KILO**2)))


def capital(text: str) -> str:
    """Return a text that begins a line or a sentence; the rest of it stays as it is."""
    return text[:1].upper() + text[1:]


def day_text(day: dt.date) -> str:
    """Return ``12/03/2026``, in both languages: the association is French."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def day_long(day: dt.date, chosen: str = "") -> str:
    """Return ``12 mars 2026``, ``1er mars 2026`` (in English ``12 March 2026``).

    ``chosen`` is a language code for papers that do not follow the setting.
    """
    chosen = chosen or language()
    number = "1er" if day.day == 1 and chosen == "fr" else str(day.day)
    return f"{number} {_months(chosen)[day.month - 1]} {day.year}"


def month_text(day: dt.date, chosen: str = "") -> str:
    """Return ``mars 2022``; ``chosen`` is a language code for papers, as in ``day_long``."""
    return f"{_months(chosen or language())[day.month - 1]} {day.year}"


def moment_text(moment: dt.datetime) -> str:
    """Return ``12/03/2026 14 h 30`` (in English ``12/03/2026 14:30``), in local time."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{day_text(local)} {hour_text(local)}"


def hour_text(moment: dt.datetime) -> str:
    """Return ``14 h 30`` (in English ``14:30``), as its own clock shows."""
    if language() == "en":
        return f"{moment.hour:02d}:{moment.minute:02d}"
    return f"{moment.hour}{HARD_SPACE}h{HARD_SPACE}{moment.minute:02d}"


def iban_text(iban: str) -> str:
    """Return an IBAN in groups of four."""
    compact = "".join(iban.split())
    return " ".join(compact[start : start + 4] for start in range(0, len(compact), 4))


def country_text(code: str, chosen: str = "") -> str:
    """Return the name of a country from its ISO code; an unknown code stays as it is."""
    return _countries(chosen or language()).get(code, code)


def country_choices(chosen: str = "") -> list[tuple[str, str]]:
    """Return (ISO code, name) of every country, France first, then in alphabetical order."""
    names = _countries(chosen or language())
    codes = (code for code in names if len(code) == 2 and code not in _NOT_COUNTRIES)
    ordered = sorted(codes, key=lambda code: (code != "FR", fold(names[code])))
    return [(code, names[code]) for code in ordered]


@cache
def _countries(chosen: str) -> Mapping[str, str]:
    from babel import Locale

    names: Mapping[str, str] = Locale.parse(chosen).territories
    return names


def month_names(chosen: str = "", *, short: bool = False) -> tuple[str, ...]:
    """Return the names of the twelve months, ``janvier`` or ``janv.`` first."""
    return _months(chosen or language(), "abbreviated" if short else "wide")


@cache
def _months(chosen: str, width: Literal["wide", "abbreviated"] = "wide") -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names(width, locale=chosen)
    return tuple(names[number] for number in range(1, 13))
