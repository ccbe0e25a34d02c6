"""Sheets of workbooks of grants: budgets in the official layout, and the lists behind them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.grant_rows import label_of
from coopdesk.documents.workbook import Column, Formula
from coopdesk.documents.workbook_lists import SheetList, finish_list, start_list
from coopdesk.documents.workbook_styles import Code, Look, Percent
from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.domain.grant_tables import percent_of
from coopdesk.domain.money import Money, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.documents.workbook import Book, Sheet, Value
    from coopdesk.documents.workbook_styles import Plain
    from coopdesk.domain.grant_layout import LayoutLine
    from coopdesk.domain.grant_tables import GrantTables, TableGroup, TableLine

_LABEL, _AMOUNT, _PERCENT = 72, 17, 11
_HUNDRED = Decimal(100)
_SIDES = (
    (LayoutSide.EXPENSE, "expenses", "total_expenses"),
    (LayoutSide.INCOME, "income", "total_income"),
)


class Figures(NamedTuple):
    """The list that the figures of a column are added up from: its codes and its amounts.

    The amounts stand in three columns beside each other: expenses, income, in kind.
    """

    listing: SheetList
    codes: int
    first: int
    draft_marks: int | None = None

    def formula(self, line: LayoutLine, amount: Money, *, drafts: str = "") -> Formula:
        """Return the sum of the amounts of a line; ``drafts`` is how the list marks them."""
        keys = f'({self.listing.data(self.codes)}="{line.code}")'
        if drafts and self.draft_marks is not None:
            keys += f'*({self.listing.data(self.draft_marks)}="{drafts}")'
        amounts = self.listing.data(self.first + amount_column(line))
        return Formula(f"SUMPRODUCT({keys}*{amounts})", amount)


class BudgetRows(NamedTuple):
    """Where the totals of a budget stand: rows of expenses and of income."""

    expenses: int
    income: int


def amount_column(line: LayoutLine) -> int:
    """Return in which of the three columns of amounts a line counts."""
    if line.section is LayoutSection.IN_KIND:
        return 2
    return 0 if line.side is LayoutSide.EXPENSE else 1


def amount_columns(texts: Mapping[str, str]) -> tuple[Column, ...]:
    """Return the three columns of amounts; in kind uses and resources are not added up."""
    return (
        Column(texts["expenses_column"], 15, Money, totalled=True),
        Column(texts["income_column"], 15, Money, totalled=True),
        Column(texts["in_kind_column"], 15, Money),
    )


def amounts(line: LayoutLine, amount: Money) -> tuple[Money | None, ...]:
    """Return an amount in its column of the three."""
    return tuple(amount if place == amount_column(line) else None for place in range(3))


def add_list(book: Book, listing: SheetList, subtitle: str) -> None:
    """Write a list on a sheet of its own."""
    sheet = start_list(book, listing, subtitle)
    for row in listing.rows:
        sheet.append(row)
    finish_list(sheet, listing)


class BudgetSheet:
    """A budget line by line: groups and totals are sums, percent a division."""

    def __init__(
        self,
        tables: GrantTables,
        texts: Mapping[str, str],
        plan: Figures,
        books: Figures | None = None,
    ) -> None:
        """``plan`` and ``books`` are what the figures are added up from."""
        self._tables = tables
        self._texts = texts
        self._plan = plan
        self._books = books
        self._shows_indirect = tables.project_id is not None or tables.has_indirect

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the sheet."""
        texts = self._texts
        if self._books is None:
            return (Column(texts["line"], _LABEL), Column(texts["amount"], _AMOUNT, Money))
        return (
            Column(texts["line"], _LABEL),
            Column(texts["planned"], _AMOUNT, Money),
            Column(texts["actual"], _AMOUNT, Money),
            Column(texts["percent"], _PERCENT, Percent),
            Column(texts["drafts"], _AMOUNT, Money),
        )

    def write(self, sheet: Sheet) -> BudgetRows:
        """Write expenses, income, what is between them, and gifts in kind."""
        totals = [self._side(sheet, *one) for one in _SIDES]
        rows = BudgetRows(*totals)
        self._write_gap(sheet, rows)
        for side, _name, _total in _SIDES:
            kind = self._tables.in_kind(side)
            # The head of the group is the total of gifts in kind.
            self._group(sheet, kind)
        return rows

    def _side(self, sheet: Sheet, side: LayoutSide, name: str, total_name: str) -> int:
        sheet.write(Look.SECTION, [self._texts[name], *self._blanks])
        groups = [
            group
            for group in self._tables.counted(side)
            if group.layout.section is LayoutSection.DIRECT or self._shows_indirect
        ]
        heads = [self._group(sheet, group) for group in groups]
        lines = [line for group in groups for line in group.lines]
        cells = [f"{{}}{row}" for row in heads]
        return self._sum(sheet, self._texts[total_name], cells, lines, Look.RESULT)

    def _group(self, sheet: Sheet, group: TableGroup) -> int:
        """Write a group and its lines; return the row of the group."""
        label = f"{group.layout.number} {group.layout.label}".strip()
        if group.layout.is_line:
            return self._line(sheet, group.lines[0], label, Look.TOTAL)
        shown = [x for x in group.lines if not (x.layout.is_own and x.is_empty)]
        first = sheet.row + 2
        cells = [f"{{}}{first}:{{}}{first + len(shown) - 1}"]
        head = self._sum(sheet, label, cells, group.lines, Look.TOTAL)
        for line in shown:
            self._line(sheet, line, label_of(line), Look.BODY)
        return head

    def _line(self, sheet: Sheet, line: TableLine, label: str, look: Look) -> int:
        planned = self._plan.formula(line.layout, line.planned)
        if self._books is None:
            return sheet.write(look, [label, planned])
        if line.layout.section is LayoutSection.INDIRECT:
            # No entry tells it: whoever knows the rule types it, and the totals follow.
            return sheet.write(look, [label, planned, None, None, None])
        actual = self._books.formula(line.layout, line.actual)
        drafts = self._books.formula(line.layout, line.drafts, drafts=self._texts["draft"])
        percent = _percent(sheet.row + 1, line.actual, line.planned)
        return sheet.write(look, [label, planned, actual, percent, drafts])

    def _sum(
        self,
        sheet: Sheet,
        label: str,
        cells: Sequence[str],
        lines: Sequence[TableLine],
        look: Look,
    ) -> int:
        """Write a sum of ``cells``, which name their column by braces; return its row."""
        row = sheet.row + 1
        planned = total(line.planned for line in lines)
        values: list[Value] = [label, Formula(_sum_of("B", cells), planned)]
        if self._books is not None:
            actual = total(line.actual for line in lines)
            drafts = total(line.drafts for line in lines)
            is_told = any(x.layout.section is not LayoutSection.INDIRECT for x in lines)
            values += [
                Formula(_sum_of("C", cells), actual),
                _percent(row, actual, planned) if is_told else None,
                Formula(_sum_of("E", cells), drafts),
            ]
        return sheet.write(look, values)

    def _write_gap(self, sheet: Sheet, rows: BudgetRows) -> None:
        tables = self._tables
        values: list[Value] = [
            self._texts["gap"],
            Formula(f"B{rows.income}-B{rows.expenses}", tables.planned_gap),
        ]
        if self._books is not None:
            values.append(Formula(f"C{rows.income}-C{rows.expenses}", tables.actual_gap))
        sheet.write(Look.DETAIL, values)
        sheet.write(Look.BODY, [])

    @property
    def _blanks(self) -> list[None]:
        return [None] * (len(self.columns) - 1)


