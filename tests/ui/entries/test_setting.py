"""What the forms of entries know of the books."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.fiscal_years import FiscalYear, YearState
from coopdesk.domain.journals import Journal, JournalKind
from coopdesk.ui.entries.setting import BookSetting

CLOSED = FiscalYear(1, "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31), YearState.CLOSED)
OPEN = FiscalYear(2, "2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31))
NEXT = FiscalYear(3, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_operation_of_a_closed_year_goes_to_the_first_open_one():
    setting = BookSetting(years=(NEXT, OPEN, CLOSED))
    assert setting.opening_after(dt.date(2024, 12, 30)) is OPEN
    assert setting.opening_after(dt.date(2025, 1, 1)) is None
    assert setting.opening_after(dt.date(2020, 1, 1)) is None


def test_money_lies_on_the_accounts_of_open_journals_and_in_cheques():
    setting = BookSetting(
        journals=(
            Journal(1, "BQ", "Banque", JournalKind.BANK, "5121"),
            Journal(2, "OD", "Divers", JournalKind.MISC),
            Journal(3, "CA", "Caisse", JournalKind.CASH, "531", is_open=False),
        )
    )
    assert [number for number, _name in setting.treasuries] == ["5121", "5112"]
