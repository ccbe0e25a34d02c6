"""Read the scales of mileage from the seed (legal_fr RF-55)."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from typing import Any

from coopdesk.domain.mileage import Band, MileageScale, Tariff, VehicleKind
from coopdesk.system.paths import database_files


@cache
def mileage_scales() -> tuple[MileageScale, ...]:
    """Return every scale, the oldest first."""
    text = (database_files() / "seed" / "mileage.toml").read_text(encoding="utf-8")
    scales = map(_scale, tomllib.loads(text)["scale"])
    return tuple(sorted(scales, key=lambda scale: scale.since))


def _scale(entry: dict[str, Any]) -> MileageScale:
    return MileageScale(
        since=entry["since"],
        source=entry["source"],
        confidence=entry["confidence"],
        electric_percent=entry["electric_percent"],
        tariffs=tuple(map(_tariff, entry["tariff"])),
    )


def _tariff(entry: dict[str, Any]) -> Tariff:
    least, most = entry["power"]
    bands = (
        Band(up_to or None, Decimal(rate), Decimal(added))
        for up_to, rate, added in entry["bands"]
    )
    return Tariff(VehicleKind(entry["kind"]), least, most or None, tuple(bands))
