"""What a report of an event says beside its texts, alike on paper and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.event_heads import event_heading, place_line, when_line
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.events import EventRole
from coopdesk.wording.formats import capital, day_long, day_text, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.event_papers import EventPaper, Minutes
    from coopdesk.domain.event_reports import Report, ReportItem
    from coopdesk.domain.events import Cycle, EventPart, EventSheet

_ORGANISERS = (EventRole.ORGANISER, EventRole.CO_ORGANISER)


def says_lines(paper: EventPaper) -> list[str]:
    """Return when and where the event was held."""
    said = when_line(paper.sheet.event.when)
    return [capital(said), place_line(paper.sheet)]


def report_facts(minutes: Minutes) -> list[tuple[str, str]]:
    """Return what is known of the event by its label, in order; what is not is left out."""
    texts = paper_texts("event_papers", "report")
    sheet, content = minutes.paper.sheet, minutes.report.content
    facts = {
        "cycle": _cycle(sheet.cycle) if sheet.cycle else "",
        "category": content.category,
        "aim": sheet.event.content.aim,
        "organisers": ", ".join(_names(sheet, *_ORGANISERS)),
        "facilitators": ", ".join(_names(sheet, EventRole.FACILITATOR)),
        "speakers": ", ".join(map(_speaker, _parts(sheet, EventRole.SPEAKER))),
        "present": number_text(minutes.present) if minutes.present else "",
    }
    return [(texts[name], said) for name, said in facts.items() if said]


def decision_words(item: ReportItem) -> str:
    """Return who sees to a decision, by when, and whether it is done."""
    texts, content = paper_texts("event_papers", "report"), item.content
    parts = [
        texts["by"].format(name=item.contact_name) if item.contact_name else "",
        texts["due"].format(day=day_long(content.due_on, "fr")) if content.due_on else "",
        texts["done"].format(day=day_long(content.done_on, "fr")) if content.done_on else "",
    ]
    said = ", ".join(part for part in parts if part)
    return capital(said)


def next_line(minutes: Minutes) -> str:
    """Return when the next event is: in the words of the report, or as it was prepared."""
    said, event = minutes.report.content.next_text, minutes.next_event
    if said or event is None:
        return said
    return f"{event_heading(event)}, {when_line(event.when)}"


def author_line(report: Report) -> str:
    """Return who wrote the report, and when it was added: ``11/03/2016``."""
    texts, content = paper_texts("event_papers", "report"), report.content
    parts = [
        texts["written"].format(author=report.author) if report.author else "",
        texts["added"].format(day=day_text(content.written_on)) if content.written_on else "",
    ]
    return " · ".join(part for part in parts if part)


def _cycle(cycle: Cycle) -> str:
    content = cycle.content
    since = paper_texts("event_papers", "report")["cycle_since"]
    return (
        since.format(name=content.name, since=content.since) if content.since else content.name
    )


def _parts(sheet: EventSheet, *roles: EventRole) -> Iterator[EventPart]:
    return (part for part in sheet.parts if part.content.role in roles)


def _names(sheet: EventSheet, *roles: EventRole) -> list[str]:
    return [part.name for part in _parts(sheet, *roles)]


def _speaker(part: EventPart) -> str:
    subject = part.content.subject
    return f"{part.name} ({subject})" if subject else part.name
