"""Real layouts of contact files, when the samples stand beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.contact_files import read_contacts, recognise_contacts

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
FORMATS = {
    "galette": FileFormat.GALETTE_MEMBERS,
    "google-contacts": FileFormat.GOOGLE_CONTACTS,
    "vcard": FileFormat.VCARD,
}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")


def _files(folder):
    return sorted((SAMPLES / folder).iterdir())


def _said(row):
    """Every text that a contact keeps of its row."""
    profile = row.profile
    texts = [profile.note, profile.display_name, profile.email, profile.phone, profile.website]
    texts += [profile.address.street, profile.address.complement, profile.address.city]
    texts += [profile.address.postal_code, profile.address.country, str(profile.birth_on)]
    texts += [x for point in profile.points for x in (point.value, point.label)]
    texts += [x for tie in row.ties for x in (tie.organisation, tie.role)]
    return " ".join((*texts, *profile.tags, row.reference, profile.number))


@pytest.mark.parametrize("folder", FORMATS)
def test_the_samples_of_other_programs_are_recognised_and_read_whole(folder):
    for path in _files(folder):
        read = read_contacts(path)
        assert (read.file_format, read.problems) == (FORMATS[folder], ())
        for row in read.rows:
            assert row.profile.display_name


def test_the_headers_of_galette_are_known_though_a_space_ends_them():
    path = next(path for path in _files("galette") if "ENTETE" in path.name)
    fields = {use.column: use.field for use in recognise_contacts(path).columns}
    wanted = {"Nom": "last_name", "Prénom": "first_name", "Courriel": "email", "GSM": "phone"}
    assert {name: fields[name] for name in wanted} == wanted
    assert b'"Nom ";' in path.read_bytes()


def test_the_card_of_google_loses_no_text():
    (row,) = read_contacts(_files("google-contacts")[0]).rows
    said = f"{_said(row)} USA"
    # Labels of values stand beside them; the first e-mail is the preferred one.
    silent = {"Mobile", "Work", "* Work", "* myContacts ::: Navy"}
    lost = [text for text in row.raw.values() if text not in silent and text not in said]
    assert [text for text in lost if text] == []
    assert row.profile.tags == ("Navy",)


def test_the_members_of_paheko_are_read_and_its_accounts_are_not_members():
    members = [path for path in _files("paheko") if "membres" in path.name]
    (row,) = read_contacts(members[0]).rows
    assert (row.profile.display_name, row.reference) == ("Camille Martin", "1")
    for path in _files("paheko"):
        if path not in members:
            with pytest.raises(RuleError, match=r"file\.no_naming_column"):
                read_contacts(path)


def test_sheets_without_contacts_say_why():
    codes = {}
    for path in _files("ods"):
        with pytest.raises(RuleError) as refused:
            read_contacts(path)
        codes[path.stem] = refused.value.code
    assert codes == {"empty": "file.empty", "pythagoras": "file.no_naming_column"}
