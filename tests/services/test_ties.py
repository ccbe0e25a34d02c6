"""What is recorded around a contact: ties, groups, households, consents, notes, photo."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import (
    ConsentPurpose,
    NewAffiliation,
    NewConsent,
    NewGroupMember,
    NewNote,
)
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.services.affiliations import AffiliationService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contact_photos import PHOTO_DOTS
from coopdesk.services.contacts import ContactService
from coopdesk.services.groups import GroupService
from coopdesk.services.households import HouseholdService
from coopdesk.services.operations import OperationService
from tests.building import ADDRESS, TODAY, every_row, new_units, person, today

SPRING = dt.date(2026, 4, 1)
AUTUMN = dt.date(2026, 10, 1)
ELSEWHERE = PostalAddress("4 place du Pré", "", "35000", "Rennes", "FR")


class Office:
    """The services on one database."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.details = ContactDetailService(units, today)
        self.affiliations = AffiliationService(units)
        self.groups = GroupService(units, today)
        self.households = HouseholdService(units)
        self.operations = OperationService(units)

    def person(self, last="Lefèvre", first="Élodie", **more):
        return self.contacts.add(person(last, first, **more)).value.id

    def organisation(self, name="Les Amis du Pré", **more):
        new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, **more)
        return self.contacts.add(new).value.id


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


def refused(call, *args):
    with pytest.raises(RuleError) as error:
        call(*args)
    return error.value


# affiliations


def test_tie_is_listed_from_both_sides_with_its_dates(office):
    elodie, pre = office.person(), office.organisation()
    office.affiliations.add(NewAffiliation(elodie, pre, " Référente ", SPRING))
    for key in (elodie, pre):
        (found,) = office.affiliations.of(key)
        assert (found.person_name, found.organisation_name) == (
            "Élodie Lefèvre",
            "Les Amis du Pré",
        )
        assert (found.content.role, found.content.started_on) == ("Référente", SPRING)


def test_tie_ended_comes_after_those_in_force(office):
    elodie = office.person()
    old = office.affiliations.add(
        NewAffiliation(elodie, office.organisation("Ancienne"), "Salariée", SPRING)
    ).value
    office.affiliations.add(NewAffiliation(elodie, office.organisation("Neuve")))
    office.affiliations.end(old.id, AUTUMN)
    found = office.affiliations.of(elodie)
    assert [x.organisation_name for x in found] == ["Neuve", "Ancienne"]
    assert found[1].content.ended_on == AUTUMN


def test_tie_wants_a_person_and_an_organisation(office):
    elodie, pre = office.person(), office.organisation()
    assert refused(office.affiliations.add, NewAffiliation(pre, pre)).code == (
        "affiliation.person_wanted"
    )
    assert refused(office.affiliations.add, NewAffiliation(elodie, elodie)).field == (
        "organisation_id"
    )


def test_tie_that_ends_before_it_starts_is_refused(office):
    tie = NewAffiliation(office.person(), office.organisation(), "", AUTUMN, SPRING)
    assert refused(office.affiliations.add, tie).code == "tie.ends_before_start"


def test_same_role_in_force_twice_is_refused_and_again_after_its_end_is_not(office):
    tie = NewAffiliation(office.person(), office.organisation(), "Trésorière")
    first = office.affiliations.add(tie).value
    assert refused(office.affiliations.add, tie).code == "affiliation.known"
    office.affiliations.end(first.id, AUTUMN)
    office.affiliations.add(tie)
    assert len(office.affiliations.of(tie.person_id)) == 2


def test_roles_are_proposed_the_most_used_first(office):
    pre = office.organisation()
    for last, role in (("A", "Élu"), ("B", "Référente"), ("C", "Référente")):
        office.affiliations.add(NewAffiliation(office.person(last), pre, role))
    assert office.affiliations.roles() == ["Référente", "Élu"]


def test_removed_tie_comes_back_by_undo(office):
    tie = office.affiliations.add(NewAffiliation(office.person(), office.organisation())).value
    before = every_row(office.units)
    office.affiliations.remove(tie.id)
    assert office.affiliations.of(tie.content.person_id) == []
    office.operations.undo()
    assert every_row(office.units) == before


