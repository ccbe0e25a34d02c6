"""Tips for a file that is young: each goes away once it is done, or is sent away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coopdesk.domain.home import HomeOverview, MembersOfYear
    from coopdesk.services.registry import Services


TOUR = "tour"


@dataclass(frozen=True, slots=True)
class Tip:
    """A first step: where it is done is a page with a command of it, or what it shows.

    Without a page it is the tour of the window.
    """

    code: str
    text: str
    verb: str
    page: str = ""
    command: str = ""
    target: object = None


@dataclass(frozen=True, slots=True)
class Known:
    """What tips are derived from, beyond what the home page reads anyway."""

    has_member: bool = False
    has_event: bool = False
    has_partner: bool = False
    has_bank: bool = False
    has_logo: bool = False


def read_known(services: Services, year: int) -> Known:
    """Ask whether first things were done; runs on the worker."""
    profile = services.association.get()
    return Known(
        has_member=any(one.count for one in _members(services, year)),
        has_event=bool(services.events.years() or services.events.list()),
        has_partner=bool(services.partners.ids()),
        has_bank=bool(services.bank.accounts()),
        has_logo=profile is not None and profile.logo is not None,
    )


def _members(services: Services, year: int) -> tuple[MembersOfYear, MembersOfYear]:
    found = services.home.members(year)
    return found.now, found.before


def tips(
    seen: HomeOverview, known: Known, dismissed: Collection[str], *, tour_done: bool
) -> list[Tip]:
    """Return what may be done first, in the order in which it helps.

    Not what the card of what is to be done says anyway: the profile, the backup.
    """
    found = [] if tour_done else [Tip(TOUR, _("A minute to see where things are."), _("Look"))]
    found += [*_records(seen, known), *_papers(known)]
    return [tip for tip in found if tip.code not in dismissed]


def _records(seen: HomeOverview, known: Known) -> Iterator[Tip]:
    if not seen.contacts:
        text = _("Add a first contact: a person, or an organisation.")
        yield Tip("contact", text, _("Add"), "contacts", "add_action")
    if not known.has_member:
        text = _("Record a first membership; the tariffs are made on the way.")
        yield Tip("member", text, _("Record it"), "members", "add_action")
    if not seen.gifts.gift_count + seen.gifts_before.gift_count:
        text = _("Record a first gift: the receipt follows from it.")
        yield Tip("gift", text, _("Record it"), "donations", "record_action")
    if not known.has_event:
        text = _("Write down the next event: a day is enough.")
        yield Tip("event", text, _("Add"), "events", "add_action")
    if not known.has_partner:
        text = _("Add a first partner: a town hall, a neighbour, a network.")
        yield Tip("partner", text, _("Add"), "partners", "add_action")


def _papers(known: Known) -> Iterator[Tip]:
    if not known.has_logo:
        text = _("Put your logo on letters, cards and receipts.")
        yield Tip("logo", text, _("Choose"), "settings", target="profile")
    if not known.has_bank:
        text = _("Name the bank account: statements can be imported then.")
        yield Tip("bank", text, _("Add"), "imports", target=("lines",))
