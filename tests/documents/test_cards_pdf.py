"""Member cards: ten on a sheet, each with its own code and inside its own edges."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coopdesk.documents.cards_pdf import (
    CARD_HEIGHT,
    CARD_WIDTH,
    PAD,
    QR_SIDE,
    card_place,
    draw_cards,
)
from coopdesk.documents.qr_code import qr_modules
from coopdesk.domain.association import StoredImage
from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_papers import MemberCard
from coopdesk.domain.members import FOR_EVER, Period
from tests.documents.member_people import (
    DAY,
    HOUSE,
    LONG_NAME,
    YEAR,
    image,
    letters_of,
    pages_of,
    picture_of,
)

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 6.0
PAGE_HEIGHT = 841.89


def card(place: int = 42, **changes: object) -> MemberCard:
    usual = MemberCard(f"2026-{place:04d}", "Élodie Lefèvre", "Solidaire", YEAR, "Usager·es")
    return replace(usual, **changes)


def printed_modules(shown: Image, place: int, count: int) -> list[list[bool]]:
    """Look at the middle of each module of a card's code."""
    corner = card_place(place)
    left, top = corner.x + CARD_WIDTH - PAD - QR_SIDE, corner.y + PAD + QR_SIDE
    step = QR_SIDE / count
    return [
        [
            shown.getpixel(
                (
                    round((left + (column + 0.5) * step) * SCALE),
                    round((PAGE_HEIGHT - top + (row + 0.5) * step) * SCALE),
                )
            )
            < 128
            for column in range(count)
        ]
        for row in range(count)
    ]


def test_a_card_says_who_is_a_member_of_what_and_until_when() -> None:
    [page] = pages_of(draw_cards(HOUSE, DAY, [card()]))
    for text in (
        "La Coop des Rives",
        "CARTE D’ADHÉSION",
        "Élodie Lefèvre",
        "Solidaire · Usager·es",
        "n° 2026-0042",
        "Valable du 01/01/2026 au 31/12/2026",
    ):
        assert text in page


def test_a_membership_for_life_has_no_end() -> None:
    life = Period(dt.date(2020, 3, 1), FOR_EVER)
    [page] = pages_of(draw_cards(HOUSE, DAY, [card(period=life)]))
    assert "Adhésion depuis le 01/03/2020" in page
    assert "9999" not in page


def test_ten_cards_fill_a_sheet() -> None:
    pages = pages_of(draw_cards(HOUSE, DAY, [card(number) for number in range(21)]))
    assert [page.count("CARTE D’ADHÉSION") for page in pages] == [10, 10, 1]


@pytest.mark.parametrize("number", ["0042", "M-2026-0042", "adhérent n° 42 / été"])
def test_the_code_of_each_card_is_its_number(number: str) -> None:
    cards = [card(number=f"{number} {place}") for place in range(10)]
    shown = picture_of(draw_cards(HOUSE, DAY, cards), scale=SCALE)
    for place, each in enumerate(cards):
        wanted = qr_modules(each.number)
        assert printed_modules(shown, place, len(wanted)) == wanted


def test_the_code_has_its_corners_and_is_of_the_smallest_size_for_a_number() -> None:
    modules = qr_modules("0042")
    assert len(modules) == 21
    eye = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"]
    for row, column in ((0, 0), (0, 14), (14, 0)):
        found = [
            "".join("# "[not dark] for dark in line[column : column + 7])
            for line in modules[row : row + 7]
        ]
        assert found == eye


@pytest.mark.parametrize("photo", [None, image("teal", (600, 800), "JPEG")])
def test_long_names_stay_inside_their_card_and_off_the_code(photo: StoredImage | None) -> None:
    long = card(
        name=LONG_NAME * 2,
        type_name="Association ou collectif d’habitant·es du quartier et des environs",
        photo=photo,
    )
    house = replace(HOUSE, name="Association des habitantes et habitants " * 4)
    content = draw_cards(house, DAY, [long] * 10)
    for letter in letters_of(content):
        x = (letter.left - card_place(0).x) % CARD_WIDTH
        y = (letter.bottom - card_place(8).y) % CARD_HEIGHT
        assert PAD - 1 <= x <= CARD_WIDTH - PAD
        assert PAD - 1 <= y <= CARD_HEIGHT - PAD
        assert not (x > CARD_WIDTH - PAD - QR_SIDE and y < PAD + QR_SIDE)


def test_a_photo_is_shown_and_made_small() -> None:
    photo = image("teal", (2400, 3200), "JPEG")
    content = draw_cards(HOUSE, DAY, [card(photo=photo)])
    assert len(content) < 60_000
    corner = card_place(0)
    shown = picture_of(content, scale=SCALE)
    x, y = corner.x + CARD_WIDTH - PAD - 10, corner.y + CARD_HEIGHT - PAD - 10
    assert shown.getpixel((round(x * SCALE), round((PAGE_HEIGHT - y) * SCALE))) < 200


def test_an_unreadable_photo_is_said_with_the_name_of_the_member() -> None:
    damaged = StoredImage("photo.jpg", b"no image", "0" * 64)
    with pytest.raises(RuleError, match=r"image\.unreadable") as caught:
        draw_cards(HOUSE, DAY, [card(photo=damaged)])
    assert caught.value.values["name"] == "Élodie Lefèvre"


def test_a_card_without_a_number_has_no_code() -> None:
    content = draw_cards(replace(HOUSE, logo=None), DAY, [card(number="")])
    assert "n°" not in pages_of(content)[0]


def test_no_member_is_said() -> None:
    with pytest.raises(RuleError, match=r"card\.nothing"):
        draw_cards(HOUSE, DAY, [])


def test_the_same_cards_give_the_same_bytes() -> None:
    assert draw_cards(HOUSE, DAY, [card()]) == draw_cards(HOUSE, DAY, [card()])
