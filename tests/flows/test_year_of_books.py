"""A treasurer's year: from the first bill to the assembly, and what everybody reads of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.entries import EntryForm, EntryKind, NewEntry, NewEntryLine
from coopdesk.domain.entry_forms import SimpleEntry, entry_of
from coopdesk.domain.errors import RuleError
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.volunteering import NewTime
from coopdesk.domain.year_openings import Allocation
from coopdesk.services.association import AssociationService
from coopdesk.services.booking import BookingService
from coopdesk.services.chart import ChartService
from coopdesk.services.closing import ClosingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.fec import FecService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.receipts import ReceiptService
from coopdesk.services.reports import ReportService
from coopdesk.services.volunteering import VolunteeringService
from coopdesk.services.workbooks import WorkbookService
from tests.building import PROFILE, gift, new_units, person, today

OPENED, GIVEN, RENT = 100_000, 12_500, 48_000
D = dt.date


class Treasurer:
    """The services that a treasurer uses in a year."""

    def __init__(self, units):
        self.units = units
        self.years = FiscalYearService(units, today)
        self.entries = EntryService(units, today)
        self.booking = BookingService(units, today)
        self.closing = ClosingService(units, today)
        self.reports = ReportService(units, today)
        self.chart = ChartService(units)

    def opens(self, year):
        """Start with money on the bank account."""
        lines = (NewEntryLine("5121", Money(OPENED)), NewEntryLine("110", credit=Money(OPENED)))
        entry = NewEntry("AN", year.starts_on, "À-nouveaux", lines, kind=EntryKind.OPENING)
        self.entries.record(entry)

    def pays(self, day, cents, what, account):
        simple = SimpleEntry(EntryForm.EXPENSE, day, Money(cents), what, "5121", account)
        self.entries.record(entry_of(simple, self.chart.journals()))

    def held(self, year):
        balance = self.reports.balance(ReportScope(year.id))
        return {row.number: row.closing.cents for row in balance.rows}

    def result(self, year):
        found = self.reports.statement(StatementKind.RESULT, ReportScope(year.id))
        return next(line.amount.cents for line in found.lines if line.code == "R5")


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """Keep the books of 2025, close them, and let the assembly decide in 2026."""
    folder = tmp_path_factory.mktemp("year")
    with new_units(folder / "office.coopdesk") as units:
        AssociationService(units).save(replace(PROFILE, siren="732829320"))
        desk = Treasurer(units)
        year = desk.years.open(D(2025, 1, 1), D(2025, 12, 31)).value
        desk.opens(year)
        donor = ContactService(units, today).add(person()).value.id
        given = gift(donor, GIVEN, D(2025, 3, 4), mode=PaymentMode.CHEQUE)
        DonationService(units, today).record(given)
        desk.pays(D(2025, 4, 2), RENT, "Loyer du local", "6132")
        desk.booking.book()
        deposit = SimpleEntry(
            EntryForm.CHEQUE_DEPOSIT, D(2025, 3, 9), Money(GIVEN), "Remise", treasury="5121"
        )
        desk.entries.record(entry_of(deposit, desk.chart.journals()))
        helpers = VolunteeringService(units, today)
        helpers.log(NewTime(D(2025, 6, 1), 600, "Permanence"))
        helpers.book(year.starts_on, year.ends_on)
        ReceiptService(units, today).issue_year(2025)
        desk.entries.validate(fiscal_year_id=year.id)
        before = desk.held(year)
        desk.closing.close(year.id)
        desk.closing.allocate(
            year.id, Allocation(Money(0), Money(GIVEN - RENT)), D(2026, 4, 18)
        )
        yield desk, year, before, folder


def test_the_year_has_its_result_and_hands_the_rest_on(story):
    desk, year, before, _folder = story
    assert desk.result(year) == GIVEN - RENT
    assert (before["5121"], before["5112"]) == (OPENED + GIVEN - RENT, 0)
    assert before["864"] == -before["875"] > 0
    held = desk.held(desk.years.current(D(2026, 6, 1)))
    assert held["5121"] == before["5121"]
    # The deficit is carried forward: it eats up what former years left.
    assert held.get("129", 0) == 0
    assert held["110"] + held.get("119", 0) == -(OPENED + GIVEN - RENT)
    assert not {"6132", "75411", "864"} & {number for number, cents in held.items() if cents}


def test_nothing_enters_a_closed_year_and_what_comes_late_says_its_real_day(story):
    desk, year, before, _folder = story
    lines = (NewEntryLine("626", Money(990)), NewEntryLine("5121", credit=Money(990)))
    late = NewEntry("BQ", D(2025, 12, 20), "Timbres", lines)
    with pytest.raises(RuleError) as refused:
        desk.entries.record(late)
    assert refused.value.code == "year.is_closed"
    moved = desk.entries.late(late)
    assert (moved.entry_on, moved.voucher_on) == (D(2026, 1, 1), D(2025, 12, 20))
    assert desk.held(year) == before


def test_a_gift_leads_to_its_receipt_its_entry_and_back(story):
    desk, _year, _before, _folder = story
    [given] = DonationService(desk.units, today).find(DonationFilter())
    [link] = desk.booking.entries_of(donation_id=given.id)
    entry = desk.entries.get(link.id)
    assert entry.number is not None
    assert {line.content.account for line in entry.lines} == {"5112", "75411"}
    kinds = {source.kind.value for source in desk.booking.sources_of(link.id)}
    assert {"payment", "gift", "receipt"} <= kinds


def test_the_workbook_and_the_official_file_say_the_same(story):
    desk, year, _before, folder = story
    path = WorkbookService(desk.units, today).write_board(year, folder / "bureau.xlsx")
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name("Compte de résultat")
    [result] = [row for row in sheet.to_python() if row[0] == "R5"]
    assert round(100 * result[2]) == GIVEN - RENT
    fec = FecService(desk.units)
    done = fec.write(year.id, folder)
    assert fec.check(done.path) == ()
    text = done.path.read_text("utf-8")
    assert text.splitlines()[1].split("\t")[0] == "AN"
    assert "Loyer du local" in text


def test_the_file_is_whole(story):
    desk, _year, _before, _folder = story
    assert DatabaseService(desk.units).check().findings == ()
