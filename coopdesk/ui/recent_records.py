"""The records that were opened lately: what is remembered, and what it is called today.

The settings keep the kind and the id of each; its name is read where it belongs, so that a
record that was renamed, merged or erased leaves no old name behind.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from coopdesk.domain.errors import CoopDeskError
from coopdesk.ui.desk import Hit
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.list_detail import ListDetail

_KEPT_AFTER_MS = 2000


def remember_opened(desk: Desk, kind: str, detail: ListDetail) -> None:
    """Keep in mind from now on what is opened beside a list of records of a kind."""
    detail.opened.connect(partial(note_opened, desk, kind))


def note_opened(desk: Desk, kind: str, record_id: int) -> None:
    """Keep one record in mind: it was opened, or just made.

    Written soon after, not at each line that somebody leafs through: nor does it wait for the
    program to end, which may be by a power cut.
    """
    desk.settings.remember_opened(desk.database, f"{kind} {record_id}")
    QTimer.singleShot(_KEPT_AFTER_MS, desk.navigator, desk.settings.save)


def recent_hits(services: Services, opened: Sequence[str]) -> list[Hit]:
    """Return what is remembered as places to go, the latest first; runs on the worker.

    What is no longer there is left out, as are kinds that this version does not know.
    """
    return list(_hits(services, opened))


def _hits(services: Services, opened: Sequence[str]) -> Iterator[Hit]:
    for one in opened:
        kind, _space, number = one.partition(" ")
        read = _READERS.get(kind)
        if read is None or not number.isdecimal():
            continue
        try:
            yield read(services, int(number))
        except CoopDeskError:
            continue  # it was removed meanwhile


def _contact(services: Services, contact_id: int) -> Hit:
    from coopdesk.ui.contacts.columns import KIND_ICONS

    contact = services.contacts.get(contact_id)
    profile = contact.profile
    where = profile.address.town_line or profile.email or _("Contact")
    return Hit(contact.display_name, where, KIND_ICONS[profile.kind], "contacts", contact_id)


def _gift(services: Services, gift_id: int) -> Hit:
    from coopdesk.wording.formats import day_text, money_text

    gift = services.donations.get(gift_id).content
    donor = (
        services.contacts.get(gift.donor_id).display_name if gift.donor_id else _("Anonymous")
    )
    said = f"{money_text(gift.amount)} · {day_text(gift.received_on)}"
    return Hit(donor, _("Gift of {what}").format(what=said), "gift", "donations", gift_id)


def _receipt(services: Services, receipt_id: int) -> Hit:
    line = services.receipts.get(receipt_id)
    title = _("Receipt no. {number}").format(number=line.number_text)
    return Hit(title, line.donor_name, "receipt", "receipts", receipt_id)


def _event(services: Services, event_id: int) -> Hit:
    from coopdesk.wording.event_dates import when_text
    from coopdesk.wording.event_titles import event_title_text

    event = services.events.get(event_id).content
    title = event_title_text(event.title, event.edition)
    return Hit(title, when_text(event.when), "calendar-blank", "events", ("event", event_id))


def _group(services: Services, group_id: int) -> Hit:
    from coopdesk.wording.groups import group_title
    from coopdesk.wording.labels import label

    group = services.groups.get(group_id).content
    title = group_title(group.name, group.number)
    return Hit(title, label(group.kind), "users-three", "groups", group_id)


def _entry(services: Services, entry_id: int) -> Hit:
    from coopdesk.wording.formats import day_text, money_text

    services.entries.get(entry_id)  # refuses one that is gone
    (row,) = services.entries.lines([entry_id])
    said = f"{money_text(row.moved)} · {day_text(row.entry_on)}"
    return Hit(row.label, said, "notebook", "accounts", ("entry", entry_id))


def _campaign(services: Services, campaign_id: int) -> Hit:
    from coopdesk.ui.donations.targets import CampaignShown

    name = services.campaigns.get(campaign_id).content.name
    return Hit(name, _("Campaign"), "target", "donations", CampaignShown(campaign_id))


def _partner(services: Services, partner_id: int) -> Hit:
    from coopdesk.wording.labels import label

    partner = services.partners.get(partner_id)
    said = label(partner.content.kind)
    return Hit(partner.name, said, "handshake", "partners", ("partner", partner_id))


def _agreement(services: Services, agreement_id: int) -> Hit:
    one = services.agreements.get(agreement_id)
    target = ("agreement", agreement_id)
    return Hit(one.content.title, one.partner_name, "file-text", "partners", target)


def _commitment(services: Services, commitment_id: int) -> Hit:
    one = services.commitments.get(commitment_id)
    target = ("commitment", commitment_id)
    return Hit(one.content.text, one.partner_name, "check-square", "partners", target)


def _request(services: Services, request_id: int) -> Hit:
    request = services.grant_requests.get(request_id)
    title, place = request.content.title, ("grant_request", request_id)
    return Hit(title, request.funder_name, "bank", "partners", place)


def _project(services: Services, project_id: int) -> Hit:
    title = services.grant_projects.get(project_id).content.title
    return Hit(title, _("Project"), "target", "partners", ("grant_project", project_id))


def _call(services: Services, call_id: int) -> Hit:
    call = services.grant_calls.get(call_id)
    said = call.funder_name or _("Call for projects")
    return Hit(call.content.title, said, "megaphone", "partners", ("grant_call", call_id))


_READERS: dict[str, Callable[[Services, int], Hit]] = {
    "contact": _contact,
    "gift": _gift,
    "receipt": _receipt,
    "event": _event,
    "group": _group,
    "entry": _entry,
    "campaign": _campaign,
    "grant_request": _request,
    "grant_project": _project,
    "grant_call": _call,
    "partner": _partner,
    "agreement": _agreement,
    "commitment": _commitment,
}
