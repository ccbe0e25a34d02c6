"""What is held in a week, a month or a year of which nobody knows the day, above the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.events.calendar_marks import ICONS
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.events.calendar_marks import Mark

_MOST = 5
_LONGEST = 300
_ELIDE = Qt.TextElideMode.ElideRight


class CalendarBand(QWidget):
    """Each is a button that opens it; those beyond a few are found in the list."""

    mark_opened = Signal(object)  # Mark
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[Mark] = []
        self.buttons: list[QPushButton] = []
        self._flow = FlowLayout(gap=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._flow)
        self.hide()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Name other entries; without any the band leaves its room to the days."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._marks = list(marks)
        # One or two have the room to be read whole.
        longest = _LONGEST if len(self._marks) > 2 else 2 * _LONGEST
        self.buttons = [self._button(mark, longest) for mark in self._marks[:_MOST]]
        beyond = len(self._marks) - _MOST
        if beyond > 0:
            self.buttons.append(self._more(beyond))
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(self._marks))

    def _button(self, mark: Mark, longest: int) -> QPushButton:
        said = _("{when}: {title}").format(when=mark.when, title=mark.title)
        button = QPushButton(icon(ICONS[mark.shape]), "")
        text = button.fontMetrics().elidedText(said, _ELIDE, longest)
        button.setText((capital(text)).replace("&", "&&"))
        button.setAccessibleName(mark.said)
        set_plain_tooltip(button, mark.said)
        button.setProperty("kind", "chip")
        button.clicked.connect(self._on_clicked)
        return button

    def _more(self, beyond: int) -> QPushButton:
        text = ngettext("{count} more", "{count} more", beyond).format(count=beyond)
        button = QPushButton(text)
        button.setProperty("kind", "chip")
        button.clicked.connect(self.list_wanted)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for mark, button in zip(self._marks, self.buttons, strict=False):
            if button is sender:
                self.mark_opened.emit(mark)
