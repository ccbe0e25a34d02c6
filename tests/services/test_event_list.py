"""The list of events stays instant, however many there are and however many people come."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import event

from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.events import NewEvent
from coopdesk.domain.money import Money
from coopdesk.services.events import EventService
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AttendanceRow, EventPartyRow, EventRegistrationRow
from tests.building import NOW, new_units, today
from tests.services.event_office import on
from tests.spent import spent

EVENTS, PEOPLE = 500, 5_000
MOST_SECONDS = 0.2


@pytest.fixture(scope="module")
def units(tmp_path_factory):
    """Five hundred events with five thousand registrations, a seventh of them waiting."""
    path = tmp_path_factory.mktemp("list") / "many.coopdesk"
    with new_units(path) as units:
        with units.write("event.added", name="") as work:
            _fill(work)
            work.commit()
        yield units


def _fill(work):
    ids = []
    for number in range(EVENTS):
        day = dt.date(2013, 1, 1) + dt.timedelta(days=9 * number)
        new = NewEvent(f"Atelier {number}", when=on(day), capacity=40)
        ids.append(work.events.add(new, f"uid-{number}", NOW))
    recorder, people = work.recorder, range(PEOPLE)
    parties = recorder.insert_many(
        table_of(EventPartyRow),
        [{"event_id": ids[at % EVENTS], "payer_id": None, "label": ""} for at in people],
    )
    registrations = recorder.insert_many(
        table_of(EventRegistrationRow),
        [
            {
                "event_id": ids[at % EVENTS],
                "number": at // EVENTS + 1,
                "party_id": parties[at],
                "contact_id": None,
                "last_name": f"Nom {at}",
                "first_name": "",
                "state": "registered" if at % 7 else "waiting",
                "registered_at": NOW,
                "price_cents": 1_000,
                "source": "manual",
                "badge_code": f"{at:08d}",
            }
            for at in people
        ],
    )
    recorder.insert_many(
        table_of(AttendanceRow),
        [
            {"registration_id": key, "session_id": None, "present_at": NOW}
            for key in registrations[::2]
        ],
    )


def test_long_list_with_many_people_is_instant(units):
    service = EventService(units, today)
    service.list()
    with spent() as counted:
        found = service.list(EventFilter(sort="due", descending=True))
    assert len(found) == EVENTS
    assert sum(line.registered + line.waiting for line in found) == PEOPLE
    assert sum(line.present for line in found) == PEOPLE // 2
    assert found[0].due == Money(1_000 * found[0].registered)
    assert counted.seconds < MOST_SECONDS


def test_list_asks_the_file_once_whatever_its_length(units):
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    with units.database.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        EventService(units, today).list(EventFilter(text="atelier 4"))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert sum("FROM event" in one for one in asked) == 1
