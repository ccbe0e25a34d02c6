"""Entries in the window: plain words, the grid by keyboard, validating, vouchers, links."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.entries import EntryFilter, EntryForm, EntryState, NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.views import View
from coopdesk.ui.entries.finding import find_entries
from coopdesk.ui.entries.view import EntriesView, Shown
from tests.ui.office import problems_of, show_page, texts

if TYPE_CHECKING:
    from coopdesk.domain.entries import Entry
    from tests.ui.office import Office

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def draft(office: Office, day: dt.date, label: str, cents: int, *accounts: str) -> Entry:
    """Record an entry that moves money from one account to another."""
    to, source = accounts or ("6063", "5121")
    lines = (NewEntryLine(to, Money(cents)), NewEntryLine(source, credit=Money(cents)))
    new = NewEntry("BQ", day, label, lines, form=EntryForm.EXPENSE)
    return office.services.entries.record(new).value


@pytest.fixture
def day(office: Office) -> dt.date:
    """A day of the fiscal year that the window shows first."""
    return office.services.fiscal_years.current().starts_on + dt.timedelta(days=40)


@pytest.fixture
def page(office: Office, day: dt.date, window, qtbot) -> AccountPage:
    """The page with two drafts."""
    draft(office, day, "Terreau", 12_050)
    draft(office, day + dt.timedelta(days=1), "Semences", 3_000)
    page = AccountPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


@pytest.fixture
def view(page: AccountPage) -> EntriesView:
    """The first tab."""
    view = page.views.shown
    assert isinstance(view, EntriesView)
    return view


def press(qtbot, widget, key, text=""):
    """Type a text, then a key."""
    if text:
        qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, key)


def test_list_counts_drafts_and_finds_words(view, office, qtbot):
    assert [row[1] for row in texts(view.list)] == ["Semences", "Terreau"]
    assert view.chips.chip(Shown.DRAFTS).text() == "Brouillons 2"
    view.list.table.selectAll()
    office.idle(qtbot)
    assert view.list.total_text.startswith("2 écritures sélectionnées, 150,50")
    with qtbot.waitSignal(view.search.searched):
        view.search.setText("terreau")
    office.idle(qtbot)
    assert [row[1] for row in texts(view.list)] == ["Terreau"]
    view.clear_filters()
    view.filters.account_picker.setText("606")
    view.filters.account_picker.textEdited.emit("606")
    office.idle(qtbot)
    assert len(texts(view.list)) == 2


def test_expense_is_typed_in_plain_words_and_remembered(view, office, day, qtbot, tmp_path):
    invoice = tmp_path / "facture.txt"
    invoice.write_text("12,50", encoding="utf-8")
    view.doing.record_action.trigger()
    office.idle(qtbot)
    form = view.doing.editor.dialog
    qtbot.keyClicks(form.amount, "12,5")
    form.entry_on.set_day(day)
    form.label.setText("Terreau")
    form.label.editingFinished.emit()
    office.idle(qtbot)
    assert form.account.text().startswith("6063 ")
    form.files.add([invoice])
    form.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert view.doing.editor.dialog is None
    newest = office.services.entries.ids(EntryFilter(text="Terreau"), 1)
    (made,) = office.services.entries.lines(newest)
    assert made.has_files
    assert "facture.txt" in view.panel.reader.toPlainText()


def test_account_that_does_not_exist_is_told_under_its_field(view, office, day, qtbot):
    view.doing.record_action.trigger()
    office.idle(qtbot)
    form = view.doing.editor.dialog
    form.amount.setText("12,5")
    form.entry_on.set_day(day)
    form.label.setText("Terreau")
    form.account.setFocus()
    form.account.setText("fourche")
    form.treasury.setFocus()
    assert "fourche" in form.form.fields["account"].error
    form.account.setText("60639")
    form.submit_button.click()
    office.idle(qtbot)
    assert "60639" in form.form.fields["account"].error
    assert form.account.hasFocus()
    form.kind.chip(EntryForm.TRANSFER).click()
    form.label.clear()
    assert form.read().entry.label == "Virement"
    form.form.is_dirty = False
    form.reject()


def test_grid_is_filled_and_balanced_without_the_mouse(view, office, day, qtbot):
    view.doing.grid_action.trigger()
    office.idle(qtbot)
    grid = view.doing.editor.dialog
    grid.entry_on.set_day(day)
    grid.label.setText("Assurance")
    first, second = grid.rows.rows
    first.account.setFocus()
    qtbot.keyClicks(first.account, "616")
    office.idle(qtbot)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert grid.focusWidget() is first.debit
    press(qtbot, first.debit, Qt.Key.Key_Return, "48,20")
    assert grid.focusWidget() is second.account
    assert "il manque 48,20" in grid.said.text()
    second.account.set_named("5121", "Banque")
    qtbot.keyClick(second.debit, Qt.Key.Key_F5)
    assert second.credit.text().startswith("48,20")
    assert "équilibrée" in grid.said.text()
    qtbot.keyClick(second.credit, Qt.Key.Key_Up)
    assert grid.focusWidget() is first.credit
    qtbot.keyClick(first.credit, Qt.Key.Key_Down)
    assert grid.focusWidget() is second.credit
    qtbot.keyClick(second.credit, Qt.Key.Key_Return)
    office.idle(qtbot)
    assert view.doing.editor.dialog is None
    (made,) = office.services.entries.ids(EntryFilter(text="Assurance"))
    assert [x.account for x in office.services.entries.get(made).content.lines] == [
        "616",
        "5121",
    ]


def test_account_number_typed_whole_is_taken_at_once(view, office, qtbot):
    view.doing.grid_action.trigger()
    office.idle(qtbot)
    grid = view.doing.editor.dialog
    row = grid.rows.rows[0]
    row.account.setFocus()
    press(qtbot, row.account, Qt.Key.Key_Return, "6063")
    assert grid.focusWidget() is row.debit
    assert row.account.text().startswith("6063 ")
    grid.form.is_dirty = False
    grid.reject()


def test_lines_are_copied_added_and_taken_away_by_keys(view, office, qtbot):
    view.doing.grid_action.trigger()
    office.idle(qtbot)
    grid = view.doing.editor.dialog
    first, second = grid.rows.rows
    first.account.set_named("616", "Assurance")
    first.debit.setText("10")
    second.account.setFocus()
    qtbot.keyClick(second.account, Qt.Key.Key_F6)
    assert (second.account.number, second.debit.text()) == ("616", "10")
    qtbot.keyClick(second.debit, Qt.Key.Key_F7)
    assert len(grid.rows.rows) == 3
    qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_F8)
    assert len(grid.rows.rows) == 2


def test_account_that_does_not_exist_is_made_on_the_way(view, office, qtbot):
    view.doing.grid_action.trigger()
    office.idle(qtbot)
    grid = view.doing.editor.dialog
    row = grid.rows.rows[0]
    row.account.setFocus()
    qtbot.keyClicks(row.account, "5121B")
    office.idle(qtbot)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    asked = view.doing.editor.account_dialog
    asked.label.setText("Compte sur livret")
    asked.submit_button.click()
    office.idle(qtbot)
    assert row.account.text() == "5121B Compte sur livret"
    assert office.services.chart.get("5121B").label == "Compte sur livret"


def test_validating_says_how_many_and_is_for_ever(view, office, day, qtbot):
    view.validate_all_action.trigger()
    office.idle(qtbot)
    said = view.doing.validation.box.informativeText()
    assert "2 brouillons" in said
    assert "C’est définitif" in said
    view.doing.validation.box.buttons()[0].click()
    office.idle(qtbot)
    qtbot.waitUntil(lambda: texts(view.list)[0][4] == "Validée")
    assert [row[5] for row in texts(view.list)] == ["2", "1"]
    view.list.record_activated.emit(view.list.model.id_at(1))
    office.idle(qtbot)
    assert not view.change_action.isEnabled()
    view.doing.reverse_action.trigger()
    asked = view.doing.asker.dialog
    asked.day.set_day(day)
    asked.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    made = office.services.entries.ids(EntryFilter(state=EntryState.DRAFT))
    assert office.services.entries.get(made[0]).reverses_id is not None


def test_lines_that_settle_each_other_are_matched(view, office, day, qtbot):
    draft(office, day, "Chèque reçu", 6_000, "5112", "7561")
    deposit = draft(office, day, "Remise", 6_000, "5121", "5112")
    view.show_target(("entry", deposit.id))
    office.idle(qtbot)
    office.idle(qtbot)
    view.panel.link_activated.emit(f"match:{deposit.lines[1].id}")
    office.idle(qtbot)
    asked = view.doing.asker.dialog
    assert asked.boxes[0].isChecked()
    asked.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert "lettrée A" in view.panel.reader.toPlainText()


def test_activity_of_a_validated_entry_changes_until_its_year_is_closed(view, office, qtbot):
    services = office.services
    party = services.activities.add(NewActivity("Fête")).value.id
    year = services.fiscal_years.current()
    before = dt.date(year.starts_on.year - 1, 1, 1)
    services.fiscal_years.open(before, year.starts_on - dt.timedelta(days=1))
    both = NewEntry(
        "BQ",
        before,
        "Deux achats",
        (
            NewEntryLine("6063", Money(100)),
            NewEntryLine("6132", Money(200)),
            NewEntryLine("5121", credit=Money(300)),
        ),
    )
    entry = services.entries.record(both).value
    services.entries.validate()

    def ask():
        view.show_target(("entry", entry.id))
        for _turn in range(3):
            office.idle(qtbot)
        view.doing.activity_action.trigger()
        office.idle(qtbot)
        return view.doing.asker.dialog

    asked = ask()
    assert problems_of(asked) == []
    asked.whole.choose(party)
    asked.whole.activated.emit(asked.whole.currentIndex())
    asked.submit_button.click()
    office.idle(qtbot)
    given = [line.content.activity_id for line in services.entries.get(entry.id).lines]
    assert given == [party, party, None]
    services.operations.undo()
    assert services.entries.get(entry.id).lines[0].content.activity_id is None

    services.closing.close(entry.fiscal_year_id)
    page_told = []
    office.desk.feedback.reported.connect(page_told.append)
    assert ask() is None
    assert "clôturé" in page_told[0]


def test_entry_named_elsewhere_is_shown_with_its_links(page, view, office, qtbot):
    page.views.show(View.PAYMENTS)
    navigator = office.desk.navigator
    navigator.open("accounts")
    (entry_id,) = office.services.entries.ids(EntryFilter(text="Terreau"))
    page.show_target(("entry", entry_id))
    office.idle(qtbot)
    office.idle(qtbot)
    assert page.views.current is View.ENTRIES
    assert view.list.selected_ids == (entry_id,)
    assert "Terreau" in view.panel.reader.toPlainText()
    with qtbot.waitSignal(navigator.requested) as asked:
        view.panel.link_activated.emit("account:6063")
    assert asked.args == ["accounts", ("account", "6063")]
    with qtbot.waitSignal(navigator.requested) as asked:
        navigator.back()
    assert asked.args == ["accounts", ("entry", entry_id)]


def test_page_and_forms_fit_a_small_screen(page, view, office, qtbot):
    assert problems_of(page) == []
    for action in (view.doing.record_action, view.doing.grid_action):
        action.trigger()
        office.idle(qtbot)
        dialog = view.doing.editor.dialog
        assert problems_of(dialog) == []
        dialog.cancel_button.click()


def test_model_kept_of_one_entry_fills_the_next(view, office, day, qtbot):
    view.doing.record_action.trigger()
    office.idle(qtbot)
    form = view.doing.editor.dialog
    form.amount.setText("45")
    form.entry_on.set_day(day)
    form.label.setText("Loyer")
    form.account.set_named("6132", "Locations immobilières")
    form.keep.setChecked(True)
    form.submit_button.click()
    office.idle(qtbot)
    view.doing.record_action.trigger()
    office.idle(qtbot)
    form = view.doing.editor.dialog
    form.model.setCurrentIndex(1)
    form.model.activated.emit(1)
    assert (form.label.text(), form.account.number) == ("Loyer", "6132")
    assert form.amount.amount() == Money(4_500)
    form.form.is_dirty = False
    form.reject()
    view.doing.show_models()
    office.idle(qtbot)
    (button,) = view.doing.models.buttons.values()
    button.click()
    office.idle(qtbot)
    assert office.services.entry_templates.find() == []
    view.doing.models.accept()


def test_entries_are_found_from_everywhere(view, office):
    (hit,) = find_entries(office.desk, "terreau")
    assert (hit.text, hit.target[0]) == ("Terreau", "entry")
    (hit,) = find_entries(office.desk, "depense")
    assert (hit.text, hit.target) == ("Dépense", ("new_entry", EntryForm.EXPENSE))


def test_line_on_a_third_party_account_asks_whose_it_is(view, office, day, qtbot):
    person = office.person()
    view.doing.grid_action.trigger()
    office.idle(qtbot)
    grid = view.doing.editor.dialog
    grid.entry_on.set_day(day)
    grid.label.setText("Facture de terreau")
    first, second = grid.rows.rows
    first.account.set_named("6063", "Petit équipement")
    first.debit.setText("30")
    assert first.party.isHidden()
    second.account.setFocus()
    qtbot.keyClicks(second.account, "401")
    office.idle(qtbot)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert grid.focusWidget() is second.contact
    qtbot.keyClicks(second.contact, "lefev")
    office.idle(qtbot)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert grid.focusWidget() is second.debit
    qtbot.keyClick(second.debit, Qt.Key.Key_F5)
    assert problems_of(grid) == []
    grid.submit_button.click()
    office.idle(qtbot)
    (made,) = office.services.entries.ids(EntryFilter(text="Facture de terreau"))
    content = office.services.entries.get(made).content
    assert [line.contact_id for line in content.lines] == [None, person.id]
    view.doing.editor.change(made)
    office.idle(qtbot)
    assert view.doing.editor.dialog.rows.rows[1].contact.text() == "Élodie Lefèvre"
    view.doing.editor.dialog.reject()
