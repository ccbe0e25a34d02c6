"""Everything the person is told: messages, questions, errors."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from coopdesk.domain.errors import CoopDeskError, ExternalError
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """Something to confirm: what will happen, in full, and the verb that does it."""

    title: str
    text: str
    verb: str
    detail: str = ""
    is_grave: bool = False
    refusal: str = ""  # instead of "Cancel"


def error_sentence(error: CoopDeskError) -> str:
    """Return the sentence for an error, in the person's language."""
    from coopdesk.wording.errors import error_text

    return error_text(error)


class Feedback(QObject):
    """Shows messages over a window; nothing here blocks the program."""

    reported = Signal(str)  # an error, as shown
    told = Signal(str)  # good news, for the status line
    crashed = Signal(object)  # BaseException that nobody foresaw

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window

    def tell(self, text: str) -> None:
        """Say something in the status line."""
        self.told.emit(text)

    def show_error(self, error: BaseException) -> None:
        """Tell the person what went wrong; an unknown error becomes a crash report."""
        if isinstance(error, CoopDeskError):
            external = isinstance(error, ExternalError)
            title = _("Something is in the way") if external else _("This cannot be done")
            if external:
                _log.info("external error %s", error.code)
            self.warn(title, error_sentence(error))
        else:
            _log.critical("unexpected error", exc_info=error)
            self.crashed.emit(error)

    def warn(self, title: str, text: str) -> None:
        """Show a message that waits to be read, without stopping the program."""
        self.reported.emit(text)
        box = self._box("warning-circle", title, text)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def inform(self, title: str, text: str) -> None:
        """Show something to read, without stopping the program."""
        box = self._box("info", title, text)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def confirm(
        self, question: Question, on_yes: Callable[[], None], parent: QWidget | None = None
    ) -> QMessageBox:
        """Ask; call ``on_yes`` when the person chooses the verb. Escape means no."""
        icon_name = "warning-circle" if question.is_grave else "question"
        text = "\n\n".join(part for part in (question.text, question.detail) if part)
        box = self._box(icon_name, question.title, text, parent)
        yes = box.addButton(question.verb, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(question.refusal or _("Cancel"), QMessageBox.ButtonRole.RejectRole)
        make_primary(yes)
        box.setDefaultButton(no if question.is_grave else yes)
        box.setEscapeButton(no)
        yes.clicked.connect(on_yes)
        box.open()
        return box

    def add_choice(self, box: QMessageBox, verb: str) -> QPushButton:
        """Add another way to answer a question."""
        return box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)

    def _box(
        self, icon_name: str, title: str, text: str, parent: QWidget | None = None
    ) -> QMessageBox:
        box = QMessageBox(parent or self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("CoopDesk")
        box.setIconPixmap(_picture(icon_name))
        box.setText(title)
        box.setInformativeText(text)
        return box


def _picture(name: str) -> QPixmap:
    from coopdesk.ui.icons import icon

    return icon(name, QPalette.ColorRole.Accent).pixmap(QSize(32, 32))
