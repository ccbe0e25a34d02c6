"""What the board's workbook holds against each other, as formulas and as what they give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Formula
from coopdesk.domain.ledgers import result_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.board_journal import JournalSums
    from coopdesk.documents.board_places import Board
    from coopdesk.documents.board_registers import WrittenRegisters
    from coopdesk.documents.board_statements import WrittenStatement
    from coopdesk.documents.board_treasury import WrittenTreasury


@dataclass(frozen=True)
class Written:
    """The sheets that the summary speaks of."""

    sums: JournalSums
    result: WrittenStatement
    balance_sheet: WrittenStatement
    volunteering: WrittenStatement
    treasury: WrittenTreasury
    registers: WrittenRegisters


@dataclass(frozen=True)
class Check:
    """Two figures that must be equal, as formulas and as what they give."""

    title: str
    first: Formula
    second: Formula
    sheet: str

    @property
    def gap(self) -> Money | int:
        """What is between them: an amount, or a number of lines."""
        first, second = self.first.result, self.second.result
        if isinstance(first, Money) and isinstance(second, Money):
            return first - second
        assert isinstance(first, int)
        assert isinstance(second, int)
        return first - second


def checks(board: Board, written: Written) -> tuple[Check, ...]:
    """Return what is held against each other."""
    found = [*_book_checks(board, written), *_statement_checks(board, written)]
    found += _account_checks(board)
    if board.accounts.has_previous:
        found.append(_opening_check(board))
    if board.accounts.registers.contributions:
        found.append(_given_check(board, written))
    return (*found, *_register_checks(board, written))


def _book_checks(board: Board, written: Written) -> tuple[Check, ...]:
    sums, names = written.sums, board.names
    debit, credit = Money(sums.all_debit), Money(sums.all_credit)
    closing = [row.closing_debit for row in board.accounts.balance.rows]
    owed = [row.closing_credit for row in board.accounts.balance.rows]
    moved = total(row.debit for row in board.accounts.balance.rows)
    return (
        Check(
            _("Journal: debits equal credits"),
            Formula(f"SUM({at.JOURNAL_DEBIT})", debit),
            Formula(f"SUM({at.JOURNAL_CREDIT})", credit),
            names.journal,
        ),
        Check(
            _("The general ledger holds every line of the journal"),
            Formula(f"SUBTOTAL(9,{at.LEDGER_DEBIT})", debit),
            Formula(f"SUM({at.JOURNAL_DEBIT})", debit),
            names.ledger,
        ),
        Check(
            _("Trial balance: debit balances equal credit balances"),
            Formula(f"SUM({at.BALANCE_DEBIT})", total(closing)),
            Formula(f"SUM({at.BALANCE_CREDIT})", total(owed)),
            names.balance,
        ),
        Check(
            _("The trial balance holds every line of the journal"),
            Formula(f"SUM({at.BALANCE_MOVED})", moved),
            Formula(
                f'SUMIFS({at.JOURNAL_DEBIT},{at.JOURNAL_KIND},"<>{at.OPENING_MARK}")', moved
            ),
            names.balance,
        ),
        Check(
            _("No line of the journal is a draft any more"),
            Formula(f'COUNTIF({at.JOURNAL_NUMBER},"{at.DRAFT_MARK}")', sums.drafts),
            Formula("0", 0),
            names.journal,
        ),
    )


def _statement_checks(board: Board, written: Written) -> tuple[Check, ...]:
    result, balance, names = written.result, written.balance_sheet, board.names
    given = written.volunteering
    books = result_of({row.number: row.closing for row in board.accounts.balance.rows})
    assets, liabilities = balance.found.amount("A99"), balance.found.amount("B99")
    return (
        Check(
            _("Balance sheet: assets equal liabilities"),
            Formula(balance.place("A99"), assets),
            Formula(balance.place("B99"), liabilities),
            names.balance_sheet,
        ),
        Check(
            _("The income statement gives the result of the books, and of the balance sheet"),
            Formula(result.place("R5"), result.found.amount("R5")),
            Formula(at.RESULT, books),
            names.result,
        ),
        Check(
            _("Contributions in kind: given equals used (86 = 87)"),
            Formula(given.place("V09"), given.found.amount("V09")),
            Formula(given.place("V19"), given.found.amount("V19")),
            names.volunteering,
        ),
        Check(
            _("Treasury month by month ends with the balances of its accounts"),
            Formula(written.treasury.place, written.treasury.closing),
            _treasury_sum(board),
            names.treasury,
        ),
    )


def _treasury_sum(board: Board) -> Formula:
    where = f'{at.BALANCE_TREASURY},"{at.TREASURY_MARK}"'
    return Formula(
        f"SUMIFS({at.BALANCE_DEBIT},{where})-SUMIFS({at.BALANCE_CREDIT},{where})",
        total(
            row.closing
            for row in board.accounts.balance.rows
            if row.number.startswith(at.MONEY_ACCOUNTS)
        ),
    )


def _account_checks(board: Board) -> list[Check]:
    """Return the accounts that must be empty: moves on the way, and what is not sorted out."""
    found = []
    for title, starts in (
        (_("Moves between accounts have all arrived (58)"), ("58",)),
        (_("Nothing waits to be sorted out (471 to 475)"), ("471", "472", "473", "474", "475")),
    ):
        size = len(starts[0])
        where = "+".join(f'(LEFT({at.BALANCE_ACCOUNT},{size})="{start}")' for start in starts)
        text = f"SUMPRODUCT(({where})*({at.BALANCE_DEBIT}+{at.BALANCE_CREDIT}))"
        held = total(
            row.closing_debit + row.closing_credit
            for row in board.accounts.balance.rows
            if row.number.startswith(starts)
        )
        found.append(Check(title, Formula(text, held), Formula("0", ZERO), board.names.balance))
    return found


def _opening_check(board: Board) -> Check:
    """Return the check that the year began with what the year before ended with."""
    where = f'(LEFT({at.BALANCE_ACCOUNT},1)>="2")*(LEFT({at.BALANCE_ACCOUNT},1)<="5")'
    gap = f"ABS({at.BALANCE_OPENING}-{at.BALANCE_PREVIOUS})"
    held = Money(
        sum(
            abs((row.opening - (row.previous or ZERO)).cents)
            for row in board.accounts.balance.rows
            if "2" <= row.number[0] <= "5"
        )
    )
    return Check(
        _("The year opens with the balances of the year before (classes 2 to 5)"),
        Formula(f"SUMPRODUCT({where}*{gap})", held),
        Formula("0", ZERO),
        board.names.balance,
    )


def _given_check(board: Board, written: Written) -> Check:
    """Return the check that what was told of time and things given is in the books."""
    given, volunteering = written.registers.given, written.volunteering
    return Check(
        _("Time and things given: the list equals the books (87)"),
        Formula(given.place, given.amount),
        Formula(volunteering.place("V09"), volunteering.found.amount("V09")),
        board.names.volunteering,
    )


def _register_checks(board: Board, written: Written) -> tuple[Check, ...]:
    registers, names = written.registers, board.names
    return (
        Check(
            _("Gifts of the lists equal gifts in the books (754, 755)"),
            Formula(registers.tied_gifts.place, registers.tied_gifts.amount),
            _income(board, ("754", "755")),
            names.register,
        ),
        Check(
            _("Fees of the lists equal fees in the books (756)"),
            Formula(registers.tied_fees.place, registers.tied_fees.amount),
            _income(board, ("756",)),
            names.register,
        ),
        Check(
            _("Dedicated funds equal those of the balance sheet"),
            Formula(registers.funds.place, registers.funds.amount),
            _lines(written.balance_sheet, ("B22",)),
            names.grants,
        ),
    )


def _income(board: Board, starts: tuple[str, ...]) -> Formula:
    """Return what the trial balance holds under some numbers of income."""
    size = len(starts[0])
    where = "+".join(f'(LEFT({at.BALANCE_ACCOUNT},{size})="{start}")' for start in starts)
    net = f"({at.BALANCE_CREDIT}-{at.BALANCE_DEBIT})"
    rows = board.accounts.balance.rows
    held = -total(row.closing for row in rows if row.number.startswith(starts))
    return Formula(f"SUMPRODUCT(({where})*{net})", held)


def _lines(statement: WrittenStatement, codes: Sequence[str]) -> Formula:
    return Formula(
        "+".join(statement.place(code) for code in codes),
        total(statement.found.amount(code) for code in codes),
    )
