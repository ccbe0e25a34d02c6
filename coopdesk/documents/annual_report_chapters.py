"""The chapters of the yearly report, in the order they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_accounts import accounts_chapter
from coopdesk.documents.annual_report_events import events_chapter
from coopdesk.documents.annual_report_gifts import gifts_chapter
from coopdesk.documents.annual_report_groups import groups_chapter
from coopdesk.documents.annual_report_members import members_chapter
from coopdesk.documents.annual_report_model import words
from coopdesk.documents.annual_report_partners import partners_chapter
from coopdesk.documents.annual_report_volunteering import volunteering_chapter
from coopdesk.domain.annual_reports import ReportBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.documents.annual_report_model import Chapter
    from coopdesk.domain.annual_report_content import AnnualReportContent

_CHAPTERS: Mapping[ReportBlock, Callable[[AnnualReportContent], Chapter]] = {
    ReportBlock.MEMBERS: members_chapter,
    ReportBlock.GIFTS: gifts_chapter,
    ReportBlock.EVENTS: events_chapter,
    ReportBlock.GROUPS: groups_chapter,
    ReportBlock.PARTNERS: partners_chapter,
    ReportBlock.ACCOUNTS: accounts_chapter,
    ReportBlock.VOLUNTEERING: volunteering_chapter,
}


def chapters(content: AnnualReportContent) -> list[tuple[ReportBlock, Chapter]]:
    """Return the chapter of each block that is told."""
    return [(block, _CHAPTERS[block](content)) for block in content.blocks]


def usual_title(content: AnnualReportContent) -> str:
    """Return ``Rapport annuel 2025``."""
    return words("report")["title"].format(year=content.year)


def title_of(content: AnnualReportContent) -> str:
    """Return the title that people chose, else the usual one."""
    return content.report.title or usual_title(content)
