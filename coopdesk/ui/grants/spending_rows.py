"""What a grant was spent on: the entries of its activity on its days, and its part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import total
from coopdesk.ui.grants.sheet_dialog import SheetKind
from coopdesk.ui.grants.table_rows import entry_row
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.wording.formats import day_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coopdesk.domain.grant_states import GrantSpending
    from coopdesk.domain.grant_tables import GrantBookLine


def spending_sheet() -> SheetKind[GrantSpending]:
    """Return how it is shown, entries beneath the lines of the official budget."""
    return SheetKind(
        _("What the grant was spent on"),
        _("Expenses of the activity"),
        lambda _found: (SheetColumn(_("Expense"), stretch=True), SheetColumn(_("Amount"))),
        spending_rows,
        lambda found: found.state.request.content.title,
        _remarks,
        720,
    )


def spending_rows(found: GrantSpending, opened: Collection[str]) -> list[SheetRow]:
    """Return the expenses by line, their sum, the part of the grant and what is left of it."""
    rows = [row for name in found.names for row in _line(name, found, opened)]
    state = found.state
    rows.append(
        SheetRow("spent", (_("Spent by the activity"), state.spent.amount), RowStyle.TOTAL)
    )
    if state.spent.drafts:
        cells = (_("of it in drafts"), state.spent.drafts)
        rows.append(SheetRow("drafts", cells, RowStyle.DETAIL, 1))
    if state.request.award is None:
        return rows
    return [
        *rows,
        SheetRow("granted", (_("Granted amount"), state.granted)),
        SheetRow("used", (_("Spent of it"), state.used)),
        SheetRow("left", (_("Left to spend"), state.left), RowStyle.RESULT),
    ]


def _line(name: str, found: GrantSpending, opened: Collection[str]) -> Iterator[SheetRow]:
    lines: tuple[GrantBookLine, ...] = found.by_name[name]
    text = name or _("Accounts of no line of the budget")
    amount = total(one.amount for one in lines)
    key = f"line:{name}"
    yield SheetRow(key, (text, amount), opens=key, hint=_("Enter shows the entries"))
    if key in opened:
        for one in lines:
            yield entry_row(one, 1, 2, 1)


def _remarks(found: GrantSpending) -> list[str]:
    if found.days is None or found.state.request.activity_id is None:
        return [_("No activity or no days are known: the books cannot be asked.")]
    first, last = found.days
    text = _("Expenses of the activity from {first} to {last}.")
    said = [text.format(first=day_text(first), last=day_text(last))]
    rate = found.state.request.content.rate
    if rate is not None:
        text = _("The grant pays {rate} of them at most, and nothing that others pay already.")
        said.append(text.format(rate=rate_text(rate)))
    said.append(_("Enter on a line shows the entries that make it."))
    return [" ".join(said)]
