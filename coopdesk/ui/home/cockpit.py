"""The cockpit of the year: what is late, what waits, what comes, each with what to press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.duties import MarkState
from coopdesk.domain.duty_rules import own_id_of
from coopdesk.ui.columns import Tone
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.card import Card
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.pill import Pill
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.home.cockpit_lines import CockpitLine

_SHOWN = 6
_PILL_WIDTH = 92
_RESERVED = 300


class CockpitCard(Card):
    """A few lines, and all of them when asked; each leads where it is done."""

    chosen = Signal(object)  # CockpitLine
    marked = Signal(object, object)  # Duty, MarkState
    calendar_wanted = Signal()
    date_wanted = Signal()

    def __init__(self) -> None:
        self.date_button = _flat_button(_("Add a date"))
        self.year_button = _flat_button(_("Calendar of the year"))
        super().__init__(_("To do"), (self.date_button, self.year_button))
        self.date_button.clicked.connect(self.date_wanted)
        self.year_button.clicked.connect(self.calendar_wanted)
        self.lines: tuple[CockpitLine, ...] = ()
        self.buttons: list[QPushButton] = []
        self.done_buttons: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._is_whole = False
        self._waits = plain_label("…", "muted")
        self.more_button = _flat_button("")
        self.more_button.hide()
        self.more_button.clicked.connect(self._on_more)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self._list.addWidget(self._waits)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        # As high as it mostly will be: what stands beneath does not move when it is filled.
        self.setMinimumHeight(_RESERVED)

    def show_lines(self, lines: Sequence[CockpitLine]) -> None:
        """Show these, or that there is nothing."""
        kept = self._focused_row()
        self._waits.hide()
        self.lines = tuple(lines)
        self._fill()
        if kept >= 0 and self._rows:
            _focus_in(self._rows[min(kept, len(self._rows) - 1)])

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows, self.buttons, self.done_buttons = [], [], []
        shown = self.lines if self._is_whole else self.lines[:_SHOWN]
        for line in shown:
            self._add(self._row(line))
        if not self.lines:
            self._add(
                _line(Pill(_("Done"), Tone.GOOD), _words(_("Nothing is waiting for you.")))
            )
        hidden = len(self.lines) - len(shown)
        more = ngettext("Show {count} more", "Show {count} more", hidden)
        self.more_button.setText(_("Show less") if not hidden else more.format(count=hidden))
        self.more_button.setVisible(len(self.lines) > _SHOWN)
        follow_reading(self)

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()

    def _row(self, line: CockpitLine) -> QWidget:
        parts: list[QWidget] = []
        if line.duty is not None and line.duty.can_mark:
            done = _flat_button(_("It is done"))
            done.setAccessibleDescription(line.text)
            done.clicked.connect(partial(self.marked.emit, line.duty, MarkState.DONE))
            self.done_buttons.append(done)
            parts.append(done)
            if own_id_of(line.duty.code) is None:
                parts.append(self._rare(line))
        if line.verb:
            go = QPushButton(line.verb)
            go.setAccessibleDescription(f"{line.status}: {line.text}")
            go.clicked.connect(partial(self.chosen.emit, line))
            self.buttons.append(go)
            parts.append(go)
        return _line(Pill(line.status, line.tone), _words(line.text, line.when), *parts)

    def _rare(self, line: CockpitLine) -> QToolButton:
        """Return the menu of what is said once of a duty."""
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setIcon(icon("dots-three"))
        button.setAccessibleName(_("More actions"))
        button.setAccessibleDescription(line.text)
        button.setToolTip(_("More actions"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        not_ours = menu.addAction(icon("prohibit"), _("Does not concern us"))
        not_ours.triggered.connect(partial(self.marked.emit, line.duty, MarkState.NOT_OURS))
        button.setMenu(menu)
        return button

    def _focused_row(self) -> int:
        focused = self.window().focusWidget()
        if focused is None:
            return -1
        found = (at for at, row in enumerate(self._rows) if row.isAncestorOf(focused))
        return next(found, -1)

    @Slot()
    def _on_more(self) -> None:
        self._is_whole = not self._is_whole
        self._fill()


def _flat_button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "flat")
    return button


def _words(text: str, when: str = "") -> QWidget:
    """Return what is to be done, and by when beneath."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(plain_label(text, wrap=True))
    if when:
        column.addWidget(plain_label(when, "small", wrap=True))
    return words


def _line(pill: Pill, words: QWidget, *parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    pill.setFixedWidth(max(_PILL_WIDTH, pill.sizeHint().width()))
    layout.addWidget(pill)
    layout.addWidget(words, 1)
    for part in parts:
        layout.addWidget(part)
    return row


def _focus_in(row: QWidget) -> None:
    button = row.findChild(QPushButton)
    if button is not None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)
