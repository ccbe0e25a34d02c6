"""The recycle bin, merged contacts, member numbers: what may be done to a contact."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contact_details import (
    ContactPoint,
    ContactState,
    FurtherAddress,
    NewAffiliation,
    NewNote,
    PointKind,
)
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.services.affiliations import AffiliationService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.households import HouseholdService
from coopdesk.services.operations import OperationService
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow
from coopdesk.wording.errors import error_text
from tests.building import ADDRESS, every_row, gift, new_units, person, today


class Office:
    """The services on one database."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.details = ContactDetailService(units, today)
        self.gifts = DonationService(units, today)
        self.households = HouseholdService(units)
        self.operations = OperationService(units)

    def person(self, last="Lefèvre", **more):
        return self.contacts.add(person(last, **more)).value.id

    def merge(self, key, into):
        """Do to the rows what a merge does."""
        table = table_of(ContactRow)
        values = {"state": "merged", "merged_into_id": into}
        with self.units.database.writing() as connection:
            connection.execute(table.update().where(table.c.id == key).values(values))
            connection.commit()


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


def refused(call, *args):
    with pytest.raises(RuleError) as error:
        call(*args)
    return error.value


# the bin


def test_binned_contact_is_listed_in_the_bin_alone_and_comes_back(office):
    key = office.person()
    assert office.contacts.bin([key]).value == 1
    assert office.contacts.find(ContactFilter(), 9) == []
    (line,) = office.contacts.find(ContactFilter(state=ContactState.BINNED), 9)
    assert line.id == key
    assert office.contacts.count_in(ContactState.BINNED) == 1
    assert office.contacts.restore([key]).value == 1
    assert office.contacts.count_in(ContactState.BINNED) == 0


def test_only_what_is_in_the_bin_is_erased(office):
    key = office.person()
    error = refused(office.contacts.erase, [key])
    assert (error.code, error.values["name"]) == ("contact.not_binned", "Élodie Lefèvre")
    assert office.contacts.not_erasable([key]) == {key: ("contact",)}


def test_erasing_takes_all_that_is_only_the_contacts_and_undo_brings_it_back(office):
    elodie = office.person(
        tags=("bénévole",),
        points=(ContactPoint(PointKind.PHONE, "06 11 22 33 44"),),
        further_addresses=(FurtherAddress(ADDRESS, "l’été"),),
    )
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Les Amis du Pré")
    pre = office.contacts.add(new).value.id
    office.details.add_note(NewNote(elodie, dt.date(2026, 1, 2), "Rappelée"))
    AffiliationService(office.units).add(NewAffiliation(elodie, pre))
    office.households.create([elodie, office.person("Roux")])
    office.contacts.bin([elodie])
    before = every_row(office.units)

    assert office.contacts.erase([elodie]).value == 1

    with pytest.raises(NotFoundError):
        office.contacts.get(elodie)
    left = every_row(office.units)
    for table in ("affiliation", "contact_note", "contact_point", "contact_address"):
        assert left[table] == []
    assert (left["contact_tag"], left["household"]) == ([], [])
    office.operations.undo()
    assert every_row(office.units) == before


def test_contact_that_gave_is_kept_with_the_reason_and_nobody_is_erased(office):
    giver, other = office.person(), office.person("Roux")
    office.gifts.record(gift(giver))
    office.contacts.bin([giver, other])
    error = refused(office.contacts.erase, [other, giver])
    assert error.code == "contact.erase_refused"
    assert "un don, un règlement" in error_text(error)
    assert office.contacts.not_erasable([giver, other]) == {giver: ("donation", "payment")}
    assert office.contacts.count_in(ContactState.BINNED) == 2


def test_parent_that_is_erased_is_forgotten_by_its_parts(office):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Labo")
    labo = office.contacts.add(new).value.id
    part = NewContact(
        kind=ContactKind.ORGANISATION, organisation_name="Antenne", parent_id=labo
    )
    antenna = office.contacts.add(part).value.id
    office.contacts.bin([labo])
    office.contacts.erase([labo])
    assert office.contacts.get(antenna).profile.parent_id is None
    office.operations.undo()
    assert office.contacts.get(antenna).profile.parent_id == labo


def test_traces_of_merged_contacts_go_with_the_survivor(office):
    first, second, third = (office.person(name) for name in ("Un", "Deux", "Trois"))
    office.merge(second, first)
    office.merge(third, second)
    office.contacts.bin([first])
    before = every_row(office.units)
    office.contacts.erase([first])
    assert every_row(office.units)["contact"] == []
    office.operations.undo()
    assert every_row(office.units) == before


def test_gift_under_a_merged_contact_keeps_the_survivor(office):
    first, second = office.person("Un"), office.person("Deux")
    office.gifts.record(gift(second))
    office.merge(second, first)
    office.contacts.bin([first])
    assert refused(office.contacts.erase, [first]).code == "contact.erase_refused"


# merged contacts


def test_merged_contact_tells_its_survivor_and_is_not_changed(office):
    first, second, third = (office.person(name) for name in ("Un", "Deux", "Trois"))
    office.merge(third, second)
    office.merge(second, first)
    assert office.contacts.get(third).merged_into_id == second
    assert office.contacts.survivor(third).id == first
    assert office.contacts.survivor(first).id == first
    assert office.details.of(third).survivor == (first, "Élodie Un")
    for call, args in (
        (office.contacts.change, (third, person())),
        (office.contacts.archive, ([first, third],)),
        (office.contacts.bin, ([third],)),
        (office.contacts.restore, ([third],)),
        (office.details.add_note, (NewNote(third, dt.date(2026, 1, 2), "x"),)),
    ):
        error = refused(call, *args)
        assert (error.code, error.values["name"]) == ("contact.merged", "Élodie Un")
    assert office.contacts.get(first).state is ContactState.ACTIVE


def test_gifts_of_a_merged_contact_stand_on_the_survivors_sheet(office):
    first, second = office.person("Un"), office.person("Deux")
    office.gifts.record(gift(second))
    office.merge(second, first)
    sheet = office.contacts.sheet(first)
    assert (len(sheet.donations), len(sheet.payments)) == (1, 1)


# member numbers


def test_number_in_use_is_refused_naming_who_has_it(office):
    office.person(number="0042")
    for number in ("0042", "42"):
        error = refused(office.contacts.add, person("Roux", number=number))
        assert (error.code, error.field) == ("contact.number_taken", "number")
        assert error.values["name"] == "Élodie Lefèvre"
    other = office.person("Roux", number="A-7")
    assert refused(office.contacts.change, other, person("Roux", number="42")).field == "number"
    assert office.contacts.change(other, person("Roux", number="a-7")).value.profile.number


def test_no_number_is_shared_by_all(office):
    assert office.person() != office.person("Roux")


def test_number_of_a_merged_contact_can_be_given_again(office):
    first, second = office.person("Un"), office.person("Deux", number="7")
    office.merge(second, first)
    assert office.contacts.change(first, person("Un", number="7")).value.profile.number == "7"


def test_number_and_parent_are_told_together(office):
    office.person(number="7")
    new = NewContact(
        kind=ContactKind.PERSON, last_name="Roux", number="7", parent_id=office.person("Un")
    )
    with pytest.raises(FieldErrors) as error:
        office.contacts.add(new)
    assert {one.field for one in error.value.errors} == {"number", "parent_id"}
