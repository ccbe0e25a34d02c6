"""The time-line of a contact: what it is at events, and the charters it signed."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.timeline import EntryKind
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.storage import tables
from coopdesk.storage.columns import table_of
from coopdesk.wording.timeline import entry_detail, entry_title
from tests.building import new_units, person, today
from tests.services.merging_office import Office

MOMENT = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
HELD = dt.date(2026, 4, 11)


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


@pytest.fixture
def elodie(office):
    return office.add(person())


def entries(office, contact_id, *kinds):
    found = ContactDetailService(office.units, today).timeline(contact_id)
    return [x for x in found if x.kind in kinds]


def held(office):
    """Give the one event its days and its edition, and return its id."""
    event_id = office.event()
    days = {"when_kind": "days", "starts_on": HELD, "ends_on": HELD, "edition": 3}
    with office.units.write("demo.built") as work:
        work.recorder.update(table_of(tables.EventRow), event_id, days)
        work.commit()
    return event_id


def test_every_move_of_a_registration_is_told_with_the_days_of_the_event(office, elodie):
    event_id = held(office)
    key = office.register(elodie)
    for hours, kind in enumerate(("waiting", "promoted", "cancelled", "restored")):
        at = MOMENT + dt.timedelta(hours=hours)
        office.insert(tables.RegistrationMoveRow, registration_id=key, moved_at=at, kind=kind)
    found = entries(office, elodie, EntryKind.EVENT)
    name = "«\u00a0Atelier (3e édition)\u00a0»"
    assert [entry_title(x) for x in found] == [
        f"Réinscription à {name}",
        f"Place rendue\u00a0: {name}",
        f"Place obtenue depuis la liste d’attente de {name}",
        f"Mise en liste d’attente de {name}",
    ]
    assert {entry_detail(x) for x in found} == {"événement\u00a0: 11 avril 2026"}
    assert {(x.page, x.record_id) for x in found} == {("events", event_id)}


def test_presence_stands_once_with_its_sessions(office, elodie):
    event_id = held(office)
    key = office.register(elodie)
    for position in (1, 2):
        session = {"event_id": event_id, "position": position, "title": f"Séance {position}"}
        session_id = office.insert(tables.EventSessionRow, **session)
        at = MOMENT + dt.timedelta(hours=position)
        present = {"registration_id": key, "session_id": session_id, "present_at": at}
        office.insert(tables.AttendanceRow, **present)
    (entry,) = entries(office, elodie, EntryKind.PRESENCE)
    assert entry_title(entry) == "Présence à «\u00a0Atelier (3e édition)\u00a0»"
    assert entry_detail(entry) == "2 séances"
    assert entry.moment == MOMENT + dt.timedelta(hours=1)


def test_parts_in_events_reports_and_charters_are_told(office, elodie):
    event_id = held(office)
    role = {"event_id": event_id, "contact_id": elodie, "position": 1}
    office.insert(tables.EventRoleRow, role="speaker", subject="Les communs", **role)
    report = {"event_id": event_id, "author_id": elodie, "written_on": HELD}
    office.insert(tables.EventReportRow, **report)
    group = {"name": "Jardin", "sort_key": "jardin", "kind": "group"}
    group_id = office.insert(tables.WorkingGroupRow, **group)
    part = {"group_id": group_id, "contact_id": elodie, "charter_signed_on": HELD}
    office.insert(tables.GroupMemberRow, started_on=HELD, **part)
    kinds = (EntryKind.EVENT_ROLE, EntryKind.REPORT, EntryKind.CHARTER)
    found = {x.kind: (entry_title(x), entry_detail(x)) for x in entries(office, elodie, *kinds)}
    name = "«\u00a0Atelier (3e édition)\u00a0»"
    assert found == {
        EntryKind.EVENT_ROLE: (f"Intervient\u00a0: {name}", "Les communs"),
        EntryKind.REPORT: (
            f"Compte rendu rédigé\u00a0: {name}",
            "événement\u00a0: 11 avril 2026",
        ),
        EntryKind.CHARTER: ("Charte signée\u00a0: «\u00a0Jardin\u00a0»", ""),
    }


def test_part_in_an_undated_event_stands_where_the_event_was_changed(office, elodie):
    role = {"event_id": office.event(), "contact_id": elodie, "position": 1}
    office.insert(tables.EventRoleRow, role="organiser", **role)
    (entry,) = entries(office, elodie, EntryKind.EVENT_ROLE)
    assert entry.day == today()


def test_ticket_that_became_a_registration_is_told_once(office, elodie):
    ticket = {"kind": "registration", "source": "helloasso", "outside_key": "1"}
    more = {"registered_on": HELD, "contact_id": elodie, "answers": "{}", "tariff": "Repas"}
    ticket_id = office.insert(tables.RegistrationRow, **ticket, **more)
    assert len(entries(office, elodie, EntryKind.REGISTRATION)) == 1
    key = office.register(elodie)
    with office.units.write("demo.built") as work:
        taken = table_of(tables.EventRegistrationRow)
        work.recorder.update(taken, key, {"ticket_id": ticket_id})
        work.commit()
    assert entries(office, elodie, EntryKind.REGISTRATION) == []
