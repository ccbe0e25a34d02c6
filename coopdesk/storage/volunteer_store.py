"""Read and write volunteers' time, its rates, and what is given in kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.domain.volunteering import (
    Contribution,
    ContributionKind,
    NewContribution,
    NewRate,
    NewTime,
    Rate,
    VolunteerTime,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.owing_again import owe_again
from coopdesk.storage.source_entries import standing
from coopdesk.storage.tables import (
    ActivityRow,
    ContactRow,
    KindContributionRow,
    VolunteerRateRow,
    VolunteerTimeRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table

    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_contact = table_of(ContactRow)
_contribution = table_of(KindContributionRow)
_rate = table_of(VolunteerRateRow)
_time = table_of(VolunteerTimeRow)


class VolunteerStore:
    """What volunteers gave, of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # rates

    def rates(self) -> list[Rate]:
        """Return the rates by name, the newest of each first."""
        query = select(_rate).order_by(_rate.c.name_key, _rate.c.since.desc())
        return [
            Rate(row.id, NewRate(row.name, row.since, Money(row.hourly_cents), row.source))
            for row in self._connection.execute(query)
        ]

    def add_rate(self, new: NewRate) -> int:
        """Store a rate and return its id."""
        values = {
            "name": new.name,
            "name_key": fold(new.name),
            "since": new.since,
            "hourly_cents": new.hourly.cents,
            "source": new.source,
        }
        return self._recorder.insert(_rate, values)

    def delete_rate(self, rate_id: int) -> None:
        """Delete a rate that nothing names."""
        self._recorder.delete(_rate, rate_id)

    def is_rate_used(self, rate_id: int) -> bool:
        """Tell whether time is valued by a rate."""
        query = select(_time.c.id).where(_time.c.rate_id == rate_id).limit(1)
        return self._connection.execute(query).first() is not None

    def value_again(self, ids: Sequence[int], rate_id: int) -> None:
        """Let time be valued by another rate."""
        self._recorder.update_many(_time, {key: {"rate_id": rate_id} for key in ids})

    # time

    def add_time(self, new: NewTime, rate_id: int | None) -> int:
        """Store time and return its id."""
        return self._recorder.insert(_time, {**_time_values(new, rate_id), "entry_id": None})

    def change_time(self, time_id: int, new: NewTime, rate_id: int | None) -> bool:
        """Replace time; return whether anything differed."""
        return self._recorder.update(_time, time_id, _time_values(new, rate_id))

    def delete_times(self, ids: Sequence[int]) -> None:
        """Delete time."""
        self._recorder.delete_many(_time, ids)

    def time(self, time_id: int) -> VolunteerTime:
        """Return time of one id.

        Raises:
            NotFoundError: ``volunteer.time_missing``.
        """
        row = self._connection.execute(_times().where(_time.c.id == time_id)).one_or_none()
        if row is None:
            raise NotFoundError("volunteer.time_missing", id=time_id)
        return _to_time(row)

    def times(
        self,
        since: dt.date | None = None,
        until: dt.date | None = None,
        *,
        pending: bool = False,
    ) -> list[VolunteerTime]:
        """Return the time of some days, oldest first; with ``pending`` what is not booked."""
        query = _between(_times(), _time, _time.c.done_on, since, until, pending=pending)
        rows = self._connection.execute(query.order_by(_time.c.done_on, _time.c.id))
        return [_to_time(row) for row in rows]

    # contributions

    def add_contribution(self, new: NewContribution) -> int:
        """Store a contribution and return its id."""
        values = {**_contribution_values(new), "entry_id": None}
        return self._recorder.insert(_contribution, values)

    def change_contribution(self, contribution_id: int, new: NewContribution) -> bool:
        """Replace a contribution; return whether anything differed."""
        values = _contribution_values(new)
        return self._recorder.update(_contribution, contribution_id, values)

    def delete_contributions(self, ids: Sequence[int]) -> None:
        """Delete contributions; commitments that they kept are owed again."""
        owe_again(self._connection, self._recorder, contribution_ids=ids)
        self._recorder.delete_many(_contribution, ids)

    def contribution(self, contribution_id: int) -> Contribution:
        """Return one contribution.

        Raises:
            NotFoundError: ``contribution.missing``.
        """
        query = _contributions().where(_contribution.c.id == contribution_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("contribution.missing", id=contribution_id)
        return _to_contribution(row)

    def contributions(
        self,
        since: dt.date | None = None,
        until: dt.date | None = None,
        *,
        pending: bool = False,
    ) -> list[Contribution]:
        """Return what was given in some days, oldest first; as ``times``."""
        day = _contribution.c.given_on
        query = _between(_contributions(), _contribution, day, since, until, pending=pending)
        rows = self._connection.execute(query.order_by(day, _contribution.c.id))
        return [_to_contribution(row) for row in rows]

    def contributions_of(self, contact_id: int) -> list[Contribution]:
        """Return what a contact gave, the newest first."""
        query = _contributions().where(_contribution.c.contact_id == contact_id)
        order = (_contribution.c.given_on.desc(), _contribution.c.id.desc())
        return [
            _to_contribution(row) for row in self._connection.execute(query.order_by(*order))
        ]

    # the books

    def put_booked(
        self, time_ids: Sequence[int], contribution_ids: Sequence[int], entry_id: int
    ) -> None:
        """Note which entry has time and contributions."""
        for table, ids in ((_time, time_ids), (_contribution, contribution_ids)):
            self._recorder.update_many(table, {key: {"entry_id": entry_id} for key in ids})


def _between(
    query: Select[Any],
    table: Table,
    day: ColumnElement[Any],
    since: dt.date | None,
    until: dt.date | None,
    *,
    pending: bool,
) -> Select[Any]:
    if since is not None:
        query = query.where(day >= since)
    if until is not None:
        query = query.where(day <= until)
    return query.where(~standing(table.c.entry_id)) if pending else query


def _with_names(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    entry_id = case((standing(table.c.entry_id), table.c.entry_id))
    return (
        select(
            table,
            *columns,
            entry_id.label("standing_id"),
            _contact.c.name.label("contact_name"),
            _activity.c.name.label("activity_name"),
        )
        .select_from(table)
        .outerjoin(_contact, _contact.c.id == table.c.contact_id)
        .outerjoin(_activity, _activity.c.id == table.c.activity_id)
    )


def _times() -> Select[Any]:
    found = _with_names(_time, _rate.c.name.label("rate_name"), _rate.c.hourly_cents)
    return found.outerjoin(_rate, _rate.c.id == _time.c.rate_id)


def _contributions() -> Select[Any]:
    return _with_names(_contribution)


def _time_values(new: NewTime, rate_id: int | None) -> dict[str, Any]:
    return {
        "contact_id": new.contact_id,
        "activity_id": new.activity_id,
        "done_on": new.done_on,
        "minutes": new.minutes,
        "task": new.task,
        "rate_id": rate_id,
    }


def _contribution_values(new: NewContribution) -> dict[str, Any]:
    return {
        "kind": new.kind.value,
        "contact_id": new.contact_id,
        "activity_id": new.activity_id,
        "given_on": new.given_on,
        "amount_cents": new.amount.cents,
        "label": new.label,
        "value_basis": new.value_basis,
        "donation_id": new.donation_id,
    }


def _to_time(row: Row[Any]) -> VolunteerTime:
    content = NewTime(
        done_on=row.done_on,
        minutes=row.minutes,
        task=row.task,
        contact_id=row.contact_id,
        activity_id=row.activity_id,
        rate=row.rate_name or "",
    )
    return VolunteerTime(
        id=row.id,
        content=content,
        hourly=Money(row.hourly_cents or 0),
        contact_name=row.contact_name or "",
        activity_name=row.activity_name or "",
        entry_id=row.standing_id,
    )


def _to_contribution(row: Row[Any]) -> Contribution:
    content = NewContribution(
        kind=ContributionKind(row.kind),
        given_on=row.given_on,
        amount=Money(row.amount_cents),
        label=row.label,
        value_basis=row.value_basis,
        contact_id=row.contact_id,
        activity_id=row.activity_id,
        donation_id=row.donation_id,
    )
    return Contribution(
        id=row.id,
        content=content,
        contact_name=row.contact_name or "",
        activity_name=row.activity_name or "",
        entry_id=row.standing_id,
    )
