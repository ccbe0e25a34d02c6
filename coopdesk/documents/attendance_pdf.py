"""Print the list that members sign at an assembly (legal_fr GV-3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import LANDSCAPE, Paper, PaperTitle, quiet_rule
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import MARGIN, Column, Table
from coopdesk.documents.typesetting import QUIET, bold, regular, width_of
from coopdesk.domain.member_papers import counted
from coopdesk.wording.formats import day_long, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.member_papers import AttendanceList, AttendanceRow

# Room for a signature, in points.
ROW_HEIGHT = 25.0

_TOTAL = regular(9.5, 15)
_HEAD = bold(10, 17)
_SIGNER = regular(8.5, 11, QUIET)
_CLOSING_HEIGHT = 175.0
_BLANK_WIDTH = 52.0


def draw_attendance(attendance: AttendanceList) -> bytes:
    """Return the list to sign: who is entered, the votes and powers, and the totals to fill in.

    The columns of college and votes are left out where no member has any.
    """
    texts = paper_texts("member_papers", "attendance")
    association, rows = attendance.association, attendance.rows
    paper = Paper(
        PaperTitle(texts["title"], association.name, attendance.held_on),
        LANDSCAPE,
        [association.logo],
    )
    columns, cells = _table(rows, texts)
    table = Table(columns, row_height=ROW_HEIGHT, ruled=True)
    where = [day_long(attendance.held_on, "fr"), attendance.hour, attendance.place]
    table.begin(
        association,
        f"{texts['title']} — {attendance.assembly}",
        [", ".join(part for part in where if part), *_entered(rows, texts)],
    )
    table.fill(cells)
    _closing(table, rows, texts)
    says = f"{association.name} — {texts['title']}, {day_long(attendance.held_on, 'fr')}"
    return paper.finished(table.number_pages(says))


def _table(
    rows: tuple[AttendanceRow, ...], texts: Mapping[str, str]
) -> tuple[list[Column], list[list[str]]]:
    has_college = any(row.college for row in rows)
    has_votes = any(row.votes is not None for row in rows)
    columns = [
        Column(texts["number"]),
        Column(texts["name"], least=110),
        *([Column(texts["college"])] if has_college else []),
        *([Column(texts["votes"], right=True)] if has_votes else []),
        Column(texts["present"], least=125),
        Column(texts["proxies"], right=True, least=45),
        Column(texts["signature"], least=150),
    ]
    cells = [
        [
            row.number,
            row.name,
            *([row.college] if has_college else []),
            *(["" if row.votes is None else number_text(row.votes)] if has_votes else []),
            row.represented_by,
            number_text(row.proxies) if row.proxies else "",
            "",
        ]
        for row in rows
    ]
    return columns, cells


def _entered(rows: tuple[AttendanceRow, ...], texts: Mapping[str, str]) -> list[str]:
    """Say how many members and votes are entered, by college where there are several."""
    parts = [texts["entered"].format(count=number_text(len(rows)))]
    if any(row.votes is not None for row in rows):
        votes = sum(row.votes or 0 for row in rows)
        parts.append(texts["votes_entered"].format(count=number_text(votes)))
    colleges = counted(row.college for row in rows)
    if len(colleges) > 1:
        parts += [
            f"{name or texts['no_college']} : {number_text(count)}" for name, count in colleges
        ]
    return [" · ".join(parts)]


def _closing(table: Table, rows: tuple[AttendanceRow, ...], texts: Mapping[str, str]) -> None:
    """Leave room for the totals and for those who certify the list."""
    table.y -= 12
    table.need(_CLOSING_HEIGHT)
    table.write(texts["totals"], style=_HEAD)
    names = ["total_present", "total_represented", "total_both"]
    if any(row.votes is not None for row in rows):
        names.append("total_votes")
    x, sheet = MARGIN, table.sheets[-1]
    for name in names:
        sheet.block.write(x, table.y, _TOTAL, texts[name])
        x += width_of(texts[name], _TOTAL) + 6
        sheet.rules.append(quiet_rule(x, x + _BLANK_WIDTH, table.y - 2))
        x += _BLANK_WIDTH + 18
    table.y -= 30
    table.write(texts["certified"], style=_TOTAL)
    table.y -= 4
    step = (table.right - MARGIN) / 3
    for place, name in enumerate(("chair", "secretary", "teller")):
        left = MARGIN + place * step
        sheet.block.write(left, table.y, _SIGNER, texts[name])
        sheet.rules.append(quiet_rule(left, left + step - 24, table.y - 58))
