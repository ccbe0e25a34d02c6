"""Read and write the kinds of membership."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.members import (
    AmountKind,
    Holder,
    MembershipType,
    NewMembershipType,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import MembershipRow, MembershipTypeRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_type = table_of(MembershipTypeRow)
_membership = table_of(MembershipRow)


class MembershipTypeStore:
    """The membership types of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def all(self) -> list[MembershipType]:
        """Return every type in the order of the list, archived ones last."""
        query = select(_type).order_by(_type.c.archived_on.is_not(None), _type.c.position)
        counted = select(_membership.c.type_id, func.count()).group_by(_membership.c.type_id)
        counts = {row[0]: row[1] for row in self._connection.execute(counted)}
        rows = self._connection.execute(query.order_by(_type.c.id))
        return [_to_domain(row, counts.get(row.id, 0)) for row in rows]

    def get(self, type_id: int) -> MembershipType:
        """Return one type.

        Raises:
            NotFoundError: ``tariff.missing``.
        """
        row = self._connection.execute(select(_type).where(_type.c.id == type_id)).one_or_none()
        if row is None:
            raise NotFoundError("tariff.missing", id=type_id)
        count = select(func.count()).where(_membership.c.type_id == type_id)
        return _to_domain(row, self._connection.execute(count).scalar_one())

    def id_named(self, name: str) -> int | None:
        """Return the id of the type of that name, whatever its case and accents."""
        query = select(_type.c.id).where(_type.c.sort_key == fold(name))
        return self._connection.execute(query).scalar()

    def add(self, new: NewMembershipType) -> int:
        """Store a type at the end of the list and return its id."""
        last = self._connection.execute(select(func.max(_type.c.position))).scalar() or 0
        values = {**_values(new), "position": last + 1, "archived_on": None}
        return self._recorder.insert(_type, values)

    def change(self, type_id: int, new: NewMembershipType) -> bool:
        """Replace what is known of a type; return whether anything differed."""
        return self._recorder.update(_type, type_id, _values(new))

    def set_archived(self, type_id: int, on: dt.date | None) -> bool:
        """Put a type out of use or back; return whether anything differed."""
        query = select(_type.c.archived_on).where(_type.c.id == type_id)
        if on is not None and self._connection.execute(query).scalar() is not None:
            return False
        return self._recorder.update(_type, type_id, {"archived_on": on})

    def place(self, ids: list[int]) -> None:
        """Put the types in this order."""
        for position, type_id in enumerate(ids, start=1):
            self._recorder.update(_type, type_id, {"position": position})


def _values(new: NewMembershipType) -> dict[str, Any]:
    return {
        "name": new.name,
        "sort_key": fold(new.name),
        "amount_kind": new.amount_kind.value,
        "amount_cents": new.amount.cents,
        "holder": new.holder.value,
        "who": new.who.value,
        "college": new.college,
        "has_vote": new.has_vote,
        "period": new.period.value,
        "season_month": new.season_starts[0],
        "season_day": new.season_starts[1],
        "months": new.months,
        "joining_fee_cents": new.joining_fee.cents,
        "prorata": new.prorata,
        "counterpart_cents": new.counterpart.cents,
        "receipt_eligible": new.receipt_eligible,
        "account": new.account,
        "outside_names": "\n".join(new.outside_names),
    }


def _to_domain(row: Row[Any], count: int) -> MembershipType:
    content = NewMembershipType(
        name=row.name,
        amount_kind=AmountKind(row.amount_kind),
        amount=Money(row.amount_cents),
        holder=Holder(row.holder),
        who=WhoMayJoin(row.who),
        college=row.college,
        has_vote=row.has_vote,
        period=PeriodKind(row.period),
        season_starts=(row.season_month, row.season_day),
        months=row.months,
        joining_fee=Money(row.joining_fee_cents),
        prorata=row.prorata,
        counterpart=Money(row.counterpart_cents),
        receipt_eligible=row.receipt_eligible,
        account=row.account,
        outside_names=tuple(row.outside_names.splitlines()),
    )
    return MembershipType(row.id, content, archived=row.archived_on is not None, count=count)
