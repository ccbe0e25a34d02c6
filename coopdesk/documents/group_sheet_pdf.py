"""Print the sheet of a group: what it aims at, who leads it, who is in it, what it made."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.documents.flowing_pages import LABEL_ROOM, SMALL, STRONG, FlowingPages
from coopdesk.documents.group_words import (
    COLON,
    charter_line,
    facts,
    objective_line,
    output_line,
    person_line,
    resource_lines,
    says_lines,
    title_line,
)
from coopdesk.documents.name_columns import write_columns
from coopdesk.documents.paper import PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.tall_rows import CELL, CELL_STRONG, TallColumn, TallRows
from coopdesk.domain.groups import EventTie, ObjectiveKind
from coopdesk.wording.formats import day_long, french_euros

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.group_papers import GroupPaper
    from coopdesk.domain.groups import Objective, Part
    from coopdesk.domain.ledgers import ActivityTotals
    from coopdesk.domain.money import Money


class GroupPages(FlowingPages):
    """Texts with names in columns and tables of figures between them."""

    def names(self, names: Sequence[str]) -> None:
        """Write names in three columns."""
        write_columns(self._table, names)
        self.space(6)

    def rows(self, columns: Sequence[TallColumn]) -> TallRows:
        """Start a table of texts."""
        return TallRows(self._table, columns)


def draw_group_sheet(paper: GroupPaper) -> bytes:
    """Return the sheet as a PDF; a part that says nothing is left out."""
    texts, sheet = paper_texts("group_papers", "sheet"), paper.sheet
    group, content = sheet.group, sheet.group.content
    kind = title_line(group)
    title = PaperTitle(f"{kind} — {group.name}", paper.house.name, paper.made_on)
    pages = GroupPages(paper.house, title, group.name, [kind, *says_lines(group)])
    pages.paragraph(content.description)
    for label, said in facts(group):
        pages.paragraph(f"{label}{COLON}{said}")
    _objectives(pages, sheet.objectives, texts)
    _chantiers(pages, paper, texts)
    _outputs(pages, paper, texts)
    _people(pages, paper, texts)
    _resources(pages, paper, texts)
    _events(pages, paper, texts)
    if content.summary:
        pages.heading(texts["summary"])
        pages.paragraph(content.summary)
    return pages.finished(f"{paper.house.name} — {group.name}")


def by_kind(objectives: Sequence[Objective]) -> list[tuple[ObjectiveKind, list[Objective]]]:
    """Return objectives by kind: political, operational, others; each in its order."""
    order = list(ObjectiveKind)
    ordered = sorted(objectives, key=lambda one: order.index(one.content.kind))
    return [(kind, list(them)) for kind, them in groupby(ordered, lambda x: x.content.kind)]


def _objectives(
    pages: GroupPages, objectives: Sequence[Objective], texts: Mapping[str, str]
) -> None:
    for kind, them in by_kind(objectives):
        pages.heading(texts[kind.value])
        for number, one in enumerate(them, start=1):
            pages.item(f"{number}.", one.content.text)
            pages.detail(objective_line(one), LABEL_ROOM)
            pages.detail(one.content.note, LABEL_ROOM)


def _chantiers(pages: GroupPages, paper: GroupPaper, texts: Mapping[str, str]) -> None:
    lines = paper.sheet.chantiers
    if lines:
        pages.heading(texts["chantiers"])
    for line in lines:
        label = f"{line.number}." if line.number else "–"
        pages.item(label, f"{line.name} — {line.referent}" if line.referent else line.name)


def _outputs(pages: GroupPages, paper: GroupPaper, texts: Mapping[str, str]) -> None:
    if paper.sheet.outputs:
        pages.heading(texts["outputs"])
    for output in paper.sheet.outputs:
        pages.paragraph(output.content.title, STRONG)
        pages.detail(output_line(output))
        pages.detail(output.content.note)


def _people(pages: GroupPages, paper: GroupPaper, texts: Mapping[str, str]) -> None:
    inside = [part for part in paper.sheet.parts if part.is_current(paper.made_on)]
    people = [part for part in inside if not part.is_structure]
    structures = [part for part in inside if part.is_structure]
    gone = [part for part in paper.sheet.parts if not part.is_current(paper.made_on)]
    _names(pages, texts["members"], people)
    _names(pages, texts["structures"].format(count=len(structures)), structures)
    _names(pages, texts["gone"], gone)
    content = paper.sheet.group.content
    signed = charter_line(paper.sheet)
    if content.charter or signed:
        pages.heading(texts["charter"])
        pages.paragraph(content.charter)
        pages.paragraph(signed, SMALL)


def _names(pages: GroupPages, heading: str, parts: Sequence[Part]) -> None:
    if parts:
        pages.heading(heading)
        pages.names([person_line(part) for part in parts])


def _resources(pages: GroupPages, paper: GroupPaper, texts: Mapping[str, str]) -> None:
    lines = list(resource_lines(paper.sheet.group))
    if lines:
        pages.heading(texts["resources"])
    for label, said in lines:
        pages.paragraph(f"{label}{COLON}{said}")
    if paper.money is not None:
        pages.heading(texts["budget"].format(year=paper.money_year))
        _money(pages, paper.money, texts)


def _money(pages: GroupPages, money: ActivityTotals, texts: Mapping[str, str]) -> None:
    columns = [TallColumn(texts[name], 1) for name in ("line", "planned", "actual")]
    rows = pages.rows([columns[0]._replace(share=2), *columns[1:]])
    income, expense = money.budget_income, money.budget_expense
    planned = income - expense if income is not None and expense is not None else None
    for name, plan, actual in (
        ("income", income, money.income),
        ("expense", expense, money.expense),
        ("result", planned, money.result),
    ):
        style = CELL_STRONG if name == "result" else CELL
        rows.row([[(texts[name], style)], [(_amount(plan), style)], [(_amount(actual), style)]])


def _amount(amount: Money | None) -> str:
    return "–" if amount is None else french_euros(amount)


def _events(pages: GroupPages, paper: GroupPaper, texts: Mapping[str, str]) -> None:
    sheet = paper.sheet
    if sheet.events:
        pages.heading(texts["events"])
    for event in sheet.events:
        name = "origin_event" if event.tie is EventTie.ORIGIN else "host_event"
        said = texts[name].format(title=event.title)
        day = f", {day_long(event.starts_on, 'fr')}" if event.starts_on else ""
        pages.paragraph(said + day)
    if sheet.registers:
        pages.heading(texts["registers"])
        pages.paragraph(" · ".join(sheet.registers))
