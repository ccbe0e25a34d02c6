"""What the lines of a sheet are worth, mileage by vehicle and calendar year (RF-55)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.expenses import ExpenseKind, MileageShare
from coopdesk.domain.mileage import Rated, YearSoFar, scale_of, shares_of_year
from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.expenses import NewExpenseLine, Vehicle
    from coopdesk.domain.mileage import MileageScale


class VehicleYear(NamedTuple):
    """The kilometres that count together."""

    vehicle_id: int
    year: int


class Priced(NamedTuple):
    """What each line is worth, and how the mileage was counted."""

    amounts: tuple[Money, ...]
    mileage: tuple[MileageShare, ...]

    @property
    def total(self) -> Money:
        """What all lines are worth."""
        return total(self.amounts)


def years_driven(lines: Sequence[NewExpenseLine]) -> dict[VehicleYear, list[int]]:
    """Return the places of the trips of each vehicle and year, in the order of their days.

    A sheet over two years counts in both.
    """
    driven: dict[VehicleYear, list[int]] = {}
    days = sorted(range(len(lines)), key=lambda place: (lines[place].spent_on, place))
    for place in days:
        line = lines[place]
        if line.kind is ExpenseKind.MILEAGE and line.vehicle_id is not None:
            key = VehicleYear(line.vehicle_id, line.spent_on.year)
            driven.setdefault(key, []).append(place)
    return driven


def priced(
    lines: Sequence[NewExpenseLine],
    vehicles: Mapping[int, Vehicle],
    before: Mapping[VehicleYear, YearSoFar],
    scales: Sequence[MileageScale],
) -> Priced:
    """Return what the lines of a draft are worth, after what was settled ``before``.

    Raises:
        RuleError: ``expense.no_scale``, ``vehicle.power_missing``.
    """
    amounts = [line.amount for line in lines]
    mileage = []
    for key, places in years_driven(lines).items():
        vehicle = vehicles[key.vehicle_id]
        so_far = before.get(key, YearSoFar())
        trips = [lines[place].metres for place in places]
        scale = scale_of(scales, key.year)
        shares = shares_of_year(scale, rated(vehicle), so_far, trips)
        for place, share in zip(places, shares, strict=True):
            amounts[place] = share
        mileage.append(_share(vehicle, key.year, so_far, (sum(trips), total(shares)), scale))
    return Priced(tuple(amounts), tuple(mileage))


def settled_mileage(
    lines: Sequence[NewExpenseLine],
    vehicles: Mapping[int, Vehicle],
    before: Mapping[VehicleYear, YearSoFar],
    scales: Sequence[MileageScale],
) -> tuple[MileageShare, ...]:
    """Return how the mileage of a settled sheet was counted: its amounts stay as they are."""
    found = []
    for key, places in years_driven(lines).items():
        chosen = [lines[place] for place in places]
        counted = sum(line.metres for line in chosen), total(line.amount for line in chosen)
        scale = scale_of(scales, key.year)
        so_far = before.get(key, YearSoFar())
        found.append(_share(vehicles[key.vehicle_id], key.year, so_far, counted, scale))
    return tuple(found)


def _share(
    vehicle: Vehicle,
    year: int,
    before: YearSoFar,
    counted: tuple[int, Money],
    scale: MileageScale,
) -> MileageShare:
    metres, amount = counted
    reached = before.metres + metres
    what = rated(vehicle)
    return MileageShare(
        vehicle=vehicle,
        year=year,
        metres=metres,
        before=before,
        reached=scale.amount(what, reached),
        amount=amount,
        band=scale.tariff(what).band(reached),
        electric_percent=scale.electric_percent if what.is_electric else 0,
        since=scale.since,
    )


def rated(vehicle: Vehicle) -> Rated:
    """Return a vehicle as the scale sees it."""
    content = vehicle.content
    return Rated(content.kind, content.power, content.is_electric)
