"""What was said, asked and decided, in order: moved, changed and added by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from coopdesk.domain.event_reports import ItemKind
from coopdesk.ui.fonts import text_font
from coopdesk.ui.widgets.wrapped_items import WrappedItems
from coopdesk.wording.formats import day_long, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.event_reports import Report, ReportItem

_ID = int(Qt.ItemDataRole.UserRole)
_INDENT = "\N{EM SPACE}\N{EM SPACE}"
_ORDER = (ItemKind.STATEMENT, ItemKind.QUESTION, ItemKind.THEME, ItemKind.DECISION)


class ReportItems(QListWidget):
    """Titles between the kinds; Alt+Up and Alt+Down move the chosen part among its own."""

    chosen = Signal()
    moved = Signal(int, int)  # id, by
    change_wanted = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[int, ReportItem] = {}
        self.setAccessibleName(_("Parts of the report"))
        self.setWordWrap(True)
        self.setItemDelegate(WrappedItems(self))
        self.setSpacing(2)
        self.setProperty("kind", "reader")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(self._on_double_click)

    @property
    def current(self) -> ReportItem | None:
        """The part that is chosen."""
        item = self.currentItem()
        return self._items.get(item.data(_ID) or 0) if item is not None else None

    def show_report(self, report: Report | None, to_select: int | None = None) -> None:
        """Show the parts of a report; keep or choose one of them."""
        kept = self.current
        wanted = to_select or (kept.id if kept is not None else None)
        blocked = QSignalBlocker(self)
        self.clear()
        self._items = {x.id: x for x in report.items} if report is not None else {}
        if report is not None:
            for kind in _ORDER:
                self._add_kind(report, kind)
        blocked.unblock()
        self._select(wanted)
        self.chosen.emit()

    def _add_kind(self, report: Report, kind: ItemKind) -> None:
        found = report.of(kind)
        if not found:
            return
        title = QListWidgetItem(_titles()[kind])
        title.setFlags(Qt.ItemFlag.NoItemFlags)
        title.setFont(text_font(weight=600))
        self.addItem(title)
        for number, item in enumerate(found, 1):
            self._add_item(item, _text(item, number))
            for answer in report.answers(item.id) if kind is ItemKind.QUESTION else ():
                self._add_item(answer, f"{_INDENT}– {answer.content.text}")

    def _add_item(self, item: ReportItem, text: str) -> None:
        row = QListWidgetItem(text)
        row.setData(_ID, item.id)
        row.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{label(item.content.kind)} {text.strip()}"
        )
        self.addItem(row)

    def _select(self, item_id: int | None) -> None:
        rows = [self.item(at) for at in range(self.count())]
        for row in rows:
            if item_id is not None and row.data(_ID) == item_id:
                self.setCurrentItem(row)
                self.scrollToItem(row)
                return
        first = next((row for row in rows if row.data(_ID)), None)
        if first is not None:
            self.setCurrentItem(first)

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit()

    @Slot(QListWidgetItem)
    def _on_double_click(self, row: QListWidgetItem) -> None:
        if row.data(_ID):
            self.change_wanted.emit(row.data(_ID))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, key = self.current, event.key()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if current is None:
            super().keyPressEvent(event)
        elif alt and key in steps:
            self.moved.emit(current.id, steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.change_wanted.emit(current.id)
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(current.id)
        else:
            super().keyPressEvent(event)


def _titles() -> dict[ItemKind, str]:
    return {
        ItemKind.STATEMENT: _("Statements made"),
        ItemKind.QUESTION: _("Questions and answers"),
        ItemKind.THEME: _("Themes"),
        ItemKind.DECISION: _("Decisions"),
    }


def _text(item: ReportItem, number: int) -> str:
    """Return a part with its number and what belongs to it beneath."""
    content = item.content
    text = _("{number}. {text}").format(number=number_text(number), text=content.text)
    return "\n".join([text, *(f"{_INDENT}{line}" for line in _details(item))])


def _details(item: ReportItem) -> Iterator[str]:
    content = item.content
    if content.detail:
        yield content.detail
    if content.audience:
        yield _("With and for: {audience}").format(audience=content.audience)
    if item.group_name:
        yield _("Group: {name}").format(name=item.group_name)
    if content.kind is ItemKind.DECISION:
        said = [item.contact_name]
        if content.due_on is not None:
            said.append(_("by {day}").format(day=day_long(content.due_on)))
        if content.done_on is not None:
            said.append(_("done on {day}").format(day=day_long(content.done_on)))
        if any(said):
            yield " · ".join(part for part in said if part)