# groups


def test_group_is_made_when_somebody_joins_and_counts_who_is_there(office):
    elodie, paul = office.person(), office.person("Le Goff", "Paul")
    office.groups.join(NewGroupMember(elodie, "Communs numériques", "animation", SPRING))
    left = office.groups.join(NewGroupMember(paul, "COMMUNS NUMERIQUES")).value
    office.groups.leave(left.id, SPRING)
    (group,) = office.groups.all()
    assert (group.name, group.current, group.total) == ("Communs numériques", 1, 2)
    assert [x.contact_name for x in office.groups.members(group.id)] == [
        "Élodie Lefèvre",
        "Paul Le Goff",
    ]


def test_joining_twice_is_refused(office):
    part = NewGroupMember(office.person(), "Communs")
    office.groups.join(part)
    assert refused(office.groups.join, part).code == "group.known"
    assert refused(office.groups.join, NewGroupMember(part.contact_id, " ")).code == (
        "group.name_missing"
    )


def test_group_cannot_take_the_name_of_another(office):
    elodie = office.person()
    office.groups.join(NewGroupMember(elodie, "Eau"))
    office.groups.join(NewGroupMember(elodie, "Forêt"))
    water = next(x for x in office.groups.all() if x.name == "Eau")
    assert refused(office.groups.rename, water.id, "foret").code == "group.name_taken"
    office.groups.rename(water.id, "EAU")
    assert [x.name for x in office.groups.all()] == ["EAU", "Forêt"]


def test_deleted_group_takes_all_parts_with_it_and_undo_gives_back_the_same_rows(office):
    elodie, paul = office.person(), office.person("Le Goff", "Paul")
    office.groups.join(NewGroupMember(elodie, "Eau"))
    kept = office.groups.join(NewGroupMember(elodie, "Forêt")).value
    left = office.groups.join(NewGroupMember(paul, "Eau")).value
    office.groups.leave(left.id, SPRING)
    office.contacts.archive([paul])
    water = next(x for x in office.groups.all() if x.name == "Eau")
    assert (water.total, office.groups.holder_count(water.id)) == (1, 2)
    before = every_row(office.units)
    assert office.groups.delete(water.id).value.name == "Eau"
    assert [x.name for x in office.groups.all()] == ["Forêt"]
    assert [x.id for x in office.groups.of(elodie)] == [kept.id]
    with pytest.raises(NotFoundError):
        office.groups.delete(water.id)
    office.operations.undo()
    assert every_row(office.units) == before


# consents


def test_newest_decision_of_each_purpose_is_in_force_and_the_others_stay(office):
    elodie = office.person()
    for day, given in ((SPRING, True), (AUTUMN, False)):
        office.details.decide(
            NewConsent(elodie, ConsentPurpose.NEWSLETTER, given, day, "bulletin papier")
        )
    details = office.details.of(elodie)
    assert [x.content.given for x in details.consents] == [False, True]
    in_force = details.consents_in_force[ConsentPurpose.NEWSLETTER]
    assert (in_force.content.given, in_force.content.source) == (False, "bulletin papier")
    assert ConsentPurpose.PHOTO not in details.consents_in_force
    assert office.details.decisions(ConsentPurpose.NEWSLETTER, [elodie]) == {elodie: False}


def test_decision_cannot_lie_in_the_future(office):
    tomorrow = TODAY + dt.timedelta(days=1)
    new = NewConsent(office.person(), ConsentPurpose.PHOTO, given=True, decided_on=tomorrow)
    assert refused(office.details.decide, new).code == "consent.in_the_future"


# notes


def test_note_is_signed_and_can_be_changed_and_removed(office):
    elodie = office.person()
    note = office.details.add_note(NewNote(elodie, SPRING, "Rappelée.\nTrès intéressée.")).value
    assert (note.author, note.content.text) == ("Camille", "Rappelée.\nTrès intéressée.")
    office.details.change_note(note.id, "Rappelée.", AUTUMN)
    (found,) = office.details.of(elodie).notes
    assert (found.content.text, found.content.noted_on) == ("Rappelée.", AUTUMN)
    office.details.remove_note(note.id)
    assert office.details.of(elodie).notes == ()


