"""The day of an event: who is there, who walks in, who has no place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.check_in import matching
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import RegistrationSource, RegistrationState
from coopdesk.domain.events import NewSession
from tests.building import every_row, new_units
from tests.services.registration_office import HELD_ON, RegistrationOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RegistrationOffice]:
    with new_units(tmp_path / "a.coopdesk") as units:
        yield RegistrationOffice(units, capacity=2)


def test_somebody_is_there_once(office: RegistrationOffice) -> None:
    made = office.register()
    first = office.check_in.check_in(made.id).value
    assert (first.was_there, first.registration.present) == (False, (None,))
    before = every_row(office.units)
    again = office.check_in.check_in(made.id).value
    assert (again.was_there, again.registration.name) == (True, "Martin")
    assert every_row(office.units) == before
    assert office.check_in.present_counts(office.event_id) == {None: 1}
    office.check_in.take_back(made.id)
    assert office.check_in.present_counts(office.event_id) == {}
    with pytest.raises(RuleError) as refused:
        office.check_in.take_back(made.id)
    assert refused.value.code == "door.not_there"


def test_presence_is_of_each_session(office: RegistrationOffice) -> None:
    made = office.register()
    other = office.register("B")
    events = office.events
    opening = events.add_session(office.event_id, NewSession("Ouverture", HELD_ON)).value.id
    closing = events.add_session(office.event_id, NewSession("Clôture", HELD_ON)).value.id
    office.check_in.check_in(made.id, opening)
    office.check_in.check_in(other.id, opening)
    office.check_in.check_in(made.id, closing)
    assert office.check_in.present_counts(office.event_id) == {opening: 2, closing: 1}
    assert office.registrations.counts(office.event_id).present == 2
    elsewhere = office.event("Autre")
    foreign = events.add_session(elsewhere, NewSession("Ailleurs", HELD_ON)).value.id
    with pytest.raises(RuleError) as refused:
        office.check_in.check_in(made.id, foreign)
    assert refused.value.code == "door.other_session"


def test_a_badge_is_scanned_or_its_code_typed(office: RegistrationOffice) -> None:
    made = office.register()
    code = made.badge_code
    misread = code.translate(str.maketrans("1234567890QAZWM", "&é\"'(-è_çàAQWZ?"))
    for text in (
        code,
        code.lower(),
        f" {code[:4]}-{code[4:]} ",
        code.replace("0", "o"),
        misread,
    ):
        found = office.check_in.scanned(text)
        assert found is not None
        assert (found.id, found.event_id) == (made.id, office.event_id)
    assert office.check_in.scanned("Martin") is None
    assert office.check_in.scanned("AB12CD34") is None
    entries = office.check_in.entries(office.event_id)
    assert [one.registration_id for one in matching(entries, code)] == [made.id]


def test_who_has_no_place_is_refused_unless_the_door_decides(
    office: RegistrationOffice,
) -> None:
    first, _second, third = office.several(3)
    with pytest.raises(RuleError) as refused:
        office.check_in.check_in(third)
    assert (refused.value.code, refused.value.values["rank"]) == ("door.waiting", 1)
    came = office.check_in.check_in(third, force=True).value.registration
    assert came.state is RegistrationState.REGISTERED
    assert office.moves()[-1] == ("P3", "promoted", "")
    office.registrations.cancel([first])
    with pytest.raises(RuleError) as refused:
        office.check_in.check_in(first)
    assert refused.value.code == "door.cancelled"


def test_who_walks_in_is_registered_and_there(office: RegistrationOffice) -> None:
    made = office.check_in.walk_in(office.guest("A")).value
    assert (made.source, made.present) == (RegistrationSource.DOOR, (None,))
    office.register("B")
    with pytest.raises(RuleError) as refused:
        office.check_in.walk_in(office.guest("C"))
    assert refused.value.code == "door.full"
    forced = office.check_in.walk_in(office.guest("C"), force=True).value
    assert forced.state is RegistrationState.REGISTERED
    assert office.registrations.counts(office.event_id).registered == 3


def test_nobody_comes_to_a_cancelled_event(office: RegistrationOffice) -> None:
    made = office.register()
    office.events.cancel(office.event_id)
    with pytest.raises(RuleError) as refused:
        office.check_in.check_in(made.id)
    assert refused.value.code == "door.event_cancelled"
    with pytest.raises(RuleError) as refused:
        office.check_in.walk_in(office.guest("A"), force=True)
    assert refused.value.code == "registration.event_cancelled"


def test_entries_are_in_the_order_of_names_with_everybody(office: RegistrationOffice) -> None:
    ids = office.several(3)
    office.register("", contact_id=office.contact("Élan", "Zoé"))
    office.registrations.cancel([ids[0]])
    office.check_in.check_in(ids[1])
    entries = office.check_in.entries(office.event_id)
    told = [(one.name, one.state.value, set(one.present)) for one in entries]
    assert told == [
        ("Zoé Élan", "waiting", set()),
        ("P1", "cancelled", set()),
        ("P2", "registered", {None}),
        ("P3", "registered", set()),
    ]


def test_every_command_of_the_day_goes_back_whole(office: RegistrationOffice) -> None:
    ids = office.several(3)
    office.check_in.check_in(ids[0])
    for command in (
        lambda: office.check_in.check_in(ids[1]),
        lambda: office.check_in.check_in(ids[2], force=True),
        lambda: office.check_in.take_back(ids[0]),
        lambda: office.check_in.walk_in(office.guest("A"), force=True),
    ):
        before = every_row(office.units)
        command()
        assert every_row(office.units) != before
        office.operations.undo()
        assert every_row(office.units) == before
