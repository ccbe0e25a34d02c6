"""One change for a whole selection: looked at first, done in one command."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contact_details import ConsentPurpose, ContactState, OrganisationKind
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.domain.errors import RuleError
from coopdesk.domain.mass_edit import (
    AddTag,
    EditedField,
    JoinGroup,
    LeaveGroup,
    RecordConsent,
    RemoveTag,
    SetCustom,
    SetField,
    SetState,
    Skipped,
)
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.custom_fields import CustomFieldService
from coopdesk.services.groups import GroupService
from coopdesk.services.households import HouseholdService
from coopdesk.services.mass_edit import MassEditService
from coopdesk.services.operations import OperationService
from coopdesk.wording.labels import label
from coopdesk.wording.mass_edit import edit_value_text
from tests.building import TODAY, every_row, new_units, person, today

SPRING = dt.date(2026, 4, 1)


class Office:
    """Two persons and an organisation, and the services."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.details = ContactDetailService(units, today)
        self.edits = MassEditService(units, today)
        self.fields = CustomFieldService(units)
        self.groups = GroupService(units, today)
        self.operations = OperationService(units)
        self.elodie = self.contacts.add(person(tags=("bénévole",))).value.id
        self.paul = self.contacts.add(person("Roux", "Paul")).value.id
        new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Les Amis du Pré")
        self.pre = self.contacts.add(new).value.id
        self.all = [self.elodie, self.paul, self.pre]

    def shown(self, edit):
        """What the preview says of each contact."""
        fields = {field.id: field for field in self.fields.all()}
        return [
            line.skipped
            or (
                edit_value_text(edit, line.old, fields),
                edit_value_text(edit, line.new, fields),
            )
            for line in self.edits.preview(self.all, edit).lines
        ]

    def profiles(self):
        return [self.contacts.get(key).profile for key in self.all]


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


def test_preview_changes_nothing_and_tells_each_contact_old_and_new(office):
    before = every_row(office.units)
    assert office.shown(AddTag(" Bénévole ")) == [
        Skipped.SAME,
        ("", "Bénévole"),
        ("", "Bénévole"),
    ]
    assert every_row(office.units) == before
    assert len(office.operations.latest()) == 3


def test_tag_is_added_then_taken_away_and_undone_in_one_go(office):
    before = every_row(office.units)
    assert office.edits.apply(office.all, AddTag("AG 2026")).value == 3
    assert [x.tags for x in office.profiles()] == [
        ("bénévole", "AG 2026"),
        ("AG 2026",),
        ("AG 2026",),
    ]
    assert office.edits.apply(office.all, RemoveTag("ag 2026")).value == 3
    assert [x.tags for x in office.profiles()] == [("bénévole",), (), ()]
    office.operations.undo()
    office.operations.undo()
    after = every_row(office.units)
    # The word stays known; nobody bears it.
    assert {k: v for k, v in after.items() if k != "tag"} == {
        k: v for k, v in before.items() if k != "tag"
    }


def test_field_is_set_for_those_that_have_it(office):
    civility = SetField(EditedField.CIVILITY, "madam")
    assert office.shown(civility)[2] is Skipped.OTHER_KIND
    assert office.edits.apply(office.all, civility).value == 2
    kind = SetField(EditedField.ORGANISATION_KIND, "association")
    assert office.shown(kind) == [
        Skipped.OTHER_KIND,
        Skipped.OTHER_KIND,
        ("", "Association"),
    ]
    office.edits.apply(office.all, kind)
    profiles = office.profiles()
    assert [x.civility for x in profiles] == [Civility.MADAM, Civility.MADAM, Civility.NONE]
    assert profiles[2].organisation_kind is OrganisationKind.ASSOCIATION


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (EditedField.SECTOR, "numérique"),
        (EditedField.DISCIPLINE, "droit"),
        (EditedField.LANGUAGE, "br"),
        (EditedField.TOWN, "Rezé"),
        (EditedField.POSTCODE, "44400"),
        (EditedField.COUNTRY, "BE"),
    ],
)
def test_text_fields_are_set_and_emptied(office, field, value):
    assert office.edits.apply(office.all, SetField(field, value)).value == 3
    assert office.edits.preview(office.all, SetField(field, value)).changing == ()
    if field is not EditedField.COUNTRY:
        assert office.edits.apply(office.all, SetField(field, "")).value == 3