def test_empty_note_is_refused(office):
    new = NewNote(office.person(), SPRING, " \n ")
    assert refused(office.details.add_note, new).code == "note.text_missing"


def test_note_that_is_gone_says_so(office):
    with pytest.raises(NotFoundError):
        office.details.change_note(99, "x", SPRING)


# households


def couple(office, **second):
    elodie = office.person(civility=Civility.MADAM)
    paul = office.person("Lefèvre", "Paul", **{"civility": Civility.SIR, **second})
    return elodie, paul


@pytest.mark.parametrize(
    ("people", "name"),
    [
        ([("Lefèvre", "madam"), ("Lefèvre", "sir")], "Mme et M. Lefèvre"),
        ([("Lefèvre", "sir"), ("Lefèvre", "madam")], "Mme et M. Lefèvre"),
        ([("Lefèvre", "madam"), ("LEFEVRE", "madam")], "Mmes Lefèvre"),
        ([("Martin", "sir"), ("Lefèvre", "madam")], "Mme Lefèvre et M. Martin"),
        ([("Lefèvre", ""), ("Lefèvre", "sir")], "Famille Lefèvre"),
        ([("Lefèvre", ""), ("Martin", "")], "Famille Lefèvre et Martin"),
        ([("Lefèvre", "madam")] * 2 + [("Roux", "sir")], "Famille Lefèvre et Roux"),
    ],
)
def test_name_proposed_for_a_household(office, people, name):
    ids = [office.person(last, "X", civility=Civility(code)) for last, code in people]
    assert office.households.proposed_name(ids) == name


def test_household_lives_at_the_first_address_that_is_known(office):
    elodie, paul = couple(office, address=PostalAddress())
    outcome = office.households.create([elodie, paul])
    assert outcome.value.name == "Mme et M. Lefèvre"
    assert outcome.along == ("Paul Lefèvre",)
    assert office.contacts.get(paul).profile.address == ADDRESS


def test_whose_address_living_together_would_replace_is_told_before(office):
    elodie, _paul = couple(office)
    zoe = office.person("Roux", "Zoé", address=ELSEWHERE)
    ana = office.person("Petit", "Ana", address=PostalAddress())
    assert office.households.moving(elodie, zoe) == (("Zoé Roux",), ADDRESS)
    assert office.households.moving(elodie, ana) == ((), ADDRESS)
    office.households.create([zoe, ana])
    assert office.households.moving(elodie, zoe) == (("Élodie Lefèvre",), ELSEWHERE)


def test_a_name_given_while_somebody_joins_a_household_is_kept(office):
    elodie, paul = couple(office)
    zoe = office.person("Roux", "Zoé")
    known = office.households.create([elodie, paul]).value
    before = every_row(office.units)
    joined = office.households.add_member(known.id, zoe, "Les Lefèvre-Roux").value
    assert (joined.name, len(joined.member_ids)) == ("Les Lefèvre-Roux", 3)
    office.operations.undo()
    assert every_row(office.units) == before
    assert office.households.add_member(known.id, zoe).value.name == known.name


def test_moving_one_moves_the_household_in_one_command(office):
    elodie, paul = couple(office)
    office.households.create([elodie, paul])
    before = every_row(office.units)
    profile = office.contacts.get(elodie).profile
    outcome = office.contacts.change(
        elodie, NewContact(last_name="Lefèvre", first_name="Élodie", address=ELSEWHERE)
    )
    assert outcome.along == ("Paul Lefèvre",)
    assert office.contacts.get(paul).profile.address == ELSEWHERE
    assert office.contacts.get(elodie).household_id is not None
    office.operations.undo()
    assert every_row(office.units) == before
    assert office.contacts.get(elodie).profile == profile


