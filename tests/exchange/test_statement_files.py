"""The one door of bank files: formats told by their content, archives of statements."""

from __future__ import annotations

import io
import zipfile

import pytest

from coopdesk.domain.bank_statements import DayOrder, LineNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.statement_cells import statement_amount
from coopdesk.exchange.statement_files import format_of, holds_statements, read_statements
from coopdesk.exchange.statement_natures import nature_of
from coopdesk.exchange.statement_text import plain_value
from tests.exchange.statement_building import codes, content, told
from tests.exchange.test_camt import camt, entry, statement
from tests.exchange.test_cfonb import STATEMENT
from tests.exchange.test_ofx import ofx
from tests.exchange.test_qif import qif

OFX = ofx(
    "\n<DTPOSTED>20260105<TRNAMT>-1.00<NAME>UN\n", "\n<DTPOSTED>20260106<TRNAMT>-2<NAME>DEUX"
)
TEXTS = {
    FileFormat.OFX: OFX,
    FileFormat.QIF: qif("D05/04/26 / T1.00 / PA"),
    FileFormat.CFONB: "".join(STATEMENT),
    FileFormat.CAMT: camt(statement(entry("1.00"))),
}


def written(tmp_path, text, name="fichier.bin"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def archive(members, packing=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize("file_format", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_format_is_told_by_its_content_in_any_encoding(tmp_path, file_format, encoding):
    data = TEXTS[file_format].encode(encoding)
    path = written(tmp_path, data, "export.csv")
    assert format_of(content(data)) is file_format
    assert holds_statements(path)
    read = read_statements(path)
    assert (read.file_format, read.problems, bool(told(read))) == (file_format, (), True)


def test_decisions_reach_the_reader(tmp_path):
    path = written(tmp_path, TEXTS[FileFormat.QIF])
    assert read_statements(path).day_samples == ("05/04/26",)
    decided = ImportDecisions(
        rows={2: RowDecision(cells={"P": "CORRIGE"})}, day_order=DayOrder.MONTH_FIRST
    )
    assert told(read_statements(path, decided)) == [("2026-05-04", 100, "CORRIGE")]


def test_the_statements_of_an_archive_stand_as_if_in_one_file(tmp_path):
    days = [camt(statement(entry(f"{number}.00"), entry("9.00"))) for number in (1, 2)]
    data = archive(
        {
            "../../b/02.xml": days[1],
            "a/01.xml": days[0],
            "__MACOSX/._01.xml": "x",
            "LISEZMOI.txt": "Bonjour",
        }
    )
    assert format_of(content(data)) is FileFormat.CAMT
    path = written(tmp_path, data)
    read = read_statements(path, ImportDecisions(rows={3: RowDecision(cells={"Amt": "7"})}))
    # The names only order them: « ../../b » comes before « a ».
    assert [cents for _day, cents, _label in told(read)] == [-200, -900, -700, -900]
    assert [one.line for found in read.statements for one in found.lines] == [1, 2, 3, 4]
    assert codes(read.warnings) == [(0, "statement.file_left_out")]
    assert sorted(tmp_path.iterdir()) == [path]


def test_statements_that_are_stored_unpacked_are_read_through_their_archive(tmp_path):
    data = archive({"a.ofx": OFX, "b.txt": "Bonjour"}, zipfile.ZIP_STORED)
    read = read_statements(written(tmp_path, data))
    assert told(read) == told(read_statements(written(tmp_path, OFX)))
    assert codes(read.warnings) == [(0, "statement.file_left_out")]


def test_problems_in_an_archive_are_named_by_lines_of_their_own(tmp_path):
    bad = ofx(
        "\n<DTPOSTED>20260231<TRNAMT>-1.00<NAME>X\n", "\n<DTPOSTED>20260105<TRNAMT>0<NAME>Y"
    )
    read = read_statements(written(tmp_path, archive({"1.ofx": bad, "2.ofx": bad})))
    assert codes(read.problems) == [(7, "date.impossible"), (16, "date.impossible")]
    assert set(read.refused) == {7, 16}
    assert codes(read.warnings) == [
        (9, "statement.nothing_moved"),
        (18, "statement.nothing_moved"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (archive({"a.ofx": OFX, "b.qif": TEXTS[FileFormat.QIF]}), "statement.several_formats"),
        (archive({"a.ofx": OFX})[:-30], "file.damaged_workbook"),
        (archive({"a.ofx": OFX, "b.txt": "0" * 20_000_000}), "file.inflates"),
        (archive({"a.txt": "rien"}), "file.is_archive"),
        (archive({"a.ofx": OFX, "content.xml": "<a/>"}), None),
    ],
    ids=["mixed", "cut", "bomb", "nothing", "document"],
)
def test_an_archive_that_is_no_statement_is_refused(tmp_path, data, code):
    with pytest.raises(RuleError) as refused:
        read_statements(written(tmp_path, data))
    assert code is None or refused.value.code == code


@pytest.mark.parametrize(
    ("label", "nature"),
    [
        ("PRLV SEPA FREE MOBILE", LineNature.DIRECT_DEBIT),
        ("VIR INST Mme Martin", LineNature.TRANSFER),
        ("REM CHQ REF10001A", LineNature.DEPOSIT),
        ("REMCB 0012345", LineNature.DEPOSIT),
        ("COMCB 0012345", LineNature.FEE),
        ("VRST REF 12", LineNature.CASH),
        ("CHÈQUE 1234567", LineNature.CHEQUE),
        ("CASA GRENOBLE 1 CARTE 00000000 PAIEMENT", LineNature.CARD),
        ("INTÉRÊTS 2025", LineNature.INTEREST),
        ("FRAISES ET LEGUMES", None),
    ],
)
def test_the_words_of_banks_tell_the_kind_of_an_operation(label, nature):
    assert nature_of(label) is nature


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("-8,85", -885),
        ("1 234,56 €", 123_456),
        ("1\u202f234,56", 123_456),
        ("1.300,00", 130_000),
        ("1,300.00", 130_000),
        ("12.50-", -1_250),
        ("+.5", 50),
        ("1'234.50", 123_450),
    ],
)
def test_amounts_are_read_as_banks_write_them(text, cents):
    assert statement_amount(text).cents == cents


@pytest.mark.parametrize(
    "text", ["1,000", "=1+1", "NaN", "1e5", "١٢", "--5", "12.345", "$12", "1,2,3", "9" * 40]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(RuleError, match=r"^amount\."):
        statement_amount(text)


def test_written_characters_are_resolved_and_no_other_ampersand():
    assert plain_value("&#233;&#xE9;&amp;lt;&copy;R&D &#55296;&#1114112;") == "éé&lt;&copy;R&D "
