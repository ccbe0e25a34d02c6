"""The report of an event says all that was said, in order, over as many pages as it takes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.documents.event_heads import event_heading, session_line, when_line
from coopdesk.documents.event_report_pdf import draw_report
from coopdesk.domain.event_reports import ItemKind, NewItem
from coopdesk.domain.events import EventKind, When, WhenKind
from tests.documents.event_people import TUESDAY, WHOLE, event, items, minutes, paper, session
from tests.documents.member_people import pages_of

THURSDAY, FRIDAY = dt.date(2015, 6, 4), dt.date(2015, 6, 5)


def test_report_says_what_where_when_who_and_what_came_of_it() -> None:
    [text] = pages_of(draw_report(WHOLE))
    wanted = (
        "3e atelier — Coopérer au quartier",
        "Mardi 8 mars 2016, 18 h – 20 h 30",
        "La Verrière, 4 rue des Tisserands, 13001 Marseille",
        "Cycle : Ateliers du quartier, depuis novembre 2015",
        "Rubrique : ÉCONOMIES",
        "Animation : Aurèle, Solène",
        "Interventions : Nour Benali (Les jardins partagés)",
        "Présents : 16",
        "Seize personnes sont venues.",
        "Tour de table",
        "1. J’ai envie de faire avec mes voisins.",
        "2. Le four à pain dort depuis dix ans.",
        "Questions de travail",
        "Qu’est-ce qui nous manque ?",
        "Un lieu ouvert le soir.",
        "Du temps ensemble.",
        "Thèmes",
        "DÉCOUVRIR",
        "Avec et pour : Les habitant·es",
        "Groupe de travail : Découvrir",
        "Décisions",
        "Par Nour Benali, pour le 1er avril 2016",
        "Merci à la Verrière.",
        "Prochain rendez-vous",
        "4e atelier, dans la semaine du 11 avril",
        "Rédigé par Anouk Rive · Ajouté le 11/03/2016",
        "page 1/1",
    )
    places = [text.find(one) for one in wanted]
    assert -1 not in places, [one for one in wanted if one not in text]
    assert places == sorted(places)


def test_report_without_anything_shows_no_empty_heading() -> None:
    [text] = pages_of(draw_report(minutes()))
    for heading in ("Tour de table", "Questions", "Thèmes", "Décisions", "Prochain"):
        assert heading not in text


def test_long_texts_flow_over_pages_and_nothing_is_cut() -> None:
    words = [f"mot{number:05d}" for number in range(9_000)]
    told = [" ".join(words[at : at + 500]) for at in range(0, len(words), 500)]
    pdf = draw_report(minutes(*items(*(NewItem(ItemKind.STATEMENT, text) for text in told))))
    pages = pages_of(pdf)
    assert len(pages) > 10
    assert pages[-1].strip().endswith(f"page {len(pages)}/{len(pages)}")
    found = [word for page in pages for word in page.split() if word.startswith("mot")]
    assert found == words


def test_what_people_typed_is_never_markup() -> None:
    text = "<b>gras</b> &amp; {name} %s \\n 漢"
    [page] = pages_of(draw_report(minutes(*items(NewItem(ItemKind.STATEMENT, text)))))
    assert "<b>gras</b> &amp; {name} %s \\n" in page


def test_next_edition_is_said_as_it_was_prepared_unless_the_report_says_it() -> None:
    week = When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17))
    following = event(edition=4, when=week)
    [text] = pages_of(draw_report(minutes(next_event=following)))
    assert "4e atelier — Coopérer au quartier, semaine du 11 avril 2016" in text
    [text] = pages_of(draw_report(minutes(next_event=following, next_text="Bientôt")))
    assert "Bientôt" in text
    assert "semaine du" not in text


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(WhenKind.DAYS, TUESDAY, TUESDAY), "mardi 8 mars 2016"),
        (When(WhenKind.DAYS, THURSDAY, FRIDAY), "du jeudi 4 au vendredi 5 juin 2015"),
        (
            When(WhenKind.DAYS, dt.date(2015, 10, 31), dt.date(2015, 11, 1)),
            "du samedi 31 octobre au dimanche 1er novembre 2015",
        ),
        (
            When(WhenKind.DAYS, dt.date(2015, 12, 31), dt.date(2016, 1, 1)),
            "du jeudi 31 décembre 2015 au vendredi 1er janvier 2016",
        ),
        (
            When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17)),
            "semaine du 11 avril 2016",
        ),
        (When(WhenKind.MONTH, dt.date(2016, 4, 1), dt.date(2016, 4, 30)), "avril 2016"),
        (When(WhenKind.YEAR, dt.date(2016, 1, 1), dt.date(2016, 12, 31)), "2016"),
        (When(), "date à fixer"),
    ],
)
def test_days_are_said_with_what_they_have_in_common_once(when: When, said: str) -> None:
    assert when_line(when).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("edition", "kind", "said"),
    [
        (1, EventKind.WORKSHOP, "1er atelier — Coopérer au quartier"),
        (1, EventKind.ASSEMBLY, "1re assemblée — Coopérer au quartier"),
        (2, EventKind.OTHER, "2e édition — Coopérer au quartier"),
        (None, EventKind.WORKSHOP, "Coopérer au quartier"),
    ],
)
def test_rank_of_an_edition_agrees_with_what_it_is(edition, kind, said) -> None:
    assert event_heading(event(edition=edition, kind=kind)) == said


def test_session_says_its_day_hours_and_room() -> None:
    one = session(
        1, "Le four", held_on=THURSDAY, begins_at=dt.time(9, 30), ends_at=dt.time(11), room="A"
    )
    said = "Le four (jeudi 4 juin 2015, 9 h 30 – 11 h, A)"
    assert session_line(one).replace("\u00a0", " ") == said
    assert session_line(session(2, "Pause")) == "Pause"


@pytest.mark.parametrize("count", range(20, 60))
def test_no_page_ends_with_a_heading(count: int) -> None:
    told = [NewItem(ItemKind.STATEMENT, f"Dit {number}") for number in range(count)]
    themes = [NewItem(ItemKind.THEME, f"THÈME{at}X", "Détail") for at in range(9)]
    for page in pages_of(draw_report(minutes(*items(*told, *themes))))[:-1]:
        body = page.rpartition("La Coop des Rives — ")[0].strip()
        assert not body.endswith(("X", "Thèmes", "Tour de table")), body[-40:]


def test_longest_title_and_place_stand_whole() -> None:
    title, note = "Coopérer au bord de l’eau " * 7, "au fond de la cour à gauche " * 10
    whole = minutes()
    sheet = paper(title=title.strip(), place_note=note.strip()).sheet
    [page] = pages_of(draw_report(replace(whole, paper=replace(whole.paper, sheet=sheet))))
    assert f"3e atelier — {title.strip()}" in page
    assert note.strip() in page
