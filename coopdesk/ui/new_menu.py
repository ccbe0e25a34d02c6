"""The menu « Nouveau »: everything that can be made, from whatever page is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from coopdesk.domain.text import fold
from coopdesk.ui.icons import icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.page_commands import PageCommands


class NewMenu(QMenu):
    """Each line has a letter at its right: pressing it is enough."""

    def __init__(self, commands: PageCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("New"))
        self._commands = commands
        self._by_letter: dict[str, QAction] = {}
        self.aboutToShow.connect(self._on_asked)

    def open_under(self, button: QWidget) -> None:
        """Open where the button is that was pressed, with the first line chosen."""
        self._on_asked()
        self._keep_in_one_column()
        self.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        self.setActiveAction(self.actions()[0])

    def _keep_in_one_column(self) -> None:
        """Do without the lines between on a screen that is too low for them."""
        lines = [action for action in self.actions() if action.isSeparator()]
        for line in lines:
            line.setVisible(True)
        self.sizeHint()  # sets the lines out
        first, last = self.actions()[0], self.actions()[-1]
        is_broken = self.actionGeometry(last).left() > self.actionGeometry(first).left()
        for line in lines:
            line.setVisible(not is_broken)

    @Slot()
    def _on_asked(self) -> None:
        """Fill the menu the first time: icons are drawn only for who opens it."""
        if not self.isEmpty():
            return
        makers = list(self._commands.makers())
        letters = letters_of(command.makes for _spec, command in makers)
        before = ""
        for (spec, command), letter in zip(makers, letters, strict=True):
            if before and before != spec.key:
                self.addSeparator()
            before = spec.key
            # What follows the tab stands at the right of the menu, as shortcuts do.
            own = command.icon if command.icon != "plus" else spec.icon
            action = self.addAction(icon(own), f"{command.makes}\t{letter}")
            action.triggered.connect(partial(self._commands.run, spec.key, command.action))
            if letter:
                self._by_letter[letter] = action

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._by_letter.get(fold(event.text()).upper())
        if action is None:
            super().keyPressEvent(event)
            return
        self.close()
        action.trigger()


def letters_of(names: Iterable[str]) -> list[str]:
    """Return a letter for each name, none twice: its first one that is still free.

    A name all of whose letters are taken has none.
    """
    taken: set[str] = set()
    found = []
    for name in names:
        letters = (letter for letter in fold(name).upper() if "A" <= letter <= "Z")
        letter = next((one for one in letters if one not in taken), "")
        taken.add(letter)
        found.append(letter)
    return found
