"""The board's workbook of real books: what it says is what the program says."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.board_accounts import BoardLine
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.entries import EntryKind
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.domain.volunteering import ContributionKind, NewContribution, NewTime
from coopdesk.services.activities import ActivityService
from coopdesk.services.contacts import ContactService
from coopdesk.services.dedicated_funds import DedicatedFundService
from coopdesk.services.donations import DonationService
from coopdesk.services.kept_lines import KeptLines
from coopdesk.services.reports import ReportService
from coopdesk.services.volunteering import VolunteeringService
from coopdesk.services.workbooks import WorkbookService
from tests.building import gift, new_units, person, today
from tests.services.book_office import Books, credit, debit, entry


@pytest.fixture
def books(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Books(units)


@pytest.fixture
def year(books):
    """A year with an opening, gifts of an activity, a transfer, an expense; one is a draft."""
    party = ActivityService(books.units, today).add(NewActivity("=Fête")).value.id
    first = dt.date(2026, 1, 1)
    opening = (debit("5121", 50_000), credit("110", 50_000))
    books.record(
        entry(
            day=first, journal="AN", lines=opening, kind=EntryKind.OPENING, label="À-nouveaux"
        )
    )
    given = (debit("5121", 3_000), credit("75411", 3_000, activity_id=party))
    books.validated(entry(day=first + dt.timedelta(40), lines=given))
    books.record(entry(1_200, first + dt.timedelta(50), to="531", of="5121", label="Retrait"))
    books.record(entry(700, first + dt.timedelta(60), to="6064", of="531", label="=1+1"))
    return books.years.current()


def write(books, year, tmp_path):
    return WorkbookService(books.units, today).write_board(year, tmp_path / "board.xlsx")


def values(path):
    book = load_workbook(path, data_only=True)
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    }


def test_figures_are_those_of_the_reports(books, year, tmp_path):
    shown = values(write(books, year, tmp_path))
    scope = ReportScope(year.id)
    reports = ReportService(books.units, today)
    for name, kind, column in (
        ("Compte de résultat", StatementKind.RESULT, 2),
        ("Bilan", StatementKind.BALANCE_SHEET, 4),
    ):
        found = {row[0]: row for row in shown[name]}
        for line in reports.statement(kind, scope).lines:
            if line.amount is not None:
                assert round(found[line.code][column] * 100) == line.amount.cents, line.code
    months = [row for row in shown["Trésorerie"] if isinstance(row[0], dt.datetime)]
    for row, month in zip(months, reports.treasury(scope).months, strict=False):
        assert [round(x * 100) for x in row[1:5]] == [
            month.opening.cents,
            month.money_in.cents,
            month.money_out.cents,
            month.closing.cents,
        ]


def test_every_line_is_in_the_journal_with_its_activity_and_state(books, year, tmp_path):
    rows = values(write(books, year, tmp_path))["Journal"][4:]
    lines = [row for row in rows if isinstance(row[0], dt.datetime)]
    assert len(lines) == 8
    assert [row[12] for row in lines] == ["AN", "AN", *[None] * 6]
    assert [row[11] for row in lines if row[4] == "75411"] == ["=Fête"]
    assert [row[2] for row in lines if row[4] == "75411"] == [1]
    assert {row[2] for row in lines if row[4] == "531"} == {"brouillon"}


def test_checks_are_right(books, year, tmp_path):
    rows = values(write(books, year, tmp_path))["Sommaire"]
    verdicts = {row[0]: row[4] for row in rows if row[4] in {"juste", "à regarder"}}
    wrong = {title for title, verdict in verdicts.items() if verdict != "juste"}
    assert wrong == {
        "Aucune ligne du journal n’est encore au brouillon",
        "Dons selon les listes = dans les comptes (754, 755)",
    }


def test_without_a_budget_every_account_still_counts_for_itself(books, year, tmp_path):
    shown = values(write(books, year, tmp_path))
    balance = {row[0]: row for row in shown["Balance"]}
    assert [balance[number][13] for number in ("75411", "6064", "5121")] == [
        "75411",
        "6064",
        None,
    ]
    assert [row[2:4] for row in shown["Budget réalisé"] if row[0] == "75411"] == [[0, 30]]


def test_gifts_and_funds_stand_beside_the_books(books, year, tmp_path):
    donor = ContactService(books.units, today).add(person()).value.id
    DonationService(books.units, today).record(gift(donor, 3_000, dt.date(2026, 2, 10)))
    new = NewFund("Jardin", FundKind.GRANT, dt.date(2026, 3, 1), Money(9_900))
    DedicatedFundService(books.units, today).add(new, Money(9_900))
    shown = values(write(books, year, tmp_path))
    sums = [row for row in shown["Dons et adhésions"] if row[0] == "Total\xa0: Dons"]
    assert sums[0][1:3] == [1, 30]
    assert [row[6] for row in shown["Subventions"] if row[0] == "Jardin"] == [99]


def test_sheets_are_written_as_csv_too(books, year, tmp_path):
    service = WorkbookService(books.units, today)
    paths = service.write_board_csv(year, tmp_path / "csv")
    assert [path.name for path in paths] == [
        "compte-de-resultat.csv",
        "bilan.csv",
        "contributions-volontaires.csv",
        "budget.csv",
        "balance.csv",
        "journal.csv",
        "grand-livre.csv",
    ]
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)
    text = paths[5].read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert len(rows) == 9
    assert ["'=1+1" in row for row in rows].count(True) == 2
    assert rows[3][-2:] == ["30,00", "0,00"]
    ledger = list(
        csv.reader(paths[6].read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    )
    assert [row[-1] for row in ledger if row[4] == "5121"] == ["500,00", "530,00", "518,00"]


def test_a_year_before_the_first_entry_gives_an_empty_workbook(books, tmp_path):
    year = books.years.current()
    assert year.id == 0
    assert "Bilan" in values(write(books, year, tmp_path))


def test_the_money_of_a_gift_says_who_gave_it(books, year, tmp_path):
    donor = ContactService(books.units, today).add(person()).value.id
    given = (debit("5121", 7_700), credit("75411", 7_700, contact_id=donor))
    books.record(entry(day=dt.date(2026, 5, 5), lines=given))
    rows = values(write(books, year, tmp_path))["Journal"]
    both = [row for row in rows if row[0] == dt.datetime(2026, 5, 5)]
    assert [row[4] for row in both] == ["5121", "75411"]
    name = both[1][6]
    assert name
    assert both[0][6] == name
    reports, scope = ReportService(books.units, today), ReportScope(year.id)
    bank = reports.ledger("5121", scope)
    (found,) = reports.ledger_matches(bank, scope, name)
    assert reports.ledger_lines(bank, [found])[0].contact_name == name


def test_lines_come_one_by_one(books, year):
    with books.units.read() as work:
        lines = work.board.lines(year.id, [])
        assert isinstance(next(lines), BoardLine)
        assert len(list(lines)) == 7


def test_time_and_things_given_stand_with_their_activity(books, year, tmp_path):
    service = VolunteeringService(books.units, today)
    party = ActivityService(books.units, today).all()[0].id
    service.log(NewTime(dt.date(2026, 6, 1), 90, "Buvette", activity_id=party))
    given = NewContribution(
        ContributionKind.PREMISES, dt.date(2026, 6, 1), Money(5_000), "Salle"
    )
    service.record_contribution(given)
    rows = values(write(books, year, tmp_path))["Contributions volontaires"]
    assert ["Temps des bénévoles", "=Fête", 1.5] in [row[:3] for row in rows]
    assert ["Locaux et matériel prêtés", "Sans activité", None, 50] in [row[:4] for row in rows]


def test_lines_put_aside_come_back_as_they_were(books, year):
    with KeptLines() as kept, books.units.read() as work:
        lines = list(work.board.lines(year.id, []))
        kept.keep(lines)
        assert list(kept) == lines


def test_somebody_may_write_while_the_workbook_is_written(books, year, tmp_path):
    class Writing:
        def advance(self, _done, _all):
            books.record()

    path = tmp_path / "board.xlsx"
    WorkbookService(books.units, today).write_board(year, path, Writing())
    assert path.exists()


def test_notes_say_what_the_board_must_know_of_the_year(books, year, tmp_path):
    late = entry(1_500, year.starts_on, to="6064", of="471", label="Facture de décembre")
    real = year.starts_on - dt.timedelta(days=3)
    books.record(replace(late, voucher_on=real))
    rows = values(write(books, year, tmp_path))["Notes"]
    said = " | ".join(row[1] for row in rows if row[1]).replace("\N{NO-BREAK SPACE}", " ")
    assert "Facture de décembre : 15,00 €, du 29/12/2025, écrite au 01/01/2026" in said
    assert "471 Comptes d" in said
    assert "brouillon" in said
