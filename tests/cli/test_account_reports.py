"""What the books say, on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from tests.cli.conftest import LAST_YEAR


def entry(month: int, debit: str, credit: str, cents: int) -> NewEntry:
    """An entry of last year."""
    lines = (
        NewEntryLine(debit, debit=Money(cents)),
        NewEntryLine(credit, credit=Money(cents)),
    )
    return NewEntry("BQ", dt.date(LAST_YEAR, month, 5), "Règlement", lines)


@pytest.fixture
def books(line):
    """Fees came in, and rent was paid."""
    services = open_database(line.database, signature("", Origin.COMMAND_LINE))
    with services.reports._units.write("demo.built") as work:
        work.fiscal_years.add(dt.date(LAST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
        work.entries.add_many(
            [entry(2, "5121", "7561", 90_00), entry(3, "6132", "5121", 40_00)]
        )
        work.commit()
    services.database.close()
    return line


def test_balance_and_statements_tell_one_result(books):
    balance = books.json("accounts", "balance", "--year", LAST_YEAR)
    assert balance["result_cents"] == 50_00
    assert balance["is_balanced"] is True
    assert [row["number"] for row in balance["rows"]] == ["5121", "6132", "7561"]
    result = books.json("accounts", "statement", "result", "--year", LAST_YEAR)
    amounts = {row["code"]: row["amount_cents"] for row in result["lines"]}
    assert (amounts["P01"], amounts["C03"], amounts["R5"]) == (90_00, 40_00, 50_00)
    sheet = books.json("accounts", "statement", "balance-sheet", "--year", LAST_YEAR)
    amounts = {row["code"]: row["amount_cents"] for row in sheet["lines"]}
    assert amounts["A99"] == amounts["B99"] == 50_00


def test_ledger_runs_and_may_stop_early(books):
    whole = books.json("accounts", "ledger", "512", "--year", LAST_YEAR)
    assert [one["balance_cents"] for one in whole["lines"]] == [90_00, 50_00]
    first = books.json("accounts", "ledger", "5121", "--year", LAST_YEAR, "--limit", 1)
    assert (len(first["lines"]), first["count"], first["closing_cents"]) == (1, 2, 50_00)
    until = f"{LAST_YEAR}-02-28"
    early = books.json("accounts", "ledger", "5121", "--year", LAST_YEAR, "--until", until)
    assert early["closing_cents"] == 90_00
    assert books("accounts", "ledger", "9", "--year", LAST_YEAR).code == 1


def test_journal_and_treasury_list_what_moved(books):
    lines = books.json("accounts", "journal", "bq", "--year", LAST_YEAR)["lines"]
    assert [one["account"] for one in lines] == ["5121", "7561", "6132", "5121"]
    assert books.json("accounts", "journal", "AC", "--year", LAST_YEAR)["count"] == 0
    assert books("accounts", "journal", "ZZ", "--year", LAST_YEAR).code == 1
    assert books("accounts", "balance", "--activity", "999").code == 2
    early = books("accounts", "balance", "--until", "1990-01-01")
    assert "01/01/1990" in early.err
    assert early.code == 1
    treasury = books.json("accounts", "treasury", "--year", LAST_YEAR)
    assert [month["closing_cents"] for month in treasury["months"]][:3] == [0, 90_00, 50_00]


def test_reports_are_read_in_french(books):
    balance = books("accounts", "balance", "--year", LAST_YEAR).out
    assert "Résultat : 50,00 €" in balance.replace("\u00a0", " ").replace("\u202f", " ")
    statement = books("accounts", "statement", "result", "--year", LAST_YEAR).out
    assert "Cotisations" in statement
    for words in (("journal",), ("ledger", "5121"), ("treasury",)):
        assert books("accounts", *words, "--year", LAST_YEAR).code == 0


def test_before_the_first_entry_reports_are_empty(line, tmp_path):
    assert line.json("accounts", "balance")["rows"] == []
    assert line.json("accounts", "treasury")["closing_cents"] == 0
    sheet = line.json("accounts", "statement", "balance-sheet")
    assert {row["amount_cents"] for row in sheet["lines"]} == {None, 0}
    assert line("accounts", "statement", "profit").code == 2
    for kind in ("journal", "result", "funds", "ties"):
        assert line("accounts", "print", kind, "--to", tmp_path / f"{kind}.pdf").code == 0
    assert "Aucune écriture" in line("accounts", "check").err


def test_a_figure_names_the_accounts_behind_it(books):
    figure = books.json("accounts", "figure", "R5", "--year", LAST_YEAR)
    assert {one["number"]: one["amount_cents"] for one in figure["accounts"]} == {
        "6132": -40_00,
        "7561": 90_00,
    }
    assert figure["amount_cents"] == 50_00
    assert "7561" in books("accounts", "figure", "P01", "--year", LAST_YEAR).out
    assert books("accounts", "figure", "Z1", "--year", LAST_YEAR).code == 1


def test_ties_tell_what_stands_in_the_books_alone(books):
    found = books("accounts", "ties", "--year", LAST_YEAR, "--json")
    assert found.code == 4
    [tie] = found.document["ties"]
    assert (tie["account"], tie["by_hand_cents"], tie["difference_cents"]) == (
        "7561",
        90_00,
        -90_00,
    )
    assert "Écart" in books("accounts", "ties", "--year", LAST_YEAR).out


def test_activities_part_what_was_earned_and_spent(books):
    [rest] = books.json("accounts", "activities", "--year", LAST_YEAR)["activities"]
    assert (rest["activity_id"], rest["result_cents"]) == (None, 50_00)
    assert "Sans activité" in books("accounts", "activities", "--year", LAST_YEAR).out
