"""Real layouts of banks' tables, when the samples stand beside the project."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money
from coopdesk.exchange.statement_files import read_statements

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
TABLES = SAMPLES / "bank-csv"

pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason="no samples beside the project")


def _read(pattern, folder=TABLES):
    """The sample of a layout; some stand only where their licence lets them be kept."""
    found = sorted(folder.glob(pattern))
    if not found:
        pytest.skip(f"the sample {pattern} is not here")
    read = read_statements(found[0])
    assert read.problems == ()
    return read


def _lines(read):
    return [line for statement in read.statements for line in statement.lines]


def _cents(read):
    return [line.amount.cents for line in _lines(read)]


def test_the_eleven_operations_of_credit_mutuel_keep_their_accents():
    read = _read("afup_cmut_extra_columns*")
    lines = _lines(read)
    assert (read.file_format, len(lines), read.warnings) == (FileFormat.CREDIT_MUTUEL, 11, ())
    assert (lines[0].booked_on, lines[0].amount) == (dt.date(2025, 12, 8), Money(35_200))
    assert not any("\ufffd" in line.label or "Ã" in line.label for line in lines)


def test_the_broken_table_of_credit_mutuel_comes_in_with_a_warning():
    read = _read("afup_cmut.csv")
    assert (read.file_format, _cents(read)) == (
        FileFormat.CREDIT_MUTUEL,
        [-479, 6_403, -459_200],
    )
    assert [one.code for one in read.warnings] == ["file.broken_characters"]
    # Rows were taken out of it: what its balances say does not follow.
    assert read.statements[0].difference == Money(-25_296)


def test_the_table_of_credit_mutuel_of_2019_writes_debits_below_zero():
    read = _read("afup_test_credit_mutuel.csv")
    assert (_cents(read), read.statements[0].closing) == ([-6_973, -988], Money(2_313_632))
    assert {line.nature for line in _lines(read)} == {LineNature.CARD}


def test_the_table_of_cic_says_day_of_operation():
    read = _read("fr_cic_2013_6col.csv")
    assert (_cents(read), read.file_format) == ([15_220, -12_050], FileFormat.CREDIT_MUTUEL)


def test_the_older_savings_bank_table_names_account_and_balances():
    read = _read("afup_ce.csv")
    (statement,) = read.statements
    assert (read.file_format, _cents(read)) == (FileFormat.CAISSE_EPARGNE, [-39, 3_000, -7_601])
    assert (statement.opening, statement.closing) == (Money(3_991_624), Money(3_212_723))
    assert statement.identity[:2] == ("17515", "90000")
    # An excerpt: three rows do not explain the two balances.
    assert statement.difference == Money(-774_261)


def test_the_thirteen_columns_of_bpce_give_both_signs():
    read = _read("fr_bpce*")
    assert (read.file_format, _cents(read)) == (FileFormat.BPCE, [-23_000, 11_500, -5, -999])


def test_the_older_table_of_credit_cooperatif_is_read_by_its_side():
    read = _read("fr_credit_cooperatif_2013_21col.csv")
    assert read.file_format is FileFormat.CREDIT_COOPERATIF
    assert any(cents < 0 for cents in _cents(read))


def test_la_banque_postale_tells_balance_and_account():
    read = _read("fr_la_banque_postale_2020*")
    (statement,) = read.statements
    assert (read.file_format, _cents(read)) == (FileFormat.BANQUE_POSTALE, [-68_000, 85_000])
    assert (statement.closing, statement.closing_on) == (Money(88_761), dt.date(2020, 9, 8))
    assert statement.identity.number == "0123456X033"


def test_la_banque_postale_with_tabs_is_the_same_with_semicolons(tmp_path):
    found = sorted(TABLES.glob("fr_la_banque_postale*"))
    assert found
    for path in found:
        given = path.read_bytes()
        other = (b"\t", b";") if b"\t" in given else (b";", b"\t")
        twin = tmp_path / "twin.csv"
        twin.write_bytes(given.replace(*other))
        one, same = read_statements(path), read_statements(twin)
        assert _lines(one)
        assert [x.amount for x in _lines(one)] == [x.amount for x in _lines(same)]
        assert [(x.booked_on, x.label) for x in _lines(one)] == [
            (x.booked_on, x.label) for x in _lines(same)
        ]
        assert [(x.closing, x.identity) for x in one.statements] == [
            (x.closing, x.identity) for x in same.statements
        ]


def test_the_workbook_of_credit_mutuel_ends_at_its_balance():
    read = _read("credit_mutuel*", SAMPLES / "xlsx")
    (statement,) = read.statements
    assert (_cents(read), statement.closing) == ([12_000, -958], Money(134_498))
    assert statement.identity[0] == "10278"


def test_tables_of_somebody_else_s_books_are_asked_about():
    for name in ("afup_admin_journal_export.csv", "afup_admin_journal_export_reconciled.csv"):
        read = _read(name)
        assert (read.file_format, read.asks_columns) == (FileFormat.BANK_TABLE, True)
