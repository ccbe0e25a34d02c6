"""Sheets read back with openpyxl, and their computed values with calamine."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from decimal import Decimal
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from coopdesk.documents.workbook import (
    LONGEST_TEXT,
    Book,
    Column,
    Formula,
    Link,
    cell_text,
    reference,
)
from coopdesk.documents.workbook_packing import split_frame
from coopdesk.documents.workbook_styles import MONEY_FORMAT, Look, localised
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    Column("Day", 12, dt.date),
    Column("Who", 30),
    Column("Amount", 15, Money, totalled=True),
    Column("Count", 10, int),
)
DAY = dt.date(2026, 3, 12)

HOSTILE = [
    '<img src="/etc/passwd">',
    '=HYPERLINK("http://example.org")',
    "=1+1",
    "+33612345678",
    "-2+3",
    "@SUM(A1)",
    "#REF!",
    "Jean <b>Dupont & fils",
    "'=quoted",
    "  spaces  ",
    "two\nlines",
]


def _opened(content: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(content)).worksheets[0]


def _list(names: list[str]) -> bytes:
    book = Book("A list", "Les Amis")
    sheet = book.sheet("List", COLUMNS)
    sheet.head()
    for name in names:
        sheet.append((DAY, name, Money(1_234), 3))
    sheet.finish_list(1, 1 + len(names))
    return book.content()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_text_it_is(text: str) -> None:
    cell = _opened(_list([text]))["B2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1"])
def test_what_looks_like_a_formula_stays_text_when_edited(text: str) -> None:
    assert _opened(_list([text]))["B2"].quotePrefix
    assert not _opened(_list(["plain"]))["B2"].quotePrefix


def test_a_plain_text_after_a_quoted_one_is_plain_again() -> None:
    sheet = _opened(_list(["=1+1", "plain", "=2", "plain"]))
    assert [sheet[f"B{row}"].value for row in range(2, 6)] == ["=1+1", "plain", "=2", "plain"]
    assert [sheet[f"B{row}"].quotePrefix for row in range(2, 6)] == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Anna\x00\x0b\x1bMartin", "AnnaMartin"),
        ("\u202eevil\u200f", "evil"),
        ("lone\ud800\ufffe\uffff", "lone"),
        ("one\r\ntwo\tthree", "one\ntwo\tthree"),
        ("\x00", None),
    ],
)
def test_characters_that_no_cell_holds_are_taken_away(typed: str, kept: str | None) -> None:
    assert _opened(_list([typed]))["B2"].value == kept


def test_an_endless_text_is_cut_with_a_visible_mark() -> None:
    value = _opened(_list(["x" * 40_000]))["B2"].value
    assert isinstance(value, str)
    assert len(value) == LONGEST_TEXT
    assert value.endswith(" […]")
    assert cell_text("x" * LONGEST_TEXT) == "x" * LONGEST_TEXT


def test_amounts_and_days_are_real_numbers_and_dates() -> None:
    sheet = _opened(_list(["Anna"]))
    assert sheet["A2"].value == dt.datetime(2026, 3, 12)
    assert sheet["A2"].number_format == "dd/mm/yyyy"
    assert (sheet["C2"].value, sheet["C2"].number_format) == (12.34, localised(MONEY_FORMAT))
    assert sheet["D2"].value == 3


@pytest.mark.parametrize("cents", [0, 1, -1, 10, 999_999_999_99, -123_456_789_01])
def test_every_cent_arrives(cents: int) -> None:
    book = Book("", "")
    sheet = book.sheet("A", (Column("Amount", 12, Money),))
    sheet.append((Money(cents),))
    value = _opened(book.content())["A1"].value
    assert Decimal(str(value)) * 100 == cents


def test_a_list_is_frozen_filtered_banded_and_printed_on_a4() -> None:
    book = Book("A list", "Les Amis & Cie")
    made = book.sheet("List", COLUMNS, landscape=True)
    made.freeze(1)
    made.head()
    made.append((DAY, "Anna", Money(1), 1))
    made.finish_list(1, 2)
    sheet = _opened(book.content())
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.left.text == "Les Amis && Cie"
    assert sheet.oddFooter.right.text == "Page &P/&N"
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["A2:D2"]
    assert sheet.column_dimensions["B"].width == 30


def test_formulas_are_live_and_carry_their_result() -> None:
    book = Book("", "")
    sheet = book.sheet("A", COLUMNS)
    sheet.append((DAY, "Anna", Money(1_001), 2))
    sheet.append((DAY, "Paul", Money(2_002), 3))
    total = [
        "Total",
        None,
        Formula("SUM(C1:C2)", Money(3_003)),
        Formula('COUNTIF(D1:D2,">2")', 1),
    ]
    assert sheet.write(Look.TOTAL, total) == 3
    content = book.content()
    assert _opened(content)["C3"].value == "=SUM(C1:C2)"
    assert _opened(content)["D3"].value == '=COUNTIF(D1:D2,">2")'
    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert read[2][2:] == [30.03, 1.0]
    shown = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    assert (shown["C3"].value, shown["D3"].value) == (30.03, 1)


def test_a_workbook_given_up_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def give_up() -> None:
        with Book("", "") as book:
            sheet = book.sheet("A", COLUMNS)
            sheet.append((DAY, "Anna", Money(1), 1))
            sheet.write(Look.TOTAL, [Formula("1", 1)])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert list(tmp_path.iterdir()) == []


def test_a_link_opens_another_sheet() -> None:
    book = Book("", "")
    book.sheet("Summary", COLUMNS).write(Look.BODY, [None, Link("See", "L'été")])
    book.sheet("L'été", COLUMNS)
    cell = _opened(book.content())["B1"]
    assert cell.value == "See"
    assert cell.hyperlink is not None
    assert cell.hyperlink.location == "'L''été'!A1"
    assert cell.hyperlink.target is None
    assert reference("L'été", "A1") == "'L''été'!A1"


def test_the_file_says_what_it_is() -> None:
    book = Book("Accounts 2026", "Les Amis")
    book.sheet("A", COLUMNS)
    properties = load_workbook(io.BytesIO(book.content())).properties
    assert (properties.title, properties.creator) == ("Accounts 2026", "Les Amis")


def test_a_sheet_without_a_place_for_rows_is_a_fault() -> None:
    with pytest.raises(ValueError, match="rows"):
        split_frame(b"<worksheet/>")


def test_a_formula_may_give_a_text_or_a_day() -> None:
    book = Book("", "")
    sheet = book.sheet("A", COLUMNS)
    sheet.write(Look.BODY, [Formula("DATE(2026,3,12)", DAY), Formula('"a"&"<b>"', "a<b>")])
    content = book.content()
    shown = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    assert (shown["A1"].value, shown["B1"].value) == (dt.datetime(2026, 3, 12), "a<b>")
    assert _opened(content)["B1"].value == '="a"&"<b>"'


def test_a_named_range_says_which_cells_it_means() -> None:
    book = Book("", "")
    book.sheet("L'été", COLUMNS)
    book.define("amounts", "L'été", "C2:C9")
    names = load_workbook(io.BytesIO(book.content())).defined_names
    assert names["amounts"].attr_text == "'L''été'!$C$2:$C$9"


def test_text_that_looks_like_a_formula_cell_is_left_alone() -> None:
    text = '<c r="A1"><f>B1</f><v/></c>'
    content = _list([text])
    assert _opened(content)["B2"].value == text
    assert ZipFile(io.BytesIO(content)).testzip() is None


@pytest.mark.parametrize(("count", "pages"), [(8, 1), (60, 5)])
def test_a_table_too_wide_to_be_read_is_printed_over_several_pages(count, pages):
    with Book("Contacts", "La Coop des Rives") as book:
        book.sheet("Contacts", [Column(str(number), 18) for number in range(count)]).head()
        content = book.content()

    assert load_workbook(io.BytesIO(content)).active.page_setup.fitToWidth == pages
