"""The chart as it is listed, and the number proposed for an account of our own."""

from __future__ import annotations

import pytest

from coopdesk.domain.chart import Account, AccountKind, AccountStatus, CatalogueAccount
from coopdesk.domain.chart_listing import chart_lines, next_below

_INCOME, _OFFICIAL = AccountKind.INCOME, AccountStatus.OFFICIAL
KNOWN = [
    CatalogueAccount(number, label, _INCOME, _OFFICIAL, "PCG", is_usual=True)
    for number, label in (("70", "Ventes"), ("706", "Prestations"), ("7061", "Ateliers d’été"))
]
OURS = [
    Account(1, "70", "Ventes", _INCOME, _OFFICIAL, is_postable=False),
    Account(2, "706", "Prestations", _INCOME, _OFFICIAL, is_postable=False),
    Account(3, "706A", "Fêtes", _INCOME, AccountStatus.OWN, note="Bals d’été"),
]


def numbers(**wanted):
    return [line.account.number for line in chart_lines(OURS, KNOWN, **wanted)]


def test_list_holds_our_accounts_or_all_that_are_known():
    assert numbers(whole=False) == ["70", "706", "706A"]
    assert numbers(whole=True) == ["70", "706", "7061", "706A"]


def test_number_or_every_word_of_label_and_note_is_searched():
    assert numbers(whole=True, text="706 a") == ["706A"]
    assert numbers(whole=True, text="ETE") == ["7061", "706A"]
    assert numbers(whole=True, text="ete bal") == ["706A"]


def test_divided_account_names_those_right_below_it():
    below = {x.account.number: x.below for x in chart_lines(OURS, KNOWN, whole=True)}
    assert below == {"70": ("706",), "706": ("706A",), "7061": (), "706A": ()}


@pytest.mark.parametrize(
    ("taken", "number"),
    [
        ([], "5121"),
        (["5121", "51221"], "5123"),
        ([f"512{figure}" for figure in "123456789"], "512A"),
        ([f"512{tail}" for tail in "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"], ""),
    ],
)
def test_number_proposed_is_the_first_that_nobody_uses_or_divides(taken, number):
    assert next_below("512", taken) == number


def test_no_number_is_proposed_below_the_longest_ones():
    assert next_below("5" * 16, []) == ""
