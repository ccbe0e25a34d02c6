"""Asks at which event a group was born, or which one it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.groups import EventTie
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.groups import Group
    from coopdesk.ui.desk import Desk

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Tying:
    """An event, and what a group has to do with it."""

    event_id: int
    tie: EventTie


class EventTieDialog(FormDialog):
    """Gives a ``Tying``."""

    def __init__(self, desk: Desk, group: Group, parent: QWidget) -> None:
        super().__init__(_("Event of the group"), _("Add the event"), parent)
        form = self.form
        form.add_widget(plain_label(group.name, "strong", wrap=True))
        picker = ContactPicker(desk.tasks, partial(_find, desk))
        self.event_picker = form.add("event_id", _("Event"), picker, required=True)
        ties = [(one, label(one)) for one in EventTie]
        self.tie = form.add("tie", _("What it is to the group"), ChoiceBox[EventTie](ties))
        picker.lead_to(self.tie)
        form.is_dirty = False
        self.event_picker.setFocus()

    @override
    def read(self) -> Tying:
        event_id = self.event_picker.contact_id()
        if event_id is None:
            raise RuleError("group.event_wanted", field="event_id")
        return Tying(event_id, self.tie.value)


def _find(desk: Desk, text: str) -> list[Choice]:
    """Return the events that a picker offers, the newest first; runs on the worker."""
    wanted = EventFilter(text=text.strip(), descending=True)
    return [
        Choice(line.id, event_title_text(line.title, line.edition), when_text(line.when))
        for line in desk.services.events.list(wanted)[:_SHOWN]
    ]
