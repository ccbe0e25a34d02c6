"""Print the sheet that those who come to an event sign, one column for each session or day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.event_heads import (
    event_heading,
    hours_line,
    place_line,
    session_line,
    weekday_line,
    when_line,
)
from coopdesk.documents.paper import LANDSCAPE, Paper, PaperTitle, quiet_rule
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import MARGIN, Column, Table
from coopdesk.documents.typesetting import QUIET, regular
from coopdesk.domain.events import WhenKind
from coopdesk.wording.formats import capital, day_text, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.event_papers import AttendanceSheet, EventPaper
    from coopdesk.domain.events import Session

# Room for a signature, in points.
ROW_HEIGHT = 24.0
# So many columns to sign fit beside names; more go on sheets of their own.
MOST_COLUMNS = 5

# What all the columns to sign have together, and what is enough for one of them.
_TO_SIGN, _SIGNATURE = 400.0, 150.0
# Whoever signs every day of a season has better tools than paper.
_MOST_DAYS = 31
_SHORT = 28
_SIGNER = regular(8.5, 11, QUIET)
_CLOSING_HEIGHT = 70.0


class _Place(NamedTuple):
    """A column to sign: its title, and what is told of it in full above the table."""

    title: str
    says: str = ""


def draw_event_attendance(attendance: AttendanceSheet) -> bytes:
    """Return the sheets to sign: all names on each, and lines left for those not registered."""
    texts, paper = paper_texts("event_papers", "attendance"), attendance.paper
    heading = event_heading(paper.sheet.event)
    title = PaperTitle(f"{texts['title']} — {heading}", paper.house.name, paper.made_on)
    drawn = Paper(title, LANDSCAPE, [paper.house.logo])
    table = Table((), LANDSCAPE, ROW_HEIGHT, ruled=True)
    places = _places(paper, texts)
    groups = [places[at : at + MOST_COLUMNS] for at in range(0, len(places), MOST_COLUMNS)]
    for number, group in enumerate(groups, start=1):
        sheet = texts["sheet"].format(number=number, count=len(groups))
        says = [*_says(attendance, texts), *(one.says for one in group if one.says)]
        name = f"{texts['title']} — {heading}"
        table.begin(paper.house, f"{name} — {sheet}" if len(groups) > 1 else name, says)
        # Else one long name takes the room in which everybody signs.
        least = min(_SIGNATURE, _TO_SIGN / len(group))
        table.columns = [
            Column(texts["number"]),
            Column(texts["name"], least=110),
            Column(texts["structure"], least=90),
            *(Column(one.title, least=least) for one in group),
        ]
        table.fill(_rows(attendance, len(group), texts))
        _closing(table, texts)
    return drawn.finished(table.number_pages(f"{paper.house.name} — {heading}"))


def _rows(attendance: AttendanceSheet, count: int, texts: Mapping[str, str]) -> list[list[str]]:
    empty = [""] * count
    signers = [
        [number_text(one.number), one.name, one.structure, *empty] for one in attendance.signers
    ]
    blank = ["", "", "", *empty]
    return [*signers, *([blank] * attendance.blanks), ["", texts["present"], "", *empty]]


def _says(attendance: AttendanceSheet, texts: Mapping[str, str]) -> list[str]:
    sheet = attendance.paper.sheet
    when = when_line(sheet.event.when)
    counts = [texts["registered"].format(count=number_text(len(attendance.signers)))]
    if attendance.waiting:
        counts.append(texts["waiting"].format(count=number_text(attendance.waiting)))
    where = f"{capital(when)} · {place_line(sheet)}"
    return [where, " · ".join(counts)]


def _places(paper: EventPaper, texts: Mapping[str, str]) -> list[_Place]:
    """Return what is signed for: sessions, else days, else the event as a whole."""
    sessions, when = paper.sheet.sessions, paper.sheet.event.when
    if sessions:
        return [_session(number, one, texts) for number, one in enumerate(sessions, start=1)]
    first, last = when.starts_on, when.ends_on
    if when.kind is WhenKind.DAYS and first and last and 0 < (last - first).days < _MOST_DAYS:
        days = [first + dt.timedelta(days=at) for at in range((last - first).days + 1)]
        return [_Place(weekday_line(day)) for day in days]
    return [_Place(texts["signature"])]


def _session(number: int, session: Session, texts: Mapping[str, str]) -> _Place:
    """Return the column of a session; a long title stands in full above the table only."""
    content = session.content
    title = content.title
    if len(title) > _SHORT:
        day = day_text(content.held_on) if content.held_on else ""
        title = f"{day} {hours_line(content.begins_at, content.ends_at)}".strip()
    shown = texts["session"].format(number=number, title=title).strip()
    says = texts["session"].format(number=number, title=session_line(session))
    return _Place(shown, "" if says == shown else says)


def _closing(table: Table, texts: Mapping[str, str]) -> None:
    """Leave room for whoever certifies the sheet."""
    table.y -= 8
    table.need(_CLOSING_HEIGHT)
    table.write(texts["certified"], style=_SIGNER)
    sheet, left = table.sheets[-1], MARGIN + 330
    sheet.block.write(left, table.y + _SIGNER.leading, _SIGNER, texts["signed"])
    sheet.rules.append(quiet_rule(left, left + 200, table.y - 34))
