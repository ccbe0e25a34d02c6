"""Dedicated funds as rows of a sheet: the table of the annexe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, total
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.sheets import Sheet
from coopdesk.ui.reports.targets import account_target
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.dedicated_funds import FundLine


def fund_sheet(lines: Sequence[FundLine]) -> Sheet:
    """Return the table; Enter on a fund opens the account that holds it."""
    columns = (
        SheetColumn(_("Dedicated fund"), stretch=True),
        SheetColumn(_("At the beginning")),
        SheetColumn(_("Put aside"), _("Received this year and not spent yet (account 689)")),
        SheetColumn(_("Used"), _("Spent this year of what was put aside (account 789)")),
        SheetColumn(_("Transfers"), _("Moved to or from another fund"), gives_way=1),
        SheetColumn(_("At the end")),
    )
    rows = [_row(line) for line in lines]
    if rows:
        sums = (
            total(line.opening for line in lines),
            total(line.reports for line in lines),
            total(line.uses for line in lines),
            total(line.transfers for line in lines),
            total(line.closing for line in lines),
        )
        target = account_target("19")
        rows.append(SheetRow("total", (_("Total"), *sums), RowStyle.TOTAL, opens=target))
    note, is_wrong = "", False
    if any(line.closing < ZERO for line in lines):
        note, is_wrong = _("More was used than a fund holds."), True
    return Sheet(columns, tuple(rows), note=note, is_wrong=is_wrong)


def _row(line: FundLine) -> SheetRow:
    content = line.fund.content
    parts = (content.name, line.fund.funder_name, line.fund.activity_name)
    return SheetRow(
        f"fund {line.fund.id}",
        (
            " · ".join(part for part in parts if part),
            line.opening,
            line.reports,
            line.uses,
            line.transfers,
            line.closing,
        ),
        opens=account_target(line.fund.accounts.fund),
    )
