"""Fields that the association adds: their definition, their values, and nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopdesk.domain.contact_details import FieldValue
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField, typed_text
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.services.contacts import ContactService
from coopdesk.services.custom_fields import CustomFieldService
from coopdesk.services.operations import OperationService
from coopdesk.wording.custom_values import value_text
from tests.building import every_row, new_units, person, today

CHOICES = ("jardin", "café", "ménage")


class Office:
    """The services on one database."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.fields = CustomFieldService(units)
        self.operations = OperationService(units)

    def field(self, kind=FieldKind.TEXT, name="Remarque", **more):
        return self.fields.add(NewCustomField(name, kind, **more)).value

    def person(self, field, text):
        return self.contacts.add(person(), {field.id: text}).value.id

    def text(self, key):
        return [value.text for value in self.contacts.get(key).profile.custom]

    def found(self, text):
        return [line.name for line in self.contacts.find(ContactFilter(text=text), 9)]


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


def refused(call, *args):
    with pytest.raises(RuleError) as error:
        call(*args)
    return error.value


@pytest.mark.parametrize(
    ("kind", "typed", "stored", "shown"),
    [
        (FieldKind.TEXT, "  deux  mots ", "deux mots", "deux mots"),
        (FieldKind.LONG_TEXT, "une\nligne", "une\nligne", "une\nligne"),
        (FieldKind.NUMBER, "1 234,50", "1234.5", "1234,5"),
        (FieldKind.AMOUNT, "12,5", "1250", "12,50\u00a0€"),
        (FieldKind.DATE, "08/03/2016", "2016-03-08", "08/03/2016"),
        (FieldKind.YES_NO, "Oui", "1", "oui"),
        (FieldKind.CHOICE, "CAFE", "café", "café"),
        (FieldKind.CHOICES, "ménage; jardin", "jardin\nménage", "jardin, ménage"),
    ],
)
def test_each_type_is_read_stored_shown_and_read_back(office, kind, typed, stored, shown):
    field = office.field(kind, choices=CHOICES)
    key = office.person(field, typed)
    assert office.text(key) == [stored]
    assert value_text(field, stored) == shown
    profile = office.contacts.get(key).profile
    assert office.contacts.change(key, profile).value.profile == profile
    office.contacts.change(key, profile, {field.id: typed_text(field, stored)})
    assert office.text(key) == [stored]


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (FieldKind.TEXT, "x" * 201, "field.too_long"),
        (FieldKind.NUMBER, "douze", "field.not_a_number"),
        (FieldKind.AMOUNT, "beaucoup", "field.not_an_amount"),
        (FieldKind.DATE, "31/02/2026", "field.not_a_day"),
        (FieldKind.YES_NO, "peut-être", "field.not_yes_or_no"),
        (FieldKind.CHOICE, "vélo", "field.unknown_choice"),
        (FieldKind.CHOICES, "café; vélo", "field.unknown_choice"),
    ],
)
def test_value_of_another_type_is_refused_beside_its_field(office, kind, typed, code):
    field = office.field(kind, choices=CHOICES)
    error = refused(office.contacts.add, person(), {field.id: typed})
    assert (error.code, error.field) == (code, f"custom:{field.id}")
    assert office.contacts.count() == 0


def test_wrong_own_fields_are_told_with_the_other_wrong_fields(office):
    number, day = office.field(FieldKind.NUMBER, "Âge"), office.field(FieldKind.DATE, "Venue")
    with pytest.raises(FieldErrors) as error:
        office.contacts.add(person(email="non"), {number.id: "x", day.id: "y"})
    fields = {one.field for one in error.value.errors}
    assert fields == {"email", f"custom:{number.id}", f"custom:{day.id}"}


def test_field_that_does_not_exist_or_concerns_others_is_refused(office):
    field = office.field(kind_of_contact=ContactKind.ORGANISATION)
    assert refused(office.contacts.add, person(), {field.id: "x"}).code == "field.other_kind"
    assert refused(office.contacts.add, person(), {99: "x"}).code == "field.unknown"
    stored = person(custom=(FieldValue(99, "x"),))
    assert refused(office.contacts.add, stored).field == "custom:99"
    assert office.contacts.add(person(), {field.id: " "}).value.profile.custom == ()


def test_stored_amount_is_cents_and_never_read_as_euros(office):
    field = office.field(FieldKind.AMOUNT)
    key = office.person(field, "1250")
    assert office.text(key) == ["125000"]
    profile = office.contacts.get(key).profile
    office.contacts.change(key, replace(profile, note="vu"))
    assert office.text(key) == ["125000"]
    wrong = replace(profile, custom=(FieldValue(field.id, "12,50"),))
    assert refused(office.contacts.change, key, wrong).code == "field.not_an_amount"


def test_value_that_is_searched_finds_its_contact(office):
    field = office.field()
    key = office.person(field, "Apiculture")
    assert office.found("apiculture") == ["Élodie Lefèvre"]
    content = replace(field.content, is_searched=False)
    office.fields.change(field.id, content)
    assert office.found("apiculture") == []
    office.operations.undo()
    assert office.found("apiculture") == ["Élodie Lefèvre"]
    office.contacts.change(key, person(), {})
    assert office.found("apiculture") == []


def test_two_fields_of_one_name_are_refused(office):
    first = office.field(name="Métier")
    assert refused(office.field, FieldKind.TEXT, "metier").code == "field.name_taken"
    other = office.field(name="Loisir")
    error = refused(office.fields.change, other.id, NewCustomField("MÉTIER"))
    assert (error.code, error.field) == ("field.name_taken", "name")
    office.fields.change(first.id, NewCustomField("MÉTIER"))


