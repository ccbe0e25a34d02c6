"""One transfer to the bank explained as N payments, whatever was imported before."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentFilter
from coopdesk.services.bank import BankService
from coopdesk.services.bank_imports import BankImportService
from coopdesk.services.booking import BookingService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.reconciliation import ReconciliationService
from tests.building import every_row, new_units, today
from tests.services.test_imports import Desk, payment

FRENCH = {
    "campaignType": "Type de campagne",
    "campaignName": "Campagne",
    "operationType": "Type d'opération",
    "credit": "Crédit",
    "debit": "Débit",
    "orderId": "Référence commande",
    "paymentId": "Référence paiement",
    "paymentDate": "Date du paiement",
    "paymentMethod": "Moyen de paiement",
    "paymentStatus": "Statut du paiement",
    "cashOutDate": "Date du versement",
    "cashOutId": "Numéro de versement",
    "designation": "Désignation",
    "payerLastName": "Nom payeur",
    "payerFirstName": "Prénom payeur",
}


def row(payment_id, operation="OneTimePayment", credit="45.00", **told):
    """One row of a payout as the API tells it."""
    return {
        "campaignType": "Event",
        "campaignName": "Fête des communs",
        "operationType": operation,
        "credit": credit,
        "debit": "",
        "orderId": "800",
        "paymentId": payment_id,
        "paymentDate": "2026-04-03T18:23:13.4112357+02:00",
        "paymentMethod": "Card",
        "paymentStatus": "Paid",
        "cashOutDate": "2026-04-15T04:00:00+02:00",
        "cashOutId": "7001",
        "designation": "Plein tarif",
        "payerLastName": "Baron",
        "payerFirstName": "Denis",
    } | told


class PayoutDesk(Desk):
    """A desk that gets payouts."""

    def payout(self, *rows, french=False):
        """Write a payout; the French one has decimal commas and French days."""
        named = [{FRENCH[k]: v for k, v in one.items()} if french else one for one in rows]
        told = [
            [str(v).replace(".", ",") if k == "Crédit" else str(v) for k, v in one.items()]
            for one in named
        ]
        return self.file(";".join(named[0]), *(";".join(one) for one in told))

    def payouts(self):
        """Return reference, number of payments and cents of each transfer."""
        return [(x.ref, x.count, x.amount.cents) for x in self.accounts.payouts()]


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield PayoutDesk(units, tmp_path)


@pytest.mark.parametrize("french", [False, True], ids=["technical", "french"])
def test_a_payout_says_of_known_payments_only_how_they_came_to_the_bank(desk, french):
    desk.apply(desk.payments_file(payment("1"), payment("2", order="801")))
    lines, gifts = desk.lines(), desk.gifts()
    payout = desk.payout(
        row("1", credit="40.00"),
        row("1", "AdditionalDonation", "5.00"),
        row("2", orderId="801"),
        french=french,
    )

    assert desk.judged(payout) == [
        ("changed", "paid_out"),
        ("changed", "part_of_payment"),
        ("changed", "paid_out"),
    ]
    assert desk.apply(payout).changed == 3
    assert (desk.lines(), desk.gifts()) == (lines, gifts)
    assert desk.payouts() == [("7001", 2, 9000)]
    before = every_row(desk.units)
    assert desk.apply(payout) is None
    assert desk.judged(desk.payments_file(payment("1"))) == [("same", "")]
    assert every_row(desk.units) == before


def test_a_payout_alone_makes_its_payments_with_their_gifts(desk):
    payout = desk.payout(
        row("1", credit="40.00"),
        row("1", "AdditionalDonation", "5.00"),
        row("2", "MonthlyDonation", "10.00", orderId="802", campaignType="Donation"),
    )

    run = desk.apply(payout)
    assert (run.new, run.amount) == (3, Money(5500))
    assert desk.lines() == [
        ("registration", 4000, "received"),
        ("gift", 500, "received"),
        ("gift", 1000, "received"),
    ]
    assert [len(x.raw) for x in desk.imports.rows(run.id)] == [15, 15, 15]


def test_money_taken_off_a_transfer_gives_a_payment_back_with_its_gift(desk):
    desk.apply(desk.payments_file(payment("1"), payment("2", order="801")))
    payout = desk.payout(
        row("2", orderId="801"),
        row("1", "Debit", "", debit="45.00", paymentStatus="Refunded"),
    )

    assert desk.judged(payout) == [("changed", "paid_out"), ("new", "")]
    assert desk.apply(payout).amount == Money(-4500)
    assert (desk.money_in(), desk.money_out()) == (Money(9000), Money(4500))
    returned = [desk.donations.get(x.id).returned is not None for x in desk.gifts()]
    assert sorted(returned) == [False, True]
    assert desk.payouts() == [("7001", 2, 0)]
    assert desk.apply(payout) is None


def test_what_only_a_person_can_say_of_a_payout_waits(desk):
    payout = desk.payout(
        row("1", "OrganizationTip"),
        row("2", orderId="801", paymentStatus="Contested"),
        row("3", "Debit", "", debit="45.00"),
        row("4", "RefundCancelled"),
    )
    assert desk.judged(payout) == [
        ("doubtful", "unknown_operation"),
        ("doubtful", "unknown_status"),
        ("doubtful", "reverses_unknown"),
        ("doubtful", "came_again"),
    ]
    desk.apply(payout)
    assert desk.money_in() == desk.money_out() == Money(0)


def test_another_amount_in_a_payout_is_said_and_the_payment_stays(desk):
    desk.apply(desk.payments_file(payment("1")))
    payout = desk.payout(row("1", credit="40.00"))
    assert desk.judged(payout) == [("doubtful", "payout_differs")]
    desk.apply(payout)
    assert desk.lines() == [("registration", 4000, "received"), ("gift", 500, "received")]
    assert desk.apply(payout) is None


def test_a_payout_that_was_corrected_is_known_when_it_comes_again(desk):
    payout = desk.payout(row("1"))
    mended = ImportDecisions({2: RowDecision(cells={"cashOutId": "7003"})})
    desk.imports.apply(payout, mended)
    assert desk.payouts() == [("7003", 1, 4500)]
    assert desk.imports.apply(payout, mended).value is desk.apply(payout) is None
    assert desk.payouts() == [("7003", 1, 4500)]


def test_a_payout_taken_back_leaves_no_trace(desk):
    desk.apply(desk.payments_file(payment("1")))
    with desk.units.read() as work:
        before = work.imports.known_payments("helloasso")
    debit = row("3", "Debit", "", debit="1.00")
    run = desk.apply(desk.payout(row("1"), row("2", orderId="9"), debit))
    desk.imports.undo(run.id)
    with desk.units.read() as work:
        assert work.imports.known_payments("helloasso") == before
    assert len(desk.accounts.ids(PaymentFilter())) == 2


@pytest.mark.parametrize("is_booked", [False, True])
def test_one_transfer_on_the_statement_is_explained_by_its_payments(desk, is_booked):
    refund = row("1", "Debit", "", debit="45.00", paymentStatus="Refunded")
    others = row("2", orderId="801", credit="20.00"), row("3", orderId="802")
    later = row("9", orderId="809", credit="65.00", cashOutId="7002", cashOutDate="2026-05-01")
    desk.apply(desk.payout(row("1"), *others, refund, later, french=True))
    account = BankService(desk.units, today).add(NewBankAccount("Compte", "512901")).value
    statement = desk.folder / "releve.qif"
    statement.write_text("!Type:Bank\nD17/04/2026\nT65.00\nPVIR HELLOASSO\n^\n")
    decisions = ImportDecisions(bank_accounts={"": account.id})
    BankImportService(desk.units, today).apply(statement, decisions)
    if is_booked:
        years = FiscalYearService(desk.units, today)
        years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        BookingService(desk.units, today).book()

    first, *others = ReconciliationService(desk.units, today).proposals(account.id)
    assert {target.lot for target in first.targets} == {"7001"}
    assert (len(first.targets), first.score) == (4, 100)
    assert all(other.score < 90 for other in others)


@pytest.mark.parametrize("is_booked", [False, True])
def test_what_was_only_noted_on_the_platform_is_found_without_its_name(desk, is_booked):
    outside = {"status": "Hors Ligne", "paid_out": "Hors Ligne", "date": "03/04/2026"}
    cheque, transfer = (
        payment(ref, f"80{ref}", **outside).replace("Carte bancaire", mode)
        for ref, mode in (("1", "Chèque"), ("2", "Virement bancaire"))
    )
    desk.apply(
        desk.payments_file(cheque, transfer, payment("3", "803", total="40,00", gift=""))
    )
    account = BankService(desk.units, today).add(NewBankAccount("Compte", "5121")).value
    rows = (
        "05/04;45,00;VIR BARON DENIS",
        "08/04;45,00;REMISE CHEQUES",
        "09/04;40,00;HELLOASSO",
    )
    told = [row.replace(";", "/2026;;;", 1) + ";" for row in rows]
    header = "Date;Date de valeur;Débit;Crédit;Libellé;Solde"
    BankImportService(desk.units, today).apply(desk.file(header, *told))
    if is_booked:
        years = FiscalYearService(desk.units, today)
        years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        BookingService(desk.units, today).book()

    best = {}
    for one in ReconciliationService(desk.units, today).proposals(account.id):
        best.setdefault(one.line_id, [target.id for target in one.targets])
    assert list(best.values()) == [[2], [1], [3]]
