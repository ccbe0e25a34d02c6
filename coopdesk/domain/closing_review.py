"""The rules that tell whether a fiscal year can be closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.audit_limits import audit_due
from coopdesk.domain.closing import (
    CheckResult,
    ClosingCheck,
    ClosingReview,
    OpensKind,
    Severity,
    YearBooks,
)
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.year_openings import opening_balances

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRANSFERS = ("58",)
_SUSPENSE = ("471", "472", "473", "474", "475")
# 191 too: legacies to be spent later move through 6891 and 7891.
_FUNDS = ("191", "194", "195", "196")
_FUND_MOVES = ("689", "789")
_RESULT = ("12",)


def review_books(books: YearBooks) -> ClosingReview:
    """Judge whether a year can be closed (PCG art. 1031-4; legal_fr 2.6 and 2.7)."""
    return ClosingReview(
        year=books.year,
        checks=(*_of_years(books), *_of_entries(books), *_of_accounts(books)),
        result=books.result,
        debit=total(each.debit for each in books.sums),
        credit=total(each.credit for each in books.sums),
        entry_count=books.entry_count,
        head_hash=books.head_hash,
        statements=books.statements,
    )


def _of_years(books: YearBooks) -> Iterator[CheckResult]:
    before = books.year_before
    yield CheckResult(
        ClosingCheck.YEAR_OVER,
        Severity.BLOCKING,
        books.today > books.year.ends_on,
        OpensKind.YEARS,
    )
    yield CheckResult(
        ClosingCheck.YEAR_BEFORE,
        Severity.BLOCKING,
        before is None or not before.is_open,
        OpensKind.YEARS,
        year=before.label if before else "",
    )


def _of_entries(books: YearBooks) -> Iterator[CheckResult]:
    yield CheckResult(
        ClosingCheck.DRAFTS,
        Severity.BLOCKING,
        not books.drafts,
        OpensKind.DRAFTS,
        count=books.drafts,
    )
    yield CheckResult(
        ClosingCheck.CHAIN,
        Severity.BLOCKING,
        books.broken_link is None,
        OpensKind.DATABASE,
        count=books.broken_link or 0,
    )
    rest = total(each.closing for each in books.sums)
    yield CheckResult(
        ClosingCheck.BALANCED, Severity.BLOCKING, not rest, OpensKind.ACCOUNTS, amount=rest
    )
    yield _opening(books)
    before, after = books.year_before, books.year_after
    yield CheckResult(
        ClosingCheck.REVERSALS,
        Severity.TO_LOOK_AT,
        not books.not_reversed,
        count=books.not_reversed,
        year=before.label if before else "",
    )
    if not books.year.is_open:
        return  # it opened the next year itself
    yield CheckResult(
        ClosingCheck.NEXT_OPENING,
        Severity.BLOCKING,
        not books.openings_after and (after is None or after.is_open),
        OpensKind.OPENINGS,
        count=books.openings_after,
        year=after.label if after else "",
    )


def _opening(books: YearBooks) -> CheckResult:
    """Compare what the year started with to what the year before handed on."""
    begun = opening_balances(books.sums)
    handed = begun if books.closing_before is None else books.closing_before
    differing = tuple(
        account
        for account in sorted({*begun, *handed})
        if begun.get(account, ZERO) != handed.get(account, ZERO)
    )
    return CheckResult(
        ClosingCheck.OPENING,
        Severity.BLOCKING,
        not differing,
        OpensKind.OPENINGS,
        count=len(differing),
        accounts=differing,
        year=books.year_before.label if books.year_before else "",
    )


def _of_accounts(books: YearBooks) -> Iterator[CheckResult]:
    statements = books.statements
    yield CheckResult(
        ClosingCheck.STATEMENTS,
        Severity.BLOCKING,
        statements.agree,
        OpensKind.STATEMENTS,
        amount=statements.assets - statements.liabilities
        or statements.sheet_result - statements.income_result,
    )
    yield _empty(books, ClosingCheck.TRANSFERS, Severity.BLOCKING, _TRANSFERS)
    # The rest of class 8 is worth nothing either, or the opening entry would not balance.
    spent, given = books.standing("86"), -books.standing("87")
    yield CheckResult(
        ClosingCheck.VOLUNTEERING,
        Severity.BLOCKING,
        spent == given and not books.standing("8"),
        OpensKind.ACCOUNTS,
        amount=spent,
        expected=given,
        accounts=("86", "87"),
    )
    yield _empty(books, ClosingCheck.SUSPENSE, Severity.TO_LOOK_AT, _SUSPENSE)
    grown, reported = -books.moved(*_FUNDS), books.moved(*_FUND_MOVES)
    yield CheckResult(
        ClosingCheck.FUNDS,
        Severity.TO_LOOK_AT,
        grown == reported,
        OpensKind.ACCOUNTS,
        amount=grown,
        expected=reported,
        accounts=(*_FUNDS, *_FUND_MOVES),
    )
    yield _fund_table(books)
    yield from _of_inventory(books)
    # An income: credits count above zero.
    former = _empty(books, ClosingCheck.ALLOCATION, Severity.TO_LOOK_AT, _RESULT)
    yield replace(former, amount=-former.amount)
    yield CheckResult(
        ClosingCheck.UNRECONCILED,
        Severity.TO_LOOK_AT,
        not books.unreconciled,
        OpensKind.UNRECONCILED,
        count=sum(books.unreconciled.values()),
        accounts=tuple(sorted(books.unreconciled)),
    )
    yield CheckResult(
        ClosingCheck.NOT_BOOKED,
        Severity.TO_LOOK_AT,
        not books.not_booked,
        OpensKind.BOOKING,
        count=books.not_booked,
    )
    # PCG art. 1032-1 and 1032-2: every entry rests on a dated voucher.
    yield CheckResult(
        ClosingCheck.VOUCHERS,
        Severity.TO_LOOK_AT,
        not books.without_voucher,
        OpensKind.WITHOUT_VOUCHER,
        count=books.without_voucher,
    )
    yield _audit(books)


def _audit(books: YearBooks) -> CheckResult:
    due = None if books.audit_limits is None else audit_due(books.moved, books.audit_limits)
    return CheckResult(
        ClosingCheck.AUDIT,
        Severity.TO_LOOK_AT,
        due is None,
        OpensKind.ACCOUNTS,
        amount=due.received if due else ZERO,
        expected=due.limit if due else ZERO,
        accounts=due.accounts if due else (),
    )


def _fund_table(books: YearBooks) -> CheckResult:
    """Compare what is kept of each fund with the accounts of funds."""
    table = books.fund_table
    differing = tuple(
        account for account in sorted(table) if table[account] != -books.standing(account)
    )
    return CheckResult(
        ClosingCheck.FUND_TABLE,
        Severity.TO_LOOK_AT,
        not differing,
        OpensKind.FUNDS,
        amount=total(table[account] for account in differing),
        expected=-books.standing(*differing) if differing else ZERO,
        accounts=differing,
    )


def _of_inventory(books: YearBooks) -> Iterator[CheckResult]:
    """Ask for the year-end entries that grants, funds, assets and gifts in kind want."""
    opening = {
        ClosingCheck.DEPRECIATION: OpensKind.ASSETS,
        ClosingCheck.GRANTS: OpensKind.GRANTS,
        ClosingCheck.FUND_REPORTS: OpensKind.FUNDS,
        ClosingCheck.GIVEN: OpensKind.VOLUNTEERING,
    }
    for check, opens in opening.items():
        count = books.inventory_left.get(check, 0)
        yield CheckResult(check, Severity.TO_LOOK_AT, not count, opens, count=count)


def _empty(
    books: YearBooks, check: ClosingCheck, severity: Severity, beginnings: tuple[str, ...]
) -> CheckResult:
    """Check that accounts end at zero, each of them."""
    left = books.not_empty(*beginnings)
    return CheckResult(
        check,
        severity,
        not left,
        OpensKind.ACCOUNTS,
        count=len(left),
        amount=books.standing(*beginnings),
        accounts=left or beginnings,
    )
