"""What a volunteer's vehicle costs: the dated scale, on the year's total (legal_fr RF-55)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

METRES = 1000
# More than anybody drives for an association in a year.
MOST_METRES = 500_000 * METRES


class VehicleKind(enum.Enum):
    """The vehicles that the scale tells apart; a moped has no fiscal power."""

    CAR = "car"
    MOTORCYCLE = "motorcycle"
    MOPED = "moped"


class Band(NamedTuple):
    """A part of a tariff: kilometres × ``rate`` + ``added``, both in euros.

    ``up_to_km`` is the last kilometre of it, None in the last band.
    """

    up_to_km: int | None
    rate: Decimal
    added: Decimal


@dataclass(frozen=True, slots=True)
class Tariff:
    """The bands for a kind of vehicle and its fiscal power; ``most`` None has no upper end."""

    kind: VehicleKind
    least: int
    most: int | None
    bands: tuple[Band, ...]

    def holds_for(self, kind: VehicleKind, power: int) -> bool:
        """Tell whether a vehicle falls under it."""
        fits = self.least <= power and (self.most is None or power <= self.most)
        return kind is self.kind and (fits or kind is VehicleKind.MOPED)

    def band(self, metres: int) -> Band:
        """Return the band that a distance falls in."""
        ends = (band.up_to_km for band in self.bands)
        place = sum(end is not None and metres > end * METRES for end in ends)
        return self.bands[place]


class Rated(NamedTuple):
    """A vehicle as the scale sees it."""

    kind: VehicleKind
    power: int
    is_electric: bool = False


@dataclass(frozen=True, slots=True)
class MileageScale:
    """A scale, for trips from ``since`` on until the next one.

    ``electric_percent`` is what an electric vehicle counts more. ``confidence`` is O, P or K;
    ``is_own`` says that a person typed it.
    """

    since: dt.date
    source: str
    confidence: str
    electric_percent: int
    tariffs: tuple[Tariff, ...]
    is_own: bool = False

    def tariff(self, vehicle: Rated) -> Tariff:
        """Return the tariff of a vehicle.

        Raises:
            RuleError: ``vehicle.power_missing``; none holds for its fiscal power.
        """
        for tariff in self.tariffs:
            if tariff.holds_for(vehicle.kind, vehicle.power):
                return tariff
        raise RuleError("vehicle.power_missing", field="power")

    def amount(self, vehicle: Rated, metres: int) -> Money:
        """Return what a vehicle's whole year is worth, in cents rounded half up, once.

        The band is that of the total: kilometres are never added trip by trip.
        """
        if metres <= 0:
            return ZERO
        band = self.tariff(vehicle).band(metres)
        euros = Decimal(metres) / METRES * band.rate + band.added
        percent = 100 + (self.electric_percent if vehicle.is_electric else 0)
        # Euros times percent are cents.
        return Money(int((euros * percent).to_integral_value(ROUND_HALF_UP)))


def scale_of(scales: Iterable[MileageScale], year: int) -> MileageScale:
    """Return the scale of the trips of a calendar year: the last that began before its end.

    Raises:
        RuleError: ``expense.no_scale``; the year lies before the first one.
    """
    known = [scale for scale in scales if scale.since.year <= year]
    if not known:
        raise RuleError("expense.no_scale", field="spent_on", year=year)
    return max(known, key=lambda scale: scale.since)


@dataclass(frozen=True, slots=True)
class YearSoFar:
    """What settled sheets hold of a vehicle's year already."""

    metres: int = 0
    amount: Money = ZERO


def shares_of_year(
    scale: MileageScale, vehicle: Rated, before: YearSoFar, trips: Sequence[int]
) -> list[Money]:
    """Return what each trip adds to the year, in metres and in the order given.

    Together they are the scale of the year's total, less what was settled before: so the
    sheets of a year always add up to the scale of its total. Never below zero.
    """
    shares: list[Money] = []
    metres, counted = before.metres, before.amount
    for trip in trips:
        metres += trip
        reached = scale.amount(vehicle, metres)
        share = max(ZERO, reached - counted)
        counted += share
        shares.append(share)
    return shares