def test_household_of_one_dissolves(office):
    elodie, paul = couple(office)
    household = office.households.create([elodie, paul]).value
    jeanne = office.person("Lefèvre", "Jeanne")
    assert len(office.households.add_member(household.id, jeanne).value.member_ids) == 3
    assert office.households.remove_member(jeanne).value is not None
    before = every_row(office.units)
    assert office.households.remove_member(paul).value is None
    assert office.households.of(elodie) is None
    office.operations.undo()
    assert every_row(office.units) == before


def test_new_member_without_household_address_brings_his(office):
    elodie, paul = couple(office, address=PostalAddress())
    office.contacts.change(elodie, person(address=PostalAddress()))
    household = office.households.create([elodie, paul]).value
    jeanne = office.person("Lefèvre", "Jeanne", address=ELSEWHERE)
    outcome = office.households.add_member(household.id, jeanne)
    assert set(outcome.along) == {"Élodie Lefèvre", "Paul Lefèvre"}
    assert office.contacts.get(paul).profile.address == ELSEWHERE


def test_household_is_for_two_persons_who_live_nowhere_else(office):
    elodie, paul = couple(office)
    assert refused(office.households.create, [elodie, elodie]).code == "household.too_few"
    pre = office.organisation()
    assert refused(office.households.create, [elodie, pre]).code == "household.persons_only"
    office.households.create([elodie, paul])
    error = refused(office.households.create, [office.person("Roux", "Ana"), paul])
    assert (error.code, error.values["name"]) == ("household.elsewhere", "Paul Lefèvre")


def test_household_takes_another_name(office):
    household = office.households.create(list(couple(office))).value
    assert office.households.rename(household.id, " Les Lefèvre ").value.name == "Les Lefèvre"
    assert refused(office.households.rename, household.id, " ").code == "household.name_missing"


# organisations


def test_organisation_cannot_belong_to_itself_by_a_detour(office):
    labo = office.organisation("Labo")
    pole = office.organisation("Pôle", parent_id=labo)
    antenna = office.organisation("Antenne", parent_id=pole)
    profile = office.contacts.get(labo).profile
    error = refused(
        office.contacts.change,
        labo,
        NewContact(
            kind=profile.kind, organisation_name=profile.organisation_name, parent_id=antenna
        ),
    )
    assert (error.code, error.field) == ("contact.parent_circle", "parent_id")
    details = office.details.of(pole)
    assert details.parent == (labo, "Labo")
    assert details.children == ((antenna, "Antenne"),)


def test_only_an_organisation_belongs_to_an_organisation(office):
    elodie, labo = office.person(), office.organisation()
    error = refused(office.contacts.add, person(parent_id=labo))
    assert error.code == "contact.parent_of_person"
    new = NewContact(
        kind=ContactKind.ORGANISATION, organisation_name="Antenne", parent_id=elodie
    )
    assert refused(office.contacts.add, new).code == "contact.parent_not_organisation"


# photo


def photo_file(folder, size=(1600, 1200)):
    path = folder / "elodie.jpg"
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, "JPEG")
    path.write_bytes(stream.getvalue())
    return path


def test_photo_is_kept_small_and_taken_away_by_undo(office, tmp_path):
    elodie = office.person()
    assert office.details.set_photo(elodie, photo_file(tmp_path)).value
    with Image.open(io.BytesIO(office.details.photo(elodie))) as image:
        assert max(image.size) == PHOTO_DOTS
    assert not office.details.set_photo(elodie, photo_file(tmp_path)).value
    office.operations.undo()
    assert office.details.photo(elodie) is None


def test_photo_is_removed(office, tmp_path):
    elodie = office.person()
    office.details.set_photo(elodie, photo_file(tmp_path))
    office.details.set_photo(elodie, None)
    assert office.details.photo(elodie) is None


def test_file_that_is_no_photo_is_refused(office, tmp_path):
    path = tmp_path / "photo.png"
    elodie = office.person()
    path.write_bytes(b"GIF89a")
    assert refused(office.details.set_photo, elodie, path).code == "image.not_an_image"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"broken")
    assert refused(office.details.set_photo, elodie, path).code == "image.unreadable"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    error = refused(office.details.set_photo, elodie, path)
    assert (error.code, error.values["limit"]) == ("image.too_large", 20)
