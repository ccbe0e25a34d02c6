"""Lists of gifts name orders, not payments: their money is told once all the same."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.money import Money
from tests.building import every_row, new_units
from tests.services.test_imports import Desk, payment

HEADER = (
    "Référence commande;Date de la commande;Statut de la commande;Nom payeur;Prénom payeur;"
    "Email payeur;Raison sociale;Moyen de paiement;Montant du don;Reçu fiscal;Numéro de reçu;"
    "Adresse payeur;Code Postal payeur;Ville payeur;Pays payeur"
)


def gift(order="800", amount="45,00", day="02/04/2026 23:58", number=""):
    """One row of a list of gifts."""
    return (
        f"{order};{day};Validé;Baron;Denis;denis.baron@example.org;;Carte bancaire;{amount};;"
        f"{number};12 rue Haute;44000;Nantes;France"
    )


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Desk(units, tmp_path)


def paid(ref="900", order="800", **more):
    return payment(ref, order, kind="Don", tariff="45,00", gift="", **more)


def test_a_list_of_gifts_twice_adds_nothing(desk):
    path = desk.file(HEADER, gift(), gift(day="05/05/2026"), gift("801", "10,00"))
    assert (desk.apply(path).new, desk.money_in()) == (3, Money(10_000))
    before = every_row(desk.units)
    assert desk.judged(path) == [("same", "")] * 3
    assert desk.apply(path) is None
    assert every_row(desk.units) == before


def test_two_equal_gifts_of_an_order_are_both_kept(desk):
    path = desk.file(HEADER, gift(), gift())
    assert (desk.apply(path).new, desk.apply(path)) == (2, None)


def test_a_payment_known_by_its_reference_only_gets_its_receipt(desk):
    desk.apply(desk.payments_file(paid()))
    path = desk.file(HEADER, gift(number="RF-7"))
    assert desk.judged(path) == [("changed", "changed_at_source")]
    desk.apply(path)
    (one,) = desk.gifts()
    assert desk.donations.get(one.id).outside_receipt == "RF-7"
    assert (desk.money_in(), desk.apply(path)) == (Money(4500), None)
    assert desk.judged(desk.payments_file(paid())) == [("same", "")]


@pytest.mark.parametrize("frozen", [False, True], ids=["free", "frozen"])
def test_the_payments_that_come_later_name_the_same_gifts(desk, frozen):
    desk.apply(desk.file(HEADER, gift(), gift(day="05/05/2026")))
    if frozen:
        back = NewReturn(dt.date(2026, 6, 1), ReturnReason.GIVEN_BACK)
        desk.donations.give_back(desk.gifts()[0].id, back)
    path = desk.payments_file(paid("901", date="05/05/2026 10:00:00"), paid("900"))
    assert desk.judged(path) == [("changed", "completes_order")] * 2
    desk.apply(path)
    assert (desk.money_in(), len(desk.gifts())) == (Money(9000), 2)
    assert desk.apply(path) is None


def test_another_amount_of_the_order_is_another_gift(desk):
    desk.apply(desk.payments_file(paid()))
    assert desk.judged(desk.file(HEADER, gift(amount="50,00"))) == [("new", "")]
