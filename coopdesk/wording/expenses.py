"""How the mileage of a sheet of expenses is explained, on screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.legal_parameters import Confidence
from coopdesk.domain.mileage import METRES, VehicleKind
from coopdesk.wording.formats import (
    HARD_SPACE,
    day_text,
    french_euros,
    number_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from coopdesk.domain.expenses import MileageShare, NewVehicle
    from coopdesk.domain.mileage import MileageScale, Tariff

_TEMPLATES = {
    "plain": N_("{km} km × {rate}"),
    "added": N_("{km} km × {rate} + {added}"),
    "electric": N_("({formula}) + {percent} %"),
    "less": N_("{formula} − {amount} counted before for {km} km"),
}


def distance_text(metres: int) -> str:
    """Return kilometres without idle decimals: ``1 240``, ``12,5``."""
    whole, rest = divmod(metres, METRES)
    mark = "." if language() == "en" else ","
    return number_text(whole) + (f"{mark}{rest:03d}".rstrip("0") if rest else "")


def vehicle_text(vehicle: NewVehicle) -> str:
    """Return what kind of vehicle it is: ``Voiture, 5 CV, électrique``."""
    power = "" if vehicle.kind is VehicleKind.MOPED else f"{vehicle.power}{HARD_SPACE}CV"
    electric = _("electric") if vehicle.is_electric else ""
    return ", ".join(part for part in (label(vehicle.kind), power, electric) if part)


def days_text(first: dt.date | None, last: dt.date | None) -> str:
    """Return ``12/03/2026`` or ``12/03 – 14/03/2026``; a dash without any day."""
    if first is None or last is None:
        return "—"
    if first == last:
        return day_text(first)
    start = day_text(first)
    if first.year == last.year:
        start = start.rpartition("/")[0]
    return f"{start} – {day_text(last)}"


def mileage_formula(share: MileageShare) -> str:
    """Return how kilometres were counted, in the chosen language: ``1 240 km × 0,636 €``."""
    return formula_text(share, {name: _(text) for name, text in _TEMPLATES.items()})


def formula_text(share: MileageShare, templates: Mapping[str, str]) -> str:
    """Return how kilometres were counted, by templates plain, added, electric and less.

    Figures are written as in the published scale, in French. Empty when the sheet was settled
    in another order than the kilometres stand in by now.
    """
    if not share.is_explained:
        return ""
    text = templates["added" if share.band.added else "plain"].format(
        km=distance_text(share.before.metres + share.metres),
        rate=_rate(share.band.rate),
        added=f"{number_text(int(share.band.added))}{HARD_SPACE}€",
    )
    if share.electric_percent:
        text = templates["electric"].format(formula=text, percent=share.electric_percent)
    if share.before.metres:
        amount = french_euros(share.before.amount)
        km = distance_text(share.before.metres)
        text = templates["less"].format(formula=text, amount=amount, km=km)
    return text


def tariff_name(tariff: Tariff) -> str:
    """Return the vehicles of a tariff: ``Voiture, 5 CV``, ``Moto, 6 CV et plus``."""
    if tariff.kind is VehicleKind.MOPED:
        return label(tariff.kind)
    if tariff.most is None:
        text = _("{kind}, {least} CV and more")
    elif tariff.least == tariff.most:
        text = _("{kind}, {least} CV")
    else:
        text = _("{kind}, {least} to {most} CV")
    return text.format(kind=label(tariff.kind), least=tariff.least, most=tariff.most)


def band_name(after: int | None, up_to: int | None) -> str:
    """Return which kilometres of a year a band holds for."""
    if up_to is None:
        return _("beyond")
    text = _("up to {km} km") if after is None else _("then up to {km} km")
    return text.format(km=number_text(up_to))


def figure_text(figure: Decimal) -> str:
    """Return a figure of a scale as it is typed: ``0,636``, ``1395``."""
    return f"{figure}".replace(".", ",")


def scale_confidence(scale: MileageScale) -> str:
    """Return how sure a scale is: what was read to know it, or that a person typed it."""
    return _("Corrected by you") if scale.is_own else label(Confidence(scale.confidence))


def _rate(rate: Decimal) -> str:
    return f"{rate:.3f}{HARD_SPACE}€".replace(".", ",")
