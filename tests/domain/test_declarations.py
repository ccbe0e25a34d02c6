"""When the declaration of gifts is due, and what a fiscal year counts (RF-40 to RF-42)."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.declarations import check_filing, due_on, fiscal_year, fiscal_year_of
from coopdesk.domain.errors import RuleError
from coopdesk.domain.legal_parameters import merged_figures
from coopdesk.storage.legal_store import shipped_figures

FIGURES = merged_figures(shipped_figures(), ())


@pytest.mark.parametrize(
    ("year", "first_month", "expected"),
    [
        (2026, 1, dt.date(2027, 5, 4)),
        (2025, 1, dt.date(2026, 5, 5)),
        (2027, 1, dt.date(2028, 5, 3)),
        (2024, 1, dt.date(2025, 5, 5)),
        (2026, 9, dt.date(2026, 11, 30)),
        (2026, 7, dt.date(2026, 9, 30)),
        (2026, 12, dt.date(2027, 2, 28)),
        (2028, 3, dt.date(2028, 5, 29)),
    ],
)
def test_rf_42_the_declaration_is_due(year, first_month, expected) -> None:
    assert due_on(fiscal_year(year, first_month), FIGURES) == expected


@pytest.mark.parametrize(
    ("day", "first_month", "year"),
    [
        (dt.date(2026, 1, 1), 1, 2026),
        (dt.date(2026, 12, 31), 1, 2026),
        (dt.date(2026, 8, 31), 9, 2026),
        (dt.date(2026, 9, 1), 9, 2027),
        (dt.date(2026, 11, 30), 12, 2026),
        (dt.date(2026, 12, 1), 12, 2027),
    ],
)
def test_a_fiscal_year_is_called_after_the_year_in_which_it_ends(
    day, first_month, year
) -> None:
    found = fiscal_year_of(day, first_month)
    assert found == fiscal_year(year, first_month)
    assert found.holds(day)
    assert not found.holds(found.end + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("filed_on", "code"),
    [
        (dt.date(2026, 11, 23), "declaration.filed_in_the_future"),
        (dt.date(2025, 12, 31), "declaration.filed_before_end"),
    ],
)
def test_a_day_of_filing_is_after_the_year_and_not_to_come(filed_on, code) -> None:
    with pytest.raises(RuleError) as refused:
        check_filing(filed_on, "", fiscal_year(2025, 1), dt.date(2026, 11, 22))
    assert refused.value.code == code
