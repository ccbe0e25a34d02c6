"""The vocabulary of HelloAsso is data with a date, a source and a confidence."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.exchange.helloasso_words import helloasso_words, word
from coopdesk.system.paths import database_files
from coopdesk.wording.import_errors import IMPORT_REASON_TEXTS

SEED = tomllib.loads((database_files() / "seed" / "helloasso.toml").read_text("utf-8"))
ENTRIES = [
    entry
    for name, table in SEED.items()
    if name not in {"countries", "payout_columns"}
    for entry in table
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["words"][0])
def test_each_word_says_when_where_and_how_surely_it_was_seen(entry):
    assert entry["confidence"] in {"O", "K", "?"}
    assert isinstance(entry["seen"], dt.date)
    assert entry["source"]
    assert entry["words"]


def test_doubts_of_the_seed_have_a_sentence():
    doubts = {entry["doubt"] for entry in ENTRIES if "doubt" in entry}
    assert doubts <= set(IMPORT_REASON_TEXTS)


def test_refunds_and_refusals_are_not_money_received():
    received = helloasso_words().received
    for status in ("Remboursé", "Refusé", "Contesté", "Annulé", "En attente"):
        assert word(status) not in received


def test_words_are_known_whatever_their_case_and_accents():
    words = helloasso_words()
    assert words.modes[word("  espece(S)")] is PaymentMode.CASH
    assert words.campaign_types[word("ADHÉSION")].kind is LineKind.FEE
    assert word("hors-ligne") in words.offline


def test_no_two_countries_share_a_name():
    countries = SEED["countries"]
    assert len(countries) == 250
    names = [word(name) for code, names in countries.items() for name in (code, *names)]
    assert len(names) == len(set(names))
