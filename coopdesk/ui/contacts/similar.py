"""Says beside the name which contacts resemble it, so that nobody is recorded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.text import fold
from coopdesk.ui.contacts.choices import choice_of
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

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
        self._name = ""
        self._title = plain_label(_("Already known?"), "small")
        self._links = [self._link() for _place in range(_SHOWN)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        for link in self._links:
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
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

    def look_for(self, name: str) -> None:
        """Look for contacts whose name holds these words, once the person pauses."""
        self._name = name.strip()
        if len(fold(self._name)) < _SHORTEST:
            self._pause.stop()
            self.show_choices([])
        else:
            self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        name, contacts = self._name, self._desk.services.contacts

        def find() -> list[Choice]:
            lines = contacts.suggest(name, _SHOWN + 1)
            lines += contacts.find(
                ContactFilter(text=name, state=ContactState.ARCHIVED), _SHOWN
            )
            return [choice_of(line) for line in lines if line.id != self._own_id]

        self._desk.tasks.query(self, find, self.show_choices, replaces="similar")

    def show_choices(self, choices: list[Choice]) -> None:
        """Show contacts as links."""
        shown = choices[:_SHOWN]
        for number, link in enumerate(self._links):
            link.setVisible(number < len(shown))
            if number < len(shown):
                _name_link(link, shown[number], self._verb)
        self.setVisible(bool(shown))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("contact"))


def _name_link(link: QPushButton, choice: Choice, verb: str) -> None:
    text = _("{verb}: {name}").format(verb=verb, name=choice.text)
    short = link.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST_PX)
    link.setText(short.replace("&", "&&"))
    link.setAccessibleName(text)
    set_plain_tooltip(link, text)
    link.setProperty("contact", choice.id)
