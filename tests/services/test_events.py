"""Events, venues and cycles: recorded, moved, cancelled, prepared anew, all of it undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.activities import ActivityKind
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_days import EventFilter, EventSpan
from coopdesk.domain.event_registrations import (
    DoorPayment,
    NewRegistration,
    RegistrationState,
)
from coopdesk.domain.events import (
    EventKind,
    EventRole,
    EventState,
    NewCycle,
    NewEvent,
    NewEventPart,
    NewSession,
    NewTariff,
    NewVenue,
    Pricing,
    When,
    WhenKind,
)
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.event_activities import ensure_activity
from coopdesk.services.event_files import EventFileService
from coopdesk.services.outcome import Subject
from coopdesk.wording.errors import error_text
from coopdesk.wording.language import set_language
from coopdesk.wording.operations import operation_text
from tests.building import NOW, every_row, new_units, refused, today
from tests.services.event_office import EventOffice, on

JUNE_4, JUNE_5 = dt.date(2015, 6, 4), dt.date(2015, 6, 5)
WEEK = When(WhenKind.WEEK, dt.date(2016, 4, 11))


@pytest.fixture
def units(tmp_path):
    set_language("fr")
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def office(units):
    return EventOffice(units)


def said(office):
    """Return what the last operation is called."""
    return operation_text(office.operations.latest(1)[0]).replace("\u00a0", " ")


# events


def test_event_has_a_name_of_its_own_for_calendars(office):
    one, other = office.event(), office.event()
    assert one.uid != other.uid
    assert (one.revision, one.changed_at) == (0, NOW)


def test_event_in_a_week_has_no_day_of_its_own(office):
    made = office.event("4e atelier", WEEK)
    assert (made.when.kind, made.when.starts_on, made.when.ends_on) == (
        WhenKind.WEEK,
        dt.date(2016, 4, 11),
        dt.date(2016, 4, 17),
    )


def test_only_what_calendars_show_counts_as_a_revision(office):
    made = office.event()
    noted = office.events.change(made.id, replace(made.content, note="x", expected=3)).value
    assert noted.revision == 0
    moved = office.events.change(made.id, replace(noted.content, when=WEEK)).value
    assert moved.revision == 1
    office.events.cancel(made.id)
    assert office.events.confirm(made.id).value.revision == 3


def test_state_follows_what_is_decided(office):
    made = office.event()
    assert office.events.confirm(made.id).value.content.state is EventState.CONFIRMED
    assert office.events.cancel(made.id).value.content.state is EventState.CANCELLED
    assert office.events.plan(made.id).value.content.state is EventState.PLANNED
    assert said(office) == "événement « Ramdam » de nouveau prévu"


def test_edition_of_a_cycle_is_there_once(office):
    cycle_id = office.cycle()
    first = office.event("Atelier", cycle_id=cycle_id, edition=3)
    new = NewEvent("Atelier", cycle_id=cycle_id, edition=3)
    assert refused(office.events.add, new) == "event.edition_taken"
    office.events.change(first.id, replace(first.content, title="Atelier 3"))
    (cycle,) = office.venues.cycles()
    assert (cycle.events, cycle.last_edition) == (1, 3)


def test_event_names_nothing_that_is_gone(office):
    for more in ({"cycle_id": 9}, {"venue_id": 9}, {"previous_id": 9}):
        with pytest.raises(NotFoundError):
            office.event(**more)
    made = office.event()
    itself = replace(made.content, previous_id=made.id)
    assert refused(office.events.change, made.id, itself) == "event.before_itself"


def test_event_is_found_by_number_title_and_edition(office):
    cycle_id = office.cycle("Atelier coopérative intégrale")
    third = office.event("Découvrir", cycle_id=cycle_id, edition=3).id
    office.event("Structurer", cycle_id=cycle_id, edition=4)
    ramdam = office.event("Ramdam").id
    find = office.events.id_named
    assert find(str(third)) == find("decouvrir") == third
    assert find("Atelier coopérative intégrale 3") == third
    assert find("3e atelier COOPERATIVE intégrale") == third
    assert find("Découvrir (3e édition)") == third
    assert find("ramdam") == ramdam
    assert [find(text) for text in ("", "99", "ateliers", "5e atelier", "9" * 40)] == [None] * 5


def test_title_may_be_a_number(office):
    key = office.event("1984").id
    assert office.events.id_named("1984") == office.events.id_named(str(key)) == key


def test_title_of_several_events_is_not_guessed(office):
    office.event("Réunion")
    office.event("réunion")
    with pytest.raises(RuleError) as caught:
        office.events.id_named("Reunion")
    assert caught.value.code == "event.ambiguous"
    assert caught.value.values["numbers"].startswith("1 (Réunion, du 4")
    assert ", 2 (réunion, du 4" in caught.value.values["numbers"]


def test_event_is_found_by_words_of_its_title_unless_several_have_them(office):
    ramdam = office.event("Grand Ramdam des communs").id
    office.event("Fête des communs")
    office.event("Fête", cycle_id=office.cycle("Éclats d’été"), edition=2)
    find = office.events.id_named
    assert [find(text) for text in ("ramd", "RAMDAM communs", "Gránd")] == [ramdam] * 3
    assert find("eclats") == find("fete 2e") == ramdam + 2
    assert [find(text) for text in ("amdam", "Ramdam 2013", "2015", "201")] == [None] * 4
    with pytest.raises(RuleError) as caught:
        find("communs")
    assert "1 (Grand Ramdam des communs" in caught.value.values["numbers"]
    assert "2 (Fête des communs" in caught.value.values["numbers"]


# the list


def titles(office, **more):
    return [line.title for line in office.events.list(EventFilter(**more))]


def test_list_is_by_time_with_undated_events_last(office):
    office.event("Sans date", When())
    office.event("Soir", on(JUNE_4, JUNE_4, dt.time(20)))
    office.event("Matin", on(JUNE_4, JUNE_4, dt.time(9)))
    office.event("Semaine", WEEK)
    assert titles(office) == ["Matin", "Soir", "Semaine", "Sans date"]
    assert titles(office, descending=True) == ["Semaine", "Soir", "Matin", "Sans date"]
    assert titles(office, sort="title") == ["Matin", "Sans date", "Semaine", "Soir"]
    assert office.events.years() == [2016, 2015]


def test_list_shows_what_the_filter_wants(office):
    venue_id, cycle_id = office.venue(town="Marseille"), office.cycle("Intégrale")
    office.event("Ramdam", theme="L’économie")
    office.event("Atelier", WEEK, venue_id=venue_id, cycle_id=cycle_id, hashtag="CIM")
    office.event("Nouvel An", on(dt.date(2015, 12, 31), dt.date(2016, 1, 1)))
    office.event("À venir", on(dt.date(2027, 1, 1)))
    office.event("Un jour", When())
    assert titles(office, text="economie") == ["Ramdam"]
    for word in ("marseille", "PLAN m", "#cim", "integrale atelier"):
        assert titles(office, text=word) == ["Atelier"]
    assert titles(office, text="100%") == []
    assert titles(office, year=2016) == ["Nouvel An", "Atelier"]
    assert titles(office, venue_id=venue_id) == titles(office, cycle_id=cycle_id) == ["Atelier"]
    assert titles(office, span=EventSpan.COMING) == ["À venir", "Un jour"]
    assert titles(office, span=EventSpan.PAST) == ["Ramdam", "Nouvel An", "Atelier"]
    assert titles(office, kind=EventKind.ASSEMBLY) == []
    office.events.cancel(1)
    assert titles(office, state=EventState.CANCELLED) == ["Ramdam"]


def test_renamed_venue_and_cycle_are_found_by_their_new_names(office):
    venue_id, cycle_id = office.venue(), office.cycle()
    made = office.event(venue_id=venue_id, cycle_id=cycle_id)
    office.venues.change(venue_id, NewVenue("Friche"))
    office.venues.change_cycle(cycle_id, NewCycle("Communs"))
    assert titles(office, text="friche communs") == ["Ramdam"]
    assert titles(office, text="plan") == []
    assert office.events.get(made.id).revision == 2


def test_list_counts_who_comes_and_what_is_owed(office):
    made = office.event(capacity=2)
    fee = office.events.add_tariff(made.id, NewTariff("Plein", amount=Money(1_000))).value
    for name in ("Aurélien", "Sophie", "Agnès"):
        new = NewRegistration(made.id, first_name=name, tariff_id=fee.id)
        office.registrations.register(new)
    (line,) = office.events.list()
    assert (line.registered, line.waiting, line.present) == (2, 1, 0)
    assert line.due == Money(2_000)
    assert not line.has_report


def test_what_is_owed_is_what_the_parties_owe_together(office):
    """A party that paid too much does not pay for another."""
    made = office.event()
    fee = office.events.add_tariff(made.id, NewTariff("Plein", amount=Money(1_000))).value
    ids = []
    for name in ("Aurélien", "Sophie", "Agnès"):
        new = NewRegistration(made.id, first_name=name, tariff_id=fee.id)
        ids.append(office.registrations.register(new).value.id)
    office.registrations.join_party(ids[1], office.registrations.get(ids[0]).party_id)
    couple, alone = office.registrations.parties(made.id)
    for party, cents in ((couple, 2_000), (alone, 400)):
        paid = DoorPayment(dt.date(2015, 6, 4), Money(cents), PaymentMode.CASH)
        office.registrations.pay(party.id, paid)
    assert office.events.list()[0].due == Money(600)
    office.registrations.cancel([ids[1]])
    left = [party.left.cents for party in office.registrations.parties(made.id)]
    assert sorted(left) == [-1_000, 600]
    assert office.events.list()[0].due == Money(600)


# places


def test_larger_event_takes_those_who_wait(office):
    made = office.event(capacity=1)
    for name in ("Aurélien", "Sophie", "Agnès"):
        office.registrations.register(NewRegistration(made.id, first_name=name))
    outcome = office.events.change(made.id, replace(made.content, capacity=2))
    assert outcome.along == ("Sophie",)
    smaller = office.events.change(made.id, replace(made.content, capacity=1))
    assert smaller.along == ()
    assert office.events.list()[0].registered == 2
    endless = office.events.change(made.id, replace(made.content, capacity=None))
    assert endless.along == ("Agnès",)


def test_event_that_is_held_after_all_takes_those_who_wait(office):
    made = office.event(capacity=1)
    ids = [
        office.registrations.register(NewRegistration(made.id, first_name=name)).value.id
        for name in ("Aurélien", "Sophie")
    ]
    office.events.cancel(made.id)
    office.registrations.cancel([ids[0]])
    assert office.registrations.get(ids[1]).state is RegistrationState.WAITING
    assert office.events.confirm(made.id).along == ("Sophie",)


# sessions


def test_sessions_keep_the_order_of_the_programme(office):
    made = office.event()
    ids = [office.session(made.id, title) for title in ("Accueil", "Repas", "Clôture")]
    ordered = office.events.order_sessions(made.id, [ids[2], ids[0]]).value
    assert [one.content.title for one in ordered] == ["Clôture", "Accueil", "Repas"]
    other = office.session(office.event("Autre").id)
    assert refused(office.events.order_sessions, made.id, [other]) == "session.of_another"


def test_sessions_move_with_the_event(office):
    made = office.event()
    key = office.session(made.id, held_on=JUNE_5, begins_at=dt.time(10))
    later = on(dt.date(2015, 6, 11), dt.date(2015, 6, 12))
    office.events.change(made.id, replace(made.content, when=later))
    (session,) = office.events.sheet(made.id).sessions
    assert (session.id, session.content.held_on) == (key, dt.date(2015, 6, 12))
    one_day = replace(made.content, when=on(dt.date(2015, 6, 11)))
    assert refused(office.events.change, made.id, one_day) == "event.sessions_outside"
    office.events.change(made.id, replace(made.content, when=When()))
    assert office.events.sheet(made.id).sessions[0].content.held_on is None


def test_removed_session_leaves_the_speaker_without_a_slot(office):
    made = office.event()
    key = office.session(made.id)
    new = NewEventPart(EventRole.SPEAKER, name="Agnès", subject="Communs", session_id=key)
    part = office.events.add_part(made.id, new).value
    assert (part.session_title, part.name) == ("Ouverture", "Agnès")
    office.events.change_session(key, NewSession("Plénière", JUNE_4, dt.time(9)))
    assert office.events.sheet(made.id).parts[0].session_title == "Plénière"
    office.events.remove_session(key)
    (part,) = office.events.sheet(made.id).parts
    assert (part.content.subject, part.content.session_id) == ("Communs", None)


def test_programme_is_part_of_what_calendars_show(office):
    made = office.event()
    key = office.session(made.id)
    same = office.events.sheet(made.id).sessions[0].content
    office.events.change_session(key, same)
    office.events.order_sessions(made.id, [key])
    assert office.events.get(made.id).revision == 1
    office.events.order_sessions(made.id, [office.session(made.id, "Clôture"), key])
    assert office.events.get(made.id).revision == 3
    hall = office.venue("La Friche")
    office.events.change_session(key, replace(same, venue_id=hall))
    office.venues.change(hall, NewVenue("La Friche", access="Tram 3"))
    assert office.events.get(made.id).revision == 5


def test_who_makes_an_event_is_part_of_what_calendars_show(office):
    made = office.event()
    part = office.events.add_part(made.id, NewEventPart(EventRole.SPEAKER, name="Agnès")).value
    office.events.change_part(part.id, part.content)
    assert office.events.get(made.id).revision == 1
    office.events.change_part(part.id, replace(part.content, subject="Communs"))
    office.events.remove_part(part.id)
    office.events.change(made.id, replace(made.content, hashtag="ramdam"))
    assert office.events.get(made.id).revision == 4


# who makes it


def test_parts_are_told_by_role_in_the_order_typed(office):
    made, person = office.event(), office.person()
    for role, name in (
        (EventRole.SPEAKER, "Sophie"),
        (EventRole.FACILITATOR, "Aurélien"),
        (EventRole.SPEAKER, "Agnès"),
    ):
        office.events.add_part(made.id, NewEventPart(role, name=name))
    office.events.add_part(made.id, NewEventPart(EventRole.ORGANISER, person))
    names = [part.name for part in office.events.sheet(made.id).parts]
    assert names == ["Élodie Lefèvre", "Aurélien", "Sophie", "Agnès"]


def test_same_part_twice_is_refused(office):
    made = office.event()
    new = NewEventPart(EventRole.FACILITATOR, name="Sophie")
    part = office.events.add_part(made.id, new).value
    assert refused(office.events.add_part, made.id, new) == "event.part_known"
    other = replace(new, role=EventRole.REPORTER)
    office.events.change_part(part.id, other)
    assert office.events.remove_part(part.id).value.content == other
    slot = office.session(office.event("Autre").id)
    wrong = replace(new, session_id=slot)
    assert refused(office.events.add_part, made.id, wrong) == "session.of_another"


# what it costs


def test_tariff_is_there_once_by_name_and_by_ticket(office):
    made = office.event()
    new = NewTariff("Plein tarif", amount=Money(1_200), ticket_name="Place Adulte")
    fee = office.events.add_tariff(made.id, new).value
    again = replace(new, name="PLEIN  tarif", ticket_name="")
    assert refused(office.events.add_tariff, made.id, again) == "tariff.name_taken"
    sold = replace(new, name="Réduit", ticket_name="place adulte")
    assert refused(office.events.add_tariff, made.id, sold) == "tariff.ticket_taken"
    office.events.change_tariff(fee.id, replace(new, pricing=Pricing.OPEN))
    assert office.events.close_tariff(fee.id).value.is_closed
    assert not office.events.reopen_tariff(fee.id).value.is_closed
    assert office.events.remove_tariff(fee.id).value.content.name == "Plein tarif"
    assert said(office) == "tarif « Plein tarif » de « Ramdam » supprimé"


def test_tariff_that_somebody_has_stays(office):
    made = office.event()
    fee = office.events.add_tariff(made.id, NewTariff("Plein", amount=Money(1_200))).value
    office.registrations.register(
        NewRegistration(made.id, first_name="Sophie", tariff_id=fee.id)
    )
    assert office.events.sheet(made.id).tariffs[0].taken == 1
    assert refused(office.events.remove_tariff, fee.id) == "tariff.in_use"


# removing and preparing


def test_event_on_which_something_rests_is_cancelled_instead(office):
    made = office.event()
    office.registrations.register(NewRegistration(made.id, first_name="Sophie"))
    with pytest.raises(RuleError) as caught:
        office.events.remove(made.id)
    assert caught.value.code == "event.in_use"
    assert "event_registration" in caught.value.values["resting"]
    # Not of a payment: who registered has nothing to pay.
    assert "il y a une inscription à un événement." in error_text(caught.value)


def test_removed_event_takes_its_programme_and_its_empty_activity_along(office, units):
    before = every_row(units)
    made = office.event()
    key = office.session(made.id)
    new = NewEventPart(EventRole.SPEAKER, name="Agnès", session_id=key)
    office.events.add_part(made.id, new)
    office.events.add_tariff(made.id, NewTariff("Plein", amount=Money(1_200)))
    office.events.ensure_activity(made.id)
    office.events.prepare_next(made.id)
    full = every_row(units)
    office.events.remove(made.id)
    (left,) = office.events.list()
    assert office.events.get(left.id).content.previous_id is None
    office.operations.undo()
    assert every_row(units) == full
    for _step in range(6):
        office.operations.undo()
    assert every_row(units) == before


def test_next_edition_has_team_and_tariffs_and_nothing_of_this_one(office):
    cycle_id, venue_id = office.cycle(), office.venue()
    made = office.event(
        "Atelier", cycle_id=cycle_id, edition=3, venue_id=venue_id, aim="Se relier", url="x.org"
    )
    for role, name in ((EventRole.FACILITATOR, "Sophie"), (EventRole.SPEAKER, "Agnès")):
        office.events.add_part(made.id, NewEventPart(role, name=name))
    office.events.add_tariff(made.id, NewTariff("Plein", amount=Money(1_200)))
    office.registrations.register(NewRegistration(made.id, first_name="Élie"))
    office.events.cancel(made.id)
    new = office.events.prepare_next(made.id, WEEK).value
    content = new.content
    assert (content.edition, content.cycle_id, content.previous_id) == (4, cycle_id, made.id)
    assert (content.state, content.aim) == (EventState.PLANNED, "Se relier")
    assert (content.venue_id, content.url) == (None, "")
    assert content.when.kind is WhenKind.WEEK
    sheet = office.events.sheet(new.id)
    assert [part.name for part in sheet.parts] == ["Sophie"]
    assert [tariff.content.name for tariff in sheet.tariffs] == ["Plein"]
    assert office.registrations.counts(new.id).registered == 0
    again = office.events.prepare_next(made.id).value
    assert again.content.edition == 5


# the activity


def test_event_has_one_activity_named_after_it(office, units):
    made = office.event("3e atelier", on(dt.date(2016, 3, 8)))
    key = office.events.ensure_activity(made.id).value
    assert office.events.ensure_activity(made.id).value == key
    (activity,) = office.activities.all()
    assert activity.name == "3e atelier (8 mars 2016)"
    assert (activity.content.kind, activity.content.starts_on) == (
        ActivityKind.EVENT,
        dt.date(2016, 3, 8),
    )
    with units.read() as work:
        assert ensure_activity(work, made.id) == key
    same = office.event("3e atelier", on(dt.date(2016, 3, 8)))
    office.events.ensure_activity(same.id)
    names = [one.name for one in office.activities.all()]
    assert names[1] == "3e atelier (8 mars 2016) – 2"
    long = office.event("é" * 200, When(), cycle_id=office.cycle(), edition=1)
    outcome = office.events.ensure_activity(long.id)
    assert Subject.ACTIVITIES in outcome.changes
    (name,) = (one.name for one in office.activities.all() if one.id == outcome.value)
    assert (len(name), name[-6:]) == (100, "é (1re)"[-6:])


# documents


def test_documents_of_an_event_are_kept_with_it(office, units, tmp_path):
    files = EventFileService(units, today)
    made = office.event()
    poster, empty = tmp_path / "affiche.pdf", tmp_path / "vide.txt"
    poster.write_bytes(b"%PDF-1.7 affiche")
    empty.write_bytes(b"")
    before = every_row(units)
    (left,) = files.attach_all(made.id, [poster, empty]).value
    assert left.code == "attachment.empty"
    (kept,) = files.files(made.id)
    assert files.content(kept.id) == ("affiche.pdf", b"%PDF-1.7 affiche")
    assert refused(office.events.remove, made.id) == "event.in_use"
    office.operations.undo()
    assert files.files(made.id) == ()
    assert {**every_row(units), "stored_file": []} == {**before, "stored_file": []}
    office.operations.redo()
    files.detach(kept.id)
    assert said(office) == "fichier d’un événement retiré : affiche.pdf"
    office.events.remove(made.id)
    assert refused(files.attach_all, 1, [empty]) == "attachment.empty"


# venues and cycles


def test_smallest_venue_that_holds_the_people_comes_first(office):
    office.venue("Grande salle", 120)
    office.venue("plan M", 40)
    office.venue("Café", 15)
    office.venue("Parc", None)
    closed = office.venue("Fermé", 41)
    office.venues.close(closed)
    assert [one.name for one in office.venues.holding(16)] == ["plan M", "Grande salle"]
    office.venues.reopen(closed)
    assert office.venues.holding(41)[0].name == "Fermé"
    assert len(office.venues.all(open_only=True)) == 5


def test_venue_is_there_once_and_stays_while_it_is_used(office):
    person = office.person()
    new = NewVenue("plan M", access="Métro St-Charles", contact_id=person)
    key = office.venues.add(new).value.id
    assert refused(office.venues.add, NewVenue("PLAN M")) == "venue.name_taken"
    assert office.venues.id_named("plan m") == key
    made = office.event(venue_id=key)
    known = office.venues.get(key)
    assert (known.events, known.contact_name) == (1, "Élodie Lefèvre")
    assert office.events.sheet(made.id).venue == known
    assert refused(office.venues.remove, key) == "venue.in_use"
    office.events.remove(made.id)
    office.venues.remove(key)
    assert office.venues.all() == []


def test_cycle_is_there_once_and_stays_while_it_has_events(office):
    key = office.cycle()
    assert refused(office.venues.add_cycle, NewCycle("coopérative INTEGRALE")) == (
        "cycle.name_taken"
    )
    assert office.venues.cycle_named("cooperative integrale") == key
    made = office.event(cycle_id=key)
    assert office.events.sheet(made.id).cycle.events == 1
    assert refused(office.venues.remove_cycle, key) == "cycle.in_use"
    office.events.remove(made.id)
    assert office.venues.remove_cycle(key).value.content.since == "novembre 2015"


def test_each_command_about_events_is_undone_whole(office, units):
    """Whatever a command does, Ctrl+Z brings every row back, and its name is French."""
    venue_id, cycle_id, person = office.venue(), office.cycle(), office.person()
    made = office.event(venue_id=venue_id, cycle_id=cycle_id, capacity=1)
    key = office.session(made.id)
    second = office.session(made.id, "Repas")
    part = office.events.add_part(made.id, NewEventPart(EventRole.SPEAKER, name="Agnès"))
    fee = office.events.add_tariff(made.id, NewTariff("Plein", amount=Money(1))).value.id
    events, venues = office.events, office.venues
    commands = [
        lambda: events.add(NewEvent("Autre")),
        lambda: events.change(made.id, replace(made.content, title="X", when=WEEK)),
        lambda: events.confirm(made.id),
        lambda: events.cancel(made.id),
        lambda: events.prepare_next(made.id),
        lambda: events.ensure_activity(made.id),
        lambda: events.remove(made.id),
        lambda: events.add_session(made.id, NewSession("A")),
        lambda: events.change_session(key, NewSession("B", JUNE_5)),
        lambda: events.order_sessions(made.id, [second, key]),
        lambda: events.remove_session(key),
        lambda: events.add_part(made.id, NewEventPart(EventRole.FUNDER, person)),
        lambda: events.change_part(part.value.id, NewEventPart(EventRole.FUNDER, person)),
        lambda: events.remove_part(part.value.id),
        lambda: events.add_tariff(made.id, NewTariff("B")),
        lambda: events.change_tariff(fee, NewTariff("C")),
        lambda: events.close_tariff(fee),
        lambda: events.remove_tariff(fee),
        lambda: venues.add(NewVenue("B")),
        lambda: venues.change(venue_id, NewVenue("C", capacity=3)),
        lambda: venues.close(venue_id),
        lambda: venues.add_cycle(NewCycle("B")),
        lambda: venues.change_cycle(cycle_id, NewCycle("C")),
    ]
    before = every_row(units)
    for command in commands:
        command()
        assert "{" not in said(office)
        assert every_row(units) != before
        office.operations.undo()
        assert every_row(units) == before
