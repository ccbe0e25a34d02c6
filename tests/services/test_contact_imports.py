"""Imports of contacts: nobody twice, nobody merged unseen, everything taken back whole."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image

from coopdesk.domain.contact_details import ConsentPurpose
from coopdesk.domain.contact_imports import ChangeKind, Choice, Decisions, LineDecision
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.merging import Side
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.contacts import ContactService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.imports import ImportService
from coopdesk.services.outcome import Subject
from coopdesk.services.progress import JobCancelledError
from tests.building import every_row, new_units, person, today

DATA = Path(__file__).parents[1] / "data"
HEADER = ("Numéro de membre", "Nom & prénom", "Adresse E-Mail", "Ville", "Catégorie")


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as opened:
        yield opened


@pytest.fixture
def imports(units):
    return ContactImportService(units, today)


@pytest.fixture
def contacts(units):
    return ContactService(units, today)


@pytest.fixture
def write(tmp_path):
    def write(*rows, header=HEADER, name="membres.csv"):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows([header, *rows])
        return path

    return write


def verdicts(preview):
    return [(line.line, line.verdict, line.reason) for line in preview.lines]


def names(contacts):
    return [line.name for line in contacts.find(ContactFilter(), 100)]


MARTIN = ("7", "Camille Martin", "camille@example.org", "Nantes", "Membres actifs")
ROUX = ("8", "Zoé Roux", "zoe@example.org", "Brest", "Membres actifs")
SIMPLE = ("Nom", "Prénom", "E-mail", "Téléphone", "Ville")


def test_a_preview_changes_nothing(units, imports, write):
    before = every_row(units)
    preview = imports.preview(write(MARTIN, ROUX))
    assert preview.file_format is FileFormat.PAHEKO_MEMBERS
    assert verdicts(preview) == [(2, RowVerdict.NEW, ""), (3, RowVerdict.NEW, "")]
    assert every_row(units) == before


def test_new_contacts_are_recorded_with_what_stands_around_them(
    units, imports, contacts, write
):
    header = (*SIMPLE, "Structure", "Fonction", "Groupes", "Lettre d'information")
    row = ("Roux", "Zoé", "zoe@example.org", "0612345678", "Brest", "Le Fournil", "Présidente")
    outcome = imports.apply(write((*row, "Chorale; Jardin", "oui"), header=header))
    assert {Subject.CONTACTS, Subject.IMPORTS} <= outcome.changes
    assert (outcome.value.new, outcome.value.refused) == (1, 0)
    zoe, fournil = contacts.find(ContactFilter(sort="number"), 10)
    lines = {line.name: line for line in (zoe, fournil)}
    assert lines["Le Fournil"].kind is ContactKind.ORGANISATION
    with units.read() as work:
        zoe_id = lines["Zoé Roux"].id
        around = work.contact_imports.around([zoe_id], today())[zoe_id]
    assert [(x.organisation, x.role) for x in around.ties] == [("Le Fournil", "Présidente")]
    assert around.groups == ("Chorale", "Jardin")
    assert around.consents == {ConsentPurpose.NEWSLETTER: True}


def test_the_same_file_twice_brings_nothing(units, imports, write):
    files = [
        write(MARTIN, ROUX),
        write(("Petit", "Max", "", "", ""), header=SIMPLE, name="simple.csv"),
    ]
    for path in files:
        assert imports.apply(path).value is not None
    before = every_row(units)
    for path in files:
        assert {line.verdict for line in imports.preview(path).lines} == {RowVerdict.SAME}
        assert imports.apply(path).value is None
    assert every_row(units) == before


def test_overlapping_files_bring_only_what_is_new(imports, contacts, write):
    imports.apply(write(MARTIN, ROUX))
    more = ("9", "Max Petit", "max@example.org", "Lyon", "")
    summary = imports.apply(write(ROUX, more)).value
    assert (summary.new, summary.same) == (1, 1)
    assert names(contacts) == ["Camille Martin", "Max Petit", "Zoé Roux"]


def test_a_row_of_a_merged_contact_reaches_the_one_it_became(units, imports, contacts, write):
    office = DuplicateService(units, today)
    one, other = person("Roux", "Zoé", email="zoe@example.org"), person("Duval", "Z.")
    kept = contacts.add(one).value.id
    merged = contacts.add(replace(other, email="zd@example.org", number="12")).value.id
    office.merge(kept, merged, dict.fromkeys(("last_name", "first_name", "email"), Side.KEEP))
    header = ("Nom", "Prénom", "E-mail", "Numéro", "Téléphone")
    for row in (("Duval", "Z.", "zd@example.org", ""), ("Duval", "Z.", "", "12")):
        (line,) = imports.preview(write((*row, "0612345678"), header=header)).lines
        assert (line.contact_id, line.verdict) == (kept, RowVerdict.CHANGED)
        assert {x.field for x in line.changes if x.accepted} == {"phone"}
    office.merge(contacts.add(person("Roy", "Ana")).value.id, kept)
    path = write(("Duval", "Z.", "zd@example.org", "", "0612345678"), header=header)
    imports.apply(path)
    (last,) = contacts.find(ContactFilter(), 9)
    assert (last.name, last.phone) == ("Zoé Roux", "06 12 34 56 78")


def test_an_import_is_taken_back_whole(units, imports, write):
    imports.apply(write(MARTIN))
    before = every_row(units)
    header = (*SIMPLE, "Structure", "Groupes", "Étiquettes", "Newsletter")
    rows = [
        ("Roux", "Zoé", "zoe@example.org", "", "", "Le Fournil", "Chorale", "ami", "oui"),
        ("Martin", "Camille", "camille@example.org", "0612345678", "Brest", "", "", "x", ""),
    ]
    path = write(*rows, header=header, name="b.csv")
    summary = imports.apply(path, None, Decisions(replaces=True)).value
    assert (summary.new, summary.changed) == (1, 1)
    ImportService(units, today).undo(summary.id)
    after = every_row(units)
    journal = {"operation", "operation_change"}
    assert {k: v for k, v in after.items() if k not in journal} == {
        k: v for k, v in before.items() if k not in journal
    }


def test_a_known_contact_is_completed_where_it_is_empty_and_never_overwritten(
    imports, contacts, write
):
    known = contacts.add(person(email="elodie@example.org", phone="")).value
    row = ("Lefèvre", "Élodie", "ELODIE@example.org", "0612345678", "Brest")
    path = write(row, header=SIMPLE)
    (line,) = imports.preview(path).lines
    assert (line.verdict, line.contact_id) == (RowVerdict.CHANGED, known.id)
    changes = {x.field: (x.old, x.new, x.kind, x.accepted) for x in line.changes}
    assert changes == {
        "phone": ("", "06 12 34 56 78", ChangeKind.FILLS, True),
        "city": ("Nantes", "Brest", ChangeKind.REPLACES, False),
    }
    summary = imports.apply(path).value
    assert (summary.new, summary.changed) == (0, 1)
    profile = contacts.get(known.id).profile
    assert (profile.phone, profile.address.city) == ("06 12 34 56 78", "Nantes")


def test_cells_are_accepted_and_refused_one_by_one(imports, contacts, write):
    known = contacts.add(person(email="elodie@example.org", phone="")).value
    row = ("Lefèvre", "Élodie", "elodie@example.org", "0612345678", "Brest")
    path = write(row, header=SIMPLE)
    decision = LineDecision(accepted=frozenset({"city"}), refused=frozenset({"phone"}))
    decisions = Decisions({2: decision})
    (line,) = imports.preview(path, None, decisions).lines
    assert {x.field: x.accepted for x in line.changes} == {"phone": False, "city": True}
    imports.apply(path, None, decisions)
    profile = contacts.get(known.id).profile
    assert (profile.phone, profile.address.city) == ("", "Brest")


def test_a_replaced_main_e_mail_stays_as_a_further_one(imports, contacts, write):
    imports.apply(write(MARTIN))
    other = ("7", "Camille Martin", "c.martin@example.org", "Nantes", "Membres actifs")
    path = write(other)
    (line,) = imports.preview(path).lines
    assert line.reason == "waits_for_consent"
    assert imports.apply(path).value is None
    imports.apply(path, None, Decisions(replaces=True))
    (found,) = contacts.find(ContactFilter(), 10)
    profile = contacts.get(found.id).profile
    assert profile.email == "c.martin@example.org"
    assert [x.value for x in profile.points] == ["camille@example.org"]


def test_a_row_that_resembles_somebody_is_left_to_a_person(imports, contacts, write):
    known = contacts.add(person("Lefevre", "Elodie", email="", phone="06 12 34 56 78")).value
    path = write(("LEFÈVRE", "Élodie", "", "06 12 34 56 78", "Nantes"), header=SIMPLE)
    (line,) = imports.preview(path).lines
    assert (line.verdict, line.reason) == (RowVerdict.DOUBTFUL, "resembles")
    (candidate,) = line.candidates
    assert (candidate.contact_id, candidate.name) == (known.id, "Elodie Lefevre")
    assert candidate.score >= 60
    assert candidate.reasons
    assert imports.apply(path).value is None
    assert len(names(contacts)) == 1


def test_a_doubtful_row_becomes_a_contact_or_joins_one_on_a_decision(imports, contacts, write):
    known = contacts.add(person("Lefevre", "Elodie", email="", phone="")).value
    row = ("Lefèvre", "Élodie", "elodie@example.org", "", "Nantes")
    path = write(row, header=SIMPLE)
    joined = Decisions({2: LineDecision(Choice.ATTACH, known.id)})
    (line,) = imports.preview(path, None, joined).lines
    assert (line.contact_id, line.attached, line.writes) == (known.id, True, True)
    imports.apply(path, None, joined)
    assert contacts.get(known.id).profile.email == "elodie@example.org"
    # Once said, it stays so.
    assert imports.preview(path).lines[0].verdict is RowVerdict.SAME
    twin = write(("Lefèvre", "Elodie", "other@example.org", "", "Nantes"), header=SIMPLE)
    assert imports.preview(twin).lines[0].verdict is RowVerdict.DOUBTFUL
    summary = imports.apply(twin, None, Decisions({2: LineDecision(Choice.CREATE)})).value
    assert summary.new == 1
    assert len(names(contacts)) == 2


def test_a_row_left_out_is_not_written(imports, contacts, write):
    path = write(MARTIN, ROUX)
    decisions = Decisions({3: LineDecision(Choice.LEAVE_OUT)})
    assert not imports.preview(path, None, decisions).lines[1].writes
    assert imports.apply(path, None, decisions).value.new == 1
    assert names(contacts) == ["Camille Martin"]


def test_two_people_with_one_e_mail_are_two_contacts(imports, contacts, write):
    contacts.add(person("Roux", "Max", email="famille@example.org"))
    path = write(("Roux", "Zoé", "famille@example.org", "", ""), header=SIMPLE)
    decisions = Decisions({2: LineDecision(Choice.CREATE)})
    imports.apply(path, None, decisions)
    assert names(contacts) == ["Max Roux", "Zoé Roux"]


def test_the_same_person_twice_in_a_file_is_recorded_once(imports, contacts, write):
    path = write(
        ("Roux", "Zoé", "zoe@example.org", "", "Brest"),
        ("ROUX", "Zoe", "zoe@example.org", "0612345678", ""),
        ("Petit", "Max", "", "", ""),
        ("Petit", "Max", "", "", ""),
        header=SIMPLE,
    )
    assert verdicts(imports.preview(path)) == [
        (2, RowVerdict.NEW, ""),
        (3, RowVerdict.DOUBTFUL, "twice_in_file"),
        (4, RowVerdict.NEW, ""),
        (5, RowVerdict.DOUBTFUL, "twice_in_file"),
    ]
    imports.apply(path)
    assert names(contacts) == ["Max Petit", "Zoé Roux"]


def test_a_member_number_of_somebody_else_is_a_doubt(imports, contacts, write):
    contacts.add(person(number="0007"))
    (line,) = imports.preview(write(MARTIN)).lines
    assert (line.verdict, line.reason) == (RowVerdict.DOUBTFUL, "number_taken")


def test_somebody_new_with_a_number_of_another_is_recorded_without_it(imports, contacts, write):
    contacts.add(person(number="0007"))
    path = write(MARTIN)
    number = MARTIN[0]
    decisions = Decisions({2: LineDecision(Choice.CREATE)})
    (line,) = imports.preview(path, None, decisions).lines
    assert (line.verdict, line.writes) == (RowVerdict.NEW, True)
    assert [one.code for one in line.warnings] == ["number.kept"]
    assert imports.apply(path, None, decisions).value.new == 1
    (found,) = contacts.find(ContactFilter(text="camille"), 10)
    profile = contacts.get(found.id).profile
    assert profile.number == ""
    assert profile.note.endswith(f" {number}")
    (again,) = imports.preview(path).lines
    assert (again.verdict, again.changes) == (RowVerdict.SAME, ())


def test_a_contact_in_the_bin_is_not_recorded_a_second_time(imports, contacts, write):
    imports.apply(write(MARTIN))
    (line,) = contacts.find(ContactFilter(), 10)
    contacts.bin([line.id])
    (told,) = imports.preview(write(MARTIN)).lines
    assert (told.verdict, told.reason) == (RowVerdict.DOUBTFUL, "in_the_bin")


def test_a_mapping_is_remembered_for_the_same_header(imports, contacts, write):
    header = ("Truc", "Machin")
    path = write(("Zoé Roux", "zoe@example.org"), header=header)
    with pytest.raises(RuleError, match=r"file\.no_naming_column"):
        imports.preview(write(("Zoé Roux", "rien"), header=header, name="x.csv"))
    mapping = {"Truc": "full_name", "Machin": "note"}
    imports.apply(path, mapping)
    found = imports.recognise(write(("Max Petit", "x"), header=header, name="y.csv"))
    assert {use.column: use.field for use in found.columns} == mapping
    assert not found.needs_mapping
    imports.apply(write(("Max Petit", "Aime lire"), header=header, name="z.csv"))
    notes = {contacts.get(line.id).profile.note for line in contacts.find(ContactFilter(), 10)}
    assert notes == {"zoe@example.org", "Aime lire"}


def test_what_an_import_used_left_or_refused_is_kept_word_for_word(units, imports, write):
    nobody = ("9", "", "", "", "rien")
    twin = ("7", "Camille Martin", "camille@example.org", "", "")
    summary = imports.apply(write(MARTIN, twin, nobody)).value
    assert (summary.new, summary.doubtful, summary.refused) == (1, 1, 1)
    kept = ImportService(units, today).rows(summary.id)
    assert [(x.line, x.verdict) for x in kept] == [
        (2, RowVerdict.NEW),
        (3, RowVerdict.DOUBTFUL),
        (4, RowVerdict.REFUSED),
    ]
    assert kept[2].raw["Catégorie"] == "rien"
    with units.read() as work:
        (made,) = work.duplicates.brought_by(summary.id)
        assert work.contacts.get(made).display_name == "Camille Martin"


def test_giving_a_row_to_a_contact_that_is_gone_is_refused(imports, write):
    decisions = Decisions({2: LineDecision(Choice.ATTACH, 999)})
    with pytest.raises(NotFoundError):
        imports.apply(write(MARTIN), None, decisions)


@pytest.mark.parametrize("share", [0, 35, 50, 95, 100])
def test_a_cancelled_import_leaves_nothing(units, imports, write, share):
    class Stopped:
        def advance(self, done, total):
            if done * 100 >= share * total:
                raise JobCancelledError

    before = every_row(units)
    with pytest.raises(JobCancelledError):
        imports.apply(write(MARTIN, ROUX), progress=Stopped())
    assert every_row(units) == before


def test_an_import_listens_all_along_whether_it_should_stop(imports, write):
    told = []

    class Heard:
        def advance(self, done, total):
            told.append((done, total))

    people = [(f"Nom{n}", "Ana", f"p{n}@example.org", "", "") for n in range(2_000)]
    path = write(*people, header=SIMPLE)

    imports.apply(path, progress=Heard())
    # Eight times while it reads, twice while it writes, and between.
    assert len(told) >= 12
    assert told == sorted(told)
    assert told[-1] == (100, 100)
    told.clear()
    imports.preview(path, progress=Heard())
    assert len(told) >= 10


def test_an_organisation_finds_its_parent_and_its_people(units, imports, contacts, write):
    contacts.add(NewContact(kind=ContactKind.ORGANISATION, organisation_name="Le MES"))
    header = ("Structure", "Structure de rattachement", "Nom", "Prénom")
    rows = [("Le Fournil", "Le MES", "", ""), ("le fournil", "", "Roux", "Zoé")]
    imports.apply(write(*rows, header=header))
    assert names(contacts) == ["Le Fournil", "Le MES", "Zoé Roux"]
    found = {line.name: line.id for line in contacts.find(ContactFilter(), 10)}
    assert contacts.get(found["Le Fournil"]).profile.parent_id == found["Le MES"]
    with units.read() as work:
        around = work.contact_imports.around([found["Zoé Roux"]], today())
    assert [x.organisation for x in around[found["Zoé Roux"]].ties] == ["Le Fournil"]


def test_an_old_note_is_continued_not_replaced(imports, contacts, write):
    known = contacts.add(person(email="e@example.org", note="Aime le pain.")).value
    header = (*SIMPLE, "Allergies")
    row = ("Lefèvre", "Élodie", "e@example.org", "", "", "noix")
    imports.apply(write(row, header=header), None, Decisions(replaces=True))
    assert contacts.get(known.id).profile.note == "Aime le pain.\nAllergies\u00a0: noix"
    assert imports.preview(write(row, header=header)).lines[0].verdict is RowVerdict.SAME


def test_a_birth_date_that_is_known_is_not_doubted(imports, contacts, write):
    contacts.add(person(email="e@example.org", birth_on=dt.date(1972, 4, 3)))
    header = (*SIMPLE, "Date de naissance")
    row = ("Lefèvre", "Élodie", "e@example.org", "", "", "03/04/1972")
    assert imports.preview(write(row, header=header)).lines[0].verdict is RowVerdict.SAME


def test_a_photograph_of_a_card_is_stored_and_a_damaged_one_is_said(
    units, imports, contacts, tmp_path
):
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(stream, "PNG")
    good = base64.b64encode(stream.getvalue()).decode()
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{n};Zoé;;;\r\nPHOTO;ENCODING=b:{p}\r\nEND:VCARD\r\n"
    path = tmp_path / "a.vcf"
    path.write_text(card.format(n="Roux", p=good) + card.format(n="Petit", p=good[:40]))
    preview = imports.preview(path)
    assert [[x.code for x in line.warnings] for line in preview.lines] == [
        [],
        ["vcard.binary_left_out"],
    ]
    imports.apply(path)
    found = {line.name: contacts.get(line.id) for line in contacts.find(ContactFilter(), 9)}
    assert found["Zoé Petit"].profile.photo_id is None
    photo_id = found["Zoé Roux"].profile.photo_id
    with units.read() as work:
        assert work.association.image_by_id(photo_id).content
    assert {line.verdict for line in imports.preview(path).lines} == {RowVerdict.SAME}


def test_cards_without_end_and_broken_lines_are_listed_by_line(imports, tmp_path):
    path = tmp_path / "a.vcf"
    text = "BEGIN:VCARD\nN:Roux;Zoé;;;\nabc\nEND:VCARD\nBEGIN:VCARD\nN:Petit;Max;;;\n"
    path.write_text(text, encoding="utf-8")
    zoe, cut = imports.preview(path).lines
    assert [(x.line, x.code) for x in zoe.warnings] == [(3, "vcard.broken_line")]
    assert (cut.line, cut.verdict, cut.reason) == (5, RowVerdict.REFUSED, "vcard.not_closed")


def test_a_file_that_changed_is_read_again(imports, contacts, write):
    assert len(imports.preview(write(MARTIN)).lines) == 1
    assert len(imports.preview(write(MARTIN, ROUX)).lines) == 2
    header = ("Truc", "Nom")
    path = write(("noix", "Roux"), header=header, name="x.csv")
    assert imports.preview(path).columns[0].field == "kept"
    assert imports.preview(path, {"Truc": "tags"}).columns[0].field == "tags"
    imports.apply(path, {"Truc": "tags"})
    assert imports.preview(path).columns[0].field == "tags"


@pytest.mark.parametrize(
    "name",
    [
        "contacts_21.vcf",
        "contacts_30_40.vcf",
        "contacts_galette.csv",
        "contacts_galette_import.csv",
        "contacts_google_old.csv",
        "contacts_paheko.csv",
    ],
)
def test_every_format_twice_records_nobody_twice(units, imports, name):
    path = DATA / name
    assert imports.apply(path).value.new > 0
    before = every_row(units)
    again = imports.preview(path)
    assert again.count(RowVerdict.NEW) == again.count(RowVerdict.DOUBTFUL) == 0
    assert imports.apply(path).value is None
    assert every_row(units) == before


def test_other_spellings_of_a_structure_are_left_to_a_person(imports, contacts, write):
    known = ("Que Vol'terre", "makesense", "Intersticiel", "Raisonance", "Centsept")
    for name in known:
        contacts.add(NewContact(kind=ContactKind.ORGANISATION, organisation_name=name))
    told = ("Que'Volterre", "Makesense", "InterstiCiel", "raisonnances.org", "lecentsept.fr")
    preview = imports.preview(write(*((name,) for name in told), header=("Structure",)))
    assert {line.verdict for line in preview.lines} == {RowVerdict.DOUBTFUL}
    proposed = [line.candidates[0].name for line in preview.lines]
    assert proposed == list(known)


def test_a_workbook_under_another_name_is_read_all_the_same(imports, tmp_path):
    book = Workbook()
    for row in (("Nom", "Prénom"), ("Roux", "Zoé")):
        book.active.append(row)
    path = tmp_path / "liste.csv"
    book.save(tmp_path / "liste.xlsx")
    (tmp_path / "liste.xlsx").rename(path)
    assert imports.preview(path).lines[0].name == "Zoé Roux"


def test_a_row_of_a_person_given_to_a_structure_does_not_rename_it(imports, contacts, write):
    fournil = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Le Fournil")
    known = contacts.add(fournil).value
    path = write(("Roux", "Zoé", "zoe@example.org", "", ""), header=SIMPLE)
    decisions = Decisions({2: LineDecision(Choice.ATTACH, known.id)}, replaces=True)
    imports.apply(path, None, decisions)
    profile = contacts.get(known.id).profile
    assert (profile.organisation_name, profile.last_name) == ("Le Fournil", "")
    assert profile.email == "zoe@example.org"


def test_a_line_whose_changes_are_not_allowed_is_refused_and_writes_nothing(
    units, imports, contacts, write
):
    contacts.add(person("Petit", "Max", number="7"))
    contacts.add(person("Martin", "Camille", email="camille@example.org"))
    before = every_row(units)
    path = write(MARTIN)
    (line,) = imports.preview(path).lines
    assert (line.verdict, line.reason) == (RowVerdict.REFUSED, "contact.number_taken")
    assert not line.writes
    assert imports.apply(path).value is None
    assert every_row(units) == before


def test_what_is_wrong_in_a_refused_line_is_said_with_it(imports, write):
    nobody = ("9", "", "pas une adresse", "", "")
    preview = imports.preview(write(MARTIN, nobody))
    assert preview.warnings == ()
    refused = preview.lines[1]
    assert (refused.verdict, refused.name) == (RowVerdict.REFUSED, "pas une adresse")
    assert [problem.code for problem in refused.warnings] == ["email.wrong"]
