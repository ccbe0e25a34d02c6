"""Write the report of an event as Markdown, for a web site or a word processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.event_heads import event_heading
from coopdesk.documents.markdown import (
    bullet,
    document,
    escaped,
    heading,
    numbered,
    paragraphs,
)
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
    from collections.abc import Iterator

    from coopdesk.domain.event_papers import Minutes
    from coopdesk.domain.event_reports import Report

_COLON = "\N{NO-BREAK SPACE}: "


def write_report(minutes: Minutes) -> str:
    """Return the report; what people typed is escaped, and empty parts are left out."""
    texts, paper, report = paper_texts("event_papers", "report"), minutes.paper, minutes.report
    facts = [
        f"- **{escaped(label)}**{_COLON}{escaped(text)}"
        for label, text in report_facts(minutes)
    ]
    says = [f"**{escaped(line)}**" for line in says_lines(paper)]
    blocks = [
        heading(event_heading(paper.sheet.event), 1),
        escaped(f"{texts['title']} — {paper.house.name}"),
        "\\\n".join(says),
        "\n".join(facts),
        paragraphs(report.content.introduction),
        *_statements(report),
        *_questions(report),
        *_themes(report),
        *_decisions(report),
        paragraphs(report.content.conclusion),
    ]
    if said := next_line(minutes):
        blocks += [heading(texts["next"], 2), escaped(said)]
    if said := author_line(report):
        blocks += ["---", escaped(said)]
    return document(blocks)


def _statements(report: Report) -> Iterator[str]:
    found = report.of(ItemKind.STATEMENT)
    if found:
        yield heading(paper_texts("event_papers", "report")["statements"], 2)
        yield "\n".join(numbered(at, item.content.text) for at, item in enumerate(found, 1))


def _questions(report: Report) -> Iterator[str]:
    found = report.of(ItemKind.QUESTION)
    if found:
        yield heading(paper_texts("event_papers", "report")["questions"], 2)
    for question in found:
        yield heading(question.content.text, 3)
        yield "\n".join(bullet(answer.content.text) for answer in report.answers(question.id))


def _themes(report: Report) -> Iterator[str]:
    texts, found = paper_texts("event_papers", "report"), report.of(ItemKind.THEME)
    if found:
        yield heading(texts["themes"], 2)
    for item in found:
        yield heading(item.content.text, 3)
        yield paragraphs(item.content.detail)
        if item.content.audience:
            yield f"**{texts['audience']}**{_COLON}{paragraphs(item.content.audience)}"
        if item.group_name:
            yield f"*{texts['group']}*{_COLON}{escaped(item.group_name)}"


def _decisions(report: Report) -> Iterator[str]:
    found = report.of(ItemKind.DECISION)
    if found:
        yield heading(paper_texts("event_papers", "report")["decisions"], 2)
        lines = []
        for number, item in enumerate(found, start=1):
            said = decision_words(item)
            text = item.content.text
            lines.append(numbered(number, f"{text}\n{said}" if said else text))
        yield "\n".join(lines)
