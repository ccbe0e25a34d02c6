"""Cells of workbooks come as a French file would write them, without loss."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.exchange.workbook_rows import cell_text, workbook_sheets


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Nom ", "Nom "),
        (45.0, "45"),
        (45.5, "45.5"),
        (40.1 + 5.2, "45.3"),
        (-0.0, "0"),
        (152801622.0, "152801622"),
        (999999999999999.0, "999999999999999"),
        (1e15, "1e+15"),
        (float("nan"), "nan"),
        (7, "7"),
        (True, "VRAI"),
        (False, "FAUX"),
        (dt.datetime(2026, 4, 3, 18, 23), "03/04/2026 18:23"),
        (dt.datetime(2026, 4, 3, 18, 23, 13), "03/04/2026 18:23:13"),
        (dt.date(2026, 4, 3), "03/04/2026"),
        (dt.date(1, 1, 1), "01/01/0001"),
        (dt.time(9, 5), "09:05"),
        ("", ""),
    ],
)
def test_a_cell_becomes_text(cell, text):
    assert cell_text(cell) == text


def test_rows_have_the_numbers_that_the_sheet_shows(write_workbook):
    path = write_workbook([["a"], [], [None, 1.5]], [], [["=1+1", "x"]])
    first, empty, formula = workbook_sheets(path.read_bytes())
    assert first == [(1, ["a", ""]), (2, ["", ""]), (3, ["", "1.5"])]
    assert empty == []
    # A formula whose value was never worked out has nothing to show.
    assert formula == [(1, ["", "x"])]


def test_a_workbook_looked_into_again_is_the_same_and_another_one_takes_its_place(
    write_workbook,
):
    first = write_workbook([["a", 1]], [["b"]]).read_bytes()
    seen = [list(sheet) for sheet in workbook_sheets(first)]
    for sheet in workbook_sheets(first):
        sheet.clear()
    assert [list(sheet) for sheet in workbook_sheets(first)] == seen
    other = write_workbook([["c"]]).read_bytes()
    assert [list(sheet) for sheet in workbook_sheets(other)] == [[(1, ["c"])]]
    assert [list(sheet) for sheet in workbook_sheets(first)] == seen
