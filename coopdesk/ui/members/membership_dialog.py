"""Asks for a membership, and for its payment when it is paid at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import NewMembership, Period
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.columns import Tone
from coopdesk.ui.contacts.choices import choice_of_contact, find_choices
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.members.covered_people import CoveredPeople
from coopdesk.ui.members.fee_fields import FeeFields
from coopdesk.ui.members.orders import MembershipOrder
from coopdesk.ui.members.paid_now_fields import PaidNowFields
from coopdesk.ui.members.terms import Terms, TypesKnown, read_terms, read_types
from coopdesk.ui.members.words import fee_text, period_long
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.members import MembershipType
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

# The verb says the amount: all three buttons must have room.
_WIDTH = 600


@dataclass(frozen=True, slots=True)
class MembershipStart:
    """What the form shows first."""

    contact: Choice | None = None
    type_id: int | None = None
    mode: PaymentMode = PaymentMode.CHEQUE
    is_paid: bool = True


class MembershipDialog(FormDialog):
    """Who and which type: the rest is proposed by the rules and can be corrected."""

    def __init__(self, desk: Desk, parent: QWidget, start: MembershipStart) -> None:
        super().__init__(_("New membership"), _("Save"), parent, repeat_verb=_("Save and new"))
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._known: TypesKnown | None = None
        self._terms: Terms | None = None
        self._wanted_type = start.type_id
        self._waits: bool | None = None
        self._add_terms()
        self.paid = PaidNowFields(self.form, desk.today)
        self.form.fold_rest()
        self._add_rare()
        self._connect()
        self.paid.mode.choose(start.mode)
        self.paid.is_paid.setChecked(start.is_paid)
        self.joins_on.set_day(desk.today())
        self.contact.set_contact(start.contact)
        (self.contact if start.contact is None else self.kind).setFocus()
        self._show_needed()
        self._desk.tasks.query(self, partial(read_types, desk.services), self._on_types)

    # fields

    def _add_terms(self) -> None:
        form = self.form
        self.lack = Notice()
        self.lack.hide()
        self.define_action = make_step(self, _("Define a type…"), "plus")
        form.add_widget(self.lack)
        picker = ContactPicker(self._desk.tasks, partial(find_choices, self._desk))
        picker.offer_new()
        self.contact = form.add("contact_id", _("Who joins"), picker, required=True)
        self.kind: ChoiceBox[int | None] = form.add(
            "type_id", _("Tariff"), ChoiceBox[int | None]([(None, _("…"))]), required=True
        )
        self.fees = FeeFields(form)
        self.period = plain_label("", "muted", wrap=True)
        form.add_widget(self.period)
        self.covered = form.add("covered_ids", _("Covers"), CoveredPeople())

    def _add_rare(self) -> None:
        form = self.form
        self.paid.add_amount()
        self.joins_on = form.add(
            "joins_on", _("Joins on"), DayEdit(self._desk.today), _("Decides the period.")
        )
        self.started_on = form.add("started_on", _("First day"), DayEdit(self._desk.today))
        self.ended_on = form.add("ended_on", _("Last day"), DayEdit(self._desk.today))
        self.paid.add_parts()
        self.note = form.add("note", _("Note"), QLineEdit())

    def _connect(self) -> None:
        self.contact.chosen.connect(self._on_contact_chosen)
        self.kind.activated.connect(self._on_kind_chosen)
        self.joins_on.textEdited.connect(self._ask_terms)
        self.fees.changed.connect(self._show_needed)
        self.paid.is_paid.toggled.connect(self._show_needed)
        self.paid.changed.connect(self._show_money)
        form = self.form
        form.check_on_leave("joins_on", partial(self.joins_on.day, "joins_on"))
        form.check_on_leave("started_on", partial(self.started_on.day, "started_on"))
        form.check_on_leave("ended_on", partial(self.ended_on.day, "ended_on"))

    # what there is to choose from

    def _on_types(self, known: TypesKnown) -> None:
        self._known = known
        choices: list[tuple[int | None, str]] = [
            (kind.id, f"{kind.content.name} — {fee_text(kind.content)}") for kind in known.types
        ]
        self.lack.setVisible(not choices)
        if not choices:
            self.lack.say(
                Tone.ATTENTION,
                _("There is no membership type yet."),
                _("Say first what a membership costs and which days it covers."),
            )
            self.lack.offer(self.define_action, primary=None)
            if not self.form.is_dirty:
                # Nothing can be recorded before: Enter makes the first one.
                self.lack.focus_last()
            return
        self.kind.set_choices(choices)
        if self._wanted_type is not None:
            self.kind.choose(self._wanted_type)
        self._show_type()

    def take_type(self, made: MembershipType) -> None:
        """Go on with a type that was just made."""
        self._wanted_type = made.id
        self._desk.tasks.query(self, partial(read_types, self._desk.services), self._on_types)
        empty = self.contact.contact_id() is None
        (self.contact if empty else self.kind).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen_type(self) -> MembershipType | None:
        """The type that is chosen, None while there is none."""
        types = self._known.types if self._known is not None else ()
        return next((kind for kind in types if kind.id == self.kind.value), None)

    def choose_contact(self, contact: Contact) -> None:
        """Let this contact join and go on with the type."""
        self.form.is_dirty = True
        self.contact.set_contact(choice_of_contact(contact))
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_contact_chosen(self, contact_id: int | None) -> None:
        self._forget_terms()
        if contact_id is not None:
            if self.contact.hasFocus():
                self.kind.setFocus(Qt.FocusReason.TabFocusReason)
            self._ask_terms()

    @Slot()
    def _on_kind_chosen(self) -> None:
        self._forget_terms()
        self._show_type()

    def _show_type(self) -> None:
        """Show what the type asks of anybody until the contact's own terms are there."""
        kind = self.chosen_type
        if kind is None:
            return
        if self._terms is None:
            self.fees.ask(kind.content, None)
        self._show_needed()
        self._ask_terms()

    def _forget_terms(self) -> None:
        self._terms = None
        self.covered.show_people(())
        self.period.setText("")
        self.form.fields["contact_id"].set_error("")
        self._show_needed()

    @Slot()
    def _ask_terms(self) -> None:
        contact_id, kind = self.contact.contact_id(), self.chosen_type
        day = self._joining_day
        if contact_id is None or kind is None or day is None:
            return
        call = partial(read_terms, self._desk.services, contact_id, kind.id, day)
        self._desk.tasks.query(self, call, self._on_terms, replaces="terms")

    @property
    def _joining_day(self) -> dt.date | None:
        try:
            return self.joins_on.day()
        except RuleError:
            return None

    def _on_terms(self, terms: Terms) -> None:
        kind = self.chosen_type
        wanted = (self.contact.contact_id(), kind.id if kind else None)
        if kind is None or (terms.contact_id, terms.type_id) != wanted:
            return
        self._terms = terms
        proposal = terms.proposal
        self.fees.ask(kind.content, proposal)
        self.started_on.set_day(proposal.period.start)
        self.ended_on.set_day(None if proposal.period.is_for_life else proposal.period.end)
        self.covered.show_people(terms.household)
        said = error_sentence(terms.refusal) if terms.refusal is not None else ""
        self.form.fields["contact_id"].set_error(said)
        self._show_period(terms)
        self._show_needed()
        if self._waits is not None:
            repeats, self._waits = self._waits, None
            (self.repeat_button if repeats else self.submit_button).click()

    def _show_period(self, terms: Terms) -> None:
        proposal = terms.proposal
        words = [_("Member {period}.").format(period=period_long(proposal.period))]
        if proposal.number:
            words.append(_("Gets number {number}.").format(number=proposal.number))
        self.period.setText(" ".join(words))

    # what is shown

    @Slot()
    def _show_needed(self) -> None:
        """Show the fields that have a meaning for this type and this person."""
        kind = self.chosen_type
        content = kind.content if kind is not None else None
        self.fees.show_needed(content)
        self.form.fields["covered_ids"].setVisible(self.covered.count > 1)
        self.period.setVisible(bool(self.period.text()))
        due = self.fees.due
        self.paid.show_needed(due, is_free=content is not None and not due)
        self._show_money()
        self.form.folded.emit()

    @Slot()
    def _show_money(self) -> None:
        """Say in the verb what will be recorded as received."""
        received = self.paid.received
        verb = _("Save")
        if received:
            verb = _("Save, {amount} received").format(amount=money_text(received))
        self.submit_button.setText(verb)
        self.submit_button.setToolTip(f"{verb} (Ctrl+S)")
        self.paid.show_plan()

    # what was typed

    @override
    def _submit(self, *, repeats: bool) -> None:
        """Wait for the terms when Enter was faster than they."""
        chosen = self.contact.contact_id() is not None
        lacks_types = self._known is not None and not self._known.types
        if chosen and self._terms is None and not lacks_types:
            self._waits = repeats
            return
        super()._submit(repeats=repeats)

    @override
    def read(self) -> MembershipOrder:
        kind, contact_id = self.chosen_type, self.contact.contact_id()
        if contact_id is None:
            raise RuleError("membership.contact_not_chosen", field="contact_id")
        if kind is None or self._terms is None:
            raise RuleError("membership.type_not_chosen", field="type_id")
        fee, joining = self.fees.read()
        told = (self.fees.read_reason(), self.note.text().strip())
        new = NewMembership(
            contact_id=contact_id,
            type_id=kind.id,
            period=self._read_period(self._terms.proposal.period),
            fee=fee,
            joining_fee=joining,
            covered_ids=self.covered.ids,
            instalments=self.paid.instalments(),
            previous_id=self._terms.proposal.previous_id,
            note=" — ".join(part for part in told if part),
        )
        return MembershipOrder(new, self.paid.read())

    def _read_period(self, proposed: Period) -> Period:
        start = self.started_on.day("started_on") or proposed.start
        return Period(start, self.ended_on.day("ended_on") or proposed.end)

    @override
    def start_again(self) -> None:
        """Keep type, mode and dates: memberships of one evening share them."""
        self.contact.set_contact(None)
        self.paid.clear()
        self.fees.clear()
        self.note.clear()
        self._forget_terms()
        self._show_type()
        self.contact.setFocus()
