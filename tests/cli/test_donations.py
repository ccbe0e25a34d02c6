"""Gifts on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.cli.conftest import LAST_YEAR


def test_a_gift_is_recorded_as_it_was_said(line, elodie):
    day = f"{LAST_YEAR}-03-12"
    words = ("--amount", "1 200,5", "--mode", "cheque", "--donor", elodie, "--date", day)
    more = ("--campaign", "Toit neuf", "--not-eligible", "counterpart", "--note", "tombola")
    added = line.json("donations", "add", *words, *more)["donation"]
    assert added["amount_cents"] == 120_050
    assert added["received_on"] == day
    assert added["donor"] == "Élodie Lefèvre"
    assert (added["eligible"], added["ineligibility"]) == (False, "counterpart")
    assert (added["campaign"], added["note"]) == ("Toit neuf", "tombola")
    listed = line.json("donations", "list", "--year", LAST_YEAR)
    assert (listed["count"], listed["total_cents"]) == (1, 120_050)
    assert listed["donations"][0]["id"] == added["id"]


def test_a_gift_is_part_of_an_activity_until_that_is_taken_back(line):
    fair = line.json("activities", "add", "Fête", "--kind", "event")["activity"]["id"]
    words = ("--amount", "5", "--mode", "cash", "--activity", "fete")
    added = line.json("donations", "add", *words)["donation"]
    assert added["activity_id"] == fair
    kept = line.json("donations", "change", added["id"], "--amount", "6")["donation"]
    assert kept["activity_id"] == fair
    changed = line.json("donations", "change", added["id"], "--activity", "")["donation"]
    assert changed["activity_id"] is None
    goods = (
        "donations",
        "add",
        "--amount",
        "5",
        "--nature",
        "in_kind",
        "--description",
        "pain",
    )
    assert line(*goods, "--activity", "fete").code == 2
    assert line("donations", "add", *words[:4], "--activity", "Foire").code == 2


def test_activity_is_found_by_words_of_its_name_unless_several_have_them(line):
    for name in ("Fête (juin)", "Fête (juillet)"):
        line.json("activities", "add", name, "--kind", "event")
    words = ("donations", "add", "--amount", "5", "--mode", "cash", "--activity")
    assert line.json(*words, "juin")["donation"]["activity_id"] == 1
    several = line(*words, "fete")
    assert (several.code, several.err.count("Fête")) == (2, 2)
    assert line(*words, "9").code == 2


def test_a_gift_without_donor_or_date_is_anonymous_and_of_today(line):
    added = line.json("donations", "add", "--amount", "5", "--mode", "cash")["donation"]
    assert added["donor_id"] is None
    assert added["received_on"] == dt.datetime.now().astimezone().date().isoformat()
    assert "Anonyme" in line("donations", "list").out


def test_a_french_date_is_read(line):
    words = ("--amount", "5", "--mode", "cash", "--date", f"12/03/{LAST_YEAR}")
    added = line.json("donations", "add", *words)["donation"]
    assert added["received_on"] == f"{LAST_YEAR}-03-12"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--amount", "0"), "donation.amount_not_positive"),
        (("--amount", "beaucoup"), "amount.unreadable"),
        (("--amount", "5", "--date", "2999-01-01"), "donation.in_the_future"),
        (("--amount", "5", "--donor", "99"), "contact.missing"),
    ],
)
def test_what_the_rules_forbid_is_refused(line, words, code):
    result = line("donations", "add", "--mode", "cash", *words, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == code
    assert result.err.strip()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--kind", "cash", "--date", "2999-01-01"), 1, "--date : "),
        (("--kind", "cash", "--counterpart", "abc"), 1, "--counterpart : "),
        (("--kind", "in-kind"), 1, "--description : "),
        (("--kind", "skills", "--donor", "1", "--description", "x"), 1, "--kind : "),
        (("--kind", "cash", "--description", "Un piano"), 2, "--description vaut"),
        (("--nature", "in_kind", "--mode", "cheque"), 2, "--mode vaut"),
        (("--kind", "skills", "--credited-on", "2026-01-02"), 2, "--credited-on vaut"),
    ],
)
def test_a_refusal_names_the_option_and_nothing_is_dropped_in_silence(
    line, elodie, words, code, said
):
    result = line("donations", "add", "--amount", "5", *words)
    assert result.code == code
    assert said in result.err.replace("\xa0", " ")
    assert line.json("donations", "list")["count"] == 0


def test_a_gift_of_every_kind_is_recorded_shown_and_listed(line, elodie):
    goods = ("--kind", "in-kind", "--description", "Un piano", "--value-basis", "appraisal")
    reward = ("--counterpart", "20", "--counterpart-label", "Un panier")
    added = line.json("donations", "add", "--amount", "300", *goods, "--donor", elodie)
    assert added["donation"]["payment_id"] is None
    given = ("--kind", "cheque", *reward, "--date", f"{LAST_YEAR}-12-30")
    banked = ("--credited-on", f"{LAST_YEAR}-12-31")
    cheque = line("donations", "add", "--amount", "100", "--donor", elodie, *given, *banked)
    assert "20 %" in cheque.out.replace("\u202f", " ").replace("\xa0", " ")
    shown = line.json("donations", "show", "2")["donation"]
    assert (shown["received_on"], shown["credited_on"]) == (given[-1], banked[-1])
    assert shown["counterpart_test"] == {"verdict": "counterpart_fits", "passed": True}
    assert "Un piano" in line("donations", "show", "1").out
    listed = line.json("donations", "list", "--nature", "in_kind")
    assert [x["nature"] for x in listed["donations"]] == ["in_kind"]


def test_a_gift_for_which_too_much_was_given_is_not_called_eligible(line, elodie):
    reward = ("--counterpart", "30", "--counterpart-label", "Un panier")
    words = ("--amount", "100", "--kind", "cash", "--donor", elodie, *reward)
    assert line.json("donations", "add", *words)["donation"]["eligible"] is False
    (listed,) = line.json("donations", "list")["donations"]
    assert (listed["eligible"], listed["standing"]) == (False, "above_limits")
    assert line.json("donations", "show", "1")["donation"]["eligible"] is False
    assert "trop offert" in line("donations", "list").out


def test_a_gift_that_went_back_counts_no_more(line, elodie):
    line.json("donations", "add", "--amount", "5", "--kind", "cheque", "--donor", elodie)
    gone = line.json("donations", "return", "1", "--reason", "bounced", "--note", "impayé")
    assert gone["donation"]["returned"]["reason"] == "bounced"
    listed = line.json("donations", "list", "--returned")
    assert (listed["count"], listed["total_cents"]) == (1, 0)
    assert "impayé le" in line("donations", "list").out
    again = line("donations", "return", "1", "--reason", "bounced", "--json")
    assert again.document["error"]["code"] == "donation.returned_already"


def test_money_without_a_kind_or_mode_is_refused(line):
    result = line("donations", "add", "--amount", "5", "--json")
    assert result.document["error"]["code"] == "donation.mode_missing"


def test_a_year_that_cannot_be_is_refused(line):
    result = line("donations", "list", "--year", "1800", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "year.wrong"


def test_the_journal_says_who_asked_and_from_where(line, elodie):
    line.json("donations", "add", "--amount", "5", "--mode", "cash", "--donor", elodie)
    newest = line.json("operations", "list", "--limit", "1")["operations"][0]
    assert (newest["label"], newest["origin"]) == ("donation.recorded", "command_line")
    assert newest["author"]
    assert "5,00" in newest["text"]


def test_a_kind_that_contradicts_the_mode_is_refused(line):
    words = ("donations", "add", "--amount", "5", "--kind", "cash")
    assert line(*words, "--mode", "cheque").code == 2
    assert line(*words, "--nature", "in_kind").code == 2
    assert line.json(*words, "--mode", "cash", "--nature", "money")["donation"]["id"] == 1


def test_only_what_is_given_of_a_gift_changes_and_an_empty_text_takes_back(line, elodie):
    words = ("--amount", "80", "--kind", "transfer", "--donor", elodie, "--campaign", "Toit")
    more = ("--not-eligible", "counterpart", "--date", f"{LAST_YEAR}-03-12", "--note", "a")
    before = line.json("donations", "add", *words, *more)["donation"]
    changed = line.json("donations", "change", "1", "--amount", "75,50")["donation"]
    assert changed == {**before, "amount_cents": 7_550}
    emptied = ("--not-eligible", "", "--donor", "", "--note", "", "--campaign", "")
    left = line.json("donations", "change", "1", *emptied)["donation"]
    assert (left["eligible"], left["donor_id"], left["note"]) == (True, None, "")
    assert (left["campaign"], left["received_on"]) == ("", before["received_on"])
    goods = ("--kind", "in-kind", "--description", "Un four", "--value-basis", "appraisal")
    assert line.json("donations", "change", "1", *goods)["donation"]["payment_id"] is None
    unsaid = line("donations", "change", "1", "--nature", "money", "--json")
    assert unsaid.document["error"]["code"] == "donation.mode_missing"
    assert line("donations", "change", "1", "--kind", "cash").code == 0
    assert line.json("payments", "list", "--year", LAST_YEAR)["count"] == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Dites quoi modifier"),
        (("--amount", "0"), 1, "--amount : "),
        (("--mode", "cash", "--description", "Un piano"), 2, "--description vaut"),
        (("--kind", "in-kind"), 1, "--description : "),
        (("--date", f"{LAST_YEAR}-01-01"), 2, "donnez --credited-on"),
        (("--tier", "Une brique"), 2, "--campaign"),
        (("--not-eligible", "rien"), 2, "--not-eligible : "),
    ],
)
def test_a_change_that_is_refused_names_the_option_and_changes_nothing(
    line, elodie, words, code, said
):
    days = ("--date", f"{LAST_YEAR}-02-01", "--credited-on", f"{LAST_YEAR}-02-03")
    line.json("donations", "add", "--amount", "5", "--kind", "card", *days, "--donor", elodie)
    before = line.json("donations", "show", "1")
    result = line("donations", "change", "1", *words)
    assert result.code == code
    assert said in result.err.replace("\xa0", " ")
    assert line.json("donations", "show", "1") == before


def test_a_gift_on_a_receipt_neither_changes_nor_goes_and_the_legal_path_is_told(line, elodie):
    line.json("donations", "add", "--amount", "5", "--kind", "cash", "--donor", elodie)
    receipt = line.json("receipts", "issue", "--contact", elodie)["issued"][0]["number"]
    for words in (("change", "1", "--note", "x"), ("remove", "1")):
        refused = line("donations", *words, "--json")
        assert refused.document["error"]["code"] == "donation.on_receipt"
        assert f"Annulez le reçu n°\xa0{receipt}" in refused.err


def test_a_gift_removed_by_mistake_and_a_return_come_back(line, elodie):
    line.json("donations", "add", "--amount", "5", "--kind", "cash", "--donor", elodie)
    assert line.json("donations", "remove", "1") == {"donation_id": 1}
    assert line.json("donations", "list")["count"] == 0
    line.json("operations", "undo")
    line.json("donations", "return", "1", "--reason", "given_back")
    assert line.json("donations", "unreturn", "1")["donation"]["returned"] is None
    listed = line.json("donations", "list", "--donor", elodie)
    assert (listed["count"], listed["total_cents"]) == (1, 500)
    again = line("donations", "unreturn", "1", "--json")
    assert again.document["error"]["code"] == "donation.not_returned"


def test_a_tier_goes_with_the_campaign_it_belongs_to(line):
    line.json("campaigns", "add", "Toit")
    line.json("campaigns", "tiers", "Toit", "--add", "Un panier", "--paid")
    words = ("--amount", "5", "--kind", "cash", "--campaign", "Toit", "--tier", "un panier")
    assert line.json("donations", "add", *words)["donation"]["ineligibility"] == "service"
    listed = line.json("donations", "list", "--campaign", "toit")
    assert listed["count"] == 1
    line.json("donations", "change", "1", "--campaign", "Forêt")
    assert line.json("donations", "list", "--campaign", "1")["count"] == 0
