"""Print a programme: the table of its chantiers, their objectives and who leads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.group_sheet_pdf import by_kind
from coopdesk.documents.group_words import referent_line, says_lines
from coopdesk.documents.paper import LANDSCAPE, Paper, PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import Table
from coopdesk.documents.tall_rows import (
    CELL,
    CELL_QUIET,
    CELL_STRONG,
    TallColumn,
    TallRows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.documents.tall_rows import Cell
    from coopdesk.domain.group_papers import ProgrammePaper
    from coopdesk.domain.groups import Group, Objective

_SHARES = {"number": 4, "name": 17, "objectives": 42, "referent": 18, "contact": 25}


def draw_programme(paper: ProgrammePaper) -> bytes:
    """Return the table as a PDF in landscape, one row a chantier by number."""
    texts, programme = paper_texts("group_papers", "programme"), paper.sheet.group
    content = programme.content
    title = PaperTitle(f"{texts['title']} — {programme.name}", paper.house.name, paper.made_on)
    table = Table((), LANDSCAPE)
    says = [*says_lines(programme), *_origins(programme), _on_one_line(content.description)]
    table.begin(paper.house, programme.name, [line for line in says if line])
    if not paper.chantiers:
        table.write(texts["none"])
    else:
        rows = TallRows(table, [TallColumn(texts[x], y) for x, y in _SHARES.items()])
        for chantier, objectives in paper.chantiers:
            rows.row(_cells(chantier, objectives, texts))
    foot = f"{paper.house.name} — {programme.name}"
    return Paper(title, LANDSCAPE, [paper.house.logo]).finished(table.number_pages(foot))


def _origins(programme: Group) -> Iterator[str]:
    texts, content = paper_texts("group_papers", "sheet"), programme.content
    known = {
        "origin": content.origin,
        "initiator": programme.initiator,
        "bearer": programme.bearer,
    }
    told = [f"{texts[name]}\N{NO-BREAK SPACE}: {said}" for name, said in known.items() if said]
    if told:
        yield " · ".join(told)


def _on_one_line(text: str) -> str:
    """Return a text without its line breaks: the table has room for a few lines of it."""
    return " ".join(text.split())


def _cells(
    chantier: Group, objectives: Sequence[Objective], texts: Mapping[str, str]
) -> list[Cell]:
    content = chantier.content
    lead: Cell = [(content.referent_title, CELL_QUIET)] if content.referent_title else []
    aims: Cell = []
    for kind, them in by_kind(objectives):
        heading = texts[kind.value]
        aims += [(heading, CELL_QUIET)] if heading else []
        aims += [(f"• {one.content.text}", CELL) for one in them]
    return [
        [(str(content.number or ""), CELL_STRONG)],
        [(chantier.name, CELL_STRONG)],
        aims or [("", CELL)],
        [*lead, (referent_line(chantier), CELL)],
        [(chantier.contact_email, CELL)],
    ]
