"""Asks where the calendar is kept up for others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.system.paths import documents_folder
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _


class FolderEdit(QWidget):
    """A folder, typed or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Folder"))
        self.button = QPushButton(icon("folder-open"), _("Choose…"))
        self.button.setAutoDefault(False)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)


class CalendarFolderDialog(FormDialog):
    """``stopped`` tells that nothing shall be written there any more."""

    stopped = Signal()

    def __init__(self, known: Path | None, parent: QWidget) -> None:
        super().__init__(_("Subscribed calendar"), _("Keep it up there"), parent)
        self.chooser: QFileDialog | None = None
        said = _(
            "CoopDesk keeps a calendar file (.ics) of all events in this folder and writes it "
            "again by itself when something changes. Put the folder into Nextcloud, Dropbox or "
            "on your website: telephones and calendars that subscribe to the file then follow."
        )
        self.form.add_widget(plain_label(said, wrap=True))
        hint = _("Titles, days, places and the public text; no name and no registration.")
        self.folder = self.form.add("folder", _("Folder"), FolderEdit(), hint, required=True)
        self.folder.line.setText("" if known is None else str(known))
        self.folder.button.clicked.connect(self._on_choose)
        self.stop_button = QPushButton(_("Stop"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.setVisible(known is not None)
        self.stop_button.clicked.connect(self._on_stop)
        self.buttons.insertWidget(0, self.stop_button)
        self.folder.setFocus()

    @override
    def read(self) -> Path:
        text = self.folder.line.text().strip()
        folder = Path(text).expanduser()
        if not text or not folder.is_dir():
            raise RuleError("calendar.no_folder", field="folder")
        return folder

    @Slot()
    def _on_choose(self) -> None:
        typed = Path(self.folder.line.text().strip() or documents_folder())
        start = typed if typed.is_dir() else documents_folder()
        chooser = QFileDialog(self, _("Folder of the calendar"), str(start))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.folder.line.setText)
        chooser.open()
        self.chooser = chooser

    @Slot()
    def _on_stop(self) -> None:
        self.stopped.emit()
        self.form.is_dirty = False
        self.accept()
