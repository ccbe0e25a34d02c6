"""What the store of contacts writes and reads."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import Civility, ContactFilter, ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.operations import Origin
from coopdesk.storage.unit_of_work import Signature, Units
from tests.building import new_database

NOW = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
FULL = NewContact(
    kind=ContactKind.PERSON,
    civility=Civility.MADAM,
    last_name="Lefèvre",
    first_name="Élodie",
    email="elodie@example.org",
    phone="06 12 34 56 78",
    address=PostalAddress("1 rue Haute", "Bât. B", "44000", "Nantes", "FR"),
    note="Préfère\nle courrier.",
)


@pytest.fixture
def units(tmp_path):
    database = new_database(tmp_path / "association.coopdesk")
    yield Units(database, Signature("Camille", Origin.WINDOW, lambda: NOW))
    database.close()


def add(units, *new):
    with units.write("contact.added", name="") as work:
        ids = work.contacts.add_many(new)
        work.commit()
    return ids


def test_every_field_comes_back_as_written(units):
    (key,) = add(units, FULL)
    with units.read() as work:
        assert work.contacts.get(key).profile == FULL


def test_missing_contact_is_told(units):
    with units.read() as work, pytest.raises(NotFoundError):
        work.contacts.get(1)


def test_change_to_the_same_values_differs_in_nothing(units):
    (key,) = add(units, FULL)
    with units.write("contact.changed", name="") as work:
        assert not work.contacts.change(key, FULL)
        assert work.recorder.operation_id is None


def test_change_of_an_archived_contact_keeps_the_day(units):
    (key,) = add(units, FULL)
    day = dt.date(2026, 1, 1)
    with units.write("contact.archived", count="1") as work:
        assert work.contacts.set_state(key, ContactState.ARCHIVED, day)
        assert not work.contacts.set_state(key, ContactState.ARCHIVED, day)
        work.contacts.change(key, NewContact(last_name="Martin"))
        assert work.contacts.get(key).archived_on == day


def test_typed_wildcards_are_plain_characters(units):
    add(units, NewContact(last_name="Cent"), NewContact(last_name="a", email="a_b@example.org"))
    with units.read() as work:
        assert work.contacts.ids(ContactFilter(text="%")) == []
        assert len(work.contacts.ids(ContactFilter(text="a_b@"))) == 1


def test_limit_cuts_the_list_in_its_order(units):
    ids = add(units, *(NewContact(last_name=name) for name in ("Bo", "Alix", "Cleo")))
    with units.read() as work:
        assert work.contacts.ids(ContactFilter(), 2) == [ids[1], ids[0]]


def test_count_leaves_the_archived_out(units):
    ids = add(units, NewContact(last_name="Bo"), NewContact(last_name="Alix"))
    with units.write("contact.archived", count="1") as work:
        work.contacts.set_state(ids[0], ContactState.ARCHIVED, NOW.date())
        assert work.contacts.count() == 1
