"""Contacts are written to a file from their list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.ui.contacts import exporting as exporting_module
from coopdesk.ui.page import Role
from tests.ui.contacts.conftest import names, press, settle


@pytest.fixture
def opened_files(monkeypatch):
    """What would be handed to the programs of the desktop."""
    opened = []
    monkeypatch.setattr(
        exporting_module, "open_or_tell", lambda path, _feedback: opened.append(path)
    )
    return opened


def wanted_by(page):
    """Ask for the export and return what it would write."""
    page.role_actions[Role.EXPORT].trigger()
    page.exporting.chooser.reject()
    return page.exporting._wanted


def write(qtbot, office, page, name):
    path = office.folder / name
    page.exporting.write(wanted_by(page), path)
    settle(qtbot, office, page)
    return path


def test_what_is_listed_is_written_as_a_table_and_opened(qtbot, office, page, opened_files):
    page.search.setFocus()
    press("lef")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    path = write(qtbot, office, page, "contacts.csv")
    lines = path.read_text("utf-8-sig").splitlines()
    assert "Lefèvre" in lines[-1]
    assert not any("Abadie" in line for line in lines)
    assert opened_files == [path]


def test_what_a_filter_shows_is_written(qtbot, office, page, opened_files):
    page.show_target(Rule("town", Operator.CONTAINS, ("nantes",)))
    settle(qtbot, office, page)
    shown = names(page)
    path = write(qtbot, office, page, "contacts.csv")
    assert 0 < len(shown) < 4
    assert len(path.read_text("utf-8-sig").splitlines()) == 1 + len(shown)


def test_only_what_is_selected_is_written_once_several_are(qtbot, office, page, opened_files):
    page.list.table.setFocus()
    press(Qt.Key.Key_Home)
    page.list.table.selectAll()
    assert set(wanted_by(page)) == set(page.list.selected_ids)


def test_cards_are_written_without_opening_an_address_book(qtbot, office, page, opened_files):
    path = write(qtbot, office, page, "contacts.vcf")
    assert path.read_text("utf-8").count("BEGIN:VCARD") == 4
    assert opened_files == []


def test_kind_that_is_chosen_gives_the_file_its_ending(page):
    page.role_actions[Role.EXPORT].trigger()
    chooser = page.exporting.chooser
    chooser.filterSelected.emit(chooser.nameFilters()[2])
    assert chooser.selectedFiles()[0].endswith("contacts.vcf")
    chooser.reject()
