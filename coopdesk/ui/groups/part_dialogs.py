"""Asks who takes part in a group, who signed its charter, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.widgets.check_list import CheckList
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.groups import Group, Part
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 110


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signed the charter, by their parts, and when; None for not yet."""

    part_ids: tuple[int, ...]
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class Ending:
    """When a group ended, and what became of it."""

    on: dt.date
    summary: str


class PartDialog(FormDialog):
    """Somebody, as what and since when; gives a ``NewGroupMember``."""

    def __init__(self, desk: Desk, group: str, known: Part | None, parent: QWidget) -> None:
        is_new = known is None
        super().__init__(
            _("Add to the group") if is_new else _("Change the part in the group"),
            _("Add to the group") if is_new else _("Save"),
            parent,
            repeat_verb=_("Add and new") if is_new else "",
        )
        self._group = group
        form = self.form
        form.add_widget(plain_label(group, "strong", wrap=True))
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.contact = form.add("contact_id", _("Contact"), picker, required=True)
        self.role = form.add("role", _("Role"), QLineEdit())
        self.started_on = form.add("started_on", _("Since"), DayEdit(desk.today))
        self.ended_on = form.add("ended_on", _("Until"), DayEdit(desk.today))
        picker.lead_to(self.role)
        for name, day in (("started_on", self.started_on), ("ended_on", self.ended_on)):
            form.check_on_leave(name, partial(day.day, name))
        if known is None:
            self.contact.setFocus()
        else:
            picker.set_contact(Choice(known.contact_id, known.name))
            picker.setEnabled(False)
            self.role.setText(known.role)
            self.started_on.set_day(known.started_on)
            self.ended_on.set_day(known.ended_on)
            self.role.setFocus()
        form.is_dirty = False

    @override
    def read(self) -> NewGroupMember:
        contact_id = self.contact.contact_id()
        if contact_id is None:
            raise RuleError("group.contact_unknown", field="contact_id")
        return NewGroupMember(
            contact_id=contact_id,
            group=self._group,
            role=self.role.text(),
            started_on=self.started_on.day("started_on"),
            ended_on=self.ended_on.day("ended_on"),
        )

    @override
    def start_again(self) -> None:
        self.contact.set_contact(None)
        self.contact.setFocus()


class CharterDialog(FormDialog):
    """Tick who signed, all at once if need be; gives a ``Signing``."""

    def __init__(
        self, desk: Desk, group: Group, parts: Sequence[Part], parent: QWidget
    ) -> None:
        super().__init__(_("Sign the charter"), _("Note the signatures"), parent)
        form = self.form
        form.add_widget(plain_label(group.name, "strong", wrap=True))
        unsigned = [part for part in parts if part.charter_signed_on is None]
        lines = [(part.id, part.name) for part in unsigned]
        self.parts = form.add("parts", _("Who signed"), CheckList[int](lines))
        self.all_button = QPushButton(_("Tick all of them"))
        self.all_button.setAutoDefault(False)
        self.all_button.clicked.connect(self._on_all)
        form.add_widget(self.all_button)
        self.signed_on = form.add(
            "signed_on", _("Signed on"), DayEdit(desk.today), required=True
        )
        self.signed_on.set_day(desk.today())
        form.check_on_leave("signed_on", partial(self.signed_on.day, "signed_on"))
        form.is_dirty = False
        self.parts.setFocus()

    @Slot()
    def _on_all(self) -> None:
        self.parts.tick_all()

    @override
    def read(self) -> Signing:
        day = self.signed_on.day("signed_on")
        if day is None:
            raise RuleError("charter.day_missing", field="signed_on")
        return Signing(self.parts.ticked, day)


class SignatureDialog(FormDialog):
    """The day one signed, empty for not at all; gives a ``Signing``."""

    def __init__(self, desk: Desk, part: Part, parent: QWidget) -> None:
        super().__init__(_("Signature of the charter"), _("Save"), parent)
        form = self.form
        self._part = part
        form.add_widget(plain_label(part.name, "strong", wrap=True))
        self.signed_on = form.add(
            "signed_on",
            _("Signed on"),
            DayEdit(desk.today),
            _("Left empty, the charter is not signed."),
        )
        self.signed_on.set_day(part.charter_signed_on)
        form.check_on_leave("signed_on", partial(self.signed_on.day, "signed_on"))
        form.is_dirty = False
        self.signed_on.setFocus()

    @override
    def read(self) -> Signing:
        return Signing((self._part.id,), self.signed_on.day("signed_on"))


class EndingDialog(FormDialog):
    """The day and a few words; gives an ``Ending``."""

    def __init__(self, desk: Desk, group: Group, parent: QWidget) -> None:
        super().__init__(_("Close the group"), _("Close the group"), parent)
        form, content = self.form, group.content
        form.add_widget(plain_label(group.name, "strong", wrap=True))
        self.ended_on = form.add(
            "ended_on",
            _("Ended on"),
            DayEdit(desk.today),
            _("Who takes part leaves on that day, and is back if it is opened again."),
            required=True,
        )
        self.ended_on.set_day(desk.today())
        form.check_on_leave("ended_on", partial(self.ended_on.day, "ended_on"))
        self.summary = form.add(
            "summary",
            _("What became of it"),
            QPlainTextEdit(content.summary),
            _("What was done, what goes on elsewhere: it stands on the sheet."),
            required=content.is_ephemeral,
        )
        self.summary.setFixedHeight(_TEXT_HEIGHT)
        self.summary.setTabChangesFocus(True)
        form.is_dirty = False
        self.summary.setFocus()

    @override
    def read(self) -> Ending:
        day = self.ended_on.day("ended_on")
        if day is None:
            raise RuleError("group.end_missing", field="ended_on")
        return Ending(day, self.summary.toPlainText())
