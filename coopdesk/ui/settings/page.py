"""Settings: profile, rules, chart of accounts, appearance, database, journal."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.page import Page, Role
from coopdesk.ui.settings.appearance_tab import AppearanceTab
from coopdesk.ui.settings.books_tab import BOOK_PARTS, BooksTab
from coopdesk.ui.settings.database_tab import DatabaseTab
from coopdesk.ui.settings.fields_tab import FieldsTab
from coopdesk.ui.settings.journal_tab import JournalTab
from coopdesk.ui.settings.legal_tab import LegalTab
from coopdesk.ui.settings.members_tab import MembersTab
from coopdesk.ui.settings.profile_tab import ProfileTab
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk

_AnyPart: TypeAlias = (
    ProfileTab
    | MembersTab
    | FieldsTab
    | LegalTab
    | BooksTab
    | AppearanceTab
    | DatabaseTab
    | JournalTab
)
Part = TypeVar("Part", bound=_AnyPart)

_PROFILE, _MEMBERS, _FIELDS, _LEGAL, _BOOKS, _APPEARANCE, _DATABASE, _JOURNAL = range(8)
# The attributes of the page, in the order of the tabs.
_PARTS = (
    "profile",
    "members",
    "fields",
    "legal",
    "books",
    "appearance",
    "database",
    "journal",
)
_TARGETS = {
    "profile": _PROFILE,
    "members": _MEMBERS,
    "fields": _FIELDS,
    "legal": _LEGAL,
    **dict.fromkeys(BOOK_PARTS, _BOOKS),
    "appearance": _APPEARANCE,
    "database": _DATABASE,
    "backup": _DATABASE,
    "journal": _JOURNAL,
}


class SettingsPage(Page):
    """Tabs; a target names one of them, or ``(“profile”, field)``.

    What stands in a tab is made when it is first looked at.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        subjects = {
            Subject.ASSOCIATION,
            Subject.CHART,
            Subject.CONTACTS,
            Subject.FISCAL_YEARS,
            Subject.MEMBERS,
            Subject.OPERATIONS,
            Subject.RECEIPTS,
        }
        super().__init__(desk, _("Settings"), frozenset(subjects), parent)
        self._made: list[_AnyPart] = []
        self._is_read = False
        self.save_action = self.make_action(
            _("&Save"), "floppy-disk", self._on_save, keys="Ctrl+S"
        )
        self.revert_action = self.make_action(
            _("Undo typing"), "arrow-counter-clockwise", self._on_revert
        )
        self.back_up_action = self.make_action(
            _("Back up now"), "floppy-disk-back", self._on_back_up
        )
        self.set_primary(self.save_action)
        self.add_tool(self.revert_action)
        # In its place before it is filled: whatever is moved is polished anew, part by part.
        self.tabs = QTabWidget()
        self.body.addWidget(self.tabs, 1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(_("Parts of the settings"))
        self._add_place(_("The association"))
        self._add_place(_("Memberships"), scrolls=True)
        self._add_place(_("Fields of contacts"))
        self._add_place(_("Figures of the law"))
        self._add_place(_("Bookkeeping"))
        self._add_place(_("Appearance"), scrolls=True)
        self._add_place(_("Database"), scrolls=True)
        self._add_place(_("Journal"))
        # Ctrl+N of the window belongs to the list of the tab in view.
        self.new_action = make_step(self, "", "plus")
        self.new_action.triggered.connect(self._on_new)
        self.role_actions[Role.NEW] = self.new_action
        self.tabs.currentChanged.connect(self._on_tab)
        self._on_tab()
        # Arrows go from part to part at once; else the first key pressed goes nowhere.
        self.setFocusProxy(self.tabs.tabBar())
        self._on_state()

    def _add_place(self, name: str, *, scrolls: bool = False) -> None:
        """Add a tab without anything in it."""
        if scrolls:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.tabs.addTab(area, name)
        else:
            place = QWidget()
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(place, name)

    def _fill(self, index: int, part: Part) -> Part:
        """Put a part into its place, and read it if the others were read."""
        place = self.tabs.widget(index)
        if isinstance(place, QScrollArea):
            place.setWidget(part)
        elif place is not None and (layout := place.layout()) is not None:
            layout.addWidget(part)
        self._made.append(part)
        if self._is_read:
            part.reload()
        return part

    # the parts

    @cached_property
    def profile(self) -> ProfileTab:
        """Who the association is."""
        tab = self._fill(_PROFILE, ProfileTab(self.desk))
        tab.dirty_changed.connect(self._on_state)
        return tab

    @cached_property
    def members(self) -> MembersTab:
        """What memberships cost, and their rules."""
        tab = self._fill(_MEMBERS, MembersTab(self.desk))
        tab.dirty_changed.connect(self._on_state)
        return tab

    @cached_property
    def fields(self) -> FieldsTab:
        """The own fields of contacts."""
        return self._fill(_FIELDS, FieldsTab(self.desk))

    @cached_property
    def legal(self) -> LegalTab:
        """The figures of the law."""
        return self._fill(_LEGAL, LegalTab(self.desk))

    @cached_property
    def books(self) -> BooksTab:
        """The chart of accounts and the rules of booking."""
        tab = self._fill(_BOOKS, BooksTab(self.desk))
        tab.parts.chosen.connect(self._on_tab)
        return tab

    @cached_property
    def appearance(self) -> AppearanceTab:
        """What stays on this computer."""
        return self._fill(_APPEARANCE, AppearanceTab(self.desk))

    @cached_property
    def database(self) -> DatabaseTab:
        """Backups and checks."""
        return self._fill(_DATABASE, DatabaseTab(self.desk))

    @cached_property
    def journal(self) -> JournalTab:
        """What was done, and taking it back."""
        return self._fill(_JOURNAL, JournalTab(self.desk))

    @override
    @Slot()
    def reload(self) -> None:
        self._is_read = True
        for part in self._made:
            part.reload()

    @override
    def show_target(self, target: object) -> None:
        name, field = target if isinstance(target, tuple) else (target, "")
        tab = _TARGETS.get(str(name))
        if tab is not None:
            self.tabs.setCurrentIndex(tab)
        if name in BOOK_PARTS:
            self.books.show_part(str(name))
        if name == "backup":
            self.database.back_up()
        if field:
            self.profile.go_to(str(field))

    @property
    @override
    def has_unsaved(self) -> bool:
        return self.profile.is_dirty or self._is_typed_in_members

    @property
    def _is_typed_in_members(self) -> bool:
        return _PARTS[_MEMBERS] in self.__dict__ and self.members.is_dirty

    @property
    def _adding(self) -> QAction | None:
        """What adds to the list of the tab in view; what stands there is made by now."""
        shown: _AnyPart = getattr(self, _PARTS[self.tabs.currentIndex()])
        if isinstance(shown, (FieldsTab, BooksTab, MembersTab)):
            return shown.add_action
        return None

    @Slot()
    def _on_tab(self) -> None:
        adds = self._adding
        self.new_action.setText(adds.text() if adds is not None else _("&New…"))
        self.new_action.setEnabled(adds is not None)

    @Slot()
    def _on_new(self) -> None:
        adds = self._adding
        if adds is not None:
            adds.trigger()

    @Slot()
    def _on_state(self) -> None:
        """Offer to save only when something was typed."""
        for action in (self.save_action, self.revert_action):
            action.setEnabled(self.has_unsaved)

    @Slot()
    def _on_save(self) -> None:
        if self.profile.is_dirty:
            self.profile.save()
        if self._is_typed_in_members:
            self.members.rules.save()

    @Slot()
    def _on_revert(self) -> None:
        if self._is_typed_in_members:
            self.members.revert()
        self.profile.revert()

    @Slot()
    def _on_back_up(self) -> None:
        self.tabs.setCurrentIndex(_DATABASE)
        self.database.back_up()
