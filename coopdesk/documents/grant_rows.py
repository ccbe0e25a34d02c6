"""Turn tables of grants into the rows that forms print, rounded to euros that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.grant_grid import GridLook, GridPart, GridRow
from coopdesk.domain.grant_layout import GRANTS, LayoutSection, LayoutSide
from coopdesk.domain.grant_papers import whole_euros
from coopdesk.wording.formats import HARD_SPACE, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.domain.grant_tables import GrantTables, TableGroup, TableLine

# Marks a line that the form does not print.
OWN_MARK = f"{HARD_SPACE}*"
# How many funders a line names; the workbook has them all.
_MOST_NAMED = 6
# The column of percents holds three figures; the workbook has them all.
_MOST_PERCENT = 999


class Rounded(NamedTuple):
    """Euros of each line, planned and actual, that add up to the rounded totals."""

    planned: Mapping[str, int]
    actual: Mapping[str, int]


def grid_parts(
    tables: GrantTables, texts: Mapping[str, str], *, with_actual: bool
) -> list[GridPart]:
    """Return both sides part by part: lines, what is shared out, totals, gifts in kind.

    What is shared out is left out of a budget that plans none and belongs to no project.
    """
    maker = _RowMaker(tables, texts, with_actual=with_actual)
    left, right = maker.side(LayoutSide.EXPENSE), maker.side(LayoutSide.INCOME)
    parts = [GridPart(*rows) for rows in zip(left, right, strict=True)]
    if tables.project_id is None and not tables.has_indirect:
        del parts[1]
    return parts


def label_of(line: TableLine) -> str:
    """Return a line with the funders that it is made of."""
    names = (one.funder_name or one.title for one in line.requests)
    named = list(dict.fromkeys(filter(None, names)))
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = ["…"]
    if line.layout.group != GRANTS or not named:
        return line.layout.label
    return f"{line.layout.label}{HARD_SPACE}: {' ; '.join(named)}"


class _RowMaker:
    def __init__(
        self, tables: GrantTables, texts: Mapping[str, str], *, with_actual: bool
    ) -> None:
        self._tables = tables
        self._texts = texts
        self._with_actual = with_actual

    def side(self, side: LayoutSide) -> tuple[Sequence[GridRow], ...]:
        """Return the parts of a side: lines, what is shared out, total, gifts, their total."""
        counted = self._tables.counted(side)
        euros = _rounded([line for group in counted for line in group.lines])
        direct = [x for x in counted if x.layout.section is LayoutSection.DIRECT]
        indirect = [x for x in counted if x.layout.section is LayoutSection.INDIRECT]
        kind = self._tables.in_kind(side)
        in_kind = _rounded(kind.lines)
        name = "total_expenses" if side is LayoutSide.EXPENSE else "total_income"
        percent = self._tables.percent(side)
        return (
            list(self._groups(direct, euros)),
            list(self._groups(indirect, euros)),
            [self._sum(name, euros, percent)],
            list(self._groups([kind], in_kind)),
            [self._sum("total_in_kind", in_kind, kind.percent)],
        )

    def _groups(self, groups: Sequence[TableGroup], euros: Rounded) -> Iterator[GridRow]:
        for group in groups:
            codes = [line.layout.code for line in group.lines]
            label = f"{group.layout.number} {group.layout.label}".strip()
            is_told = group.layout.section is not LayoutSection.INDIRECT
            figures = self._figures(_added(euros, codes), group.percent if is_told else None)
            yield GridRow(label, figures, GridLook.GROUP)
            if group.layout.is_line:
                continue
            for line in group.lines:
                if line.layout.is_own and line.is_empty:
                    continue
                label = label_of(line) + (OWN_MARK if line.layout.is_own else "")
                code = [line.layout.code]
                percent = line.percent if is_told else None
                yield GridRow(label, self._figures(_added(euros, code), percent))

    def _sum(self, name: str, euros: Rounded, percent: int | None) -> GridRow:
        added = _added(euros, list(euros.planned))
        figures = self._figures(added, percent, always=True)
        return GridRow(self._texts[name], figures, GridLook.TOTAL)

    def _figures(
        self, euros: tuple[int, int], percent: int | None, *, always: bool = False
    ) -> tuple[str, ...]:
        shown = [number_text(one) if one or always else "" for one in euros]
        if not self._with_actual:
            return (shown[0],)
        return (*shown, _percent(percent))


def _percent(percent: int | None) -> str:
    """Return a percent as its narrow column holds it."""
    if percent is None:
        return ""
    over = f">{HARD_SPACE}" if percent > _MOST_PERCENT else ""
    return f"{over}{number_text(min(percent, _MOST_PERCENT))}{HARD_SPACE}%"


def _rounded(lines: Sequence[TableLine]) -> Rounded:
    return Rounded(
        whole_euros({line.layout.code: line.planned for line in lines}),
        whole_euros({line.layout.code: line.actual for line in lines}),
    )


def _added(euros: Rounded, codes: Sequence[str]) -> tuple[int, int]:
    return sum(euros.planned[x] for x in codes), sum(euros.actual[x] for x in codes)
