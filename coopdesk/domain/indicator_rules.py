"""What figures followed over years must be like, and how they are typed."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks

if TYPE_CHECKING:
    from coopdesk.domain.event_reports import Indicator, IndicatorValue, NewIndicator

NAME_LIMIT, UNIT_LIMIT, NOTE_LIMIT = 120, 60, 2_000
FIRST_YEAR, LAST_YEAR = 1800, 2200

# Any space may stand between thousands: plain, no-break or narrow.
_FIGURE = re.compile(r"[-+−]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)([.,]\d+)?")
_DECIMALS = 3
_LIMIT = Decimal(10) ** 15
_BLANKS = re.compile(r"[ \u00a0\u202f]")


def checked_indicator(new: NewIndicator) -> NewIndicator:
    """Return an indicator with tidy fields.

    Raises:
        RuleError: ``indicator.name_missing``, ``text.too_long``. FieldErrors: several.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("indicator.name_missing", "name")
    cleaned = replace(
        new,
        name=name,
        unit=checks.line(new.unit, "unit", UNIT_LIMIT),
        source=checks.line(new.source, "source", NOTE_LIMIT),
        note=checks.text(new.note, "note", NOTE_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_value(year: int, value: Decimal) -> Decimal:
    """Return a figure of a year.

    Raises:
        RuleError: ``indicator.wrong_year``, ``indicator.value_too_fine``,
            ``indicator.value_too_large``.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleError("indicator.wrong_year", field="year")
    if abs(value) >= _LIMIT:
        raise RuleError("indicator.value_too_large", field="value")
    if value != round(value, _DECIMALS):
        raise RuleError("indicator.value_too_fine", field="value")
    return value


def parse_figure(text: str) -> Decimal:
    """Read a figure as people type it: ``2 360 000``, ``12,5``.

    Raises:
        RuleError: ``indicator.value_wrong``.
    """
    tidy = text.strip()
    if not _FIGURE.fullmatch(tidy):
        raise RuleError("indicator.value_wrong", field="value", text=tidy[:40])
    return Decimal(_BLANKS.sub("", tidy).replace(",", ".").replace("−", "-"))


def first_and_last(indicator: Indicator) -> tuple[IndicatorValue, IndicatorValue] | None:
    """Return the figures between which an indicator grew, None of fewer than two."""
    values = sorted(indicator.values, key=lambda one: one.year)
    return (values[0], values[-1]) if len(values) > 1 else None
