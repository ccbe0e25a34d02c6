"""Pages, shared forms and pictures of a paper."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from coopdesk.documents.paper import (
    LANDSCAPE,
    Paper,
    PaperTitle,
    Rule,
    Sheet,
    Use,
    check_printable,
    printable,
)
from coopdesk.documents.typesetting import Picture, regular
from coopdesk.domain.errors import RuleError
from tests.documents.member_people import DAY, image, letters_of, pages_of, picture_of

STYLE = regular(10, 12)
TITLE = PaperTitle("Liste (1) — été", "La Coop des Rives", DAY)
NAVY = image("navy")


def sheet_with(text: str, *uses: Use) -> Sheet:
    sheet = Sheet(uses=[*uses])
    sheet.block.write(100, 400, STYLE, text)
    return sheet


def test_a_form_is_drawn_where_each_page_wants_it() -> None:
    paper = Paper(TITLE, LANDSCAPE)
    form = paper.share("stamp", sheet_with("Z"))
    content = paper.finished([sheet_with("a", Use(form, 50, 20)), sheet_with("b", Use(form))])
    moved, fixed = (
        next(each for each in letters_of(content, page) if each.char == "Z") for page in (0, 1)
    )
    assert moved.left - fixed.left == pytest.approx(50, abs=0.1)
    assert moved.bottom - fixed.bottom == pytest.approx(20, abs=0.1)


def test_a_picture_is_stored_once_and_shown_on_every_page() -> None:
    paper = Paper(TITLE, images=[NAVY, None])
    sheets = []
    for number in range(3):
        sheet = sheet_with("a")
        box = (100 + number, 700, 60, 30)
        sheet.block.pictures.append(Picture(NAVY.sha256, "Logo", *box, anchor="nw"))
        sheets.append(sheet)
    content = paper.finished(sheets)
    assert content.count(b"/Subtype /Image") == 1
    for page in range(3):
        assert picture_of(content, page, 1).getpixel((130, 842 - 715)) < 60


def test_a_colour_ends_with_the_text_that_asked_for_it() -> None:
    sheet = Sheet(rules=[Rule(10, 10, 20, 10)], operators=["1 0 0 rg"])
    sheet.block.write(100, 400, STYLE, "x")
    content = Paper(TITLE).finished([sheet])
    operators = PdfReader(io.BytesIO(content)).pages[0].get_contents().get_data().split()
    assert operators.count(b"q") == operators.count(b"Q")


def test_what_a_file_says_of_itself_is_the_same_each_time() -> None:
    first, second = (Paper(TITLE).finished([sheet_with("a")]) for _time in range(2))
    assert first == second
    known = PdfReader(io.BytesIO(first)).metadata
    assert known is not None
    assert (known.title, known.author) == ("Liste (1) — été", "La Coop des Rives")
    assert known["/CreationDate"] == "D:20261122"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("adhérent·e œuvre №", "adhérent·e œuvre №"),
        ("王 Lefèvre", "☐ Lefèvre"),
        ("a\u202eb\nc\x07", "ab c"),
    ],
)
def test_what_no_font_holds_becomes_a_box(typed: str, shown: str) -> None:
    assert printable(typed) == shown
    assert pages_of(Paper(TITLE).finished([sheet_with(typed)])) == [shown]


def test_a_person_is_named_whose_text_cannot_be_printed() -> None:
    check_printable(sheet_with("Élodie"), "Élodie")
    with pytest.raises(RuleError, match=r"paper\.unprintable_character") as caught:
        check_printable(sheet_with("王"), "Élodie")
    assert caught.value.values == {"character": "王", "name": "Élodie"}