def test_wrong_postcode_changes_nobody(office):
    before = every_row(office.units)
    with pytest.raises(RuleError) as refused:
        office.edits.apply(office.all, SetField(EditedField.POSTCODE, "444"))
    assert refused.value.code == "postcode.wrong"
    assert every_row(office.units) == before


def test_new_town_goes_to_the_household_of_who_was_selected(office):
    HouseholdService(office.units).create([office.elodie, office.paul])
    office.edits.apply([office.elodie], SetField(EditedField.TOWN, "Rezé"))
    assert office.profiles()[1].address.city == "Rezé"


def test_custom_field_is_read_as_typed_and_kept_to_its_kind_of_contact(office):
    new = NewCustomField("Don promis", FieldKind.AMOUNT, ContactKind.PERSON)
    field = office.fields.add(new).value
    edit = SetCustom(field.id, "12,5")
    assert office.shown(edit) == [
        ("", "12,50\u00a0€"),
        ("", "12,50\u00a0€"),
        Skipped.OTHER_KIND,
    ]
    assert office.edits.apply(office.all, edit).value == 2
    assert [value.text for value in office.profiles()[0].custom] == ["1250"]
    assert office.edits.apply(office.all, edit).value == 0
    office.edits.apply(office.all, SetCustom(field.id, ""))
    assert office.profiles()[0].custom == ()
    with pytest.raises(RuleError) as refused:
        office.edits.preview(office.all, SetCustom(field.id, "beaucoup"))
    assert refused.value.field == f"custom:{field.id}"
    with pytest.raises(RuleError, match=r"^field\.unknown$"):
        office.edits.preview(office.all, SetCustom(99, "x"))


def test_group_is_joined_by_those_who_are_not_in_it_and_left(office):
    assert office.edits.apply([office.elodie], JoinGroup("Communs", "animation")).value == 1
    join = JoinGroup("communs", started_on=SPRING)
    assert office.shown(join)[0] is Skipped.SAME
    assert office.edits.apply(office.all, join).value == 2
    (group,) = office.groups.all()
    assert (group.name, group.current) == ("Communs", 3)
    assert (
        office.edits.apply(office.all, LeaveGroup("Communs", TODAY - dt.timedelta(1))).value
        == 3
    )
    assert office.groups.all()[0].current == 0
    assert office.groups.of(office.elodie)[0].content.role == "animation"


def test_preview_makes_no_group(office):
    office.edits.preview(office.all, JoinGroup("Neuf"))
    assert office.groups.all() == []
    with pytest.raises(RuleError, match=r"^group\.name_missing$"):
        office.edits.preview(office.all, JoinGroup(" "))


def test_decision_is_recorded_for_everybody_once_more(office):
    edit = RecordConsent(ConsentPurpose.NEWSLETTER, given=True, decided_on=SPRING, source="AG")
    assert office.edits.apply(office.all, edit).value == 3
    assert office.shown(edit)[0] == ("accepte", "accepte")
    (consent,) = office.details.of(office.paul).consents
    assert (consent.content.given, consent.content.source) == (True, "AG")


def test_state_is_set_for_those_that_are_elsewhere(office):
    office.contacts.archive([office.paul])
    edit = SetState(ContactState.ARCHIVED)
    put_away = (label(ContactState.ACTIVE), label(ContactState.ARCHIVED))
    assert office.shown(edit) == [put_away, Skipped.SAME, put_away]
    assert office.edits.apply(office.all, edit).value == 2
    assert office.contacts.count() == 0


def test_empty_tag_is_refused(office):
    with pytest.raises(RuleError, match=r"^tag\.missing$"):
        office.edits.apply(office.all, AddTag(" "))


def test_contact_named_twice_is_edited_once(office):
    twice = [office.paul, office.paul]
    assert office.edits.apply(twice, AddTag("x")).value == 1
