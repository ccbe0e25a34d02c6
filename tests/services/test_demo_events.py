"""Events and groups of the demonstration: every kind is shown, and all of it holds together."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.demo_events import festival_day
from coopdesk.domain.event_reports import ItemKind
from coopdesk.domain.events import EventKind, WhenKind
from coopdesk.domain.groups import GroupKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, total
from coopdesk.services.booking import BookingService
from coopdesk.services.cash_boxes import CashBoxService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.demo import DemoService
from coopdesk.services.event_money import EventMoneyService
from coopdesk.services.event_reports import EventReportService
from coopdesk.services.events import EventService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.groups import GroupService
from coopdesk.services.indicators import IndicatorService
from coopdesk.services.registrations import RegistrationService
from coopdesk.services.reports import ReportService
from tests.building import TODAY, new_units, today


@pytest.fixture(scope="module")
def units(tmp_path_factory):
    """One small demonstration for all; no test writes."""
    with new_units(tmp_path_factory.mktemp("demo") / "demo.coopdesk") as units:
        DemoService(units, today).build(60, 2)
        yield units


def events(units, kind):
    return [one for one in EventService(units, today).list() if one.kind is kind]


def test_festive_days_have_a_budget_a_grant_and_bills_that_tie_to_the_books(units):
    (festival,) = events(units, EventKind.FESTIVAL)
    found = EventMoneyService(units, today).result(festival.id)
    [grant] = found.grants
    assert (grant.amount.cents, grant.paid.cents) == (60_000, 48_000)
    accounts = {one.account: one.amount.cents for one in found.expenses}
    assert (accounts["6135"], accounts["6068"]) == (42_000, 31_840)
    assert found.planned("7").budget.cents == 170_000
    by_activity = [
        row
        for year in FiscalYearService(units, today).list()
        for row in ReportService(units, today).by_activity(ReportScope(year.id))
        if row.activity_id == found.activity_id
    ]
    assert total(row.result for row in by_activity) == found.result
    assert (found.unbooked, found.unsorted) == ((), ZERO)


def test_a_cycle_has_editions_that_were_held_and_a_week_to_come(units):
    workshops = events(units, EventKind.WORKSHOP)
    told = sorted((one.edition, one.when.kind) for one in workshops)
    assert [number for number, _kind in told] == [1, 2, 3, 4]
    assert told[-1][1] is WhenKind.WEEK
    held = [one for one in workshops if one.when.kind is WhenKind.DAYS]
    assert all(0 < one.present <= one.registered for one in held)
    assert {one.cycle_name for one in workshops} == {"Ateliers des communs"}


def test_report_has_every_kind_of_part_and_two_themes_became_groups(units):
    (third,) = [one for one in events(units, EventKind.WORKSHOP) if one.edition == 3]
    report = EventReportService(units, today).of(third.id)
    assert all(report.of(kind) for kind in ItemKind)
    assert report.content.is_final
    born = [item.group_name for item in report.of(ItemKind.THEME) if item.group_id]
    assert born == ["Berges vivantes", "Four partagé de quartier"]
    assert all(one.current for one in GroupService(units, today).all() if one.name in born)


def test_festival_has_a_waiting_list_money_and_counted_boxes(units):
    (festival,) = events(units, EventKind.FESTIVAL)
    assert (festival.registered, festival.capacity) == (60, 60)
    assert festival.waiting > 5
    counts = RegistrationService(units, today).counts(festival.id)
    assert counts.cancelled == 2
    assert 0 < counts.paid.cents <= counts.due.cents
    boxes = CashBoxService(units, today).of(festival.id)
    assert [box.difference.cents for box in boxes] == [-50, 0]
    promoted = [x for x in RegistrationService(units, today).moves(festival.id) if x.freed_by]
    assert len(promoted) == 2


def test_assembly_was_reported_and_the_training_has_no_date(units):
    (assembly,) = events(units, EventKind.ASSEMBLY)
    assert assembly.has_report
    (training,) = events(units, EventKind.TRAINING)
    assert training.when.kind is WhenKind.UNDATED


def test_programme_has_numbered_chantiers_structures_and_a_charter_signed_by_some(units):
    service = GroupService(units, today)
    (programme,) = [x for x in service.lines() if x.kind is GroupKind.PROGRAMME]
    sheet = service.sheet(programme.id)
    assert [one.number for one in sheet.chantiers] == [1, 2, 3, 4]
    signed = [part.charter_signed_on for part in sheet.parts if part.is_structure]
    assert 0 < sum(day is not None for day in signed) < len(signed)
    chantier = service.sheet(sheet.chantiers[0].id)
    assert chantier.objectives
    assert chantier.outputs
    assert chantier.registers


def test_indicators_grow_over_the_years(units):
    workshops, *_others = IndicatorService(units, today).all()
    assert [one.value for one in workshops.values] == [17, 26, 38, 44, 55]
    assert workshops.values[-1].year == TODAY.year - 1


def test_money_of_the_festival_is_in_the_books_and_the_file_is_whole(units):
    assert BookingService(units, today).pending().count == 0
    assert DatabaseService(units).check().findings == ()


@pytest.mark.parametrize("day", [dt.date(2026, 1, 2), dt.date(2026, 1, 20)])
def test_festival_stays_within_the_books_or_is_still_to_come(tmp_path, day):
    with new_units(tmp_path / "demo.coopdesk") as units:
        DemoService(units, lambda: day).build(12, 1)
        listed = EventService(units, lambda: day).list()
        (festival,) = [one for one in listed if one.kind is EventKind.FESTIVAL]
        held = festival_day(day, dt.date(day.year, 1, 1), 110)
        assert (held is None) == (day == dt.date(2026, 1, 2))
        assert (festival.when.starts_on < day) == (held is not None)
        assert DatabaseService(units).check().findings == ()
