"""The last sheet of the board's workbook: how to read it, and what the treasurer adds."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Column, Link
from coopdesk.documents.workbook_styles import Look
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.documents.board_places import Board

# Characters on a line of the wide column, and the height of a line in points.
_WIDTH, _LINE = 105, 15


def note_columns() -> tuple[Column, ...]:
    """Return the columns: whole sentences."""
    return (Column("", _WIDTH),)


def write_notes(board: Board) -> None:
    """Write how the figures are made, then the notes of the association."""
    sheet = board.sheets[board.names.notes]
    sheet.heading(_("Notes"), board.subtitle)
    sheet.write(Look.SUBTITLE, [Link(_("Back to the summary"), board.names.summary)])
    for title, text in (*_reading(), *board.accounts.notes):
        sheet.write(Look.BODY, [])
        sheet.write(Look.SECTION, [title])
        for paragraph in filter(None, text.splitlines()):
            lines = ceil(len(paragraph) / _WIDTH)
            sheet.write(Look.TEXT, [paragraph], height=_LINE * lines + 3)
    sheet.print_area(sheet.row)


def _reading() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Where a figure comes from"),
            _(
                "Every total is a live formula. The statements add up the accounts of the trial"
                " balance that name their line; the trial balance adds up the lines of the"
                " journal. A click on a title goes from the statement to the account, and from"
                " the account to its lines."
            ),
        ),
        (
            _("Trying something out"),
            _(
                "Change an amount, an account or a day in the journal: the trial balance, the"
                " ledger and the statements follow. A row put in above the empty one at the end"
                " of the journal counts in the trial balance, not in the ledger, and the checks"
                " say so. The books themselves are not changed by this file."
            ),
        ),
        (
            _("Checks"),
            _(
                "The checks of the summary are formulas too. Green: the two figures agree to"
                " the cent. Red: somebody should look, the link opens the sheet."
            ),
        ),
        (
            _("Statements"),
            _(
                "The models are those of regulation ANC 2018-06 as amended for years opened"
                " from 1 January 2025. Contributions in kind stand below the result, on a sheet"
                " of their own, and do not change it."
            ),
        ),
    )
