"""Read and write activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from coopdesk.domain.activities import Activity, ActivityKind, NewActivity
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.naming import is_named
from coopdesk.storage.tables import (
    ActivityRow,
    AgreementRow,
    BankRuleRow,
    BudgetLineRow,
    DedicatedFundRow,
    EntryLineRow,
    EventRow,
    ExpenseSheetRow,
    FixedAssetRow,
    GrantAwardRow,
    GrantProjectRow,
    KindContributionRow,
    NetworkFeeRow,
    PaymentLineRow,
    VolunteerTimeRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_rule = table_of(BankRuleRow)
# What rests on an activity: with any of it, it cannot go.
_USES = tuple(
    table_of(row).c.activity_id
    for row in (
        EntryLineRow,
        BudgetLineRow,
        GrantAwardRow,
        DedicatedFundRow,
        FixedAssetRow,
        VolunteerTimeRow,
        KindContributionRow,
        PaymentLineRow,
        ExpenseSheetRow,
        EventRow,
        GrantProjectRow,
        AgreementRow,
        NetworkFeeRow,
    )
)


class ActivityStore:
    """The activities of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewActivity) -> int:
        """Store an activity and return its id."""
        return self._recorder.insert(_activity, {**_values(new), "is_open": True})

    def change(self, activity_id: int, new: NewActivity) -> bool:
        """Replace what is known of an activity; return whether anything differed."""
        return self._recorder.update(_activity, activity_id, _values(new))

    def set_open(self, activity_id: int, *, is_open: bool) -> bool:
        """Close an activity or open it again; return whether that differed."""
        return self._recorder.update(_activity, activity_id, {"is_open": is_open})

    def delete(self, activity_id: int) -> None:
        """Delete an activity on which nothing rests; rules for bank lines forget it."""
        query = select(_rule.c.id).where(_rule.c.activity_id == activity_id)
        rules = list(self._connection.execute(query).scalars())
        self._recorder.update_many(_rule, {key: {"activity_id": None} for key in rules})
        self._recorder.delete(_activity, activity_id)

    def get(self, activity_id: int) -> Activity:
        """Return one activity.

        Raises:
            NotFoundError: ``activity.missing``.
        """
        query = select(_activity).where(_activity.c.id == activity_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("activity.missing", id=activity_id)
        return _to_domain(row)

    def all(self, *, open_only: bool = False) -> list[Activity]:
        """Return the activities in French order of their names."""
        query = select(_activity).order_by(_activity.c.name_key, _activity.c.id)
        if open_only:
            query = query.where(_activity.c.is_open)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def id_named(self, text: str) -> int | None:
        """Return the id of the activity of that name or code, whatever case and accents."""
        wanted = fold(text)
        code = func.lower(_activity.c.code) == text.strip().lower()
        query = (
            select(_activity.c.id)
            .where(or_(_activity.c.name_key == wanted, code))
            .order_by(_activity.c.name_key != wanted)
        )
        return self._connection.execute(query).scalar() if wanted else None

    def is_used(self, activity_id: int) -> bool:
        """Tell whether anything names an activity."""
        return any(is_named(self._connection, column, activity_id) for column in _USES)


def _values(new: NewActivity) -> dict[str, Any]:
    return {
        "code": new.code,
        "name": new.name,
        "name_key": fold(new.name),
        "kind": new.kind.value,
        "working_group_id": new.working_group_id,
        "campaign_id": new.campaign_id,
        "starts_on": new.starts_on,
        "ends_on": new.ends_on,
        "note": new.note,
    }


def _to_domain(row: Row[Any]) -> Activity:
    content = NewActivity(
        name=row.name,
        kind=ActivityKind(row.kind),
        code=row.code,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        working_group_id=row.working_group_id,
        campaign_id=row.campaign_id,
        note=row.note,
    )
    return Activity(row.id, content, row.is_open)
