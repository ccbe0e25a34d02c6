"""The columns of the list of events, and of those who registered for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import RegistrationState, Settlement
from coopdesk.domain.events import EventState
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.events.words import STATE_TONES, fullness
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import edition_text
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.event_registrations import Registration
    from coopdesk.domain.events import EventLine

STANDING_TONES = {
    RegistrationState.REGISTERED: Tone.GOOD,
    RegistrationState.WAITING: Tone.ATTENTION,
    RegistrationState.CANCELLED: Tone.NEUTRAL,
}
SETTLEMENT_TONES = {
    Settlement.FREE: None,
    Settlement.PAID: Tone.GOOD,
    Settlement.PARTLY_PAID: Tone.ATTENTION,
    Settlement.UNPAID: Tone.ATTENTION,
    Settlement.OVERPAID: Tone.BAD,
}


def event_columns() -> tuple[Column, ...]:
    """Return the columns of events in their first order."""
    return (
        Column("when", _("When"), _when, sort="when", width=20),
        Column("title", _("Event"), _title, sort="title", width=19, stretch=True),
        Column("kind", _("Kind"), _kind, width=10, gives_way=3),
        Column(
            "place",
            _("Place"),
            _place,
            sort="place",
            width=13,
            stretch=True,
            gives_way=2,
            tip=_place_and_town,
        ),
        Column(
            "registered",
            _("Registered"),
            _registered,
            align_right=True,
            sort="registered",
            width=11,
            descends=True,
            gives_way=1,
        ),
        Column("fullness", _("State"), _fullness, tone=_fullness_tone, width=16),
        Column(
            "due",
            _("Due"),
            _due,
            align_right=True,
            sort="due",
            width=10,
            descends=True,
            gives_way=4,
        ),
        Column("cycle", _("Cycle"), _cycle, width=18, hidden=True, gives_way=5),
    )


def _when(line: EventLine) -> str:
    return when_text(line.when)


def _title(line: EventLine) -> str:
    if line.edition is None:
        return line.title
    number = edition_text(line.edition)
    return _("{title} ({number})").format(title=line.title, number=number)


def _kind(line: EventLine) -> str:
    return label(line.kind)


def _place(line: EventLine) -> str:
    return line.venue_name or line.town


def _place_and_town(line: EventLine) -> str:
    return ", ".join(part for part in (line.venue_name, line.town) if part)


def _cycle(line: EventLine) -> str:
    return line.cycle_name


def _registered(line: EventLine) -> str:
    return fullness(line.registered, line.capacity)


def _fullness(line: EventLine) -> str:
    """Return what stands out most: cancelled, who waits, full, or how sure it is."""
    if line.state is EventState.CANCELLED:
        return label(line.state)
    if line.waiting:
        return _("waiting list: {count}").format(count=number_text(line.waiting))
    if line.capacity is not None and line.registered >= line.capacity:
        return _("full")
    return label(line.state)


def _fullness_tone(line: EventLine) -> Tone:
    if line.state is EventState.CANCELLED:
        return Tone.BAD
    if line.waiting or (line.capacity is not None and line.registered >= line.capacity):
        return Tone.INFO
    return STATE_TONES[line.state]


def _due(line: EventLine) -> str:
    return money_text(line.due) if line.due else ""


def registration_columns() -> tuple[Column, ...]:
    """Return the columns of registrations in their first order."""
    return (
        Column("number", _("No."), _number, sort="number", width=7, gives_way=2),
        Column("name", _("Name"), _name, sort="name", width=20, stretch=True),
        Column("state", _("Place or not"), _state, sort="state", tone=_state_tone, width=15),
        Column("tariff", _("Tariff"), _tariff, sort="tariff", width=16, gives_way=3),
        Column(
            "due",
            _("To pay"),
            _to_pay,
            align_right=True,
            sort="due",
            width=10,
            descends=True,
        ),
        Column("settlement", _("Payment"), _paid, tone=_paid_tone, width=14, gives_way=1),
        Column("present", _("There"), _present, width=9, gives_way=4),
        Column("email", _("E-mail"), _email, width=22, hidden=True, gives_way=5),
        Column("phone", _("Telephone"), _phone, width=14, hidden=True, gives_way=6),
    )


def _number(one: Registration) -> str:
    return number_text(one.number)


def _name(one: Registration) -> str:
    return one.name


def _state(one: Registration) -> str:
    if one.rank is not None:
        return _("waiting, {rank}").format(rank=number_text(one.rank))
    return label(one.state)


def _state_tone(one: Registration) -> Tone:
    return STANDING_TONES[one.state]


def _tariff(one: Registration) -> str:
    options = [option.name for option in one.options]
    return " + ".join(part for part in (one.tariff_name, *options) if part)


def _to_pay(one: Registration) -> str:
    return money_text(one.due) if one.due else ""


def _paid(one: Registration) -> str:
    return "" if one.settlement is Settlement.FREE else label(one.settlement)


def _paid_tone(one: Registration) -> Tone | None:
    return SETTLEMENT_TONES[one.settlement]


def _present(one: Registration) -> str:
    return _("yes") if one.present else ""


def _email(one: Registration) -> str:
    return one.email


def _phone(one: Registration) -> str:
    return one.phone
