"""The papers of groups: asked for by their keys and written where people say."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.ui.groups.papers import PAPERS, Asked, Paper
from coopdesk.ui.page import Role
from tests.ui.contacts.conftest import unnamed
from tests.ui.groups.conftest import settle, shown


@pytest.fixture
def page(qtbot, office, window, made):
    page = shown(qtbot, office, window)
    page.show_target(made.programme)
    settle(qtbot, office, page)
    return page


@pytest.fixture
def write(qtbot, office, page, monkeypatch, tmp_path):
    """Write a paper into a folder of the test; nothing is opened."""
    writing = page.view.doing.papers.writing
    monkeypatch.setattr(writing, "open", lambda _path: None)

    def written(name):
        path = tmp_path / name
        chooser = writing.chooser
        with qtbot.waitSignal(writing.written, timeout=60_000):
            chooser.fileSelected.emit(str(path))
            chooser.reject()
        office.idle(qtbot)
        return path

    return written


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_paper_is_written(qtbot, office, page, write):
    papers = page.view.doing.papers
    for paper, kind in PAPERS.items():
        year = 2024 if paper in {Paper.YEAR_TEXT, Paper.YEAR_PDF} else 0
        papers.write(Asked(paper, year))
        assert papers.writing.chooser is not None
        path = write(f"{paper.value}.{kind.suffix}")
        assert path.stat().st_size > 200


def test_sheet_and_directory_have_the_keys_of_every_page(qtbot, office, page, write):
    page.role_actions[Role.PRINT].trigger()
    chooser = page.view.doing.papers.writing.chooser
    # Sheets of two groups do not meet in one folder.
    assert chooser.selectedFiles()[0].endswith("fiche-de-groupe-chantiers-des-rives.pdf")
    assert "41" in text_of(write("fiche.pdf"))
    page.role_actions[Role.EXPORT].trigger()
    dialog = page.view.doing.papers.dialog
    assert unnamed(dialog) == []
    assert not dialog.form.fields["year"].isVisible()
    dialog.paper.choose(Paper.WORKBOOK)
    dialog.submit_button.click()
    office.idle(qtbot)
    assert load_workbook(write("annuaire.xlsx")).active["A5"].value == "Aéma Partage"


def test_report_of_a_year_asks_which_and_refuses_one_to_come(qtbot, office, page, write):
    page.report_action.trigger()
    dialog = page.view.doing.papers.dialog
    dialog.year.setText("2999")
    dialog.submit_button.click()
    assert dialog.form.error_of("year")
    dialog.year.setText("2024")
    dialog.submit_button.click()
    office.idle(qtbot)
    told = write("rapport.md").read_text(encoding="utf-8")
    assert "# Rapport d’activité 2024" in told


def test_chantier_has_no_table_of_chantiers(qtbot, office, page, made):
    assert page.view.doing.papers.table_action.isEnabled()
    page.show_target(made.chantiers[0])
    settle(qtbot, office, page)
    assert not page.view.doing.papers.table_action.isEnabled()
