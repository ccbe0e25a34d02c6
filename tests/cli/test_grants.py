"""Grants on the command line: from the request to the report, with projects and calls."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LAST_YEAR

FIRST, LAST = f"{LAST_YEAR}-01-01", f"{LAST_YEAR}-12-31"


def plain(text):
    """Return a text with plain spaces, to be compared."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.fixture
def desk(line):
    """A file with a town that is asked for money, and a project."""
    line.json("contacts", "add", "--organisation-name", "Ville de Rive")
    line.json("grants", "projects", "add", "Jardins", "--from", FIRST, "--until", LAST)
    return line


@pytest.fixture
def granted(desk):
    """The same with a grant of 3 650 € for the project."""
    words = ("Ville", "--funder", "1", "--asked", "5000", "--project", "jardins")
    desk.json("grants", "request", *words, "--from", FIRST, "--until", LAST, "--rate", "80")
    desk.json("grants", "send", "ville", "--on", FIRST)
    told = ("1", "3650", "--on", f"{LAST_YEAR}-02-01")
    desk.json("grants", "grant", *told)
    return desk


def test_request_is_followed_from_the_draft_to_the_report(granted):
    granted.json("grants", "instalments", "1", "--add", "3000", "--expected", FIRST)
    paid = ("1", "1000", "--mode", "transfer", "--on", f"{LAST_YEAR}-03-01")
    grant = granted.json("grants", "receive", *paid)["grant"]
    assert (grant["asked_cents"], grant["amount_cents"]) == (500_000, 365_000)
    assert (grant["paid_cents"], grant["due_cents"]) == (100_000, 265_000)
    assert (grant["overdue_cents"], grant["next_cents"]) == (200_000, 200_000)
    assert (grant["state"], grant["rate"]) == ("granted", 8_000)
    assert grant["report_due_on"] == f"{LAST_YEAR + 1}-06-30"
    shown = granted.json("grants", "show", "1")["grant"]
    assert [x["paid_cents"] for x in shown["instalments"]] == [100_000, 0]
    sent = granted.json("grants", "report", "1", "--sent", f"{LAST_YEAR + 1}-01-05")
    assert sent["report_sent_on"] == f"{LAST_YEAR + 1}-01-05"
    assert granted.json("grants", "list")["grants"][0]["report_due_on"] is None
    assert granted.json("grants", "report", "1", "--sent", "")["report_sent_on"] is None


def test_conditions_of_a_grant_are_shown_with_it(granted):
    words = ("ville", "Bilan des ateliers", "--side", "ours", "--due", LAST, "--grant", "1")
    granted.json("commitments", "add", *words)
    [condition] = granted.json("grants", "show", "1")["grant"]["conditions"]
    assert (condition["text"], condition["due_on"]) == ("Bilan des ateliers", LAST)
    assert "Bilan des ateliers" in granted("grants", "show", "1").out


def test_fund_and_asset_name_a_grant_as_the_list_does(granted):
    granted.json("grants", "request", "Brouillon")
    recorded = granted.json("grants", "notify", "Département", "900", "--on", FIRST)
    assert recorded["notice"]["untied_payments"] == []
    fund = ("Reste", "100", "--kind", "grant", "--grant", "département")
    granted.json("funds", "add", *fund)
    assert granted.json("funds", "show", "1")["grant_id"] == 3
    draft = ("funds", "change", "1", "--grant", "brouillon")
    assert "n’est pas accordé en argent" in granted(*draft).err
    granted.json("funds", "change", "1", "--grant", "")
    assert granted.json("funds", "show", "1")["grant_id"] is None


def test_list_of_grants_is_told_in_words(granted):
    out = plain(granted("grants", "list").out)
    for text in ("Demandé", "Accordé", "Compte rendu dû le", "Ville de Rive", "3 650,00 €"):
        assert text in out
    assert granted.json("grants", "list", "--state", "draft")["grants"] == []


def test_answer_is_taken_back_and_given_otherwise(granted):
    assert granted("grants", "refuse", "1").code == 1
    assert granted.json("grants", "reopen", "1")["grant"]["state"] == "sent"
    refused = granted.json("grants", "refuse", "1", "--on", LAST)["grant"]
    assert (refused["state"], refused["award_id"]) == ("refused", None)
    wrong = granted("grants", "receive", "1", "10", "--mode", "cash")
    assert (wrong.code, "n’est pas accordé en argent" in wrong.err) == (1, True)
    granted.json("grants", "reopen", "1")
    assert granted.json("grants", "withdraw", "1")["grant"]["state"] == "withdrawn"


def test_change_reaches_both_halves_of_a_grant(granted):
    words = ("--title", "Mairie", "--amount", "3000", "--reference", "V-7")
    grant = granted.json("grants", "change", "1", *words)["grant"]
    assert (grant["title"], grant["amount_cents"], grant["reference"]) == (
        "Mairie",
        300_000,
        "V-7",
    )
    lasting = granted.json("grants", "change", "1", "--kind", "investment")["grant"]
    assert (lasting["account"], lasting["purpose"]) == ("131", "investment")
    assert granted("grants", "change", "1").code == 2


def test_budget_and_shares_of_a_project_are_told(granted):
    for words in (
        ("--add", "60.supplies", "--amount", "4000", "--label", "Terre"),
        ("--add", "65", "--amount", "9"),
        ("--add", "74.town", "--amount", "4000", "--grant", "ville"),
    ):
        granted.json("grants", "projects", "budget", "1", *words)
    told = granted.json("grants", "projects", "budget", "1", "--remove", "2")["project"]
    assert [x["line"] for x in told["lines"]] == ["60.supplies", "74.town"]
    assert told["lines"][1]["grant"] == "Ville"
    asked = granted.json("grants", "application", "1")
    assert (asked["asked_percent"], asked["totals"]["income"]["planned_cents"]) == (
        12_500,
        400_000,
    )
    shares = granted.json("grants", "projects", "sharing", "jardins")
    assert shares["planned"]["funders"][0]["share_cents"] == 320_000
    assert granted("grants", "projects", "budget", "1", "--remove", "9").code == 2


