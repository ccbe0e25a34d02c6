"""What the entries of a time-line say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.donations import DonationNature
from coopdesk.domain.event_registrations import MoveKind
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.domain.shares import ShareMove
from coopdesk.domain.timeline import EntryKind
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.formats import capital, day_text
from coopdesk.wording.gift_status import gone_text
from coopdesk.wording.grants import grant_detail, grant_title
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext
from coopdesk.wording.operations import label_text
from coopdesk.wording.partner_timeline import (
    agreement_detail,
    agreement_title,
    commitment_detail,
    commitment_title,
    network_fee_title,
    signature_title,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.timeline import TimelineEntry

Values = dict[str, Any]

FIELD_TEXTS: dict[str, str] = {
    "acronym": N_("acronym"),
    "birth_on": N_("date of birth"),
    "city": N_("town"),
    "civility": N_("civility"),
    "complement": N_("address complement"),
    "country": N_("country"),
    "custom": N_("own fields"),
    "discipline": N_("discipline"),
    "email": N_("e-mail"),
    "first_name": N_("first name"),
    "fiscal_year_end": N_("end of the fiscal year"),
    "further_addresses": N_("further addresses"),
    "household": N_("household"),
    "kind": N_("kind"),
    "language": N_("language"),
    "last_name": N_("last name"),
    "legal_form": N_("legal form"),
    "merged_into_id": N_("merged into another"),
    "note": N_("note"),
    "number": N_("member number"),
    "organisation_kind": N_("kind of organisation"),
    "organisation_name": N_("name of the organisation"),
    "parent": N_("parent organisation"),
    "phone": N_("telephone"),
    "photo": N_("photo"),
    "points": N_("further e-mails and phones"),
    "postal_code": N_("postcode"),
    "rna": N_("RNA number"),
    "sector": N_("sector"),
    "siren": N_("SIREN"),
    "siret": N_("SIRET"),
    "state": N_("state"),
    "street": N_("street"),
    "tags": N_("tags"),
    "website": N_("website"),
}


def field_text(name: str) -> str:
    """Return what a field of a contact is called within a sentence."""
    text = FIELD_TEXTS.get(name)
    return name if text is None else _(text)


def entry_title(entry: TimelineEntry) -> str:
    """Return the sentence of an entry, without its day and amount."""
    return _TITLES[entry.kind](dict(entry.values))


def entry_detail(entry: TimelineEntry) -> str:
    """Return what stands below the sentence, empty for nothing."""
    if entry.kind is EntryKind.CHANGE:
        return ", ".join(field_text(change.field) for change in entry.changes)
    detail = _DETAILS.get(entry.kind)
    return detail(entry.values) if detail else ""


def _membership(values: Values) -> str:
    if values["end"] is None:
        text = _("Membership “{type}” for life")
    else:
        text = _("Membership “{type}” from {start} to {end}")
        values |= {"start": day_text(values["start"]), "end": day_text(values["end"])}
    return text.format(**values)


def _membership_detail(values: Mapping[str, Any]) -> str:
    parts = []
    if values["holder"]:
        parts.append(_("covered by {holder}").format(holder=values["holder"]))
    if values["cancelled_on"]:
        day = day_text(values["cancelled_on"])
        parts.append(_("cancelled on {day}").format(day=day))
    elif values["remainder"]:
        parts.append(_("not paid yet"))
    return ", ".join(parts)


def _gift(values: Values) -> str:
    if values["campaign"]:
        return _("Gift for “{campaign}”").format(**values)
    return _("Gift")


def _pledge(values: Values) -> str:
    said = {**values, "frequency": label(values["frequency"])}
    if values["campaign"]:
        return _("Pledge for “{campaign}”, {frequency}").format(**said)
    return _("Pledge, {frequency}").format(**said)


def _pledge_detail(values: Mapping[str, Any]) -> str:
    state, day = label(values["state"]), values["state_on"]
    if day is None:
        return state
    return _("{state} since {day}").format(state=state, day=day_text(day))


def _payment(values: Values) -> str:
    kind, said = label(values["kind"]), values["label"]
    # The label of a payment may begin with what it is for: it is said once.
    parts = (said,) if said.casefold().startswith(kind.casefold()) else (kind, said)
    name = " – ".join(part for part in parts if part)
    if values["direction"] is Direction.OUT:
        return _("Paid to this contact: {name}").format(name=name)
    return name


def _money_detail(values: Mapping[str, Any]) -> str:
    state = values["state"]
    parts = [label(values["mode"])]
    if state is not PaymentState.RECEIVED:
        parts.append(label(state))
    return ", ".join(parts)


def _gift_detail(values: Mapping[str, Any]) -> str:
    if values["nature"] is DonationNature.MONEY:
        said = _money_detail(values)
    else:
        said = label(values["nature"])
    if values["returned_on"] is None:
        return said
    return f"{said}, {gone_text(values['returned_on'], values['return_reason'])}"


def _receipt(values: Values) -> str:
    count = values["gift_count"]
    text = ngettext(
        "Tax receipt no. {number} for {count} gift",
        "Tax receipt no. {number} for {count} gifts",
        count,
    )
    return text.format(number=values["number"], count=count)


def _registration(values: Values) -> str:
    names = [values["event"], values["tariff"]]
    name = " – ".join(dict.fromkeys(part for part in names if part))
    text = _("Membership form: {name}") if values["is_fee"] else _("Registration: {name}")
    return text.format(name=name)


_MOVES: Mapping[MoveKind, str] = {
    MoveKind.REGISTERED: N_("Registered for {event}"),
    MoveKind.WAITING: N_("Put on the waiting list of {event}"),
    MoveKind.PROMOTED: N_("Moved up from the waiting list of {event}"),
    MoveKind.CANCELLED: N_("Gave up the place at {event}"),
    MoveKind.RESTORED: N_("Registered again for {event}"),
}


def _event(values: Values) -> str:
    said = _MOVES[values["move"]]
    return _(said).format(event=_named(values))


def _presence(values: Values) -> str:
    return _("Was at {event}").format(event=_named(values))


def _event_role(values: Values) -> str:
    return _("{role}: {event}").format(role=label(values["role"]), event=_named(values))


def _report(values: Values) -> str:
    return _("Wrote the report of {event}").format(event=_named(values))


def _named(values: Mapping[str, Any]) -> str:
    title = event_title_text(values["title"], values["edition"])
    return _("“{text}”").format(text=title)


def _when(values: Mapping[str, Any]) -> str:
    return _("event: {when}").format(when=when_text(values["when"]))


def _presence_detail(values: Mapping[str, Any]) -> str:
    count = values["sessions"]
    text = ngettext("{count} session", "{count} sessions", count).format(count=count)
    return text if count else ""


def _subject(values: Mapping[str, Any]) -> str:
    return str(values["subject"])


def _charter(values: Values) -> str:
    return _("Signed the charter of “{group}”").format(**values)


def _group(values: Values) -> str:
    text = _("Left the group “{group}”") if values["ended"] else _("Joined the group “{group}”")
    return text.format(**values)


def _affiliation(values: Values) -> str:
    if values["is_person"]:
        text = _("No longer at {other}") if values["ended"] else _("At {other}")
    else:
        text = _("{other} has left") if values["ended"] else _("{other} has joined")
    return text.format(**values)


def _role(values: Mapping[str, Any]) -> str:
    return str(values["role"])


def _letter(values: Values) -> str:
    text = _("E-mail: {subject}") if values["channel"] == "email" else _("Letter: {subject}")
    return text.format(**values)


def _note(values: Values) -> str:
    return str(values["text"])


def _author(values: Mapping[str, Any]) -> str:
    return str(values["author"])


def _consent(values: Values) -> str:
    text = _("Agrees: {purpose}") if values["given"] else _("Refuses: {purpose}")
    return text.format(purpose=label(values["purpose"]))


def _source(values: Mapping[str, Any]) -> str:
    return str(values["source"])


def _departure(values: Values) -> str:
    return _("Leaves the association: {reason}").format(reason=label(values["reason"]))


def _departure_note(values: Mapping[str, Any]) -> str:
    return str(values["note"])


def _shares(values: Values) -> str:
    count = values["shares"]
    if values["move"] is ShareMove.SUBSCRIPTION:
        text = ngettext("{count} share subscribed", "{count} shares subscribed", count)
    else:
        text = ngettext("{count} share withdrawn", "{count} shares withdrawn", count)
    return text.format(count=count)


def _share_number(values: Mapping[str, Any]) -> str:
    return _("movement no. {number}").format(number=values["number"])


def _bank_line(values: Values) -> str:
    return _("At the bank: {label}").format(label=values["label"] or _("no label"))


def _bank_detail(values: Mapping[str, Any]) -> str:
    return f"{label(values['nature'])}, {values['account']}"


def _change(values: Values) -> str:
    said = label_text(values["label"], values["values"])
    return capital(said)


_TITLES: Mapping[EntryKind, Callable[[Values], str]] = {
    EntryKind.MEMBERSHIP: _membership,
    EntryKind.PAYMENT: _payment,
    EntryKind.GIFT: _gift,
    EntryKind.PLEDGE: _pledge,
    EntryKind.RECEIPT: _receipt,
    EntryKind.REGISTRATION: _registration,
    EntryKind.EVENT: _event,
    EntryKind.PRESENCE: _presence,
    EntryKind.EVENT_ROLE: _event_role,
    EntryKind.REPORT: _report,
    EntryKind.GROUP: _group,
    EntryKind.CHARTER: _charter,
    EntryKind.AFFILIATION: _affiliation,
    EntryKind.LETTER: _letter,
    EntryKind.NOTE: _note,
    EntryKind.CONSENT: _consent,
    EntryKind.DEPARTURE: _departure,
    EntryKind.SHARES: _shares,
    EntryKind.BANK_LINE: _bank_line,
    EntryKind.AGREEMENT: agreement_title,
    EntryKind.SIGNATURE: signature_title,
    EntryKind.COMMITMENT: commitment_title,
    EntryKind.NETWORK_FEE: network_fee_title,
    EntryKind.GRANT: grant_title,
    EntryKind.CHANGE: _change,
}
_DETAILS: Mapping[EntryKind, Callable[[Mapping[str, Any]], str]] = {
    EntryKind.MEMBERSHIP: _membership_detail,
    EntryKind.PAYMENT: _money_detail,
    EntryKind.GIFT: _gift_detail,
    EntryKind.PLEDGE: _pledge_detail,
    EntryKind.EVENT: _when,
    EntryKind.PRESENCE: _presence_detail,
    EntryKind.EVENT_ROLE: _subject,
    EntryKind.REPORT: _when,
    EntryKind.GROUP: _role,
    EntryKind.AFFILIATION: _role,
    EntryKind.NOTE: _author,
    EntryKind.CONSENT: _source,
    EntryKind.DEPARTURE: _departure_note,
    EntryKind.SHARES: _share_number,
    EntryKind.BANK_LINE: _bank_detail,
    EntryKind.AGREEMENT: agreement_detail,
    EntryKind.SIGNATURE: _role,
    EntryKind.COMMITMENT: commitment_detail,
    EntryKind.GRANT: grant_detail,
}
