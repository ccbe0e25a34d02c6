"""Read and write models of entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.entry_templates import EntryTemplate, content_of, entry_of_content
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import EntryTemplateRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row

    from coopdesk.domain.entries import NewEntry
    from coopdesk.storage.recorder import Recorder

_template = table_of(EntryTemplateRow)


class TemplateStore:
    """The models of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def all(self, day: dt.date) -> list[EntryTemplate]:
        """Return every model by name, its entry on ``day``."""
        query = select(_template).order_by(_template.c.name_key)
        return [_to_domain(row, day) for row in self._connection.execute(query)]

    def keep(self, name: str, entry: NewEntry) -> int:
        """Keep a model; one of the same name is replaced."""
        form = entry.form.value if entry.form else ""
        values = {
            "name": name,
            "name_key": fold(name),
            "form": form,
            "content": json.dumps(content_of(entry), ensure_ascii=False),
        }
        query = select(_template.c.id).where(_template.c.name_key == values["name_key"])
        known: int | None = self._connection.execute(query).scalar()
        if known is None:
            return self._recorder.insert(_template, values)
        self._recorder.update(_template, known, values)
        return known

    def remove(self, template_id: int) -> str:
        """Remove a model and return its name.

        Raises:
            RuleError: ``entry.template_gone``.
        """
        query = select(_template.c.name).where(_template.c.id == template_id)
        name: str | None = self._connection.execute(query).scalar()
        if name is None:
            raise RuleError("entry.template_gone")
        self._recorder.delete(_template, template_id)
        return name


def _to_domain(row: Row[Any], day: dt.date) -> EntryTemplate:
    return EntryTemplate(
        row.id, row.name, entry_of_content(row.form, json.loads(row.content), day)
    )
