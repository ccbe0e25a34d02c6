"""The board's workbook: the books of a year to read, to check and to print.

Every total is a live formula that carries its result; everything is summed from the journal.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.board_activities import activity_columns, write_activities
from coopdesk.documents.board_balance import balance_columns, write_balance
from coopdesk.documents.board_budget import budget_columns, write_budget
from coopdesk.documents.board_checks import Written
from coopdesk.documents.board_journal import journal_columns, write_journal
from coopdesk.documents.board_ledger import LedgerPage, ledger_columns
from coopdesk.documents.board_notes import note_columns, write_notes
from coopdesk.documents.board_places import Board, sheet_names
from coopdesk.documents.board_registers import (
    WrittenRegisters,
    grant_columns,
    register_columns,
    volunteering_columns,
    write_contributions,
    write_grants,
    write_register,
)
from coopdesk.documents.board_statements import (
    result_columns,
    sheet_columns,
    write_balance_sheet,
    write_result,
)
from coopdesk.documents.board_summary import summary_columns, write_summary
from coopdesk.documents.board_treasury import treasury_columns, write_treasury
from coopdesk.documents.workbook import Book
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.domain.board_accounts import BoardAccounts


def write_board_workbook(
    accounts: BoardAccounts, stream: IO[bytes], advance: Callable[[int, int], None]
) -> None:
    """Write the workbook; ``advance`` is told how many lines are written, of how many.

    Memory stays flat however many lines there are: they go by, once.

    Raises:
        ValueError: the lines do not add up to the balances, or are not as many as announced.
    """
    title = _("Accounts of {year}").format(year=accounts.year.label)
    with Book(title, accounts.association) as book:
        board = _started(accounts, book)
        ledger = LedgerPage(board)
        try:
            sums = write_journal(board, ledger, advance)
            check_sums(accounts, sums)
            ledger.write(sums)
        finally:
            ledger.close()
        _write_rest(board, sums)
        book.write_to(stream)
    advance(accounts.lines.count, accounts.lines.count)


def check_sums(accounts: BoardAccounts, sums: JournalSums) -> None:
    """Refuse lines that do not make the balances: no figure of the file would be right.

    Raises:
        ValueError: they do not.
    """
    for row in accounts.balance.rows:
        number = row.number
        found = (sums.opening[number], sums.debit[number], sums.credit[number])
        if found != (row.opening.cents, row.debit.cents, row.credit.cents):
            problem = f"the lines of account {number} do not make its balance"
            raise ValueError(problem)


def _started(accounts: BoardAccounts, book: Book) -> Board:
    names = sheet_names()
    balance_rows, ledger_rows = at.places(accounts)
    board = Board(accounts, book, names, {}, balance_rows, ledger_rows)
    # What formulas need beside the printed columns stands at the right of them.
    printed = {names.balance: 9, names.journal: 10, names.budget: 6}
    shown = printed | {names.journal: 12}
    for name, columns, landscape in (
        (names.summary, summary_columns(board), False),
        (names.result, result_columns(board), False),
        (names.balance_sheet, sheet_columns(board), False),
        (names.budget, budget_columns(), False),
        (names.treasury, treasury_columns(board), True),
        (names.balance, balance_columns(board.last_year), True),
        (names.ledger, ledger_columns(), True),
        (names.journal, journal_columns(), True),
        (names.activities, activity_columns(board), True),
        (names.register, register_columns(board), False),
        (names.grants, grant_columns(), True),
        (names.volunteering, volunteering_columns(board), False),
        (names.notes, note_columns(), False),
    ):
        board.sheets[name] = book.sheet(
            name,
            columns,
            landscape=landscape,
            quiet=True,
            printed=printed.get(name),
            shown=shown.get(name),
        )
        if name not in {names.journal, names.ledger, names.notes}:
            board.sheets[name].airy()
    _hide_unknown(board)
    return board


def _hide_unknown(board: Board) -> None:
    """Leave out the columns of a year before that nobody knows."""
    sheets, names, accounts = board.sheets, board.names, board.accounts
    if not accounts.has_year_before:
        sheets[names.result].hide_columns("DE" if accounts.budget is None else "FG")
        sheets[names.activities].hide_columns("EHK")
    if not accounts.has_previous:
        sheets[names.balance_sheet].hide_columns("FG")
        sheets[names.balance].hide_columns("HI")


def _write_rest(board: Board, sums: JournalSums) -> None:
    """Write what is summed from the journal, then the summary over it all."""
    write_balance(board)
    write_budget(board)
    result, balance_sheet = write_result(board), write_balance_sheet(board)
    treasury = write_treasury(board, sums)
    write_activities(board, sums)
    totals = (*write_register(board), *write_grants(board))
    volunteering, given = write_contributions(board)
    write_notes(board)
    registers = WrittenRegisters(*(*totals, given))
    write_summary(
        board, Written(sums, result, balance_sheet, volunteering, treasury, registers)
    )
