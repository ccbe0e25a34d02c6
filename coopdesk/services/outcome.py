"""What a command hands back: its result and what it changed."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Value = TypeVar("Value")


class Subject(enum.Enum):
    """A kind of data that screens may show."""

    ASSOCIATION = enum.auto()
    CONTACTS = enum.auto()
    DONATIONS = enum.auto()
    PAYMENTS = enum.auto()
    RECEIPTS = enum.auto()
    IMPORTS = enum.auto()
    MEMBERS = enum.auto()
    EXPENSES = enum.auto()
    CHART = enum.auto()
    FISCAL_YEARS = enum.auto()
    ENTRIES = enum.auto()
    ACTIVITIES = enum.auto()
    BUDGETS = enum.auto()
    INVENTORY = enum.auto()
    BANK = enum.auto()
    POLLS = enum.auto()
    EVENTS = enum.auto()
    GROUPS = enum.auto()
    PARTNERS = enum.auto()
    GRANTS = enum.auto()
    DUTIES = enum.auto()
    OPERATIONS = enum.auto()


Changes: TypeAlias = frozenset[Subject]


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """The value of a command, and the subjects it touched.

    ``along`` names the records that changed with the one that was asked for, to be said.
    """

    value: Value
    changes: Changes
    along: tuple[str, ...] = ()


def changed(value: Value, *subjects: Subject, along: tuple[str, ...] = ()) -> Outcome[Value]:
    """Build the outcome of a command; the journal of operations always changes too."""
    return Outcome(value, frozenset((*subjects, Subject.OPERATIONS)), along)
