"""Amounts as people and French files write them, in exact cents."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import MAXIMUM_CENTS, Money, parse_amount, total
from coopdesk.wording.formats import money_text


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12,5", 1250),
        ("12.50", 1250),
        ("1 200", 120_000),
        ("1\u00a0234,56 €", 123_456),
        ("1\u202f234,56\u00a0€", 123_456),
        ("1.234,56", 123_456),
        ("1,234.56", 123_456),
        ("€1,234.56", 123_456),
        ("-€3.50", -350),
        ("-4 592,00", -459_200),
        ("+115,00", 11_500),
        ("\u221212", -1200),
        ("0", 0),
        ("=3*15", 4500),
        ("=12,50+3", 1550),
        ("=2*1,5", 300),
    ],
)
def test_amount_is_read_as_written(text, cents):
    assert parse_amount(text) == Money(cents)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "12,345",
        "1,2,3",
        "NaN",
        "1E+9",
        "=",
        "=1/0",
        "١٢",
        "12 euros",
        "--1",
        "1..2",
        "=1,01*1,01",
        "€5€",
    ],
)
def test_what_is_no_exact_amount_is_refused(text):
    with pytest.raises(RuleError) as refused:
        parse_amount(text)
    assert refused.value.code == "amount.unreadable"


@pytest.mark.parametrize("text", ["10000000,01", "99999999999999999999", "=99999*99999"])
def test_amount_beyond_the_limit_is_refused(text):
    with pytest.raises(RuleError) as refused:
        parse_amount(text)
    assert refused.value.code == "amount.too_large"


@given(st.integers(-MAXIMUM_CENTS, MAXIMUM_CENTS))
def test_amount_written_for_people_reads_back_equal(cents):
    assert parse_amount(money_text(Money(cents))) == Money(cents)


@given(st.lists(st.integers(-10_000, 10_000)))
def test_total_is_exact(cents):
    assert total(Money(value) for value in cents) == Money(sum(cents))


@given(st.text(max_size=60))
def test_any_text_gives_an_amount_or_a_named_refusal(text):
    with suppress(RuleError):
        assert abs(parse_amount(text).cents) <= MAXIMUM_CENTS
