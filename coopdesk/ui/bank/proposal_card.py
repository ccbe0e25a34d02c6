"""A proposal as a card: what a line may be, why, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
)
from typing_extensions import override

from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from coopdesk.ui.bank.proposal_words import CardWords

_RADIUS = 12.0


class ProposalCard(QAbstractButton):
    """Checked when it is the one that Enter accepts; a double click accepts it too."""

    accepted = Signal()

    def __init__(self, words: CardWords) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("kind", "opening-figure")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The keys stay in the list: its arrows choose between cards.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._seen_through(plain_label(words.title, "strong", wrap=True)), 1)
        pill = Pill(words.score, words.tone)
        pill.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        if words.remark:
            layout.addWidget(self._seen_through(plain_label(words.remark, wrap=True)))
        for said, amount in words.rows:
            layout.addLayout(self._row(said, amount))
        if words.reasons:
            reasons = plain_label(words.reasons, "muted", wrap=True)
            layout.addWidget(self._seen_through(reasons))

    def _row(self, said: str, amount: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._seen_through(plain_label(said, wrap=True)), 1)
        row.addWidget(self._seen_through(plain_label(amount)), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _seen_through(self, label: QLabel) -> QLabel:
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._layout.totalHeightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        return self._layout.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._layout.totalMinimumSize()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    @override
    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_room()
        return is_done

    def _take_room(self) -> None:
        """Keep the height of all words: where the panel is low it scrolls."""
        self._layout.invalidate()
        self.setMinimumHeight(self._layout.totalHeightForWidth(self.width()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.accepted.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        if self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_scheme().accent), 2))
            room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(room, _RADIUS, _RADIUS)
        painter.end()
