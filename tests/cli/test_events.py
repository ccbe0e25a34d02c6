"""Events, venues and cycles on the command line, and the calendar both ways."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar


@pytest.fixture
def workshop(line):
    """A cycle and a venue, and the third workshop of the cycle; its number."""
    line.json("cycles", "add", "Coopérative intégrale", "--since", "novembre 2015")
    line.json("venues", "add", "plan M", "--capacity", "40", "--town", "Marseille")
    words = ("--cycle", "cooperative integrale", "--edition", "3", "--venue", "Plan m")
    hours = ("--on", "2016-03-08", "--begins", "18h", "--ends", "20:30")
    made = line.json("events", "add", "Atelier", *words, *hours, "--kind", "workshop")
    return made["event"]["id"]


def told(line, *words):
    """Return what a command says, with plain spaces; it must be done."""
    result = line(*words)
    assert result.code == 0, result
    return result.out.replace("\u00a0", " ").replace("\u202f", " ")


def test_event_is_recorded_with_what_is_known_of_its_day(line, workshop):
    event = line.json("events", "show", str(workshop))["event"]
    assert (event["when"], event["starts_on"], event["begins_at"]) == (
        "days",
        "2016-03-08",
        "18:00",
    )
    for option, kind, first in (
        (("--week", "2016-04-13"), "week", "2016-04-11"),
        (("--month", "2016-04"), "month", "2016-04-01"),
        (("--month", "13/04/2016"), "month", "2016-04-01"),
        (("--in-year", "2016"), "year", "2016-01-01"),
        (("--undated",), "undated", None),
        ((), "undated", None),
    ):
        made = line.json("events", "add", "Autre", *option)["event"]
        assert (made["when"], made["starts_on"]) == (kind, first)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--on", "2016-04-11", "--week", "2016-04-11"), 2),
        (("--undated", "--month", "2016-04"), 2),
        (("--on", "2016-04-12", "--begins", "25h"), 1),
        (("--month", "2016-13"), 2),
        (("--cycle", "Autre"), 2),
        (("--venue", "Autre"), 2),
        (("--places", "0"), 2),
        (("--registrations", "peut-être"), 2),
        (("--on", "2016-04-12", "--until", "2016-04-11"), 1),
    ],
)
def test_days_that_contradict_each_other_are_refused(line, words, code):
    result = line("events", "add", "Atelier", *words)
    assert (result.code, result.out) == (code, ""), result
    assert line.json("events", "list")["events"] == []


def test_event_is_shown_as_one_announces_it(line, workshop):
    line.json("events", "add-session", "3e atelier", "Tour de table", "--begins", "18h15")
    line.json("events", "add-role", "atelier", "--role", "facilitator", "--name", "Sophie")
    words = ("--pricing", "open", "--amount", "5", "--ticket", "Entrée")
    line.json("events", "add-tariff", "Atelier", "Prix libre", *words)
    said = told(line, "events", "show", "Coopérative intégrale 3")
    for part in (
        "Atelier (3e édition)",
        "mardi 8 mars 2016, de 18 h à 20 h 30",
        "plan M",
        "08/03/2016  18 h 15  Tour de table",
        "Sophie",
        "5,00 €",
    ):
        assert part in said
    document = line.json("events", "show", str(workshop))
    assert document["sessions"][0]["held_on"] == "2016-03-08"
    assert document["roles"][0]["role"] == "facilitator"
    assert document["tariffs"][0]["amount_cents"] == 500


def test_event_keeps_what_is_not_changed(line, workshop):
    changed = line.json("events", "change", "Atelier", "--places", "30", "--note", "x")["event"]
    assert (changed["capacity"], changed["begins_at"], changed["edition"]) == (30, "18:00", 3)
    other_day = line.json("events", "change", "Atelier", "--on", "2016-03-09")["event"]
    assert (other_day["ends_on"], other_day["ends_at"]) == ("2016-03-09", "20:30")
    longer = line.json("events", "change", "Atelier", "--until", "2016-03-10")["event"]
    assert (longer["starts_on"], longer["ends_on"]) == ("2016-03-09", "2016-03-10")
    bare = ("--places", "", "--venue", "", "--begins", "", "--ends", "", "--registrations")
    emptied = line.json("events", "change", "Atelier", *bare, "no")["event"]
    assert (emptied["capacity"], emptied["venue"], emptied["begins_at"]) == (None, "", "")
    assert emptied["is_open"] is False
    assert line("events", "change", "Atelier").code == 2


def test_more_places_than_the_venue_holds_are_said(line, workshop):
    assert "40" not in told(line, "events", "change", "Atelier", "--places", "40")
    assert "40 personnes" in told(line, "events", "change", "Atelier", "--places", "41")
    words = ("--venue", "plan M", "--places", "60")
    assert "40 personnes" in told(line, "events", "add", "Fête", *words)


def test_state_changes_and_removing_are_undone(line, workshop):
    assert line.json("events", "confirm", "Atelier")["event"]["state"] == "confirmed"
    assert line.json("events", "cancel", "Atelier")["event"]["state"] == "cancelled"
    assert line.json("events", "plan", "Atelier")["event"]["state"] == "planned"
    line.json("events", "remove", "Atelier")
    line.json("operations", "undo")
    assert [x["id"] for x in line.json("events", "list")["events"]] == [workshop]


def test_next_edition_is_prepared(line, workshop):
    line.json("events", "add-role", "Atelier", "--role", "facilitator", "--name", "Sophie")
    made = line.json("events", "next", "Atelier", "--week", "2016-04-11")["event"]
    assert (made["edition"], made["when"], made["previous_id"]) == (4, "week", workshop)
    said = told(line, "events", "show", "4e atelier")
    assert "semaine du 11 avril 2016" in said
    assert "Sophie" in said


def test_list_is_filtered(line, workshop):
    line.json("events", "add", "Assemblée", "--kind", "assembly", "--on", "2030-05-01")

    def found(*words):
        return [x["title"] for x in line.json("events", "list", *words)["events"]]

    assert found() == ["Atelier", "Assemblée"]
    assert found("--search", "marseille") == ["Atelier"]
    assert found("--year", "2030") == found("--span", "coming") == ["Assemblée"]
    assert found("--kind", "workshop") == found("--venue", "plan M") == ["Atelier"]
    line.json("cycles", "add", "Autre")
    assert found("--cycle", "autre") == []
    assert found("--limit", "1") == ["Atelier"]
    assert "mars 2016" in told(line, "events", "list")


def test_programme_is_changed_ordered_and_taken_back(line, workshop):
    ids = [
        line.json("events", "add-session", "Atelier", title)["session"]["id"]
        for title in ("Accueil", "Repas")
    ]
    words = ("--begins", "19h", "--room", "Salle B", "--title", "Pause")
    changed = line.json("events", "change-session", ids[1], *words)["session"]
    assert (changed["begins_at"], changed["room"], changed["title"]) == (
        "19:00",
        "Salle B",
        "Pause",
    )
    ordered = line.json("events", "order-sessions", "Atelier", f"{ids[1]},{ids[0]}")
    assert [x["title"] for x in ordered["sessions"]] == ["Pause", "Accueil"]
    line.json("events", "remove-session", ids[0])
    assert line("events", "remove-session", ids[0]).code == 1
    assert line("events", "change-session", ids[1]).code == 2
    assert line("events", "change-session", ids[1], "--on", "2016-03-09").code == 1


def test_roles_and_tariffs_are_changed_and_removed(line, workshop, elodie):
    words = ("--role", "speaker", "--contact", elodie, "--subject", "Communs")
    part = line.json("events", "add-role", "Atelier", *words)["role"]
    assert part["name"] == "Élodie Lefèvre"
    other = line.json("events", "change-role", part["id"], "--name", "Agnès")["role"]
    assert (other["contact_id"], other["name"], other["subject"]) == (None, "Agnès", "Communs")
    line.json("events", "remove-role", part["id"])
    fee = line.json("events", "add-tariff", "Atelier", "Plein", "--amount", "12")["tariff"]
    meal = ("--kind", "option", "--amount", "9", "--quota", "20")
    line.json("events", "add-tariff", "Atelier", "Repas", *meal)
    line.json("events", "change-tariff", fee["id"], "--amount", "15,50")
    assert line.json("events", "close-tariff", fee["id"])["tariff"]["is_closed"]
    again = line.json("events", "close-tariff", fee["id"], "--reopen")["tariff"]
    assert (again["is_closed"], again["amount_cents"]) == (False, 1550)
    line.json("events", "remove-tariff", fee["id"])
    (left,) = line.json("events", "show", "Atelier")["tariffs"]
    assert (left["name"], left["quota"]) == ("Repas", 20)


def test_files_are_kept_with_an_event(line, workshop, tmp_path):
    poster, empty = tmp_path / "affiche.txt", tmp_path / "vide.txt"
    poster.write_text("Venez !", encoding="utf-8")
    empty.write_text("")
    result = line("--json", "events", "attach", "Atelier", poster, empty)
    assert result.code == 1
    assert [x["code"] for x in result.document["refused"]] == ["attachment.empty"]
    (kept,) = line.json("events", "show", "Atelier")["files"]
    assert line.json("events", "detach", kept["id"])["name"] == "affiche.txt"


@pytest.mark.parametrize(
    "command",
    [
        "events attendance Atelier",
        "events badges Atelier",
        "events ics Atelier",
        "events report Atelier",
        "events result Atelier",
        "events sheet Atelier",
        "events workbook Atelier",
        "groups sheet Rives",
        "programmes directory Rives",
        "programmes report Rives",
        "registers report --year 2024",
    ],
)
def test_papers_are_refused_a_name_that_says_another_kind_of_file(line, command):
    path = line.folder / "papier.odt"
    result = line(*command.split(), "--to", path)
    assert (result.code, "finit par ." in result.err, path.exists()) == (2, True, False)


@pytest.mark.parametrize("option", ["--cycle", "--venue"])
def test_list_of_a_cycle_or_a_venue_that_nobody_knows_is_refused(line, workshop, option):
    result = line("events", "list", option, "Zut")
    assert (result.code, "« Zut »" in result.err.replace("\u00a0", " ")) == (2, True)


def test_unknown_event_and_title_of_several_are_said(line, workshop):
    result = line("events", "show", "Zut")
    assert (result.code, "« Zut »" in result.err.replace("\u00a0", " ")) == (2, True)
    line.json("events", "add", "Atelier")
    result = line("events", "show", "Atelier")
    assert (result.code, result.err.count("Atelier")) == (1, 3)
    assert "1 (Atelier" in result.err.replace("\n", " ")


@pytest.mark.parametrize("year", ["10000", "99999999999999999"])
def test_year_that_no_calendar_knows_has_no_event(line, workshop, year):
    assert line.json("events", "list", "--year", year)["events"] == []


# the calendar


def test_calendar_is_shown_up_to_the_last_day_there_is(line, workshop):
    assert line.json("events", "calendar", "--from", "9999-12-20")["entries"] == []


def test_calendar_is_written_and_what_has_no_day_is_said(line, workshop, tmp_path):
    line.json("events", "add", "Un jour")
    path = tmp_path / "agenda.ics"
    said = told(line, "events", "ics", "--to", path)
    assert "1 événement sans jour laissé de côté : Un jour" in said
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Atelier (3e édition)"
    assert event.decoded("DTSTART").time() == dt.time(18)
    folder = tmp_path / "abonnement"
    document = line.json("events", "ics", "--folder", folder)
    assert document["left_out"] == ["Un jour"]
    assert [one.name for one in folder.iterdir()] == ["coopdesk.ics"]
    line.json("events", "ics", "Atelier", "--to", path)
    assert line("events", "ics").code == 2
    assert line("events", "ics", "Atelier", "--folder", folder).code == 2
    assert line("events", "ics", "--to", path / "a.ics").code == 3


def test_calendar_written_and_imported_again_brings_no_double(line, workshop, tmp_path):
    path = tmp_path / "agenda.ics"
    line.json("events", "ics", "--to", path)
    line.json("import", "apply", path)
    days = ("--from", "2016-03-01", "--until", "2016-03-31")
    (entry,) = line.json("events", "calendar", *days)["entries"]
    assert (entry["event_id"], entry["item_id"]) == (workshop, None)


def test_date_of_another_calendar_is_shown_and_adopted(line, tmp_path):
    path = tmp_path / "foire.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:a@b\n"
        "DTSTART;VALUE=DATE:20160604\nDTEND;VALUE=DATE:20160606\nSUMMARY:Foire bio\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    line.json("import", "apply", path)
    days = ("--from", "2016-06-01", "--until", "2016-06-30")
    (entry,) = line.json("events", "calendar", *days)["entries"]
    event = line.json("events", "adopt", entry["item_id"])["event"]
    assert (event["title"], event["ends_on"]) == ("Foire bio", "2016-06-05")
    (entry,) = line.json("events", "calendar", *days)["entries"]
    assert entry["event_id"] == event["id"]
    again = line("events", "adopt", 1)
    assert (again.code, "Foire bio" in again.err) == (1, True)


# venues and cycles


def test_venues_are_found_by_how_many_they_hold(line, workshop):
    for name, count in (("Café", "15"), ("Halle", "300")):
        line.json("venues", "add", name, "--capacity", count)
    found = line.json("venues", "list", "--holding", "16")["venues"]
    assert [x["name"] for x in found] == ["plan M", "Halle"]
    line.json("venues", "close", "plan M")
    assert "Halle" in told(line, "venues", "list", "--holding", "16")
    assert len(line.json("venues", "list")["venues"]) == 2
    assert len(line.json("venues", "list", "--closed")["venues"]) == 3
    line.json("venues", "close", "1", "--reopen")
    changed = line.json("venues", "change", "café", "--capacity", "", "--town", "Aix")["venue"]
    assert (changed["capacity"], changed["town"]) == (None, "Aix")
    line.json("venues", "remove", "Café")
    assert line("venues", "remove", "plan M").code == 1
    assert line("venues", "remove", "Zut").code == 2
    assert line("venues", "change", "Halle").code == 2


def test_cycles_count_their_editions(line, workshop):
    (cycle,) = line.json("cycles", "list")["cycles"]
    assert (cycle["events"], cycle["last_edition"], cycle["since"]) == (1, 3, "novembre 2015")
    line.json("cycles", "change", "1", "--name", "Intégrale", "--origin", "Barcelone")
    assert "Barcelone" in told(line, "cycles", "list")
    assert line("cycles", "remove", "integrale").code == 1
    assert line("cycles", "change", "integrale").code == 2
    assert line("cycles", "remove", "Zut").code == 2
    line.json("events", "remove", "Atelier")
    line.json("cycles", "remove", "integrale")
    assert line.json("cycles", "list")["cycles"] == []
