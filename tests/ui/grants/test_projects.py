"""Projects with their budgets and who pays what; calls for projects."""

from __future__ import annotations

import pytest

from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.grant_projects import NewProjectLine
from coopdesk.domain.money import Money
from coopdesk.ui.partners.views import View
from coopdesk.ui.recent_records import recent_hits
from tests.ui.contacts.conftest import unnamed
from tests.ui.grants.conftest import LATER, TODAY, act, click, open_one, save, settle
from tests.ui.office import problems_of
from tests.ui.partners.conftest import names, plain, read, rows


@pytest.fixture
def project(qtbot, office, page, made):
    return open_one(qtbot, office, page, "project", made.project)


@pytest.fixture
def call(qtbot, office, page, made):
    return open_one(qtbot, office, page, "grant_call", made.call)


def test_list_says_what_a_budget_still_lacks(page, project):
    assert page.views.current is View.PROJECTS
    (row,) = rows(page)
    assert row[0] == "Four partagé"
    assert row[3:6] == ("9 000,00 €", "7 000,00 €", "2 000,00 € à trouver")
    assert problems_of(page) == []


def test_record_says_who_pays_what_and_nothing_twice(qtbot, office, page, project, made):
    said = plain(read(page))
    for words in (
        "Qui paie quoi",
        "Mairie de Brume",
        "5 000,00 € accordés",
        "60 %",
        "Qui paierait quoi",
        "Fondation des Rives",
    ):
        assert words in said


def test_sharing_is_a_table_of_costs_and_funders(qtbot, office, page, project, made):
    lines = (
        NewEntryLine(
            "6257", Money(120_000), activity_id=project.sheet.project.content.activity_id
        ),
        NewEntryLine("5121", credit=Money(120_000)),
    )
    office.services.entries.record(NewEntry("OD", TODAY, "Trajets", lines))
    settle(qtbot, office, page)
    click(qtbot, office, page, "sharing:0")
    sheet = project.doing.tables.dialog.sheet
    titles = [column.title for column in sheet.figures.columns]
    assert titles[2:4] == ["Mairie de Brume", "Fondation des Riv…"]
    rows = {row.key: row for row in sheet.figures.rows}
    real = rows["real:62.travel"]
    assert real.cells[1:] == (Money(120_000), Money(72_000), None, Money(48_000))
    assert rows["real:total"].cells[1:] == real.cells[1:]
    assert rows["real:rate"].cells[2] == "60\N{NO-BREAK SPACE}%"
    sheet.opened.emit(real.opens)
    assert any("Trajets" in row.cells[0] for row in sheet.figures.rows)
    asked = rows["plan:granted"].cells[2:4]
    assert asked == (Money(500_000), Money(200_000))
    project.doing.tables.dialog.accept()


def test_budget_is_typed_and_says_its_gap(qtbot, office, page, project, made):
    dialog = act(qtbot, office, page, project.doing.budget_action)
    assert unnamed(dialog) == []
    assert "2 000,00 € à trouver" in plain(dialog.said.text())
    row = dialog.income.add_row()
    row.line.choose("74.private")
    row.amount.set_amount(Money(200_000))
    row.request.choose(made.draft)
    row.edited.emit()
    assert "équilibré" in dialog.said.text()
    save(qtbot, office, page, dialog)
    lines = [x.content for x in office.services.grant_projects.get(made.project).lines]
    assert NewProjectLine("74.private", Money(200_000), "", made.draft) in lines
    assert len(lines) == 4


def test_budget_opened_and_saved_is_the_same(qtbot, office, page, project, made):
    before = office.services.grant_projects.get(made.project)
    save(qtbot, office, page, act(qtbot, office, page, project.doing.budget_action))
    after = office.services.grant_projects.get(made.project)
    assert [x.content for x in after.lines] == [x.content for x in before.lines]


def test_new_project_is_typed_and_opened(qtbot, office, page, project):
    dialog = act(qtbot, office, page, page.project_action)
    assert unnamed(dialog) == []
    dialog.title.setText("Bibliothèque de rue")
    dialog.texts["aims"].setPlainText("Lire dehors")
    save(qtbot, office, page, dialog)
    assert "Bibliothèque de rue" in names(page)
    assert "Lire dehors" in read(page)


def test_changing_a_project_keeps_all_that_was_known(qtbot, office, page, project, made):
    before = office.services.grant_projects.get(made.project).content
    save(qtbot, office, page, act(qtbot, office, page, project.doing.change_action))
    assert office.services.grant_projects.get(made.project).content == before


def test_funder_is_asked_from_the_project(qtbot, office, page, project, made):
    dialog = click(qtbot, office, page, "add-request:0")
    assert dialog.project.value == made.project
    dialog.title.setText("Four, part du département")
    save(qtbot, office, page, dialog)
    settle(qtbot, office, page)
    assert "Four, part du département" in read(page)


def test_call_is_answered_closed_and_opened_again(qtbot, office, page, call, made):
    assert page.views.current is View.CALLS
    assert rows(page)[0][-1] == "Demande à finir"
    dialog = act(qtbot, office, page, call.doing.answer_action)
    assert (dialog.call.value, dialog.funder.contact_id()) == (made.call, made.foundation)
    dialog.form.is_dirty = False
    dialog.reject()
    settle(qtbot, office, page)
    act(qtbot, office, page, call.doing.close_action)
    assert not office.services.grant_calls.get(made.call).is_open
    act(qtbot, office, page, call.doing.close_action)
    assert office.services.grant_calls.get(made.call).is_open


def test_projects_and_calls_opened_lately_are_named_for_the_home_page(
    qtbot, office, page, project, made
):
    open_one(qtbot, office, page, "grant_call", made.call)
    opened = office.desk.settings.opened_in(office.desk.database)
    assert [(hit.text, hit.target) for hit in recent_hits(office.services, opened)] == [
        ("Lieux à partager", ("grant_call", made.call)),
        ("Four partagé", ("grant_project", made.project)),
    ]


def test_new_call_is_typed(qtbot, office, page, call):
    dialog = act(qtbot, office, page, page.call_action)
    assert unnamed(dialog) == []
    dialog.title.setText("Culture pour toutes et tous")
    dialog.closes_on.set_day(LATER)
    dialog.rate.setText("80")
    save(qtbot, office, page, dialog)
    content = office.services.grant_calls.get(page.views.shown.detail.shown_id).content
    assert (content.title, content.rate) == ("Culture pour toutes et tous", 8000)
    assert problems_of(page) == []
