"""Filters of contacts for any page: the tabs, the chips and the dialog, with one condition."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from coopdesk.domain.condition_lapses import lapses_in
from coopdesk.domain.contact_conditions import NAME_LIMIT
from coopdesk.ui.contacts.filter_builder import FilterDialog
from coopdesk.ui.contacts.filter_chips import FilterChips
from coopdesk.ui.contacts.filter_name import FilterNameDialog
from coopdesk.ui.contacts.lapse_line import LapseLine
from coopdesk.ui.contacts.saved_views import SavedViews
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.wording.language import _
from coopdesk.wording.lapses import lapses_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_conditions import Condition, SavedFilter
    from coopdesk.domain.contacts import ContactFilter
    from coopdesk.services.contact_filters import FilterService, Offers
    from coopdesk.ui.desk import Desk

_SHOWN_NAME = 40
Read = tuple[list["SavedFilter"], "Offers"]


class FilterBar(QObject):
    """Holds the condition of a page that lists contacts.

    The page places ``views``, ``button``, ``chips`` and ``notice``, calls ``reload`` when
    contacts changed, reads again when ``changed`` tells so, and puts ``condition`` into its
    ``ContactFilter``. ``within`` gives what the page narrows by beside, for live counts.
    """

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget, within: Callable[[], ContactFilter]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._within = within
        self._offers: Offers | None = None
        self._is_covered = False
        self._lapses = ""
        self.condition: Condition | None = None
        self.dialog: FilterDialog | None = None
        self.name_dialog: FilterNameDialog | None = None
        self.build_action = QAction(_("Filter…"), page)
        self.build_action.setProperty("icon_name", "funnel")
        self.build_action.setShortcut("Ctrl+Shift+F")
        self.build_action.setShortcutContext(
            self.build_action.shortcutContext().WidgetWithChildrenShortcut
        )
        self.build_action.triggered.connect(self.build)
        page.addAction(self.build_action)
        self.button = ActionButton(self.build_action)
        self.change_action = QAction(_("Change the filter…"), page)
        self.change_action.triggered.connect(self.build)
        self.views = SavedViews()
        self.chips = FilterChips()
        self.clear_action = QAction(_("Show everybody"), page)
        self.notice = LapseLine(self.change_action, self.clear_action)
        self._connect()

    def _connect(self) -> None:
        self.chips.narrowed.connect(self._on_narrowed)
        self.chips.save_wanted.connect(self._on_save_wanted)
        self.chips.all_wanted.connect(self.build)
        self.chips.change_wanted.connect(self._on_change_wanted)
        self.clear_action.triggered.connect(self._on_clear_wanted)
        self.views.chosen.connect(self._on_chosen)
        self.views.rename_wanted.connect(self._on_rename_wanted)
        self.views.update_wanted.connect(self._on_update_wanted)
        self.views.move_wanted.connect(self._on_move_wanted)
        self.views.removal_wanted.connect(self._on_removal_wanted)

    @property
    def words(self) -> str:
        """The condition in plain words, empty for everybody."""
        return self.chips.words

    def clear(self) -> None:
        """Keep everybody, without telling."""
        self._set(None, None)

    def show_condition(self, condition: Condition) -> None:
        """Take a condition from elsewhere, without telling."""
        self._set(condition, None)

    def set_covered(self, *, covered: bool) -> None:
        """Hide tabs and chips while something else stands in place of the list."""
        self._is_covered = covered
        self.views.setVisible(not covered and bool(self.views.saved))
        self.chips.setVisible(not covered and bool(self.chips.chips) and not self._lapses)
        self.notice.setVisible(not covered and bool(self._lapses))

    def reload(self) -> None:
        """Read the saved filters and what conditions are made of again."""
        call = partial(_read, self._desk.services.filters)
        self._desk.tasks.query(self._page, call, self._on_read, replaces="filters")

    def _on_read(self, found: Read) -> None:
        saved, self._offers = found
        current = self.views.current
        self.views.show_saved(saved)
        if current is not None and self.condition == current.condition:
            # Saved anew, or taken back meanwhile: the list goes on with what stands there now.
            now = next((one for one in saved if one.id == current.id), None)
            if now is not None and now.condition != self.condition:
                self._set(now.condition, now.id)
                self.changed.emit()
                return
        self._show()

    def _set(self, condition: Condition | None, view_id: int | None) -> None:
        self.condition = condition
        self.views.select(view_id)
        self._show()

    def _show(self) -> None:
        """Bring tabs and chips to the condition: to the filter that is saved so, if any."""
        same = [one.id for one in self.views.saved if one.condition == self.condition]
        current = None if self.views.current is None else self.views.current.id
        is_changed = not same and current is not None and self.condition is not None
        if is_changed or current in same:
            self.views.select(current, is_changed=is_changed)
        else:
            is_nameless = not same and self.condition is not None
            self.views.select(next(iter(same), None), is_changed=is_nameless)
        if self._offers is not None:
            self.chips.show_condition(self.condition, self._offers, is_saved=bool(same))
            self._show_lapses(self._offers)
        if self._is_covered:
            self.set_covered(covered=True)

    def _show_lapses(self, offers: Offers) -> None:
        """Say what the filter names in vain, rather than find nobody without a word."""
        self._lapses = ""
        if self.condition is not None:
            found = lapses_in(self.condition, offers.criteria, offers.names)
            self._lapses = lapses_text(found)
        self.notice.say(self._lapses)
        # In place of the chips: on a low screen there is no room for both.
        self.chips.setVisible(bool(self.chips.chips) and not self._lapses)

    # built in the dialog

    @Slot()
    def build(self) -> None:
        """Open the dialog on the condition in force."""
        if self.dialog is None and self._offers is not None:
            self.dialog = FilterDialog(
                self._desk, self._page, self._offers, self.condition, self._within()
            )
            self.dialog.submitted.connect(self._on_built)
            self.dialog.finished.connect(self._on_dialog_finished)
            self.dialog.open()

    @Slot(int)
    def _on_change_wanted(self, place: int) -> None:
        self.build()
        if self.dialog is not None:
            self.dialog.go_to(place)

    @Slot(object)
    def _on_built(self, condition: Condition | None) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self._on_narrowed(condition)

    @Slot()
    def _on_dialog_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_clear_wanted(self) -> None:
        self._on_narrowed(None)

    @Slot(object)
    def _on_narrowed(self, condition: Condition | None) -> None:
        self.condition = condition
        if condition is None:
            self.views.select(None)
        self._show()
        self.changed.emit()

    # saved under a name

    @Slot(object)
    def _on_chosen(self, saved: SavedFilter | None) -> None:
        self._set(saved.condition if saved else None, saved.id if saved else None)
        self.changed.emit()

    @Slot()
    def _on_save_wanted(self) -> None:
        if self.condition is not None:
            save = partial(_save, self._desk.services.filters, self.condition)
            self._ask_name(_("Save this filter"), self._proposed_name(), save)

    def _proposed_name(self) -> str:
        """Return as many of the conditions in words as a tab can show."""
        words = self.words.split(" · ")
        while len(words) > 1 and len(" · ".join(words)) > _SHOWN_NAME:
            words.pop()
        return " · ".join(words)[:NAME_LIMIT]

    @Slot(object)
    def _on_rename_wanted(self, saved: SavedFilter) -> None:
        rename = partial(self._desk.services.filters.rename, saved.id)
        self._ask_name(_("Rename the filter"), saved.name, rename)

    def _ask_name(self, title: str, name: str, command: Callable[[str], object]) -> None:
        if self.name_dialog is None:
            self.name_dialog = FilterNameDialog(self._desk, self._page, title, name, command)
            self.name_dialog.kept.connect(self._on_kept)
            self.name_dialog.finished.connect(self._on_name_finished)
            self.name_dialog.open()

    @Slot(object)
    def _on_kept(self, saved: SavedFilter) -> None:
        self._desk.feedback.tell(_("Filter “{name}” saved.").format(name=saved.name))

    @Slot()
    def _on_name_finished(self) -> None:
        self.name_dialog = None

    @Slot(object)
    def _on_update_wanted(self, saved: SavedFilter) -> None:
        if self.condition is not None:
            change = self._desk.services.filters.change
            self._desk.tasks.command(self._page, partial(change, saved.id, self.condition))

    @Slot(object, int)
    def _on_move_wanted(self, saved: SavedFilter, place: int) -> None:
        move = self._desk.services.filters.move
        self._desk.tasks.command(self._page, partial(move, saved.id, place))

    @Slot(object)
    def _on_removal_wanted(self, saved: SavedFilter) -> None:
        remove = self._desk.services.filters.remove
        self._desk.tasks.command(self._page, partial(remove, saved.id), self._on_removed)

    def _on_removed(self, saved: SavedFilter) -> None:
        """Leave the list as it is: only the name is gone, and Ctrl+Z brings it back."""
        text = _("Filter “{name}” deleted.").format(name=saved.name)
        self._desk.feedback.tell(text)


def _read(service: FilterService) -> Read:
    """Return the saved filters and what conditions are made of; runs on the worker."""
    return service.list(), service.criteria()


def _save(service: FilterService, condition: Condition, name: str) -> object:
    return service.save(name, condition)
