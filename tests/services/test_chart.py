"""The chart: the usual accounts, those of the catalogue, our own; journals."""

from __future__ import annotations

import pytest

from coopdesk.domain.chart import AccountKind, AccountStatus
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.journals import JournalKind
from tests.building import every_row, new_units, refused
from tests.services.book_office import Books, entry


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def books(units):
    return Books(units)


def test_catalogue_holds_every_account_once_with_its_source(books):
    numbers = [one.number for one in books.chart.catalogue()]
    assert (len(numbers), len(set(numbers))) == (649, 649)
    assert all(one.source for one in books.chart.catalogue())
    uncertain = [x for x in books.chart.catalogue() if x.status is AccountStatus.UNCERTAIN]
    assert uncertain
    assert not [one for one in uncertain if one.is_usual]


def test_sales_and_services_take_entries_from_the_first_day(books):
    usual = [one.number for one in books.chart.catalogue() if one.is_usual]
    chart = {one.number: one for one in books.chart.accounts()}
    assert len(usual) == 152
    assert chart.keys() - set(usual) == {"7061", "7071"}
    assert chart["7061"].is_postable
    assert books.entries.complete_account("vente")[0].number == "7071"


def test_account_of_the_catalogue_brings_those_above_it(books):
    made = books.chart.add("6231").value
    assert (made.label, made.status) == ("Annonces et insertions", AccountStatus.OPTIONAL)
    assert {"62", "623"} <= {account.number for account in books.chart.accounts()}
    assert not books.chart.get("623").is_postable


def test_own_account_takes_the_kind_of_the_one_above_it(books):
    made = books.chart.add("75411evt", "Dons des fêtes", "Depuis 2026").value
    assert (made.number, made.kind, made.status) == (
        "75411EVT",
        AccountKind.INCOME,
        AccountStatus.OWN,
    )
    assert books.chart.get("5121").is_postable
    assert not books.chart.get("75411").is_postable
    assert books.entries.record(entry(of="75411EVT")).value.content.lines[1].account == (
        "75411EVT"
    )


@pytest.mark.parametrize(
    ("number", "label", "code"),
    [
        ("", "x", "account.number_missing"),
        ("9A", "x", "account.number_wrong"),
        ("5é", "x", "account.number_wrong"),
        ("5" * 17, "x", "account.number_wrong"),
        ("5121", "x", "account.number_taken"),
        ("512A", " ", "account.label_missing"),
        ("8X", "x", "account.no_parent"),
    ],
)
def test_accounts_that_cannot_be_are_refused(books, number, label, code):
    assert refused(books.chart.add, number, label) == code


def test_adding_and_removing_accounts_is_undone(books, units):
    books.record()
    before = every_row(units)
    books.chart.add("6231")
    books.chart.add("512A", "Livret")
    books.chart.change("512A", label="Livret bleu", is_open=False)
    after = every_row(units)
    books.chart.remove("512A")
    assert books.chart.get("5121").is_postable
    books.operations.undo()
    assert every_row(units) == after
    for _step in range(3):
        books.operations.undo()
    assert every_row(units) == before


def test_account_in_use_is_closed_and_not_removed(books):
    books.record()
    assert refused(books.chart.remove, "5121") == "account.in_use"
    books.chart.change("5121", is_open=False)
    assert refused(books.entries.record, entry()) == "account.is_closed"
    with pytest.raises(NotFoundError):
        books.chart.remove("512Z")


def test_journal_keeps_an_account_of_money(books):
    books.chart.add("512A", "Livret")
    made = books.chart.add_journal("bq2", "Livret", JournalKind.BANK, "512A").value
    assert (made.code, made.account) == ("BQ2", "512A")
    add = books.chart.add_journal
    assert refused(add, "BQ2", "x", JournalKind.MISC) == "journal.code_taken"
    assert refused(add, "2B", "x", JournalKind.MISC) == "journal.code_wrong"
    assert refused(add, "B3", " ", JournalKind.MISC) == "journal.name_missing"
    assert refused(add, "B3", "x", JournalKind.BANK) == "journal.account_missing"
    assert refused(add, "B3", "x", JournalKind.BANK, "512Q") == "account.not_known"
    books.record(journal="BQ2")
    assert refused(books.chart.remove_journal, "BQ2") == "journal.in_use"
    assert books.chart.change_journal("BQ2", name="Épargne", is_open=False).value.name
    assert refused(books.entries.record, entry(journal="BQ2")) == "journal.is_closed"
    books.chart.remove_journal("VE")
    assert "VE" not in [journal.code for journal in books.chart.journals()]
