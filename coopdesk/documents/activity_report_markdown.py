"""Write the yearly report of activity as Markdown, for a word processor or a web site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.activity_report_parts import entries, figures, register_title, title
from coopdesk.documents.markdown import document, escaped, heading
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.wording.formats import day_long

if TYPE_CHECKING:
    from coopdesk.domain.group_papers import ActivityReport


def write_activity_report(report: ActivityReport) -> str:
    """Return the report; what people typed is escaped, and empty parts are left out."""
    texts = paper_texts("group_papers", "report")
    blocks = [heading(title(report), 1), f"**{escaped(report.house.name)}**"]
    if not report.registers:
        return document([*blocks, texts["nothing"]])
    blocks.append(escaped(figures(report)))
    for register in report.registers:
        blocks.append(heading(register_title(register), 2))
        for name, lines in entries(register):
            blocks.append(heading(name, 3))
            blocks.append("\n".join(_line(*line) for line in lines))
    blocks += ["---", escaped(texts["made"].format(day=day_long(report.made_on, "fr")))]
    return document(blocks)


def _line(name: str, told: str) -> str:
    return f"- **{escaped(name)}** — {escaped(told)}" if told else f"- **{escaped(name)}**"
