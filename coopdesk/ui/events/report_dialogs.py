"""Ask for what stands around a report, and for a part of it with all that belongs to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.event_reports import ItemKind, NewReport
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.event_reports import NewItem, Report, ReportItem
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 96


class ReportDialog(FormDialog):
    """Who writes, an introduction and a conclusion, and when the next one is."""

    def __init__(self, desk: Desk, report: Report | None, parent: QWidget) -> None:
        super().__init__(_("Around the report"), _("Save"), parent)
        known = report.content if report is not None else NewReport()
        self._known = known
        form = self.form
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.author = form.add(
            "author_name",
            _("Written by"),
            picker,
            _("Somebody of the contacts; a name that is not among them stays a name."),
        )
        self.new_author = NewOnTheWay(desk, self, picker)
        if known.author_id is not None and report is not None:
            picker.set_contact(Choice(known.author_id, report.author))
        else:
            picker.setText(known.author_name)
        self.written_on = form.add("written_on", _("Written on"), DayEdit(desk.today))
        self.written_on.set_day(known.written_on)
        form.check_on_leave("written_on", partial(self.written_on.day, "written_on"))
        self.category = form.add("category", _("Category"), QLineEdit(known.category))
        self.introduction = self._text("introduction", _("Introduction"), known.introduction)
        self.conclusion = self._text("conclusion", _("Conclusion"), known.conclusion)
        self.next_text = form.add(
            "next_text",
            _("Next time"),
            QLineEdit(known.next_text),
            _("In words: “in the week of 11 April”."),
        )
        form.is_dirty = False
        self.introduction.setFocus()

    def _text(self, name: str, title: str, text: str) -> QPlainTextEdit:
        field = self.form.add(name, title, QPlainTextEdit(text))
        field.setFixedHeight(_TEXT_HEIGHT)
        field.setTabChangesFocus(True)
        return field

    @override
    def read(self) -> NewReport:
        return replace(
            self._known,
            author_id=self.author.contact_id(),
            author_name=self.author.unmatched,
            written_on=self.written_on.day("written_on"),
            category=self.category.text(),
            introduction=self.introduction.toPlainText(),
            conclusion=self.conclusion.toPlainText(),
            next_text=self.next_text.text(),
        )


class ItemDialog(FormDialog):
    """The text; of a theme with and for whom, of a decision who sees to it by when."""

    def __init__(self, desk: Desk, item: ReportItem, parent: QWidget) -> None:
        kind = item.content.kind
        super().__init__(label(kind), _("Save"), parent)
        self._known = item.content
        form, known = self.form, item.content
        self.text = self._text("text", _("Text"), known.text, required=True)
        self.detail = self._text("detail", _("Description"), known.detail)
        self.audience = self._text("audience", _("With whom and for whom"), known.audience)
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.contact = form.add("contact_id", _("Who sees to it"), picker)
        self.new_contact = NewOnTheWay(desk, self, picker)
        if known.contact_id is not None:
            picker.set_contact(Choice(known.contact_id, item.contact_name))
        self.due_on = form.add("due_on", _("Until when"), DayEdit(desk.today))
        self.done_on = form.add("done_on", _("Done on"), DayEdit(desk.today))
        for name, day, value in (
            ("due_on", self.due_on, known.due_on),
            ("done_on", self.done_on, known.done_on),
        ):
            day.set_day(value)
            form.check_on_leave(name, partial(day.day, name))
        for name in ("detail", "audience"):
            form.fields[name].setVisible(kind is ItemKind.THEME)
        for name in ("contact_id", "due_on", "done_on"):
            form.fields[name].setVisible(kind is ItemKind.DECISION)
        form.is_dirty = False
        self.text.setFocus()

    def _text(
        self, name: str, title: str, text: str, *, required: bool = False
    ) -> QPlainTextEdit:
        field = self.form.add(name, title, QPlainTextEdit(text), required=required)
        field.setFixedHeight(_TEXT_HEIGHT)
        field.setTabChangesFocus(True)
        return field

    @override
    def read(self) -> NewItem:
        self.contact.refuse_unmatched("entry.contact_not_chosen", "contact_id")
        return replace(
            self._known,
            text=self.text.toPlainText(),
            detail=self.detail.toPlainText(),
            audience=self.audience.toPlainText(),
            contact_id=self.contact.contact_id(),
            due_on=self.due_on.day("due_on"),
            done_on=self.done_on.day("done_on"),
        )
