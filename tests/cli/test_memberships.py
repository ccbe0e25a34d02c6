"""Memberships on the command line: types, join, pay, leave, renew, figures."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.members import NewMembershipType
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature

YEAR = dt.datetime.now().astimezone().year


@pytest.fixture
def types(line):
    services = open_database(line.database, signature("Camille", Origin.WINDOW))
    for name, cents in (("Adhésion", 2000), ("Soutien", 5000)):
        services.membership_types.add(NewMembershipType(name, amount=Money(cents)))
    services.database.close()


def test_types_are_listed_with_their_numbers(line, types):
    found = line.json("members", "types")["types"]
    assert [(x["id"], x["name"], x["amount_cents"]) for x in found] == [
        (1, "Adhésion", 2000),
        (2, "Soutien", 5000),
    ]
    assert "Soutien" in line("members", "types", "--archived").out


def test_a_contact_joins_pays_and_leaves(line, elodie, types):
    joined = line.json("members", "join", elodie, "--type", "adhesion")["membership"]
    assert (joined["fee_cents"], joined["start"]) == (2000, f"{YEAR}-01-01")
    listed = line.json("members", "list", "--year", YEAR, "--unpaid")
    assert (listed["count"], listed["remainder_cents"]) == (1, 2000)
    paid = line.json(
        "members", "pay", joined["id"], "gift=10", "--mode", "cheque", "--payer", elodie
    )
    parts = [(x["kind"], x["amount_cents"]) for x in paid["payment"]["parts"]]
    assert parts == [("fee", 2000), ("gift", 1000)]
    assert line.json("members", "list", "--unpaid")["count"] == 0
    (row,) = line.json("members", "list", "--type", "1")["memberships"]
    assert row["paid_cents"] == 2000
    assert row["number"] == "0001"
    left = line.json("members", "leave", elodie, "--reason", "resigned")["departure"]
    assert left["reason"] == "resigned"
    assert line.json("members", "list", "--status", "left")["count"] == 1
    assert "Lefèvre" in line("members", "list").out


def test_instalments_and_another_fee_are_taken(line, elodie, types):
    words = ("--type", "Soutien", "--fee", "60", "--instalments", "3", "--note", "Merci")
    joined = line.json("members", "join", elodie, *words)["membership"]
    assert [x["amount_cents"] for x in joined["instalments"]] == [2000, 2000, 2000]
    paid = line.json("members", "pay", f"{joined['id']}=20", "--mode", "cash")
    assert paid["payment"]["amount_cents"] == 2000


def test_a_renewal_is_shown_then_done(line, elodie, types):
    joined = line.json("members", "join", elodie, "--type", "1")["membership"]
    line.json("members", "pay", joined["id"], "--mode", "cash")
    words = ("members", "renew", "--period", YEAR + 1)
    shown = line.json(*words, "--dry-run")
    assert (shown["renewed"], shown["count"], shown["due_cents"]) == (False, 1, 2000)
    assert shown["membership_ids"] == []
    assert "1 adhésion à renouveler" in line(*words, "--dry-run").out
    done = line.json(*words, "--type", "Adhésion", "--fee", "same")
    assert (done["renewed"], len(done["membership_ids"])) == (True, 1)
    again = line.json(*words, "--dry-run")
    assert [x["reason"] for x in again["left_out"]] == ["renewed"]
    assert line(*words, "--json").document["error"]["code"] == "renewal.nobody"
    line.json("operations", "undo")
    assert line.json(*words, "--dry-run")["count"] == 1


@pytest.mark.parametrize("period", ["2027", "2027-03", "2027-01-01..2027-06-30"])
def test_a_period_is_a_year_a_month_or_two_days(line, types, period):
    assert line.json("members", "renew", "--period", period, "--dry-run")["count"] == 0


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("join", "1", "--type", "Rien"), "tariff.unknown", 1),
        (("join", "99", "--type", "1"), "contact.missing", 1),
        (("leave", "1", "--reason", "resigned"), "departure.never_member", 1),
        (("pay", "9", "--mode", "cash"), "membership.missing", 1),
        (
            ("pay", "gift=10", "--mode", "cash", "--amount", "12"),
            "payment.parts_do_not_add_up",
            1,
        ),
        (("pay", "gift", "--mode", "cash"), "usage.wrong", 2),
        (("pay", "²", "--mode", "cash"), "usage.wrong", 2),
        (("pay", "9" * 20, "--mode", "cash"), "usage.wrong", 2),
        (("renew", "--period", "demain", "--dry-run"), "usage.wrong", 2),
        (("renew", "--period", "2027-12-31..2027-01-01", "--dry-run"), "usage.wrong", 2),
    ],
)
def test_what_cannot_be_is_refused(line, elodie, types, words, code, exit_code):
    result = line("members", *words, "--json")
    assert result.code == exit_code
    assert result.document["error"]["code"] == code
    assert result.err.strip()
    assert not result.err.lstrip().startswith(":")


def test_figures_are_counted(line, elodie, types):
    joined = line.json("members", "join", elodie, "--type", "1")["membership"]
    line.json("members", "pay", joined["id"], "--mode", "cash")
    found = line.json("statistics", "members")
    assert found["years"][0] == {
        "year": YEAR,
        "type_id": None,
        "type": "",
        "members": 1,
        "joined": 1,
        "renewed": 0,
        "left": 0,
        "lapsed": 0,
    }
    assert [row["type"] for row in found["by_type"]] == ["Adhésion"]
    assert found["unknown_age"] == 1
    assert [row["code"] for row in found["departments"]] == ["44"]
    said = line("statistics", "members", "--year", YEAR).out
    assert "Loire-Atlantique" in said
    assert "1 adhérent·e d’âge inconnu" in said
    line.json("contacts", "edit", elodie, "--street", "", "--postal-code", "", "--city", "")
    assert "Sans adresse" in line("statistics", "members").out
