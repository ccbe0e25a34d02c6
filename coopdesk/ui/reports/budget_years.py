"""A fiscal year that was never used is recorded before a budget is planned for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.services.outcome import Outcome

if TYPE_CHECKING:
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.registry import Services


def recorded_year(services: Services, year: FiscalYear) -> Outcome[int]:
    """Return the id of a fiscal year, recording it if need be; runs on the worker."""
    if year.id > 0:
        return Outcome(year.id, frozenset())
    opened = services.fiscal_years.open(year.starts_on, year.ends_on)
    return Outcome(opened.value.id, opened.changes)
