"""Says beside the name which contacts resemble it, so that nobody is recorded twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.text import fold
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.merging import SimilarContact
    from coopdesk.ui.desk import Desk

_PAUSE_MS = 150
_SHOWN = 3
_SHORTEST = 3
_LONGEST_PX = 340


class SimilarContacts(QWidget):
    """Up to three contacts as links; hidden while there is none."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, own_id: int | None, verb: str) -> None:
        super().__init__()
        self._desk = desk
        self._own_id = own_id
        self._verb = verb
        self._typed = NewContact()
        self._title = plain_label(_("Already known?"), "small")
        self._links = [self._link() for _place in range(_SHOWN)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        self._reasons = [plain_label("", "small", wrap=True) for _place in range(_SHOWN)]
        for link, reason in zip(self._links, self._reasons, strict=True):
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(reason)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.hide()

    def _link(self) -> QPushButton:
        link = QPushButton()
        link.setProperty("kind", "link")
        link.setAutoDefault(False)
        link.clicked.connect(self._on_clicked)
        return link

    def look_for(self, typed: NewContact) -> None:
        """Look for contacts that resemble what is typed, once the person pauses."""
        self._typed = typed
        if len(fold(typed.display_name)) < _SHORTEST and not typed.email:
            self._pause.stop()
            self.show_similar([])
        else:
            self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        service = self._desk.services.duplicates
        find = partial(service.similar, self._typed, self._own_id, _SHOWN)
        done = partial(self._on_found, self._typed)
        self._desk.tasks.query(self, find, done, replaces="similar")

    def _on_found(self, typed: NewContact, found: Sequence[SimilarContact]) -> None:
        # What was typed may have been recorded meanwhile: it resembles nobody but itself.
        if typed is self._typed:
            self.show_similar(found)

    def show_similar(self, found: Sequence[SimilarContact]) -> None:
        """Show contacts as links, each with the reason."""
        shown = found[:_SHOWN]
        for number, link in enumerate(self._links):
            link.setVisible(number < len(shown))
            self._reasons[number].setVisible(number < len(shown))
            if number < len(shown):
                _name_link(link, shown[number], self._verb)
                self._reasons[number].setText(reasons_text(shown[number].reasons))
        self.setVisible(bool(shown))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("contact"))


def _name_link(link: QPushButton, similar: SimilarContact, verb: str) -> None:
    who = similar.contact
    name = _("{name}, archived").format(name=who.name) if who.is_archived else who.name
    named = " — ".join(part for part in (name, who.town or who.email) if part)
    text = _("{verb}: {name}").format(verb=verb, name=named)
    short = link.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST_PX)
    link.setText(short.replace("&", "&&"))
    link.setAccessibleName(text)
    link.setAccessibleDescription(reasons_text(similar.reasons))
    set_plain_tooltip(link, text)
    link.setProperty("contact", who.contact_id)
