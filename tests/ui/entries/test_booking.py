"""Entries prepared from payments in the window, and the way to them from every record."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout

from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.expenses import ExpenseKind, NewExpenseLine, NewExpenseSheet
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentFilter, PaymentMode
from coopdesk.ui.donations.panel import DonationPanel
from coopdesk.ui.entries.booking_notice import BookingNotice
from coopdesk.ui.expenses.panel import ExpensePanel
from coopdesk.ui.payments.panel import PaymentPanel
from coopdesk.ui.widgets.record_parts import Lines, Words
from tests.ui.office import YEAR, problems_of, texts

if TYPE_CHECKING:
    from tests.ui.office import Office

DAY = dt.date(YEAR, 3, 12)


@pytest.fixture
def notice(office: Office, window, qtbot) -> BookingNotice:
    """The notice with a gift and an expense that wait."""
    office.services.fiscal_years.open(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    office.gift(office.person(), 5_000)
    office.payment(4_500, "Terreau")
    notice = BookingNotice(office.desk)
    QVBoxLayout(window).addWidget(notice)
    window.show()
    notice.reload()
    office.idle(qtbot)
    return notice


def links(panel) -> list[tuple[str, str]]:
    """Return the links to entries that a record shows: their words and where they lead."""
    rows = [
        row[0] for part in panel.reader.parts if isinstance(part, Lines) for row in part.rows
    ]
    found = [said for said in rows if isinstance(said, Words)]
    return [(said.text, said.link) for said in found if said.link.startswith("entry:")]


def test_what_waits_is_shown_line_by_line_then_prepared(notice, office, qtbot):
    assert notice.text.startswith("2 règlements à comptabiliser")
    notice.book_action.trigger()
    office.idle(qtbot)
    preview = notice.dialog
    assert [row[3] for row in texts(preview.list)] == ["5112 75411", "5121 471"]
    assert problems_of(preview) == []
    preview.book_button.click()
    office.idle(qtbot)
    notice.reload()
    office.idle(qtbot)
    assert not notice.isVisible()
    assert office.services.booking.pending().count == 0


def test_payments_after_the_last_year_offer_to_open_the_next(notice, office, qtbot):
    office.services.booking.book()
    office.payment(900, "Graines", day=dt.date(YEAR + 1, 1, 3))
    notice.reload()
    office.idle(qtbot)
    assert "ouvrez d’abord l’exercice suivant" in notice.text
    notice.open_year_action.trigger()
    office.idle(qtbot)
    notice.reload()
    office.idle(qtbot)
    assert notice.text.startswith("1 règlement à comptabiliser")


def test_every_record_leads_to_its_entry(notice, office, qtbot):
    services = office.services
    [gift] = services.donations.find(DonationFilter())
    line = NewExpenseLine(DAY, ExpenseKind.POST, "Timbres", Money(600))
    sheet = services.expenses.record(NewExpenseSheet(gift.donor_id, "Envoi", (line,))).value
    services.expenses.reimburse(sheet.id, DAY, PaymentMode.CASH)
    services.booking.book()
    [payment] = services.payments.ids(PaymentFilter(text="Terreau"))
    for panel, show, key in (
        (DonationPanel(office.desk), "show_gift", gift.id),
        (PaymentPanel(office.desk), "show_line", payment),
        (ExpensePanel(office.desk), "show_sheet", sheet.id),
    ):
        qtbot.addWidget(panel)
        getattr(panel, show)(key)
        office.idle(qtbot)
        [(text, link)] = links(panel)
        assert text.startswith("Écriture au brouillon du")
        entry = services.entries.get(int(link.partition(":")[2]))
        assert services.booking.sources_of(entry.id)


def test_the_link_of_a_record_opens_the_entry_on_the_page_of_accounts(notice, office, qtbot):
    office.services.booking.book()
    [gift] = office.services.donations.find(DonationFilter())
    panel = DonationPanel(office.desk)
    qtbot.addWidget(panel)
    panel.show_gift(gift.id)
    office.idle(qtbot)
    [(_text, link)] = links(panel)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        panel.link_activated.emit(link)
    assert asked.args == ["accounts", ("entry", int(link.partition(":")[2]))]
