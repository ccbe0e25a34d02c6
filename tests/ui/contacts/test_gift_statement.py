"""The statement of gifts, from the record of a contact to the paper."""

from __future__ import annotations

from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from coopdesk.ui.contacts.page import ContactPage
from tests.ui.office import show_page


class Desktop(QObject):
    """Takes the place of the desktop's programs."""

    opened = ""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened = url.toLocalFile()


def test_a_statement_is_written_for_the_chosen_contact(qtbot, office, window, tmp_path):
    donor = office.person()
    office.gift(donor, 5000)
    page = ContactPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    page.list.table.select_id(donor.id)
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    page.doings.statement.action.trigger()
    office.idle(qtbot)
    chooser = page.doings.statement.writing.chooser
    chooser.fileSelected.emit(str(tmp_path / "releve.pdf"))
    chooser.close()
    qtbot.waitUntil(lambda: bool(desktop.opened), timeout=30_000)
    QDesktopServices.unsetUrlHandler("file")
    text = PdfReader(desktop.opened).pages[0].extract_text()
    assert "Relevé des dons" in text
    assert "50,00" in text
