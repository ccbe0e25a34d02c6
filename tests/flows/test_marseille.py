"""A workshop from its poll to the next one: day, place, people, papers, report and groups.

The figures are those of the office (CI-1 to CI-8 of the reference): the third workshop of a
cycle on Tuesday 8 March 2016, sixteen statements, three questions answered in pairs, four
themes that become groups, and a fourth one in the week of 11 April. Names and words are
invented.
"""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from coopdesk.domain.event_registrations import RegistrationFilter, RegistrationState
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.events import (
    EventKind,
    EventRole,
    NewCycle,
    NewEvent,
    NewEventPart,
    NewVenue,
    When,
    WhenKind,
)
from coopdesk.domain.groups import EventTie
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from coopdesk.wording.formats import day_text
from tests.building import PROFILE, every_row, open_units, person
from tests.documents.member_people import pages_of
from tests.made_once import new_file

TUESDAY, ADDED = dt.date(2016, 3, 8), dt.date(2016, 3, 11)
MARCH = When(WhenKind.WEEK, dt.date(2016, 3, 7), dt.date(2016, 3, 13))
APRIL = When(WhenKind.WEEK, dt.date(2016, 4, 11), dt.date(2016, 4, 17))
# Who answers the poll: Monday, Tuesday, Wednesday evening.
ANSWERS = (
    *((f"Voisine {number:02d}", "Oui Oui Non") for number in range(1, 8)),
    *((f"Voisin {number:02d}", "Non Oui Si") for number in range(1, 8)),
    ("Maëlle Zéphyr", "Si Oui Oui"),
    ("Yann", "Non Oui Non"),
    ("Nour Benali", "Si Oui Non"),
    ("Fanch", "Oui Oui Oui"),
    ("Gaëtane", "Oui Si Non"),
    ("Lila", "Non Non Oui"),
)
STATEMENTS = tuple(f"Ce que j’apporte, c’est la chose numéro {at}." for at in range(1, 17))
QUESTIONS = (
    "Qu’est-ce qui m’amène ce soir ?",
    "Qu’aimerais-je voir aboutir ?",
    "Qu’ai-je dans mon sac pour les autres ?",
)
PAIRS = 8
THEMES = {
    "DECOUVRIR": (
        "Aller voir ce qui marche ailleurs.",
        "Toutes les curieuses et tous les curieux",
    ),
    "STRUCTURER": ("Trouver une forme qui tienne debout.", "Les juristes et les têtues"),
    "CONNAITRE": ("Savoir qui fait quoi par ici.", "Les habitantes et les habitants"),
    "FABRIQUER": ("Mettre les mains dans le cambouis.", "Celles et ceux qui bricolent"),
}


class Story(NamedTuple):
    """What the evening left behind."""

    services: object
    event_id: int
    next_id: int
    poll_id: int


