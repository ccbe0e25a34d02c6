"""What the books say: balance, ledgers, statements and activities of real entries."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from coopdesk.domain.entries import EntryKind, NewEntry, NewEntryLine
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.financial_statements import (
    ASSETS_LINE,
    LIABILITIES_LINE,
    RESULT_LINE,
    SHEET_RESULT_LINE,
    StatementKind,
)
from coopdesk.domain.ledgers import NO_ACTIVITY, ReportScope
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.reports import ReportService
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ActivityRow,
    BudgetLineRow,
    BudgetVersionRow,
)
from tests.building import new_units, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units, Work

_OPENING = EntryKind.OPENING


def entry(day: dt.date, cents: int, debit: str, credit: str, **more: object) -> NewEntry:
    """An entry of two lines; ``activity_id`` goes on both."""
    activity = more.pop("activity_id", None)
    lines = (
        NewEntryLine(debit, debit=Money(cents), activity_id=activity),
        NewEntryLine(credit, credit=Money(cents), activity_id=activity),
    )
    told = {"journal": "OD", "entry_on": day, "label": f"{debit} / {credit}", "lines": lines}
    return NewEntry(**{**told, **more})


class Books:
    """Two years: gifts and rent of 2025, then what carries them into 2026 and more."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.reports = ReportService(units, today)
        with units.write("demo.built") as work:
            self.before = work.fiscal_years.add(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
            self.now = work.fiscal_years.add(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
            work.chart.ensure()
            self.activity = self._plan(work)
            self.first = work.entries.add_many(
                [
                    entry(dt.date(2025, 3, 1), 500_00, "5121", "75411"),
                    entry(dt.date(2025, 4, 1), 120_00, "6132", "5121"),
                    entry(dt.date(2026, 2, 1), 80_00, "5121", "7561"),
                    entry(
                        dt.date(2026, 1, 1), 380_00, "5121", "120", kind=_OPENING, journal="AN"
                    ),
                    entry(
                        dt.date(2026, 6, 1), 30_00, "6132", "5121", activity_id=self.activity
                    ),
                    entry(dt.date(2026, 7, 1), 50_00, "5121", "7561"),
                ]
            )
            work.commit()
        self.scope = ReportScope(self.now)

    def _plan(self, work: Work) -> int:
        activity = work.recorder.insert(
            table_of(ActivityRow),
            {"code": "", "name": "Fête", "name_key": "fete", "kind": "event"},
        )
        version = work.recorder.insert(
            table_of(BudgetVersionRow),
            {
                "fiscal_year_id": self.now,
                "name": "Voté",
                "name_key": "vote",
                "state": "adopted",
                "adopted_on": dt.date(2026, 1, 15),
            },
        )
        accounts = {a.number: key for key, a in work.reports.accounts().items()}
        for number, cents, part in (("6132", 100_00, activity), ("7561", 150_00, None)):
            work.recorder.insert(
                table_of(BudgetLineRow),
                {
                    "version_id": version,
                    "account_id": accounts[number],
                    "activity_id": part,
                    "month_on": None,
                    "amount_cents": cents,
                    "label": "",
                },
            )
        return activity


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with new_units(tmp_path / "a.coopdesk") as units:
        yield Books(units)


def test_balance_parts_openings_from_movements_and_names_the_year_before(books: Books) -> None:
    balance = books.reports.balance(books.scope)
    bank = balance.under("5121")[0]
    assert (bank.opening, bank.debit, bank.credit) == (
        Money(380_00),
        Money(130_00),
        Money(30_00),
    )
    assert (bank.closing, bank.previous) == (Money(480_00), Money(380_00))
    assert balance.totals.is_balanced
    assert balance.result == Money(100_00)
    # Only the year before knows gifts.
    assert balance.under("75411")[0].previous == Money(-500_00)
    assert balance.previous_year is not None
    assert not balance.lacks_opening


def test_balance_says_when_nothing_carries_the_year_before(books: Books) -> None:
    with books.units.write("demo.built") as work:
        work.entries.remove([books.first[3]])
        work.commit()
    assert books.reports.balance(books.scope).lacks_opening


def test_first_year_compares_with_what_its_opening_carries(books: Books) -> None:
    balance = books.reports.balance(ReportScope(books.before))
    assert {row.previous for row in balance.rows} == {None}
    with books.units.write("demo.built") as work:
        new = entry(dt.date(2025, 1, 1), 40_00, "5121", "110", kind=_OPENING, journal="AN")
        work.entries.add(new)
        work.commit()
    balance = books.reports.balance(ReportScope(books.before))
    assert balance.under("5121")[0].previous == Money(40_00)
    sheet = books.reports.statement(StatementKind.BALANCE_SHEET, ReportScope(books.before))
    assert sheet.line("B11").previous == Money(40_00)


def test_an_opening_that_was_reversed_counts_in_no_movement(books: Books) -> None:
    with books.units.write("demo.built") as work:
        back = entry(dt.date(2026, 1, 1), 380_00, "120", "5121", kind=EntryKind.REVERSAL)
        work.entries.add(back, reverses_id=books.first[3])
        work.commit()
    balance = books.reports.balance(books.scope)
    bank = balance.under("5121")[0]
    assert (bank.opening, bank.debit, bank.credit) == (ZERO, Money(130_00), Money(30_00))
    assert balance.under("120") == ()


def test_a_balance_may_stop_at_a_day_leave_drafts_out_or_keep_one_activity(
    books: Books,
) -> None:
    until = ReportScope(books.now, until=dt.date(2026, 3, 1))
    assert books.reports.balance(until).under("5121")[0].closing == Money(460_00)
    drafts = ReportScope(books.now, with_drafts=False)
    assert all(not row.closing for row in books.reports.balance(drafts).rows)
    part = ReportScope(books.now, activity_id=books.activity)
    held = {row.number: row.closing for row in books.reports.balance(part).rows if row.closing}
    assert held == {"5121": Money(-30_00), "6132": Money(30_00)}


def test_statements_balance_and_say_one_result(books: Books) -> None:
    result, sheet = books.reports.statements(
        books.scope, StatementKind.RESULT, StatementKind.BALANCE_SHEET
    )
    assert result.amount(RESULT_LINE) == Money(100_00)
    assert result.line(RESULT_LINE).previous == Money(380_00)
    assert sheet.amount(ASSETS_LINE) == sheet.amount(LIABILITIES_LINE) == Money(480_00)
    # The result of the year, and that of the year before while nobody allocated it.
    assert sheet.amount(SHEET_RESULT_LINE) == Money(480_00)
    assert sheet.line("B12").accounts == ("120",)
    assert (result.line("P01").budget, result.line("C03").budget) == (
        Money(150_00),
        Money(100_00),
    )


def test_accounts_of_a_figure_add_up_to_it_and_lead_to_their_lines(books: Books) -> None:
    behind = books.reports.accounts_of(RESULT_LINE, books.scope)
    assert [(x.row.number, x.amount) for x in behind] == [
        ("6132", Money(-30_00)),
        ("7561", Money(130_00)),
    ]
    ledger = books.reports.ledger("7561", books.scope)
    lines = books.reports.ledger_lines(ledger, ledger.ids)
    assert total(x.credit for x in lines) == Money(130_00)
    with pytest.raises(NotFoundError):
        books.reports.accounts_of("Z9", books.scope)


def test_ledger_begins_with_the_opening_and_runs_to_the_closing_balance(books: Books) -> None:
    ledger = books.reports.ledger("5121", books.scope)
    lines = books.reports.ledger_lines(ledger, ledger.ids)
    assert [x.balance for x in lines] == [
        Money(380_00),
        Money(460_00),
        Money(430_00),
        Money(480_00),
    ]
    assert (lines[0].journal, lines[0].label) == ("AN", "5121 / 120")
    assert ledger.closing == Money(480_00)
    assert ledger.label
    page = books.reports.ledger_lines(ledger, ledger.ids[2:3])
    assert [x.balance for x in page] == [Money(430_00)]


def test_ledger_of_a_class_holds_all_below_it_and_an_unknown_number_is_refused(
    books: Books,
) -> None:
    assert len(books.reports.ledger("5", books.scope).ids) == 4
    for number in ("99", ""):
        with pytest.raises(NotFoundError):
            books.reports.ledger(number, books.scope)


def test_journal_lists_entries_by_day_one_journal_or_all(books: Books) -> None:
    lines = books.reports.journal_lines(books.reports.journal(None, books.scope))
    days = [x.entry_on for x in lines]
    assert days == sorted(days)
    assert len(lines) == 8
    (first, second) = books.reports.journal_lines(books.reports.journal("AN", books.scope))
    assert (first.debit, second.credit, first.entry_id) == (
        Money(380_00),
        Money(380_00),
        second.entry_id,
    )


def test_activities_stand_beside_the_year_before_and_their_budget(books: Books) -> None:
    party, rest = books.reports.by_activity(books.scope)
    assert (party.name, party.income, party.expense) == ("Fête", ZERO, Money(30_00))
    assert (party.budget_expense, party.result) == (Money(100_00), Money(-30_00))
    assert (rest.activity_id, rest.income) == (None, Money(130_00))
    assert (rest.previous_income, rest.previous_expense) == (Money(500_00), Money(120_00))
    result = books.reports.statement(
        StatementKind.RESULT, ReportScope(books.now, activity_id=NO_ACTIVITY)
    )
    line = result.line("TP")
    assert (line.amount, line.previous, line.budget) == (
        rest.income,
        rest.previous_income,
        rest.budget_income,
    )


def test_balances_read_no_line_but_by_the_covering_index(books: Books) -> None:
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object):
        asked.append((statement, values))

    until = dt.date(2026, 3, 15)
    with books.units.read() as work:
        connection = work.reports._connection
        event.listen(connection, "before_cursor_execute", note)
        work.reports.sums(ReportScope(books.now))
        assert not any("entry_line" in statement for statement, _values in asked)
        work.reports.sums(ReportScope(books.now, until=until))
        work.reports.sums(ReportScope(books.now, books.activity, until=until))
        event.remove(connection, "before_cursor_execute", note)
        plans = [
            str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}", values).all())
            for told, values in asked
            if "FROM entry_line" in told
        ]
    assert len(plans) == 2
    assert "COVERING INDEX ix_entry_line_balance" in plans[0]


