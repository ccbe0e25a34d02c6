"""Gifts and fees as their lists have them beside what the books hold, as rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import total
from coopdesk.ui.reports.figure_sheet import Change, RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.sheets import Sheet
from coopdesk.ui.reports.targets import account_target
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.book_ties import Tie


def tie_sheet(ties: Sequence[Tie]) -> Sheet:
    """Return the accounts of gifts and fees, and whether both sides say the same."""
    columns = (
        SheetColumn(_("Account"), is_text=True),
        SheetColumn(_("Name"), stretch=True),
        SheetColumn(_("In the lists"), _("What gifts and memberships of the year come to")),
        SheetColumn(_("In the books")),
        SheetColumn(
            _("of which by hand"), _("In entries that no gift or payment made"), gives_way=1
        ),
        SheetColumn(_("Difference"), _("What the books lack, or hold beyond the lists")),
    )
    rows = [_row(tie) for tie in ties]
    if rows:
        rows.append(_total(ties))
    is_met = all(tie.is_met for tie in ties)
    note = _("Lists and books say the same")
    if not is_met:
        note = _("Lists and books differ: prepare the entries, or look at the lines")
    return Sheet(columns, tuple(rows), note=note if rows else "", is_wrong=not is_met)


def _row(tie: Tie) -> SheetRow:
    cells = (tie.recorded, tie.in_books, tie.by_hand, Change(tie.difference))
    return SheetRow(
        tie.account, (tie.account, tie.label, *cells), opens=account_target(tie.account)
    )


def _total(ties: Sequence[Tie]) -> SheetRow:
    cells = (
        total(tie.recorded for tie in ties),
        total(tie.in_books for tie in ties),
        total(tie.by_hand for tie in ties),
        Change(total(tie.difference for tie in ties)),
    )
    return SheetRow("total", ("", _("Total"), *cells), RowStyle.TOTAL)
