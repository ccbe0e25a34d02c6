"""Read the groups of a year for its report, by register of action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import GroupsPart
from coopdesk.services.group_reading import report_of

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.storage.unit_of_work import Work


def read_groups(work: Work, year: int, today: dt.date) -> GroupsPart:
    """Return the groups at work in a calendar year, and what they made.

    Raises:
        RuleError: ``paper.no_association``.
    """
    return GroupsPart(
        report_of(work, year, today),
        groups_before=len(work.group_years.group_ids(year - 1)),
        outputs_before=len(work.group_years.output_ids(year - 1)),
    )
