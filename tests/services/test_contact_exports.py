"""Exports of contacts: every field goes out and comes back, and is edited cell by cell."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.contact_details import (
    ConsentPurpose,
    ContactPoint,
    FieldValue,
    FurtherAddress,
    NewAffiliation,
    NewConsent,
    NewGroupMember,
    OrganisationKind,
    PointKind,
)
from coopdesk.domain.contact_imports import ChangeKind, Decisions, LineDecision
from coopdesk.domain.contacts import Civility, ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.operations import Origin
from coopdesk.exchange.contact_files import read_contacts
from coopdesk.services.contact_exports import ContactExportService
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.contacts import ContactService
from coopdesk.storage.unit_of_work import Signature, Units
from coopdesk.wording.language import set_language
from tests.building import NOW, TODAY, new_database, new_units, person, today


@pytest.fixture(autouse=True)
def in_french():
    """Speak French before and after."""
    set_language("fr")
    yield
    set_language("fr")


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now

    def goes_on(self):
        self.now += dt.timedelta(minutes=5)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def units(tmp_path, clock):
    database = new_database(tmp_path / "office.coopdesk")
    yield Units(database, Signature("Camille", Origin.WINDOW, clock))
    database.close()


@pytest.fixture
def contacts(units):
    return ContactService(units, today)


@pytest.fixture
def exports(units):
    return ContactExportService(units, today)


@pytest.fixture
def imports(units):
    return ContactImportService(units, today)


@pytest.fixture
def office(units, contacts):
    """A structure and a person about whom everything is known; their ids."""
    with units.write("contact.added") as work:
        kinds = {
            "Allergies": (FieldKind.TEXT, ()),
            "Note": (FieldKind.LONG_TEXT, ()),
            "Panier": (FieldKind.AMOUNT, ()),
            "Taille": (FieldKind.NUMBER, ()),
            "Permis": (FieldKind.YES_NO, ()),
            "Depuis": (FieldKind.DATE, ()),
            "Jours": (FieldKind.CHOICES, ("lundi", "mardi", "jeudi, midi")),
        }
        fields = {
            name: work.custom_fields.add(NewCustomField(name, kind, choices=choices), at)
            for at, (name, (kind, choices)) in enumerate(kinds.items())
        }
        work.commit()
    values = ("noix", "ligne 1\nligne 2", "1250", "-1.5", "1", "2020-02-29", "lundi\nmardi")
    custom = tuple(
        FieldValue(field, text) for field, text in zip(fields.values(), values, strict=True)
    )
    fournil = contacts.add(
        NewContact(
            kind=ContactKind.ORGANISATION,
            organisation_name="=Le Fournil; des Communs",
            acronym="LFC",
            legal_form="SCOP",
            organisation_kind=OrganisationKind.COOPERATIVE,
            siren="443061841",
            siret="44306184100047",
            website="https://fournil.example.org",
            email="-fournil@example.org",
        )
    ).value
    elodie = contacts.add(
        person(
            civility=Civility.MADAM,
            email="elodie@example.org",
            phone="+33 6 12 34 56 78",
            address=PostalAddress("12 rue des Lilas", "Bât. B", "01000", "Bourg", "FR"),
            points=(
                ContactPoint(PointKind.EMAIL, "el@example.org", "travail"),
                ContactPoint(PointKind.PHONE, "+32 2 511 11 11", "chez elle, le soir"),
                ContactPoint(PointKind.PHONE, "02 40 00 00 00"),
            ),
            further_addresses=(FurtherAddress(PostalAddress("Le Bourg", city="Brest"), "été"),),
            birth_on=dt.date(1899, 4, 3),
            language="br",
            sector="Boulange",
            discipline="Pain",
            number="007",
            tags=("ami", "a; b", "c, d"),
            note="+ligne 1\n'=ligne 2",
            custom=custom,
        )
    ).value
    with units.write("contact.added") as work:
        work.ties.add_affiliation(NewAffiliation(elodie.id, fournil.id, "Présidente; élue"))
        work.ties.add_group_member(NewGroupMember(elodie.id, "Chorale"))
        consent = NewConsent(elodie.id, ConsentPurpose.NEWSLETTER, given=True, decided_on=TODAY)
        work.ties.add_consent(consent)
        work.commit()
    return fournil.id, elodie.id


EVERYBODY = ContactFilter()


def _csv(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _write_csv(path, rows):
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, rows[0].keys(), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(stream.getvalue().encode("utf-8-sig"))


def _edited(exports, tmp_path, office, **cells):
    """Export everybody, change cells of Élodie's row, and return the file."""
    path = tmp_path / "liste.csv"
    exports.export(path, EVERYBODY)
    rows = _csv(path)
    row = next(row for row in rows if row["N° CoopDesk"] == str(office[1]))
    row.update({name.replace("_", " "): text for name, text in cells.items()})
    _write_csv(path, rows)
    return path


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_export_comes_back_without_any_difference(
    exports, imports, office, tmp_path, name, language
):
    set_language(language)
    path = tmp_path / name
    assert exports.export(path, EVERYBODY) == 2
    preview = imports.preview(path)
    assert preview.file_format is FileFormat.COOPDESK_CONTACTS
    assert preview.left_over == ()
    told = [(line.verdict, line.changes, line.warnings) for line in preview.lines]
    assert told == [(RowVerdict.SAME, (), ())] * 2
    assert imports.apply(path).value is None


