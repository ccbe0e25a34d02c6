"""What a line of a statement may become, the usual one first."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_lists import LineState, StatementRow
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.ui.bank.making import Making, makings_of


def row(label: str, cents: int, nature: LineNature = LineNature.TRANSFER) -> StatementRow:
    day = dt.date(2026, 3, 4)
    return StatementRow(1, 1, "Banque", day, Money(cents), label, nature, LineState.OPEN)


@pytest.mark.parametrize(
    ("label", "cents", "usual"),
    [
        ("VIR SEPA HELLOASSO", 84_250, Making.PAYOUT),
        ("VIR OPEN COLLECTIVE EUROPE", 9_900, Making.PAYOUT),
        ("VIREMENT DE NORA MARCHAND DON", 5_000, Making.GIFT),
        ("VIR COTISATION 2026 FAMILLE MOREL", 2_000, Making.FEES),
        ("VILLE DE TERRENEUVE SUBVENTION", 150_000, Making.PAYMENT),
        ("REMISE CHEQUES 7873689", 86_500, Making.CHEQUES),
        ("VIR INTERNE LIVRET A", -100_000, Making.TRANSFER),
        ("REJET PRLV MOREL", -1_000, Making.RETURN),
        ("COTISATION CARTE PRO", -450, Making.ENTRY),
        ("", 700, Making.ENTRY),
    ],
)
def test_usual_thing_of_a_line_comes_first(label, cents, usual):
    assert makings_of(row(label, cents))[0] is usual


def test_everything_is_within_reach_and_entries_only_where_books_are_kept():
    came, went = row("", 100), row("", -100)
    assert {*makings_of(came), *makings_of(went)} == set(Making)
    without = makings_of(came, has_books=False)
    assert set(without) == {Making.GIFT, Making.FEES, Making.PAYMENT}
    # What is spent is asked for in one way only.
    assert Making.PAYMENT not in makings_of(went)
    assert set(makings_of(went, has_books=False)) == {Making.PAYMENT, Making.RETURN}
