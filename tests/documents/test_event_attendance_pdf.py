"""The sheet to sign holds every name once a sheet, with a column for each session or day."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from coopdesk.documents.event_attendance_pdf import MOST_COLUMNS, draw_event_attendance
from coopdesk.domain.event_papers import AttendanceSheet, Signer
from coopdesk.domain.events import When, WhenKind
from tests.documents.event_people import TUESDAY, paper, session
from tests.documents.member_people import LONG_NAME, letters_of, pages_of

SIXTEEN = tuple(
    Signer(number, f"Prénom{number:02d} NOM", "Les Jardins du Port") for number in range(1, 17)
)


def sheet(sessions=(), signers=SIXTEEN, **changes):
    more = {name: changes.pop(name) for name in ("waiting", "blanks") if name in changes}
    return draw_event_attendance(AttendanceSheet(paper(sessions, **changes), signers, **more))


def test_sheet_says_which_event_when_where_and_how_many() -> None:
    first, *_more = pages = pages_of(sheet(waiting=3))
    for text in (
        "La Coop des Rives",
        "Feuille d’émargement — 3e atelier — Coopérer au quartier",
        "Mardi 8 mars 2016, 18 h – 20 h 30 · La Verrière, 4 rue des Tisserands",
        "Inscrits : 16 · En liste d’attente : 3",
        "N° Nom et prénom Structure ou e-mail Signature",
    ):
        assert text in first
    whole = " ".join(pages)
    assert [f"{one.number} {one.name} Les" in whole for one in SIXTEEN] == [True] * 16
    assert "Total des présents" in pages[-1]
    assert "Nom et signature" in pages[-1]
    assert "En liste d’attente" not in pages_of(sheet())[0]


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (5, 1), (6, 2), (12, 3)])
def test_many_sessions_take_several_sheets_with_all_names(count: int, sheets: int) -> None:
    sessions = tuple(session(at, f"Séance {at:02d}x") for at in range(1, count + 1))
    whole = " ".join(pages_of(sheet(sessions)))
    assert whole.count("Inscrits : 16") == sheets
    assert whole.count("Total des présents") == sheets
    assert ("Feuille 1 sur" in whole) == (sheets > 1)
    for one in SIXTEEN:
        assert whole.count(one.name) == sheets
    for at in range(1, count + 1):
        assert f"{at}. Séance {at:02d}x" in whole
    assert MOST_COLUMNS == 5


def test_long_title_of_a_session_stands_whole_above_the_table() -> None:
    title = "Comment se donner des règles de partage des outils communs du quartier"
    one = session(1, title, held_on=TUESDAY, begins_at=dt.time(14), ends_at=dt.time(15))
    [first, *_more] = pages_of(sheet((one,)))
    assert f"1. {title} (mardi 8 mars 2016, 14 h – 15 h)" in first
    assert "Structure ou e-mail 1. 08/03/2016 14 h – 15 h" in first
    assert "[…]" not in first


def test_event_of_two_days_without_sessions_is_signed_day_by_day() -> None:
    ramdam = When(WhenKind.DAYS, dt.date(2015, 6, 4), dt.date(2015, 6, 5))
    [first, *_more] = pages_of(sheet(when=ramdam))
    assert "jeudi 4 juin 2015 vendredi 5 juin 2015" in first
    [week, *_more] = pages_of(
        sheet(when=When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17)))
    )
    assert "Structure ou e-mail Signature" in week


def test_lines_are_left_for_those_who_come_late() -> None:
    few, many = (len(pages_of(sheet(blanks=count))) for count in (0, 60))
    assert many >= few + 2


def test_sheet_without_anybody_can_still_be_signed() -> None:
    [page] = pages_of(sheet(signers=()))
    assert "Inscrits : 0" in page


def test_five_hundred_names_stand_once_each_and_inside_the_page() -> None:
    people = tuple(
        Signer(at, f"{LONG_NAME} {at:03d}", "adresse.tres.longue.vraiment@exemple.example.org")
        for at in range(1, 501)
    )
    pdf = sheet(signers=people)
    whole = " ".join(pages_of(pdf))
    numbers = Counter(word for word in whole.split() if word.isdigit() and len(word) == 3)
    assert all(numbers[f"{at:03d}"] >= 1 for at in range(1, 501))
    assert max(letter.right for letter in letters_of(pdf)) < 842 - 20


@pytest.mark.parametrize("length", range(20, 60, 4))
def test_title_of_a_session_is_never_cut(length: int) -> None:
    title = "Mots larges WWW et MMM pour voir combien il en tient ici bas"[:length].strip()
    sessions = tuple(session(at, title, held_on=TUESDAY) for at in range(1, 13))
    for page in pages_of(sheet(sessions)):
        assert "[…]" not in page


def test_long_name_leaves_room_to_sign() -> None:
    long = Signer(1, f"{LONG_NAME} {LONG_NAME}", "")
    sessions = (session(1, "Zénith"), session(2, "Zénith"))
    letters = letters_of(sheet(sessions, signers=(long, *SIXTEEN)))
    first, second = sorted(one.left for one in letters if one.char == "Z")
    assert second - first >= 150
