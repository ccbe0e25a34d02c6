"""Files to keep with what is being typed, as vouchers: chosen, or dropped on the form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.attachments.choosing import choose_files, remember_folder
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.system.settings import SettingsFile


class VoucherField(QWidget):
    """Names the files, and takes them away again."""

    edited = Signal()
    chosen = Signal()  # in the dialog of files, which is closed

    def __init__(self, settings: SettingsFile, verb: str = "") -> None:
        super().__init__()
        self._settings = settings
        self.paths: list[Path] = []
        self.choose_button = QPushButton(icon("paperclip"), verb or _("Attach the voucher…"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._on_choose)
        self.clear_button = QPushButton(icon("x"), _("Take off"))
        self.clear_button.setAutoDefault(False)
        self.clear_button.setProperty("kind", "link")
        self.clear_button.clicked.connect(self.clear)
        self.names = plain_label("", wrap=True)
        self.chooser: QFileDialog | None = None
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(buttons)
        body.addWidget(self.names)
        self._show()

    def add(self, paths: Iterable[Path]) -> None:
        """Keep these files too."""
        self.paths += [path for path in paths if path not in self.paths]
        self._show()
        self.edited.emit()

    @Slot()
    def clear(self) -> None:
        """Keep none of them."""
        if self.clear_button.hasFocus():
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.paths = []
        self._show()
        self.edited.emit()

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        self.choose_button.setFocus(reason)

    def _show(self) -> None:
        self.names.setText("\n".join(path.name for path in self.paths))
        # Both have a parent by now: shown before, they would be windows for an instant.
        self.names.setVisible(bool(self.paths))
        self.clear_button.setVisible(bool(self.paths))

    @Slot()
    def _on_choose(self) -> None:
        if self.chooser is None:
            self.chooser = choose_files(self, self._settings)
            self.chooser.filesSelected.connect(self._on_files)
            self.chooser.finished.connect(self._on_finished)

    @Slot(list)
    def _on_files(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        remember_folder(self._settings, paths[0])
        self.add(paths)
        self.chosen.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None
