"""Postcode and town that complete each other from the French towns, and never insist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QStringListModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

from coopdesk.domain.departments import FRENCH_COUNTRIES
from coopdesk.domain.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from coopdesk.services.places import PlaceService
    from coopdesk.ui.tasks import TaskRunner

_SHOWN = 8
_SHORTEST = 2
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NO_FOCUS_TAKEN = frozenset(
    {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
)


class TownEdit(QLineEdit):
    """A field with proposals beneath it; none is chosen until the person goes down to it.

    Enter without a choice closes the proposals and goes on as in any other field.
    """

    asked = Signal()  # the person wants proposals for what stands here
    chosen = Signal(object)  # Place
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []
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

    @property
    def proposals(self) -> tuple[str, ...]:
        """What is proposed at this moment."""
        return tuple(self._texts.stringList()) if self._list.isVisible() else ()

    def propose(self, places: list[Place]) -> None:
        """Show towns to choose from; none hides the list."""
        if not places or not self.hasFocus():
            self._list.hide()
            return
        self._places = places
        self._texts.setStringList([place.line for place in places])
        self._popup.complete()
        self._list.setCurrentIndex(QModelIndex())

    def fill(self, text: str) -> None:
        """Put a text in as if it had been typed; typing over it replaces it whole."""
        self.setText(text)
        if self.hasFocus():
            self.selectAll()
        else:
            self.setCursorPosition(0)
        self.textEdited.emit(text)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self._places[index.row()])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.isVisible():
            if event.key() in _ENTER and not self._list.currentIndex().isValid():
                # The completer would swallow the key that was meant for the form.
                self._list.hide()
                QCoreApplication.postEvent(self, event.clone())
                return
        elif event.key() == Qt.Key.Key_Down:
            self.asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _NO_FOCUS_TAKEN and not self.text():
            self.asked.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _NO_FOCUS_TAKEN:
            self.left.emit()


class TownFields(QObject):
    """The two fields of one address; ``country`` gives its code, abroad nothing is proposed.

    A postcode of one town fills the town while that is empty, and a town with one postcode
    fills the postcode when it is left; what the person typed is never replaced.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        places: PlaceService,
        country: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._places = places
        self._country = country
        self._filled_city = ""
        self._is_filling = False
        self.postal_code = TownEdit()
        self.city = TownEdit()
        self.postal_code.textEdited.connect(self._on_postcode_edited)
        self.postal_code.asked.connect(self._on_postcode_edited)
        self.city.textEdited.connect(self._on_city_edited)
        self.city.asked.connect(self._on_city_edited)
        self.city.left.connect(self._on_city_left)
        for field in (self.postal_code, self.city):
            field.chosen.connect(self._on_chosen)

    @property
    def _is_french(self) -> bool:
        return self._country() in FRENCH_COUNTRIES

    @property
    def _code(self) -> str:
        """The postcode as typed, without blanks; a name typed there keeps its own."""
        typed = self.postal_code.text().strip()
        compact = typed.replace(" ", "")
        return compact if compact.isdigit() else typed

    # from the postcode

    @Slot()
    def _on_postcode_edited(self) -> None:
        if self._is_filling:
            return
        typed, places = self._code, self._places
        if not self._is_french or not typed or (typed.isdigit() and len(typed) != 5):
            self.postal_code.propose([])
            return

        def find() -> list[Place]:
            return places.of_postcode(typed) if typed.isdigit() else places.suggest(typed)

        def show(found: list[Place]) -> None:
            if self._code == typed:
                self._show_towns(found)

        self._tasks.query(self, find, show, replaces="postcode")

    def _show_towns(self, found: list[Place]) -> None:
        is_free = self.city.text() in {"", self._filled_city}
        if is_free and len(found) == 1 and found[0].postal_code == self._code:
            self.postal_code.propose([])
            self._filled_city = found[0].city
            self._fill(city=found[0].city)
        elif self.postal_code.hasFocus():
            self.postal_code.propose(self._not_there_yet(found))
        elif not self.city.text():
            # The person was faster than the answer and is one field further.
            self.city.propose(found)

    # from the town

    @Slot()
    def _on_city_edited(self) -> None:
        if self._is_filling:
            return
        typed, code, places = self.city.text(), self._code, self._places
        has_code = code.isdigit() and len(code) == 5
        if not self._is_french or (len(typed.strip()) < _SHORTEST and not has_code):
            self.city.propose([])
            return

        def find() -> list[Place]:
            if not typed.strip():
                return places.of_postcode(code)
            of_code = places.suggest(f"{code} {typed}", _SHOWN) if has_code else []
            return of_code or places.suggest(typed, _SHOWN)

        def show(found: list[Place]) -> None:
            if self.city.text() == typed:
                self.city.propose(self._not_there_yet(found))

        self._tasks.query(self, find, show, replaces="city")

    @Slot()
    def _on_city_left(self) -> None:
        """Give the postcode of a town that has one alone."""
        typed, places = self.city.text(), self._places
        if not typed or self._code or not self._is_french:
            return

        def show(found: list[Place]) -> None:
            if len(found) == 1 and not self._code and self.city.text() == typed:
                self._fill(postal_code=found[0].postal_code)

        self._tasks.query(self, lambda: places.of_name(typed), show, replaces="postcode")

    # both

    def _not_there_yet(self, found: list[Place]) -> list[Place]:
        there = Place(self._code, self.city.text())
        return [place for place in found if place != there]

    @Slot(object)
    def _on_chosen(self, place: Place) -> None:
        self._filled_city = place.city
        self._fill(place.postal_code, place.city)

    def _fill(self, postal_code: str = "", city: str = "") -> None:
        self._is_filling = True
        try:
            if postal_code:
                self.postal_code.fill(postal_code)
            if city:
                self.city.fill(city)
        finally:
            self._is_filling = False
