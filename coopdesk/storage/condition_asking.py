"""One rule of a condition on its way into SQL: how columns compare with its values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, func, or_

from coopdesk.domain.contact_conditions import Operator
from coopdesk.domain.contact_criteria import LAST_YEAR, THIS_YEAR
from coopdesk.domain.money import parse_amount
from coopdesk.domain.text import fold
from coopdesk.storage.search import like

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from coopdesk.domain.contact_conditions import Rule
    from coopdesk.domain.members import MemberRules

_POSITIVE = {
    Operator.IS: Operator.ANY_OF,
    Operator.IS_NOT: Operator.ANY_OF,
    Operator.NONE_OF: Operator.ANY_OF,
    Operator.CONTAINS_NOT: Operator.CONTAINS,
    Operator.EMPTY: Operator.NOT_EMPTY,
}
NEGATIVE = frozenset({Operator.IS_NOT, Operator.NONE_OF, Operator.CONTAINS_NOT, Operator.EMPTY})


@dataclass(frozen=True, slots=True)
class Own:
    """An own field as conditions need it."""

    id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What rules depend on beside themselves."""

    connection: Connection
    today: dt.date
    rules: Callable[[], MemberRules]
    field: Callable[[str], Own | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a rule finds in other tables: the ids that statements select, or all others."""

    selects: tuple[Select[Any], ...]
    all_but: bool = False

    def __invert__(self) -> Found:
        """Return all others."""
        return replace(self, all_but=not self.all_but)

    def holds(self, contact_id: ColumnElement[int]) -> ColumnElement[bool]:
        """Return that a contact is among them; the engine reads each statement once."""
        found = or_(false(), *(contact_id.in_(ids) for ids in self.selects))
        return ~found if self.all_but else found


def found(*selects: Select[Any]) -> Found:
    """Return who is among the ids that statements select."""
    return Found(selects)


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule whose operator is positive; whoever builds the whole turns negative ones round.

    What a method returns is true or false for every contact, never unknown: a condition and
    its opposite together fit everybody.
    """

    operator: Operator
    values: tuple[str, ...]
    about: str
    setting: Setting

    @property
    def is_any(self) -> bool:
        """Tell whether it asks only that something is there."""
        return self.operator is Operator.NOT_EMPTY

    def text(
        self, column: ColumnElement[str], key: Callable[[str], str] = fold
    ) -> ColumnElement[bool]:
        """Compare a text that ``key`` made comparable."""
        if self.is_any:
            return column != ""
        keys = [key(value) for value in self.values]
        if self.operator is Operator.ANY_OF:
            return column.in_(keys)
        end = "%" if self.operator is Operator.CONTAINS else ""
        return like(column, end, keys[0], "%")

    def folded(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """Compare a text that is stored as people typed it."""
        if self.is_any:
            return column != ""
        # Empty ones first: folding is the costly part.
        return and_(column != "", self.text(func.folded(column)))

    def codes(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """Compare a code."""
        return column != "" if self.is_any else column.in_(self.values)

    def days(self, column: ColumnElement[dt.date]) -> ColumnElement[bool]:
        """Compare a day that may be unknown."""
        days = [day_of(value, self.setting.today) for value in self.values]
        return and_(column.is_not(None), *([] if self.is_any else [self.order(column, days)]))

    def cents(self, column: ColumnElement[int]) -> ColumnElement[bool]:
        """Compare an amount."""
        return self.order(column, [parse_amount(value).cents for value in self.values])

    def order(self, column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
        """Compare something that has an order with values of its type."""
        first, last = values[0], values[-1]
        if self.operator is Operator.ANY_OF:
            return column == first if len(values) == 1 else column.in_(values)
        if self.operator is Operator.BETWEEN:
            return column.between(min(first, last), max(first, last))
        return {
            Operator.MORE: column.__gt__,
            Operator.AT_LEAST: column.__ge__,
            Operator.LESS: column.__lt__,
            Operator.AT_MOST: column.__le__,
        }[self.operator](first)

    def takes_zero(self) -> bool:
        """Tell whether an amount of nothing fits."""
        cents = [parse_amount(value).cents for value in self.values]
        return {
            Operator.ANY_OF: 0 in cents,
            Operator.BETWEEN: min(cents) <= 0 <= max(cents),
            Operator.MORE: cents[0] < 0,
            Operator.AT_LEAST: cents[0] <= 0,
            Operator.LESS: cents[0] > 0,
            Operator.AT_MOST: cents[0] >= 0,
        }[self.operator]

    def years(
        self, holds: Callable[[dt.date, dt.date], ColumnElement[bool]]
    ) -> ColumnElement[bool]:
        """Return that something holds for one of the years, from its first to its last day."""
        return or_(*(holds(*days_of_year(x, self.setting.today)) for x in self.values))


def asked(rule: Rule, setting: Setting) -> Asked:
    """Return a rule with its operator made positive."""
    operator = Operator(rule.operator)
    return Asked(_POSITIVE.get(operator, operator), rule.values, rule.about, setting)


def any_of(one: Asked, values: Sequence[str]) -> Asked:
    """Return the question for other values."""
    return replace(one, values=tuple(values))


def day_of(value: str, today: dt.date) -> dt.date:
    """Return the day that ``2026-03-12``, ``today`` or ``today-30`` means."""
    if not value.startswith("today"):
        return dt.date.fromisoformat(value)
    try:
        return today + dt.timedelta(days=int(value.removeprefix("today") or 0))
    except OverflowError:
        return dt.date.min if "-" in value else dt.date.max


def year_of(value: str, today: dt.date) -> int:
    """Return the year that ``2026``, ``this_year`` or ``last_year`` means."""
    if value == THIS_YEAR:
        return today.year
    return today.year - 1 if value == LAST_YEAR else int(value)


def days_of_year(value: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a year."""
    year = year_of(value, today)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
