"""Asks for a call for projects: who calls, until when, what it pays for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.grant_requests import GrantCall, NewGrantCall
from coopdesk.ui.contacts.choices import find_organisations
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.grants.rate_edit import RateEdit
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_LIMIT = 200


class CallDialog(FormDialog):
    """A title is enough; gives a ``NewGrantCall``."""

    def __init__(self, desk: Desk, call: GrantCall | None, parent: QWidget) -> None:
        is_new = call is None
        title = _("New call for projects") if is_new else _("Change the call")
        super().__init__(title, _("Save"), parent)
        self._add_usual(desk)
        self._add_bounds()
        self._show(call.content if call is not None else NewGrantCall(""), call)
        self.form.is_dirty = False
        self.title.setFocus()

    def _add_usual(self, desk: Desk) -> None:
        form = self.form
        self.title = form.add("title", _("Title of the call"), QLineEdit(), required=True)
        self.title.setMaxLength(_LIMIT)
        self.funder = form.add(
            "funder_id",
            _("Who calls"),
            ContactPicker(desk.tasks, partial(find_organisations, desk)),
        )
        self.new_funder = NewOnTheWay(desk, self, self.funder)
        self.new_funder.kind = ContactKind.ORGANISATION
        self.opens_on = form.add("opens_on", _("Opens on"), DayEdit(desk.today))
        self.funder.lead_to(self.opens_on)
        self.closes_on = form.add(
            "closes_on",
            _("Closes on"),
            DayEdit(desk.today),
            _("The home page reminds you of it before that day."),
        )
        for name, day in (("opens_on", self.opens_on), ("closes_on", self.closes_on)):
            form.check_on_leave(name, partial(day.day, name))
        self.eligible = add_text(form, "eligible", _("What it pays for, in its words"))
        self.url = form.add("url", _("Page of the call"), QLineEdit())
        refuse = partial(
            self.funder.refuse_unmatched, "inventory.contact_unmatched", "funder_id"
        )
        form.check_on_leave("funder_id", refuse)

    def _add_bounds(self) -> None:
        form = self.form
        form.fold_rest()
        self.rate = form.add("rate", _("Pays at most, in percent"), RateEdit())
        self.floor = form.add("floor", _("Least amount"), AmountEdit())
        self.ceiling = form.add("ceiling", _("Greatest amount"), AmountEdit())
        form.check_on_leave("rate", partial(self.rate.rate, "rate"))
        form.check_on_leave("floor", partial(self.floor.amount, "floor"))
        form.check_on_leave("ceiling", partial(self.ceiling.amount, "ceiling"))
        self.note = add_text(form, "note", _("Note"))

    def _show(self, known: NewGrantCall, call: GrantCall | None) -> None:
        self.title.setText(known.title)
        if known.funder_id is not None and call is not None:
            self.funder.set_contact(Choice(known.funder_id, call.funder_name))
        self.opens_on.set_day(known.opens_on)
        self.closes_on.set_day(known.closes_on)
        self.eligible.setPlainText(known.eligible)
        self.url.setText(known.url)
        self.rate.set_rate(known.rate)
        self.floor.set_amount(known.floor)
        self.ceiling.set_amount(known.ceiling)
        self.note.setPlainText(known.note)

    @override
    def read(self) -> NewGrantCall:
        self.funder.refuse_unmatched("inventory.contact_unmatched", "funder_id")
        return NewGrantCall(
            title=self.title.text(),
            funder_id=self.funder.contact_id(),
            opens_on=self.opens_on.day("opens_on"),
            closes_on=self.closes_on.day("closes_on"),
            rate=self.rate.rate(),
            floor=self.floor.amount("floor"),
            ceiling=self.ceiling.amount("ceiling"),
            eligible=self.eligible.toPlainText(),
            url=self.url.text(),
            note=self.note.toPlainText(),
        )
