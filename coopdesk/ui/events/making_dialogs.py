"""Ask for a session of the programme, for somebody's part, and for a tariff."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.event_rules import LINE_LIMIT, NAME_LIMIT, TITLE_LIMIT
from coopdesk.domain.events import (
    EventRole,
    NewEventPart,
    NewSession,
    NewTariff,
    Pricing,
    TariffKind,
    WhenKind,
)
from coopdesk.domain.money import ZERO
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.hour_edit import HourEdit
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.events import EventPart, EventSheet, Session, Tariff
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 72
# Only these speak or lead in one session.
_IN_SESSION = frozenset({EventRole.SPEAKER, EventRole.FACILITATOR, EventRole.REPORTER})


class SessionDialog(FormDialog):
    """A part of the programme; an event of one day gives it its day."""

    def __init__(
        self, desk: Desk, sheet: EventSheet, session: Session | None, parent: QWidget
    ) -> None:
        is_new = session is None
        super().__init__(
            _("New session") if is_new else _("Change the session"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        when = sheet.event.when
        # Of a week or a month nobody knows the day: none is made up.
        first = when.starts_on if when.kind is WhenKind.DAYS else None
        known = session.content if session is not None else NewSession("", first)
        self._venue_id = known.venue_id
        form = self.form
        self.title = form.add("title", _("Title"), QLineEdit(known.title), required=True)
        self.title.setMaxLength(TITLE_LIMIT)
        self.held_on = form.add("held_on", _("Day"), DayEdit(desk.today))
        self.held_on.set_day(known.held_on)
        self.begins_at = form.add("begins_at", _("Begins at"), HourEdit())
        self.ends_at = form.add("ends_at", _("Ends at"), HourEdit())
        self.begins_at.set_hour(known.begins_at)
        self.ends_at.set_hour(known.ends_at)
        self.room = form.add("room", _("Room"), QLineEdit(known.room))
        self.room.setMaxLength(NAME_LIMIT)
        form.check_on_leave("held_on", partial(self.held_on.day, "held_on"))
        form.check_on_leave("begins_at", partial(self.begins_at.hour, "begins_at"))
        form.check_on_leave("ends_at", partial(self.ends_at.hour, "ends_at"))
        self._add_about(known)
        form.is_dirty = False
        self.title.setFocus()

    def _add_about(self, known: NewSession) -> None:
        """Ask what it is about; folded until something is said."""
        form = self.form
        form.fold_rest()
        self.theme = form.add("theme", _("Theme"), QLineEdit(known.theme))
        self.theme.setMaxLength(LINE_LIMIT)
        self.description = form.add(
            "description", _("Description"), QPlainTextEdit(known.description)
        )
        self.description.setFixedHeight(_TEXT_HEIGHT)
        self.description.setTabChangesFocus(True)
        if known.theme or known.description:
            form.unfold()

    @override
    def read(self) -> NewSession:
        return NewSession(
            title=self.title.text(),
            held_on=self.held_on.day("held_on"),
            begins_at=self.begins_at.hour("begins_at"),
            ends_at=self.ends_at.hour("ends_at"),
            venue_id=self._venue_id,
            room=self.room.text(),
            theme=self.theme.text(),
            description=self.description.toPlainText(),
        )

    @override
    def start_again(self) -> None:
        # The next one most often begins when this one ends.
        self.begins_at.setText(self.ends_at.text())
        for field in (self.title, self.ends_at, self.theme):
            field.clear()
        self.description.clear()
        self.title.setFocus()


class PartDialog(FormDialog):
    """Who does what: a contact, or a name alone, such as a first name."""

    def __init__(
        self,
        desk: Desk,
        sheet: EventSheet,
        part: EventPart | None,
        parent: QWidget,
        role: EventRole = EventRole.ORGANISER,
    ) -> None:
        is_new = part is None
        super().__init__(
            _("Somebody’s part in the event") if is_new else _("Change the part"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        form = self.form
        roles = [(one, label(one)) for one in EventRole]
        self.role: ChoiceBox[EventRole] = form.add("role", _("Does what"), ChoiceBox(roles))
        self.role.choose(role)
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        hint = _("Somebody of the contacts; a name that is not among them stays a name.")
        self.who = form.add("name", _("Who"), picker, hint, required=True)
        self.new_contact = NewOnTheWay(desk, self, picker)
        self._add_slot(sheet)
        picker.lead_to(self.subject)
        self.role.currentIndexChanged.connect(self._follow)
        if part is not None:
            self._show(part)
        self._follow()
        form.is_dirty = False
        self.who.setFocus()

    def _add_slot(self, sheet: EventSheet) -> None:
        """Ask what is spoken about, and in which session."""
        form = self.form
        self.subject = form.add("subject", _("Speaks about"), QLineEdit())
        self.theme = form.add("theme", _("Theme"), QLineEdit())
        for field in (self.subject, self.theme):
            field.setMaxLength(LINE_LIMIT)
        sessions: list[tuple[int | None, str]] = [(None, _("The event as a whole"))]
        sessions += [(x.id, x.content.title) for x in sheet.sessions]
        self.session: ChoiceBox[int | None] = form.add(
            "session_id", _("In which session"), ChoiceBox(sessions)
        )

    def _show(self, part: EventPart) -> None:
        content = part.content
        self.role.choose(content.role)
        if content.contact_id is not None:
            self.who.set_contact(Choice(content.contact_id, part.name))
        else:
            self.who.setText(content.name)
        self.subject.setText(content.subject)
        self.theme.setText(content.theme)
        self.session.choose(content.session_id)

    @Slot()
    def _follow(self) -> None:
        speaks = self.role.value in _IN_SESSION
        fields = self.form.fields
        fields["session_id"].setVisible(speaks and self.session.count() > 1)
        fields["theme"].setVisible(self.role.value is EventRole.SPEAKER)
        self.form.folded.emit()

    @override
    def read(self) -> NewEventPart:
        return NewEventPart(
            role=self.role.value,
            contact_id=self.who.contact_id(),
            name=self.who.unmatched,
            subject=self.subject.text(),
            theme=self.theme.text(),
            session_id=self.session.value if self.role.value in _IN_SESSION else None,
        )

    @override
    def start_again(self) -> None:
        self.who.set_contact(None)
        self.subject.clear()
        self.who.setFocus()


class TariffDialog(FormDialog):
    """A place or an option: a fixed price, free, or what people want to pay."""

    def __init__(self, tariff: Tariff | None, parent: QWidget) -> None:
        is_new = tariff is None
        super().__init__(
            _("New tariff") if is_new else _("Change the tariff"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        known = tariff.content if tariff is not None else NewTariff("")
        form = self.form
        self.name = form.add(
            "name",
            _("Name"),
            QLineEdit(known.name),
            _("Such as “Full price” or “Lunch”."),
            required=True,
        )
        self.name.setMaxLength(NAME_LIMIT)
        self._add_price()
        self._add_rest(known)
        self.pricing.currentIndexChanged.connect(self._follow)
        self._show(known)

    def _add_price(self) -> None:
        form = self.form
        kinds = [(one, label(one)) for one in TariffKind]
        self.kind: ChoiceBox[TariffKind] = form.add("kind", _("It is for"), ChoiceBox(kinds))
        pricings = [(one, label(one)) for one in Pricing]
        self.pricing: ChoiceBox[Pricing] = form.add("pricing", _("Price"), ChoiceBox(pricings))
        self.amount = form.add("amount", _("Amount"), AmountEdit())
        self.minimum = form.add(
            "minimum", _("At least"), AmountEdit(), _("Leave empty if there is no minimum.")
        )
        for name, field in (("amount", self.amount), ("minimum", self.minimum)):
            form.check_on_leave(name, partial(field.amount, name))

    def _add_rest(self, known: NewTariff) -> None:
        form = self.form
        form.fold_rest()
        self.quota = form.add(
            "quota", _("How many of them"), CountEdit(), _("Leave empty if there is no limit.")
        )
        self.ticket_name = form.add(
            "ticket_name",
            _("How the ticket office calls it"),
            QLineEdit(known.ticket_name),
            _("The tickets of HelloAsso with this name take this tariff."),
        )
        self.ticket_name.setMaxLength(LINE_LIMIT)
        form.check_on_leave("quota", partial(self.quota.count, "quota"))

    def _show(self, known: NewTariff) -> None:
        self.kind.choose(known.kind)
        self.pricing.choose(known.pricing)
        self.amount.set_amount(known.amount or None)
        self.minimum.set_amount(known.minimum or None)
        self.quota.set_count(known.quota)
        if known.quota is not None or known.ticket_name:
            self.form.unfold()
        self._follow()
        self.form.is_dirty = False
        self.name.setFocus()

    @Slot()
    def _follow(self) -> None:
        pricing, fields = self.pricing.value, self.form.fields
        fields["amount"].setVisible(pricing is not Pricing.FREE)
        fields["minimum"].setVisible(pricing is Pricing.OPEN)
        is_open = pricing is Pricing.OPEN
        fields["amount"].set_label(_("Proposed amount") if is_open else _("Amount"))
        self.form.folded.emit()

    @override
    def read(self) -> NewTariff:
        pricing = self.pricing.value
        return NewTariff(
            name=self.name.text(),
            kind=self.kind.value,
            pricing=pricing,
            amount=(self.amount.amount() or ZERO) if pricing is not Pricing.FREE else ZERO,
            minimum=(self.minimum.amount("minimum") or ZERO)
            if pricing is Pricing.OPEN
            else ZERO,
            quota=self.quota.count("quota"),
            ticket_name=self.ticket_name.text(),
        )

    @override
    def start_again(self) -> None:
        for field in (self.name, self.amount, self.minimum, self.quota, self.ticket_name):
            field.clear()
        self.name.setFocus()
