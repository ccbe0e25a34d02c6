"""The frame of every dialog with a form: decides nothing, stores nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import CoopDeskError, RuleError
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_BAR_WIDTH = 16
_BELOW_FIELD = 32  # its hint
# What the window manager draws around a dialog, and a little air.
_FRAME_HEIGHT = 56
_PLACED_MS = 250


class FormDialog(QDialog):
    """Asks for something; ``submitted`` carries what ``read`` made of the fields.

    The page sends the command with ``done=dialog.saved``, ``failed=dialog.show_error`` and
    ``ended=dialog.unlock``.
    """

    submitted = Signal(object)

    def __init__(
        self, title: str, verb: str, parent: QWidget, *, repeat_verb: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.form = Form()
        self.repeats = False
        self._pressed: QPushButton | None = None
        self.submit_button = QPushButton(verb)
        make_primary(self.submit_button)
        self.submit_button.setDefault(True)
        # Keys of the button itself would be lost with its first text.
        QShortcut(QKeySequence.StandardKey.Save, self, self.press_save)
        self.submit_button.setToolTip(f"{verb} (Ctrl+S)")
        self.submit_button.clicked.connect(self._on_submit)
        self.repeat_button = QPushButton(repeat_verb)
        if repeat_verb:
            again = QKeySequence("Ctrl+Shift+S")
            QShortcut(again, self, self.repeat_button.click)
            keys = again.toString(QKeySequence.SequenceFormat.NativeText)
            self.repeat_button.setToolTip(f"{repeat_verb} ({keys})")
        else:
            self.repeat_button.hide()
        self.repeat_button.clicked.connect(self._on_submit_and_repeat)
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        for button in (self.cancel_button, self.repeat_button):
            button.setAutoDefault(False)
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        # Tab goes from field to field; it must not stop at the frame around them.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        margins = QVBoxLayout(inner)
        margins.setContentsMargins(24, 4, 24, 4)
        margins.addWidget(self.form)
        margins.addStretch()
        scroll.setWidget(inner)
        self._scroll = scroll
        self._inner = inner
        self.form.folded.connect(self._on_folded)
        self.form.unfolded.connect(self._on_unfolded)
        self._opener: QWidget | None = None
        # Of the dialog, so that it never fires for one that was closed meanwhile.
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._on_fitting)
        # Where the window manager put it is known only some time after.
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(_PLACED_MS)
        self._placing.timeout.connect(self._keep_on_screen)
        self.buttons = buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.cancel_button, self.repeat_button, self.submit_button):
            buttons.addWidget(button)
        heading = plain_label(title, "title")
        heading.setContentsMargins(24, 0, 24, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(16)
        layout.addWidget(heading)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)

    # for the dialog of a subject

    def read(self) -> object:
        """Return what was typed; its RuleError is shown beneath the field. To be overridden."""
        raise NotImplementedError

    def start_again(self) -> None:
        """Empty the fields for the next record of a series. To be overridden."""

    # for the page

    def warn(self, text: str, detail: str) -> None:
        """Say something over the form, which stays in sight however low the screen is."""
        notice = Notice()
        notice.say(Tone.ATTENTION, text, detail)
        frame = QHBoxLayout()
        frame.setContentsMargins(24, 0, 24, 0)
        frame.addWidget(notice)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, frame)

    def show_error(self, error: CoopDeskError) -> None:
        """Say why it was refused; everything typed stays."""
        self.form.show_error(error)

    def press_save(self) -> None:
        """Do what Ctrl+S does: press the button that saves."""
        self.submit_button.click()

    @Slot()
    def unlock(self) -> None:
        """Let the person submit again."""
        self.submit_button.setEnabled(True)
        self.repeat_button.setEnabled(True)
        if self.form.banner and self._pressed is not None:
            # No field is to blame; a button that was locked has lost the keyboard.
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def saved(self, _result: object = None) -> None:
        """Close, or start again when the person asked for another one."""
        self.form.is_dirty = False
        if self.repeats:
            self.form.clear_errors()
            self.start_again()
            self.form.is_dirty = False
        else:
            self.accept()

    # how tall it is

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._fit()
            self._fitting.start()

    def _fit(self) -> None:
        """Show the whole form where the screen is tall enough; never shrink."""
        self._inner.ensurePolished()
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        area = self.screen().availableGeometry()
        # A least width of its own keeps Qt from asking how wide the title is.
        width = max(self.width(), min(self.minimumSizeHint().width(), area.width()))
        content = self._inner.heightForWidth(width - _BAR_WIDTH)
        wanted = max(content, self._inner.minimumSizeHint().height()) + around
        room = area.height() - _FRAME_HEIGHT
        self.resize(width, max(self.height(), min(wanted, room)))
        self._keep_on_screen()
        self._placing.start()

    @Slot()
    def _keep_on_screen(self) -> None:
        """Move up a form that has grown over the lower edge, with its buttons."""
        frame, area = self.frameGeometry(), self.screen().availableGeometry()
        over = frame.bottom() - area.bottom()
        # Before it is exposed nobody knows yet where it will be, nor how tall its frame is.
        window = self.windowHandle()
        if window is not None and window.isExposed() and over > 0:
            self.move(frame.x(), max(area.top(), frame.y() - over))

    @Slot()
    def _on_folded(self) -> None:
        # Hidden fields count only once the event of being shown went through.
        self._fitting.start()

    @Slot(QWidget)
    def _on_unfolded(self, opener: QWidget) -> None:
        self._opener = opener

    @Slot()
    def _on_fitting(self) -> None:
        self._fit()
        if self._opener is not None:
            # Else nothing seems to happen where the screen is too low for what was opened.
            top = self._opener.mapTo(self._inner, QPoint(0, 0)).y()
            self._scroll.verticalScrollBar().setValue(top - 4)
            self._opener = None
            return
        focused = self.focusWidget()
        if focused is not None and self._inner.isAncestorOf(focused):
            # On a low screen the first field to fill may stand below what is seen.
            self._scroll.ensureWidgetVisible(focused, 0, _BELOW_FIELD)

    # what the person does

    @Slot()
    def _on_submit(self) -> None:
        self._submit(repeats=False)

    @Slot()
    def _on_submit_and_repeat(self) -> None:
        self._submit(repeats=True)

    def _submit(self, *, repeats: bool) -> None:
        self.repeats = repeats
        try:
            value = self.read()
        except RuleError as error:
            self.show_error(error)
            return
        self.form.clear_errors()
        focused = self.focusWidget()
        self._pressed = focused if isinstance(focused, QPushButton) else None
        self.submit_button.setEnabled(False)
        self.repeat_button.setEnabled(False)
        self.submitted.emit(value)

    @override
    def reject(self) -> None:
        if not self.form.is_dirty:
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("CoopDesk")
        box.setText(_("Close without saving?"))
        box.setInformativeText(_("What you typed in this form will be lost."))
        leave = box.addButton(_("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_("Go on typing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(self._on_leave)
        box.open()

    @Slot()
    def _on_leave(self) -> None:
        self.form.is_dirty = False
        super().reject()
        # Question and form vanish at once, which leaves some window managers without a window
        # for the keys.
        below = self.parentWidget()
        if below is not None:
            below.window().activateWindow()
