"""Filters that are kept under a name, and what the window builds them from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopdesk.domain.condition_language import condition_text
from coopdesk.domain.contact_conditions import Rule, RuleGroup
from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.members import AmountKind, NewMembershipType
from coopdesk.services.contact_filters import FilterService
from coopdesk.services.contacts import ContactService
from coopdesk.services.custom_fields import CustomFieldService
from coopdesk.services.donations import DonationService
from coopdesk.services.groups import GroupService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from tests.building import every_row, gift, new_units, person, today

TAGGED = Rule("tag", "=", ("Bureau",))


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "a.coopdesk") as units:
        yield units


@pytest.fixture
def filters(units):
    return FilterService(units, today)


@pytest.fixture
def people(units):
    contacts = ContactService(units, today)
    contacts.add(person("Abadie", "Zoé", tags=("Bureau", "Presse"), sector="Énergie"))
    contacts.add(person("Martin", "Léo", tags=("Bureau",), email="leo@example.org"))
    contacts.add(NewContact(kind=ContactKind.ORGANISATION, organisation_name="La Ruche"))
    return contacts


def names(filters):
    return [one.name for one in filters.list()]


def test_filter_is_kept_and_found_again_by_its_name(filters):
    saved = filters.save("  Le  Bureau ", TAGGED)
    assert saved.value.name == "Le Bureau"
    assert Subject.CONTACTS in saved.changes
    assert filters.list() == [saved.value]
    assert filters.named("le bureau") == TAGGED


def test_filters_keep_the_order_they_are_moved_to(filters):
    ids = [filters.save(name, TAGGED).value.id for name in ("A", "B", "C")]
    assert filters.move(ids[2], 0).value == 0
    assert names(filters) == ["C", "A", "B"]
    assert filters.move(ids[2], 99).value == 2
    assert names(filters) == ["A", "B", "C"]


def test_filter_changes_is_renamed_and_goes(filters):
    key = filters.save("A", TAGGED).value.id
    other = Rule("kind", "=", ("person",))
    assert filters.change(key, other).value.condition == other
    assert filters.rename(key, "Ä").value.name == "Ä"
    assert filters.remove(key).value.id == key
    assert filters.list() == []
    with pytest.raises(NotFoundError, match=r"filter\.missing"):
        filters.rename(key, "B")


def test_every_command_is_undone_and_done_again(units, filters):
    journal = OperationService(units)
    first = filters.save("A", TAGGED).value.id
    filters.save("B", TAGGED)
    for command in (
        lambda: filters.change(first, Rule("kind", "=", ("person",))),
        lambda: filters.rename(first, "Z"),
        lambda: filters.move(first, 1),
        lambda: filters.remove(first),
    ):
        before = every_row(units)
        command()
        after = every_row(units)
        assert after != before
        journal.undo()
        assert every_row(units) == before
        journal.redo()
        assert every_row(units) == after


@pytest.mark.parametrize(
    ("name", "condition", "code"),
    [
        ("  ", TAGGED, "filter.name_missing"),
        ("été", TAGGED, "filter.name_taken"),
        ("x" * 61, TAGGED, "text.too_long"),
        ("Vide", RuleGroup(()), "filter.nothing_chosen"),
        ("Faux", Rule("kind", "=", ("robot",)), "filter.unknown_value"),
        ("Faux", Rule("lune", "=", ("x",)), "filter.unknown_criterion"),
        ("Faux", Rule("gifts", ">", ()), "filter.value_missing"),
        ("Faux", Rule("gifts", "~", ("3",)), "filter.unknown_operator"),
    ],
)
def test_filter_that_cannot_be_kept_is_refused(filters, name, condition, code):
    filters.save("Été", TAGGED)
    with pytest.raises(RuleError) as caught:
        filters.save(name, condition)
    assert caught.value.code == code
    assert names(filters) == ["Été"]


def test_values_are_kept_in_one_form(filters):
    saved = filters.save("A", Rule("gifts", ">", ("1 200,50 €",), "2025")).value
    assert condition_text(saved.condition) == "gifts(2025) > 1200.50"


def test_expression_is_read_where_no_filter_has_that_name(filters):
    filters.save("kind = person", TAGGED)
    assert filters.named("Kind = Person") == TAGGED
    assert filters.named("kind = organisation") == Rule("kind", "=", ("organisation",))


def test_unknown_name_is_answered_by_the_known_ones(filters):
    filters.save("Bureau", TAGGED)
    with pytest.raises(RuleError, match=r"filter\.unknown_name") as caught:
        filters.named("Burau")
    assert caught.value.values["known"] == "Bureau"


def test_filter_of_a_newer_program_does_not_hide_the_others(units, filters):
    from coopdesk.storage.columns import table_of
    from coopdesk.storage.tables import SavedFilterRow

    filters.save("A", TAGGED)
    with units.write("filter.saved", name="B") as work:
        row = {"name": "B", "name_key": "b", "condition": "{}", "position": 1}
        work.recorder.insert(table_of(SavedFilterRow), row)
        work.commit()
    strange = filters.list()[1]
    assert names(filters) == ["A", "B"]
    with pytest.raises(RuleError, match=r"filter\.unreadable"):
        filters.count(strange.condition)
    filters.remove(strange.id)


def test_count_says_how_many_fit_among_those_shown(filters, people):
    assert filters.count(TAGGED) == 2
    assert filters.count(TAGGED, ContactFilter(text="leo")) == 1
    assert filters.count(RuleGroup(())) == 3


def test_offers_name_what_the_association_uses(units, filters, people):
    CustomFieldService(units).add(
        NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M"))
    )
    DonationService(units, today).record(gift(1, campaign="Serre"))
    offers = filters.criteria()
    by_key = {key: [text for _value, text in found] for key, found in offers.names.items()}
    assert by_key["tag"] == ["Bureau", "Presse"]
    assert by_key["campaign"] == ["Serre"]
    assert by_key["sector"] == ["Énergie"]
    assert by_key["country"] == ["France"]
    assert offers.criteria.field_names == ("Taille",)
    size = offers.criteria.find("field", "taille")
    assert size is not None
    assert size.codes == ("S", "M")
    assert filters.parse("field(taille) = s") == Rule("field", "=", ("S",), "Taille")


def test_renamed_tag_is_followed_by_saved_filters(units, filters):
    filters.save("A", TAGGED)
    with units.write("contact.changed", name="x") as work:
        work.filters.follow_renaming("tag", "bureau", "Conseil")
        work.commit()
    assert filters.text(filters.list()[0].condition) == "tag = Conseil"


def test_list_of_contacts_takes_a_condition(filters, people):
    lines = people.find(ContactFilter(condition=filters.parse("tag = presse")), 10)
    assert [line.name for line in lines] == ["Zoé Abadie"]


def test_renamed_group_field_choice_and_tariff_are_followed_in_one_operation(units, filters):
    fields, kinds = CustomFieldService(units), MembershipTypeService(units, today)
    groups, journal = GroupService(units, today), OperationService(units)
    ContactService(units, today).add(person())
    field = fields.add(NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M"))).value
    kind = kinds.add(NewMembershipType("Simple", AmountKind.FREE)).value
    groups.join(NewGroupMember(1, "Jardin"))
    text = "group = jardin and field(Taille) = M and membership_type = simple"
    filters.save("A", filters.parse(text))

    groups.rename(1, "Potager")
    new = NewCustomField("Coupe", FieldKind.CHOICE, choices=("S", "Moyen"))
    fields.change(field.id, new, {"M": "Moyen"})
    kinds.change(kind.id, replace(kind.content, name="Unique"))

    followed = "group = Potager and field(Coupe) = Moyen and membership_type = Unique"
    assert filters.text(filters.list()[0].condition) == followed
    for _one in range(3):
        journal.undo()
    assert filters.list()[0].condition == filters.parse(text)


def test_filter_on_a_removed_field_is_refused_rather_than_finding_nobody(
    units, filters, people
):
    fields = CustomFieldService(units)
    field = fields.add(NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M"))).value
    condition = filters.parse("field(taille) = s")
    filters.save("Petits", condition)
    assert [one.name for one in filters.using("field", "TAILLE")] == ["Petits"]
    assert filters.using("field", "Autre") == ()
    fields.remove(field.id)
    with pytest.raises(RuleError, match="lapsed") as refused:
        filters.named("petits")
    assert "Taille" in str(refused.value.values["detail"])
    for call in (filters.count, lambda x: people.ids(ContactFilter(condition=x))):
        with pytest.raises(RuleError, match=r"filter\.field_gone"):
            call(condition)


def test_field_of_another_type_is_refused_rather_than_compared(units, filters):
    fields = CustomFieldService(units)
    field = fields.add(NewCustomField("Taille")).value
    fields.change(field.id, NewCustomField("Taille", FieldKind.DATE))
    for condition in (
        Rule("field", "~", ("m",), "Taille"),
        Rule("field", "=", ("m",), "Taille"),
    ):
        with pytest.raises(RuleError, match=r"filter\.field_changed"):
            filters.count(condition)


def test_filter_on_a_tag_prepared_before_anybody_has_it_finds_nobody(filters):
    filters.save("À relancer", Rule("tag", "=", ("À relancer",)))
    assert filters.count(filters.named("à relancer")) == 0
