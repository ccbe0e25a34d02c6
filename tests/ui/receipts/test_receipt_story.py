"""A January of the treasurer: from the file of HelloAsso to the envelope, and what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.domain.receipt_output import OutputShape
from coopdesk.domain.receipts import DeliveryWay, ReceiptStatus, Verdict
from coopdesk.ui.receipts.page import ReceiptPage
from coopdesk.ui.receipts.views import View
from tests.ui.office import PROFILE, YEAR, payment_row, show_page, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coopdesk.domain.receipts import ReceiptLine
    from tests.ui.office import Office
    from tests.ui.receipts.conftest import Desktop

NO_ADDRESS = {"Adresse payeur": "", "Code Postal payeur": "", "Ville payeur": ""}
ADDRESS = {"street": "4 rue du Four", "postal_code": "44000", "city": "Nantes"}


class Treasurer:
    """Works on the page, one stage after the other, and looks at what it says."""

    def __init__(
        self, office: Office, page: ReceiptPage, qtbot: QtBot, desktop: Desktop
    ) -> None:
        self.office, self.page, self.qtbot, self.desktop = office, page, qtbot, desktop

    def wait(self) -> None:
        self.office.idle(self.qtbot)

    def figure(self, verdict: Verdict) -> str:
        return self.page.room.figures.figure(verdict).value

    def said(self) -> str:
        """Return what the panel says of the receipt that is open."""
        return self.page.issued.panel.reader.toPlainText()

    def cures_the_address(self) -> None:
        room = self.page.room
        assert (self.figure(Verdict.READY), self.figure(Verdict.BLOCKED)) == ("3", "1")
        room.figures.choose(Verdict.BLOCKED)
        room.view.list.record_activated.emit(room.view.listed_ids()[0])
        self.wait()
        dialog = self.page.cures.dialog
        for name, text in ADDRESS.items():
            getattr(dialog, name).setText(text)
        dialog.submit_button.click()
        self.wait()
        assert self.figure(Verdict.BLOCKED) == "0"

    def issues(self) -> None:
        self.page.issue_action.trigger()
        dialog = self.page.issuing.dialog
        self.wait()
        assert len(texts(dialog.list)) == 3
        dialog.drafts_button.click()
        self.wait()
        assert "BROUILLON" in PdfReader(self.desktop.opened[0]).pages[0].extract_text()
        dialog.issue_button.click()
        self.wait()
        assert "3 reçus émis" in self.page.bar.text

    def writes_by_way(self, folder: Path) -> None:
        self.page.bar.see_action.trigger()
        self.wait()
        assert self.page.views.current is View.ISSUED
        self.page.writing.save_action.trigger()
        self.wait()
        dialog = self.page.papers.dialog
        dialog.shapes[OutputShape.BY_WAY].setChecked(True)
        dialog.folder_field.setText(str(folder))
        with self.qtbot.waitSignal(self.page.papers.written, timeout=20_000) as written:
            dialog.submit_button.click()
        assert len(written.args[0].emails) == 3

    def notes_the_delivery(self) -> None:
        self.page.bar.mailed_action.trigger()
        dialog = self.page.life.dialog
        assert dialog.way.value is DeliveryWay.EMAILED
        dialog.day.set_day(self.receipts()[0].issued_on)
        dialog.submit_button.click()
        self.wait()
        assert self.page.issued.figures.figure(ReceiptStatus.DELIVERED).value == "3"

    def voids(self, receipt: ReceiptLine) -> None:
        self.page.show_target(receipt.id)
        self.wait()
        self.page.life.void_action.trigger()
        self.wait()
        dialog = self.page.life.dialog
        dialog.submit_button.click()
        assert dialog.form.error_of("reason")
        dialog.reason.setCurrentText("Émis en double")
        dialog.submit_button.click()
        self.wait()
        assert "Émis en double" in self.said()
        assert int(self.figure(Verdict.READY)) == receipt.gift_count
        assert not self.page.life.void_action.isEnabled()

    def replaces(self, receipt: ReceiptLine) -> None:
        contacts = self.office.services.contacts
        contact = contacts.get(receipt.donor_id)
        moved = replace(contact.profile.address, street="12 chemin des Vignes")
        contacts.change(contact.id, replace(contact.profile, address=moved))
        self.page.show_target(receipt.id)
        self.wait()
        self.page.life.replace_action.trigger()
        self.wait()
        self.page.life.dialog.reason.setCurrentText("Erreur sur le donateur")
        self.page.life.dialog.submit_button.click()
        self.wait()
        assert "2025-0004" in self.said()
        assert "Annule et remplace" in self.said()
        assert "12 chemin des Vignes" in self.said()

    def makes_a_duplicate(self) -> None:
        self.desktop.opened.clear()
        self.page.life.duplicate_action.trigger()
        self.wait()
        (copy,) = self.desktop.opened
        assert "DUPLICATA" in PdfReader(copy).pages[0].extract_text()
        self.page.verify_action.trigger()
        dialog = self.page.verifying.dialog
        dialog.check(copy)
        self.wait()
        assert "duplicata" in dialog.notice.text.lower()
        dialog.reject()

    def receipts(self) -> list[ReceiptLine]:
        return self.office.services.receipts.find(YEAR)


@pytest.fixture
def treasurer(office, window, qtbot, desktop):
    """The treasurer, when the file of December was imported: one donor has no address."""
    office.services.association.save(replace(PROFILE, email="jardins@example.org"))
    rows = (payment_row(1), payment_row(1), payment_row(2), payment_row(3, **NO_ADDRESS))
    numbered = (
        row | {"Référence paiement": f"9{place}", "Référence commande": f"8{place}"}
        for place, row in enumerate(rows)
    )
    office.services.imports.apply(office.payments_file("december.csv", *numbered))
    page = ReceiptPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return Treasurer(office, page, qtbot, desktop)


def test_from_the_file_of_helloasso_to_the_envelope_and_after(treasurer, tmp_path):
    assert "4 dons reçus" in treasurer.page.room.line.text
    assert treasurer.page.room.alert.isHidden()
    treasurer.cures_the_address()
    treasurer.issues()
    treasurer.writes_by_way(tmp_path / "envoi")
    treasurer.notes_the_delivery()
    first, second, _third = treasurer.receipts()
    treasurer.voids(first)
    treasurer.replaces(second)
    treasurer.makes_a_duplicate()
