"""Read and write dedicated funds and their movements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from coopdesk.domain.dedicated_funds import (
    Fund,
    FundKind,
    FundMovement,
    MovementKind,
    NewFund,
    NewFundMovement,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    ActivityRow,
    ContactRow,
    DedicatedFundRow,
    EntryLineRow,
    EntryRow,
    FundMovementRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_activity = table_of(ActivityRow)
_contact = table_of(ContactRow)
_fund = table_of(DedicatedFundRow)
_reversing = table_of(EntryRow).alias("reversing")
_line = table_of(EntryLineRow)
_movement = table_of(FundMovementRow)


class FundStore:
    """The dedicated funds of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewFund) -> int:
        """Store a fund and return its id."""
        return self._recorder.insert(_fund, {**_values(new), "closed_on": None})

    def change(self, fund_id: int, new: NewFund) -> bool:
        """Replace what is known of a fund; return whether anything differed."""
        return self._recorder.update(_fund, fund_id, _values(new))

    def set_closed(self, fund_id: int, on: dt.date | None) -> bool:
        """Close a fund or open it again; return whether that differed."""
        return self._recorder.update(_fund, fund_id, {"closed_on": on})

    def delete(self, fund_id: int) -> None:
        """Delete a fund without movements."""
        self._recorder.delete(_fund, fund_id)

    def get(self, fund_id: int) -> Fund:
        """Return one fund.

        Raises:
            NotFoundError: ``fund.missing``.
        """
        row = self._connection.execute(_funds().where(_fund.c.id == fund_id)).one_or_none()
        if row is None:
            raise NotFoundError("fund.missing", id=fund_id)
        return _to_fund(row)

    def all(self) -> list[Fund]:
        """Return the funds, the oldest first."""
        query = _funds().order_by(_fund.c.received_on, _fund.c.id)
        return [_to_fund(row) for row in self._connection.execute(query)]

    def id_named(self, name: str) -> int | None:
        """Return the id of the fund of that name, whatever its case and accents."""
        query = select(_fund.c.id).where(_fund.c.name_key == fold(name))
        return self._connection.execute(query).scalar()

    # movements

    def add_movement(
        self, new: NewFundMovement, fiscal_year_id: int, entry_id: int | None
    ) -> int:
        """Store a movement and return its id."""
        values = {
            "fund_id": new.fund_id,
            "fiscal_year_id": fiscal_year_id,
            "kind": new.kind.value,
            "moved_on": new.moved_on,
            "amount_cents": new.amount.cents,
            "entry_id": entry_id,
            "other_fund_id": new.other_fund_id,
            "note": new.note,
        }
        return self._recorder.insert(_movement, values)

    def delete_movements(self, ids: Sequence[int]) -> None:
        """Delete movements."""
        self._recorder.delete_many(_movement, ids)

    def movements(self, fund_id: int | None = None) -> list[FundMovement]:
        """Return the movements that count, by day.

        One whose entry was reversed in its own year is none. One that was reversed in a later
        year stays in its own, and its contrary (id 0) stands on the day of the reversal.
        """
        query = (
            select(
                _movement,
                _reversing.c.id.label("reversing_id"),
                _reversing.c.entry_on.label("reversed_on"),
                _reversing.c.fiscal_year_id.label("reversed_in"),
            )
            .outerjoin(_reversing, _reversing.c.reverses_id == _movement.c.entry_id)
            .where(_reversing.c.fiscal_year_id.is_distinct_from(_movement.c.fiscal_year_id))
        )
        if fund_id is not None:
            query = query.where(
                or_(_movement.c.fund_id == fund_id, _movement.c.other_fund_id == fund_id)
            )
        rows = self._connection.execute(query.order_by(_movement.c.id)).all()
        found = [_to_movement(row) for row in rows]
        found += [_contrary(row) for row in rows if row.reversing_id is not None]
        return sorted(found, key=lambda one: one.content.moved_on)

    def has_movements(self, fund_id: int) -> bool:
        """Tell whether anything ever happened to a fund."""
        named = or_(_movement.c.fund_id == fund_id, _movement.c.other_fund_id == fund_id)
        query = select(_movement.c.id).where(named).limit(1)
        return self._connection.execute(query).first() is not None

    # what the books say

    def spent(self, fiscal_year_id: int) -> dict[int, Money]:
        """Return what each activity spent in a year, by its id: class 6 but 689."""
        query = (
            select(_line.c.activity_id, func.sum(_line.c.debit_cents - _line.c.credit_cents))
            .join(_account, _account.c.id == _line.c.account_id)
            .where(
                _line.c.fiscal_year_id == fiscal_year_id,
                _line.c.activity_id.is_not(None),
                _account.c.number.startswith("6"),
                ~_account.c.number.startswith("689"),
            )
            .group_by(_line.c.activity_id)
        )
        return {key: Money(cents) for key, cents in self._connection.execute(query)}

    def account_movement(self, fiscal_year_id: int) -> dict[str, Money]:
        """Return credit less debit in a year of each account of 19, 689 and 789."""
        query = (
            select(_account.c.number, func.sum(_line.c.credit_cents - _line.c.debit_cents))
            .join(_account, _account.c.id == _line.c.account_id)
            .where(
                _line.c.fiscal_year_id == fiscal_year_id,
                or_(*(_account.c.number.startswith(x) for x in ("19", "689", "789"))),
            )
            .group_by(_account.c.number)
        )
        return {number: Money(cents) for number, cents in self._connection.execute(query)}


def _funds() -> Select[Any]:
    return (
        select(
            _fund,
            _contact.c.name.label("funder_name"),
            _activity.c.name.label("activity_name"),
        )
        .outerjoin(_contact, _contact.c.id == _fund.c.funder_id)
        .outerjoin(_activity, _activity.c.id == _fund.c.activity_id)
    )


def _values(new: NewFund) -> dict[str, Any]:
    return {
        "name": new.name,
        "name_key": fold(new.name),
        "kind": new.kind.value,
        "grant_award_id": new.grant_award_id,
        "funder_id": new.funder_id,
        "activity_id": new.activity_id,
        "received_on": new.received_on,
        "amount_cents": new.amount.cents,
        "note": new.note,
    }


def _to_fund(row: Row[Any]) -> Fund:
    content = NewFund(
        name=row.name,
        kind=FundKind(row.kind),
        received_on=row.received_on,
        amount=Money(row.amount_cents),
        grant_award_id=row.grant_award_id,
        funder_id=row.funder_id,
        activity_id=row.activity_id,
        note=row.note,
    )
    return Fund(
        id=row.id,
        content=content,
        funder_name=row.funder_name or "",
        activity_name=row.activity_name or "",
        closed_on=row.closed_on,
    )


def _contrary(row: Row[Any]) -> FundMovement:
    """Return what the reversal of a later year does: nothing of a closed year changes."""
    content = replace(
        _to_movement(row).content, moved_on=row.reversed_on, amount=Money(-row.amount_cents)
    )
    return FundMovement(0, row.reversed_in, content, row.reversing_id)


def _to_movement(row: Row[Any]) -> FundMovement:
    content = NewFundMovement(
        fund_id=row.fund_id,
        kind=MovementKind(row.kind),
        moved_on=row.moved_on,
        amount=Money(row.amount_cents),
        other_fund_id=row.other_fund_id,
        note=row.note,
    )
    return FundMovement(row.id, row.fiscal_year_id, content, row.entry_id)
