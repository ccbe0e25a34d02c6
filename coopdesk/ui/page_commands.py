"""Runs a command of any page, also of one that was never visited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.ui.desk import Command, PageSpec
    from coopdesk.ui.navigator import Navigator
    from coopdesk.ui.page_stack import PageStack


class PageCommands(QObject):
    """What the pages of a window can do, by their names in the list of pages."""

    def __init__(self, stack: PageStack, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self.navigator = navigator
        navigator.command_wanted.connect(self._on_command)

    def makers(self) -> Iterator[tuple[PageSpec, Command]]:
        """Yield the commands that make something new, in the order of the pages."""
        for spec in self._stack.specs.values():
            for command in spec.commands:
                if command.makes:
                    yield spec, command

    def run(self, key: str, action_name: str) -> None:
        """Open a page and do what one of its actions does; one at rest leaves it at that."""
        self.navigator.run(key, action_name)

    def trigger(self, key: str, action: QAction) -> None:
        """Open a page that was visited before, and do what an action of it does."""
        self.navigator.open(key)
        action.trigger()

    @Slot(str, str)
    def _on_command(self, key: str, action_name: str) -> None:
        action = getattr(self._stack.pages.get(key), action_name, None)
        if isinstance(action, QAction):
            action.trigger()
