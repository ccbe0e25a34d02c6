"""The profile on the command line, from options and from TOML files."""

from __future__ import annotations

import pytest

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00" * 16


def put(folder, text):
    """Write a profile file; return its path."""
    path = folder / "profil.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_options_change_their_fields_and_leave_the_others(line):
    words = ("--siren", "732 829 320", "--city", "Rezé", "--fiscal-year-start", "9")
    more = ("--decree-on", "2020-01-31", "--words-1990")
    saved = line.json("profile", "set", *words, *more)["profile"]
    assert (saved["siren"], saved["fiscal_year_start"]) == ("732829320", 9)
    assert (saved["decree_on"], saved["words_1990"]) == ("2020-01-31", True)
    assert saved["address"]["city"] == "Rezé"
    assert saved["address"]["street"] == "3 quai de la Fosse"
    assert saved["name"] == "La Coop des Rives"
    cleared = line.json("profile", "set", "--decree-on", "", "--no-words-1990")["profile"]
    assert (cleared["decree_on"], cleared["words_1990"]) == (None, False)


def test_what_receipts_want_is_named(line):
    shown = line.json("profile", "set", "--rna", "", "--signatory-name", "")
    assert shown["missing_for_receipts"] == ["rna", "signatory_name"]
    assert "signataire" in line("profile", "show").out


def test_images_are_found_beside_the_file(line):
    (line.folder / "images").mkdir()
    (line.folder / "images" / "logo.png").write_bytes(PICTURE)
    path = put(line.folder, 'logo = "images/logo.png"\n')
    saved = line.json("profile", "set", path)["profile"]
    assert saved["logo"]["name"] == "logo.png"
    assert len(saved["logo"]["sha256"]) == 64
    assert line.json("profile", "set", "--logo", "")["profile"]["logo"] is None


def test_options_win_over_the_file(line):
    path = put(line.folder, 'name = "Du fichier"\nwebsite = "https://example.org"\n')
    saved = line.json("profile", "set", path, "--name", "De la ligne")["profile"]
    assert (saved["name"], saved["website"]) == ("De la ligne", "https://example.org")


def test_every_wrong_field_of_a_file_is_listed_at_once(line):
    text = (
        'nom = "x"\nname = 3\nwords_1990 = "oui"\ndecree_on = "hier"\n[address]\nville = "y"\n'
    )
    result = line("profile", "set", put(line.folder, text), "--json")
    assert result.code == 1
    found = [(one["field"], one["code"]) for one in result.document["error"]["fields"]]
    assert found == [
        ("nom", "profile.unknown_field"),
        ("name", "profile.wrong_type"),
        ("words_1990", "profile.wrong_type"),
        ("decree_on", "profile.wrong_type"),
        ("address.ville", "profile.unknown_field"),
    ]
    assert "address.ville" in result.err
    assert line.json("profile", "show")["profile"]["name"] == "La Coop des Rives"


def test_rules_name_every_wrong_value(line):
    result = line("profile", "set", "--siren", "123", "--iban", "FR00", "--name", "", "--json")
    assert result.code == 1
    fields = {one["field"] for one in result.document["error"]["fields"]}
    assert fields == {"siren", "iban", "name"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name = \n", "ligne 1"),
        (b'name = "\xe9"\n', "UTF-8"),
        (b'name = "x', "fin"),
    ],
)
def test_a_file_that_is_no_toml_says_where(line, content, said):
    path = line.folder / "profil.toml"
    path.write_bytes(content)
    result = line("profile", "set", path, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "profile.unreadable"
    assert said in result.err


def test_a_file_that_is_not_there_is_an_outside_problem(line):
    missing = line("profile", "set", line.folder / "absent.toml", "--json")
    assert missing.code == 3


def test_what_the_system_says_in_english_is_told_in_french(line):
    missing = line("profile", "set", line.folder / "absent.toml")
    assert "il n’y a pas de fichier" in missing.err
    folder = line("profile", "set", line.folder)
    assert "c’est un dossier" in folder.err


def test_an_image_that_is_not_there_is_named(line):
    result = line("profile", "set", put(line.folder, 'logo = "absent.png"\n'), "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "image.unreadable"
    assert "absent.png" in result.err


def test_a_category_must_be_one_of_those_listed(line):
    listed = line.json("profile", "categories")["categories"]
    assert listed[0]["code"] == "oig_association"
    saved = line.json("profile", "set", "--category", listed[-1]["code"])["profile"]
    assert saved["category"] == listed[-1]["code"]
    result = line("profile", "set", "--category", "club", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "receipt.unknown_category"


def test_the_boxes_of_the_form_for_companies_are_listed_and_taken(line):
    listed = line.json("profile", "categories")["company_categories"]
    codes = [one["code"] for one in listed]
    assert {"approved_research", "sme_support_federation"} < set(codes)
    saved = line.json("profile", "set", "--company-category", "doctoral_thesis")["profile"]
    assert saved["company_category"] == "doctoral_thesis"


def test_what_is_no_image_is_refused(line):
    (line.folder / "logo.png").write_bytes(b"GIF89a")
    result = line("profile", "set", put(line.folder, 'logo = "logo.png"\n'), "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "image.not_an_image"
