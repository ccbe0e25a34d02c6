"""The page of groups, chantiers and programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.groups.view import GroupsView
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset(
    {
        Subject.GROUPS,
        Subject.CONTACTS,
        Subject.EVENTS,
        Subject.ACTIVITIES,
        Subject.BUDGETS,
        Subject.ENTRIES,
    }
)


class GroupPage(Page):
    """Lists the groups with the record of the one that is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Groups"), _SUBJECTS, parent)
        self.view = GroupsView(desk)
        doing, papers = self.view.doing, self.view.doing.papers
        self.add_action = doing.record_action
        self.bar = FileBar(_("Open the file"), "file-pdf")
        papers.writing.tell_in(self.bar)
        for action, keys in ((doing.change_action, "F2"), (doing.remove_action, "Del")):
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.view.addAction(action)
        self.search_field = self.view.search
        self.report_action, self.registers_action = papers.report_action, doing.registers_action
        for action in (self.report_action, self.registers_action):
            self.add_more(action)
        self.set_primary(self.add_action)
        self.role_actions = {
            Role.NEW: self.add_action,
            Role.PRINT: papers.print_action,
            Role.EXPORT: papers.export_action,
        }
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.bar)
        follow_reading(self)

    @override
    @Slot()
    def reload(self) -> None:
        self.view.reload()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self.view.show_record(target)
