"""Tags: words that are added with Enter and taken away with a click or Backspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QStringListModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.text import clean_line, fold
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_SHOWN = 8
_LONGEST = 220
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENDS = frozenset({Qt.Key.Key_Comma, Qt.Key.Key_Semicolon})


class TagLine(QLineEdit):
    """Where a tag is typed, with the known ones that hold what was typed beneath it."""

    entered = Signal(str)
    emptied = Signal()  # Backspace where nothing is typed

    def __init__(self) -> None:
        super().__init__()
        self.known: tuple[str, ...] = ()
        self._texts = QStringListModel(self)
        self._popup = QCompleter(self._texts, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(_SHOWN)
        self._popup.setWidget(self)
        self._list = QListView()
        self._popup.setPopup(self._list)
        activated = self._popup.activated[QModelIndex]  # type: ignore[index]  # overloads: not in stubs
        activated.connect(self._on_activated)
        self.setPlaceholderText(_("Type a tag, then Enter"))
        self.setMaxLength(200)
        self.textEdited.connect(self._on_edited)

    @property
    def proposals(self) -> tuple[str, ...]:
        """What is proposed at this moment."""
        return tuple(self._texts.stringList()) if self._list.isVisible() else ()

    def proposed_for(self, text: str) -> list[str]:
        """Return the known tags that hold a text, first those that begin with it."""
        typed = fold(text)
        found = [tag for tag in self.known if typed and typed in fold(tag)]
        return sorted(found, key=lambda tag: not fold(tag).startswith(typed))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        found = self.proposed_for(text)
        if not found or not self.hasFocus():
            self._list.hide()
            return
        self._texts.setStringList(found[:_SHOWN])
        self._popup.complete()
        self._list.setCurrentIndex(QModelIndex())

    def _propose_all(self) -> None:
        self._texts.setStringList(list(self.known))
        if self.known and not self.text():
            self._popup.complete()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.entered.emit(self._texts.stringList()[index.row()])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.isVisible() and event.key() in _ENTER:
            if self._list.currentIndex().isValid():
                event.ignore()  # the completer takes what was chosen
            else:
                # The completer would swallow the key that was meant for what is typed.
                self._list.hide()
                QCoreApplication.postEvent(self, event.clone())
            return
        if not self._list.isVisible() and event.key() == Qt.Key.Key_Down:
            self._propose_all()
            return
        if self.text().strip() and event.key() in _ENTER | _ENDS:
            self.entered.emit(self.text())
        elif not self.text() and event.key() == Qt.Key.Key_Backspace:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class TagEdit(QWidget):
    """Tags as chips above the field; what is typed and not entered counts too."""

    edited = Signal()
    resized = Signal()  # chips came or went: what is around may need more room

    def __init__(self) -> None:
        super().__init__()
        self._tags: list[str] = []
        self._known: tuple[str, ...] = ()
        self._is_closed = False
        self.line = TagLine()
        self.line.entered.connect(self._on_entered)
        self.line.emptied.connect(self._on_emptied)
        self.line.textEdited.connect(self.edited)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._chips.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._chips)
        layout.addWidget(self.line)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        # Not by a focus proxy: it would catch Tab once the order of fields changes.
        self.line.setFocus(reason)

    def tags(self) -> tuple[str, ...]:
        """Return the tags, with what is typed and not entered yet."""
        typed = [clean_line(part) for part in self.line.text().replace(";", ",").split(",")]
        found = {fold(tag): tag for tag in reversed([*self._tags, *filter(None, typed)])}
        return tuple(found.values())[::-1]

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show tags without telling."""
        self._tags = list(tags)
        self.line.clear()
        self._show()

    def offer(self, known: Iterable[str], *, is_closed: bool = False) -> None:
        """Say which tags there are, to complete what is typed; a closed list has no other."""
        self._known = tuple(known)
        self._is_closed = is_closed
        self._refresh_known()

    @property
    def chips(self) -> list[QPushButton]:
        """The chips that are shown."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [chip for chip in widgets if isinstance(chip, QPushButton)]

    def _show(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for tag in self._tags:
            self._flow.addWidget(self._chip(tag))
        self._chips.setVisible(bool(self._tags))
        self._refresh_known()
        self.updateGeometry()
        self.resized.emit()

    def _refresh_known(self) -> None:
        own = {fold(tag) for tag in self._tags}
        self.line.known = tuple(tag for tag in self._known if fold(tag) not in own)

    def _chip(self, tag: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "chip")
        chip.setAutoDefault(False)
        chip.setIcon(icon("x"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        short = chip.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, _LONGEST)
        chip.setText(short.replace("&", "&&"))
        chip.setAccessibleName(_("Take the tag away: {tag}").format(tag=tag))
        set_plain_tooltip(chip, chip.accessibleName())
        chip.setProperty("tag", tag)
        chip.clicked.connect(self._on_chip)
        return chip

    def _take(self, tag: str) -> None:
        self._tags = [known for known in self._tags if known != tag]
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    @Slot()
    def _on_chip(self) -> None:
        self._take(self.sender().property("tag"))

    @Slot(str)
    def _on_entered(self, text: str) -> None:
        self.line.setText(self._completed(text) if self._is_closed else text)
        self._tags = list(self.tags())
        self.line.clear()
        self._show()
        self.edited.emit()

    def _completed(self, text: str) -> str:
        """Return the first of what is proposed for a text, or the text itself."""
        exact = [tag for tag in self.line.known if fold(tag) == fold(text)]
        return next(iter((*exact, *self.line.proposed_for(text), text)))

    @Slot()
    def _on_emptied(self) -> None:
        if self._tags:
            self._take(self._tags[-1])
