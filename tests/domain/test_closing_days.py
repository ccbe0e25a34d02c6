"""The day on which a company closes its fiscal year."""

from __future__ import annotations

import pytest

from coopdesk.domain.closing_days import closing_day, closing_text
from coopdesk.domain.errors import RuleError


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("30/06", "06-30"),
        (" 30 / 6 ", "06-30"),
        ("30.6", "06-30"),
        ("06-30", "06-30"),
        ("29/02", "02-29"),
        ("31/12", ""),
        ("12-31", ""),
        ("", ""),
    ],
)
def test_day_is_read_as_people_type_it(typed, stored):
    assert closing_day(typed) == stored
    assert closing_day(closing_text(stored)) == stored


@pytest.mark.parametrize("typed", ["juin", "31/04", "0/1", "13/13", "30/06/2026", "06-31"])
def test_what_is_no_day_of_the_year_is_refused(typed):
    with pytest.raises(RuleError) as refused:
        closing_day(typed)
    assert refused.value.code == "contact.closing_unreadable"
    assert refused.value.values["field"] == "fiscal_year_end"
