"""New addresses of a file go to the whole household, and never against what others say."""

from __future__ import annotations

import csv

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_imports import Choice, Decisions, LineDecision
from coopdesk.services.contact_imports import ContactImportService
from coopdesk.services.contacts import ContactService
from coopdesk.services.households import HouseholdService
from coopdesk.services.imports import ImportService
from tests.building import every_row, new_units, person, today

HEADER = ("Nom", "Prénom", "E-mail", "Téléphone", "Adresse", "Code postal", "Ville")
OLD = PostalAddress("3 rue Basse", "", "44000", "Nantes")
NEW = PostalAddress("8 rue Neuve", "", "29200", "Brest")
OTHER = PostalAddress("5 quai Vert", "", "69003", "Lyon")
ALL = Decisions(replaces=True)
PLACE = frozenset({"street", "postal_code", "city"})


class Home:
    """Élodie, Paul and Jeanne Lefèvre under one roof, and files that name them."""

    def __init__(self, units, folder):
        self.units = units
        self.imports = ContactImportService(units, today)
        self.contacts = ContactService(units, today)
        self.folder = folder
        self.ids = {
            first: self.contacts.add(
                person("Lefèvre", first, email=f"{first.lower()}@example.org", address=OLD)
            ).value.id
            for first in ("Élodie", "Paul", "Jeanne")
        }
        HouseholdService(units).create(list(self.ids.values()), "Les Lefèvre")

    def file(self, *rows, name="liste.csv"):
        """Write a table of (first name, address, phone)."""
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter=";")
            writer.writerow(HEADER)
            for first, address, *phone in rows:
                email = f"{first.lower()}@example.org"
                place = (address.street, address.postal_code, address.city)
                writer.writerow(("Lefèvre", first, email, *(phone or ("",)), *place))
        return path

    def change(self, first, **values):
        key = self.ids[first]
        with self.units.write("demo.built") as work:
            work.imports.change_contact(key, values)
            work.commit()

    @property
    def addresses(self):
        return {
            first: self.contacts.get(key).profile.address for first, key in self.ids.items()
        }


@pytest.fixture
def home(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Home(units, tmp_path)


def notes(preview):
    return {
        line.line: [(x.code, dict(x.values)) for x in line.warnings] for line in preview.lines
    }


def everybody(address):
    return dict.fromkeys(("Élodie", "Paul", "Jeanne"), address)


def accepting(*lines):
    return Decisions({line: LineDecision(accepted=PLACE) for line in lines})


def test_the_household_follows_to_a_new_address_and_that_is_said_before(home):
    path = home.file(("Élodie", NEW))
    before = every_row(home.units)

    preview = home.imports.preview(path, decisions=ALL)
    assert notes(preview) == {
        2: [("household.moves", {"names": "Jeanne Lefèvre, Paul Lefèvre"})]
    }
    assert [(x.code, dict(x.values)) for x in preview.warnings] == [
        ("household.file_moves", {"count": 2})
    ]
    assert every_row(home.units) == before

    outcome = home.imports.apply(path, decisions=ALL)
    assert outcome.along == ("Jeanne Lefèvre", "Paul Lefèvre")
    assert home.addresses == everybody(NEW)
    after = every_row(home.units)
    assert home.imports.apply(path, decisions=ALL).value is None
    assert every_row(home.units) == after

    ImportService(home.units, today).undo(outcome.value.id)
    assert home.addresses == everybody(OLD)


def test_an_address_that_is_not_accepted_moves_nobody(home):
    path = home.file(("Élodie", NEW))
    preview = home.imports.preview(path)
    assert (notes(preview), preview.warnings) == ({2: []}, ())
    assert home.imports.apply(path).value is None


def test_two_rows_with_the_same_new_address_move_the_rest_once(home):
    path = home.file(("Élodie", NEW), ("Paul", NEW))
    preview = home.imports.preview(path, decisions=ALL)
    assert notes(preview) == {2: [("household.moves", {"names": "Jeanne Lefèvre"})], 3: []}
    assert home.imports.apply(path, decisions=ALL).along == ("Jeanne Lefèvre",)
    assert home.addresses == everybody(NEW)


def test_two_rows_with_different_new_addresses_are_left_to_a_person(home):
    path = home.file(("Élodie", NEW, "06 12 34 56 78"), ("Paul", OTHER))
    preview = home.imports.preview(path, decisions=ALL)
    said = ("household.addresses_differ", {"lines": "2, 3"})
    assert notes(preview) == {2: [said], 3: [said]}
    taken = [[x.field for x in line.changes if x.accepted] for line in preview.lines]
    assert taken == [["phone"], []]
    home.imports.apply(path, decisions=ALL)
    assert home.addresses == everybody(OLD)

    home.imports.apply(path, decisions=accepting(3))
    assert home.addresses == everybody(OTHER)


def test_two_addresses_that_are_both_accepted_by_hand_are_still_two(home):
    path = home.file(("Élodie", NEW), ("Paul", OTHER))
    assert home.imports.apply(path, decisions=accepting(2, 3)).value is None
    assert home.addresses == everybody(OLD)


def test_refusing_one_of_two_addresses_leaves_the_other(home):
    path = home.file(("Élodie", NEW), ("Paul", OTHER))
    refused = Decisions({3: LineDecision(refused=PLACE)}, replaces=True)
    home.imports.apply(path, decisions=refused)
    assert home.addresses == everybody(NEW)


def test_a_member_whose_row_is_left_out_follows(home):
    path = home.file(("Élodie", NEW), ("Paul", OTHER))
    left_out = Decisions({3: LineDecision(Choice.LEAVE_OUT)}, replaces=True)
    assert home.imports.apply(path, decisions=left_out).along == (
        "Jeanne Lefèvre",
        "Paul Lefèvre",
    )
    assert home.addresses == everybody(NEW)


def test_a_row_that_keeps_the_old_address_is_a_doubt_until_the_new_one_is_accepted(home):
    path = home.file(("Élodie", NEW), ("Paul", OLD, "06 12 34 56 78"))
    home.imports.apply(path, decisions=ALL)
    assert home.addresses == everybody(OLD)

    home.imports.apply(path, decisions=accepting(2))
    assert home.addresses == everybody(NEW)
    after = home.addresses
    home.imports.apply(path, decisions=ALL)
    assert home.addresses == after, "the old address of the other row does not come back"


def test_what_a_row_brings_to_somebody_who_follows_stays(home):
    path = home.file(("Paul", PostalAddress(), "06 12 34 56 78"), ("Élodie", NEW))
    home.imports.apply(path, decisions=ALL)
    assert home.addresses == everybody(NEW)
    assert home.contacts.get(home.ids["Paul"]).profile.phone == "06 12 34 56 78"


def test_an_address_for_somebody_without_one_does_not_replace_that_of_the_household(home):
    home.change("Élodie", street="", postal_code="", city="")
    path = home.file(("Élodie", NEW))
    preview = home.imports.preview(path)
    assert notes(preview) == {2: [("household.has_address", {"lines": "2"})]}
    assert home.imports.apply(path).value is None

    home.imports.apply(path, decisions=accepting(2))
    assert home.addresses == everybody(NEW)


def test_a_household_without_address_gets_the_one_that_a_row_brings(home):
    for first in home.ids:
        home.change(first, street="", postal_code="", city="")
    path = home.file(("Élodie", NEW))
    assert home.imports.apply(path).along == ("Jeanne Lefèvre", "Paul Lefèvre")
    assert home.addresses == everybody(NEW)
