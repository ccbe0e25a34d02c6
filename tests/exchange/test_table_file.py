"""Wrong files get one clear reason, and nothing but our own errors comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coopdesk.exchange
from coopdesk.domain.errors import CoopDeskError, RuleError
from coopdesk.exchange.helloasso import read_file
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.wording.errors import error_text
from coopdesk.wording.general_errors import GENERAL_ERROR_TEXTS
from coopdesk.wording.import_errors import IMPORT_ERROR_TEXTS, IMPORT_REASON_TEXTS
from tests.exchange.workbooks import xlsx, zipped

HTML = b"<!DOCTYPE html><html><body>Connexion</body></html>"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("export.csv", HTML, "file.is_html"),
        ("export.xlsx", HTML, "file.is_html"),
        ("export.csv", b"", "file.empty"),
        ("export.csv", b";;;\n;;;\n", "file.empty"),
        ("export.csv", b"%PDF-1.7\n", "file.is_pdf"),
        ("export.xlsx", zipped({"lisez-moi.txt": "x"}), "file.is_archive"),
        ("export.xlsx", xlsx()[:-100], "file.damaged_workbook"),
        ("export.xlsx", xlsx(), "file.empty"),
        ("export.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file.is_old_excel"),
        ("export.csv", b"une note\nsans rien d'autre\n", "file.unknown_format"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RuleError) as caught:
        read_file(path)
    assert caught.value.code == code
    assert error_text(caught.value) not in {"", code}


def test_headers_of_an_unknown_file_are_shown_in_part(write_table):
    path = write_table([[f"colonne {number} " + "x" * 60 for number in range(30)]])
    with pytest.raises(RuleError, match=r"^file\.unknown_format$") as caught:
        read_file(path)
    headers = caught.value.values["headers"]
    assert headers.startswith("colonne 0 xxx")
    assert headers.endswith(", …")
    assert len(headers) < 600


def test_a_header_below_sixteen_lines_is_not_looked_for(fixture_rows, write_table):
    rows = [[f"ligne {i}"] for i in range(16)] + fixture_rows("helloasso_payments_17.csv")
    with pytest.raises(RuleError, match=r"^file\.unknown_format$"):
        read_file(write_table(rows))


def test_more_rows_than_an_office_has_are_refused(fixture_rows, write_table):
    header, first, *_rest = fixture_rows("helloasso_payments_17.csv")
    path = write_table([header, *[first] * (MAXIMUM_ROWS + 1)])
    with pytest.raises(RuleError, match=r"^file\.too_many_rows$"):
        read_file(path)


def test_lines_without_any_text_are_left_out(fixture_rows, write_table):
    rows = fixture_rows("helloasso_payments_17.csv")
    read = read_file(write_table([rows[0], [""] * 17, rows[1], [" "] * 17, rows[2]]))
    assert [row.line for row in read.rows] == [3, 5]
    assert read.line_count == 2


def test_broken_and_null_characters_are_warned_about(tmp_path, data):
    text = (data / "helloasso_payments_17.csv").read_text("utf-8")
    path = tmp_path / "export.csv"
    path.write_text(text.replace("Lefèvre", "Lef\ufffdvre\0"), "utf-8")
    read = read_file(path)
    assert read.rows[0].payer.last_name == "Lef\ufffdvre"
    assert [(p.code, p.values) for p in read.warnings] == [
        ("file.broken_characters", {"count": 1}),
        ("file.null_characters", {"count": 1}),
        ("column.receipt_missing", {}),
    ]


def test_an_old_encoding_proved_by_the_header_is_warned_about(fixture_rows, write_table):
    read = read_file(write_table(fixture_rows("helloasso_payments_17.csv"), encoding="cp850"))
    assert read.rows[0].payer.last_name == "Lefèvre"
    assert [(p.code, p.values) for p in read.warnings] == [
        ("file.unusual_encoding", {"encoding": "cp850"}),
        ("column.receipt_missing", {}),
    ]


@pytest.mark.parametrize("length", [40_000, 130_000])
def test_an_endless_cell_refuses_its_row_only(write_payments, length):
    read = read_file(write_payments({"Commentaire": "x" * length}, {"Commentaire": "court"}))
    assert [row.comment for row in read.rows] == ["court"]
    assert {(p.line, p.code, p.column) for p in read.problems} == {
        (2, "text.too_long", "Commentaire")
    }


def test_each_code_that_readers_raise_has_a_sentence():
    folder = Path(coopdesk.exchange.__file__).parent
    code = re.compile(r'"((?:file|row|date|column|country|text|amount)\.[a-z_]+)"')
    raised = {
        found for path in folder.glob("*.py") for found in code.findall(path.read_text("utf-8"))
    }
    assert len(raised) > 30
    internal = {"date.resaved"}
    assert raised - internal <= set(IMPORT_ERROR_TEXTS) | set(GENERAL_ERROR_TEXTS)


def test_each_reason_to_refuse_or_doubt_a_row_has_a_sentence():
    folder = Path(coopdesk.exchange.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    refused = set(re.findall(r'"((?:row|date|amount|text)\.[a-z_]+)"', sources))
    doubts = set(re.findall(r'"([a-z]+_[a-z_]+)"', sources)) & {
        "unknown_mode",
        "unknown_campaign_type",
        "parts_do_not_add_up",
        "negative_amount",
        "receipt_by_helloasso",
    }
    assert len(doubts) == 5
    assert refused - {"date.resaved", "text.invisible_removed"} <= set(IMPORT_REASON_TEXTS)
    assert doubts <= set(IMPORT_REASON_TEXTS)


marks = st.sampled_from([b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe", b"%PDF-", b"<html"])
cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def read_quietly(path, content):
    """Read a file; None when it is refused, as it may be with our own errors only."""
    path.write_bytes(content)
    try:
        return read_file(path)
    except CoopDeskError as error:
        sentence = error_text(error)
    assert " " in sentence
    return None


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mark=marks, content=st.binary(max_size=2_000))
def test_any_bytes_are_read_or_refused(tmp_path, mark, content):
    read_quietly(tmp_path / "export.csv", mark + content)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(
        [
            "helloasso_payments_31.csv",
            "helloasso_event_named.csv",
            "helloasso_membership_2019.csv",
        ]
    ),
    changes=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 40), cells), max_size=12),
    encoding=st.sampled_from(["utf-8", "utf-16"]),
)
def test_any_cells_are_read_or_refused_with_their_line(
    tmp_path, fixture_rows, write_table, name, changes, encoding
):
    rows = fixture_rows(name)
    for row, column, text in changes:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    read = read_quietly(tmp_path / "x.csv", write_table(rows, encoding=encoding).read_bytes())
    if read is not None:
        refused = {problem.line for problem in read.problems}
        assert len(read.rows) + len(refused) == read.line_count
        assert refused.isdisjoint(row.line for row in read.rows)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 4_000), junk=st.binary(min_size=1, max_size=20))
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path, write_workbook, fixture_rows, at, junk
):
    path = tmp_path / "export.xlsx"
    if not path.exists():
        write_workbook(fixture_rows("helloasso_payments_31.csv"))
    whole = path.read_bytes()
    damaged = whole[:at] + junk + whole[at + len(junk) :]
    read_quietly(tmp_path / "damaged.xlsx", damaged)
