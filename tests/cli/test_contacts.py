"""Contacts on the command line."""

from __future__ import annotations


def test_search_finds_through_accents_and_counts(line, elodie):
    line.json("contacts", "add", "--organisation-name", "Les Amis du Pré")
    found = line.json("contacts", "list", "--search", "lefevre")
    assert found["count"] == 1
    assert found["contacts"] == [
        {
            "id": elodie,
            "kind": "person",
            "name": "Élodie Lefèvre",
            "email": "",
            "phone": "",
            "town": "44000 Nantes",
            "gift_total_cents": 0,
            "last_gift_on": None,
            "archived": False,
        }
    ]


def test_limit_shows_the_first_and_counts_all(line, elodie):
    line.json("contacts", "add", "--organisation-name", "Les Amis du Pré")
    found = line.json("contacts", "list", "--limit", "1")
    assert [one["name"] for one in found["contacts"]] == ["Élodie Lefèvre"]
    assert found["count"] == 2
    assert "1 contact affiché sur 2" in line("contacts", "list", "--limit", "1").out


def test_a_name_of_its_own_makes_an_organisation(line):
    added = line.json(
        "contacts", "add", "--organisation-name", "Épicerie", "--siren", "732829320"
    )
    assert added["contact"]["kind"] == "organisation"
    assert added["contact"]["siren"] == "732829320"


def test_every_wrong_field_is_named_and_nothing_is_stored(line):
    words = ("--last-name", "Roux", "--email", "roux", "--siren", "123", "--postal-code", "4")
    result = line("contacts", "add", *words, "--json")
    assert result.code == 1
    fields = [one["field"] for one in result.document["error"]["fields"]]
    assert fields == ["siren", "email", "postal_code"]
    assert line.json("contacts", "list")["count"] == 0


def test_a_contact_without_a_name_is_refused(line):
    result = line("contacts", "add", "--city", "Nantes")
    assert (result.code, result.out) == (1, "")


def test_the_sheet_of_a_contact_holds_its_gifts(line, elodie):
    line.json("donations", "add", "--amount", "12,50", "--mode", "cash", "--donor", elodie)
    sheet = line.json("contacts", "show", elodie)
    assert sheet["contact"]["address"]["street"] == "12 rue des Lilas"
    assert [one["amount_cents"] for one in sheet["donations"]] == [1250]
    assert len(sheet["payments"]) == 1
    assert sheet["receipts"] == []
    assert "12,50" in line("contacts", "show", elodie).out


def test_an_unknown_contact_is_refused(line):
    result = line("contacts", "show", "99", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "contact.missing"
