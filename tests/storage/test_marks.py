"""What filters read follows the facts: answers, gifts by year and campaign, folded texts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.condition_language import parse_condition
from coopdesk.domain.contact_criteria import Criteria
from coopdesk.domain.contact_details import ConsentPurpose, FieldValue, NewConsent, NewNote
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField
from coopdesk.domain.payments import PaymentState
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.custom_fields import CustomFieldService
from coopdesk.services.donations import DonationService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from tests.building import TODAY, gift, new_units, person, today
from tests.reliability.anything import wrong_sums

NICKNAME = NewCustomField("Surnom", FieldKind.TEXT)
CRITERIA = Criteria([CustomField(1, NICKNAME)])


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "a.coopdesk") as units:
        yield units
        assert wrong_sums(units) == []


def who(units, text):
    wanted = ContactFilter(condition=parse_condition(text, CRITERIA))
    return ContactService(units, today).ids(wanted)


def add(units, *names, **more):
    contacts = ContactService(units, today)
    return [contacts.add(person(name, **more)).value.id for name in names]


def test_newest_answer_decides_and_the_one_before_when_it_is_removed(units):
    (zoe,) = add(units, "Abadie")
    details = ContactDetailService(units, today)
    first = NewConsent(zoe, ConsentPurpose.NEWSLETTER, given=True, decided_on=TODAY, source="")
    details.decide(first)
    later = details.decide(replace(first, given=False)).value
    earlier = TODAY - dt.timedelta(days=9)
    details.decide(replace(first, given=True, decided_on=earlier))
    assert (who(units, "newsletter = refused"), who(units, "newsletter = given")) == ([zoe], [])
    details.remove_consent(later.id)
    assert (who(units, "newsletter = refused"), who(units, "newsletter = given")) == ([], [zoe])
    assert who(units, "photo = never_asked") == [zoe]
    for _command in range(4):
        OperationService(units).undo()
    assert who(units, "newsletter = never_asked") == [zoe]


def test_gifts_of_a_year_follow_the_gift(units):
    zoe, leo = add(units, "Abadie", "Martin")
    gifts = DonationService(units, today)
    one = gifts.record(gift(zoe, 15_000, dt.date(2025, 3, 1), campaign="Serre")).value
    gifts.record(gift(zoe, 1_000, dt.date(2025, 4, 1)))
    assert who(units, "gifts(2025) >= 160") == who(units, "campaign = serre") == [zoe]
    moved = gift(leo, 20_000, dt.date(2026, 3, 1), campaign="Four")
    gifts.correct(one.id, moved)
    assert who(units, "gave_in = 2025") == [zoe]
    assert who(units, "gifts(2025) = 10") == [zoe]
    assert who(units, "gifts(2026) > 100") == who(units, "campaign = four") == [leo]
    assert who(units, "campaign = serre") == []
    OperationService(units).undo()
    assert who(units, "gifts(2025) = 160") == who(units, "campaign = serre") == [zoe]
    assert who(units, "gifts(2026) = 0") == [zoe, leo]


def test_gift_counts_once_its_payment_is_received(units):
    (zoe,) = add(units, "Abadie")
    DonationService(units, today).record(gift(zoe, 5_000, dt.date(2025, 3, 1)))
    with units.write("payment.decided") as work:
        work.payments.set_state(1, PaymentState.TO_CHECK)
        work.commit()
    assert who(units, "gifts(2025) > 0") == who(units, "gave_in = 2025") == []
    PaymentService(units, today).decide([1], PaymentState.RECEIVED)
    assert who(units, "gifts(2025) > 0") == who(units, "gave_in = 2025") == [zoe]


def test_notes_are_found_without_accents_as_they_stand_now(units):
    (zoe,) = add(units, "Abadie", note="Préfère l’été")
    contacts, details = ContactService(units, today), ContactDetailService(units, today)
    assert who(units, "note ~ ete") == who(units, "note is not empty") == [zoe]
    before = contacts.get(zoe).profile
    contacts.change(zoe, replace(before, note="Préfère l’hiver"))
    assert (who(units, "note ~ ete"), who(units, "note ~ HIVER")) == ([], [zoe])
    OperationService(units).undo()
    assert (who(units, "note ~ ete"), who(units, "note ~ hiver")) == ([zoe], [])
    added = details.add_note(NewNote(zoe, TODAY, "Rappelée à Noël")).value
    assert who(units, "note ~ noel") == [zoe]
    details.change_note(added.id, "Rappelée à Pâques", TODAY)
    assert (who(units, "note ~ noel"), who(units, "note ~ paques")) == ([], [zoe])
    details.remove_note(added.id)
    assert who(units, "note ~ paques") == []


def test_own_texts_are_found_without_accents_as_they_stand_now(units):
    field = CustomFieldService(units).add(NICKNAME).value
    (zoe,) = add(units, "Abadie", custom=(FieldValue(field.id, "L’Écureuil"),))
    assert who(units, "field(surnom) ~ ecureuil") == [zoe]
    contacts = ContactService(units, today)
    known = contacts.get(zoe).profile
    contacts.change(zoe, replace(known, custom=(FieldValue(field.id, "La Chouëtte"),)))
    assert who(units, "field(surnom) ~ ecureuil") == []
    assert who(units, 'field(surnom) = "la chouette"') == [zoe]
    OperationService(units).undo()
    assert who(units, "field(surnom) ~ ecureuil") == [zoe]
