"""A person's own mileage scale: figures of another year, typed over those that are known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.legal_parameters import Confidence, checked_source
from coopdesk.domain.mileage import Band

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.mileage import MileageScale, Tariff

_LARGEST_RATE, _LARGEST_ADDED = Decimal(10), Decimal(100_000)
_RATE_DECIMALS = 3
_LARGEST_PERCENT = 100
# Published scales meet where one band ends and the next begins, within half a percent.
_APART = Decimal("0.03")


@dataclass(frozen=True, slots=True)
class NewScale:
    """A scale as typed; ``figures`` are those of each tariff, in the order of its bands."""

    year: int
    source: str
    electric_percent: str
    figures: tuple[tuple[str, ...], ...]


def figures_of(tariff: Tariff) -> tuple[Decimal, ...]:
    """Return the figures of a tariff: of each band its rate, then what is added if anything."""
    return tuple(figure for band in tariff.bands for figure in _figures(band))


def _figures(band: Band) -> tuple[Decimal, ...]:
    return (band.rate, band.added) if band.added else (band.rate,)


def checked_scale(new: NewScale, known: MileageScale, years: tuple[int, int]) -> MileageScale:
    """Return the scale of a year, with the vehicles and limits of the one that is known.

    ``years`` are the first and the last that it may be for.

    Raises:
        RuleError: ``expense.scale_year_out_of_range``, ``expense.scale_figure_unreadable``,
        ``expense.scale_bands_apart``, ``legal.source_missing``, ``text.too_long``.
    """
    first, last = years
    if not first <= new.year <= last:
        raise RuleError("expense.scale_year_out_of_range", field="year", first=first, last=last)
    tariffs = tuple(
        _tariff(tariff, typed) for tariff, typed in zip(known.tariffs, new.figures, strict=True)
    )
    percent = _figure(new.electric_percent, Decimal(_LARGEST_PERCENT), 0, "electric_percent")
    return replace(
        known,
        since=dt.date(new.year, 1, 1),
        source=checked_source(new.source),
        confidence=Confidence.KNOWN.value,
        electric_percent=int(percent),
        tariffs=tariffs,
        is_own=True,
    )


def _tariff(tariff: Tariff, typed: Sequence[str]) -> Tariff:
    if len(typed) != len(figures_of(tariff)):
        said = "/".join(typed)
        raise RuleError("expense.scale_figure_unreadable", field="figures", text=said[:40])
    texts = iter(typed)
    bands = tuple(_band(band, texts) for band in tariff.bands)
    for before, after in pairwise(bands):
        end = Decimal(before.up_to_km or 0)
        reached, begun = (band.rate * end + band.added for band in (before, after))
        if abs(reached - begun) > _APART * reached:
            raise RuleError(
                "expense.scale_bands_apart",
                field="figures",
                km=int(end),
                reached=round(reached),
                begun=round(begun),
            )
    return replace(tariff, bands=bands)


def _band(band: Band, texts: Iterator[str]) -> Band:
    rate = _figure(next(texts), _LARGEST_RATE, _RATE_DECIMALS, "figures")
    added = band.added
    if added:
        added = _figure(next(texts), _LARGEST_ADDED, 0, "figures")
    if not rate:
        raise RuleError("expense.scale_figure_unreadable", field="figures", text="0")
    return Band(band.up_to_km, rate, added)


def _figure(text: str, most: Decimal, decimals: int, field: str) -> Decimal:
    plain = "".join(text.split()).removesuffix("€").removesuffix("%").replace(",", ".")
    try:
        figure = Decimal(plain)
    except InvalidOperation:
        figure = Decimal("NaN")
    exponent = figure.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= -decimals and 0 <= figure <= most
    if not fits:
        raise RuleError("expense.scale_figure_unreadable", field=field, text=text[:40])
    return figure
