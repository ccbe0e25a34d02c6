"""The rail at the left: pages by icon and word, by icon alone when the window is narrow.

On top stand what serves on every page: making something new, and the search for anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QPushButton, QVBoxLayout
from typing_extensions import override

from coopdesk.ui.desk import page_keys
from coopdesk.ui.fonts import text_font
from coopdesk.ui.icons import icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import PageSpec

_WIDE = 212
_NARROW = 64
_ICON = QSize(20, 20)
NEW_KEYS = "Ctrl+J"
_SPACING, _LOW_SPACING = 4, 2
# How much lower a place is in a low window: its padding, and the room to the next one.
_SAVED = 10 + _SPACING - _LOW_SPACING
# What is left above and below; in a low window less. Its two first places save their padding.
_MARGINS, _LOW_MARGINS = (12, 16, 12, 12), (12, 8, 12, 6)
_SAVED_ABOVE = 2 * 10 + 14 - 2 * (_SPACING - _LOW_SPACING)


class RailButton(QPushButton):
    """One place of the rail."""

    def __init__(
        self, key: str, title: str, icon_name: str, keys: str, *, filled: bool = False
    ) -> None:
        role = QPalette.ColorRole
        colour = role.HighlightedText if filled else role.ButtonText
        super().__init__(icon(icon_name, colour), title)
        self.key = key
        self._title = title
        self.setIconSize(_ICON)
        self.setProperty("kind", "rail")
        if filled:
            self.setProperty("filled", "yes")
            self.setFont(text_font(weight=600))
        self.setAccessibleName(title)
        self.setToolTip(f"{title} ({keys})" if keys else title)

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone, or the icon and the word."""
        self.setText("" if folded else self._title)

    def set_low(self, *, is_low: bool) -> None:
        """Take less room in height, or as much as usual."""
        self.setProperty("low", "yes" if is_low else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()


class Rail(QFrame):
    """Chooses a page; what is new and the search stand on top, the settings at the foot."""

    chosen = Signal(str)
    find_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(_("Pages"))
        self._group = QButtonGroup(self)
        self._buttons: list[RailButton] = []
        self._is_folded = False
        self._is_low = False
        self._usual_height = 0
        self.new_button = RailButton("", _("New"), "plus", NEW_KEYS, filled=True)
        self.new_button.clicked.connect(self.new_requested)
        self.find_button = RailButton("", _("Search everywhere"), "magnifying-glass", "Ctrl+K")
        self.find_button.clicked.connect(self.find_requested)
        for button in (self.new_button, self.find_button):
            # What they open hands the keys back: to the page, not to the button clicked on.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(_SPACING)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(_SPACING)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.setSpacing(4)
        layout.addWidget(self.new_button)
        layout.addWidget(self.find_button)
        layout.addSpacing(8)
        layout.addLayout(self._pages)
        layout.addStretch()
        layout.addLayout(self._foot)
        self.setFixedWidth(_WIDE)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self._is_folded

    def show_pages(self, specs: Sequence[PageSpec]) -> None:
        """Show these pages; the digits follow their order."""
        for number, spec in enumerate(specs, start=1):
            keys = page_keys(number)
            button = RailButton(spec.key, spec.title, spec.icon, keys)
            button.setCheckable(True)
            button.fold(folded=self._is_folded)
            self._group.addButton(button)
            self._buttons.append(button)
            (self._foot if spec.at_foot else self._pages).addWidget(button)

    def mark(self, key: str) -> None:
        """Show which page is open."""
        for button in self._buttons:
            if button.key == key:
                button.setChecked(True)

    def fold(self, *, folded: bool) -> None:
        """Fold to icons, or unfold."""
        if folded == self._is_folded:
            return
        self._is_folded = folded
        self.setFixedWidth(_NARROW if folded else _WIDE)
        for button in self._all:
            button.fold(folded=folded)

    @property
    def _all(self) -> tuple[RailButton, ...]:
        return (self.new_button, self.find_button, *self._buttons)

    @override
    def minimumSizeHint(self) -> QSize:
        """Say how low it can be: the pages move together where the window is low."""
        hint = super().minimumSizeHint()
        usual = self._usual_height if self._is_low else hint.height()
        # Just after they moved together they still ask for the room they had.
        saved = _SAVED * len(self._buttons) + _SAVED_ABOVE
        return QSize(hint.width(), min(hint.height(), usual - saved))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_low:
            self._usual_height = super().minimumSizeHint().height()
        is_low = event.size().height() < self._usual_height
        if is_low != self._is_low:
            self._is_low = is_low
            self._pages.setSpacing(_LOW_SPACING if is_low else _SPACING)
            self._column.setContentsMargins(*(_LOW_MARGINS if is_low else _MARGINS))
            for button in self._all:
                button.set_low(is_low=is_low)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            self.chosen.emit(button.key)
