"""The workbook for the board on the command line."""

from __future__ import annotations

from openpyxl import load_workbook


def test_the_workbook_and_its_tables_are_written_where_they_were_asked(line):
    path, folder = line.folder / "comptes.xlsx", line.folder / "tables"
    written = line.json("accounts", "workbook", "--to", path, "--csv", folder)
    assert written["file"] == str(path)
    assert "Grand livre" in load_workbook(path).sheetnames
    assert len(written["csv"]) == len(list(folder.iterdir())) == 7


def test_a_year_that_is_not_there_is_said(line):
    words = ("--year", "1987", "--to", line.folder / "x.xlsx", "--json")
    refused = line("accounts", "workbook", *words)
    assert refused.code == 1
    assert refused.document["error"]["code"] == "year.unknown"
