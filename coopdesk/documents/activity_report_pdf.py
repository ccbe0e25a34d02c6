"""Print the yearly report of activity, by register of action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.activity_report_parts import entries, figures, register_title, title
from coopdesk.documents.flowing_pages import STRONG, FlowingPages
from coopdesk.documents.paper import PaperTitle
from coopdesk.documents.paper_texts import paper_texts

if TYPE_CHECKING:
    from coopdesk.domain.group_papers import ActivityReport

_INDENT = 12.0


def draw_activity_report(report: ActivityReport) -> bytes:
    """Return the report as a PDF; parts that say nothing are left out."""
    texts, name = paper_texts("group_papers", "report"), title(report)
    paper_title = PaperTitle(name, report.house.name, report.made_on)
    pages = FlowingPages(report.house, paper_title, name, [])
    if not report.registers:
        pages.paragraph(texts["nothing"])
    else:
        pages.paragraph(figures(report))
    for register in report.registers:
        pages.heading(register_title(register))
        for part, lines in entries(register):
            pages.minor_heading(part)
            for said, told in lines:
                pages.paragraph(said, STRONG, _INDENT)
                pages.detail(told, _INDENT)
    return pages.finished(f"{report.house.name} — {name}")
