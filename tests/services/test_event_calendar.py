"""The calendar: ours and foreign dates together, and iCalendar out and in without doubles."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar

from coopdesk.domain.errors import ExternalError, NotFoundError, RuleError
from coopdesk.domain.events import (
    EventRole,
    EventState,
    NewEventPart,
    NewVenue,
    When,
    WhenKind,
)
from coopdesk.services.calendar_imports import CalendarImportService
from coopdesk.services.outcome import Subject
from coopdesk.wording.language import set_language
from tests.building import PROFILE, every_row, new_units
from tests.services.event_office import EventOffice, on

JUNE_4, JUNE_5 = dt.date(2015, 6, 4), dt.date(2015, 6, 5)
JUNE_1, JUNE_30 = dt.date(2015, 6, 1), dt.date(2015, 6, 30)
WEEK = When(WhenKind.WEEK, dt.date(2016, 4, 11))

FOREIGN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Ailleurs//FR
BEGIN:VEVENT
UID:foire@ailleurs
DTSTAMP:20150101T000000Z
DTSTART;VALUE=DATE:20150606
DTEND;VALUE=DATE:20150608
SUMMARY:Foire bio
LOCATION:Place de la Foire
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:londres@ailleurs
DTSTAMP:20150101T000000Z
DTSTART;TZID=Europe/London:20150610T230000
DTEND;TZID=Europe/London:20150611T000000
SUMMARY:Nuit
STATUS:TENTATIVE
RRULE:FREQ=WEEKLY;COUNT=1
END:VEVENT
BEGIN:VEVENT
UID:bal@ailleurs
DTSTAMP:20150101T000000Z
DTSTART:20150612T180000Z
DTEND:20150612T220000Z
DESCRIPTION:Musique\\net danse
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def units(tmp_path):
    set_language("fr")
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def office(units):
    return EventOffice(units)


@pytest.fixture
def imports(units):
    return CalendarImportService(units)


@pytest.fixture
def foreign(imports, tmp_path):
    """The ids of three dates of another calendar."""
    path = tmp_path / "ailleurs.ics"
    path.write_text(FOREIGN, encoding="utf-8")
    imports.apply(path)
    return [line.id for line in imports.items()]


def events_in(content):
    calendar = Calendar.from_ical(content)
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def titles(office, first=JUNE_1, last=JUNE_30):
    return [entry.title for entry in office.calendar.entries(first, last)]


# what it shows


def test_events_and_foreign_dates_stand_together_by_time(office, foreign):
    office.event()
    assert titles(office) == ["Ramdam", "Foire bio", "Nuit", ""]
    entries = office.calendar.entries(JUNE_1, JUNE_30)
    assert [entry.event_id for entry in entries] == [1, None, None, None]
    assert [entry.item_id for entry in entries] == [None, *foreign]
    assert [entry.repeats for entry in entries] == [False, False, True, False]


def test_foreign_hours_are_told_by_our_clock(office, foreign):
    night, ball = (office.calendar.entries(JUNE_1, JUNE_30))[1:]
    # Eleven in London is midnight here: the day after, for an hour.
    assert night.when == on(dt.date(2015, 6, 11), None, dt.time(0), dt.time(1))
    # It ends with the day.
    assert ball.when == on(dt.date(2015, 6, 12), None, dt.time(20), dt.time(0))
    assert titles(office, dt.date(2015, 6, 10), dt.date(2015, 6, 10)) == []
    assert titles(office, dt.date(2015, 6, 11), dt.date(2015, 6, 11)) == ["Nuit"]


def test_vague_event_is_shown_wherever_it_may_be_held(office):
    office.event("4e atelier", WEEK)
    office.event("Un jour", When())
    (entry,) = office.calendar.entries(dt.date(2016, 4, 17), dt.date(2016, 4, 30))
    assert entry.is_vague
    assert [one.title for one in office.calendar.undated()] == ["Un jour"]


# the file


def test_event_of_two_days_ends_on_the_day_after_in_the_file(office):
    office.event()
    event = events_in(office.calendar.ics())["Ramdam"]
    assert event.decoded("DTSTART") == JUNE_4
    assert event.decoded("DTEND") == dt.date(2015, 6, 6)
    assert str(event["STATUS"]) == "TENTATIVE"


def test_week_is_whole_days_that_stay_free_and_says_that_the_day_is_open(office):
    office.event("4e atelier", WEEK)
    event = events_in(office.calendar.ics())["4e atelier, jour à fixer"]
    assert event.decoded("DTSTART") == dt.date(2016, 4, 11)
    assert event.decoded("DTEND") == dt.date(2016, 4, 18)
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("TENTATIVE", "TRANSPARENT")


def test_event_without_a_day_is_left_out_and_said(office):
    office.event("Un jour", When())
    office.event("Dans l’année", When(WhenKind.YEAR, JUNE_4))
    kept = office.event()
    assert list(events_in(office.calendar.ics())) == ["Ramdam"]
    assert sorted(office.calendar.left_out()) == ["Dans l’année", "Un jour"]
    assert office.calendar.left_out([kept.id]) == []


def test_cancelled_event_is_told_so_with_a_higher_revision(office):
    made = office.event()
    office.events.cancel(made.id)
    event = events_in(office.calendar.ics())["Ramdam"]
    assert (str(event["STATUS"]), event.decoded("SEQUENCE")) == ("CANCELLED", 1)
    assert str(event["UID"]) == made.uid


def test_phone_shows_what_people_need_to_come(office):
    venue = NewVenue("plan M", "3 rue Neuve", "13001", "Marseille", access="Métro St-Charles")
    venue_id = office.venues.add(venue).value.id
    made = office.event(
        "Atelier",
        on(dt.date(2016, 3, 8), None, dt.time(18), dt.time(20, 30)),
        venue_id=venue_id,
        place_note="2e étage",
        public_text="Venez nombreux.",
        url="exemple.org/atelier",
        cycle_id=office.cycle(),
        edition=3,
    )
    office.session(made.id, "Tour de table", begins_at=dt.time(18), room="salle B")
    for role, name in ((EventRole.FACILITATOR, "Aurélien"), (EventRole.FUNDER, "La Ville")):
        office.events.add_part(made.id, NewEventPart(role, name=name))
    (event,) = events_in(office.calendar.ics([made.id])).values()
    assert str(event["SUMMARY"]) == "Atelier (3e édition)"
    assert str(event["LOCATION"]) == "plan M, 3 rue Neuve, 13001 Marseille, 2e étage"
    assert str(event["URL"]) == "https://exemple.org/atelier"
    assert event.decoded("DTSTART").hour == 18
    told = str(event["DESCRIPTION"]).replace("\u00a0", " ")
    assert told.splitlines() == [
        "Venez nombreux.",
        "",
        "18 h : Tour de table, salle B",
        "",
        "Anime : Aurélien",
        "",
        "Métro St-Charles",
    ]


def test_sessions_of_several_days_are_dates_of_their_own_under_a_free_band(office):
    when = on(JUNE_4, JUNE_5, dt.time(9), dt.time(18))
    made = office.event(when=when, place_note="La Friche")
    opening = office.session(
        made.id, held_on=JUNE_4, begins_at=dt.time(9), ends_at=dt.time(10), room="Cabaret"
    )
    office.session(made.id, "Repas")
    new = NewEventPart(EventRole.SPEAKER, name="Agnès", subject="Communs", session_id=opening)
    office.events.add_part(made.id, new)
    found = events_in(office.calendar.ics())
    assert list(found) == ["Ramdam", "Ramdam — Ouverture"]
    assert found["Ramdam"].decoded("DTEND") == dt.date(2015, 6, 6)
    assert str(found["Ramdam"]["TRANSP"]) == "TRANSPARENT"
    session = found["Ramdam — Ouverture"]
    assert str(session["UID"]) == f"{made.uid}-{opening}"
    assert str(session["LOCATION"]) == "Cabaret"
    assert "Agnès – Communs" in str(session["DESCRIPTION"])


def test_several_days_without_a_programme_go_from_hour_to_hour(office):
    office.event(when=on(JUNE_4, JUNE_5, dt.time(9), dt.time(18)))
    (event,) = events_in(office.calendar.ics()).values()
    assert event.decoded("DTSTART").strftime("%d %H") == "04 09"
    assert event.decoded("DTEND").strftime("%d %H") == "05 18"


def test_calendar_is_called_after_the_association(office, units):
    assert "X-WR-CALNAME:Nos événements" in office.calendar.ics().decode()
    with units.write("association.saved") as work:
        work.association.put(PROFILE)
        work.commit()
    assert "X-WR-CALNAME:La Coop des Rives" in office.calendar.ics().decode()


def test_folder_holds_one_file_that_follows_the_events(office, tmp_path):
    folder = tmp_path / "agenda" / "coop"
    office.event()
    path = office.calendar.write_folder(folder)
    assert [one.name for one in folder.iterdir()] == ["coopdesk.ics"]
    assert list(events_in(path.read_bytes())) == ["Ramdam"]
    office.event("Autre")
    office.calendar.write_folder(folder)
    assert list(events_in(path.read_bytes())) == ["Ramdam", "Autre"]
    assert [one.name for one in folder.iterdir()] == ["coopdesk.ics"]


def test_folder_that_cannot_be_one_is_named(office, tmp_path):
    taken = tmp_path / "agenda"
    taken.write_text("une note")
    with pytest.raises(ExternalError) as caught:
        office.calendar.write_folder(taken)
    assert caught.value.code == "file.cannot_write"
    assert taken.read_text() == "une note"


# there and back


def test_our_own_file_brings_no_double_back(office, imports, tmp_path):
    made = office.event()
    office.session(made.id, held_on=JUNE_5, begins_at=dt.time(9))
    office.event("4e atelier", WEEK)
    path = tmp_path / "retour.ics"
    path.write_bytes(office.calendar.ics())
    preview = imports.preview(path)
    assert [line.verdict.value for line in preview.lines] == ["same"] * 3
    assert imports.apply(path).value is None
    assert len(office.calendar.entries(JUNE_1, JUNE_30)) == 1


def test_date_of_a_calendar_becomes_an_event_once(office, units, foreign):
    before = every_row(units)
    outcome = office.calendar.adopt(foreign[0])
    made = outcome.value
    assert Subject.EVENTS in outcome.changes
    assert (made.title, made.content.place_note) == ("Foire bio", "Place de la Foire")
    assert made.content.state is EventState.CONFIRMED
    assert made.when == on(dt.date(2015, 6, 6), dt.date(2015, 6, 7))
    assert made.uid == "foire@ailleurs"
    assert titles(office).count("Foire bio") == 1
    with pytest.raises(RuleError) as caught:
        office.calendar.adopt(foreign[0])
    assert (caught.value.code, caught.value.values["id"]) == ("calendar.item_taken", made.id)
    office.operations.undo()
    assert every_row(units) == before
    with pytest.raises(NotFoundError):
        office.calendar.adopt(99)


def test_import_of_a_date_that_became_an_event_is_not_taken_back(office, units, foreign):
    made = office.calendar.adopt(foreign[0]).value
    imported = office.operations.latest()[-1]
    with pytest.raises(RuleError):
        office.operations.undo_one(imported.id)
    assert office.events.get(made.id).title == "Foire bio"
    assert "Nuit" in titles(office)


def test_calendar_that_comes_again_leaves_the_event_as_it_is(
    office, imports, foreign, tmp_path
):
    made = office.calendar.adopt(foreign[0]).value
    path = tmp_path / "ailleurs2.ics"
    path.write_text(FOREIGN.replace("Foire bio", "Foire verte"), encoding="utf-8")
    imports.apply(path)
    assert titles(office).count("Foire bio") == 1
    assert "Foire verte" not in titles(office)
    assert office.events.get(made.id).title == "Foire bio"


def test_adopted_date_comes_back_from_our_own_file_as_the_same(
    office, imports, foreign, tmp_path
):
    office.calendar.adopt(foreign[0])
    path = tmp_path / "retour.ics"
    path.write_bytes(office.calendar.ics())
    assert [line.verdict.value for line in imports.preview(path).lines] == ["same"]
    assert imports.apply(path).value is None


def test_one_date_of_a_series_gets_a_name_of_its_own(office, foreign):
    made = office.calendar.adopt(foreign[1]).value
    assert made.uid != "londres@ailleurs"
    assert made.content.state is EventState.PLANNED
    nameless = office.calendar.adopt(foreign[2]).value
    assert nameless.title == "Événement sans titre"
    assert nameless.content.public_text == "Musique\net danse"


def test_removed_event_gives_the_date_of_the_calendar_back(office, foreign):
    made = office.calendar.adopt(foreign[0]).value
    office.events.remove(made.id)
    assert "Foire bio" in titles(office)
    assert office.calendar.adopt(foreign[0]).value.title == "Foire bio"


def test_only_the_events_that_are_wanted_are_written(office):
    for number in range(3):
        office.event(f"Ramdam {number}")
    assert len(events_in(office.calendar.ics([1, 3]))) == 2
    assert events_in(office.calendar.ics([])) == {}
    undated = office.event("Un jour", When())
    with pytest.raises(RuleError, match=r"calendar\.nothing_dated"):
        office.calendar.ics([undated.id])
