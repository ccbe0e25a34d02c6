"""Reports, papers, polls and indicators on the command line."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.event_registrations import NewRegistration
from coopdesk.domain.events import EventRole, NewEvent, NewEventPart, NewVenue, When, WhenKind
from coopdesk.services.events import EventService
from coopdesk.services.registrations import RegistrationService
from coopdesk.services.venues import VenueService
from tests.building import open_units, today
from tests.documents.member_people import pages_of

DAY = dt.date(2016, 3, 8)
DAYS = (
    ',"08/03/2016","09/03/2016",\r\n'
    ',"18h-20h","soir",\r\n'
    '"Maëlle Zéphyr","Oui","Si nécessaire",\r\n'
    '"Yann","Oui","Non",\r\n'
    '"Solène","Si nécessaire","Oui",\r\n'
)


@pytest.fixture
def workshop(line):
    """A workshop with somebody who facilitates, two places to hold it; its number."""
    with open_units(line.database) as units:
        events = EventService(units, today)
        made = events.add(NewEvent("Coopérer ici", when=When(WhenKind.DAYS, DAY, DAY))).value
        events.add_part(made.id, NewEventPart(EventRole.FACILITATOR, name="Aurèle"))
        for name, capacity in (("Salle", 40), ("Plan M", 2)):
            VenueService(units, today).add(NewVenue(name, capacity=capacity))
    return made.id


def test_report_is_written_part_by_part_and_printed(line, workshop, elodie):
    head = ("--author", "Anouk Rive", "--date", "11/03/2016", "--category", "ÉCONOMIES")
    line.json("events", "report-write", "coopérer ici", *head, "--next", "en avril")
    line.json("events", "report-write", workshop, "--introduction", "On commence")
    said = line.json("events", "statement", workshop, "Bonjour", "On s’y met")["items"]
    assert [item["text"] for item in said] == ["Bonjour", "On s’y met"]
    [question] = line.json("events", "question", workshop, "Pourquoi ?")["items"]
    line.json("events", "answer", workshop, question["id"], "Par envie", "Par besoin")
    line.json("events", "theme", workshop, "DÉCOUVRIR", "--audience", "Tout le monde")
    decided = ("--contact", elodie, "--due", "01/04/2016")
    line.json("events", "decision", workshop, "Écrire à la mairie", *decided)
    report = line.json("events", "report-show", workshop)["report"]
    assert [item["text"] for item in report["items"]] == [
        "Bonjour",
        "On s’y met",
        "Pourquoi ?",
        "Par envie",
        "Par besoin",
        "DÉCOUVRIR",
        "Écrire à la mairie",
    ]
    assert (report["author"], report["written_on"]) == ("Anouk Rive", "2016-03-11")
    said = line("events", "report-show", workshop).out
    assert "Rubrique" in said
    assert "On commence" in said
    pdf, text = line.folder / "cr.pdf", line.folder / "cr.md"
    for path in (pdf, text):
        assert line.json("events", "report", workshop, "--to", path)["file"] == str(path)
    [page] = pages_of(pdf.read_bytes())
    for content in (page, text.read_text(encoding="utf-8")):
        assert "On s’y met" in content
        assert "Aurèle" in content
    assert line("events", "report", workshop, "--to", line.folder / "cr.doc").code == 2


def test_parts_are_changed_and_removed_until_the_report_is_finished(line, workshop):
    [said] = line.json("events", "statement", workshop, "Bonjour")["items"]
    changed = line.json("events", "report-change", said["id"], "--text", "Bonsoir")
    assert changed["items"][0]["text"] == "Bonsoir"
    assert line("events", "report-change", said["id"]).code == 2
    assert line.json("events", "report-finish", workshop)["report"]["is_final"]
    refused = line("events", "report-remove", said["id"])
    assert (refused.code, "Rouvrez-le" in refused.err) == (1, True)
    line.json("events", "report-finish", workshop, "--reopen")
    assert line.json("events", "report-remove", said["id"])["item"]["text"] == "Bonsoir"
    assert line("events", "statement", "Nulle part", "Oh").code == 2


def test_themes_become_groups_and_decisions_are_carried_out(line, workshop):
    for name in ("DÉCOUVRIR", "STRUCTURER"):
        [theme] = line.json("events", "theme", workshop, name)["items"]
    made = line.json("events", "theme-group", theme["id"])
    assert [group["name"] for group in made["groups"]] == ["STRUCTURER"]
    assert line("events", "theme-group", theme["id"]).code == 1
    made = line.json("events", "theme-groups", workshop)
    assert [group["name"] for group in made["groups"]] == ["DÉCOUVRIR"]
    assert line("events", "theme-groups", workshop).out.strip() == "Il ne reste aucun thème."
    [theme] = line.json("events", "theme", workshop, "Decouvrir")["items"]
    assert line("events", "theme-group", theme["id"]).code == 1
    assert line.json("events", "theme-group", theme["id"], "--tie")["groups"] == made["groups"]

    [decided] = line.json("events", "decision", workshop, "Écrire", "--due", "2016-04-01")[
        "items"
    ]
    assert line.json("events", "decisions", "--until", "2016-03-31")["decisions"] == []
    [due] = line.json("events", "decisions", "--until", "2016-04-01")["decisions"]
    assert (due["id"], due["event"]) == (decided["id"], "Coopérer ici")
    done = line.json("events", "settle", decided["id"], "--on", "2016-03-20")
    assert done["item"]["done_on"] == "2016-03-20"
    assert line.json("events", "decisions")["decisions"] == []
    line.json("events", "settle", decided["id"], "--reopen")
    assert "Écrire" in line("events", "decisions").out


def test_sheet_to_sign_and_badges_are_written(line, workshop):
    sheet, badges = line.folder / "emargement.pdf", line.folder / "badges.pdf"
    with open_units(line.database) as units:
        registrations = RegistrationService(units, today)
        made = [
            registrations.register(NewRegistration(workshop, first_name=name)).value.id
            for name in ("Yann", "Solène")
        ]
    told = line.json("events", "attendance", workshop, "--to", sheet, "--blanks", "2")
    assert told["registered"] == 2
    assert "Solène" in pages_of(sheet.read_bytes())[0]
    line.json("events", "badges", workshop, "--to", badges)
    assert "Yann" in pages_of(badges.read_bytes())[0]
    line.json("events", "badges", workshop, "--to", badges, "--registration", made[1])
    assert "Yann" not in pages_of(badges.read_bytes())[0]


def test_poll_dates_the_event_and_registers_who_comes(line, workshop):
    file = line.folder / "Quand.csv"
    file.write_text(DAYS, encoding="utf-8", newline="")
    poll = line.json("polls", "import", file, "--event", "Coopérer ici")["poll"]
    assert poll["best"] == [1]
    first = poll["slots"][0]
    assert (first["yes"], first["maybe"], first["venues"]) == (2, 1, ["Plan M", "Salle"])
    assert first["roomier_venues"] == ["Salle"]
    assert "Meilleur créneau" in line("polls", "show", poll["id"]).out
    [listed] = line.json("polls", "list", "--event", workshop)["polls"]
    assert (listed["event"], listed["replies"]) == ("Coopérer ici", 3)
    chosen = line.json("polls", "choose", poll["id"], "--venue", "plan m")
    assert chosen == {
        "event_id": workshop,
        "starts_on": "2016-03-08",
        "begins_at": "18:00",
        "ends_at": "20:00",
        "venue": "Plan M",
    }
    made = line.json("polls", "register", poll["id"])
    assert [one["name"] for one in made["registered"]] == ["Maëlle Zéphyr", "Yann"]
    more = line.json("polls", "register", poll["id"], "--slot", "1", "--with-maybe")
    assert ([one["name"] for one in more["registered"]], len(more["known"])) == (["Solène"], 2)
    assert line("polls", "choose", poll["id"], "--slot", "9").code == 1
    assert line("polls", "choose", poll["id"], "--venue", "Nulle part").code == 2
    assert line.json("polls", "tie", poll["id"], "--event", "")["event_id"] is None
    assert line.json("polls", "list", "--event", workshop)["polls"] == []
    assert line("polls", "register", poll["id"]).code == 1


def test_poll_without_one_best_slot_asks_which(line, workshop):
    file = line.folder / "Quand.csv"
    text = DAYS.replace('"Yann","Oui","Non"', '"Yann","Si nécessaire","Oui"')
    file.write_text(text.replace('"Solène","Si nécessaire"', '"Solène","Oui"'), "utf-8")
    poll = line.json("polls", "import", file, "--event", workshop)["poll"]
    refused = line("polls", "choose", poll["id"])
    assert (poll["best"], refused.code, "--slot" in refused.err) == ([1, 2], 2, True)


def test_indicator_tells_how_it_grew(line):
    line.json("indicators", "add", "Tiers-lieux", "--unit", "lieux")
    line.json("indicators", "set", "tiers-lieux", "2013", "17")
    told = line.json("indicators", "set", "1", "2015", "55", "--note", "recompté")
    assert told["indicator"]["values"][1] == {"year": 2015, "value": "55", "note": "recompté"}
    assert "multiplié par 3,2 en 2 ans" in line("indicators", "list").out
    line.json("indicators", "set", "1", "2016", "2 360 000")
    [one] = line.json("indicators", "list")["indicators"]
    assert one["values"][-1]["value"] == "2360000"
    assert (
        line.json("indicators", "change", "1", "--name", "Lieux")["indicator"]["name"]
        == "Lieux"
    )
    assert line("indicators", "change", "1").code == 2
    assert line("indicators", "set", "1", "2015", "beaucoup").code == 1
    assert line("indicators", "set", "Rien", "2015", "1").code == 2
    line.json("indicators", "remove", "lieux", "--year", "2016")
    line.json("indicators", "remove", "1")
    assert line.json("indicators", "list") == {"indicators": []}