def test_treasury_parts_money_that_only_moves_from_money_that_comes_and_goes(
    books: Books,
) -> None:
    with books.units.write("demo.built") as work:
        work.entries.add_many(
            [
                entry(dt.date(2026, 3, 3), 25_00, "58", "5121"),
                entry(dt.date(2026, 3, 4), 25_00, "531", "58"),
                entry(dt.date(2026, 3, 5), 10_00, "517", "5121"),
            ]
        )
        work.commit()
    treasury = books.reports.treasury(books.scope)
    assert [x.number for x in treasury.accounts] == ["5121", "517", "531"]
    march = treasury.months[2]
    bank = treasury.accounts[0].months[2]
    assert (march.opening, march.closing) == (Money(460_00), Money(460_00))
    assert (bank.money_in, bank.money_out) == (ZERO, Money(35_00))
    assert (march.money_in, march.money_out) == (ZERO, ZERO)
    assert treasury.months[0].opening == Money(380_00)
    assert treasury.closing == Money(480_00)
    assert treasury.closing == total(x.months[-1].closing for x in treasury.accounts)


def test_treasury_ends_this_month_and_the_budget_goes_on_from_there(books: Books) -> None:
    treasury = books.reports.treasury(books.scope)
    assert len(treasury.months) == 11
    (december,) = treasury.forecast
    # 150 € of fees were planned and 130 came; 100 € of rent, and 30 were spent.
    assert december.closing == Money(480_00 + 20_00 - 70_00)
    past = books.reports.treasury(ReportScope(books.before))
    assert (len(past.months), past.forecast) == (12, ())
    late = ReportService(books.units, lambda: dt.date(2026, 12, 15)).treasury(books.scope)
    assert (len(late.months), late.forecast) == (12, (december,))


def test_a_long_first_year_that_begins_within_a_month_has_each_of_its_months(
    tmp_path: Path,
) -> None:
    with new_units(tmp_path / "long.coopdesk") as units:
        with units.write("demo.built") as work:
            year = work.fiscal_years.add(dt.date(2024, 9, 15), dt.date(2025, 12, 31))
            work.entries.add(entry(dt.date(2024, 9, 15), 70_00, "5121", "110", kind=_OPENING))
            work.entries.add(entry(dt.date(2024, 9, 20), 10_00, "5121", "7561"))
            work.entries.add(entry(dt.date(2025, 9, 1), 5_00, "6132", "5121"))
            work.commit()
        reports = ReportService(units, today)
        treasury = reports.treasury(ReportScope(year))
        early = reports.balance(ReportScope(year, until=dt.date(2024, 9, 15)))
        before = reports.balance(ReportScope(year, until=dt.date(2024, 9, 1)))
    assert len(treasury.months) == 16
    first = treasury.months[0]
    assert (first.opening, first.money_in, first.closing) == (
        Money(70_00),
        Money(10_00),
        Money(80_00),
    )
    assert treasury.closing == Money(75_00)
    assert early.under("5121")[0].closing == Money(70_00)
    assert before.rows == ()
