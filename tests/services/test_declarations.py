"""The yearly declaration of gifts: figures, annex, closing sheet and filing."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.declarations import fiscal_year
from coopdesk.domain.donations import DonationNature, TaxArticle, ValueBasis
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_anchors import LostRange
from coopdesk.domain.receipts import ReceiptSeries
from coopdesk.services.association import AssociationService
from coopdesk.services.declarations import DeclarationService
from coopdesk.services.operations import OperationService
from coopdesk.services.receipt_life import ReceiptLifeService
from tests.building import ADDRESS, PROFILE, TODAY, today
from tests.services.receipt_office import ReceiptOffice, receipt_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAST_YEAR = dt.date(2025, 12, 30)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ReceiptOffice]:
    with receipt_office(tmp_path) as opened:
        yield opened


def _fill(office: ReceiptOffice) -> ReceiptOffice:
    """Give two receipts of 2026, one of them voided, and one of 2025 issued in 2026."""
    anna, paul = office.donor("Aubry", "=Anna"), office.donor("Besson")
    office.give(anna, 5000)
    office.give(anna, 3000, mode=PaymentMode.CHEQUE)
    office.give(paul, 7000)
    office.give(paul, 1100, day=LAST_YEAR)
    [_, voided] = office.receipts.issue_year(2026).value
    office.receipts.issue_year(2025)
    _void(office, voided.id)
    return office


def _void(office: ReceiptOffice, receipt_id: int) -> None:
    ReceiptLifeService(office.units, today).void(receipt_id, "montant erroné")


@pytest.fixture
def filled(office: ReceiptOffice) -> ReceiptOffice:
    """An office with three receipts, that a test may change."""
    return _fill(office)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeclarationService]:
    """The declarations of an office with three receipts, only to be read."""
    with receipt_office(tmp_path_factory.mktemp("closed")) as opened:
        yield DeclarationService(_fill(opened).units, today)


@pytest.fixture
def service(office: ReceiptOffice) -> DeclarationService:
    return DeclarationService(office.units, today)


def test_rf_41_living_receipts_are_counted_by_gifts_of_the_year(
    closed: DeclarationService,
) -> None:
    found = closed.declaration(2026)
    assert (found.receipt_count, found.total) == (1, Money(8000))
    [part] = found.parts
    assert (part.form, part.article, part.count) == ("11580", TaxArticle.INCOME, 1)
    assert [receipt.donor_name for receipt in found.voided] == ["Élodie Besson"]


def test_rf_41_receipts_issued_in_the_year_stand_beside(
    closed: DeclarationService,
) -> None:
    found = closed.declaration(2026)
    assert (len(found.issued_living), found.issued_total) == (2, Money(9100))
    before = closed.declaration(2025)
    assert (before.receipt_count, before.total, before.issued) == (1, Money(1100), ())


def test_rf_42_another_closing_counts_other_days(
    filled: ReceiptOffice, service: DeclarationService
) -> None:
    AssociationService(filled.units).save(replace(PROFILE, fiscal_year_start=7))
    assert service.declaration(2026).total == Money(1100)
    assert service.declaration(2027).total == Money(8000)
    assert service.declaration(2027).fiscal_year == fiscal_year(2027, 7)
    assert (service.years()[0], service.to_declare()) == (2027, 2026)


def test_rf_40_nothing_is_declared_without_a_receipt(
    office: ReceiptOffice, service: DeclarationService
) -> None:
    office.give(office.donor(), 5000)
    assert service.declaration(2026).is_nothing_due


def test_a_filing_keeps_its_figures_and_its_proof(
    filled: ReceiptOffice, service: DeclarationService, tmp_path: Path
) -> None:
    proof = tmp_path / "accusé.png"
    proof.write_bytes(PNG)
    made = service.file(2025, TODAY, " dossier  12 ", proof).value
    assert made.filed is not None
    assert (made.filed.total, made.filed.note) == (Money(1100), "dossier 12")
    assert service.proof(2025) == ("accusé.png", PNG)
    assert not made.differs_from_filing
    service.file(2025, TODAY, "corrigé")
    assert service.proof(2025)[1] == PNG


def test_figures_that_changed_since_the_filing_are_noticed(
    filled: ReceiptOffice, service: DeclarationService
) -> None:
    service.file(2025, TODAY)
    [receipt] = service.declaration(2025).receipt_ids
    _void(filled, receipt)
    found = service.declaration(2025)
    assert found.differs_from_filing
    assert found.receipt_count == 0


def test_a_filing_is_taken_back(filled: ReceiptOffice, service: DeclarationService) -> None:
    service.file(2025, TODAY)
    OperationService(filled.units).undo()
    assert service.declaration(2025).filed is None
    with pytest.raises(RuleError, match=r"declaration\.no_proof"):
        service.proof(2025)


def test_a_year_that_has_not_ended_cannot_be_filed(
    filled: ReceiptOffice, service: DeclarationService
) -> None:
    with pytest.raises(RuleError, match=r"declaration\.filed_before_end"):
        service.file(2026, TODAY)


def _annex(service: DeclarationService, folder: Path) -> bytes:
    return service.write_annex(2026, folder / "annexe.xlsx").read_bytes()


def _rows(content: bytes, name: str) -> list[list[Any]]:
    return (
        CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name).to_python()
    )


def test_rf_31_the_register_joins_receipts_to_their_payments(
    closed: DeclarationService, tmp_path: Path
) -> None:
    rows = _rows(_annex(closed, tmp_path), "Registre")
    data = [row for row in rows[4:] if str(row[0]).startswith("2026-")]
    assert [(row[0], row[2], row[7], row[11], row[13], row[14]) for row in data] == [
        ("2026-0001", "=Anna Aubry", "Espèces", "Valable", 50.0, 50.0),
        ("2026-0001", "=Anna Aubry", "Chèque", "Valable", 30.0, 30.0),
        ("2026-0002", "Élodie Besson", "Espèces", "Annulé", 70.0, 0.0),
    ]
    assert all(row[9] for row in data)
    assert [row[12] for row in data] == [1.0, "", ""]


def test_totals_of_the_annex_are_live_formulas_that_tie(
    closed: DeclarationService, tmp_path: Path
) -> None:
    content = _annex(closed, tmp_path)
    summary = load_workbook(io.BytesIO(content))["Sommaire"]
    formulas = [c.value for row in summary for c in row if str(c.value).startswith("=")]
    assert any("SUMIFS" in text for text in formulas)
    found = {row[0]: row[2:4] for row in _rows(content, "Sommaire")}
    assert found["Total"] == [1.0, 80.0]
    assert found["Écart avec le registre (doit être nul)"] == [0.0, 0.0]
    issued = "Reçus émis pendant l’exercice, quel que soit le jour des dons"
    assert found[issued] == [2.0, 91.0]
    assert found["Exercice précédent (2025), compté de même"] == [1.0, 11.0]
    assert _rows(content, "Annulé")[4][0] == "2026-0002"


def test_an_annex_without_receipts_says_so(
    office: ReceiptOffice, service: DeclarationService, tmp_path: Path
) -> None:
    found = {row[0]: row for row in _rows(_annex(service, tmp_path), "Sommaire")}
    assert "Rien à déclarer" in found


def test_the_closing_sheet_anchors_both_chains(
    closed: DeclarationService, tmp_path: Path
) -> None:
    path = closed.write_closing_sheet(2026, tmp_path / "cloture.pdf")
    text = " ".join("".join(p.extract_text() for p in PdfReader(path).pages).split())
    heads = [word for word in text.split() if len(word) == 64]
    assert len(set(heads)) == 2
    for said in (
        "Total : 1 reçu, 80,00",
        "2026-0001",
        "2026-0002",
        "montant erroné",
        "4 mai 2027",
    ):
        assert said in text, said
    assert "sans trou" in text


def _closing_text(service: DeclarationService, year: int, folder: Path) -> str:
    path = service.write_closing_sheet(year, folder / f"cloture-{year}.pdf")
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_the_closing_sheet_says_why_declared_and_issued_receipts_differ(
    closed: DeclarationService, tmp_path: Path
) -> None:
    text = _closing_text(closed, 2026, tmp_path)
    assert "ne coïncident pas : on déclare les dons reçus pendant l’exercice" in text
    assert "(reçus émis pendant l’exercice sans aucun don de celui-ci : 1)." in text
    before = _closing_text(closed, 2025, tmp_path)
    assert "(reçus déclarés mais émis hors de l’exercice : 1)." in before


def test_numbers_that_were_lost_stand_on_the_closing_sheet(
    filled: ReceiptOffice, service: DeclarationService, tmp_path: Path
) -> None:
    series = ReceiptSeries(2026, "2026-")
    with filled.units.write("receipt.loss_noted") as work:
        lost, after = LostRange(series, 3, 4), LostRange(series, 7, 7)
        work.receipt_life.note_losses([lost], "disque volé", "Camille", TODAY)
        work.commit()
    filled.give(filled.donor("Cosse"), 900)
    filled.receipts.issue_year(2026)
    with filled.units.write("receipt.loss_noted") as work:
        work.receipt_life.note_losses([after], "clé perdue", "Noé", TODAY)
        work.receipt_life.note_losses([], "sauvegarde d’hier", "Noé", TODAY)
        work.commit()

    text = _closing_text(service, 2026, tmp_path)

    assert "2026 2026-0001 2026-0006 4 1" in text
    assert "Avec les numéros perdus" in text
    assert "2026-0003 2026-0004 2 22/11/2026 disque volé Camille" in text
    assert "2026-0007 2026-0007 1 22/11/2026 clé perdue Noé" in text
    assert "une annulation 22/11/2026 sauvegarde d’hier Noé" in text
    assert "Numéros absents" not in text
    assert "perdus" not in _closing_text(service, 2025, tmp_path)
    filled.take_protection_off("tax_receipt")
    filled.sql("DELETE FROM tax_receipt WHERE year = 2026 AND number = 2")
    text = " ".join(_closing_text(service, 2026, tmp_path).split())
    assert "une annulation, ou un numéro absent ci-dessus" in text
    # An older program issued the first receipts: the year has no form of its own.
    filled.take_protection_off("receipt_series")
    filled.sql("DELETE FROM receipt_series")
    assert "2026-0003 2026-0004 2" in _closing_text(service, 2026, tmp_path)


def test_the_closing_sheet_explains_nothing_where_receipts_agree(
    office: ReceiptOffice, service: DeclarationService, tmp_path: Path
) -> None:
    office.give(office.donor(), 2000)
    office.receipts.issue_year(2026)
    assert "coïncident" not in _closing_text(service, 2026, tmp_path)


def test_a_receipt_of_a_company_with_gifts_of_two_years_is_named_on_the_closing_sheet(
    office: ReceiptOffice, service: DeclarationService, tmp_path: Path
) -> None:
    company = NewContact(
        kind=ContactKind.ORGANISATION,
        organisation_name="Biocoop du Port",
        organisation_kind=OrganisationKind.COMPANY,
        legal_form="SAS",
        siren="732829320",
        address=ADDRESS,
        fiscal_year_end="06-30",
    )
    donor = office.contacts.add(company).value.id
    for day in (LAST_YEAR, dt.date(2026, 3, 12)):
        office.give(donor, 2000, day=day)
    office.receipts.issue_year(2026)
    assert service.declaration(2026).shared == 1
    text = _closing_text(service, 2026, tmp_path)
    assert "(reçus portant aussi des dons d’un autre exercice : 1)." in text


def test_rf_41_gifts_without_money_and_companies_are_declared_apart(
    office: ReceiptOffice, service: DeclarationService
) -> None:
    company = NewContact(
        kind=ContactKind.ORGANISATION,
        organisation_name="Biocoop du Port",
        organisation_kind=OrganisationKind.COMPANY,
        legal_form="SAS",
        siren="732829320",
        address=ADDRESS,
    )
    office.give(
        office.contacts.add(company).value.id,
        30000,
        nature=DonationNature.IN_KIND,
        mode=PaymentMode.OTHER,
        description="Dix cageots",
        value_basis=ValueBasis.COMPANY_COST,
    )
    banked = {"mode": PaymentMode.CHEQUE, "credited_on": dt.date(2026, 10, 2)}
    donor = office.donor()
    office.give(donor, 1200, day=dt.date(2026, 10, 1), **banked)
    office.give(donor, 800)
    office.receipts.issue_year(2026)
    found = service.declaration(2026)
    assert [(x.form, x.article, x.count, x.amount) for x in found.parts] == [
        ("11580", TaxArticle.INCOME, 1, Money(2000)),
        ("16216", TaxArticle.COMPANY, 1, Money(30000)),
    ]
    [goods] = [gift for gift in found.gifts if gift.payment_id is None]
    assert (goods.nature, goods.credited_on) == (DonationNature.IN_KIND, None)
    money = [gift.credited_on for gift in found.gifts if gift.payment_id is not None]
    assert money == [dt.date(2026, 10, 2), None]
