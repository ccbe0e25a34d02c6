"""The proof of statements: line by line, from one to the next, and where something lacks."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.bank_line_proving import carried_balance, prove_lines
from coopdesk.domain.bank_proofs import (
    KnownLine,
    KnownStatement,
    StepKind,
)
from coopdesk.domain.bank_proving import prove_statements
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money

ACCOUNT = (1, "Compte courant")


def day(number: int) -> dt.date:
    return dt.date(2026, 1, number)


def known(key: int, on: int, cents: int, balance: int | None = None) -> KnownLine:
    return KnownLine(key, day(on), None, cents, f"l{key}", f"{key}", 1, balance, "ofx")


def moved(*told: tuple[int, int]) -> list[tuple[dt.date, int]]:
    return [(day(on), cents) for on, cents in told]


def told(
    key: int, first: int, last: int, moved: int, *, at_end: int | None = None, **balances: int
) -> KnownStatement:
    """A statement whose lines of its last day (all of them for None) move ``at_end``."""
    return KnownStatement(
        id=key,
        run_id=key,
        file_name=f"{key}.ofx",
        sha256="",
        file_format=FileFormat.OFX,
        reference="",
        line_count=1,
        moved=Money(moved),
        first_on=day(first),
        last_on=day(last),
        told_at_end=Money(moved if at_end is None else at_end),
        **{name: Money(cents) for name, cents in balances.items()},
    )


def test_a_statement_that_begins_where_another_ended_ties() -> None:
    lines = [known(1, 5, 100), known(2, 12, -30)]
    moves = [(one.booked_on, one.cents) for one in lines]
    later, earlier = (
        told(2, 12, 12, -30, opening=100, closing=70),
        told(1, 5, 5, 100, opening=0, closing=100),
    )
    proofs = prove_statements([later, earlier], moves, ACCOUNT)
    assert [one.id for one in proofs] == [1, 2]
    assert [(one.difference, one.gap) for one in proofs] == [
        (Money(0), None),
        (Money(0), Money(0)),
    ]
    assert all(one.ties for one in proofs)


def test_lines_that_no_file_brought_are_a_gap_also_without_opening_balance() -> None:
    first = told(1, 5, 5, 100, closing=100)
    second = told(2, 12, 12, -30, closing=60)
    moves = moved((5, 100), (12, -30))
    proof = prove_statements([first, second], moves, ACCOUNT)[1]
    assert (proof.before, proof.gap, proof.difference) == (Money(100), Money(-10), None)
    whole = prove_statements([first, second], [*moves, *moved((8, -10))], ACCOUNT)[1]
    assert whole.ties


def test_an_overlapping_statement_is_tied_back_to_its_own_first_day() -> None:
    moves = moved((5, 100), (8, 50), (12, 7))
    proofs = prove_statements(
        [told(1, 5, 8, 150, opening=0, closing=150), told(2, 8, 12, 57, opening=100)],
        moves,
        ACCOUNT,
    )
    assert proofs[1].before == Money(100)
    assert proofs[1].ties


def test_balances_told_in_the_middle_of_a_day_are_no_gap_once_its_lines_are_there() -> None:
    noon = told(1, 5, 5, -20, opening=100, closing=80)
    evening = told(2, 5, 6, -15, at_end=5, opening=80, closing=65)
    lacking = prove_statements([noon, evening], moved((5, -20), (6, 5)), ACCOUNT)
    whole = prove_statements([noon, evening], moved((5, -20), (5, -20), (6, 5)), ACCOUNT)
    assert [one.gap for one in lacking] == [None, Money(-20)]
    assert all(one.ties for one in whole)
    # One that tells again what is known, from the middle of a day to that of another.
    known_days = told(1, 5, 6, -38, at_end=2, opening=100, closing=62)
    again = told(2, 5, 6, -15, at_end=5, opening=80, closing=65)
    moves = moved((5, -40), (6, 2))
    assert all(one.ties for one in prove_statements([known_days, again], moves, ACCOUNT))
    # Files that tell a closing balance alone, fetched at noon each time.
    weekly = [told(1, 5, 5, -20, closing=80), told(2, 5, 9, -15, at_end=5, closing=65)]
    weekly.append(told(3, 9, 15, -7, at_end=-3, closing=58))
    moves = moved((5, -40), (9, 1), (15, -3))
    assert all(one.ties for one in prove_statements(weekly, moves, ACCOUNT))


def test_a_double_is_told_though_a_file_may_end_in_the_middle_of_a_day() -> None:
    first = told(1, 5, 5, 100, opening=0, closing=100)
    second = told(2, 6, 7, -30, opening=100, closing=70)
    moves = moved((5, 100), (5, 100), (6, -30))
    proofs = prove_statements([first, second], moves, ACCOUNT)
    assert [one.ties for one in proofs] == [False, True]
    assert proofs[0].difference == Money(-100)


def test_a_statement_whose_lines_are_gone_does_not_tie_whatever_its_file_says() -> None:
    earlier = told(1, 1, 2, 300, opening=0, closing=300)
    later = told(2, 3, 8, 3300, at_end=0, opening=300, closing=3600)
    proof = prove_statements([earlier, later], moved((2, 300), (7, 2100)), ACCOUNT)[1]
    assert (proof.difference, proof.ties, proof.differs_from_file) == (Money(1200), False, True)


def test_the_balance_of_the_bank_is_what_it_told_last_carried_on() -> None:
    """Lines that lack before are a gap of the statements, not of the bank's balance."""
    statements = [told(1, 5, 5, 10, opening=0, closing=10), told(2, 9, 9, 5, closing=65)]
    lines = [known(1, 5, 10), known(2, 9, 5), known(3, 12, -1)]
    assert carried_balance(statements, lines, day(12)) == Money(64)
    assert carried_balance(statements, lines, day(5)) == Money(10)
    assert carried_balance(statements[1:], lines, day(8)) == Money(60)
    assert carried_balance(statements[1:], lines, day(7)) is None
    assert carried_balance([], lines, day(5)) is None


def test_lines_of_a_day_stand_in_the_order_that_their_balances_tell() -> None:
    lines = [known(1, 5, 100, 100), known(2, 6, -30, 90), known(3, 6, 20, 120), known(4, 7, 5)]
    proof = prove_lines([told(1, 5, 7, 95, opening=0, closing=96)], lines, ACCOUNT)
    steps = [(step.kind, step.id, step.balance) for step in proof.steps]
    assert steps == [
        (StepKind.OPENING, 1, Money(0)),
        (StepKind.LINE, 1, Money(100)),
        (StepKind.LINE, 3, Money(120)),
        (StepKind.LINE, 2, Money(90)),
        (StepKind.LINE, 4, Money(95)),
        (StepKind.CLOSING, 1, Money(95)),
    ]
    assert proof.first_difference is not None
    assert proof.first_difference.difference == Money(1)


def test_without_any_balance_the_proof_has_none_and_a_running_one_is_enough() -> None:
    bare = prove_lines([told(1, 5, 6, 150)], [known(1, 5, 100)], ACCOUNT)
    assert (bare.start, bare.end) == (None, None)
    running = [known(1, 5, 100), known(2, 6, 50, 190), known(3, 9, 10)]
    proof = prove_lines([told(1, 5, 9, 160)], running, ACCOUNT, until=day(6))
    assert (proof.start, proof.end, len(proof.steps)) == (Money(40), Money(190), 2)
