"""Asks for a contact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.identifiers import check_email, check_postcode, check_siren
from coopdesk.domain.phones import normalise_phone
from coopdesk.domain.text import clean_line
from coopdesk.ui.contacts.similar import SimilarContacts
from coopdesk.ui.contacts.street_edit import StreetEdit
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.town_edit import TownFields
from coopdesk.wording.formats import country_choices
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.ui.desk import Desk

_OF_PERSON = ("first_name", "last_name", "civility")
_OF_ORGANISATION = (
    "organisation_name",
    "legal_form",
    "siren",
    "contact_first_name",
    "contact_last_name",
)
_NOTE_HEIGHT = 88


class ContactDialog(FormDialog):
    """A person or an organisation; ``start`` fills the fields, ``contact_id`` says whose.

    ``existing_chosen`` tells that the person goes to a contact that resembles the name typed.
    """

    existing_chosen = Signal(int)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        start: NewContact | None = None,
        contact_id: int | None = None,
        *,
        similar_verb: str = "",
    ) -> None:
        is_new = contact_id is None
        title = _("New contact") if is_new else _("Change the contact")
        super().__init__(
            title, _("Save"), parent, repeat_verb=_("Save and new") if is_new else ""
        )
        self._start = start or NewContact()
        self.kind = ChoiceChips(_("Kind"), [(kind, label(kind)) for kind in ContactKind])
        self.similar = SimilarContacts(desk, contact_id, similar_verb or _("Open"))
        self._towns = TownFields(desk.tasks, desk.services.places, self._typed_country, self)
        self._add_name()
        self._add_reach()
        self.form.fold_rest()
        self._add_rare()
        self._watch()
        self.show_profile(self._start)

    # fields

    def _add_name(self) -> None:
        form = self.form
        form.add_widget(self.kind)
        self.organisation_name = form.add(
            "organisation_name", _("Name of the organisation"), QLineEdit(), required=True
        )
        self.first_name = form.add("first_name", _("First name"), QLineEdit())
        self.last_name = form.add("last_name", _("Last name"), QLineEdit(), required=True)
        form.add_widget(self.similar)

    def _add_reach(self) -> None:
        form = self.form
        self.email = form.add("email", _("E-mail"), QLineEdit())
        self.phone = form.add("phone", _("Phone"), QLineEdit())
        self.street = form.add("street", _("Number and street"), StreetEdit(self._typed_name))
        self.postal_code = form.add("postal_code", _("Postcode"), self._towns.postal_code)
        self.postal_code.setMaximumWidth(160)
        self.city = form.add("city", _("Town"), self._towns.city)

    def _add_rare(self) -> None:
        form = self.form
        self.complement = form.add(
            "complement", _("Complement"), QLineEdit(), _("Building, hamlet, care of…")
        )
        self.country = form.add("country", _("Country"), ChoiceBox(country_choices()))
        civilities = [(civility, label(civility)) for civility in Civility]
        self.civility = form.add("civility", _("Civility"), ChoiceBox(civilities))
        self.legal_form = form.add("legal_form", _("Legal form"), QLineEdit())
        self.siren = form.add("siren", _("SIREN"), QLineEdit(), _("Nine digits"))
        self.contact_first_name = form.add(
            "contact_first_name", _("Contact person: first name"), QLineEdit()
        )
        self.contact_last_name = form.add(
            "contact_last_name", _("Contact person: last name"), QLineEdit()
        )
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)

    def _watch(self) -> None:
        self.kind.chosen.connect(self._on_kind_chosen)
        self.similar.chosen.connect(self.existing_chosen)
        self.street.address_pasted.connect(self._on_address_pasted)
        for field in (self.organisation_name, self.first_name, self.last_name):
            field.textEdited.connect(self._on_name_edited)
        form = self.form
        form.check_on_leave("email", self._check_email)
        form.check_on_leave("phone", self._check_phone)
        form.check_on_leave("postal_code", self._check_postcode)
        form.check_on_leave("siren", self._check_siren)

    def show_profile(self, profile: NewContact) -> None:
        """Fill the fields."""
        is_organisation = profile.kind is ContactKind.ORGANISATION
        first, last = profile.first_name, profile.last_name
        texts = {
            self.organisation_name: profile.organisation_name,
            self.first_name: "" if is_organisation else first,
            self.last_name: "" if is_organisation else last,
            self.contact_first_name: first if is_organisation else "",
            self.contact_last_name: last if is_organisation else "",
            self.legal_form: profile.legal_form,
            self.siren: profile.siren,
            self.email: profile.email,
            self.phone: profile.phone,
            self.street: profile.address.street,
            self.complement: profile.address.complement,
            self.postal_code: profile.address.postal_code,
            self.city: profile.address.city,
        }
        for field, text in texts.items():
            field.setText(text)
            field.setCursorPosition(0)
        self.note.setPlainText(profile.note)
        self.civility.choose(profile.civility)
        self._show_country(profile.address.country)
        self.kind.choose(profile.kind)
        self._show_kind()
        self.similar.show_choices([])
        if _has_rare(profile):
            self.form.unfold()
        self.form.is_dirty = False

    def _show_country(self, code: str) -> None:
        """Choose a country; a code that nobody knows is offered as it is."""
        if code and not self.country.offers(code):
            self.country.set_choices([*country_choices(), (code, code)])
        self.country.choose(code or "FR")

    def _show_kind(self) -> None:
        is_organisation = self.kind.key is ContactKind.ORGANISATION
        for name in _OF_PERSON:
            self.form.fields[name].setVisible(not is_organisation)
        for name in _OF_ORGANISATION:
            self.form.fields[name].setVisible(is_organisation)
        (self.organisation_name if is_organisation else self.first_name).setFocus()

    # what the person does

    @Slot(object)
    def _on_kind_chosen(self, kind: ContactKind) -> None:
        """Keep the name that was typed before the kind was chosen."""
        names = self.organisation_name, self.last_name
        old, new = names if kind is ContactKind.PERSON else names[::-1]
        if not new.text() and old.text():
            new.setText(old.text())
        self._show_kind()

    @Slot()
    def _on_name_edited(self) -> None:
        self.similar.look_for(self._typed_name())

    @Slot(object)
    def _on_address_pasted(self, address: PostalAddress) -> None:
        self.street.setText(address.street)
        self.postal_code.setText(address.postal_code)
        self.city.setText(address.city)
        if address.complement:
            self.complement.setText(address.complement)
            self.form.unfold()
        self.form.is_dirty = True

    def _typed_country(self) -> str:
        return str(self.country.value)

    def _typed_name(self) -> str:
        if self.kind.key is ContactKind.ORGANISATION:
            return self.organisation_name.text()
        return f"{self.first_name.text()} {self.last_name.text()}".strip()

    # checks on leaving a field

    def _check_email(self) -> None:
        self.email.setText(check_email(clean_line(self.email.text())))

    def _check_phone(self) -> None:
        self.phone.setText(normalise_phone(clean_line(self.phone.text())))

    def _check_postcode(self) -> None:
        text, country = self.postal_code.text(), self.country.value
        self.postal_code.setText(check_postcode(text, country))

    def _check_siren(self) -> None:
        self.siren.setText(check_siren(self.siren.text()))

    # what was typed

    @override
    def read(self) -> NewContact:
        read_kind: Callable[[], NewContact] = (
            self._organisation if self.kind.key is ContactKind.ORGANISATION else self._person
        )
        address = PostalAddress(
            street=self.street.text(),
            complement=self.complement.text(),
            postal_code=self.postal_code.text(),
            city=self.city.text(),
            country=self.country.value,
        )
        return replace(
            read_kind(),
            email=self.email.text(),
            phone=self.phone.text(),
            address=address,
            note=self.note.toPlainText(),
        )

    def _person(self) -> NewContact:
        return NewContact(
            kind=ContactKind.PERSON,
            civility=self.civility.value,
            last_name=self.last_name.text(),
            first_name=self.first_name.text(),
        )

    def _organisation(self) -> NewContact:
        return NewContact(
            kind=ContactKind.ORGANISATION,
            organisation_name=self.organisation_name.text(),
            last_name=self.contact_last_name.text(),
            first_name=self.contact_first_name.text(),
            legal_form=self.legal_form.text(),
            siren=self.siren.text(),
        )

    @override
    def start_again(self) -> None:
        self.show_profile(NewContact(kind=self.kind.key))


def _has_rare(profile: NewContact) -> bool:
    """Tell whether something stands in the fields folded under *Plus*."""
    is_organisation = profile.kind is ContactKind.ORGANISATION
    rare = (
        profile.address.complement,
        profile.address.country not in {"", "FR"},
        profile.note,
        profile.civility is not Civility.NONE and not is_organisation,
        is_organisation and (profile.legal_form or profile.siren),
        is_organisation and (profile.first_name or profile.last_name),
    )
    return any(rare)
