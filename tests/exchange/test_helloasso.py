"""HelloAsso files as people have them: shuffled, saved again, in another encoding or format."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import total
from coopdesk.exchange.helloasso import read_file

FIXTURES = {
    "helloasso_payments_31.csv": (FileFormat.HELLOASSO_PAYMENTS, 11),
    "helloasso_payments_17.csv": (FileFormat.HELLOASSO_PAYMENTS, 2),
    "helloasso_event_named.csv": (FileFormat.HELLOASSO_EVENT, 4),
    "helloasso_event_nameless.csv": (FileFormat.HELLOASSO_EVENT, 5),
    "helloasso_membership.csv": (FileFormat.HELLOASSO_MEMBERSHIP, 2),
    "helloasso_membership_2019.csv": (FileFormat.HELLOASSO_MEMBERSHIP, 2),
}


def content(row):
    """Everything a row says, whatever the order of the columns and the line it stands on."""
    fields = {name: getattr(row, name) for name in row.__slots__ if name not in {"raw", "line"}}
    if "answers" in fields:
        fields["answers"] = dict(sorted(fields["answers"].items()))
    return fields


def contents(path):
    return [content(row) for row in read_file(path).rows]


@pytest.mark.parametrize("name", FIXTURES)
def test_each_export_is_recognised_by_its_header(data, name):
    read = read_file(data / name)
    assert (read.file_format, len(read.rows)) == FIXTURES[name]
    assert read.problems == ()
    told = ["column.receipt_missing"] if name == "helloasso_payments_17.csv" else []
    assert [p.code for p in read.warnings] == told
    assert read.line_count == len(read.rows)


@pytest.mark.parametrize("name", FIXTURES)
def test_the_order_of_columns_does_not_matter(data, fixture_rows, write_table, name):
    rows = fixture_rows(name)
    order = list(range(len(rows[0])))
    random.Random(name).shuffle(order)
    shuffled = write_table([[row[i] for i in order] for row in rows])
    assert contents(shuffled) == contents(data / name)


@pytest.mark.parametrize("name", FIXTURES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_encodings_of_spreadsheet_programs_give_the_same_rows(
    data, fixture_rows, write_table, name, encoding
):
    path = write_table(fixture_rows(name), encoding=encoding)
    assert contents(path) == contents(data / name)


@pytest.mark.parametrize("name", FIXTURES)
@pytest.mark.parametrize("delimiter", [",", "\t", "|"])
def test_delimiters_of_spreadsheet_programs_give_the_same_rows(
    data, fixture_rows, write_table, name, delimiter
):
    path = write_table(fixture_rows(name), delimiter=delimiter)
    assert contents(path) == contents(data / name)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_workbook_with_the_same_texts_gives_the_same_rows(
    data, fixture_rows, write_workbook, name
):
    assert contents(write_workbook(fixture_rows(name))) == contents(data / name)


def test_a_workbook_named_csv_is_read_by_its_content(data, fixture_rows, write_workbook):
    path = write_workbook(fixture_rows("helloasso_payments_31.csv"), name="export.csv")
    assert contents(path) == contents(data / "helloasso_payments_31.csv")


def test_a_workbook_with_real_numbers_and_dates_gives_the_same_payments(data, write_workbook):
    header = (data / "helloasso_payments_17.csv").read_text("utf-8").splitlines()[0].split(";")
    ticket = [90010001, 80020001.0, 45, dt.datetime(2026, 4, 3, 18, 23, 13), "Payé", "Oui"]
    ticket += [dt.date(2026, 5, 15), "Lefèvre", "Élodie", "elodie.lefevre@example.org"]
    ticket += ["Fête de printemps", "Billetterie", 40.0, None, 5.0, None, "Carte bancaire"]
    fee = [90010002, 80020002, 10.0, dt.date(2026, 4, 4), "Hors Ligne", "Hors Ligne"]
    fee += [None, "Larue", "Maël", "mael.larue@example.org"]
    fee += ["Adhésion 2026", "Adhésion", 10, None, None, None, "Virement bancaire"]
    path = write_workbook([["Période", "avril 2026"], [], header, ticket, fee])
    assert contents(path) == contents(data / "helloasso_payments_17.csv")


def test_the_first_sheet_whose_header_fits_is_read(data, fixture_rows, write_workbook):
    rows = fixture_rows("helloasso_event_named.csv")
    path = write_workbook([["Lisez-moi"], ["rien ici"]], rows, [["Autre"]])
    read = read_file(path)
    assert read.file_format is FileFormat.HELLOASSO_EVENT
    assert [row.line for row in read.rows] == [2, 3, 4, 5]


def test_lines_above_the_header_are_passed_over(data, fixture_rows, write_table):
    rows = fixture_rows("helloasso_payments_31.csv")
    path = write_table(
        [["sep=;"], [], ["Export des paiements"], *[[f"ligne {i}"] for i in range(12)], *rows]
    )
    assert contents(path) == contents(data / "helloasso_payments_31.csv")


def test_a_header_with_odd_case_spaces_and_apostrophes_is_recognised(fixture_rows, write_table):
    rows = fixture_rows("helloasso_membership.csv")
    rows[0] = [f" {label.upper().replace(chr(39), '’')}\u00a0 " for label in rows[0]]
    assert len(read_file(write_table(rows)).rows) == 2


def test_an_unknown_column_of_payments_is_kept_raw_and_said(fixture_rows, write_table):
    rows = fixture_rows("helloasso_payments_31.csv")
    path = write_table(
        [[*row, extra] for row, extra in zip(rows, ["Bureau", *"abcdefghijk"], strict=True)]
    )
    read = read_file(path)
    assert [(p.code, p.column, p.line) for p in read.warnings] == [
        ("column.unknown", "Bureau", 1)
    ]
    assert [row.raw["Bureau"] for row in read.rows] == list("abcdefghijk")


@pytest.mark.parametrize("column", ["Versé", "Email payeur", "Campagne", "Montant des options"])
def test_an_optional_column_may_be_missing(fixture_rows, write_table, column):
    rows = fixture_rows("helloasso_payments_17.csv")
    at = rows[0].index(column)
    read = read_file(write_table([row[:at] + row[at + 1 :] for row in rows]))
    assert [row.amount.cents for row in read.rows] == [4500, 1000]
    assert [p.code for p in read.warnings] == ["column.receipt_missing"]


def test_a_missing_column_of_gifts_is_said(fixture_rows, write_table):
    rows = fixture_rows("helloasso_payments_17.csv")
    at = rows[0].index("Don supplémentaire")
    read = read_file(write_table([row[:at] + row[at + 1 :] for row in rows]))
    assert [p.code for p in read.warnings] == ["column.gift_missing"]
    assert [row.doubt for row in read.rows] == ["parts_do_not_add_up", ""]


@pytest.mark.parametrize(
    ("name", "column", "file_format"),
    [
        ("helloasso_payments_17.csv", "Référence paiement", FileFormat.HELLOASSO_PAYMENTS),
        ("helloasso_payments_31.csv", "Montant total", FileFormat.HELLOASSO_PAYMENTS),
        ("helloasso_payments_31.csv", "Statut du paiement", FileFormat.HELLOASSO_PAYMENTS),
        ("helloasso_event_named.csv", "Référence commande", FileFormat.HELLOASSO_EVENT),
        ("helloasso_event_nameless.csv", "Montant tarif", FileFormat.HELLOASSO_EVENT),
        ("helloasso_membership.csv", "Nom adhérent", FileFormat.HELLOASSO_MEMBERSHIP),
        ("helloasso_membership_2019.csv", "Formule", FileFormat.HELLOASSO_MEMBERSHIP),
    ],
)
def test_a_missing_mandatory_column_is_named(
    fixture_rows, write_table, name, column, file_format
):
    rows = fixture_rows(name)
    at = rows[0].index(column)
    path = write_table([row[:at] + row[at + 1 :] for row in rows])
    with pytest.raises(RuleError) as caught:
        read_file(path)
    assert caught.value.code == "file.missing_column"
    assert caught.value.values["column"] == column
    assert caught.value.values["format"] is file_format


def test_a_file_of_something_else_is_refused_with_the_headers_seen(write_table):
    path = write_table([["Nom", "Prénom", "Téléphone"], ["Lefèvre", "Élodie", "0600000001"]])
    with pytest.raises(RuleError, match=r"^file\.unknown_format$") as caught:
        read_file(path)
    assert caught.value.values["headers"] == "Nom, Prénom, Téléphone"


def test_a_header_alone_is_an_export_without_rows(fixture_rows, write_table):
    read = read_file(write_table(fixture_rows("helloasso_payments_31.csv")[:1]))
    assert read.rows == ()
    assert [p.code for p in read.warnings] == ["file.no_rows"]


def test_the_same_bytes_have_the_same_digest_and_another_name_changes_nothing(data, tmp_path):
    copy = tmp_path / "renommé par quelqu’un.txt"
    copy.write_bytes((data / "helloasso_payments_31.csv").read_bytes())
    first, second = read_file(data / "helloasso_payments_31.csv"), read_file(copy)
    assert first.sha256 == second.sha256
    assert first.rows == second.rows
    assert second.name == copy.name


def test_a_wrong_cell_refuses_its_row_and_reading_goes_on(write_payments):
    read = read_file(
        write_payments(
            {"Montant total": "douze"},
            {"Date du paiement": "30/02/2026", "Référence paiement": ""},
            {"Montant total": "45,00"},
        )
    )
    assert [row.line for row in read.rows] == [4]
    assert [(p.line, p.column, p.code) for p in read.problems] == [
        (2, "Montant total", "amount.unreadable"),
        (3, "Référence paiement", "row.missing_value"),
        (3, "Date du paiement", "date.impossible"),
    ]
    assert read.problems[0].values == {"text": "douze"}
    assert read.line_count == 3


def test_a_delimiter_that_moves_the_cells_refuses_the_row(tmp_path, data):
    text = (data / "helloasso_payments_17.csv").read_text("utf-8")
    path = tmp_path / "export.csv"
    path.write_text(text.replace("Lefèvre;", "Lefè;vre;"), "utf-8", newline="")
    read = read_file(path)
    assert [row.line for row in read.rows] == [3]
    assert [(p.line, p.code) for p in read.problems] == [(2, "row.too_many_cells")]
    assert read.problems[0].values == {"count": 18, "expected": 17}


def test_a_delimiter_at_the_end_of_every_line_is_no_error(tmp_path, data):
    text = (data / "helloasso_payments_17.csv").read_text("utf-8")
    path = tmp_path / "export.csv"
    path.write_text(text.replace("\n", ";\n"), "utf-8", newline="")
    assert contents(path) == contents(data / "helloasso_payments_17.csv")


def test_a_row_cut_by_an_interrupted_download_is_refused(tmp_path, data):
    text = (data / "helloasso_payments_17.csv").read_bytes()
    path = tmp_path / "export.csv"
    path.write_bytes(text[: text.rindex(b";Virement") - 8])
    read = read_file(path)
    assert [row.line for row in read.rows] == [2]
    assert [(p.line, p.code) for p in read.problems] == [(3, "row.cut_short")]


def test_short_rows_of_a_whole_file_are_filled_up(tmp_path, write_payments):
    path = write_payments({"Commentaire": ""}, {"Commentaire": ""})
    trimmed = "\r\n".join(line.rstrip(";") for line in path.read_text("utf-8-sig").splitlines())
    path.write_text(trimmed + "\r\n", "utf-8", newline="")
    assert [row.comment for row in read_file(path).rows] == ["", ""]


@pytest.mark.parametrize("day", ["4/3/26 18:23", "04-03-26", "4/3/2026", "04.03.26", "4/3/26"])
def test_dates_rewritten_by_a_spreadsheet_refuse_the_file(write_payments, day):
    with pytest.raises(RuleError, match=r"^file\.resaved_dates$") as caught:
        read_file(write_payments({}, {"Date du paiement": day}))
    assert caught.value.values == {"line": 3, "column": "Date du paiement", "text": day}


@pytest.mark.parametrize("reference", ["1,53E+08", "1.53E+08", "8E+7"])
def test_references_shortened_by_a_spreadsheet_refuse_the_file(write_payments, reference):
    with pytest.raises(RuleError, match=r"^file\.resaved_numbers$") as caught:
        read_file(write_payments({"Référence paiement": reference}))
    assert caught.value.values["text"] == reference


def test_commas_and_quoted_amounts_of_a_resaved_file_are_read(data, fixture_rows, write_table):
    path = write_table(
        fixture_rows("helloasso_payments_31.csv"), delimiter=",", encoding="utf-8"
    )
    assert '"45,00"' in path.read_text("utf-8")
    read = read_file(path)
    assert total(row.amount for row in read.rows).cents == 144050
    assert contents(path) == contents(data / "helloasso_payments_31.csv")
