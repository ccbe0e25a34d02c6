"""Nothing that a project cost is paid twice, and nobody is asked for more than was granted."""

import datetime as dt
import random

import pytest

from coopdesk.domain.grant_requests import EligibleCost
from coopdesk.domain.grant_sharing import Funder, apart, shared_costs, without_refunds
from coopdesk.domain.money import ZERO, Money, total


def euros(amount):
    return Money(round(amount * 100))


def costs(**amounts):
    return {line.replace("_", "."): euros(amount) for line, amount in amounts.items()}


def funder(key, day, granted=None, rate=None, paid=0.0, eligible=()):
    lines = tuple(
        EligibleCost(line, part, None if most is None else euros(most))
        for line, part, most in eligible
    )
    return Funder(
        key,
        f"Demande {key}",
        rate=rate,
        eligible=lines,
        granted=None if granted is None else euros(granted),
        notified_on=day and dt.date(2026, *day),
        paid=euros(paid),
    )


def shares(found):
    return {one.funder.request_id: one.share.cents / 100 for one in found.funders}


_SPENT = costs(**{"60_supplies": 1200, "62_fees": 3000, "64_pay": 8000, "64_social": 2800})


@pytest.mark.parametrize(
    ("funders", "expected", "over"),
    [
        # One pays 80 % of what it was granted for.
        ([funder(1, (1, 5), 4000, 8000, eligible=[("62.fees", None, None)])], {1: 2400}, 0),
        # Its grant is the limit.
        ([funder(1, (1, 5), 1000, 8000)], {1: 1000}, 0),
        # A line has a ceiling, another its own rate.
        (
            [
                funder(
                    1,
                    (1, 5),
                    9000,
                    5000,
                    eligible=[("64.pay", None, 6000), ("60.supplies", 10_000, None)],
                )
            ],
            {1: 4200},
            0,
        ),
        # Three of them: rates, ceilings, and room for all.
        (
            [
                funder(1, (1, 5), 5000, 5000, eligible=[("64.pay", None, None)]),
                funder(2, (2, 5), 4000, None, eligible=[("64.pay", None, 4000)]),
                funder(3, (3, 5), 2500, 8000, eligible=[("62.fees", None, None)]),
            ],
            {1: 4000, 2: 4000, 3: 2400},
            0,
        ),
        # The same costs three times: the last notified has nothing left.
        (
            [
                funder(3, (3, 5), 2000, eligible=[("62.fees", None, None)]),
                funder(1, (1, 5), 2000, eligible=[("62.fees", None, None)]),
                funder(2, (2, 5), 1500, eligible=[("62.fees", None, None)]),
            ],
            {1: 2000, 2: 1000, 3: 0},
            2500,
        ),
        # All of the project is granted twice.
        (
            [funder(1, (1, 5), 15_000), funder(2, (1, 6), 15_000)],
            {1: 15_000, 2: 0},
            15_000,
        ),
        # A line that costs nothing so far.
        ([funder(1, (1, 5), 500, eligible=[("61.rent", None, None)])], {1: 0}, 0),
    ],
)
def test_each_funder_has_its_rate_its_grant_and_what_is_left(funders, expected, over):
    found = shared_costs(_SPENT, funders)

    assert shares(found) == expected
    assert found.over_financed == euros(over)


def test_an_earlier_funder_makes_room_on_the_line_that_a_later_one_alone_may_use():
    spent = costs(**{"62_fees": 100, "64_pay": 100})
    everywhere = funder(1, (1, 5), 100)
    fees = funder(2, (2, 5), 100, eligible=[("62.fees", None, None)])

    found = shared_costs(spent, [everywhere, fees])

    assert shares(found) == {1: 100, 2: 100}
    assert found.over_financed == ZERO
    assert [line.ours for line in found.costs] == [ZERO, ZERO]


def test_the_rate_of_a_request_holds_its_lines_together_not_each():
    spent = costs(**{"62_fees": 100, "64_pay": 100})
    half = funder(1, (1, 5), 100, 5000)
    fees = funder(2, (2, 5), 100, eligible=[("62.fees", None, None)])

    found = shared_costs(spent, [half, fees])

    assert shares(found) == {1: 100, 2: 100}
    assert dict(found.funders[0].shares) == {"64.pay": euros(100)}


