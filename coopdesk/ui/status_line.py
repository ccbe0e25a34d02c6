"""The line at the foot: what was done last, the job under way, the open database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.ui.tasks import Job

PROGRESS_AFTER_MS = 600


class JobStrip(QWidget):
    """Title, progress and cancel of the job that runs; hidden while jobs are short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.title = plain_label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(_("Progress"))
        self.count = plain_label("", "muted")
        self.cancel_button = QPushButton(_("Stop"))
        self.cancel_button.setProperty("kind", "flat")
        self.cancel_button.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.bar, self.count, self.cancel_button):
            layout.addWidget(widget)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PROGRESS_AFTER_MS)
        self._wait.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show this job if it lasts."""
        self._job = job
        self.title.setText(job.title)
        self.count.setText("")
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(_("Stop"))
        job.advanced.connect(self._on_advanced)
        job.ended.connect(self._on_ended)
        if self.isHidden():
            self._wait.start()

    @Slot(int, int)
    def _on_advanced(self, done: int, total: int) -> None:
        if self.sender() is not self._job:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        from coopdesk.wording.formats import number_text

        words = _("{done} of {total}")
        self.count.setText(words.format(done=number_text(done), total=number_text(total)))

    @Slot()
    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._wait.stop()
            self.hide()

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel_button.setEnabled(False)
            self.cancel_button.setText(_("Stopping…"))


class StatusLine(QFrame):
    """Says things without asking for anything."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self.setAccessibleName(_("Status line"))
        self._told = ""
        self.message = ElidedLabel("")
        self.undo_button = self._button(_("Undo"))
        self.undo_button.clicked.connect(self.undo_requested)
        self.redo_button = self._button(_("Redo"))
        self.redo_button.clicked.connect(self.redo_requested)
        self.jobs = JobStrip()
        self.database = plain_label("", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 4)
        layout.setSpacing(8)
        layout.addWidget(self.message)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.redo_button)
        layout.addStretch()
        layout.addWidget(self.jobs)
        layout.addSpacing(8)
        layout.addWidget(self.database)
        self.setFixedHeight(36)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "flat")
        button.hide()
        return button

    @Slot(str)
    @Slot(str, str)
    def say(self, text: str, offer: str = "") -> None:
        """Say what was done, and offer to ``undo`` it or to ``redo`` it."""
        self._told = ""
        self.message.setText(text)
        # A long one gives way to the window; whole, it is read on hover.
        set_plain_tooltip(self.message, text)
        _announce(self, text)
        self.undo_button.setVisible(offer == "undo")
        self.redo_button.setVisible(offer == "redo")

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say what a screen has to say of what was done."""
        self.say(text)
        self._told = text

    @Slot()
    def forget(self) -> None:
        """What was told is old: something else changes."""
        self._told = ""

    @Slot(str, str)
    def name_done(self, text: str, offer: str) -> None:
        """Name what was done, unless its screen told more of it, and offer to take it back."""
        self.say(self._told or text, offer)

    def name_database(self, path: Path | None) -> None:
        """Say which database is open."""
        self.database.setText(path.stem if path is not None else "")
        set_plain_tooltip(self.database, str(path) if path is not None else "")


def _announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say what the eye would see at the foot of the window."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
