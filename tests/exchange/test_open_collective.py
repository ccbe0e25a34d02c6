"""Transactions of Open Collective in any columns: groups, refunds, who stays anonymous."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.open_collective import transaction_groups
from coopdesk.domain.payments import Direction, LineKind, PaymentMode
from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.open_collective import (
    looks_like_open_collective,
    read_open_collective,
    read_transactions,
)
from coopdesk.exchange.open_collective_rows import day_in_france, title_of
from tests.exchange.collectives import API, DASHBOARD, Moved, contribution, refund, written

REFUNDED = [*refund(900, 2, 100), *contribution(100, 1, taken_back_by=900)]


def only(rows, columns=DASHBOARD):
    (row,) = read_open_collective(written(rows, columns)).rows
    return row


@pytest.mark.parametrize("columns", [DASHBOARD, API, DASHBOARD[::-1], ("Autre", *DASHBOARD)])
def test_group_is_one_gross_payment_with_all_that_was_kept_in_any_columns(columns):
    row = only(contribution(100, 1, title="Ami"), columns)
    assert (row.amount, row.fee, row.direction) == (Money(25000), Money(3630), Direction.IN)
    assert (row.mode, row.campaign) == (PaymentMode.CARD, "La Coop des Rives")
    assert [(part.kind, part.amount, part.label) for part in row.parts] == [
        (LineKind.GIFT, Money(25000), "Ami")
    ]
    assert (row.payer.last_name, row.payer.first_name) == ("Tanguy", "Zoé")
    assert (row.payer.reference, row.doubt, len(row.joined)) == ("zoe-tanguy", "", 1)


@pytest.mark.parametrize("columns", [DASHBOARD, API])
def test_refund_and_what_it_gives_back_come_to_nothing(columns):
    read = read_open_collective(written(REFUNDED, columns))
    groups = transaction_groups(read_transactions(written(REFUNDED, columns)))
    assert [group.net for group in groups] == [Money(-21370), Money(21370)]
    assert total(group.net for group in groups) == ZERO
    back, given = read.rows
    assert (back.reverses, given.reversed_by) == (given.payment_ref, back.payment_ref)
    assert (back.direction, back.amount, back.fee) == (
        Direction.OUT,
        Money(25000),
        Money(-3630),
    )
    assert {row.parts[0].kind for row in read.rows} == {LineKind.GIFT}


def test_expense_is_spent_with_what_the_transfer_cost_and_names_nobody():
    rows = [Moved(5, 3, "EXPENSE", "-251.13", "-1.13", who="Yann Le Goff", title="Timbres")]
    row = only(rows)
    assert (row.direction, row.amount, row.fee) == (Direction.OUT, Money(25000), Money(113))
    assert [(part.kind, part.label) for part in row.parts] == [(LineKind.EXPENSE, "Timbres")]


@pytest.mark.parametrize(
    ("who", "handle"),
    [
        ("Incognito", "incognito-7a91c2"),
        ("Zoé Tanguy (Incognito)", "incognito-7a91c2"),
        ("Guest", "guest-03fe"),
        ("", "guest-03fe"),
    ],
)
def test_whoever_hides_stays_anonymous(who, handle):
    row = only(contribution(100, 1, who=who, handle=handle))
    assert row.payer.is_anonymous
    assert row.payer.reference == ""


def test_guest_who_says_a_name_bears_it_and_a_legal_name_stands_before_the_public_one():
    assert only(contribution(1, 1, handle="guest-0e")).payer.first_name == "Zoé"
    rows = contribution(1, 1, who="Zoé Tanguy (zoette)")
    described = written(rows).data.replace(b"from Zo\xc3\xa9 Tanguy (zoette)", b"from zoette")
    (row,) = read_open_collective(FileContent("x.csv", described)).rows
    assert (row.payer.last_name, row.payer.first_name) == ("Tanguy", "Zoé")
    town = only(contribution(1, 1, who="Coop (Nantes)")).payer
    assert f"{town.first_name} {town.last_name}" == "Coop (Nantes)"


@pytest.mark.parametrize(
    ("kind", "net", "direction", "part", "doubt"),
    [
        ("ADDED_FUNDS", "304.33", Direction.IN, LineKind.OTHER, ""),
        ("CONTRIBUTION", "-30", Direction.OUT, LineKind.OTHER, ""),
        ("EXPENSE", "40", Direction.IN, LineKind.OTHER, ""),
        ("PAYMENT_PROCESSOR_DISPUTE_FEE", "-15", Direction.OUT, LineKind.OTHER, ""),
        ("BALANCE_TRANSFER", "-80", Direction.OUT, LineKind.OTHER, "balance_transfer"),
        ("SOMETHING_NEW", "12", Direction.IN, LineKind.OTHER, "kind_to_judge"),
    ],
)
def test_kind_says_what_money_was_for_and_an_unknown_one_waits(
    kind, net, direction, part, doubt
):
    row = only([Moved(1, 1, kind, net)])
    assert (row.direction, row.parts[0].kind, row.doubt) == (direction, part, doubt)


def test_fees_alone_and_dollars_are_refused_by_their_line():
    rows = [
        Moved(1, 1, "HOST_FEE", "-20"),
        *contribution(2, 2),
        Moved(9, 9, "CONTRIBUTION", "9.01", "-0.99", currency="USD"),
    ]
    read = read_open_collective(written(rows))
    assert [(x.line, x.code, dict(x.values)) for x in read.problems] == [
        (2, "collective.fees_alone", {"amount": Money(2000)}),
        (5, "collective.currency", {"figures": "10.00", "currency": "USD"}),
    ]
    assert set(read.refused) == {2, 5}
    cells = {5: {"Currency": "EUR", "Amount Single Column": "8,01"}}
    assert read_open_collective(written(rows), cells).rows[1].amount == Money(900)


def test_truncated_export_is_refused_with_its_two_numbers():
    rows = contribution(1, 1)
    tail = "Warning: totalCount is 3136 and limit was 1000"
    with pytest.raises(RuleError, match=r"collective\.truncated") as refused:
        read_open_collective(written(rows, tail=tail))
    assert refused.value.values == {"count": 3136, "limit": 1000}
    broken = written(rows, tail="\nError while fetching account transactions.")
    with pytest.raises(RuleError, match=r"collective\.broken_off"):
        read_open_collective(broken)


@pytest.mark.parametrize(
    "missing", ["Kind", "Group ID", "Transaction ID", "Payment Processor Fee", "Is Reverse"]
)
def test_column_that_nothing_replaces_is_named(missing):
    content = written(contribution(1, 1), [name for name in DASHBOARD if name != missing])
    assert looks_like_open_collective(content)
    with pytest.raises(RuleError, match=r"file\.missing_column") as refused:
        read_open_collective(content)
    assert refused.value.values["column"] == missing


def test_refund_whose_halves_do_not_name_each_other_waits():
    without = [name for name in DASHBOARD if name != "Reverse Transaction ID"]
    back, given = read_open_collective(written(REFUNDED, without)).rows
    assert (back.doubt, given.doubt) == ("reverses_unknown", "reversed_elsewhere")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31T23:30:00", dt.date(2026, 2, 1)),
        ("2026-07-31T22:00:00Z", dt.date(2026, 8, 1)),
        ("2026-07-31T21:59:59", dt.date(2026, 7, 31)),
        ("2026-01-06T00:00:00", dt.date(2026, 1, 6)),
        ("2026-01-06 23:30:00.1234567+01:00", dt.date(2026, 1, 6)),
    ],
)
def test_day_is_that_of_france(text, day):
    assert day_in_france(text) == day
    assert only(contribution(1, 1, at=text)).paid_on == day


def test_hour_of_another_form_is_no_hour_and_an_impossible_zone_refuses_the_row():
    assert only(contribution(1, 1, at="31/01/2026 23:30:00")).paid_on == dt.date(2026, 1, 31)
    read = read_open_collective(written(contribution(1, 1, at="2026-01-06T10:00:00+99:99")))
    assert {x.code for x in read.problems} == {"date.impossible"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Expense from Zoé - Salle de réunion", "Salle de réunion"),
        ("Added Funds from Zoé", ""),
        ("Facture de Zoé", ""),
        ("Hébergement du site", "Hébergement du site"),
    ],
)
def test_title_says_what_for_and_never_who(text, title):
    assert title_of(text, ("Zoé", "Zoé"), only=False) == title


def test_other_tables_are_not_taken_for_open_collective():
    for text in ("Nom;Montant\nZoé;3\n", "kind,currency\n1,2\n", "%PDF-1.4", "<html>", "\0\1"):
        assert not looks_like_open_collective(FileContent("x.csv", text.encode()))
