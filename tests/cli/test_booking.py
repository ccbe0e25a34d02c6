"""Automatic entries on the command line."""

from __future__ import annotations

import datetime as dt

THIS_YEAR = dt.datetime.now().astimezone().year


def record(line, amount="120", *words):
    """Record a sale of the first day of this year by HelloAsso's like."""
    said = ("--amount", amount, "--kind", "sale", "--mode", "card")
    return line.json("payments", "record", *said, "--date", f"{THIS_YEAR}-01-01", *words)


def test_an_account_that_comes_with_the_entries_is_named_before(line):
    line.json("accounts", "remove-account", "7071")
    record(line)
    shown = line.json("accounts", "book", "--dry-run")
    assert shown["own_accounts"] == [{"number": "7071", "label": "Ventes de marchandises"}]


def test_entries_are_shown_first_then_prepared_once(line):
    paid = record(line, "120", "--fee", "2,50")["payment"]
    assert paid["fee_cents"] == 250
    shown = line.json("accounts", "book", "--dry-run")
    assert (shown["count"], shown["amount_cents"]) == (1, 12_000)
    assert shown["own_accounts"] == []  # sales have theirs from the first day
    (entry,) = shown["entries"]
    moves = [(x["account"], x["debit_cents"], x["credit_cents"]) for x in entry["lines"]]
    assert moves == [
        ("5121", 12_000, 0),
        ("7071", 0, 12_000),
        ("627", 250, 0),
        ("5121", 0, 250),
    ]
    assert line.json("accounts", "book")["added"] == 1
    assert line.json("accounts", "book", "--year", THIS_YEAR)["added"] == 0


def test_an_account_is_chosen_and_let_go_of(line):
    rules = line.json("accounts", "rules", "list")["rules"]
    assert {rule["key"]: rule["account"] for rule in rules}["fee"] == "7561"
    chosen = line.json("accounts", "rules", "set", "mode.card", "5115")["rule"]
    assert (chosen["account"], chosen["own"], chosen["usable"]) == ("5115", True, True)
    assert "5115 Cartes bancaires à encaisser" in line("accounts", "rules", "list").out
    assert line.json("accounts", "rules", "reset", "mode.card")["rule"]["account"] == "5121"
    refused = line("accounts", "rules", "set", "mode.card", "511", "--json")
    assert refused.document["error"]["code"] == "account.is_parent"


def test_a_preview_in_words_names_vouchers_and_accounts(line):
    record(line)
    told = line("accounts", "book", "--dry-run").out
    assert "R1" in told
    assert "5121 7071" in told
    assert "1 règlement à comptabiliser" in told
