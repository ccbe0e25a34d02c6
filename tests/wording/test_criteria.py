"""Filters in plain words."""

from __future__ import annotations

import pytest

from coopdesk.domain.condition_language import parse_condition
from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.contact_criteria import Criteria, Theme, ValueKind
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField
from coopdesk.wording.criteria import (
    CRITERION_TEXTS,
    code_text,
    condition_phrase,
    condition_phrases,
    criterion_text,
    operator_text,
    rule_phrase,
    theme_text,
    year_text,
)
from coopdesk.wording.language import language, set_language
from coopdesk.wording.phrases import PHRASES

FIELDS = [
    CustomField(1, NewCustomField("Taille {x}", FieldKind.CHOICE, choices=("no", "M"))),
    CustomField(2, NewCustomField("Vélo", FieldKind.YES_NO)),
]
CRITERIA = Criteria(FIELDS)
NAMES = {"country": (("FR", "France"),)}
VALUES = {
    ValueKind.TEXT: "{a}",
    ValueKind.NUMBER: "3",
    ValueKind.AMOUNT: "50",
    ValueKind.DAY: "today-30",
    ValueKind.YEAR: "2025",
    ValueKind.NAME: "FR",
}


@pytest.fixture(autouse=True, params=["fr", "en"])
def spoken(request):
    before = language()
    set_language(request.param)
    yield request.param
    set_language(before)


def test_every_criterion_has_a_name_and_every_name_a_criterion():
    assert set(CRITERION_TEXTS) == set(Criteria().fixed)
    assert len({criterion_text(one) for one in CRITERIA.all}) == len(CRITERIA.all)


def test_every_code_theme_and_operator_has_a_name():
    assert all(code_text(one, code) for one in CRITERIA.all for code in one.codes)
    assert all(map(theme_text, Theme))
    assert all(operator_text(x, kind) for x in Operator for kind in ValueKind)


def test_every_phrase_is_for_a_comparison_that_exists():
    for key, sign in PHRASES:
        operators = {one.value for one in Criteria().fixed[key].operators}
        assert sign.removesuffix(" yes").removesuffix(" no") in operators, (key, sign)


@pytest.mark.parametrize("criterion", CRITERIA.all, ids=lambda one: one.key)
def test_every_comparison_reads_as_words(criterion):
    for operator in criterion.operators:
        count = {Operator.EMPTY: 0, Operator.NOT_EMPTY: 0, Operator.BETWEEN: 2}.get(operator, 1)
        value = VALUES.get(criterion.kind) or criterion.codes[0]
        rule = Rule(criterion.key, operator.value, (value,) * count, criterion.name)
        said = rule_phrase(rule, CRITERIA, NAMES)
        assert said == said.strip()
        rest = said.replace("{a}", "").replace("{x}", "")
        assert rest
        assert "{" not in rest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("up_to_date_in = 2026", "à jour en 2026"),
        ("up_to_date_in != this_year", "pas à jour cette année"),
        ("up_to_date_in in (2025, last_year)", "à jour en 2025 ou l’an dernier"),
        ("gifts > 100", "a donné plus de 100 €"),
        ("gifts(2025) between 10 and 20.5", "a donné entre 10 € et 20,50 € en 2025"),
        ("department = 44", "habite : Loire-Atlantique (44)"),
        ("tag in (a, b)", "étiquette a ou b"),
        ("not tag = a", "sauf (étiquette a)"),
        ("has_email = no", "sans e-mail"),
        ("last_gift < 2025-03-12", "dernier don avant : 12/03/2025"),
        ("member_until >= today+30", "Fin d’adhésion à partir de : dans 30 jours"),
        (
            "birth between 1990-01-01 and today",
            "Date de naissance entre 01/01/1990 et aujourd’hui",
        ),
        ("town ~ nantes", "Commune contient « nantes »"),
        ("sector is empty", "Secteur est vide"),
        ("newsletter = given", "Accord pour la lettre d’information : donné"),
        ('field("taille {x}") = no', "Taille {x} : no"),
        ("field(velo)", "Vélo : oui"),
        (
            "kind = person and (tag = a or tag = b)",
            "Personne ou structure : Personne et (étiquette a ou étiquette b)",
        ),
        ("", "tout le monde"),
    ],
)
def test_condition_reads_as_people_say_it(text, said):
    set_language("fr")
    phrase = condition_phrase(parse_condition(text, CRITERIA), CRITERIA, NAMES)
    assert phrase.replace("\u00a0", " ").replace("\u202f", " ") == said


def test_conditions_that_must_all_hold_are_said_one_by_one(spoken):
    condition = parse_condition("has_email and has_phone", CRITERIA)
    assert len(condition_phrases(condition, CRITERIA, NAMES)) == 2
    other = parse_condition("has_email or has_phone", CRITERIA)
    assert len(condition_phrases(other, CRITERIA, NAMES)) == 1


def test_field_that_is_gone_is_said_by_its_name():
    said = rule_phrase(Rule("field", "=", ("M",), "Pointure"), CRITERIA, NAMES)
    assert "Pointure" in said
    assert said != "Pointure"


def test_years_that_move_with_time_have_names(spoken):
    assert year_text("this_year") == {"fr": "cette année", "en": "this year"}[spoken]
    assert year_text("2025") == "2025"
