"""Who still owes something for the event, so that their cash goes into the box by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from coopdesk.domain.money import ZERO
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import Party
    from coopdesk.services.registry import Services


class OwingList(QListView):
    """Enter or a double click takes the money of a party."""

    party_chosen = Signal(object)  # Party

    def __init__(self) -> None:
        super().__init__()
        self.parties: list[Party] = []
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName(_("Still to pay"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._on_activated)

    def show_parties(self, parties: Sequence[Party]) -> None:
        """List who owes."""
        self.parties = list(parties)
        self._items.clear()
        for party in parties:
            self._items.appendRow(QStandardItem(_text(party)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.party_chosen.emit(self.parties[index.row()])


def read_owing(services: Services, event_id: int) -> list[Party]:
    """Return the parties that owe something, by name; runs on the worker."""
    return [one for one in services.registrations.parties(event_id) if one.left > ZERO]


def _text(party: Party) -> str:
    amount = money_text(party.left)
    names = ", ".join(party.names)
    return _("{names}: {amount}").format(names=names or party.payer_name, amount=amount)
