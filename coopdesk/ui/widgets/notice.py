"""A card with a coloured edge: what happened or what is wanted, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.columns import Tone
from coopdesk.ui.icons import icon
from coopdesk.ui.status_line import JobStrip
from coopdesk.ui.theme import current_scheme, tone_colours
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.tasks import Job

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.INFO: "info",
    Tone.GOOD: "check-circle",
    Tone.ATTENTION: "warning",
    Tone.BAD: "warning-octagon",
}
_RADIUS = 12.0
_EDGE = 4.0
# Narrower than this, a sentence becomes a column of single words.
_WORDS_WIDTH = 320


class Notice(QWidget):
    """One sentence, a remark beneath, buttons at the right; or the progress of a job."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._is_brief = False
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._text = plain_label("", "text", wrap=True)
        self._detail = plain_label("", "muted", wrap=True)
        self._strip = JobStrip()
        self._buttons: list[ActionButton] = []
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        self._lay_out()
        self.setMinimumHeight(52)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self._picture)
        said.addLayout(words, 1)
        self._steps.addStretch()
        self._steps.addWidget(self._strip)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 8, 12, 8)
        self._whole.setSpacing(8)
        self._whole.addLayout(said, 1)
        self._whole.addLayout(self._steps)

    @property
    def text(self) -> str:
        """What it says, with its remark."""
        return "\n".join(part for part in (self._text.text(), self._detail.text()) if part)

    def say(self, tone: Tone, text: str, detail: str = "") -> None:
        """Say something; the icon and the edge tell what kind of thing it is."""
        self._tone = tone
        self._picture.setPixmap(icon(_ICONS[tone]).pixmap(QSize(20, 20)))
        self._text.setText(text)
        self._detail.setText(detail)
        self.set_brief(brief=self._is_brief)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))
        self.update()

    def set_brief(self, *, brief: bool) -> None:
        """Leave the remark beneath out where what stands below needs the room."""
        self._is_brief = brief
        self._detail.setVisible(bool(self._detail.text()) and not brief)

    def offer(self, *actions: QAction, primary: QAction | None = None) -> None:
        """Offer these steps as buttons, and no others; the primary one comes last.

        The keys stay here when they were: a button that goes would hand them to the rail.
        """
        had_keys = self.window().focusWidget() in {self, *self._buttons}
        gone = self._buttons
        for button in gone:
            self._steps.removeWidget(button)
        self._buttons = [ActionButton(action) for action in actions]
        if primary is not None:
            self._buttons.append(ActionButton(primary, primary=True))
        for button in self._buttons:
            # Enter takes the step that has the focus, as in a dialog.
            button.setAutoDefault(True)
            self._steps.addWidget(button)
        self._arrange()
        if had_keys:
            self.focus_last()
        for button in gone:
            button.hide()
            button.deleteLater()

    def focus_last(self) -> None:
        """Go to the last button, so that Enter takes the step that is offered."""
        last: QWidget = self
        for button in self._buttons:
            if button.isEnabled():
                button.show()
                last = button
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, job: Job) -> None:
        """Show the progress of a job, with its cancel."""
        self._strip.follow(job)

    def _arrange(self) -> None:
        """Put the buttons beneath the words where both would be cramped beside each other."""
        room = self.width() - sum(button.sizeHint().width() + 8 for button in self._buttons)
        direction = QBoxLayout.Direction
        beside = room >= _WORDS_WIDTH or not self._buttons
        self._whole.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = current_scheme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        card = QPainterPath()
        card.addRoundedRect(room, _RADIUS, _RADIUS)
        painter.fillPath(card, QColor(scheme.sheet))
        painter.save()
        painter.setClipPath(card)
        painter.fillRect(QRectF(0, 0, _EDGE, self.height()), tone_colours(self._tone)[1])
        painter.restore()
        painter.setPen(QColor(scheme.line))
        painter.drawPath(card)
        painter.end()
