"""Where and how the papers of receipts are written: files, order, way, letters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_output import OutputOrder, OutputShape
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from coopdesk.ui.widgets.form import Form

_SHAPES = {
    OutputShape.ONE_FILE: N_("A single file, to print"),
    OutputShape.BY_WAY: N_("E-mails to read over and send, and one file for the post"),
    OutputShape.SEPARATE: N_("One file per receipt"),
}
_ORDERS = {
    OutputOrder.NUMBER: N_("By number"),
    OutputOrder.POSTAL_CODE: N_("By postcode"),
    OutputOrder.DONOR: N_("By donor"),
}


@dataclass(frozen=True, slots=True)
class OutputStart:
    """What the dialog proposes: a folder, a shape, and the texts there are.

    ``year`` is the one whose receipts are written, where none are listed.
    """

    folder: Path
    shape: OutputShape
    texts: tuple[tuple[int, str], ...] = ()
    year: int = 0


@dataclass(frozen=True, slots=True)
class OutputOrdered:
    """What the person decided to write."""

    receipt_ids: tuple[int, ...]
    folder: Path
    output: ReceiptOutput
    opens: bool


class OutputDialog(FormDialog):
    """Asks which receipts, as which files, and for a folder."""

    def __init__(
        self,
        listed: tuple[int, ...],
        selected: tuple[int, ...],
        start: OutputStart,
        parent: QWidget,
    ) -> None:
        title = _("Print the receipts")
        if start.shape is not OutputShape.ONE_FILE:
            title = _("Save or send the receipts")
        super().__init__(title, _("Write the files"), parent)
        self.setMinimumWidth(560)
        self._chooser: QFileDialog | None = None
        groups = [(selected, _selected_text(len(selected)))] if selected else []
        if len(listed) > len(selected):
            groups.append((listed, _listed_text(len(listed), start.year)))
        self.which = ChoiceBox(groups)
        self.shapes = {one: QRadioButton(_(text)) for one, text in _SHAPES.items()}
        self.order = ChoiceBox([(one, _(text)) for one, text in _ORDERS.items()])
        self.letters = QCheckBox()
        self.text = ChoiceBox(start.texts)
        self.folder_field = QLineEdit(str(start.folder))
        self.choose_button = QPushButton(_("Choose…"))
        self.opens = QCheckBox()
        self.opens.setChecked(True)
        self._fill(self.form)
        for shape, choice in self.shapes.items():
            choice.setChecked(shape is start.shape)
            if shape is not start.shape:
                # Else Tab would first come to one that is not chosen, where arrows do nothing.
                choice.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()
        self._on_changed()
        # The first choice would look chosen while it is not.
        self.submit_button.setFocus()

    def _fill(self, form: Form) -> None:
        form.add("which", _("Which receipts"), self.which)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for choice in self.shapes.values():
            inside.addWidget(choice)
        form.add("shape", _("As which files"), box)
        form.add("order", _("In which order"), self.order)
        self.order.setMaximumWidth(220)
        hint = _(
            "One letter for each donor, in front of the receipts; by e-mail it is the message."
        )
        form.add("letters", _("With the letter of accompaniment"), self.letters, hint)
        form.add("text", _("Text of the letter and of e-mails"), self.text)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder_field, 1)
        row.addWidget(self.choose_button)
        form.add("folder", _("Folder"), place)
        self.folder_field.setAccessibleName(_("Folder"))
        self.choose_button.setAccessibleName(_("Choose the folder"))
        form.add("opens", _("Open at the end"), self.opens)

    def _connect(self) -> None:
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._on_choose)
        self.which.currentIndexChanged.connect(self._on_changed)
        self.folder_field.textChanged.connect(self._on_changed)
        self.letters.toggled.connect(self._on_changed)
        for choice in self.shapes.values():
            choice.toggled.connect(self._on_changed)

    @property
    def receipt_ids(self) -> tuple[int, ...]:
        """The receipts to write, as chosen."""
        return self.which.value

    @property
    def shape(self) -> OutputShape:
        """Which files, as chosen."""
        return next(one for one, choice in self.shapes.items() if choice.isChecked())

    @property
    def folder(self) -> Path | None:
        """The folder as typed or chosen; None while nothing usable is typed."""
        typed = self.folder_field.text().strip()
        folder = Path(typed).expanduser() if typed else None
        return folder if folder is not None and folder.is_absolute() else None

    @Slot()
    def _on_changed(self) -> None:
        count = len(self.receipt_ids)
        text = ngettext("Write {count} receipt", "Write {count} receipts", count)
        self.submit_button.setText(text.format(count=number_text(count)))
        self.submit_button.setEnabled(self.folder is not None)
        # What goes by post stands by postcode, whatever else was chosen before.
        self.order.setEnabled(self.shape is OutputShape.ONE_FILE)
        writes = self.letters.isChecked() or self.shape is OutputShape.BY_WAY
        self.form.fields["text"].setVisible(writes and bool(self.text.count()))
        self.form.folded.emit()

    @Slot()
    def _on_choose(self) -> None:
        folder = self.folder or Path.home()
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        chooser = QFileDialog(self, _("Folder of the receipts"), str(folder))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.folder_field.setText)
        chooser.open()
        self._chooser = chooser

    @override
    def read(self) -> OutputOrdered:
        folder = self.folder
        if folder is None:
            raise RuleError("receipt.folder_missing", field="folder")
        output = ReceiptOutput(
            self.shape,
            self.order.value,
            letters=self.letters.isChecked(),
            text=self.text.value if self.text.count() else 0,
        )
        return OutputOrdered(self.receipt_ids, folder, output, self.opens.isChecked())

    @override
    def reject(self) -> None:
        # Choices made in a moment: nothing is lost that is worth a question.
        self.form.is_dirty = False
        super().reject()


def _listed_text(count: int, year: int) -> str:
    if year:
        text = ngettext("The receipt of {year}", "The {count} receipts of {year}", count)
        return text.format(count=number_text(count), year=year)
    text = ngettext("The receipt that is listed", "The {count} receipts that are listed", count)
    return text.format(count=number_text(count))


def _selected_text(count: int) -> str:
    text = ngettext("The selected receipt", "The {count} selected receipts", count)
    return text.format(count=number_text(count))
