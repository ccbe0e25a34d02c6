"""What unblocks a gift: in a small dialog here, or on the page where it belongs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.receipts import Cure
from coopdesk.ui.receipts.address_dialog import AddressDialog
from coopdesk.ui.receipts.company_dialog import CompanyDialog
from coopdesk.ui.receipts.mode_dialog import ModeChange, ModeDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.donations import Donation
    from coopdesk.services.donations import DonationService
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.address_dialog import AddressChange
    from coopdesk.ui.receipts.review_rows import ReviewRow

    CureDialog: TypeAlias = AddressDialog | CompanyDialog | ModeDialog

_ADDRESS = "address_missing"
_OF_COMPANIES = frozenset({"legal_form_missing", "siren_missing"})
_MODE = "mode_missing"
_NAME = "name_missing"


class Cures(QObject):
    """Carries out the cure of a row; addresses can be completed one donor after the other."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._waiting: list[int] = []
        self.dialog: CureDialog | None = None

    def cure(self, row: ReviewRow, listed: Sequence[ReviewRow]) -> None:
        """Begin the cure of a row; ``listed`` are the rows whose addresses may follow."""
        gift, reason = row.line.gift, row.line.reason
        if reason == _ADDRESS and gift.donor_id is not None:
            self._waiting = _donors_after(gift.donor_id, listed)
            self._ask_about(gift.donor_id, self._on_addressee)
        elif reason in _OF_COMPANIES and gift.donor_id is not None:
            self._ask_about(gift.donor_id, self._on_company)
        elif reason == _MODE:
            self._open(ModeDialog(gift, self._window))
        else:
            self._lead_to(row)

    def _lead_to(self, row: ReviewRow) -> None:
        """Go to the page where the cure is."""
        gift, cure = row.line.gift, row.line.cure
        go = self._desk.navigator.open
        is_about_donor = cure is Cure.CONTACT or row.line.reason == _NAME
        if is_about_donor and gift.donor_id is not None:
            go("contacts", gift.donor_id)
        elif cure is Cure.PAYMENT:
            go("imports", gift.payment_id)
        elif cure is Cure.PROFILE:
            fields = row.line.values.get("fields")
            first = fields[0] if isinstance(fields, tuple) and fields else ""
            go("settings", ("profile", first) if first else "profile")
        else:
            go("donations", gift.donation_id)

    def _ask_about(self, contact_id: int, done: Callable[[Contact], None]) -> None:
        contacts = self._desk.services.contacts
        self._desk.tasks.query(self, partial(contacts.get, contact_id), done)

    def _on_addressee(self, contact: Contact) -> None:
        if isinstance(self.dialog, AddressDialog):
            self.dialog.show_contact(contact)
            self.dialog.show_others(len(self._waiting))
            return
        others = len(self._waiting)
        dialog = AddressDialog(contact, self._desk, self._window, others=others)
        dialog.next_wanted.connect(self._on_next_wanted)
        self._open(dialog)

    def _on_company(self, contact: Contact) -> None:
        self._open(CompanyDialog(contact, self._window))

    def _open(self, dialog: CureDialog) -> None:
        self.dialog = dialog
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, change: AddressChange | ModeChange) -> None:
        dialog = self.dialog
        if dialog is not None:
            self._desk.tasks.command(
                dialog,
                self._command(change),
                dialog.saved,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    def _command(self, change: AddressChange | ModeChange) -> Callable[[], Outcome[Any]]:
        services = self._desk.services
        if isinstance(change, ModeChange):
            return partial(_say_mode, services.donations, change)
        return partial(services.contacts.change, change.contact_id, change.profile)

    @Slot()
    def _on_next_wanted(self) -> None:
        if self._waiting:
            self._ask_about(self._waiting.pop(0), self._on_addressee)
        elif self.dialog is not None:
            self.dialog.accept()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _say_mode(service: DonationService, change: ModeChange) -> Outcome[Donation]:
    """Correct the mode of a gift as it is now; runs on the worker."""
    content = service.get(change.donation_id).content
    return service.correct(change.donation_id, replace(content, mode=change.mode))


def _donors_after(donor_id: int, listed: Sequence[ReviewRow]) -> list[int]:
    """Return the other donors without address, from this one's place in the list on."""
    found = [
        row.line.gift.donor_id
        for row in listed
        if row.line.reason == _ADDRESS and row.line.gift.donor_id is not None
    ]
    donors = list(dict.fromkeys(found))
    at = donors.index(donor_id) if donor_id in donors else 0
    return [donor for donor in (*donors[at:], *donors[:at]) if donor != donor_id]
