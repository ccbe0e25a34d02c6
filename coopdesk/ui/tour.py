"""The tour of the window for newcomers: a few steps that point at where things are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_WIDTH, _GAP, _EDGE = 380, 14, 8
_SHADE = 0.45


@dataclass(frozen=True, slots=True)
class TourStep:
    """A place of the window, and what is to be known of it."""

    target: QWidget
    title: str
    text: str


class Tour(QWidget):
    """Covers the window but for the place that is told of; Escape leaves at any step."""

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[TourStep]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = tuple(steps)
        self.number = 0
        self._is_over = False
        self._came_from = window.focusWidget()
        self.bubble = QFrame(self)
        self.bubble.setProperty("kind", "finder")
        self.bubble.setFixedWidth(_WIDTH)
        self.heading = plain_label("", "heading", wrap=True)
        self.words = plain_label("", wrap=True)
        self.count = plain_label("", "small")
        self.skip_button = QPushButton(_("Leave the tour"))
        self.skip_button.setProperty("kind", "flat")
        self.skip_button.setToolTip(_("Leave the tour (Escape)"))
        self.back_button = QPushButton(_("Previous"))
        self.next_button = QPushButton()
        make_primary(self.next_button)
        self._buttons: list[QWidget] = [self.skip_button, self.back_button, self.next_button]
        for button in self._buttons:
            button.installEventFilter(self)
        self._lay_out()
        self.skip_button.clicked.connect(self.end)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._show_step()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.skip_button)
        buttons.addStretch()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self.bubble)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for label in (self.count, self.heading, self.words):
            layout.addWidget(label)
        layout.addLayout(buttons)

    # the steps

    @Slot()
    def go_on(self) -> None:
        """Show the next step; after the last one the tour is over."""
        if self.number + 1 == len(self._steps):
            self.end()
        else:
            self.number += 1
            self._show_step()

    @Slot()
    def back(self) -> None:
        """Show the step before."""
        self.number = max(0, self.number - 1)
        self._show_step()

    @Slot()
    def end(self) -> None:
        """Go away and give the keys back."""
        self._window.removeEventFilter(self)
        self._is_over = True  # hiding looks for another place for the keys
        self.hide()
        before = self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()
        self.deleteLater()

    def _show_step(self) -> None:
        step, last = self._steps[self.number], len(self._steps)
        words = _("{number} of {count}")
        self.count.setText(words.format(number=self.number + 1, count=last))
        self.heading.setText(step.title)
        self.words.setText(step.text)
        self.back_button.setVisible(self.number > 0)
        is_last = self.number + 1 == last
        self.next_button.setText(_("Begin") if is_last else _("Next step"))
        # A screen reader says the step with the button that leads on.
        self.next_button.setAccessibleDescription(f"{step.title}. {step.text}")
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()

    # where it stands

    @property
    def _hole(self) -> QRect:
        target = self._steps[self.number].target
        if not isValid(target) or not target.isVisible():
            return QRect()
        corner = target.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(-4, -4, 4, 4).intersected(self.rect())

    def _place(self) -> None:
        """Put the words beside the place, else below or above it, always within the window."""
        layout = self.bubble.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.heightForWidth(_WIDTH), self.bubble.sizeHint().height())
        self.bubble.resize(_WIDTH, height)
        hole, room = self._hole, self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        x, y = hole.right() + _GAP, hole.top()
        if x + _WIDTH > room.right():
            x, y = hole.left(), hole.bottom() + _GAP
        if y + height > room.bottom():
            above = hole.top() - _GAP - height
            y = above if above > room.top() and x == hole.left() else room.bottom() - height
        x = max(room.left(), min(x, room.right() - _WIDTH))
        self.bubble.move(x, max(room.top(), y))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole.addRoundedRect(QRectF(self._hole), 8, 8)
        dark = QColor("black")
        dark.setAlphaF(_SHADE)
        painter.fillPath(shade.subtracted(hole), dark)
        painter.setPen(QPen(QColor(current_scheme().accent), 2))
        painter.drawPath(hole)
        painter.end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
            # The rail folds only now.
            QTimer.singleShot(0, self, self._place)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # Arrows would only go from button to button.
            return watched in self._buttons and self._on_key(Qt.Key(event.key()))
        elif watched is self._window and event.type() == QEvent.Type.WindowActivate:
            # A dialog that closed gives the keys back to what had them before it.
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab among the buttons: what lies behind cannot be reached."""
        if self._is_over:
            return super().focusNextPrevChild(next)
        shown = [button for button in self._buttons if button.isVisible()]
        focused = self._window.focusWidget()
        at = shown.index(focused) if focused in shown else -1
        shown[(at + (1 if next else -1)) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown}:
            self.go_on()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp}:
            self.back()
        else:
            return False
        return True