def test_a_rate_of_its_own_holds_a_line():
    spent = costs(**{"62_fees": 100, "64_pay": 100})
    whole = funder(1, (1, 5), 100, eligible=[("62.fees", 5000, None), ("64.pay", 5000, None)])
    pay = funder(2, (2, 5), 100, eligible=[("64.pay", None, None)])

    found = shared_costs(spent, [whole, pay])

    assert shares(found) == {1: 100, 2: 50}
    assert found.over_financed == euros(50)


def test_the_order_of_notifications_decides_who_is_over_financed():
    spent = costs(**{"62_fees": 1000})
    early, late = funder(9, (1, 5), 800), funder(1, (6, 1), 800)

    found = shared_costs(spent, [late, early])

    assert [(x.funder.request_id, x.over_financed) for x in found.funders] == [
        (9, ZERO),
        (1, euros(600)),
    ]


def test_what_is_not_decided_yet_comes_last_and_is_held_by_its_rate():
    found = shared_costs(
        costs(**{"62_fees": 1000}), [funder(1, None, rate=7000), funder(2, (1, 5), 600)]
    )

    assert shares(found) == {2: 600, 1: 400}


def test_a_refund_lowers_the_costs_beside_it_first():
    spent = costs(**{"60_supplies": 500, "60_other": -100, "64_pay": 1000})

    assert without_refunds(spent) == costs(
        **{"60_supplies": 400, "60_other": 0, "64_pay": 1000}
    )


def test_a_refund_above_its_own_group_lowers_all_others():
    spent = costs(**{"60_supplies": 50, "60_other": -150, "62_fees": 300, "64_pay": 100})

    found = without_refunds(spent)

    assert found == costs(**{"60_supplies": 0, "60_other": 0, "62_fees": 225, "64_pay": 75})
    assert total(found.values()) == total(spent.values())


def test_nobody_pays_for_a_project_that_got_back_more_than_it_spent():
    found = shared_costs(costs(**{"60_supplies": 50, "62_fees": -80}), [funder(1, (1, 5), 500)])

    assert (found.cost, found.shared) == (ZERO, ZERO)
    assert found.funders[0].unused == euros(500)


def test_what_is_owed_is_the_share_less_what_was_paid():
    found = shared_costs(
        costs(**{"62_fees": 1000}),
        [funder(1, (1, 5), 600, paid=200), funder(2, (2, 5), 600, paid=500)],
    )

    assert [x.owed for x in found.funders] == [euros(400), euros(-100)]
    assert (found.owed, found.to_give_back) == (euros(400), euros(100))


def test_parts_of_a_cent_are_rounded_half_up_once_for_all_lines():
    # 33,33 % of three lines of 0,50 €: 49.995 cents are 50, never 17 + 17 + 17.
    spent = costs(**{"60_supplies": 0.5, "62_fees": 0.5, "64_pay": 0.5})

    [one] = shared_costs(spent, [funder(1, (1, 5), rate=3333)]).funders

    assert one.claim == Money(50)
    assert sorted(x.cents for x in one.shares.values()) == [16, 17, 17]


def test_parts_add_up_and_none_is_above_its_weight():
    assert apart(10, {"a": 3, "b": 3, "c": 4}) == {"a": 3, "b": 3, "c": 4}
    assert apart(2, {"a": 1, "b": 1, "c": 1}) == {"a": 1, "b": 1, "c": 0}
    assert apart(0, {}) == {}


def test_no_line_and_no_grant_is_ever_used_twice():
    chance = random.Random(12_156)
    names = ["60.supplies", "60.other", "62.fees", "64.pay", "6indirect.fixed"]
    for _round in range(300):
        spent = {name: Money(chance.randint(-3000, 20_000)) for name in names}
        funders = [
            Funder(
                key,
                "",
                rate=chance.choice([None, 3333, 5000, 8000]),
                eligible=tuple(
                    EligibleCost(
                        name,
                        chance.choice([None, 10_000, 2500]),
                        chance.choice([None, Money(chance.randint(0, 9000))]),
                    )
                    for name in chance.sample(names, chance.randint(0, 3))
                ),
                granted=chance.choice([None, Money(chance.randint(0, 30_000))]),
                notified_on=dt.date(2026, chance.randint(1, 12), 1),
            )
            for key in range(3)
        ]

        found = shared_costs(spent, funders)

        assert found.cost == max(ZERO, total(spent.values()))
        for line in found.costs:
            assert ZERO <= line.shared <= line.base <= max(ZERO, line.cost)
        for one in found.funders:
            assert ZERO <= one.share <= one.claim
            assert one.funder.granted is None or one.claim <= one.funder.granted
        assert found.shared == total(x.share for x in found.funders)
