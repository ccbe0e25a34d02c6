"""Asks for a place, and for a cycle of events."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.event_rules import LINE_LIMIT, NAME_LIMIT
from coopdesk.domain.events import NewCycle, NewVenue
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.events import Cycle, Venue
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 72


class VenueDialog(FormDialog):
    """A name is enough; how many it holds is what polls propose places by."""

    def __init__(self, desk: Desk, venue: Venue | None, parent: QWidget) -> None:
        super().__init__(
            _("New place") if venue is None else _("Change the place"), _("Save"), parent
        )
        form, known = self.form, venue.content if venue is not None else NewVenue("")
        self.name = form.add("name", _("Name"), QLineEdit(known.name), required=True)
        self.name.setMaxLength(NAME_LIMIT)
        self.capacity = form.add(
            "capacity",
            _("How many people it holds"),
            CountEdit(),
            _("Leave empty if nobody counted."),
        )
        self.capacity.set_count(known.capacity)
        form.check_on_leave("capacity", partial(self.capacity.count, "capacity"))
        self.address = form.add("address", _("Address"), QLineEdit(known.address))
        self.address.setMaxLength(LINE_LIMIT)
        self.postal_code = form.add("postal_code", _("Postcode"), QLineEdit(known.postal_code))
        self.town = form.add("town", _("Town"), QLineEdit(known.town))
        for field in (self.postal_code, self.town):
            field.setMaxLength(NAME_LIMIT)
        self.access = form.add(
            "access",
            _("Getting there and getting in"),
            QPlainTextEdit(known.access),
            _("Stairs, lift, keys, the nearest stop…"),
        )
        form.fold_rest()
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.contact = form.add("contact_id", _("Whom to ask for it"), picker)
        self.new_contact = NewOnTheWay(desk, self, picker)
        self.note = form.add("note", _("Note"), QPlainTextEdit(known.note))
        for text in (self.access, self.note):
            text.setFixedHeight(_TEXT_HEIGHT)
            text.setTabChangesFocus(True)
        if venue is not None and known.contact_id is not None:
            picker.set_contact(Choice(known.contact_id, venue.contact_name))
        if known.contact_id is not None or known.note:
            form.unfold()
        form.is_dirty = False
        self.name.setFocus()

    @override
    def read(self) -> NewVenue:
        self.contact.refuse_unmatched("entry.contact_not_chosen", "contact_id")
        return NewVenue(
            name=self.name.text(),
            address=self.address.text(),
            postal_code=self.postal_code.text(),
            town=self.town.text(),
            capacity=self.capacity.count("capacity"),
            access=self.access.toPlainText(),
            note=self.note.toPlainText(),
            contact_id=self.contact.contact_id(),
        )


class CycleDialog(FormDialog):
    """A series of events: each has its edition in it."""

    def __init__(self, cycle: Cycle | None, parent: QWidget) -> None:
        super().__init__(
            _("New cycle") if cycle is None else _("Change the cycle"), _("Save"), parent
        )
        form, known = self.form, cycle.content if cycle is not None else NewCycle("")
        self.name = form.add(
            "name",
            _("Name"),
            QLineEdit(known.name),
            _("Such as “Workshops of the cooperative”."),
            required=True,
        )
        self.origin = form.add("origin", _("Where it comes from"), QLineEdit(known.origin))
        self.since = form.add(
            "since", _("Since when"), QLineEdit(known.since), _("In words: “November 2015”.")
        )
        self.note = form.add("note", _("Note"), QPlainTextEdit(known.note))
        self.note.setFixedHeight(_TEXT_HEIGHT)
        self.note.setTabChangesFocus(True)
        for field, limit in (
            (self.name, NAME_LIMIT),
            (self.origin, LINE_LIMIT),
            (self.since, NAME_LIMIT),
        ):
            field.setMaxLength(limit)
        form.is_dirty = False
        self.name.setFocus()

    @override
    def read(self) -> NewCycle:
        return NewCycle(
            self.name.text(), self.origin.text(), self.since.text(), self.note.toPlainText()
        )
