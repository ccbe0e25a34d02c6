"""A figure with its name, which opens the lines that make it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.language import _


class KeyFigure(QAbstractButton):
    """A card: a name, a figure, perhaps a remark. ``clicked`` when it opens something."""

    def __init__(
        self, name: str, value: str = "…", *, opens: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_compact = False
        self._name = ElidedLabel(name)
        self._value = plain_label(value, "figure")
        self._small_value = plain_label(value, "strong")
        self._small_value.hide()
        # Seven sessions are told in one remark: it must not make the window wider.
        self._remark = ElidedLabel("", "small")
        self._remark.hide()
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        for label in (self._name, self._value, self._small_value, self._remark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("kind", "figure")
        if opens:
            self.setProperty("kind", "opening-figure")
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_value(value)

    def set_value(self, value: str, remark: str = "") -> None:
        """Show another figure, and a remark beneath when there is one."""
        self._value.setText(value)
        self._small_value.setText(value)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark) and not self._is_compact)
        name = self._name.text()
        said = _("{name}: {value}").format(name=name, value=value) if name else value
        self.setAccessibleName(said)
        self.setAccessibleDescription(remark)
        set_plain_tooltip(self, f"{said} — {remark}" if remark else said)

    def set_compact(self, *, compact: bool) -> None:
        """Take one line instead of three, for low windows."""
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if compact else direction.TopToBottom)
        self._layout.setContentsMargins(*((10, 6, 10, 6) if compact else (16, 12, 16, 12)))
        self._layout.setSpacing(6 if compact else 4)
        self._is_compact = compact
        self._show_value()
        self._remark.setVisible(bool(self._remark.text()) and not compact)

    @property
    def value(self) -> str:
        """The figure as shown."""
        return self._value.text()

    def _show_value(self) -> None:
        """Choose between two labels: a new style sheet would undo a change of font."""
        self._value.setVisible(not self._is_compact)
        self._small_value.setVisible(self._is_compact)

    @override
    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        if self.isDown():
            option.state |= QStyle.StateFlag.State_Sunken
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()
