"""The trial balance of the board's workbook: what the journal adds up to by account.

Its helping columns say on which line of which statement each account lands; the statements
add up the accounts that name their lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import board_places as at
from coopdesk.documents.workbook import Column, Formula, Link
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.budgets import covering_account, may_be_planned
from coopdesk.domain.ledgers import result_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.statement_model import Side
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.documents.board_places import Board
    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.domain.ledgers import BalanceRow
    from coopdesk.domain.statement_model import Place

_RANGES = (
    (at.BALANCE_ACCOUNT, "A"),
    (at.BALANCE_OPENING, "C"),
    (at.BALANCE_MOVED, "D"),
    (at.BALANCE_DEBIT, "F"),
    (at.BALANCE_CREDIT, "G"),
    (at.BALANCE_PREVIOUS, "H"),
    (at.BALANCE_LINE, "J"),
    (at.BALANCE_PREVIOUS_LINE, "K"),
    (at.BALANCE_PART, "L"),
    (at.BALANCE_DETAIL, "M"),
    (at.BALANCE_BUDGET, "N"),
    (at.BALANCE_TREASURY, "O"),
)
_CLASSES = {
    "1": N_("Class 1: own funds, reserves, loans"),
    "2": N_("Class 2: fixed assets"),
    "3": N_("Class 3: stocks"),
    "4": N_("Class 4: third parties"),
    "5": N_("Class 5: money"),
    "6": N_("Class 6: expenses"),
    "7": N_("Class 7: income"),
    "8": N_("Class 8: contributions in kind"),
}


def balance_columns(last_year: str) -> tuple[Column, ...]:
    """Return the columns; those after the change help formulas and are not printed."""
    return (
        Column(_("Account"), 11),
        Column(_("Account label"), 58),
        Column(_("Opening"), 16, Money),
        Column(_("Debit"), 16, Money),
        Column(_("Credit"), 16, Money),
        Column(_("Debit balance"), 16, Money),
        Column(_("Credit balance"), 16, Money),
        Column(last_year, 16, Money),
        Column(_("Variation"), 16, Money),
        Column(_("Line"), 8),
        Column(_("Line before"), 12),
        Column(_("Part"), 9),
        Column(_("Of which"), 9),
        Column(_("Budget"), 10),
        Column(_("Treasury"), 11),
    )


def write_balance(board: Board) -> None:
    """Write the sheet and name its ranges."""
    sheet, rows = board.sheets[board.names.balance], board.accounts.balance.rows
    ordered = sorted(rows, key=lambda row: row.number)
    last = max(at.FIRST_ROW, at.FIRST_ROW + len(ordered) - 1)
    sheet.freeze(at.HEAD_ROW)
    sheet.heading(_("Trial balance"), board.subtitle)
    back = Link(_("Back to the summary"), board.names.summary)
    note = _("Opening, year before and change: above zero for a debit balance.")
    sheet.write(Look.SUBTITLE, [None, back, note])
    sheet.head()
    for row in ordered:
        _write_row(board, sheet, row)
    while sheet.row <= last:
        sheet.write(Look.BODY, [])
    for name, letter in _RANGES:
        board.book.define(name, sheet.name, f"{letter}{at.FIRST_ROW}:{letter}{last}")
    _write_totals(board, sheet, last)
    _write_classes(board, sheet, rows)
    sheet.keep_codes(f"A{at.FIRST_ROW}:A{last} N{at.FIRST_ROW}:N{last}")
    sheet.finish_list(at.HEAD_ROW, last)
    sheet.print_area(sheet.row, "I")


def _write_row(board: Board, sheet: Sheet, row: BalanceRow) -> None:
    at_, number = sheet.row + 1, row.number
    summed = _journal_sum(number, f"$A{at_}")
    debit = f"{summed(at.JOURNAL_DEBIT, opening=False)}"
    credit = f"{summed(at.JOURNAL_CREDIT, opening=False)}"
    opening = (
        f"{summed(at.JOURNAL_DEBIT, opening=True)}-{summed(at.JOURNAL_CREDIT, opening=True)}"
    )
    ledger = board.ledger_rows.get(number)
    label: Value = row.label
    if ledger is not None:
        label = Link(row.label, board.names.ledger, f"A{ledger}")
    closing = f"ROUND(C{at_}+D{at_}-E{at_},2)"
    height = 0.0 if ledger else at.long_height(row.label, sheet.columns[1].width)
    change = _change(row)
    sheet.write(
        Look.TEXT if height else Look.BODY,
        [
            number,
            label,
            Formula(opening, row.opening),
            Formula(debit, row.debit),
            Formula(credit, row.credit),
            Formula(f"MAX({closing},0)", row.closing_debit),
            Formula(f"MAX(-{closing},0)", row.closing_credit),
            row.previous,
            None if change is None else Formula(f"F{at_}-G{at_}-H{at_}", change),
            *_helping(board, row, at_),
        ],
        height=height,
    )


def _change(row: BalanceRow) -> Money | None:
    """Return what changed; nobody knows what an unknown year earned and spent."""
    return None if row.previous is None else row.closing - row.previous


def _journal_sum(number: str, cell: str) -> Callable[..., str]:
    """Return what makes the sum of a column of the journal, openings alone or all others."""

    def summed(values: str, *, opening: bool) -> str:
        sign = "" if opening else "<>"
        if at.is_ambiguous(number):
            kind = "=" if opening else "<>"
            return (
                f"SUMPRODUCT(({at.JOURNAL_ACCOUNT}={cell})"
                f'*({at.JOURNAL_KIND}{kind}"{at.OPENING_MARK}")*{values})'
            )
        return (
            f"SUMIFS({values},{at.JOURNAL_ACCOUNT},{cell},"
            f'{at.JOURNAL_KIND},"{sign}{at.OPENING_MARK}")'
        )

    return summed


def _helping(board: Board, row: BalanceRow, at_: int) -> list[Value]:
    """Return the lines where an account lands now and a year ago, and the other marks."""
    places = board.accounts.model.places(row.number)
    details = board.accounts.model.details(row.number)
    budget = ""
    if may_be_planned(row.number):
        plan = board.accounts.budget
        budget = covering_account(row.number, plan.planned if plan else {}) or row.number
    is_treasury = row.number.startswith(at.MONEY_ACCOUNTS)
    deducted = any(place.is_deducted for place in places)
    return [
        _line(places, f"G{at_}>0", row.closing),
        _line(places, f"H{at_}<0", row.previous or ZERO),
        (at.DEDUCTED_MARK if deducted else at.GROSS_MARK) if places else None,
        details[0].code if details else None,
        budget or None,
        at.TREASURY_MARK if is_treasury else None,
    ]


def _line(places: Sequence[Place], is_credit: str, signed: Money) -> Value:
    codes = {place.side: place.line.code for place in places}
    if not codes or Side.ANY in codes:
        return codes.get(Side.ANY)
    debit, credit = codes.get(Side.DEBIT, ""), codes.get(Side.CREDIT, "")
    return Formula(
        f'IF({is_credit},"{credit}","{debit}")', credit if signed.cents < 0 else debit
    )


def _write_totals(board: Board, sheet: Sheet, last: int) -> None:
    rows = board.accounts.balance.rows
    amounts = (
        total(row.opening for row in rows),
        total(row.debit for row in rows),
        total(row.credit for row in rows),
        total(row.closing_debit for row in rows),
        total(row.closing_credit for row in rows),
        total(row.previous or ZERO for row in rows),
        total(_change(row) or ZERO for row in rows),
    )
    sums = [
        Formula(f"SUM({letter}{at.FIRST_ROW}:{letter}{last})", amount)
        for letter, amount in zip("CDEFGHI", amounts, strict=True)
    ]
    # Without a year before, what the rest of the accounts changed by is not known.
    kept = sums if board.accounts.has_year_before else [*sums[:-1], None]
    sheet.write(Look.TOTAL, [_("Total"), None, *kept])


def _write_classes(board: Board, sheet: Sheet, rows: Sequence[BalanceRow]) -> None:
    """Write what each class holds, and the result: what classes 7 and 6 leave."""
    sheet.write(Look.BODY, [])
    found = {}
    for digit, title in _CLASSES.items():
        mine = [row for row in rows if row.number[0] == digit]
        found[digit] = sheet.row + 1
        where = f'(LEFT({at.BALANCE_ACCOUNT},1)="{digit}")'
        sheet.write(
            Look.BODY,
            [
                None,
                _(title),
                *[None] * 3,
                Formula(
                    f"SUMPRODUCT({where}*{at.BALANCE_DEBIT})",
                    total(row.closing_debit for row in mine),
                ),
                Formula(
                    f"SUMPRODUCT({where}*{at.BALANCE_CREDIT})",
                    total(row.closing_credit for row in mine),
                ),
                Formula(
                    f"SUMPRODUCT({where}*{at.BALANCE_PREVIOUS})",
                    total(row.previous or ZERO for row in mine),
                ),
            ],
        )
    six, seven = found["6"], found["7"]
    now = result_of({row.number: row.closing for row in rows})
    before = result_of({row.number: row.previous or ZERO for row in rows})
    result = sheet.write(
        Look.RESULT,
        [
            None,
            _("Result (classes 7 and 6)"),
            *[None] * 4,
            Formula(f"G{seven}-F{seven}-(F{six}-G{six})", now),
            Formula(f"-H{seven}-H{six}", before),
            None,
        ],
    )
    board.book.define(at.RESULT, sheet.name, f"G{result}")
    board.book.define(at.RESULT_PREVIOUS, sheet.name, f"H{result}")
