"""Sentences for errors and commands about the report of a year."""

from __future__ import annotations

from coopdesk.wording.language import N_

ANNUAL_REPORT_ERROR_TEXTS: dict[str, str] = {
    "annual_report.no_block": N_("Choose at least one part: the report would be empty."),
    "annual_report.wrong_year": N_("Enter the year of the report, from 1900 to 2200."),
}
ANNUAL_REPORT_OPERATION_TEXTS: dict[str, str] = {
    "annual_report.kept": N_("report of {year} kept"),
}
