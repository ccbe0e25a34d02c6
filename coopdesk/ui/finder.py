"""Ctrl+K: find a page, a command or a record by typing a few letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from coopdesk.domain.text import fold
from coopdesk.ui.finder_delegate import DETAIL_ROLE, KEYS_ROLE, ROW_HEIGHT, EntryDelegate
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Hit
    from coopdesk.ui.tasks import TaskRunner

_WIDTH = 560
_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen; ``keys`` are its shortcut, for learning it.

    ``is_named``: see ``Hit``.
    """

    text: str
    icon: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""
    is_named: bool = True


Provider = Callable[[str], "list[Hit]"]


def rank(entries: list[Entry], typed: str) -> list[Entry]:
    """Return the entries that hold every word typed.

    First those that begin with it, of them the ones that say least more: « importer » means
    « Importer… » before « Importer des écritures… ». Then those of which each begins a word,
    then the rest.
    """
    words = fold(typed).split()
    found = []
    for entry in entries:
        said = f"{entry.text} {entry.detail}"
        folded = fold(said)
        if all(word in folded for word in words):
            starts = folded.startswith(words[0]) if words else True
            more = len(entry.text.split()) if starts else 0
            found.append(((not starts, not _begins_a_word(said, typed), more), entry))
    found.sort(key=lambda scored: scored[0])
    return [entry for _late, entry in found]


def before_chance(records: list[Entry], entries: list[Entry], typed: str) -> list[Entry]:
    """Put a page or command that begins with what was typed before records that only hold it.

    Else « rela » leads to whoever lives in Trélazé, and never to the reminders.
    """
    named = [one for one in records if one.is_named and _begins_a_word(one.text, typed)]
    meant = [entry for entry in entries if fold(entry.text).startswith(fold(typed))]
    rest = [entry for entry in (*records, *entries) if entry not in named + meant]
    return named + meant + rest


def _begins_a_word(text: str, typed: str) -> bool:
    starts = fold(text).replace("-", " ").replace("'", " ").split()
    return all(any(start.startswith(word) for start in starts) for word in fold(typed).split())


class Finder(QFrame):
    """A box over the window; leaves as soon as it is no longer needed."""

    def __init__(self, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._came_from = window
        self._tasks = tasks
        self._entries: list[Entry] = []
        self._recent: list[Entry] = []
        self._providers: tuple[Provider, ...] = ()
        self._open_hit: Callable[[Hit], None] | None = None
        self._shown: list[Entry] = []
        self._is_searching = False
        self._enter_waits = False
        self.setProperty("kind", "finder")
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find a contact, a page, a command…"))
        self.field.setAccessibleName(_("Search everywhere"))
        self.field.setMaxLength(200)
        self.field.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.results = QListWidget()
        self.results.setAccessibleName(_("Results"))
        self.results.setIconSize(QSize(20, 20))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setUniformItemSizes(True)
        self.results.setItemDelegate(EntryDelegate(self.results))
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.clicked.connect(self._on_clicked)
        self.nothing = plain_label("", "muted", wrap=True)
        self._hint = plain_label(_("↑ ↓ to choose, Enter to open, Escape to leave"), "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.results)
        layout.addWidget(self.nothing)
        layout.addWidget(self._hint)
        self.hide()

    def open(
        self,
        entries: list[Entry],
        providers: tuple[Provider, ...],
        open_hit: Callable[[Hit], None],
    ) -> None:
        """Show the box with these pages and commands; providers search records."""
        self._entries = entries
        self._recent = []
        self._providers = providers
        self._open_hit = open_hit
        focused = self._window.focusWidget()
        if focused is not None and focused is not self.field:
            self._came_from = focused
        self.field.clear()
        self._show(self._entries)
        window = self._window
        width = min(_WIDTH, window.width() - 32)
        self.setFixedWidth(width)
        self.setMaximumHeight(window.height() - 64)
        self.move((window.width() - width) // 2, 48)
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Hide the box and give the keyboard back to what had it, if that is still there."""
        self.hide()
        before = self._came_from
        is_there = isValid(before) and before.isVisible()
        (before if is_there else self._window).setFocus()

    def offer_recent(self, hits: list[Hit]) -> None:
        """Put records that were opened lately first, as long as nothing is typed."""
        if self._open_hit is None or self.isHidden():
            return
        self._recent = [
            Entry(hit.text, hit.icon, partial(self._open_hit, hit), hit.detail, _("recent"))
            for hit in hits
        ]
        # Whoever moved on in the list already must find it as it was.
        if not self.field.text().strip() and self.results.currentRow() <= 0:
            self._show(self._untyped)

    @property
    def _untyped(self) -> list[Entry]:
        return [*self._recent, *self._entries]

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        typed = text.strip()
        self._enter_waits = False
        self._is_searching = bool(typed and self._providers)
        self._show(rank(self._entries, typed) if typed else self._untyped)
        if self._is_searching:
            self._tasks.query(
                self,
                partial(_search, self._providers, typed),
                partial(self._on_hits, typed),
                replaces="find",
            )

    def _on_hits(self, typed: str, hits: list[Hit]) -> None:
        if self._open_hit is None or self.isHidden():
            return
        self._is_searching = False
        records = [
            Entry(
                hit.text,
                hit.icon,
                partial(self._open_hit, hit),
                hit.detail,
                is_named=hit.is_named,
            )
            for hit in hits
        ]
        self._show(before_chance(records, rank(self._entries, typed), typed))
        if self._enter_waits:
            self._enter_waits = False
            self._choose(0)

    def _show(self, entries: list[Entry]) -> None:
        self._shown = entries[:_SHOWN]
        # Only through the model: deleting items that Python made crashes the bindings sooner
        # or later, when a dialog was taken down between two searches.
        model = self.results.model()
        model.removeRows(0, model.rowCount())
        self.results.addItems([entry.text for entry in self._shown])
        for row, entry in enumerate(self._shown):
            index = model.index(row, 0)
            said = ", ".join(part for part in (entry.text, entry.detail, entry.keys) if part)
            model.setData(index, icon(entry.icon), Qt.ItemDataRole.DecorationRole)
            model.setData(index, entry.detail, DETAIL_ROLE)
            model.setData(index, entry.keys, KEYS_ROLE)
            model.setData(index, said, Qt.ItemDataRole.AccessibleTextRole)
        self.results.setCurrentRow(0)
        self.results.setFixedHeight(len(self._shown) * ROW_HEIGHT + 8)
        self.results.setHidden(not self._shown)
        self._say_nothing_found()
        self.adjustSize()

    def _say_nothing_found(self) -> None:
        is_empty = not self._shown and not self._is_searching
        typed = self.field.text().strip()
        self.nothing.setText(_("No result for “{text}”.").format(text=typed))
        self.nothing.setHidden(not is_empty)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _on_enter(self, row: int) -> None:
        """Wait for the records when Enter came first: fast typists mean the best answer."""
        if self._is_searching and row <= 0:
            self._enter_waits = True
        else:
            self._choose(row)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            chosen = self._shown[row]
            self.leave()
            chosen.run()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        row, last = self.results.currentRow(), self.results.count() - 1
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter(row)
        elif key == Qt.Key.Key_Down:
            self.results.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up:
            self.results.setCurrentRow(max(row - 1, 0))
        else:
            return False
        return True


def _search(providers: tuple[Provider, ...], typed: str) -> list[Hit]:
    """Ask every provider; runs on the worker."""
    return [hit for provider in providers for hit in provider(typed)]
