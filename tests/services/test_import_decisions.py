"""What a person decides of the rows of a payments file before they are imported."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.import_decisions import NEW_CONTACT, ImportDecisions, RowDecision
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentFilter,
    PaymentMode,
    PaymentPart,
)
from tests.building import every_row, new_units, person
from tests.services.test_helloasso_gift_lists import HEADER
from tests.services.test_helloasso_gift_lists import gift as listed_gift
from tests.services.test_imports import EVENT_HEADER, PAYMENT_HEADER, Desk, payment, ticket


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Desk(units, tmp_path)


def decided(**rows):
    """Decide of rows by the number of their line: ``_2=RowDecision(...)``."""
    return ImportDecisions({int(name[1:]): row for name, row in rows.items()})


def test_a_row_left_out_is_shown_and_makes_nothing(desk):
    path = desk.payments_file(payment("1"), payment("2", last="Roux", first="Zoé", email=""))
    decisions = decided(_2=RowDecision(leave_out=True))

    first, second = desk.imports.preview(path, decisions).lines
    assert (first.left_out, first.reason, second.left_out) == (True, "left_out", False)
    summary = desk.imports.apply(path, decisions).value
    assert (summary.new, summary.amount) == (1, Money(4500))
    assert [x.left_out for x in desk.imports.rows(summary.id)] == [True, False]
    assert [x.payer_name for x in desk.accounts.lines(desk.accounts.ids(PaymentFilter()))] == [
        "Zoé Roux"
    ] * 2
    assert desk.imports.apply(path).value.new == 1


def test_a_refused_row_is_imported_once_its_cell_is_corrected(desk):
    path = desk.payments_file(payment("1", date="32/04/2026"))
    (line,) = desk.imports.preview(path).lines
    assert (line.reason, line.raw["Date du paiement"]) == ("date.impossible", "32/04/2026")
    decisions = decided(_2=RowDecision(cells={"Date du paiement": "12/04/2026"}))

    (line,) = desk.imports.preview(path, decisions).lines
    assert (line.verdict.value, line.day, line.is_corrected) == (
        "new",
        dt.date(2026, 4, 12),
        True,
    )
    run = desk.imports.apply(path, decisions).value
    assert run.new == 1
    (kept,) = desk.imports.rows(run.id)
    assert kept.raw["Date du paiement"] == "32/04/2026"
    assert desk.imports.apply(path, decisions).value is None


def test_a_corrected_row_stays_corrected_when_its_file_comes_again(desk):
    path = desk.payments_file(payment("1"))
    cells = {"Nom payeur": "Barrault", "Don supplémentaire": "", "Montant du tarif": "45,00"}
    desk.imports.apply(path, decided(_2=RowDecision(cells=cells)))
    before = every_row(desk.units)

    assert desk.lines() == [("registration", 4500, "received")]
    (run,) = desk.imports.history()
    (kept,) = desk.imports.rows(run.id)
    assert kept.raw["Nom payeur"] == "Baron"
    assert desk.judged(path) == [("same", "")]
    assert desk.imports.apply(path).value is None
    assert every_row(desk.units) == before


@pytest.mark.parametrize("day", ["03/04/2026", "32/04/2026"])
def test_a_row_that_its_correction_leaves_unreadable_keeps_what_its_file_says(desk, day):
    path = desk.payments_file(payment("1"), payment("2", date=day))
    told = decided(_3=RowDecision(cells={"Date du paiement": "hier"}))
    shown = desk.imports.preview(path, told).lines[1]
    assert (shown.raw["Date du paiement"], shown.is_corrected) == ("hier", True)
    run = desk.imports.apply(path, told).value
    assert (run.new, run.refused) == (1, 1)
    kept = desk.imports.rows(run.id)[-1]
    assert (kept.verdict.value, kept.raw["Date du paiement"]) == ("refused", day)


REFERENCES = {
    "payment": (PAYMENT_HEADER, payment("1"), {"Référence paiement": "7"}),
    "order": (PAYMENT_HEADER, payment("1"), {"Référence commande": "7"}),
    "ticket": (EVENT_HEADER, ticket(), {"Numéro de billet": "7"}),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_a_reference_is_not_corrected_or_its_row_would_come_twice(desk, case):
    header, row, cells = REFERENCES[case]
    path = desk.file(header, row)
    told = decided(_2=RowDecision(cells=cells))
    (line,) = desk.imports.preview(path, told).lines
    assert (line.verdict.value, line.reason) == ("refused", "reference_corrected")
    assert desk.imports.apply(path, told).value is None
    assert desk.apply(path).new == 1


def test_a_corrected_gift_of_a_list_stays_one_when_its_list_and_its_payment_come(desk):
    path = desk.file(HEADER, listed_gift())
    cells = {"Montant du don": "55,00", "Numéro de reçu": "RF-7"}
    corrected = decided(_2=RowDecision(cells=cells))
    desk.imports.apply(path, corrected)
    assert desk.imports.apply(path, corrected).value is None
    assert desk.judged(path) == [("same", "")]
    paid = desk.payments_file(payment(kind="Don", tariff="45,00", gift=""))
    assert desk.judged(paid) == [("changed", "completes_order")]
    told = decided(
        _2=RowDecision(cells={"Montant total": "46,00", "Montant du tarif": "46,00"})
    )
    desk.imports.apply(paid, told)
    assert (desk.money_in(), desk.apply(paid), desk.apply(path)) == (Money(4600), None, None)


def test_a_row_goes_to_the_contact_that_was_chosen(desk):
    alix = desk.contacts.add(person("Petit", "Alix")).value.id
    path = desk.payments_file(payment("1"), payment("2"))
    decisions = decided(_2=RowDecision(contact_id=alix))

    first, second = desk.imports.preview(path, decisions).lines
    assert (first.contact_id, first.contact_name) == (alix, "Alix Petit")
    assert (second.contact_id, second.contact_name) == (-1, "Denis Baron")
    desk.imports.apply(path, decisions)
    assert sorted(gift.donor_name for gift in desk.gifts()) == ["Alix Petit", "Denis Baron"]


def test_a_new_contact_is_made_when_names_alone_do_not_tell(desk):
    for _time in range(2):
        desk.contacts.add(person("Baron", "Denis"))
    path = desk.payments_file(payment("1", email=""))
    assert desk.judged(path) == [("doubtful", "ambiguous_payer")]
    decisions = decided(_2=RowDecision(contact_id=NEW_CONTACT))

    (line,) = desk.imports.preview(path, decisions).lines
    assert (line.verdict.value, line.contact_id) == ("new", -1)


def test_a_contact_that_is_gone_cannot_be_chosen(desk):
    path = desk.payments_file(payment("1"))
    with pytest.raises(NotFoundError):
        desk.imports.apply(path, decided(_2=RowDecision(contact_id=4711)))


def test_a_probable_double_counts_once_a_person_keeps_it(desk):
    denis = desk.contacts.add(person("Baron", "Denis")).value.id
    part = PaymentPart(LineKind.SALE, Money(4500), "Repas")
    day = dt.date(2026, 4, 2)
    cash = NewPayment(day, Money(4500), PaymentMode.CASH, (part,), payer_id=denis)
    desk.accounts.record(cash)
    path = desk.payments_file(payment("1"))
    assert desk.judged(path) == [("doubtful", "probable_duplicate")]

    run = desk.imports.apply(path, decided(_2=RowDecision(keep=True))).value
    assert (run.new, run.doubtful) == (1, 0)
    assert desk.money_in() == Money(9000)
