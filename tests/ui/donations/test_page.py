"""The page of gifts, driven as a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.donations import DonationFilter, Ineligibility, NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.ui.donations.nature_filter import RETURNED
from coopdesk.ui.donations.targets import GiftsShown
from coopdesk.ui.widgets.empty_state import EmptyState
from tests.ui.contacts.conftest import cut_off, press, settle, unnamed
from tests.ui.donations.conftest import rows, shown


def donors(page):
    return [row["donor"] for row in rows(page)]


def record_text(page):
    return page.panel.reader.toPlainText().replace("\u00a0", " ")


def plain(text):
    return text.replace("\u00a0", " ")


def foot(page):
    return page.list._totals.text().replace("\u00a0", " ").replace("\u202f", " ")


def open_record(page, gift_id):
    page.list.table.setFocus()
    assert page.list.table.select_id(gift_id)
    press(Qt.Key.Key_Return)


# the list


def test_list_shows_the_gifts_of_this_year_newest_first(filled_page):
    assert rows(filled_page) == [
        {
            "date": "01/05/2025",
            "donor": "Anonyme",
            "campaign": "Forêt",
            "mode": "Espèces",
            "amount": "5,00 €",
            "receipt": "pas de reçu : anonyme",
        },
        {
            "date": "01/04/2025",
            "donor": "Zoé Abadie",
            "campaign": "",
            "mode": "Chèque",
            "amount": "30,50 €",
            "receipt": "reçu à émettre",
        },
        {
            "date": "01/03/2025",
            "donor": "Élodie Lefèvre",
            "campaign": "Toit",
            "mode": "Espèces",
            "amount": "20,00 €",
            "receipt": "reçu à émettre",
        },
    ]
    assert foot(filled_page) == "Total reçu : 55,50 €"


def test_gift_with_too_much_in_return_waits_for_no_receipt(qtbot, office, page, people):
    new = NewDonation(
        dt.date(2025, 3, 1),
        Money(10_000),
        PaymentMode.CASH,
        donor_id=people["Élodie Lefèvre"],
        counterpart=Money(3_000),
        counterpart_label="Un repas",
    )
    gift_id = office.services.donations.record(new).value.id
    page.reload()
    settle(qtbot, office, page)
    assert [row["receipt"] for row in rows(page)] == ["pas de reçu : trop offert"]
    open_record(page, gift_id)
    qtbot.waitUntil(lambda: "30 %, plus que 25 %" in record_text(page).replace("\u202f", " "))
    assert "Ouvre droit" not in record_text(page)


def test_year_campaign_and_words_narrow_the_list(qtbot, office, filled_page):
    page = filled_page
    page.filters.year_box.choose(2024)
    page.filters.year_box.activated.emit(0)
    settle(qtbot, office, page)
    assert donors(page) == ["Élodie Lefèvre"]
    page.filters.year_box.choose(None)
    page.filters.campaign_box.choose("Forêt")
    page.filters.campaign_box.activated.emit(0)
    settle(qtbot, office, page)
    assert donors(page) == ["Anonyme"]
    page.clear_filters()
    page.search.setFocus()
    press("lef")
    qtbot.waitUntil(lambda: donors(page) == ["Élodie Lefèvre", "Élodie Lefèvre"])
    settle(qtbot, office, page)
    assert foot(page) == "Total reçu : 119,00 €"


def test_keys_of_the_search_go_to_the_cure_where_nothing_is_found(qtbot, office, filled_page):
    page = filled_page
    page.search.setFocus()
    press("zzz")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)
    settle(qtbot, office, page)
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    settle(qtbot, office, page)
    assert page.search.text() == ""
    assert page.list.model.rowCount() > 0


def test_gift_that_the_filters_hide_is_found_in_its_year_if_it_can(
    qtbot, office, filled_page, gifts
):
    page = filled_page
    page.search.setText("zoé")
    settle(qtbot, office, page)
    for wanted, year in (("Élodie", 2025), ("last year", None)):
        page.show_target(gifts[wanted])
        qtbot.waitUntil(lambda wanted=wanted: page.list.table.current_id == gifts[wanted])
        assert (page.filters.year, page.search.text()) == (year, "")
        settle(qtbot, office, page)


def test_click_on_a_title_sorts(qtbot, office, filled_page):
    page = filled_page
    keys = [column.key for column in page.list.model.columns]
    header = page.list.table.horizontalHeader()
    header.sectionClicked.emit(keys.index("amount"))
    settle(qtbot, office, page)
    assert donors(page) == ["Zoé Abadie", "Élodie Lefèvre", "Anonyme"]
    header.sectionClicked.emit(keys.index("donor"))
    settle(qtbot, office, page)
    assert donors(page) == ["Anonyme", "Zoé Abadie", "Élodie Lefèvre"]


def test_foot_adds_up_the_selection(qtbot, office, filled_page, gifts):
    filled_page.list.table.selectAll()
    settle(qtbot, office, filled_page)
    assert foot(filled_page) == "Sélection : 55,50 € · Total reçu : 55,50 €"
    filled_page.list.table.select_id(gifts["Zoé"])
    assert foot(filled_page) == "Total reçu : 55,50 €"


def test_money_that_waits_to_be_checked_is_not_in_the_total(qtbot, office, filled_page, gifts):
    payment = office.services.donations.get(gifts["Zoé"]).payment_id
    office.services.payments.decide([payment], PaymentState.TO_CHECK)
    filled_page.reload()
    settle(qtbot, office, filled_page)
    assert foot(filled_page) == "Total reçu : 25,00 €"
    assert rows(filled_page)[1]["receipt"] == "à vérifier"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Ineligibility.COUNTERPART, "pas de reçu : contrepartie"),
        (Ineligibility.TICKET, "pas de reçu : billet de spectacle"),
    ],
)
def test_gift_without_receipt_says_why(qtbot, office, page, people, reason, expected):
    day, donor = dt.date(2025, 1, 2), people["Élodie Lefèvre"]
    new = NewDonation(day, Money(100), PaymentMode.CASH, donor, ineligibility=reason)
    office.services.donations.record(new)
    page.reload()
    settle(qtbot, office, page)
    assert rows(page)[0]["receipt"] == expected


def test_gift_of_an_organisation_and_issued_receipt_are_told(qtbot, office, page, people):
    record = office.services.donations.record
    for name in ("Biocoop du Port", "Élodie Lefèvre"):
        record(NewDonation(dt.date(2025, 1, 2), Money(100), PaymentMode.CASH, people[name]))
    office.services.receipts.issue_year(2025)
    page.reload()
    settle(qtbot, office, page)
    assert {row["donor"]: row["receipt"] for row in rows(page)} == {
        "Biocoop du Port": "reçu à émettre",
        "Élodie Lefèvre": "reçu n° 2025-0001",
    }


def test_empty_page_offers_the_first_step_and_the_import(qtbot, office, page):
    (state,) = [s for s in page.findChildren(EmptyState) if s.isVisible()]
    words = " ".join(label.text() for label in state.findChildren(QLabel))
    assert "Aucun don pour l’instant" in words
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.import_action.trigger()
    assert asked.args == ["imports", None]


def test_filters_without_result_say_what_was_looked_for_and_clear_in_one_step(
    qtbot, office, filled_page
):
    page = filled_page
    page.filters.campaign_box.choose("Toit")
    page.search.setFocus()
    press("zoe")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)
    (state,) = [s for s in page.findChildren(EmptyState) if s.isVisible()]
    words = " ".join(label.text() for label in state.findChildren(QLabel))
    assert "« zoe · Toit · 2025 »" in words.replace("\u00a0", " ")
    page.list.clear_action.trigger()
    settle(qtbot, office, page)
    assert len(rows(page)) == 4


def test_gifts_of_one_donor_are_shown_with_a_filter_that_can_be_taken_away(
    qtbot, office, filled_page, people
):
    page = filled_page
    page.show_target(GiftsShown(donor_id=people["Élodie Lefèvre"], donor_name="Élodie <b>"))
    settle(qtbot, office, page)
    assert donors(page) == ["Élodie Lefèvre"] * 2
    assert page.filters.donor_chip.text() == "Dons de Élodie <b>"
    page.filters.donor_chip.click()
    settle(qtbot, office, page)
    assert len(rows(page)) == 4
    assert not page.filters.donor_chip.isVisible()


def test_hostile_donor_and_campaign_are_shown_as_they_are(qtbot, office, page):
    hostile = "<img src=x>" + "W" * 100
    donor = office.services.contacts.add(NewContact(last_name=hostile)).value
    new = NewDonation(
        dt.date(2025, 1, 2), Money(100), PaymentMode.CASH, donor.id, "<b>&" + "C" * 100
    )
    gift = office.services.donations.record(new).value
    width = page.window().width()
    page.show_target(gift.id)
    settle(qtbot, office, page)
    assert rows(page)[0]["donor"] == hostile
    assert hostile in record_text(page)
    assert "<b>&CCC" in record_text(page)
    assert page.filters.campaign_box.offers(new.campaign)
    assert page.window().width() == width
    assert page.panel.reader.horizontalScrollBar().maximum() == 0


# the record


def test_record_says_what_is_known_and_what_it_means(qtbot, office, filled_page, gifts):
    open_record(filled_page, gifts["Élodie"])
    settle(qtbot, office, filled_page)
    text = record_text(filled_page)
    for expected in (
        "20,00 €",
        "1er mars 2025",
        "Élodie Lefèvre",
        "Toit",
        "Saisi à la main",
        "Ouvre droit à un reçu fiscal",
        "Il figurera sur le reçu fiscal 2025 du donateur.",
    ):
        assert expected in text, expected
    press(Qt.Key.Key_Up)
    settle(qtbot, office, filled_page)
    assert "Le reçu attend l’adresse postale" in record_text(filled_page)
    press(Qt.Key.Key_Up)
    settle(qtbot, office, filled_page)
    assert "un reçu nomme son donateur" in record_text(filled_page)


def test_record_of_a_platform_gift_says_what_the_platform_decides(
    qtbot, office, window, platform_gift
):
    page = shown(qtbot, office, window)
    page.show_target(platform_gift)
    settle(qtbot, office, page)
    text = record_text(page)
    assert "HelloAsso" in text
    assert "8100002" in text
    assert "Vous pouvez changer le donateur" in text


def test_gift_of_another_year_is_found_when_asked_for(qtbot, office, filled_page, gifts):
    filled_page.show_target(gifts["last year"])
    qtbot.waitUntil(lambda: filled_page.list.table.current_id == gifts["last year"])
    assert filled_page.filters.year is None


def test_donor_opens_from_the_gift(qtbot, office, filled_page, gifts, people):
    filled_page.list.table.select_id(gifts["Zoé"])
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        filled_page.open_donor_action.trigger()
    assert asked.args == ["contacts", people["Zoé Abadie"]]


def test_anonymous_gift_says_that_it_has_no_donor(qtbot, office, filled_page, gifts):
    filled_page.list.table.select_id(gifts["anonymous"])
    with qtbot.waitSignal(office.desk.feedback.told) as told:
        filled_page.open_donor_action.trigger()
    assert "anonyme" in told.args[0]


# removing


def test_delete_removes_and_goes_on_at_the_next_and_undo_brings_back(
    qtbot, office, filled_page, gifts, undo
):
    page = filled_page
    settle(qtbot, office, page)
    page.list.table.setFocus()
    page.list.table.select_id(gifts["Zoé"])
    press(Qt.Key.Key_Delete)
    settle(qtbot, office, page)
    assert donors(page) == ["Anonyme", "Élodie Lefèvre"]
    assert page.list.table.current_id == gifts["Élodie"]
    undo.undo()
    settle(qtbot, office, page)
    assert donors(page) == ["Anonyme", "Zoé Abadie", "Élodie Lefèvre"]


def test_gift_of_a_platform_is_not_removed_and_the_reason_is_told(
    qtbot, office, window, platform_gift
):
    page = shown(qtbot, office, window)
    page.list.table.select_id(platform_gift)
    with qtbot.waitSignal(office.desk.feedback.reported) as reported:
        page.remove_action.trigger()
    assert "HelloAsso" in reported.args[0]
    assert office.services.donations.get(platform_gift).id == platform_gift


def test_gift_on_a_receipt_is_read_only_with_the_reason(qtbot, office, filled_page, gifts):
    office.services.receipts.issue_year(2025)
    page = filled_page
    open_record(page, gifts["Élodie"])
    settle(qtbot, office, page)
    assert "ce qui est émis ne change jamais" in record_text(page)
    page.correct_action.trigger()
    settle(qtbot, office, page)
    (box,) = page.findChildren(QMessageBox)
    assert "Annulez le reçu n° 2025-0001" in plain(box.informativeText())
    assert page.editor.dialog is None
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        box.buttons()[0].click()
    (receipt,) = office.services.receipts.find(2025)
    assert asked.args == ["receipts", receipt.id]


def test_returned_gift_is_told_and_can_come_back(qtbot, office, filled_page, gifts):
    page = filled_page
    office.services.receipts.issue_year(2025)
    open_record(page, gifts["Élodie"])
    settle(qtbot, office, page)
    page.return_action.trigger()
    qtbot.waitUntil(lambda: page.returns.dialog is not None)
    dialog = page.returns.dialog
    assert "annulez ensuite ce reçu" in plain(dialog.notice.text)
    dialog.note.setText("chèque impayé")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    told = plain(record_text(page))
    assert "impayé le" in told
    assert "annulez ce reçu" in told
    assert foot(page) == "Total reçu : 35,50 €"
    page.filters.choose_nature(RETURNED)
    page.reload()
    settle(qtbot, office, page)
    assert [row["receipt"] for row in rows(page)] == ["à annuler : n° 2025-0001"]
    columns = [column.key for column in page.list.model.columns]
    amount = page.list.model.index(0, columns.index("amount"))
    assert amount.data(Qt.ItemDataRole.FontRole).strikeOut()
    page.return_action.trigger()
    settle(qtbot, office, page)
    assert office.services.donations.get(gifts["Élodie"]).returned is None


def test_record_closes_when_its_gift_is_taken_back(qtbot, office, page, people, undo):
    page.show_target(office.gift(None).id)
    settle(qtbot, office, page)
    undo.refresh()
    office.idle(qtbot)
    undo.undo()
    settle(qtbot, office, page)
    assert not page.panel.isVisible()
    assert office.services.donations.ids(DonationFilter()) == []


@pytest.mark.parametrize("size", [(1130, 690), (790, 430)])
def test_nothing_is_cut_off(qtbot, office, filled_page, gifts, window, size):
    window.resize(*size)
    filled_page.show_target(GiftsShown(donor_id=1, donor_name="Élodie " + "Lefèvre-" * 12))
    settle(qtbot, office, filled_page)
    assert window.width() == size[0]
    filled_page.clear_filters()
    filled_page.show_target(gifts["Zoé"])
    settle(qtbot, office, filled_page)
    assert cut_off(filled_page) == []
    filled_page.detail.close_record()
    settle(qtbot, office, filled_page)
    assert cut_off(filled_page) == []
    qtbot.waitUntil(lambda: filled_page.list.table.horizontalScrollBar().maximum() == 0)


def test_every_control_has_an_accessible_name(qtbot, office, filled_page, gifts):
    filled_page.show_target(gifts["Zoé"])
    settle(qtbot, office, filled_page)
    assert unnamed(filled_page) == []
    filled_page.record_action.trigger()
    filled_page.editor.dialog.form.unfold()
    assert unnamed(filled_page.editor.dialog) == []
    filled_page.editor.dialog.reject()
