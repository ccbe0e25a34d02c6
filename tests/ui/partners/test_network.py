"""The network in a table: who takes part in what, each cell opens it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.page import Role
from coopdesk.ui.partners.network_columns import Cell
from tests.ui.office import TODAY, problems_of
from tests.ui.partners.conftest import names, plain, rows, settle

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def view(qtbot, office, page, made):
    for group in ("Compost", "Jardin"):
        office.services.groups.join(NewGroupMember(made.town_hall, group, started_on=TODAY))
    office.services.network_fees.pay(made.fee, TODAY, PaymentMode.TRANSFER)
    page.show_target(("network", None))
    settle(qtbot, office, page)
    return page.views.shown


@pytest.fixture
def opened(office):
    places = []
    office.desk.navigator.requested.connect(lambda *where: places.append(where))
    return places


def follow(qtbot, office, page, cell, name):
    page.views.shown._on_cell(cell, names(page).index(name))
    settle(qtbot, office, page)


def test_row_tells_what_a_partner_takes_part_in(page, view):
    by_name = {row[0]: row for row in rows(page)}
    assert by_name["Mairie de Brume"][2] == "2 : Compost, Jardin"
    assert by_name["Mairie de Brume"][4] == "Mise à disposition de la salle"
    assert by_name["Réseau des Rives"][-1] == "120,00 €"
    assert "Nos adhésions : 120,00 €" in plain(view.list.total_text)
    assert problems_of(page) == []


def test_cell_of_one_thing_opens_it_and_of_several_asks_which(
    qtbot, office, page, view, made, opened
):
    follow(qtbot, office, page, Cell.AGREEMENTS, "Mairie de Brume")
    assert opened == [("partners", ("agreement", made.premises))]
    follow(qtbot, office, page, Cell.GROUPS, "Mairie de Brume")
    first, second = view.menu.actions()
    assert {first.text(), second.text()} == {"Compost", "Jardin"}
    first.trigger()
    assert opened[-1][0] == "groups"
    view.menu.close()
    follow(qtbot, office, page, Cell.FEES, "Réseau des Rives")
    assert opened[-1][0] == "accounts"


def test_enter_opens_the_cell_that_has_the_keys(qtbot, office, page, view, made, opened):
    table, model = view.list.table, view.list.model
    keys = [column.key for column in model.columns]
    table.select_id(made.town_hall)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert opened.pop() == ("partners", ("contact", made.town_hall))
    while keys[table.currentIndex().column()] != Cell.AGREEMENTS.value:
        qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert opened == [("partners", ("agreement", made.premises))]


def test_words_narrow_the_table(qtbot, office, page, view):
    view.search.setText("compost")
    view.reload()
    settle(qtbot, office, page)
    assert names(page) == ["Mairie de Brume"]


def test_workbook_of_the_year_is_written(page, view, tmp_path):
    page.role_actions[Role.EXPORT].trigger()
    job = page.papers.writing._wanted
    assert job.name == "reseau-des-partenaires-2025.xlsx"
    page.papers.writing.chooser.reject()
    assert job.write(tmp_path / "r.xlsx", None).read_bytes().startswith(b"PK")
