"""Random commands on contacts, members and money, and a recount of what triggers keep."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import (
    ConsentPurpose,
    ContactPoint,
    NewAffiliation,
    NewConsent,
    NewGroupMember,
    NewNote,
    PointKind,
)
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.domain.donations import (
    DonationNature,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.domain.mass_edit import AddTag, EditedField, JoinGroup, SetField
from coopdesk.domain.members import (
    DepartureReason,
    Holder,
    Instalment,
    MemberRules,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
)
from coopdesk.domain.merging import Side
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.renewing import RenewalOrder, RenewalRequest
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.domain.shares import NewShareMovement, ShareMove
from coopdesk.domain.text import fold
from tests.building import ADDRESS, TODAY, person
from tests.reliability.campaigning import CampaignCommands, wrong_campaigns
from tests.reliability.listed import wrong_lists

if TYPE_CHECKING:
    import random

    from coopdesk.services.registry import Services
    from coopdesk.storage.unit_of_work import Units

_ALONE = (
    "payment_line_id IN (SELECT max(id) FROM payment_line GROUP BY payment_id"
    " HAVING count(*) = 1 AND max(kind) = 'gift')"
)
# Received, or without money; no fee, and not gone back.
_GIFTS_THAT_COUNT = (
    "FROM donation d WHERE NOT d.is_fee"
    " AND d.id NOT IN (SELECT donation_id FROM donation_return)"
    " AND (d.payment_line_id IS NULL OR d.payment_line_id IN (SELECT l.id FROM payment_line l"
    " JOIN payment p ON p.id = l.payment_id WHERE p.state = 'received'))"
)
_MEMBER = "id IN (SELECT contact_id FROM membership_person)"
_YEARS = {y: Period(dt.date(y, 1, 1), dt.date(y, 12, 31)) for y in (2024, 2025, 2026, 2027)}


class Commands(CampaignCommands):
    """What a person may do, with whom and how much left to chance."""

    def __init__(self, services: Services, units: Units) -> None:
        self._services = services
        self._units = units

    def names(self) -> list[str]:
        """Return what can be done."""
        return sorted(
            name for name in dir(Commands) if not name.startswith("_") and name != "names"
        )

    def _some(self, table: str, chance: random.Random, where: str = "1") -> int:
        with self._units.database.reading() as connection:
            found = connection.exec_driver_sql(f"SELECT id FROM {table} WHERE {where}")
            ids = sorted(found.scalars())
        return chance.choice(ids) if ids else 0

    def _two(self, chance: random.Random) -> tuple[int, int]:
        return self._some("contact", chance), self._some("contact", chance)

    def _person(self, chance: random.Random) -> NewContact:
        point = ContactPoint(PointKind.EMAIL, f"x{chance.randrange(9)}@example.org", "travail")
        return person(
            chance.choice(("Lefèvre", "Le Goff", "O'Brien", "Nguyễn")),
            chance.choice(("Élodie", "Jean-Paul", "Ana")),
            email=chance.choice(("", "a@example.org", "b@example.org")),
            tags=tuple(chance.sample(("ami", "vente", "lettre"), chance.randrange(3))),
            points=chance.choice(((), (point,))),
            note=chance.choice(("", "= première\nligne")),
        )

    def add(self, chance: random.Random) -> None:
        self._services.contacts.add(self._person(chance))

    def add_structure(self, chance: random.Random) -> None:
        name = f"Coop {chance.randrange(5)}"
        new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, address=ADDRESS)
        self._services.contacts.add(new)

    def change(self, chance: random.Random) -> None:
        contact_id = self._some("contact", chance, "kind = 'person'")
        number = self._services.contacts.get(contact_id).profile.number
        self._services.contacts.change(contact_id, replace(self._person(chance), number=number))

    def put_away(self, chance: random.Random) -> None:
        contacts = self._services.contacts
        way = chance.choice((contacts.archive, contacts.bin, contacts.restore))
        way([self._some("contact", chance)])

    def join(self, chance: random.Random) -> None:
        type_id = self._some("membership_type", chance)
        contact_id = self._some("contact", chance)
        period = _YEARS[chance.choice((2024, 2025, 2026, 2027))]
        plan = (Instalment(period.start, Money(500)), Instalment(period.end, Money(1500)))
        parts = chance.choice(((), plan))
        new = NewMembership(contact_id, type_id, period, Money(2000), instalments=parts)
        self._services.members.join(new)

    def pay(self, chance: random.Random) -> None:
        payer, donor = self._two(chance)
        unpaid = range(chance.randrange(3))
        ids = {self._some("membership", chance, "paid_cents = 0") for _each in unpaid} - {0}
        shares = [PaymentShare("fee", Money(chance.choice((500, 2000))), key) for key in ids]
        if chance.random() < 0.6:
            shares.append(PaymentShare("gift", Money(3000), donor_id=donor))
        if chance.random() < 0.3:
            shares.append(PaymentShare("registration", Money(700)))
        amount = Money(sum(share.amount.cents for share in shares))
        day = TODAY - dt.timedelta(days=chance.randrange(900))
        self._services.members.record_payment(
            NewSharedPayment(payer, day, amount, PaymentMode.CHEQUE, tuple(shares))
        )

    def unpay(self, chance: random.Random) -> None:
        self._services.members.remove_payment(self._some("payment", chance))

    def remove_gift(self, chance: random.Random) -> None:
        self._services.donations.remove(self._some("donation", chance))

    def correct_gift(self, chance: random.Random) -> None:
        amount = Money(chance.choice((1000, 4500)))
        new = NewDonation(TODAY, amount, PaymentMode.CASH, self._some("contact", chance))
        self._services.donations.correct(self._some("donation", chance, _ALONE), new)

    def give(self, chance: random.Random) -> None:
        donor = self._some("contact", chance)
        amount = Money(chance.choice((1000, 4500)))
        self._services.donations.record(NewDonation(TODAY, amount, PaymentMode.CASH, donor))

    def give_goods(self, chance: random.Random) -> None:
        self._services.donations.record(self._goods(chance))

    def correct_kind(self, chance: random.Random) -> None:
        self._services.donations.correct(self._some("donation", chance), self._goods(chance))

    def _goods(self, chance: random.Random) -> NewDonation:
        donor = self._some("contact", chance)
        amount = Money(chance.choice((1000, 4500)))
        nature = chance.choice((DonationNature.IN_KIND, DonationNature.WAIVED_INCOME))
        basis = ValueBasis.APPRAISAL if nature is DonationNature.IN_KIND else ValueBasis.NONE
        return NewDonation(
            TODAY,
            amount,
            PaymentMode.OTHER,
            donor,
            nature=nature,
            description="Un piano",
            value_basis=basis,
        )

    def give_back(self, chance: random.Random) -> None:
        gone = NewReturn(TODAY, chance.choice(list(ReturnReason)))
        self._services.donations.give_back(self._some("donation", chance), gone)

    def take_return_back(self, chance: random.Random) -> None:
        where = "id IN (SELECT donation_id FROM donation_return)"
        self._services.donations.take_back_return(self._some("donation", chance, where))

    def decide_payment(self, chance: random.Random) -> None:
        state = chance.choice(list(PaymentState))
        self._services.payments.decide([self._some("payment", chance)], state)

    def detach_fee(self, chance: random.Random) -> None:
        line_id = self._some("payment_line", chance, "membership_id IS NOT NULL")
        self._services.members.detach_payment_line(line_id)

    def attach_fee(self, chance: random.Random) -> None:
        line_id = self._some("payment_line", chance, "kind = 'fee' AND membership_id IS NULL")
        self._services.members.attach_payment_line(line_id, self._some("membership", chance))

    def change_terms(self, chance: random.Random) -> None:
        key = self._some("membership", chance)
        content = self._services.members.get(key).content
        period = chance.choice(list(_YEARS.values()))
        type_id = self._some("membership_type", chance)
        fee = Money(chance.choice((1500, 2500)))
        new = replace(content, period=period, type_id=type_id, fee=fee, instalments=())
        self._services.members.change(key, new)

    def cancel(self, chance: random.Random) -> None:
        self._services.members.cancel(self._some("membership", chance))

    def leave(self, chance: random.Random) -> None:
        day = TODAY - dt.timedelta(days=chance.randrange(700))
        contact_id = self._some("contact", chance, _MEMBER)
        self._services.members.leave(NewDeparture(contact_id, day, DepartureReason.RESIGNED))

    def come_back(self, chance: random.Random) -> None:
        self._services.members.come_back(self._some("contact", chance, "member_left_on"))

    def renew(self, chance: random.Random) -> None:
        period = _YEARS[chance.choice((2025, 2026, 2027))]
        request = RenewalRequest(period, (), chance.random() < 0.5, chance.random() < 0.5)
        self._services.renewals.apply(RenewalOrder(request))

    def merge(self, chance: random.Random) -> None:
        keep, drop = self._two(chance)
        sheet = self._services.duplicates.comparison(keep, drop)
        sides = {x.name: chance.choice(list(Side)) for x in sheet.fields}
        self._services.duplicates.merge(keep, drop, {} if chance.random() < 0.7 else sides)

    def tell_apart(self, chance: random.Random) -> None:
        self._services.duplicates.not_same(*self._two(chance))

    def edit_many(self, chance: random.Random) -> None:
        ids = list(dict.fromkeys(self._two(chance)))
        sector = SetField(EditedField.SECTOR, "Culture")
        edit = chance.choice((AddTag("ami"), sector, JoinGroup("Bureau")))
        self._services.mass_edit.apply(ids, edit)

    def household(self, chance: random.Random) -> None:
        households = self._services.households
        if chance.random() < 0.5:
            households.create(list(self._two(chance)))
        elif chance.random() < 0.5:
            households.remove_member(self._some("contact", chance))
        else:
            households.add_member(
                self._some("household", chance), self._some("contact", chance)
            )

    def tie(self, chance: random.Random) -> None:
        affiliations = self._services.affiliations
        key = self._some("affiliation", chance)
        if key and chance.random() < 0.5:
            chance.choice((affiliations.remove, lambda one: affiliations.end(one, TODAY)))(key)
        else:
            structure = self._some("contact", chance, "kind = 'organisation'")
            member = self._some("contact", chance, "kind = 'person'")
            affiliations.add(NewAffiliation(member, structure, "Trésorière"))

    def group(self, chance: random.Random) -> None:
        groups = self._services.groups
        key = self._some("group_member", chance)
        if key and chance.random() < 0.4:
            chance.choice((groups.remove, groups.leave))(key)
        elif key and chance.random() < 0.3:
            groups.rename(
                self._some("working_group", chance), chance.choice(("Bureau", "Fête"))
            )
        elif key and chance.random() < 0.2:
            groups.delete(self._some("working_group", chance))
        else:
            name = chance.choice(("Bureau", "Potager"))
            groups.join(NewGroupMember(self._some("contact", chance), name))

    def consent(self, chance: random.Random) -> None:
        details = self._services.details
        key = self._some("consent", chance)
        if key and chance.random() < 0.3:
            details.remove_consent(key)
        else:
            purpose = chance.choice(list(ConsentPurpose))
            given = chance.random() < 0.5
            details.decide(NewConsent(self._some("contact", chance), purpose, given, TODAY))

    def note(self, chance: random.Random) -> None:
        details = self._services.details
        key = self._some("contact_note", chance)
        if key and chance.random() < 0.3:
            details.remove_note(key)
        elif key and chance.random() < 0.5:
            details.change_note(key, "Autre\nchose", TODAY)
        else:
            details.add_note(NewNote(self._some("contact", chance), TODAY, "Appelée"))

    def own_field(self, chance: random.Random) -> None:
        fields = self._services.custom_fields
        key = self._some("custom_field", chance)
        if key and chance.random() < 0.2:
            fields.remove(key)
        elif key and chance.random() < 0.3:
            searched = chance.random() < 0.5
            name = f"Champ {chance.randrange(3)}"
            fields.change(key, NewCustomField(name, is_searched=searched))
        elif key and chance.random() < 0.3:
            fields.move(key, chance.randrange(2))
        elif key and chance.random() < 0.7:
            contact_id = self._some("contact", chance)
            profile = self._services.contacts.get(contact_id).profile
            self._services.contacts.change(
                contact_id, profile, {key: chance.choice(("a", "", "b"))}
            )
        else:
            fields.add(NewCustomField(f"Champ {chance.randrange(3)}", FieldKind.TEXT))

    def saved_filter(self, chance: random.Random) -> None:
        filters = self._services.filters
        key = self._some("saved_filter", chance)
        condition = filters.parse(chance.choice(("tag = ami", "group = Bureau", "gifts > 10")))
        way = chance.randrange(5)
        if key and way == 0:
            filters.remove(key)
        elif key and way == 1:
            filters.rename(key, f"Liste {chance.randrange(4)}")
        elif key and way == 2:
            filters.change(key, condition)
        elif key and way == 3:
            filters.move(key, chance.randrange(3))
        else:
            filters.save(f"Liste {chance.randrange(4)}", condition)

    def template(self, chance: random.Random) -> None:
        reminders = self._services.reminders
        way, content = chance.randrange(4), LetterTemplate("", "Rappel", "Objet", "Bonjour")
        if way == 0:
            reminders.reset_templates()
        elif way == 1:
            reminders.remove_template(chance.randrange(4))
        elif way == 2:
            reminders.change_template(chance.randrange(4), content)
        else:
            reminders.add_template(content)

    def rules(self, chance: random.Random) -> None:
        pattern = chance.choice(("{n:4}", "", "{year}-{n}"))
        self._services.members.change_rules(
            MemberRules(
                number_pattern=pattern,
                grace_days=chance.randrange(90),
                has_shares=True,
                share_nominal=Money(1500),
            )
        )

    def tariff(self, chance: random.Random) -> None:
        types = self._services.membership_types
        key, way = self._some("membership_type", chance), chance.randrange(5)
        holder = chance.choice(list(Holder))
        content = NewMembershipType(
            f"Tarif {chance.randrange(4)}",
            amount=Money(2000),
            holder=holder,
            receipt_eligible=chance.random() < 0.5,
        )
        if key and way == 0:
            types.change(key, content)
        elif key and way == 1:
            chance.choice((types.archive, types.restore))([key])
        elif key and way == 2:
            types.move(key, chance.choice((-1, 1)))
        else:
            types.add(content)

    def share(self, chance: random.Random) -> None:
        move = chance.choice((ShareMove.SUBSCRIPTION, ShareMove.WITHDRAWAL))
        count = chance.randrange(1, 4)
        new = NewShareMovement(self._some("contact", chance), move, TODAY, count, Money(1500))
        self._services.shares.record(new)


def wrong_sums(units: Units) -> list[str]:
    """Return what triggers keep and a plain recount sees otherwise."""
    with units.database.reading() as connection:

        def rows(sql: str) -> list[tuple]:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

        contacts = rows(
            "SELECT id, gift_cents, last_gift_on, member_since, member_until, member_left_on"
            " FROM contact"
        )
        gifts = rows(f"SELECT d.donor_id, d.amount_cents, d.received_on {_GIFTS_THAT_COUNT}")
        paid = rows(
            "SELECT l.membership_id, l.amount_cents, p.direction FROM payment_line l"
            " JOIN payment p ON p.id = l.payment_id WHERE p.state = 'received'"
        )
        memberships = rows(
            "SELECT id, paid_cents, fee_cents + joining_fee_cents, instalment_count,"
            " started_on, ended_on, cancelled_on, contact_id, name_key FROM membership"
        )
        covered = rows("SELECT contact_id, membership_id FROM membership_person")
        departures = rows("SELECT contact_id, left_on FROM departure")
        names = dict(rows("SELECT id, sort_key FROM contact"))
    sums: Counter[int | None] = Counter()
    for key, cents, direction in paid:
        sums[key] += cents if direction == "in" else -cents
    found = [f"membership {x[0]}: {x[1]}" for x in memberships if x[1] != sums[x[0]]]
    found += [f"name of membership {x[0]}" for x in memberships if x[8] != names[x[7]]]
    by_id = {x[0]: x for x in memberships}
    for contact_id, *kept in contacts:
        own = [gift for gift in gifts if gift[0] == contact_id]
        held = [by_id[m] for c, m in covered if c == contact_id and by_id[m][6] is None]
        settled = [x for x in held if x[1] >= x[2] or (x[3] > 1 and x[1] > 0)]
        newest = max((x[4] for x in held), default="")
        left = [day for key, day in departures if key == contact_id and day >= newest]
        counted = [
            sum(gift[1] for gift in own),
            max((gift[2] for gift in own), default=None),
            min((x[4] for x in held), default=None),
            max((x[5] for x in settled), default=None),
            max(left, default=None),
        ]
        if kept != counted:
            found.append(f"contact {contact_id}: {kept} instead of {counted}")
    found += _wrong_for_filters(units) + wrong_lists(units)
    return found + wrong_campaigns(units)


def _wrong_for_filters(units: Units) -> list[str]:
    """Return what filters read and a plain recount sees otherwise."""
    with units.database.reading() as connection:

        def rows(sql: str) -> list[tuple]:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

        contacts = rows(
            "SELECT id, member_types, consent_newsletter, consent_public_thanks, consent_photo"
            " FROM contact"
        )
        held = rows(
            "SELECT p.contact_id, m.ended_on, m.type_id FROM membership m"
            " JOIN membership_person p ON p.membership_id = m.id WHERE m.cancelled_on IS NULL"
        )
        decided = rows("SELECT contact_id, purpose, given FROM consent ORDER BY decided_on, id")
        gifts = rows(
            "SELECT d.donor_id, substr(d.received_on, 1, 4), d.campaign_id, d.amount_cents,"
            f" d.received_on {_GIFTS_THAT_COUNT} AND d.donor_id IS NOT NULL"
        )
        kept = rows("SELECT * FROM gift_sum")
        texts = [
            *rows("SELECT 'contact', id, note, note_key FROM contact"),
            *rows("SELECT 'contact_note', id, text, text_key FROM contact_note"),
            *rows("SELECT 'custom_value', id, text, text_key FROM custom_value"),
        ]
    found = [
        f"key of {name} {key}" for name, key, text, folded in texts if folded != fold(text)
    ]
    answers = {(who, purpose): given for who, purpose, given in decided}
    for key, types, *kept_answers in contacts:
        last = max((end for who, end, _kind in held if who == key), default="")
        own = sorted({kind for who, end, kind in held if who == key and end == last})
        asked = [answers.get((key, x)) for x in ("newsletter", "public_thanks", "photo")]
        if types != (f" {' '.join(map(str, own))} " if own else "") or kept_answers != asked:
            found.append(f"filters of contact {key}: {types!r}, {kept_answers}")
    sums: dict[tuple, list] = {}
    for who, year, campaign, cents, day in gifts:
        known = sums.setdefault((who, int(year), campaign or 0), [0, ""])
        known[:] = known[0] + cents, max(known[1], day)
    if sorted(kept) != sorted((*key, *told) for key, told in sums.items()):
        found.append("gifts by year and campaign")
    return found
