"""The parts of a view as chips, which go on in the next line where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton

from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = TypeVar("Key")


class NamedPart(Protocol):
    """A part in plain words; ``short`` is its title in a narrow window."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def short(self) -> str:
        """What it is called where there is little room."""

    @property
    def hint(self) -> str:
        """What it is about."""


class PartChips(FlowLayout, Generic[Key]):
    """Exactly one part is chosen, the first one to begin with."""

    chosen = Signal(object)  # key

    def __init__(self, name: str, parts: Mapping[Key, NamedPart]) -> None:
        super().__init__(gap=4)
        self._parts = dict(parts)
        self._keys = list(parts)
        self._group = QButtonGroup(self)
        for number, part in enumerate(parts.values()):
            chip = QPushButton(part.title)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setAutoDefault(False)
            chip.setAccessibleName(_("{name}: {value}").format(name=name, value=part.title))
            set_plain_tooltip(chip, part.hint)
            self._group.addButton(chip, number)
            self.addWidget(chip)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def key(self) -> Key:
        """The part that is chosen."""
        return self._keys[self._group.checkedId()]

    def chip(self, key: Key) -> QAbstractButton:
        """Return the button of a part."""
        return self._group.button(self._keys.index(key))

    def shorten(self, *, wanted: bool) -> None:
        """Give every part its short title, or its whole one."""
        for key, part in self._parts.items():
            self.chip(key).setText(part.short if wanted else part.title)

    def choose(self, key: Key) -> None:
        """Choose without telling."""
        self.chip(key).setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, _chip: QAbstractButton) -> None:
        self.chosen.emit(self.key)
