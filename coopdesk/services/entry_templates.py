"""Use cases around models of entries that come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.entry_templates import checked_name
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.entry_templates import EntryTemplate
    from coopdesk.storage.unit_of_work import Units


class EntryTemplateService:
    """Keep models of entries."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def find(self) -> list[EntryTemplate]:
        """Return the models by name; their entries are of today."""
        with self._units.read() as work:
            return work.entry_templates.all(self._today())

    def keep(self, name: str, entry: NewEntry) -> Outcome[int]:
        """Keep an entry as a model under a name; one of the same name is replaced.

        Raises:
            RuleError: ``entry.template_unnamed`` or ``text.too_long``.
        """
        checked = checked_name(name)
        with self._units.write("entry_template.kept", name=checked) as work:
            template_id = work.entry_templates.keep(checked, entry)
            work.commit()
        return changed(template_id, Subject.ENTRIES)

    def remove(self, template_id: int) -> Outcome[None]:
        """Remove a model; Ctrl+Z brings it back.

        Raises:
            RuleError: ``entry.template_gone``.
        """
        with self._units.write("entry_template.removed") as work:
            work.recorder.relabel(name=work.entry_templates.remove(template_id))
            work.commit()
        return changed(None, Subject.ENTRIES)
