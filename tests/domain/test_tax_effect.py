"""What receipts may spare in tax: rates and ceilings of the day (legal_fr 1.9)."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.donations import TaxArticle
from coopdesk.domain.legal_parameters import merged_figures
from coopdesk.domain.money import Money
from coopdesk.domain.tax_effect import Receipted, TaxEffect, effect_of_year
from coopdesk.storage.legal_store import shipped_figures

FIGURES = merged_figures(shipped_figures(), ())
INCOME, WEALTH, COMPANY = TaxArticle.INCOME, TaxArticle.WEALTH, TaxArticle.COMPANY
BEFORE, AFTER = dt.date(2025, 10, 13), dt.date(2025, 10, 14)


def _spared(*gifts: tuple[TaxArticle, int, dt.date], is_aid: bool = False) -> int:
    receipted = [Receipted(day, Money(cents), article) for article, cents, day in gifts]
    return effect_of_year(receipted, FIGURES, is_aid=is_aid).reduction.cents


@pytest.mark.parametrize(
    ("article", "cents", "spared"),
    [
        (INCOME, 10000, 6600),
        (WEALTH, 10000, 7500),
        (WEALTH, 10_000_000, 5_000_000),
        (COMPANY, 10000, 6000),
        (COMPANY, 300_000_000, 160_000_000),
        (INCOME, 1, 1),
    ],
)
def test_100_euros_spare_the_rate_of_their_article(article, cents, spared) -> None:
    assert _spared((article, cents, dt.date(2026, 3, 1))) == spared


@pytest.mark.parametrize(
    ("gifts", "spared"),
    [
        ([(150000, BEFORE)], 75000 + 33000),
        ([(150000, AFTER)], 112500),
        ([(150000, BEFORE), (150000, AFTER)], 75000 + 33000 + 75000 + 33000),
        ([(250000, dt.date(2026, 3, 1))], 150000 + 33000),
    ],
)
def test_help_for_people_in_need_has_the_ceiling_of_the_day(gifts, spared) -> None:
    """2 000 € since 14 October 2025, 1 000 € before; above, the general rate."""
    assert _spared(*((INCOME, cents, day) for cents, day in gifts), is_aid=True) == spared


def test_the_cost_is_what_the_tax_does_not_spare() -> None:
    effect = effect_of_year([Receipted(AFTER, Money(10000), INCOME)], FIGURES)
    assert effect.cost == Money(3400)
    assert [figure.code for figure in effect.figures] == ["income_rate"]
    assert not effect.is_to_verify


def test_no_receipt_spares_nothing() -> None:
    assert effect_of_year([], FIGURES) == TaxEffect(Money(0), Money(0), ())
