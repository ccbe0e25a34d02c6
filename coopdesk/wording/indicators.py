"""Figures followed over years, and how they grew, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.indicator_rules import first_and_last
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, language, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.event_reports import Indicator

_TWICE = 2


def figure_text(value: Decimal) -> str:
    """Return ``2 360 000`` or ``12,5``, without idle decimals."""
    whole, _point, decimals = f"{abs(value):.3f}".partition(".")
    text = number_text(int(whole))
    rest = decimals.rstrip("0")
    if rest:
        text += f"{'.' if language() == 'en' else ','}{rest}"
    return f"-{text}" if value < 0 and any(char != "0" for char in whole + rest) else text


def value_text(indicator: Indicator, value: Decimal) -> str:
    """Return a figure with its unit: ``17 tiers-lieux``."""
    unit = indicator.content.unit
    return f"{figure_text(value)} {unit}" if unit else figure_text(value)


def growth_text(indicator: Indicator) -> str:
    """Return how an indicator grew from its first to its last year, empty of fewer than two.

    ``de 17 en 2013 à 55 en 2015 : multiplié par 3,2 en 2 ans``.
    """
    ends = first_and_last(indicator)
    if ends is None:
        return ""
    (first, last), change = ends, _change(ends[0].value, ends[1].value)
    said = _("from {first} in {start} to {last} in {end}").format(
        first=figure_text(first.value),
        start=first.year,
        last=figure_text(last.value),
        end=last.year,
    )
    if not change:
        return said
    years = last.year - first.year
    text = ngettext(
        "{said}: {change} in {count} year", "{said}: {change} in {count} years", years
    )
    return text.format(said=said, change=change, count=years)


def _change(first: Decimal, last: Decimal) -> str:
    """Say how a figure changed; nothing where it began at nothing or below."""
    if first <= 0 or last < 0:
        return ""
    if first == last:
        return _("unchanged")
    if last >= _TWICE * first:
        return _("multiplied by {times}").format(times=figure_text(_rounded(last / first, 1)))
    percent = figure_text(_rounded(abs(last - first) / first * 100, 0))
    text = _("{percent}% more") if last > first else _("{percent}% less")
    return text.format(percent=percent)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
