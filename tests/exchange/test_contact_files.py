"""Files of contacts of other programs are read without loss; the rest is listed by line."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import (
    ConsentPurpose,
    ContactPoint,
    FurtherAddress,
    PointKind,
    ReferenceSource,
)
from coopdesk.domain.contact_imports import Sureness, Tie
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.custom_fields import CustomField, FieldKind, NewCustomField
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.contact_files import read_contacts, recognise_contacts
from tests.exchange.workbooks import ods, ods_cell, ods_row


def _codes(problems):
    return [(x.line, x.code, x.column) for x in problems]


def _notes(row):
    return row.profile.note.split("\n")


def test_galette_headers_with_a_trailing_space_are_mapped(data):
    read = read_contacts(data / "contacts_galette.csv")
    assert (read.file_format, read.source) == (
        FileFormat.GALETTE_MEMBERS,
        ReferenceSource.GALETTE,
    )
    assert (read.problems, read.warnings) == ((), ())
    anais, fournil, mael = read.rows
    profile = anais.profile
    assert (profile.last_name, profile.first_name) == ("D'Hœur", "Anaïs")
    assert (profile.civility, profile.number, profile.language) == (Civility.MADAM, "A-7", "fr")
    assert profile.birth_on == dt.date(1972, 4, 3)
    assert profile.address == PostalAddress(
        "12 rue des Érables", "Bât. B", "01000", "Bourg-en-Bresse"
    )
    assert profile.phone == "04 74 00 00 01"
    assert profile.points == (ContactPoint(PointKind.PHONE, "06 12 34 56 78"),)
    assert profile.tags == ("Membre actif",)
    assert anais.reference == "12"
    assert anais.member_since == dt.date(2019, 9, 1)
    assert _notes(anais) == [
        "Aime le pain.",
        "Pseudo\u00a0: nana",
        "Genre\u00a0: Femme",
        "Profession\u00a0: Boulangère",
        "Date de création\u00a0: 01/09/2019",
        "Date d’échéance\u00a0: 31/12/2026",
    ]
    assert fournil.profile.kind is ContactKind.ORGANISATION
    assert fournil.profile.organisation_name == "Le Fournil des Communs"
    assert mael.profile.kind is ContactKind.PERSON
    assert mael.ties == (Tie("Collectif des Rives"),)


def test_the_import_model_of_galette_is_read_by_its_technical_names(data):
    (ines,) = read_contacts(data / "contacts_galette_import.csv").rows
    profile = ines.profile
    assert (profile.last_name, profile.email) == ("Peña", "ines.pena@example.org")
    assert profile.phone == "02 98 00 00 00"
    assert profile.birth_on == dt.date(1980, 12, 1)
    # A number of a status says nothing here, and is kept.
    assert profile.tags == ()
    assert "id_statut\u00a0: 4" in _notes(ines)
    assert "login_adh\u00a0: inesp" in _notes(ines)


def test_google_groups_of_columns_labels_and_joined_values_are_read(data):
    read = read_contacts(data / "contacts_google_old.csv")
    assert (read.file_format, read.problems, read.warnings) == (
        FileFormat.GOOGLE_CONTACTS,
        (),
        (),
    )
    zoe, atelier = read.rows
    profile = zoe.profile
    assert (profile.last_name, profile.first_name) == ("Garçon", "Zoé")
    # The one that is marked as preferred is the main one, the others follow.
    assert profile.email == "zoe@rives.example.org"
    assert [(x.value, x.label) for x in profile.points] == [
        ("zoe.garcon@example.org", "Home"),
        ("zg@example.org", "Home"),
        ("+32 2 511 11 11", "Work"),
    ]
    assert profile.phone == "06 12 34 56 78"
    assert profile.address == PostalAddress("8 rue du Port", "", "29200", "Brest")
    assert profile.further_addresses == (
        FurtherAddress(PostalAddress("Le Bourg", "", "22000", "Saint-Brieuc"), "Vacances"),
    )
    assert profile.tags == ("Bénévoles", "Chorale")
    assert zoe.ties == (Tie("Que Vol'terre", "Présidente"),)
    assert profile.birth_on is None
    assert _notes(zoe) == [
        "Rencontrée au marché",
        "Birthday\u00a0: 03/04",
        "Custom Field 1 - Value (Allergies)\u00a0: noix",
        # The main one has no label of its own; that it is one at home goes without saying.
        "E-mail 2 - Value (Work)\u00a0: zoe@rives.example.org",
    ]
    assert atelier.profile.kind is ContactKind.ORGANISATION
    assert atelier.profile.organisation_name == "Atelier Libre"


def test_the_first_e_mail_of_a_preferred_cell_is_the_main_one(write_table):
    header = ["First Name", "Last Name", "Phonetic First Name", "File As", "Labels"]
    header += [f"E-mail {n} - {what}" for n in (1, 2) for what in ("Label", "Value")]
    both = ["Home", "a@x.fr", "* Work", "b@x.fr ::: c@x.fr"]
    path = write_table([header, ["Zoé", "Roux", "", "", "", *both]], delimiter=",")
    (contact,) = read_contacts(path).rows
    assert contact.profile.email == "b@x.fr"
    assert [point.value for point in contact.profile.points] == ["c@x.fr", "a@x.fr"]


def test_day_of_birth_that_only_a_slip_can_mean_goes_to_the_note(write_table):
    rows = [["Roux", "2072-04-03"], ["Petit", "1872-04-03"], ["Noé", "2026-03-02"]]
    path = write_table([["Nom", "Date de naissance"], *rows])
    read = read_contacts(path, today=dt.date(2026, 3, 1))
    assert [row.profile.birth_on for row in read.rows] == [None, None, None]
    assert [_notes(row) for row in read.rows] == [
        [f"Date de naissance\u00a0: {text}"] for _name, text in rows
    ]
    assert [(one.line, one.code) for one in read.warnings] == [
        (line, "contact.birth_unlikely") for line in (2, 3, 4)
    ]


def test_what_a_website_is_called_is_kept_where_it_says_something(write_table):
    header = ["First Name", "Last Name", "Phonetic First Name", "File As", "Labels"]
    more = [f"Website {number} - {what}" for number in (1, 2) for what in ("Label", "Value")]
    sites = ["Blog", "https://a.org", "Boutique", "https://b.org"]
    rows = [["Zoé", "Roux", "", "", "", *sites]]
    rows += [["Léa", "Roux", "", "", "", "Profile", "https://c.org", "", ""]]
    path = write_table([header + more, *rows], delimiter=",")
    zoe, lea = read_contacts(path).rows
    assert (zoe.profile.website, lea.profile.website) == ("https://a.org", "https://c.org")
    assert sorted(_notes(zoe)) == [
        "Website 1 - Value (Blog)\u00a0: https://a.org",
        "Website 2 - Value (Boutique)\u00a0: https://b.org",
    ]
    assert lea.profile.note == ""


def test_google_of_today_has_its_own_names_of_columns(write_table):
    header = ["First Name", "Middle Name", "Last Name", "Phonetic First Name", "File As"]
    more = ["Organization Name", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Birthday"]
    row = ["Grâce", "Ada", "Hop", "", "", "", "* myContacts ::: Marine", "* Work", "g@x.fr"]
    path = write_table([header + more, [*row, "1906-12-09"]], delimiter=",")
    (contact,) = read_contacts(path).rows
    assert contact.profile.birth_on == dt.date(1906, 12, 9)
    assert contact.profile.tags == ("Marine",)
    assert _notes(contact) == [
        "Middle Name\u00a0: Ada",
        "E-mail 1 - Value (Work)\u00a0: g@x.fr",
    ]


def test_paheko_has_one_field_for_the_whole_name(data):
    read = read_contacts(data / "contacts_paheko.csv")
    assert read.file_format is FileFormat.PAHEKO_MEMBERS
    jean, camille = read.rows
    assert (jean.profile.last_name, jean.profile.first_name) == ("LE GOFF", "Jean-Noël")
    assert (jean.reference, jean.profile.number) == ("7", "7")
    assert jean.profile.address == PostalAddress(
        "4 rue de la Forêt", "Résidence des Pins", "01000", "Bourg-en-Bresse"
    )
    assert jean.consents == {ConsentPurpose.NEWSLETTER: True}
    assert jean.profile.tags == ("Membres actifs",)
    assert "secret" not in jean.profile.note
    assert (camille.profile.last_name, camille.profile.civility) == ("Martin", Civility.MADAM)
    assert camille.consents == {ConsentPurpose.NEWSLETTER: False}
    assert "Rattaché à\u00a0: 7" in _notes(camille)
    assert _codes(read.problems) == [(5, "row.nameless", "")]
    assert read.refused[5]["Numéro de membre"] == "9"


def test_vcard_2_1_with_quoted_printable_and_bare_types(data):
    read = read_contacts(data / "contacts_21.vcf")
    (elodie,) = read.rows
    profile = elodie.profile
    assert (profile.last_name, profile.first_name) == ("Lefèvre", "Élodie")
    assert profile.civility is Civility.MADAM
    assert profile.address == PostalAddress("12 rue des Érables", "Bât. B", "44000", "Nantes")
    assert profile.phone == "06 12 34 56 78"
    assert profile.points == (ContactPoint(PointKind.PHONE, "02 40 00 00 00", "travail"),)
    assert profile.note == "Première ligne\nQuinze=quinze"
    assert profile.birth_on == dt.date(1972, 4, 3)
    assert elodie.photo.startswith(b"\xff\xd8\xff")
    assert read.warnings == ()


def test_vcard_3_and_4_many_cards_to_a_file(data):
    read = read_contacts(data / "contacts_30_40.vcf")
    zoe, fournil = read.rows
    profile = zoe.profile
    assert (profile.last_name, profile.first_name) == ("Roux", "Zoé")
    assert profile.email == "zoe.roux@example.org"
    assert profile.points == (ContactPoint(PointKind.EMAIL, "zoe.travail@example.org", "Work"),)
    assert profile.tags == ("Amis", "Bar, café")
    assert zoe.ties == (Tie("Que Vol'terre", "Présidente"),)
    assert zoe.reference == "abc-123"
    assert _notes(zoe) == [
        "ligne 1",
        "ligne 2; fin",
        "Deuxième prénom\u00a0: Anne",
        "Date de naissance\u00a0: 03/04",
        "Service\u00a0: Atelier",
        "X-SKYPE\u00a0: zoe.roux",
    ]
    assert fournil.profile.kind is ContactKind.ORGANISATION
    assert fournil.profile.phone == "02 40 12 34 56"
    assert fournil.profile.email == "fournil@example.org"
    assert fournil.profile.website == "https://fournil.example.org"
    assert "pas une adresse" in fournil.profile.note
    assert _codes(read.problems) == [(32, "row.nameless", ""), (37, "vcard.not_closed", "")]
    assert (10, "vcard.broken_line", "") in _codes(read.warnings)


def test_every_text_of_a_card_stays_somewhere(tmp_path):
    lines = ["BEGIN:VCARD", "VERSION:3.0", "FN:Ann Oy", "N:Oy;Ann;;;"]
    texts = {f"X-FIELD-{n}": f"value {n}" for n in range(30)}
    lines += [f"{name}:{text}" for name, text in texts.items()] + ["END:VCARD"]
    path = tmp_path / "a.vcf"
    path.write_text("\r\n".join(lines), encoding="utf-8")
    (row,) = read_contacts(path).rows
    assert all(text in row.profile.note for text in texts.values())


def test_a_title_before_a_name_of_a_card_is_kept_by_its_own_word(tmp_path):
    path = tmp_path / "a.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Roux;Zoé;;Maître;\nEND:VCARD\n"
    path.write_text(card, encoding="utf-8")
    (row,) = read_contacts(path).rows
    assert [text for _name, text in row.kept] == ["Maître"]
    assert row.profile.note in {"Civilité\xa0: Maître", "Civility: Maître"}


def test_cards_in_utf_16_and_with_old_accents_are_read(tmp_path):
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Éloïse\r\nN:Œillet;Éloïse;;;\r\nEND:VCARD\r\n"
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        path = tmp_path / f"{encoding}.vcf"
        path.write_bytes(card.encode(encoding))
        (row,) = read_contacts(path).rows
        assert row.profile.last_name == "Œillet"


def test_a_table_of_anybody_is_mapped_by_names_and_by_content(write_table):
    rows = [
        ["Liste des bénévoles", "", "", "", "", ""],
        ["Qui", "NOM ", "prénom", "Où joindre", "Tel portable", "Allergies"],
        ["Mme", "Lefèvre", "Élodie", "elodie@example.org", "612345678", "noix"],
        ["M", "Roux", "Maël", "mael@example.org", "06.98.76.54.32", ""],
    ]
    path = write_table(rows)
    found = recognise_contacts(path)
    uses = {use.column: (use.field, use.sureness) for use in found.columns}
    assert uses == {
        "Qui": ("kept", Sureness.NONE),
        "NOM": ("last_name", Sureness.NAME),
        "prénom": ("first_name", Sureness.NAME),
        "Où joindre": ("email", Sureness.CONTENT),
        "Tel portable": ("phone", Sureness.NAME),
        "Allergies": ("kept", Sureness.NONE),
    }
    assert not found.needs_mapping
    read = read_contacts(path, {"Qui": "civility", "Allergies": "tags"})
    elodie, mael = read.rows
    assert (elodie.profile.civility, mael.profile.civility) == (Civility.MADAM, Civility.SIR)
    assert elodie.profile.tags == ("noix",)
    assert elodie.profile.phone == "06 12 34 56 78"
    assert _codes(read.warnings) == [
        (1, "row.above_header", ""),
        (3, "phone.restored", "Tel portable"),
    ]


def test_what_spreadsheets_did_is_undone(write_table):
    rows = [
        ["Nom", "Prénom", "Code postal", "Ville", "Né le", "Téléphone"],
        ["Un", "A", "1000", "Bourg-en-Bresse", "26392", "612345678.0"],
        ["Deux", "B", "44000", "Nantes", "3 avril 1972", "6,12345678E+08"],
        ["Trois", "C", "", "44000 Nantes", "1er mars 2016", "+33 (0)6 12 34 56 78"],
        ["Quatre", "D", "2A", "Ajaccio", "12/13/1990", "06 12"],
        ["Cinq", "E", "1204", "Genève", "3/4/72", "0612345678 / 0240000000"],
    ]
    read = read_contacts(write_table(rows))
    one, two, three, four, five = (row.profile for row in read.rows)
    assert one.address.postal_code == "01000"
    assert one.birth_on == dt.date(1972, 4, 3)
    assert two.birth_on == dt.date(1972, 4, 3)
    assert {one.phone, two.phone, three.phone} == {"06 12 34 56 78"}
    assert (three.address.postal_code, three.address.city) == ("44000", "Nantes")
    assert three.birth_on == dt.date(2016, 3, 1)
    assert (four.address.postal_code, four.phone) == ("", "")
    assert {"Code postal\u00a0: 2A", "Téléphone\u00a0: 06 12"} <= set(four.note.split("\n"))
    assert [x.value for x in five.points] == ["02 40 00 00 00"]
    assert "3/4/72" in five.note
    codes = [code for _line, code, _column in _codes(read.warnings)]
    assert {"postcode.restored", "phone.restored", "phone.wrong", "postcode.wrong"} <= set(
        codes
    )
    assert "date.two_figures" in codes


def test_months_come_first_only_where_no_other_order_is_possible(write_table):
    rows = [["Nom", "Prénom", "Né le"], ["A", "B", "12/25/1990"], ["C", "D", "3/4/1972"]]
    first, second = read_contacts(write_table(rows)).rows
    assert first.profile.birth_on == dt.date(1990, 12, 25)
    assert second.profile.birth_on == dt.date(1972, 3, 4)


def test_a_custom_field_of_that_name_takes_the_column(write_table):
    field = CustomField(3, NewCustomField("Allergies", FieldKind.TEXT))
    choice = CustomField(4, NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M")))
    rows = [["Nom", "Prénom", "allergies", "TAILLE"], ["A", "B", "noix", "XL"]]
    (row,) = read_contacts(write_table(rows), custom=[field, choice]).rows
    assert [(x.field_id, x.text) for x in row.profile.custom] == [(3, "noix")]
    assert row.profile.note == "TAILLE\u00a0: XL"


def test_columns_shuffled_unknown_and_missing_are_no_obstacle(write_table):
    rows = [["Ville", "Courriel", "Prénom", "Truc"], ["Brest", "a@example.org", "Ada", "x"]]
    (row,) = read_contacts(write_table(rows)).rows
    assert (row.profile.first_name, row.profile.address.city) == ("Ada", "Brest")
    assert row.profile.note == "Truc\u00a0: x"


def test_no_column_for_a_name_asks_for_a_mapping(write_table):
    path = write_table([["Truc", "Machin"], ["Ada Roux", "rien"]])
    assert recognise_contacts(path).needs_mapping
    with pytest.raises(RuleError) as refused:
        read_contacts(path)
    assert refused.value.code == "file.no_naming_column"
    (row,) = read_contacts(path, {"TRUC ": "full_name"}).rows
    assert row.profile.display_name == "Ada Roux"


def test_a_table_without_header_loses_no_row(write_table):
    path = write_table([["Ada Roux", "ada@example.org"], ["Max Petit", "max@example.org"]])
    read = read_contacts(path)
    assert [row.profile.email for row in read.rows] == ["ada@example.org", "max@example.org"]
    assert "Ada Roux" in read.rows[0].profile.note


def test_guards_against_formulas_are_taken_off_and_formulas_stay_text(write_table):
    rows = [["Nom", "Prénom", "Note"], ["'=CMD()", "'+1", "=HYPERLINK(1)"]]
    (row,) = read_contacts(write_table(rows)).rows
    assert row.profile.last_name == "=CMD()"
    assert row.profile.note == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("page.vcf", b"<!DOCTYPE html><html><body>Connexion</body></html>", "file.is_html"),
        ("empty.vcf", b"\r\n  \r\n", "file.empty"),
        ("nothing.csv", b"", "file.empty"),
        ("paper.csv", b"%PDF-1.7 ...", "file.is_pdf"),
        ("words.vcf", b"Bonjour a tous\nje suis une lettre\n", "file.no_naming_column"),
        ("only.csv", b"Truc\n1\n", "file.no_naming_column"),
    ],
)
def test_what_holds_no_contact_says_why(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RuleError) as refused:
        read_contacts(path)
    assert refused.value.code == code


def test_an_export_of_helloasso_is_not_taken_for_contacts(data):
    for path in data.glob("helloasso_*.csv"):
        with pytest.raises(RuleError, match=r"file\.is_helloasso"):
            read_contacts(path)


def test_a_folder_is_refused_as_such(tmp_path):
    with pytest.raises(RuleError) as refused:
        recognise_contacts(tmp_path)
    assert refused.value.code == "file.is_folder"


def test_enormous_cells_refuse_their_row_only(write_table):
    rows = [["Nom", "Prénom", "Note"], ["A", "B", "x" * 40_000], ["C", "D", "y" * 5_000]]
    rows += [["E" * 200, "F", ""], ["G", "H", "court"]]
    read = read_contacts(write_table(rows))
    assert [row.profile.last_name for row in read.rows] == ["G"]
    assert _codes(read.problems) == [
        (2, "text.too_long", "Note"),
        (3, "text.too_long", "Note"),
        (4, "text.too_long", "Nom"),
    ]
    assert set(read.refused) == {2, 3, 4}


def test_null_characters_are_left_out_and_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Nom;Pr\xc3\xa9nom\nRo\0ux;Zo\0\xc3\xa9\n")
    read = read_contacts(path)
    assert read.rows[0].profile.display_name == "Zoé Roux"
    assert _codes(read.warnings) == [(0, "file.null_characters", "")]


def test_a_moved_row_is_refused_and_the_others_go_on(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Nom,Prénom\nRoux,Zoé,Brest\nPetit,Max\nCoupé", encoding="utf-8")
    read = read_contacts(path)
    assert [row.profile.last_name for row in read.rows] == ["Petit"]
    assert _codes(read.problems) == [(2, "row.too_many_cells", ""), (4, "row.cut_short", "")]


def test_workbooks_are_read_by_their_fullest_sheet(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["à lire", "d'abord"])
    sheet = book.create_sheet("Membres")
    sheet.append(["Nom", "Prénom", "Téléphone", "Date de naissance"])
    sheet.append(["Roux", "Zoé", 612345678, dt.date(1972, 4, 3)])
    stream = io.BytesIO()
    book.save(stream)
    path = tmp_path / "a.xlsx"
    path.write_bytes(stream.getvalue())
    read = read_contacts(path)
    (row,) = read.rows
    assert row.profile.phone == "06 12 34 56 78"
    assert row.profile.birth_on == dt.date(1972, 4, 3)
    assert (0, "file.other_sheets", "") in _codes(read.warnings)


@pytest.mark.parametrize(
    "text", ["<" * 32_000, " " * 31_000 + ";x", "1" * 32_000, "a@" * 16_000]
)
def test_hostile_cells_cost_no_time(write_table, text):
    rows = [["Nom", "E-mail", "Téléphone", "Né le", "Adresse", "Ville"], ["Roux"]]
    rows += [["Petit", *[text] * 5]] * 3
    read = read_contacts(write_table(rows))
    assert read.rows[0].profile.last_name == "Roux"


def test_long_words_beside_a_contact_go_to_its_note(write_table):
    header = ["Nom", "Sigle", "Étiquettes", "Fonction", "Groupes", "Site web"]
    long = ["a" * 50, "b" * 50 + "; ami", "c" * 90, "d" * 170 + "; Chorale", "e" * 300]
    read = read_contacts(write_table([header, ["Roux Zoé", *long]]))
    (row,) = read.rows
    assert (row.profile.tags, row.groups, row.profile.website) == (("ami",), ("Chorale",), "")
    assert all(letter * 50 in row.profile.note for letter in "abcde")
    assert {code for _line, code, _column in _codes(read.warnings)} == {"text.too_long"}
    assert len(read.warnings) == 5


def test_a_column_that_says_whether_is_not_taken_for_names(write_table):
    rows = [["Adhérent", "Courriel"], ["Oui", "a@example.org"], ["non", "b@example.org"]]
    first, second = read_contacts(write_table(rows)).rows
    assert (first.profile.display_name, second.profile.note) == (
        "a@example.org",
        "Adhérent\u00a0: non",
    )


def test_days_long_ago_are_taken_for_those_of_birth(write_table):
    rows = [["Nom", "Prénom", "D.N.", "Vu le"], ["Roux", "Zoé", "3/4/1972", "3/4/2024"]]
    uses = {use.column: use.field for use in recognise_contacts(write_table(rows)).columns}
    assert (uses["D.N."], uses["Vu le"]) == ("birth_on", "kept")


def test_sheets_of_libreoffice_are_read(tmp_path):
    rows = (("Nom", "Prénom", "CP", "Ville"), ("Roux", "Zoé", "29200", "Brest"))
    path = tmp_path / "a.ods"
    path.write_bytes(ods("".join(ods_row(*map(ods_cell, row)) for row in rows)))
    (row,) = read_contacts(path).rows
    assert row.profile.display_name == "Zoé Roux"
    assert row.profile.address.town_line == "29200 Brest"


def test_words_of_a_row_do_not_make_it_a_header(write_table):
    rows = [["Qui", "Quoi", "Où ça"], ["Le Fournil", "Association", "a@example.org"]]
    rows += [["Zoé Roux", "Contact", "zoe@example.org"]]
    found = recognise_contacts(write_table(rows))
    assert [use.column for use in found.columns] == ["Qui", "Quoi", "Où ça"]
    assert found.row_count == 2


@pytest.mark.parametrize(("second", "field"), [("Surnom", "kept"), ("Petit nom", "first_name")])
def test_one_last_name_in_two_words_makes_no_whole_name(write_table, second, field):
    rows = [["Patronyme", second], ["Kervella", "Noé"], ["Le Bihan", "Iris"], ["Allard", ""]]
    uses = recognise_contacts(write_table(rows)).columns
    assert [use.field for use in uses] == ["last_name", field]


def test_a_role_without_a_structure_is_kept_in_the_note(write_table):
    rows = [["Nom", "Prénom", "Fonction"], ["Roux", "Zoé", "Trésorière"]]
    (row,) = read_contacts(write_table(rows)).rows
    assert (row.ties, row.profile.note) == ((), "Fonction\u00a0: Trésorière")
