"""The fiscal year that a command names by its id; 0 is the one that the first entry makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.fiscal_years import FiscalYear, year_label
from coopdesk.domain.year_rules import usual_year

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.storage.unit_of_work import Work


def year_of(work: Work, year_id: int, day: dt.date) -> FiscalYear:
    """Return a fiscal year; for the id 0 the one that holds a day, made or not.

    Raises:
        NotFoundError: ``year.missing``.
    """
    if year_id:
        return work.fiscal_years.get(year_id)
    profile = work.association.get()
    starts_on, ends_on = usual_year(day, profile.fiscal_year_start if profile else 1)
    proposed = FiscalYear(0, year_label(starts_on, ends_on), starts_on, ends_on)
    return work.fiscal_years.holding(day) or proposed


def made_year(work: Work, year_id: int, day: dt.date) -> FiscalYear:
    """Return a fiscal year for a command that writes: the first one is made here."""
    if not year_id:
        work.fiscal_years.ensure(day)
    return year_of(work, year_id, day)
