"""Letters: one PDF, each on its own page, its address in the window, its text as typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopdesk.documents.letters_pdf import draw_letters
from coopdesk.documents.typesetting import MILLIMETRE, PAGE_HEIGHT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_papers import Letter, LetterRun
from tests.documents.member_people import (
    DAY,
    HOUSE,
    LONG_NAME,
    letters_of,
    pages_of,
    picture_of,
)

LETTER = Letter(
    "Élodie Lefèvre",
    ("Madame Élodie Lefèvre", "12 RUE DES LILAS", "44000 NANTES"),
    "Votre adhésion",
    "Madame,\n\nVotre adhésion est échue ; merci !\nÀ bientôt.\n\nCordialement",
)


def drawn(*letters: Letter) -> bytes:
    return draw_letters(LetterRun(HOUSE, DAY, letters))


def test_letterhead_says_when_the_association_was_created() -> None:
    house = replace(HOUSE, founded_year=2016)
    [page] = pages_of(draw_letters(LetterRun(house, DAY, (LETTER,))))
    assert "bonjour@example.org Association créée en 2016" in " ".join(page.split())


def test_a_letter_has_head_window_date_subject_text_and_signature() -> None:
    [page] = pages_of(drawn(LETTER))
    for text in (
        "La Coop des Rives 3 quai de la Fosse 44000 Nantes 02 40 00 00 00 bonjour@example.org",
        "Madame Élodie Lefèvre 12 RUE DES LILAS 44000 NANTES",
        "Nantes, le 22 novembre 2026",
        "Objet : Votre adhésion",
        "Madame, Votre adhésion est échue ; merci ! À bientôt. Cordialement",
        "Camille Aubry Trésorière",
    ):
        assert text in page
    assert "page 1" not in page


@pytest.mark.parametrize("count", [3, 6, 7])
def test_the_address_of_a_letter_shows_in_the_window(count: int) -> None:
    # 59 to 79 mm from the top show wherever the sheet slides in its envelope; no window shows
    # what is 94 mm from the top: there the date stands.
    lines = tuple(f"{number} {'ÉÇ' * 16}" for number in range(count))
    right = [x for x in letters_of(drawn(replace(LETTER, lines=lines))) if x.left > 310]
    tops = [(PAGE_HEIGHT - letter.top) / MILLIMETRE for letter in right]
    feet = [(PAGE_HEIGHT - letter.bottom) / MILLIMETRE for letter in right]
    address = [place for place, top in enumerate(tops) if top < 94]
    assert len(address) == sum(len(line.replace(" ", "")) for line in lines)
    assert min(tops[place] for place in address) >= 58.9
    assert max(feet[place] for place in address) <= 79.2


def test_a_letter_is_marked_in_the_margin_to_be_folded_in_three() -> None:
    margin = picture_of(drawn(LETTER), scale=2).crop((24, 0, 50, 1_684))
    dark = [
        y for y in range(margin.height) if margin.crop((0, y, 26, y + 1)).getextrema()[0] < 230
    ]
    assert {round(y / 2 / MILLIMETRE) for y in dark} == {99, 198}


def test_each_letter_starts_on_its_own_page_in_order() -> None:
    letters = [replace(LETTER, lines=(f"Personne {n}", "44000 NANTES")) for n in range(25)]
    pages = pages_of(drawn(*letters))
    assert len(pages) == 25
    assert all(f"Personne {number} 44000" in page for number, page in enumerate(pages))


def test_a_long_letter_goes_on_overleaf_and_counts_its_own_pages() -> None:
    sentences = [f"Phrase numéro {number} de cette longue lettre." for number in range(90)]
    long = replace(LETTER, body="\n\n".join(sentences))
    pages = pages_of(drawn(long, LETTER))
    *long_pages, short = pages
    assert len(long_pages) > 2
    text = " ".join(long_pages)
    assert all(text.count(sentence) == 1 for sentence in sentences)
    for number, page in enumerate(long_pages, start=1):
        assert f"page {number}/{len(long_pages)}" in page
    assert ["Camille Aubry" in page for page in long_pages[-2:]] == [False, True]
    assert "page" not in short


@pytest.mark.parametrize("lines", range(18, 60, 3))
def test_the_signature_is_never_cut_nor_over_the_foot(lines: int) -> None:
    content = drawn(replace(LETTER, body="\n".join(["Une ligne de texte."] * lines)))
    last = len(pages_of(content)) - 1
    shown = picture_of(content, last, scale=1)
    bottom = max(
        y
        for y in range(shown.height)
        if any(shown.getpixel((x, y)) < 90 for x in range(320, 440))
    )
    assert bottom < shown.height - 24 * 72 / 25.4 + 20
    letters = letters_of(content, last)
    assert "CamilleAubryTrésorière" in "".join(each.char for each in letters)


def test_markup_and_operators_in_a_letter_are_printed_as_typed() -> None:
    body = "<b>Gras</b> & <a href='x'>lien</a> (\\) ET Q BT %s {nom} adhérent·e œuvre"
    [page] = pages_of(drawn(replace(LETTER, body=body)))
    assert body in page


def test_long_words_and_addresses_stay_on_the_page() -> None:
    lines = (LONG_NAME * 2, "12 RUE DES LILAS", "44000 NANTES", "BELGIQUE")
    content = drawn(replace(LETTER, body="x" * 900, lines=lines, subject=LONG_NAME * 4))
    letters = letters_of(content)
    assert max(letter.right for letter in letters) <= 595.28 - 45
    assert "".join(letter.char for letter in letters).count("x") > 890


def test_a_letter_with_an_unprintable_character_is_refused_with_its_name() -> None:
    with pytest.raises(RuleError, match=r"paper\.unprintable_character") as caught:
        drawn(LETTER, replace(LETTER, name="Zoé Petit", body="Bonjour 王"))
    assert caught.value.values == {"character": "王", "name": "Zoé Petit"}


def test_no_letter_is_said() -> None:
    with pytest.raises(RuleError, match=r"letter\.nothing"):
        drawn()


def test_progress_is_told_for_each_letter() -> None:
    told: list[tuple[int, int]] = []
    draw_letters(LetterRun(HOUSE, DAY, (LETTER, LETTER)), lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]


def test_logo_and_signature_are_stored_once_for_all_letters() -> None:
    one, many = len(drawn(LETTER)), len(drawn(*[LETTER] * 100))
    assert many - one < 100 * 2_000
