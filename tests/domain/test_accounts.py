"""What the lines of a year add up to."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.accounts import year_accounts
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentLine,
    PaymentMode,
    PaymentSource,
    PaymentState,
)

LINES = st.lists(
    st.builds(
        PaymentLine,
        id=st.integers(1, 99),
        payment_id=st.integers(1, 99),
        paid_on=st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        direction=st.sampled_from(Direction),
        kind=st.sampled_from(LineKind),
        payer_id=st.none() | st.integers(1, 4),
        payer_name=st.sampled_from(["Élodie", "Eve", "Zoé", ""]),
        label=st.just(""),
        campaign=st.just(""),
        mode=st.sampled_from(PaymentMode),
        amount=st.builds(Money, st.integers(1, 10**9)),
        state=st.just(PaymentState.RECEIVED),
        source=st.sampled_from(PaymentSource),
        is_returned=st.booleans(),
    ),
    max_size=30,
)


@given(LINES, LINES)
def test_sums_by_kind_and_by_donor_tie_with_the_lines(
    now: list[PaymentLine], before: list[PaymentLine]
) -> None:
    accounts = year_accounts(
        name="Les Amis",
        year=2026,
        made_on=dt.date(2027, 1, 1),
        lines=now,
        previous_lines=before,
    )
    came_in = [line for line in now if line.direction is Direction.IN]
    gifts = [x for x in came_in if x.kind is LineKind.GIFT and not x.is_returned]
    assert accounts.income_total == total(line.amount for line in came_in)
    assert accounts.income_total + accounts.expense_total == total(x.amount for x in now)
    assert accounts.gift_total == total(line.amount for line in gifts)
    assert accounts.gift_count == len(gifts)
    earlier = accounts.previous_income_total + accounts.previous_expense_total
    assert earlier == total(line.amount for line in before)
    assert len(accounts.of(Direction.IN)) + len(accounts.of(Direction.OUT)) == len(now)


def test_donors_stand_in_french_order_and_keep_their_last_name() -> None:
    def gift(donor_id: int | None, name: str, year: int) -> PaymentLine:
        return PaymentLine(
            id=1,
            payment_id=1,
            paid_on=dt.date(year, 5, 1),
            direction=Direction.IN,
            kind=LineKind.GIFT,
            payer_id=donor_id,
            payer_name=name,
            label="",
            campaign="",
            mode=PaymentMode.CASH,
            amount=Money(100),
            state=PaymentState.RECEIVED,
            source=PaymentSource.MANUAL,
        )

    accounts = year_accounts(
        name="",
        year=2026,
        made_on=dt.date(2027, 1, 1),
        lines=[gift(None, "", 2026), gift(3, "Zoé", 2026), gift(2, "Élodie", 2026)],
        previous_lines=[gift(1, "Fabien", 2025), gift(3, "Zoe", 2025)],
    )
    assert [donor.name for donor in accounts.donors] == ["Élodie", "Fabien", "Zoé", ""]
    assert [donor.count for donor in accounts.donors] == [1, 0, 1, 1]
    assert accounts.donors[1].last_on is None
