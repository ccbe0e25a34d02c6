"""Asks for a contact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.identifiers import check_email, check_postcode
from coopdesk.domain.phones import normalise_phone
from coopdesk.domain.text import clean_line
from coopdesk.ui.contacts.rare_fields import RareFields, has_rare
from coopdesk.ui.contacts.similar import SimilarContacts
from coopdesk.ui.contacts.street_edit import StreetEdit
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.ui.widgets.town_edit import TownFields
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

_OF_PERSON = ("first_name", "last_name")
_OF_ORGANISATION = ("organisation_name",)


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
        self.rare = RareFields(self.form, desk, self._typed_name)
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

    def _watch(self) -> None:
        self.kind.chosen.connect(self._on_kind_chosen)
        self.similar.chosen.connect(self.existing_chosen)
        self.street.address_pasted.connect(self._on_address_pasted)
        names = (self.organisation_name, self.first_name, self.last_name)
        for field in (*names, self.email, self.phone):
            field.textEdited.connect(self._on_identity_edited)
        form = self.form
        form.check_on_leave("email", self._check_email)
        form.check_on_leave("phone", self._check_phone)
        form.check_on_leave("postal_code", self._check_postcode)
        rare = self.rare
        for grows in (rare.emails, rare.phones, rare.addresses, rare.tags):
            grows.resized.connect(self._follow)

    # what it shows

    def offer(self, fields: Sequence[CustomField], tags: Sequence[str]) -> None:
        """Add the fields of the association, and complete from the tags there are."""
        self.rare.own.offer(fields)
        self.rare.tags.offer(tags)
        self._follow()

    def show_parent(self, parent: Choice | None) -> None:
        """Name the organisation that this one belongs to."""
        self.rare.show_parent(parent)

    def show_household(self, names: Sequence[str]) -> None:
        """Say who moves along when the address changes."""
        said = _("Same household: the address changes for {names} too.")
        hint = said.format(names=", ".join(names)) if names else ""
        self.form.fields["city"].set_hint(hint)

    def show_profile(self, profile: NewContact) -> None:
        """Fill the fields."""
        is_organisation = profile.kind is ContactKind.ORGANISATION
        texts = {
            self.organisation_name: profile.organisation_name,
            self.first_name: "" if is_organisation else profile.first_name,
            self.last_name: "" if is_organisation else profile.last_name,
            self.email: profile.email,
            self.phone: profile.phone,
            self.street: profile.address.street,
            self.postal_code: profile.address.postal_code,
            self.city: profile.address.city,
        }
        for field, text in texts.items():
            field.setText(text)
            field.setCursorPosition(0)
        self.rare.show(profile)
        self.kind.choose(profile.kind)
        self._show_kind()
        self.similar.look_for(NewContact())
        if has_rare(profile):
            self.form.unfold()
        self.form.is_dirty = False

    def _show_kind(self) -> None:
        is_organisation = self.kind.key is ContactKind.ORGANISATION
        for name in _OF_PERSON:
            self.form.fields[name].setVisible(not is_organisation)
        for name in _OF_ORGANISATION:
            self.form.fields[name].setVisible(is_organisation)
        self.rare.show_kind(self.kind.key)
        (self.organisation_name if is_organisation else self.first_name).setFocus()

    @Slot()
    def _follow(self) -> None:
        """Let Tab go through what came, and make room for it."""
        follow_reading(self.form, self.cancel_button, self.repeat_button, self.submit_button)
        self._on_folded()

    # what the person does

    @Slot(object)
    def _on_kind_chosen(self, kind: ContactKind) -> None:
        """Keep the name that was typed before the kind was chosen."""
        typed, whole = self._typed_person(), self.organisation_name
        if kind is ContactKind.PERSON and not typed:
            self.last_name.setText(whole.text())
        elif kind is ContactKind.ORGANISATION and not whole.text():
            whole.setText(typed)
        self._show_kind()

    @Slot()
    def _on_identity_edited(self) -> None:
        is_organisation = self.kind.key is ContactKind.ORGANISATION
        typed = NewContact(
            kind=self.kind.key,
            organisation_name=self.organisation_name.text() if is_organisation else "",
            first_name="" if is_organisation else self.first_name.text(),
            last_name="" if is_organisation else self.last_name.text(),
            email=self.email.text(),
            phone=self.phone.text(),
        )
        self.similar.look_for(typed)

    @Slot(object)
    def _on_address_pasted(self, address: PostalAddress) -> None:
        self.street.setText(address.street)
        self.postal_code.setText(address.postal_code)
        self.city.setText(address.city)
        if address.complement:
            self.rare.complement.setText(address.complement)
            self.form.unfold()
        self.form.is_dirty = True

    def _typed_country(self) -> str:
        return str(self.rare.country.value)

    def _typed_name(self) -> str:
        if self.kind.key is ContactKind.ORGANISATION:
            return self.organisation_name.text()
        return self._typed_person()

    def _typed_person(self) -> str:
        return f"{self.first_name.text()} {self.last_name.text()}".strip()

    # checks on leaving a field

    def _check_email(self) -> None:
        self.email.setText(check_email(clean_line(self.email.text())))

    def _check_phone(self) -> None:
        self.phone.setText(normalise_phone(clean_line(self.phone.text())))

    def _check_postcode(self) -> None:
        text = self.postal_code.text()
        self.postal_code.setText(check_postcode(text, self._typed_country()))

    # what was typed

    @override
    def read(self) -> NewContact:
        kind, checks = self.kind.key, FieldChecks()
        nothing: dict[str, Any] = {}
        rare = checks.taken(lambda: self.rare.changes(kind), nothing)
        custom = self.rare.own.read(kind, checks)
        checks.finish()
        return replace(
            self._blank(kind),
            **self._names(kind),
            **rare,
            custom=custom,
            email=self.email.text(),
            phone=self.phone.text(),
            address=PostalAddress(
                street=self.street.text(),
                complement=self.rare.complement.text(),
                postal_code=self.postal_code.text(),
                city=self.city.text(),
                country=self._typed_country(),
            ),
        )

    def _blank(self, kind: ContactKind) -> NewContact:
        """Return what has no field here and must not be lost."""
        if kind is self._start.kind:
            return self._start
        return NewContact(kind=kind, photo_id=self._start.photo_id)

    def _names(self, kind: ContactKind) -> dict[str, Any]:
        if kind is ContactKind.ORGANISATION:
            return {"organisation_name": self.organisation_name.text()}
        return {"last_name": self.last_name.text(), "first_name": self.first_name.text()}

    @override
    def start_again(self) -> None:
        self._start = NewContact(kind=self.kind.key)
        self.show_profile(self._start)