def test_a_filter_by_conditions_is_exported(exports, office, tmp_path):
    tagged = Rule("tag", Operator.IS, ("ami",))
    path = tmp_path / "liste.csv"
    assert exports.export(path, ContactFilter(condition=tagged)) == 1
    assert [row["N° CoopDesk"] for row in _csv(path)] == [str(office[1])]


def test_no_text_of_an_export_is_a_formula(exports, office, tmp_path):
    exports.export(tmp_path / "liste.csv", EVERYBODY)
    cells = [text for row in _csv(tmp_path / "liste.csv") for text in row.values()]
    # A number of an own field below zero is a number.
    assert [text for text in cells if text.startswith(("=", "+", "-", "@"))] == ["-1,5"]
    assert "'+ligne 1\n'=ligne 2" in cells
    exports.export(tmp_path / "liste.xlsx", EVERYBODY)
    sheet = load_workbook(tmp_path / "liste.xlsx").active
    types = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].value == "N° CoopDesk"


def test_each_difference_is_shown_and_done_only_where_it_is_accepted(
    exports, imports, contacts, office, tmp_path
):
    changes = {"Commune": "Brest", "Secteur": "", "Sigle": "EL", "Étiquettes": "ami"}
    path = _edited(exports, tmp_path, office, **changes)
    (line,) = (x for x in imports.preview(path).lines if x.contact_id == office[1])
    assert {x.field: (x.old, x.new, x.kind, x.accepted) for x in line.changes} == {
        "city": ("Bourg", "Brest", ChangeKind.REPLACES, False),
        "sector": ("Boulange", "", ChangeKind.CLEARS, False),
        "acronym": ("", "EL", ChangeKind.FILLS, True),
        "tags": ("ami; a; b; c, d", "ami", ChangeKind.REPLACES, False),
    }
    accepted = LineDecision(accepted=frozenset({"city", "sector"}))
    imports.apply(path, None, Decisions({line.line: accepted}))
    profile = contacts.get(office[1]).profile
    assert (profile.address.city, profile.sector, profile.acronym) == ("Brest", "", "EL")
    assert profile.tags == ("ami", "a; b", "c, d")


def test_a_cell_that_cannot_be_read_empties_nothing(
    exports, imports, contacts, office, tmp_path
):
    wrong = {
        "Date de naissance": "bientôt",
        "E-mail": "élodie chez elle",
        "Taille": "grande",
        "Depuis": "toujours",
        "Lettre d’information": "peut-être",
    }
    path = _edited(exports, tmp_path, office, **wrong)
    (line,) = (x for x in imports.preview(path).lines if x.contact_id == office[1])
    assert {x.column for x in line.warnings} == set(wrong)
    assert {x.field: x.kind for x in line.changes} == {"note": ChangeKind.REPLACES}
    before = contacts.get(office[1]).profile
    imports.apply(path, None, Decisions(clears=True))
    assert contacts.get(office[1]).profile == before


def test_own_numbers_amounts_and_days_are_such_in_a_workbook(
    units, exports, contacts, office, tmp_path
):
    with units.read() as work:
        size = next(x for x in work.custom_fields.all() if x.content.name == "Taille")
    long = "12345678901234567"
    value = FieldValue(size.id, long)
    other = contacts.add(person("Roux", "Zoé", custom=(value,))).value
    exports.export(tmp_path / "liste.xlsx", [*office, other.id])
    rows = load_workbook(tmp_path / "liste.xlsx").active.iter_rows(values_only=True)
    titles, *people = ([*row] for row in rows)
    told = [dict(zip(titles, row, strict=True)) for row in people]
    assert (told[1]["Taille"], told[1]["Panier"]) == (-1.5, 12.5)
    assert told[1]["Depuis"] == dt.datetime(2020, 2, 29)
    assert told[0]["Panier"] is None
    # A spreadsheet would round it: every digit counts.
    assert told[2]["Taille"] == long


