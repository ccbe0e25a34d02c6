"""Where and how the papers of receipts are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext


@dataclass(frozen=True, slots=True)
class SaveOrder:
    """What the person decided to write."""

    receipt_ids: tuple[int, ...]
    folder: Path
    one_file: bool
    opens: bool


class SaveDialog(QDialog):
    """Asks for a folder, and for one file or many."""

    submitted = Signal(object)  # SaveOrder

    def __init__(
        self,
        listed: tuple[int, ...],
        selected: tuple[int, ...],
        folder: Path,
        parent: QWidget | None = None,
        *,
        prints: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._listed = listed
        self._selected = selected
        self._chooser: QFileDialog | None = None
        self.listed_choice = QRadioButton(_listed_text(len(listed)))
        self.selected_choice = QRadioButton(_selected_text(len(selected)))
        (self.selected_choice if selected else self.listed_choice).setChecked(True)
        self.one_file = QRadioButton(_("A single file, to print"))
        self.many_files = QRadioButton(_("One file per receipt, to send"))
        (self.one_file if prints else self.many_files).setChecked(True)
        self.folder_field = QLineEdit(str(folder))
        self.folder_field.setAccessibleName(_("Folder"))
        self.choose_button = QPushButton(_("Choose…"))
        self.choose_button.setAccessibleName(_("Choose the folder"))
        self.opens = QCheckBox(_("Open at the end"))
        self.opens.setChecked(True)
        self.write_button = QPushButton()
        make_primary(self.write_button)
        self.write_button.setDefault(True)
        self.cancel_button = QPushButton(_("Cancel"))
        self._lay_out(_("Print the receipts") if prints else _("Save the receipts"))
        self._connect()
        self._on_toggled()
        # The first choice of the order would look chosen while it is not.
        self.write_button.setFocus()

    def _lay_out(self, title: str) -> None:
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title"))
        count = plain_label(_listed_text(len(self._listed)), "muted")
        count.setVisible(not self._selected)
        layout.addWidget(count)
        for first, second in (
            (self.listed_choice, self.selected_choice),
            (self.one_file, self.many_files),
        ):
            group = QButtonGroup(self)
            for choice in (first, second):
                group.addButton(choice)
                layout.addWidget(choice)
            layout.addSpacing(8)
        # With nothing selected there is nothing to choose, only something to know.
        self.selected_choice.setVisible(bool(self._selected))
        self.listed_choice.setVisible(bool(self._selected))
        label = plain_label(_("Folder"), "field")
        label.setBuddy(self.folder_field)
        layout.addWidget(label)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder_field, 1)
        place.addWidget(self.choose_button)
        layout.addLayout(place)
        layout.addWidget(self.opens)
        layout.addSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.write_button)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for button in (self.choose_button, self.cancel_button):
            button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._on_choose)
        self.cancel_button.clicked.connect(self.reject)
        self.write_button.clicked.connect(self._on_write)
        self.one_file.toggled.connect(self._on_toggled)
        self.listed_choice.toggled.connect(self._on_toggled)
        self.folder_field.textChanged.connect(self._on_toggled)

    @property
    def receipt_ids(self) -> tuple[int, ...]:
        """The receipts to write, as chosen."""
        return self._listed if self.listed_choice.isChecked() else self._selected

    @property
    def folder(self) -> Path | None:
        """The folder as typed or chosen; None while nothing usable is typed."""
        typed = self.folder_field.text().strip()
        folder = Path(typed).expanduser() if typed else None
        return folder if folder is not None and folder.is_absolute() else None

    @Slot()
    def _on_toggled(self) -> None:
        count = 1 if self.one_file.isChecked() else len(self.receipt_ids)
        text = ngettext("Write {count} PDF file", "Write {count} PDF files", count)
        self.write_button.setText(text.format(count=number_text(count)))
        self.write_button.setEnabled(self.folder is not None)

    @Slot()
    def _on_choose(self) -> None:
        folder = self.folder or Path.home()
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        chooser = QFileDialog(self, _("Folder of the receipts"), str(folder))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.folder_field.setText)
        chooser.open()
        self._chooser = chooser

    @Slot()
    def _on_write(self) -> None:
        folder = self.folder
        if folder is None:
            return
        order = SaveOrder(
            self.receipt_ids, folder, self.one_file.isChecked(), self.opens.isChecked()
        )
        self.submitted.emit(order)
        self.accept()


def _listed_text(count: int) -> str:
    text = ngettext("The receipt that is listed", "The {count} receipts that are listed", count)
    return text.format(count=number_text(count))


def _selected_text(count: int) -> str:
    text = ngettext("The selected receipt", "The {count} selected receipts", count)
    return text.format(count=number_text(count))
