"""Campaigns and pledges on the command line."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import LAST_YEAR

# A reason for no receipt says by itself that the tier is paid for.
REASON = ("--not-eligible", "ticket")
PROMISED = ("--amount", "5", "--mode", "transfer", "--frequency", "monthly")


def test_campaign_is_followed_from_its_goal_to_its_leaderboard(line, elodie):
    added = line.json("campaigns", "add", "Toit neuf", "--goal", "100", "--from", "01/01/2026")
    assert added["campaign"]["goal_cents"] == 10_000
    paid = ("--mode", "card", "--date", f"{LAST_YEAR}-03-12")
    tiers = line.json("campaigns", "tiers", "toit neuf", "--add", "Mécène", "--minimum", "50")
    assert tiers["tiers"][0]["gift"] is True
    shop = line.json("campaigns", "tiers", "1", "--add", "Boutique", *REASON)["tiers"][1]
    assert (shop["gift"], shop["ineligibility"]) == (False, "ticket")

    gift = line.json(
        *("campaigns", "contribute", "Toit neuf", "--tier", "mécène", "--amount", "20"),
        *("--contact", elodie, *paid),
    )
    sale = line.json(
        *("campaigns", "contribute", "1", "--tier", "Boutique", "--amount", "177,28", *paid)
    )

    assert gift["donation"]["campaign"] == "Toit neuf"
    assert set(gift["remarks"]) == {"campaign.not_open", "campaign.below_minimum"}
    assert sale["payment"]["amount_cents"] == 17_728
    shown = line.json("campaigns", "show", "1")
    assert (shown["progress"]["percent"], shown["people"]) == (197, 2)
    assert [one["raised_cents"] for one in shown["by_tier"]] == [2_000, 17_728]
    board = line.json("campaigns", "leaderboard", "1")
    assert [(one["rank"], one["name"]) for one in board["persons"]] == [
        (1, ""),
        (2, "Élodie Lefèvre"),
    ]
    assert board["persons"][0]["since"] == f"{LAST_YEAR}-03"
    assert "Anonyme" in line("campaigns", "leaderboard", "1").out
    file = line.folder / "contributeurs.xlsx"
    assert line.json("campaigns", "leaderboard", "1", "--to", file)["file"] == str(file)
    sheet = load_workbook(file)["Personnes"]
    assert [cell.value for cell in sheet[5]][:3] == [1, "Anonyme", 177.28]
    assert [cell.value for cell in sheet[6]][:3] == [2, "Élodie Lefèvre", 20]
    budget = line.json("campaigns", "budget", "1")
    assert (budget["income_cents"], budget["disbursed_cents"]) == (19_728, 0)
    assert "× 12" in line("campaigns", "budget", "1").out


def test_campaign_is_changed_closed_and_opened_again(line):
    line.json("campaigns", "add", "Toit neuf")
    changed = line.json("campaigns", "change", "1", "--name", "Toiture", "--minimum", "5")
    assert changed["campaign"]["minimum_cents"] == 500
    changed = line.json("campaigns", "change", "1", "--minimum", "")
    assert changed["campaign"]["minimum_cents"] is None
    assert line.json("campaigns", "close", "toiture")["campaign"]["closed"] is True
    assert line.json("campaigns", "list")["campaigns"] == []
    assert len(line.json("campaigns", "list", "--closed")["campaigns"]) == 1
    assert line.json("campaigns", "close", "1", "--reopen")["campaign"]["closed"] is False
    result = line("campaigns", "show", "Serre")
    assert result.code == 1
    assert "Toiture" in result.err


def test_tiers_are_changed_moved_and_removed(line):
    line.json("campaigns", "add", "Toit neuf")
    for name in ("Ami", "Mécène", "Boutique"):
        line.json("campaigns", "tiers", "1", "--add", name, "--suggested", "20")
    change = ("campaigns", "change-tier", "1", "Boutique")
    paid = line.json(*change, "--suggested", "", *REASON)["tiers"][2]
    assert (paid["gift"], paid["suggested_cents"]) == (False, None)
    assert line.json(*change, "--name", "Don libre", "--gift")["tiers"][2]["gift"] is True
    assert line(*change, "--gift", "--paid").code == 2
    moved = line.json("campaigns", "move-tier", "1", "don libre", "--rank", "1")["tiers"]
    assert [one["name"] for one in moved] == ["Don libre", "Ami", "Mécène"]
    left = line.json("campaigns", "remove-tier", "1", "Ami")["tiers"]
    assert [one["name"] for one in left] == ["Don libre", "Mécène"]
    words = ("--tier", "Mécène", "--amount", "20", "--mode", "cash")
    line.json("campaigns", "contribute", "1", *words)
    assert line("campaigns", "remove-tier", "1", "Mécène").code == 1
    assert line("campaigns", "remove", "1").code == 1
    assert line.json("campaigns", "add", "Serre")["campaign"]["id"] == 2
    assert line.json("campaigns", "remove", "Serre") == {"campaign_id": 2}


def test_team_of_a_campaign_is_changed(line, elodie):
    line.json("campaigns", "add", "Toit neuf")
    team = ("campaigns", "team", "1")
    line.json(*team, "--add", elodie, "--role", "Collecte")
    [person] = line.json(*team, "--add", elodie)["team"]
    assert (person["name"], person["role"]) == ("Élodie Lefèvre", "Collecte")
    assert line.json(*team, "--remove", elodie)["team"] == []
    assert "--remove" in line(*team, "--remove", elodie).err


def test_pledge_is_recorded_received_paused_and_ended(line, elodie):
    words = ("--donor", elodie, "--amount", "20", "--mode", "transfer")
    rhythm = ("--frequency", "monthly", "--from", f"{LAST_YEAR}-01-31")
    until = ("--until", f"{LAST_YEAR}-04-30")
    pledge = line.json("pledges", "add", *words, *rhythm, *until)["pledge"]
    due = f"{LAST_YEAR}-02-28" if LAST_YEAR % 4 else f"{LAST_YEAR}-02-29"

    received = line.json("pledges", "receive", pledge["id"], "--due", due, "--amount", "25")

    assert received["donation"]["amount_cents"] == 2_500
    assert received["donation"]["mode"] == "transfer"
    listed = line.json("pledges", "list", "--late")
    assert (listed["expected_cents"], listed["received_cents"], listed["late"]) == (
        8_500,
        2_500,
        3,
    )
    expected = line.json("pledges", "expected")
    assert (expected["count"], expected["total_cents"]) == (3, 6_000)
    on = ("--on", f"{LAST_YEAR}-04-01")
    assert line.json("pledges", "pause", pledge["id"], *on)["pledge"]["state"] == "paused"
    assert line.json("pledges", "expected")["count"] == 2
    assert "Terminée" in line("pledges", "end", pledge["id"], *on).out


def test_pledge_is_shown_changed_skipped_untied_and_removed(line, elodie):
    words = ("--donor", elodie, "--frequency", "monthly", "--from", f"{LAST_YEAR}-11-05")
    until = ("--until", f"{LAST_YEAR}-12-31", "--note", "Au guichet")
    line.json("pledges", "add", *words, "--amount", "20", "--mode", "transfer", *until)
    change = ("pledges", "change", 1)
    line.json("campaigns", "add", "Toit neuf")
    line.json("campaigns", "tiers", "1", "--add", "Ami")
    assert line(*change, "--tier", "Ami").code == 2  # of which campaign?
    pledge = line.json(*change, "--amount", "25", "--campaign", "1", "--tier", "Ami")["pledge"]
    assert (pledge["amount_cents"], pledge["campaign"]) == (2_500, "Toit neuf")
    assert (pledge["tier_id"], pledge["note"]) == (1, "Au guichet")
    assert line.json(*change, "--campaign", "")["pledge"]["tier_id"] is None

    first, second = (f"{LAST_YEAR}-{month}-05" for month in (11, 12))
    line.json("pledges", "skip", 1, "--due", first)
    gift = line.json("pledges", "receive", 1, "--due", second)["donation"]["id"]
    shown = line.json("pledges", "show", 1)
    assert [one["state"] for one in shown["instalments"]] == ["skipped", "received"]
    assert (shown["received_cents"], shown["late"]) == (2_500, 0)
    assert "25,00" in line("pledges", "show", 1).out
    refused = line(*change, "--frequency", "yearly")
    assert (refused.code, "--frequency" in refused.err) == (1, True)
    assert line("pledges", "remove", 1).code == 1
    assert line.json("pledges", "gifts", 1)["count"] == 0
    line.json("pledges", "detach", "--gift", gift)
    assert line.json("pledges", "gifts", 1)["donations"][0]["id"] == gift
    assert "--gift" in line("pledges", "detach", "--gift", gift).err
    assert line.json("pledges", "remove", 1) == {"pledge_id": 1}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("campaigns", "add", " "), "campaign.name_missing", "Saisissez"),
        (("campaigns", "tiers", "1"), "campaign.none", "Il n’y a pas encore"),
        (("pledges", "end", "9"), "pledge.missing", "Cette promesse"),
        (("pledges", "add", "--donor", "9", *PROMISED), "contact.missing", "--donor\u00a0: "),
    ],
)
def test_what_cannot_be_is_refused(line, words, code, told):
    result = line("--json", *words)
    assert result.code == 1
    assert result.document["error"]["code"] == code
    assert result.document["error"]["message"].startswith(told)