def test_emptied_cells_of_other_tables_end_what_they_said(
    units, exports, imports, office, tmp_path
):
    emptied = {"Groupes": "", "Structure": "", "Fonction": "", "Lettre d’information": "Non"}
    path = _edited(exports, tmp_path, office, **emptied)
    summary = imports.apply(path, None, Decisions(replaces=True, clears=True)).value
    assert (summary.new, summary.changed) == (0, 1)
    with units.read() as work:
        around = work.contact_imports.around([office[1]], TODAY)[office[1]]
        assert work.ties.groups_of(office[1])[0].content.ended_on == TODAY
    assert (around.groups, around.ties) == ((), ())
    assert around.consents == {ConsentPurpose.NEWSLETTER: False}


def test_a_role_is_changed_where_it_stands(units, exports, imports, office, tmp_path):
    path = _edited(exports, tmp_path, office, Fonction="Trésorière")
    imports.apply(path, None, Decisions(replaces=True))
    with units.read() as work:
        around = work.contact_imports.around([office[1]], TODAY)[office[1]]
    assert [(x.organisation, x.role) for x in around.ties] == [
        ("=Le Fournil; des Communs", "Trésorière")
    ]


def test_a_contact_changed_here_since_the_export_is_marked(
    exports, imports, contacts, office, tmp_path, clock
):
    path = _edited(exports, tmp_path, office, Commune="Brest")
    assert not any(line.changed_since for line in imports.preview(path).lines)
    clock.goes_on()
    contacts.change(office[0], contacts.get(office[0]).profile)
    before = contacts.get(office[1]).profile
    contacts.change(office[1], NewContact(last_name=before.last_name, first_name="Élodie"))
    marked = {line.contact_id for line in imports.preview(path).lines if line.changed_since}
    assert marked == {office[1]}


def test_a_row_added_to_an_export_is_a_new_contact(
    exports, imports, contacts, office, tmp_path
):
    path = tmp_path / "liste.csv"
    exports.export(path, EVERYBODY)
    rows = _csv(path)
    erased = contacts.add(person("Roux", "Zed")).value.id
    contacts.bin([erased])
    contacts.erase([erased])
    new = dict.fromkeys(rows[0], "") | {"Nom": "Roux", "Prénom": "Zoé"}
    gone = rows[0] | {"N° CoopDesk": str(erased)}
    other = rows[1] | {"Nom": "Tout", "Prénom": "Autre", "E-mail": "", "Autres e-mails": ""}
    _write_csv(path, [other, gone, new])
    told = [(line.verdict, line.reason) for line in imports.preview(path).lines]
    assert told == [
        (RowVerdict.DOUBTFUL, "number_of_another"),
        (RowVerdict.DOUBTFUL, "number_gone"),
        (RowVerdict.NEW, ""),
    ]
    assert imports.apply(path).value.new == 1
    assert [x.name for x in contacts.find(ContactFilter(text="roux"), 5)] == ["Zoé Roux"]


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx", "liste.vcf"])
def test_an_export_makes_the_contacts_of_an_empty_database_once(
    exports, contacts, office, tmp_path, name
):
    path = tmp_path / name
    exports.export(path, EVERYBODY)
    told = {line.name for line in contacts.find(ContactFilter(), 99)}
    with new_units(tmp_path / "other.coopdesk") as units:
        imports, there = ContactImportService(units, today), ContactService(units, today)
        assert imports.apply(path).value.new == len(told)
        assert {line.name for line in there.find(ContactFilter(), 99)} == told
        assert imports.apply(path).value is None
        verdicts = {line.verdict for line in imports.preview(path).lines}
        assert verdicts <= {RowVerdict.SAME, RowVerdict.CHANGED}


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx", "liste.vcf"])
def test_an_unusual_telephone_is_not_doubted_again(exports, imports, contacts, tmp_path, name):
    path = tmp_path / name
    profile = person("Roux", "Zoé", email="zoe@example.org", phone="06 39 98 00 01")
    further = ContactPoint(PointKind.PHONE, "06 39 98 00 02")
    contacts.add(replace(profile, points=(further,)))
    exports.export(path, EVERYBODY)
    (line,) = imports.preview(path).lines
    assert (line.verdict, line.warnings) == (RowVerdict.SAME, ())


