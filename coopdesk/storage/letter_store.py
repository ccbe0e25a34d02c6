"""Read and write letters that were made, and the texts they are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import LetterRow, LetterTemplateRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import BindParameter, Connection

    from coopdesk.domain.reminders import Channel, LetterKind, NewLetter
    from coopdesk.storage.recorder import Recorder

_letter = table_of(LetterRow)
_template = table_of(LetterTemplateRow)

_BATCH = 400
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
# What the texts of reminders are for; others may come.
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
        found: set[int] = set()
        for start in range(0, len(membership_ids), _BATCH):
            batch = membership_ids[start : start + _BATCH]
            found.update(self._connection.execute(query, {"ids": batch}).scalars())
        return found

    # texts

    def templates(self) -> list[tuple[int, LetterTemplate]]:
        """Return the association's own texts of reminders with their ids, in their order."""
        query = select(_template).where(_template.c.kind == REMINDERS)
        rows = self._connection.execute(query.order_by(_template.c.position, _template.c.id))
        return [
            (row.id, LetterTemplate(f"own{row.id}", row.name, row.subject, row.body))
            for row in rows
        ]

    def add_template(self, template: LetterTemplate, position: int) -> int:
        """Store a text of reminders and return its id."""
        values = {"kind": REMINDERS, "position": position, **_values(template)}
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
