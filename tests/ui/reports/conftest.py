"""The office in which these views are tried, with a few entries of two years."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.entries import EntryKind, NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.ui.accounts.page import AccountPage
from tests.ui import office as offices
from tests.ui.office import YEAR, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

office = offices.office  # a fixture, found by its name

# Day, what it was for, cents, account at the left and at the right.
_WRITTEN = (
    (dt.date(YEAR - 1, 6, 1), "Don de l’an passé", 20_000, "5121", "75411"),
    (dt.date(YEAR, 1, 1), "À-nouveaux", 20_000, "5121", "110"),
    (dt.date(YEAR, 3, 12), "Don de printemps", 5_000, "5121", "75411"),
    (dt.date(YEAR, 4, 2), "Terreau", 3_050, "6063", "5121"),
    (dt.date(YEAR, 5, 9), "Don d’été", 12_000, "5121", "75411"),
)


def write_books(office: Office) -> None:
    """Write the entries of both years."""
    services = office.services
    services.fiscal_years.open(dt.date(YEAR - 1, 1, 1), dt.date(YEAR - 1, 12, 31))
    services.fiscal_years.open(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    for day, label, cents, left, right in _WRITTEN:
        is_opening = right == "110"
        lines = (
            NewEntryLine(left, debit=Money(cents)),
            NewEntryLine(right, credit=Money(cents)),
        )
        services.entries.record(
            NewEntry(
                "AN" if is_opening else "BQ",
                day,
                label,
                lines,
                kind=EntryKind.OPENING if is_opening else EntryKind.STANDARD,
            )
        )


@pytest.fixture
def page(office: Office, window, qtbot) -> AccountPage:
    """The page of accounts, which the navigator leads to."""
    write_books(office)
    page = AccountPage(office.desk, window)
    office.desk.navigator.requested.connect(lambda _key, target: page.show_target(target))
    show_page(page, window)
    office.idle(qtbot)
    return page
