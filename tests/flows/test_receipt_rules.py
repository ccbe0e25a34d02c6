"""The rules of issue of the reference, each by its name, on receipts as they were issued."""

from __future__ import annotations

import datetime as dt
import io
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationNature, Ineligibility, ValueBasis
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_proofs import Verified
from coopdesk.domain.receipts import ReceiptFilter, ReceiptStatus
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.declarations import DeclarationService
from coopdesk.services.donations import DonationService
from coopdesk.services.legal import LegalService
from coopdesk.services.receipt_life import ReceiptLifeService
from coopdesk.services.receipt_papers import ReceiptPaperService
from coopdesk.services.receipts import ReceiptService
from coopdesk.system.paths import resources
from tests.building import ADDRESS, PROFILE, gift, new_units, person, today

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.storage.unit_of_work import Units

A4_CM = (21.0, 29.7)


@dataclass
class House:
    """Receipts of one association: of a person for two years, in kind, voided, of a company."""

    units: Units
    receipts: ReceiptService
    life: ReceiptLifeService
    papers: ReceiptPaperService
    lines: dict[str, ReceiptLine]

    def text(self, name: str) -> str:
        """Return the words of a paper, spaces made plain."""
        reader = PdfReader(io.BytesIO(self.receipts.pdf(self.lines[name].id)))
        words = " ".join(page.extract_text() for page in reader.pages)
        return " ".join(words.replace("\u202f", " ").replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with new_units(tmp_path_factory.mktemp("rules") / "rules.coopdesk") as units:
        AssociationService(units).save(PROFILE)
        contacts, gifts = ContactService(units, today), DonationService(units, today)
        receipts, life = ReceiptService(units, today), ReceiptLifeService(units, today)
        donor = contacts.add(person()).value.id
        other = contacts.add(person("Zéphyr", "Maëlle")).value.id
        company = contacts.add(
            person(
                "",
                "",
                kind=ContactKind.ORGANISATION,
                organisation_name="Atelier du Quai",
                legal_form="SARL",
                siren="732829320",
                address=ADDRESS,
            )
        ).value.id
        for new in (
            gift(donor, 5000, dt.date(2025, 3, 4)),
            gift(donor, 3120, dt.date(2025, 12, 30), mode=PaymentMode.CHEQUE),
            gift(donor, 999, dt.date(2025, 5, 1), ineligibility=Ineligibility.MEAL),
            gift(donor, 1000, dt.date(2026, 1, 2), mode=PaymentMode.TRANSFER),
            gift(
                donor,
                4000,
                dt.date(2025, 6, 1),
                mode=PaymentMode.OTHER,
                nature=DonationNature.IN_KIND,
                description="Une perceuse",
                value_basis=ValueBasis.SALE_PRICE,
            ),
            gift(other, 2000, dt.date(2025, 7, 1)),
            gift(company, 50000, dt.date(2025, 8, 1), mode=PaymentMode.TRANSFER),
        ):
            gifts.record(new)
        receipts.issue_year(2025)
        (later,) = receipts.issue_year(2026).value
        found = receipts.find(2025)
        lines = {
            "cumul": next(x for x in found if x.gift_count == 2),
            "in kind": next(x for x in found if x.nature is DonationNature.IN_KIND),
            "company": next(x for x in found if x.form == "16216"),
            "voided": next(x for x in found if x.donor_id == other),
            "next year": later,
        }
        lines["new"] = life.replace(lines["voided"].id, "Adresse fausse").value
        yield House(units, receipts, life, ReceiptPaperService(units, today), lines)


def source_of(name: str) -> str:
    return str(tomllib.loads((resources() / "texts" / name).read_text("utf-8"))["source"])


def form_of_a_person(house: House) -> None:
    assert "N° 11580*05" in house.text("cumul")
    assert "arrêté du 26 juin 2008" in source_of("receipt_11580_05.toml")


def form_of_a_company(house: House) -> None:
    assert "N° 16216*03" in house.text("company")
    assert "238 bis" in source_of("receipt_16216_03.toml")


def only_the_own_category_is_printed(house: House) -> None:
    assert "Association loi 1901" in house.text("cumul")
    assert "Fonds de dotation" not in house.text("cumul")


def numbers_are_unique_and_without_gap(house: House) -> None:
    lines = house.receipts.find(2025)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    every = [house.receipts.get(key) for key in house.receipts.ids(ReceiptFilter())]
    assert len({line.number_text for line in every}) == len(every) == 6


def amount_stands_in_framed_figures_and_in_words(house: House) -> None:
    assert "***81,20***" in house.text("cumul")
    assert "quatre-vingt-un euros et vingt centimes" in house.text("cumul")


def only_what_gives_a_right_is_printed(house: House) -> None:
    assert house.lines["cumul"].amount == Money(8120)
    assert "9,99" not in house.text("cumul")


def signatory_is_printed(house: House) -> None:
    assert "Camille Aubry" in house.text("cumul")


def cumulative_receipt_lists_its_payments(house: House) -> None:
    text = house.text("cumul")
    for expected in ("Cumul 2025", "04/03/2025", "50,00", "30/12/2025", "31,20"):
        assert expected in text


def calendar_years_are_never_mixed(house: House) -> None:
    assert (house.lines["next year"].year, house.lines["next year"].gift_count) == (2026, 1)


def natures_are_never_mixed(house: House) -> None:
    assert house.lines["in kind"].gift_count == 1
    assert "Une perceuse" in house.text("in kind")


def altered_paper_is_known(house: House) -> None:
    paper = house.receipts.pdf(house.lines["cumul"].id)
    assert house.papers.proven(paper).outcome is Verified.AUTHENTIC
    altered = paper[:-200] + bytes([paper[-200] ^ 1]) + paper[-199:]
    assert house.papers.proven(altered).outcome is not Verified.AUTHENTIC


def sheet_is_a4(house: House) -> None:
    for name in house.lines:
        for page in PdfReader(io.BytesIO(house.receipts.pdf(house.lines[name].id))).pages:
            size = [float(x) / 72 * 2.54 for x in (page.mediabox.width, page.mediabox.height)]
            assert size == pytest.approx(A4_CM, abs=0.01)


def voided_receipt_keeps_its_number_and_is_replaced_by_a_new_one(house: House) -> None:
    old, new = house.receipts.get(house.lines["voided"].id), house.lines["new"]
    assert (old.status, old.replaced_by) == (ReceiptStatus.REPLACED, new.number_text)
    assert new.number == max(line.number for line in house.receipts.find(2025))
    expected = f"Annule et remplace le reçu n° {old.number_text} du {old.issued_on:%d/%m/%Y}"
    assert expected in house.text("new")
    words = {
        name: PdfReader(io.BytesIO(house.papers.duplicate(house.lines[name].id)))
        .pages[0]
        .extract_text()
        for name in ("voided", "cumul")
    }
    assert "ANNULÉ" in words["voided"]
    assert "DUPLICATA" in words["cumul"]
    declared = DeclarationService(house.units, today).declaration(2025)
    assert declared.receipt_count == 4


def years_of_retention_are_data(house: House) -> None:
    figures = {x.code: x for x in LegalService(house.units, today).parameters(today())}
    assert str(figures["receipt_retention"].value).startswith("6")
    assert figures["receipt_retention"].source


def penalties_and_delays_are_data(house: House) -> None:
    figures = {x.code for x in LegalService(house.units, today).parameters(today())}
    assert figures >= {"irregular_receipt_fine", "declaration_fine", "declaration_fine_again"}


@pytest.mark.parametrize(
    ("rules", "holds"),
    [
        ("RF-1 RF-3", form_of_a_person),
        ("RF-2 RF-4", form_of_a_company),
        ("RF-5", only_the_own_category_is_printed),
        ("RF-10 RF-11", numbers_are_unique_and_without_gap),
        ("RF-12", amount_stands_in_framed_figures_and_in_words),
        ("RF-13", only_what_gives_a_right_is_printed),
        ("RF-14", signatory_is_printed),
        ("RF-15", cumulative_receipt_lists_its_payments),
        ("RF-16", calendar_years_are_never_mixed),
        ("RF-17", natures_are_never_mixed),
        ("RF-18", altered_paper_is_known),
        ("RF-19", sheet_is_a4),
        ("RF-20", voided_receipt_keeps_its_number_and_is_replaced_by_a_new_one),
        ("RF-30", years_of_retention_are_data),
        ("RF-32 RF-43 RF-44", penalties_and_delays_are_data),
    ],
)
def test_rule_of_issue_holds(house: House, rules: str, holds: Callable[[House], None]) -> None:
    holds(house)
