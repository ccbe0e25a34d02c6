"""Parts of an export of Open Collective, in any order and columns, make the whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.payments import PaymentFilter
from coopdesk.services.booking import BookingService
from coopdesk.services.entries import EntryService
from coopdesk.services.imports import ImportService
from tests.building import every_row, new_units, today
from tests.exchange.collectives import API, DASHBOARD, Moved, contribution, refund, written

GROUPS = (
    contribution(100, 1, taken_back_by=200, at="2026-01-02T10:00:00"),
    refund(200, 2, 100, at="2026-01-20T10:00:00"),
    contribution(300, 3, who="Nour Haddad", at="2026-01-09T10:00:00"),
    contribution(400, 4, who="Guest", handle="guest-4", at="2026-01-09T10:00:00"),
    [Moved(500, 5, "EXPENSE", "-265", "-15", "-250", who="Yann", taken_back_by=600)],
    [Moved(600, 6, "EXPENSE", "265", "15", "250", who="Yann", takes_back=500)],
    [Moved(700, 7, "ADDED_FUNDS", "304.33", who="Ville de Nantes")],
)
ALL = range(len(GROUPS))
PART = st.tuples(st.sets(st.sampled_from(ALL), min_size=1), st.booleans())
OTHER = {DASHBOARD: API, API: DASHBOARD, DASHBOARD[::-1]: API}


def exported(numbers, *, knows_reversals):
    """The rows of some groups, newest first; an early export knows of no reversal."""
    rows = [row for number in sorted(numbers, reverse=True) for row in GROUPS[number]]
    if knows_reversals:
        return rows
    return [replace(row, taken_back_by=0) for row in rows]


def outcome(units):
    """What stands in a file: payments, their states, what each account comes to."""
    with units.read() as work:
        lines = work.payments.lines(work.payments.ids(PaymentFilter()))
    paid = Counter(
        (x.paid_on, x.direction, x.kind, x.payer_name, x.amount, x.state, x.is_returned)
        for x in lines
    )
    BookingService(units, today).book()
    entries = EntryService(units, today)
    sums: Counter[str] = Counter()
    for entry in entries.get_many(entries.ids(EntryFilter())):
        for line in entry.content.lines:
            sums[line.account] += line.signed.cents
    return paid, sums


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("parts")


@pytest.fixture(scope="module")
def whole(folder):
    with new_units(folder / "whole.coopdesk") as units:
        take(units, folder, ALL, DASHBOARD, knows=True)
        return outcome(units)


NUMBERS = count()


def take(units, folder, numbers, columns, knows):
    path = folder / "export.csv"
    rows = exported(numbers, knows_reversals=knows)
    path.write_bytes(written(rows, columns).data)
    service = ImportService(units, today)
    done = service.apply(path).value
    assert service.apply(path).value is None, "twice is once"
    return done


@settings(max_examples=6)
@given(
    parts=st.lists(PART, min_size=1, max_size=3),
    rest=st.integers(0, 3),
    columns=st.sampled_from(list(OTHER)),
)
def test_parts_make_the_whole_and_can_be_taken_back(folder, whole, parts, rest, columns):
    left = set(ALL).difference(*(numbers for numbers, _knows in parts))
    if left:
        parts.insert(min(rest, len(parts)), (left, True))

    def take_all():
        return [take(units, folder, numbers, columns, knows) for numbers, knows in parts]

    with new_units(folder / f"{next(NUMBERS)}.coopdesk") as units:
        before = every_row(units)
        for run in reversed([run for run in take_all() if run is not None]):
            ImportService(units, today).undo(run.id)
        assert every_row(units) == before
        take_all()
        assert take(units, folder, ALL, OTHER[columns], knows=True) is None
        assert outcome(units) == whole
