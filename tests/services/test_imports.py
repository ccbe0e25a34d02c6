"""Imports of HelloAsso files: no euro lost, none doubled, everything taken back whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.bank_matching import TargetKind, TargetRef
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.donations import (
    DonationFilter,
    Ineligibility,
    NewReturn,
    ReturnReason,
)
from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.import_history import BlockerKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentFilter, PaymentMode, PaymentState
from coopdesk.services.activities import ActivityService
from coopdesk.services.association import AssociationService
from coopdesk.services.booking import BookingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.households import HouseholdService
from coopdesk.services.imports import ImportService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.receipts import ReceiptService
from coopdesk.services.reconciliation import ReconciliationService
from tests.building import ADDRESS, PROFILE, every_row, gift, new_units, person, today
from tests.services.bank_office import Bank, bank_file, statement
from tests.services.bank_office import line as bank_line
from tests.services.book_office import Books

PAYMENT_HEADER = (
    "Référence commande;Référence paiement;Montant total;Date du paiement;Statut du paiement;"
    "Versé;"
    "Date du versement;Nom payeur;Prénom payeur;Email payeur;Date de naissance;Raison sociale;"
    "SIREN;Forme juridique;Campagne;Type de campagne;Type;Montant du tarif;Montant des options;"
    "Don supplémentaire;Code Promo;Montant du code promo;Moyen de paiement;Attestation;"
    "Reçu fiscal;Numéro de reçu;Adresse payeur;Code Postal payeur;Ville payeur;Pays payeur;"
    "Commentaire"
)
EVENT_HEADER = (
    "Référence commande;Date de la commande;Statut de la commande;Nom participant;"
    "Prénom participant;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;"
    "Billet;Numéro de billet;Tarif;Montant tarif;Code Promo;Montant code promo;Régime"
)
MEMBER_HEADER = (
    "Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;"
    "Carte d'adhérent;Nom payeur;Prénom payeur;Email payeur;Raison sociale;Moyen de paiement;"
    "Tarif;Montant tarif;Code Promo;Montant code promo;Adresse"
)


EVERYTHING = PaymentFilter()


def payment(ref="900", order="800", total="45,00", **more):
    """One row of a payments file: a ticket of 40 and a gift of 5 unless said otherwise."""
    told = {
        "date": "03/04/2026 18:23:13",
        "status": "Payé",
        "paid_out": "Non",
        "paid_out_on": "",
        "last": "Baron",
        "first": "Denis",
        "email": "denis.baron@example.org",
        "company": "",
        "kind": "Billetterie",
        "tariff": "40,00",
        "gift": "5,00",
        "receipt": "",
    } | more
    return (
        f"{order};{ref};{total};{told['date']};{told['status']};{told['paid_out']};"
        f"{told['paid_out_on']};{told['last']};{told['first']};{told['email']};;{told['company']};;;"
        f"Fête des communs;{told['kind']};;{told['tariff']};;{told['gift']};;;Carte bancaire;;;"
        f"{told['receipt']};12 rue Haute;44000;Nantes;France;"
    )


def ticket(order="800", number="T1", amount="40,00", name="Baron;Zoé", status="Validé"):
    return (
        f"{order};02/04/2026 10:00;{status};{name};Baron;Denis;denis.baron@example.org;;"
        f"Carte bancaire;https://example.org/b;{number};Plein tarif;{amount};;;sans"
    )


class Desk:
    """The services of one database, and files written for it."""

    def __init__(self, units, folder):
        self.units, self.folder, self.count = units, folder, 0
        self.imports = ImportService(units, today)
        self.accounts = PaymentService(units, today)
        self.contacts = ContactService(units, today)
        self.donations = DonationService(units, today)
        self.receipts = ReceiptService(units, today)
        self.operations = OperationService(units)

    def file(self, header, *rows):
        self.count += 1
        path = self.folder / f"export-{self.count}.csv"
        path.write_bytes("\r\n".join((header, *rows, "")).encode("utf-8-sig"))
        return path

    def payments_file(self, *rows):
        return self.file(PAYMENT_HEADER, *rows)

    def apply(self, path):
        return self.imports.apply(path).value

    def judged(self, path):
        return [(x.verdict.value, x.reason) for x in self.imports.preview(path).lines]

    def lines(self, **wanted):
        ids = self.accounts.ids(PaymentFilter(descending=False, **wanted))
        return [(x.kind.value, x.amount.cents, x.state.value) for x in self.accounts.lines(ids)]

    def gifts(self):
        return self.donations.find(DonationFilter())

    def money_in(self):
        return self.accounts.totals(PaymentFilter(state=PaymentState.RECEIVED))[0]

    def money_out(self):
        return self.accounts.totals(PaymentFilter(state=PaymentState.RECEIVED))[1]


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Desk(units, tmp_path)
        assert DatabaseService(units).check().findings == ()


def test_ticket_and_gift_of_one_payment_are_split(desk):
    desk.apply(desk.payments_file(payment()))

    assert desk.lines() == [("registration", 4000, "received"), ("gift", 500, "received")]
    (donation,) = desk.gifts()
    assert (donation.amount, donation.donor_name, donation.campaign, donation.mode) == (
        Money(500),
        "Denis Baron",
        "Fête des communs",
        PaymentMode.CARD,
    )


def test_preview_changes_nothing(desk):
    before = every_row(desk.units)
    desk.imports.preview(desk.payments_file(payment()))

    assert every_row(desk.units) == before
    assert desk.operations.latest() == []


def test_the_same_file_twice_adds_nothing(desk):
    path = desk.payments_file(payment("1"), payment("2"))
    desk.apply(path)
    before = every_row(desk.units)

    assert desk.judged(path) == [("same", ""), ("same", "")]
    assert desk.apply(path) is None
    assert every_row(desk.units) == before


def test_overlapping_periods_add_only_what_is_new(desk):
    desk.apply(desk.payments_file(payment("1"), payment("2")))
    summary = desk.apply(desk.payments_file(payment("2"), payment("3")))

    assert (summary.new, summary.same) == (1, 1)
    assert desk.money_in() == Money(3 * 4500)


def test_two_equal_payments_with_two_references_are_both_kept(desk):
    desk.apply(desk.payments_file(payment("1"), payment("2")))

    assert desk.money_in() == Money(9000)
    assert desk.contacts.count() == 1


def test_one_reference_twice_in_a_file_counts_once_and_a_contradiction_is_refused(desk):
    path = desk.payments_file(
        payment("1"), payment("1"), payment("1", total="46,00", tariff="41,00")
    )

    assert desk.judged(path) == [
        ("new", ""),
        ("same", "reference_twice"),
        ("refused", "reference_twice"),
    ]
    desk.apply(path)
    assert desk.money_in() == Money(4500)


def test_free_ticket_is_zero_euro(desk):
    desk.apply(desk.payments_file(payment(total="Gratuit", tariff="Gratuit", gift="")))

    assert desk.lines() == [("registration", 0, "received")]
    assert desk.gifts() == []


def test_unknown_status_waits_to_be_checked_and_is_never_dropped(desk):
    path = desk.payments_file(payment(status="En attente"))

    assert desk.judged(path) == [("doubtful", "unknown_status")]
    desk.apply(path)
    assert desk.money_in() == Money(0)
    waiting = {line.payment_id for line in desk.imports.to_check()}
    desk.accounts.decide(list(waiting), PaymentState.RECEIVED)
    assert desk.money_in() == Money(4500)
    assert desk.imports.to_check() == []


def test_a_persons_decision_outlives_the_next_import(desk):
    path = desk.payments_file(payment(status="Contesté"))
    desk.apply(path)
    waiting = [line.payment_id for line in desk.imports.to_check()][:1]
    desk.accounts.decide(waiting, PaymentState.DISMISSED)

    assert desk.judged(path) == [("same", "")]
    desk.apply(
        desk.payments_file(payment(status="Contesté", paid_out="Oui", paid_out_on="10/04/2026"))
    )
    assert {state for _, _, state in desk.lines()} == {"dismissed"}


@pytest.mark.parametrize("first", ["payments", "tickets"])
def test_payment_set_aside_does_not_count_again_by_itself(desk, first):
    known = desk.payments_file(payment())
    desk.apply(known if first == "payments" else desk.file(EVENT_HEADER, ticket()))
    seen = {line.payment_id for line in desk.accounts.lines(desk.accounts.ids(EVERYTHING))}
    desk.accounts.decide(list(seen), PaymentState.DISMISSED)
    path = desk.payments_file(payment(total="46,00", gift="6,00"))

    assert desk.judged(path) == [("doubtful", "changed_at_source")]
    desk.apply(path)
    assert desk.money_in() == Money(0)
    assert {state for _, _, state in desk.lines()} == {"to_check"}


def test_paid_out_later_keeps_what_was_decided_of_the_gift(desk):
    desk.apply(desk.payments_file(payment()))
    (line,) = desk.gifts()
    content = desk.donations.get(line.id).content
    desk.donations.correct(line.id, replace(content, ineligibility=Ineligibility.COUNTERPART))
    later = desk.payments_file(payment(paid_out="Oui", paid_out_on="10/04/2026"))

    assert desk.judged(later) == [("changed", "changed_at_source")]
    desk.apply(later)
    (line,) = desk.gifts()
    assert line.ineligibility is Ineligibility.COUNTERPART


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ({"status": "Remboursé"}, {"status": "Remboursé", "total": "40,00"}, "gone_back"),
        ({}, {"total": "-45,00", "tariff": "", "gift": ""}, "negative_amount"),
        ({}, {"total": "35,00"}, "parts_do_not_add_up"),
        ({"status": "Remboursé", "kind": "Troc"}, {"kind": "Troc"}, "unknown_campaign_type"),
        ({}, {"date": "31/12/2026"}, "in_the_future"),
    ],
)
def test_payment_changed_into_a_doubtful_one_does_not_count_until_decided(
    desk, before, after, reason
):
    desk.apply(desk.payments_file(payment(**before)))
    path = desk.payments_file(payment(**after))

    assert desk.judged(path) == [("doubtful", reason)]
    desk.apply(path)
    assert (desk.money_in(), desk.money_out()) == (Money(0), Money(0))
    assert {state for _, _, state in desk.lines()} == {"to_check"}
    assert desk.judged(path) == [("same", "")]


def test_gift_without_receipt_stays_so_when_its_amount_changes_at_the_source(desk):
    desk.apply(desk.payments_file(payment()))
    (line,) = desk.gifts()
    other = desk.contacts.add(person("Baron", "Inès")).value
    content = desk.donations.get(line.id).content
    decided = replace(
        content, donor_id=other.id, ineligibility=Ineligibility.COUNTERPART, note="Repas"
    )
    desk.donations.correct(line.id, decided)

    desk.apply(desk.payments_file(payment(total="48,00", gift="8,00")))

    (line,) = desk.gifts()
    after = desk.donations.get(line.id).content
    assert after == replace(decided, amount=Money(800))


def test_what_a_line_is_part_of_stays_when_its_amount_changes_at_the_source(desk):
    activities = ActivityService(desk.units, today)
    named = [activities.add(NewActivity(x)).value.id for x in ("Foire", "Chorale")]
    desk.apply(desk.payments_file(payment()))
    for line_id, activity_id in zip(sorted(desk.accounts.ids(EVERYTHING)), named, strict=True):
        desk.accounts.set_activity([line_id], activity_id)

    desk.apply(desk.payments_file(payment(total="48,00", gift="8,00")))

    lines = desk.accounts.lines(sorted(desk.accounts.ids(EVERYTHING)))
    told = [(line.amount, line.activity) for line in lines]
    assert told == [(Money(4000), "Foire"), (Money(800), "Chorale")]


def test_receipt_of_helloasso_is_noted_and_blocks_ours(desk):
    desk.apply(desk.payments_file(payment(receipt="HA-2026-17")))
    AssociationService(desk.units).save(PROFILE)

    (line,) = desk.receipts.review(2026).lines

    assert (line.verdict.value, line.reason) == ("excluded", "outside_receipt")
    assert line.gift.outside_receipt == "HA-2026-17"


@pytest.mark.parametrize("total", ["45,00", "48,00"])
def test_receipt_of_helloasso_is_not_forgotten_by_a_file_without_that_column(desk, total):
    told = {"receipt": "HA-2026-17", "paid_out": "Oui", "paid_out_on": "10/04/2026"}
    desk.apply(desk.payments_file(payment(**told)))
    gift = "8,00" if total == "48,00" else "5,00"
    lighter = desk.payments_file(payment(total=total, gift=gift))

    judged = ("same", "") if total == "45,00" else ("changed", "changed_at_source")
    assert desk.judged(lighter) == [judged]
    desk.apply(lighter)

    assert [line.outside_receipt for line in desk.gifts()] == ["HA-2026-17"]


def test_fuller_export_of_known_payments_brings_the_addresses(desk):
    fuller = desk.payments_file(payment(), payment("901"))
    header, *rows = fuller.read_text(encoding="utf-8-sig").splitlines()
    lighter = desk.file(
        header, *(row.replace("12 rue Haute;44000;Nantes", ";;") for row in rows)
    )
    desk.apply(lighter)
    AssociationService(desk.units).save(PROFILE)
    assert {x.reason for x in desk.receipts.review(2026).lines} == {"address_missing"}

    assert desk.judged(fuller) == [("changed", "completes_contact"), ("same", "")]
    before = every_row(desk.units)
    run = desk.apply(fuller)

    assert {x.verdict.value for x in desk.receipts.review(2026).lines} == {"ready"}
    assert desk.money_in() == Money(9000)
    assert desk.judged(fuller) == [("same", ""), ("same", "")]
    desk.imports.undo(run.id)
    assert every_row(desk.units)["payment"] == before["payment"]


def test_address_of_the_payer_lets_the_receipt_be_issued(desk):
    desk.contacts.add(person("Baron", "Denis", address=type(person().address)()))
    desk.apply(desk.payments_file(payment()))
    AssociationService(desk.units).save(PROFILE)

    (receipt,) = desk.receipts.issue_year(2026).value

    assert receipt.donor_name == "Denis Baron"
    assert desk.contacts.count() == 1


def test_address_of_the_payer_goes_to_those_at_home_who_have_none(desk):
    nowhere = PostalAddress()
    ids = [
        desk.contacts.add(person("Baron", first, address=nowhere)).value.id
        for first in ("Denis", "Zoé")
    ]
    HouseholdService(desk.units).create(ids)

    desk.apply(desk.payments_file(payment()))

    streets = {desk.contacts.get(key).profile.address.street for key in ids}
    assert streets == {"12 rue Haute"}


def test_change_at_the_source_after_a_receipt_is_told_and_left_alone(desk):
    desk.apply(desk.payments_file(payment()))
    AssociationService(desk.units).save(PROFILE)
    desk.receipts.issue_year(2026)
    unsure = desk.payments_file(payment(status="En attente"), payment("901"))

    assert desk.judged(unsure) == [("doubtful", "changed_after_receipt"), ("new", "")]
    desk.apply(unsure)
    assert desk.money_in() == Money(9000)


def test_refund_after_a_receipt_returns_the_gift_and_asks_to_void_the_receipt(desk):
    desk.apply(desk.payments_file(payment()))
    AssociationService(desk.units).save(PROFILE)
    (receipt,) = desk.receipts.issue_year(2026).value
    before = every_row(desk.units)
    path = desk.payments_file(payment(status="Remboursé"))

    assert desk.judged(path) == [("changed", "returned_after_receipt")]
    run = desk.apply(path)
    (line,) = desk.gifts()
    assert (line.returned_on, line.receipt_number) == (today(), receipt.number_text)
    returned = desk.donations.get(line.id).returned
    assert returned.reason is ReturnReason.REFUNDED
    assert desk.accounts.totals(EVERYTHING) == (Money(4500), Money(4500))
    assert desk.receipts.get(receipt.id).returned_gifts == 1
    assert desk.judged(path) == [("same", "")]
    desk.imports.undo(run.id)
    left_alone = ("donation", "donation_return", "payment", "payment_line")
    assert all(every_row(desk.units)[name] == before[name] for name in left_alone)
    assert DatabaseService(desk.units).check().ok


def test_refund_of_a_gift_that_went_back_by_hand_is_noted_alone(desk):
    pure = payment("901", "801", "5,00", kind="Formulaire de don", tariff="")
    desk.apply(desk.payments_file(payment(), pure))
    for line in desk.gifts():
        desk.donations.give_back(line.id, NewReturn(today(), ReturnReason.GIVEN_BACK))
    told = desk.accounts.totals(EVERYTHING)
    gone = pure.replace("Payé", "Remboursé")
    path = desk.payments_file(payment(status="Remboursé"), gone)

    # The ticket beside the first gift is for a person to look at.
    doubtful = ("doubtful", "changed_after_receipt")
    assert desk.judged(path) == [doubtful, ("changed", "changed_at_source")]
    desk.apply(path)
    assert desk.accounts.totals(EVERYTHING) == told
    assert desk.judged(path) == [doubtful, ("same", "")]


def test_tickets_alone_make_one_payment_per_order(desk):
    summary = desk.apply(
        desk.file(
            EVENT_HEADER, ticket(), ticket(number="T2", amount="5,00"), ticket("801", "T3")
        )
    )

    assert (summary.new, summary.amount) == (3, Money(8500))
    assert desk.money_in() == Money(8500)
    payments = {line.payment_id for line in desk.accounts.lines(desk.accounts.ids(EVERYTHING))}
    assert len(payments) == 2


def test_payments_file_completes_what_tickets_told_and_doubles_nothing(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket()))
    path = desk.payments_file(payment())

    assert desk.judged(path) == [("changed", "completes_order")]
    desk.apply(path)
    assert desk.lines() == [("registration", 4000, "received"), ("gift", 500, "received")]
    assert desk.judged(path) == [("same", "")]


def test_tickets_after_payments_add_no_money(desk):
    desk.apply(desk.payments_file(payment()))
    path = desk.file(EVENT_HEADER, ticket())

    assert desk.judged(path) == [("new", "known_by_order")]
    assert desk.imports.preview(path).new_amount == Money(0)
    assert desk.apply(path).amount == Money(0)
    assert desk.money_in() == Money(4500)


def test_ticket_found_later_in_an_order_of_tickets_adds_its_money(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket()))
    desk.apply(desk.file(EVENT_HEADER, ticket(), ticket(number="T2", amount="12,00")))

    assert desk.money_in() == Money(5200)


def test_ticket_that_costs_something_else_changes_the_payment_it_made(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket(), ticket(number="T2", amount="12,00")))
    path = desk.file(EVENT_HEADER, ticket(amount="30,00"), ticket(number="T2", amount="12,00"))

    assert desk.judged(path) == [("changed", "changed_at_source"), ("same", "")]
    before = every_row(desk.units)
    run = desk.apply(path)
    assert desk.money_in() == Money(4200)
    desk.imports.undo(run.id)
    assert every_row(desk.units) == before


def test_free_ticket_that_is_paid_later_brings_its_money(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket(amount="Gratuit")))
    desk.apply(desk.file(EVENT_HEADER, ticket(amount="10,00")))
    assert desk.money_in() == Money(1000)

    desk.apply(desk.file(EVENT_HEADER, ticket(amount="11,00")))
    assert desk.money_in() == Money(1100)


@pytest.mark.parametrize(
    "rows",
    [
        (ticket(status="Annulé"),),
        (ticket(), ticket(number="T2", status="Annulé")),
    ],
    ids=["the ticket itself", "another ticket of the order"],
)
def test_ticket_cancelled_later_sends_the_payment_it_made_to_be_checked(desk, rows):
    desk.apply(desk.file(EVENT_HEADER, ticket()))
    path = desk.file(EVENT_HEADER, *rows)

    assert desk.judged(path)[-1] == ("doubtful", "unknown_status")
    desk.apply(path)
    assert desk.money_in() == Money(0)
    assert sum(line.amount.cents for line in desk.imports.to_check()) == 4000 * len(rows)


def test_ticket_of_an_order_set_aside_asks_again(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket(status="Annulé")))
    waiting = [line.payment_id for line in desk.imports.to_check()]
    desk.accounts.decide(waiting, PaymentState.DISMISSED)

    desk.apply(desk.file(EVENT_HEADER, ticket(status="Annulé"), ticket(number="T2")))

    assert desk.money_in() == Money(0)
    assert len(desk.imports.to_check()) == 2


def test_ticket_changed_after_its_payments_file_leaves_the_payment_alone(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket()))
    desk.apply(desk.payments_file(payment()))
    desk.apply(desk.file(EVENT_HEADER, ticket(amount="30,00")))

    assert desk.lines() == [("registration", 4000, "received"), ("gift", 500, "received")]


def test_instalments_of_one_order_count_once_each(desk):
    desk.apply(desk.file(EVENT_HEADER, ticket(amount="90,00")))
    desk.apply(
        desk.payments_file(
            payment("1", total="30,00", tariff="30,00", gift=""),
            payment("2", total="30,00", tariff="30,00", gift=""),
        )
    )

    assert desk.money_in() == Money(6000)


def test_members_of_a_membership_file_become_contacts(desk):
    row = (
        "810;01/02/2026 09:00;Validé;Okafor;Ngozi;;Baron;Denis;denis.baron@example.org;;"
        "Carte bancaire;Adhésion simple;20,00;;;3 rue Basse"
    )
    desk.apply(desk.file(MEMBER_HEADER, row))

    names = [line.name for line in desk.contacts.find(ContactFilter(), 10)]
    assert names == ["Denis Baron", "Ngozi Okafor"]
    assert desk.lines() == [("fee", 2000, "received")]


def test_people_of_one_name_and_two_addresses_stay_two(desk):
    desk.apply(
        desk.payments_file(
            payment("1"),
            payment("2", email="autre.denis@example.org").replace("44000", "59000"),
        )
    )

    assert desk.contacts.count() == 2


def test_one_address_shared_by_two_people_makes_two_contacts(desk):
    desk.apply(desk.payments_file(payment("1"), payment("2", first="Zoé")))

    assert desk.contacts.count() == 2


def test_payer_that_nobody_can_tell_from_a_namesake_waits_to_be_checked(desk):
    for town in ("Nantes", "Lille"):
        desk.contacts.add(person("Baron", "Denis", note=town))
    path = desk.payments_file(payment())

    assert desk.judged(path) == [("doubtful", "ambiguous_payer")]
    desk.apply(path)
    assert desk.contacts.count() == 2


def test_gift_recorded_by_hand_and_imported_is_a_probable_duplicate(desk):
    donor = desk.contacts.add(
        person("Baron", "Denis", email="denis.baron@example.org")
    ).value.id
    desk.donations.record(gift(donor, 4500, day=dt.date(2026, 4, 2)))
    path = desk.payments_file(payment())

    assert desk.judged(path) == [("doubtful", "probable_duplicate")]
    desk.apply(path)
    assert desk.money_in() == Money(4500)


def test_undo_takes_the_whole_import_back(desk):
    before = every_row(desk.units)
    summary = desk.apply(desk.payments_file(payment("1"), payment("2", last="Okafor")))

    desk.imports.undo(summary.id)

    assert every_row(desk.units) == before
    assert desk.imports.history() == []
    with pytest.raises(RuleError) as refused:
        desk.imports.undo(summary.id)
    assert refused.value.code == "operation.already_undone"
    assert desk.apply(desk.folder / "export-1.csv").new == 2


def test_undo_of_an_older_import_leaves_the_newer_one(desk):
    first = desk.apply(desk.payments_file(payment("1")))
    desk.apply(desk.payments_file(payment("2", last="Okafor", email="ngozi@example.org")))

    desk.imports.undo(first.id)

    assert desk.money_in() == Money(4500)


def test_unknown_import_is_told(desk):
    with pytest.raises(NotFoundError):
        desk.imports.undo(7)


def test_undone_import_keeps_the_contact_that_gave_since(desk):
    summary = desk.apply(desk.payments_file(payment()))
    (contact,) = desk.contacts.find(ContactFilter(), 10)
    desk.donations.record(gift(contact.id, 2000))

    desk.imports.undo(summary.id)

    assert desk.money_in() == Money(2000)
    assert desk.contacts.count() == 1


def test_undo_is_refused_when_a_receipt_rests_on_it(desk):
    summary = desk.apply(desk.payments_file(payment()))
    AssociationService(desk.units).save(PROFILE)
    desk.receipts.issue_year(2026)
    before = every_row(desk.units)

    with pytest.raises(RuleError) as refused:
        desk.imports.undo(summary.id)

    assert refused.value.code == "import.rested_on_receipts"
    (receipt,) = desk.receipts.find(2026)
    assert refused.value.values["names"] == receipt.number_text
    (blocker,) = desk.imports.undo_review(summary.id).blockers
    assert (blocker.kind, blocker.ids) == (BlockerKind.RECEIPT, (receipt.id,))
    assert every_row(desk.units) == before


def test_undo_is_refused_while_a_validated_entry_rests_on_it(desk):
    """An entry keeps no key to its payment: the schema alone would let the payment go."""
    summary = desk.apply(desk.payments_file(payment(kind="Don", tariff="0,00", gift="45,00")))
    books = Books(desk.units)
    books.years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    BookingService(desk.units, today).book()
    assert desk.imports.undo_review(summary.id).can_undo
    ids = books.entries.ids(EntryFilter())
    books.entries.validate(ids)

    with pytest.raises(RuleError) as refused:
        desk.imports.undo(summary.id)

    assert refused.value.code == "import.rested_on_entries"
    assert desk.imports.undo_review(summary.id).blockers[0].ids == tuple(ids)
    with pytest.raises(RuleError):
        desk.operations.undo_one(1)
    # What the source told later changes nothing of what was validated before.
    before = every_row(desk.units)
    more = desk.payments_file(payment(kind="Don", tariff="0,00", gift="46,00", total="46,00"))
    desk.imports.undo(desk.apply(more).id)
    assert every_row(desk.units) == before


def test_review_of_an_undo_names_what_was_changed_since(desk):
    summary = desk.apply(desk.payments_file(payment()))
    (line, *_) = desk.accounts.lines(desk.accounts.ids(PaymentFilter()))
    desk.accounts.decide([line.payment_id], PaymentState.DISMISSED)
    (blocker,) = desk.imports.undo_review(summary.id).blockers
    assert (blocker.kind, blocker.code) == (BlockerKind.CHANGE, "operation.changed_since")
    assert blocker.ids == (desk.operations.latest(1)[0].id,)


@pytest.mark.parametrize("names", ["; ; ; ;", "Haddad;Nour Haddad;Sami Baron;Zoé Morel;Zoé"])
def test_tickets_without_numbers_are_known_in_whatever_part_and_order(desk, names):
    names = names.split() if "N" in names else [";"] * 4
    told = zip((5, 7, 7, 9), names, ("sans", "sans", "végé", "sans"), strict=True)
    rows = [
        ticket(number="", amount=f"{euros},00", name=name).removesuffix("sans") + answer
        for euros, name, answer in told
    ]
    for part in (rows[2:3], rows[:2], rows[3:], rows[1:3]):
        desk.apply(desk.file(EVENT_HEADER, *part))
    assert desk.money_in() == Money(2800)
    for part in (rows, rows[::-1], rows[1:2], rows[2:], [rows[3], rows[0]]):
        assert desk.apply(desk.file(EVENT_HEADER, *part)) is None
    cancelled = rows[0].replace("Validé", "Annulé")
    judged = desk.judged(desk.file(EVENT_HEADER, rows[3], cancelled))
    assert judged == [("same", ""), ("doubtful", "unknown_status")]
    assert desk.apply(desk.file(EVENT_HEADER, cancelled)).doubtful == 1
    assert len(every_row(desk.units)["registration"]) == 4


def test_rows_of_one_payer_tell_together_who_it_is_and_another_address_another_one(desk):
    rows = [payment("1", email=""), payment("2"), payment("3", email="autre@example.org")]
    path = desk.payments_file(rows[0], *(row.replace("44000", "") for row in rows[1:]))
    assert desk.apply(path).new == 3
    with desk.units.read() as work:
        told = [(x.email_key, x.street) for x in work.imports.known_contacts()]
    street = "12 rue Haute"
    assert told == [("denis.baron@example.org", street), ("autre@example.org", street)]
    assert desk.apply(path) is None


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (PostalAddress(), PostalAddress("12 rue Haute", "", "1000", "Bruxelles", "BE")),
        (PostalAddress("", "", "1000"), PostalAddress("12 rue Haute", "", "1000", "Bruxelles")),
        (PostalAddress("", "", "75001", "Paris"), PostalAddress("", "", "75001", "Paris")),
        (PostalAddress(city="Lyon"), PostalAddress(city="Lyon")),
    ],
    ids=["nothing", "the postcode", "another town", "another town alone"],
)
def test_an_address_is_completed_of_its_own_town_alone(desk, known, told):
    contact = desk.contacts.add(person("Baron", "Denis")).value
    columns = {name: getattr(known, name) for name in known.__slots__}
    with desk.units.write("contact.changed") as work:
        work.imports.change_contact(contact.id, columns)
        work.commit()
    path = desk.payments_file(payment("1").replace("44000;Nantes;France", "1000;Bruxelles;BE"))
    desk.apply(path)
    assert desk.contacts.get(contact.id).profile.address == told
    assert desk.apply(path) is None


def test_a_merged_contact_lacks_nothing_that_the_one_who_stays_has(desk):
    gone, stays = (
        desk.contacts.add(person("Baron", "Denis", email=email)).value.id
        for email in ("", "denis@example.org")
    )
    DuplicateService(desk.units, today).merge(stays, gone)
    path = desk.payments_file(payment("1").replace("44000", ADDRESS.postal_code))
    assert desk.apply(path).new == 1
    assert desk.judged(path) == [("same", "")]


def test_a_name_mended_at_the_source_is_no_second_member(desk):
    member = ticket(number="", name="Morrel;Zoé")
    desk.apply(desk.file(EVENT_HEADER, member))
    mended = desk.file(EVENT_HEADER, member.replace("Morrel", "Morel"))
    assert desk.judged(mended) == [("changed", "changed_at_source")]
    assert desk.judged(desk.file(EVENT_HEADER, member.replace("Zoé", "Léo"))) == [("new", "")]


def test_columns_in_another_order_and_a_question_without_answers_change_nothing(desk):
    header, row = f"{EVENT_HEADER};Taille", f"{ticket()};M"
    desk.apply(desk.file(header, row))
    turned = (
        ";".join(f"{text};".split(";")[::-1]) for text in (f"{header};Allergies", f"{row};")
    )
    assert desk.judged(desk.file(*turned)) == [("same", "")]


def test_review_of_an_undo_names_the_import_whose_tickets_its_money_paid(desk):
    summary = desk.apply(desk.payments_file(payment()))
    tickets = desk.apply(desk.file(EVENT_HEADER, ticket()))
    (blocker,) = desk.imports.undo_review(summary.id).blockers
    assert (blocker.kind, blocker.code) == (BlockerKind.CHANGE, "operation.used_since")
    assert blocker.ids == (desk.operations.latest(1)[0].id,)
    with pytest.raises(RuleError, match=r"^operation\.used_since"):
        desk.imports.undo(summary.id)
    desk.imports.undo(tickets.id)
    assert desk.imports.undo_review(summary.id).can_undo
    desk.imports.undo(summary.id)


@pytest.mark.parametrize(("tariff", "matched"), [("42,00", True), ("38,00", False)])
def test_a_payment_that_becomes_less_is_taken_off_the_line_that_showed_more(
    desk, tariff, matched
):
    desk.apply(desk.payments_file(payment()))
    bank = Bank(desk.units)
    bank.account()
    bank.bring(bank_file(statement([bank_line(1, 6, 4500, "VIR HELLOASSO")])))
    (line_id,) = bank.service.ids(StatementFilter())
    reconciliation = ReconciliationService(desk.units, today)
    (payment_id,) = {x.payment_id for x in desk.accounts.lines(desk.accounts.ids(EVERYTHING))}
    reconciliation.match([line_id], [TargetRef(TargetKind.PAYMENT, payment_id)])

    total = f"{int(tariff[:2]) + 5},00"
    run = desk.apply(desk.payments_file(payment(total=total, tariff=tariff)))
    assert bool(reconciliation.matches_of([line_id]).get(line_id)) is matched
    if not matched:
        # Taken back it would show the payment beside what the line is said to be since.
        bank.service.set_aside([line_id])
        assert desk.imports.undo_review(run.id).blockers[0].ids == (line_id,)
        with pytest.raises(RuleError, match=r"import\.rested_on_matches"):
            desk.imports.undo(run.id)
        bank.service.put_back([line_id])
    assert desk.imports.undo_review(run.id).can_undo
    desk.imports.undo(run.id)
    assert reconciliation.matches_of([line_id])[line_id]


def test_an_import_stays_while_a_line_shows_the_amount_that_it_told(desk):
    desk.apply(desk.payments_file(payment()))
    run = desk.apply(desk.payments_file(payment(total="47,00", tariff="42,00")))
    bank = Bank(desk.units)
    bank.account()
    bank.bring(bank_file(statement([bank_line(1, 6, 4700, "VIR HELLOASSO")])))
    (line_id,) = bank.service.ids(StatementFilter())
    (payment_id,) = {x.payment_id for x in desk.accounts.lines(desk.accounts.ids(EVERYTHING))}
    target = TargetRef(TargetKind.PAYMENT, payment_id)
    ReconciliationService(desk.units, today).match([line_id], [target])
    (blocker,) = desk.imports.undo_review(run.id).blockers
    assert (blocker.kind, blocker.ids) == (BlockerKind.MATCH, (line_id,))


@pytest.mark.parametrize("step", range(1, 7))
def test_cancelled_import_leaves_nothing(desk, step):
    class StopAt:
        def advance(self, done, _total):
            if done == step:
                raise JobCancelledError

    before = every_row(desk.units)
    with pytest.raises(JobCancelledError):
        desk.imports.apply(desk.payments_file(payment()), progress=StopAt())

    assert every_row(desk.units) == before


def test_raw_rows_are_kept_as_they_stood_in_the_file(desk):
    unreadable = payment(ref=2, total="beaucoup")
    summary = desk.apply(desk.payments_file(payment(status="Contesté"), unreadable))

    row, refused = desk.imports.rows(summary.id)

    assert (row.line, row.verdict) == (2, RowVerdict.DOUBTFUL)
    assert row.raw["Statut du paiement"] == "Contesté"
    assert row.raw["Montant total"] == "45,00"
    assert (refused.line, refused.verdict, summary.refused) == (3, RowVerdict.REFUSED, 1)
    assert refused.raw["Montant total"] == "beaucoup"


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.org")',
    "Jean <b>Dupont",
    "\u202eecila",
    "'; DROP TABLE contact; --",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text_like_any_other(desk, name):
    quoted = '"' + name.replace('"', '""') + '"'
    desk.apply(desk.payments_file(payment(last=quoted, email="")))

    (line,) = desk.contacts.find(ContactFilter(), 10)
    assert line.name == f"Denis {name}".replace("\u202e", "")


def test_row_with_two_wrong_cells_is_one_refused_line(desk):
    path = desk.payments_file(payment(total="beaucoup", date="31/02/2026"), payment("901"))

    preview = desk.imports.preview(path)
    summary = desk.apply(path)

    refused = [x for x in preview.lines if x.verdict is RowVerdict.REFUSED]
    assert [(x.line, x.summary) for x in refused] == [(2, "Date du paiement, Montant total")]
    assert (summary.new, summary.refused) == (1, 1)


def test_payment_dated_in_the_future_waits_to_be_checked(desk):
    assert desk.judged(desk.payments_file(payment(date="03/04/2027 10:00:00"))) == [
        ("doubtful", "in_the_future")
    ]


def test_payment_of_a_day_to_come_cannot_be_counted_before_it(desk):
    desk.apply(desk.payments_file(payment(date="03/04/2027 10:00:00")))
    waiting = [line.payment_id for line in desk.imports.to_check()]

    with pytest.raises(RuleError) as refused:
        desk.accounts.decide(waiting, PaymentState.RECEIVED)

    assert refused.value.code == "payment.not_yet_paid"
    assert {state for _, _, state in desk.lines()} == {"to_check"}
    later = PaymentService(desk.units, lambda: dt.date(2027, 4, 3))
    assert later.decide(waiting, PaymentState.RECEIVED).value == 1


def test_mode_that_the_platform_does_not_name_can_be_said(desk):
    desk.apply(desk.payments_file(payment().replace("Carte bancaire", "Troc")))
    desk.accounts.decide([desk.imports.to_check()[0].payment_id], PaymentState.RECEIVED)
    AssociationService(desk.units).save(PROFILE)
    (blocked,) = desk.receipts.review(2026).lines
    assert blocked.reason == "mode_missing"
    (line,) = desk.gifts()
    content = desk.donations.get(line.id).content

    desk.donations.correct(line.id, replace(content, mode=PaymentMode.CHEQUE))

    (ready,) = desk.receipts.review(2026).lines
    assert ready.verdict.value == "ready"
    with pytest.raises(RuleError) as refused:
        desk.donations.correct(line.id, replace(content, mode=PaymentMode.CASH))
    assert refused.value.code == "donation.amount_from_platform"


def test_kind_of_line_follows_the_kind_of_campaign(desk):
    desk.apply(desk.payments_file(payment(kind="Adhésion", gift="", total="40,00")))

    assert desk.lines()[0][0] == LineKind.FEE.value
