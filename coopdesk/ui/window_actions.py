"""The actions of the window with their keys, and the menus that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from coopdesk.ui.desk import page_keys
from coopdesk.ui.page import Role
from coopdesk.ui.rail import NEW_KEYS
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenuBar

    from coopdesk.ui.desk import PageSpec
    from coopdesk.ui.page import Page
    from coopdesk.ui.theme import Theme
    from coopdesk.ui.undo import Offer

_LONGEST_NAME = 60


class WindowActions(QObject):
    """Every command of the window; what belongs to a page takes that page's words."""

    def __init__(self, bar: QMenuBar, theme: Theme, specs: Sequence[PageSpec]) -> None:
        super().__init__(bar)
        self._page: Page | None = None
        self._followed: list[QAction] = []
        self._has_way_back = False
        self.new_action = self._make(_("&New…"), Role.NEW.value)
        self.new_anything_action = self._make(_("New, &whatever it is…"), NEW_KEYS)
        self.export_action = self._make(_("&Export…"), Role.EXPORT.value)
        self.print_action = self._make(_("&Print…"), Role.PRINT.value)
        self.import_action = self._make(_("&Import files…"), "Ctrl+I")
        self.create_action = self._make(_("&Create a database…"))
        self.open_action = self._make(_("&Open a database…"), "Ctrl+O")
        self.settings_action = self._make(_("&Settings"), "Ctrl+,")
        self.quit_action = self._make(_("&Quit"), "Ctrl+Q")
        self.undo_action = self._make(_("&Undo"), "Ctrl+Z")
        self.redo_action = self._make(_("&Redo"), "Ctrl+Y")
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.search_action = self._make(_("&Search in this page"), "Ctrl+F")
        self.find_action = self._make(_("Search &everywhere…"), "Ctrl+K")
        self.back_action = self._make(_("&Back"), "Alt+Left")
        self.help_action = self._make(_("&Help and keys"), "F1")
        self.tour_action = self._make(_("&Tour of the window"))
        self.about_action = self._make(_("&About CoopDesk"))
        self.recent_menu = QMenu(_("&Recent databases"), bar)
        self.page_actions = [
            self._make(spec.title, page_keys(number))
            for number, spec in enumerate(specs, start=1)
        ]
        for action, spec in zip(self.page_actions, specs, strict=True):
            action.setData(spec.key)
        self._roles = {
            Role.NEW: self.new_action,
            Role.EXPORT: self.export_action,
            Role.PRINT: self.print_action,
        }
        self._own_words = {role: action.text() for role, action in self._roles.items()}
        self.theme_actions = QActionGroup(self)
        self._fill(bar, theme)

    @property
    def roles(self) -> dict[Role, QAction]:
        """The actions that the page in view carries out."""
        return self._roles

    def with_keys(self) -> list[QAction]:
        """Return the actions that have keys, in the order of the menus."""
        made = [child for child in self.children() if isinstance(child, QAction)]
        return [action for action in made if not action.shortcut().isEmpty()]

    def _make(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setProperty("name", text.replace("&", "").rstrip("…"))
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def _fill(self, bar: QMenuBar, theme: Theme) -> None:
        files = bar.addMenu(_("&File"))
        _add(files, [self.new_action, self.new_anything_action, self.import_action])
        _add(files, [None, self.create_action, self.open_action])
        files.addMenu(self.recent_menu)
        _add(files, [None, self.export_action, self.print_action, None, self.settings_action])
        _add(files, [None, self.quit_action])
        edit = [self.undo_action, self.redo_action, None, self.search_action, self.find_action]
        _add(bar.addMenu(_("&Edit")), edit)
        self._fill_view(bar.addMenu(_("&View")), theme)
        _add(bar.addMenu(_("&Go")), [self.back_action, None, *self.page_actions])
        _add(bar.addMenu(_("&Help")), [self.help_action, self.tour_action, self.about_action])

    def _fill_view(self, menu: QMenu, theme: Theme) -> None:
        names = {
            "system": _("Colours of the &system"),
            "light": _("&Light"),
            "dark": _("&Dark"),
        }
        for choice, text in names.items():
            action = self._make(text)
            action.setCheckable(True)
            action.setChecked(choice == theme.choice)
            action.setData(choice)
            self.theme_actions.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        contrast = self._make(_("&High contrast"))
        contrast.setCheckable(True)
        contrast.setChecked(theme.is_high_contrast)
        contrast.toggled.connect(theme.set_high_contrast)
        menu.addAction(contrast)
        self.contrast_action = contrast

    def set_database_open(self, *, is_open: bool) -> None:
        """Enable what needs a database."""
        own = (self.new_anything_action, self.find_action, self.import_action)
        self.tour_action.setEnabled(is_open)
        for action in (*own, self.settings_action, *self.page_actions):
            action.setEnabled(is_open)
        if not is_open:
            self._has_way_back = False
            self.follow(None)

    def set_way_back(self, *, is_known: bool) -> None:
        """Say whether another page was shown before this one."""
        self._has_way_back = is_known
        self._on_source_changed()

    def set_offers(self, undo: Offer, redo: Offer) -> None:
        """Say in the menu what would be taken back or done again."""
        self.undo_action.setText(_named(_("&Undo"), undo.text))
        self.undo_action.setEnabled(bool(undo.text))
        self.redo_action.setText(_named(_("&Redo"), redo.text))
        self.redo_action.setEnabled(bool(redo.text))

    def follow(self, page: Page | None) -> None:
        """Take the words and the state of what the page does on the common keys."""
        for source in self._followed:
            source.changed.disconnect(self._on_source_changed)
        if self._page is not None:
            self._page.roles_changed.disconnect(self._on_roles_changed)
        self._page = page
        if page is not None:
            page.roles_changed.connect(self._on_roles_changed)
        self._followed = list(page.role_actions.values()) if page is not None else []
        for source in self._followed:
            # A page often knows only after reading whether there is something to print.
            source.changed.connect(self._on_source_changed)
        self._on_source_changed()

    @Slot()
    def _on_roles_changed(self) -> None:
        self.follow(self._page)

    @Slot()
    def _on_source_changed(self) -> None:
        page = self._page
        self.search_action.setEnabled(page is not None and page.search_field is not None)
        has_step = page is not None and Role.BACK in page.role_actions
        self.back_action.setEnabled(has_step or self._has_way_back)
        for role, action in self._roles.items():
            source = page.role_actions.get(role) if page is not None else None
            action.setEnabled(source is not None and source.isEnabled())
            action.setText(source.text() if source is not None else self._own_words[role])


def _add(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)


def _named(verb: str, what: str) -> str:
    """Name what the verb would do; an ampersand in people's words is shown as it is."""
    if not what:
        return verb
    short = what if len(what) <= _LONGEST_NAME else f"{what[: _LONGEST_NAME - 1]}…"
    return _("{verb}: {what}").format(verb=verb, what=short.replace("&", "&&"))
