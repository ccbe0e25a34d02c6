"""Opening balances from a sheet: a draft that balances, or the reason why not."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook

from coopdesk.domain.entries import EntryKind
from coopdesk.domain.errors import RuleError
from coopdesk.services.opening_balances import OpeningBalanceService
from tests.building import every_row, new_units
from tests.services.book_office import Books

SHEET = """Balance au 31/12/2025;;;
Compte;Libellé;Débit;Crédit
512000;Banque;1 500,00;
1068;Réserves;;1 000,00
401;Fournisseurs;;200,00
606300;Terreau;700,00;
756;Adhésions;;1 000,00
Total;;2 200,00;2 200,00
"""


@pytest.fixture
def books(tmp_path):
    with new_units(tmp_path / "books.coopdesk") as units:
        books = Books(units)
        books.openings = OpeningBalanceService(units)
        books.folder = tmp_path
        yield books


def written(books, text, name="balance.csv"):
    path = books.folder / name
    path.write_text(text, encoding="utf-8")
    return path


def year_of(books):
    return books.years.current()


def told(preview):
    return [(one.line, one.code) for one in preview.errors]


def test_balances_become_the_draft_that_opens_the_year(books):
    path, year = written(books, SHEET), year_of(books)
    preview = books.openings.preview(year, path)
    assert preview.errors == ()
    assert preview.result.cents == 300_00
    made = books.openings.apply(year, path).value
    assert made.content.kind is EntryKind.OPENING
    assert (made.content.journal, made.content.entry_on) == ("AN", dt.date(2026, 1, 1))
    sides = [(x.account, x.signed.cents) for x in made.content.lines]
    assert sides == [("1068", -1000_00), ("120", -300_00), ("401", -200_00), ("5121", 1500_00)]
    assert books.is_whole()


def test_another_sheet_takes_the_place_of_the_draft(books):
    books.openings.apply(year_of(books), written(books, SHEET))
    before = every_row(books.units)
    books.openings.apply(year_of(books), written(books, SHEET))
    assert every_row(books.units)["entry"] == before["entry"]
    text = "Compte;Solde\n5121;10,00\n1068;10,00-\n"
    made = books.openings.apply(year_of(books), written(books, text)).value
    assert [x.signed.cents for x in made.content.lines] == [-10_00, 10_00]
    books.entries.validate()
    preview = books.openings.preview(year_of(books), written(books, SHEET))
    assert told(preview) == [(0, "openings.known")]
    books.entries.reverse(made.id, dt.date(2026, 2, 1))
    assert books.openings.apply(year_of(books), written(books, SHEET)).value.id != made.id


def test_sheet_that_does_not_balance_or_cannot_be_read_is_refused(books):
    text = "Compte;Débit;Crédit\n5121;12,00;\n1068;;11,00\n;3,00;\n864;1,00;\n512;deux;\n"
    path = written(books, text)
    preview = books.openings.preview(year_of(books), path)
    assert told(preview) == [
        (0, "openings.unbalanced"),
        (4, "openings.row_without_account"),
        (6, "amount.unreadable"),
    ]
    before = every_row(books.units)
    with pytest.raises(RuleError) as caught:
        books.openings.apply(year_of(books), path)
    assert caught.value.code == "openings.sheet_wrong"
    assert every_row(books.units) == before
    with pytest.raises(RuleError) as caught:
        books.openings.preview(year_of(books), written(books, "Nom;Solde\nZoe;1\n"))
    assert caught.value.code == "openings.no_account_column"


def test_workbook_with_balances_beside_movements_gives_what_remains(books):
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["Compte", "Intitulé", "Débit", "Crédit", "Solde débiteur", "Solde créditeur"])
    sheet.append(["5121", "Banque", 900, 100, 800, None])
    sheet.append(["110", "Report", None, 800, None, 800])
    path = books.folder / "balance.xlsx"
    workbook.save(path)
    preview = books.openings.preview(year_of(books), path)
    assert [x.signed.cents for x in preview.entry.lines] == [-800_00, 800_00]


def test_year_after_one_in_the_books_is_opened_by_closing_that(books):
    books.record()
    following = books.years.open_next().value
    preview = books.openings.preview(following, written(books, SHEET))
    assert told(preview) == [(0, "openings.year_before")]
