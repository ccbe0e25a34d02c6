"""Conditions on contacts as SQL: the engine finds who fits, nothing is filtered here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select, true

from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.contact_criteria import FIELD, field_operators
from coopdesk.domain.custom_fields import FieldKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.condition_asking import NEGATIVE, Found, Own, Setting, asked
from coopdesk.storage.condition_columns import OF_ROW
from coopdesk.storage.condition_events import OF_EVENTS
from coopdesk.storage.condition_ties import OF_OTHERS
from coopdesk.storage.tables import ContactRow, CustomFieldRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import ColumnElement, Connection

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.domain.members import MemberRules
    from coopdesk.storage.condition_asking import Asked

_field = table_of(CustomFieldRow)
_contact_id = table_of(ContactRow).c.id
_ALL: Mapping[str, Callable[[Asked], ColumnElement[bool] | Found]] = {
    **OF_ROW,
    **OF_OTHERS,
    **OF_EVENTS,
}


def condition_holds(
    condition: Condition,
    connection: Connection,
    today: dt.date,
    rules: Callable[[], MemberRules],
) -> tuple[ColumnElement[bool] | None, tuple[Found, ...]]:
    """Return what a row of ``contact`` must be, and among whom else the contact must be.

    A rule that all must hold and other tables answer comes apart: to look each contact up
    among so many costs more than to take two lists of ids together. ``rules`` are read when a
    rule asks for the status of members.

    Raises:
        RuleError: ``filter.unreadable``, when a newer program wrote the condition;
            ``filter.field_gone`` or ``filter.field_changed``, when an own field is not there
            or not what it was: nobody shall be left out without a word.
    """

    @cache
    def field(name: str) -> Own | None:
        query = select(_field.c.id, _field.c.kind).where(_field.c.name_key == fold(name))
        row = connection.execute(query).first()
        return None if row is None else Own(row.id, row.kind)

    setting = Setting(connection, today, cache(rules), field)
    parts = [_part(part, setting) for part in _all_of(condition)]
    here = [part for part in parts if not isinstance(part, Found)]
    others = tuple(part for part in parts if isinstance(part, Found))
    return and_(*here) if here else None, others


def _all_of(condition: Condition) -> Iterator[Condition]:
    """Give the conditions that must all hold."""
    if isinstance(condition, Rule) or condition.negated or not condition.is_all:
        yield condition
        return
    for part in condition.conditions:
        yield from _all_of(part)


def _part(condition: Condition, setting: Setting) -> ColumnElement[bool] | Found:
    if isinstance(condition, Rule):
        return _rule_holds(condition, setting)
    if len(condition.conditions) == 1:
        part = _part(condition.conditions[0], setting)
        return ~part if condition.negated else part
    # What the row itself says first: it saves most contacts a look into other tables.
    found = sorted(
        (_part(part, setting) for part in condition.conditions),
        key=lambda part: isinstance(part, Found),
    )
    parts = [_as_sql(part) for part in found]
    whole = and_(true(), *parts) if condition.is_all or not parts else or_(*parts)
    return ~whole if condition.negated else whole


def _as_sql(part: ColumnElement[bool] | Found) -> ColumnElement[bool]:
    return part.holds(_contact_id) if isinstance(part, Found) else part


def _rule_holds(rule: Rule, setting: Setting) -> ColumnElement[bool] | Found:
    build = _ALL.get(rule.criterion)
    if build is None:
        raise RuleError("filter.unreadable")
    if rule.criterion == FIELD:
        _check_field(rule, setting)
    try:
        holds = build(asked(rule, setting))
    except (ArithmeticError, ValueError, RuleError):
        # Values were checked when the condition was made: the field has another type by now.
        if rule.criterion != FIELD:
            raise
        raise RuleError("filter.field_changed", name=rule.about) from None
    return ~holds if Operator(rule.operator) in NEGATIVE else holds


def _check_field(rule: Rule, setting: Setting) -> None:
    own = setting.field(rule.about)
    if own is None:
        raise RuleError("filter.field_gone", name=rule.about)
    if Operator(rule.operator) not in field_operators(FieldKind(own.kind)):
        raise RuleError("filter.field_changed", name=rule.about)
