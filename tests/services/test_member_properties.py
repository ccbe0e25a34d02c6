"""Whatever is done with members, sums never drift and everything can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.errors import CoopDeskError
from coopdesk.domain.members import (
    DepartureReason,
    Holder,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
)
from coopdesk.domain.membership_fees import instalment_plan
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentFilter, PaymentMode, PaymentState
from coopdesk.domain.renewing import RenewalOrder, RenewalRequest
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.renewals import RenewalService
from tests.building import TODAY, every_row, new_units, person, today

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["join", "pay", "change", "cancel", "leave", "back", "renew", "decide", "rename"]
        ),
        st.integers(0, 7),
        st.integers(0, 3),
    ),
    max_size=14,
)


def year(number):
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31))


class Office:
    """Does random things; what the rules forbid is not done."""

    def __init__(self, units):
        self.members = MemberService(units, today)
        self.contacts = ContactService(units, today)
        self.renewals = RenewalService(units, today)
        self.accounts = PaymentService(units, today)
        types = MembershipTypeService(units, today)
        self.people = [self.contacts.add(person(name)).value.id for name in "ABC"]
        self.types = [
            types.add(new).value.id
            for new in (
                NewMembershipType("Adulte", amount=Money(2000), receipt_eligible=True),
                NewMembershipType("Foyer", amount=Money(3000), holder=Holder.HOUSEHOLD),
            )
        ]

    def do(self, name, which, much):
        try:
            getattr(self, f"_{name}")(which, much)
        except CoopDeskError:
            return

    def _some(self, which):
        ids = self.members.ids(MembershipFilter()) or [0]
        return ids[which % len(ids)]

    def _join(self, which, much):
        fee = Money(1000 * much)
        parts = instalment_plan(fee, 3, TODAY) if much == 3 else ()
        kind = self.types[which % 2]
        who = self.people[which % 3]
        self.members.join(
            NewMembership(who, kind, year(2025 + much % 2), fee, instalments=parts)
        )

    def _pay(self, which, much):
        shares = (
            PaymentShare("fee", Money(500 * (much + 1)), self._some(which)),
            PaymentShare("gift", Money(100)),
        )
        amount = Money(500 * (much + 1) + 100)
        payer = self.people[which % 3]
        self.members.record_payment(
            NewSharedPayment(payer, TODAY, amount, PaymentMode.CASH, shares)
        )

    def _change(self, which, much):
        membership = self.members.get(self._some(which))
        new = replace(membership.content, fee=Money(1500 * much), instalments=())
        self.members.change(membership.id, new)

    def _cancel(self, which, much):
        self.members.cancel(self._some(which))

    def _leave(self, which, much):
        day = dt.date(2025 + much % 2, 6, 1)
        self.members.leave(NewDeparture(self.people[which % 3], day, DepartureReason.RESIGNED))

    def _back(self, which, much):
        self.members.come_back(self.people[which % 3])

    def _renew(self, which, much):
        request = RenewalRequest(year(2026 + much % 2), include_unpaid=bool(which % 2))
        self.renewals.apply(RenewalOrder(request))

    def _decide(self, which, much):
        lines = self.accounts.lines(self.accounts.ids(PaymentFilter()))
        if lines:
            state = [PaymentState.RECEIVED, PaymentState.DISMISSED][much % 2]
            self.accounts.decide([lines[which % len(lines)].payment_id], state)

    def _rename(self, which, much):
        who = self.people[which % 3]
        profile = self.contacts.get(who).profile
        self.contacts.change(who, replace(profile, last_name=f"{'ZYX'[which % 3]}{much}"))


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_sums_never_drift_and_everything_is_taken_back(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("drift") / "members.coopdesk"
    with new_units(path) as units:
        office = Office(units)
        operations = OperationService(units)
        before = every_row(units)
        start = operations.latest(1)[0].id
        for step in steps:
            office.do(*step)
        report = DatabaseService(units).check()
        assert report.ok, report.findings
        names = [line.name for line in office.members.find(MembershipFilter())]
        assert names == sorted(names, key=lambda name: name.split()[-1].casefold())
        after = every_row(units)
        done = [x for x in operations.latest() if x.id > start and x.kind.value == "command"]
        for _operation in done:
            operations.undo()
        assert every_row(units) == before
        for _operation in done:
            operations.redo()
        assert every_row(units) == after
