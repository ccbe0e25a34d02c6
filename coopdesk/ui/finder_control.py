"""Gathers what Ctrl+K can find: pages, their commands and their records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from coopdesk.ui.desk import page_keys
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk, Hit
    from coopdesk.ui.finder import Entry, Finder, Provider
    from coopdesk.ui.page_commands import PageCommands
    from coopdesk.ui.page_stack import PageStack
    from coopdesk.ui.tasks import TaskRunner

_RECENT = 5


class FinderControl(QObject):
    """Opens the finder over a window."""

    def __init__(
        self, window: QWidget, stack: PageStack, commands: PageCommands, tasks: TaskRunner
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._commands = commands
        self._navigator = commands.navigator
        self._tasks = tasks
        self.finder: Finder | None = None

    @Slot()
    def open(self) -> None:
        """Open the box, when there is something to find."""
        from coopdesk.ui.finder import Finder

        if self._stack.desk is None:
            return
        if self.finder is None:
            self.finder = Finder(self._tasks, self._window)
        entries = [*self._pages(), *self._page_commands()]
        self.finder.open(entries, self._providers(), self._open_hit)
        self._find_recent(self._stack.desk, self.finder)

    def _find_recent(self, desk: Desk, finder: Finder) -> None:
        from coopdesk.ui.recent_records import recent_hits

        opened = desk.settings.opened_in(desk.database)[:_RECENT]
        if opened:
            call = partial(recent_hits, desk.services, opened)
            self._tasks.query(finder, call, finder.offer_recent, replaces="recent")

    def _pages(self) -> Iterator[Entry]:
        from coopdesk.ui.finder import Entry

        for number, spec in enumerate(self._stack.specs.values(), start=1):
            run = partial(self._navigator.open, spec.key)
            keys = "" if spec.above else page_keys(number)
            yield Entry(spec.title, spec.icon, run, _("Page"), keys)

    def _page_commands(self) -> Iterator[Entry]:
        """Yield the named commands of all pages, and every action of pages already built."""
        from coopdesk.ui.finder import Entry

        for key, spec in self._stack.specs.items():
            page = self._stack.pages.get(key)
            if page is None:
                for command in spec.commands:
                    run = partial(self._commands.run, key, command.action)
                    yield Entry(command.text, command.icon, run, spec.title)
                continue
            yield from self._resting_commands(key, page)
            for action in page.actions():
                if action.isEnabled() and action.isVisible() and action.text():
                    text = action.text().replace("&", "").rstrip("…")
                    name = str(action.property("icon_name") or spec.icon)
                    run = partial(self._commands.trigger, key, action)
                    keys = str(action.property("keys") or "")
                    yield Entry(text, name, run, spec.title, keys)

    def _resting_commands(self, key: str, page: QWidget) -> Iterator[Entry]:
        """Yield the commands that have nothing to do now: their page says why."""
        from coopdesk.ui.finder import Entry

        spec = self._stack.specs[key]
        for command in spec.commands:
            action = getattr(page, command.action, None)
            if isinstance(action, QAction) and not action.isEnabled():
                run = partial(self._navigator.open, key)
                yield Entry(command.text, command.icon, run, spec.title)

    def _providers(self) -> tuple[Provider, ...]:
        desk = self._stack.desk
        specs = self._stack.specs.values()
        return tuple(partial(spec.find, desk) for spec in specs if spec.find and desk)

    def _open_hit(self, hit: Hit) -> None:
        self._navigator.open(hit.page, hit.target)
