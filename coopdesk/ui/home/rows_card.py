"""A card of lines, each of which may open what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coopdesk.ui.home.rows_view import RowsView
from coopdesk.ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.home.rows_view import Row


class RowsCard(Card):
    """``reserved`` lines have room from the beginning; ``nothing`` is said where none is."""

    chosen = Signal(object)  # Place

    def __init__(
        self,
        title: str,
        reserved: int,
        nothing: str = "",
        *,
        barred: bool = False,
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(title, beside)
        self.view = RowsView(title, reserved, nothing, barred=barred)
        self.view.chosen.connect(self.chosen)
        self.body.addWidget(self.view)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these lines."""
        self.view.show_rows(rows)
