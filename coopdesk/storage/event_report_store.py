"""Read and write reports of events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_reports import (
    ItemKind,
    NewItem,
    NewReport,
    OpenDecision,
    Report,
    ReportItem,
)
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    EventReportItemRow,
    EventReportRow,
    EventRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_event = table_of(EventRow)
_group = table_of(WorkingGroupRow)
_item = table_of(EventReportItemRow)
_report = table_of(EventReportRow)


class EventReportStore:
    """Reports of events of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # reports

    def of(self, event_id: int) -> Report | None:
        """Return the report of an event, None when nobody has begun one."""
        query = (
            select(_report, _contact.c.name.label("contact_name"))
            .outerjoin(_contact, _contact.c.id == _report.c.author_id)
            .where(_report.c.event_id == event_id)
        )
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _to_report(row, self._items(row.id))

    def add(self, event_id: int, new: NewReport) -> int:
        """Store the report of an event and return its id."""
        return self._recorder.insert(_report, {"event_id": event_id, **_values(new)})

    def change(self, report_id: int, new: NewReport) -> bool:
        """Replace what a report says around its parts; return whether anything differed."""
        return self._recorder.update(_report, report_id, _values(new))

    def set_final(self, report_id: int, *, is_final: bool) -> bool:
        """Finish a report or open it again; return whether that differed."""
        return self._recorder.update(_report, report_id, {"is_final": is_final})

    def remove(self, report: Report) -> None:
        """Delete a report with all its parts."""
        self.remove_items([item.id for item in _answers_first(report.items)])
        self._recorder.delete(_report, report.id)

    # parts

    def event_of(self, item_id: int) -> int:
        """Return the event in whose report a part stands.

        Raises:
            NotFoundError: ``report.item_missing``.
        """
        query = (
            select(_report.c.event_id)
            .join(_item, _item.c.report_id == _report.c.id)
            .where(_item.c.id == item_id)
        )
        event_id = self._connection.execute(query).scalar()
        if event_id is None:
            raise NotFoundError("report.item_missing", id=item_id)
        return int(event_id)

    def item(self, item_id: int) -> ReportItem:
        """Return one part of a report.

        Raises:
            NotFoundError: ``report.item_missing``.
        """
        row = self._connection.execute(_items().where(_item.c.id == item_id)).one_or_none()
        if row is None:
            raise NotFoundError("report.item_missing", id=item_id)
        return _to_item(row)

    def add_items(self, report_id: int, items: Sequence[NewItem]) -> list[int]:
        """Store parts after those of their kind and return their ids in order."""
        query = (
            select(_item.c.kind, func.max(_item.c.position))
            .where(_item.c.report_id == report_id)
            .group_by(_item.c.kind)
        )
        last = {row.kind: row[1] for row in self._connection.execute(query)}
        rows = []
        for new in items:
            last[new.kind.value] = last.get(new.kind.value, 0) + 1
            place = {"report_id": report_id, "position": last[new.kind.value]}
            rows.append({**place, **_item_values(new)})
        return self._recorder.insert_many(_item, rows)

    def change_item(self, item_id: int, new: NewItem) -> bool:
        """Replace a part of a report; return whether anything differed."""
        return self._recorder.update(_item, item_id, _item_values(new))

    def order_items(self, ids: Iterable[int]) -> None:
        """Give parts of one kind their places, the first one 1."""
        places = {item_id: {"position": at} for at, item_id in enumerate(ids, start=1)}
        self._recorder.update_many(_item, places)

    def remove_items(self, ids: Sequence[int]) -> None:
        """Delete parts of a report, answers before their questions."""
        for item_id in ids:
            self._recorder.delete(_item, item_id)

    def tie_group(self, item_id: int, group_id: int) -> None:
        """Say which group a theme became."""
        self._recorder.update(_item, item_id, {"group_id": group_id})

    def open_decisions(self) -> list[OpenDecision]:
        """Return the decisions that are not carried out, the most urgent first."""
        query = (
            _items()
            .join(_report, _report.c.id == _item.c.report_id)
            .join(_event, _event.c.id == _report.c.event_id)
            .add_columns(_event.c.id.label("event_id"), _event.c.title.label("event_title"))
            .where(_item.c.kind == ItemKind.DECISION.value, _item.c.done_on.is_(None))
            .order_by(_item.c.due_on.is_(None), _item.c.due_on, _item.c.id)
        )
        return [
            OpenDecision(_to_item(row), row.event_id, row.event_title)
            for row in self._connection.execute(query)
        ]

    def _items(self, report_id: int) -> tuple[ReportItem, ...]:
        """Return the parts of a report kind by kind, answers after their questions."""
        query = _items().where(_item.c.report_id == report_id)
        rows = self._connection.execute(query.order_by(_item.c.position, _item.c.id))
        found = [_to_item(row) for row in rows]
        ordered: list[ReportItem] = []
        for kind in (x for x in ItemKind if x is not ItemKind.ANSWER):
            for item in (one for one in found if one.content.kind is kind):
                ordered.append(item)
                ordered += [one for one in found if one.content.parent_id == item.id]
        return tuple(ordered)


def _answers_first(items: Iterable[ReportItem]) -> list[ReportItem]:
    return sorted(items, key=lambda item: item.content.parent_id is None)


def _items() -> Select[Any]:
    return select(
        _item, _contact.c.name.label("contact_name"), _group.c.name.label("group_name")
    ).select_from(
        _item.outerjoin(_contact, _contact.c.id == _item.c.contact_id).outerjoin(
            _group, _group.c.id == _item.c.group_id
        )
    )


def _values(new: NewReport) -> dict[str, Any]:
    return {
        "category": new.category,
        "author_id": new.author_id,
        "author_name": new.author_name,
        "written_on": new.written_on,
        "introduction": new.introduction,
        "conclusion": new.conclusion,
        "next_text": new.next_text,
        "is_final": new.is_final,
    }


def _item_values(new: NewItem) -> dict[str, Any]:
    return {
        "kind": new.kind.value,
        "text": new.text,
        "detail": new.detail,
        "audience": new.audience,
        "parent_id": new.parent_id,
        "contact_id": new.contact_id,
        "due_on": new.due_on,
        "done_on": new.done_on,
    }


def _to_report(row: Row[Any], items: tuple[ReportItem, ...]) -> Report:
    content = NewReport(
        category=row.category,
        author_id=row.author_id,
        author_name=row.author_name,
        written_on=row.written_on,
        introduction=row.introduction,
        conclusion=row.conclusion,
        next_text=row.next_text,
        is_final=row.is_final,
    )
    author = row.contact_name or row.author_name
    return Report(row.id, row.event_id, content, author, items)


def _to_item(row: Row[Any]) -> ReportItem:
    content = NewItem(
        kind=ItemKind(row.kind),
        text=row.text,
        detail=row.detail,
        audience=row.audience,
        parent_id=row.parent_id,
        contact_id=row.contact_id,
        due_on=row.due_on,
        done_on=row.done_on,
    )
    return ReportItem(
        row.id, content, row.contact_name or "", row.group_id, row.group_name or ""
    )
