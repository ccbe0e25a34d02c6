"""The treasury as rows of a sheet and as months of the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.sheets import Sheet
from coopdesk.ui.reports.targets import account_target, month_target
from coopdesk.ui.reports.treasury_painting import ChartMonth
from coopdesk.wording.formats import capital, month_names, month_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.treasury import (
        ForecastMonth,
        ForecastPart,
        Treasury,
        TreasuryAccount,
        TreasuryMonth,
    )


def chart_months(treasury: Treasury) -> list[ChartMonth]:
    """Return the months of the chart: those that came, then those forecast."""
    short = month_names(short=True)
    months = [
        ChartMonth(
            month_text(one.month_on),
            short[one.month_on.month - 1],
            one.money_in,
            one.money_out,
            one.closing,
        )
        for one in treasury.months
    ]
    for one in treasury.forecast:
        came, went = _in_and_out(one.parts)
        name, brief = month_text(one.month_on), short[one.month_on.month - 1]
        months.append(ChartMonth(name, brief, came, went, one.closing, is_forecast=True))
    return months


def treasury_columns() -> tuple[SheetColumn, ...]:
    """Return the columns of the table by month."""
    return (
        SheetColumn(_("In euros"), stretch=True),
        SheetColumn(_("At the beginning"), gives_way=1),
        SheetColumn(_("In")),
        SheetColumn(_("Out")),
        SheetColumn(_("At the end")),
    )


def treasury_sheet(treasury: Treasury) -> Sheet:
    """Return the months, the forecast, then the accounts of the whole year."""
    rows = [_month_row(one) for one in treasury.months]
    for month in treasury.forecast:
        rows.extend(_forecast_rows(month))
    if treasury.accounts:
        rows.append(
            SheetRow("accounts", _title(_("By account, over the year")), RowStyle.TITLE)
        )
        rows.extend(_account_row(one, one.months) for one in treasury.accounts)
    return Sheet(treasury_columns(), tuple(rows))


def month_sheet(treasury: Treasury, month_on: dt.date) -> Sheet:
    """Return the accounts of money in one month."""
    rows = []
    for account in treasury.accounts:
        months = [one for one in account.months if one.month_on == month_on]
        if months:
            rows.append(_account_row(account, months))
    whole = [one for one in treasury.months if one.month_on == month_on]
    if whole:
        name = _("All together, transfers between them left out")
        rows.append(_sums(SheetRow("total", (name,), RowStyle.TOTAL), whole))
    title = _("Treasury, {month}").format(month=month_text(month_on))
    return Sheet(treasury_columns(), tuple(rows), title)


def _month_row(one: TreasuryMonth) -> SheetRow:
    row = SheetRow(
        one.month_on.isoformat(),
        (capital(month_text(one.month_on)),),
        opens=month_target(one.month_on),
    )
    return _sums(row, [one])


def _account_row(account: TreasuryAccount, months: Sequence[TreasuryMonth]) -> SheetRow:
    name = f"{account.number} · {account.label}"
    row = SheetRow(account.number, (name,), opens=account_target(account.number))
    return _sums(row, months)


def _sums(row: SheetRow, months: Sequence[TreasuryMonth]) -> SheetRow:
    """Return a row with the months added up."""
    figures = (
        months[0].opening if months else ZERO,
        total(one.money_in for one in months),
        total(one.money_out for one in months),
        months[-1].closing if months else ZERO,
    )
    return SheetRow(row.key, (*row.cells, *figures), row.style, row.level, row.opens)


def _forecast_rows(month: ForecastMonth) -> list[SheetRow]:
    came, went = _in_and_out(month.parts)
    name = _("{month}, forecast").format(month=capital(month_text(month.month_on)))
    head = (name, month.opening, came, went, month.closing)
    rows = [SheetRow(f"forecast {month.month_on.isoformat()}", head, RowStyle.DETAIL)]
    for number, part in enumerate(month.parts):
        cents = part.amount.cents
        sides = (part.amount, None) if cents >= 0 else (None, -part.amount)
        rows.append(
            SheetRow(
                f"forecast {month.month_on.isoformat()} {number}",
                (label(part.kind), None, *sides, None),
                RowStyle.DETAIL,
                level=1,
            )
        )
    return rows


def _in_and_out(parts: Iterable[ForecastPart]) -> tuple[Money, Money]:
    kept = [part.amount for part in parts]
    came = total(amount for amount in kept if amount.cents > 0)
    return came, -total(amount for amount in kept if amount.cents < 0)


def _title(text: str) -> tuple[str | None, ...]:
    return (text, None, None, None, None)
