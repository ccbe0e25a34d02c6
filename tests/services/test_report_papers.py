"""The books on paper say what the books say, to the cent, and name what they leave out."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.domain.book_papers import BookPaperKind
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.services.association import AssociationService
from coopdesk.services.closing import ClosingService
from coopdesk.services.dedicated_funds import DedicatedFundService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.report_papers import ReportPaperService
from tests.building import PROFILE, new_units, today
from tests.services.book_office import Books, credit, debit, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units

DAY = dt.date(2025, 6, 15)


class Office(Books):
    """An association with a closed year 2025 and entries of 2026."""

    def __init__(self, units: Units, folder: Path) -> None:
        super().__init__(units)
        AssociationService(units).save(PROFILE)
        self.folder = folder
        self.papers = ReportPaperService(units, today)
        self.closing = ClosingService(units, today)
        self.old = self.years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value.id
        self.new = self.years.open_next().value.id
        self.validated(cents=123_456, day=DAY)
        self.validated(cents=23_456, day=DAY, to="6061", of="5121", label="Papier")
        self.closing.close(self.old)
        self.validated(cents=5_000, label="Don de printemps")
        self.record(cents=777, label="Brouillon d’automne")

    def text(
        self, kind: BookPaperKind, scope: ReportScope | None = None, only: str = ""
    ) -> str:
        path = self.folder / "papier.pdf"
        wanted = scope or ReportScope(self.new)
        assert self.papers.write(kind, wanted, path, only=only) == path
        pages = PdfReader(io.BytesIO(path.read_bytes())).pages
        text = "\n".join(page.extract_text() for page in pages)
        return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with new_units(tmp_path / "a.coopdesk") as units:
        yield Office(units, tmp_path)


def test_journal_has_openings_entries_and_drafts_unless_told_otherwise(office: Office) -> None:
    text = office.text(BookPaperKind.JOURNAL)
    assert "À-nouveaux de l’exercice 2026" in text
    assert "brouillon" in text
    assert "Total du journal 1 057,77 1 057,77" in text
    text = office.text(BookPaperKind.JOURNAL, ReportScope(office.new, with_drafts=False))
    assert "Brouillon d’automne" not in text
    assert "Écritures validées seulement." in text
    assert "1 050,00" in text


def test_one_journal_or_some_accounts_are_printed_alone(office: Office) -> None:
    text = office.text(BookPaperKind.JOURNAL, only="an")
    assert "Journal AN" in text
    assert "Don de printemps" not in text
    text = office.text(BookPaperKind.LEDGER, only="754")
    assert "Comptes 754" in text
    assert "5121" not in text
    for kind, unknown in ((BookPaperKind.JOURNAL, "ZZ"), (BookPaperKind.LEDGER, "99")):
        with pytest.raises(NotFoundError):
            office.text(kind, only=unknown)


def test_ledger_begins_with_what_opened_the_year_and_ends_with_its_balance(
    office: Office,
) -> None:
    text = office.text(BookPaperKind.LEDGER)
    bank = text.split("5121 — ")[1].split("Total 5121")
    assert bank[0].index("À-nouveaux") < bank[0].index("Don de printemps")
    assert bank[1].startswith(" 1 057,77 0,00 1 057,77 D")


def test_balance_shows_class_totals_the_year_before_and_the_result(office: Office) -> None:
    text = office.text(BookPaperKind.BALANCE)
    assert "Solde 2025" in text
    assert "Total de la classe 5 1 000,00 0,00 57,77 0,00 1 057,77 0,00" in text
    assert "Résultat : excédent de 57,77 €" in text


def test_statements_show_both_years_and_the_sheet_balances(office: Office) -> None:
    text = office.text(BookPaperKind.RESULT)
    assert "PRODUITS D'EXPLOITATION" in text
    assert "Dons manuels 57,77 1 234,56" in text
    text = office.text(BookPaperKind.BALANCE_SHEET)
    assert "TOTAL GÉNÉRAL ACTIF (I à V) 1 057,77 0,00 1 057,77 1 000,00" in text
    assert "TOTAL GÉNÉRAL PASSIF (I à V) 1 057,77 1 000,00" in text
    assert "Secours en nature" in office.text(BookPaperKind.VOLUNTEERING)


def test_activities_add_up_to_the_result(office: Office) -> None:
    text = office.text(BookPaperKind.ACTIVITIES)
    assert "Sans activité" in text
    assert "57,77" in text
    assert "Toute l’association" in text


def test_treasury_adds_its_months_up(office: Office) -> None:
    text = office.text(BookPaperKind.TREASURY)
    assert "novembre 2026" in text
    assert "1 057,77" in text


def test_gifts_and_fees_are_printed_beside_the_books(office: Office) -> None:
    text = office.text(BookPaperKind.TIES)
    assert "75411" in text
    assert "57,77 57,77 -57,77" in text
    assert "diffèrent" in text


def test_funds_are_printed_beside_the_books_and_differences_are_said(office: Office) -> None:
    assert "Aucun fonds dédié." in office.text(BookPaperKind.DEDICATED_FUNDS)
    new = NewFund("Verger <partagé>", FundKind.GRANT, DAY, Money(90_000))
    DedicatedFundService(office.units, today).add(new, opening=Money(90_000))
    text = office.text(BookPaperKind.DEDICATED_FUNDS)
    assert "Verger <partagé>" in text
    assert "Écart avec les comptes : -900,00 €" in text


def test_closing_sheet_prints_the_result_the_classes_and_the_head_whole(
    office: Office,
) -> None:
    text = office.text(BookPaperKind.CLOSING_SHEET, ReportScope(office.old))
    assert "page 1/1" in text
    [event] = office.closing.history(office.old)
    assert event.head_hash in text
    assert "Excédent : 1 000,00 €" in text
    assert "Écritures validées : 2, numérotées de 1 à 2 sans trou." in text
    assert "Clos le 22 novembre 2026 par Camille." in text
    assert "2 lignes de banque" in text
    text = office.text(BookPaperKind.CLOSING_SHEET, ReportScope(office.new))
    assert "n’est pas clos à ce jour" in text
    assert "1 brouillon" in text


def test_cancelled_paper_leaves_the_old_file(office: Office) -> None:
    class Stopped:
        def advance(self, _done: int, _total: int) -> None:
            raise JobCancelledError

    path = office.folder / "ancien.pdf"
    path.write_bytes(b"before")
    with pytest.raises(JobCancelledError):
        office.papers.write(BookPaperKind.LEDGER, ReportScope(office.new), path, Stopped())
    assert path.read_bytes() == b"before"


def test_books_that_change_meanwhile_are_not_printed_half(office: Office) -> None:
    class Meddling:
        def advance(self, done: int, _total: int) -> None:
            if not done:
                office.record(cents=1)

    with pytest.raises(RuleError, match="changed_meanwhile"):
        office.papers.write(
            BookPaperKind.JOURNAL, ReportScope(office.new), office.folder / "x.pdf", Meddling()
        )


def test_late_operation_is_printed_with_its_real_date(office: Office) -> None:
    late = office.entries.late(
        entry(day=DAY, lines=(debit("6061", 900), credit("5121", 900)), label="Facture tardive")
    )
    office.validated(replace(late, voucher_ref="F-12"))
    text = office.text(BookPaperKind.JOURNAL)
    assert "F-12 du" in text
    assert "15/06/2025" in text
