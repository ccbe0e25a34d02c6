"""Read and write the files kept with sheets of expenses, gifts, entries, events, groups."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.attachments import AttachedTo, Attachment, AttachmentKind
from coopdesk.domain.errors import NotFoundError
from coopdesk.storage.columns import table_of
from coopdesk.storage.stored_files import keep_file
from coopdesk.storage.tables import AttachmentRow, StoredFileRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row

    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.storage.recorder import Recorder

_attachment = table_of(AttachmentRow)
_file = table_of(StoredFileRow)
_DETAILS = (
    select(_attachment, _file.c.sha256, func.length(_file.c.content).label("size"))
    .join(_file, _file.c.id == _attachment.c.file_id)
    .order_by(_attachment.c.id)
)


class AttachmentStore:
    """The attached files of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewAttachment, to: AttachedTo, day: dt.date) -> int:
        """Keep a file and return the id of its attachment."""
        sha256 = hashlib.sha256(new.content).hexdigest()
        values = {
            "file_id": keep_file(self._connection, new.name, sha256, new.content),
            "kind": new.kind.value,
            "name": new.name,
            "added_on": day,
            "expense_sheet_id": to.sheet_id,
            "expense_line_id": to.line_id,
            "donation_id": to.donation_id,
            "entry_id": to.entry_id,
            "event_id": to.event_id,
            "working_group_id": to.group_id,
            "agreement_id": to.agreement_id,
            "commitment_id": to.commitment_id,
            "grant_request_id": to.grant_request_id,
        }
        return self._recorder.insert(_attachment, values)

    def get(self, attachment_id: int) -> Attachment:
        """Return one attachment without its content.

        Raises:
            NotFoundError: ``attachment.missing``.
        """
        query = _DETAILS.where(_attachment.c.id == attachment_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("attachment.missing", id=attachment_id)
        return _to_domain(row)

    def content(self, attachment_id: int) -> bytes:
        """Return the content of an attached file.

        Raises:
            NotFoundError: ``attachment.missing``.
        """
        query = select(_file.c.content).join(_attachment, _attachment.c.file_id == _file.c.id)
        found = self._connection.execute(query.where(_attachment.c.id == attachment_id))
        content: bytes | None = found.scalar()
        if content is None:
            raise NotFoundError("attachment.missing", id=attachment_id)
        return content

    def of_sheet(self, sheet_id: int) -> tuple[Attachment, ...]:
        """Return the files of a sheet, the first that was added first."""
        query = _DETAILS.where(_attachment.c.expense_sheet_id == sheet_id)
        return tuple(map(_to_domain, self._connection.execute(query)))

    def of_entry(self, entry_id: int) -> tuple[Attachment, ...]:
        """Return the files of an entry, the first that was added first."""
        query = _DETAILS.where(_attachment.c.entry_id == entry_id)
        return tuple(map(_to_domain, self._connection.execute(query)))

    def of_event(self, event_id: int) -> tuple[Attachment, ...]:
        """Return the files of an event, the first that was added first."""
        query = _DETAILS.where(_attachment.c.event_id == event_id)
        return tuple(map(_to_domain, self._connection.execute(query)))

    def of_agreement(self, agreement_id: int) -> tuple[Attachment, ...]:
        """Return the files of an agreement, the first that was added first."""
        query = _DETAILS.where(_attachment.c.agreement_id == agreement_id)
        return tuple(map(_to_domain, self._connection.execute(query)))

    def of_commitment(self, commitment_id: int) -> tuple[Attachment, ...]:
        """Return what proves a commitment, the first that was added first."""
        query = _DETAILS.where(_attachment.c.commitment_id == commitment_id)
        return tuple(map(_to_domain, self._connection.execute(query)))

    def of_request(self, request_id: int) -> tuple[Attachment, ...]:
        """Return the files of a grant, the first that was added first."""
        query = _DETAILS.where(_attachment.c.grant_request_id == request_id)
        return tuple(map(_to_domain, self._connection.execute(query)))

    def leave_line(self, line_id: int) -> None:
        """Keep the files of a line with its sheet alone: the line is about to go."""
        query = select(_attachment.c.id).where(_attachment.c.expense_line_id == line_id)
        for key in self._connection.execute(query).scalars().all():
            self._recorder.update(_attachment, key, {"expense_line_id": None})

    def remove(self, attachment_id: int) -> None:
        """Take a file off; its content stays in the file for undo."""
        self._recorder.delete(_attachment, attachment_id)


def _to_domain(row: Row[Any]) -> Attachment:
    return Attachment(
        id=row.id,
        kind=AttachmentKind(row.kind),
        name=row.name,
        added_on=row.added_on,
        size=row.size,
        sha256=row.sha256,
        to=AttachedTo(
            row.expense_sheet_id,
            row.expense_line_id,
            row.donation_id,
            row.entry_id,
            row.event_id,
            row.working_group_id,
            row.agreement_id,
            row.commitment_id,
            row.grant_request_id,
        ),
    )
