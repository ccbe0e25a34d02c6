"""Read the memberships that may call for a reminder."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, exists, func, or_, select

from coopdesk.domain.members import Instalment, Period
from coopdesk.domain.money import Money
from coopdesk.domain.reminders import DueMembership, LetterKind
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.renewal_store import TERMS
from coopdesk.storage.tables import (
    ContactRow,
    InstalmentRow,
    LetterRow,
    MembershipPersonRow,
    MembershipRow,
    OperationChangeRow,
    OperationRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sqlalchemy import BindParameter, ColumnElement, Connection, Row, Select

_change = table_of(OperationChangeRow)
_contact = table_of(ContactRow)
_instalment = table_of(InstalmentRow)
_letter = table_of(LetterRow)
_membership = table_of(MembershipRow)
_operation = table_of(OperationRow)
_person = table_of(MembershipPersonRow)
_after = _membership.alias("after")

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_DUE = _membership.c.fee_cents + _membership.c.joining_fee_cents
_UNPAID = _membership.c.paid_cents < _DUE
# Few, so that the database begins with the memberships and not with all contacts.
_HIDDEN = select(_contact.c.id).where(_contact.c.state.in_(("archived", "binned", "merged")))
_FOLLOWED = exists().where(
    _person.c.contact_id == _membership.c.contact_id,
    _after.c.id == _person.c.membership_id,
    _after.c.cancelled_on.is_(None),
    _after.c.ended_on > _membership.c.ended_on,
)
_INSTALMENTS = (
    select(_instalment).where(_instalment.c.membership_id.in_(_IDS)).order_by(_instalment.c.id)
)
_REMINDED = (
    select(_letter.c.membership_id, func.count(_letter.c.made_on.distinct()).label("days"))
    .where(_letter.c.membership_id.in_(_IDS), _letter.c.kind == LetterKind.REMINDER.value)
    .group_by(_letter.c.membership_id)
)
_ANNOUNCED = (
    select(_letter.c.membership_id, func.max(_letter.c.made_on).label("last_on"))
    .where(_letter.c.membership_id.in_(_IDS))
    .group_by(_letter.c.membership_id)
)
# Imports bring memberships of long ago: only what somebody entered by hand tells a day.
_RECORDED = (
    select(_change.c.row_id, func.min(_operation.c.made_at).label("made_at"))
    .join(_operation, _operation.c.id == _change.c.operation_id)
    .where(
        _change.c.table_name == _membership.name,
        _change.c.row_id.in_(_IDS),
        _change.c.kind == "insert",
        _operation.c.label == "membership.joined",
    )
    .group_by(_change.c.row_id)
)


class ReminderStore:
    """Who may be reminded, within one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def due_between(
        self, earliest: dt.date, today: dt.date, soon: dt.date
    ) -> list[DueMembership]:
        """Return memberships that end or ended since ``earliest`` and may be due by ``soon``.

        Only those of active contacts who have not left; in the order of names.
        """
        unpaid = and_(_UNPAID, _membership.c.started_on <= soon)
        over = and_(~_UNPAID, _membership.c.ended_on <= soon)
        return self._read(today, and_(_membership.c.ended_on >= earliest, or_(unpaid, over)))

    def due_of(self, ids: Sequence[int], today: dt.date) -> list[DueMembership]:
        """Return those of the memberships that may be due, in the order of the ids."""
        found = {
            each.id: each
            for batch in in_batches(ids)
            for each in self._read(today, _membership.c.id.in_(batch))
        }
        return [found[key] for key in ids if key in found]

    def _read(self, today: dt.date, which: ColumnElement[bool]) -> list[DueMembership]:
        query: Select[Any] = (
            select(
                *TERMS,
                _contact.c.name,
                _contact.c.number,
                _contact.c.email,
                _contact.c.household_id,
            )
            .join(_contact, _contact.c.id == _membership.c.contact_id)
            .where(
                which,
                _membership.c.cancelled_on.is_(None),
                or_(_UNPAID, ~_FOLLOWED),
                _membership.c.contact_id.not_in(_HIDDEN),
                or_(
                    _contact.c.member_left_on.is_(None),
                    _contact.c.member_left_on > today,
                ),
            )
            .order_by(_membership.c.name_key, _membership.c.contact_id, _membership.c.id)
        )
        rows = self._connection.execute(query).all()
        return self._completed(rows)

    def _completed(self, rows: Sequence[Row[Any]]) -> list[DueMembership]:
        """Add what stands in other tables to rows of memberships."""
        ids = [row.id for row in rows]
        parts: dict[int, list[Instalment]] = defaultdict(list)
        for part in self._each(_INSTALMENTS, [x.id for x in rows if x.instalment_count]):
            parts[part.membership_id].append(Instalment(part.due_on, Money(part.amount_cents)))
        reminded = {x.membership_id: x.days for x in self._each(_REMINDED, ids)}
        last = {x.membership_id: x.last_on for x in self._each(_ANNOUNCED, ids)}
        unpaid = [x.id for x in rows if x.paid_cents < x.fee_cents + x.joining_fee_cents]
        recorded = {x.row_id: x.made_at for x in self._each(_RECORDED, unpaid)}
        return [
            DueMembership(
                id=row.id,
                contact_id=row.contact_id,
                name=row.name,
                number=row.number,
                email=row.email,
                household_id=row.household_id,
                type_id=row.type_id,
                period=Period(row.started_on, row.ended_on),
                due=Money(row.fee_cents + row.joining_fee_cents),
                fee=Money(row.fee_cents),
                paid=Money(row.paid_cents),
                instalments=tuple(parts.get(row.id, ())),
                recorded_on=_day(recorded.get(row.id)),
                reminded=reminded.get(row.id, 0),
                last_on=last.get(row.id),
            )
            for row in rows
        ]

    def _each(self, query: Select[Any], ids: Sequence[int]) -> Iterator[Row[Any]]:
        for batch in in_batches(ids):
            yield from self._connection.execute(query, {"ids": batch})


def _day(moment: dt.datetime | None) -> dt.date | None:
    return None if moment is None else moment.astimezone().date()
