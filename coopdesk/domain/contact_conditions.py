"""Conditions that narrow a list of contacts; built in the window, saved with a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition: a criterion's key, an operator's code and the values it compares with."""

    criterion: str
    operator: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Conditions that must all hold, or one of them; ``negated`` turns the answer round."""

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