def test_eligible_costs_words_and_profile_are_kept(granted):
    words = ("--add", "60.supplies", "--rate", "66,67", "--ceiling", "1000")
    [cost] = granted.json("grants", "eligible", "1", *words)["eligible"]
    assert cost == {"line": "60.supplies", "rate": 6_667, "ceiling_cents": 100_000}
    assert granted.json("grants", "eligible", "1", "--remove", "1")["eligible"] == []
    told = granted.json("grants", "tell", "1", "--places", "Rive", "--signed-on", LAST)
    assert (told["report"]["places"], told["report"]["signed_on"]) == ("Rive", LAST)
    profile = ("--siret", "73282932000074", "--full-time", "1,5", "--vat", "oui")
    found = granted.json("grants", "profile", *profile)["profile"]
    assert (found["full_time_hundredths"], found["has_vat"]) == (150, True)


def test_files_of_a_grant_are_kept_and_given_back(granted, tmp_path):
    letter, copy = tmp_path / "Notification.pdf", tmp_path / "copie.pdf"
    letter.write_bytes(b"%PDF-1.4 accord")
    [kept] = granted.json("grants", "attach", "1", str(letter))["files"]
    assert granted.json("grants", "files", "1")["files"] == [kept]
    granted.json("grants", "save-file", str(kept["id"]), "--to", str(copy))
    assert copy.read_bytes() == letter.read_bytes()
    assert granted("grants", "remove", "1").code == 1
    granted.json("grants", "detach", str(kept["id"]))
    assert granted.json("grants", "remove", "1")["grant"]["title"] == "Ville"


def test_call_is_recorded_answered_and_closed(desk):
    words = ("Appel d’air", "--funder", "1", "--closes", LAST, "--ceiling", "5000")
    assert desk.json("grants", "calls", "add", *words)["call"]["ceiling_cents"] == 500_000
    desk.json("grants", "request", "Fours", "--call", "appel")
    assert desk("grants", "calls", "remove", "1").code == 1
    assert desk.json("grants", "calls", "change", "1", "--rate", "50")["call"]["rate"] == 5_000
    assert not desk.json("grants", "calls", "close", "1")["call"]["is_open"]
    assert desk.json("grants", "calls", "list", "--open")["calls"] == []
    assert desk.json("grants", "calls", "reopen", "1")["call"]["requests"] == 1
    desk.json("grants", "change", "fours", "--call", "")
    desk.json("grants", "calls", "remove", "appel")


def test_words_that_name_no_grant_or_several_are_refused(desk):
    for title in ("Ville en fête", "Ville en vie"):
        desk.json("grants", "request", title)
    several, none = desk("grants", "show", "ville"), desk("grants", "show", "région")
    assert (several.code, "1 (" in several.err, "2 (" in several.err) == (2, True, True)
    assert (none.code, "Il y a" in none.err) == (2, True)
    assert (none.code, "subvention « région »" in plain(none.err)) == (2, True)
    assert desk("grants", "show", "99").code == 1


def test_grant_of_neither_project_nor_activity_says_what_its_report_lacks(granted):
    told = ("--funder", "1", "--asked", "100", "--purpose", "project")
    granted.json("grants", "request", "Sans projet", *told)
    assert "Donnez-lui un projet" in granted("grants", "report", "Sans projet").out
    kind = ("Salle", "--funder", "1", "--form", "kind", "--project", "1")
    granted.json("grants", "request", *kind)
    said = granted("grants", "grant", "Salle", "--on", f"{LAST_YEAR}-02-01").out
    assert "€" not in said
    assert "En nature" in granted("grants", "show", "Salle").out


def test_project_shows_its_grants_and_takes_no_line_without_an_amount(granted):
    (one,) = granted.json("grants", "projects", "show", "1")["grants"]
    assert (one["title"], one["amount_cents"]) == ("Ville", 365_000)
    assert "Ville de Rive" in granted("grants", "projects", "show", "1").out
    for told in ((), ("--amount", "0")):
        bare = granted("grants", "projects", "budget", "1", "--add", "60.supplies", *told)
        assert (bare.code, "--amount" in bare.err) == (1, True)


def test_project_is_shown_changed_and_removed(desk):
    changed = desk.json("grants", "projects", "change", "1", "--aims", "Semer")["project"]
    assert (changed["aims"], changed["title"]) == ("Semer", "Jardins")
    assert "Jardins" in desk("grants", "projects", "show", "jardins").out
    assert len(desk.json("grants", "projects", "list")["projects"]) == 1
    desk.json("grants", "projects", "remove", "1")
    assert desk.json("grants", "projects", "list")["projects"] == []


def test_public_aid_is_added_up_with_the_limits_explained(granted):
    granted.json("grants", "grant", *_second(granted))

    found = granted.json("grants", "aid")
    out = plain(granted("grants", "aid").out)

    assert found["amount_cents"] == 2_865_000
    assert found["authorities"][0]["amounts_cents"][1] == 2_865_000
    assert not found["is_above"]
    assert "28 650,00 €, sans dépasser 500 000 €" in out


def _second(desk):
    desk.json("grants", "request", "Festival", "--funder", "1", "--asked", "25000")
    desk.json("grants", "send", "festival", "--on", FIRST)
    return "2", "25000", "--on", f"{LAST_YEAR}-03-01"
