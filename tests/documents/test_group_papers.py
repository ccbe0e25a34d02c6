"""Papers of groups hold whatever people typed, over as many pages as it takes."""

from __future__ import annotations

import datetime as dt
import io

import pypdfium2
import pytest
from pypdf import PdfReader

from coopdesk.documents.activity_report_markdown import write_activity_report
from coopdesk.documents.directory_pdf import draw_directory
from coopdesk.documents.group_sheet_pdf import draw_group_sheet
from coopdesk.documents.programme_pdf import draw_programme
from coopdesk.domain.group_papers import (
    ActivityReport,
    DirectoryPaper,
    GroupPaper,
    ListedStructure,
    ProgrammePaper,
    RegisterYear,
    YearGroup,
)
from coopdesk.domain.groups import (
    Group,
    GroupKind,
    GroupSheet,
    NewGroup,
    NewObjective,
    NewOutput,
    Objective,
    ObjectiveKind,
    Output,
    Part,
)
from coopdesk.domain.ledgers import ActivityTotals
from coopdesk.domain.money import Money
from coopdesk.wording.language import set_language
from tests.building import PROFILE

DAY = dt.date(2026, 11, 22)
LONG = " ".join(f"mot{number}" for number in range(700))
HOSTILE = "<b>Que'Brume & Cie</b> *étoile* 🌊"


@pytest.fixture(autouse=True)
def french():
    set_language("fr")


def text_of(content):
    pages = PdfReader(io.BytesIO(content)).pages
    said = "\n".join(page.extract_text() for page in pages)
    return said.replace("\u00a0", " ").replace("\u202f", " "), len(pages)


def group(name="Rives", **more):
    return Group(1, NewGroup(name, **more))


def objectives(*texts):
    kind = ObjectiveKind.POLITICAL
    return tuple(
        Objective(key, 1, NewObjective(text, kind)) for key, text in enumerate(texts, start=1)
    )


def sheet(of, **more):
    nothing = dict.fromkeys(
        ("parts", "objectives", "outputs", "registers", "events", "chantiers"), ()
    )
    return GroupSheet(of, **{**nothing, **more})


def test_objective_longer_than_a_page_goes_on_and_loses_no_word():
    paper = ProgrammePaper(
        PROFILE,
        DAY,
        sheet(group(kind=GroupKind.PROGRAMME)),
        ((group("Eau", number=1), objectives(LONG, "court")), (group("Air", number=2), ())),
    )
    said, pages = text_of(draw_programme(paper))
    assert pages > 1
    words = said.split()
    assert all(f"mot{number}" in words for number in range(700))
    # The header of the table stands on every page.
    assert said.count("Objectifs") == pages
    assert "Air" in words


def test_programme_without_a_chantier_says_so():
    paper = ProgrammePaper(PROFILE, DAY, sheet(group(kind=GroupKind.PROGRAMME)), ())
    assert "pas encore de chantier" in text_of(draw_programme(paper))[0]


@pytest.mark.parametrize("count", [0, 1, 2, 41, 400])
def test_directory_of_any_length_names_each_structure_once(count):
    names = [f"Structure-{number:03d}" for number in range(count)]
    listed = tuple(ListedStructure(number, name) for number, name in enumerate(names))
    said, pages = text_of(draw_directory(DirectoryPaper(PROFILE, DAY, group(), listed)))
    assert [said.count(name) for name in names] == [1] * count
    assert pages == (1 if count < 120 else pages)
    if count == 0:
        assert "Aucune structure" in said
    if count == 1:
        assert "1 structure au" in said


def test_name_longer_than_its_column_stays_in_it():
    listed = tuple(ListedStructure(number, f"{HOSTILE} {LONG[:80]}") for number in range(5))
    said, _pages = text_of(draw_directory(DirectoryPaper(PROFILE, DAY, group(), listed)))
    assert said.count("<b>Que'Brume & Cie</b>") == 5


def test_state_of_an_objective_stands_closer_to_it_than_to_the_next_one():
    shown = sheet(group(), objectives=objectives("Une loi", "Un guide"))
    with pypdfium2.PdfDocument(draw_group_sheet(GroupPaper(PROFILE, DAY, shown))) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        places: dict[str, tuple[float, float]] = {}
        for box in boxes:
            places.setdefault(text.get_text_bounded(*box).strip(), (box[0], box[1]))
    law, state, guide = (places[text] for text in ("Une loi", "à faire", "Un guide"))
    assert law[1] - state[1] < state[1] - guide[1]
    assert abs(state[0] - law[0]) < 2


def test_long_description_of_a_programme_fills_the_lines_it_has():
    known = group(kind=GroupKind.PROGRAMME, description="Un\n\ndeux\n\ntrois\n\nquatre")
    said, _pages = text_of(draw_programme(ProgrammePaper(PROFILE, DAY, sheet(known), ())))
    assert "Un deux trois quatre" in said


def test_sheet_writes_what_was_typed_as_text_and_its_money():
    parts = tuple(
        Part(number, 1, number, f"{HOSTILE} {number}", number % 2 == 0, "pilote & co")
        for number in range(1, 60)
    )
    known = group(HOSTILE, description=LONG, summary="Fini", ended_on=DAY, is_ephemeral=True)
    whole = sheet(
        known,
        parts=parts,
        objectives=objectives(HOSTILE, LONG),
        outputs=(Output(1, 1, NewOutput(HOSTILE, licence="CC-BY-SA")),),
    )
    money = ActivityTotals(1, "Rives", Money(120_000), Money(45_050), budget_income=Money(1))
    said, pages = text_of(draw_group_sheet(GroupPaper(PROFILE, DAY, whole, money, "2026")))
    assert pages > 1
    assert "<b>Que'Brume & Cie</b>" in said
    assert "1 200,00 €" in said
    assert "450,50 €" in said
    assert "groupe éphémère" in said
    assert all(f"mot{number}" in said.split() for number in range(700))


def test_markdown_of_the_year_makes_no_mark_of_what_was_typed():
    register = RegisterYear(HOSTILE, groups=(YearGroup(group("# Titre_1_ [lien](x)")),))
    report = ActivityReport(PROFILE, DAY, 2026, (register,), groups=1)
    told = write_activity_report(report)
    assert "## \\<b\\>Que'Brume \\& Cie\\</b\\> \\*étoile\\*" in told
    assert "- **\\# Titre\\_1\\_ \\[lien\\](x)**" in told
    empty = write_activity_report(ActivityReport(PROFILE, DAY, 2026, ()))
    assert "Rien n’est enregistré" in empty
