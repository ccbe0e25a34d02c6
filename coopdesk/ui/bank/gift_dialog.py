"""Records the gift that a line of a statement brought: who gave, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.donations import Ineligibility, NewDonation
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.bank.making import mode_of
from coopdesk.ui.bank.words import line_said
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.donations.words import eligibility_text
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class GiftSetting:
    """The line and the campaigns there are."""

    row: StatementRow
    campaigns: tuple[str, ...]


def read_gift_setting(services: Services, row: StatementRow) -> GiftSetting:
    """Read what the form offers; runs on the worker."""
    return GiftSetting(row, tuple(services.campaigns.names()))


class LineGiftDialog(FormDialog):
    """Day and amount are the line's: a transfer counts on the day it is credited."""

    def __init__(self, desk: Desk, setting: GiftSetting, parent: QWidget) -> None:
        super().__init__(_("New gift from the line"), _("Record the gift"), parent)
        self._row = row = setting.row
        form = self.form
        form.add_widget(plain_label(line_said(row), "strong", wrap=True))
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.new_donor = NewOnTheWay(desk, self, picker)
        hint = _("Leave empty for an anonymous gift.")
        self.donor = form.add("donor", _("Donor"), picker, hint)
        form.check_on_leave("donor", self._check_donor)
        campaigns = [("", "—"), *((name, name) for name in setting.campaigns)]
        self.campaign = form.add("campaign", _("Campaign"), ChoiceBox[str](campaigns))
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode = form.add("mode", _("Mode of payment"), ChoiceBox(modes))
        self.mode.choose(mode_of(row))
        reasons: tuple[Ineligibility | None, ...] = (None, *Ineligibility)
        self.eligibility = form.add(
            "eligibility",
            _("Tax receipt"),
            ChoiceBox([(reason, eligibility_text(reason)) for reason in reasons]),
        )
        self.note = form.add("note", _("Note"), QLineEdit())
        if row.contact_id is not None:
            picker.set_contact(Choice(row.contact_id, row.contact_name))
        picker.lead_to(self.campaign)
        picker.setFocus()

    def _check_donor(self) -> None:
        self.donor.refuse_unmatched("donation.donor_not_chosen", "donor")

    @override
    def read(self) -> NewDonation:
        self._check_donor()
        return NewDonation(
            received_on=self._row.booked_on,
            amount=self._row.remainder,
            mode=self.mode.value,
            donor_id=self.donor.contact_id(),
            campaign=self.campaign.value,
            ineligibility=self.eligibility.value,
            note=self.note.text().strip(),
        )
