"""Everything known of one membership, and how its panel says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.members import Period
from coopdesk.ui.columns import Tone
from coopdesk.ui.entries.booking_links import book_parts
from coopdesk.ui.members.columns import status_text
from coopdesk.ui.members.words import STATUS_TONES, period_long, period_text
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.booking import EntryLink
    from coopdesk.domain.members import Departure, Instalment, Membership, MembershipLine
    from coopdesk.domain.membership_lists import MembershipDue
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK = "contact"
PAYMENT_LINK = "payment"
MEMBERSHIP_LINK = "membership"
ATTACH_LINK = "attach"
DETACH_LINK = "detach"


@dataclass(frozen=True, slots=True)
class MembershipSheet:
    """A membership with its payments and what else is known of its holder.

    ``open_fees`` were paid by the holder or the household and settle nothing yet.
    """

    membership: Membership
    line: MembershipLine
    due: MembershipDue
    covered: tuple[tuple[int, str], ...]
    payments: tuple[PaymentLine, ...]
    others: tuple[MembershipLine, ...]
    departure: Departure | None
    open_fees: tuple[PaymentLine, ...]
    entries: tuple[EntryLink, ...] = ()


def read_sheet(services: Services, membership_id: int) -> MembershipSheet | None:
    """Return everything known of a membership, None when it is gone; on the worker."""
    members = services.members
    try:
        membership = members.get(membership_id)
        holder = membership.content.contact_id
        covered = [services.contacts.get(key) for key in membership.content.covered_ids]
    except NotFoundError:
        return None
    lines = members.of_contact(holder)
    departures = members.departures_of(holder)
    settles = membership.remainder and membership.cancelled_on is None
    return MembershipSheet(
        membership=membership,
        line=members.lines([membership_id])[0],
        due=members.due(membership_id),
        covered=tuple((contact.id, contact.display_name) for contact in covered),
        payments=tuple(members.payments_of(membership_id)),
        others=tuple(line for line in lines if line.id != membership_id),
        departure=departures[0] if departures else None,
        open_fees=tuple(members.open_fees_of(holder)) if settles else (),
        entries=tuple(services.booking.entries_of(membership_id=membership_id)),
    )


def sheet_parts(sheet: MembershipSheet) -> list[Part]:
    """Return the parts of a membership's record."""
    line = sheet.line
    tone = STATUS_TONES[line.status] if line.status and not line.cancelled_on else Tone.NEUTRAL
    name = Words(line.name, link=f"{CONTACT_LINK}:{line.contact_id}")
    below = (name, Words(status_text(line), tone))
    return [
        Title(line.name, (Words(_("Open the contact"), link=name.link), below[1])),
        Facts(tuple(_facts(sheet))),
        *_payments(sheet),
        *_instalments(sheet),
        *_open_fees(sheet),
        *_others(sheet),
        *book_parts(sheet.entries),
    ]


def _facts(sheet: MembershipSheet) -> list[tuple[str, Said]]:
    line, content = sheet.line, sheet.membership.content
    rows: list[tuple[str, Said]] = [
        (_("Member number"), line.number),
        (_("Tariff"), line.type_name),
        (_("College"), line.college),
        (_("Period"), period_long(content.period)),
        (_("Covers"), _names(sheet)),
        (_("Due"), _due_text(content.fee, content.joining_fee)),
        (_("Settled"), money_text(sheet.membership.paid)),
        (_("Remainder"), _remainder(sheet)),
        (_("Cancelled on"), day_long(line.cancelled_on) if line.cancelled_on else ""),
        (_("Departure"), _departure_text(sheet)),
        (_("Note"), content.note),
    ]
    return [(name, said) for name, said in rows if said]


def _names(sheet: MembershipSheet) -> str:
    return ", ".join(name for _id, name in sheet.covered) if len(sheet.covered) > 1 else ""


def _due_text(fee: Money, joining_fee: Money) -> str:
    if not joining_fee:
        return money_text(fee)
    text = _("{total}, of which {joining} joining fee")
    return text.format(total=money_text(fee + joining_fee), joining=money_text(joining_fee))


def _remainder(sheet: MembershipSheet) -> Said:
    rest = sheet.line.remainder
    if not rest:
        return ""
    late = sheet.due.now
    if late and late != rest:
        text = _("{amount}, of which {now} due now")
        return Words(text.format(amount=money_text(rest), now=money_text(late)), Tone.ATTENTION)
    return Words(money_text(rest), Tone.ATTENTION if late else None)


def _departure_text(sheet: MembershipSheet) -> str:
    if sheet.departure is None:
        return ""
    content = sheet.departure.content
    said = _("{reason} on {day}").format(
        reason=label(content.reason), day=day_long(content.left_on)
    )
    return " — ".join(part for part in (said, content.note) if part)


def _payments(sheet: MembershipSheet) -> list[Part]:
    if not sheet.payments:
        if not sheet.line.remainder:
            return []
        return [Heading(_("Payments")), Paragraph((_("Nothing paid yet."),), is_muted=True)]
    rows = []
    for paid in sheet.payments:
        link = Words(day_text(paid.paid_on), link=f"{PAYMENT_LINK}:{paid.payment_id}")
        who = "" if paid.payer_id == sheet.line.contact_id else paid.payer_name
        untie = Words(_("Untie"), link=f"{DETACH_LINK}:{paid.id}")
        below: tuple[Said, ...] = (label(paid.mode), *([who] if who else []), untie)
        rows.append((link, money_text(paid.amount), below))
    return [Heading(_("Payments")), Lines(tuple(rows))]


def _instalments(sheet: MembershipSheet) -> list[Part]:
    parts = sheet.membership.content.instalments
    if not parts:
        return []
    rows = []
    left = sheet.membership.paid.cents
    for part in parts:
        rows.append((day_long(part.due_on), money_text(part.amount), (_settled(part, left),)))
        left = max(0, left - part.amount.cents)
    return [Heading(_("Instalments")), Lines(tuple(rows))]


def _settled(part: Instalment, left: int) -> str:
    if left >= part.amount.cents:
        return _("paid")
    return _("partly paid") if left else _("to pay")


def _open_fees(sheet: MembershipSheet) -> list[Part]:
    if not sheet.open_fees:
        return []
    rows = []
    for fee in sheet.open_fees:
        link = Words(_("Settle this membership with it"), link=f"{ATTACH_LINK}:{fee.id}")
        said = " · ".join(part for part in (day_text(fee.paid_on), fee.label) if part)
        rows.append((said, money_text(fee.amount), (link,)))
    return [Heading(_("Fees received that settle nothing yet")), Lines(tuple(rows))]


def _others(sheet: MembershipSheet) -> list[Part]:
    if not sheet.others:
        return []
    rows = []
    for line in sheet.others:
        link = Words(
            period_text(Period(line.start, line.end)), link=f"{MEMBERSHIP_LINK}:{line.id}"
        )
        rows.append((link, money_text(line.paid), _other_words(line)))
    return [Heading(_("Other memberships")), Lines(tuple(rows))]


def _other_words(line: MembershipLine) -> tuple[Said, ...]:
    if line.cancelled_on:
        return (line.type_name, _("cancelled on {day}").format(day=_day(line.cancelled_on)))
    if line.remainder:
        rest = _("{amount} to pay").format(amount=money_text(line.remainder))
        return (line.type_name, rest)
    return (line.type_name,)


def _day(day: dt.date) -> str:
    return day_text(day)
