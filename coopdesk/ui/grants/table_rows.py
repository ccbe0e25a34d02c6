"""The official budget of a project as rows of figures: planned, from the books, percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coopdesk.domain.grant_tables import (
        GrantBookLine,
        GrantTables,
        TableGroup,
        TableLine,
    )
    from coopdesk.ui.reports.figure_sheet import Cell

_SECTIONS = (LayoutSection.DIRECT, LayoutSection.INDIRECT)


def table_columns() -> tuple[SheetColumn, ...]:
    """Return the columns, called as the form calls them."""
    return (
        SheetColumn(_("Line of the budget"), stretch=True),
        SheetColumn(_("Planned (official budget)"), _("What the budget of the project says")),
        SheetColumn(
            _("Carried out (official budget)"), _("What the books say, drafts included")
        ),
        SheetColumn("%", _("Carried out ÷ planned")),
    )


def table_rows(tables: GrantTables, opened: Collection[str]) -> list[SheetRow]:
    """Return the rows that say something; the entries of ``opened`` lines stand beneath."""
    rows: list[SheetRow] = []
    for side in LayoutSide:
        rows += _title(side.value, label(side))
        for section in _SECTIONS:
            for group in tables.of(side, section):
                rows += _group(group, opened)
        rows.append(_total(tables, side))
    for side in LayoutSide:
        for group in tables.of(side, LayoutSection.IN_KIND):
            rows += _group(group, opened)
    return rows


def _title(key: str, text: str) -> Iterator[SheetRow]:
    yield SheetRow(key, (text, None, None, None), RowStyle.TITLE)


def _total(tables: GrantTables, side: LayoutSide) -> SheetRow:
    text = _("Total of expenses") if side is LayoutSide.EXPENSE else _("Total of income")
    percent = _percent(tables.percent(side))
    cells = (text, tables.planned(side), tables.actual(side), percent)
    return SheetRow(f"total:{side.value}", cells, RowStyle.TOTAL)


def _group(group: TableGroup, opened: Collection[str]) -> Iterator[SheetRow]:
    """Yield a group with its lines; one of which nothing is known is left out."""
    known = [line for line in group.lines if not line.is_empty]
    if not known:
        return
    if group.layout.is_line:
        yield from _line(known[0], f"{group.layout.number} {group.layout.label}", 0, opened)
        return
    text = f"{group.layout.number} {group.layout.label}".strip()
    cells = (text, group.planned, group.actual, _percent(group.percent))
    yield SheetRow(f"group:{group.layout.code}", cells)
    for line in known:
        yield from _line(line, line.layout.label, 1, opened)


def _line(
    line: TableLine, text: str, level: int, opened: Collection[str]
) -> Iterator[SheetRow]:
    code = line.layout.code
    cells = (text.strip(), line.planned, line.actual, _percent(line.percent))
    hint = _("Enter shows the entries") if line.lines else ""
    opens = code if line.lines else None
    yield SheetRow(code, cells, RowStyle.ITEM, level, opens, hint)
    if code in opened:
        for one in line.lines:
            yield entry_row(one, level + 1, len(cells), 2)


def entry_row(one: GrantBookLine, level: int, width: int, at: int) -> SheetRow:
    """Return an entry in a row of so many cells, its amount in one of them."""
    parts = (day_text(one.entry_on), one.account, one.label, one.party)
    text = " · ".join(part for part in parts if part)
    if one.is_draft:
        text = _("{text} (draft)").format(text=text)
    cells: list[Cell] = [text, *(None,) * (width - 1)]
    cells[at] = one.amount
    key, hint = f"entry:{one.line_id}", _("Enter opens the entry")
    return SheetRow(key, tuple(cells), RowStyle.DETAIL, level, one.entry_id, hint)


def _percent(percent: int | None) -> str:
    return "" if percent is None else _("{percent} %").format(percent=percent)
