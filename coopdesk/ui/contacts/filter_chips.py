"""The conditions in force as words, each with its cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from coopdesk.domain.contact_conditions import RuleGroup
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.criteria import condition_phrases
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.services.contact_filters import Offers

_LONGEST = 320


class FilterChips(QWidget):
    """One chip for each condition that must hold; hidden while there is none.

    ``narrowed`` tells what is left of the condition after a cross was clicked, None for
    everybody. ``save_wanted`` follows the words *save this filter* at the end.
    """

    narrowed = Signal(object)  # Condition | None
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._condition: Condition | None = None
        self.chips: list[QPushButton] = []
        self._flow = FlowLayout(self, 8)
        self.save_button = _link(_("Save this filter…"), "bookmark-simple")
        self.save_button.clicked.connect(self.save_wanted)
        self.clear_button = _link(_("Show everybody"), "")
        self.clear_button.clicked.connect(self._on_clear)
        self._flow.addWidget(self.save_button)
        self._flow.addWidget(self.clear_button)
        self.hide()

    @property
    def words(self) -> str:
        """The conditions in force, in plain words."""
        return " · ".join(chip.property("words") for chip in self.chips)

    def show_condition(
        self, condition: Condition | None, offers: Offers, *, is_saved: bool
    ) -> None:
        """Show a condition; one that is saved as it stands is not offered to be."""
        self._condition = condition
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        phrases = []
        if condition is not None:
            phrases = condition_phrases(condition, offers.criteria, offers.names)
        self.chips = [self._chip(at, text) for at, (_part, text) in enumerate(phrases)]
        for widget in (*self.chips, self.save_button, self.clear_button):
            self._flow.addWidget(widget)
        self.save_button.setVisible(not is_saved)
        self.setVisible(bool(self.chips))
        self.updateGeometry()

    def _chip(self, place: int, text: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setProperty("place", place)
        chip.setProperty("words", text)
        chip.setAutoDefault(False)
        chip.setIcon(icon("x"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        short = chip.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST)
        chip.setText(short.replace("&", "&&"))
        chip.setAccessibleName(_("Take the filter away: {text}").format(text=text))
        set_plain_tooltip(chip, chip.accessibleName())
        chip.clicked.connect(self._on_chip)
        return chip

    @Slot()
    def _on_chip(self) -> None:
        place = self.sender().property("place")
        condition = self._condition
        rest: Condition | None = None
        is_row = isinstance(condition, RuleGroup) and len(self.chips) > 1
        if is_row and isinstance(condition, RuleGroup):
            parts = condition.conditions[:place] + condition.conditions[place + 1 :]
            rest = parts[0] if len(parts) == 1 else RuleGroup(parts)
        self.narrowed.emit(rest)

    @Slot()
    def _on_clear(self) -> None:
        self.narrowed.emit(None)


def _link(text: str, icon_name: str) -> QPushButton:
    button = QPushButton(text)
    if icon_name:
        button.setIcon(icon(icon_name))
    button.setProperty("kind", "link")
    button.setAutoDefault(False)
    return button
