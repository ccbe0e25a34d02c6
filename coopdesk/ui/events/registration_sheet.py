"""What the record of a registration reads: place, tariff, money of the party, trace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import RegistrationState
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.columns import SETTLEMENT_TONES, STANDING_TONES
from coopdesk.ui.events.links import linked
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, moment_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.event_registrations import Move, Party, Registration
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

PAY_LINK = "pay"
REFUND_LINK = "refund"
PAYER_LINK = "payer"
JOIN_LINK = "join"
LEAVE_LINK = "leave"


@dataclass(frozen=True, slots=True)
class RegistrationRecord:
    """A registration with its party and what happened to it."""

    registration: Registration
    party: Party
    moves: tuple[Move, ...]

    @property
    def name(self) -> str:
        """Who it is."""
        return self.registration.name


def read_registration(services: Services, registration_id: int) -> RegistrationRecord:
    """Read a registration; runs on the worker, raises NotFoundError."""
    service = services.registrations
    found = service.get(registration_id)
    moves = [x for x in service.moves(found.event_id) if x.registration_id == found.id]
    return RegistrationRecord(found, service.party(found.party_id), tuple(moves))


def registration_parts(record: RegistrationRecord) -> list[Part]:
    """Return the parts of a registration's record."""
    one = record.registration
    state = Words(_standing(one), STANDING_TONES[one.state])
    number = _("No. {number}").format(number=number_text(one.number))
    return [
        Title(one.name, (state, number)),
        Facts(tuple(row for row in _facts(one) if row[1])),
        *_money(record),
        *_trace(record.moves),
    ]


def _standing(one: Registration) -> str:
    if one.rank is not None:
        return _("waiting, {rank}").format(rank=number_text(one.rank))
    return label(one.state)


def _facts(one: Registration) -> Iterator[tuple[str, Said | tuple[Said, ...]]]:
    contact: Said = _("Guest, not among the contacts")
    if one.contact_id is not None:
        contact = linked("contact", one.contact_id, _("Open the contact"))
    yield _("Contact"), contact
    yield _("E-mail"), one.email
    yield _("Telephone"), one.phone
    yield _("Tariff"), one.tariff_name
    options = (
        _("{name} × {count}").format(name=x.name, count=x.quantity)
        if x.quantity > 1
        else x.name
        for x in one.options
    )
    yield _("Options"), ", ".join(options)
    yield _("To pay"), money_text(one.due) if one.due else ""
    yield _("Code on the badge"), one.badge_code
    yield _("Registered on"), moment_text(one.registered_at)
    yield _("Comes from"), label(one.source)
    yield _("Given up on"), day_long(one.cancelled_on) if one.cancelled_on else ""
    yield _("Note"), one.note


def _money(record: RegistrationRecord) -> Iterator[Part]:
    one, party = record.registration, record.party
    tone = SETTLEMENT_TONES[one.settlement] or Tone.NEUTRAL
    yield Heading(_("Payment"), Words(label(one.settlement), tone))
    if len(party.names) > 1:
        text = _("Pay together: {names}").format(names=", ".join(party.names))
        yield Paragraph((text,))
    rows = [
        (_("Who pays"), party.payer_name),
        (_("Due"), money_text(party.due)),
        (_("Paid"), money_text(party.paid) if party.paid else ""),
        (_("Still due"), money_text(party.left) if party.left > ZERO else ""),
        (_("To be given back"), money_text(-party.left) if party.left < ZERO else ""),
    ]
    yield Facts(tuple((name, text) for name, text in rows if text))
    yield Paragraph(tuple(_steps(record)), is_muted=True)
    if party.payment_ids:
        links = tuple(
            linked("payment", key, _("payment {number}").format(number=key))
            for key in party.payment_ids
        )
        yield Paragraph(links, is_muted=True)


def _steps(record: RegistrationRecord) -> Iterator[Said]:
    one, party = record.registration, record.party
    if party.left > ZERO or (not party.due and one.state is RegistrationState.REGISTERED):
        yield linked(PAY_LINK, one.id, _("Record a payment…"))
    if party.paid > ZERO:
        yield linked(REFUND_LINK, one.id, _("Give money back…"))
    yield linked(PAYER_LINK, one.id, _("Say who pays…"))
    yield linked(JOIN_LINK, one.id, _("Pay with others…"))
    if len(party.names) > 1:
        yield linked(LEAVE_LINK, one.id, _("Pay alone"))


def _trace(moves: tuple[Move, ...]) -> Iterator[Part]:
    if not moves:
        return
    yield Heading(_("Trace of the registration"))
    yield Lines(tuple((label(x.kind), moment_text(x.moved_at), _freed(x)) for x in moves))


def _freed(move: Move) -> tuple[Said, ...]:
    if not move.freed_by:
        return ()
    return (_("takes the place of {name}").format(name=move.freed_by),)
