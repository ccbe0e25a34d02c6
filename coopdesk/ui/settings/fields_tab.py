"""The fields that the association adds to its contacts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coopdesk.ui.columns import Column
from coopdesk.ui.feedback import Question
from coopdesk.ui.icons import icon
from coopdesk.ui.page import Role
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.field_dialog import FieldDialog, concerns_text
from coopdesk.ui.settings.tab_actions import lay_out_list
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.lapses import using_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contact_conditions import SavedFilter
    from coopdesk.domain.custom_fields import CustomField, NewCustomField
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

    Use = tuple[int, tuple[SavedFilter, ...]]


class FieldsTab(QWidget):
    """Lists the fields in their order; each is added, changed, moved or removed at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.custom_fields
        self._fields: dict[int, CustomField] = {}
        self._to_select: int | None = None
        self.dialog: FieldDialog | None = None
        make = self._make_action
        self.add_action = make(_("New field…"), "plus", self._on_add)
        self.add_action.setProperty("keys", Role.NEW.value)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, "F2")
        self.up_action = make(_("Move up"), "arrow-up", self._on_up, "Alt+Up")
        self.down_action = make(_("Move down"), "arrow-down", self._on_down, "Alt+Down")
        self.remove_action = make(_("Remove…"), "trash", self._on_remove, "Del")
        self.list = RecordList(desk, "fields", field_columns(), self._lines)
        self.list.set_accessible_name(_("Fields of the association"))
        self.list.set_empty(self._empty_state())
        self.list.record_activated.connect(self._on_change)
        self.list.current_changed.connect(self._refresh)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self._about_one))
        self._lay_out()
        self._refresh()

    @property
    def _about_one(self) -> tuple[QAction, ...]:
        return self.change_action, self.up_action, self.down_action, self.remove_action

    def _make_action(
        self, text: str, icon_name: str, slot: Callable[[], object], keys: str = ""
    ) -> QAction:
        action = QAction(text, self)
        action.setIcon(icon(icon_name))
        action.setProperty("icon_name", icon_name)
        action.triggered.connect(slot)
        if keys:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _empty_state(self) -> EmptyState:
        sentence = _(
            "Instrument, T-shirt size, driving licence… Add what your association needs to "
            "know of its contacts: it is asked in the form, shown, searched and exported."
        )
        empty = EmptyState("list-plus", _("No field of your own yet"), sentence)
        empty.offer(self.add_action, primary=True)
        return empty

    def _lay_out(self) -> None:
        words = _("These fields stand in the form of every contact, in this order.")
        lay_out_list(self, words, (self.add_action, *self._about_one), self.list, top=16)

    # the list

    @Slot()
    def reload(self) -> None:
        """Read the fields again."""
        self._desk.tasks.query(self, self._service.all, self._on_fields, replaces="fields")

    def _on_fields(self, fields: list[CustomField]) -> None:
        self._fields = {field.id: field for field in fields}
        self.list.set_ids(list(self._fields))
        if self._to_select is not None and self.list.table.select_id(self._to_select):
            self._to_select = None
        self._refresh()

    def _lines(self, ids: Sequence[int]) -> list[CustomField]:
        known = self._fields
        return [known[key] for key in ids if key in known]

    @property
    def _current(self) -> CustomField | None:
        key = self.list.table.current_id
        return self._fields.get(key) if key is not None else None

    @Slot()
    def _refresh(self) -> None:
        current, places = self._current, list(self._fields)
        for action in self._about_one:
            action.setEnabled(current is not None)
        if current is not None:
            place = places.index(current.id)
            self.up_action.setEnabled(place > 0)
            self.down_action.setEnabled(place < len(places) - 1)

    # what is done

    @Slot()
    def _on_add(self) -> None:
        self._open(None)

    @Slot()
    def _on_change(self) -> None:
        if self._current is not None:
            self._open(self._current)

    def _open(self, known: CustomField | None) -> None:
        dialog = FieldDialog(self.window(), known)
        dialog.submitted.connect(partial(self._on_submitted, known))
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _on_submitted(
        self, known: CustomField | None, typed: tuple[NewCustomField, dict[str, str]]
    ) -> None:
        dialog, (new, renamed) = self.dialog, typed
        if dialog is None:
            return
        call: Callable[[], Outcome[CustomField]] = partial(self._service.add, new)
        if known is not None:
            call = partial(self._service.change, known.id, new, renamed)
        self._desk.tasks.command(
            dialog, call, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, field: CustomField) -> None:
        self._to_select = field.id
        if self.dialog is not None:
            self.dialog.saved()

    def _on_finished(self, _result: int) -> None:
        self.dialog = None

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        current = self._current
        if current is not None:
            self._to_select = current.id
            place = list(self._fields).index(current.id) + step
            self._desk.tasks.command(self, partial(self._service.move, current.id, place))

    @Slot()
    def _on_remove(self) -> None:
        current = self._current
        if current is not None:
            read = partial(_use_of, self._desk.services, current)
            done = partial(self._ask_to_remove, current)
            self._desk.tasks.query(self, read, done, replaces="use")

    def _ask_to_remove(self, field: CustomField, use: Use) -> None:
        count, filters = use
        lost = ngettext(
            "{count} contact has a value, which goes with it. Ctrl+Z brings all back.",
            "{count} contacts have a value, which goes with it. Ctrl+Z brings all back.",
            count,
        )
        question = Question(
            _("Remove the field “{name}”?").format(name=field.content.name),
            lost.format(count=number_text(count)) if count else _("No contact has a value."),
            _("Remove the field"),
            using_text(filters),
            is_grave=bool(count or filters),
        )
        remove = partial(self._remove, field.id)
        self._desk.feedback.confirm(question, remove, self.window())

    def _remove(self, field_id: int) -> None:
        self._desk.tasks.command(self, partial(self._service.remove, field_id))


def _use_of(services: Services, field: CustomField) -> Use:
    """Return how many contacts have a value, and the filters that ask for it; on the worker."""
    count = services.custom_fields.value_count(field.id)
    return count, services.filters.using("field", field.content.name)


def field_columns() -> tuple[Column, ...]:
    """Return the columns of the list of fields."""
    return (
        Column("name", _("Name"), _name, width=20, stretch=True),
        Column("kind", _("Type"), _kind, width=22),
        Column("choices", _("Choices"), _choices, width=24, gives_way=2),
        Column("concerns", _("Concerns"), _concerns, width=20, gives_way=1),
        Column("listed", _("In the list"), _listed, width=10),
        Column("searched", _("Searched"), _searched, width=10),
    )


def _name(field: CustomField) -> str:
    return field.content.name


def _kind(field: CustomField) -> str:
    return label(field.content.kind)


def _choices(field: CustomField) -> str:
    return ", ".join(field.content.choices)


def _concerns(field: CustomField) -> str:
    return concerns_text(field.content.kind_of_contact)


def _listed(field: CustomField) -> str:
    return _("yes") if field.content.is_listed else ""


def _searched(field: CustomField) -> str:
    return _("yes") if field.content.is_searched else ""
