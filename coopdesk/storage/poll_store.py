"""Polls, forms and calendars of other programs, as they were last imported."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from coopdesk.domain.calendars import CalendarLine, CalendarStatus, SeriesDate, on_its_clock
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.poll_planning import KnownReply
from coopdesk.domain.polls import (
    Poll,
    PollKind,
    PollLine,
    PollOption,
    PollReply,
    counted,
)
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    CalendarItemRow,
    ContactRow,
    EventRegistrationRow,
    EventRow,
    ImportedRowRow,
    PollOptionRow,
    PollReplyRow,
    PollRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

    from coopdesk.domain.calendars import ReadItem
    from coopdesk.domain.polls import ReadPoll, ReadReply
    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_event = table_of(EventRow)
_item = table_of(CalendarItemRow)
_imported = table_of(ImportedRowRow)
_option = table_of(PollOptionRow)
_poll = table_of(PollRow)
_registration = table_of(EventRegistrationRow)
_reply = table_of(PollReplyRow)


class PollStore:
    """The polls and calendars of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # polls

    def with_key(self, content_key: str) -> int | None:
        """Return the id of the poll with a key, None of one that is not known."""
        query = select(_poll.c.id).where(_poll.c.content_key == content_key)
        return self._connection.execute(query).scalar()

    def add(self, read: ReadPoll, content_key: str) -> int:
        """Store a poll without its options and replies; return its id."""
        return self._recorder.insert(
            _poll, {"kind": read.kind.value, "title": read.title, "content_key": content_key}
        )

    def options(self, poll_id: int) -> list[PollOption]:
        """Return the options of a poll by their place."""
        query = select(_option).where(_option.c.poll_id == poll_id)
        rows = self._connection.execute(query.order_by(_option.c.position))
        return [_to_option(row) for row in rows]

    def add_options(self, poll_id: int, options: Sequence[PollOption], start: int) -> None:
        """Store options from a place on."""
        self._recorder.insert_many(
            _option,
            [
                {
                    "poll_id": poll_id,
                    "position": start + at,
                    "group_label": option.group,
                    "label": option.label,
                    "held_on": option.held_on,
                    "moment": option.moment,
                }
                for at, option in enumerate(options)
            ],
        )

    def known_replies(self, poll_id: int) -> dict[str, KnownReply]:
        """Return the replies of a poll by their keys."""
        query = select(
            _reply.c.outside_key, _reply.c.id, _reply.c.answers, _reply.c.contact_id
        ).where(_reply.c.poll_id == poll_id)
        return {key: KnownReply(*more) for key, *more in self._connection.execute(query)}

    def add_replies(
        self, poll_id: int, replies: Sequence[tuple[ReadReply, str, int | None]]
    ) -> list[int]:
        """Store replies with their kept answers and contacts; return their ids in order."""
        rows = [
            {
                "poll_id": poll_id,
                "outside_key": read.outside_key,
                **_values(read, answers, contact_id),
            }
            for read, answers, contact_id in replies
        ]
        return self._recorder.insert_many(_reply, rows)

    def change_reply(
        self, reply_id: int, read: ReadReply, answers: str, contact_id: int | None
    ) -> bool:
        """Bring a reply to what the file says now; return whether anything differed."""
        return self._recorder.update(_reply, reply_id, _values(read, answers, contact_id))

    def lines(self) -> list[PollLine]:
        """Return the polls, newest first, with the best options of each."""
        return [
            PollLine(
                poll.id,
                poll.kind,
                poll.title,
                len(poll.counts),
                len(poll.replies),
                tuple(poll.counts[at] for at in poll.best),
                poll.event_id,
                poll.event_title,
            )
            for poll in self._polls(None)
        ]

    def tie(self, poll_id: int, event_id: int | None) -> bool:
        """Say which event a poll is about; return whether that differed."""
        return self._recorder.update(_poll, poll_id, {"event_id": event_id})

    def of_event(self, event_id: int) -> list[int]:
        """Return the polls about an event, newest first."""
        query = select(_poll.c.id).where(_poll.c.event_id == event_id)
        return list(self._connection.execute(query.order_by(_poll.c.id.desc())).scalars())

    def registered_replies(self, event_id: int) -> dict[int, int]:
        """Return the replies that registrations of an event were made of, by these."""
        query = select(_registration.c.id, _registration.c.poll_reply_id).where(
            _registration.c.event_id == event_id, _registration.c.poll_reply_id.is_not(None)
        )
        return {row.id: row.poll_reply_id for row in self._connection.execute(query)}

    def get(self, poll_id: int) -> Poll:
        """Return a poll with its replies.

        Raises:
            NotFoundError: ``poll.missing``.
        """
        found = self._polls(poll_id)
        if not found:
            raise NotFoundError("poll.missing", id=poll_id)
        return found[0]

    def _polls(self, poll_id: int | None) -> list[Poll]:
        polls = (
            select(_poll, _event.c.title.label("event_title"))
            .outerjoin(_event, _event.c.id == _poll.c.event_id)
            .order_by(_poll.c.id.desc())
        )
        options = select(_option).order_by(_option.c.poll_id, _option.c.position)
        replies = (
            select(_reply, _contact.c.name.label("contact_name"))
            .outerjoin(_contact, _contact.c.id == _reply.c.contact_id)
            .order_by(_reply.c.poll_id, _reply.c.name_key, _reply.c.id)
        )
        if poll_id is not None:
            polls = polls.where(_poll.c.id == poll_id)
            options = options.where(_option.c.poll_id == poll_id)
            replies = replies.where(_reply.c.poll_id == poll_id)
        of_poll = self._by_poll(options, _to_option)
        replied = self._by_poll(replies, _to_reply)
        return [
            Poll(
                row.id,
                PollKind(row.kind),
                row.title,
                counted(of_poll.get(row.id, ()), [x.answers for x in replied.get(row.id, ())]),
                tuple(replied.get(row.id, ())),
                row.event_id,
                row.event_title or "",
            )
            for row in self._connection.execute(polls)
        ]

    def _by_poll(self, query: Any, build: Any) -> dict[int, list[Any]]:
        rows = self._connection.execute(query)
        return {
            key: [build(row) for row in group]
            for key, group in groupby(rows, lambda row: row.poll_id)
        }

    # calendars

    def known_items(self) -> dict[tuple[str, str], tuple[int, str]]:
        """Return by name and recurrence the id of each event and what was last said of it."""
        columns = (_item.c.uid, _item.c.recurrence, _item.c.id, _item.c.outside_content)
        return {
            (uid, recurrence): (number, content)
            for uid, recurrence, number, content in self._connection.execute(select(*columns))
        }

    def add_items(self, items: Sequence[ReadItem]) -> list[int]:
        """Store events and return their ids in order."""
        rows = [
            {"uid": read.uid, "recurrence": read.recurrence, **_item_values(read)}
            for read in items
        ]
        return self._recorder.insert_many(_item, rows)

    def change_item(self, item_id: int, read: ReadItem) -> bool:
        """Bring an event to what the file says now; return whether anything differed."""
        return self._recorder.update(_item, item_id, _item_values(read))

    def series_dates(self) -> list[SeriesDate]:
        """Return the dates of series that no event was made of."""
        columns = (_item.c.id, _item.c.uid, _item.c.recurrence, _item.c.starts_on)
        query = select(*columns).where(
            _item.c.event_id.is_(None), or_(_item.c.rule != "", _item.c.recurrence != "")
        )
        return [SeriesDate(*row) for row in self._connection.execute(query)]

    def remove_items(self, item_ids: Sequence[int]) -> None:
        """Remove events that their file says no more; earlier imports forget them."""
        for ids in in_batches(item_ids):
            query = select(_imported.c.id).where(_imported.c.calendar_item_id.in_(ids))
            rows = self._connection.execute(query).scalars()
            self._recorder.update_many(
                _imported, {row: {"calendar_item_id": None} for row in rows}
            )
            self._recorder.delete_many(_item, ids)

    def items(self, since: dt.date | None = None) -> list[CalendarLine]:
        """Return the events that end on a day or later, in order; all of them without one."""
        query = select(_item).order_by(_item.c.starts_on, _item.c.starts_at, _item.c.id)
        if since is not None:
            query = query.where(_item.c.ends_on >= since)
        return [_to_line(row) for row in self._connection.execute(query)]


