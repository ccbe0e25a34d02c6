"""Calls for projects, and projects with what they plan in the official layout."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.grant_projects import NewProjectLine
from coopdesk.domain.grant_requests import NewGrantCall
from coopdesk.domain.money import Money
from tests.building import new_units, refused
from tests.services.grant_office import GrantOffice


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield GrantOffice(units)


def test_planned_lines_add_up_without_what_is_in_kind(office):
    key = office.project()
    request = office.request()
    lines = [
        NewProjectLine("60.supplies", Money(30_000), "Graines"),
        NewProjectLine("60.services", Money(0)),
        NewProjectLine("74.town", Money(20_000), request_id=request.id),
        NewProjectLine("86.volunteers", Money(90_000)),
    ]
    made = office.projects.set_lines(key, lines).value
    assert (made.expenses, made.income) == (Money(30_000), Money(20_000))
    assert [one.content.line for one in made.lines] == [
        "60.supplies",
        "74.town",
        "86.volunteers",
    ]
    assert made.lines[1].request_title == "Ville 2026"
    wrong = [NewProjectLine("60.nothing", Money(1))]
    assert refused(office.projects.set_lines, key, wrong) == "grant.line_unknown"


def test_planned_money_of_a_removed_request_stays_planned(office):
    key, request = office.project(), office.request()
    office.projects.set_lines(key, [NewProjectLine("74.town", Money(20_000), "", request.id)])
    office.requests.remove(request.id)
    (line,) = office.projects.get(key).lines
    assert (line.content.amount, line.content.request_id) == (Money(20_000), None)


def test_second_project_of_a_title_or_an_activity_is_refused(office):
    activity = office.activity()
    office.project(activity_id=activity)
    assert refused(office.project, "jardins partages") == "grant_project.title_taken"
    taken = refused(office.project, "Autre", activity_id=activity)
    assert taken == "grant_project.activity_taken"


def test_activity_of_a_project_is_made_once(office):
    key = office.project(starts_on=dt.date(2026, 4, 1), ends_on=dt.date(2026, 9, 30))
    office.activity("jardins partagés")
    first = office.projects.ensure_activity(key).value
    assert office.projects.ensure_activity(key).value == first
    assert office.activities.get(first).name == "Jardins partagés – 2"


def test_activity_of_a_project_is_not_removed(office):
    key = office.project(activity_id=office.activity())
    activity_id = office.projects.get(key).content.activity_id
    assert refused(office.activities.remove, activity_id) == "activity.in_use"


def test_project_with_a_request_is_not_removed(office):
    key = office.project()
    request = office.request(project_id=key)
    assert refused(office.projects.remove, key) == "grant_project.in_use"
    office.requests.remove(request.id)
    office.projects.remove(key)
    assert office.projects.all() == []


def test_activity_of_a_project_stays_once_money_was_granted(office):
    key = office.project()
    office.granted(project_id=key)
    content = office.projects.get(key).content
    other = replace(content, activity_id=office.activity())
    assert refused(office.projects.change, key, other) == "grant_project.booked"
    assert office.projects.change(key, replace(content, aims="Semer")).value.content.aims


def test_call_that_a_request_answers_is_closed_instead_of_removed(office):
    call = office.calls.add(
        NewGrantCall("Appel 2027", closes_on=dt.date(2026, 12, 1), rate=8_000)
    ).value
    request = office.request(call_id=call.id)
    assert office.requests.get(request.id).call_title == "Appel 2027"
    assert refused(office.calls.remove, call.id) == "grant_call.in_use"
    assert not office.calls.close(call.id).value.is_open
    assert office.calls.all(open_only=True) == []
    assert office.calls.id_named("appel 2027") == call.id


def test_call_with_turned_days_bounds_or_rate_is_refused(office):
    call = NewGrantCall("Appel", opens_on=dt.date(2026, 2, 1), closes_on=dt.date(2026, 1, 1))
    assert refused(office.calls.add, call) == "grant_call.days_reversed"
    bounds = NewGrantCall("Appel", floor=Money(2), ceiling=Money(1))
    assert refused(office.calls.add, bounds) == "grant_call.bounds_reversed"
    assert (
        refused(office.calls.add, NewGrantCall("Appel", rate=0)) == "grant_request.rate_wrong"
    )
