"""What is answered to somebody at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import CheckInEntry, RegistrationState, Settlement
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Tone
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.event_registrations import Party, Registration
    from coopdesk.domain.payments import Payment

OWING = frozenset({Settlement.UNPAID, Settlement.PARTLY_PAID})


@dataclass(frozen=True, slots=True)
class Answer:
    """One large sentence, a remark beneath, and what kind of news it is."""

    tone: Tone
    text: str
    detail: str = ""


def greeting() -> Answer:
    """Return what stands there before anybody came."""
    return Answer(
        Tone.NEUTRAL,
        _("Type a name or scan a badge"),
        _("Enter checks in who is marked; the arrows choose another."),
    )


def welcome(entry: CheckInEntry, hour: str) -> Answer:
    """Return what is said to who has just come."""
    owes = entry.settlement in OWING
    return Answer(
        Tone.ATTENTION if owes else Tone.GOOD,
        _("Hello {name} — present · {hour}").format(name=entry.name, hour=hour),
        entry_detail(entry),
    )


def already_there(entry: CheckInEntry) -> Answer:
    """Return what is said when somebody is checked in twice."""
    said = _("{name} is here already").format(name=entry.name)
    return Answer(Tone.INFO, said, entry_detail(entry))


def not_expected(entry: CheckInEntry) -> Answer:
    """Return what is said of who waits for a place or gave it up."""
    if entry.state is RegistrationState.WAITING:
        return Answer(
            Tone.BAD,
            _("{name} is on the waiting list").format(name=entry.name),
            _("There is no place yet: let in at the door if there is room."),
        )
    return Answer(
        Tone.BAD,
        _("{name} had cancelled").format(name=entry.name),
        _("Register again, then check in."),
    )


def unknown(typed: str) -> Answer:
    """Return what is said when nobody of this name or code is registered."""
    return Answer(
        Tone.BAD,
        _("“{typed}” is not registered").format(typed=typed),
        _("Look for another part of the name, or register at the door."),
    )


def strange_badge(typed: str) -> Answer:
    """Return what is said of the code of a badge that nobody registered has."""
    return Answer(
        Tone.BAD,
        _("The badge “{code}” is of nobody registered here").format(code=typed),
        _("Scan it again, or look for the name."),
    )


def badge_elsewhere(name: str, title: str) -> Answer:
    """Return what is said of a badge of another event."""
    return Answer(
        Tone.BAD,
        _("{name} has a badge of another event").format(name=name),
        _("It is for “{title}”. Look for the name here, or register at the door.").format(
            title=title
        ),
    )


def taken_back(entry: CheckInEntry) -> Answer:
    """Return what is said when somebody is no longer counted as come."""
    return Answer(Tone.NEUTRAL, _("{name} is no longer checked in").format(name=entry.name))


def not_written(entry: CheckInEntry) -> Answer:
    """Return what is said when the file could not take somebody's presence."""
    return Answer(
        Tone.BAD,
        _("{name} was not noted").format(name=entry.name),
        _("The presence could not be written. Try again."),
    )


def entry_detail(entry: CheckInEntry) -> str:
    """Return the tariff of somebody and what is owed, where anything is."""
    owed = label(entry.settlement) if entry.settlement in OWING else ""
    return " · ".join(part for part in (entry.tariff_name, owed) if part)


def owed_text(party: Party) -> str:
    """Return what a party still owes, and that it pays for several people if so."""
    amount = money_text(party.left)
    count = len(party.names)
    if count <= 1:
        return _("Still owes {amount}").format(amount=amount)
    return ngettext(
        "Still owes {amount}, for {count} person",
        "Still owes {amount}, for {count} people",
        count,
    ).format(amount=amount, count=count)


def paid_text(payment: Payment, *, is_outside: bool) -> str:
    """Return what was paid and how; ``is_outside`` for cash while no cash box is open."""
    said = _("Paid: {amount}, {mode}").format(
        amount=money_text(payment.content.amount), mode=label(payment.content.mode)
    )
    if not is_outside:
        return said
    return _("{paid} — no cash box is open: it is counted in none").format(paid=said)


def found_text(count: int) -> str:
    """Return how many were found."""
    return ngettext("{count} found", "{count} found", count).format(count=count)


def state_text(entry: CheckInEntry, *, is_there: bool) -> str:
    """Return the word beside a name among those found."""
    if is_there:
        return _("present")
    if entry.state is not RegistrationState.REGISTERED:
        return label(entry.state)
    return label(entry.settlement) if entry.settlement in OWING else ""


def state_tone(entry: CheckInEntry, *, is_there: bool) -> Tone | None:
    """Return the colour beside that word."""
    if is_there:
        return Tone.GOOD
    if entry.state is not RegistrationState.REGISTERED:
        return Tone.BAD
    return Tone.ATTENTION if entry.settlement in OWING else None


def entry_of(registration: Registration) -> CheckInEntry:
    """Return somebody who was just registered, as the door knows people."""
    return CheckInEntry(
        registration.id,
        registration.name,
        fold(registration.name),
        registration.badge_code,
        registration.state,
        registration.settlement,
        registration.due,
        registration.tariff_name,
        frozenset(registration.present),
    )


def owes_again(before: Settlement, now: Settlement) -> bool:
    """Tell whether less is paid than before."""
    if now is Settlement.UNPAID:
        return before not in {Settlement.UNPAID, Settlement.FREE}
    return now is Settlement.PARTLY_PAID and before not in OWING | {Settlement.FREE}
