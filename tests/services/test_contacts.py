"""Contacts through their service, on a real database."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.storage.unit_of_work import Signature, Units
from coopdesk.wording.operations import operation_text
from tests.building import new_database

TODAY = dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def units(tmp_path):
    database = new_database(tmp_path / "association.coopdesk")
    yield Units(database, Signature("Camille", Origin.WINDOW, lambda: NOW))
    database.close()


@pytest.fixture
def contacts(units):
    return ContactService(units, lambda: TODAY)


@pytest.fixture
def gifts(units):
    return DonationService(units, lambda: TODAY)


@pytest.fixture
def operations(units):
    return OperationService(units)


def person(last_name="Lefèvre", first_name="Élodie", **more):
    return NewContact(last_name=last_name, first_name=first_name, **more)


def organisation(name="Biocoop du Marais", **more):
    return NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, **more)


def names(contacts, **wanted):
    return [line.name for line in contacts.find(ContactFilter(**wanted), limit=50)]


# recording


def test_added_contact_comes_back_as_cleaned(contacts):
    added = contacts.add(
        person(
            "  Lefèvre ",
            phone="0612345678",
            address=PostalAddress(" 1  rue Haute ", postal_code="44 000", city="Nantes"),
        )
    )
    profile = contacts.get(added.value.id).profile
    assert added.value.profile == profile
    assert profile.last_name == "Lefèvre"
    assert profile.phone == "06 12 34 56 78"
    assert profile.address.postal_code == "44000"
    assert profile.address.street == "1 rue Haute"
    assert Subject.CONTACTS in added.changes


def test_contact_without_any_name_is_refused_beside_its_field(contacts):
    with pytest.raises(RuleError) as refused:
        contacts.add(NewContact(email="nobody@example.org"))
    assert (refused.value.code, refused.value.field) == (
        "contact.last_name_missing",
        "last_name",
    )
    assert contacts.count() == 0


def test_every_wrong_field_is_told_at_once(contacts):
    wrong = person(email="not an address", address=PostalAddress(postal_code="123"))
    with pytest.raises(FieldErrors) as refused:
        contacts.add(wrong)
    assert {error.field for error in refused.value.errors} == {"email", "postal_code"}


@pytest.mark.parametrize("born", [TODAY + dt.timedelta(days=1), dt.date(1895, 12, 31)])
def test_birth_that_only_a_slip_means_is_refused(contacts, born):
    with pytest.raises(RuleError) as refused:
        contacts.add(person(birth_on=born))
    assert (refused.value.code, refused.value.field) == ("contact.birth_unlikely", "birth_on")
    known = contacts.add(person(birth_on=TODAY)).value
    with pytest.raises(RuleError, match=r"contact\.birth_unlikely"):
        contacts.change(known.id, person(birth_on=born))


def test_organisation_with_a_mistyped_siren_is_refused(contacts):
    with pytest.raises(RuleError) as refused:
        contacts.add(organisation(siren="732829321"))
    assert refused.value.code == "siren.wrong_key"


def test_name_of_forty_thousand_characters_is_refused_with_the_limit(contacts):
    with pytest.raises(RuleError) as refused:
        contacts.add(person("x" * 40_000))
    assert refused.value.code == "text.too_long"
    assert refused.value.values["limit"] == 120


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x>", "Jean <b>Dupont", "=HYPERLINK(1)", "100 %_", "O'Brien; DROP TABLE contact"],
)
def test_hostile_name_is_kept_and_found_literally(contacts, hostile):
    contacts.add(person(hostile, ""))
    assert names(contacts) == [hostile]
    assert names(contacts, text=hostile) == [hostile]


def test_direction_marks_do_not_survive_in_a_name(contacts):
    contacts.add(person("abc\u202edef\u0007", ""))
    assert names(contacts) == ["abcdef"]


def test_changed_contact_is_found_by_its_new_name_only(contacts):
    key = contacts.add(person()).value.id
    contacts.change(key, person("Martin"))
    assert names(contacts, text="martin") == ["Élodie Martin"]
    assert names(contacts, text="lefevre") == []


def test_change_of_a_missing_contact_says_so(contacts):
    with pytest.raises(NotFoundError):
        contacts.change(999, person())


def test_changing_an_archived_contact_leaves_it_archived(contacts):
    key = contacts.add(person()).value.id
    contacts.archive([key])
    contacts.change(key, person("Martin"))
    assert contacts.get(key).archived_on == TODAY


# finding


def test_search_ignores_case_accents_and_the_order_of_words(contacts):
    contacts.add(person("Lefèvre-d’Œuvre", "Élodie"))
    for typed in ("lefevre", "ELODIE lef", "oeuvre", "d'oeuvre élo", "elodie"):
        assert names(contacts, text=typed) == ["Élodie Lefèvre-d’Œuvre"], typed


def test_search_looks_into_mail_phone_town_and_siren(contacts):
    contacts.add(
        organisation(
            email="bonjour@example.org",
            phone="02 40 00 00 01",
            siren="732829320",
            address=PostalAddress(city="Saint-Étienne", postal_code="42000"),
        )
    )
    contacts.add(person())
    for typed in ("bonjour@", "0240000001", "42000", "saint etienne", "732829320"):
        assert names(contacts, text=typed) == ["Biocoop du Marais"], typed


def test_contact_person_of_an_organisation_leads_to_it(contacts):
    contacts.add(organisation(last_name="Le Goff", first_name="Maëlle"))
    assert names(contacts, text="le goff") == ["Biocoop du Marais"]


def test_list_follows_the_french_alphabet_by_last_name(contacts):
    for last in ("Zola", "Émile", "Eluard", "d'Ormesson", "Dubois"):
        contacts.add(person(last, ""))
    contacts.add(organisation("École des Lilas"))
    assert names(contacts) == [
        "d'Ormesson",
        "Dubois",
        "École des Lilas",
        "Eluard",
        "Émile",
        "Zola",
    ]


def test_filter_separates_persons_organisations_and_archived(contacts):
    contacts.add(person())
    contacts.add(organisation())
    gone = contacts.add(person("Parti", "")).value.id
    contacts.archive([gone])
    assert names(contacts) == ["Biocoop du Marais", "Élodie Lefèvre"]
    assert names(contacts, kind=ContactKind.PERSON) == ["Élodie Lefèvre"]
    assert names(contacts, kind=ContactKind.ORGANISATION) == ["Biocoop du Marais"]
    assert names(contacts, state=ContactState.ARCHIVED) == ["Parti"]


def test_list_tells_gifts_received_and_the_last_one(contacts, gifts):
    key = contacts.add(person()).value.id
    for day, cents in ((dt.date(2025, 12, 1), 1_000), (dt.date(2026, 2, 3), 2_550)):
        gifts.record(NewDonation(day, Money(cents), PaymentMode.CASH, donor_id=key))
    (line,) = contacts.find(ContactFilter(), limit=5)
    assert line.gift_total == Money(3_550)
    assert line.last_gift_on == dt.date(2026, 2, 3)


@pytest.mark.parametrize("sort", ["name", "email", "town", "gifts", "last_gift"])
def test_every_sort_reverses(contacts, gifts, sort):
    for number, last in enumerate(("Alix", "Bo", "Cleo")):
        address = PostalAddress(city=f"Ville {number}")
        new = person(last, "", email=f"{number}@example.org", address=address)
        key = contacts.add(new).value.id
        gift = NewDonation(
            dt.date(2026, 1, 1 + number), Money(100 + number), PaymentMode.CASH, donor_id=key
        )
        gifts.record(gift)
    assert names(contacts, sort=sort) == ["Alix", "Bo", "Cleo"]
    assert names(contacts, sort=sort, descending=True) == ["Cleo", "Bo", "Alix"]


def test_suggestions_put_last_names_that_begin_so_first(contacts):
    contacts.add(person("Abadie", "", email="belle@example.org"))
    contacts.add(person("Bell", "Zoé"))
    contacts.add(person("Zola", "Bella"))
    contacts.add(person("Mirabel", "Anne"))
    suggested = [line.name for line in contacts.suggest("bel")]
    assert suggested == ["Zoé Bell", "Abadie", "Bella Zola", "Anne Mirabel"]
    assert [line.name for line in contacts.suggest("bell zo")] == ["Zoé Bell", "Bella Zola"]


def test_suggestions_leave_the_archived_out_and_stop_at_the_limit(contacts):
    ids = [contacts.add(person(f"Martin {n}", "")).value.id for n in range(5)]
    contacts.archive(ids[:1])
    assert [line.id for line in contacts.suggest("martin", 2)] == ids[1:3]


def test_lines_come_in_the_order_asked_and_skip_what_is_gone(contacts):
    first = contacts.add(person("Alix", "")).value.id
    second = contacts.add(person("Bo", "")).value.id
    assert [line.id for line in contacts.lines([second, 999, first])] == [second, first]


def test_sheet_holds_gifts_and_payments_newest_first(contacts, gifts):
    key = contacts.add(person()).value.id
    for day in (dt.date(2025, 5, 1), dt.date(2026, 1, 5)):
        gifts.record(NewDonation(day, Money(1_000), PaymentMode.CHEQUE, donor_id=key))
    sheet = contacts.sheet(key)
    assert sheet.contact.display_name == "Élodie Lefèvre"
    assert [gift.received_on.year for gift in sheet.donations] == [2026, 2025]
    assert [payment.paid_on.year for payment in sheet.payments] == [2026, 2025]
    assert sheet.receipts == ()


# archiving and taking back


def test_archiving_twice_counts_once(contacts):
    key = contacts.add(person()).value.id
    assert contacts.archive([key]).value == 1
    assert contacts.archive([key]).value == 0
    assert contacts.restore([key]).value == 1
    assert names(contacts) == ["Élodie Lefèvre"]


def test_a_contact_put_away_alone_is_named(contacts, operations):
    zoe, ana = (contacts.add(person("Roux", first)).value.id for first in ("Zoé", "Ana"))
    contacts.bin([zoe])
    assert operation_text(operations.state().undo) == "contact mis à la corbeille\xa0: Zoé Roux"
    contacts.restore([zoe])
    assert operation_text(operations.state().undo) == "contact restauré\xa0: Zoé Roux"
    contacts.archive([zoe, ana])
    assert operation_text(operations.state().undo) == "contacts archivés\xa0: 2"


def test_each_command_is_taken_back_by_one_undo(contacts, operations):
    key = contacts.add(person()).value.id
    before = contacts.get(key)
    contacts.change(key, person("Martin"))
    contacts.archive([key])
    operations.undo()
    assert contacts.get(key).archived_on is None
    operations.undo()
    assert contacts.get(key) == before
    operations.undo()
    assert contacts.count() == 0


def test_contact_with_a_gift_cannot_be_undone_away(contacts, gifts, operations):
    key = contacts.add(person()).value.id
    added = operations.state().undo
    gifts.record(NewDonation(TODAY, Money(500), PaymentMode.CASH, donor_id=key))
    with pytest.raises(RuleError) as refused:
        operations.undo_one(added.id)
    assert refused.value.code == "operation.rested_on"
    assert contacts.get(key).display_name == "Élodie Lefèvre"


def test_contact_with_tags_that_gave_since_is_kept_whole(contacts, gifts, operations):
    key = contacts.add(person(tags=("bénévole",))).value.id
    added = operations.latest()[0]
    gifts.record(NewDonation(TODAY, Money(500), PaymentMode.CASH, donor_id=key))
    with pytest.raises(RuleError) as refused:
        operations.undo_one(added.id)
    assert refused.value.code == "operation.rested_on"
    assert contacts.get(key).profile.tags == ("bénévole",)


def test_change_that_another_followed_is_not_taken_back_by_half(contacts, operations):
    key = contacts.add(person()).value.id
    contacts.change(key, person(tags=("bénévole",), note="vue"))
    first = operations.latest()[0]
    contacts.change(key, person(tags=("bénévole",), note="revue"))
    with pytest.raises(RuleError) as refused:
        operations.undo_one(first.id)
    assert refused.value.code == "operation.changed_since"
    assert contacts.get(key).profile.tags == ("bénévole",)


def test_tag_that_another_bears_since_stays_when_its_first_bearer_is_taken_back(
    contacts, operations
):
    first = contacts.add(person(tags=("bénévole",))).value.id
    added = operations.latest()[0]
    other = contacts.add(person("Roux", tags=("bénévole",))).value.id
    operations.undo_one(added.id)
    with pytest.raises(NotFoundError):
        contacts.get(first)
    assert contacts.get(other).profile.tags == ("bénévole",)
