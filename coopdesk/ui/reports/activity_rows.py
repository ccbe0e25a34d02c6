"""Income and expenses by activity as rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.ledgers import NO_ACTIVITY
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.sheets import Report, Sheet
from coopdesk.ui.reports.targets import report_target
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.ledgers import ActivityTotals


def activity_sheet(found: Sequence[ActivityTotals], before: str) -> Sheet:
    """Return the sheet; ``before`` names the fiscal year before, empty if there is none."""
    columns = (
        SheetColumn(_("Activity"), stretch=True),
        SheetColumn(_("Income accounts")),
        SheetColumn(_("Expense accounts")),
        SheetColumn(_("Result"), _("Income less expenses")),
        *(
            (SheetColumn(_("Result {year}").format(year=before), gives_way=1),)
            if before
            else ()
        ),
        SheetColumn(_("Budget"), _("What the budget plans: income less expenses"), gives_way=2),
    )
    rows = [_row(one, has_before=bool(before)) for one in found]
    if rows:
        rows.append(_total(found, has_before=bool(before)))
    return Sheet(columns, tuple(rows))


def _row(one: ActivityTotals, *, has_before: bool) -> SheetRow:
    is_named = one.activity_id is not None
    activity_id = NO_ACTIVITY if one.activity_id is None else one.activity_id
    return SheetRow(
        f"activity {one.activity_id}",
        (
            one.name or _("Without activity"),
            one.income,
            one.expense,
            one.result,
            *((one.previous_income - one.previous_expense,) if has_before else ()),
            _planned(one),
        ),
        style=RowStyle.ITEM if is_named else RowStyle.DETAIL,
        opens=report_target(Report.RESULT.value, activity_id),
    )


def _planned(one: ActivityTotals) -> Money | None:
    if one.budget_income is None and one.budget_expense is None:
        return None
    return (one.budget_income or ZERO) - (one.budget_expense or ZERO)


def _total(found: Sequence[ActivityTotals], *, has_before: bool) -> SheetRow:
    earlier = total(one.previous_income - one.previous_expense for one in found)
    planned = [amount for amount in map(_planned, found) if amount is not None]
    return SheetRow(
        "total",
        (
            _("Whole association"),
            total(one.income for one in found),
            total(one.expense for one in found),
            total(one.result for one in found),
            *((earlier,) if has_before else ()),
            total(planned) if planned else None,
        ),
        style=RowStyle.RESULT,
        opens=report_target(Report.RESULT.value, None),
    )
