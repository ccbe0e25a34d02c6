"""The end of a fiscal year in the window: what holds it up, closing, the assembly."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.closing import ClosingCheck
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.views import View
from coopdesk.ui.closing.sheets import opens_of
from coopdesk.ui.closing.view import ClosingView
from tests.ui.office import problems_of, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

YEAR = 2024


@pytest.fixture
def view(office: Office, window, qtbot) -> ClosingView:
    """A year that is over, with an entry in draft."""
    office.services.fiscal_years.open(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    lines = (NewEntryLine("5121", Money(9_000)), NewEntryLine("75411", credit=Money(9_000)))
    office.services.entries.record(NewEntry("BQ", dt.date(YEAR, 5, 2), "Don", lines))
    page = AccountPage(office.desk, window)
    show_page(page, window)
    page.views.show(View.CLOSING)
    office.idle(qtbot)
    made = page.views.shown
    assert isinstance(made, ClosingView)
    return made


def test_year_is_led_from_its_drafts_to_the_assembly(view, office, qtbot):
    assert "à régler" in view.reader.toPlainText()
    assert not view.close_action.isEnabled()
    draft = next(x for x in view._reading.review.blocking if x.count)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        place = view._reading.review.checks.index(draft)
        view.reader.link_activated.emit(f"check:{place}")
    assert asked.args[1][0] == "entries"
    office.services.entries.validate()
    view.reload()
    office.idle(qtbot)
    found = next(x for x in view._reading.review.checks if x.check is ClosingCheck.UNRECONCILED)
    assert opens_of(found) == ("accounts", ("unseen", "5121"))
    view.close_action.trigger()
    assert "Résultat" in view.box.informativeText()
    view.box.buttons()[0].click()
    office.idle(qtbot)
    office.idle(qtbot)
    qtbot.waitUntil(lambda: "clôturé" in view.reader.toPlainText())
    view.allocate_action.trigger()
    office.idle(qtbot)
    asked = view.asker.dialog
    asked.reserves.setText("40")
    assert "50,00" in asked.said.text()
    asked.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert not view.allocate_action.isEnabled()
    assert "Ce qui a été décidé" in view.reader.toPlainText()


def test_year_is_opened_again_with_a_reason(view, office, qtbot):
    year = view._page.fiscal_year
    office.services.entries.validate()
    office.services.closing.close(year.id)
    view._page.reload()
    office.idle(qtbot)
    view._page.choose_year(year.id)
    office.idle(qtbot)
    view.reopen_action.trigger()
    view.asker.dialog.reason.setText("Facture oubliée")
    view.asker.dialog.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    qtbot.waitUntil(lambda: "Facture oubliée" in view.reader.toPlainText())
    assert office.services.fiscal_years.get(year.id).is_open


def test_view_fits_a_small_screen(view):
    assert problems_of(view._page) == []


def test_what_is_paid_in_advance_is_put_into_the_next_year(view, office, qtbot):
    view.inventory_action.trigger()
    asked = view.asker.dialog
    asked.label.setText("Assurance 2024-2025")
    asked.account.set_named("616", "Assurances")
    asked.amount.setText("120")
    asked.since.setText(f"01/07/{YEAR}")
    asked.until.setText(f"30/06/{YEAR + 1}")
    asked.until.editingFinished.emit()
    office.idle(qtbot)
    assert "486" in asked.said.text()
    asked.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    (row,) = office.services.inventory.of_year(view._page.fiscal_year.id)
    assert Money(5_800) < row.amount < Money(6_100)