def test_a_member_number_of_another_is_refused(exports, imports, office, contacts, tmp_path):
    contacts.add(person("Roux", "Zoé", number="42"))
    path = _edited(exports, tmp_path, office, **{"Numéro d’adhérent": "0042"})
    decisions = Decisions(replaces=True)
    lines = imports.preview(path, None, decisions).lines
    (line,) = (x for x in lines if x.contact_id == office[1])
    assert (line.verdict, line.reason) == (RowVerdict.REFUSED, "contact.number_taken")
    assert imports.apply(path, None, decisions).value is None


def test_cards_are_vcard_4_with_short_lines_and_escapes(exports, office, tmp_path):
    path = tmp_path / "carnet.vcf"
    assert exports.export(path, EVERYBODY) == 2
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    text = data.decode().replace("\r\n ", "")
    assert text.count("VERSION:4.0") == 2
    assert f"UID:urn:coopdesk:contact:{office[1]}" in text
    assert "CATEGORIES:ami,a\\; b,c\\, d" in text
    assert "NOTE:+ligne 1\\n'=ligne 2" in text
    assert "TEL;VALUE=uri;PREF=1:tel:+33612345678" in text


def test_cards_come_back_to_their_contacts(exports, imports, office, tmp_path):
    path = tmp_path / "carnet.vcf"
    exports.export(path, EVERYBODY)
    lines = imports.preview(path).lines
    assert {line.contact_id for line in lines} == set(office)
    assert {line.verdict for line in lines} == {RowVerdict.SAME}


@pytest.mark.parametrize("end", ["a\\b", "a\\nb", "a\\\\", "a,b;c\\,d", "a:b"])
def test_a_website_comes_back_from_a_card_as_it_was(exports, contacts, tmp_path, end):
    site = f"https://example.org/{end}"
    known = contacts.add(person("Roux", "Zoé", website=site)).value
    assert known.profile.website == site
    path = tmp_path / "carnet.vcf"
    exports.export(path, [known.id])
    (row,) = read_contacts(path).rows
    assert row.profile.website == site


def test_cards_read_back_with_the_same_words(exports, office, tmp_path):
    path = tmp_path / "carnet.vcf"
    exports.export(path, [office[1]])
    (row,) = read_contacts(path).rows
    profile = row.profile
    assert profile.tags == ("ami", "a; b", "c, d")
    assert profile.note == "+ligne 1\n'=ligne 2"
    assert profile.address == PostalAddress("12 rue des Lilas", "Bât. B", "01000", "Bourg")
    assert row.ties[0].organisation == "=Le Fournil; des Communs"


@pytest.mark.parametrize("name", ["liste.csv", "liste.xlsx", "carnet.vcf"])
def test_tags_of_any_shape_and_e_mails_beside_no_main_one_come_back(
    exports, imports, contacts, tmp_path, name
):
    tags = ("2025", "* étoile", "myContacts", "a | b", '"dit"', "a, b")
    points = (ContactPoint(PointKind.EMAIL, "a@example.org", "Bureau (Paris)"),)
    contacts.add(NewContact(last_name="N/A", sector="n/a", tags=tags, points=points))
    path = tmp_path / name
    exports.export(path, EVERYBODY)
    (line,) = imports.preview(path).lines
    assert (line.verdict, line.changes) == (RowVerdict.SAME, ())


def test_another_extension_and_nobody_are_refused(exports, office, tmp_path):
    with pytest.raises(RuleError, match=r"export\.unknown_extension"):
        exports.export(tmp_path / "liste.doc", EVERYBODY)
    with pytest.raises(RuleError, match=r"export\.nothing"):
        exports.export(tmp_path / "liste.csv", [])


def test_a_workbook_saved_by_another_program_shows_only_what_was_edited(
    exports, imports, contacts, office, tmp_path
):
    path = tmp_path / "liste.xlsx"
    exports.export(path, EVERYBODY)
    book = load_workbook(path)
    sheet = book.active
    titles = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == office[1])
    row[titles.index("Commune")].value = "Brest"
    row[titles.index("Code postal")].value = 1000
    row[titles.index("Téléphone")].value = 612345678
    row[titles.index("Date de naissance")].value = dt.date(1972, 4, 3)
    sheet.append([None] * titles.index("Nom") + ["Roux"])
    book.save(path)
    known, added = (
        next(x for x in imports.preview(path).lines if x.contact_id == key)
        for key in (office[1], None)
    )
    assert {x.field: (x.old, x.new) for x in known.changes} == {
        "city": ("Bourg", "Brest"),
        "birth_on": ("1899-04-03", "1972-04-03"),
    }
    assert {x.code for x in known.warnings} == {"phone.restored", "postcode.restored"}
    assert (added.verdict, added.name) == (RowVerdict.NEW, "Roux")
