"""Conditions: text and JSON there and back, and what is refused with the place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.condition_checks import checked_condition
from coopdesk.domain.condition_language import condition_text, parse_condition
from coopdesk.domain.contact_conditions import (
    Operator,
    Rule,
    RuleGroup,
    both,
    condition_json,
    condition_of_json,
    mentions,
    simplified,
    with_name_changed,
)
from coopdesk.domain.contact_criteria import FIELD, About, Criteria, ValueKind
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField
from coopdesk.domain.errors import RuleError

FIELDS = [
    CustomField(
        number,
        NewCustomField(f"Champ {kind.value}", kind, choices=("Petit", "Grand (XL)", "à part")),
    )
    for number, kind in enumerate(FieldKind, 1)
]
CRITERIA = Criteria(FIELDS)

_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20
)
_VALUES = {
    ValueKind.TEXT: _WORDS,
    ValueKind.NAME: _WORDS,
    ValueKind.NUMBER: st.decimals(-999, 999, places=2).map(str),
    ValueKind.AMOUNT: st.integers(0, 99_999).map(lambda cents: f"{cents / 100:.2f}"),
    ValueKind.DAY: st.one_of(
        st.dates().filter(lambda day: day.year > 999).map(str),
        st.integers(-900, 900).map(lambda days: f"today{days:+}"),
    ),
    ValueKind.YEAR: st.one_of(
        st.integers(1900, 2199).map(str), st.sampled_from(("this_year", "last_year"))
    ),
    ValueKind.YES_NO: st.sampled_from(("yes", "no")),
}


@st.composite
def rules(draw):
    criterion = draw(st.sampled_from(CRITERIA.all))
    operator = draw(st.sampled_from(criterion.operators))
    values = (
        st.sampled_from(criterion.codes)
        if criterion.kind is ValueKind.CODE
        else _VALUES[criterion.kind]
    )
    values = values.filter(lambda text: bool(text.strip()))
    least, most = {
        Operator.EMPTY: (0, 0),
        Operator.NOT_EMPTY: (0, 0),
        Operator.BETWEEN: (2, 2),
        Operator.ANY_OF: (1, 4),
        Operator.NONE_OF: (1, 4),
    }.get(operator, (1, 1))
    about = criterion.name
    if criterion.about is About.MAYBE_YEAR:
        about = draw(st.sampled_from(("", "2025", "this_year")))
    chosen = draw(st.lists(values, min_size=least, max_size=most))
    return Rule(criterion.key, operator.value, tuple(chosen), about)


conditions = st.recursive(
    rules(),
    lambda inner: st.builds(
        RuleGroup, st.lists(inner, max_size=3).map(tuple), st.booleans(), st.booleans()
    ),
    max_leaves=8,
)


def checked(condition):
    """Return what a value of invisible characters alone cannot be: a checked condition."""
    try:
        return checked_condition(condition, CRITERIA)
    except RuleError as error:
        assert error.code == "filter.value_missing"  # noqa: PT017 (others are a failure)
        return None


@given(conditions)
def test_text_is_read_back_as_the_same_condition(condition):
    known = checked(condition)
    if known is not None:
        text = condition_text(known)
        assert parse_condition(text, CRITERIA) == known
        assert condition_text(parse_condition(text, CRITERIA)) == text


@given(conditions)
def test_json_is_read_back_as_the_same_condition(condition):
    assert condition_of_json(condition_json(condition)) == condition


@given(conditions)
def test_simplifying_twice_changes_nothing_more(condition):
    once = simplified(condition)
    assert simplified(once) == once


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_code(text):
    try:
        parse_condition(text, CRITERIA)
    except RuleError as error:
        assert error.code.split(".")[0] in {"filter", "text", "day", "amount"}  # noqa: PT017


@given(
    st.lists(
        st.sampled_from(
            ("tag", "=", "(", ")", "and", "or", "not", '"a"', "gifts", "2025", ">", "in", ",")
        ),
        max_size=14,
    )
)
def test_any_row_of_words_is_read_or_refused_with_a_code(words):
    try:
        parse_condition(" ".join(words), CRITERIA)
    except RuleError as error:
        assert error.code.startswith(("filter.", "amount."))  # noqa: PT017


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "member_status = up_to_date and department = 44 and not tag = bureau",
            RuleGroup(
                (
                    Rule("member_status", "=", ("up_to_date",)),
                    Rule("department", "=", ("44",)),
                    RuleGroup((Rule("tag", "=", ("bureau",)),), negated=True),
                )
            ),
        ),
        ("gifts(2025) > 100", Rule("gifts", ">", ("100",), "2025")),
        ("gifts > 1 200,50", None),
        ('gifts > "1 200,50"', Rule("gifts", ">", ("1200.50",))),
        ("gifts between 10 and 20 and has_email", None),
        ("has_email", Rule("has_email", "=", ("yes",))),
        ("last_gift < 12/03/2026", None),
        ('tag in (bureau, "Comité d’été")', Rule("tag", "in", ("bureau", "Comité d’été"))),
        ("birth is not empty", Rule("birth", "is not empty")),
        (
            "kind = person or (kind = organisation and not (tag = a or tag = b))",
            RuleGroup(
                (
                    Rule("kind", "=", ("person",)),
                    RuleGroup(
                        (
                            Rule("kind", "=", ("organisation",)),
                            RuleGroup(
                                (Rule("tag", "=", ("a",)), Rule("tag", "=", ("b",))),
                                is_all=False,
                                negated=True,
                            ),
                        )
                    ),
                ),
                is_all=False,
            ),
        ),
        ('field("champ choice") = grand xl', None),
        (
            'field("champ choice") = "grand xl"',
            Rule(FIELD, "=", ("Grand (XL)",), "Champ choice"),
        ),
        ("", RuleGroup(())),
        ("   ", RuleGroup(())),
    ],
)
def test_text_is_read(text, condition):
    if condition is None:
        condition = _read_anyhow(text)
    assert _read_anyhow(text) == condition


def _read_anyhow(text):
    try:
        return parse_condition(text, CRITERIA)
    except RuleError as error:
        return error.code


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("membr_status = late", "filter.unknown_criterion", 1),
        ("kind = person and tagg = x", "filter.unknown_criterion", 19),
        ("kind", "filter.ends_too_early", 5),
        ("kind =", "filter.ends_too_early", 7),
        ("kind = persn", "filter.unknown_value", 8),
        ("kind > person", "filter.not_expected", 6),
        ("kind = person tag = x", "filter.not_expected", 15),
        ("(kind = person", "filter.ends_too_early", 15),
        ("tag in bureau", "filter.not_expected", 8),
        ('tag = "bureau', "filter.not_expected", 7),
        ("gifts > beaucoup", "amount.unreadable", 9),
        ("gifts(99) > 10", "filter.not_a_year", 13),
        ("kind(2025) = person", "filter.needs_nothing", 14),
        ("birth > demain", "day.unreadable", 9),
        ("up_to_date_in = 25", "filter.not_a_year", 17),
        ("age > vieux", "filter.not_a_number", 7),
        ("field(Taile) = x", "filter.unknown_field", 1),
        ("has_email = perhaps", "filter.not_yes_or_no", 13),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text, code, place):
    with pytest.raises(RuleError) as caught:
        parse_condition(text, CRITERIA)
    assert (caught.value.code, caught.value.values["place"]) == (code, place)


def test_unknown_criterion_is_answered_by_words_that_resemble_it():
    with pytest.raises(RuleError) as caught:
        parse_condition("membr_status = late")
    assert "member_status" in caught.value.values["known"]


def test_unknown_word_is_answered_by_every_word_there_is():
    with pytest.raises(RuleError) as caught:
        parse_condition("zzz = late")
    assert caught.value.values["known"].startswith("member_status, up_to_date_in")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"is": 3, "operator": "="}', "{", '{"all": 1}']
)
def test_json_that_is_none_of_ours_is_refused(text):
    with pytest.raises(RuleError, match=r"filter\.unreadable"):
        condition_of_json(text)


def test_condition_nested_without_end_is_refused():
    with pytest.raises(RuleError, match=r"filter\.too_deep"):
        parse_condition("not (" * 500 + "has_email" + ")" * 500)


def test_condition_of_too_many_rules_is_refused():
    with pytest.raises(RuleError, match=r"filter\.too_long"):
        parse_condition(" and ".join(["has_email"] * 101))


def test_renamed_tag_is_followed_whatever_its_accents():
    condition = parse_condition("tag in (Benevole, bureau) and sector = benevole")
    followed = with_name_changed(condition, "tag", "Bénévole", "Volontaire")
    assert condition_text(followed) == "tag in (Volontaire, bureau) and sector = benevole"


def test_renamed_own_field_is_followed():
    condition = parse_condition('field("Champ text") ~ x', CRITERIA)
    followed = with_name_changed(condition, FIELD, "champ text", "Surnom")
    assert condition_text(followed) == "field(Surnom) ~ x"


def test_two_conditions_become_one_flat_one():
    one, two = parse_condition("has_email and has_phone"), parse_condition("kind = person")
    together = both(one, two)
    assert condition_text(together) == "has_email = yes and has_phone = yes and kind = person"
    assert both(None, two) == two
    assert both(one, None) == one


def test_mention_is_found_at_any_depth():
    condition = parse_condition("has_email and not (kind = person or state = archived)")
    assert mentions(condition, "state")
    assert not mentions(condition, "tag")
    assert not mentions(None, "state")
