"""Asks for an objective of a group, and for something it made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.groups import (
    NewObjective,
    NewOutput,
    ObjectiveKind,
    ObjectiveState,
    OutputKind,
    OutputState,
)
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 72


class ObjectiveDialog(FormDialog):
    """A sentence is enough; gives a ``NewObjective``."""

    def __init__(self, desk: Desk, known: NewObjective | None, parent: QWidget) -> None:
        is_new = known is None
        super().__init__(
            _("New objective") if is_new else _("Change the objective"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        form, shown = self.form, known or NewObjective("")
        self.text = _text(self, "text", _("What the group wants to reach"), required=True)
        kinds = [(one, label(one)) for one in ObjectiveKind]
        self.kind = form.add("kind", _("Kind"), ChoiceBox[ObjectiveKind](kinds))
        states = [(one, label(one)) for one in ObjectiveState]
        self.state = form.add("state", _("How far it is"), ChoiceBox[ObjectiveState](states))
        self.state.activated.connect(self._show_days)
        self.reached_on = form.add("reached_on", _("Reached on"), DayEdit(desk.today))
        self.due_on = form.add("due_on", _("Until when"), DayEdit(desk.today))
        self.deliverable = form.add(
            "deliverable",
            _("Deliverable"),
            QLineEdit(),
            _("What will show that it is reached: a text, a tool, a meeting…"),
        )
        self.note = _text(self, "note", _("Note"))
        for name, day in (("reached_on", self.reached_on), ("due_on", self.due_on)):
            form.check_on_leave(name, partial(day.day, name))
        self.text.setPlainText(shown.text)
        self.kind.choose(shown.kind)
        self.state.choose(shown.state)
        self.reached_on.set_day(shown.reached_on)
        self.due_on.set_day(shown.due_on)
        self.deliverable.setText(shown.deliverable)
        self.note.setPlainText(shown.note)
        self._show_days()
        form.is_dirty = False
        self.text.setFocus()

    @Slot()
    def _show_days(self) -> None:
        reached = self.state.value is ObjectiveState.REACHED
        self.form.fields["reached_on"].setVisible(reached)

    @override
    def read(self) -> NewObjective:
        reached = self.state.value is ObjectiveState.REACHED
        return NewObjective(
            text=self.text.toPlainText(),
            kind=self.kind.value,
            state=self.state.value,
            deliverable=self.deliverable.text(),
            due_on=self.due_on.day("due_on"),
            reached_on=self.reached_on.day("reached_on") if reached else None,
            note=self.note.toPlainText(),
        )

    @override
    def start_again(self) -> None:
        # The kind stays: objectives are often typed kind by kind. How far one is does not.
        self.state.choose(ObjectiveState.TO_DO)
        for field in (self.text, self.deliverable, self.note, self.due_on, self.reached_on):
            field.clear()
        self._show_days()
        self.text.setFocus()


class OutputDialog(FormDialog):
    """A title is enough; gives a ``NewOutput``."""

    def __init__(self, desk: Desk, known: NewOutput | None, parent: QWidget) -> None:
        is_new = known is None
        super().__init__(
            _("New output") if is_new else _("Change the output"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        form, shown = self.form, known or NewOutput("")
        self.title_line = form.add("title", _("Title"), QLineEdit(shown.title), required=True)
        kinds = [(one, label(one)) for one in OutputKind]
        self.kind = form.add("kind", _("Kind"), ChoiceBox[OutputKind](kinds))
        states = [(one, label(one)) for one in OutputState]
        self.state = form.add("state", _("Who has seen it"), ChoiceBox[OutputState](states))
        self.made_on = form.add("made_on", _("Made on"), DayEdit(desk.today))
        form.check_on_leave("made_on", partial(self.made_on.day, "made_on"))
        self.licence = form.add(
            "licence",
            _("Licence"),
            QLineEdit(shown.licence),
            _("How it is shared, such as CC-BY-SA."),
        )
        self.url = form.add("url", _("Page on the web"), QLineEdit(shown.url))
        self.note = _text(self, "note", _("Note"))
        self.kind.choose(shown.kind)
        self.state.choose(shown.state)
        self.made_on.set_day(shown.made_on)
        self.note.setPlainText(shown.note)
        form.is_dirty = False
        self.title_line.setFocus()

    @override
    def read(self) -> NewOutput:
        return NewOutput(
            title=self.title_line.text(),
            kind=self.kind.value,
            state=self.state.value,
            licence=self.licence.text(),
            made_on=self.made_on.day("made_on"),
            url=self.url.text(),
            note=self.note.toPlainText(),
        )

    @override
    def start_again(self) -> None:
        for field in (self.title_line, self.url, self.note, self.made_on):
            field.clear()
        self.title_line.setFocus()


def _text(
    dialog: FormDialog, name: str, title: str, *, required: bool = False
) -> QPlainTextEdit:
    text = dialog.form.add(name, title, QPlainTextEdit(), required=required)
    text.setFixedHeight(_TEXT_HEIGHT)
    text.setTabChangesFocus(True)
    return text
