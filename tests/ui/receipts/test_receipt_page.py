"""The page of tax receipts on a real database: review, cure, issue, papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt

from coopdesk.domain.association import Association
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.ui.receipts.finding import find_receipts
from coopdesk.ui.receipts.page import ReceiptPage
from coopdesk.ui.receipts.views import View
from coopdesk.ui.receipts.year_reading import first_year
from tests.ui.office import YEAR, payment_row, problems_of, show_page, texts

if TYPE_CHECKING:
    from coopdesk.ui.receipts.review_rows import ReviewRow
    from tests.ui.office import Office

HOSTILE = "<img src=x onerror=alert(1)>"


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
def filled(office: Office) -> Office:
    """Four ready gifts of three donors, two blocked, two excluded."""
    donors = [office.person(number) for number in range(3)]
    for donor in donors:
        office.gift(donor, 5_000)
    office.gift(donors[0], 2_500, dt.date(YEAR, 9, 1))
    office.gift(office.person(5, address=False), 1_000)
    office.gift(None, 700)
    office.gift(office.company(), 30_000)
    office.gift(donors[1], 900, ineligibility=Ineligibility.COUNTERPART)
    return office


def issue(page: ReceiptPage, office: Office, qtbot) -> None:
    page.issue_action.trigger()
    page.issuing.dialog.issue_button.click()
    office.idle(qtbot)


def blocked_row(page: ReceiptPage, reason: str) -> ReviewRow:
    """Return the first gift that is blocked for a reason."""
    rows = page.room.view.rows(page.room.view.listed_ids())
    return next(row for row in rows if row.line.reason == reason)


# review


def test_review_lists_every_gift_of_the_year_with_its_reason(filled, show):
    page = show()
    rows = texts(page.room.view.list)
    assert len(rows) == 8
    assert rows[0][0] == "Bloqué"
    by_donor = {row[1]: row for row in rows}
    assert "adresse" in by_donor["Yann Le Goff"][6]
    assert by_donor["Yann Le Goff"][7] == "Compléter l’adresse"
    assert by_donor["Biocoop du Port"][7] == "Indiquer la forme"
    assert "anonyme" in by_donor["Anonyme"][6]


def test_figures_count_and_filter_the_review(filled, show, qtbot):
    page = show()
    shown = [figure.value for figure in page.room.figures.all]
    assert shown == ["8", "4", "2", "2", "0", "0"]
    qtbot.mouseClick(page.room.figures.figure(Verdict.BLOCKED), Qt.MouseButton.LeftButton)
    assert {row[0] for row in texts(page.room.view.list)} == {"Bloqué"}
    page.room.figures.choose(None)
    assert len(texts(page.room.view.list)) == 8


def test_search_finds_donors_without_accents(filled, show, qtbot):
    page = show()
    with qtbot.waitSignal(page.views.search.searched):
        page.views.search.setText("lefevre")
    assert {row[1] for row in texts(page.room.view.list)} == {"Élodie Lefèvre"}


@pytest.mark.parametrize("view", [View.ROOM, View.ISSUED])
def test_arrow_down_goes_from_the_search_to_the_list(filled, show, qtbot, view):
    filled.services.receipts.issue_year(YEAR)
    page = show()
    page.views.go_to(view)
    page.views.search.setFocus()
    qtbot.keyClick(page.views.search, Qt.Key.Key_Down)
    shown = page.room.view if view is View.ROOM else page.issued
    assert page.window().focusWidget() is shown.list.table


def test_gifts_can_be_sorted_by_amount(filled, show):
    page = show()
    page.room.view.list.table.horizontalHeader().set_sort("amount", descending=True)
    page.room.view.refresh()
    assert texts(page.room.view.list)[0][1] == "Biocoop du Port"


def test_page_opens_on_the_year_before_until_april(office):
    assert first_year(dt.date(2026, 1, 15)) == 2025
    assert first_year(dt.date(2026, 9, 1)) == 2026


def test_another_year_shows_its_own_gifts(filled, show, office, qtbot):
    office.gift(office.person(6), 1_234, dt.date(YEAR - 1, 5, 5))
    page = show()
    page.views.year_box.choose(YEAR - 1)
    page.views.year_box.year_changed.emit(YEAR - 1)
    office.idle(qtbot)
    assert [row[3] for row in texts(page.room.view.list)] == ["12,34\N{NO-BREAK SPACE}€"]


def test_empty_year_says_what_the_page_is_for(office, show):
    page = show()
    assert not page.issue_action.isEnabled()
    assert page.bar.isHidden()
    assert page.room.view.list.findChild(type(page.views.search)) is None
    page.views.go_to(View.ISSUED)
    page.issued.gifts_action.trigger()
    assert page.views.current is View.ROOM


# cures


def test_address_is_completed_in_place_and_the_gift_becomes_ready(filled, show, qtbot):
    page = show()
    blocked = blocked_row(page, "address_missing").id
    page.room.view.list.record_activated.emit(blocked)
    filled.idle(qtbot)
    dialog = page.cures.dialog
    dialog.street.setText("4 rue du Four")
    dialog.postal_code.setText("44000")
    dialog.city.setText("Nantes")
    dialog.submit_button.click()
    filled.idle(qtbot)
    assert page.cures.dialog is None
    assert page.room.view.row(blocked).line.verdict is Verdict.READY
    assert page.room.figures.figure(Verdict.BLOCKED).value == "1"


def test_wrong_postcode_stays_in_the_form(filled, show, qtbot):
    page = show()
    page.room.view.row_activated.emit(blocked_row(page, "address_missing"))
    filled.idle(qtbot)
    dialog = page.cures.dialog
    dialog.postal_code.setText("44")
    dialog.submit_button.click()
    filled.idle(qtbot)
    assert dialog.form.error_of("postal_code")
    assert dialog.postal_code.text() == "44"


def test_addresses_are_completed_one_donor_after_the_other(office, show, qtbot):
    for number in (3, 4):
        office.gift(office.person(number, address=False))
    page = show()
    page.room.view.list.record_activated.emit(page.room.view.listed_ids()[0])
    office.idle(qtbot)
    dialog = page.cures.dialog
    for _donor in range(2):
        dialog.street.setText("4 rue du Four")
        dialog.postal_code.setText("44000")
        dialog.city.setText("Nantes")
        if dialog.repeat_button.isVisible():
            dialog.repeat_button.click()
        else:
            dialog.submit_button.click()
        office.idle(qtbot)
    assert page.room.figures.figure(Verdict.READY).value == "2"


def test_payment_to_check_leads_to_its_page(office, show, qtbot):
    path = office.payments_file(
        "doubt.csv", payment_row(1, **{"Statut du paiement": "Inconnu"})
    )
    office.services.imports.apply(path)
    page = show()
    row = page.room.view.row(page.room.view.listed_ids()[0])
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.room.view.list.record_activated.emit(row.id)
    assert asked.args == ["imports", row.line.gift.payment_id]


def test_click_on_the_link_is_the_cure(office, show, qtbot):
    office.services.association.save(Association(name="Sans rien"))
    office.gift(office.person())
    page = show()
    table = page.room.view.list.table
    index = table.model().index(0, 7)
    qtbot.waitUntil(lambda: index.data() == "Compléter le profil")
    place = table.visualRect(index).center() - QPoint(4, 0)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["settings", ("profile", "purpose")]


def test_incomplete_profile_is_named_once_and_led_to(office, show, qtbot):
    office.services.association.save(Association(name="Sans rien"))
    office.gift(office.person())
    page = show()
    assert page.room.banner.isVisible()
    assert "signataire" in page.room.banner.text
    assert not page.issue_action.isEnabled()
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.room.profile_action.trigger()
    assert asked.args == ["settings", ("profile", "purpose")]


# issue


def test_preview_says_how_many_which_numbers_and_for_how_much(filled, show):
    page = show()
    page.issue_action.trigger()
    dialog = page.issuing.dialog
    assert dialog.count == 3
    assert dialog.issue_button.text() == "Émettre 3 reçus"
    assert dialog.value("numbers") == "2025-0001 à 2025-0003"
    assert "un don reçu plus tard" in dialog.more_to_come.text()
    assert not dialog.more_to_come.isHidden()
    assert dialog.value("total") == "175,00\N{NO-BREAK SPACE}€"
    assert dialog.value("persons").startswith("3 reçus (11580)")
    assert dialog.value("companies") == "aucun"
    dialog.per_gift.setChecked(True)
    assert dialog.count == 4
    assert dialog.value("numbers") == "2025-0001 à 2025-0004"
    assert dialog.more_to_come.isHidden()


def test_preview_of_a_year_that_is_over_expects_no_more_gifts(office, show, qtbot):
    office.gift(office.person(), 5_000, dt.date(YEAR - 1, 3, 12))
    page = show()
    page.views.year_box.choose(YEAR - 1)
    page.views.year_box.year_changed.emit(YEAR - 1)
    office.idle(qtbot)
    page.issue_action.trigger()
    assert page.issuing.dialog.count == 1
    assert page.issuing.dialog.more_to_come.isHidden()


def test_issue_gives_one_receipt_per_donor(filled, show, qtbot):
    page = show()
    page.bar.focus_last()
    issue(page, filled, qtbot)
    # What was pressed has gone; the keys stay beside what comes next.
    assert page.window().focusWidget().text() == page.writing.all[0].text()
    issued = filled.services.receipts.find(YEAR)
    assert [line.number for line in issued] == [1, 2, 3]
    assert {line.scope for line in issued} == {ReceiptScope.DONOR}
    assert "3 reçus émis" in page.bar.text
    assert "2 dons sont encore bloqués" in page.bar.text
    page.bar.close_action.trigger()
    assert "3 reçus émis" not in page.bar.text
    assert page.room.figures.figure(Verdict.ISSUED).value == "4"


def test_only_the_gifts_of_the_preview_are_issued(filled, show, qtbot):
    page = show()
    page.issue_action.trigger()
    filled.gift(filled.person(7), 4_400)
    page.issuing.dialog.issue_button.click()
    filled.idle(qtbot)
    assert filled.services.receipts.totals(YEAR)[0] == 3


def test_cancelled_issue_leaves_nothing(office, show, qtbot):
    for number in range(60):
        office.gift(office.person(number))
    page = show()
    page.issue_action.trigger()
    dialog = page.issuing.dialog
    page.issuing.started.connect(lambda job: job.advanced.connect(job.cancel))
    said = []
    page.issuing.started.connect(lambda _job: said.append(page.bar.text))
    with qtbot.waitSignal(page.issuing.stopped, timeout=30_000):
        dialog.issue_button.click()
    office.idle(qtbot)
    assert "en cours d’émission" in said[0]
    assert office.services.receipts.totals(YEAR)[0] == 0
    assert "aucun reçu" in page.bar.text
    assert page.issue_action.isEnabled()


def test_issue_is_refused_when_a_gift_changed_since_the_preview(filled, show, qtbot):
    page = show()
    page.issue_action.trigger()
    ready = page.room.view.review.of(Verdict.READY)[0].gift
    filled.services.donations.remove(ready.donation_id)
    with qtbot.waitSignal(filled.desk.feedback.reported):
        page.issuing.dialog.issue_button.click()
    filled.idle(qtbot)
    assert filled.services.receipts.totals(YEAR)[0] == 0
    assert page.room.figures.figure(Verdict.READY).value == "3"
    assert page.issue_action.isEnabled()


def test_command_from_elsewhere_waits_for_the_review(filled, window, qtbot):
    page = ReceiptPage(filled.desk, window)
    page.issue_action.trigger()
    show_page(page, window)
    filled.idle(qtbot)
    assert page.issuing.dialog is not None
    page.issuing.dialog.reject()


def test_receipts_are_found_from_anywhere(filled, show, qtbot):
    page = show()
    issue(page, filled, qtbot)
    by_name = find_receipts(filled.desk, "goncalves")
    assert [(hit.page, hit.text[-9:]) for hit in by_name] == [("receipts", "2025-0002")]
    (by_number,) = find_receipts(filled.desk, "2025-3")
    assert by_number.target == filled.services.receipts.find(YEAR)[2].id
    assert find_receipts(filled.desk, "go") == []


def test_enter_in_the_preview_shows_the_drafts_and_issues_nothing(filled, show, qtbot, desktop):
    page = show()
    page.issue_action.trigger()
    qtbot.keyClick(page.issuing.dialog.per_donor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desktop.opened))
    (path,) = desktop.opened
    text = PdfReader(path).pages[0].extract_text()
    assert "BROUILLON" in text
    assert filled.services.receipts.totals(YEAR)[0] == 0


# issued receipts


def test_issued_receipts_are_found_by_donor_and_by_number(filled, show, qtbot):
    page = show()
    issue(page, filled, qtbot)
    page.views.tabs.setCurrentIndex(1)
    for typed, donors in (("goncalves", 1), ("2025-0002", 1), ("3", 1), ("nobody", 0)):
        with qtbot.waitSignal(page.views.search.searched):
            page.views.search.setText(typed)
        filled.idle(qtbot)
        assert len(texts(page.issued.list)) == donors, typed


def test_receipt_opens_as_the_paper_that_was_issued(filled, show, qtbot, desktop):
    page = show()
    issue(page, filled, qtbot)
    (receipt, *_others) = filled.services.receipts.find(YEAR)
    page.show_target(receipt.id)
    filled.idle(qtbot)
    page.life.open_action.trigger()
    qtbot.waitUntil(lambda: bool(desktop.opened))
    (path,) = desktop.opened
    assert path.name.startswith("recu-2025-0001-")
    assert path.read_bytes() == filled.services.receipts.pdf(receipt.id)


def test_issued_gift_of_the_review_leads_to_its_receipt(filled, show, qtbot):
    page = show()
    issue(page, filled, qtbot)
    page.room.figures.choose(Verdict.ISSUED)
    page.room.view.list.record_activated.emit(page.room.view.listed_ids()[0])
    filled.idle(qtbot)
    assert page.views.current is View.ISSUED
    assert page.issued.detail.shown_id is not None


def test_receipts_are_saved_one_file_each(filled, show, qtbot, desktop, tmp_path):
    page = show()
    issue(page, filled, qtbot)
    page.writing.save_action.trigger()
    filled.idle(qtbot)
    dialog = page.papers.dialog
    dialog.folder_field.setText(str(tmp_path / "reçus"))
    dialog.submit_button.click()
    with qtbot.waitSignal(page.papers.written):
        pass
    files = sorted((tmp_path / "reçus").iterdir())
    assert [path.suffix for path in files] == [".pdf"] * 3
    assert "2025-0001" in PdfReader(files[0]).pages[0].extract_text()
    assert "3 fichiers écrits" in page.bar.text
    assert desktop.opened == [tmp_path / "reçus"]


def test_selected_receipts_are_printed_as_one_file(filled, show, qtbot, desktop, tmp_path):
    page = show()
    issue(page, filled, qtbot)
    page.views.tabs.setCurrentIndex(1)
    page.issued.list.table.selectRow(1)
    page.writing.print_action.trigger()
    filled.idle(qtbot)
    dialog = page.papers.dialog
    assert dialog.receipt_ids == (page.issued.listed_ids()[1],)
    assert dialog.shape is OutputShape.ONE_FILE
    dialog.folder_field.setText(str(tmp_path))
    with qtbot.waitSignal(page.papers.written) as written:
        dialog.submit_button.click()
    (path,) = written.args[0].paths
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    assert "2025-0002" in reader.pages[0].extract_text()


def test_folder_that_cannot_be_written_is_told(filled, show, qtbot, desktop, tmp_path):
    page = show()
    issue(page, filled, qtbot)
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    page.writing.print_action.trigger()
    filled.idle(qtbot)
    page.papers.dialog.folder_field.setText(str(tmp_path / "taken"))
    with qtbot.waitSignal(filled.desk.feedback.reported) as reported:
        page.papers.dialog.submit_button.click()
    assert "n’a pas pu être écrit" in reported.args[0]
    assert not desktop.opened


def test_relative_folder_cannot_be_chosen(filled, show, qtbot):
    page = show()
    issue(page, filled, qtbot)
    page.writing.print_action.trigger()
    filled.idle(qtbot)
    page.papers.dialog.folder_field.setText("somewhere")
    assert not page.papers.dialog.submit_button.isEnabled()


# from elsewhere


def test_receipt_of_another_year_is_shown_from_elsewhere(filled, show, qtbot):
    page = show()
    issue(page, filled, qtbot)
    page.views.year_box.choose(YEAR - 3)
    page.views.year_box.year_changed.emit(YEAR - 3)
    filled.idle(qtbot)
    (_first, second, _third) = filled.services.receipts.find(YEAR)
    page.show_target(second.id)
    filled.idle(qtbot)
    assert page.views.year_box.year == YEAR
    assert page.issued.chosen_ids() == (second.id,)
    assert page.issued.detail.shown_id == second.id


def test_filter_and_year_can_be_asked_from_elsewhere(filled, show, qtbot):
    page = show()
    page.show_target("blocked")
    assert page.room.figures.current is Verdict.BLOCKED
    page.views.search.setText("personne de ce nom")
    page.show_target("issued")
    page.show_target(("year", YEAR - 1))
    filled.idle(qtbot)
    assert page.views.year_box.year == YEAR - 1
    assert page.views.tabs.currentIndex() == 0
    assert page.room.figures.current is None
    page.show_target(("year", YEAR, "blocked"))
    filled.idle(qtbot)
    assert page.room.figures.current is Verdict.BLOCKED
    assert page.views.search.text() == ""


def test_hostile_name_is_shown_as_it_is(office, show, qtbot):
    contact = office.person()
    profile = contact.profile
    office.services.contacts.change(contact.id, replace(profile, last_name=HOSTILE))
    office.gift(contact)
    page = show()
    assert HOSTILE in texts(page.room.view.list)[0][1]
    issue(page, office, qtbot)
    page.views.tabs.setCurrentIndex(1)
    assert HOSTILE in texts(page.issued.list)[0][2]
    page.issued.open(page.issued.listed_ids()[0])
    office.idle(qtbot)
    assert HOSTILE in page.issued.panel.reader.toPlainText()


@pytest.mark.parametrize("is_complete", [True, False])
def test_page_fits_a_small_screen_and_names_its_controls(filled, show, qtbot, is_complete):
    if not is_complete:
        filled.services.association.save(Association(name="Sans rien"))
    page = show()
    assert problems_of(page) == []
    page.views.tabs.setCurrentIndex(1)
    if is_complete:
        issue(page, filled, qtbot)
        page.issued.open(page.issued.listed_ids()[0])
        filled.idle(qtbot)
    assert problems_of(page) == []
    page.declare_action.trigger()
    filled.idle(qtbot)
    assert problems_of(page) == []


def test_dialogs_fit_a_small_screen_and_name_their_controls(filled, show, qtbot):
    page = show()
    page.issue_action.trigger()
    assert problems_of(page.issuing.dialog) == []
    page.issuing.dialog.issue_button.click()
    filled.idle(qtbot)
    page.writing.print_action.trigger()
    filled.idle(qtbot)
    assert problems_of(page.papers.dialog) == []
