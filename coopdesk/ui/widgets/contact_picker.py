"""Chooses a contact by typing part of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from coopdesk.ui.icons import icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.ui.tasks import TaskRunner

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """A contact that may be chosen; ``detail`` tells namesakes apart."""

    id: int
    name: str
    detail: str = ""

    @property
    def text(self) -> str:
        """The line in the list of choices."""
        return f"{self.name} — {self.detail}" if self.detail else self.name


class ContactPicker(QLineEdit):
    """Completes from the contacts; ``find`` runs on the worker and returns the best first."""

    chosen = Signal(object)  # id or None

    def __init__(
        self,
        tasks: TaskRunner,
        find: Callable[[str], Sequence[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._find = find
        self._choices: list[Choice] = []
        self._chosen: Choice | None = None
        self.setPlaceholderText(_("Type part of a name"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._texts = QStringListModel(self)
        self._popup = QCompleter(self._texts, self)
        # The service has chosen and ordered; the completer only shows.
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(_SHOWN)
        self._popup.setWidget(self)
        self._list = QListView()
        self._popup.setPopup(self._list)
        activated = self._popup.activated[QModelIndex]  # type: ignore[index]  # overloads: not in stubs
        activated.connect(self._on_activated)
        self.textEdited.connect(self._on_edited)

    def contact_id(self) -> int | None:
        """Return the chosen contact, None when there is none."""
        return self._chosen.id if self._chosen else None

    def set_contact(self, choice: Choice | None) -> None:
        """Choose a contact."""
        self._chosen = choice
        self.setText(choice.name if choice else "")
        self.chosen.emit(self.contact_id())

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._chosen is not None:
            self._chosen = None
            self.chosen.emit(None)
        typed = text.strip()
        if not typed:
            self._list.hide()
            return
        self._tasks.query(
            self, lambda: list(self._find(typed))[:_SHOWN], self._on_found, replaces="find"
        )

    def _on_found(self, choices: list[Choice]) -> None:
        self._choices = choices
        self._texts.setStringList([choice.text for choice in choices])
        if choices and self.hasFocus() and self._chosen is None:
            self._popup.complete()
            self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))
        else:
            self._list.hide()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.row() < len(self._choices):
            self.set_contact(self._choices[index.row()])
