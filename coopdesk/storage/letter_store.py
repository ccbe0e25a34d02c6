"""Read and write letters that were made, and the texts they are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import LetterRow, LetterTemplateRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import BindParameter, Connection, Select

    from coopdesk.domain.reminders import Channel, LetterKind, NewLetter
    from coopdesk.storage.recorder import Recorder

_letter = table_of(LetterRow)
_template = table_of(LetterTemplateRow)

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
# What the texts of reminders are for; those to donors have kinds of their own.
REMINDERS = "reminder"


class LetterStore:
    """The letters of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, letters: Sequence[NewLetter]) -> list[int]:
        """Store letters and return their ids in order."""
        rows = [
            {
                "contact_id": letter.contact_id,
                "membership_id": letter.membership_id,
                "kind": letter.kind.value,
                "channel": letter.channel.value,
                "subject": letter.subject,
                "made_on": letter.made_on,
                "donation_id": letter.donation_id,
                "receipt_id": letter.receipt_id,
            }
            for letter in letters
        ]
        return self._recorder.insert_many(_letter, rows)

    def made_on(
        self, day: dt.date, kind: LetterKind, channel: Channel, membership_ids: Sequence[int]
    ) -> set[int]:
        """Return which memberships have a letter of that kind and channel of a day already."""
        query = select(_letter.c.membership_id).where(
            _letter.c.membership_id.in_(_IDS),
            _letter.c.made_on == day,
            _letter.c.kind == kind.value,
            _letter.c.channel == channel.value,
        )
        return self._in_batches(query, membership_ids)

    def about_receipts(self, day: dt.date, kind: LetterKind, ids: Sequence[int]) -> set[int]:
        """Return which receipts have a letter of that kind of a day already."""
        query = select(_letter.c.receipt_id).where(
            _letter.c.receipt_id.in_(_IDS),
            _letter.c.made_on == day,
            _letter.c.kind == kind.value,
        )
        return self._in_batches(query, ids)

    def about_gifts(self, day: dt.date, kind: LetterKind, ids: Sequence[int]) -> set[int]:
        """Return which gifts have a letter of that kind of a day already."""
        query = select(_letter.c.donation_id).where(
            _letter.c.donation_id.in_(_IDS),
            _letter.c.made_on == day,
            _letter.c.kind == kind.value,
        )
        return self._in_batches(query, ids)

    def _in_batches(self, query: Select[Any], ids: Sequence[int]) -> set[int]:
        found: set[int] = set()
        for batch in in_batches(ids):
            found.update(self._connection.execute(query, {"ids": batch}).scalars())
        return found

    # texts

    def templates(self, kind: str = REMINDERS) -> list[tuple[int, LetterTemplate]]:
        """Return the association's own texts of a kind with their ids, in their order."""
        query = select(_template).where(_template.c.kind == kind)
        rows = self._connection.execute(query.order_by(_template.c.position, _template.c.id))
        return [
            (row.id, LetterTemplate(f"own{row.id}", row.name, row.subject, row.body))
            for row in rows
        ]

    def add_template(
        self, template: LetterTemplate, position: int, kind: str = REMINDERS
    ) -> int:
        """Store a text of a kind and return its id."""
        values = {"kind": kind, "position": position, **_values(template)}
        return self._recorder.insert(_template, values)

    def change_template(self, template_id: int, template: LetterTemplate) -> bool:
        """Replace a text; return whether anything differed."""
        return self._recorder.update(_template, template_id, _values(template))

    def place_template(self, template_id: int, position: int) -> bool:
        """Give a text another place; return whether it differed."""
        return self._recorder.update(_template, template_id, {"position": position})

    def remove_templates(self, ids: Sequence[int]) -> None:
        """Delete texts."""
        self._recorder.delete_many(_template, ids)


def _values(template: LetterTemplate) -> dict[str, Any]:
    return {
        "name": template.label,
        "name_key": fold(template.label),
        "subject": template.subject,
        "body": template.body,
    }
