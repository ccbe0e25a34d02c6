"""A part of an event's record under its own tab: what it reads and what can be done there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coopdesk.ui.events.targets import event_target
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMessageBox

    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.sheet import EventRecord
    from coopdesk.ui.events.targets import Part
    from coopdesk.ui.feedback import Question
    from coopdesk.ui.widgets.form_dialog import FormDialog


class ShownTab(Protocol):
    """What the record of an event needs of the tabs in it."""

    def show_event(self, record: EventRecord) -> None:
        """Show this part of an event."""


class EventTab(QWidget):
    """Knows the event that is open; ``tools`` stand in a row above what it shows."""

    part: Part

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.record: EventRecord | None = None
        self.box: QMessageBox | None = None
        self._rare: QMenu | None = None
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self.on_saved)
        self.setAccessibleName(name)
        self.said = plain_label("", "muted", wrap=True)
        self.tools = QHBoxLayout()
        self.tools.setContentsMargins(12, 4, 12, 4)
        self.tools.setSpacing(8)
        self.tools.addWidget(self.said, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self.tools)

    # to be said by who builds on it

    def reload(self) -> None:
        """Read what is shown again."""

    @Slot(object)
    def on_saved(self, made: object) -> None:
        """Take what a form made; the page is read again because something changed."""

    # for who builds on it

    @property
    def event_id(self) -> int:
        """The event that is open."""
        assert self.record is not None
        return self.record.id

    def show_event(self, record: EventRecord) -> None:
        """Show this part of an event."""
        self.record = record
        self.reload()

    def make(self, text: str, icon_name: str, slot: Callable[[], object]) -> QAction:
        """Return an action of this tab."""
        return make_step(self, text, icon_name, slot)

    def add_tool(self, action: QAction, *, primary: bool = False) -> None:
        """Put an action into the row above."""
        self.tools.addWidget(ActionButton(action, primary=primary))

    def add_rare(self, action: QAction) -> None:
        """Put an action into the menu at the end of the row above."""
        if self._rare is None:
            self._rare = QMenu(self)
            self.rare_action = self.make(_("More"), "dots-three", self._rare.hide)
            button = ActionButton(self.rare_action)
            button.setMenu(self._rare)
            self.tools.addWidget(button)
        self._rare.addAction(action)
        action.visibleChanged.connect(self._on_rare_changed)
        self._on_rare_changed()

    @Slot()
    def _on_rare_changed(self) -> None:
        """A menu in which nothing is offered now would be a dead end."""
        if self._rare is not None:
            self.rare_action.setVisible(any(x.isVisible() for x in self._rare.actions()))

    def ask(self, make: Callable[[], FormDialog], send: Callable[[Any], Outcome[Any]]) -> None:
        """Open a form."""
        self.asker.ask(make, send)

    def open_page(self, page: str, target: object) -> None:
        """Leave for another page; Alt+Left comes back to this part of the event."""
        if self.record is not None:
            here = event_target(self.record.id, self.part)
            self.desk.navigator.stand_at("events", here)
        self.desk.navigator.open(page, target)

    def send(self, call: Callable[[], Outcome[Any]]) -> None:
        """Run a command on the worker."""
        self.desk.tasks.command(self, call)

    def read(self, call: Callable[[], Any], done: Callable[[Any], None], what: str) -> None:
        """Read something; a newer reading of the same makes it useless."""
        self.desk.tasks.query(self, call, done, replaces=what)

    def confirm(self, question: Question, on_yes: Callable[[], None]) -> None:
        """Say what would be done, then do it."""
        self.box = self.desk.feedback.confirm(question, on_yes, self.window())


class ReaderTab(EventTab):
    """A tab that is read; its links do what ``links`` says by their names."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk, name)
        self.links: dict[str, Callable[[int], object]] = {
            "contact": partial(self.open_page, "contacts"),
            "group": partial(self.open_page, "groups"),
        }
        self.reader = RecordReader()
        self.reader.setAccessibleName(name)
        self.reader.link_activated.connect(self.follow)
        self.body.addWidget(self.reader, 1)
        self.setFocusProxy(self.reader)

    @Slot(str)
    def follow(self, link: str) -> None:
        """Do what a link names."""
        name, _colon, key = link.partition(":")
        if name in self.links:
            self.links[name](int(key))
