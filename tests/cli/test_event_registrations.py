"""Who takes part in an event, on the command line: from the registration to the cash box."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.events import NewEvent, NewTariff, Pricing, TariffKind, When, WhenKind
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature

TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def desk(line):
    """The command line on a database with an event of two places."""
    services = open_database(line.database, signature("Camille", Origin.COMMAND_LINE))
    when = When(WhenKind.DAYS, TODAY, TODAY)
    event = services.events.add(NewEvent("Grand Ramdam", when=when, capacity=2)).value
    for tariff in (
        NewTariff("Entrée", amount=Money(1200)),
        NewTariff("Libre", pricing=Pricing.OPEN, amount=Money(500), minimum=Money(200)),
        NewTariff("Repas", TariffKind.OPTION, amount=Money(800)),
    ):
        services.events.add_tariff(event.id, tariff)
    services.database.close()
    return line


def _register(desk, name, *more):
    words = ("events", "register", "Grand Ramdam", "--last-name", name, *more)
    return desk.json(*words)["registration"]


def test_people_register_wait_and_move_up(desk):
    first = _register(desk, "Aubry", "--option", "Repas=2", "--email", "a@example.org")
    assert (first["due_cents"], first["options"][0]["quantity"]) == (2_800, 2)
    second = _register(desk, "Blin", "--tariff", "libre", "--price", "3", "--with", first["id"])
    assert (second["due_cents"], second["party_id"]) == (300, first["party_id"])
    third = _register(desk, "Caron")
    assert (third["state"], third["rank"], third["due_cents"]) == ("waiting", 1, 0)
    done = desk.json("events", "cancel-registration", first["id"], "--on", TODAY)
    assert [one["name"] for one in done["promoted"]] == ["Caron"]
    told = desk.json("events", "waiting", "Grand Ramdam")
    assert told["waiting"] == []
    assert (told["moves"][0]["kind"], told["moves"][0]["freed_by"]) == ("promoted", "Aubry")
    said = desk("events", "waiting", "Grand Ramdam").out
    assert "Place obtenue depuis la liste d’attente (place de Aubry)" in said
    assert "Mise en liste d’attente" in said
    back = desk.json("events", "restore-registration", first["id"])["registration"]
    assert (back["state"], back["number"]) == ("waiting", 4)
    removed = desk.json("events", "remove-registration", third["id"])
    assert [one["name"] for one in removed["promoted"]] == ["Aubry"]


def test_registrations_are_listed_narrowed_and_changed(desk):
    first = _register(desk, "Aubry")
    _register(desk, "Blin", "--tariff", "Libre")
    found = desk.json("events", "registrations", "Grand Ramdam", "--search", "bli")
    assert [one["name"] for one in found["registrations"]] == ["Blin"]
    assert found["counts"]["free"] == 0
    assert desk.json("events", "registrations", "1", "--money", "paid")["count"] == 0
    number = first["id"]
    made = desk.json("events", "change-registration", number, "--tariff", "Libre")
    assert made["registration"]["price_cents"] == 500
    made = desk.json("events", "change-registration", number, "--price", "2,50")
    assert made["registration"]["price_cents"] == 250
    assert desk("events", "change-registration", number).code == 2
    said = desk("events", "registrations", "Grand Ramdam").out.replace("\xa0", " ")
    assert "Ont une place : 2" in said
    assert "Places restantes : 0" in said


def test_money_comes_at_the_door_and_goes_back(desk):
    number = _register(desk, "Aubry")["id"]
    opened = ("events", "cash-box", "open", "Grand Ramdam", "50", "--date", TODAY)
    box = desk.json(*opened)["cash_box"]
    words = ("--mode", "cash", "--gift", "3", "--date", TODAY, "--cash-box", box["id"])
    paid = desk.json("events", "pay", number, "12", *words)
    assert (paid["party"]["left_cents"], paid["party"]["paid_cents"]) == (0, 1_200)
    refused = desk("events", "pay", number, "1", "--mode", "cash")
    assert (refused.code, "Aubry doit 0,00" in refused.out + refused.err) == (1, True)
    desk.json("events", "refund", number, "2", "--mode", "cash", "--cash-box", box["id"])
    desk.json("events", "cash-box", "take", box["id"], "20", "--kind", "sale", "--label", "Bar")
    closed = desk.json("events", "cash-box", "close", box["id"], "82")["cash_box"]
    assert (closed["expected_cents"], closed["difference_cents"]) == (8_300, -100)
    desk.json("events", "cash-box", "reopen", box["id"])
    (one,) = desk.json("events", "cash-box", "list", "Grand Ramdam")["cash_boxes"]
    assert (one["takings_cents"], one["counted_cents"]) == (3_300, None)
    said = desk("events", "cash-box", "list", "Grand Ramdam").out
    assert ("Fond de caisse" in said, "Encaissé" in said) == (True, True)
    assert desk("events", "cash-box", "remove", box["id"]).code == 1
    (party,) = desk.json("events", "parties", "Grand Ramdam")["parties"]
    assert (party["payer"], party["left_cents"]) == ("Aubry", 200)
    listed = desk("events", "parties", "Grand Ramdam").out
    assert "Aubry" in listed
    assert "Reste dû" in listed


def test_who_comes_is_noted_by_name_or_code(desk):
    first = _register(desk, "Martin", "--first-name", "Paul")
    _register(desk, "Martin", "--first-name", "Lou")
    several = desk("events", "check-in", "Grand Ramdam", "martin")
    assert (several.code, "Personne n’a été noté" in several.out) == (1, True)
    desk.json("events", "check-in", "Grand Ramdam", first["badge_code"])
    again = desk("events", "check-in", "Grand Ramdam", "paul mar")
    assert "déjà" in again.out
    counts = desk.json("events", "check-in", "Grand Ramdam")
    assert (counts["present"], counts["registered"]) == (1, 2)
    assert desk("events", "check-in", "Grand Ramdam", "zoe").code == 2
    desk.json("events", "check-in", "Grand Ramdam", "paul", "--back")
    assert desk.json("events", "check-in", "Grand Ramdam")["present"] == 0


def test_the_door_takes_people_beyond_the_places_when_told(desk):
    _register(desk, "Aubry")
    _register(desk, "Blin")
    words = ("events", "register", "Grand Ramdam", "--last-name", "Caron")
    assert desk(*words, "--here").code == 1
    assert desk(*words, "--force").code == 2
    made = desk.json(*words, "--here", "--force")["registration"]
    assert (made["state"], made["present"], made["source"]) == ("registered", [None], "door")
    assert desk("events", "register", "Nulle part", "--last-name", "X").code == 2
    assert desk("events", "register", "1", "--last-name", "X", "--tariff", "Rien").code == 2
