"""What a condition names that is not there."""

from __future__ import annotations

import pytest

from coopdesk.domain.condition_language import parse_condition
from coopdesk.domain.condition_lapses import Lapse, LapseKind, lapses_in
from coopdesk.domain.contact_criteria import Criteria
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField

SIZE = CustomField(1, NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M")))
NAMES = {"tag": (("Bureau", "Bureau"),), "import_run": (("3", "fichier.csv"),)}
EVERY = Criteria([SIZE])


@pytest.mark.parametrize(
    "text",
    ["tag in (bureau, BUREAU)", "field(Taille) = M", "town = Nantes", "import_run = 3", ""],
)
def test_what_is_there_is_no_lapse(text):
    assert lapses_in(parse_condition(text, EVERY), EVERY, NAMES) == ()


def test_names_that_are_not_there_are_told_once_in_the_order_of_reading():
    text = "group = jardin or not (tag in (presse, bureau) and group != jardin)"
    assert lapses_in(parse_condition(text), EVERY, NAMES) == (
        Lapse(LapseKind.NAME, "group", "jardin"),
        Lapse(LapseKind.NAME, "tag", "presse"),
    )


def test_removed_field_is_a_lapse_whatever_it_is_compared_with():
    condition = parse_condition("field(Taille) is empty", EVERY)
    assert lapses_in(condition, Criteria(), {}) == (Lapse(LapseKind.FIELD, "field", "Taille"),)


def test_removed_choice_names_its_field():
    condition = parse_condition("field(Taille) in (S, M)", EVERY)
    less = Criteria(
        [CustomField(1, NewCustomField("Taille", FieldKind.CHOICE, choices=("S",)))]
    )
    assert lapses_in(condition, less, {}) == (
        Lapse(LapseKind.NAME, "field", "M", about="Taille"),
    )


def test_field_of_another_type_is_a_lapse():
    condition = parse_condition("field(Taille) = M", EVERY)
    other = Criteria([CustomField(1, NewCustomField("Taille", FieldKind.NUMBER))])
    assert lapses_in(condition, other, {}) == (Lapse(LapseKind.CHANGED, "field", "Taille"),)
