"""Vouchers shown in place: pages, pictures, texts, and what is none of these."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from coopdesk.domain.entries import EntryFilter
from coopdesk.ui.accounts.page import AccountPage
from tests.ui.entries.test_view import draft
from tests.ui.office import show_page


def pdf(pages: int) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in range(pages):
        canvas.drawString(100, 700, f"Facture {number + 1}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def photo() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (60, 30), "red").save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def entry(office, tmp_path):
    """A draft with a file of each sort."""
    day = office.services.fiscal_years.current().starts_on + dt.timedelta(days=40)
    entry = draft(office, day, "Terreau", 12_050)
    files = {
        "facture.pdf": pdf(3),
        "ticket.jpg": photo(),
        "devis.txt": b"12,50",
        "calcul.ods": b"PK\x03\x04\x00",
        "casse.pdf": b"%PDF-1.7 nothing",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        office.services.entry_files.attach(entry.id, path)
    return entry


@pytest.fixture
def view(office, entry, window, qtbot):
    """The first tab, with the entry open."""
    page = AccountPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    page.views.shown.show_target(("entry", entry.id))
    office.idle(qtbot)
    return page.views.shown


def test_pages_are_turned_and_enlarged_by_keys(view, office, qtbot):
    pane = view.panel.pane
    qtbot.waitUntil(lambda: pane.area.image.width() == pane.area.wanted_width)
    assert pane.page_label.text() == "Page 1 sur 3"

    pane.take_keys()
    qtbot.keyClick(pane.area, Qt.Key.Key_Right)
    office.idle(qtbot)
    assert pane.page_label.text() == "Page 2 sur 3"
    assert pane.area.accessibleName() == "facture.pdf, page 2 sur 3"
    narrow = pane.area.image.width()
    qtbot.keyClick(pane.area, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: pane.area.image.width() > narrow)
    qtbot.keyClick(pane.area, Qt.Key.Key_Return)
    assert (view.list.isVisible(), view.panel.reader.isVisible()) == (False, False)
    qtbot.keyClick(pane.area, Qt.Key.Key_Escape)
    assert (view.list.isVisible(), view.panel.reader.isVisible()) == (True, True)


def test_each_sort_of_file_is_shown_or_named(view, office, entry, qtbot, desktop, tmp_path):
    pane = view.panel.pane
    files = {each.name: each.id for each in office.services.entry_files.files(entry.id)}
    view.panel.link_activated.emit(f"file:{files['ticket.jpg']}")
    office.idle(qtbot)
    assert (pane.area.image.width(), pane.next_button.isHidden()) == (60, True)
    view.panel.link_activated.emit(f"file:{files['devis.txt']}")
    office.idle(qtbot)
    assert pane.text.toPlainText() == "12,50"
    view.panel.link_activated.emit(f"file:{files['calcul.ods']}")
    office.idle(qtbot)
    assert pane.said.text().startswith("Fichier ODS, 1\u00a0ko")
    pane.open_button.click()
    office.idle(qtbot)
    assert [path.name for path in desktop.opened] == ["calcul.ods"]
    view.panel.link_activated.emit(f"file:{files['casse.pdf']}")
    office.idle(qtbot)
    assert "est abîmé" in pane.said.text()

    pane.save_button.click()
    path = tmp_path / "copie.pdf"
    with qtbot.waitSignal(pane.writing.written):
        pane.writing.chooser.fileSelected.emit(str(path))
    pane.writing.chooser.close()
    assert path.read_bytes() == b"%PDF-1.7 nothing"


def test_key_that_removes_takes_the_file_that_has_the_keys(view, office, entry, qtbot):
    first, *others = office.services.entry_files.files(entry.id)
    view.panel.link_activated.emit(f"file:{first.id}")
    office.idle(qtbot)
    qtbot.keyClick(view.panel.pane.stack.currentWidget(), Qt.Key.Key_Delete)
    office.idle(qtbot)
    assert [x.id for x in office.services.entry_files.files(entry.id)] == [x.id for x in others]


def test_files_dropped_together_are_one_step_without_those_that_are_refused(
    view, office, entry, qtbot, tmp_path
):
    files = office.services.entry_files
    paths = [tmp_path / name for name in ("recto.txt", "verso.txt", "vide.txt")]
    for path in paths:
        path.write_text(path.stem if path.stem != "vide" else "", encoding="utf-8")
    view.doing.choose(entry.id, (), None)
    with qtbot.waitSignal(office.desk.feedback.reported):
        view.panel.files_dropped.emit(paths)
    office.idle(qtbot)
    assert [each.name for each in files.files(entry.id)][5:] == ["recto.txt", "verso.txt"]
    office.services.operations.undo()
    assert len(files.files(entry.id)) == 5


def test_draft_goes_and_comes_back_with_its_vouchers_at_once(view, office, entry, qtbot):
    view.remove_action.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    assert view.panel.pane.isHidden()
    office.services.operations.undo()
    assert len(office.services.entry_files.files(entry.id)) == 5
    assert office.services.entries.ids(EntryFilter(text="Terreau")) == [entry.id]
