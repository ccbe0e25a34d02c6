"""Every field of both forms, read back in the order of the form (legal_fr 1.2, 1.3)."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopdesk.documents.receipt_texts import load_form
from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_forms import mode_box, nature_box
from coopdesk.wording.amount_words import amount_in_words
from tests.documents.receipt_cases import (
    DIGEST,
    MONEY,
    assert_in_order,
    boxes,
    cents_in,
    cents_said,
    for_company,
    gift,
    plain,
    read,
    read_fast,
)

if TYPE_CHECKING:
    from coopdesk.documents.receipt_pdf import ReceiptPrinter
    from tests.documents.conftest import SnapshotMaker

VECTORS = Path(__file__).parents[1] / "data" / "amounts_in_words.csv"
PERSON, COMPANY = load_form("11580"), load_form("16216")
OTHER_NATURES = [nature for nature in DonationNature if nature is not MONEY]
SAID = "Deux cents chaises pliantes"


@pytest.mark.parametrize("nature", OTHER_NATURES)
def test_a_person_s_gift_of_each_nature_fills_the_form_in_order(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, nature: DonationNature
) -> None:
    said = snapshot(
        gifts=(gift(nature=nature, description=SAID),), nature=nature, nature_detail=SAID
    )
    box = nature_box(nature)
    [page] = read(printer.draw(said, DIGEST).whole)
    assert_in_order(
        page,
        (
            PERSON.labels["title"],
            "2041-RD — N° 11580*05",
            "Numéro d'ordre du reçu 2026-0042",
            "Organisme bénéficiaire des dons et versements",
            "Nom ou dénomination : Les Amis de la Rivière",
            "Numéro SIREN ou RNA : W442000001",
            "Adresse : 14 bis, quai des Tanneurs",
            "Code postal : 44000 Commune : Nantes Pays : France",
            "Objet : Protéger la rivière",
            "Cochez la case concernée : ☒ Œuvre ou organisme d'intérêt général",
            "Donateur Nom : Lefèvre Prénoms : Élodie Adresse : 12, rue des Érables",
            "Code postal : 69003 Commune : Lyon Pays : France",
            plain(PERSON.labels["amount"]) + " ***81,20*** Euros",
            "Somme en toutes lettres : quatre-vingt-un euros et vingt centimes",
            "Date du versement ou du don : 12/03/2026",
            "prévue à l'article (2) : ☒ 200 du CGI ☐ 978 du CGI",
            "Forme du don : "
            + boxes([*PERSON.gift_forms.values()], [*PERSON.gift_forms.values()][2:3]),
            "Nature du don (3) : "
            + plain(boxes([*PERSON.natures.values()], [PERSON.natures[box]])),
            *([SAID] if box == "other" else []),
            boxes([*PERSON.modes.values()], []),
            "Date et signature Fait à Nantes, le 12 janvier 2027 Camille Durand Trésorière",
            *map(plain, PERSON.notes),
        ),
    )


@pytest.mark.parametrize("mode", PaymentMode)
@pytest.mark.parametrize("form", [PERSON, COMPANY], ids=["person", "company"])
def test_each_mode_ticks_its_box_and_is_named_in_the_list(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, mode: PaymentMode, form
) -> None:
    gifts = (gift(mode=mode), gift(500, mode=mode))
    said = snapshot(gifts=gifts) if form is PERSON else for_company(snapshot, gifts=gifts)
    [page] = read_fast(printer.draw(said).whole)
    ticked = [text for code, text in form.modes.items() if code == mode_box(mode)]
    assert boxes([*form.modes.values()], ticked) in page
    assert f"12/03/2026 {form.payment_modes[mode.value]} 81,20 €" in page


def test_several_modes_tick_several_boxes(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    gifts = tuple(gift(mode=mode) for mode in PaymentMode)
    [page] = read(printer.draw(for_company(snapshot, gifts=gifts)).whole)
    assert (
        "Forme des versements (4) : " + boxes([*COMPANY.modes.values()], COMPANY.modes.values())
        in page
    )


@pytest.mark.parametrize("form", DonationForm)
def test_each_form_of_a_gift_ticks_its_box(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, form: DonationForm
) -> None:
    [page] = read_fast(printer.draw(snapshot(gift_form=form)).whole)
    assert boxes([*PERSON.gift_forms.values()], [PERSON.gift_forms[form.value]]) in page


def _company_head() -> tuple[str, ...]:
    return (
        COMPANY.labels["title"],
        "2041-MEC-SD — N° 16216*03",
        "Numéro d'ordre du reçu 2026-0042",
        "Organisme bénéficiaire des dons et versements",
        "Dénomination de l'organisme : Les Amis de la Rivière",
        "Numéro SIREN ou RNA : W442000001",
        "Adresse : 14 bis, quai des Tanneurs",
        "Code postal : 44000 Commune : Nantes Pays : France",
        "Objet : Protéger la rivière",
        "Cochez la case qui vous concerne : ☒ Œuvre ou organisme d'intérêt général",
        "Précisez si vous êtes : ☒ Association loi 1901",
        "Entreprise donatrice",
        "Dénomination de l'entreprise : Brasserie du Canal",
        "Forme juridique : SARL",
        "Numéro SIREN : 732829320",
        "Adresse : 12, rue des Érables",
        "Code postal : 69003 Commune : Lyon",
        "Dons et versements effectués par l'entreprise",
    )


def _amounts(in_kind: str, kind_words: str, money: str, money_words: str) -> tuple[str, ...]:
    labels = {name: plain(text) for name, text in COMPANY.labels.items()}
    return (
        f"{labels['in_kind']} {in_kind}",
        f"{labels['in_kind_words']} {kind_words}",
        labels["description"],
        f"{labels['money']} {money}",
        f"{labels['money_words']} {money_words}",
        "Forme des versements (4) :",
    )


def test_a_company_s_payments_fill_the_form_in_order(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    said = for_company(snapshot, gifts=(gift(120_050, mode=PaymentMode.TRANSFER),))
    [page] = read(printer.draw(said, DIGEST).whole)
    words = "mille deux cents euros et cinquante centimes"
    labels = COMPANY.labels
    assert_in_order(
        page,
        (
            *_company_head(),
            *_amounts("Néant", "Néant", "***1 200,50*** €", words),
            boxes([*COMPANY.modes.values()], [COMPANY.modes["transfer"]]),
            plain(labels["whole"]) + " ***1 200,50*** €",
            f"{plain(labels['whole_words'])} {words}",
            plain(labels["period"]) + " le 12/03/2026",
            "Date et signature Fait à Nantes, le 12 janvier 2027 Camille Durand Trésorière",
            *map(plain, COMPANY.notes),
        ),
    )


@pytest.mark.parametrize("nature", OTHER_NATURES)
def test_a_company_s_gift_in_kind_fills_the_form_in_order(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, nature: DonationNature
) -> None:
    said = for_company(
        snapshot,
        gifts=(gift(250_000, nature), gift(50_000, nature, day=dt.date(2026, 4, 2))),
        nature=nature,
        nature_detail=SAID,
        period_start=dt.date(2025, 10, 1),
        period_end=dt.date(2026, 9, 30),
    )
    [page] = read(printer.draw(said, DIGEST).whole)
    labels = COMPANY.labels
    before, after = _amounts("***3 000,00*** €", "trois mille euros", "Néant", "Néant")[:3], 3
    rest = _amounts("***3 000,00*** €", "trois mille euros", "Néant", "Néant")[after:]
    assert_in_order(
        page,
        (
            *_company_head(),
            *before,
            SAID,
            *rest,
            boxes([*COMPANY.modes.values()], []),
            plain(labels["whole"]) + " ***3 000,00*** €",
            f"{plain(labels['whole_words'])} trois mille euros",
            plain(labels["period"]) + " du 01/10/2025 au 30/09/2026",
            f"Liste des dons 12/03/2026 {COMPANY.payment_natures[nature.value]} 2 500,00 €",
            "Date et signature",
        ),
    )


def test_the_whole_of_a_company_is_what_kind_and_money_add_up_to(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    said = for_company(
        snapshot,
        gifts=(gift(10_000), gift(2_550, DonationNature.SKILLS, description="Une journée")),
    )
    [page] = read(printer.draw(said).whole)
    assert_in_order(page, ("***25,50*** €", "Une journée", "***100,00*** €", "***125,50*** €"))
    assert "du 12/03/2026 au 12/03/2026" in page
    with pytest.raises(RuleError) as refused:
        printer.draw(replace(said, amount=Money(12_500)))
    assert refused.value.code == "receipt.sum_differs"


@pytest.mark.parametrize("code", [choice.code for choice in COMPANY.choices])
def test_every_category_of_the_companies_form_is_printed_with_its_box(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, code: str
) -> None:
    said = for_company(
        snapshot, category=code, category_detail="union", decree_on=dt.date(1990, 3, 12)
    )
    [page] = read_fast(printer.draw(said).whole)
    values = {
        "decree_on": "12/03/1990",
        "approved_on": "12/03/1990",
        "category_detail": "union",
    }
    for box in COMPANY.boxes_of(code):
        assert f"☒ {plain(box.filled(values))}" in page


def test_a_replacement_says_what_it_stands_for(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    changes = {"replaces_number": "2026-0007", "replaces_issued_on": dt.date(2026, 12, 1)}
    for said in (snapshot(**changes), for_company(snapshot, **changes)):
        [page] = read_fast(printer.draw(said).whole)
        assert "Annule et remplace le reçu n° 2026-0007 du 01/12/2026" in page
    assert "Annule et remplace" not in read_fast(printer.draw(snapshot()).whole)[0]


@pytest.mark.parametrize("form", ["person", "company"])
def test_a_long_description_is_annexed_signed_and_dated(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, form: str
) -> None:
    pieces = [f"{number} chaises de bureau en hêtre, état neuf" for number in range(10, 130)]
    changes = {
        "gifts": (gift(nature=DonationNature.IN_KIND),),
        "nature": DonationNature.IN_KIND,
        "nature_detail": " ; ".join(pieces),
    }
    said = snapshot(**changes) if form == "person" else for_company(snapshot, **changes)
    first, *annex = read(printer.draw(said, DIGEST).whole)
    assert "Voir la description en pages 2 à 3, signée et datée." in first
    assert "page 1/3" in first
    # One may be parted by the end of a page.
    assert sum(piece in " ".join(annex) for piece in pieces) >= len(pieces) - 1
    assert "Fait à Nantes" not in annex[0]
    assert "Fait à Nantes, le 12 janvier 2027 Camille Durand" in annex[-1]
    assert "page 3/3" in annex[-1]


def test_a_company_abroad_shows_its_country(
    printer: ReceiptPrinter, snapshot: SnapshotMaker
) -> None:
    [page] = read_fast(printer.draw(for_company(snapshot, donor_country="BE")).whole)
    assert "Commune : Lyon Pays : Belgique" in page


def _vectors() -> list[tuple[int, str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [
            (int(row[0]), row[1], row[2]) for row in list(csv.reader(file, delimiter=";"))[1:]
        ]


@pytest.mark.parametrize("reformed", [False, True], ids=["traditional", "reformed"])
def test_figures_and_words_of_the_79_amounts_agree_on_both_forms(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, *, reformed: bool
) -> None:
    vectors = _vectors()
    said = [
        make
        for cents, _, _ in vectors
        for make in (
            snapshot(gifts=(gift(cents),), words_1990=reformed),
            for_company(snapshot, gifts=(gift(cents),), words_1990=reformed),
        )
    ]
    pages = read_fast(printer.merged(said, lambda _done, _all: None))
    for (cents, traditional, new), (person, company) in zip(
        vectors, zip(pages[::2], pages[1::2], strict=True), strict=True
    ):
        words = new if reformed else traditional
        assert f"Somme en toutes lettres : {words} " in person
        assert cents_in(_between(person, "***", "***")) == cents_said(words) == cents
        if cents:
            assert company.count(f" {words} ") == 2
            assert cents_in(_between(company, "***", "***")) == cents


def _between(page: str, start: str, end: str) -> str:
    return page.partition(start)[2].partition(end)[0]


@given(st.integers(0, 10**14))
@settings(max_examples=300)
def test_the_words_of_any_amount_mean_its_figures(cents: int) -> None:
    assert cents_said(amount_in_words(Money(cents))) == cents
    assert cents_said(amount_in_words(Money(cents), spelling_1990=True)) == cents


@pytest.mark.parametrize("form", ["person", "company"])
@given(cents=st.lists(st.integers(1, 10**11), min_size=1, max_size=3))
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_random_cents_add_up_in_figures_and_words_on_paper(
    printer: ReceiptPrinter, snapshot: SnapshotMaker, form: str, cents: list[int]
) -> None:
    gifts = tuple(map(gift, cents))
    said = snapshot(gifts=gifts) if form == "person" else for_company(snapshot, gifts=gifts)
    label, end = {
        "person": ("toutes lettres :", "Date du versement"),
        "company": ("total des versements en toutes lettres :", "Forme des versements"),
    }[form]
    [page] = read_fast(printer.draw(said).whole)
    assert cents_in(_between(page, "***", "***")) == sum(cents)
    assert cents_said(_between(page, label, end).strip()) == sum(cents)
