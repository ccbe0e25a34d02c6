"""What a contact is at events: it goes with a merge, and may keep it from being erased."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.storage import tables
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_moving import contact_links
from coopdesk.storage.erasing import _ITS_OWN, _KEEPING, _NAMING
from coopdesk.wording.errors import error_text
from coopdesk.wording.merging import moved_texts
from tests.building import every_row, new_units, person
from tests.services.merging_office import Office
from tests.services.registration_office import RegistrationOffice


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


@pytest.fixture
def body(office):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="La Halle")
    return office.add(new)


def column(office, row, name):
    """The values of a column in the order of the rows."""
    table = table_of(row)
    query = select(table.c[name]).order_by(table.c.id)
    with office.units.database.reading() as connection:
        return list(connection.execute(query).scalars())


def test_what_two_contacts_are_at_events_and_in_groups_goes_to_the_kept_one(office, body):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.tie(keep, body, body, 1)
    office.tie(drop, body, body, 3)
    texts = moved_texts(office.duplicates.comparison(keep, drop))
    assert {
        "1 inscription à un événement",
        "1 paiement d’inscriptions",
        "1 billet ou formulaire d’une plateforme",
        "1 rôle dans un événement",
        "1 décision à suivre",
        "1 groupe animé ou porté",
        "1 lieu",
    } <= set(texts)

    office.duplicates.merge(keep, drop)

    assert column(office, tables.EventRoleRow, "contact_id") == [keep]
    assert column(office, tables.EventPartyRow, "payer_id") == [keep, keep]
    assert column(office, tables.VenueRow, "contact_id") == [keep, keep]
    assert column(office, tables.EventReportItemRow, "contact_id") == [keep, keep]
    assert column(office, tables.WorkingGroupRow, "referent_id").count(keep) == 2


def test_two_parts_in_an_event_that_differ_are_two_after_a_merge(office, body):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.tie(keep, body, body, 1)
    office.tie(drop, body, body, 2)
    office.duplicates.merge(keep, drop)
    assert column(office, tables.EventRoleRow, "contact_id") == [keep, keep]


def test_two_registrations_of_one_person_stay_two_as_each_may_be_paid(office):
    keep, drop = office.add(person("Lefevre")), office.add(person("Lefèvre"))
    office.register(keep)
    office.register(drop)
    office.duplicates.merge(keep, drop)
    assert column(office, tables.EventRegistrationRow, "contact_id") == [keep, keep]


def test_registration_keeps_a_contact_and_the_sentence_says_what_to_do(office):
    key = office.add(person("Lefèvre"))
    office.register(key)
    office.contacts.bin([key])
    with pytest.raises(RuleError) as refused:
        office.contacts.erase([key])
    assert refused.value.code == "contact.erase_refused_events"
    assert "faites-en celle d’un invité" in error_text(refused.value)
    assert "une inscription à un événement" in error_text(refused.value)


def test_gift_beside_a_registration_keeps_a_contact_for_the_law(office):
    key = office.add(person("Lefèvre"))
    office.register(key)
    office.give(key, 1000)
    office.contacts.bin([key])
    with pytest.raises(RuleError) as refused:
        office.contacts.erase([key])
    assert refused.value.code == "contact.erase_refused"


def test_erased_contact_is_forgotten_by_events_and_groups_and_undo_brings_it_back(office):
    key = office.add(person("Lefèvre"))
    event_id = office.event()
    part = {"event_id": event_id, "contact_id": key, "role": "speaker"}
    office.insert(tables.EventRoleRow, position=1, **part)
    office.insert(tables.EventRoleRow, position=2, name="É. L.", **part)
    report_id = office.insert(tables.EventReportRow, event_id=event_id, author_id=key)
    decision = {"kind": "decision", "text": "Louer une salle", "contact_id": key}
    office.insert(tables.EventReportItemRow, report_id=report_id, **decision)
    office.insert(tables.VenueRow, name="Halle", name_key="halle", capacity=9, contact_id=key)
    places = ("initiator_id", "bearer_id", "referent_id", "referent_organisation_id")
    group = {"name": "Jardin", "sort_key": "jardin", "kind": "group"}
    office.insert(tables.WorkingGroupRow, **group, **dict.fromkeys(places, key))
    office.contacts.bin([key])
    before = every_row(office.units)

    office.contacts.erase([key])

    with pytest.raises(NotFoundError):
        office.contacts.get(key)
    assert column(office, tables.EventRoleRow, "name") == ["É. L."]
    for row, name in (
        (tables.EventRoleRow, "contact_id"),
        (tables.EventReportRow, "author_id"),
        (tables.EventReportItemRow, "contact_id"),
        (tables.VenueRow, "contact_id"),
        *((tables.WorkingGroupRow, name) for name in places),
    ):
        assert column(office, row, name) == [None]
    office.operations.undo()
    assert every_row(office.units) == before


def test_every_column_that_names_a_contact_is_kept_forgotten_or_erased():
    said = {*_KEEPING, *_ITS_OWN, *_NAMING}
    said |= {link.column for link in contact_links() if link.column.name == "merged_into_id"}
    said |= {link.column for link in contact_links() if link.table.name == "event_role"}
    assert [str(x.column) for x in contact_links() if x.column not in said] == []


def test_who_is_made_a_guest_and_pays_no_more_can_be_erased(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        desk = RegistrationOffice(units)
        key = desk.contact()
        one = desk.register(contact_id=key, last_name="")
        desk.contacts.bin([key])
        guest = desk.guest("É. L.")
        desk.registrations.change(one.id, guest)
        desk.registrations.set_payer(one.party_id, None)
        assert desk.contacts.erase([key]).value == 1
        assert desk.names() == ["É. L."]
