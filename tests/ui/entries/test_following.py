"""A gift, its payment, its receipt, its entry and its line: from each to the others."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.payments import PaymentFilter
from coopdesk.domain.receipts import ReceiptFilter
from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.donations.panel import DonationPanel
from coopdesk.ui.entries.finding import find_entries
from coopdesk.ui.entries.sheets import entry_parts, read_sheet
from coopdesk.ui.payments.panel import PaymentPanel
from coopdesk.ui.receipts.receipt_panel import ReceiptPanel
from tests.ui.office import TODAY, YEAR

if TYPE_CHECKING:
    from tests.ui.office import Office


def links(value: object) -> set[str]:
    """Return every link that stands in the parts of a record, however deep."""
    if isinstance(value, (tuple, list)):
        return set().union(*map(links, value))
    own = {value.link} if getattr(value, "link", "") else set()
    fields = getattr(type(value), "__dataclass_fields__", ())
    return own.union(*(links(getattr(value, name)) for name in fields))


def read(office: Office, qtbot, panel, show: str, key: int) -> set[str]:
    qtbot.addWidget(panel)
    getattr(panel, show)(key)
    office.idle(qtbot)
    return links(panel.reader.parts)


def test_a_gift_is_followed_both_ways_through_everything_made_of_it(office, qtbot):
    services, desk = office.services, office.desk
    services.fiscal_years.open(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    office.gift(office.person(), 5_000)
    services.receipts.issue_year(YEAR)
    services.booking.book()
    services.entries.validate()
    [gift] = services.donations.find(DonationFilter())
    [line] = services.payments.ids(PaymentFilter(year=YEAR))
    [receipt] = services.receipts.ids(ReceiptFilter())
    payment = services.donations.get(gift.id).payment_id
    [hit] = find_entries(desk, f"n° 1 exercice {YEAR}")
    entry = hit.target[1]
    assert find_entries(desk, f"r{payment}")[0].target == hit.target
    assert find_entries(desk, "n° 1 exercice 1999") == []
    to_entry, to_gift = f"entry:{entry}", f"gift:{gift.id}"

    of_gift = read(office, qtbot, DonationPanel(desk), "show_gift", gift.id)
    assert {to_entry, f"payment:{payment}", f"receipt:{receipt}"} <= of_gift
    of_payment = read(office, qtbot, PaymentPanel(desk), "show_line", line)
    assert {to_entry, to_gift, f"contact:{gift.donor_id}"} <= of_payment
    of_receipt = read(office, qtbot, ReceiptPanel(desk), "show_receipt", receipt)
    assert {to_entry, to_gift, f"contact:{gift.donor_id}"} <= of_receipt
    panel = FilePanel("", desk)
    qtbot.addWidget(panel)
    panel.show_parts("", entry_parts(read_sheet(services, entry)))
    assert {
        to_gift,
        f"payment:{payment}",
        f"receipt:{receipt}",
        f"contact:{gift.donor_id}",
        "account:75411",
    } <= links(panel.reader.parts)

    scope = ReportScope(services.fiscal_years.current(TODAY).id)
    result = services.reports.statement(StatementKind.RESULT, scope)
    figure = next(x for x in result.lines if "75411" in x.accounts)
    assert "75411" in [x.row.number for x in services.reports.accounts_of(figure.code, scope)]
    for account in ("75411", "5112"):
        shown = services.reports.ledger(account, scope)
        assert {x.entry_id for x in services.reports.ledger_lines(shown, shown.ids)} == {entry}
