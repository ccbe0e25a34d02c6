"""Opens the form of a gift from any page and sends what was typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.donation_rules import refuse_frozen
from coopdesk.domain.errors import RuleError
from coopdesk.domain.gift_kinds import GiftKind, gift_kind
from coopdesk.domain.payments import PaymentSource
from coopdesk.ui.donations.dialog import DonationDialog, GiftStart
from coopdesk.ui.expenses.targets import NewSheetFor
from coopdesk.ui.feedback import Question, error_sentence
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.association import Association
    from coopdesk.domain.donations import Donation, NewDonation
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class DonationEditor(QObject):
    """Records and corrects gifts over a page."""

    saved = Signal(object)  # Donation

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._kind = GiftKind.CASH
        self._corrected: int | None = None
        self.dialog: DonationDialog | None = None

    @Slot()
    def add(
        self, donor: Choice | None = None, campaign: str = "", tier_id: int | None = None
    ) -> None:
        """Ask for a new gift; the form opens at once, so that no key is lost."""
        start = GiftStart(donor=donor, kind=self._kind, campaign=campaign, tier_id=tier_id)
        self._open(start, None)

    def correct(self, donation_id: int) -> None:
        """Ask what is to change of a gift, or say why nothing can."""
        read = partial(_read_gift, self._desk.services, donation_id)
        self._desk.tasks.query(self, read, self._on_gift, replaces="gift")

    def _on_gift(self, found: tuple[Donation, bool]) -> None:
        gift, is_from_platform = found
        if gift.receipt_number or gift.returned is not None:
            self._say_locked(gift)
            return
        donor_id = gift.content.donor_id
        donor = None if donor_id is None else Choice(donor_id, gift.donor_name)
        start = GiftStart(
            gift.content, donor, is_from_platform=is_from_platform, donation_id=gift.id
        )
        self._open(start, gift.id)

    def _say_locked(self, gift: Donation) -> None:
        """Say why nothing changes, and the legal way to change it all the same."""
        try:
            refuse_frozen(gift)
        except RuleError as error:
            if gift.receipt_id is None:
                self._desk.feedback.show_error(error)
                return
            question = Question(
                _("This gift is locked"),
                error_sentence(error),
                _("Open the receipt"),
                # "Cancel" is what the sentence says of the receipt, in French.
                refusal=_("Close"),
            )
            open_receipt = partial(self._desk.navigator.open, "receipts", gift.receipt_id)
            self._desk.feedback.confirm(question, open_receipt, self._window)

    def _open(self, start: GiftStart, donation_id: int | None) -> None:
        if self.dialog is not None:
            return
        dialog = DonationDialog(self._desk, self._window, start)
        self.dialog = dialog
        self._corrected = donation_id
        dialog.submitted.connect(self._on_submitted)
        dialog.expenses_wanted.connect(self._on_expenses)
        dialog.finished.connect(self._on_finished)
        services = self._desk.services
        self._desk.tasks.query(dialog, services.campaigns.names, dialog.show_campaigns)
        self._desk.tasks.query(dialog, services.association.get, self._on_association)
        dialog.open()

    def _on_association(self, association: Association | None) -> None:
        if self.dialog is not None:
            is_eligible = association is not None and association.is_ifi_eligible
            self.dialog.offer_ifi(offered=is_eligible)

    @Slot(object)
    def _on_expenses(self, volunteer: Choice | None) -> None:
        self._desk.navigator.open("donations", NewSheetFor(volunteer))

    @Slot(object)
    def _on_submitted(self, new: NewDonation) -> None:
        dialog, gifts = self.dialog, self._desk.services.donations
        if dialog is None:
            return
        call: partial[Outcome[Donation]] = (
            partial(gifts.record, new)
            if self._corrected is None
            else partial(gifts.correct, self._corrected, new)
        )
        self._desk.tasks.command(
            dialog, call, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, gift: Donation) -> None:
        if self._corrected is None:
            content = gift.content
            self._kind = gift_kind(content.nature, content.mode) or self._kind
        if self.dialog is not None:
            self.dialog.saved()
        self.saved.emit(gift)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _read_gift(services: Services, donation_id: int) -> tuple[Donation, bool]:
    """Return a gift, and whether a platform says what it is; runs on the worker."""
    gift = services.donations.get(donation_id)
    if gift.payment_id is None:
        return gift, False
    source = services.payments.get(gift.payment_id).content.source
    return gift, source is not PaymentSource.MANUAL
