"""What the window shows while there is no database: opening, welcome, what is in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.icon_label import IconLabel
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 560
_SHOWN_RECENT = 4
# Opening is usually over before this; a bar that flashes by would only disturb.
_SHOW_BAR_AFTER_MS = 400


class Cover(QWidget):
    """A quiet column in the middle of the window."""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(plain_label(title, "title", wrap=True))
        self.sentence = plain_label(sentence, wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.column.addWidget(self.sentence)
        self.column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(column, 1)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)
        self.setAccessibleName(title)


class OpeningPage(Cover):
    """Shown while a database is being opened."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(_("Opening {name}…").format(name=path.stem) if path else "CoopDesk")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.column.addWidget(self._bar)
        QTimer.singleShot(_SHOW_BAR_AFTER_MS, self._bar.show)


class FailurePage(Cover):
    """Says why a database could not be opened, and what can be done now."""

    def __init__(self, path: Path, sentence: str, actions: Sequence[QAction]) -> None:
        super().__init__(_("{name} was not opened").format(name=path.stem), sentence)
        place = plain_label(str(path), "small", wrap=True)
        self.column.insertWidget(2, place)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for number, action in enumerate(actions):
            buttons.addWidget(ActionButton(action, primary=number == 0))
        buttons.addStretch()
        self.column.addLayout(buttons)


class ChoiceButton(QPushButton):
    """A large button: what it does, and one sentence more."""

    def __init__(self, action: QAction, icon_name: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        text = action.text().replace("&", "").rstrip("…")
        self.setAccessibleName(text)
        self.setAccessibleDescription(sentence)
        self.clicked.connect(action.trigger)
        picture = IconLabel(icon_name, 28, QPalette.ColorRole.Accent)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label(text, "heading"))
        words.addWidget(plain_label(sentence, "muted", wrap=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(16)
        self._row.addWidget(picture)
        self._row.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(76)


class WelcomePage(Cover):
    """The first thing a newcomer sees: create, open, or try."""

    path_chosen = Signal(object)  # Path

    def __init__(
        self, create: QAction, choose: QAction, demo: QAction, recent: Sequence[str]
    ) -> None:
        super().__init__(
            _("Welcome to CoopDesk"),
            _(
                "One file holds your association: contacts, gifts, tax receipts, accounts. It "
                "stays on this computer."
            ),
        )
        self.column.addWidget(
            ChoiceButton(create, "plus-circle", _("A few questions, then you can begin."))
        )
        self.column.addWidget(
            ChoiceButton(choose, "folder-open", _("A CoopDesk file that you have already."))
        )
        self.column.addWidget(
            ChoiceButton(demo, "flask", _("An invented association to look around in."))
        )
        shown = [path for path in recent if Path(path).is_file()][:_SHOWN_RECENT]
        if shown:
            self.column.addSpacing(8)
            self.column.addWidget(plain_label(_("Opened lately"), "muted"))
        for path in shown:
            self.column.addWidget(self._recent_button(path))

    def _recent_button(self, path: str) -> QPushButton:
        button = QPushButton(Path(path).stem.replace("&", "&&"))
        button.setProperty("kind", "link")
        button.setProperty("path", path)
        set_plain_tooltip(button, path)
        button.clicked.connect(self._on_recent)
        return button

    @Slot()
    def _on_recent(self) -> None:
        self.path_chosen.emit(Path(self.sender().property("path")))
