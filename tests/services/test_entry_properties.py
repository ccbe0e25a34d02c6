"""Whatever is done with entries, the books balance, number without gap and never change."""

from __future__ import annotations

import contextlib
import datetime as dt

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.entries import EntryFilter, EntryState
from coopdesk.domain.entry_chain import SaidEntry, SaidLine, entry_words
from coopdesk.domain.entry_matching import next_letters
from coopdesk.domain.errors import CoopDeskError
from coopdesk.domain.money import ZERO, total
from tests.building import NOW, TODAY, every_row, new_units
from tests.services.book_office import Books, credit, debit, entry

ACTS = ("record", "change", "remove", "validate", "reverse", "match", "mark", "year", "account")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 9), st.integers(0, 9)),
    min_size=4,
    max_size=16,
)
ACCOUNTS = ("5121", "4112", "7561", "75411", "616", "531", "401", "75411EVT")


class Bookkeeper:
    """Does random things; what the rules forbid is not done."""

    def __init__(self, books):
        self.books = books
        self.fixed = {}

    def do(self, name, which, much):
        with contextlib.suppress(CoopDeskError):
            getattr(self, f"_{name}")(which, much)
        self._keep()

    def _keep(self):
        """Remember what is validated, and see that what was still is."""
        entries = self.books.entries
        ids = entries.ids(EntryFilter(state=EntryState.VALIDATED))
        for made in entries.get_many(ids):
            said = (made.number, made.content.lines, made.content.label, made.validated_at)
            assert self.fixed.setdefault(made.id, said) == said
        assert set(self.fixed) == set(ids)

    def _some(self, which):
        ids = self.books.entries.ids(EntryFilter()) or [0]
        return ids[which % len(ids)]

    def _new(self, which, much):
        to, of = ACCOUNTS[which % 8], ACCOUNTS[much % 8]
        day = dt.date(2026, 1 + which, 1 + much)
        if much % 3:
            return entry(100 * much, day, to, of)
        lines = (debit(to, 300), debit("627", 20 + which), credit(of, 320 + which))
        return entry(day=day, lines=lines, journal="OD")

    def _record(self, which, much):
        self.books.record(self._new(which, much))

    def _change(self, which, much):
        self.books.entries.change(self._some(which), self._new(much, which))

    def _remove(self, which, much):
        self.books.entries.remove([self._some(which), self._some(much)])

    def _validate(self, which, much):
        ids = [self._some(which), self._some(much)] if which % 2 else None
        self.books.entries.validate(ids)

    def _reverse(self, which, much):
        self.books.entries.reverse(self._some(which), dt.date(2026, 12, 1 + much))

    def _match(self, which, much):
        lines = [
            self.books.entries.get(self._some(key)).lines[key % 2].id for key in (which, much)
        ]
        if which == much:
            self.books.entries.unmatch(lines)
        else:
            self.books.entries.match(lines)

    def _mark(self, which, much):
        line = self.books.entries.get(self._some(which)).lines[0].id
        self.books.entries.reconcile([line], TODAY if much % 2 else None)

    def _year(self, which, much):
        if which % 2:
            self.books.years.open_next()
        else:
            self.books.years.change(1, ends_on=dt.date(2026, 12, 31 - much))

    def _account(self, which, much):
        if which % 2:
            self.books.chart.add("75411EVT", "Dons des fêtes")
        else:
            self.books.chart.change(ACCOUNTS[much % 8], is_open=bool(which % 3))


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_books_stay_whole_whatever_is_done(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("books") / "books.coopdesk"
    with new_units(path) as units:
        books = Books(units)
        books.record(day=dt.date(2026, 1, 1))
        keeper = Bookkeeper(books)
        for step in steps:
            keeper.do(*step)
        assert books.findings() == []
        entries = books.entries.get_many(books.entries.ids(EntryFilter()))
        assert total(x.signed for made in entries for x in made.content.lines) == ZERO
        for year in books.years.list():
            numbers = sorted(x.number for x in entries if x.number and _is_in(x, year))
            assert numbers == list(range(1, len(numbers) + 1))
        _take_back(books, units)


def _is_in(made, year):
    return made.fiscal_year_id == year.id


def _take_back(books, units):
    """Undo down to what the law froze, then do all of it again: nothing differs."""
    after = every_row(units)
    undone = 0
    while (newest := books.operations.state().undo) is not None and not newest.frozen:
        try:
            books.operations.undo()
        except CoopDeskError:
            break
        undone += 1
    assert books.findings() == []
    for _step in range(undone):
        books.operations.redo()
    assert every_row(units) == after


LINES = st.lists(
    st.builds(
        SaidLine,
        st.sampled_from(ACCOUNTS),
        st.text(max_size=4),
        st.text(max_size=2),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=3,
)
SAID = st.builds(
    SaidEntry,
    journal=st.sampled_from(["BQ", "OD"]),
    entry_on=st.sampled_from([TODAY, dt.date(2026, 1, 1)]),
    voucher_on=st.sampled_from([TODAY, dt.date(2026, 1, 1)]),
    validated_at=st.just(NOW),
    values=st.fixed_dictionaries({"label": st.text(max_size=4), "note": st.text(max_size=4)}),
    lines=LINES,
)


@settings(max_examples=60)
@given(one=SAID, other=SAID)
def test_two_entries_say_the_same_only_if_they_are_the_same(one, other):
    assert (entry_words(one) == entry_words(other)) is (one == other)


@given(last=st.from_regex(r"[A-Z]{0,3}", fullmatch=True))
def test_next_letters_come_after_in_the_order_of_the_store(last):
    following = next_letters(last)
    assert (len(last), last) < (len(following), following)
