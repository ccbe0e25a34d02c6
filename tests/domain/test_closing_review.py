"""The closing assistant names what is wrong, how grave it is, and what opens it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from coopdesk.domain.audit_limits import AuditLimits
from coopdesk.domain.closing import (
    CheckResult,
    ClosingCheck,
    OpensKind,
    Severity,
    StatementTotals,
    YearBooks,
)
from coopdesk.domain.closing_review import review_books
from coopdesk.domain.fiscal_years import FiscalYear, YearState
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.year_openings import AccountSum

YEAR = FiscalYear(2, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
BEFORE = FiscalYear(1, "2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31), YearState.CLOSED)
AFTER = FiscalYear(3, "2027", dt.date(2027, 1, 1), dt.date(2027, 12, 31))


def moved(account: str, cents: int, opening: int = 0) -> AccountSum:
    debit, credit = (Money(cents), ZERO) if cents > 0 else (ZERO, Money(-cents))
    return AccountSum(account, Money(opening), debit, credit)


def books(*sums: AccountSum, **changes: Any) -> YearBooks:
    even = StatementTotals(Money(900), Money(900), Money(100), Money(100))
    usual = YearBooks(YEAR, sums, dt.date(2027, 1, 15), even, entry_count=3)
    return replace(usual, **changes)


def found(of: YearBooks, check: ClosingCheck) -> CheckResult:
    return next(each for each in review_books(of).checks if each.check is check)


def test_sound_year_passes_every_check_and_can_be_closed() -> None:
    review = review_books(books(moved("5121", 100), moved("7541", -100)))
    assert [each.check for each in review.checks] == list(ClosingCheck)
    assert review.can_close
    assert not review.to_look_at
    assert review.result == Money(100)
    assert (review.debit, review.credit) == (Money(100), Money(100))


def test_closed_year_cannot_be_closed_again() -> None:
    assert not review_books(books(year=replace(YEAR, state=YearState.CLOSED))).can_close


@pytest.mark.parametrize(
    ("changes", "check", "opens", "figure"),
    [
        ({"today": YEAR.ends_on}, ClosingCheck.YEAR_OVER, OpensKind.YEARS, 0),
        (
            {"year_before": replace(BEFORE, state=YearState.OPEN)},
            ClosingCheck.YEAR_BEFORE,
            OpensKind.YEARS,
            0,
        ),
        ({"drafts": 4}, ClosingCheck.DRAFTS, OpensKind.DRAFTS, 4),
        ({"broken_link": 7}, ClosingCheck.CHAIN, OpensKind.DATABASE, 7),
        (
            {"openings_after": 1, "year_after": AFTER},
            ClosingCheck.NEXT_OPENING,
            OpensKind.OPENINGS,
            1,
        ),
    ],
)
def test_what_is_left_to_do_holds_the_closing_up(
    changes: dict[str, Any], check: ClosingCheck, opens: OpensKind, figure: int
) -> None:
    of = books(**changes)
    one = found(of, check)
    assert (one.is_blocking, one.opens, one.count) == (True, opens, figure)
    assert review_books(of).blocking == (one,)


def test_transfers_that_did_not_arrive_block_and_name_their_account() -> None:
    one = found(books(moved("581", 5_000), moved("5121", -5_000)), ClosingCheck.TRANSFERS)
    assert (one.is_blocking, one.accounts, one.amount) == (True, ("581",), Money(5_000))


def test_transfers_at_zero_over_all_but_not_on_each_account_are_named() -> None:
    one = found(books(moved("581", 50), moved("582", -50)), ClosingCheck.TRANSFERS)
    assert (one.is_passed, one.accounts, one.amount) == (False, ("581", "582"), ZERO)


def test_suspense_is_to_be_looked_at_without_blocking() -> None:
    of = books(moved("471", 120), moved("478", -120))
    one = found(of, ClosingCheck.SUSPENSE)
    assert (one.is_passed, one.severity, one.accounts) == (
        False,
        Severity.TO_LOOK_AT,
        ("471",),
    )
    assert review_books(of).can_close


def test_volunteers_time_must_be_the_same_on_both_sides() -> None:
    uneven = books(moved("864", 3_000), moved("875", -2_000))
    one = found(uneven, ClosingCheck.VOLUNTEERING)
    assert (one.is_blocking, one.amount, one.expected) == (True, Money(3_000), Money(2_000))
    assert found(
        books(moved("864", 30), moved("875", -30)), ClosingCheck.VOLUNTEERING
    ).is_passed


def test_rest_of_class_8_blocks_as_well_because_the_opening_would_not_balance() -> None:
    assert found(books(moved("890", 100)), ClosingCheck.VOLUNTEERING).is_blocking


def test_dedicated_funds_must_grow_by_what_was_reported_less_used() -> None:
    tied = (moved("194", -700, opening=-200), moved("6894", 900), moved("7894", -200))
    assert found(books(*tied), ClosingCheck.FUNDS).is_passed
    one = found(books(*tied, moved("195", -50)), ClosingCheck.FUNDS)
    assert (one.is_passed, one.amount, one.expected) == (False, Money(750), Money(700))
    legacies = (moved("6891", 50), moved("191", -50))
    assert found(books(*tied, *legacies), ClosingCheck.FUNDS).is_passed


def test_grants_or_gifts_above_the_limit_of_the_law_are_told_and_block_nothing() -> None:
    grants = (moved("741", -70), moved("131", -31), moved("747", -900))
    gifts = (moved("75411", -90), moved("7542", -10), moved("7551", -900))
    one = found(
        books(*grants, *gifts, audit_limits=AuditLimits(Money(100), Money(100))),
        ClosingCheck.AUDIT,
    )
    assert (one.is_passed, one.is_blocking) == (False, False)
    assert (one.amount, one.expected, one.accounts[0]) == (Money(101), Money(100), "131")
    wider = books(*grants, *gifts, audit_limits=AuditLimits(Money(101), Money(100)))
    assert found(wider, ClosingCheck.AUDIT).is_passed


def test_result_of_the_year_before_that_nobody_allocated_is_shown() -> None:
    one = found(books(moved("120", 0, opening=-400)), ClosingCheck.ALLOCATION)
    assert (one.is_passed, one.is_blocking, one.amount) == (False, False, Money(400))


def test_opening_that_is_not_the_last_closing_names_the_accounts() -> None:
    of = books(
        moved("5121", 0, opening=500),
        moved("110", 0, opening=-500),
        year_before=BEFORE,
        closing_before={"5121": Money(400), "110": Money(-500), "401": Money(100)},
    )
    one = found(of, ClosingCheck.OPENING)
    assert (one.is_blocking, one.accounts, one.year) == (True, ("401", "5121"), "2025")
    first_year = replace(of, closing_before=None, year_before=None)
    assert found(first_year, ClosingCheck.OPENING).is_passed


def test_statements_that_disagree_block() -> None:
    lame = StatementTotals(Money(900), Money(850), Money(100), Money(100))
    one = found(books(statements=lame), ClosingCheck.STATEMENTS)
    assert (one.is_blocking, one.amount) == (True, Money(50))
    torn = StatementTotals(Money(900), Money(900), Money(100), Money(130))
    assert found(books(statements=torn), ClosingCheck.STATEMENTS).amount == Money(30)


def test_lines_nobody_reconciled_are_counted_by_account() -> None:
    one = found(books(unreconciled={"5121": 2, "517": 1}), ClosingCheck.UNRECONCILED)
    assert (one.count, one.accounts, one.is_blocking) == (3, ("5121", "517"), False)
