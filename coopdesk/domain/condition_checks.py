"""Checks conditions against the criteria, and brings their values into one form."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_conditions import (
    MOST_LEVELS,
    MOST_RULES,
    Condition,
    Operator,
    Rule,
    RuleGroup,
    rules_in,
    simplified,
)
from coopdesk.domain.contact_criteria import (
    FIELD,
    LAST_YEAR,
    NO,
    THIS_YEAR,
    YES,
    About,
    Criteria,
    Criterion,
    ValueKind,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

VALUE_LIMIT = 200
_MOST_VALUES = 200
_OPERATORS = {operator.value: operator for operator in Operator}
_YEAR = re.compile(r"(19|20|21)\d\d")
_NUMBER = re.compile(r"-?\d{1,15}([.,]\d{1,6})?")
_RELATIVE_DAY = re.compile(r"today\s*(?:([+-])\s*(\d{1,5}))?")
_DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y")
_SAID_YES = frozenset({"yes", "oui", "1", "true", "vrai"})
_SAID_NO = frozenset({"no", "non", "0", "false", "faux"})
_WITHOUT = frozenset({Operator.EMPTY, Operator.NOT_EMPTY})
_SEVERAL = frozenset({Operator.ANY_OF, Operator.NONE_OF})


def checked_condition(condition: Condition, criteria: Criteria) -> Condition:
    """Return a condition in its simplest form with every value in its canonical one.

    Raises:
        RuleError: ``filter.…``; what is wrong and, where it helps, the known words.
    """
    plain = simplified(condition)
    if _levels(plain) > MOST_LEVELS:
        raise RuleError("filter.too_deep", limit=MOST_LEVELS)
    if sum(1 for _rule in rules_in(plain)) > MOST_RULES:
        raise RuleError("filter.too_long", limit=MOST_RULES)
    return _checked(plain, criteria)


def _levels(condition: Condition) -> int:
    if isinstance(condition, Rule):
        return 1
    return 1 + max(map(_levels, condition.conditions), default=0)


def _checked(condition: Condition, criteria: Criteria) -> Condition:
    if isinstance(condition, Rule):
        return checked_rule(condition, criteria)
    parts = tuple(_checked(part, criteria) for part in condition.conditions)
    return RuleGroup(parts, condition.is_all, condition.negated)


def checked_rule(rule: Rule, criteria: Criteria) -> Rule:
    """Return a rule with its values in their canonical form.

    Raises:
        RuleError: ``filter.…``.
    """
    criterion = criterion_of(rule.criterion, rule.about, criteria)
    operator = _OPERATORS.get(rule.operator)
    if operator not in criterion.operators:
        known = " ".join(one.value for one in criterion.operators)
        raise RuleError(
            "filter.unknown_operator", text=rule.operator, criterion=rule.criterion, known=known
        )
    values = tuple(_value(criterion, text) for text in rule.values)
    wanted = _count_of(operator)
    if len(values) != wanted if wanted is not None else not 0 < len(values) <= _MOST_VALUES:
        raise RuleError("filter.value_missing", criterion=rule.criterion, field="value")
    if operator in _SEVERAL:
        values = tuple(dict.fromkeys(values))
    return replace(rule, values=values, about=_about(criterion, rule.about))


def _count_of(operator: Operator | None) -> int | None:
    """Return how many values an operator takes, None for one or more."""
    if operator in _SEVERAL:
        return None
    if operator in _WITHOUT:
        return 0
    return 2 if operator is Operator.BETWEEN else 1


def criterion_of(key: str, about: str, criteria: Criteria) -> Criterion:
    """Return a criterion by the words of a rule.

    Raises:
        RuleError: ``filter.unknown_criterion`` or ``filter.unknown_field`` with the known ones.
    """
    found = criteria.find(key, about)
    if found is not None:
        return found
    if key == FIELD:
        raise RuleError(
            "filter.unknown_field", text=about, known=_near(about, criteria.field_names)
        )
    raise RuleError("filter.unknown_criterion", text=key, known=_near(key, criteria.keys))


def _about(criterion: Criterion, text: str) -> str:
    if criterion.about is About.FIELD:
        return criterion.name
    if not text:
        return ""
    if criterion.about is About.NOTHING:
        raise RuleError("filter.needs_nothing", criterion=criterion.key, text=text)
    return _year(criterion, text)


def _near(text: str, known: Iterable[str]) -> str:
    """Name the known words that resemble a text, or all of them."""
    words = list(known)
    return ", ".join(difflib.get_close_matches(text.lower(), words, 5, 0.6) or words)


def _value(criterion: Criterion, text: str) -> str:
    line = clean_line(text)
    if not line:
        raise RuleError("filter.value_missing", criterion=criterion.key, field="value")
    if len(line) > VALUE_LIMIT:
        raise RuleError("text.too_long", field="value", length=len(line), limit=VALUE_LIMIT)
    return _READERS[criterion.kind](criterion, line)


def _text(_criterion: Criterion, text: str) -> str:
    return text


def _number(_criterion: Criterion, text: str) -> str:
    if not _NUMBER.fullmatch(text) or not text.isascii():
        raise RuleError("filter.not_a_number", text=text, field="value")
    whole, _comma, rest = text.replace(",", ".").partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole)}.{rest}" if rest else str(int(whole))


def _amount(_criterion: Criterion, text: str) -> str:
    cents = parse_amount(text).cents
    sign, euros, rest = "-" if cents < 0 else "", abs(cents) // 100, abs(cents) % 100
    return f"{sign}{euros}.{rest:02d}" if rest else f"{sign}{euros}"


def _day(_criterion: Criterion, text: str) -> str:
    relative = _RELATIVE_DAY.fullmatch(text.lower())
    if relative:
        sign, days = relative.groups()
        return f"today{sign}{int(days)}" if days and int(days) else "today"
    for form in _DAY_FORMS:
        try:
            return dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    raise RuleError("day.unreadable", text=text, field="value")


def _year(_criterion: Criterion, text: str) -> str:
    lowered = text.lower()
    if lowered in {THIS_YEAR, LAST_YEAR}:
        return lowered
    if not _YEAR.fullmatch(text) or not text.isascii():
        raise RuleError("filter.not_a_year", text=text, field="value")
    return text


def _code(criterion: Criterion, text: str) -> str:
    known = {code: code for code in criterion.codes}
    known = {fold(code): code for code in criterion.codes} | known
    found = known.get(text) or known.get(fold(text))
    if found is None:
        raise RuleError(
            "filter.unknown_value",
            text=text,
            criterion=criterion.name or criterion.key,
            known=_near(text, criterion.codes),
            field="value",
        )
    return found


def _yes_no(_criterion: Criterion, text: str) -> str:
    folded = fold(text)
    if folded in _SAID_YES:
        return YES
    if folded in _SAID_NO:
        return NO
    raise RuleError("filter.not_yes_or_no", text=text, field="value")


_READERS: Mapping[ValueKind, Callable[[Criterion, str], str]] = {
    ValueKind.TEXT: _text,
    ValueKind.NUMBER: _number,
    ValueKind.AMOUNT: _amount,
    ValueKind.DAY: _day,
    ValueKind.YEAR: _year,
    ValueKind.CODE: _code,
    ValueKind.NAME: _text,
    ValueKind.YES_NO: _yes_no,
}
