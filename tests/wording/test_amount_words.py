"""Amounts in words, against 79 written-out figures."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.wording.amount_words import amount_in_words

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "reference" / "montants_en_lettres_tests.csv"


def _vectors() -> list[tuple[int, str, str]]:
    with (ROOT / "tests/data/amounts_in_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    return [(int(cents), traditional, reformed) for cents, traditional, reformed in rows]


def test_there_are_79_vectors() -> None:
    assert len(_vectors()) == 79


@pytest.mark.parametrize(("cents", "traditional", "reformed"), _vectors())
def test_an_amount_is_written_out_in_both_spellings(
    cents: int, traditional: str, reformed: str
) -> None:
    assert amount_in_words(Money(cents)) == traditional
    assert amount_in_words(Money(cents), spelling_1990=True) == reformed


@pytest.mark.skipif(not SHARED.exists(), reason="the reference shelf is not beside the project")
def test_our_vectors_are_those_of_the_reference_shelf() -> None:
    with SHARED.open(encoding="utf-8", newline="") as file:
        shelf = [
            (int(Decimal(row["montant"]) * 100), row["traditionnelle"], row["rectifiee_1990"])
            for row in csv.DictReader(file)
        ]
    assert shelf == _vectors()


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (8_120, "quatre-vingt-un euros et vingt centimes"),
        (8_000_000_000, "quatre-vingts millions d'euros"),
        (120_000_000_000_000, "mille deux cents milliards d'euros"),
        (100_000_000_000_100, "mille milliards un euros"),
        (100, "un euro"),
        (102, "un euro et deux centimes"),
    ],
)
def test_plurals_and_links_follow_the_rules(cents: int, words: str) -> None:
    assert amount_in_words(Money(cents)) == words


def test_a_negative_amount_is_refused() -> None:
    with pytest.raises(RuleError) as refused:
        amount_in_words(Money(-1))
    assert refused.value.code == "amount.negative"


@given(st.integers(0, 99_999_999_999), st.integers(0, 99_999_999_999))
def test_two_different_amounts_never_share_their_words(one: int, other: int) -> None:
    same = amount_in_words(Money(one)) == amount_in_words(Money(other))
    assert same == (one == other)


@given(st.integers(0, 99_999_999_999))
def test_the_two_spellings_differ_by_hyphens_only(cents: int) -> None:
    traditional = amount_in_words(Money(cents))
    reformed = amount_in_words(Money(cents), spelling_1990=True)
    assert traditional.replace("-", " ") == reformed.replace("-", " ")
