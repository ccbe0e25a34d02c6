"""Activities, budgets, grants, dedicated funds, assets and volunteers on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

YEAR = dt.datetime.now().astimezone().year


@pytest.fixture
def desk(line):
    """The command line on a database with an activity."""
    line.json("activities", "add", "Repair café", "--code", "RC", "--kind", "event")
    return line


def test_activities_are_changed_and_closed_by_their_code(desk):
    changed = desk.json("activities", "change", "rc", "--name", "Réparations")
    assert changed["activity"]["name"] == "Réparations"
    desk.json("activities", "close", "réparations")
    assert desk.json("activities", "list")["activities"] == []
    (one,) = desk.json("activities", "list", "--closed")["activities"]
    assert (one["code"], one["kind"], one["is_open"]) == ("RC", "event", False)
    assert desk("activities", "close", "inconnue").code == 2
    desk.json("activities", "remove", "RC")
    assert desk.json("activities", "list", "--closed")["activities"] == []


def test_budget_is_set_shown_imported_and_voted(desk, tmp_path):
    made = desk.json("budget", "set", "6064", "120", "--activity", "RC")["budget"]
    assert (made["name"], made["expenses_cents"]) == (f"Budget {YEAR}", 12_000)
    (row,) = desk.json("budget", "show", "--activity", "RC")["rows"]
    assert (row["account"], row["remaining_cents"]) == ("6064", 12_000)
    sheet = tmp_path / "voté.csv"
    sheet.write_text("Compte;Montant\n606;300\n741;douze\n", encoding="utf-8")
    wrong = desk("budget", "import", str(sheet))
    assert (wrong.code, "« douze »" in wrong.out.replace("\xa0", " ")) == (1, True)
    sheet.write_text("Compte;Montant\n606;300\n741;500\n", encoding="utf-8")
    assert len(desk.json("budget", "import", str(sheet), "--dry-run")["lines"]) == 2
    assert desk.json("budget", "import", str(sheet))["budget"]["income_cents"] == 50_000
    voted = desk.json("budget", "versions", "--adopt", "voté")["budgets"]
    assert (voted[0]["name"], voted[0]["state"]) == ("voté", "adopted")
    assert desk("budget", "set", "606", "1", "--version", "voté").code == 1
    other = f"Budget {YEAR}"
    renamed = desk.json("budget", "change", other, "--name", "Essai")["budget"]
    assert renamed["name"] == "Essai"
    desk.json("budget", "remove", "essai")
    assert len(desk.json("budget", "versions")["budgets"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("grants", "notify", "Ville", "100", "--funder", "999"),
        ("funds", "add", "Toit", "10", "--kind", "grant", "--grant", "999"),
        ("assets", "add", "Four", "10", "--account", "2183", "--months", "12", "--grant", "99"),
        ("volunteers", "log", "1h", "--contact", "999"),
        ("volunteers", "give", "Salle", "5", "--kind", "goods", "--contact", "999"),
    ],
    ids=lambda words: words[0] + " " + words[1],
)
def test_record_tied_to_what_is_not_there_is_refused(desk, words):
    assert desk(*words).code == 1


def test_time_and_things_given_are_valued_and_booked_once(desk):
    time = desk.json("volunteers", "log", "1h30", "--activity", "RC", "--task", "Accueil")
    assert time["time"]["minutes"] == 90
    late = desk("volunteers", "log", "1h", "--on", "2031-01-01")
    assert (late.code, late.err.startswith("--on")) == (1, True)
    given = desk.json("volunteers", "give", "Salle des fêtes", "200", "--kind", "premises")
    assert given["value_cents"] == 20_000
    desk.json("volunteers", "log", "3h", "--task", "Trop")
    changed = desk.json("volunteers", "change-time", "2", "--time", "2h", "--activity", "RC")
    assert (changed["time"]["minutes"], changed["time"]["activity"]) == (120, "Repair café")
    desk.json("volunteers", "remove", "2")
    desk.json("volunteers", "give", "Tables", "1", "--kind", "goods")
    basis = desk.json("volunteers", "change-gift", "2", "--basis", "devis")["contribution"]
    assert basis["basis"] == "devis"
    desk.json("volunteers", "remove", "2", "--in-kind")
    rows = desk.json("volunteers", "rows")
    assert [x["id"] for x in (*rows["times"], *rows["contributions"])] == [1, 1]
    told = desk.json("volunteers", "list")
    assert told["pending_cents"] == 20_000 + time["time"]["value_cents"]
    assert desk.json("volunteers", "book")["entry_id"] is not None
    assert desk.json("volunteers", "book")["entry_id"] is None
    assert desk.json("volunteers", "list")["pending_cents"] == 0
    words = ("--add", "Expert", "--hourly", "40", "--source", "bureau")
    rates = desk.json("volunteers", "rates", *words)["rates"]
    assert {"Expert", "SMIC horaire brut"} == {x["name"] for x in rates}
    assert desk("volunteers", "change-time", "1", "--time", "5h").code == 1
    (mine,) = (x["id"] for x in rates if x["name"] == "Expert")
    desk.json("volunteers", "remove-rate", str(mine))


def test_grant_is_notified_received_and_put_off(desk):
    days = ("--from", f"{YEAR}-07-01", "--until", f"{YEAR + 1}-06-30")
    words = ("Ville", "3650", "--on", f"{YEAR}-01-02", *days)
    assert desk.json("grants", "notify", *words)["grant"]["due_cents"] == 365_000
    paid = ("grants", "receive", "1", "650", "--mode", "transfer", "--on", f"{YEAR}-01-03")
    assert desk.json(*paid)["grant"]["due_cents"] == 300_000
    title = desk.json("grants", "change", "1", "--title", "Mairie")["grant"]["title"]
    assert title == "Mairie"
    words = ("record", "--amount", "9", "--kind", "sale", "--mode", "cash")
    sale = desk.json("payments", *words)["payment"]["id"]
    wrong = desk("grants", "tie", "1", str(sale))
    assert (wrong.code, "une vente" in wrong.err) == (1, True), wrong.err
    assert desk("grants", "remove", "1").code == 1
    (year,) = desk.json("grants", "year", "--book")["grants"]
    assert year["booked_cents"] == year["later_cents"] > 0
    assert len(desk.json("grants", "list", "--due")["grants"]) == 1


def test_dedicated_fund_is_proposed_booked_and_passed_on(desk):
    words = ("Toiture", "800", "--kind", "generosity", "--on", f"{YEAR}-01-02")
    desk.json("funds", "add", *words, "--activity", "RC")
    (told,) = desk.json("funds", "propose", "--book")["funds"]
    assert told["report_cents"] == 80_000
    desk.json("funds", "add", "Murs", "0", "--kind", "generosity")
    desk.json("funds", "transfer", "1", "2", "50")
    table = desk.json("funds", "table")["funds"]
    assert [x["closing_cents"] for x in table] == [75_000, 5_000]
    assert desk.json("funds", "change", "2", "--name", "Façade")["name"] == "Façade"
    moved = desk.json("funds", "show", "1")["movements"]
    assert ("transfer", 2) in [(x["kind"], x["other_fund_id"]) for x in moved]
    assert desk("funds", "remove", "1").code == 1
    desk.json("funds", "add", "Vide", "0", "--kind", "grant")
    assert desk.json("funds", "close", "3")["closed_on"] is not None
    assert desk.json("funds", "close", "3", "--reopen")["closed_on"] is None
    assert desk.json("funds", "remove", "3")["name"] == "Vide"


def test_year_end_entry_is_told_drafted_and_listed(desk):
    days = ("--from", f"{YEAR}-10-01", "--until", f"{YEAR + 1}-09-30")
    words = ("inventory", "add", "616", "365", "--kind", "prepaid", "--label", "Assurance")
    told = desk.json("accounts", *words, *days, "--dry-run")["entry"]
    assert [x["account"] for x in told["lines"]] == ["486", "616"]
    made = desk.json("accounts", *words, *days, "--activity", "RC")["entry"]
    assert (made["date"], made["amount_cents"]) == (f"{YEAR}-12-31", 27_300)
    desk.json("accounts", "validate")
    listed = desk.json("accounts", "inventory", "list")
    assert listed["to_reverse"] == [made["entry_id"]]
    assert desk("accounts", "inventory", "reverse").code == 1
    nothing = desk("accounts", "inventory", "add", "", *words[3:])
    assert (nothing.code, "tapez un mot" in nothing.err) == (1, True)
    desk.json("accounts", "open-year")
    assert desk.json("accounts", "inventory", "reverse")["reversals"] == 1
    assert desk.json("accounts", "inventory", "reverse")["reversals"] == 0


def test_asset_is_planned_depreciated_and_sold(desk):
    words = ("Vidéoprojecteur", "1200", "--account", "2183", "--months", "36")
    desk.json("assets", "add", *words, "--on", f"{YEAR}-01-01")
    plan = desk.json("assets", "plan", "1")["plan"]
    assert [x["allowance_cents"] for x in plan] == [40_000] * 3
    assert desk.json("assets", "change", "1", "--name", "Écran")["asset"]["label"] == "Écran"
    desk.json("assets", "add", *words[:2], *words[2:], "--on", f"{YEAR}-01-01")
    desk.json("assets", "remove", "2")
    (one,) = desk.json("assets", "list", "--book")["assets"]
    assert (one["booked_cents"], one["net_cents"]) == (40_000, 80_000)
    sold = desk.json("assets", "dispose", "1", "--on", f"{YEAR}-06-30", "--price", "500")
    assert sold["asset"]["sold_for_cents"] == 50_000
    assert desk("assets", "list").code == 0
