"""The last sheet of the board's workbook: what is to be known, and how to read it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.board_budget import budget_text
from coopdesk.documents.workbook import Column, Link
from coopdesk.documents.workbook_styles import Look
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet

# Characters on a line of each column, and the height of a line in points. A sheet of one wide
# column would not be made to fit its page.
_TITLES, _WIDTH, _LINE = 30, 84, 15
# Rows that wait for the treasurer.
_OWN_ROWS = 6


def note_columns() -> tuple[Column, ...]:
    """Return the columns: what it is about, and whole sentences."""
    return (Column(_("Subject"), _TITLES), Column(_("What is to be known"), _WIDTH))


def write_notes(board: Board) -> None:
    """Write what the board must know, room for the treasurer, and how to read it all."""
    sheet = board.sheets[board.names.notes]
    sheet.freeze(at.HEAD_ROW)
    sheet.heading(_("Notes"), board.subtitle)
    sheet.write(Look.SUBTITLE, [Link(_("Back to the summary"), board.names.summary)])
    sheet.head()
    known = (_models(), *_about(board), *board.accounts.notes)
    _write_group(sheet, _("What is to be known of these accounts"), known)
    sheet.write(Look.SECTION, [_("Notes of the treasurer"), None])
    for _row in range(_OWN_ROWS):
        sheet.write(Look.INPUT, [None, None], height=_LINE + 7)
    _write_group(sheet, _("How to read this workbook"), _reading())
    sheet.repeat(at.HEAD_ROW)
    sheet.print_area(sheet.row)


def _write_group(sheet: Sheet, title: str, notes: Iterable[tuple[str, str]]) -> None:
    sheet.write(Look.SECTION, [title, None])
    for subject, text in notes:
        said: str | None = subject
        for paragraph in filter(None, text.splitlines()):
            lines = max(_lines(paragraph, _WIDTH), _lines(said or "", _TITLES))
            sheet.write(Look.TEXT, [said, paragraph], height=_LINE * lines + 3)
            said = None
    sheet.write(Look.BODY, [])


def _lines(text: str, width: int) -> int:
    return max(1, ceil(len(text) / width))


def _about(board: Board) -> tuple[tuple[str, str], ...]:
    """Return which budget holds."""
    budget = board.accounts.budget
    return () if budget is None else ((_("Budget"), budget_text(budget)),)


def _models() -> tuple[str, str]:
    return (
        _("Statements"),
        _(
            "The models are those of regulation ANC 2018-06 as amended for years opened"
            " from 1 January 2025. Contributions in kind stand below the result, on a sheet"
            " of their own, and do not change it."
        ),
    )


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
            _("Figures by their names"),
            _(
                "In formulas of your own, these names stand for the key figures: {names}."
            ).format(names=", ".join(at.KEY_NAMES)),
        ),
        (
            _("Checks"),
            _(
                "The checks of the summary are formulas too. Green: the two figures agree to"
                " the cent. Red: somebody should look, the link opens the sheet."
            ),
        ),
    )
