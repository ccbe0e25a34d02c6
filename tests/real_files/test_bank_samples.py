"""Real bank files, when the samples stand beside the project; figures of formats.md B13."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coopdesk.domain.bank_accounts import AccountIdentity
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import ImportDecisions
from coopdesk.domain.import_previews import AskKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import Money, total
from coopdesk.exchange.cfonb import read_cfonb
from coopdesk.exchange.file_content import FileContent, read_content
from coopdesk.exchange.qif import read_qif
from coopdesk.exchange.statement_files import holds_statements, read_statements
from tests.building import new_units
from tests.services.bank_office import Bank

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
FOLDERS = ("ofx", "qif", "cfonb", "camt053", "bank-csv")
# What banks send that is no statement, and says so.
REFUSED = {
    "oca_test-camt054": "statement.not_a_statement",
    "ofxparse_error_message.ofx": "statement.bank_error",
    "quiffen_test_nosymbol.qif": "statement.none",
}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


def _read(pattern):
    """The sample of a layout; some stand only where their licence lets them be kept."""
    found = sorted(SAMPLES.glob(pattern))
    if not found:
        pytest.skip(f"the sample {pattern} is not here")
    return read_statements(found[0])


def _one(pattern):
    read = _read(pattern)
    assert (read.problems, read.warnings) == ((), ())
    (statement,) = read.statements
    return statement


def _cents(statement):
    return [line.amount.cents for line in statement.lines]


def test_la_banque_postale_on_one_line_has_nine_operations_and_its_balance():
    statement = _one("ofx/fr_la_banque_postale*")
    assert (len(statement.lines), statement.closing) == (9, Money(1_660_358))
    assert statement.closing_on == dt.date(2011, 11, 3)
    assert statement.identity == AccountIdentity("20041", "01005", "0123456V026")
    assert statement.lines[4].label == "ACHAT CB AUCHAN ENGLOS 29.10.11"
    assert total(line.amount for line in statement.lines) == Money(259_591)


def test_credit_cooperatif_writes_commas_and_signs():
    statement = _one("ofx/fr_credit_cooperatif*")
    assert (_cents(statement), statement.closing) == ([-885, 4_000], Money(569_350))
    assert [line.label for line in statement.lines] == ["VIR SEPA DENISE EVE", "POLONIUM"]


def test_credit_mutuel_has_three_operations_and_the_balance_of_its_ledger():
    statement = _one("ofx/fr_credit_mutuel*")
    assert (_cents(statement), statement.closing) == ([-898, -2_605, -640], Money(105_156))


def test_a_file_without_header_has_two_operations_and_an_unknown_balance():
    statement = _one("ofx/kd2fw_test2.ofx")
    assert (_cents(statement), statement.closing) == ([500_000, 8_496], None)
    assert statement.identity.text == ""


def test_a_file_without_operation_has_its_balance():
    statement = _one("ofx/kd2fw_test3.ofx")
    assert (statement.lines, statement.closing) == ((), Money(274_305))


def test_dirty_operations_of_2013_are_all_read():
    statement = _one("ofx/lozeil*")
    assert (len(statement.lines), statement.closing) == (4, Money(39_568))
    assert sum(not line.bank_ref for line in statement.lines) == 1


def test_labels_of_card_payments_are_joined_from_two_places():
    statement = _one("ofx/kd2fw_test1.ofx")
    assert any(line.label.startswith("FACTURE CARTE ") for line in statement.lines)


def test_the_november_of_cic_is_no_eleventh_of_may():
    statement = _one("qif/fr_cic*")
    assert _cents(statement) == [50_000, -1_060, -2_400, -2_000]
    assert [line.booked_on.isoformat() for line in statement.lines] == [
        "2013-10-29",
        "2013-11-05",
        "2013-11-06",
        "2013-11-06",
    ]


def test_a_comma_of_qif_parts_thousands():
    assert _cents(_one("qif/kd2fw_test3.qif")) == [130_000, -26_800, -100, -100_000]
    assert _cents(_one("qif/kd2fw_test2.qif"))[-1] == -215_209


def test_american_days_and_parts_of_operations_are_read():
    assert _one("qif/oca_test_qif.qif").lines[1].booked_on == dt.date(2013, 8, 15)
    assert _cents(_one("qif/quiffen_test_split.qif")) == [-1_000]


def test_cfonb_ties_with_and_without_ends_of_lines_and_keeps_both_equal_operations():
    statement = _one("cfonb/cfonb_classic*")
    assert (statement.opening, statement.closing) == (Money(101_731_189), Money(103_158_579))
    assert (len(statement.lines), statement.moved) == (13, Money(1_427_390))
    assert statement.difference == Money(0)
    assert _cents(statement).count(-1_999) == 2
    whole = read_content(next(SAMPLES.glob("cfonb/cfonb_classic*"))).data
    plain = FileContent("plain", whole.replace(b"\r", b"").replace(b"\n", b""))
    assert read_cfonb(plain).statements == (statement,)


def test_the_batch_of_camt_is_parted_and_its_balances_do_not_tie():
    statement = _one("camt053/oca_test-camt053")
    assert _cents(statement) == [-75_425, -56_405, -10_000, 140_531]
    assert (statement.opening, statement.closing) == (Money(1_556_827), Money(1_512_112))
    assert (statement.moved, statement.difference) == (Money(-1_299), Money(-43_416))


def test_a_swiss_batch_is_parted_and_ties():
    read = _read("camt053/oca_test-camt053-txdtls")
    assert _cents(read.statements[0]) == [218_700, 129_600]
    assert read.statements[0].difference == Money(0)


def test_two_cents_are_missed_and_told():
    """The file of this case is not among those kept: its figures stand for it."""
    text = (
        "!Type:Bank\nD31/12/25\nT30,000.77\nPSolde initial\n^\nD13/01/26\nT1,069.32\nPVIR\n^\n"
    )
    (statement,) = read_qif(FileContent("releve", text.encode())).statements
    assert statement.opening + statement.moved == Money(3_107_011) - Money(2)


def _all():
    paths = (path for folder in FOLDERS for path in sorted((SAMPLES / folder).rglob("*")))
    return [path for path in paths if path.is_file() and "admin_journal" not in path.name]


def test_every_sample_is_known_for_a_statement_and_read_or_refused_for_what_it_is():
    for path in _all():
        assert holds_statements(path), path.name
        if path.name in REFUSED:
            with pytest.raises(RuleError) as refused:
                read_statements(path)
            assert refused.value.code == REFUSED[path.name]
        else:
            assert read_statements(path).statements, path.name


def test_every_sample_brought_in_twice_brings_nothing_the_second_time(tmp_path):
    with new_units(tmp_path / "books.coopdesk") as units:
        bank = Bank(units)
        account = bank.account()
        for path in _all():
            if path.name in REFUSED:
                continue
            asked = bank.imports.preview(path).asks
            told = ImportDecisions(
                bank_accounts={
                    one.key: account for one in asked if one.kind is AskKind.BANK_ACCOUNT
                }
            )
            bank.imports.apply(path, told)
            assert bank.imports.apply(path, told).value is None, path.name
            again = bank.imports.preview(path, told)
            assert again.count(RowVerdict.NEW) == 0, path.name