def _values(read: ReadReply, answers: str, contact_id: int | None) -> dict[str, Any]:
    return {
        "name": read.name,
        "name_key": fold(read.name),
        "contact_id": contact_id,
        "replied_at": read.replied_at,
        "answers": answers,
    }


def _item_values(read: ReadItem) -> dict[str, Any]:
    return {
        "title": read.title,
        "starts_on": read.starts_on,
        "ends_on": read.ends_on,
        "is_all_day": read.is_all_day,
        "starts_at": read.starts_at,
        "ends_at": read.ends_at,
        "zone": read.zone,
        "place": read.place,
        "description": read.description,
        "organiser": read.organiser,
        "url": read.url,
        "status": read.status.value,
        "rule": read.rule,
        "outside_content": read.content,
    }


def _to_option(row: Row[Any]) -> PollOption:
    return PollOption(row.label, row.group_label, row.held_on, row.moment)


def _to_reply(row: Row[Any]) -> PollReply:
    answers = {int(at): text for at, text in json.loads(row.answers).items()}
    return PollReply(row.id, row.name, row.contact_id, row.contact_name or "", answers)


def _to_line(row: Row[Any]) -> CalendarLine:
    return CalendarLine(
        row.id,
        row.title,
        row.starts_on,
        row.ends_on,
        row.is_all_day,
        on_its_clock(row.starts_at, row.zone),
        on_its_clock(row.ends_at, row.zone),
        row.place,
        CalendarStatus(row.status),
        bool(row.rule or row.recurrence),
    )
