"""The view of volunteers' expenses: a sheet typed by keyboard, its vouchers, its end."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.donations import DonationFilter, DonationNature
from coopdesk.domain.expenses import (
    ExpenseFilter,
    ExpenseKind,
    ExpenseState,
    NewExpenseLine,
    NewExpenseSheet,
    NewVehicle,
)
from coopdesk.domain.mileage import VehicleKind
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.outcome import Subject
from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.donations.panel import DonationPanel
from coopdesk.ui.expenses.finding import find_sheets
from coopdesk.ui.expenses.targets import NewSheetFor, SheetShown
from coopdesk.ui.expenses.view import ExpensesView
from coopdesk.ui.page import Page
from tests.ui.office import problems_of, show_page, texts

DAY = dt.date(2025, 3, 12)
SPACES = str.maketrans("\u00a0\u202f", "  ")


class HostPage(Page):
    """The page that the view stands on."""

    def __init__(self, desk):
        super().__init__(desk, "Dons", frozenset({Subject.EXPENSES}))
        self.view = ExpensesView(self)
        self.body.addWidget(self.view, 1)

    def reload(self):
        self.view.reload()


@pytest.fixture
def view(office, window, qtbot):
    page = HostPage(office.desk)
    show_page(page, window)
    office.idle(qtbot)
    return page.view


def sheet_of(office, *lines, title="Réunion du réseau"):
    """Record a draft with a car behind it."""
    volunteer = office.person().id
    car = office.services.vehicles.record(
        NewVehicle(volunteer, "Clio AB-123-CD", VehicleKind.CAR, 5)
    ).value.id
    trip = NewExpenseLine(
        DAY, ExpenseKind.MILEAGE, "Nantes – Angers", vehicle_id=car, metres=100_000
    )
    toll = NewExpenseLine(DAY, ExpenseKind.TOLL, "Péage A11", Money(1_250))
    new = NewExpenseSheet(volunteer, title, lines or (trip, toll))
    return office.services.expenses.record(new).value


def asked(office, follow):
    """Return the page and the record that a link leads to."""
    opened = []
    office.desk.navigator.requested.connect(lambda *where: opened.append(where))
    follow()
    return opened[-1]


def test_a_sheet_is_found_by_its_purpose_and_not_by_its_volunteer(office):
    made = sheet_of(office)

    (hit,) = find_sheets(office.desk, "réseau reunion")

    assert (hit.page, hit.target, hit.text) == (
        "donations",
        SheetShown(made.id),
        "Réunion du réseau",
    )
    assert find_sheets(office.desk, made.volunteer_name) == []


def said(view):
    return view.panel.reader.toPlainText().translate(SPACES)


def test_tab_goes_to_the_lines_and_a_choice_takes_its_error_away(office, view, qtbot):
    view.primary_action.trigger()
    office.idle(qtbot)
    dialog = view.editor.dialog
    dialog.submit_button.click()
    assert dialog.form.error_of("volunteer_id")
    dialog.choose_volunteer(office.person(2))
    dialog.volunteer.chosen.emit(office.person(3).id)
    assert not dialog.form.error_of("volunteer_id")
    dialog.title.setFocus()
    qtbot.keyClick(dialog.title, Qt.Key.Key_Tab)
    assert dialog.rows.isAncestorOf(dialog.focusWidget())
    dialog.form.is_dirty = False
    dialog.reject()


def test_a_sheet_is_typed_by_keyboard_with_a_vehicle_recorded_on_the_way(office, view, qtbot):
    volunteer = office.person()
    assert "Aucune note de frais" in view.list._empty._title.text()
    view.show_target(NewSheetFor(choice_of_contact(volunteer)))
    dialog = view.editor.dialog
    office.idle(qtbot)
    assert problems_of(dialog) == []
    dialog.title.setText("Réunion du réseau")

    row = dialog.rows.rows[0]
    assert row.is_trip
    row.label.setText("Nantes – Angers")
    row.distance.setText("100")
    row.vehicle_wanted.emit()
    vehicle = view.editor.vehicle_dialog
    vehicle.name.setText("Clio")
    vehicle.power.setText("5 CV")
    vehicle.submit_button.click()
    office.idle(qtbot)
    assert row.vehicle.currentText() == "Clio"
    assert dialog.said.text().translate(SPACES) == "Total : 63,60 €"
    assert "100 km × 0,636 €" in dialog.explained.text().translate(SPACES)

    row.distance.setFocus()
    qtbot.keyClick(row.distance, Qt.Key.Key_Return)
    second = dialog.rows.rows[1]
    assert (second.day.text(), second.is_trip) == (row.day.text(), True)
    second.kind.choose(ExpenseKind.TOLL)
    qtbot.keyClicks(second.label, "Peage")
    qtbot.keyClicks(second.amount, "12,5")
    second.amount.setFocus()
    qtbot.keyClick(second.amount, Qt.Key.Key_Return)
    third = dialog.rows.rows[2]
    qtbot.keyClick(third.label, Qt.Key.Key_Return)
    office.idle(qtbot)

    assert view.editor.dialog is None
    [row] = texts(view.list)
    assert "Réunion du réseau" in row
    assert "76,10\u00a0€" in row
    assert "76,10 €" in said(view)
    assert "Véhicule personnel" in said(view)


def test_a_wrong_line_is_said_under_the_lines_and_keeps_what_was_typed(office, view, qtbot):
    view.show_target(NewSheetFor(choice_of_contact(office.person())))
    dialog = view.editor.dialog
    office.idle(qtbot)
    dialog.title.setText("Réunion")
    dialog.rows.rows[0].kind.choose(ExpenseKind.MEAL)
    dialog.rows.rows[0].label.setText("Repas")

    dialog.submit_button.click()
    office.idle(qtbot)

    assert dialog.form.error_of("lines").startswith("Ligne 1")
    assert dialog.focusWidget() is dialog.rows.rows[0].amount
    assert dialog.rows.rows[0].label.text() == "Repas"
    dialog.form.is_dirty = False
    dialog.reject()


def test_a_draft_is_waived_with_what_happens_said_before(office, view, qtbot):
    sheet = sheet_of(office)
    view.show_target(SheetShown(sheet.id))
    office.idle(qtbot)
    view.record.waive_action.trigger()
    office.idle(qtbot)
    dialog = view.editor.settle_dialog
    assert problems_of(dialog) == []
    told = dialog.said.text().translate(SPACES)
    assert "76,10 € de Élodie Lefèvre deviennent un don du 12 décembre 2025" in told
    assert "justificatif" in dialog.warned.text()
    assert "abandon signé" in dialog.warned.text().lower()

    dialog.on.setText("01/03/2025")
    dialog.on.textEdited.emit(dialog.on.text())
    office.idle(qtbot)
    assert "12/03/2025" in dialog.form.error_of("settled_on")
    dialog.on.set_day(dt.date(2025, 12, 12))
    dialog.submit_button.click()
    office.idle(qtbot)

    assert view.editor.settle_dialog is None
    [gift] = office.services.donations.find(DonationFilter())
    assert (gift.nature, gift.amount) == (DonationNature.WAIVED_EXPENSES, Money(7_610))
    assert "Abandonnée" in said(view)
    assert "Ouvrir le don" in said(view)
    page, key = asked(office, lambda: view.panel.link_activated.emit(f"gift:{gift.id}"))
    assert (page, key) == ("donations", gift.id)
    panel = DonationPanel(office.desk)
    qtbot.addWidget(panel)
    panel.show_gift(gift.id)
    office.idle(qtbot)
    assert "Ouvrir la note de frais" in panel.reader.toPlainText()
    back = asked(office, lambda: panel.link_activated.emit(f"expenses:{sheet.id}"))
    assert back == ("donations", SheetShown(sheet.id))
    assert not view.record.waive_action.isVisible()
    assert view.record.reopen_action.isEnabled()


def test_a_draft_is_paid_back(office, view, qtbot):
    sheet = sheet_of(office)
    view.show_target(SheetShown(sheet.id))
    office.idle(qtbot)
    view.record.reimburse_action.trigger()
    office.idle(qtbot)
    dialog = view.editor.settle_dialog
    dialog.mode.choose(PaymentMode.CHEQUE)
    dialog.submit_button.click()
    office.idle(qtbot)

    settled = office.services.expenses.get(sheet.id)
    payment = office.services.payments.get(settled.payment_id).content
    assert (settled.state, payment.mode) == (ExpenseState.REIMBURSED, PaymentMode.CHEQUE)
    view.chips.choose(ExpenseState.DRAFT)
    view.reload()
    office.idle(qtbot)
    assert view.list.nothing_text
    assert office.services.expenses.find(ExpenseFilter(state=ExpenseState.DRAFT)) == []


def test_a_dropped_file_is_kept_with_the_open_sheet(office, view, qtbot):
    sheet = sheet_of(office)
    view.show_target(SheetShown(sheet.id))
    office.idle(qtbot)
    assert "Sans justificatif : Péage A11" in said(view)
    scan = office.folder / "Péage mars.pdf"
    scan.write_bytes(b"%PDF-1.7\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(scan))])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    view.panel.dropEvent(drop)
    office.idle(qtbot)

    [kept] = office.services.expenses.get(sheet.id).attachments
    assert kept.name == "Péage mars.pdf"
    assert "Péage mars.pdf" in said(view)
    view.panel.link_activated.emit(f"detach:{kept.id}")
    office.idle(qtbot)
    assert "Péage mars.pdf" not in said(view)


def test_the_view_fits_the_reference_screen(office, view, qtbot):
    sheet = sheet_of(office)
    view.show_target(SheetShown(sheet.id))
    office.idle(qtbot)
    assert problems_of(view) == []


def test_a_sheet_names_its_activity_under_more(office, view, qtbot):
    office.services.activities.add(NewActivity("Foire de printemps"))
    view.show_target(NewSheetFor(choice_of_contact(office.person())))
    dialog = view.editor.dialog
    office.idle(qtbot)
    assert dialog.activity.offers(1)
    dialog.title.setText("Décor")
    row = dialog.rows.rows[0]
    row.kind.choose(ExpenseKind.MEAL)
    row.label.setText("Repas")
    row.amount.setText("12")
    dialog.activity.choose(1)
    dialog.submit_button.click()
    office.idle(qtbot)
    assert view.editor.dialog is None
    assert "Foire de printemps" in said(view)
    view.change_action.trigger()
    office.idle(qtbot)
    assert view.editor.dialog.activity.value == 1
    view.editor.dialog.reject()
