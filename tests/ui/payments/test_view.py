"""Money in and out on the page of accounts, on a real database."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentState,
)
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.views import View
from coopdesk.ui.payments.view import PaymentsView
from tests.ui.office import YEAR, payment_row, problems_of, show_page, texts

if TYPE_CHECKING:
    from tests.ui.office import Office

EURO = "\N{NO-BREAK SPACE}€"


@pytest.fixture
def page(office: Office, window, qtbot) -> PaymentsView:
    """A journal with a gift, a grant, two expenses, and a payment to check."""
    office.gift(office.person(), 5_000)
    office.payment(250_000, "Subvention de la ville", LineKind.GRANT)
    office.payment(12_050, "Terreau", day=dt.date(YEAR, 2, 1))
    office.payment(4_500, "Assurance", day=dt.date(YEAR, 1, 14))
    office.payment(100, "Timbres", day=dt.date(YEAR - 1, 12, 30))
    office.services.imports.apply(
        office.payments_file("doubt.csv", payment_row(3, **{"Statut du paiement": "?"}))
    )
    whole = AccountPage(office.desk)
    show_page(whole, window)
    whole.views.show(View.PAYMENTS)
    office.idle(qtbot)
    view = whole.views.shown
    assert isinstance(view, PaymentsView)
    return view


def shown(page: PaymentsView) -> list[str]:
    """Return what the lines of the journal are for, in their order."""
    return [row[2].split(" · ")[0] for row in texts(page.list)]


def test_journal_lists_the_year_newest_first(page):
    assert shown(page) == [
        "Subvention de la ville",
        "Serre chauffée par le compost",
        "Terreau",
        "Assurance",
    ]


def test_foot_adds_up_what_is_listed(page, office, qtbot):
    total = page.list._totals.text()
    assert f"Recettes 2\N{NARROW NO-BREAK SPACE}550,00{EURO}" in total
    assert f"Dépenses 165,50{EURO}" in total
    assert f"Différence 2\N{NARROW NO-BREAK SPACE}384,50{EURO}" in total
    page.figures.choose(Direction.OUT)
    office.idle(qtbot)
    assert f"Recettes 0,00{EURO}" in page.list._totals.text()


def test_figures_filter_the_journal(page, office, qtbot):
    for key, expected in (
        (Direction.IN, 2),
        (Direction.OUT, 2),
        (PaymentState.TO_CHECK, 1),
        (PaymentState.DISMISSED, 0),
    ):
        qtbot.mouseClick(page.figures.figure(key), Qt.MouseButton.LeftButton)
        office.idle(qtbot)
        assert len(shown(page)) == expected, key


def test_money_to_check_makes_no_result(page, office, qtbot):
    page.figures.choose(PaymentState.TO_CHECK)
    office.idle(qtbot)
    assert "ne compte pas" in page.list._totals.text()


def test_selection_is_added_up(page, office, qtbot):
    page.figures.choose(Direction.OUT)
    office.idle(qtbot)
    page.list.table.selectAll()
    office.idle(qtbot)
    assert f"Dépenses 165,50{EURO}" in page.list._totals.text()
    assert page.list._totals.text().startswith("Sélection")


def test_search_finds_who_paid(page, office, qtbot):
    with qtbot.waitSignal(page.search.searched):
        page.search.setText("lefevre")
    office.idle(qtbot)
    assert len(shown(page)) == 1


def test_another_year_has_its_own_journal(page, office, qtbot):
    page.show_target(("year", YEAR - 1))
    office.idle(qtbot)
    assert shown(page) == ["Timbres"]


def test_payment_recorded_by_hand_is_removed_and_brought_back(page, office, qtbot):
    page.list.table.selectRow(2)
    page.remove_action.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    qtbot.waitUntil(lambda: "Terreau" not in shown(page))
    office.desk.tasks.command(page, office.services.operations.undo)
    office.idle(qtbot)
    assert "Terreau" in shown(page)


def test_imported_payment_cannot_be_removed_and_says_what_can_be_done(page, office, qtbot):
    page.figures.choose(PaymentState.TO_CHECK)
    office.idle(qtbot)
    page.list.table.selectRow(0)
    with qtbot.waitSignal(office.desk.feedback.reported) as reported:
        page.remove_action.trigger()
    assert "import" in reported.args[0]


def test_payment_opens_beside_the_list_and_leads_to_its_contact(page, office, qtbot):
    row = shown(page).index("Serre chauffée par le compost")
    page.list.record_activated.emit(page.list.model.id_at(row))
    office.idle(qtbot)
    assert "Élodie Lefèvre" in page.panel.reader.toPlainText()
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.panel.link_activated.emit("contact:1")
    assert asked.args == ["contacts", 1]


def test_payment_says_why_there_is_no_receipt_for_it(page, office, qtbot):
    """RF-50: what is no gift gives none, and says so."""
    for what, said in (
        ("Subvention de la ville", "pas de reçu : subvention d’un organisme public"),
        ("Terreau", ""),
        ("Serre chauffée par le compost", "Voir le don"),
    ):
        page.list.record_activated.emit(page.list.model.id_at(shown(page).index(what)))
        office.idle(qtbot)
        told = page.panel.reader.toPlainText()
        assert said in told
        assert ("Reçu fiscal" in told) == bool(said)
    page.panel.link_activated.emit("gift:1")


def test_payment_to_check_leads_to_its_decision(page, office, qtbot):
    page.figures.choose(PaymentState.TO_CHECK)
    office.idle(qtbot)
    page.list.record_activated.emit(page.list.model.id_at(0))
    office.idle(qtbot)
    assert "Décider" in page.panel.reader.toPlainText()
    (line,) = office.services.imports.to_check()
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.panel.link_activated.emit(f"check:{line.payment_id}")
    assert asked.args == ["imports", line.payment_id]


def test_payment_named_elsewhere_is_shown_in_its_year(page, office, qtbot):
    payment = office.payment(777, "Encre", day=dt.date(YEAR - 1, 3, 3))
    page.show_target(payment)
    office.idle(qtbot)
    assert page.year_box.year == YEAR - 1
    (selected,) = page.list.selected_ids
    assert office.services.payments.lines([selected])[0].payment_id == payment


def test_view_fits_a_small_screen(page, office, qtbot):
    office.payment(123_456_789, "Legs", LineKind.OTHER)
    page.reload()
    office.idle(qtbot)
    assert problems_of(page.parentWidget()) == []


def test_fee_kept_of_a_payment_is_typed_shown_and_taken_back(page, office, qtbot):
    rows = [row[2] for row in texts(page.list)]
    page.list.table.select_id(page.list.model.id_at(rows.index("Subvention de la ville")))
    page.fee_action.trigger()
    office.idle(qtbot)
    dialog = page.asker.dialog
    for typed in ("2500", "12,50"):
        dialog.fee.setText(typed)
        dialog.submit_button.click()
        office.idle(qtbot)
        if typed == "2500":
            assert dialog.form.fields["fee"].error
    assert page.asker.dialog is None
    [line] = office.services.payments.lines(page.list.selected_ids)
    assert office.services.payments.get(line.payment_id).content.fee == Money(1_250)
    office.services.operations.undo()
    assert not office.services.payments.get(line.payment_id).content.fee
    page.list.table.select_id(page.list.model.id_at(rows.index("Terreau")))
    page.fee_action.trigger()
    office.idle(qtbot)
    assert page.asker.dialog is None


def test_activity_of_chosen_lines_is_named_shown_and_taken_back(page, office, qtbot):
    office.services.activities.add(NewActivity("Foire de printemps"))
    rows = [row[2] for row in texts(page.list)]
    line_id = page.list.model.id_at(rows.index("Terreau"))
    page.list.table.select_id(line_id)
    page.activity_action.trigger()
    office.idle(qtbot)
    dialog = page.asker.dialog
    assert problems_of(dialog) == []
    dialog.activity.choose(1)
    dialog.submit_button.click()
    office.idle(qtbot)
    assert page.asker.dialog is None
    assert office.services.payments.lines([line_id])[0].activity == "Foire de printemps"
    office.services.operations.undo()
    assert office.services.payments.lines([line_id])[0].activity == ""


def test_without_any_activity_nobody_is_asked_for_one(page, office, qtbot):
    page.list.table.select_id(page.list.model.id_at(0))
    page.activity_action.trigger()
    office.idle(qtbot)
    dialog = page.asker.dialog
    assert dialog.form.fields["activity_id"].isHidden()
    assert problems_of(dialog) == []
    dialog.reject()
