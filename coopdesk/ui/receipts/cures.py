"""What unblocks a gift: its donor's address here, the rest on the page where it belongs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.receipts import Cure
from coopdesk.ui.receipts.address_dialog import AddressDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.address_dialog import AddressChange
    from coopdesk.ui.receipts.review_rows import ReviewRow


class Cures(QObject):
    """Carries out the cure of a row; addresses can be completed one donor after the other."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._waiting: list[int] = []
        self.dialog: AddressDialog | None = None

    def cure(self, row: ReviewRow, listed: Sequence[ReviewRow]) -> None:
        """Begin the cure of a row; ``listed`` are the rows whose addresses may follow."""
        gift = row.line.gift
        if row.line.cure is Cure.CONTACT and gift.donor_id is not None:
            self._waiting = _donors_after(gift.donor_id, listed)
            self._ask_address(gift.donor_id)
        elif row.line.cure is Cure.PAYMENT:
            self._desk.navigator.open("imports", gift.payment_id)
        elif row.line.cure is Cure.PROFILE:
            self._desk.navigator.open("settings", "profile")
        else:
            self._desk.navigator.open("donations", gift.donation_id)

    def _ask_address(self, contact_id: int) -> None:
        contacts = self._desk.services.contacts
        self._desk.tasks.query(self, partial(contacts.get, contact_id), self._on_contact)

    def _on_contact(self, contact: Contact) -> None:
        if self.dialog is not None:
            self.dialog.show_contact(contact)
            self.dialog.show_others(len(self._waiting))
            return
        self.dialog = AddressDialog(contact, self._window, others=len(self._waiting))
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.next_wanted.connect(self._on_next_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, change: AddressChange) -> None:
        dialog, contacts = self.dialog, self._desk.services.contacts
        if dialog is not None:
            self._desk.tasks.command(
                dialog,
                partial(contacts.change, change.contact_id, change.profile),
                dialog.saved,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    @Slot()
    def _on_next_wanted(self) -> None:
        if self._waiting:
            self._ask_address(self._waiting.pop(0))
        elif self.dialog is not None:
            self.dialog.accept()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _donors_after(donor_id: int, listed: Sequence[ReviewRow]) -> list[int]:
    """Return the other donors without address, from this one's place in the list on."""
    found = [
        row.line.gift.donor_id
        for row in listed
        if row.line.cure is Cure.CONTACT and row.line.gift.donor_id is not None
    ]
    donors = list(dict.fromkeys(found))
    at = donors.index(donor_id) if donor_id in donors else 0
    return [donor for donor in (*donors[at:], *donors[:at]) if donor != donor_id]
