"""Structures joined by a pasted list: names that vary are proposed, never merged alone."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_structures import (
    JoiningStructures,
    NameVerdict,
    StructureChoice,
    names_in,
)
from coopdesk.services.group_structures import GroupStructureService
from tests.building import every_row, new_units
from tests.services.group_office import GroupOffice


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        office = GroupOffice(units)
        office.structures = GroupStructureService(units)
        yield office


@pytest.fixture
def programme(office):
    return office.programme()


def verdicts(rows):
    return [(row.name, row.verdict) for row in rows]


def structures_of(office, group_id):
    return [x.name for x in office.groups.sheet(group_id).parts if x.is_structure]


def test_pasted_list_loses_its_bullets_and_blank_lines():
    pasted = "• Que'Brume\n\n - Les  Sources ;\nClus'Lac Jura\tE-sureau\r\n* 3 Rives\n"
    assert names_in(pasted) == [
        "Que'Brume",
        "Les Sources",
        "Clus'Lac Jura",
        "E-sureau",
        "3 Rives",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. Ô Jardins\n\n2) 3.0 Lab\n3 . Zest", ["Ô Jardins", "3.0 Lab", "Zest"]),
        ("1.5 degré\n2.0 Lab", ["1.5 degré", "2.0 Lab"]),
        ("1. Ô Jardins\n3. Zest", ["1. Ô Jardins", "3. Zest"]),
        ("1. Premier", ["1. Premier"]),
    ],
)
def test_numbers_that_count_a_list_are_left_out_others_are_part_of_a_name(text, names):
    assert names_in(text) == names


def test_unknown_names_become_organisations_that_take_part(office, programme):
    done = office.structures.join(
        JoiningStructures(
            programme, "Clus'Lac Jura\nE-sureau", {}, "pilote", dt.date(2026, 2, 1)
        )
    ).value
    assert done.made == ("Clus'Lac Jura", "E-sureau")
    assert structures_of(office, programme) == ["Clus'Lac Jura", "E-sureau"]
    (part, _other) = office.groups.sheet(programme).parts
    assert (part.role, part.started_on) == ("pilote", dt.date(2026, 2, 1))
    contact = office.contacts.get(part.contact_id)
    assert contact.profile.kind is ContactKind.ORGANISATION


def test_same_name_in_another_case_is_the_known_contact(office, programme):
    known = office.structure("Makelune")
    (row,) = office.structures.preview(programme, "makelune")
    assert (row.verdict, row.contact_id, row.takes_part) == (NameVerdict.KNOWN, known, False)
    office.structures.join(JoiningStructures(programme, "makelune"))
    (row,) = office.structures.preview(programme, "MAKELUNE")
    assert row.takes_part
    done = office.structures.join(JoiningStructures(programme, "MAKELUNE")).value
    assert (done.joined, done.made, done.already) == ((), (), ("Makelune",))


@pytest.mark.parametrize(
    ("known", "typed", "reason"),
    [
        ({"name": "Que Brumeterre"}, "Que'Brume terre", "same_name"),
        ({"name": "Que Vol'brume"}, "Que'Volbrume", "same_name"),
        ({"name": "Interbrumiel"}, "InterBrumielle", "close_name"),
        (
            {"name": "Brumonance", "website": "https://brumonnances.test"},
            "brumonnances.test",
            "close_name",
        ),
        (
            {"name": "Mouvement pour l'Économie des Rives"},
            "MER",
            "acronym",
        ),
        ({"name": "MER"}, "Mouvement pour l'Economie des Rives", "acronym"),
    ],
)
def test_name_that_varies_is_proposed_and_waits_for_somebody(
    office, programme, known, typed, reason
):
    contact = office.structure(**known)
    (row,) = office.structures.preview(programme, typed)
    assert row.verdict is NameVerdict.SIMILAR
    assert [x.contact.contact_id for x in row.similar] == [contact]
    assert row.similar[0].reasons[0].code == reason
    with pytest.raises(RuleError) as error:
        office.structures.join(JoiningStructures(programme, typed))
    assert (error.value.code, error.value.values["count"]) == ("structures.undecided", 1)
    assert structures_of(office, programme) == []
    office.structures.join(
        JoiningStructures(programme, typed, {1: StructureChoice(1, contact_id=contact)})
    )
    assert structures_of(office, programme) == [known["name"]]


def test_similar_name_may_be_said_to_be_another(office, programme):
    office.structure("Que Brumeterre")
    choice = {1: StructureChoice(1, is_new=True)}
    office.structures.join(JoiningStructures(programme, "Que'Brumeterre", choice))
    assert structures_of(office, programme) == ["Que'Brumeterre"]
    assert office.contacts.count() == 2


def test_two_spellings_in_one_list_are_asked_about_and_a_repeated_line_is_not(
    office, programme
):
    text = "Que Vol'brume\nLes Sources\nQue'Volbrume\nLES SOURCES"
    rows = office.structures.preview(programme, text)
    assert verdicts(rows) == [
        ("Que Vol'brume", NameVerdict.NEW),
        ("Les Sources", NameVerdict.NEW),
        ("Que'Volbrume", NameVerdict.SIMILAR),
        ("LES SOURCES", NameVerdict.REPEATED),
    ]
    assert rows[2].twin.place == 1
    choice = {3: StructureChoice(3, twin=1)}
    office.structures.join(JoiningStructures(programme, text, choice))
    assert structures_of(office, programme) == ["Les Sources", "Que Vol'brume"]


def test_person_of_that_name_is_not_proposed(office, programme):
    office.person("Sources", "Les")
    (row,) = office.structures.preview(programme, "Les Sources")
    assert row.verdict is NameVerdict.NEW


def test_list_is_taken_back_whole(office, programme):
    office.structure("Les Sources")
    before = every_row(office.units)
    office.structures.join(JoiningStructures(programme, "Les Sources\nE-sureau\nQue'Brume"))
    assert len(structures_of(office, programme)) == 3
    office.operations.undo()
    assert every_row(office.units) == before


def test_empty_list_and_a_name_too_long_are_refused(office, programme):
    for text, code in ((" \n- \n", "structures.names_missing"), ("x" * 161, "text.too_long")):
        with pytest.raises(RuleError) as error:
            office.structures.preview(programme, text)
        assert error.value.code == code
