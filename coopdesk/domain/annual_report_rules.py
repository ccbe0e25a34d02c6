"""What may be kept of the report of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.annual_reports import ReportBlock
from coopdesk.domain.field_checks import FieldChecks

if TYPE_CHECKING:
    from coopdesk.domain.annual_reports import AnnualReport

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
TITLE_LIMIT = 120
# Two pages each: a report is read by people who have little time.
TEXT_LIMIT = 8_000


def checked_report(report: AnnualReport) -> AnnualReport:
    """Return a report with tidy texts and its blocks in the order they are printed.

    Raises:
        RuleError: ``annual_report.wrong_year``, ``annual_report.no_block``,
            ``text.too_long``. FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    cleaned = replace(
        report,
        title=checks.line(report.title, "title", TITLE_LIMIT),
        foreword=checks.text(report.foreword, "foreword", TEXT_LIMIT),
        outlook=checks.text(report.outlook, "outlook", TEXT_LIMIT),
        blocks=tuple(one for one in ReportBlock if one in report.blocks),
    )
    if not EARLIEST_YEAR <= report.year <= LATEST_YEAR:
        checks.refuse("annual_report.wrong_year", "year")
    if not cleaned.blocks:
        checks.refuse("annual_report.no_block", "blocks")
    checks.finish()
    return cleaned
