"""The balance as rows of a sheet: accounts under their classes, and what they come to."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from coopdesk.domain.ledgers import balance_totals
from coopdesk.domain.money import total
from coopdesk.domain.text import fold
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow, Sided
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.ledgers import Balance, BalanceRow

_CLASSES = {
    1: N_("Funds and loans"),
    2: N_("Fixed assets"),
    3: N_("Stocks"),
    4: N_("Third parties"),
    5: N_("Money accounts"),
    6: N_("Expense accounts"),
    7: N_("Income accounts"),
    8: N_("Given in kind"),
}


class AccountClasses(enum.Enum):
    """Which accounts to show."""

    ALL = "12345678"
    BALANCE_SHEET = "12345"
    EXPENSES = "6"
    INCOME = "7"
    IN_KIND = "8"


def balance_columns(balance: Balance) -> tuple[SheetColumn, ...]:
    """Return the columns, one for the year before if anything is known of it."""
    earlier = balance.previous_year.label if balance.previous_year else _("Year before")
    before = SheetColumn(earlier, _("Balance at the end of the year before"), gives_way=1)
    sides = _("D: debit (what we own, what was spent). C: credit (debts, funds, income).")
    return (
        SheetColumn(_("Account"), is_text=True),
        SheetColumn(_("Name"), stretch=True),
        SheetColumn(_("Opening"), _("Brought forward from the year before"), gives_way=2),
        SheetColumn(_("Debit"), gives_way=3),
        SheetColumn(_("Credit"), gives_way=3),
        SheetColumn(_("Balance"), sides),
        *((before,) if has_previous(balance) else ()),
    )


def has_previous(balance: Balance) -> bool:
    """Tell whether anything is known of the year before."""
    return any(row.previous is not None for row in balance.rows)


def chosen_rows(balance: Balance, classes: AccountClasses, text: str) -> list[BalanceRow]:
    """Return the accounts of some classes whose number or name matches what is searched."""
    words = fold(text).split()
    return [
        row for row in balance.rows if row.number[0] in classes.value and _matches(row, words)
    ]


def _matches(row: BalanceRow, words: Sequence[str]) -> bool:
    name = fold(row.label)
    return all(row.number.startswith(word) or word in name for word in words)


def balance_sheet_rows(rows: Sequence[BalanceRow], *, is_whole: bool) -> list[SheetRow]:
    """Return the accounts under the titles of their classes; the sums at the foot."""
    found: list[SheetRow] = []
    for number, name in _CLASSES.items():
        of_class = [row for row in rows if row.class_number == number]
        if of_class:
            title = _("Class {number} · {name}").format(number=number, name=_(name))
            found.append(
                _sum_row(f"class {number}", title, of_class, RowStyle.TITLE, str(number))
            )
            found.extend(_account_row(row) for row in of_class)
    if rows:
        name = _("Total of the balance") if is_whole else _("Total of these accounts")
        found.append(_sum_row("total", name, rows, RowStyle.TOTAL))
    return found


def _account_row(row: BalanceRow) -> SheetRow:
    return SheetRow(
        row.number,
        (
            row.number,
            row.label,
            Sided(row.opening),
            row.debit,
            row.credit,
            Sided(row.closing),
            None if row.previous is None else Sided(row.previous),
        ),
        opens=row.number,
    )


def _sum_row(
    key: str, name: str, rows: Iterable[BalanceRow], style: RowStyle, opens: str | None = None
) -> SheetRow:
    kept = list(rows)
    sums = balance_totals(kept)
    previous = [row.previous for row in kept if row.previous is not None]
    return SheetRow(
        key,
        (
            "",
            name,
            Sided(total(row.opening for row in kept)),
            sums.debit,
            sums.credit,
            Sided(total(row.closing for row in kept)),
            Sided(total(previous)) if previous else None,
        ),
        style=style,
        opens=opens,
    )
