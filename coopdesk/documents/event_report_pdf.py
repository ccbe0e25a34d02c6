"""Print the report of an event: what was said, asked, found to be worth it, and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.event_heads import event_heading
from coopdesk.documents.flowing_pages import LABEL_ROOM, SMALL, STRONG, FlowingPages
from coopdesk.documents.paper import PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.report_parts import (
    author_line,
    decision_words,
    next_line,
    report_facts,
    says_lines,
)
from coopdesk.domain.event_reports import ItemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.event_papers import Minutes
    from coopdesk.domain.event_reports import Report


def draw_report(minutes: Minutes) -> bytes:
    """Return the report as a PDF; a part that says nothing is left out."""
    texts, paper, report = paper_texts("event_papers", "report"), minutes.paper, minutes.report
    heading = event_heading(paper.sheet.event)
    title = PaperTitle(f"{texts['title']} — {heading}", paper.house.name, paper.made_on)
    pages = FlowingPages(paper.house, title, heading, [texts["title"], *says_lines(paper)])
    for label, text in report_facts(minutes):
        # A no-break space before the colon, as French sets it.
        pages.paragraph(f"{label}\N{NO-BREAK SPACE}: {text}")
    if report.content.introduction:
        pages.space(6)
        pages.paragraph(report.content.introduction)
    _statements(pages, report, texts)
    _questions(pages, report, texts)
    _themes(pages, report, texts)
    _decisions(pages, report, texts)
    if report.content.conclusion:
        pages.space(8)
        pages.paragraph(report.content.conclusion)
    if said := next_line(minutes):
        pages.heading(texts["next"])
        pages.paragraph(said)
    if said := author_line(report):
        pages.space(10)
        pages.paragraph(said, SMALL)
    return pages.finished(f"{paper.house.name} — {heading}")


def _statements(pages: FlowingPages, report: Report, texts: Mapping[str, str]) -> None:
    found = report.of(ItemKind.STATEMENT)
    if found:
        pages.heading(texts["statements"])
    for number, item in enumerate(found, start=1):
        pages.item(f"{number}.", item.content.text)


def _questions(pages: FlowingPages, report: Report, texts: Mapping[str, str]) -> None:
    found = report.of(ItemKind.QUESTION)
    if found:
        pages.heading(texts["questions"])
    for number, question in enumerate(found, start=1):
        pages.item(f"{number}.", question.content.text, STRONG)
        for answer in report.answers(question.id):
            pages.item("–", answer.content.text, indent=LABEL_ROOM)
        pages.space(4)


def _themes(pages: FlowingPages, report: Report, texts: Mapping[str, str]) -> None:
    found = report.of(ItemKind.THEME)
    if found:
        pages.heading(texts["themes"])
    for item in found:
        pages.paragraph(item.content.text, STRONG)
        pages.paragraph(item.content.detail, indent=LABEL_ROOM)
        if item.content.audience:
            said = f"{texts['audience']}\N{NO-BREAK SPACE}: {item.content.audience}"
            pages.paragraph(said, indent=LABEL_ROOM)
        if item.group_name:
            said = f"{texts['group']}\N{NO-BREAK SPACE}: {item.group_name}"
            pages.paragraph(said, SMALL, indent=LABEL_ROOM)
        pages.space(5)


def _decisions(pages: FlowingPages, report: Report, texts: Mapping[str, str]) -> None:
    found = report.of(ItemKind.DECISION)
    if found:
        pages.heading(texts["decisions"])
    for number, item in enumerate(found, start=1):
        pages.item(f"{number}.", item.content.text)
        pages.paragraph(decision_words(item), SMALL, indent=LABEL_ROOM)
