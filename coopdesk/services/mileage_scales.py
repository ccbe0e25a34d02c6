"""The scales of mileage: those of the seed, and those that persons typed (legal_fr RF-55)."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from coopdesk.domain.errors import RuleError
from coopdesk.domain.mileage import Band, MileageScale, Tariff, VehicleKind, scale_of
from coopdesk.domain.own_scales import checked_scale
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.own_scales import NewScale
    from coopdesk.storage.unit_of_work import Units, Work

# Own scales stand among the corrected figures of the law, one to a year.
_CODE = "mileage_scale"


class MileageService:
    """Show the scales of mileage; correct the one of a year, or take the program's again."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def scales(self) -> tuple[MileageScale, ...]:
        """Return every scale, the oldest first."""
        with self._units.read() as work:
            return scales_of(work)

    def correct(self, new: NewScale) -> Outcome[MileageScale]:
        """Let a person's own scale count for the trips of a year, and until the next one.

        Sheets that are settled keep their amounts.

        Raises:
            RuleError: as ``checked_scale``.
        """
        with self._units.write("expense.scale_corrected", name=str(new.year)) as work:
            scales = scales_of(work)
            years = scales[0].since.year, self._today().year + 1
            # The vehicles and limits are those of the scale that it goes on from.
            known = scale_of(scales, max(new.year, years[0]))
            scale = checked_scale(new, known, years)
            work.legal.correct(_CODE, scale.since, _to_text(scale), scale.source)
            work.commit()
        return changed(scale, Subject.EXPENSES)

    def reset(self, year: int) -> Outcome[MileageScale]:
        """Forget a person's own scale of a year; return the one that counts instead.

        Raises:
            RuleError: ``expense.scale_not_corrected``.
        """
        with self._units.write("expense.scale_reset", name=str(year)) as work:
            if not work.legal.reset(_CODE, dt.date(year, 1, 1)):
                raise RuleError("expense.scale_not_corrected", field="year", year=year)
            scale = scale_of(scales_of(work), year)
            work.commit()
        return changed(scale, Subject.EXPENSES)


def scales_of(work: Work) -> tuple[MileageScale, ...]:
    """Return every scale, the oldest first; a person's own goes before the program's."""
    own = [
        _scale({**json.loads(text), "since": since, "source": source, "is_own": True})
        for since, text, source in work.legal.texts(_CODE)
    ]
    found = {scale.since: scale for scale in (*mileage_scales(), *own)}
    return tuple(found[since] for since in sorted(found))


@cache
def mileage_scales() -> tuple[MileageScale, ...]:
    """Return every scale that the program brings, the oldest first."""
    text = (database_files() / "seed" / "mileage.toml").read_text(encoding="utf-8")
    scales = map(_scale, tomllib.loads(text)["scale"])
    return tuple(sorted(scales, key=lambda scale: scale.since))


def _to_text(scale: MileageScale) -> str:
    """Return the figures of a scale as the seed has them, in JSON."""
    tariffs = [
        {
            "kind": tariff.kind.value,
            "power": [tariff.least, tariff.most or 0],
            "bands": [[x.up_to_km or 0, str(x.rate), int(x.added)] for x in tariff.bands],
        }
        for tariff in scale.tariffs
    ]
    said = {
        "confidence": scale.confidence,
        "electric_percent": scale.electric_percent,
        "tariff": tariffs,
    }
    return json.dumps(said, separators=(",", ":"))


def _scale(entry: dict[str, Any]) -> MileageScale:
    return MileageScale(
        since=entry["since"],
        source=entry["source"],
        confidence=entry["confidence"],
        electric_percent=entry["electric_percent"],
        tariffs=tuple(map(_tariff, entry["tariff"])),
        is_own=entry.get("is_own", False),
    )


def _tariff(entry: dict[str, Any]) -> Tariff:
    least, most = entry["power"]
    bands = (
        Band(up_to or None, Decimal(rate), Decimal(added))
        for up_to, rate, added in entry["bands"]
    )
    return Tariff(VehicleKind(entry["kind"]), least, most or None, tuple(bands))
