"""Membership types, and what the statutes and the board decide about members."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from coopdesk.ui.members.rules_form import RulesForm
from coopdesk.ui.members.type_columns import type_columns
from coopdesk.ui.members.type_dialog import TypeDialog
from coopdesk.ui.page import Role
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.tab_actions import make_tab_action
from coopdesk.ui.widgets.action_button import ActionButton, keys_tooltip
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.members import MemberRules, MembershipType, NewMembershipType
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk

_LIST_HEIGHT = 260
_FORM_WIDTH = 600


class MembersTab(QWidget):
    """The types as a list with their actions, the rules as a form beneath."""

    dirty_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.membership_types
        self._types: dict[int, MembershipType] = {}
        self._to_select: int | None = None
        self._changed_id: int | None = None
        self.dialog: TypeDialog | None = None
        self._make_actions()
        self.list = RecordList(desk, "membership_types", type_columns(), self._lines)
        self.list.set_accessible_name(_("Tariffs"))
        self.list.set_empty(self._empty_state())
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.rules = RulesForm(desk)
        self.rules.dirty_changed.connect(self.dirty_changed)
        self._lay_out()
        self.list.record_activated.connect(self._on_activated)
        self.list.current_changed.connect(self._refresh_actions)
        self._refresh_actions()

    def _make_actions(self) -> None:
        make = partial(make_tab_action, self)
        self.add_action = make(_("New type…"), "plus", self.add)
        # The window owns these keys and passes them on.
        self.add_action.setProperty("keys", Role.NEW.value)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, "F2")
        self.up_action = make(_("Up"), "arrow-up", self._on_up, "Alt+Up")
        self.down_action = make(_("Down"), "arrow-down", self._on_down, "Alt+Down")
        self.archive_action = make(_("Retire"), "archive", self._on_archive, "Del")
        self.restore_action = make(_("Use again"), "arrow-counter-clockwise", self._on_restore)

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "tag",
            _("No membership type yet"),
            _("Say what a membership costs, whom it covers and for how long."),
        )
        empty.offer(self.add_action, primary=True)
        return empty

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(_("Tariffs"), "heading"), 1)
        for action in (self.up_action, self.down_action):
            head.addWidget(_small_button(action))
        for action in (
            self.archive_action,
            self.restore_action,
            self.change_action,
            self.add_action,
        ):
            head.addWidget(ActionButton(action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 16, 16, 24)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addSpacing(8)
        self.rules.setMaximumWidth(_FORM_WIDTH)
        # In a row of its own: else its height would be reckoned for the whole width.
        row = QHBoxLayout()
        row.addWidget(self.rules, 1)
        row.addStretch()
        layout.addLayout(row)
        layout.addStretch()

    # reading

    @property
    def is_dirty(self) -> bool:
        """Whether rules were typed and not stored yet."""
        return self.rules.form.is_dirty

    @Slot()
    def reload(self) -> None:
        """Read the types and the rules; rules being typed are never replaced."""
        call = partial(self._service.list, archived=True)
        self._desk.tasks.query(self, call, self._on_types, replaces="types")
        rules = self._desk.services.members.rules
        self._desk.tasks.query(self, rules, self._on_rules, replaces="rules")

    def _lines(self, ids: Sequence[int]) -> list[MembershipType]:
        return [self._types[key] for key in ids if key in self._types]

    def _on_types(self, types: list[MembershipType]) -> None:
        kept = self._to_select or self.list.table.current_id
        self._to_select = None
        self._types = {kind.id: kind for kind in types}
        self.list.set_ids([kind.id for kind in types])
        if kept is not None:
            self.list.table.select_id(kept)
        self._refresh_actions()

    def _on_rules(self, rules: MemberRules) -> None:
        if not self.is_dirty:
            self.rules.show_rules(rules)

    @Slot()
    def revert(self) -> None:
        """Show the rules as they are stored."""
        self.rules.form.is_dirty = False
        self.reload()

    @property
    def _chosen(self) -> MembershipType | None:
        return self._types.get(self.list.table.current_id or 0)

    @Slot()
    def _refresh_actions(self) -> None:
        chosen = self._chosen
        for action in (self.change_action, self.up_action, self.down_action):
            action.setEnabled(chosen is not None)
        self.archive_action.setVisible(chosen is None or not chosen.archived)
        self.archive_action.setEnabled(chosen is not None)
        self.restore_action.setVisible(chosen is not None and chosen.archived)

    # what the person does

    @Slot()
    def add(self) -> None:
        """Ask for a new type."""
        self._open(None)

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            self._open(self._chosen)

    @Slot(object)
    def _on_activated(self, _type_id: int) -> None:
        self._on_change()

    def _open(self, kind: MembershipType | None) -> None:
        colleges = [known.content.college for known in self._types.values()]
        self._changed_id = kind.id if kind is not None else None
        dialog = TypeDialog(
            self.window(), kind.content if kind else None, [name for name in colleges if name]
        )
        self.dialog = dialog
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, new: NewMembershipType) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        call: partial[Outcome[MembershipType]] = (
            partial(self._service.add, new)
            if self._changed_id is None
            else partial(self._service.change, self._changed_id, new)
        )
        self._desk.tasks.command(
            dialog, call, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, kind: MembershipType) -> None:
        self._to_select = kind.id
        if self.dialog is not None:
            self.dialog.saved()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        if self._chosen is not None:
            self._desk.tasks.command(self, partial(self._service.move, self._chosen.id, steps))

    @Slot()
    def _on_archive(self) -> None:
        if self._chosen is not None:
            self._desk.tasks.command(self, partial(self._service.archive, [self._chosen.id]))

    @Slot()
    def _on_restore(self) -> None:
        if self._chosen is not None:
            self._desk.tasks.command(self, partial(self._service.restore, [self._chosen.id]))


def _small_button(action: QAction) -> QToolButton:
    """Return a button that shows the icon only: the words are in its tooltip."""
    button = QToolButton()
    button.setProperty("kind", "flat")
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.text())
    button.setToolTip(keys_tooltip(action))
    return button
