"""Carries a file of contacts through its steps on the page of imports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.contact_imports import ContactPreview
from coopdesk.ui.imports.contact_flow import ContactFlow
from coopdesk.ui.imports.contact_view import ContactLineView
from coopdesk.ui.imports.mapping_dialog import MappingDialog
from coopdesk.ui.imports.reading import must_ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_imports import Choice, ContactPreviewLine
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.services.custom_fields import CustomFieldService
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile


class ContactImporting(QObject):
    """Asks for the columns where they were guessed, then keeps the decisions of a person.

    ``shown`` tells that the lines of a file are there to be looked at, ``left`` that the person
    gave the file up at the columns.
    """

    shown = Signal(object)  # ContactPreview
    left = Signal()
    bank_wanted = Signal()  # the file is no list of contacts

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._fields: dict[int, CustomField] = {}
        self._kept: ContactPreview | None = None
        self.flow = ContactFlow(desk, self)
        self.view = ContactLineView(desk)
        self.dialog: MappingDialog | None = None
        self.view.panel.decided.connect(self._on_decided)
        self.view.panel.accepted.connect(self._on_accepted)
        self.view.all_accepted.connect(self._on_all_accepted)
        self.flow.previewed.connect(self._on_previewed)

    @property
    def has_columns(self) -> bool:
        """Whether the meaning of the columns can be corrected."""
        return bool(self.flow.recognised and self.flow.recognised.columns)

    def begin(self, file: IncomingFile) -> None:
        """Take a file over: ask for its columns, or show at once what would be imported."""
        self.flow.begin(file)
        # What was imported stays as it was looked at: read again, all of it would be known.
        preview = file.preview if file.summary is not None else None
        self._kept = preview if isinstance(preview, ContactPreview) else None
        self.view.close_line()
        fields = partial(_fields, self._desk.services.custom_fields)
        self._desk.tasks.query(self, fields, self._on_fields, replaces="fields")

    def _on_fields(self, fields: dict[int, CustomField]) -> None:
        self._fields = fields
        recognised = self.flow.recognised
        if recognised is None:
            return
        if self._kept is not None:
            self.flow.show(self._kept)
        elif self.flow.mapping is None and must_ask(recognised):
            self.ask_columns()
        else:
            self.flow.preview()

    @Slot()
    def ask_columns(self) -> None:
        """Ask what each column means."""
        recognised = self.flow.recognised
        if recognised is None:
            return
        dialog = MappingDialog(recognised, self._fields, self._window)
        if self.flow.mapping is not None:
            for column, field in self.flow.mapping.items():
                dialog.boxes[column].choose(field)
        dialog.submitted.connect(self._on_mapping)
        dialog.bank_wanted.connect(self._on_bank)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self.dialog = dialog

    @Slot(object)
    def _on_mapping(self, mapping: dict[str, str]) -> None:
        self.flow.choose_columns(mapping)
        if self.dialog is not None:
            self.dialog.saved()

    @Slot()
    def _on_bank(self) -> None:
        if self.dialog is not None:
            self.flow.forget()
            self.dialog.finished.disconnect(self._on_finished)
            self.dialog.form.is_dirty = False
            self.dialog.reject()
            self.dialog = None
        self.bank_wanted.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
        if self.flow.file_preview is None and not self.flow.is_busy:
            self.flow.forget()
            self.left.emit()

    @Slot(object)
    def _on_previewed(self, preview: ContactPreview) -> None:
        self.view.show_preview(preview, self.flow.decisions, self._fields)
        self.shown.emit(preview)

    @Slot(int, object, object)
    def _on_decided(self, line: int, choice: Choice, contact_id: int | None) -> None:
        self.flow.decide(line, choice, contact_id)

    @Slot(object, str, bool)
    def _on_accepted(
        self,
        line: ContactPreviewLine,
        field: str,
        accepted: bool,  # noqa: FBT001 (slot of a Qt signal)
    ) -> None:
        self.flow.accept(line, field, accepted=accepted)

    @Slot(bool, bool)
    def _on_all_accepted(self, replaces: bool, clears: bool) -> None:  # noqa: FBT001 (slot)
        self.flow.accept_all(replaces=replaces, clears=clears)


def _fields(service: CustomFieldService) -> dict[int, CustomField]:
    """Return the association's own fields by id; runs on the worker."""
    return {field.id: field for field in service.all()}
