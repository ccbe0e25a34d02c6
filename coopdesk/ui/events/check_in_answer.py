"""The answer at the door: large, coloured and in words, with what can be done about it."""

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
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.columns import Tone
from coopdesk.ui.fonts import text_font
from coopdesk.ui.theme import current_scheme, tone_colours
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.icon_label import IconLabel
from coopdesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.ui.events.check_in_words import Answer

_ICONS = {
    Tone.NEUTRAL: "hand-waving",
    Tone.INFO: "info",
    Tone.GOOD: "check-circle",
    Tone.ATTENTION: "coin",
    Tone.BAD: "warning-octagon",
}
_RADIUS = 12.0
_HEIGHT = 150
_LARGE, _SMALLER, _FEW_LETTERS = 18, 13, 56


class AnswerCard(QWidget):
    """Says one answer; ``offer`` shows the steps that belong to it."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._tone = Tone.NEUTRAL
        self.icons = {tone: IconLabel(name, 36) for tone, name in _ICONS.items()}
        self.text = plain_label("", "title", wrap=True)
        self.detail = plain_label("", wrap=True)
        self.owed = plain_label("", "strong", wrap=True)
        self._steps = FlowLayout(gap=8)
        for action in actions:
            self._steps.addWidget(ActionButton(action))
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.text, self.detail, self.owed):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        for icon in self.icons.values():
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        # The steps have the whole width: two stand beside each other in a narrow window.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 16, 16)
        layout.addLayout(row)
        layout.addLayout(self._steps)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumHeight(_HEIGHT)

    @property
    def said(self) -> str:
        """Everything that it says."""
        labels = (self.text, self.detail, self.owed)
        return "\n".join(label.text() for label in labels if label.text())

    @property
    def tone(self) -> Tone:
        """What kind of news it is."""
        return self._tone

    def say(self, answer: Answer) -> None:
        """Say something else; what is owed is said when it is known."""
        self._show_tone(answer.tone)
        # Names of several names must leave the room to what is owed and to the buttons.
        size = _LARGE if len(answer.text) <= _FEW_LETTERS else _SMALLER
        self.text.setFont(text_font(size, 600))
        self.text.setText(answer.text)
        self.detail.setText(answer.detail)
        self.detail.setVisible(bool(answer.detail))
        self.say_owed("")

    def _show_tone(self, tone: Tone) -> None:
        self._tone = tone
        for one, icon in self.icons.items():
            icon.setVisible(one is tone)
        self.update()

    def say_owed(self, text: str) -> None:
        """Say what is still owed, beneath the answer, which is then no good news alone."""
        if text and self._tone is Tone.GOOD:
            self._show_tone(Tone.ATTENTION)
        self.owed.setText(text)
        self.owed.setVisible(bool(text))
        self.setAccessibleName(self.text.text())
        self.setAccessibleDescription(self.said)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said))

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        background, text = tone_colours(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        card = QPainterPath()
        card.addRoundedRect(room, _RADIUS, _RADIUS)
        is_quiet = self._tone is Tone.NEUTRAL
        painter.fillPath(card, QColor(current_scheme().sheet) if is_quiet else background)
        painter.setPen(QPen(QColor(current_scheme().line) if is_quiet else text, 1))
        painter.drawPath(card)
        painter.end()
