"""Money in and out on the command line."""

from __future__ import annotations

from tests.cli.conftest import LAST_YEAR


def record(line, amount, kind, *words):
    """Record a payment of last year; return its document."""
    said = ("--amount", amount, "--kind", kind, "--mode", "transfer")
    day = ("--date", f"{LAST_YEAR}-02-03")
    return line.json("payments", "record", *said, *day, *words)["payment"]


def test_an_expense_goes_out_and_the_rest_comes_in(line, elodie):
    spent = record(line, "30", "expense", "--label", "Affiches")
    earned = record(line, "15", "fee", "--contact", elodie)
    assert (spent["direction"], spent["amount_cents"]) == ("out", 3000)
    part = {"kind": "expense", "amount_cents": 3000, "label": "Affiches", "activity_id": None}
    assert spent["parts"] == [part]
    assert (earned["direction"], earned["payer"]) == ("in", "Élodie Lefèvre")
    listed = line.json("payments", "list", "--year", LAST_YEAR)
    assert (listed["count"], listed["income_cents"], listed["expense_cents"]) == (2, 1500, 3000)


def test_gifts_are_recorded_as_gifts(line):
    words = ("--amount", "5", "--kind", "gift", "--mode", "cash")
    result = line("payments", "record", *words, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "payment.gift_belongs_to_gifts"


def test_payments_can_be_set_aside_and_counted_again(line):
    paid = record(line, "15", "fee")
    assert line.json("payments", "decide", paid["id"], "--as", "dismissed")["changed"] == 1
    [shown] = line.json("payments", "list", "--year", LAST_YEAR, "--state", "dismissed")[
        "payments"
    ]
    assert shown["payment_id"] == paid["id"]
    assert line.json("payments", "list", "--year", LAST_YEAR)["income_cents"] == 0


def test_search_and_limit_narrow_the_list(line, elodie):
    record(line, "30", "expense", "--label", "Affiches")
    record(line, "15", "fee", "--contact", elodie)
    found = line.json("payments", "list", "--year", LAST_YEAR, "--search", "lefevre")
    assert [one["payer"] for one in found["payments"]] == ["Élodie Lefèvre"]
    limited = line.json("payments", "list", "--year", LAST_YEAR, "--limit", "1")
    assert (len(limited["payments"]), limited["count"]) == (1, 2)


def test_a_payment_for_several_things_goes_whole_and_a_gift_as_a_gift(line, elodie):
    paid = record(line, "15", "sale")["id"]
    assert line.json("payments", "remove", paid) == {"payment_id": paid}
    assert line.json("payments", "list", "--year", LAST_YEAR)["count"] == 0
    words = ("--amount", "5", "--mode", "cash", "--donor", elodie)
    gift = line.json("donations", "add", *words)["donation"]
    refused = line("payments", "remove", gift["payment_id"], "--json")
    assert refused.document["error"]["code"] == "payment.gift_belongs_to_gifts"


def test_fee_kept_of_a_payment_is_noted_later(line):
    paid = record(line, "15", "fee")
    kept = line.json("payments", "fee", paid["id"], "--amount", "0,45")["payment"]
    assert (kept["amount_cents"], kept["fee_cents"]) == (1500, 45)
    assert line("payments", "fee", paid["id"], "--amount", "15").code == 1


def test_activity_of_a_payment_is_named_at_once_or_later(line, elodie):
    for name in ("Foire", "Fête"):
        line.json("activities", "add", name)
    paid = record(line, "15", "sale", "--activity", "foire")
    assert [part["activity_id"] for part in paid["parts"]] == [1]
    said = line("payments", "activity", paid["id"], "--activity", "Fête")
    assert said.out.strip() == f"Règlement n°\N{NO-BREAK SPACE}{paid['id']} : Fête".replace(
        " :", "\N{NO-BREAK SPACE}:"
    )
    told = line.json("payments", "activity", paid["id"])["payment"]
    assert [part["activity_id"] for part in told["parts"]] == [None]
    assert line("payments", "activity", paid["id"], "--activity", "Bal").code == 2


def test_activity_of_a_sheet_is_said_before_and_after_it_is_settled(line, elodie):
    line.json("activities", "add", "Foire")
    words = ("--volunteer", elodie, "--title", "Décor", "--activity", "Foire")
    sheet = line.json("expenses", "new", *words)["sheet"]
    assert sheet["activity"] == "Foire"
    words = ("--label", "Peinture", "--amount", "30", "--kind", "supplies")
    line.json("expenses", "add-line", sheet["id"], *words)
    line.json("expenses", "waive", sheet["id"])
    changed = line.json("expenses", "change", sheet["id"], "--activity", "")["sheet"]
    assert changed["activity_id"] is None
