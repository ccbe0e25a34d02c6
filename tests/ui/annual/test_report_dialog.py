"""The assistant of the yearly report: words kept, pages shown, files written."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from coopdesk.domain.annual_reports import AnnualReport, ReportBlock
from coopdesk.ui.annual.opening import open_annual_report
from tests.ui.contacts.conftest import unnamed
from tests.ui.office import YEAR, problems_of

GIFTS = ReportBlock.GIFTS


@pytest.fixture
def dialog(qtbot, office, window):
    window.show()
    office.gift(office.person(), 12_345, dt.date(YEAR - 1, 3, 12))
    return opened(qtbot, office, window)


def opened(qtbot, office, window):
    made = open_annual_report(office.desk, window)
    settle(qtbot, office, made)
    return made


def settle(qtbot, office, dialog):
    for _round in range(3):
        office.idle(qtbot)
        QApplication.processEvents()


def drawn(qtbot, office, dialog):
    """Wait until the preview follows what was typed."""
    if dialog._pause.isActive():
        qtbot.waitSignal(dialog._pause.timeout, timeout=5_000).wait()
    settle(qtbot, office, dialog)


@pytest.fixture
def write(qtbot, office, dialog, monkeypatch, tmp_path):
    """Write what was asked for into a folder of the test; nothing is opened."""
    monkeypatch.setattr(dialog.writing, "open", lambda _path: None)

    def written(button, name):
        path = tmp_path / name
        button.click()
        settle(qtbot, office, dialog)
        chooser = dialog.writing.chooser
        with qtbot.waitSignal(dialog.writing.written, timeout=60_000):
            chooser.fileSelected.emit(str(path))
            chooser.reject()
        settle(qtbot, office, dialog)
        return path

    return written


def test_year_that_ended_last_is_proposed_with_every_part_in_a_line(dialog):
    assert dialog.year.year == YEAR - 1
    assert dialog.blocks.ticked == tuple(ReportBlock)
    said = dialog.blocks.lines[GIFTS].text().replace("\u00a0", " ")
    assert said.startswith("123,45 € reçus (0,00 € en 2023) · dons : 1")
    assert (
        dialog.blocks.boxes[GIFTS].accessibleDescription() == dialog.blocks.lines[GIFTS].text()
    )
    assert dialog.blocks.lines[ReportBlock.GROUPS].text() == "Rien n’est enregistré."
    assert not dialog.keep_button.isEnabled()


def test_running_year_is_proposed_where_the_last_one_has_nothing(qtbot, office, window):
    window.show()
    office.gift(office.person(), 12_345, dt.date(YEAR, 3, 12))
    made = opened(qtbot, office, window)
    assert made.year.year == YEAR
    assert made.blocks.lines[GIFTS].text().startswith("123,45")
    made.close()


def test_pages_are_shown_and_turned_and_follow_what_is_typed(qtbot, office, dialog):
    preview = dialog.preview
    assert (preview.page, preview.area.image.isNull()) == (0, False)
    pages = preview.pages
    preview.next_button.click()
    settle(qtbot, office, dialog)
    assert preview.page == 1
    assert preview.page_label.text() == f"page 2 sur {pages}"
    dialog.foreword.setPlainText("Chères amies.\n\n" + "Merci. " * 900)
    drawn(qtbot, office, dialog)
    assert preview.pages > pages
    assert preview.page == 1


def test_words_are_there_when_it_is_opened_again_and_undo_takes_them_back(
    qtbot, office, window, dialog
):
    dialog.title.setText("Une année")
    dialog.title.textEdited.emit("Une année")
    dialog.outlook.setPlainText("Oser.")
    dialog.blocks.boxes[GIFTS].click()
    dialog.keep_button.click()
    settle(qtbot, office, dialog)
    kept = office.services.annual_reports.get(YEAR - 1)
    assert (kept.title, kept.outlook, GIFTS in kept.blocks) == ("Une année", "Oser.", False)
    dialog.close_button.click()
    again = opened(qtbot, office, window)
    assert (again.title.text(), again.outlook.toPlainText()) == ("Une année", "Oser.")
    assert GIFTS not in again.blocks.ticked
    office.services.operations.undo()
    assert office.services.annual_reports.get(YEAR - 1) == AnnualReport(YEAR - 1)


def test_another_year_keeps_what_was_typed_for_the_first(qtbot, office, dialog):
    dialog.foreword.setPlainText("Pour 2024.")
    dialog.year.choose(YEAR)
    dialog.year.year_changed.emit(YEAR)
    settle(qtbot, office, dialog)
    assert dialog.foreword.toPlainText() == ""
    assert office.services.annual_reports.get(YEAR - 1).foreword == "Pour 2024."
    assert dialog.read().year == YEAR


def test_report_without_parts_is_refused_beside_them_and_nothing_is_lost(qtbot, office, dialog):
    for box in dialog.blocks.boxes.values():
        box.click()
    dialog.year.choose(YEAR)
    dialog.year.year_changed.emit(YEAR)
    settle(qtbot, office, dialog)
    assert "au moins une partie" in dialog.form.error_of("blocks")
    assert dialog.year.year == YEAR - 1
    assert dialog.blocks.ticked == ()


def test_pdf_and_workbook_are_written_with_what_was_typed(dialog, write):
    dialog.foreword.setPlainText("Mot d’accueil. 😀")
    paper = write(dialog.pdf_button, "rapport.pdf")
    text = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "Mot d’accueil." in text
    assert dialog.bar.isVisible()
    assert "rapport.pdf" in dialog.bar.text
    assert "une case : 😀" in dialog.bar.text.replace("\u00a0", " ")
    book = load_workbook(write(dialog.workbook_button, "rapport.xlsx"))
    assert "Dons" in book.sheetnames


def test_proposed_name_says_the_year(qtbot, office, dialog):
    dialog.pdf_button.click()
    settle(qtbot, office, dialog)
    chooser = dialog.writing.chooser
    assert chooser.selectedFiles()[0].endswith(f"rapport-annuel-{YEAR - 1}.pdf")
    chooser.reject()


def test_closing_asks_before_typed_words_are_lost(qtbot, office, dialog):
    dialog.outlook.setPlainText("Oser.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox)
    assert box is not None
    box.reject()
    assert dialog.isVisible()
    dialog.keep()
    settle(qtbot, office, dialog)
    dialog.reject()
    assert not dialog.isVisible()


def test_dialog_is_whole_on_the_reference_screen_and_every_control_has_a_name(
    qtbot, office, dialog
):
    assert problems_of(dialog) == []
    assert unnamed(dialog) == []
