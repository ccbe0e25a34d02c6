"""The file of accounting entries of a fiscal year, written from the books."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.entries import EntryKind
from coopdesk.domain.fec import FecCharset, FecSeparator, FecStyle
from coopdesk.domain.fec_checks import check_fec
from coopdesk.services.association import AssociationService
from coopdesk.services.closing import ClosingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.fec import FecService
from tests.building import PROFILE, new_units, person, today
from tests.services.book_office import Books, credit, debit, entry


@pytest.fixture
def books(tmp_path):
    with new_units(tmp_path / "books.coopdesk") as units:
        AssociationService(units).save(replace(PROFILE, siren="123456782"))
        yield Books(units)


def rows(path, charset="utf-8", separator="\t"):
    lines = path.read_bytes().decode(charset).split("\r\n")
    assert lines.pop() == ""
    return [line.split(separator) for line in lines]


def test_file_holds_what_is_validated_opening_first_then_by_number(books, tmp_path):
    books.validated(label="Don\tde | Maëlle\u00a0!")
    opening = (debit("5121", 900), credit("110", 900))
    books.validated(
        entry(lines=opening, journal="AN", kind=EntryKind.OPENING, day=dt.date(2026, 1, 1))
    )
    lines = (debit("58", 100, label="Retrait"), credit("5121", 100))
    books.validated(entry(lines=lines, voucher_ref="R-7", voucher_on=dt.date(2025, 12, 30)))
    books.record()
    done = FecService(books.units).write(1, tmp_path / "fec")
    assert done.path.name == "123456782FEC20261231.txt"
    assert check_fec(done.path.read_bytes(), done.path.name) == ()
    found = rows(done.path)
    assert [row[2] for row in found[1:]] == ["2", "2", "1", "1", "3", "3"]
    assert found[3][10] == "Don de Maëlle !"
    assert found[3][8] == "ECRITURE-1"
    assert (found[5][4], found[5][8], found[5][9]) == ("580", "R-7", "20251230")
    assert (found[5][10], found[6][10]) == ("Retrait", "Don de Maëlle Zéphyr")
    figures = done.figures
    told = [one.code for one in done.figures.warnings]
    assert told == ["fec.drafts_left_out", "fec.year_is_open", "fec.account_padded"]
    assert (figures.entries, figures.lines, figures.drafts) == (3, 6, 1)
    assert figures.debit == figures.credit
    assert "123456782FEC20261231.txt" in done.description.read_text(encoding="utf-8")


def test_file_of_a_closed_year_keeps_the_names_of_then(books, tmp_path):
    old = books.years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
    books.validated(day=dt.date(2025, 6, 1))
    ClosingService(books.units, today).close(old.id)
    files = FecService(books.units)
    before, open_year = files.write(old.id, tmp_path / "a"), books.years.current().id
    for name in ("Cagnotte", "Dons en ligne"):
        books.chart.change("5121", label=name)
    books.chart.change_journal("BQ", name="Caisse d’épargne")
    after = files.write(old.id, tmp_path / "b")
    for file in ("path", "description"):
        assert getattr(before, file).read_bytes() == getattr(after, file).read_bytes()
    now = rows(files.write(open_year, tmp_path / "c").path)
    assert "Dons en ligne" in [row[5] for row in now]


def test_third_party_and_other_charset_are_written(books, tmp_path):

    contact = ContactService(books.units, today).add(person("Nguyễn")).value
    lines = (debit("5121", 500), credit("4112", 500, contact_id=contact.id))
    books.validated(entry(lines=lines, label="Règlement « cœur » – œuvre €"))
    style = FecStyle(FecSeparator.PIPE, FecCharset.ISO_8859_15)
    done = FecService(books.units).write(1, tmp_path, style)
    found = rows(done.path, "iso8859-15", "|")
    assert found[2][6:8] == [f"C{contact.id}", "Élodie Nguyen"]
    assert found[2][10] == "Règlement « cœur » - œuvre €"
    assert check_fec(done.path.read_bytes(), done.path.name) == ()


def test_association_without_siren_or_validated_entry_is_told_so(tmp_path):
    with new_units(tmp_path / "books.coopdesk") as units:
        books = Books(units)
        draft = books.record()
        empty = FecService(units).write(1, tmp_path).figures.warnings
        books.entries.validate([draft])
        done = FecService(units).write(1, tmp_path)
    told = ["fec.no_siren", "fec.no_entries", "fec.drafts_left_out", "fec.year_is_open"]
    assert [one.code for one in empty] == told
    assert done.path.name == "SANS-SIREN-FEC20261231.txt"
    assert [one.code for one in done.figures.warnings] == [told[0], told[3]]
