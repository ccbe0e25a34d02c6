"""Chooses a contact by typing part of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.icons import icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.ui.tasks import TaskRunner

_SHOWN = 10
# What the frame of the choices and a scroll bar take.
_AROUND = 32


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
    """Completes from the contacts; ``find`` runs on the worker and returns the best first.

    Enter before the results are there waits for them: it never submits a name half typed.
    """

    chosen = Signal(object)  # id or None
    new_requested = Signal(str)  # the name typed, of somebody not known yet

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
        self._offers_new = False
        self._is_searching = False
        self._enter_waits = False
        self._next: QWidget | None = None
        self.setPlaceholderText(_("Type part of a name"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._texts = QStringListModel(self)
        self._popup = QCompleter(self._texts, self)
        # The service has chosen and ordered; the completer only shows.
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setMaxVisibleItems(_SHOWN + 1)
        # Beyond the last line stands no choice at all, which Enter would take.
        self._popup.setWrapAround(False)
        self._popup.setWidget(self)
        self._list = QListView()
        self._popup.setPopup(self._list)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        activated = self._popup.activated[QModelIndex]  # type: ignore[index]  # overloads: not in stubs
        activated.connect(self._on_activated)
        self.textEdited.connect(self._on_edited)

    def contact_id(self) -> int | None:
        """Return the chosen contact, None when there is none."""
        return self._chosen.id if self._chosen else None

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        return self._chosen

    @property
    def unmatched(self) -> str:
        """What was typed without choosing anybody."""
        return "" if self._chosen else self.text().strip()

    def refuse_unmatched(self, code: str, field: str) -> None:
        """Raise the RuleError of this code when a name was typed and nobody chosen."""
        if self.unmatched:
            raise RuleError(code, field=field)

    def offer_new(self) -> None:
        """End the choices with somebody new; ``new_requested`` tells the name typed."""
        self._offers_new = True

    def new_choice_text(self) -> str:
        """Return the last choice, which stands for what is not known yet; may be empty."""
        return _("New contact “{name}”…").format(name=self.unmatched)

    def lead_to(self, field: QWidget) -> None:
        """Go on at a field once somebody is chosen: the name is complete then."""
        self._next = field

    def go_on(self) -> None:
        """Give the keys to the next field, if there is one."""
        (self._next or self).setFocus(Qt.FocusReason.TabFocusReason)

    def set_contact(self, choice: Choice | None) -> None:
        """Choose a contact."""
        self._chosen = choice
        self._enter_waits = False
        self.setText(choice.name if choice else "")
        self.setCursorPosition(0)
        self.chosen.emit(self.contact_id())
        if choice is not None and self.hasFocus():
            self.go_on()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self._chosen is not None:
            self._chosen = None
            self.chosen.emit(None)
        typed = text.strip()
        self._enter_waits = False
        self._is_searching = bool(typed)
        if not typed:
            self._list.hide()
            return
        self._tasks.query(
            self, lambda: list(self._find(typed))[:_SHOWN], self._on_found, replaces="find"
        )

    def _on_found(self, choices: list[Choice]) -> None:
        self._is_searching = False
        if not self.unmatched:
            return
        self._choices = choices
        texts = [choice.text for choice in choices]
        new = self.new_choice_text() if self._offers_new else ""
        if new:
            texts.append(new)
        self._texts.setStringList(texts)
        if self._enter_waits and len(choices) == 1:
            self.set_contact(choices[0])
        elif texts and self.hasFocus():
            self._popup.complete(self._room())
            self._list.setCurrentIndex(self._popup.completionModel().index(0, 0))
        else:
            self._list.hide()

    def _room(self) -> QRect:
        """Return where the choices go: wider than a narrow field, so that all is read."""
        longest = self._list.sizeHintForColumn(0) + _AROUND
        return QRect(0, 0, max(self.width(), longest), self.height())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.row() < len(self._choices):
            self.set_contact(self._choices[index.row()])
        else:
            self.new_requested.emit(self.unmatched)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not is_enter or self._list.isVisible() or not self.unmatched:
            super().keyPressEvent(event)
            return
        if not self._is_searching:
            self._on_edited(self.text())
        self._enter_waits = True
