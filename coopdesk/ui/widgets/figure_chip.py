"""The chip of a list that shows exactly what a figure of another page adds up."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Slot

from coopdesk.ui.widgets.chips import RemovableChip

Wanted = TypeVar("Wanted")


class FigureChip(RemovableChip, Generic[Wanted]):
    """Holds the filter of the figure until a click, or another filter, takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: Wanted | None = None

    def narrow(self, wanted: Wanted, words: str) -> None:
        """Name the figure whose lines are shown."""
        self.wanted = wanted
        self.show_filter(words)

    @Slot()
    def drop(self) -> None:
        """Forget the figure."""
        self.wanted = None
        self.show_filter("")
