"""Narrows the list of entries: journal, account, activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.journals import Journal
    from coopdesk.ui.desk import Desk

_ACCOUNT_WIDTH = 220
_ACTIVITY_LENGTH = 16


class EntryFilters(QWidget):
    """``changed`` tells that something else is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.journal_box = ChoiceBox[str]([("", _("All journals"))])
        self.journal_box.setAccessibleName(_("Journal"))
        self.activity_box = ChoiceBox[int | None]([(None, _("All activities"))])
        self.activity_box.setAccessibleName(_("Activity"))
        self.activity_box.setMinimumContentsLength(_ACTIVITY_LENGTH)
        self.account_picker = AccountPicker(desk)
        self.account_picker.setPlaceholderText(_("All accounts"))
        self.account_picker.setAccessibleName(_("Account"))
        self.account_picker.setToolTip(_("A number, the beginning of one, or words"))
        self.account_picker.setClearButtonEnabled(True)
        self.account_picker.offer_nothing_new()
        self.account_picker.setFixedWidth(_ACCOUNT_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.journal_box, self.account_picker, self.activity_box):
            row.addWidget(widget)
        row.addStretch(1)
        self.activity_box.hide()
        self.journal_box.activated.connect(self._on_chosen)
        self.activity_box.activated.connect(self._on_chosen)
        self.account_picker.chosen.connect(self._on_account)
        self.account_picker.textEdited.connect(self._on_typed)

    def offer(self, journals: Iterable[Journal], activities: Iterable[Activity]) -> None:
        """Offer what there is; the choices are kept."""
        known = [(x.code, f"{x.code} {x.name}") for x in journals]
        self.journal_box.set_choices([("", _("All journals")), *known])
        named = [(x.id, x.title) for x in activities]
        self.activity_box.set_choices([(None, _("All activities")), *named])
        self.activity_box.setVisible(bool(named))

    @property
    def account(self) -> str:
        """The number of an account, or the beginning of one; empty for all."""
        number = self.account_picker.number
        return number if number[:1].isdigit() else ""

    @property
    def is_narrow(self) -> bool:
        """Whether any entry may be hidden."""
        boxes = (self.journal_box.value, self.activity_box.value, self.account)
        return any(boxes)

    def clear(self) -> None:
        """Show everything, without telling."""
        self.journal_box.choose("")
        self.activity_box.choose(None)
        with QSignalBlocker(self.account_picker):
            self.account_picker.set_contact(None)

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_account(self, _account_id: int | None) -> None:
        self.changed.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        # Figures narrow the list as they are typed, words once an account is chosen.
        if not text.strip() or text.strip()[0].isdigit():
            self.changed.emit()
