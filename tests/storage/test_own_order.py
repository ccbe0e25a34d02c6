"""Lists of contacts in the order of an own field."""

from __future__ import annotations

import pytest

from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.services.contacts import ContactService
from coopdesk.services.custom_fields import CustomFieldService
from coopdesk.storage import own_order
from tests.building import new_units, person, today

NAMES = ("Abadie", "Bernard", "Colin", "Dubois", "Évrard", "Faure")
# By type: what is typed for each of the names, and the order expected, empty ones last.
CASES = {
    FieldKind.TEXT: (("Orgue", "alto", "", "Écran", "zinc", "ALTO"), "BFDAÉC"),
    FieldKind.LONG_TEXT: (("b\nx", "", "a\ny", "é", "e", ""), "CADÉBF"),
    FieldKind.NUMBER: (("10", "9", "", "-2,5", "9,25", "100"), "DBÉAFC"),
    FieldKind.AMOUNT: (("12,50", "9", "100", "", "-3", "9,00"), "ÉBFACD"),
    FieldKind.DATE: (
        ("01/02/2026", "31/12/2025", "", "15/01/2026", "", "02/01/1999"),
        "FBDACÉ",
    ),
    FieldKind.YES_NO: (("oui", "non", "", "oui", "non", ""), "BÉADCF"),
    FieldKind.CHOICE: (("L", "S", "", "M", "XL", "S"), "BFDAÉC"),
    FieldKind.CHOICES: (("M", "S; L", "", "S", "L", "S; XL"), "DBFAÉC"),
}
SIZES = ("S", "M", "L", "XL")


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "a.coopdesk") as units:
        yield units


@pytest.fixture
def contacts(units):
    return ContactService(units, today)


def define(units, kind):
    choices = SIZES if kind in {FieldKind.CHOICE, FieldKind.CHOICES} else ()
    return CustomFieldService(units).add(NewCustomField("Propre", kind, choices=choices)).value


def fill(contacts, field, values):
    for name, value in zip(NAMES, values, strict=True):
        contacts.add(person(name), {field.id: value} if value else None)


def order(contacts, field, **more):
    wanted = ContactFilter(sort=f"custom:{field.id}", **more)
    return "".join(line.name.split()[-1][0] for line in contacts.lines(contacts.ids(wanted)))


@pytest.mark.parametrize("most_heaps", [3_000, 0])
@pytest.mark.parametrize("kind", FieldKind)
def test_each_type_has_its_own_order_with_empty_ones_last(
    units, contacts, kind, most_heaps, monkeypatch
):
    monkeypatch.setattr(own_order, "_MOST_HEAPS", most_heaps)
    values, expected = CASES[kind]
    field = define(units, kind)
    fill(contacts, field, values)
    assert order(contacts, field) == expected
    empty = values.count("")
    held, rest = expected[:-empty], expected[-empty:]
    assert order(contacts, field, descending=True) == held[::-1] + rest[::-1]


def test_what_is_narrowed_keeps_the_order_of_the_field(units, contacts):
    field = define(units, FieldKind.NUMBER)
    fill(contacts, field, ("10", "9", "", "-2,5", "9,25", "100"))
    company = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Zinc")
    contacts.add(company, {field.id: "1"})
    assert order(contacts, field, kind=ContactKind.PERSON) == "DBÉAFC"
    assert order(contacts, field, text="r") == "BÉF"
    assert order(contacts, field, text="zinc") == "Z"
    wanted = ContactFilter(sort=f"custom:{field.id}")
    assert contacts.ids(wanted, 2) == contacts.ids(wanted)[:2]


def test_contact_that_is_away_stands_in_no_order(units, contacts):
    field = define(units, FieldKind.NUMBER)
    fill(contacts, field, ("1", "2", "3", "4", "5", "6"))
    contacts.archive(contacts.ids(ContactFilter(text="colin")))
    assert order(contacts, field) == "ABDÉF"


def test_field_that_is_gone_leaves_the_order_of_names(units, contacts):
    field = define(units, FieldKind.NUMBER)
    fill(contacts, field, ("6", "5", "4", "3", "2", "1"))
    CustomFieldService(units).remove(field.id)
    assert order(contacts, field) == "ABCDÉF"


@pytest.mark.parametrize("sort", ["name", "custom", "custom:", "custom:x", "custom:²"])
def test_other_orders_are_of_no_own_field(sort):
    assert own_order.own_field_of(sort) is None
