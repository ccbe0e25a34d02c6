"""Print a partner on one page: people inside, agreements, who owes what, gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.one_page import PageColumn, PageRow, Section
from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle, printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.partner_words import (
    agreement_row,
    cut_name,
    french_day,
    owed_section,
)
from coopdesk.documents.table_pages import FOOTER, MARGIN, Table
from coopdesk.documents.typesetting import regular, wrap
from coopdesk.domain.agreements import Side
from coopdesk.domain.partner_papers import sum_of
from coopdesk.domain.partners import PartnerLevel
from coopdesk.wording.formats import french_euros, number_text
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.partner_papers import PaperAmount, PaperPerson, PartnerPaper

_TEXT = regular(9.5, 13)
_MOST_PURPOSE = 4
_BOTTOM = FOOTER + 20
_GAP = 22.0
_LEFT_SHARE = 0.57


def draw_partner_sheet(paper: PartnerPaper) -> bytes:
    """Return the sheet, one page however much there is; what is left out is counted."""
    texts = paper_texts("partner_papers", "sheet")
    name = cut_name(paper.partner.name)
    title = PaperTitle(f"{texts['title']} — {name}", paper.house.name, paper.made_on)
    table = Table((), PORTRAIT)
    table.begin(paper.house, name, _says(paper))
    write_purpose(table, paper.partner.content.purpose)
    _columns(table, paper)
    foot = texts["foot"].format(house=paper.house.name, title=texts["title"], name=name)
    return Paper(title, PORTRAIT, [paper.house.logo]).finished(table.number_pages(foot))


def write_purpose(table: Table, purpose: str) -> None:
    """Write what somebody works with us for below a heading, a few lines at most."""
    if purpose:
        shown = printable(purpose.replace("\n", " "))
        lines = wrap(shown, _TEXT, table.right - MARGIN, _MOST_PURPOSE)
        table.y = table.sheets[-1].block.write(MARGIN, table.y, _TEXT, *lines) - 4


def _says(paper: PartnerPaper) -> list[str]:
    texts, content = paper_texts("partner_papers", "sheet"), paper.partner.content
    level = content.level
    parts = [
        label(content.kind),
        texts["level"].format(level=label(level)) if level is not PartnerLevel.NONE else "",
        texts["since"].format(day=french_day(content.started_on)) if content.started_on else "",
        texts["until"].format(day=french_day(content.ended_on)) if content.ended_on else "",
    ]
    referent = paper.partner.referent_name
    under = [
        texts["referent"].format(name=referent) if referent else "",
        texts["made_on"].format(day=french_day(paper.made_on)),
    ]
    lines = (" · ".join(filter(None, parts)), paper.where, " · ".join(filter(None, under)))
    return [printable(line) for line in lines if line]


def _columns(table: Table, paper: PartnerPaper) -> None:
    left, right = _left(paper), _right(paper)
    top, room = table.y - 12, table.right - MARGIN - _GAP
    sheet = table.sheets[-1]
    if not any(section.rows for section in (*left, *right)):
        texts = paper_texts("partner_papers", "sheet")
        sheet.block.write(MARGIN, top, _TEXT, texts["nothing"])
        return
    width = room * _LEFT_SHARE
    PageColumn(sheet, MARGIN, width).fill(left, top, _BOTTOM)
    place = MARGIN + width + _GAP
    PageColumn(sheet, place, room - width).fill(right, top, _BOTTOM)


def _left(paper: PartnerPaper) -> list[Section]:
    agreements = [agreement_row(one) for one in paper.agreements]
    owed = (owed_section(paper.commitments, side, paper.made_on) for side in Side)
    return [_counted("agreements", agreements), *owed]


def _right(paper: PartnerPaper) -> list[Section]:
    return [
        _counted("people", [_person(one) for one in paper.people]),
        _summed("granted", paper.granted),
        _summed("given", paper.given),
        _summed("fees", paper.fees),
        _counted("groups", [PageRow(name) for name in paper.groups]),
        _counted("events", [PageRow(name) for name in paper.events]),
    ]


def _person(person: PaperPerson) -> PageRow:
    return PageRow(person.name, "", " · ".join(filter(None, (person.role, person.reach))))


def _counted(name: str, rows: Sequence[PageRow]) -> Section:
    texts = paper_texts("partner_papers", "sheet")
    said = texts["counted"].format(heading=texts[name], count=number_text(len(rows)))
    return Section(said if len(rows) > 1 else texts[name], rows)


def _summed(name: str, amounts: tuple[PaperAmount, ...]) -> Section:
    """Return what was given with its whole, which counts what no row shows too."""
    figure = french_euros(sum_of(amounts)) if len(amounts) > 1 else ""
    rows = [PageRow(one.label, french_euros(one.amount), one.detail) for one in amounts]
    return Section(paper_texts("partner_papers", "sheet")[name], rows, figure)
