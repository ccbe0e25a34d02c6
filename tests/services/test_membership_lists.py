"""Lists of memberships show what a plain reading of the facts shows, in the same order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.members import MemberDays, MemberRules, MemberStatus, Period, member_status
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.text import fold
from coopdesk.services.members import MemberService
from tests.building import TODAY, today
from tests.services.any_members import any_members, facts

SORTS = ("name", "number", "type", "start", "end", "due", "paid", "remainder")
SCOPES = (
    MembershipFilter(),
    MembershipFilter(year=2025),
    MembershipFilter(latest=True),
    MembershipFilter(cancelled=True),
    MembershipFilter(cancelled=True, latest=True),
    MembershipFilter(period=Period(dt.date(2025, 3, 1), dt.date(2025, 10, 1))),
)
NARROWINGS = (
    {},
    *({"status": status} for status in MemberStatus),
    {"type_ids": (1, 3)},
    {"paid": True},
    {"paid": False},
    {"text": "e"},
    {"text": "lef ana"},
    {"text": "œuvre"},
    {"text": "goff", "status": MemberStatus.LATE, "paid": True},
)


@pytest.fixture(scope="module", params=[1, 2])
def office(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "office.coopdesk"
    with any_members(path, request.param) as units:
        yield MemberService(units, today), facts(units)[0]


def due(one):
    return one["fee_cents"] + one["joining_fee_cents"]


def rest(one):
    return max(due(one) - one["paid_cents"], 0)


def status_of(one):
    days = (one["member_since"], one["member_until"], one["member_left_on"])
    read = [None if day is None else dt.date.fromisoformat(day) for day in days]
    return member_status(MemberDays(*read), MemberRules(), TODAY)


def is_last(one, everything):
    later = [
        x
        for x in everything
        if x["contact_id"] == one["contact_id"]
        and x["cancelled_on"] is None
        and (x["ended_on"], x["id"]) > (one["ended_on"], one["id"])
    ]
    return not later


def is_shown(one, wanted, everything):
    period = wanted.period
    return (
        one["state"] == "active"
        and (one["cancelled_on"] is not None) is wanted.cancelled
        and wanted.year in {None, int(one["started_on"][:4])}
        and (
            period is None
            or (one["started_on"] <= str(period.end) and one["ended_on"] >= str(period.start))
        )
        and (not wanted.type_ids or one["type_id"] in wanted.type_ids)
        and wanted.paid in {None, rest(one) == 0}
        and wanted.status in {None, status_of(one)}
        and all(word in one["search_text"] for word in fold(wanted.text).split())
        and (not wanted.latest or is_last(one, everything))
    )


def key_of(one, sort):
    keys = {
        "name": "",
        "number": one["number_key"],
        "type": (one["position"], one["type_id"]),
        "start": one["started_on"],
        "end": one["ended_on"],
        "due": due(one),
        "paid": one["paid_cents"],
        "remainder": rest(one),
    }
    return (keys[sort], one["sort_key"], one["id"])


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("scope", SCOPES)
def test_every_order_of_every_filter_is_that_of_a_plain_reading(office, scope, sort):
    service, everything = office
    for narrowing in NARROWINGS:
        for descending in (False, True):
            wanted = replace(scope, sort=sort, descending=descending, **narrowing)
            shown = [one for one in everything if is_shown(one, wanted, everything)]
            shown.sort(key=lambda one: key_of(one, sort), reverse=descending)
            assert service.ids(wanted) == [one["id"] for one in shown], wanted
        sums = service.sums(wanted)
        assert sums.count == len(shown)
        assert sums.due.cents == sum(map(due, shown))
        assert sums.paid.cents == sum(one["paid_cents"] for one in shown)
        assert sums.remainder.cents == sum(map(rest, shown))


def test_lines_tell_the_status_that_the_filter_of_statuses_finds(office):
    service, _everything = office
    for status in MemberStatus:
        assert {x.status for x in service.find(MembershipFilter(status=status))} <= {status}


def test_years_reach_from_the_first_to_the_last_start(office):
    service, everything = office
    starts = {int(one["started_on"][:4]) for one in everything} | {TODAY.year}
    assert service.years() == list(range(max(starts), min(starts) - 1, -1))