def test_choices_that_could_not_be_told_apart_when_typed_are_refused(office):
    new = NewCustomField("Aide", FieldKind.CHOICES, choices=("jardin; café",))
    assert refused(office.fields.add, new).code == "field.choice_separator"


# changing a definition


def test_type_changes_when_every_value_stays_readable(office):
    field = office.field()
    keys = [office.person(field, text) for text in ("12", "7,5")]
    office.fields.change(field.id, NewCustomField("Remarque", FieldKind.NUMBER))
    assert [office.text(key) for key in keys] == [["12"], ["7.5"]]


def test_type_stays_when_one_value_would_be_lost_and_the_values_are_counted(office):
    field = office.field()
    for text in ("12", "beaucoup", "beaucoup", "trop"):
        office.person(field, text)
    before = every_row(office.units)
    error = refused(
        office.fields.change, field.id, NewCustomField("Remarque", FieldKind.NUMBER)
    )
    assert (error.code, error.field, error.values["count"]) == (
        "field.values_unreadable",
        "kind",
        3,
    )
    assert every_row(office.units) == before


@pytest.mark.parametrize(
    ("kind", "typed", "after", "stored"),
    [
        (FieldKind.AMOUNT, "12,50", FieldKind.NUMBER, "12.5"),
        (FieldKind.NUMBER, "12,5", FieldKind.AMOUNT, "1250"),
        (FieldKind.YES_NO, "oui", FieldKind.TEXT, "oui"),
        (FieldKind.DATE, "08/03/2016", FieldKind.TEXT, "2016-03-08"),
        (FieldKind.CHOICE, "café", FieldKind.CHOICES, "café"),
        (FieldKind.CHOICES, "café|jardin", FieldKind.TEXT, "jardin; café"),
        (FieldKind.TEXT, "café", FieldKind.CHOICE, "café"),
    ],
)
def test_value_takes_the_form_of_the_new_type(office, kind, typed, after, stored):
    field = office.field(kind, choices=CHOICES)
    key = office.person(field, typed)
    office.fields.change(field.id, replace(field.content, kind=after, choices=CHOICES))
    assert office.text(key) == [stored]


def test_lines_of_a_long_text_are_not_joined_silently(office):
    field = office.field(FieldKind.LONG_TEXT)
    office.person(field, "une\ndeux")
    error = refused(office.fields.change, field.id, NewCustomField("Remarque", FieldKind.TEXT))
    assert error.code == "field.values_unreadable"


def test_renamed_choices_rename_the_values_even_when_two_change_places(office):
    field = office.field(FieldKind.CHOICES, choices=CHOICES)
    keys = [office.person(field, text) for text in ("jardin", "café", "café; ménage")]
    content = replace(field.content, choices=("café", "jardin", "entretien"))
    renamed = {"jardin": "café", "café": "jardin", "ménage": "entretien"}
    office.fields.change(field.id, content, renamed)
    assert [office.text(key) for key in keys] == [["café"], ["jardin"], ["jardin\nentretien"]]
    assert office.found("entretien") == ["Élodie Lefèvre"]


def test_choice_in_use_cannot_be_dropped(office):
    field = office.field(FieldKind.CHOICE, choices=CHOICES)
    office.person(field, "café")
    content = replace(field.content, choices=("jardin",))
    assert refused(office.fields.change, field.id, content).values["count"] == 1


def test_field_is_not_kept_from_a_kind_of_contact_that_has_values(office):
    field = office.field()
    office.person(field, "x")
    content = replace(field.content, kind_of_contact=ContactKind.ORGANISATION)
    error = refused(office.fields.change, field.id, content)
    assert (error.code, error.values["count"]) == ("field.values_of_other_kind", 1)


# order and removal


def test_fields_are_moved_and_values_follow_their_order(office):
    first, second, third = (office.field(name=name) for name in ("Un", "Deux", "Trois"))
    typed = {first.id: "a", second.id: "b", third.id: "c"}
    key = office.contacts.add(person(), typed).value.id
    moved = office.fields.move(third.id, 0).value
    assert [field.content.name for field in moved] == ["Trois", "Un", "Deux"]
    assert office.text(key) == ["c", "a", "b"]
    assert office.contacts.change(key, office.contacts.get(key).profile)
    office.fields.move(third.id, 99)
    assert [field.content.name for field in office.fields.all()] == ["Un", "Deux", "Trois"]


def test_removed_field_counts_its_values_and_comes_back_with_them(office):
    field = office.field()
    key = office.person(field, "Apiculture")
    before = every_row(office.units)
    assert office.fields.value_count(field.id) == 1
    assert office.fields.remove(field.id).value == 1
    assert (office.fields.all(), office.text(key), office.found("apiculture")) == ([], [], [])
    office.operations.undo()
    assert every_row(office.units) == before
    office.operations.redo()
    assert office.fields.all() == []


def test_field_that_is_gone_says_so(office):
    with pytest.raises(NotFoundError):
        office.fields.change(9, NewCustomField("x"))
    with pytest.raises(NotFoundError):
        office.fields.remove(9)


def test_fields_of_one_kind_of_contact_are_listed_alone(office):
    office.field(name="Métier", kind_of_contact=ContactKind.PERSON)
    office.field(name="Effectif", kind_of_contact=ContactKind.ORGANISATION)
    office.field(name="Source")
    listed = [field.content.name for field in office.fields.all(ContactKind.PERSON)]
    assert listed == ["Métier", "Source"]
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Pré")
    assert office.contacts.add(new).value.profile.custom == ()
