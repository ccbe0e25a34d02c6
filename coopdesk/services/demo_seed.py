"""Read the words of the demonstration from the seed files that ship with the program."""

from __future__ import annotations

import tomllib
from typing import Any

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import Association
from coopdesk.domain.campaigns import NewCampaign
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.demo_gifts import DemoPledge, DemoSheet, DemoThing, DemoTier, GiftWords
from coopdesk.domain.demo_members import DemoGroup, MemberWords
from coopdesk.domain.demo_words import (
    CastMember,
    DemoCampaign,
    DemoEvent,
    DemoFlow,
    DemoWords,
    LifeWords,
    PeopleWords,
)
from coopdesk.domain.donations import Ineligibility, ValueBasis
from coopdesk.domain.members import AmountKind, Holder, NewMembershipType, WhoMayJoin
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentMode
from coopdesk.domain.pledges import Frequency
from coopdesk.system.paths import database_files

_ADDRESS = ("street", "postal_code", "city")


def read_demo_words() -> DemoWords:
    """Return everything the demonstration is made of."""
    association = _read("association")
    return DemoWords(
        profile=_profile(association["profile"]),
        cast=_cast(_read("cast")),
        people=_people(_read("people"), _read("places"), _read("organisations")),
        life=_life(association),
        members=_members(_read("members")),
        gifts=_gifts(_read("gifts")),
    )


def _read(name: str) -> dict[str, Any]:
    path = database_files() / "seed" / "demo" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _profile(found: dict[str, Any]) -> Association:
    address = PostalAddress(**{name: found[name] for name in _ADDRESS})
    others = {name: value for name, value in found.items() if name not in _ADDRESS}
    return Association(address=address, **others)


def _cast(found: dict[str, Any]) -> tuple[CastMember, ...]:
    organisations = [
        CastMember(
            NewContact(
                ContactKind.ORGANISATION,
                organisation_name=entry["name"],
                legal_form=entry["legal_form"],
                organisation_kind=OrganisationKind(entry["kind"]),
                fiscal_year_end=entry.get("fiscal_year_end", ""),
            ),
            entry["key"],
            entry.get("story", ""),
        )
        for entry in found["organisations"]
    ]
    persons = [
        CastMember(_person(entry), story=entry.get("story", "")) for entry in found["persons"]
    ]
    return (*organisations, *persons)


def _person(entry: dict[str, Any]) -> NewContact:
    return NewContact(
        civility=Civility(entry.get("civility", "")),
        first_name=entry["first_name"],
        last_name=entry["last_name"],
        address=_address(entry),
        note=entry.get("note", ""),
    )


def _address(entry: dict[str, Any]) -> PostalAddress:
    """Return the address; no country asks for an invented one."""
    if not entry.get("has_address", True):
        return PostalAddress()
    if "street" not in entry:
        return PostalAddress(country="")
    given = {name: entry[name] for name in _ADDRESS}
    return PostalAddress(**given, country=entry["country"])


def _people(
    people: dict[str, Any], places: dict[str, Any], organisations: dict[str, Any]
) -> PeopleWords:
    return PeopleWords(
        women=tuple(people["women"]),
        men=tuple(people["men"]),
        last_names=tuple(people["last_names"]),
        double_name_every=people["double_name_every"],
        ways=tuple(places["ways"]),
        way_names=tuple(places["way_names"]),
        complements=tuple(places["complements"]),
        towns=tuple(
            (code, name) for code, name, weight in places["towns"] for _number in range(weight)
        ),
        organisation_words=tuple((word, form) for word, form in organisations["words"]),
        organisation_names=tuple(organisations["names"]),
    )


def _life(found: dict[str, Any]) -> LifeWords:
    flows = [_flow(entry, Direction.IN, entry["kind"]) for entry in found["incomes"]]
    flows += [_flow(entry, Direction.OUT, "expense") for entry in found["expenses"]]
    return LifeWords(
        **{
            name: tuple(found[name])
            for name in (
                "months",
                "gift_months",
                "fee_months",
                "fees",
                "gifts",
                "monthly_gifts",
            )
        },
        fee_campaign=found["fee_campaign"],
        campaigns=tuple(
            DemoCampaign(entry["name"], tuple(entry["months"]), entry["weight"])
            for entry in found["campaigns"]
        ),
        events=tuple(
            DemoEvent(**{**entry, "prices": tuple(entry["prices"])})
            for entry in found["events"]
        ),
        flows=tuple(flows),
    )


def _flow(entry: dict[str, Any], direction: Direction, kind: str) -> DemoFlow:
    return DemoFlow(
        direction,
        LineKind(kind),
        entry["label"],
        entry.get("contact", ""),
        tuple(entry["months"]),
        entry["day"],
        entry["cents"],
        entry.get("spread", 0),
        PaymentMode(entry.get("mode", "transfer")),
        entry.get("account", ""),
        entry.get("activity", ""),
    )


def _members(found: dict[str, Any]) -> MemberWords:
    return MemberWords(
        types={entry["key"]: _type(entry) for entry in found["types"]},
        groups=tuple(DemoGroup(one["name"], tuple(one["roles"])) for one in found["groups"]),
        tags=tuple(found["tags"]),
        roles=tuple(found["roles"]),
        sectors=tuple(found["sectors"]),
        household=found["household"],
        departure_note=found["departure_note"],
        consent_source=found["consent_source"],
    )


def _type(entry: dict[str, Any]) -> NewMembershipType:
    return NewMembershipType(
        entry["name"],
        AmountKind(entry.get("amount_kind", "fixed")),
        Money(entry["cents"]),
        holder=Holder(entry.get("holder", "contact")),
        who=WhoMayJoin(entry["who"]),
        college=entry["college"],
        outside_names=tuple(entry["outside_names"]),
    )


def _gifts(found: dict[str, Any]) -> GiftWords:
    return GiftWords(
        campaigns=tuple(
            (_campaign(entry), tuple(_tier(tier) for tier in entry.get("tiers", ())))
            for entry in found["campaigns"]
        ),
        pledges=tuple(
            DemoPledge(
                entry["who"],
                Money(entry["amount"]),
                Frequency(entry["frequency"]),
                PaymentMode(entry["mode"]),
                entry["day"],
            )
            for entry in found["pledges"]
        ),
        driver=found["vehicle"]["who"],
        vehicle=found["vehicle"]["label"],
        power=found["vehicle"]["power"],
        waived=_sheet(found["waived"]),
        draft=_sheet(found["draft"]),
        things=tuple(
            DemoThing(
                entry["who"],
                entry["description"],
                Money(entry["cents"]),
                ValueBasis(entry["basis"]),
            )
            for entry in found["in_kind"]
        ),
    )


def _campaign(entry: dict[str, Any]) -> NewCampaign:
    return NewCampaign(
        entry["name"],
        entry["description"],
        goal=_cents(entry, "goal"),
        minimum=_cents(entry, "minimum"),
    )


def _tier(entry: dict[str, Any]) -> DemoTier:
    reason = entry.get("ineligibility")
    return DemoTier(
        entry["name"],
        goal=_cents(entry, "goal"),
        minimum=_cents(entry, "minimum"),
        suggested=_cents(entry, "suggested"),
        ineligibility=Ineligibility(reason) if reason else None,
    )


def _sheet(entry: dict[str, Any]) -> DemoSheet:
    return DemoSheet(
        entry["title"],
        entry["trip"],
        entry["metres"],
        entry.get("expense", ""),
        Money(entry.get("cents", 0)),
    )


def _cents(entry: dict[str, Any], name: str) -> Money | None:
    return Money(entry[name]) if name in entry else None
