"""The yearly declaration of gifts on the page of receipts, as the treasurer files it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from coopdesk.domain.receipts import Verdict
from coopdesk.ui.receipts.page import ReceiptPage
from tests.ui.office import problems_of, show_page, texts

LAST_YEAR = 2024


@pytest.fixture
def page(qtbot, office, window):
    """Two receipts of last year, and the tab of the declaration."""
    for number, cents in enumerate((5000, 7000)):
        office.gift(office.person(number), cents, dt.date(LAST_YEAR, 3, 12))
    office.services.receipts.issue_year(LAST_YEAR)
    page = ReceiptPage(office.desk, window)
    show_page(page, window)
    page.show_target(("declaration", LAST_YEAR))
    office.idle(qtbot)
    return page


def test_the_declaration_is_read_filed_and_its_annex_written(
    qtbot, office, page, desktop, tmp_path
):
    view = page.views.declaration
    assert view.year_box.year == LAST_YEAR
    assert view.total_figure.value == "120,00\u00a0€"
    assert view.due_figure.value == "5 mai 2025"
    assert "en retard" in view.notice.text
    assert texts(view.list) == [
        ("11580", "Article 200 (impôt sur le revenu)", "2", "120,00\u00a0€")
    ]
    proof = tmp_path / "accusé.png"
    proof.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    view.file_action.trigger()
    view.dialog.note.setText("dossier 12")
    view.dialog.proof.take(proof)
    view.dialog.submit_button.click()
    office.idle(qtbot)
    assert view.filed_figure.value == "12 décembre 2025"
    assert view.proof_action.isVisible()
    assert "Déposée le 12/12/2025 (2 reçus, 120,00\u00a0€)" in view.notice.text
    view.annex_action.trigger()
    view.writing.chooser.fileSelected.emit(str(tmp_path / "annexe.xlsx"))
    view.writing.chooser.close()
    qtbot.waitUntil(lambda: bool(desktop.opened), timeout=30_000)
    assert "Registre" in load_workbook(desktop.opened[0]).sheetnames
    assert problems_of(page) == []


def test_a_day_to_come_is_refused_beneath_its_field(qtbot, office, page):
    view = page.views.declaration
    view.file_action.trigger()
    view.dialog.day.setText("13/12/2099")
    view.dialog.submit_button.click()
    office.idle(qtbot)
    assert "à venir" in view.dialog.form.fields["filed_on"].error
    view.dialog.reject()


def test_a_year_that_runs_cannot_be_filed(qtbot, office, page):
    view = page.views.declaration
    view.year_box.choose(2025)
    view.year_box.year_changed.emit(2025)
    office.idle(qtbot)
    assert not view.file_action.isEnabled()
    assert view.total_figure.value == "0,00\u00a0€"


@pytest.fixture
def shared(qtbot, office, page):
    """A company that closes in June: its one receipt, of the year after, names two gifts."""
    company = office.company()
    profile = replace(
        company.profile, legal_form="SCOP", siren="732829320", fiscal_year_end="06-30"
    )
    company = office.services.contacts.change(company.id, profile).value
    office.gift(company, 50_000, dt.date(LAST_YEAR, 10, 2))
    office.gift(company, 30_000, dt.date(LAST_YEAR + 1, 2, 2))
    office.services.receipts.issue_year(LAST_YEAR + 1)
    page.reload()
    office.idle(qtbot)
    return page


def test_figure_opens_the_receipts_it_counts_whatever_their_year(qtbot, office, shared):
    page, view, issued = shared, shared.views.declaration, shared.issued
    page.show_target(office.services.receipts.find(LAST_YEAR)[0].id)
    office.idle(qtbot)
    page.show_target("declaration")
    (_persons, companies) = texts(view.list)
    assert companies[2:] == ("1", "500,00\u00a0€")
    view.list.record_activated.emit(2)
    office.idle(qtbot)
    assert [(row[0], row[2]) for row in texts(issued.list)] == [
        ("2025-0001", "Biocoop du Port")
    ]
    chip = page.views.declared_chip
    assert chip.text() == "Déclarés pour l’exercice 2024 · cerfa 16216"
    assert issued.list.total_text.endswith("dont 500,00\u00a0€ déclarés")
    assert issued.detail.shown_id is None
    assert problems_of(page) == []
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    office.idle(qtbot)
    assert chip.isHidden()
    assert page.views.year_box.isVisible()
    assert [row[0] for row in texts(issued.list)] == ["2024-0001", "2024-0002"]


def test_every_figure_ties_to_its_list(qtbot, office, shared):
    view, issued = shared.views.declaration, shared.issued
    view.total_figure.click()
    office.idle(qtbot)
    assert len(texts(issued.list)) == 3
    assert "dont 620,00\u00a0€ déclarés" in issued.list.total_text
    assert issued.figures.figure(None).value == "3"
    on_receipts = shared.room.figures.figure(Verdict.ISSUED)
    assert on_receipts.accessibleDescription() == "3 reçus · 620,00\u00a0€"
    shared.show_target("declaration")
    view.issued_figure.click()
    office.idle(qtbot)
    assert texts(issued.list) == []
    assert "exercice 2024" in issued.list.nothing_text
    issued.list.clear_action.trigger()
    office.idle(qtbot)
    assert len(texts(issued.list)) == 2
