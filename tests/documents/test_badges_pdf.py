"""Badges: ten on a sheet, the first name largest, each with a code that can be scanned."""

from __future__ import annotations

import pytest

from coopdesk.documents.badges_pdf import PAD, QR_SIDE, draw_badges
from coopdesk.documents.cards_pdf import CARD_HEIGHT, CARD_WIDTH, card_place
from coopdesk.documents.qr_code import qr_modules
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_papers import Badge
from coopdesk.domain.events import EventRole
from tests.documents.event_people import paper
from tests.documents.member_people import LONG_NAME, letters_of, pages_of, picture_of

NOUR = Badge("Nour", "Benali", "7K3QX9ZT", "Les Jardins du Port", EventRole.SPEAKER)
LONG = Badge(
    "Marie-Œdipe Anne-Sophie Philippine",
    LONG_NAME,
    "ABCDEFG2",
    "Coopérative intégrale des habitantes et habitants du quartier de la Verrière",
    EventRole.CO_ORGANISER,
)
SCALE = 6.0
PAGE_HEIGHT = 841.89


def many(count):
    return [Badge(f"Prénom{at}", f"Nom{at}", f"A{at:07d}") for at in range(count)]


def test_badge_says_who_from_where_as_what_and_at_which_event() -> None:
    [page] = pages_of(draw_badges(paper(), [NOUR]))
    for text in (
        "3e atelier — Coopérer au quartier",
        "La Coop des Rives · mardi 8 mars 2016, 18 h – 20 h 30",
        "Nour",
        "Benali",
        "Les Jardins du Port",
        "Intervention",
        "7K3QX9ZT",
    ):
        assert text in page


def test_first_name_is_the_largest_of_all() -> None:
    letters = letters_of(draw_badges(paper(), [NOUR]))
    text = "".join(letter.char for letter in letters)
    height = {
        word: letters[text.index(word)].top - letters[text.index(word)].bottom
        for word in ("Nour", "Benali", "Les")
    }
    assert height["Nour"] > height["Benali"] > height["Les"]


@pytest.mark.parametrize("badge", [NOUR, LONG])
def test_code_can_be_read_and_nothing_touches_it(badge) -> None:
    pdf = draw_badges(paper(), [badge])
    shown, modules = picture_of(pdf, scale=SCALE), qr_modules(badge.code)
    corner, step = card_place(0), QR_SIDE / len(modules)
    left = corner.x + CARD_WIDTH - PAD - QR_SIDE
    top = corner.y + PAD + 8 + QR_SIDE
    printed = [
        [
            shown.getpixel(
                (
                    round((left + (column + 0.5) * step) * SCALE),
                    round((PAGE_HEIGHT - top + (row + 0.5) * step) * SCALE),
                )
            )
            < 128
            for column in range(len(modules))
        ]
        for row in range(len(modules))
    ]
    assert printed == modules
    quiet = 4 * step
    for letter in letters_of(pdf):
        beside = letter.right < left - quiet + 1 or letter.bottom > top + quiet - 2
        assert beside or letter.top < corner.y + PAD + 8, letter


def test_long_names_stay_whole_and_inside_their_badge() -> None:
    pdf = draw_badges(paper(title="Rencontre des communs " * 6), [LONG] * 10)
    [page] = pages_of(pdf)
    assert page.replace(" ", "").count(LONG_NAME.replace(" ", "")) == 10
    for letter in letters_of(pdf):
        column = int((letter.left - card_place(0).x) // CARD_WIDTH)
        assert letter.right < card_place(column).x + CARD_WIDTH
        row = int((card_place(0).y + CARD_HEIGHT - letter.top) // CARD_HEIGHT)
        assert letter.bottom > card_place(2 * row).y


def test_one_name_alone_is_shown_once_as_large_as_a_first_name() -> None:
    [page] = pages_of(draw_badges(paper(), [Badge("", "Collectif", "ABCDEFG1")]))
    assert page.count("Collectif") == 1


def test_eleventh_badge_begins_a_page() -> None:
    pages = pages_of(draw_badges(paper(), many(11)))
    assert [page.count("3e atelier") for page in pages] == [10, 1]


def test_five_hundred_badges_have_a_code_each_and_progress_is_told() -> None:
    told = []
    pages = pages_of(draw_badges(paper(), many(500), lambda *done: told.append(done)))
    assert len(pages) == 50
    assert (
        len({word for page in pages for word in page.split() if word.startswith("A0")}) == 500
    )
    assert told[-1] == (499, 500)


def test_nobody_to_wear_one_is_refused() -> None:
    with pytest.raises(RuleError, match=r"badge\.nothing"):
        draw_badges(paper(), [])
