"""Fees of HelloAsso become memberships: by tariff, by order, in parts, taken back whole."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import (
    DepartureReason,
    Holder,
    MemberRules,
    MemberStatus,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentFilter, PaymentState
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.households import HouseholdService
from coopdesk.services.imports import ImportService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.receipts import ReceiptService
from tests.building import PROFILE, every_row, new_units, person, today

PAYMENT_HEADER = (
    "Référence commande;Référence paiement;Montant total;Date du paiement;Statut du paiement;"
    "Versé;"
    "Date du versement;Nom payeur;Prénom payeur;Email payeur;Date de naissance;Raison sociale;"
    "SIREN;Forme juridique;Campagne;Type de campagne;Type;Montant du tarif;Montant des options;"
    "Don supplémentaire;Code Promo;Montant du code promo;Moyen de paiement;Attestation;"
    "Reçu fiscal;Numéro de reçu;Adresse payeur;Code Postal payeur;Ville payeur;Pays payeur;"
    "Commentaire"
)
MEMBER_HEADER = (
    "Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;"
    "Carte d'adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;"
    "Tarif;Montant tarif;Code Promo;Montant code promo;Adresse"
)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def payment(ref="900", order="800", total="15,00", gift="", date="10/01/2026", **more):
    told = {"campaign": "Adhésions 2026", "status": "Payé"} | more
    tariff = f"{float(total.replace(',', '.')) - float((gift or '0').replace(',', '.')):.2f}"
    return (
        f"{order};{ref};{total};{date};{told['status']};Non;;"
        f"Faure;Paul;paul.faure@example.org;;;;;{told['campaign']};Adhésion;;"
        f"{tariff.replace('.', ',')};;{gift};;;Carte bancaire;;;;12 rue Haute;44000;Nantes;"
        "France;"
    )


def member(order="800", name="Faure;Élise", tariff="Individuelle", amount="15,00", day="10/01"):
    return (
        f"{order};{day}/2026 08:30;Validé;{name};;Faure;Paul;paul.faure@example.org;;"
        f"Carte bancaire;{tariff};{amount};;;2 rue Haute"
    )


class Desk:
    """The services of one database, and files written for it."""

    def __init__(self, units, folder):
        self.units, self.folder, self.count = units, folder, 0
        self.imports = ImportService(units, today)
        self.types = MembershipTypeService(units, today)
        self.members = MemberService(units, today)
        self.contacts = ContactService(units, today)
        self.accounts = PaymentService(units, today)
        self.operations = OperationService(units)

    def type(self, name="Individuelle", cents=1500, **more):
        return self.types.add(NewMembershipType(name, amount=Money(cents), **more)).value.id

    def file(self, header, *rows):
        self.count += 1
        path = self.folder / f"export-{self.count}.csv"
        path.write_bytes("\r\n".join((header, *rows, "")).encode("utf-8-sig"))
        return path

    def pay(self, *rows):
        return self.imports.apply(self.file(PAYMENT_HEADER, *rows)).value

    def join(self, *rows):
        return self.imports.apply(self.file(MEMBER_HEADER, *rows)).value

    def found(self, **wanted):
        lines = self.members.find(MembershipFilter(**wanted))
        return [(x.name, x.type_name, x.due.cents, x.paid.cents) for x in lines]

    def waiting(self):
        return [(x.name, x.count, x.amount.cents) for x in self.members.unattached()]

    def status(self, name):
        (line,) = self.contacts.find(ContactFilter(text=name), 5)
        return line.member_status

    def fees(self):
        ids = self.accounts.ids(PaymentFilter(sort="amount"))
        return sorted(x.amount.cents for x in self.accounts.lines(ids) if x.kind.value == "fee")


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "fees.coopdesk") as units:
        yield Desk(units, tmp_path)


def test_member_file_makes_the_participant_a_member_not_the_payer(desk):
    desk.type()
    desk.join(member())
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    assert desk.status("elise faure") is MemberStatus.UP_TO_DATE
    assert desk.status("paul faure") is None
    assert desk.waiting() == []
    (line,) = desk.members.find(MembershipFilter())
    assert (line.start, line.end, line.number) == (YEAR.start, YEAR.end, "0001")


def test_import_is_taken_back_with_its_memberships(desk):
    desk.type(receipt_eligible=True)
    before = every_row(desk.units)
    run = desk.join(member(), member("801", "Girard;Ève", amount="20,00"))
    assert len(desk.found()) == 2
    desk.imports.undo(run.id)
    after = every_row(desk.units)
    assert after == before
    desk.operations.redo()
    assert len(desk.found()) == 2


def test_unknown_tariff_waits_and_is_attached_once_for_all(desk):
    desk.join(member(tariff="Tarif réduit"), member("801", "Girard;Ève", "tarif REDUIT"))
    assert desk.found() == []
    assert desk.waiting() == [("Tarif réduit", 2, 3000)]
    kind = desk.type("Réduit", 1500)
    (waiting,) = desk.members.unattached()
    before = every_row(desk.units)
    assert desk.members.attach_tariff(waiting.key, kind).value == 2
    assert desk.found() == [
        ("Élise Faure", "Réduit", 1500, 1500),
        ("Ève Girard", "Réduit", 1500, 1500),
    ]
    assert desk.types.get(kind).content.outside_names == ("Tarif réduit",)
    assert desk.waiting() == []
    with pytest.raises(RuleError, match=r"fee\.none_waits"):
        desk.members.attach_tariff(waiting.key, kind)
    desk.join(member("802", "Bel;Ana", "Tarif réduit"))
    assert len(desk.found()) == 3
    desk.operations.undo()
    desk.operations.undo()
    assert every_row(desk.units) == before


def test_fees_without_any_tariff_are_attached_too(desk):
    desk.join(member(tariff=""))
    assert desk.waiting() == [("", 1, 1500)]
    kind = desk.type()
    assert desk.members.attach_tariff("", kind).value == 1
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    assert desk.types.get(kind).content.outside_names == ()


def test_archived_type_can_be_given_to_what_still_waits(desk):
    desk.join(member(tariff="Vieux tarif"))
    kind = desk.type("Ancien")
    desk.types.archive([kind])
    (waiting,) = desk.members.unattached()
    assert desk.members.attach_tariff(waiting.key, kind).value == 1


def test_payments_file_first_then_the_members(desk):
    desk.type(outside_names=("Adhésions 2026",))
    desk.pay(payment())
    assert desk.found() == [("Paul Faure", "Individuelle", 1500, 1500)]
    desk.join(member())
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    assert desk.status("paul faure") is None
    assert DatabaseService(desk.units).check().ok


def test_payments_file_first_without_a_known_campaign(desk):
    desk.type()
    desk.pay(payment())
    assert desk.found() == []
    assert desk.waiting() == [("Adhésions 2026", 1, 1500)]
    desk.join(member())
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    assert desk.waiting() == []


def test_members_first_then_the_payments_file(desk):
    desk.type()
    desk.join(member())
    desk.pay(payment(gift="5,00", total="20,00"))
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    assert desk.fees() == [1500]
    assert [x.amount for x in DonationService(desk.units, today).find(DonationFilter())] == [
        Money(500)
    ]


def test_one_payment_for_two_members_is_cut_between_them(desk):
    desk.type()
    desk.type("Réduit", 500)
    desk.pay(payment(total="20,00"))
    desk.join(member(), member(name="Faure;Léo", tariff="Réduit", amount="5,00"))
    assert desk.found() == [
        ("Élise Faure", "Individuelle", 1500, 1500),
        ("Léo Faure", "Réduit", 500, 500),
    ]
    assert desk.fees() == [500, 1500]
    assert DatabaseService(desk.units).check().ok


def test_instalments_are_several_payments_of_one_membership(desk):
    desk.type(cents=3000)
    desk.join(member(amount="30,00"))
    desk.pay(payment("901", total="10,00"))
    assert desk.found() == [("Élise Faure", "Individuelle", 3000, 1000)]
    (line,) = desk.members.find(MembershipFilter())
    parts = desk.members.get(line.id).content.instalments
    assert [(x.due_on, x.amount.cents) for x in parts] == [
        (dt.date(2026, 1, 10), 1000),
        (dt.date(2026, 2, 10), 1000),
        (dt.date(2026, 3, 10), 1000),
    ]
    assert desk.status("elise faure") is MemberStatus.UP_TO_DATE
    desk.pay(payment("902", total="10,00", date="10/02/2026"))
    desk.pay(payment("903", total="10,00", date="10/03/2026"))
    assert desk.found() == [("Élise Faure", "Individuelle", 3000, 3000)]
    assert len(desk.members.payments_of(line.id)) == 3


def test_fee_that_the_platform_corrects_stays_with_its_membership(desk):
    desk.type(receipt_eligible=True)
    desk.pay(payment())
    desk.join(member())
    desk.pay(payment(total="20,00", gift="5,00"))
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    review = ReceiptService(desk.units, today).review(2026)
    found = sorted((x.gift.is_fee, x.gift.amount.cents) for x in review.lines)
    assert found == [(False, 500), (True, 1500)]


@pytest.mark.parametrize("amount", ["12,00", "18,00"])
def test_fee_follows_what_the_registration_costs_now(desk, amount):
    desk.type()
    desk.join(member())
    desk.join(member(amount=amount))
    cents = int(amount.replace(",", ""))
    assert desk.found() == [("Élise Faure", "Individuelle", cents, cents)]
    (line,) = desk.members.find(MembershipFilter())
    assert desk.members.get(line.id).content.instalments == ()


def test_same_person_twice_in_one_order_waits_for_a_look(desk):
    desk.type()
    desk.join(member(), member())
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]
    assert desk.waiting() == [("Individuelle", 1, 1500)]


def test_eligible_fee_on_a_receipt_is_no_longer_priced_again(desk):
    AssociationService(desk.units).save(PROFILE)
    desk.type(receipt_eligible=True)
    desk.join(member())
    payer = desk.contacts.find(ContactFilter(text="paul faure"), 1)[0].id
    desk.contacts.change(payer, person("Faure", "Paul", email="paul.faure@example.org"))
    ReceiptService(desk.units, today).issue_year(2026)
    desk.join(member(amount="18,00"))
    assert desk.fees() == [1500]
    desk.join(member(amount="18,00"), member(name="Faure;Léo"))
    assert desk.fees() == [1500, 1500]
    assert DatabaseService(desk.units).check().ok


def test_membership_recorded_by_hand_is_paid_by_the_import(desk):
    kind = desk.type()
    key = desk.contacts.add(person("Faure", "Élise")).value.id
    desk.members.join(NewMembership(key, kind, YEAR, Money(1500)))
    desk.join(member())
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 1500)]


def test_fee_that_a_person_attached_stays_where_it_is(desk):
    kind = desk.type()
    key = desk.contacts.add(person("Zola", "Ida")).value.id
    made = desk.members.join(NewMembership(key, kind, YEAR, Money(1500))).value
    desk.pay(payment())
    (line,) = desk.members.open_fees_of(
        desk.contacts.find(ContactFilter(text="faure"), 1)[0].id
    )
    desk.members.attach_payment_line(line.id, made.id)
    desk.join(member())
    assert desk.found() == [("Ida Zola", "Individuelle", 1500, 1500)]


def test_who_is_a_member_already_renews_near_the_end_or_waits_for_a_look(desk):
    desk.type()
    desk.join(member())
    desk.join(member("801", day="03/05"))
    assert len(desk.found()) == 1
    assert desk.waiting() == [("Individuelle", 1, 1500)]
    desk.join(member("802", day="15/11"))
    assert [x.start for x in desk.members.find(MembershipFilter(sort="start"))] == [
        dt.date(2026, 1, 1),
        dt.date(2027, 1, 1),
    ]


def test_who_left_and_pays_again_is_a_member_from_the_day_after(desk):
    desk.type()
    desk.join(member())
    somebody = desk.contacts.find(ContactFilter(text="elise faure"), 1)[0].id
    leave = NewDeparture(somebody, dt.date(2026, 3, 31), DepartureReason.RESIGNED)
    desk.members.leave(leave)
    desk.join(member("801", day="15/10"))
    assert desk.status("elise faure") is MemberStatus.LEFT
    assert desk.waiting() == [("Individuelle", 1, 1500)]
    other = desk.type("Soutien", 5000)
    desk.join(member("802", tariff="Soutien", amount="50,00", day="16/10"))
    assert desk.types.get(other).count == 1
    assert desk.members.of_contact(somebody)[0].start == dt.date(2026, 4, 1)
    assert desk.status("elise faure") is MemberStatus.UP_TO_DATE


def test_fee_paid_after_the_recorded_death_of_its_payer_waits_for_a_look(desk):
    individual = desk.type()
    desk.join(member())
    somebody = desk.contacts.find(ContactFilter(text="elise faure"), 1)[0].id
    death = NewDeparture(somebody, dt.date(2026, 3, 31), DepartureReason.DECEASED)
    desk.members.leave(death)
    support = desk.type("Soutien", 5000)
    desk.join(member("802", tariff="Soutien", amount="50,00", day="16/10"))
    assert desk.waiting() == [("Soutien", 1, 5000)]
    desk.join(member("803", tariff="Soutien", amount="50,00", day="01/02"))
    assert desk.types.get(support).count == 1
    assert desk.types.get(individual).count == 1
    assert desk.status("elise faure") is MemberStatus.LEFT


def test_statutes_keep_an_organisation_out_and_its_fee_waiting(desk):
    desk.type(outside_names=("Adhésions 2026",))
    desk.members.change_rules(MemberRules(who=WhoMayJoin.ORGANISATIONS))
    desk.pay(payment())
    assert desk.found() == []
    assert desk.waiting() == [("Adhésions 2026", 1, 1500)]


def test_free_membership_needs_no_payment(desk):
    desk.type("Bénévole", 100)
    desk.join(member(tariff="Bénévole", amount="0,00"))
    assert desk.found() == [("Élise Faure", "Bénévole", 0, 0)]
    assert desk.status("elise faure") is MemberStatus.UP_TO_DATE


def test_doubtful_payment_makes_no_member_until_it_counts(desk):
    desk.type()
    desk.pay(payment(status="Statut inconnu"))
    desk.join(member())
    assert desk.found() == [("Élise Faure", "Individuelle", 1500, 0)]
    assert desk.status("elise faure") is MemberStatus.LATE
    (line,) = desk.imports.to_check()
    desk.accounts.decide([line.payment_id], PaymentState.RECEIVED)
    assert desk.status("elise faure") is MemberStatus.UP_TO_DATE


def test_household_tariff_covers_everybody_at_home(desk):
    desk.type("Famille", 3000, holder=Holder.HOUSEHOLD)
    mother = desk.contacts.add(person("Faure", "Élise")).value.id
    child = desk.contacts.add(person("Faure", "Léo")).value.id
    HouseholdService(desk.units).create([mother, child])
    desk.join(member(tariff="Famille", amount="30,00"))
    assert desk.status("leo faure") is MemberStatus.UP_TO_DATE
    (line,) = desk.members.of_contact(child)
    assert (line.contact_id, line.covered) == (mother, 2)


def test_season_of_the_day_of_joining(desk):
    desk.type("Individuelle", period=PeriodKind.SEASON)
    desk.join(member(day="31/08"), member("801", "Bel;Ana", day="01/09"))
    found = {x.name: x.start for x in desk.members.find(MembershipFilter())}
    assert found == {"Élise Faure": dt.date(2025, 9, 1), "Ana Bel": dt.date(2026, 9, 1)}
