"""The yearly declaration of gifts on the page of receipts, as the treasurer files it."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook

from coopdesk.ui.receipts.page import ReceiptPage
from tests.ui.office import problems_of, show_page, texts

LAST_YEAR = 2024


@pytest.fixture
def page(qtbot, office, window):
    """Two receipts of last year, and the tab of the declaration."""
    for number, cents in enumerate((5000, 7000)):
        office.gift(office.person(number), cents, dt.date(LAST_YEAR, 3, 12))
    office.services.receipts.issue_year(LAST_YEAR)
    page = ReceiptPage(office.desk)
    show_page(page, window)
    page.show_target("declaration")
    page.views.declaration.year_box.choose(LAST_YEAR)
    page.views.declaration.year_box.year_changed.emit(LAST_YEAR)
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


def test_a_year_that_runs_cannot_be_filed_and_a_figure_opens_its_receipts(qtbot, office, page):
    view = page.views.declaration
    with qtbot.waitSignal(view.receipts_wanted) as wanted:
        view.list.record_activated.emit(1)
    assert wanted.args == [LAST_YEAR, "11580"]
    view.year_box.choose(2025)
    view.year_box.year_changed.emit(2025)
    office.idle(qtbot)
    assert not view.file_action.isEnabled()
    assert view.total_figure.value == "0,00\u00a0€"
