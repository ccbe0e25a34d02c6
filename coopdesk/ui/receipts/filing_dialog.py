"""Asks when the declaration of gifts was filed, with a note and the file that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.declarations import NOTE_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.system.paths import documents_folder
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.declarations import count_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.declarations import Declaration


@dataclass(frozen=True, slots=True)
class FilingOrder:
    """That a declaration was filed."""

    year: int
    filed_on: dt.date
    note: str
    proof: Path | None


class ProofEdit(QWidget):
    """The name of a chosen file, or of the one that is kept, and the button that chooses."""

    edited = Signal()

    def __init__(self, kept: str = "") -> None:
        super().__init__()
        self.path: Path | None = None
        self.chooser: QFileDialog | None = None
        said = _("{name} is kept").format(name=kept) if kept else _("No file chosen")
        self._name = plain_label(said, "muted", wrap=True)
        self.choose_button = QPushButton(icon("paperclip"), _("Choose a file…"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose_button)
        row.addWidget(self._name, 1)
        self.setFocusProxy(self.choose_button)

    def take(self, path: Path) -> None:
        """Take a file."""
        self.path = path
        self._name.setText(path.name)

    @Slot()
    def _on_choose(self) -> None:
        chooser = QFileDialog(self, self.choose_button.text(), str(documents_folder()))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("PDF or image") + " (*.pdf *.png *.jpg *.jpeg)"])
        chooser.fileSelected.connect(self._on_chosen)
        self.chooser = chooser
        chooser.open()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.take(Path(name))
        self.edited.emit()


class FilingDialog(FormDialog):
    """The day is required; the figures are those of now."""

    def __init__(
        self, found: Declaration, today: Callable[[], dt.date], parent: QWidget
    ) -> None:
        self._year = found.fiscal_year.year
        title = _("Declaration of gifts {year} filed").format(year=self._year)
        super().__init__(title, _("Note the filing"), parent)
        text = _("Figures that are kept with it: {receipts}, {total}.").format(
            receipts=count_text(found.receipt_count), total=money_text(found.total)
        )
        self.form.add_widget(plain_label(text, wrap=True))
        self.day = self.form.add("filed_on", _("&Filed on"), DayEdit(today), required=True)
        self.day.set_day(today())
        self.note = self.form.add("note", _("&Note"), QLineEdit())
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setPlaceholderText(_("Number of the file, name of who filed it…"))
        kept = found.filed.proof if found.filed is not None else ""
        hint = _("The acknowledgement as PDF or image; it is kept in the database.")
        self.proof = self.form.add("file", _("&Proof"), ProofEdit(kept), hint)
        if found.filed is not None:
            self.day.set_day(found.filed.filed_on)
            self.note.setText(found.filed.note)
        self.day.setFocus()

    @override
    def read(self) -> FilingOrder:
        day = self.day.day("filed_on")
        if day is None:
            raise RuleError("declaration.day_missing", field="filed_on")
        return FilingOrder(self._year, day, self.note.text(), self.proof.path)
