"""Read and write saved filters, and what their criteria can be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.contact_conditions import (
    Condition,
    Rule,
    SavedFilter,
    condition_json,
    condition_of_json,
    with_choices_changed,
    with_name_changed,
)
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.condition_events import event_names
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    ImportRunRow,
    MembershipTypeRow,
    PaymentRow,
    RegistrationRow,
    SavedFilterRow,
    TagRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_filter = table_of(SavedFilterRow)
_contact = table_of(ContactRow)
_campaign = table_of(CampaignRow)
_payment = table_of(PaymentRow)
_registration = table_of(RegistrationRow)
_run = table_of(ImportRunRow)
_tag = table_of(TagRow)
_group = table_of(WorkingGroupRow)
_type = table_of(MembershipTypeRow)

# Stands in for a condition that cannot be read; to look for it says so.
UNREADABLE = Rule("?", "=")


class FilterStore:
    """The saved filters of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def all(self) -> list[SavedFilter]:
        """Return the filters in their order."""
        query = select(_filter).order_by(_filter.c.position, _filter.c.id)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def get(self, filter_id: int) -> SavedFilter:
        """Return one filter.

        Raises:
            NotFoundError: ``filter.missing``.
        """
        query = select(_filter).where(_filter.c.id == filter_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("filter.missing", id=filter_id)
        return _to_domain(row)

    def named(self, name: str) -> SavedFilter | None:
        """Return the filter of a name, whatever its case and accents."""
        query = select(_filter).where(_filter.c.name_key == fold(name))
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _to_domain(row)

    def add(self, name: str, condition: Condition) -> int:
        """Store a filter behind the others and return its id."""
        last = self._connection.execute(select(func.max(_filter.c.position))).scalar()
        position = 0 if last is None else last + 1
        values = {"condition": condition_json(condition), "position": position}
        return self._recorder.insert(_filter, {**_named(name), **values})

    def change(self, filter_id: int, condition: Condition) -> bool:
        """Give a filter another condition; return whether it differed."""
        return self._recorder.update(
            _filter, filter_id, {"condition": condition_json(condition)}
        )

    def rename(self, filter_id: int, name: str) -> bool:
        """Give a filter another name; return whether it differed."""
        return self._recorder.update(_filter, filter_id, _named(name))

    def remove(self, filter_id: int) -> None:
        """Delete a filter."""
        self._recorder.delete(_filter, filter_id)

    def put_in_order(self, ids: Sequence[int]) -> bool:
        """Order the filters; return whether any changed its place."""
        moved = [
            self._recorder.update(_filter, filter_id, {"position": position})
            for position, filter_id in enumerate(ids)
        ]
        return any(moved)

    def follow_renaming(self, criterion: str, old: str, new: str) -> None:
        """Let the filters go on to mean a tag, group, type or own field that was renamed.

        ``criterion`` is ``tag``, ``group``, ``membership_type``, ``campaign`` or ``field``; to
        be called in the operation that renames.
        """
        if old != new:
            self._rewrite(lambda known: with_name_changed(known, criterion, old, new))

    def follow_choices(self, field: str, renamed: Mapping[str, str]) -> None:
        """Let the filters go on to mean the choices of an own field that were renamed."""
        if renamed:
            self._rewrite(lambda known: with_choices_changed(known, field, renamed))

    def _rewrite(self, new: Callable[[Condition], Condition]) -> None:
        for one in self.all():
            if one.condition != UNREADABLE:
                self.change(one.id, new(one.condition))

    def names(self) -> dict[str, list[str]]:
        """Return by criterion the names that it can be compared with, in French order."""
        names = {key: self._strings(query) for key, query in _NAMES.items()}
        return {**names, "event": event_names(self._connection)}

    def import_runs(self) -> list[Row[Any]]:
        """Return id, file name and moment of each import, newest first."""
        query = select(_run.c.id, _run.c.file_name, _run.c.imported_at)
        return list(self._connection.execute(query.order_by(_run.c.id.desc())))

    def _strings(self, query: Select[Any]) -> list[str]:
        return sorted(filter(None, self._connection.execute(query).scalars()), key=fold)


def _told_apart(column: Column[Any]) -> Select[Any]:
    return select(column).where(column != "").distinct()


_NAMES: Mapping[str, Select[Any]] = {
    "tag": select(_tag.c.name),
    "group": select(_group.c.name),
    "membership_type": select(_type.c.name),
    "college": _told_apart(_type.c.college),
    "campaign": select(_campaign.c.name),
    "registered_to": (
        select(_campaign.c.name)
        .join_from(_registration, _payment, _payment.c.id == _registration.c.payment_id)
        .join(_campaign, _campaign.c.id == _payment.c.campaign_id)
        .where(_registration.c.kind == "registration")
        .distinct()
    ),
    "country": _told_apart(_contact.c.country),
    "language": _told_apart(_contact.c.language),
    "sector": _told_apart(_contact.c.sector),
    "discipline": _told_apart(_contact.c.discipline),
}


def _named(name: str) -> dict[str, str]:
    return {"name": name, "name_key": fold(name)}


def _to_domain(row: Row[Any]) -> SavedFilter:
    try:
        condition = condition_of_json(row.condition)
    except RuleError:
        # One filter that a newer program wrote must not hide the others.
        condition = UNREADABLE
    return SavedFilter(row.id, row.name, condition, row.position)
