"""A whole January at the window: file, second thoughts, review, receipts, papers, workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from coopdesk.domain.receipts import Verdict
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.workbook_job import workbook_job
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.receipts.page import ReceiptPage
from tests.ui.office import YEAR, payment_row

if TYPE_CHECKING:
    from tests.ui.office import Office


class Nobody(QObject):
    """A desktop that opens nothing."""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Take the file."""


@pytest.fixture
def pages(office: Office, window) -> dict[str, ImportPage | ReceiptPage | AccountPage]:
    """The three pages in one window, led by the navigator as the window does."""
    made = {
        "imports": ImportPage(office.desk),
        "receipts": ReceiptPage(office.desk),
        "accounts": AccountPage(office.desk),
    }
    stack = QStackedWidget()
    for page in made.values():
        stack.addWidget(page)
    layout = QVBoxLayout(window)
    layout.addWidget(stack)

    def show(key: str, target: object) -> None:
        stack.setCurrentWidget(made[key])
        if target is not None:
            made[key].show_target(target)

    office.desk.navigator.requested.connect(show)
    window.resize(1150, 700)
    window.show()
    nobody = Nobody(window)
    QDesktopServices.setUrlHandler("file", nobody, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_treasurer_goes_from_file_to_papers(office, pages, qtbot, tmp_path):
    import_twice(office, pages["imports"], qtbot)
    decide_what_blocks(office, pages, qtbot)
    complete_the_address(office, pages["receipts"], qtbot)
    receipts, accounts = pages["receipts"], pages["accounts"]

    receipts.issue_action.trigger()
    receipts.issuing.dialog.issue_button.click()
    office.idle(qtbot)
    assert office.services.receipts.totals(YEAR)[0] == 7

    receipts.writing.print_action.trigger()
    office.idle(qtbot)
    receipts.papers.dialog.folder_field.setText(str(tmp_path / "papers"))
    with qtbot.waitSignal(receipts.papers.written) as written:
        receipts.papers.dialog.submit_button.click()
    assert len(PdfReader(written.args[0].paths[0]).pages) == 7

    office.desk.navigator.open("accounts", ("year", YEAR))
    office.idle(qtbot)
    path = tmp_path / f"comptes-{YEAR}.xlsx"
    with qtbot.waitSignal(accounts.workbook.written, timeout=30_000):
        accounts.workbook.write(workbook_job(office.services, accounts.fiscal_year), path)
    assert "Sommaire" in load_workbook(path).sheetnames


def import_twice(office: Office, page: ImportPage, qtbot) -> None:
    """Drop a file, import it, take it back, import it again."""
    rows = [payment_row(number) for number in range(1, 6)]
    doubt = payment_row(7, **{"Statut du paiement": "Inconnu"})
    nowhere = {"Adresse payeur": "", "Code Postal payeur": "", "Ville payeur": ""}
    path = office.payments_file("janvier.csv", *rows, doubt, payment_row(6, **nowhere))
    office.desk.navigator.open("imports", path)
    office.idle(qtbot)
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)
    page.files.foot.undo_action.trigger()
    office.idle(qtbot)
    assert office.services.contacts.count() == 0
    page.show_target(path)
    office.idle(qtbot)
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)


def decide_what_blocks(office: Office, pages, qtbot) -> None:
    """Go from the review to the payment to check, and count it."""
    page = pages["receipts"]
    pages["imports"].files.foot.receipts_action.trigger()
    office.idle(qtbot)
    page.room.figures.choose(Verdict.BLOCKED)
    rows = page.room.view.rows(page.room.view.listed_ids())
    (waiting,) = (row for row in rows if row.line.reason == "payment_to_check")
    page.room.view.list.record_activated.emit(waiting.id)
    office.idle(qtbot)
    pages["imports"].checking.foot.count_action.trigger()
    office.idle(qtbot)
    office.desk.navigator.open("receipts")
    office.idle(qtbot)


def complete_the_address(office: Office, page: ReceiptPage, qtbot) -> None:
    """Cure the one gift that is still blocked."""
    (blocked,) = page.room.view.listed_ids()
    page.room.view.list.record_activated.emit(blocked)
    office.idle(qtbot)
    dialog = page.cures.dialog
    dialog.street.setText("4 rue du Four")
    dialog.postal_code.setText("44000")
    dialog.city.setText("Nantes")
    dialog.submit_button.click()
    office.idle(qtbot)
