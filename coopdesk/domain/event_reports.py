"""What came out of events: reports with what was said and decided, and figures over years."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal


class ItemKind(enum.Enum):
    """What a part of a report is."""

    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    THEME = "theme"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report as typed; ``next_text`` is when the next one is, in words."""

    category: str = ""
    author_id: int | None = None
    author_name: str = ""
    written_on: dt.date | None = None
    introduction: str = ""
    conclusion: str = ""
    next_text: str = ""
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class NewItem:
    """A part of a report as typed: ``parent_id`` is the question of an answer.

    Of a theme, ``detail`` describes it and ``audience`` says with and for whom; of a decision,
    ``contact_id`` sees to it by ``due_on``.
    """

    kind: ItemKind
    text: str
    detail: str = ""
    audience: str = ""
    parent_id: int | None = None
    contact_id: int | None = None
    due_on: dt.date | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A recorded part of a report, in its order; ``group_id`` is what a theme became."""

    id: int
    content: NewItem
    contact_name: str = ""
    group_id: int | None = None
    group_name: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The report of an event; answers follow their questions."""

    id: int
    event_id: int
    content: NewReport
    author: str
    items: tuple[ReportItem, ...] = ()

    def of(self, kind: ItemKind) -> tuple[ReportItem, ...]:
        """Return the items of a kind in order."""
        return tuple(item for item in self.items if item.content.kind is kind)

    def answers(self, question_id: int) -> tuple[ReportItem, ...]:
        """Return the answers to a question in order."""
        return tuple(item for item in self.items if item.content.parent_id == question_id)


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision that nobody has carried out yet, with the event where it was taken."""

    item: ReportItem
    event_id: int
    event_title: str


@dataclass(frozen=True, slots=True)
class NewIndicator:
    """A figure to follow over years, as typed."""

    name: str
    unit: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """What it was in a year; up to three decimals."""

    year: int
    value: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A recorded figure with its values by year."""

    id: int
    content: NewIndicator
    values: tuple[IndicatorValue, ...] = ()
