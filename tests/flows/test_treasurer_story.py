"""A treasurer's January: a HelloAsso file in, five hundred receipts and a workbook out."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentFilter, PaymentState
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.domain.receipts import Verdict
from coopdesk.services.association import AssociationService
from coopdesk.services.booking import BookingService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.imports import ImportService
from coopdesk.services.payments import PaymentService
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.services.receipt_papers import ReceiptPaperService
from coopdesk.services.receipts import ReceiptService
from coopdesk.services.workbooks import WorkbookService
from coopdesk.wording.amount_words import amount_in_words
from tests.building import PROFILE, new_units, today

HEADER = (
    "Référence commande;Référence paiement;Montant total;Date du paiement;Statut du paiement;"
    "Nom payeur;Prénom payeur;Email payeur;Campagne;Type de campagne;Montant du tarif;"
    "Don supplémentaire;Moyen de paiement;Adresse payeur;Code Postal payeur;Ville payeur"
)
COUNT = 500
TOGETHER = ReceiptOutput(OutputShape.ONE_FILE)


def row(number):
    """A donor who gave ``number`` euros and a half beside a ticket of ten."""
    day = dt.date(2025, 1, 1) + dt.timedelta(days=number % 365)
    return (
        f"{9000 + number};{7000 + number};{number + 10},50;{day:%d/%m/%Y} 18:23:13;Payé;"
        f"d'Élan{number:03d};Zoé;zoe{number}@example.org;Fête des communs;Billetterie;10,00;"
        f"{number},50;Carte bancaire;{number} rue des Lilas;44000;Nantes"
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """Import, issue and print once; every test looks at the outcome."""
    folder = tmp_path_factory.mktemp("story")
    file = folder / "export-paiements.csv"
    lines = (HEADER, *(row(number) for number in range(1, COUNT + 1)))
    file.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    with new_units(folder / "office.coopdesk") as units:
        AssociationService(units).save(PROFILE)
        ImportService(units, today).apply(file)
        receipts = ReceiptService(units, today)
        seen = []

        class Watching:
            def advance(self, done, total):
                seen.append((done, total))

        receipts.issue_year(2025, progress=Watching())
        printing = ReceiptPaperService(units, today)
        papers = printing.write_year(2025, folder / "papers").paths
        (together,) = printing.write_year(2025, folder, TOGETHER).paths
        years = FiscalYearService(units, today)
        year = years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
        BookingService(units, today).book()
        book = WorkbookService(units, today).write_board(year, folder / "accounts.xlsx")
        yield units, receipts, papers, together, book, seen


def plain(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_every_gift_has_its_receipt_and_progress_was_told(story):
    units, receipts, papers, _, _, seen = story
    review = receipts.review(2025)

    assert len(review.of(Verdict.ISSUED)) == len(papers) == COUNT
    assert [line.number for line in receipts.find(2025)] == list(range(1, COUNT + 1))
    assert seen[-1] == (COUNT, COUNT)
    assert len(seen) > COUNT
    assert DatabaseService(units).check().ok


@pytest.mark.parametrize("index", [0, 1, 120, 499])
def test_paper_says_all_that_the_law_wants(story, index):
    _, _, papers, _, _, _ = story
    reader = PdfReader(papers[index])
    text = plain("\n".join(page.extract_text() for page in reader.pages))
    number = index + 1
    day = dt.date(2025, 1, 1) + dt.timedelta(days=number % 365)

    for said in (
        f"2025-{number:04d}",
        f"d'Élan{number:03d}",
        "Zoé",
        f"{number} rue des Lilas",
        "44000",
        f"***{number},50***",
        plain(amount_in_words(Money(number * 100 + 50))),
        f"{day:%d/%m/%Y}",
        "200 du CGI",
        "Déclaration de don manuel",
        "Numéraire",
        "Virement, prélèvement, carte bancaire",
        "Camille Aubry",
        "W442000001",
        "Association loi 1901",
    ):
        assert said in text, said


def test_one_file_holds_a_page_per_receipt(story):
    _, _, _, together, _, _ = story

    assert len(PdfReader(together).pages) == COUNT


def test_workbook_totals_equal_the_stored_ones(story):
    units, _, _, _, book, _ = story
    money_in, money_out = PaymentService(units, today).totals(
        PaymentFilter(year=2025, state=PaymentState.RECEIVED)
    )
    cached = load_workbook(book, data_only=True)
    live = load_workbook(book)

    assert {"Sommaire", "Bilan", "Journal", "Dons et adhésions"} <= set(cached.sheetnames)
    verdicts = {row[0].value: row[4].value for row in cached["Sommaire"].iter_rows()}
    assert "juste" in verdicts.values()
    wrong = [title for title, verdict in verdicts.items() if verdict == "à regarder"]
    assert wrong == ["Aucune ligne du journal n’est encore au brouillon"]
    values = {cell.value for sheet in cached for line in sheet.iter_rows() for cell in line}
    assert money_in.cents / 100 in values
    assert money_out == Money(0)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in live
        for line in sheet.iter_rows()
        for cell in line
        if cell.data_type == "f" and not str(cell.value).startswith("=IF(")
    ]
    assert formulas
    assert all(cached[title][place].value is not None for title, place in formulas)
