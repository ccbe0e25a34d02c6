"""Fiscal years: the first by the profile, those that follow, days that change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.fiscal_years import YearEventKind, YearState
from coopdesk.domain.money import ZERO
from coopdesk.services.association import AssociationService
from coopdesk.storage.fiscal_year_store import NewYearEvent
from tests.building import NOW, PROFILE, TODAY, every_row, new_units, refused
from tests.services.book_office import Books, entry

D = dt.date


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def books(units):
    return Books(units)


def test_first_year_begins_in_the_month_of_the_profile(books, units):
    AssociationService(units).save(replace(PROFILE, fiscal_year_start=9))
    shown = books.years.current()
    assert (shown.id, shown.label) == (0, "2026-2027")
    books.record(day=D(2026, 8, 31))
    (year,) = books.years.list()
    assert (year.starts_on, year.ends_on) == (D(2025, 9, 1), D(2026, 8, 31))
    assert (year.label, books.years.named("2026").id) == ("2025-2026", year.id)


def test_next_year_opens_before_the_last_is_closed(books, units):
    books.record()
    before = every_row(units)
    following = books.years.open_next().value
    assert (following.starts_on, following.ends_on) == (D(2027, 1, 1), D(2027, 12, 31))
    assert books.years.current(D(2027, 5, 1)) == following
    assert books.years.current(D(2040, 5, 1)) == following
    books.operations.undo()
    assert every_row(units) == before


def test_first_year_may_last_two_years_and_no_longer(books):
    assert refused(books.years.open, D(2026, 1, 1), D(2028, 1, 1)) == "year.too_long"
    assert refused(books.years.open, D(2026, 1, 2), D(2026, 1, 1)) == "year.days_out_of_order"
    assert refused(books.years.open, D(1026, 1, 2), D(1026, 1, 3)) == "year.out_of_range"
    made = books.years.open(D(2024, 10, 15), D(2025, 12, 31)).value
    assert made.label == "2024-2025"
    assert books.years.open_next(D(2026, 6, 30)).value.ends_on == D(2026, 6, 30)


def test_years_follow_each_other_in_both_directions(books):
    books.record()
    assert refused(books.years.open, D(2026, 5, 1), D(2027, 4, 30)) == "year.overlaps"
    assert refused(books.years.open, D(2027, 2, 1), D(2027, 12, 31)) == "year.leaves_a_gap"
    assert refused(books.years.open, D(2025, 1, 1), D(2025, 11, 30)) == "year.leaves_a_gap"
    books.years.open(D(2025, 1, 1), D(2025, 12, 31))
    assert [year.label for year in books.years.list()] == ["2026", "2025"]
    assert books.is_whole()


def test_days_change_around_the_entries(books):
    books.record(day=D(2026, 3, 1))
    changed = books.years.change(1, starts_on=D(2025, 9, 1), ends_on=D(2026, 8, 31)).value
    assert changed.label == "2025-2026"
    assert refused(books.years.change, 1, ends_on=D(2026, 2, 1)) == "year.leaves_entries"
    assert books.years.change(1, label="Premier exercice").value.label == "Premier exercice"
    assert refused(books.years.change, 1, label=" ") == "year.label_missing"
    assert books.is_whole()


def test_first_day_stays_once_an_entry_is_validated(books):
    books.years.change(books.years.open_next().value.id - 1, starts_on=D(2025, 12, 1))
    books.validated(day=D(2026, 3, 1))
    assert refused(books.years.change, 1, starts_on=D(2026, 1, 1)) == "year.start_is_fixed"
    moved = next(x for x in books.operations.latest() if x.label == "year.changed")
    assert refused(books.operations.undo_one, moved.id) == "operation.rested_on"
    books.years.change(1, ends_on=D(2026, 11, 30))
    assert books.is_whole()


def test_undoing_leaves_no_days_between_years(books):
    books.years.open(D(2025, 1, 1), D(2025, 12, 31))
    opened = books.operations.latest()[0]
    books.years.open(D(2024, 1, 1), D(2024, 12, 31))
    books.years.open_next()
    assert refused(books.operations.undo_one, opened.id) == "operation.rested_on"
    assert books.is_whole()


def test_only_an_empty_year_at_the_edge_goes(books):
    entry_id = books.record()
    books.entries.remove([entry_id])
    assert refused(books.years.remove, 1) == "year.only_one"
    books.record()
    for _year in range(2):
        books.years.open_next()
    assert refused(books.years.remove, 1) == "year.has_entries"
    assert refused(books.years.remove, 2) == "year.in_between"
    books.years.remove(3)
    with pytest.raises(NotFoundError):
        books.years.get(3)
    with pytest.raises(NotFoundError):
        books.years.named("1999")


def test_entry_moves_to_the_year_of_its_new_day(books):
    entry_id = books.record()
    following = books.years.open_next().value
    moved = books.entries.change(entry_id, entry(day=D(2027, 1, 4))).value
    assert moved.fiscal_year_id == following.id
    assert books.entries.ids(EntryFilter(fiscal_year_id=1)) == []
    assert books.is_whole()


def test_each_year_has_numbers_and_a_chain_of_its_own(books):
    books.record()
    books.years.open_next()
    late = books.record(day=D(2027, 1, 4))
    assert books.entries.validate(fiscal_year_id=2).value == 1
    assert books.entries.validate().value == 1
    assert [books.entries.get(key).number for key in (1, late)] == [1, 1]
    assert books.is_whole()


def test_what_is_not_late_stays_as_it_is(books):
    assert books.entries.late(entry()) == entry()
    books.record()
    assert books.entries.late(entry(day=TODAY)) == entry(day=TODAY)


def closed(books, units, year_id=1):
    """Close a year as the closing service does, without all that comes before."""
    with units.write("year.changed", name="") as work:
        event = NewYearEvent(YearEventKind.CLOSED, NOW, "Camille", "", ZERO)
        work.fiscal_years.add_event(year_id, event)
        work.fiscal_years.set_state(year_id, YearState.CLOSED)
        work.commit()


def test_closed_year_takes_no_entry_and_no_change(books, units):
    line = books.entries.get(books.validated()).lines[0].id
    closed(books, units)
    record = books.entries.record
    assert refused(record, entry()) == "year.is_closed"
    assert refused(books.years.change, 1, label="x") == "year.is_closed"
    assert refused(books.years.remove, 1) == "year.is_closed"
    assert refused(books.entries.set_activity, [line], None) == "year.is_closed"
    assert refused(books.entries.reverse, 1, TODAY) == "year.is_closed"
    assert refused(books.entries.late, entry()) == "year.none_open"
    assert books.entries.reconcile([line], TODAY).value == 1
    assert books.is_whole()


def test_late_entry_stands_on_the_first_open_day_with_its_real_date(books, units):
    books.validated()
    for _year in range(2):
        books.years.open_next()
    closed(books, units)
    moved = books.entries.record(books.entries.late(entry(cents=70))).value.content
    assert (moved.entry_on, moved.voucher_on) == (D(2027, 1, 1), TODAY)
    known = entry(cents=80, voucher_on=D(2026, 11, 2))
    assert books.entries.late(known).voucher_on == D(2026, 11, 2)
    assert books.entries.reverse(1, D(2027, 1, 1)).value.fiscal_year_id == 2
    assert books.is_whole()


def test_year_beside_follows_when_the_end_between_them_moves(books, units):
    books.record(day=D(2026, 3, 1))
    books.years.open_next()
    before = every_row(units)
    for end, label in ((D(2026, 8, 31), "2026-2027"), (D(2027, 2, 28), "2027")):
        books.years.change(1, ends_on=end)
        follower = books.years.get(2)
        assert (follower.starts_on, follower.label) == (end + dt.timedelta(days=1), label)
    books.years.change(2, starts_on=D(2026, 4, 1))
    assert books.years.get(1).ends_on == D(2026, 3, 31)
    assert refused(books.years.change, 1, ends_on=D(2027, 12, 31)) == "year.days_out_of_order"
    assert refused(books.years.change, 2, starts_on=D(2026, 2, 1)) == "year.leaves_entries"
    assert books.is_whole()
    for _step in range(3):
        books.operations.undo()
    assert every_row(units) == before
