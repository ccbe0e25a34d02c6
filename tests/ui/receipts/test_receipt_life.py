"""What the page of receipts does besides the story: cures, notices, filters, numbers."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.errors import RuleError
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.receipts import ReceiptScope, ReceiptStatus, Verdict
from coopdesk.services.opening import open_database, signature
from coopdesk.ui.receipts.finding import find_receipts
from coopdesk.ui.receipts.page import ReceiptPage
from coopdesk.ui.receipts.receipt_panel import ReceiptPanel
from coopdesk.ui.receipts.review_rows import TO_VOID
from coopdesk.ui.receipts.views import View
from tests.ui.office import YEAR, payment_row, problems_of, show_page, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.ui.receipts.review_rows import ReviewRow
    from tests.ui.office import Office


@pytest.fixture
def show(office: Office, window, qtbot):
    """Show the page once the test has filled the database."""

    def shown() -> ReceiptPage:
        page = ReceiptPage(office.desk, window)
        show_page(page, window)
        office.idle(qtbot)
        return page

    return shown


@pytest.fixture
def issued(office: Office) -> Office:
    """Three receipts: two of persons, one of a company."""
    for number in range(2):
        office.gift(office.person(number), 5_000)
    office.gift(known_company(office), 30_000)
    office.services.receipts.issue_year(YEAR, ReceiptScope.DONOR)
    return office


def known_company(office: Office):
    company = office.company()
    profile = replace(company.profile, legal_form="SCOP", siren="732829320")
    return office.services.contacts.change(company.id, profile).value


def blocked(page: ReceiptPage, reason: str) -> ReviewRow:
    rows = page.room.view.rows(page.room.view.listed_ids())
    return next(row for row in rows if row.line.reason == reason)


def give_back(office: Office, receipt_id: int) -> None:
    (gift,) = office.services.receipts.detail(receipt_id).gifts
    back = NewReturn(dt.date(YEAR, 12, 1), ReturnReason.BOUNCED)
    office.services.donations.give_back(gift.donation_id, back)


def test_a_receipt_leads_to_the_entry_of_its_gift(issued, qtbot):
    services = issued.services
    services.fiscal_years.open(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    services.booking.book()
    panel = ReceiptPanel(issued.desk)
    qtbot.addWidget(panel)
    receipt = services.receipts.find(YEAR)[0]
    panel.show_receipt(receipt.id)
    issued.idle(qtbot)
    [link] = services.booking.entries_of(receipt_id=receipt.id)
    assert "Écriture au brouillon" in panel.reader.toPlainText()
    with qtbot.waitSignal(issued.desk.navigator.requested) as asked:
        panel.link_activated.emit(f"entry:{link.id}")
    assert asked.args == ["accounts", ("entry", link.id)]
    assert receipt.number_text in [x.number for x in services.booking.sources_of(link.id)]


# cures


def test_company_is_completed_in_place_and_counted_apart(office, show, qtbot):
    office.gift(office.company(), 30_000)
    office.gift(office.person(), 2_000)
    page = show()
    page.room.view.row_activated.emit(blocked(page, "legal_form_missing"))
    office.idle(qtbot)
    dialog = page.cures.dialog
    dialog.legal_form.setCurrentText("SCOP")
    dialog.siren.setText("732829321")
    dialog.submit_button.click()
    assert dialog.form.error_of("siren")
    dialog.siren.setText("732 829 320")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert page.room.figures.figure(Verdict.READY).value == "2"
    page.issue_action.trigger()
    shown = page.issuing.dialog
    assert shown.value("persons").startswith("1 reçu (11580)")
    assert shown.value("companies").startswith("1 reçu (16216)")
    shown.reject()


def test_mode_is_said_in_place(office, show, qtbot):
    row = payment_row(1, **{"Moyen de paiement": "Troc"})
    office.services.imports.apply(office.payments_file("mode.csv", row))
    waiting = [line.payment_id for line in office.services.imports.to_check()]
    office.services.payments.decide(waiting, PaymentState.RECEIVED)
    page = show()
    page.room.view.row_activated.emit(blocked(page, "mode_missing"))
    page.cures.dialog.mode.choose(PaymentMode.CHEQUE)
    page.cures.dialog.submit_button.click()
    office.idle(qtbot)
    assert page.room.figures.figure(Verdict.READY).value == "1"


def test_warning_is_shown_and_does_not_block(office, show):
    donor = office.person()
    abroad = replace(donor.profile.address, country="BE", postal_code="1000", city="Bruxelles")
    profile = replace(donor.profile, address=abroad)
    office.services.contacts.change(donor.id, profile)
    office.gift(donor)
    page = show()
    (row,) = texts(page.room.view.list)
    assert row[0] == "Prêt"
    assert "étranger" in row[6]
    page.room.figures.choose(Verdict.BLOCKED)
    assert "Bloqué" in page.room.view.list.nothing_text


# what waits


def test_other_years_that_wait_are_a_click_away(office, show, qtbot):
    office.gift(office.person())
    office.gift(office.person(1), 1_500, dt.date(YEAR - 2, 5, 1))
    page = show()
    (button,) = page.room.line.years
    assert button.text() == f"{YEAR - 2}\N{NO-BREAK SPACE}: 1 don sans reçu"
    button.click()
    office.idle(qtbot)
    assert page.views.year_box.year == YEAR - 2


def test_returned_gift_makes_its_receipt_one_to_void(issued, show, qtbot):
    receipt = issued.services.receipts.find(YEAR)[0]
    give_back(issued, receipt.id)
    page = show()
    assert page.to_void.isVisible()
    assert receipt.number_text in page.to_void.text
    page.show_target("issued")
    page.show_target(Verdict.ISSUED.value)
    page.room.figures.choose(TO_VOID)
    assert len(texts(page.room.view.list)) == 1
    page.to_void.see_action.trigger()
    issued.idle(qtbot)
    page.issued.panel.link_activated.emit("void:")
    issued.idle(qtbot)
    assert page.life.dialog.reason.currentText() == "Don rendu ou impayé"
    assert problems_of(page.life.dialog) == []
    page.life.dialog.submit_button.click()
    issued.idle(qtbot)
    assert page.to_void.isHidden()


def test_receipt_without_gifts_left_cannot_be_replaced(issued, show, qtbot):
    receipt = issued.services.receipts.find(YEAR)[0]
    give_back(issued, receipt.id)
    page = show()
    page.show_target(receipt.id)
    issued.idle(qtbot)
    page.life.replace_action.trigger()
    issued.idle(qtbot)
    assert not page.life.dialog.submit_button.isEnabled()
    assert problems_of(page.life.dialog) == []
    page.life.dialog.reject()


def test_replacement_that_changes_nothing_asks_for_a_choice(issued, show, qtbot):
    first, second, _third = issued.services.receipts.find(YEAR)
    issued.services.receipt_life.void(first.id, "Erreur sur le montant")
    page = show()
    page.show_target(first.id)
    issued.idle(qtbot)
    page.life.replace_action.trigger()
    issued.idle(qtbot)
    dialog = page.life.dialog
    assert problems_of(dialog) == []
    assert dialog.focusWidget() is dialog.same
    assert not dialog.submit_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.reject()
    (gift,) = issued.services.receipts.detail(first.id).gifts
    content = issued.services.donations.get(gift.donation_id).content
    corrected = replace(content, received_on=dt.date(YEAR, 3, 15))
    issued.services.donations.correct(gift.donation_id, corrected)
    page.life.replace_action.trigger()
    issued.idle(qtbot)
    said = [label.text() for label in page.life.dialog.findChildren(QLabel)]
    assert "15/03/2025 · 300,00\u00a0€ · Chèque" in said
    assert page.life.dialog.submit_button.isEnabled()
    page.life.dialog.reject()
    page.show_target(second.id)
    issued.idle(qtbot)
    page.life.replace_action.trigger()
    issued.idle(qtbot)
    page.life.dialog.reason.setCurrentText("Papier perdu")
    page.life.dialog.same.click()
    page.life.dialog.submit_button.click()
    issued.idle(qtbot)
    assert [line.replaces for line in issued.services.receipts.find(YEAR)][3:] == [
        second.number_text
    ]


# the list


def test_receipts_are_filtered_by_form_and_by_status(issued, show, qtbot):
    first = issued.services.receipts.find(YEAR)[0]
    issued.services.receipt_life.void(first.id, "Émis en double")
    page = show()
    page.views.go_to(View.ISSUED)
    page.views.form_box.choose("16216")
    page.views.form_box.activated.emit(2)
    issued.idle(qtbot)
    assert [row[2] for row in texts(page.issued.list)] == ["Biocoop du Port"]
    page.issued.list.clear_requested.emit()
    page.issued.figures.choose(ReceiptStatus.VOIDED)
    issued.idle(qtbot)
    assert [row[0] for row in texts(page.issued.list)] == [first.number_text]


def test_several_receipts_are_delivered_at_once_and_it_can_be_undone(issued, show, qtbot):
    issued.gift(issued.person(5), 1_200)
    (late,) = issued.services.receipts.issue_year(YEAR).value
    issued.services.receipt_life.void(late.id, "Émis en double")
    page = show()
    page.views.go_to(View.ISSUED)
    issued.idle(qtbot)
    page.issued.list.table.selectAll()
    page.life.deliver_action.trigger()
    dialog = page.life.dialog
    assert problems_of(dialog) == []
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"3 reçus", "1 reçu annulé est laissé de côté."} <= said
    dialog.day.setText("")
    dialog.submit_button.click()
    assert dialog.form.error_of("delivered_on")
    dialog.day.set_day(issued.services.receipts.find(YEAR)[0].issued_on)
    dialog.submit_button.click()
    issued.idle(qtbot)
    assert page.issued.figures.figure(ReceiptStatus.DELIVERED).value == "3"
    issued.services.operations.undo()
    assert not any(line.delivered_on for line in issued.services.receipts.find(YEAR))


def test_voided_receipt_is_found_as_such_and_shows_what_replaced_it(issued, show, qtbot):
    first = issued.services.receipts.find(YEAR)[0]
    new = issued.services.receipt_life.replace(first.id, "Erreur sur le donateur").value
    hits = find_receipts(issued.desk, first.number_text)
    assert [hit.detail.endswith("Remplacé") for hit in hits] == [True]
    page = show()
    page.show_target(first.id)
    issued.idle(qtbot)
    page.issued.panel.link_activated.emit(f"receipt:{new.number_text}")
    issued.idle(qtbot)
    assert page.issued.detail.shown_id == new.id
    assert first.number_text in page.issued.panel.reader.toPlainText()


# numbers


def test_numbers_of_a_year_are_chosen_until_the_first_receipt(office, show, qtbot):
    office.gift(office.person())
    page = show()
    page.series_action.trigger()
    office.idle(qtbot)
    dialog = page.numbering.dialog
    dialog.prefix.setText("RF-2025-")
    dialog.digits.choose(3)
    assert dialog.numbers.text().startswith("RF-2025-001, RF-2025-002")
    dialog.submit_button.click()
    office.idle(qtbot)
    page.issue_action.trigger()
    assert page.issuing.dialog.value("numbers") == "RF-2025-001"
    page.issuing.dialog.issue_button.click()
    office.idle(qtbot)
    page.series_action.trigger()
    office.idle(qtbot)
    assert not page.numbering.dialog.prefix.isEnabled()
    assert problems_of(page.numbering.dialog) == []
    page.numbering.dialog.reject()


def test_file_that_is_no_paper_of_ours_is_told(issued, show, qtbot, tmp_path):
    stranger = tmp_path / "letter.pdf"
    stranger.write_text("no receipt", encoding="utf-8")
    page = show()
    page.verify_action.trigger()
    dialog = page.verifying.dialog
    dialog.check(stranger)
    issued.idle(qtbot)
    assert "ne peut pas être lu" in dialog.notice.text
    assert not dialog.see_button.isEnabled()
    assert problems_of(dialog) == []
    dialog.reject()


def test_one_draft_is_looked_at_alone(office, show, qtbot, desktop):
    for number in range(2):
        office.gift(office.person(number))
    page = show()
    page.issue_action.trigger()
    office.idle(qtbot)
    dialog = page.issuing.dialog
    dialog.list.record_activated.emit(2)
    office.idle(qtbot)
    (path,) = desktop.opened
    text = PdfReader(path).pages[0].extract_text()
    assert "BROUILLON" in text
    assert texts(dialog.list)[1][0].split()[-1] in text
    dialog.reject()


def test_clock_that_is_behind_asks_why_before_anything_is_issued(office, show, qtbot):
    office.gift(office.person())
    page = show()
    page.issue_action.trigger()
    order = page.issuing.dialog.order
    page.issuing.dialog.reject()
    page.issuing._order = order
    day = dt.date(YEAR, 12, 31)
    behind = RuleError("receipt.clock_behind", field="clock_reason", day=day, today=day)
    page.issuing._on_failed(behind)
    dialog = page.issuing.clock_dialog
    dialog.submit_button.click()
    assert dialog.form.error_of("reason")
    assert problems_of(dialog) == []
    dialog.reason.setText("La date de l’ordinateur était fausse hier.")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert office.services.receipts.totals(YEAR)[0] == 1


@pytest.fixture
def older(office: Office) -> Iterator[Office]:
    """The office with an older copy of its file in place: one receipt is not in it."""
    office.gift(office.person())
    office.services.receipts.issue_year(YEAR)
    office.gift(office.person(1))
    old = office.folder / "old.coopdesk"
    office.services.database.back_up(old)
    office.services.receipts.issue_year(YEAR)
    office.services.database.close()
    shutil.copy(old, office.desk.database)
    services = open_database(office.desk.database, signature("Maëlle", Origin.WINDOW))
    yield replace(office, services=services, desk=replace(office.desk, services=services))
    services.database.close()


def test_receipts_missing_from_an_older_file_are_noted_before_the_next_one(
    older, window, qtbot
):
    page = ReceiptPage(older.desk, window)
    show_page(page, window)
    older.idle(qtbot)
    page.issue_action.trigger()
    page.issuing.dialog.issue_button.click()
    older.idle(qtbot)
    dialog = page.issuing.losses.dialog
    assert problems_of(dialog) == []
    dialog.reason.setText("Le disque d’avant est mort.")
    dialog.submit_button.click()
    older.idle(qtbot)
    assert [line.number for line in older.services.receipts.find(YEAR)] == [1, 3]
    assert older.services.receipt_life.next_number(YEAR) == 4
