"""A programme of five chantiers from its list of structures to its papers.

The cases are numbered as in the reference: CC the work sites, COM the learned association.
"""

from __future__ import annotations

import datetime as dt
import io

import pypdfium2
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.group_structures import NameVerdict
from coopdesk.domain.groups import (
    GroupKind,
    NewGroup,
    NewObjective,
    NewOutput,
    ObjectiveKind,
    ObjectiveState,
    OutputKind,
    OutputState,
    Tagged,
)
from coopdesk.domain.operations import Origin
from coopdesk.domain.text import fold
from coopdesk.services.opening import open_database, signature
from tests.building import PROFILE
from tests.flows.chantiers import PROGRAMME, join_structures, record_programme
from tests.flows.test_office_cases import LEADS, STRUCTURES
from tests.made_once import new_file


@pytest.fixture
def office(tmp_path):
    """The services on a new database."""
    path = new_file(tmp_path / "office.coopdesk")
    services = open_database(path, signature("Camille", Origin.WINDOW))
    services.association.save(PROFILE)
    yield services
    services.database.close()


def text_of(content):
    pages = PdfReader(io.BytesIO(content)).pages
    said = "\n".join(page.extract_text() for page in pages)
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def columns_of(content, names):
    """Return the names of each column of the first page, read from the top."""
    with pypdfium2.PdfDocument(content) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        lines = [(text.get_text_bounded(*box).strip(), box) for box in boxes]
    places = {name: (round(box[0] / 10), -box[3]) for name, box in lines if name in names}
    edges = sorted({x for x, _y in places.values()})
    return [
        sorted((name for name in places if places[name][0] == edge), key=lambda n: places[n][1])
        for edge in edges
    ]


def flat(text):
    return " ".join(text.split())


def test_cc_1_five_chantiers_have_fifteen_objectives(office):
    made = record_programme(office)
    counts = [len(office.groups.sheet(key).objectives) for key in made.chantiers]
    assert counts == [5, 3, 3, 3, 1]
    first = [x.content.kind for x in office.groups.sheet(made.chantiers[0]).objectives]
    assert first.count(ObjectiveKind.POLITICAL) == 3
    assert first.count(ObjectiveKind.OPERATIONAL) == 2
    (line,) = office.groups.lines(GroupKind.PROGRAMME)
    assert (line.objectives, line.reached) == (15, 0)
    assert [x.number for x in office.groups.sheet(made.programme).chantiers] == [1, 2, 3, 4, 5]


def test_cc_2_and_3_each_lead_is_written_to_at_the_address_of_the_chantier(office):
    made = record_programme(office)
    groups = [office.groups.get(key) for key in made.chantiers]
    assert [x.content.referent_title for x in groups].count("Référente") == 4
    assert [(x.referent, x.contact_email) for x in groups] == [
        (lead[2], lead[4]) for lead in LEADS
    ]
    # The structure of the first lead and the domain of her address are two things.
    assert groups[0].referent_organisation == "Savoir Tisser"
    assert "raisonnettes" in groups[0].contact_email


def test_cc_4_forty_one_structures_take_part_once_however_often_they_are_pasted(office):
    made = record_programme(office)
    for _again in range(2):
        parts = office.groups.sheet(made.programme).parts
        assert len([part for part in parts if part.is_structure]) == 41
        join_structures(office, made.programme)
    (line,) = office.groups.lines(GroupKind.PROGRAMME)
    assert (line.structures, line.people) == (41, 0)


def test_cc_6_list_with_other_spellings_asks_and_merges_nobody(office):
    programme = office.groups.add(NewGroup("Rives", GroupKind.PROGRAMME)).value.id
    for name in ("Que Vol'lande", "Raisonette", "Interlaciel", "MTS"):
        office.contacts.add(NewContact(kind=ContactKind.ORGANISATION, organisation_name=name))
    typed = "Que'Vollande\nraisonnettes.org\nInterlaCielle\nMouvement pour la Terre Solidaire"
    rows = office.group_structures.preview(programme, typed)
    assert [row.verdict for row in rows] == [NameVerdict.SIMILAR] * 4
    assert office.contacts.count() == 4


def test_charter_signed_by_some_is_told_on_the_sheet(office):
    made = record_programme(office)
    parts = office.groups.sheet(made.programme).parts
    signed = [part.id for part in parts[:28]]
    assert office.group_work.sign_charter(signed, dt.date(2024, 3, 1)).value == 28
    said = text_of(office.group_papers.sheet_pdf(made.programme))
    assert "28 signatures sur 41" in said
    assert "Adoptée le 1er février 2024" in said
    assert "Structures participantes (41)" in said
    # The address is shown as people read it.
    assert "lelabo.example.org/Chantiers-coopératifs" in said


def test_sheet_of_a_chantier_tells_its_objectives_by_kind_and_who_leads_it(office):
    made = record_programme(office)
    first = made.chantiers[0]
    objective = office.groups.sheet(first).objectives[3]
    office.group_work.change_objective(
        objective.id,
        NewObjective(
            objective.content.text,
            ObjectiveKind.OPERATIONAL,
            ObjectiveState.UNDER_WAY,
            "une carte",
            dt.date(2024, 12, 31),
        ),
    )
    said = flat(text_of(office.group_papers.sheet_pdf(first)))
    assert "Chantier 1" in said
    assert f"Programme : {PROGRAMME}" in said
    assert "Référente : Solène Auzerat (Savoir Tisser)" in said
    assert "Contact : solene@raisonnettes.example.org" in said
    assert said.index("Objectifs politiques") < said.index("Objectifs opérationnels")
    assert "en cours · pour le 31 décembre 2024 · livrable : une carte" in said


