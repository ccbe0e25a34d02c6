"""A small button that narrows the list of gifts to a nature, or to what went back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from coopdesk.domain.donations import DonationNature
from coopdesk.ui.icons import icon
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from typing import TypeAlias

    Nature: TypeAlias = DonationNature | bool | None

# Beside the natures: those that went back, of whatever nature.
RETURNED = True


class NatureFilter(QToolButton):
    """A menu with one choice; a list as wide as its longest line has no room in the head."""

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: Nature = None
        self._actions: dict[Nature, QAction] = {}
        self.setProperty("kind", "flat")
        self.setIcon(icon("funnel"))
        self.setAccessibleName(_("Nature"))
        self.setToolTip(_("Only gifts of one nature, or those that went back"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        natures: list[tuple[Nature, str]] = [(one, label(one)) for one in DonationNature]
        choices = [(None, _("Every nature")), *natures, (RETURNED, _("Returned gifts"))]
        for value, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            self._actions[value] = action
        self._actions[None].setChecked(True)
        group.triggered.connect(self._on_triggered)
        self.setMenu(menu)

    @property
    def text_of_value(self) -> str:
        """What is chosen, empty for everything."""
        return "" if self.value is None else self._actions[self.value].text()

    def choose(self, value: Nature) -> None:
        """Choose without telling."""
        self.value = value
        self._actions[value].setChecked(True)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.value = next(value for value, one in self._actions.items() if one is action)
        self.activated.emit()
