"""From the answers of a poll to the day, the place and the registrations of an event."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import (
    NewRegistration,
    RegistrationFilter,
    RegistrationSource,
    RegistrationState,
)
from coopdesk.domain.events import NewEvent, NewVenue, When, WhenKind
from coopdesk.services.contacts import ContactService
from coopdesk.services.events import EventService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.services.poll_imports import PollImportService
from coopdesk.services.polls import PollService
from coopdesk.services.registrations import RegistrationService
from coopdesk.services.venues import VenueService
from tests.building import every_row, new_units, person, today

DAYS = (
    ',"11/04/2016","11/04/2016","13/04/2016",\r\n'
    ',"18h-20h","20h-22h","soir",\r\n'
    '"Maëlle Zéphyr","Oui","Non","Si nécessaire",\r\n'
    '"Yann","Oui","Oui","Inconnu",\r\n'
    '"Nour Benali","Oui","Si nécessaire","Oui",\r\n'
    '"Solène","Si nécessaire","Oui","Oui",\r\n'
)
FORM = (
    '"Détails de soumission"\t""\t""\t""\t""\n'
    '""\t""\t""\t"Ateliers souhaités"\t""\n'
    '"Numéro"\t"Adresse IP"\t"Nom"\t"Découvrir"\t"Structurer"\n'
    '"1"\t"192.0.2.7"\t"Zéphyr"\t"X"\t""\n'
    '"2"\t"192.0.2.8"\t"Le Guen"\t"X"\t"X"\n'
)
WEEK = When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17))


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield units


@pytest.fixture
def polls(units):
    return PollService(units, today)


@pytest.fixture
def event_id(units):
    return EventService(units, today).add(NewEvent("Atelier", when=WEEK)).value.id


@pytest.fixture
def poll(polls, event_id, tmp_path):
    return polls.import_for(event_id, written(tmp_path)).value


def written(tmp_path, text=DAYS, name="Quand.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def registered(units, event_id):
    service = RegistrationService(units, today)
    return service.lines(service.ids(RegistrationFilter(event_id)))


def test_import_says_at_once_which_event_the_poll_is_about(units, polls, event_id, tmp_path):
    before = every_row(units)
    outcome = polls.import_for(event_id, written(tmp_path))
    assert {Subject.EVENTS, Subject.POLLS, Subject.IMPORTS} <= outcome.changes
    assert (outcome.value.event_id, outcome.value.event_title) == (event_id, "Atelier")
    assert [one.id for one in polls.of(event_id)] == [outcome.value.id]
    [line] = PollImportService(units).polls()
    assert (line.event_id, line.event_title) == (event_id, "Atelier")
    OperationService(units).undo()
    assert every_row(units) == before


def test_poll_that_is_known_is_tied_although_the_file_brings_nothing(
    units, polls, event_id, tmp_path
):
    path = written(tmp_path)
    PollImportService(units).apply(path)
    assert polls.of(event_id) == []
    poll = polls.import_for(event_id, path).value
    assert poll.event_id == event_id
    assert Subject.EVENTS in polls.import_for(event_id, path).changes
    assert polls.tie(poll.id, None).value.event_id is None


def test_import_about_an_event_that_is_gone_writes_nothing(units, polls, tmp_path):
    before = every_row(units)
    with pytest.raises(NotFoundError):
        polls.import_for(99, written(tmp_path))
    assert every_row(units) == before


def test_slots_are_counted_and_venues_that_hold_them_proposed_smallest_first(
    units, polls, poll
):
    venues = VenueService(units, today)
    for name, capacity in (
        ("Salle", 40),
        ("Bar", 3),
        ("Plan M", 4),
        ("Pré", None),
        ("Cave", 2),
    ):
        venues.add(NewVenue(name, capacity=capacity))
    venues.close(venues.add(NewVenue("Fermée", capacity=3)).value.id)
    proposal = polls.proposal(poll.id)
    said = [(slot.count.yes, slot.count.maybe) for slot in proposal.slots]
    assert said == [(3, 1), (2, 1), (2, 1)]
    assert proposal.best == (0,)
    [best] = proposal.best_slots
    assert best.hours == (dt.time(18), dt.time(20))
    assert [venue.name for venue in best.venues] == ["Bar", "Plan M", "Salle"]
    assert [venue.name for venue in best.roomier] == ["Plan M", "Salle"]
    assert proposal.slots[2].hours is None


def test_slot_that_is_chosen_sets_day_hours_and_venue(units, polls, poll, event_id):
    venue = VenueService(units, today).add(NewVenue("Bar", capacity=3)).value
    before = every_row(units)
    event = polls.choose(poll.id, 0, venue.id).value
    day = dt.date(2016, 4, 11)
    assert event.when == When(WhenKind.DAYS, day, day, dt.time(18), dt.time(20))
    assert event.venue_name == "Bar"
    OperationService(units).undo()
    assert every_row(units) == before


def test_slot_of_the_evening_sets_the_day_alone_and_keeps_the_venue(
    units, polls, poll, event_id
):
    venue = VenueService(units, today).add(NewVenue("Bar", capacity=3)).value
    events = EventService(units, today)
    events.change(event_id, replace(events.get(event_id).content, venue_id=venue.id))
    event = polls.choose(poll.id, 2).value
    day = dt.date(2016, 4, 13)
    assert (event.when, event.venue_name) == (When(WhenKind.DAYS, day, day), "Bar")


def test_those_who_said_yes_are_registered_once(units, polls, poll, event_id):
    outcome = polls.register(poll.id, 0)
    assert [one.name for one in outcome.value.made] == ["Maëlle Zéphyr", "Yann", "Nour Benali"]
    assert {one.source for one in outcome.value.made} == {RegistrationSource.POLL}
    assert [one.first_name for one in outcome.value.made] == ["Maëlle", "Yann", "Nour"]
    again = polls.register(poll.id, 0).value
    assert (again.made, again.known) == ((), ("Maëlle Zéphyr", "Yann", "Nour Benali"))
    more = polls.register(poll.id, 0, with_maybe=True).value
    assert [one.name for one in more.made] == ["Solène"]
    assert len(registered(units, event_id)) == 4


def test_registrations_of_a_poll_are_taken_back_in_one_step(units, polls, poll):
    before = every_row(units)
    polls.register(poll.id, 0)
    OperationService(units).undo()
    assert every_row(units) == before


def test_contact_who_replied_is_registered_as_such(units, polls, event_id, tmp_path):
    contact = ContactService(units, today).add(person("Zéphyr", "Maëlle")).value
    poll = polls.import_for(event_id, written(tmp_path)).value
    assert [reply.contact_id for reply in poll.replies if reply.contact_id] == [contact.id]
    made = polls.register(poll.id, 0).value.made
    assert [one.contact_id for one in made] == [contact.id, None, None]


def test_who_is_registered_otherwise_is_left_out(units, polls, event_id, tmp_path):
    contact = ContactService(units, today).add(person("Zéphyr", "Maëlle")).value
    registrations = RegistrationService(units, today)
    mine = registrations.register(NewRegistration(event_id, contact.id)).value
    registrations.register(NewRegistration(event_id, first_name="yann"))
    registrations.cancel([mine.id])
    poll = polls.import_for(event_id, written(tmp_path)).value
    found = polls.register(poll.id, 0).value
    assert [one.name for one in found.made] == ["Nour Benali"]
    assert found.known == ("Maëlle Zéphyr", "Yann")


def test_two_people_of_one_name_are_two_and_one_contact_is_one(
    units, polls, event_id, tmp_path
):
    text = DAYS + '"Yann","Oui","Non","Non",\r\n'
    poll = polls.import_for(event_id, written(tmp_path, text)).value
    assert len(polls.register(poll.id, 0).value.made) == 4
    assert polls.register(poll.id, 0).value.made == ()
    other = EventService(units, today).add(NewEvent("Autre")).value.id
    contact = ContactService(units, today).add(person("Le Bihan", "Yann")).value
    with units.write("poll.tied", name="") as work:
        work.polls.tie(poll.id, other)
        for reply in poll.replies:
            if reply.name == "Yann":
                work.recorder.update(_replies(), reply.id, {"contact_id": contact.id})
        work.commit()
    assert len(polls.register(poll.id, 0).value.made) == 3


def _replies():
    from coopdesk.storage.columns import table_of
    from coopdesk.storage.tables import PollReplyRow

    return table_of(PollReplyRow)


def test_last_to_answer_wait_when_places_run_out(units, polls, poll, event_id):
    events = EventService(units, today)
    events.change(event_id, replace(events.get(event_id).content, capacity=2))
    made = polls.register(poll.id, 0).value.made
    assert [one.state for one in made] == [
        RegistrationState.REGISTERED,
        RegistrationState.REGISTERED,
        RegistrationState.WAITING,
    ]


def test_nobody_is_registered_when_one_is_refused(units, polls, poll, event_id):
    events = EventService(units, today)
    content = events.get(event_id).content
    events.change(event_id, replace(content, capacity=2, has_waiting_list=False))
    with pytest.raises(RuleError, match=r"registration\.full"):
        polls.register(poll.id, 0)
    assert registered(units, event_id) == []


def test_form_counts_choices_and_registers_for_one(units, polls, event_id, tmp_path):
    poll = polls.import_for(event_id, written(tmp_path, FORM, "Ateliers.csv")).value
    chosen = next(one for one in poll.counts if one.option.label == "Structurer")
    assert chosen.yes == 1
    made = polls.register(poll.id, chosen.position).value.made
    assert [one.name for one in made] == ["Le Guen"]
    with pytest.raises(RuleError, match=r"poll\.slot_without_day"):
        polls.choose(poll.id, chosen.position)


def test_poll_about_no_event_and_slots_that_are_not_there_are_refused(
    units, polls, poll, tmp_path
):
    with pytest.raises(RuleError, match=r"poll\.slot_missing"):
        polls.register(poll.id, 9)
    with pytest.raises(RuleError, match=r"poll\.slot_missing"):
        polls.choose(poll.id, -1)
    polls.tie(poll.id, None)
    for act in (polls.choose, polls.register):
        with pytest.raises(RuleError, match=r"poll\.no_event"):
            act(poll.id, 0)
    with pytest.raises(NotFoundError):
        polls.proposal(99)
