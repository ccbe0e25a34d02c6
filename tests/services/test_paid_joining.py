"""Joining and paying at once, and the list that shows everybody once."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import MemberStatus, NewMembership, NewMembershipType, Period
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.contacts import ContactService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from tests.building import TODAY, every_row, new_units, person, today

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
BEFORE = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "members.coopdesk") as units:
        yield units


@pytest.fixture
def members(units):
    return MemberService(units, today)


@pytest.fixture
def new(units):
    contact_id = ContactService(units, today).add(person()).value.id
    types = MembershipTypeService(units, today)
    type_id = types.add(NewMembershipType("Adhésion", amount=Money(2000))).value.id
    return NewMembership(contact_id, type_id, YEAR, Money(2000))


def test_member_who_pays_at_once_is_one_operation(units, members, new):
    before = every_row(units)
    made = members.join_paid(new, Money(2000), PaymentMode.CASH, TODAY).value
    assert made.paid == Money(2000)
    (line,) = members.payments_of(made.id)
    assert (line.payer_id, line.mode, line.paid_on) == (
        new.contact_id,
        PaymentMode.CASH,
        TODAY,
    )
    assert members.counts()[MemberStatus.TO_RENEW] == 0
    assert members.counts()[MemberStatus.UP_TO_DATE] == 1
    OperationService(units).undo()
    assert every_row(units) == before


def test_nothing_is_recorded_when_the_payment_is_refused(units, members, new):
    before = every_row(units)
    with pytest.raises(RuleError) as refused:
        members.join_paid(new, Money(2001), PaymentMode.CASH, TODAY)
    assert refused.value.code == "membership.overpaid"
    assert every_row(units) == before


def test_latest_lists_everybody_once(members, new):
    old = NewMembership(new.contact_id, new.type_id, BEFORE, Money(2000))
    first = members.join(old).value.id
    last = members.join(new).value.id
    assert members.ids(MembershipFilter(sort="start")) == [first, last]
    assert members.ids(MembershipFilter(latest=True)) == [last]
    members.cancel(last)
    assert members.ids(MembershipFilter(latest=True)) == [first]
    assert members.sums(MembershipFilter(latest=True)).count == 1
