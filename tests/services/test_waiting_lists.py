"""The waiting list empties in order as places free up, whatever happens in whatever order."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import MoveKind, RegistrationState
from tests.building import every_row, new_units
from tests.services.registration_office import RegistrationOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.event_registrations import Registration

_REGISTERED, _WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RegistrationOffice]:
    with new_units(tmp_path / "a.coopdesk") as units:
        yield RegistrationOffice(units, capacity=2)


def _set_capacity(office: RegistrationOffice, capacity: int | None) -> tuple[str, ...]:
    content = office.events.get(office.event_id).content
    return office.events.change(office.event_id, replace(content, capacity=capacity)).along


def test_a_place_given_up_goes_to_the_first_who_waits(office: RegistrationOffice) -> None:
    first, *_more = office.several(4)
    done = office.registrations.cancel([first])
    assert [(one.name, one.number) for one in done.value] == [("P3", 3)]
    assert done.along == ("P3",)
    assert office.moves()[-2:] == [("P1", "cancelled", ""), ("P3", "promoted", "P1")]
    assert [one.rank for one in office.shown(state=_WAITING)] == [1]


def test_several_places_are_each_traced_to_who_gave_them_up(office: RegistrationOffice) -> None:
    one, two, three, *_more = office.several(6)
    promoted = office.registrations.cancel([three, one, two]).value
    assert [x.name for x in promoted] == ["P4", "P5"]
    assert office.moves()[-2:] == [("P4", "promoted", "P1"), ("P5", "promoted", "P2")]


def test_who_waits_and_gives_up_frees_nothing(office: RegistrationOffice) -> None:
    ids = office.several(4)
    assert office.registrations.cancel([ids[2]]).value == ()
    assert [x.name for x in office.shown(state=_WAITING)] == ["P4"]


def test_a_raised_capacity_lets_people_in_and_a_lowered_one_throws_nobody_out(
    office: RegistrationOffice,
) -> None:
    office.several(5)
    assert _set_capacity(office, 4) == ("P3", "P4")
    _set_capacity(office, 1)
    assert office.registrations.counts(office.event_id).registered == 4
    assert office.registrations.counts(office.event_id).free == 0
    assert _set_capacity(office, None) == ("P5",)
    assert office.moves()[-1] == ("P5", "promoted", "")


def test_nobody_moves_up_at_a_cancelled_event(office: RegistrationOffice) -> None:
    first, *_more = office.several(3)
    office.events.cancel(office.event_id)
    assert office.registrations.cancel([first]).value == ()
    with pytest.raises(RuleError) as refused:
        office.registrations.restore(first)
    assert refused.value.code == "registration.event_cancelled"
    assert office.events.confirm(office.event_id).along == ("P3",)


def test_who_comes_back_waits_behind_those_who_waited(office: RegistrationOffice) -> None:
    first, second, *_more = office.several(4)
    office.registrations.cancel([first])
    back = office.registrations.restore(first).value
    assert (back.state, back.number, back.rank) == (_WAITING, 5, 2)
    assert office.moves()[-2:] == [("P1", "restored", ""), ("P1", "waiting", "")]
    (next_one,) = office.registrations.cancel([second]).value
    assert next_one.name == "P4"


def test_a_removed_registration_frees_its_place_and_leaves_the_traces_of_others(
    office: RegistrationOffice,
) -> None:
    first, second, *_more = office.several(5)
    office.registrations.cancel([first])
    (promoted,) = office.registrations.remove(second).value
    assert promoted.name == "P4"
    office.registrations.remove(first)
    assert [move for move in office.moves() if move[1] == "promoted"] == [
        ("P3", "promoted", ""),
        ("P4", "promoted", ""),
    ]


def test_an_undo_takes_the_move_back_with_its_cause(office: RegistrationOffice) -> None:
    first, *_more = office.several(4)
    before = every_row(office.units)
    office.registrations.cancel([first])
    office.operations.undo()
    assert every_row(office.units) == before
    _set_capacity(office, 3)
    office.operations.undo()
    assert every_row(office.units) == before


class _Story:
    """Commands at random on one event, and what must hold after each of them."""

    def __init__(self, office: RegistrationOffice, capacity: int) -> None:
        self.office = office
        self.capacity: int | None = capacity
        self.people: set[int] = set()
        self.highest = 0  # what lowering the capacity leaves registered

    def run(self, command: str, number: int) -> None:
        """Do one thing to whomever a number chooses."""
        before = self.all()
        if command == "register":
            self.people.add(self.office.register(f"Q{len(self.people)}").id)
        elif command == "capacity":
            self.capacity = number % 9 + 1 if number % 10 else None
            _set_capacity(self.office, self.capacity)
        else:
            self._change_one(command, number, before)
        self._check(before)

    def _change_one(self, command: str, number: int, before: list[Registration]) -> None:
        is_gone = command == "restore"
        chosen = [x.id for x in before if (x.state is RegistrationState.CANCELLED) is is_gone]
        if not chosen:
            return
        if command == "restore":
            self.office.registrations.restore(chosen[number % len(chosen)])
        else:
            start = number % len(chosen)
            self.office.registrations.cancel(chosen[start : start + 1 + number % 3])

    def all(self) -> list[Registration]:
        """Return everybody in order of their numbers."""
        return self.office.shown()

    def _check(self, before: list[Registration]) -> None:
        after = self.all()
        assert {one.id for one in after} == self.people
        registered = [one for one in after if one.state is _REGISTERED]
        waiting = [one for one in after if one.state is _WAITING]
        if self.capacity is None:
            assert not waiting
        else:
            had = sum(one.state is _REGISTERED for one in before)
            assert len(registered) <= max(self.capacity, had)
            assert not waiting or len(registered) >= self.capacity
        self._check_order(before, after)
        self._check_traces(registered)

    def _check_order(self, before: list[Registration], after: list[Registration]) -> None:
        """Who moved up waited before everybody who waits still, and nobody fell back."""
        state = {one.id: one.state for one in before}
        still = [x.number for x in after if x.state is _WAITING and state.get(x.id) is _WAITING]
        moved = [
            x.number for x in after if x.state is _REGISTERED and state.get(x.id) is _WAITING
        ]
        assert not moved or not still or max(moved) < min(still)
        fell = [x.id for x in after if x.state is _WAITING and state.get(x.id) is _REGISTERED]
        assert fell == []

    def _check_traces(self, registered: list[Registration]) -> None:
        """Each has a place by its last trace; a place given up was taken by one at most."""
        last: dict[int, MoveKind] = {}
        moves = self.office.registrations.moves(self.office.event_id)
        for move in reversed(moves):
            if move.kind is MoveKind.PROMOTED:
                assert last[move.registration_id] is MoveKind.WAITING
            last[move.registration_id] = move.kind
        seated = {MoveKind.REGISTERED, MoveKind.PROMOTED, MoveKind.RESTORED}
        assert {key for key, kind in last.items() if kind in seated} == {
            one.id for one in registered
        }
        freed = Counter(move.freed_by for move in moves if move.freed_by)
        left = Counter(move.name for move in moves if move.kind is MoveKind.CANCELLED)
        assert all(count <= left[name] for name, count in freed.items())


_COMMANDS = st.tuples(
    st.sampled_from(("register", "register", "cancel", "restore", "capacity")),
    st.integers(0, 99),
)


@settings(max_examples=7, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commands=st.lists(_COMMANDS, min_size=5, max_size=14), people=st.integers(3, 9))
def test_the_list_empties_in_order_whatever_happens(
    tmp_path: Path, commands: list[tuple[str, int]], people: int
) -> None:
    path = tmp_path / "story.coopdesk"
    path.unlink(missing_ok=True)
    with new_units(path) as units:
        office = RegistrationOffice(units, capacity=4)
        story = _Story(office, 4)
        for _one in range(people):
            story.run("register", 0)
        states = [every_row(units)]
        for command, number in commands:
            story.run(command, number)
            states.append(every_row(units))
        _undo_all(office, states)


def _undo_all(
    office: RegistrationOffice, states: list[dict[str, list[tuple[object, ...]]]]
) -> None:
    """Take back every command that changed something: each state comes again."""
    for before, after in reversed(list(pairwise(states))):
        if before != after:
            office.operations.undo()
            assert every_row(office.units) == before


def test_the_ramdam_of_500_registrations_for_450_places(tmp_path: Path) -> None:
    with new_units(tmp_path / "ramdam.coopdesk") as units:
        office = RegistrationOffice(units, capacity=450)
        people = [office.guest(f"P{number}") for number in range(1, 501)]
        party = office.registrations.register_party(people)
        assert len(party.along) == 50
        counts = office.registrations.counts(office.event_id)
        assert (counts.registered, counts.waiting, counts.free) == (450, 50, 0)
        leaving = [one.id for one in office.shown(state=_REGISTERED)]
        random.Random(2012).shuffle(leaving)
        promoted: list[int] = []
        for start in range(0, 60, 6):
            found = office.registrations.cancel(leaving[start : start + 6]).value
            promoted += [one.number for one in found]
        assert promoted == list(range(451, 501))
        counts = office.registrations.counts(office.event_id)
        assert (counts.registered, counts.waiting, counts.cancelled) == (440, 0, 60)
        moved = [move for move in office.moves() if move[1] == "promoted"]
        assert len({name for name, _kind, _by in moved}) == len(moved) == 50
        assert len({by for _name, _kind, by in moved}) == 50
