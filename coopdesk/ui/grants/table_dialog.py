"""The official budget of a grant or a project: planned, from the books, and what makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.grants.sheet_dialog import SheetKind
from coopdesk.ui.grants.table_rows import table_columns, table_rows
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.grant_tables import GrantTables


def table_sheet() -> SheetKind[GrantTables]:
    """Return how the official budget is shown, its entries beneath its lines."""
    return SheetKind(
        _("Planned and carried out"),
        _("Budget in the official layout"),
        lambda _tables: table_columns(),
        table_rows,
        lambda tables: tables.title,
        table_remarks,
    )


def table_remarks(tables: GrantTables) -> list[str]:
    """Return what is to be known of the figures."""
    said = [_("Enter on a line shows the entries that make it.")]
    if tables.starts_on is not None and tables.ends_on is not None:
        text = _("The books are read from {first} to {last}.")
        said.append(
            text.format(first=day_text(tables.starts_on), last=day_text(tables.ends_on))
        )
    if tables.planned_gap:
        text = _("Planned income less planned expenses: {amount}; the form wants none.")
        said.append(text.format(amount=money_text(tables.planned_gap)))
    if any(tables.in_kind_gap):
        said.append(_("What is given in kind (87) and its use (86) should be equal."))
    if tables.drafts:
        said.append(_("Some entries are drafts: the figures may still change."))
    if tables.has_indirect:
        said.append(_("No entry tells what the indirect costs came to: work them out."))
    if tables.unsorted:
        text = _("{amount} waits on account 47, in no line.")
        said.append(text.format(amount=money_text(tables.unsorted)))
    return [" ".join(said)]
