"""What the yearly report of activity says, alike on paper and in Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.event_heads import days_line
from coopdesk.documents.group_words import output_line, referent_line
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.wording.formats import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.group_papers import (
        ActivityReport,
        RegisterYear,
        YearEvent,
        YearGroup,
        YearOutput,
    )


def title(report: ActivityReport) -> str:
    """Return ``Rapport d’activité 2026``."""
    return paper_texts("group_papers", "report")["title"].format(year=report.year)


def figures(report: ActivityReport) -> str:
    """Return how many events, groups and outputs there were: each counted once."""
    texts = paper_texts("group_papers", "report")
    told = texts["figures"].format(
        events=_counted("event", report.events),
        groups=_counted("group", report.groups),
        outputs=_counted("output", report.outputs),
    )
    return capital(told)


def register_title(register: RegisterYear) -> str:
    """Return the name of a register as it is written, or what stands for none."""
    return register.name or paper_texts("group_papers", "report")["none"]


def entries(register: RegisterYear) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the parts of a register that say something: heading, then name and details."""
    texts = paper_texts("group_papers", "report")
    parts = (
        ("events", [_event(one) for one in register.events]),
        ("groups", [_group(one) for one in register.groups]),
        ("outputs", [_output(one) for one in register.outputs]),
    )
    for name, lines in parts:
        if lines:
            yield texts[name], lines


def _event(one: YearEvent) -> tuple[str, str]:
    told = [days_line(one.when), _counted("present", one.present) if one.present else ""]
    return one.title, _joined(told)


def _group(one: YearGroup) -> tuple[str, str]:
    content = one.group.content
    aim = content.description.split("\n", 1)[0]
    programme = one.group.parent_name
    told = [
        aim,
        paper_texts("group_papers", "sheet")["of"].format(programme=programme)
        if programme
        else "",
        referent_line(one.group),
        _counted("people", one.people) if one.people else "",
        _counted("structures", one.structures) if one.structures else "",
        content.summary.split("\n", 1)[0] if content.ended_on else "",
    ]
    return one.group.name, _joined(told)


def _output(one: YearOutput) -> tuple[str, str]:
    # Its registers are the headings that it stands under.
    told = output_line(replace(one.output, registers=()))
    return one.output.content.title, _joined([one.group, told])


def _joined(told: list[str]) -> str:
    return " · ".join(part for part in told if part)


def _counted(name: str, count: int) -> str:
    texts = paper_texts("group_papers", "report")
    if name in {"event", "group", "output"}:
        if count < 2:
            return texts[f"no_{name}" if count == 0 else f"one_{name}"]
        return texts[f"many_{name}s"].format(count=count)
    return texts[f"{name}_one" if count == 1 else name].format(count=count)
