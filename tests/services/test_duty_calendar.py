"""The yearly calendar of duties, dates of our own, and what a person says of a duty."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.duties import DutyState, MarkState, NewOwnDuty
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.services.association import AssociationService
from coopdesk.services.closing import ClosingService
from coopdesk.services.duties import DutyService
from coopdesk.services.entries import EntryService
from coopdesk.services.legal import LegalService
from coopdesk.services.operations import OperationService
from coopdesk.storage.duty_store import duty_rules
from coopdesk.wording.duties import DUTY_TITLES, duty_text
from coopdesk.wording.operations import operation_text
from tests.building import PROFILE, TODAY, every_row, new_units, today
from tests.services.duty_office import assembly, book, found, only


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "duties.coopdesk") as units:
        yield units


@pytest.fixture
def duties(units):
    return DutyService(units, today)


def test_own_date_comes_back_from_its_first_day_once_it_is_done(units, duties):
    new = NewOwnDuty("Assurance", dt.date(2026, 10, 31), 1)
    code = f"own.{duties.add_own(new).value.id}"
    assert only(duties, code).period == "2026-10-31"
    duties.mark(code, "2026-10-31", MarkState.DONE)
    again = only(duties, code)
    assert (again.period, again.state) == ("2026-11-30", DutyState.SOON)
    assert duty_text(again) == "Assurance"
    journal = OperationService(units)
    assert operation_text(journal.latest()[0]) == "coché\u00a0: Assurance"
    duties.unmark(code, "2026-10-31")
    assert only(duties, code).state is DutyState.LATE


def test_duty_that_never_concerns_us_is_asked_for_no_year(units, duties):
    book(units)
    duties.mark("accounts.approve", "2025", MarkState.NOT_OURS, "Simple association")
    assert found(duties, "accounts.approve") == []
    mark = duties.marks()[0]
    assert (mark.period, mark.note, mark.marked_on) == ("", "Simple association", TODAY)
    duties.unmark("accounts.approve", "")
    assert found(duties, "accounts.approve") != []
    with pytest.raises(RuleError, match=r"duty\.not_marked"):
        duties.unmark("accounts.approve", "")


@pytest.mark.parametrize("code", ["receipts.issue", "file.back_up", "nothing.known"])
def test_what_the_data_say_is_not_marked(duties, code):
    with pytest.raises(RuleError, match=r"duty\.unknown"):
        duties.mark(code, "2026", MarkState.DONE)


def test_own_date_concerns_us_until_it_is_removed(duties):
    made = duties.add_own(NewOwnDuty("Assurance", TODAY)).value
    code = f"own.{made.id}"
    with pytest.raises(RuleError, match=r"duty\.own_concerns_us"):
        duties.mark(code, "", MarkState.NOT_OURS)
    duties.mark(code, TODAY.isoformat(), MarkState.DONE)
    assert duties.remove_own(made.id).value.content.title == "Assurance"
    assert (duties.own(), duties.marks()) == ([], [])
    with pytest.raises(NotFoundError, match=r"duty\.missing"):
        duties.mark(code, "", MarkState.DONE)


def test_each_command_is_taken_back_whole(units, duties):
    before = every_row(units)
    made = duties.add_own(NewOwnDuty("Assurance", TODAY, 12)).value
    duties.mark(f"own.{made.id}", TODAY.isoformat(), MarkState.DONE)
    duties.change_own(made.id, NewOwnDuty("Assurance du local", TODAY, 6))
    duties.remove_own(made.id)
    operations = OperationService(units)
    for _command in range(4):
        operations.undo()
    assert every_row(units) == before


def test_calendar_has_each_dated_duty_in_its_month_with_a_source(duties):
    year = duties.calendar(2027)
    days = {one.code: one.due_on for month in year.months for one in month.duties}
    assert [month.month_on.month for month in year.months] == list(range(1, 13))
    # 1 May 2027 is a Saturday (legal_fr RF-42).
    assert days["receipts.declare"] == dt.date(2027, 5, 4)
    assert days["accounts.approve"] == days["grants.report"] == dt.date(2027, 6, 30)
    assert days["assembly.convene"] == dt.date(2027, 6, 15)
    assert days["accounts.publish"] == dt.date(2027, 9, 30)
    every = [*(x for month in year.months for x in month.duties), *year.whenever]
    assert {one.code for one in every} == {rule.code for rule in duty_rules()}
    assert all(one.source and one.confidence for one in every)


def test_calendar_follows_the_fiscal_year_of_the_profile(units, duties):
    AssociationService(units).save(replace(PROFILE, fiscal_year_start=9))
    found = {x.code: x for month in duties.calendar(2027).months for x in month.duties}
    assert found["accounts.approve"].due_on == dt.date(2027, 2, 28)
    assert found["receipts.declare"].due_on == dt.date(2027, 11, 30)
    # Called as the books call it, so that what is said here holds for what they ask.
    assert found["accounts.approve"].period == "2025-2026"


def test_calendar_leads_to_the_year_of_the_books_and_tells_what_was_done(units, duties):
    book(units, dt.date(2024, 6, 1))
    EntryService(units, today).validate()
    ClosingService(units, today).close(1)
    found = {x.code: x for month in duties.calendar(2025).months for x in month.duties}
    closed, publish = found["accounts.close"], found["accounts.publish"]
    assert (closed.state, closed.target) == (DutyState.DONE, ("closing", "2024"))
    assert (publish.state, publish.period) == (DutyState.LATER, "2024")


def test_calendar_shows_own_dates_and_what_the_data_say_in_place_of_the_rule(units, duties):
    duties.add_own(NewOwnDuty("Assurance", dt.date(2026, 1, 31), 6))
    held = assembly(units, dt.date(2027, 3, 20))
    year = duties.calendar(2027)
    march = {one.code: one for one in year.months[2].duties}
    assert march["assembly.convene"].due_on == dt.date(2027, 3, 5)
    assert march["assembly.convene"].target == ("event", held.id, "sheet")
    own = [x.due_on for month in year.months for x in month.duties if x.code == "own.1"]
    assert own == [dt.date(2027, 1, 31), dt.date(2027, 7, 31)]


def test_every_duty_of_the_calendar_has_a_title_a_known_delay_and_a_source(units):
    figures = {x.code for x in LegalService(units, today).parameters()}
    for rule in duty_rules():
        assert rule.code in DUTY_TITLES
        assert rule.source
        assert not rule.parameter or rule.parameter in figures
