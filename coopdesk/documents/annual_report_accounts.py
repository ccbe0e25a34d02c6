"""The chapter of the yearly report about the books: result, balance sheet, treasury."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import (
    Chapter,
    Chart,
    ChartKind,
    Part,
    ReportColumn,
    ReportTable,
    Series,
    Tile,
    tile,
    value_text,
    words,
)
from coopdesk.domain.financial_statements import RESULT_LINE
from coopdesk.domain.fiscal_years import YearState
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.statement_model import LineNature, StatementPart
from coopdesk.wording.formats import day_long, month_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.annual_report_content import AccountsPart, AnnualReportContent
    from coopdesk.domain.financial_statements import FinancialStatement, StatementLine
    from coopdesk.domain.treasury import TreasuryMonth

INCOME_LINE, EXPENSES_LINE = "TP", "TC"


def accounts_chapter(content: AnnualReportContent) -> Chapter:
    """Return the books of the fiscal year that ends in the year, drafts included."""
    texts, part = words("accounts"), content.accounts
    assert part is not None
    if part.year is None:
        return Chapter(texts["title"], (texts["nothing"].format(year=content.year),))
    if part.is_empty:
        return Chapter(texts["title"], (texts["empty"].format(year=part.year.label),))
    said = [_days(part)]
    if not part.is_civil:
        said.append(texts["not_civil"].format(year=content.year))
    said.append(texts["closed" if part.year.state is YearState.CLOSED else "open"])
    return Chapter(texts["title"], (" ".join(said),), tuple(_tiles(part)), tuple(_parts(part)))


def _days(part: AccountsPart) -> str:
    assert part.year is not None
    first, last = part.year.starts_on, part.year.ends_on
    return words("accounts")["days"].format(
        year=part.year.label, first=day_long(first, "fr"), last=day_long(last, "fr")
    )


def _tiles(part: AccountsPart) -> Iterator[Tile]:
    texts = words("accounts")
    assert part.result is not None
    result = part.result.amount(RESULT_LINE)
    shown = (
        ("income", part.result.line(INCOME_LINE), 1),
        ("expenses", part.result.line(EXPENSES_LINE), 1),
        ("surplus" if result >= ZERO else "deficit", part.result.line(RESULT_LINE), 0),
    )
    for name, line, sign in shown:
        amount = line.amount or ZERO
        value = amount if sign else Money(abs(amount.cents))
        yield tile(texts, name, value, _before(part, line.previous))
    if part.treasury:
        held = part.treasury_before[-1].closing if part.treasury_before else None
        yield tile(texts, "held", part.treasury[-1].closing, _before(part, held))


def _before(part: AccountsPart, amount: Money | None) -> str:
    if part.before is None or amount is None:
        return ""
    said = words("report")["before"]
    return said.format(value=value_text(amount), year=part.before.label)


def _parts(part: AccountsPart) -> Iterator[Part]:
    texts = words("accounts")
    assert part.result is not None
    assert part.balance_sheet is not None
    income = [line for line in part.result.lines if line.code.startswith("P")]
    expenses = [line for line in part.result.lines if line.code.startswith("C")]
    yield Part(_lines(part, ("income_title", "total_income"), income, 1))
    yield Part(_lines(part, ("expenses_title", "total_expenses"), expenses, 1))
    yield Part(_result(part, part.result))
    assets, liabilities = map(
        part.balance_sheet.part, (StatementPart.ASSETS, StatementPart.LIABILITIES)
    )
    yield Part(_lines(part, ("assets", "total_assets"), assets))
    yield Part(_lines(part, ("liabilities", "total_liabilities"), liabilities))
    if part.treasury:
        yield Part(_treasury(part, texts["treasury"]), _curve(part))


def _columns(part: AccountsPart, *, has_before: bool) -> tuple[ReportColumn, ...]:
    """Return the columns: without a year before, what stood there at the opening."""
    assert part.year is not None
    texts = words("accounts")
    before = part.before.label if part.before else texts["opening"]
    columns = [ReportColumn(texts["line"]), ReportColumn(part.year.label, Money, summed=True)]
    if has_before:
        columns.append(ReportColumn(before, Money, summed=True))
    return tuple(columns)


def _lines(
    part: AccountsPart,
    named: tuple[str, str],
    lines: Sequence[StatementLine],
    bar: int | None = None,
) -> ReportTable:
    """List the lines of a statement that hold something; they add up to its total."""
    texts, has_before = words("accounts"), any(line.previous is not None for line in lines)
    items = [
        (line.label, line.amount or ZERO, line.previous or ZERO)
        for line in lines
        if line.nature is LineNature.ITEM and (line.amount or line.previous)
    ]
    columns = _columns(part, has_before=has_before)
    rows = [item[: len(columns)] for item in items]
    return ReportTable(texts[named[0]], columns, rows, total=texts[named[1]], bar=bar)


def _result(part: AccountsPart, result: FinancialStatement) -> ReportTable:
    texts = words("accounts")
    income, expenses = result.line(INCOME_LINE), result.line(EXPENSES_LINE)
    columns = _columns(part, has_before=income.previous is not None)
    rows = [
        (texts["total_income"], income.amount or ZERO, income.previous or ZERO),
        (texts["total_expenses"], -(expenses.amount or ZERO), -(expenses.previous or ZERO)),
    ]
    shown = [row[: len(columns)] for row in rows]
    return ReportTable(texts["result_line"], columns, shown, total=texts["result_total"])


def _treasury(part: AccountsPart, heading: str) -> ReportTable:
    columns = _columns(part, has_before=bool(part.treasury_before))
    months = zip_longest(part.treasury, part.treasury_before)
    rows = [
        (
            _month(now or before),
            now.closing if now else None,
            before.closing if before else None,
        )
        for now, before in months
    ]
    plain = [column._replace(summed=False) for column in columns[1:]]
    first = columns[0]._replace(title=words("accounts")["month"])
    shown = [row[: len(columns)] for row in rows]
    return ReportTable(heading, (first, *plain), shown)


def _month(month: TreasuryMonth | None) -> str:
    return "" if month is None else month_names("fr")[month.month_on.month - 1]


def _curve(part: AccountsPart) -> Chart:
    assert part.year is not None
    short = month_names("fr", short=True)
    longest = max(part.treasury, part.treasury_before, key=len)
    labels = tuple(short[month.month_on.month - 1] for month in longest)
    series = [Series(part.year.label, tuple(x.closing.cents for x in part.treasury))]
    if part.before and part.treasury_before:
        earlier = tuple(month.closing.cents for month in part.treasury_before)
        series.append(Series(part.before.label, earlier))
    return Chart(ChartKind.CURVE, labels, tuple(series))
