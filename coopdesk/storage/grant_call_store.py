"""Read and write calls for projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.grant_requests import GrantCall, NewGrantCall, RequestState
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import ContactRow, GrantCallRow, GrantRequestRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_call = table_of(GrantCallRow)
_contact = table_of(ContactRow)
_request = table_of(GrantRequestRow)


class GrantCallStore:
    """Calls for projects of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewGrantCall) -> int:
        """Store an open call and return its id."""
        return self._recorder.insert(_call, {**_values(new), "is_open": True})

    def change(self, call_id: int, new: NewGrantCall) -> bool:
        """Replace what is known of a call; return whether anything differed."""
        return self._recorder.update(_call, call_id, _values(new))

    def set_open(self, call_id: int, *, is_open: bool) -> bool:
        """Close a call or open it again; return whether that differed."""
        return self._recorder.update(_call, call_id, {"is_open": is_open})

    def remove(self, call_id: int) -> None:
        """Delete a call that no request names."""
        self._recorder.delete(_call, call_id)

    def get(self, call_id: int) -> GrantCall:
        """Return one call.

        Raises:
            NotFoundError: ``grant_call.missing``.
        """
        row = self._connection.execute(_calls().where(_call.c.id == call_id)).one_or_none()
        if row is None:
            raise NotFoundError("grant_call.missing", id=call_id)
        return _to_domain(row)

    def all(self, *, open_only: bool = False) -> list[GrantCall]:
        """Return the calls, those that close last first, those without a day before them."""
        query = _calls().order_by(
            _call.c.closes_on.is_not(None), _call.c.closes_on.desc(), _call.c.id.desc()
        )
        if open_only:
            query = query.where(_call.c.is_open)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def id_named(self, text: str) -> int | None:
        """Return the id of the newest call of that title, whatever case and accents."""
        query = select(func.max(_call.c.id)).where(_call.c.search_key == fold(text))
        return self._connection.execute(query).scalar() if fold(text) else None


def _calls() -> Select[Any]:
    of_call = _request.c.call_id == _call.c.id
    is_sent = _request.c.state != RequestState.DRAFT.value
    requests = select(func.count(_request.c.id)).where(of_call).scalar_subquery()
    sent = select(func.count(_request.c.id)).where(of_call, is_sent).scalar_subquery()
    return select(
        _call,
        _contact.c.name.label("funder_name"),
        requests.label("requests"),
        sent.label("sent"),
    ).outerjoin(_contact, _contact.c.id == _call.c.funder_id)


def _values(new: NewGrantCall) -> dict[str, Any]:
    return {
        "title": new.title,
        "search_key": fold(new.title),
        "funder_id": new.funder_id,
        "opens_on": new.opens_on,
        "closes_on": new.closes_on,
        "rate": new.rate,
        "floor_cents": None if new.floor is None else new.floor.cents,
        "ceiling_cents": None if new.ceiling is None else new.ceiling.cents,
        "eligible": new.eligible,
        "url": new.url,
        "note": new.note,
    }


def _to_domain(row: Row[Any]) -> GrantCall:
    content = NewGrantCall(
        title=row.title,
        funder_id=row.funder_id,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        rate=row.rate,
        floor=None if row.floor_cents is None else Money(row.floor_cents),
        ceiling=None if row.ceiling_cents is None else Money(row.ceiling_cents),
        eligible=row.eligible,
        url=row.url,
        note=row.note,
    )
    name = row.funder_name or ""
    return GrantCall(row.id, content, name, row.is_open, row.requests, row.sent)
