"""Labels are printed from the list of contacts, members or not."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from coopdesk.ui import file_writing as writing_module
from coopdesk.ui.members.papers.dialog import Paper
from coopdesk.ui.page import Role
from tests.ui.contacts.conftest import press, settle, unnamed


@pytest.fixture
def jobs(page, monkeypatch):
    """What would be asked a place for on the disk."""
    asked = []
    monkeypatch.setattr(page.printing.papers.writing, "ask", asked.append)
    monkeypatch.setattr(writing_module, "open_or_tell", lambda _path, _feedback: None)
    return asked


def ask(qtbot, office, page):
    page.role_actions[Role.PRINT].trigger()
    office.idle(qtbot)
    return page.printing.papers.dialog


def test_labels_are_proposed_first_for_all_that_are_listed(qtbot, office, page, jobs):
    dialog = ask(qtbot, office, page)

    assert dialog.paper.value is Paper.LABELS
    assert dialog.people.currentText() == "Les 4 de la liste"
    assert unnamed(dialog) == []
    dialog.reject()


def test_labels_of_what_is_found_are_written_and_the_others_are_not(
    qtbot, office, page, jobs, tmp_path
):
    page.search.setFocus()
    press("lef")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    ask(qtbot, office, page).submit_button.click()
    path = tmp_path / "etiquettes.pdf"
    page.printing.papers.writing.write(jobs[0], path)
    settle(qtbot, office, page)
    text = PdfReader(path).pages[0].extract_text()

    assert "Lefèvre" in text
    assert "44000 NANTES" in text
    assert "Abadie" not in text
    assert page.printing.bar.isVisible()


def test_who_has_no_address_is_left_out_and_said(qtbot, office, page, jobs, tmp_path):
    ask(qtbot, office, page).submit_button.click()
    page.printing.papers.writing.write(jobs[0], tmp_path / "etiquettes.pdf")
    settle(qtbot, office, page)

    assert "3" in page.printing.bar.text


def test_nobody_listed_is_said_and_asks_nothing(qtbot, office, page, jobs):
    page.search.setFocus()
    press("zzzz")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)

    assert ask(qtbot, office, page) is None
