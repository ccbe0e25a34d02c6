"""What of a statement is new: told again in another form, at random and in great numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.domain.bank_proofs import KnownLine
from coopdesk.domain.bank_statements import ReadLine
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import Money
from coopdesk.domain.statement_planning import KnownOperations, plan_lines
from tests.spent import spent

FIRST = dt.date(2026, 1, 10)


def read(number: int, day: int, cents: int, label: str, ref: str = "") -> ReadLine:
    on = FIRST + dt.timedelta(days=day)
    return ReadLine(number, {}, on, Money(cents), label, bank_ref=ref)


def recorded(lines: list[ReadLine], file_format: str) -> tuple[KnownLine, ...]:
    """Return what an import of lines into an empty account leaves."""
    planned = plan_lines(lines, KnownOperations((), file_format), NO_IMPORT_DECISIONS)
    return tuple(
        KnownLine(
            at,
            one.line.booked_on,
            one.line.value_on,
            one.line.amount.cents,
            one.line.label,
            one.key,
            one.rank,
            one.line.balance.cents if one.line.balance else None,
            file_format,
        )
        for at, one in enumerate(planned, 1)
    )


def verdicts(lines: list[ReadLine], known: KnownOperations) -> list[RowVerdict]:
    return [one.verdict for one in plan_lines(lines, known, NO_IMPORT_DECISIONS)]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    told=st.lists(
        st.tuples(st.integers(0, 12), st.sampled_from([-1999, 100])), min_size=1, max_size=14
    ),
    late=st.integers(-4, 4),
    more=st.integers(0, 3),
)
def test_a_period_told_again_otherwise_passes_for_new_in_no_line(
    told: list[tuple[int, int]], late: int, more: int
) -> None:
    """A double found for one line must not take the place of that of another."""
    csv = [read(at, day, cents, f"PRLV {at}") for at, (day, cents) in enumerate(told, 1)]
    ofx = [
        read(at, day + late, cents, "FACTURE", f"R{at}")
        for at, (day, cents) in enumerate(told, 1)
    ]
    # As many more of one amount within the same days: so many are new, whichever they are.
    ofx += [
        read(100 + at, told[0][0] + late, told[0][1], "PLUS", f"N{at}") for at in range(more)
    ]
    found = verdicts(ofx, KnownOperations(recorded(csv, "credit_mutuel"), "ofx"))
    assert found.count(RowVerdict.NEW) <= more
    assert found.count(RowVerdict.DOUBTFUL) == len(csv)


def test_room_is_made_for_a_line_whose_place_another_one_took() -> None:
    known = recorded([read(1, 1, 100, "A"), read(2, 4, 100, "B")], "credit_mutuel")
    ofx = [read(1, 3, 100, "X", "R1"), read(2, 6, 100, "Y", "R2")]
    planned = plan_lines(ofx, KnownOperations(known, "ofx"), NO_IMPORT_DECISIONS)
    assert [one.known.label for one in planned if one.known] == ["A", "B"]


def test_thousands_of_equal_lines_are_compared_in_a_moment() -> None:
    csv = [read(at, at // 4_000, 1000, f"TPE {at}") for at in range(8_000)]
    ofx = [read(at, at // 4_000, 1000, f"CARTE {at}", f"R{at}") for at in range(8_000)]
    known = KnownOperations(recorded(csv, "bpce"), "ofx")
    with spent() as cost:
        assert verdicts(ofx, known) == [RowVerdict.DOUBTFUL] * 8_000
    assert cost.seconds < 3


def test_days_at_the_end_of_the_calendar_are_compared_as_well() -> None:
    first = ReadLine(1, {}, dt.date.min, Money(5), "A", value_on=dt.date.max)
    known = recorded([first], "qif")
    assert verdicts([first], KnownOperations(known, "ofx")) == [RowVerdict.SAME]


def test_an_equal_line_of_the_same_day_in_the_next_file_is_asked_about() -> None:
    """The balances tell that the bank parted the day between the two files."""
    first = [replace(read(1, 0, -1999, "PRLV FREE"), balance=Money(8001))]
    second = [replace(read(1, 0, -1999, "PRLV FREE"), balance=Money(6002))]
    bank = [replace(one, line=n) for n, one in enumerate((*first, *second), 1)]
    known = KnownOperations(recorded(first, "cm"), "cm")

    (one,) = plan_lines(second, known, NO_IMPORT_DECISIONS)
    assert (one.verdict, one.reason, one.rank) == (RowVerdict.DOUBTFUL, "equal_but_balance", 2)
    assert verdicts(first, known) == [RowVerdict.SAME]
    assert verdicts(bank, known) == [RowVerdict.SAME, RowVerdict.NEW]
    both = KnownOperations(recorded(bank, "cm"), "cm")
    assert verdicts(second, both) == verdicts(first, both) == [RowVerdict.SAME]


def test_lines_pasted_twice_into_one_file_are_asked_about() -> None:
    lines = [
        replace(read(1, 0, -10, "FRAIS"), balance=Money(90)),
        replace(read(2, 0, 10, "FRAIS"), balance=Money(100)),
        replace(read(3, 0, -10, "FRAIS"), balance=Money(90)),
    ]
    nothing = KnownOperations((), "cm")
    assert verdicts(lines, nothing) == [RowVerdict.NEW] * 3
    pasted = [*lines[:2], *(replace(one, line=one.line + 2) for one in lines[:2])]
    pasted[1] = replace(pasted[1], balance=Money(101))
    pasted[3] = replace(pasted[3], balance=Money(101))
    assert verdicts(pasted, nothing) == [RowVerdict.NEW] * 2 + [RowVerdict.DOUBTFUL] * 2
