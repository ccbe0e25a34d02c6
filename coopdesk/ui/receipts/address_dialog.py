"""Completes a donor's postal address without leaving the review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError, raise_all
from coopdesk.ui.contacts.street_edit import StreetEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.town_edit import TownFields
from coopdesk.wording.formats import country_choices
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class AddressChange:
    """A contact with its address completed."""

    contact_id: int
    profile: NewContact


class AddressDialog(FormDialog):
    """Asks for the address of one donor, then perhaps of the next one."""

    next_wanted = Signal()

    def __init__(
        self, contact: Contact, desk: Desk, parent: QWidget, *, others: int = 0
    ) -> None:
        super().__init__(
            _("Complete the address"),
            _("Save"),
            parent,
            repeat_verb=_("Save and next") if others else "",
        )
        self._contact = contact
        self._name = plain_label("", "heading", wrap=True)
        self.form.add_widget(self._name)
        self.street = self.form.add(
            "street", _("Number and street"), StreetEdit(self._typed_name), required=True
        )
        self.street.address_pasted.connect(self._on_address_pasted)
        self._towns = TownFields(desk.tasks, desk.services.places, self._typed_country, self)
        self.postal_code = self.form.add(
            "postal_code", _("Postcode"), self._towns.postal_code, required=True
        )
        self.city = self.form.add("city", _("Town"), self._towns.city, required=True)
        self.complement = self.form.add(
            "complement", _("Complement"), QLineEdit(), _("Building, hamlet, care of…")
        )
        self.country = self.form.add("country", _("Country"), ChoiceBox(country_choices()))
        self.postal_code.setMaximumWidth(160)
        self.show_contact(contact)

    def show_contact(self, contact: Contact) -> None:
        """Ask for the address of this contact."""
        self._contact = contact
        address = contact.profile.address
        self._name.setText(contact.display_name)
        self.street.setText(address.street)
        self.complement.setText(address.complement)
        self.postal_code.setText(address.postal_code)
        self.city.setText(address.city)
        self.country.choose(address.country)
        self.form.is_dirty = False
        self._first_empty().setFocus()

    def _typed_name(self) -> str:
        return self._contact.display_name

    def _typed_country(self) -> str:
        return self.country.value

    @Slot(object)
    def _on_address_pasted(self, address: PostalAddress) -> None:
        self.street.setText(address.street)
        self.complement.setText(address.complement)
        self.postal_code.setText(address.postal_code)
        self.city.setText(address.city)
        self.form.is_dirty = True

    def show_others(self, others: int) -> None:
        """Offer the next donor while there is one."""
        self.repeat_button.setVisible(others > 0)

    @override
    def read(self) -> AddressChange:
        address = replace(
            self._contact.profile.address,
            street=self.street.text(),
            complement=self.complement.text(),
            postal_code=self.postal_code.text(),
            city=self.city.text(),
            country=self.country.value,
        )
        raise_all(_wrong(address))
        return AddressChange(self._contact.id, replace(self._contact.profile, address=address))

    @override
    def start_again(self) -> None:
        self.next_wanted.emit()

    def _first_empty(self) -> QLineEdit:
        fields = (self.street, self.postal_code, self.city)
        return next((field for field in fields if not field.text().strip()), self.street)


def _wrong(address: PostalAddress) -> list[RuleError]:
    """Return what a receipt still misses, or a postcode that cannot be one."""
    errors = []
    if not address.street.strip():
        errors.append(RuleError("address.street_missing", field="street"))
    if not address.postal_code.strip() and address.country == "FR":
        errors.append(RuleError("address.postcode_missing", field="postal_code"))
    if not address.city.strip():
        errors.append(RuleError("address.town_missing", field="city"))
    try:
        address.checked()
    except RuleError as error:
        errors.append(error)
    return errors
