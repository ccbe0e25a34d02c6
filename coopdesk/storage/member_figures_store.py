"""Count members, whole lists of them in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, extract, func, literal_column, or_, select

from coopdesk.domain.member_statistics import Departed, department_at, oldest_of_bands
from coopdesk.domain.members import MemberRules, MemberStatus
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.member_status_sql import has_status
from coopdesk.storage.plain_reading import values_in
from coopdesk.storage.tables import ContactRow, DepartureRow, MembershipRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

    from coopdesk.domain.member_statistics import FigureKey

_contact = table_of(ContactRow)
_departure = table_of(DepartureRow)
_membership = table_of(MembershipRow)

# As in the index of histories, or the engine does not know it again.
_NEVER: ColumnElement[str] = literal_column("''")
# Past figures keep those who were put away since; erased and merged contacts are no more. Not
# by the index of states, which has nothing that is counted here.
_COUNTED = func.coalesce(_contact.c.state, None).in_(("active", "archived"))


class MemberFiguresStore:
    """The figures of members of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_status(
        self, rules: MemberRules, today: dt.date, year: int | None
    ) -> dict[MemberStatus, int]:
        """Count the contacts of each status; of a year, those with a membership in it."""
        conditions = [_contact.c.state == "active"]
        if year is not None:
            held = select(_membership.c.contact_id).where(
                _membership.c.start_year == year, _membership.c.listed > literal_column("0")
            )
            conditions.append(_contact.c.id.in_(held))
        columns = [
            func.count().filter(has_status(status, rules, today)).label(status.value)
            for status in MemberStatus
        ]
        row = self._connection.execute(select(*columns).where(*conditions)).one()
        return {status: getattr(row, status.value) for status in MemberStatus}

    def histories(self) -> dict[str, int]:
        """Return how many contacts share each history of paid memberships."""
        history = _contact.c.member_history
        query = select(history, func.count()).where(history != _NEVER, _COUNTED)
        rows = self._connection.execute(query.group_by(history))
        return {row[0]: row[1] for row in rows}

    def departed(self) -> list[Departed]:
        """Return every departure with the history of who left."""
        query = (
            select(
                _departure.c.contact_id,
                extract("year", _departure.c.left_on),
                _contact.c.member_history,
            )
            .join(_contact, _contact.c.id == _departure.c.contact_id)
            .where(_contact.c.member_since.is_not(None), _COUNTED)
        )
        return [Departed._make(row) for row in self._connection.execute(query)]

    def ages(self, histories: Sequence[str], day: dt.date) -> list[tuple[str, int, int]]:
        """Count the persons of some histories by civility and band of ages on a day."""
        band = _band(day).label("band")
        query = (
            select(_contact.c.civility, band, func.count())
            .where(*_sharing(histories), _contact.c.kind == "person")
            .group_by(_contact.c.civility, band)
        )
        return [(civility, start, n) for civility, start, n in self._connection.execute(query)]

    def places(self, histories: Sequence[str]) -> list[tuple[str, str, int]]:
        """Count the contacts of some histories by country and postcode."""
        place = (_contact.c.country, _contact.c.postal_code)
        query = select(*place, func.count()).where(*_sharing(histories)).group_by(*place)
        return [(country, code, n) for country, code, n in self._connection.execute(query)]

    def people(
        self,
        key: FigureKey,
        day: dt.date,
        *,
        histories: Sequence[str] | None = None,
        among: Sequence[int] = (),
    ) -> list[int]:
        """Return the contacts of some histories, or among ids, in the order of names.

        They are narrowed to the age, civility and département of a figure.
        """
        chosen: list[ColumnElement[bool]] = (
            [_contact.c.id.in_(values_in(among)), _COUNTED]
            if histories is None
            else _sharing(histories)
        )
        if key.age is not None:
            chosen += [_contact.c.kind == "person", _band(day) == key.age]
        if key.civility is not None:
            chosen.append(_contact.c.civility == key.civility.value)
        query = select(_contact.c.id).where(*chosen)
        query = query.order_by(_contact.c.sort_key, _contact.c.id)
        if key.department is None:
            return read_ids(self._connection, query)
        rows = self._connection.execute(
            query.add_columns(_contact.c.country, _contact.c.postal_code)
        )
        return [one for one, *place in rows if department_at(*place) == key.department]


def _sharing(histories: Sequence[str]) -> list[ColumnElement[bool]]:
    """Return the conditions of the contacts whose history is one of these."""
    history = _contact.c.member_history
    return [history != _NEVER, history.in_(values_in(histories)), _COUNTED]


def _band(day: dt.date) -> ColumnElement[int]:
    """Return the band of the age on a day: its start, -1 for who has none."""
    born_on = _contact.c.birth_on
    unknown = or_(born_on.is_(None), born_on > day)
    return case(
        (unknown, -1),
        *((born_on <= latest, start) for start, latest in oldest_of_bands(day)),
        else_=0,
    )