def plan_list(name: str, tables: GrantTables, texts: Mapping[str, str]) -> SheetList:
    """Return what is planned, a row a detail."""
    columns = (
        Column(texts["code"], 16, Code),
        Column(texts["line"], 44),
        Column(texts["detail"], 34),
        Column(texts["request"], 24),
        *amount_columns(texts),
    )
    rows: list[tuple[Plain | None, ...]] = []
    for line in tables.lines:
        titles = {one.request_id: one.title for one in line.requests}
        for one in line.plans:
            named = titles.get(one.request_id, "") if one.request_id is not None else ""
            told = (Code(line.layout.code), line.layout.label, one.label, named)
            rows.append((*told, *amounts(line.layout, one.amount)))
    return SheetList(name, f"{tables.title} — {name}", columns, rows)


def entry_list(tables: GrantTables, texts: Mapping[str, str]) -> SheetList:
    """Return the lines of entries behind every figure."""
    columns = (
        Column(texts["code"], 16, Code),
        Column(texts["line"], 36),
        Column(texts["account"], 10, Code),
        Column(texts["day"], 12, dt.date),
        Column(texts["number"], 11),
        Column(texts["label"], 36),
        Column(texts["party"], 24),
        Column(texts["voucher"], 12),
        Column(texts["year"], 10),
        *amount_columns(texts),
    )
    rows = [
        (
            Code(line.layout.code),
            line.layout.label,
            Code(one.account),
            one.entry_on,
            texts["draft"] if one.is_draft else str(one.number),
            one.label,
            one.party,
            one.voucher,
            one.fiscal_year,
            *amounts(line.layout, one.amount),
        )
        for line in tables.lines
        for one in line.lines
    ]
    name = texts["entries"]
    return SheetList(name, f"{tables.title} — {name}", columns, rows)


def account_list(tables: GrantTables, texts: Mapping[str, str]) -> SheetList:
    """Return what accounts add up to, drafts on rows of their own."""
    columns = (
        Column(texts["code"], 16, Code),
        Column(texts["line"], 44),
        Column(texts["account"], 10, Code),
        Column(texts["label"], 44),
        Column(texts["number"], 11),
        *amount_columns(texts),
    )
    rows: list[tuple[Plain | None, ...]] = []
    for line in tables.lines:
        for one in line.accounts:
            parts = ((one.amount - one.drafts, ""), (one.drafts, texts["draft"]))
            told = (Code(line.layout.code), line.layout.label, Code(one.account), one.label)
            rows += [
                (*told, state, *amounts(line.layout, amount))
                for amount, state in parts
                if amount
            ]
    name = texts["accounts"]
    return SheetList(name, f"{tables.title} — {name}", columns, rows)


def book_figures(tables: GrantTables, texts: Mapping[str, str]) -> Figures:
    """Return what the books are added up from: every entry, else the accounts of the year."""
    whole = all(total(one.amount for one in line.lines) == line.actual for line in tables.lines)
    if whole:
        return Figures(entry_list(tables, texts), 0, 9, draft_marks=4)
    return Figures(account_list(tables, texts), 0, 5, draft_marks=4)


def _sum_of(column: str, cells: Sequence[str]) -> str:
    return f"SUM({','.join(cells).replace('{}', column)})"


def _percent(row: int, part: Money, whole: Money) -> Formula:
    """Return a division rounded half up to whole percent, empty without a plan."""
    percent = percent_of(part, whole)
    ratio = f"INT(ROUND(C{row}/B{row}*100,6)+0.5)/100"
    found: Plain = "" if percent is None else Percent(Decimal(percent) / _HUNDRED)
    return Formula(f'IF(B{row}=0,"",{ratio})', found)
