"""The conditions in force as words, each with its cross."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.contact_conditions import RuleGroup
from coopdesk.ui.contacts.condition_chip import ConditionChip
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.wording.criteria import condition_phrases
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.services.contact_filters import Offers

# In a window lower than this, so many chips stay.
_LOW = 600
_FEW = 2


class FilterChips(QWidget):
    """One chip for each condition that must hold; hidden while there is none.

    ``narrowed`` tells what is left of the condition after one was taken away, None for
    everybody; ``change_wanted`` the place of the one that is to be changed. ``save_wanted``
    follows the words *save this filter* at the end. On a low screen the first chips leave the
    room to the list; ``all_wanted`` asks to see the others.
    """

    narrowed = Signal(object)  # Condition | None
    change_wanted = Signal(int)
    save_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._condition: Condition | None = None
        self.chips: list[ConditionChip] = []
        self._first = QWidget(self)  # never seen: chips that come later follow it by Tab
        self._first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._first.hide()
        self._flow = FlowLayout(self, 8)
        self.save_button = _link(_("Save this filter…"), "bookmark-simple")
        self.save_button.clicked.connect(self.save_wanted)
        self.clear_button = _link(_("Show everybody"), "")
        self.clear_button.clicked.connect(self._on_clear)
        self.more_button = _link("", "dots-three")
        self.more_button.clicked.connect(self.all_wanted)
        for button in (self.more_button, self.save_button, self.clear_button):
            self._flow.addWidget(button)
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
        texts = []
        if condition is not None:
            phrases = condition_phrases(condition, offers.criteria, offers.names)
            texts = [text for _part, text in phrases]
        if texts != [chip.property("words") for chip in self.chips]:
            # Chips that stay keep the focus while the list is read again.
            self._show_texts(texts)
        self.save_button.setVisible(not is_saved)
        self._fold()
        self.setVisible(bool(self.chips))

    def _show_texts(self, texts: list[str]) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(place, text) for place, text in enumerate(texts)]
        for widget in (*self.chips, self.more_button, self.save_button, self.clear_button):
            self._flow.addWidget(widget)
        self._order()

    def _fold(self) -> None:
        """Show as many chips as leave room for the list."""
        is_low = self.window().height() < _LOW
        shown = _FEW if is_low and len(self.chips) > _FEW + 1 else len(self.chips)
        hidden = len(self.chips) - shown
        for at, chip in enumerate(self.chips):
            chip.setVisible(at < shown)
        more = ngettext("{count} more condition", "{count} more conditions", hidden)
        self.more_button.setText(more.format(count=hidden))
        self.more_button.setVisible(hidden > 0)
        self.clear_button.setVisible(not hidden)
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_folded = not self.more_button.isHidden()
        if is_folded != (self.window().height() < _LOW and len(self.chips) > _FEW + 1):
            self._fold()

    def _chip(self, place: int, text: str) -> ConditionChip:
        chip = ConditionChip(place, text, self)
        chip.change_wanted.connect(self.change_wanted)
        chip.removal_wanted.connect(self._on_removal_wanted)
        return chip

    def _order(self) -> None:
        """Let Tab go through the chips where they stand, though they were made last."""
        buttons = (self.more_button, self.save_button, self.clear_button)
        for before, then in pairwise((self._first, *self.chips, *buttons)):
            QWidget.setTabOrder(before, then)

    @Slot(int)
    def _on_removal_wanted(self, place: int) -> None:
        condition = self._condition
        rest: Condition | None = None
        is_row = isinstance(condition, RuleGroup) and len(self.chips) > 1
        if is_row and isinstance(condition, RuleGroup):
            parts = condition.conditions[:place] + condition.conditions[place + 1 :]
            rest = parts[0] if len(parts) == 1 else RuleGroup(parts)
        had_focus = self.chips[place].hasFocus()
        self.narrowed.emit(rest)
        if had_focus and self.chips:
            next_one = self.chips[min(place, len(self.chips) - 1)]
            next_one.setFocus(Qt.FocusReason.TabFocusReason)

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
