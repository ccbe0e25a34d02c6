"""Lines of text: measuring, wrapping, fitting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from coopdesk.documents.typesetting import (
    CUT_MARK,
    Block,
    bold,
    fit_parts,
    flow,
    regular,
    width_of,
    wrap,
)

STYLE = regular(9, 12)
WORDS = st.lists(st.text("abcdéœW-’.", min_size=1, max_size=40), min_size=1, max_size=30)


@given(st.text("abcdéœW \u00a0\u202f€Łж中", max_size=60))
def test_a_line_is_as_wide_as_reportlab_says(text: str) -> None:
    assert width_of(text, STYLE) == pytest.approx(stringWidth(text, STYLE.font, STYLE.size))


@given(WORDS)
def test_wrapping_loses_nothing_and_keeps_within_the_width(words: list[str]) -> None:
    lines = wrap(" ".join(words), STYLE, 120)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(width_of(line, STYLE) <= 120 for line in lines)


def test_a_no_break_space_never_ends_a_line() -> None:
    lines = wrap("abc 1\u202f234,56\u00a0€", STYLE, width_of("abc 1\u202f234,56", STYLE))
    assert lines == ["abc", "1\u202f234,56\u00a0€"]


def test_line_breaks_of_the_text_are_kept() -> None:
    assert wrap("one\ntwo", STYLE, 200) == ["one", "two"]


def test_an_empty_text_takes_one_line() -> None:
    assert wrap("", STYLE, 200) == [""]


@pytest.mark.parametrize("text", ["W" * 40_000, "mot " * 10_000, "i" * 40_000, "a\n" * 20_000])
def test_what_exceeds_the_lines_allowed_is_cut_visibly(text: str) -> None:
    lines = wrap(text, STYLE, 200, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith(CUT_MARK)
    assert all(width_of(line, STYLE) <= 200 for line in lines)


def test_a_space_after_a_full_line_is_left_out() -> None:
    text = "a full line"
    assert wrap(f"{text}  b", STYLE, width_of(text, STYLE)) == [text, "b"]


def test_a_text_of_exactly_the_lines_allowed_is_not_cut() -> None:
    assert wrap("one\ntwo\nthree", STYLE, 200, most=3) == ["one", "two", "three"]


def test_parts_take_the_first_style_in_which_they_fit() -> None:
    styles = (regular(12, 14), regular(6, 8))
    assert fit_parts(["short", "", "lines"], styles, 100, 2) == (styles[0], ["short", "lines"])
    style, lines = fit_parts(["a longer line than the first style can hold"], styles, 140, 1)
    assert style is styles[1]
    assert lines == ["a longer line than the first style can hold"]


def test_parts_that_fit_nowhere_keep_one_cut_line_each() -> None:
    style, lines = fit_parts(["x" * 900, "y" * 900], (STYLE, regular(7, 9)), 100, 3)
    assert len(lines) == 2
    assert all(line.endswith(CUT_MARK) for line in lines)
    assert all(width_of(line, style) <= 100 for line in lines)


def test_items_flow_onto_rows() -> None:
    items = [("one", STYLE), ("two", bold(9, 12)), ("three", STYLE)]
    assert flow(items, 500, gap=10) == [items]
    assert flow(items, 1, gap=10) == [[item] for item in items]


def test_text_written_right_ends_where_it_should() -> None:
    block = Block()
    block.write_right(300, 700, STYLE, "1\u202f234,56\u00a0€")
    [mark] = block.marks
    assert mark.x + width_of(mark.text, STYLE) == pytest.approx(300)
