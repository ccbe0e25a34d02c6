"""What commands about the books hand back as JSON: amounts in cents, days as ISO dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.documents import cents

if TYPE_CHECKING:
    from coopdesk.domain.book_ties import Tie
    from coopdesk.domain.financial_statements import FinancialStatement, StatementLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.ledgers import ActivityTotals, Balance, BalanceRow, LedgerLine
    from coopdesk.domain.treasury import Treasury, TreasuryMonth

Document = dict[str, object]


def year_document(year: FiscalYear) -> Document:
    """Return which fiscal year is meant."""
    return {"year": year.label, "starts_on": year.starts_on, "ends_on": year.ends_on}


def balance_document(year: FiscalYear, balance: Balance) -> Document:
    """Return a balance; closing and previous are debit less credit."""
    return {
        **year_document(year),
        "rows": [_row(row) for row in balance.rows],
        "debit_cents": balance.totals.debit.cents,
        "credit_cents": balance.totals.credit.cents,
        "closing_debit_cents": balance.totals.closing_debit.cents,
        "closing_credit_cents": balance.totals.closing_credit.cents,
        "is_balanced": balance.totals.is_balanced,
        "lacks_opening": balance.lacks_opening,
        "result_cents": balance.result.cents,
    }


def line_document(line: LedgerLine, *, has_balance: bool = False) -> Document:
    """Return a line of a ledger or journal."""
    told: Document = {
        "line_id": line.line_id,
        "entry_id": line.entry_id,
        "date": line.entry_on,
        "journal": line.journal,
        "number": line.number,
        "account": line.account,
        "voucher": line.voucher_ref,
        "label": line.label,
        "contact": line.contact_name,
        "activity": line.activity_name,
        "debit_cents": line.debit.cents,
        "credit_cents": line.credit.cents,
        "matching": line.matching,
    }
    return told | {"balance_cents": line.balance.cents} if has_balance else told


def statement_document(year: FiscalYear, found: FinancialStatement) -> Document:
    """Return a statement."""
    return {
        **year_document(year),
        "statement": found.kind,
        "lines": [_statement_line(line) for line in found.lines],
        "unplaced": list(found.unplaced),
    }


def treasury_document(year: FiscalYear, found: Treasury) -> Document:
    """Return money by month, of each account and of all."""
    return {
        **year_document(year),
        "accounts": [
            {
                "number": account.number,
                "label": account.label,
                "months": [_month(month) for month in account.months],
            }
            for account in found.accounts
        ],
        "months": [_month(month) for month in found.months],
        "closing_cents": found.closing.cents,
        "forecast": [
            {
                "month": month.month_on,
                "parts": {part.kind.value: part.amount.cents for part in month.parts},
                "closing_cents": month.closing.cents,
            }
            for month in found.forecast
        ],
    }


def tie_document(tie: Tie) -> Document:
    """Return an account of gifts or fees, as recorded and as booked."""
    return {
        "account": tie.account,
        "label": tie.label,
        "recorded_cents": tie.recorded.cents,
        "from_records_cents": tie.from_records.cents,
        "by_hand_cents": tie.by_hand.cents,
        "difference_cents": tie.difference.cents,
    }


def activity_document(one: ActivityTotals) -> Document:
    """Return what an activity earned and spent; ``activity_id`` is null without one."""
    return {
        "activity_id": one.activity_id,
        "name": one.name,
        "income_cents": one.income.cents,
        "expense_cents": one.expense.cents,
        "result_cents": one.result.cents,
        "previous_income_cents": one.previous_income.cents,
        "previous_expense_cents": one.previous_expense.cents,
        "budget_income_cents": cents(one.budget_income),
        "budget_expense_cents": cents(one.budget_expense),
    }


def _row(row: BalanceRow) -> Document:
    return {
        "number": row.number,
        "label": row.label,
        "opening_cents": row.opening.cents,
        "debit_cents": row.debit.cents,
        "credit_cents": row.credit.cents,
        "closing_cents": row.closing.cents,
        "previous_cents": cents(row.previous),
    }


def _statement_line(line: StatementLine) -> Document:
    return {
        "code": line.code,
        "table": line.part,
        "nature": line.nature.name.lower(),
        "label": line.label,
        "gross_cents": cents(line.gross),
        "deducted_cents": cents(line.deductions),
        "amount_cents": cents(line.amount),
        "previous_cents": cents(line.previous),
        "budget_cents": cents(line.budget),
        "accounts": list(line.accounts),
    }


def _month(month: TreasuryMonth) -> Document:
    return {
        "month": month.month_on,
        "opening_cents": month.opening.cents,
        "in_cents": month.money_in.cents,
        "out_cents": month.money_out.cents,
        "closing_cents": month.closing.cents,
    }
