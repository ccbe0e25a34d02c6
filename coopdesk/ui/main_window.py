"""The main window: rail, pages, menus, status line, and how it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.attachments.dropped import dropped_paths
from coopdesk.ui.changes import ChangeBus
from coopdesk.ui.desk import Desk
from coopdesk.ui.feedback import Feedback
from coopdesk.ui.finder_control import FinderControl
from coopdesk.ui.help_dock import HelpDock
from coopdesk.ui.navigator import Navigator
from coopdesk.ui.new_menu import NewMenu
from coopdesk.ui.page import Role
from coopdesk.ui.page_commands import PageCommands
from coopdesk.ui.page_stack import PageStack
from coopdesk.ui.rail import Rail
from coopdesk.ui.recent_files import RecentFiles
from coopdesk.ui.state import restore_window, window_state
from coopdesk.ui.status_line import StatusLine
from coopdesk.ui.tasks import TaskRunner
from coopdesk.ui.tour_control import TourControl
from coopdesk.ui.undo import UndoControl
from coopdesk.ui.window_actions import WindowActions
from coopdesk.ui.window_closing import WindowClosing
from coopdesk.ui.window_drops import WindowDrops
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.desk import PageSpec
    from coopdesk.ui.tasks import Job
    from coopdesk.ui.theme import Theme

FOLD_BELOW = 1200


class MainWindow(QMainWindow):
    """Frames the pages; knows none of them by type."""

    painted = Signal()  # for the first time
    file_dropped = Signal(object)  # Path
    database_chosen = Signal(object)  # Path, among the recent ones
    page_shown = Signal(str)

    def __init__(self, settings: SettingsFile, theme: Theme, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.changes = ChangeBus(self)
        self.feedback = Feedback(self)
        self.tasks = TaskRunner(self.changes, self.feedback, self)
        self.navigator = Navigator(self)
        self.undo = UndoControl(self.tasks, self.changes, self)
        in_rail = [spec for spec in specs if not spec.above]
        self.window_actions = WindowActions(self.menuBar(), theme, in_rail)
        self.recent = RecentFiles(self.window_actions.recent_menu, settings, self)
        self.rail = Rail()
        self.stack = PageStack(specs)
        self.status = StatusLine()
        self.commands = PageCommands(self.stack, self.navigator, self)
        self.finding = FinderControl(self, self.stack, self.commands, self.tasks)
        self.help = HelpDock(self)
        self.touring = TourControl(self)
        self._has_painted = False
        self._closing = WindowClosing(self)
        self.drops = WindowDrops(self)
        self.setWindowTitle("CoopDesk")
        self.setAcceptDrops(True)
        self.rail.show_pages(in_rail)
        self.new_menu = NewMenu(self.commands, self)
        self._lay_out()
        self._connect_actions()
        self._connect_parts()
        self._set_database_open(is_open=False)
        restore_window(self, settings.current.window)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        root = QWidget()
        row = QHBoxLayout(root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(root)

    def _connect_actions(self) -> None:
        actions = self.window_actions
        for role_action in actions.roles.values():
            role_action.triggered.connect(self._on_role)
        for page_action in actions.page_actions:
            page_action.triggered.connect(self._on_page_action)
        actions.undo_action.triggered.connect(self.undo.undo)
        actions.redo_action.triggered.connect(self.undo.redo)
        actions.new_anything_action.triggered.connect(self._on_new)
        actions.search_action.triggered.connect(self._on_search)
        actions.find_action.triggered.connect(self.finding.open)
        actions.back_action.triggered.connect(self._on_back)
        actions.settings_action.triggered.connect(self._on_settings)
        actions.import_action.triggered.connect(self._on_import)
        actions.help_action.triggered.connect(self.help.open)
        actions.tour_action.triggered.connect(self.touring.start)
        actions.about_action.triggered.connect(self._on_about)
        actions.quit_action.triggered.connect(self.close)
        actions.theme_actions.triggered.connect(self._on_theme)

    def _connect_parts(self) -> None:
        self.rail.chosen.connect(self.navigator.open)
        self.rail.find_requested.connect(self.finding.open)
        self.rail.new_requested.connect(self._on_new)
        self.status.undo_requested.connect(self.undo.undo)
        self.status.redo_requested.connect(self.undo.redo)
        self.undo.offers_changed.connect(self._on_offers)
        self.undo.done.connect(self.status.name_done)
        self.feedback.told.connect(self.status.tell)
        self.changes.changed.connect(self.status.forget)
        self.tasks.started.connect(self._on_job_started)
        self.navigator.requested.connect(self.show_page)
        self.navigator.history_changed.connect(self._on_history)
        self.recent.chosen.connect(self.database_chosen)
        self.help.room_changed.connect(self._fold_rail)

    # the database and its pages

    def desk_of(
        self,
        services: Services,
        today: Callable[[], dt.date],
        restore: Callable[[Path], None] | None = None,
    ) -> Desk:
        """Return what pages of this window are given of an open database."""
        return Desk(
            services=services,
            tasks=self.tasks,
            changes=self.changes,
            feedback=self.feedback,
            settings=self.settings,
            navigator=self.navigator,
            theme=self.theme,
            today=today,
            database=services.database.path,
            restore=restore,
        )

    def attach(self, desk: Desk) -> None:
        """Show the pages of an open database, starting where the person left."""
        self.detach()
        self.stack.attach(desk)
        self.status.name_database(desk.database)
        self._set_database_open(is_open=True)
        self.undo.attach(desk.services.operations)
        wanted = self.settings.current.window.page
        first = next(iter(self.stack.specs), "")
        self.navigator.open(wanted if wanted in self.stack.specs else first)

    def detach(self) -> None:
        """Take the pages of a database away."""
        self.stack.attach(None)
        self.undo.attach(None)
        self.navigator.forget()
        self.status.name_database(None)
        self.status.say("")
        self._set_database_open(is_open=False)

    def cover(self, widget: QWidget) -> None:
        """Show something else than pages: opening, welcome, what went wrong."""
        self.stack.cover(widget)
        self.setWindowTitle("CoopDesk")

    def _set_database_open(self, *, is_open: bool) -> None:
        self.window_actions.set_database_open(is_open=is_open)
        self.rail.setEnabled(is_open)

    @Slot(str, object)
    def show_page(self, key: str, target: object = None) -> None:
        """Show a page and what it is asked to show; the way is ``navigator.open``."""
        is_here = key == self.stack.current_key
        page = self.stack.show_page(key)
        if page is None:
            return
        if is_here and target is None:
            self._leave_step()
        self.rail.mark(self.stack.specs[key].above or key)
        self.window_actions.follow(page)
        self.setWindowTitle(f"{page.title} — CoopDesk")
        page.first_focus.setFocus()
        if target is not None:
            page.show_target(target)
        self.page_shown.emit(key)

    def close_at_once(self) -> None:
        """Stop what runs and close without asking; for smoke tests."""
        self._closing.close_at_once()

    # what the person asks

    @Slot()
    def _on_role(self) -> None:
        page = self.stack.current_page
        sender = self.sender()
        for role, action in self.window_actions.roles.items():
            if action is sender and page is not None and role in page.role_actions:
                page.role_actions[role].trigger()

    @Slot()
    def _on_new(self) -> None:
        self.new_menu.open_under(self.rail.new_button)

    @Slot()
    def _on_back(self) -> None:
        if not self._leave_step():
            self.navigator.back()

    def _leave_step(self) -> bool:
        """Go back inside the page where something covers it; return whether that was so."""
        page = self.stack.current_page
        step = page.role_actions.get(Role.BACK) if page is not None else None
        if step is None or not step.isEnabled():
            return False
        step.trigger()
        return True

    @Slot()
    def _on_page_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.navigator.open(sender.data())

    @Slot()
    def _on_search(self) -> None:
        page = self.stack.current_page
        if page is not None:
            page.start_search()

    @Slot()
    def _on_import(self) -> None:
        self.navigator.open("imports", "choose")

    @Slot()
    def _on_settings(self) -> None:
        self.navigator.open("settings")

    @Slot()
    def _on_about(self) -> None:
        from coopdesk.ui.about import about_text

        self.feedback.inform(_("About CoopDesk"), about_text())

    @Slot(QAction)
    def _on_theme(self, action: QAction) -> None:
        self.theme.choose(action.data())

    # what the parts tell

    @Slot()
    def _on_offers(self) -> None:
        self.window_actions.set_offers(self.undo.undo_offer, self.undo.redo_offer)

    @Slot(object)
    def _on_job_started(self, job: Job) -> None:
        self.status.jobs.follow(job)
        job.ended.connect(self._on_job_ended)

    @Slot()
    def _on_job_ended(self) -> None:
        if self.tasks.jobs:
            self.status.jobs.follow(self.tasks.jobs[0])
        else:
            self._closing.go_on()

    @Slot()
    def _on_history(self) -> None:
        self.window_actions.set_way_back(is_known=self.navigator.can_go_back)

    # what Qt calls

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_rail()

    @Slot()
    def _fold_rail(self) -> None:
        self.rail.fold(folded=self.width() - self.help.taken < FOLD_BELOW)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.drops.take(event.mimeData())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing.keeps_open():
            event.ignore()
            return
        key = self.stack.current_key or self.settings.current.window.page
        self.settings.change(window=window_state(self, key))
        self.settings.save()
        self.tasks.shut_down()
        event.accept()
