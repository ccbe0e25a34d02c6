"""What a condition names that is not there: an own field that was removed, a group, a tag."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.condition_checks import checked_rule
from coopdesk.domain.contact_conditions import Rule, rules_in
from coopdesk.domain.contact_criteria import FIELD
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.domain.contact_criteria import Criteria

    Names = Mapping[str, Sequence[tuple[str, str]]]

# Criteria whose values are names given by the association, which may come and go.
NAMED = frozenset(
    {
        "campaign",
        "college",
        "event",
        "group",
        "import_run",
        "membership_type",
        "registered_to",
        "tag",
    }
)


class LapseKind(enum.Enum):
    """Why a condition no longer says what it was meant to."""

    FIELD = enum.auto()  # the own field is not there
    CHANGED = enum.auto()  # the own field is of another type by now
    NAME = enum.auto()  # what it compares with is not there


@dataclass(frozen=True, slots=True)
class Lapse:
    """One thing that a condition names and that is not there; ``name`` as it stands there.

    ``about`` is the own field of a choice.
    """

    kind: LapseKind
    criterion: str
    name: str
    about: str = ""


def lapses_in(condition: Condition, criteria: Criteria, names: Names) -> tuple[Lapse, ...]:
    """Return what a condition names in vain, each once, in the order of reading.

    ``names`` holds by key of a criterion (value, text) pairs, as they are offered.
    """
    known = {key: {fold(value) for value, _text in names.get(key, ())} for key in NAMED}
    found = [
        lapse
        for rule in rules_in(condition)
        for lapse in (
            _of_field(rule, criteria) if rule.criterion == FIELD else _of_names(rule, known)
        )
    ]
    return tuple(dict.fromkeys(found))


def _of_field(rule: Rule, criteria: Criteria) -> Iterable[Lapse]:
    criterion = criteria.find(FIELD, rule.about)
    if criterion is None:
        return (Lapse(LapseKind.FIELD, FIELD, rule.about),)
    try:
        checked_rule(rule, criteria)
    except RuleError as error:
        if error.code != "filter.unknown_value":
            return (Lapse(LapseKind.CHANGED, FIELD, criterion.name),)
        codes = {fold(code) for code in criterion.codes}
        gone = [value for value in rule.values if fold(value) not in codes]
        return [Lapse(LapseKind.NAME, FIELD, value, criterion.name) for value in gone]
    return ()


def _of_names(rule: Rule, known: Mapping[str, set[str]]) -> Iterable[Lapse]:
    if rule.criterion not in known:
        return ()
    there = known[rule.criterion]
    gone = [value for value in rule.values if fold(value) not in there]
    return [Lapse(LapseKind.NAME, rule.criterion, value) for value in gone]
