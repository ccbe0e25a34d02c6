"""Groups: who takes part in how many, another name, and away with those of no use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.text import fold
from coopdesk.services.outcome import Subject
from coopdesk.ui.columns import Column
from coopdesk.ui.feedback import Question
from coopdesk.ui.page import Page
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.lapses import using_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_conditions import SavedFilter
    from coopdesk.domain.contact_details import WorkingGroup
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

    Use = tuple[int, tuple[SavedFilter, ...]]


class GroupNameDialog(FormDialog):
    """Asks for another name of a group."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(_("Rename the group"), _("Save"), parent)
        self.name = self.form.add("group", _("Name"), QLineEdit(name), required=True)
        self.name.selectAll()
        self.name.setFocus()

    @override
    def read(self) -> str:
        return self.name.text()


class GroupsPage(Page):
    """The groups in French order; Enter shows who takes part."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Groups"), frozenset({Subject.CONTACTS}), parent)
        self._service = desk.services.groups
        self._groups: dict[int, WorkingGroup] = {}
        self.dialog: GroupNameDialog | None = None
        make = self.make_action
        self.show_action = make(_("Show who takes part"), "users", self._on_show)
        self.rename_action = make(_("Rename…"), "pencil-simple", self._on_rename, keys="F2")
        self.remove_action = make(_("Delete…"), "trash", self._on_remove, keys="Del")
        self.set_primary(self.show_action)
        self.add_tool(self.rename_action)
        self.add_tool(self.remove_action)
        self.search = SearchField(_("Search a group"))
        self.add_search(self.search)
        self.list = RecordList(desk, "groups", group_columns(), self._lines)
        self.list.set_accessible_name(_("List of groups"))
        self.list.set_empty(_empty_state())
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions([self.show_action, self.rename_action, self.remove_action])
        self.body.addWidget(self.list, 1)
        self.search.leads_to(self.list)
        self.search.searched.connect(self._show)
        self.list.record_activated.connect(self._on_show)
        self.list.current_changed.connect(self._refresh)
        self.list.clear_requested.connect(self._on_clear)
        self._refresh()

    @override
    @Slot()
    def reload(self) -> None:
        self.desk.tasks.query(self, self._service.all, self._on_groups, replaces="groups")

    def _on_groups(self, groups: list[WorkingGroup]) -> None:
        self._groups = {group.id: group for group in groups}
        said = ngettext("{count} group", "{count} groups", len(groups))
        self.set_sentence(said.format(count=number_text(len(groups))) if groups else "")
        self._show()

    @Slot()
    def _show(self) -> None:
        words = fold(self.search.text()).split()
        shown = [
            group.id
            for group in self._groups.values()
            if all(word in fold(group.name) for word in words)
        ]
        row = max(self.list.table.currentIndex().row(), 0)
        self.list.set_ids(shown, self.search.text().strip())
        if shown and self.list.table.current_id is None:
            # The next group takes the place of the one that is gone.
            self.list.table.select_id(shown[min(row, len(shown) - 1)])
        self._refresh()

    def _lines(self, ids: Sequence[int]) -> list[WorkingGroup]:
        known = self._groups
        return [known[key] for key in ids if key in known]

    @property
    def _current(self) -> WorkingGroup | None:
        key = self.list.table.current_id
        return self._groups.get(key) if key is not None else None

    @Slot()
    def _refresh(self) -> None:
        is_chosen = self._current is not None
        for action in (self.show_action, self.rename_action, self.remove_action):
            action.setEnabled(is_chosen)

    @Slot()
    def _on_clear(self) -> None:
        self.search.clear()
        self._show()

    # what is done

    @Slot()
    def _on_show(self) -> None:
        if self._current is not None:
            rule = Rule("group", Operator.IS.value, (self._current.name,))
            self.desk.navigator.open("contacts", rule)

    @Slot()
    def _on_rename(self) -> None:
        current = self._current
        if current is None or self.dialog is not None:
            return
        self.dialog = GroupNameDialog(self, current.name)
        self.dialog.submitted.connect(partial(self._on_renamed, current.id))
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_renamed(self, group_id: int, name: str) -> None:
        dialog = self.dialog
        if dialog is not None:
            self.desk.tasks.command(
                dialog,
                partial(self._service.rename, group_id, name),
                dialog.saved,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_remove(self) -> None:
        current = self._current
        if current is not None:
            read = partial(_use_of, self.desk.services, current)
            done = partial(self._on_use, current)
            self.desk.tasks.query(self, read, done, replaces="use")

    def _on_use(self, group: WorkingGroup, use: Use) -> None:
        """Delete at once what nobody misses, else ask; Ctrl+Z brings either back."""
        count, filters = use
        remove = partial(self._remove, group.id)
        if not count and not filters:
            remove()
            return
        lost = ngettext(
            "{count} contact takes or took part: that goes with it. Ctrl+Z brings all back.",
            "{count} contacts take or took part: that goes with it. Ctrl+Z brings all back.",
            count,
        )
        question = Question(
            _("Delete the group “{name}”?").format(name=group.name),
            lost.format(count=number_text(count)) if count else _("Nobody takes part in it."),
            _("Delete the group"),
            using_text(filters),
            is_grave=True,
        )
        self.desk.feedback.confirm(question, remove, self.window())

    def _remove(self, group_id: int) -> None:
        call = partial(self._service.delete, group_id)
        self.desk.tasks.command(self, call, self._on_removed)

    def _on_removed(self, group: WorkingGroup) -> None:
        self.desk.feedback.tell(_("Group “{name}” deleted.").format(name=group.name))


def _use_of(services: Services, group: WorkingGroup) -> Use:
    """Return how many ever took part, and the filters that ask for it; runs on the worker."""
    return services.groups.holder_count(group.id), services.filters.using("group", group.name)


def _empty_state() -> EmptyState:
    sentence = _(
        "A group is made when somebody is put into it: on the record of a contact, or for all "
        "the contacts selected in the list."
    )
    return EmptyState("users-three", _("No group yet"), sentence)


def group_columns() -> tuple[Column, ...]:
    """Return the columns of the list of groups."""
    return (
        Column("name", _("Name"), _name, width=24, stretch=True),
        Column("current", _("Take part today"), _current_text, align_right=True, width=16),
        Column("total", _("Since the beginning"), _total_text, align_right=True, width=16),
    )


def _name(group: WorkingGroup) -> str:
    return group.name


def _current_text(group: WorkingGroup) -> str:
    return number_text(group.current)


def _total_text(group: WorkingGroup) -> str:
    return number_text(group.total)
