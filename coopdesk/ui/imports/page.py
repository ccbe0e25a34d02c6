"""Bank and imports: files on their way in, and what came of them, behind tabs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports.check_view import CheckView
from coopdesk.ui.imports.file_choice import FileChoice
from coopdesk.ui.imports.files_frame import Mode
from coopdesk.ui.imports.files_view import FilesView
from coopdesk.ui.imports.helloasso_pulling import HelloAssoPulling
from coopdesk.ui.imports.history_view import HistoryView
from coopdesk.ui.imports.views import ImportViews, View
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.page_views import ViewHead

_SUBJECTS = frozenset(
    {
        Subject.IMPORTS,
        Subject.PAYMENTS,
        Subject.DONATIONS,
        Subject.CONTACTS,
        Subject.BANK,
        Subject.ENTRIES,
        Subject.CHART,
        Subject.POLLS,
    }
)

# What the board of the bank is called among the views.
_BOARD = "bank reconcile"


class ImportPage(Page):
    """Shows the views behind the tabs, or the files that are being looked at in their place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Bank and imports"), _SUBJECTS, parent)
        self.choice = FileChoice(desk.settings, self)
        self.import_action = self.make_action(
            _("Import…"), "download-simple", self.choice.ask, Role.NEW
        )
        self.import_action.setStatusTip(_("Import files…"))
        self.import_action.setProperty("keys", "Ctrl+I")
        self.helloasso = HelloAssoPulling(desk, self)
        self.helloasso_action = self.make_action(
            _("Payments from HelloAsso…"), "cloud-arrow-down", self.helloasso.start
        )
        self.add_more(self.helloasso_action)
        self._has_refused = False
        self.views = ImportViews(self)
        self.files = FilesView(desk, self.import_action, self)
        self._home = QWidget()
        self._pile = QStackedWidget()
        self._lay_out_body()
        self._connect()
        self.show_head()

    def _lay_out_body(self) -> None:
        home = QVBoxLayout(self._home)
        home.setContentsMargins(0, 0, 0, 0)
        home.setSpacing(12)
        home.addWidget(self.views.tabs)
        home.addWidget(self.views.stack, 1)
        self._pile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for part in (self._home, self.files):
            self._pile.addWidget(part)
        self.body.addWidget(self._pile, 1)

    def _connect(self) -> None:
        self.choice.chosen.connect(self.preview)
        self.helloasso.pulled.connect(self.files.open_pulled)
        self.views.changed.connect(self.show_head)
        files = self.files
        files.opened.connect(self._on_opened)
        files.closed.connect(self._on_closed)
        files.head_changed.connect(self.show_head)
        files.said.connect(self.set_sentence)
        files.refused.connect(self._on_refused)
        files.lead_wanted.connect(self._on_lead_wanted)

    # the head

    @property
    def _head(self) -> ViewHead:
        return self.files.head if self.files.is_open else self.views.shown.head

    @Slot()
    def show_head(self) -> None:
        """Put into the head what is shown is about."""
        head = self._head
        self.search_field = head.search
        new = head.primary or self.import_action
        self.role_actions = {Role.NEW: new, **head.roles}
        self.set_primary(head.primary)
        self.put_view_tools(head.tools)
        self.roles_changed.emit()
        follow_reading(self)

    # what it shows

    @property
    @override
    def shown_view(self) -> str:
        if self.files.is_open:
            return "contacts" if self.files.mode is Mode.CONTACTS else "file"
        return self.views.shown_view

    @property
    @override
    def has_unsaved(self) -> bool:
        return self.files.has_decisions

    @property
    @override
    def unsaved_text(self) -> str:
        return _("What you corrected and decided in files that are not imported is lost.")

    @property
    @override
    def first_focus(self) -> QWidget:
        """At the board of the bank its lines: there Enter accepts."""
        board = self.views.stack.currentWidget() if self.shown_view == _BOARD else None
        return board or super().first_focus

    @property
    def history(self) -> HistoryView:
        """The imports made."""
        view = self.views.view(View.HISTORY)
        assert isinstance(view, HistoryView)
        return view

    @property
    def checking(self) -> CheckView:
        """The payments to check."""
        view = self.views.view(View.CHECK)
        assert isinstance(view, CheckView)
        return view

    @override
    @Slot()
    def reload(self) -> None:
        read = partial(_waiting, self.desk.services)
        self.desk.tasks.query(self, read, self.views.show_waiting, replaces="waiting")
        if self.files.is_open:
            # What is behind the files is read when it is seen again.
            self.views.make_stale()
            self.files.reload()
        else:
            self.views.reload()

    @override
    def show_target(self, target: object) -> None:
        paths = _paths(target)
        if paths or target == "choose":
            # The way back leads to what is open then; it asks for no file again.
            self.desk.navigator.stand_at("imports", None)
        if paths:
            self.preview(paths)
            return
        if isinstance(target, int):
            target = ("to_check", target)
        elif target == "choose":
            self.choice.ask()
            return
        elif isinstance(target, str):
            target = (target,)
        if target is not None:
            self.files.leave()
            self.views.show_target(target)
            self.show_head()

    @Slot(object)
    def preview(self, paths: Path | Sequence[Path]) -> None:
        """Look into files and show what importing them would do."""
        wanted = [paths] if isinstance(paths, Path) else list(paths)
        if wanted:
            if self._has_refused:
                # What was said of an earlier file is past.
                self._has_refused = False
                self.history.notice.hide()
            self.choice.remember(wanted[0])
            self.files.open_files(wanted)

    @Slot()
    def _on_opened(self) -> None:
        self._pile.setCurrentWidget(self.files)

    @Slot(bool)
    def _on_closed(self, has_imported: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Go back to where the files came from, or to what was imported."""
        self._pile.setCurrentWidget(self._home)
        if has_imported:
            self.views.show(View.HISTORY)
        self.views.read_stale()
        self.show_head()
        self._give_focus()

    def _give_focus(self) -> None:
        shown = self.views.shown
        assert isinstance(shown, QWidget)
        shown.setFocus()

    @Slot(str, str)
    def _on_refused(self, name: str, sentence: str) -> None:
        self._has_refused = True
        self.views.show(View.HISTORY)
        self.history.tell(Tone.BAD, _("{name} was not imported").format(name=name), sentence)

    @Slot(object)
    def _on_lead_wanted(self, target: object) -> None:
        self.show_target(target)
        self._give_focus()


def _waiting(services: Services) -> int:
    """Count the payments that wait for a decision; runs on the worker."""
    return len({line.payment_id for line in services.imports.to_check()})


def _paths(target: object) -> list[Path]:
    """Return the files that another page or the window names."""
    if isinstance(target, Path):
        return [target]
    if isinstance(target, list | tuple):
        return [one for one in target if isinstance(one, Path)]
    return []
