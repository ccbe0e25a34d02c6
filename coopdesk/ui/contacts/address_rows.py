"""Further postal addresses of a contact, as rows of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import FurtherAddress
from coopdesk.ui.contacts.point_rows import label_box
from coopdesk.ui.contacts.street_edit import StreetEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.ui.widgets.town_edit import TownFields
from coopdesk.wording.formats import country_choices
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.ui.desk import Desk

_POSTCODE_WIDTH = 112


class AddressRow(EntryRow):
    """One address; a whole one that is pasted into the street fills its fields."""

    def __init__(self, desk: Desk, name: Callable[[], str]) -> None:
        super().__init__()
        self.label = label_box()
        self.street = StreetEdit(name)
        self.complement = QLineEdit()
        self._towns = TownFields(desk.tasks, desk.services.places, self._country, self)
        self.postal_code = self._towns.postal_code
        self.city = self._towns.city
        self.country = ChoiceBox(country_choices())
        self.country.choose("FR")
        for field, said in (
            (self.street, _("Number and street")),
            (self.complement, _("Complement")),
            (self.postal_code, _("Postcode")),
            (self.city, _("Town")),
        ):
            field.setPlaceholderText(said)
            field.setAccessibleName(said)
            self.watch(field)
        self.country.setAccessibleName(_("Country"))
        self.postal_code.setFixedWidth(_POSTCODE_WIDTH)
        self.watch(self.label)
        self.watch(self.country)
        self.street.address_pasted.connect(self._on_pasted)
        self.city.textChanged.connect(self.name_remove_button)
        self.name_remove_button("")
        self._lay_out()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 12, 8, 12)
        grid.setSpacing(8)
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(self.remove_button, 0, 2)
        grid.addWidget(self.street, 1, 0, 1, 3)
        grid.addWidget(self.complement, 2, 0, 1, 3)
        grid.addWidget(self.postal_code, 3, 0)
        grid.addWidget(self.city, 3, 1, 1, 2)
        grid.addWidget(self.country, 4, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.street

    def _country(self) -> str:
        return str(self.country.value)

    def address(self) -> FurtherAddress:
        """Return what is typed, as it is."""
        address = PostalAddress(
            street=self.street.text(),
            complement=self.complement.text(),
            postal_code=self.postal_code.text(),
            city=self.city.text(),
            country=self._country(),
        )
        return FurtherAddress(address, self.label.currentText())

    def show_address(self, further: FurtherAddress) -> None:
        """Fill the fields."""
        self.label.setEditText(further.label)
        self._show(further.address)
        code = further.address.country
        if code and not self.country.offers(code):
            self.country.set_choices([*country_choices(), (code, code)])
        self.country.choose(code or "FR")

    def _show(self, address: PostalAddress) -> None:
        for field, text in (
            (self.street, address.street),
            (self.complement, address.complement),
            (self.postal_code, address.postal_code),
            (self.city, address.city),
        ):
            field.setText(text)
            field.setCursorPosition(0)

    @Slot(object)
    def _on_pasted(self, address: PostalAddress) -> None:
        self._show(address)
        self.edited.emit()


class AddressRows(RowList[AddressRow]):
    """The further addresses."""

    def __init__(self, desk: Desk, name: Callable[[], str]) -> None:
        super().__init__(lambda: AddressRow(desk, name), _("Add an address"))

    def addresses(self) -> tuple[FurtherAddress, ...]:
        """Return what is typed."""
        return tuple(row.address() for row in self.rows)

    def set_addresses(self, addresses: Iterable[FurtherAddress]) -> None:
        """Show these addresses."""
        self.clear_rows()
        for further in addresses:
            self.add_row().show_address(further)

    def check(self) -> None:
        """Raise RuleError for the first address that cannot be right."""
        for row in self.rows:
            row.address().address.checked()
