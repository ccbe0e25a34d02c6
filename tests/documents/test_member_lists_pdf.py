"""Tables of members over several pages: the list, the list to sign, the register of shares."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.documents.attendance_pdf import draw_attendance
from coopdesk.documents.member_list_pdf import draw_member_list
from coopdesk.documents.share_register_pdf import draw_share_register
from coopdesk.documents.table_pages import MARGIN, Column, fitted_widths
from coopdesk.domain.member_papers import (
    AttendanceList,
    AttendanceRow,
    MemberList,
    MemberListRow,
    RegisterLine,
    ShareRegister,
)
from coopdesk.domain.members import FOR_EVER, Period
from coopdesk.domain.money import Money
from tests.documents.member_people import DAY, HOUSE, LONG_NAME, YEAR, letters_of, pages_of

TYPES = ("Solidaire", "Individuelle", "Solidaire")


def member(number: int, **changes: object) -> MemberListRow:
    usual = MemberListRow(
        f"{number:04d}", f"Personne Numéro{number}", TYPES[number % 3], "À jour", YEAR
    )
    return replace(usual, **changes)


def listed(rows: list[MemberListRow], selection: str = "à jour en 2026") -> bytes:
    return draw_member_list(MemberList(HOUSE, DAY, selection, tuple(rows)))


def test_every_member_is_listed_once_under_a_header_on_each_page() -> None:
    pages = pages_of(listed([member(number) for number in range(120)]))
    assert len(pages) > 2
    text = " ".join(pages)
    for number in range(120):
        assert text.count(f"Personne Numéro{number} ") == 1
    for number, page in enumerate(pages, start=1):
        assert "Numéro Nom Tarif État Depuis Jusqu’au" in page
        assert f"page {number}/{len(pages)}" in page


def test_the_list_says_what_was_selected_and_when_and_the_totals_by_type() -> None:
    pages = pages_of(listed([member(number) for number in range(90)], "habite le 44"))
    assert "Liste des adhérent·es habite le 44 90 adhérent·es, au 22 novembre 2026" in pages[0]
    assert "Total : 90 Solidaire : 60 Individuelle : 30" in pages[-1]


def test_columns_that_hold_nothing_are_left_out() -> None:
    [bare] = pages_of(listed([member(1)]))
    assert "Téléphone" not in bare
    [full] = pages_of(listed([member(1), member(2, phone="02 40 00 00 00", town="Nantes")]))
    assert "Commune Téléphone" in full


def test_a_membership_for_life_is_said_so() -> None:
    [page] = pages_of(listed([member(1, period=Period(dt.date(2020, 1, 1), FOR_EVER))]))
    assert "01/01/2020 à vie" in page


def test_long_texts_wrap_inside_the_page_without_touching_each_other() -> None:
    rows = [
        member(
            number,
            name=LONG_NAME,
            type_name="Association ou collectif d’habitant·es",
            town="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
            email="prenom.nom-tres-long.de-la-tour@associations.example.org",
            phone="06 12 34 56 78",
        )
        for number in range(30)
    ]
    letters = letters_of(listed(rows))
    assert max(letter.right for letter in letters) <= 841.89 - MARGIN + 1
    assert "Isson" in " ".join(pages_of(listed(rows)))


def test_an_empty_selection_still_makes_a_page() -> None:
    [page] = pages_of(listed([]))
    assert "Total : 0" in page


def test_widths_fill_the_room_and_the_widest_give_way() -> None:
    columns = [Column("A"), Column("B"), Column("C", right=True)]
    assert sum(fitted_widths(columns, [["x", "y", "1"]], 400)) == pytest.approx(400)
    narrow, wide, figures = fitted_widths(columns, [["x", "y" * 300, "12,00"]], 300)
    assert narrow + wide + figures == pytest.approx(300)
    assert narrow < 40
    assert figures < 60


def attendee(number: int, **changes: object) -> AttendanceRow:
    usual = AttendanceRow(f"{number:04d}", f"Personne Numéro{number}", "Usager·es")
    return replace(usual, **changes)


def to_sign(rows: list[AttendanceRow]) -> bytes:
    return draw_attendance(
        AttendanceList(
            HOUSE,
            "Assemblée générale ordinaire",
            dt.date(2026, 12, 1),
            tuple(rows),
            "salle des fêtes",
            "14 h 30",
        )
    )


def test_the_list_to_sign_has_every_column_that_the_law_wants() -> None:
    [page] = pages_of(to_sign([attendee(1), attendee(2, college="Salarié·es", votes=2)]))
    for text in (
        "Feuille d’émargement — Assemblée générale ordinaire",
        "1er décembre 2026, 14 h 30, salle des fêtes",
        "Membres convoqués : 2 · Voix : 3 · Salarié·es : 1 · Usager·es : 1",
        "N° Nom et prénom Collège Voix Présent·e ou représenté·e par",
        "Présents : Représentés : Présents et représentés :",
        "Feuille certifiée exacte par le bureau",
        "Secrétariat de séance",
    ):
        assert text in page


def test_votes_and_colleges_are_left_out_where_nobody_has_any() -> None:
    [page] = pages_of(to_sign([attendee(1, votes=None, college="")]))
    assert "Voix" not in page
    assert "Collège" not in page


def test_known_proxies_are_printed() -> None:
    [page] = pages_of(
        to_sign([attendee(1, represented_by="Nour Haddad"), attendee(2, proxies=3)])
    )
    assert "Personne Numéro1 Usager·es 1 Nour Haddad" in page
    assert "Personne Numéro2 Usager·es 1 3" in page


@pytest.mark.parametrize("count", [9, 10, 11, 12, 60])
def test_totals_and_signatures_stay_together_on_the_last_page(count: int) -> None:
    pages = pages_of(to_sign([attendee(number) for number in range(count)]))
    assert "Totaux en fin d’émargement" in pages[-1]
    assert "Scrutin (nom et signature)" in pages[-1]
    content = to_sign([attendee(number) for number in range(count)])
    lowest = min(letter.bottom for letter in letters_of(content, len(pages) - 1))
    assert lowest > 20


def movement(number: int, shares: int, balance: int) -> RegisterLine:
    kind = "Souscription" if shares > 0 else "Retrait"
    day = dt.date(2026, 1, number)
    return RegisterLine(number, day, "Marc Petit", kind, shares, Money(5000), balance, "0007")


def test_the_register_shows_movements_with_the_capital_after_each() -> None:
    moves = (movement(1, 12, 12), movement(2, -2, 10))
    [page] = pages_of(draw_share_register(ShareRegister(HOUSE, DAY, moves)))
    assert "1 01/01/2026 0007 Marc Petit Souscription +12 50,00 € 600,00 € 12 600,00 €" in page
    assert "2 02/01/2026 0007 Marc Petit Retrait -2 50,00 € -100,00 € 10 500,00 €" in page
    assert "Total : 10 parts, capital de 500,00 €" in page


def test_a_register_of_one_year_starts_from_what_came_before() -> None:
    register = ShareRegister(HOUSE, DAY, (movement(9, 1, 1),), 40, Money(200_000))
    [page] = pages_of(draw_share_register(register))
    assert "Report : 40 parts, 2 000,00 €" in page
    assert "Total : 41 parts, capital de 2 050,00 €" in page


def test_shares_are_never_called_a_gift() -> None:
    [page] = pages_of(draw_share_register(ShareRegister(HOUSE, DAY, (movement(1, 1, 1),))))
    assert " don" not in page.lower()
    assert "capital" in page
