"""What is shown when something unforeseen happened: a report to copy; the program goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.system.logs import crash_report
from coopdesk.system.paths import log_folder
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _


class CrashDialog(QDialog):
    """Shows the report of one unforeseen error."""

    def __init__(self, error: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("CoopDesk")
        self.resize(640, 440)
        self.report = QPlainTextEdit(crash_report(error))
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(_("Report"))
        self.copy_button = QPushButton(_("Copy the report"))
        make_primary(self.copy_button)
        self.copy_button.clicked.connect(self._on_copy)
        folder_button = QPushButton(_("Open the log folder"))
        folder_button.setAutoDefault(False)
        folder_button.clicked.connect(self._on_open_folder)
        close_button = QPushButton(_("Go on"))
        close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(folder_button)
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Something unforeseen happened"), "heading"))
        sentence = _(
            "What was saved before is safe, and you can go on. If it happens again, copy this "
            "report and send it to the person who looks after CoopDesk: it names no one."
        )
        layout.addWidget(plain_label(sentence, "text", wrap=True))
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)
        close_button.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(_("Copied"))

    @Slot()
    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))
