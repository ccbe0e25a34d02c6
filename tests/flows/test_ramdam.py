"""A festival of two days: speakers by theme, more people than places, badges, presence."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from decimal import Decimal
from io import BytesIO

import icalendar
import pytest
from pypdf import PdfReader

from coopdesk.domain.event_registrations import MoveKind, RegistrationState
from coopdesk.domain.event_reports import NewIndicator
from coopdesk.domain.events import EventRole, NewCycle, NewEventPart, NewSession, When, WhenKind
from coopdesk.services.association import AssociationService
from coopdesk.services.check_in import CheckInService
from coopdesk.services.event_calendar import EventCalendarService
from coopdesk.services.event_papers import EventPaperService
from coopdesk.services.indicators import IndicatorService
from coopdesk.services.venues import VenueService
from coopdesk.wording.event_titles import when_long
from tests.building import PROFILE, new_units, today
from tests.services.registration_office import RegistrationOffice

FIRST, SECOND = dt.date(2015, 6, 4), dt.date(2015, 6, 5)
PEOPLE, PLACES, SPEAKERS, THEMES = 500, 450, 24, 8
DAYS = When(WhenKind.DAYS, FIRST, SECOND, dt.time(9), dt.time(18))
REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING


class Festival(RegistrationOffice):
    """The services that somebody uses who organises a festival."""

    def __init__(self, units):
        cycle = VenueService(units, today).add_cycle(NewCycle("Grand Ramdam")).value.id
        super().__init__(
            units,
            when=DAYS,
            capacity=PLACES,
            expected=PEOPLE,
            cycle_id=cycle,
            edition=2,
            hashtag="#Ramdam",
        )
        AssociationService(units).save(PROFILE)
        self.calendar = EventCalendarService(units, today)
        self.papers = EventPaperService(units, today)
        self.days = [self.session(day) for day in (FIRST, SECOND)]

    def session(self, day):
        """Add a day of the programme and return its id."""
        new = NewSession(f"Journée du {day.day}", day, dt.time(9), dt.time(18))
        return self.events.add_session(self.event_id, new).value.id

    def speakers(self):
        """Let speakers come, three a theme, half of them on each day."""
        for number in range(SPEAKERS):
            part = NewEventPart(
                EventRole.SPEAKER,
                name=f"Oratrice {number + 1}",
                subject=f"Sujet {number + 1}",
                theme=f"Thème {number % THEMES + 1}",
                session_id=self.days[number % 2],
            )
            self.events.add_part(self.event_id, part)

    def families(self):
        """Register everybody, ten on each payment."""
        for start in range(1, PEOPLE, 10):
            guests = [self.guest(f"P{number}") for number in range(start, start + 10)]
            self.registrations.register_party(guests)

    def numbers(self, state):
        """Return the numbers of the registrations of a state, in order."""
        return [one.number for one in self.shown(state=state)]


@pytest.fixture(scope="module")
def festival(tmp_path_factory):
    """A festival for which everybody registered; the tests follow each other."""
    with new_units(tmp_path_factory.mktemp("ramdam") / "a.coopdesk") as units:
        festival = Festival(units)
        festival.speakers()
        festival.families()
        yield festival


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_speakers_stand_in_eight_themes_on_two_days(festival):
    sheet = festival.events.sheet(festival.event_id)
    speakers = [x for x in sheet.parts if x.content.role is EventRole.SPEAKER]
    themes = Counter(one.content.theme for one in speakers)

    assert len(speakers) == SPEAKERS
    assert sorted(themes.values()) == [3] * THEMES
    assert Counter(one.content.session_id for one in speakers) == dict.fromkeys(
        festival.days, SPEAKERS // 2
    )
    assert when_long(DAYS).startswith("jeudi 4 et vendredi 5 juin 2015")


def test_the_first_450_have_places_and_the_others_wait_in_order(festival):
    assert festival.numbers(REGISTERED) == list(range(1, PLACES + 1))
    assert festival.numbers(WAITING) == list(range(PLACES + 1, PEOPLE + 1))
    counts = festival.registrations.counts(festival.event_id)
    assert (counts.registered, counts.waiting, counts.free) == (PLACES, PEOPLE - PLACES, 0)


def test_the_waiting_list_empties_in_order_whatever_is_cancelled(festival):
    chance = random.Random(2015)
    given_up = chance.sample(festival.shown(state=REGISTERED), 50)
    promoted = []
    while given_up:
        some = [given_up.pop() for _ in range(min(len(given_up), chance.randint(1, 7)))]
        done = festival.registrations.cancel([one.id for one in some])
        promoted += [one.number for one in done.value]
        assert len(festival.numbers(REGISTERED)) == PLACES

    assert promoted == list(range(PLACES + 1, PEOPLE + 1))
    assert festival.numbers(WAITING) == []
    traced = festival.registrations.moves(festival.event_id)
    ups = [move for move in traced if move.kind is MoveKind.PROMOTED]
    assert len({move.registration_id for move in ups}) == len(ups) == PEOPLE - PLACES
    assert len({move.freed_by for move in ups}) == PEOPLE - PLACES


def test_papers_name_everybody_who_has_a_place(festival):
    there = festival.shown(state=REGISTERED)
    sheet = text_of(festival.papers.attendance(festival.event_id))
    some = there[-30:]
    badges = text_of(festival.papers.badges(festival.event_id, [one.id for one in some]))

    assert {one.name for one in there} <= set(sheet.split())
    assert {one.name for one in some} <= set(badges.split())


def test_presence_is_counted_by_day(festival):
    desk = CheckInService(festival.units, today)
    first, second = festival.days
    there = festival.shown(state=REGISTERED)[:30]
    for one in there:
        desk.check_in(one.id, first)
    for one in there[:10]:
        desk.check_in(one.id, second)

    counts = desk.present_counts(festival.event_id)
    assert (counts[first], counts[second]) == (30, 10)
    assert festival.registrations.counts(festival.event_id).present == 30


def test_phones_show_both_days_and_each_part_with_its_hours(festival):
    read = icalendar.Calendar.from_ical(festival.calendar.ics([festival.event_id]))
    whole, *parts = read.walk("VEVENT")

    assert (whole["DTSTART"].dt, whole["DTEND"].dt) == (FIRST, SECOND + dt.timedelta(days=1))
    assert [x["DTSTART"].dt.replace(tzinfo=None) for x in parts] == [
        dt.datetime(2015, 6, day, 9) for day in (4, 5)
    ]
    assert {str(x["DTSTART"].dt.tzinfo) for x in parts} == {"Europe/Paris"}


def test_the_next_edition_begins_without_people(festival):
    made = festival.events.prepare_next(festival.event_id).value

    assert made.content.edition == 3
    assert made.content.previous_id == festival.event_id
    assert festival.registrations.counts(made.id).registered == 0


def test_figures_are_followed_from_year_to_year(festival):
    indicators = IndicatorService(festival.units, today)
    places = indicators.add(NewIndicator("Tiers-lieux", source="Réseau")).value.id
    indicators.set_value(places, 2015, Decimal(55))
    followed = indicators.set_value(places, 2013, Decimal(17)).value

    assert [(x.year, int(x.value)) for x in followed.values] == [(2013, 17), (2015, 55)]