def test_table_of_the_programme_holds_the_five_chantiers_with_every_objective(office):
    made = record_programme(office)
    said = flat(text_of(office.group_papers.programme_pdf(made.programme)))
    for name, title, referent, _structure, email in LEADS:
        assert name in said
        assert f"{title} {referent} (" in said
        assert email in said
    for key in made.chantiers:
        assert office.groups.get(key).referent_organisation in said
        for objective in office.groups.sheet(key).objectives:
            assert objective.content.text in said
    assert "À l’initiative de : Fonds de dotation des Berges" in said


def test_cc_7_directory_stands_in_three_columns_in_french_order(office):
    made = record_programme(office)
    paper = office.group_papers.directory(made.programme)
    expected = list(STRUCTURES)
    named = [structure.name for structure in paper.structures]
    # One contact was known by its whole name before the list called it MTS.
    expected[expected.index("MTS")] = "Mouvement pour la Terre Solidaire"
    assert named == sorted(expected, key=fold)
    said = text_of(office.group_papers.directory_pdf(made.programme))
    assert "41 structures au" in said
    columns = columns_of(office.group_papers.directory_pdf(made.programme), named)
    assert [len(column) for column in columns] == [14, 14, 13]
    assert [name for column in columns for name in column] == named


def test_directory_as_a_workbook_has_a_row_a_structure(office):
    made = record_programme(office)
    (part, *_more) = office.groups.sheet(made.programme).parts
    office.group_work.sign_charter([part.id], dt.date(2024, 3, 1))
    content = office.group_papers.directory_workbook(made.programme)
    sheet = load_workbook(io.BytesIO(content)).active
    rows = list(sheet.iter_rows(min_row=5, max_row=45, values_only=True))
    assert len([row for row in rows if row[0]]) == 41
    assert rows[0][0] == part.name
    assert rows[0][5].date() == dt.date(2024, 3, 1)


def test_com_1_member_without_a_structure_works_in_several_groups(office):
    key = office.contacts.add(NewContact(first_name="Ana", last_name="Roux")).value.id
    for name in ("Communs numériques", "Communs et droit"):
        office.groups.join(NewGroupMember(key, name))
    assert [x.people for x in office.groups.lines()] == [1, 1]


def test_com_3_and_the_report_of_the_year_by_register(office):
    office.action_registers.add_usual()
    names = [x.name for x in office.action_registers.all()]
    assert names == [
        "ÉCLAIRER, THÉORISER, CARTOGRAPHIER",
        "RELIER…",
        "APPUYER LE DÉVELOPPEMENT…",
    ]
    group = office.groups.add(
        NewGroup("Communs & droit", started_on=dt.date(2024, 1, 15), description="Éclairer *")
    ).value.id
    office.groups.add(NewGroup("Sans registre", ended_on=dt.date(2023, 12, 31)))
    office.groups.add(NewGroup("Libre"))
    output = office.group_work.add_output(
        group,
        NewOutput(
            "Note <b>fondatrice</b>",
            OutputKind.NOTE,
            OutputState.DEBATED,
            "CC-BY-SA",
            dt.date(2024, 5, 2),
        ),
    ).value
    office.action_registers.tag(Tagged.GROUP, group, names[:2])
    office.action_registers.tag(Tagged.OUTPUT, output.id, names[:1])
    report = office.group_papers.activity_report(2024)
    assert [(x.name, len(x.groups), len(x.outputs)) for x in report.registers] == [
        (names[0], 1, 1),
        (names[1], 1, 0),
        ("", 1, 0),
    ]
    assert (report.groups, report.outputs) == (2, 1)
    told = office.group_papers.activity_report_markdown(2024)
    assert told.startswith("# Rapport d’activité 2024\n")
    assert f"## {names[0]}" in told
    assert "\\<b\\>fondatrice" in told
    # Under its register an output does not name it again.
    assert told.count(names[0]) == 1
    assert "## Sans registre d’action" in told
    said = flat(text_of(office.group_papers.activity_report_pdf(2024)))
    assert "Note <b>fondatrice</b>" in said
    assert "Aucun événement, 2 groupes au travail, une production." in said


def test_report_counts_who_took_part_in_its_year_and_no_group_before_it_began(office):
    made = record_programme(office)
    structure = office.groups.sheet(made.programme).parts[0]
    office.groups.leave(structure.id, dt.date(2024, 12, 31))
    office.groups.close(made.programme, dt.date(2025, 6, 30))

    def told(year):
        report = office.group_papers.activity_report(year)
        (register,) = report.registers or (None,)
        return {x.group.name: x.structures for x in register.groups} if register else {}

    assert told(2023) == {}
    assert told(2024)["Chantiers des rives"] == 41
    # The chantiers say no day of their own: they began with their programme.
    assert len(told(2024)) == 6
    assert told(2025)["Chantiers des rives"] == 40
    assert "Chantiers des rives" not in told(2026)
    text = office.group_papers.activity_report_markdown(2024)
    assert "Programme\N{NO-BREAK SPACE}: Chantiers des rives" in text


def test_programme_is_taken_back_step_by_step(office):
    record_programme(office)
    while office.operations.state().undo is not None:
        label = office.operations.state().undo.label
        office.operations.undo()
        if label == "association.saved":
            break
    assert office.groups.lines() == []
    assert office.contacts.count() == 0
