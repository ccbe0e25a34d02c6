"""Hostile spreadsheets are refused in under a second, within bounded memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.workbook_parts import safe_workbook
from coopdesk.exchange.workbook_rows import workbook_sheets
from tests.exchange.workbooks import ods, ods_cell, ods_gap, ods_row, xlsx, xlsx_parts, zipped
from tests.spent import spent

SHEET = "xl/worksheets/sheet1.xml"
CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'


def row(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


HOSTILE = {
    "a sheet of 120 MB": (
        lambda: zipped(xlsx_parts(), blanks={SHEET: 120}),
        "file.inflates",
    ),
    "thirty megabytes out of thirty kilobytes": (
        lambda: zipped(xlsx_parts(), blanks={SHEET: 30}),
        "file.inflates",
    ),
    "a bomb beside the sheets": (
        lambda: zipped(xlsx_parts(), blanks={"docProps/app.xml": 60}),
        "file.inflates",
    ),
    "a cell in the far corner": (
        lambda: xlsx(
            row(1, CELL.format("A1", "x")) + row(1048576, CELL.format("XFD1048576", "x"))
        ),
        "file.too_many_rows",
    ),
    "a cell far to the right": (
        lambda: xlsx(row(1, CELL.format("A1", "x"), CELL.format("XFD1", "x"))),
        "file.too_many_columns",
    ),
    "a reference that hides in another row": (
        lambda: xlsx(row(1, CELL.format("A1", "x"), "<c r = 'B1048576'><v>1</v></c>")),
        "file.too_many_rows",
    ),
    "sixty thousand rows": (
        lambda: xlsx("".join(row(n, f'<c r="A{n}"><v>{n}</v></c>') for n in range(1, 60_001))),
        "file.too_many_rows",
    ),
    "cells without a reference": (
        lambda: xlsx("<row>" + "<c><v>1</v></c>" * 2_000 + "</row>"),
        "file.too_many_columns",
    ),
    "a wide and a high sheet": (
        lambda: xlsx(
            row(1, CELL.format("ALL1", "x")) + row(49_999, CELL.format("A49999", "x"))
        ),
        "file.too_many_columns",
    ),
    "a reference out of every bound": (
        lambda: xlsx(row(1, CELL.format("A99999999999", "x"))),
        "file.too_many_rows",
    ),
    "a far row behind zeros": (
        lambda: xlsx(row(1, CELL.format("A0000000000999999999", "x"))),
        "file.too_many_rows",
    ),
    "a reference that wraps round to the first column": (
        lambda: xlsx(row(1, CELL.format("AAAAAAAAAAAAAAAAAAAA1", "x"))),
        "file.too_many_columns",
    ),
    "a reference written with entities": (
        lambda: xlsx(row(1, CELL.format("&#65;1", "x"))),
        "file.damaged_workbook",
    ),
    "a long text that many cells share": (
        lambda: xlsx(
            "".join(row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(1, 20_001)),
            shared=f"<si><t>{''.join(map(str, range(10_000)))}</t></si>",
        ),
        "file.inflates",
    ),
    "billion laughs": (
        lambda: xlsx(before='<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'),
        "file.damaged_workbook",
    ),
    "an entity that names a file": (
        lambda: xlsx(
            before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
            rows=row(1, CELL.format("A1", "&e;")),
        ),
        "file.damaged_workbook",
    ),
    "a sheet in UTF-16": (
        lambda: zipped(xlsx_parts() | {SHEET: b"sheetData" + "<sheetData/>".encode("utf-16")}),
        "file.damaged_workbook",
    ),
    "a full row a million times": (
        lambda: ods(ods_row(ods_cell("x"), times=1_000_000)),
        "file.too_many_rows",
    ),
    "a million empty rows, then one more": (
        lambda: ods(
            ods_row(ods_cell("x"))
            + ods_row(ods_gap(2), times=1_000_000)
            + ods_row(ods_cell("y"))
        ),
        "file.too_many_rows",
    ),
    "a full cell sixteen thousand times": (
        lambda: ods(ods_row(ods_cell("x", times=16_384))),
        "file.too_many_columns",
    ),
    "sixteen thousand empty cells, then one more": (
        lambda: ods(ods_row(ods_cell("x"), ods_gap(16_000), ods_cell("y"))),
        "file.too_many_columns",
    ),
    "a long text many times": (
        lambda: ods(ods_row(ods_cell("x" * 30_000, times=100), times=40)),
        "file.inflates",
    ),
    "a document protected by a password": (
        lambda: ods("", manifest="<manifest:encryption-data/>"),
        "file.password_protected",
    ),
    "a text document": (
        lambda: zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
        ),
        "file.is_archive",
    ),
    "a table that never ends": (
        lambda: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": '<table:table table:name="F"><table:table-row></tal>',
            }
        ),
        "file.damaged_workbook",
    ),
    "an archive of something else": (lambda: zipped({"export.csv": "a;b"}), "file.is_archive"),
    "an empty archive": (lambda: zipped({}), "file.is_archive"),
    "a workbook cut short": (lambda: xlsx(row(1))[:-200], "file.damaged_workbook"),
    "a beginning of archive": (lambda: b"PK\x03\x04" + b"junk" * 50, "file.damaged_workbook"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_at_once_for_what_it_is(name):
    make, code = HOSTILE[name]
    data = make()
    tracemalloc.start()
    try:
        with spent() as cost, pytest.raises(RuleError) as caught:
            list(workbook_sheets(data))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert caught.value.code == code
    assert peak < 200_000_000
    # A second on a free machine; memory is being traced, which makes it several times slower.
    assert cost.seconds < 5


def patched_size(data, part, size):
    """Let an archive declare another unpacked size for a part, in both of its lists."""
    patched = bytearray(data)
    name = part.encode()
    for signature, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = patched.find(signature)
        while at != -1:
            if patched[at + name_at :].startswith(name):
                struct.pack_into("<I", patched, at + size_at, size)
            at = patched.find(signature, at + 4)
    return bytes(patched)


def test_a_part_that_lies_about_its_size_is_refused():
    data = zipped(xlsx_parts(), blanks={SHEET: 40})
    lying = patched_size(data, SHEET, 1_000)
    with zipfile.ZipFile(io.BytesIO(lying)) as archive:
        assert archive.getinfo(SHEET).file_size == 1_000
    with pytest.raises(RuleError, match=r"^file\.damaged_workbook$"):
        safe_workbook(lying)


def test_an_encrypted_archive_is_said_to_be_protected():
    data = bytearray(xlsx())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(RuleError, match=r"^file\.password_protected$"):
        safe_workbook(bytes(data))


def test_the_empty_rest_of_a_sheet_is_no_obstacle():
    rows = [
        ods_row(ods_cell("Nom"), ods_cell("Ville", times=2), ods_gap(16_381)),
        ods_row(ods_gap(16_384), times=3),
        ods_row(ods_cell("Zoé")),
        ods_row(ods_gap(16_384), times=1_048_570),
    ]
    [sheet] = workbook_sheets(ods("".join(rows)))
    assert sheet[0] == (1, ["Nom", "Ville", "Ville"])
    assert sheet[4] == (5, ["Zoé", "", ""])


def test_names_with_backslashes_and_parts_that_hold_no_cells_are_no_obstacle():
    parts = {name.replace("/", "\\"): part for name, part in xlsx_parts().items()}
    parts["xl\\worksheets\\sheet1.xml"] = xlsx_parts(row(1, CELL.format("A1", "Nom")))[SHEET]
    parts["xl\\media\\image1.png"] = b"\x89PNG"
    parts["../../evil.txt"] = b"x"
    [sheet] = workbook_sheets(zipped(parts))
    assert sheet == [(1, ["Nom"])]
