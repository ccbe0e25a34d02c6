"""Kept sums of accounts are those of their lines, whatever happens to entries."""

from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest

from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.storage.book_sums import SUMS_THAT_DIFFER
from tests.building import new_units
from tests.services.book_office import Books, entry

_DAYS = [dt.date(2026, month, 3) for month in (1, 2, 11)]
_ACCOUNTS = ("75411", "7561", "531")


@pytest.fixture
def books(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Books(units)


def differing(units):
    """Return the accounts whose kept sums are not those of their lines."""
    with units.database.reading() as connection:
        return connection.exec_driver_sql(SUMS_THAT_DIFFER).scalars().all()


def counted(units, scope):
    """Return the sums as counted from the lines one by one."""
    until = scope.until or dt.date.max
    found = {}
    with units.database.reading() as connection:
        lines = connection.exec_driver_sql(
            "SELECT account_id, debit_cents, credit_cents, entry_on, is_validated"
            " FROM entry_line WHERE fiscal_year_id = ?",
            (scope.fiscal_year_id,),
        )
        for key, debit, credit, day, is_validated in lines:
            if dt.date.fromisoformat(day) <= until and (scope.with_drafts or is_validated):
                before = found.get(key, (Money(0), Money(0)))
                found[key] = (before[0] + Money(debit), before[1] + Money(credit))
    return found


def test_sums_follow_drafts_that_come_change_and_go_and_commands_that_are_undone(books):
    dice = random.Random(3)
    drafts = []
    for _turn in range(60):
        new = entry(dice.randint(1, 900), dice.choice(_DAYS), of=dice.choice(_ACCOUNTS))
        deed = dice.choice(("record", "record", "change", "remove", "validate", "undo"))
        if deed == "record" or not drafts:
            drafts.append(books.record(new))
        elif deed == "change":
            books.entries.change(dice.choice(drafts), new)
        elif deed == "remove":
            books.entries.remove([drafts.pop(dice.randrange(len(drafts)))])
        elif deed == "validate":
            books.entries.validate([drafts.pop()])
        else:
            books.record(new)
            books.operations.undo()
        assert differing(books.units) == []
    year = books.years.current().id
    ends = (None, dt.date(2026, 1, 31), dt.date(2026, 2, 2), dt.date(2026, 11, 3))
    for with_drafts, until in itertools.product((True, False), ends):
        scope = ReportScope(year, with_drafts=with_drafts, until=until)
        with books.units.read() as work:
            assert work.reports.sums(scope) == counted(books.units, scope)
    assert books.is_whole()


def test_months_without_lines_keep_no_sum(books):
    books.entries.remove([books.record()])
    with books.units.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM account_sum").scalar() == 0


def test_check_names_an_account_whose_sums_were_altered(books):
    books.validated()
    with books.units.database.writing() as connection:
        connection.exec_driver_sql("UPDATE account_sum SET debit_cents = debit_cents + 1")
        connection.commit()
    assert set(books.findings()) == {"check.account_sum"}
