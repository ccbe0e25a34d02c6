"""Address labels: each text inside its own label, whatever the sheet and the name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coopdesk.documents.label_formats import label_formats
from coopdesk.documents.labels_pdf import draw_labels
from coopdesk.documents.paper import printable
from coopdesk.domain.errors import RuleError
from coopdesk.domain.label_formats import Addressee, Cell, LabelFormat, LabelSheet
from tests.documents.member_people import (
    DAY,
    HOUSE,
    LONG_NAME,
    MILLIMETRE,
    letters_of,
    pages_of,
    picture_of,
    sizes_of,
)

PAGE_HEIGHT = 841.89
FORMATS = label_formats()
SHORT = ("Madame Élodie Lefèvre", "12 RUE DES LILAS", "44000 NANTES")
# As long as the norm allows: six lines of 38 characters, and a country.
LONGEST = (
    LONG_NAME[:38],
    "APPARTEMENT 12 ESCALIER C TROISIEME ET",
    "RESIDENCE LES TILLEULS BATIMENT B HALL",
    "112 B AVENUE DU GENERAL DE LA FAYETTTE",
    "LIEU DIT LA GRANDE MAISON NEUVE DU BAS",
    "49123 CHAMPTOCE SUR LOIRE ET LA VALLEE",
    "BELGIQUE",
)


def drawn(addresses: list[tuple[str, ...]], sheet: LabelSheet) -> bytes:
    return draw_labels(HOUSE, DAY, map(Addressee, addresses), sheet)


def texts_by_label(content: bytes, label_format: LabelFormat, page: int = 0) -> dict[int, str]:
    """Return what stands in each label, without spaces; a letter outside any fails."""
    found: dict[int, str] = {}
    cells = [label_format.cell(place) for place in range(label_format.count)]
    for letter in letters_of(content, page):
        [place] = [n for n, cell in enumerate(cells) if _holds(cell, letter[1:])]
        found[place] = found.get(place, "") + letter.char
    return found


def _holds(cell: Cell, box: tuple[float, ...]) -> bool:
    left, bottom, right, top = box
    return (
        cell.x * MILLIMETRE <= left
        and right <= (cell.x + cell.width) * MILLIMETRE
        and PAGE_HEIGHT - (cell.y + cell.height) * MILLIMETRE <= bottom
        and top <= PAGE_HEIGHT - cell.y * MILLIMETRE
    )


def closed(lines: tuple[str, ...]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.parametrize("code", FORMATS)
def test_every_address_lies_inside_its_own_label(code: str) -> None:
    label_format = FORMATS[code]
    addresses = [SHORT, LONGEST] * (label_format.count // 2 + 1)
    content = drawn(addresses[: label_format.count], LabelSheet(label_format))
    texts = texts_by_label(content, label_format)
    assert sorted(texts) == list(range(label_format.count))
    assert texts[0] == texts[2] == closed(SHORT)
    assert texts[1].endswith("BELGIQUE")
    assert min(sizes_of(content)) >= 7


@pytest.mark.parametrize("code", [c for c in FORMATS if c != "L7651"])
def test_the_longest_address_of_the_norm_is_printed_whole(code: str) -> None:
    content = drawn([LONGEST], LabelSheet(FORMATS[code]))
    assert texts_by_label(content, FORMATS[code])[0].replace("\ufffe", "-") == closed(LONGEST)


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60),
        min_size=1,
        max_size=8,
    ).filter(lambda lines: any(map(printable, lines))),
    st.sampled_from(list(FORMATS)),
)
@example(["W" * 12 + "\u0606" * 5], "L7160")  # no font holds these: boxes are wider
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_people_typed_stays_inside_the_label(lines: list[str], code: str) -> None:
    label_format = FORMATS[code]
    content = drawn([tuple(lines)], LabelSheet(label_format, start=2))
    assert set(texts_by_label(content, label_format)) <= {1}


def test_labels_start_where_the_sheet_was_left() -> None:
    label_format = FORMATS["L7160"]
    content = drawn([SHORT] * 20, LabelSheet(label_format, start=5))
    assert len(pages_of(content)) == 2
    assert sorted(texts_by_label(content, label_format)) == list(range(4, 21))
    assert sorted(texts_by_label(content, label_format, page=1)) == [0, 1, 2]


@pytest.mark.parametrize("start", [0, 22, -1])
def test_a_start_outside_the_sheet_is_refused(start: int) -> None:
    with pytest.raises(RuleError, match=r"label\.start_outside") as caught:
        drawn([SHORT], LabelSheet(FORMATS["L7160"], start=start))
    assert caught.value.values == {"field": "start", "count": 21}


def test_nobody_with_an_address_is_said() -> None:
    with pytest.raises(RuleError, match=r"label\.nothing"):
        drawn([(), ("", "")], LabelSheet(FORMATS["L7160"]))


def test_one_household_gets_one_label() -> None:
    home = [
        Addressee(("Madame Nour Haddad", *SHORT[1:]), household_id=7),
        Addressee(SHORT),
        Addressee(("Monsieur Yann Le Goff", *SHORT[1:]), household_id=7),
    ]
    sheet = LabelSheet(FORMATS["L7160"])
    texts = texts_by_label(draw_labels(HOUSE, DAY, home, sheet), sheet.format)
    assert texts[0].startswith("MadameNourHaddadetMonsieurYannLeGoff12RUE")
    assert sorted(texts) == [0, 1]
    each = draw_labels(HOUSE, DAY, home, sheet, per_household=False)
    assert sorted(texts_by_label(each, sheet.format)) == [0, 1, 2]


def test_the_outline_is_drawn_only_for_a_test() -> None:
    label_format = FORMATS["L7163"]
    x, y = (
        round(label_format.left * MILLIMETRE * 4),
        round((label_format.top + 19) * MILLIMETRE * 4),
    )
    for outlined in (False, True):
        shown = picture_of(drawn([SHORT], LabelSheet(label_format, outlined=outlined)))
        edge = min(shown.getpixel((place, y)) for place in range(x - 3, x + 4))
        assert (edge < 200) is outlined


def test_a_name_that_no_font_holds_does_not_hold_the_others_up() -> None:
    content = drawn([("Madame 王 Lefèvre", *SHORT[1:]), SHORT], LabelSheet(FORMATS["L7160"]))
    assert "Madame ☐ Lefèvre" in pages_of(content)[0]


def test_markup_in_a_name_is_printed_as_it_is() -> None:
    content = drawn([("<b>Zoé</b> & (Cie) \\ %s", *SHORT[1:])], LabelSheet(FORMATS["L7165"]))
    assert "<b>Zoé</b> & (Cie) \\ %s" in pages_of(content)[0]
