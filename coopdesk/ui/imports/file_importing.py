"""A file on its way in, whatever it holds: looked into, imported, or left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports import contact_sayings, sayings
from coopdesk.ui.imports.contact_importing import ContactImporting
from coopdesk.ui.imports.flow import ImportFlow
from coopdesk.ui.imports.line_view import LineView
from coopdesk.ui.imports.views import Mode
from coopdesk.wording.formats import money_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_imports import ContactPreview, Recognised
    from coopdesk.domain.imports import Preview, Problem
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.contact_flow import ContactFlow
    from coopdesk.ui.imports.figures import LineFigures
    from coopdesk.ui.imports.foot import ImportFoot


class FileImporting(QObject):
    """Reads a file as payments first, and hands it to those whom its contents concern.

    ``shown`` tells in which mode its lines are there to be looked at, and what the file is.
    """

    shown = Signal(object, str)  # Mode, words
    started = Signal(object)  # Job
    refused = Signal(str, str)  # file name, sentence
    applied = Signal(object)  # ImportSummary, None when the file brought nothing
    stopped = Signal()
    left = Signal()
    holds_entries = Signal(object)  # Path

    def __init__(
        self, desk: Desk, window: QWidget, figures: LineFigures, foot: ImportFoot
    ) -> None:
        super().__init__(window)
        self._figures = figures
        self._foot = foot
        self.payments = ImportFlow(desk, self)
        self.lines = LineView(desk)
        self.contacts = ContactImporting(desk, window)
        for flow in (self.payments, self.contacts.flow):
            flow.started.connect(self.started)
            flow.refused.connect(self.refused)
            flow.applied.connect(self.applied)
            flow.stopped.connect(self.stopped)
        self.payments.previewed.connect(self._on_payments)
        self.payments.holds_contacts.connect(self._on_holds_contacts)
        self.payments.holds_entries.connect(self.holds_entries)
        self.contacts.shown.connect(self._on_contacts)
        self.contacts.left.connect(self.left)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What concerns the whole file."""
        preview = self.contacts.flow.file_preview or self.payments.file_preview
        return preview.warnings if preview is not None else ()

    @property
    def _flow(self) -> ContactFlow | ImportFlow:
        """The flow of the file that is looked at."""
        is_contacts = self.contacts.flow.path is not None
        return self.contacts.flow if is_contacts else self.payments

    def preview(self, path: Path) -> None:
        """Look into a file and show what an import would do."""
        self.contacts.flow.forget()
        self.payments.preview(path)

    def preview_again(self) -> None:
        """Look into the same file once more: something changed meanwhile."""
        self.contacts.flow.preview_again()
        self.payments.preview_again()

    def apply(self) -> None:
        """Import the file whose preview is shown."""
        self._flow.apply()

    def forget(self) -> None:
        """Leave the file alone."""
        self.payments.forget()
        self.contacts.flow.forget()

    def show_foot(self) -> None:
        """Say at the foot what importing would do."""
        contacts, payments = self.contacts.flow.file_preview, self.payments.file_preview
        if contacts is not None:
            self._foot.show_contacts(contacts)
        elif payments is not None:
            self._foot.show_preview(payments)

    @Slot(object)
    def _on_payments(self, preview: Preview) -> None:
        self._show_counts(preview, money_text(preview.new_amount))
        self.lines.show_preview(preview)
        self.shown.emit(Mode.PREVIEW, sayings.file_text(preview))

    @Slot(object)
    def _on_holds_contacts(self, recognised: Recognised) -> None:
        path = self.payments.path
        if path is not None:
            self.payments.forget()
            self.contacts.begin(path, recognised)

    @Slot(object)
    def _on_contacts(self, preview: ContactPreview) -> None:
        self._show_counts(preview, "")
        self.shown.emit(Mode.CONTACTS, contact_sayings.file_text(preview))

    def _show_counts(self, preview: Preview | ContactPreview, amount: str) -> None:
        counts = [preview.count(verdict) for verdict in RowVerdict]
        self._figures.show_counts(counts, amount, only_kept=False)
