"""Settings: profile, rules, chart of accounts, appearance, database, journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget
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

_PROFILE, _MEMBERS, _FIELDS, _LEGAL, _BOOKS, _APPEARANCE, _DATABASE, _JOURNAL = range(8)
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
    """Tabs; a target names one of them, or ``(“profile”, field)``."""

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
        self.profile = ProfileTab(desk)
        self.members = MembersTab(desk)
        self.fields = FieldsTab(desk)
        self.legal = LegalTab(desk)
        self.books = BooksTab(desk)
        self.appearance = AppearanceTab(desk)
        self.database = DatabaseTab(desk)
        self.journal = JournalTab(desk)
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
        self.tabs.addTab(self.profile, _("The association"))
        self._add_scrolling(self.members, _("Memberships"))
        self.tabs.addTab(self.fields, _("Fields of contacts"))
        self.tabs.addTab(self.legal, _("Figures of the law"))
        self.tabs.addTab(self.books, _("Bookkeeping"))
        self._add_scrolling(self.appearance, _("Appearance"))
        self._add_scrolling(self.database, _("Database"))
        self.tabs.addTab(self.journal, _("Journal"))
        self.profile.dirty_changed.connect(self._on_state)
        self.members.dirty_changed.connect(self._on_state)
        # Ctrl+N of the window belongs to the list of the tab in view.
        self.new_action = make_step(self, "", "plus")
        self.new_action.triggered.connect(self._on_new)
        self.role_actions[Role.NEW] = self.new_action
        self.tabs.currentChanged.connect(self._on_tab)
        self.books.parts.chosen.connect(self._on_tab)
        self._on_tab()
        # Arrows go from part to part at once; else the first key pressed goes nowhere.
        self.setFocusProxy(self.tabs.tabBar())
        self._on_state()

    def _add_scrolling(self, tab: QWidget, name: str) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.addTab(area, name)
        area.setWidget(tab)

    @override
    @Slot()
    def reload(self) -> None:
        self.profile.reload()
        self.members.reload()
        self.fields.reload()
        self.legal.reload()
        self.books.reload()
        self.database.reload()
        self.journal.reload()

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
        return self.profile.is_dirty or self.members.is_dirty

    @property
    def _adding(self) -> QAction | None:
        """What adds to the list of the tab in view."""
        shown = self.tabs.currentWidget()
        if isinstance(shown, (FieldsTab, BooksTab)):
            return shown.add_action
        return self.members.add_action if self.tabs.currentIndex() == _MEMBERS else None

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
        if self.members.is_dirty:
            self.members.rules.save()

    @Slot()
    def _on_revert(self) -> None:
        self.members.revert()
        self.profile.revert()

    @Slot()
    def _on_back_up(self) -> None:
        self.tabs.setCurrentIndex(_DATABASE)
        self.database.back_up()
