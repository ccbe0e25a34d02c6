"""How the money of an order is shared out: all of it, to the cent, whatever divides it."""

from __future__ import annotations

from random import Random

import pytest

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.order_money import (
    OrderLine,
    TicketOfOrder,
    shared,
    shares_of_lines,
)


def ticket(holder, cents, tariff="", *, is_void=False):
    return TicketOfOrder(holder, Money(cents), tariff, is_void)


def line(key, cents, holder=None, **more):
    told = {"payment_id": key, "comes_in": True, "is_received": True, "label": ""} | more
    return OrderLine(id=key, amount=Money(cents), holder=holder, **told)


def shares(tickets, *lines):
    return {
        key: [(one.holder, one.amount.cents) for one in ones]
        for key, ones in shares_of_lines(tickets, lines).items()
    }


@pytest.mark.parametrize(
    ("tickets", "lines", "expected"),
    [
        ([ticket(1, 40), ticket(2, 30)], [line(1, 70)], {1: [(1, 40), (2, 30)]}),
        ([ticket(1, 40), ticket(None, 30)], [line(1, 70, 1)], {1: [(1, 40), (None, 30)]}),
        (
            [ticket(1, 30, "a"), ticket(2, 30, "b")],
            [line(1, 30, label="b"), line(2, 30, payment_id=1, label="a")],
            {1: [(2, 30)], 2: [(1, 30)]},
        ),
        ([ticket(1, 40), ticket(2, 30, is_void=True)], [line(1, 40)], {1: [(1, 40)]}),
        (
            [ticket(1, 40), ticket(2, 30, is_void=True)],
            [line(1, 70), line(2, 30, comes_in=False)],
            {1: [(1, 40), (2, 30)], 2: [(2, 30)]},
        ),
        (
            [ticket(1, 40), ticket(2, 30)],
            [line(1, 40, 1, is_said=True), line(2, 30, payment_id=1)],
            {1: [(1, 40)], 2: [(2, 30)]},
        ),
        ([ticket(1, 0), ticket(2, 0)], [line(1, 5, 1)], {1: [(1, 5)]}),
    ],
    ids=["two", "untaken", "by-tariff", "never-paid", "paid-back", "said", "free"],
)
def test_each_event_gets_what_its_tickets_cost(tickets, lines, expected):
    assert shares(tickets, *lines) == expected


def test_instalments_add_up_to_what_each_ticket_costs():
    lines = [line(key, cents) for key, cents in ((1, 3334), (2, 3333), (3, 3333))]
    found = shares_of_lines([ticket(1, 6667), ticket(2, 3333)], lines)
    paid = dict.fromkeys((1, 2), ZERO)
    for one in (share for ones in found.values() for share in ones):
        paid[one.holder] += one.amount
    assert paid == {1: Money(6667), 2: Money(3333)}


def test_no_cent_is_lost_or_made_whatever_is_shared():
    chance = Random(7)
    for _round in range(300):
        weights = {
            key: Money(chance.randrange(1, 9999)) for key in range(chance.randrange(1, 6))
        }
        amount = Money(chance.randrange(0, 100_000))
        assert total(shared(amount, weights).values()) == amount
        tickets = [
            ticket(key or None, one.cents, is_void=chance.random() < 0.3)
            for key, one in weights.items()
        ]
        lines = [
            line(
                key,
                chance.randrange(0, 9999),
                chance.choice([None, 1, 2]),
                payment_id=key // 2,
                comes_in=key < 4,
                is_said=chance.random() < 0.2,
            )
            for key in range(6)
        ]
        found = shares_of_lines(tickets, lines)
        assert {one.id: one.amount for one in lines} == {
            key: total(share.amount for share in ones) for key, ones in found.items()
        }
