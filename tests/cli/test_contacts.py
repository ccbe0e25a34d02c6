"""Contacts on the command line."""

from __future__ import annotations

from PIL import Image


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
            "state": "active",
            "number": "",
            "member_status": None,
            "member_until": None,
            "tags": [],
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


def test_a_contact_is_recorded_with_everything(line):
    line.json(
        "contacts", "add", "--organisation-name", "Les Amis du Pré", "--rna", "W442000001"
    )
    words = ("--last-name", "Le Goff", "--first-name", "Maëlle", "--civility", "madam")
    more = ("--birth-on", "08/03/1986", "--number", "0042", "--sector", "numérique")
    lists = ("--tag", "AG", "--tag", "bénévole", "--more-phone", "0240000001:travail")
    contact = line.json("contacts", "add", *words, *more, *lists)["contact"]
    assert contact["birth_on"] == "1986-03-08"
    assert (contact["number"], contact["sector"]) == ("0042", "numérique")
    assert contact["tags"] == ["AG", "bénévole"]
    assert contact["more_phones"] == [{"value": "02 40 00 00 01", "label": "travail"}]
    assert line.json("contacts", "list", "--search", "0042")["count"] == 1


def test_editing_changes_what_is_given_and_an_empty_text_empties(line, elodie):
    line.json("contacts", "edit", elodie, "--email", "elodie@example.org", "--tag", "AG")
    edited = line.json("contacts", "edit", elodie, "--street", "", "--birth-on", "2000-02-29")
    contact = edited["contact"]
    assert (contact["email"], contact["tags"]) == ("elodie@example.org", ["AG"])
    assert (contact["address"]["street"], contact["address"]["city"]) == ("", "Nantes")
    emptied = line.json("contacts", "edit", elodie, "--birth-on", "", "--untag", "ag")
    assert (emptied["contact"]["birth_on"], emptied["contact"]["tags"]) == (None, [])


def test_own_fields_are_given_by_name_and_read_as_typed(line, elodie, tmp_path):
    from coopdesk.domain.custom_fields import FieldKind, NewCustomField
    from coopdesk.domain.operations import Origin
    from coopdesk.services.opening import open_database, signature

    services = open_database(line.database, signature("Camille", Origin.WINDOW))
    services.custom_fields.add(NewCustomField("Don promis", FieldKind.AMOUNT))
    services.database.close()
    edited = line.json("contacts", "edit", elodie, "--custom", "don promis=12,50")
    (value,) = edited["contact"]["custom"]
    assert (value["name"], value["value"]) == ("Don promis", "1250")
    assert "12,50" in line("contacts", "show", elodie).out
    wrong = line("contacts", "edit", elodie, "--custom", "don promis=trop", "--json")
    assert wrong.document["error"]["field"] == f"custom:{value['field_id']}"
    assert line("contacts", "edit", elodie, "--custom", "inconnu=1").code == 2


def test_number_of_another_is_refused_by_name(line, elodie):
    line.json("contacts", "edit", elodie, "--number", "7")
    refused = line("contacts", "add", "--last-name", "Roux", "--number", "7", "--json")
    assert refused.document["error"]["code"] == "contact.number_taken"
    assert "Élodie Lefèvre" in refused.err


def test_contacts_go_to_the_archive_and_the_bin_and_come_back(line, elodie):
    assert line.json("contacts", "archive", elodie) == {"changed": 1}
    assert line.json("contacts", "list", "--archived")["count"] == 1
    assert line.json("contacts", "restore", elodie) == {"changed": 1}
    assert line("contacts", "erase", elodie, "--json").document["error"]["code"] == (
        "contact.not_binned"
    )
    assert line.json("contacts", "bin", elodie) == {"changed": 1}
    assert line.json("contacts", "list", "--binned")["count"] == 1
    assert line.json("contacts", "erase", elodie) == {"changed": 1}
    assert line("contacts", "show", elodie).code == 1


def test_the_sheet_tells_ties_and_the_time_line(line, elodie):
    words = ("--organisation-name", "Les Amis du Pré")
    pre = line.json("contacts", "add", *words)["contact"]["id"]
    part = ("--organisation-name", "Antenne", "--parent", pre)
    line.json("contacts", "add", *part)
    sheet = line.json("contacts", "show", pre)
    assert [one["name"] for one in sheet["children"]] == ["Antenne"]
    assert sheet["timeline"][0]["text"] == "Contact ajouté\u00a0: Les Amis du Pré"
    assert (sheet["groups"], sheet["notes"], sheet["household"]) == ([], [], None)
    assert "Antenne" in line("contacts", "show", pre).out


def test_a_photo_that_is_none_leaves_nothing_of_the_command(line, elodie, tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(b"GIF89a")
    assert line("contacts", "edit", elodie, "--city", "Brest", "--photo", path).code == 1
    assert line("contacts", "add", "--last-name", "Roux", "--photo", path).code == 1
    (known,) = line.json("contacts", "list")["contacts"]
    assert (known["id"], known["town"]) == (elodie, "44000 Nantes")


def test_a_photo_is_recorded_with_the_contact_and_taken_away(line, tmp_path):
    path = tmp_path / "photo.png"
    Image.new("RGB", (30, 40)).save(path)
    words = ("--last-name", "Roux", "--photo", path)
    added = line.json("contacts", "add", *words)["contact"]
    assert added["has_photo"]
    assert len(line.json("operations", "list")["operations"]) == 2
    assert not line.json("contacts", "edit", added["id"], "--photo", "")["contact"]["has_photo"]


def test_an_edit_without_any_change_is_wrong_usage(line, elodie):
    refused = line("contacts", "edit", elodie)
    assert (refused.code, refused.out) == (2, "")
    assert "contacts edit --help" in refused.err


def test_a_photo_that_is_none_is_refused(line, elodie, tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(b"GIF89a")
    refused = line("contacts", "edit", elodie, "--photo", path, "--json")
    assert refused.document["error"]["code"] == "image.not_an_image"
