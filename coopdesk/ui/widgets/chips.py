"""Filters in plain words: one of several, or one that can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeGuard, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = TypeVar("Key")

_LONGEST = 220


class ChoiceChips(QWidget, Generic[Key]):
    """Exactly one of several words is chosen; arrows move between them."""

    chosen = Signal(object)  # key

    def __init__(
        self, name: str, choices: Sequence[tuple[Key, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = [key for key, _text in choices]
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (_key, text) in enumerate(choices):
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setAutoDefault(False)
            chip.setAccessibleName(_("{name}: {value}").format(name=name, value=text))
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def key(self) -> Key:
        """The key of the chosen word."""
        return self._keys[self._group.checkedId()]

    def has(self, key: object) -> TypeGuard[Key]:
        """Tell whether there is a word for a key."""
        return key in self._keys

    def chip(self, key: Key) -> QAbstractButton:
        """Return the button of a key."""
        return self._group.button(self._keys.index(key))

    def choose(self, key: Key) -> None:
        """Choose without telling."""
        self.chip(key).setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, _chip: QAbstractButton) -> None:
        self.chosen.emit(self.key)


class RemovableChip(QPushButton):
    """Names a filter in force; a click takes it away. Hidden while there is none.

    ``longest`` is the width in pixels from which its words are cut.
    """

    def __init__(self, longest: int = _LONGEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setIcon(icon("x"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.hide()

    def show_filter(self, text: str) -> None:
        """Name the filter; an empty text hides the chip."""
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._longest)
        self.setText(short.replace("&", "&&"))
        self.setAccessibleName(_("Take the filter away: {text}").format(text=text))
        set_plain_tooltip(self, self.accessibleName())
        self.setVisible(bool(text))
