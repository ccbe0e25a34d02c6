"""Accounts of automatic entries in the settings: one is chosen, refused, and reset."""

from __future__ import annotations

from coopdesk.domain.booking import BookingKey
from coopdesk.ui.settings.page import SettingsPage
from tests.ui.office import problems_of, show_page, texts

FEES = "Adhésions"


def row(tab):
    [found] = [row for row in texts(tab.list) if row[0] == FEES]
    return found


def choose(tab, number):
    """Type the number of an account into the form of the fees."""
    [key] = [key for key, line in tab._lines.items() if line.rule.key is BookingKey.FEE]
    tab.list.table.select_id(key)
    tab.choose_action.trigger()
    dialog = tab.asker.dialog
    dialog.account.set_account(None)
    dialog.account.setText(number)
    dialog.submit_button.click()


def test_the_account_of_a_kind_of_payment_is_chosen_and_taken_back(qtbot, office, window):
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    page.show_target("booking")
    office.idle(qtbot)
    tab = page.books.booking
    assert row(tab) == (FEES, "7561", "Cotisations sans contrepartie", "Habituel")
    choose(tab, "756")
    office.idle(qtbot)
    assert tab.asker.dialog.form.fields["number"].error
    tab.asker.dialog.reject()
    office.idle(qtbot)
    choose(tab, "7562")
    office.idle(qtbot)
    page.reload()
    office.idle(qtbot)
    assert row(tab)[1::2] == ("7562", "Choisi par vous")
    assert problems_of(page) == []
    tab.reset_action.trigger()
    office.idle(qtbot)
    page.reload()
    office.idle(qtbot)
    assert row(tab)[1] == "7561"
