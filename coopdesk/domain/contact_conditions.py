"""Conditions that narrow a list of contacts; built in the window, saved with a name."""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME_LIMIT = 60
# Of a condition as a whole: more than anybody builds, and few enough for every engine.
MOST_RULES = 100
MOST_LEVELS = 12


class Operator(enum.Enum):
    """How a criterion is compared; the value is how it is written."""

    IS = "="
    IS_NOT = "!="
    CONTAINS = "~"
    CONTAINS_NOT = "!~"
    BEGINS = "^="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    BETWEEN = "between"
    ANY_OF = "in"
    NONE_OF = "not in"
    EMPTY = "is empty"
    NOT_EMPTY = "is not empty"


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition: a criterion's key, an operator's code and the values it compares with.

    ``about`` completes the criteria that need it: the year of ``gifts``, the name of an own
    ``field``. Values stand in one form: amounts ``12.50`` in euros, days ``2026-03-12`` or
    ``today-30``, years ``2025`` or ``this_year``; tags, groups and types by name.
    """

    criterion: str
    operator: str
    values: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Conditions that must all hold, or one of them; ``negated`` turns the answer round.

    Without any condition everybody fits.
    """

    conditions: tuple[Condition, ...]
    is_all: bool = True
    negated: bool = False


Condition: TypeAlias = "Rule | RuleGroup"


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A condition kept under a name, usable wherever a list of people is needed."""

    id: int
    name: str
    condition: Condition
    position: int = 0


def rules_in(condition: Condition) -> Iterator[Rule]:
    """Give every rule of a condition, in the order of reading."""
    if isinstance(condition, Rule):
        yield condition
        return
    for part in condition.conditions:
        yield from rules_in(part)


def mentions(condition: Condition | None, criterion: str) -> bool:
    """Tell whether a condition asks for a criterion somewhere."""
    return condition is not None and any(
        rule.criterion == criterion for rule in rules_in(condition)
    )


def names_in(condition: Condition, criterion: str) -> Iterator[str]:
    """Give what the rules of a criterion name: their values, or own fields for ``field``."""
    for rule in rules_in(condition):
        if rule.criterion == criterion:
            yield from (rule.about,) if criterion == "field" else rule.values


def simplified(condition: Condition) -> Condition:
    """Return the same condition without groups that hold a single one for nothing."""
    if isinstance(condition, Rule):
        return condition
    parts = tuple(simplified(part) for part in condition.conditions)
    if len(parts) != 1:
        return RuleGroup(parts, condition.is_all or not parts, condition.negated)
    (only,) = parts
    if not condition.negated:
        return only
    if isinstance(only, RuleGroup):
        return simplified(replace(only, negated=not only.negated))
    return RuleGroup((only,), negated=True)


def both(first: Condition | None, second: Condition | None) -> Condition | None:
    """Return the condition that two must hold; None holds always."""
    if first is None or second is None:
        return first or second
    parts: list[Condition] = []
    for one in (first, second):
        is_plain = isinstance(one, RuleGroup) and one.is_all and not one.negated
        parts += one.conditions if isinstance(one, RuleGroup) and is_plain else [one]
    return RuleGroup(tuple(parts))


def with_name_changed(condition: Condition, criterion: str, old: str, new: str) -> Condition:
    """Return a condition that names a tag, group, type or own field by its new name.

    ``criterion`` is ``tag``, ``group``, ``membership_type``, ``campaign`` or ``field``.
    """
    if isinstance(condition, RuleGroup):
        parts = tuple(
            with_name_changed(part, criterion, old, new) for part in condition.conditions
        )
        return replace(condition, conditions=parts)
    if condition.criterion != criterion:
        return condition
    if criterion == "field":
        is_same = fold(condition.about) == fold(old)
        return replace(condition, about=new) if is_same else condition
    values = tuple(new if fold(value) == fold(old) else value for value in condition.values)
    return replace(condition, values=values)


def with_choices_changed(
    condition: Condition, field: str, renamed: Mapping[str, str]
) -> Condition:
    """Return a condition that names the choices of an own field by their new names."""
    if isinstance(condition, RuleGroup):
        parts = tuple(with_choices_changed(x, field, renamed) for x in condition.conditions)
        return replace(condition, conditions=parts)
    if condition.criterion != "field" or fold(condition.about) != fold(field):
        return condition
    return replace(condition, values=tuple(renamed.get(x, x) for x in condition.values))


def condition_json(condition: Condition) -> str:
    """Return a condition as the database keeps it."""
    return json.dumps(_plain(condition), ensure_ascii=False, separators=(",", ":"))


def _plain(condition: Condition) -> dict[str, Any]:
    if isinstance(condition, Rule):
        plain: dict[str, Any] = {"is": condition.criterion, "operator": condition.operator}
        if condition.about:
            plain["about"] = condition.about
        if condition.values:
            plain["values"] = list(condition.values)
        return plain
    word = "all" if condition.is_all else "any"
    plain = {word: [_plain(part) for part in condition.conditions]}
    return {**plain, "not": True} if condition.negated else plain


def condition_of_json(text: str) -> Condition:
    """Return the condition that ``condition_json`` wrote.

    Raises:
        RuleError: ``filter.unreadable``.
    """
    try:
        return _read(json.loads(text), MOST_LEVELS)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RuleError("filter.unreadable") from error


def _read(plain: dict[str, Any], levels: int) -> Condition:
    if not levels:
        raise ValueError
    if "is" in plain:
        values = tuple(plain.get("values", ()))
        texts = (plain["is"], plain["operator"], plain.get("about", ""), *values)
        if not all(isinstance(text, str) for text in texts):
            raise TypeError
        return Rule(plain["is"], plain["operator"], values, plain.get("about", ""))
    is_all = "all" in plain
    parts = tuple(_read(part, levels - 1) for part in plain["all" if is_all else "any"])
    return RuleGroup(parts, is_all, bool(plain.get("not")))
