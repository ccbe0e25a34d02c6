"""Asks for a partner: the structure, what it is to us, and who follows it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.partners import NewPartner, Partner, PartnerKind, PartnerLevel
from coopdesk.ui.contacts.choices import find_organisations, find_persons
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form

_TEXT_HEIGHT = 72
_LIKELY = {
    OrganisationKind.ASSOCIATION: PartnerKind.FIELD,
    OrganisationKind.INFORMAL: PartnerKind.FIELD,
    OrganisationKind.FOUNDATION: PartnerKind.FUNDER,
    OrganisationKind.COMPANY: PartnerKind.COMPANY,
    OrganisationKind.COOPERATIVE: PartnerKind.COMPANY,
    OrganisationKind.PUBLIC_BODY: PartnerKind.INSTITUTION,
    OrganisationKind.FEDERATION: PartnerKind.NETWORK,
    OrganisationKind.PTCE: PartnerKind.NETWORK,
}


class PartnerDialog(FormDialog):
    """A structure is enough; gives a ``NewPartner``.

    ``chosen`` is the structure that is asked about, ``partner`` the known one.
    """

    def __init__(
        self, desk: Desk, partner: Partner | None, chosen: Choice | None, parent: QWidget
    ) -> None:
        is_new = partner is None
        super().__init__(
            _("New partner") if is_new else _("Change the partner"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new and chosen is None else "",
        )
        self._desk = desk
        self._known = partner.content if partner is not None else NewPartner(0)
        self._add_structure(is_known=partner is not None)
        self._add_rest()
        self._fill(partner)
        self._is_kind_open = is_new
        self.kind.activated.connect(self._on_kind)
        self.contact.chosen.connect(self._on_structure)
        if chosen is not None:
            self.contact.set_contact(chosen)
        self.form.is_dirty = False
        (self.contact if is_new and chosen is None else self.kind).setFocus()

    def _add_structure(self, *, is_known: bool) -> None:
        form, desk = self.form, self._desk
        self.contact = form.add(
            "contact_id",
            _("Structure"),
            ContactPicker(desk.tasks, partial(find_organisations, desk)),
            "" if is_known else _("One of your contacts, or a new one recorded on the way."),
            required=True,
        )
        self.contact.setEnabled(not is_known)
        self.new_contact = NewOnTheWay(desk, self, self.contact)
        self.new_contact.kind = ContactKind.ORGANISATION
        kinds = [(one, label(one)) for one in PartnerKind]
        self.kind = form.add("kind", _("What it is to us"), ChoiceBox[PartnerKind](kinds))
        self.contact.lead_to(self.kind)
        levels = [(one, label(one)) for one in PartnerLevel]
        self.level = form.add("level", _("How far it reaches"), ChoiceBox[PartnerLevel](levels))

    def _add_rest(self) -> None:
        form, desk = self.form, self._desk
        self.started_on = form.add("started_on", _("Since"), DayEdit(desk.today))
        self.referent = form.add(
            "referent_id",
            _("Followed by"),
            ContactPicker(desk.tasks, partial(find_persons, desk)),
            _("Who among us keeps in touch with it."),
        )
        self.new_referent = NewOnTheWay(desk, self, self.referent)
        self.purpose = add_text(form, "purpose", _("What we do together"))
        form.fold_rest()
        self.ended_on = form.add("ended_on", _("Until"), DayEdit(desk.today))
        self.note = add_text(form, "note", _("Note"))
        for name, day in (("started_on", self.started_on), ("ended_on", self.ended_on)):
            form.check_on_leave(name, partial(day.day, name))

    def _fill(self, partner: Partner | None) -> None:
        known = self._known
        if partner is not None:
            self.contact.set_contact(Choice(known.contact_id, partner.name))
        if partner is not None and known.referent_id is not None:
            self.referent.set_contact(Choice(known.referent_id, partner.referent_name))
        self.kind.choose(known.kind)
        self.level.choose(known.level)
        self.started_on.set_day(known.started_on)
        self.ended_on.set_day(known.ended_on)
        self.purpose.setPlainText(known.purpose)
        self.note.setPlainText(known.note)

    @Slot()
    def _on_kind(self) -> None:
        self._is_kind_open = False

    @Slot(object)
    def _on_structure(self, contact_id: int | None) -> None:
        """Propose what the structure most likely is, until the person says what it is."""
        if contact_id is not None and self._is_kind_open:
            call = partial(self._desk.services.contacts.get, contact_id)
            self._desk.tasks.query(self, call, self._on_contact, replaces="contact")

    def _on_contact(self, contact: Contact) -> None:
        if self._is_kind_open:
            likely = _LIKELY.get(contact.profile.organisation_kind, PartnerKind.OTHER)
            self.kind.choose(likely)

    @override
    def start_again(self) -> None:
        self._is_kind_open = True
        self.contact.set_contact(None)
        self.purpose.clear()
        self.note.clear()
        self.contact.setFocus()

    @override
    def read(self) -> NewPartner:
        contact_id = self.contact.contact_id()
        if contact_id is None:
            code = "partner.contact_unmatched" if self.contact.unmatched else ""
            raise RuleError(code or "partner.contact_missing", field="contact_id")
        self.referent.refuse_unmatched("partner.contact_unmatched", "referent_id")
        return replace(
            self._known,
            contact_id=contact_id,
            kind=self.kind.value,
            level=self.level.value,
            started_on=self.started_on.day("started_on"),
            ended_on=self.ended_on.day("ended_on"),
            referent_id=self.referent.contact_id(),
            purpose=self.purpose.toPlainText(),
            note=self.note.toPlainText(),
        )


class EndDialog(FormDialog):
    """Asks until when we worked with a partner; gives a day, None for going on."""

    def __init__(self, desk: Desk, partner: Partner, parent: QWidget) -> None:
        super().__init__(_("End of the partnership"), _("Save"), parent)
        self.form.add_widget(plain_label(partner.name, "strong", wrap=True))
        self.ended_on = self.form.add(
            "ended_on",
            _("Until"),
            DayEdit(desk.today),
            _("Left empty, we still work together. What was agreed and promised stays."),
        )
        self.ended_on.set_day(partner.content.ended_on or desk.today())
        self.form.check_on_leave("ended_on", partial(self.ended_on.day, "ended_on"))
        self.form.is_dirty = False
        self.ended_on.setFocus()

    @override
    def read(self) -> dt.date | None:
        return self.ended_on.day("ended_on")


def add_text(form: Form, name: str, title: str) -> QPlainTextEdit:
    """Add a field of several lines, which Tab leaves."""
    text = form.add(name, title, QPlainTextEdit())
    text.setFixedHeight(_TEXT_HEIGHT)
    text.setTabChangesFocus(True)
    return text
