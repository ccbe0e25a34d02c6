"""Every rule about receipts has its sentence, and figures stand in it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from coopdesk.domain.counterparts import CounterpartLimits, Given, check_year
from coopdesk.domain.donations import ReturnReason
from coopdesk.domain.money import Money
from coopdesk.domain.receipt_rules import RuleVerdict
from coopdesk.storage.legal_store import receipt_rules
from coopdesk.wording.gift_status import gone_text
from coopdesk.wording.review_texts import (
    REVIEW_TEXTS,
    WARNING_TEXTS,
    counterpart_text,
    percent_text,
    review_text,
)

PERSONS = CounterpartLimits(Decimal(25), Money(7300))


def _codes(*verdicts: RuleVerdict) -> set[str]:
    return {code for code, rule in receipt_rules().by_code.items() if rule.verdict in verdicts}


def test_every_rule_that_stands_in_the_way_has_a_sentence_and_none_is_spare() -> None:
    told = _codes(RuleVerdict.EXCLUDES, RuleVerdict.BLOCKS)
    assert told | {"", "issued", "issued_returned"} == set(REVIEW_TEXTS)


def test_every_rule_that_warns_has_a_sentence_and_none_is_spare() -> None:
    assert _codes(RuleVerdict.WARNS) == set(WARNING_TEXTS)


def test_the_number_of_a_receipt_is_named_in_the_review() -> None:
    assert review_text("issued", "2026-0042") == "sur le reçu n°\u00a02026-0042"
    assert review_text("") == ""
    assert review_text("ineligible_ticket") == "pas de reçu\u00a0: billet de spectacle"


@pytest.mark.parametrize(
    ("reason", "gone", "gift"),
    [
        (ReturnReason.BOUNCED, "impayé le 05/03/2026", "don impayé"),
        (ReturnReason.REFUNDED, "remboursé le 05/03/2026", "don remboursé"),
        (ReturnReason.GIVEN_BACK, "rendu le 05/03/2026", "don rendu"),
        (ReturnReason.MISTAKE, "enregistré par erreur", "don enregistré par erreur"),
    ],
)
def test_a_gift_that_went_back_is_told_by_its_reason(
    reason: ReturnReason, gone: str, gift: str
) -> None:
    assert gone_text(dt.date(2026, 3, 5), reason) == gone
    assert review_text("returned", gone=reason) == f"pas de reçu\u00a0: {gift}"


def test_too_much_for_a_gift_is_told_with_its_figures() -> None:
    test = check_year([Given(1, Money(10000), Money(3000))], 2026, PERSONS)[1]
    said = "30,00\u00a0€ pour un don de 100,00\u00a0€\u00a0: 30\u00a0%, plus que 25\u00a0%"
    assert counterpart_text(test) == said
    assert review_text(test.verdict.value, values=test.values).endswith(f"({said})")


def test_too_much_for_a_year_is_told_with_its_figures() -> None:
    test = check_year([Given(1, Money(40000), Money(8000))], 2026, PERSONS)[1]
    assert counterpart_text(test) == "80,00\u00a0€ remis en 2026, plus que 73,00\u00a0€"


def test_what_fits_is_told_with_both_limits() -> None:
    test = check_year([Given(1, Money(10000), Money(2000))], 2026, PERSONS)[1]
    assert counterpart_text(test) == (
        "20,00\u00a0€ remis pour un don de 100,00\u00a0€\u00a0: 20\u00a0%,"
        " pas plus que 25\u00a0% · 20,00\u00a0€ remis en 2026, pas plus que 73,00\u00a0€"
    )


def test_more_than_a_quarter_never_looks_like_a_quarter() -> None:
    test = check_year([Given(1, Money(100000), Money(25001))], 2026, PERSONS)[1]
    assert "25,01\u00a0%, plus que 25\u00a0%" in counterpart_text(test)


def test_percents_lose_needless_noughts() -> None:
    assert [percent_text(Decimal(x)) for x in ("25.00", "0.5", "100")] == [
        "25\u00a0%",
        "0,5\u00a0%",
        "100\u00a0%",
    ]
