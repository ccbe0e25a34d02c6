"""Asks who registers, at which tariff, with which options, and who pays with whom."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import NewRegistration, RegistrationState
from coopdesk.domain.events import Pricing, TariffKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.events.money_dialogs import find_parties
from coopdesk.ui.events.option_fields import OptionFields
from coopdesk.ui.events.words import price_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import Registration, RegistrationCounts
    from coopdesk.domain.events import EventSheet, Tariff
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 56
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class RegistrationOffer:
    """What the form offers: tariffs, and how full the event is."""

    sheet: EventSheet
    counts: RegistrationCounts
    registration: Registration | None = None


def read_registration_offer(
    services: Services, event_id: int, registration_id: int | None
) -> RegistrationOffer:
    """Read what the form offers; runs on the worker, raises NotFoundError."""
    service = services.registrations
    known = service.get(registration_id) if registration_id is not None else None
    sheet, counts = services.events.sheet(event_id), service.counts(event_id)
    return RegistrationOffer(sheet, counts, known)


class RegistrationDialog(FormDialog):
    """A contact, or a guest by name; what is owed is said while it is chosen."""

    def __init__(self, desk: Desk, offer: RegistrationOffer, parent: QWidget) -> None:
        known = offer.registration
        is_new = known is None
        super().__init__(
            _("New registration") if is_new else _("Change the registration"),
            _("Register this person") if is_new else _("Save"),
            parent,
            repeat_verb=_("Register and new") if is_new else "",
        )
        self._desk, self._offer = desk, offer
        self.counts = counts = offer.counts
        self._has_others = known is None and bool(counts.registered or counts.waiting)
        self._event_id = offer.sheet.event.id
        self._build_who()
        self._build_what(offer.sheet.tariffs)
        self._build_rest()
        if known is not None:
            self._show(known)
        self.tariff.currentIndexChanged.connect(self._on_tariff)
        self.price.textChanged.connect(self._say_due)
        self.options.edited.connect(self._say_due)
        self._follow()
        self.form.is_dirty = False
        self.who.setFocus()

    def _build_who(self) -> None:
        form, desk = self.form, self._desk
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        hint = _("Somebody of the contacts; a name that is not among them is a guest.")
        self.who = form.add("last_name", _("Who"), picker, hint, required=True)
        self.new_contact = NewOnTheWay(desk, self, picker)
        self.first_name = form.add("first_name", _("First name of the guest"), QLineEdit())
        self.email = form.add("email", _("E-mail"), QLineEdit())
        self.phone = form.add("phone", _("Telephone"), QLineEdit())
        self.who.textChanged.connect(self._follow)
        self.who.chosen.connect(self._on_chosen)
        for field in (self.who, self.first_name):
            field.editingFinished.connect(self._look_for_namesakes)

    def _build_what(self, tariffs: Sequence[Tariff]) -> None:
        form = self.form
        known = self._offer.registration
        kept = known.tariff_id if known is not None else None
        self._fees = {
            x.id: x
            for x in tariffs
            if x.content.kind is TariffKind.FEE and (not x.is_closed or x.id == kept)
        }
        fees: list[tuple[int | None, str]] = [
            (
                key,
                _("{name}: {price}").format(
                    name=x.content.name, price=price_text(x.content, is_brief=True)
                ),
            )
            for key, x in self._fees.items()
        ]
        none: list[tuple[int | None, str]] = [(None, _("No tariff"))]
        # Who has none, such as by a ticket without one, is given none by being looked at.
        has_none = known is not None and kept is None
        offered = [*none, *fees] if has_none else fees or none
        self.tariff: ChoiceBox[int | None] = form.add("tariff", _("Tariff"), ChoiceBox(offered))
        form.fields["tariff"].setVisible(bool(fees))
        self.price = form.add("price", _("Chosen price"), AmountEdit())
        form.check_on_leave("price", partial(self.price.amount, "price"))
        taken = {one.tariff_id for one in known.options} if known is not None else set()
        options = [
            x
            for x in tariffs
            if x.content.kind is TariffKind.OPTION and (not x.is_closed or x.id in taken)
        ]
        self.options = form.add("options", _("Options"), OptionFields(options))
        form.fields["options"].setVisible(bool(options))
        self.said = plain_label("", "strong", wrap=True)
        form.add_widget(self.said)

    def _build_rest(self) -> None:
        form = self.form
        picker = ContactPicker(
            self._desk.tasks, partial(find_parties, self._desk, self._event_id)
        )
        self.party = form.add(
            "party_id",
            _("Pays with"),
            picker,
            _("Somebody who is registered, such as another one of the family."),
        )
        form.fields["party_id"].setVisible(self._has_others)
        form.fold_rest()
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_TEXT_HEIGHT)
        self.note.setTabChangesFocus(True)

    def _show(self, known: Registration) -> None:
        if known.contact_id is not None:
            self.who.set_contact(Choice(known.contact_id, known.name))
        else:
            self.who.setText(known.last_name)
            self.first_name.setText(known.first_name)
        self.email.setText(known.email)
        self.phone.setText(known.phone)
        self.tariff.choose(known.tariff_id)
        self.price.set_amount(known.price)
        self.options.show_taken(known.options)
        self.note.setPlainText(known.note)
        if known.note:
            self.form.unfold()

    # what follows from what

    @property
    def _fee(self) -> Tariff | None:
        return self._fees.get(self.tariff.value or 0)

    @Slot()
    def _on_tariff(self) -> None:
        fee = self._fee
        if fee is not None:
            self.price.set_amount(fee.content.amount or None)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        fields, fee = self.form.fields, self._fee
        is_guest = bool(self.who.unmatched)
        fields["first_name"].setVisible(is_guest)
        # A contact has its own.
        for name, field in (("email", self.email), ("phone", self.phone)):
            fields[name].setVisible(is_guest or bool(field.text()))
        is_open = fee is not None and fee.content.pricing is Pricing.OPEN
        if is_open and not self.price.text() and fee is not None:
            self.price.set_amount(fee.content.amount or None)
        fields["price"].setVisible(is_open)
        least = fee.content.minimum if is_open and fee is not None else None
        said = _("At least {amount}.").format(amount=money_text(least)) if least else ""
        fields["price"].set_hint(said)
        self.form.folded.emit()
        self._say_due()

    @Slot()
    def _on_chosen(self) -> None:
        """Forget how to reach the contact whose place another one takes."""
        known, chosen = self._offer.registration, self.who.contact_id()
        if known is not None and None not in {known.contact_id, chosen}:
            points = ((self.email, known.email), (self.phone, known.phone))
            for field, text in points:
                if chosen != known.contact_id and field.text() == text:
                    field.clear()
        self._follow()

    @Slot()
    def _look_for_namesakes(self) -> None:
        """Say beside the name of a guest who is registered under it already."""
        last_name, first_name = self.who.unmatched, self.first_name.text()
        if not last_name or self._offer.registration is not None:
            self.form.fields["first_name"].set_hint("")
            return
        service = self._desk.services.registrations
        call = partial(service.of_same_name, self._event_id, last_name, first_name)
        self._desk.tasks.query(self, call, self._on_namesakes, replaces="namesakes")

    def _on_namesakes(self, found: Sequence[Registration]) -> None:
        names = ", ".join(one.name for one in found[:_MOST_NAMED])
        said = _("Registered already: {names}").format(names=names) if names else ""
        self.form.fields["first_name"].set_hint(said)

    @Slot()
    def _say_due(self) -> None:
        """Say what is owed and whether there is a place left."""
        with suppress(RuleError):
            due = self._price() + self.options.cost()
            said = _("To pay: {amount}").format(amount=money_text(due)) if due else ""
            room = self.room_text() if self._offer.registration is None else ""
            self.said.setText(" · ".join(part for part in (said, room) if part))
        self.said.setVisible(bool(self.said.text()))

    def _price(self) -> Money:
        fee, known = self._fee, self._offer.registration
        if fee is not None and fee.content.pricing is Pricing.OPEN:
            return self.price.amount() or ZERO
        if known is not None and known.tariff_id == self.tariff.value:
            return known.price  # the tariff may say another one by now
        return ZERO if fee is None else fee.content.amount

    def room_text(self) -> str:
        """Return how many places are left, empty without a limit."""
        free = self.counts.free
        if free is None:
            return ""
        if free:
            text = ngettext("{count} place left", "{count} places left", free)
            return text.format(count=number_text(free))
        if self._offer.sheet.event.content.has_waiting_list:
            return _("full: goes on the waiting list")
        return _("full")

    @override
    def read(self) -> NewRegistration:
        fee = self._fee
        is_open = fee is not None and fee.content.pricing is Pricing.OPEN
        contact_id = self.who.contact_id()
        self.party.refuse_unmatched("party.not_chosen", "party_id")
        return NewRegistration(
            event_id=self._event_id,
            contact_id=contact_id,
            last_name=self.who.unmatched,
            first_name=self.first_name.text() if contact_id is None else "",
            email=self.email.text(),
            phone=self.phone.text(),
            tariff_id=self.tariff.value,
            price=(self.price.amount("price") or ZERO) if is_open else None,
            options=self.options.choices(),
            party_id=self.party.contact_id(),
            note=self.note.toPlainText(),
        )

    def remember(self, made: Registration) -> None:
        """Let the next one of a series pay with who was just registered, and count places."""
        waits = made.state is RegistrationState.WAITING
        self.counts = replace(
            self.counts,
            registered=self.counts.registered + (not waits),
            waiting=self.counts.waiting + waits,
        )
        self._say_due()
        self.form.fields["party_id"].setVisible(True)
        self.form.fields["party_id"].set_hint(
            _("The last one registered is {name}.").format(name=made.name)
        )

    @override
    def start_again(self) -> None:
        self.who.set_contact(None)
        for field in (self.first_name, self.email, self.phone):
            field.clear()
        self.options.show_taken(())
        self.party.set_contact(None)
        self.note.clear()
        self._follow()
        self.who.setFocus()