def poll_file(folder):
    """Write the answers as Framadate does."""
    words = {"Oui": "Oui", "Non": "Non", "Si": "Si nécessaire"}
    rows = [
        ',"07/03/2016","08/03/2016","09/03/2016",',
        ',"18h-20h","18h30-21h","soir",',
        *(
            f'"{name}",' + "".join(f'"{words[one]}",' for one in said.split())
            for name, said in ANSWERS
        ),
    ]
    path = folder / "Troisieme_atelier.csv"
    path.write_text("\r\n".join(rows) + "\r\n", encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """Live through the workshop once; every test looks at what it left."""
    folder = tmp_path_factory.mktemp("marseille")
    with opened(new_file(folder / "cycle.coopdesk")) as services:
        services.association.save(PROFILE)
        yield whole_evening(services, folder)


@contextmanager
def opened(path):
    """Open a file with all its services."""
    services = open_database(path, signature("Camille", Origin.WINDOW))
    try:
        yield services
    finally:
        services.database.close()


def whole_evening(services, folder):
    """Prepare, invite, hold and report; make groups of the themes, and prepare the next one."""
    event_id = prepared(services)
    poll_id = invited(services, event_id, poll_file(folder))
    held(services, event_id)
    reported(services, event_id)
    services.event_reports.make_groups(event_id)
    next_id = services.events.prepare_next(event_id, APRIL).value.id
    services.event_reports.finish(event_id)
    return Story(services, event_id, next_id, poll_id)


def prepared(services):
    """Record the cycle, three places and the third workshop, in a week without a day."""
    cycle = services.venues.add_cycle(
        NewCycle("Ateliers d’ici", origin="Barcelone", since="novembre 2015")
    ).value
    for name, capacity in (("Le Grand Hall", 80), ("plan M", 20), ("Café du coin", 12)):
        access = "prés de la gare" if name == "plan M" else ""
        services.venues.add(
            NewVenue(name, "1 rue du Port", "13001", "Marseille", capacity, access)
        )
    new = NewEvent(
        "Coopérer de bout en bout",
        EventKind.WORKSHOP,
        when=MARCH,
        cycle_id=cycle.id,
        edition=3,
        aim="Se donner de quoi faire ensemble.",
    )
    event_id = services.events.add(new).value.id
    for name in ("Aurèle", "Solène"):
        services.events.add_part(event_id, NewEventPart(EventRole.FACILITATOR, name=name))
    return event_id


def invited(services, event_id, path):
    """Import the poll, hold the workshop on its best slot in the smallest place, register."""
    services.contacts.add(person("Benali", "Nour"))
    poll = services.polls.import_for(event_id, path).value
    [best] = services.polls.proposal(poll.id).best_slots
    services.polls.choose(poll.id, best.count.position, best.venues[0].id)
    event = services.events.get(event_id)
    services.events.change(event_id, replace(event.content, capacity=20))
    services.polls.register(poll.id, best.count.position)
    return poll.id


def held(services, event_id):
    """Check sixteen of those who registered in."""
    ids = services.registrations.ids(RegistrationFilter(event_id))
    for registration_id in ids[:16]:
        services.check_in.check_in(registration_id)


def reported(services, event_id):
    """Write the report: the round, the questions answered in pairs, themes, a decision."""
    reports = services.event_reports
    reports.write(
        event_id,
        NewReport(
            "ÉCONOMIES",
            author_name="Anouk des Rives",
            written_on=ADDED,
            next_text="Le 4e atelier est prévu dans la semaine du 11 avril.",
        ),
    )
    reports.add_items(event_id, [NewItem(ItemKind.STATEMENT, text) for text in STATEMENTS])
    for text in QUESTIONS:
        asked = reports.add_item(event_id, NewItem(ItemKind.QUESTION, text)).value
        told = [f"Binôme {pair} : réponse à « {text[:12]} »" for pair in range(1, PAIRS + 1)]
        reports.add_items(
            event_id, [NewItem(ItemKind.ANSWER, one, parent_id=asked.id) for one in told]
        )
    for name, (detail, audience) in THEMES.items():
        reports.add_item(event_id, NewItem(ItemKind.THEME, name, detail, audience))
    reports.add_item(
        event_id,
        NewItem(ItemKind.DECISION, "Chercher un lieu pour avril.", due_on=dt.date(2016, 4, 1)),
    )


def test_poll_says_tuesday_and_the_smallest_place_that_holds_all(story):
    proposal = story.services.polls.proposal(story.poll_id)
    assert [(one.count.yes, one.count.maybe) for one in proposal.slots] == [
        (9, 2),
        (18, 1),
        (3, 7),
    ]
    assert proposal.best == (1,)
    assert [venue.name for venue in proposal.best_slots[0].venues] == [
        "plan M",
        "Le Grand Hall",
    ]
    assert proposal.slots[0].venues[0].name == "Café du coin"


def test_third_workshop_is_on_a_tuesday_at_plan_m(story):
    sheet = story.services.events.sheet(story.event_id)
    assert sheet.event.content.edition == 3
    assert (sheet.cycle.content.since, sheet.cycle.content.origin) == (
        "novembre 2015",
        "Barcelone",
    )
    assert sheet.event.when == When(
        WhenKind.DAYS, TUESDAY, TUESDAY, dt.time(18, 30), dt.time(21)
    )
    assert TUESDAY.isoweekday() == 2
    assert (sheet.venue.name, sheet.venue.content.access) == ("plan M", "prés de la gare")
    assert [(part.name, part.content.contact_id) for part in sheet.parts] == [
        ("Aurèle", None),
        ("Solène", None),
    ]
    assert story.services.events.id_named("3e Ateliers d’ici") == story.event_id


def test_everybody_who_said_yes_is_registered_once(story):
    services = story.services
    lines = services.registrations.lines(
        services.registrations.ids(RegistrationFilter(story.event_id))
    )
    assert len(lines) == 18
    assert {line.state for line in lines} == {RegistrationState.REGISTERED}
    assert {line.name for line in lines} == {
        name for name, said in ANSWERS if said.split()[1] == "Oui"
    }
    [nour] = [line for line in lines if line.contact_id is not None]
    assert nour.name == "Nour Benali"
    counts = services.registrations.counts(story.event_id)
    assert (counts.registered, counts.free, counts.present) == (18, 2, 16)


def test_sheet_to_sign_has_every_name_and_badges_every_code(story):
    services = story.services
    lines = services.registrations.lines(
        services.registrations.ids(RegistrationFilter(story.event_id))
    )
    sheet = " ".join(pages_of(services.event_papers.attendance(story.event_id)))
    badges = " ".join(pages_of(services.event_papers.badges(story.event_id)))
    assert "Inscrits : 18" in sheet
    assert "Mardi 8 mars 2016, 18 h 30 – 21 h · plan M, 1 rue du Port, 13001 Marseille" in sheet
    for line in lines:
        assert line.name in sheet
        assert line.badge_code in badges


def test_sixteen_statements_three_questions_and_four_themes_keep_their_order(story):
    report = story.services.event_reports.of(story.event_id)
    assert report.content.is_final
    assert tuple(x.content.text for x in report.of(ItemKind.STATEMENT)) == STATEMENTS
    questions = report.of(ItemKind.QUESTION)
    assert tuple(item.content.text for item in questions) == QUESTIONS
    for question in questions:
        told = [answer.content.text for answer in report.answers(question.id)]
        assert [text.split(" :")[0] for text in told] == [f"Binôme {at}" for at in range(1, 9)]
    assert [item.content.text for item in report.of(ItemKind.THEME)] == list(THEMES)


def test_each_theme_is_a_living_group_that_says_where_it_was_born(story):
    groups = story.services.groups
    lines = groups.lines(current_only=True)
    assert {line.name for line in lines} == set(THEMES)
    for line in lines:
        sheet = groups.sheet(line.id)
        assert line.is_ephemeral
        assert (sheet.group.content.description, sheet.group.content.audience) == THEMES[
            line.name
        ]
        assert sheet.group.content.started_on == TUESDAY
        [born] = sheet.events
        assert (born.event_id, born.tie) == (story.event_id, EventTie.ORIGIN)


def test_fourth_workshop_is_kept_by_its_week_without_a_day(story):
    event = story.services.events.get(story.next_id)
    assert (event.content.edition, event.content.previous_id) == (4, story.event_id)
    assert (event.when, event.when.starts_on.isoweekday()) == (APRIL, 1)
    assert event.content.venue_id is None
    sheet = story.services.events.sheet(story.next_id)
    assert [part.name for part in sheet.parts] == ["Aurèle", "Solène"]
    assert story.services.registrations.counts(story.next_id).registered == 0


def test_report_is_printed_whole(story):
    pages = pages_of(story.services.event_papers.report_pdf(story.event_id))
    text = " ".join(pages)
    for said in (
        "3e atelier — Coopérer de bout en bout",
        "Mardi 8 mars 2016, 18 h 30 – 21 h",
        "Cycle : Ateliers d’ici, depuis novembre 2015",
        "Animation : Aurèle, Solène",
        "Présents : 16",
        *STATEMENTS,
        *QUESTIONS,
        *THEMES,
        "Chercher un lieu pour avril. Pour le 1er avril 2016",
        "Le 4e atelier est prévu dans la semaine du 11 avril.",
        f"Rédigé par Anouk des Rives · Ajouté le {day_text(ADDED)}",
    ):
        assert said in text, said
    assert day_text(ADDED) == "11/03/2016"
    assert f"page {len(pages)}/{len(pages)}" in pages[-1]


def test_report_in_markdown_has_the_same_parts(story):
    tokens = MarkdownIt("commonmark").parse(
        story.services.event_papers.report_markdown(story.event_id)
    )
    kinds = [token.type for token in tokens]
    titles = [tokens[at + 1].content for at, kind in enumerate(kinds) if kind == "heading_open"]
    assert titles[0] == "3e atelier — Coopérer de bout en bout"
    assert [title for title in titles if title in THEMES] == list(THEMES)
    # Facts of the head, sixteen statements, three times eight answers, one decision.
    assert kinds.count("list_item_open") == 5 + 16 + 3 * PAIRS + 1


def test_whole_evening_is_taken_back_step_by_step(tmp_path):
    path = new_file(tmp_path / "cycle.coopdesk")
    with opened(path) as services:
        services.association.save(PROFILE)
    with open_units(path) as units:
        before = every_row(units)
    with opened(path) as services:
        whole_evening(services, tmp_path)
        while services.operations.state().undo.label != "association.saved":
            services.operations.undo()
    with open_units(path) as units:
        assert every_row(units) == before
