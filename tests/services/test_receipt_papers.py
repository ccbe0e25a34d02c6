"""The papers of receipts: copies, files, what goes by post and what by e-mail."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.receipt_output import OutputOrder, OutputShape
from coopdesk.domain.receipt_proofs import Verified
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.receipt_output import ReceiptOutput
from tests.services.receipt_office import ReceiptOffice, StopAt, receipt_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOGETHER = ReceiptOutput(OutputShape.ONE_FILE)
THREE = (("Aa", 5000), ("Bb", 6000), ("Cc", 7000))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ReceiptOffice]:
    with receipt_office(tmp_path) as opened:
        yield opened


def pages(content: bytes | Path) -> list[str]:
    stream = content if not isinstance(content, bytes) else io.BytesIO(content)
    return [page.extract_text() for page in PdfReader(stream).pages]


def test_separate_files_are_the_very_bytes_that_were_issued(office, tmp_path):
    office.give(office.donor("d'Hautefeuille", "Zoé"))
    office.give(office.donor("../../etc", "CON:"))
    issued = office.receipts.issue_year(2026).value

    files = office.papers.write_year(2026, tmp_path / "papers")

    assert [path.read_bytes() for path in files.paths] == [
        office.receipts.pdf(line.id) for line in issued
    ]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in files.paths) == [
        "papers/recu-2026-0001-etc-con.pdf",
        "papers/recu-2026-0002-d-hautefeuille-zoe.pdf",
    ]


def test_one_file_says_the_same_as_the_separate_ones(office, tmp_path):
    issued = office.issued(*THREE)

    (path,) = office.papers.write_year(2026, tmp_path, TOGETHER).paths

    assert path.name == "recus-2026-0001-a-2026-0003.pdf"
    separate = [page for line in issued for page in pages(office.receipts.pdf(line.id))]
    assert pages(path) == separate


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (OutputOrder.NUMBER, ["Aa", "Bb", "Cc"]),
        (OutputOrder.POSTAL_CODE, ["Cc", "Aa", "Bb"]),
        (OutputOrder.DONOR, ["Aa", "Bb", "Cc"]),
    ],
)
def test_one_file_stands_in_the_order_that_was_asked_for(office, tmp_path, order, names):
    for name, code in (("Bb", "75011"), ("Aa", "44000"), ("Cc", "01000")):
        office.give(office.donor(name, address=PostalAddress("1 rue", "", code, "Ici", "FR")))
    ids = [line.id for line in office.receipts.issue_year(2026).value]
    ids.reverse()

    files = office.papers.write(ids, tmp_path, ReceiptOutput(OutputShape.ONE_FILE, order))

    found = [next(x for x in names if f"Nom : {x}" in page) for page in pages(files.paths[0])]
    assert found == names


def test_cancelled_writing_leaves_whole_files_and_can_be_repeated(office, tmp_path):
    office.issued(*THREE)
    folder = tmp_path / "p"

    with pytest.raises(JobCancelledError):
        office.papers.write_year(2026, folder, progress=StopAt(2))
    partly = sorted(path.name for path in folder.iterdir())
    with pytest.raises(JobCancelledError):
        office.papers.write_year(2026, tmp_path / "q", TOGETHER, StopAt(2))
    office.papers.write_year(2026, folder)

    assert [name[-4:] for name in partly] == [".pdf", ".pdf"]
    assert len(list(folder.iterdir())) == 3
    assert not (tmp_path / "q").exists()


def test_writing_into_a_file_is_refused_by_name(office, tmp_path):
    office.issued(("Aa", 5000))
    (tmp_path / "notes").write_text("mine")

    with pytest.raises(ExternalError) as refused:
        office.papers.write_year(2026, tmp_path / "notes")

    assert refused.value.code == "file.cannot_write"
    assert (tmp_path / "notes").read_text() == "mine"


def test_a_year_without_receipts_writes_nothing(office, tmp_path):
    with pytest.raises(RuleError) as refused:
        office.papers.write_year(2026, tmp_path / "p")

    assert refused.value.code == "receipt.none_issued"
    assert not (tmp_path / "p").exists()


def test_a_duplicate_begins_with_the_bytes_that_were_issued(office, tmp_path):
    (line,) = office.issued(("Aa", 5000))
    stored = office.receipts.pdf(line.id)

    path = office.papers.write_one(line.id, tmp_path / "d.pdf", duplicate=True)
    plain = office.papers.write_one(line.id, tmp_path / "p.pdf")

    assert plain.read_bytes() == stored
    assert path.read_bytes().startswith(stored)
    assert all("DUPLICATA édité le 22 novembre 2026" in page for page in pages(path))


def test_a_voided_receipt_is_marked_and_goes_into_no_envelope(office, tmp_path):
    office.issued(*THREE)
    replaced = office.life.replace(1, "montant erroné").value
    office.life.void(2, "don retourné")

    files = office.papers.write([1, 2, 3], tmp_path / "each", ReceiptOutput())
    together = office.papers.write([1, 2, 3], tmp_path, TOGETHER)

    names = [path.name for path in files.paths]
    assert names[:2] == [
        "recu-2026-0001-aa-elodie-annule.pdf",
        "recu-2026-0002-bb-elodie-annule.pdf",
    ]
    (first,) = pages(files.paths[0])
    assert (
        f"ANNULÉ le 22 novembre 2026 — remplacé par le reçu n° {replaced.number_text}"
        in first.replace("\u00a0", " ")
    )
    assert files.paths[0].read_bytes().startswith(office.receipts.pdf(1))
    assert together.written == (3,)
    assert [one.name for one in together.left_out] == [
        "2026-0001 Élodie Aa",
        "2026-0002 Élodie Bb",
    ]
    for path in files.paths[:2]:
        assert office.papers.verify(path).outcome is Verified.VOIDED
    assert (
        office.papers.proven(office.receipts.pdf(1)).receipts[0].replaced_by
        == replaced.number_text
    )


def test_letters_stand_in_front_of_the_receipts_of_each_donor(office, tmp_path):
    office.issued(*THREE)

    output = ReceiptOutput(OutputShape.ONE_FILE, OutputOrder.POSTAL_CODE, letters=True)
    (path,) = office.papers.write([1, 2, 3], tmp_path, output).paths

    read = pages(path)
    assert len(read) == 6
    assert [
        page.count("Envoi") + page.count("Objet : Votre reçu fiscal 2026") for page in read
    ] == [1, 0, 1, 0, 1, 0]
    for letter, receipt, number in zip(
        read[::2], read[1::2], ("0001", "0002", "0003"), strict=True
    ):
        assert f"reçu fiscal n° 2026-{number}, pour" in " ".join(letter.split())
        assert f"2026-{number}" in receipt
    found = office.papers.verify(path)
    assert found.outcome is Verified.PRINTED
    assert [one.pages for one in found.receipts] == [(2,), (4,), (6,)]
    assert office.letters_kept() == [("cover", "post", None, n) for n in (1, 2, 3)]


def test_by_way_drafts_go_to_those_with_an_email_and_the_rest_to_the_post(office, tmp_path):
    for name, email, code in (
        ("Aa", "aa@example.org", "44000"),
        ("Bb", "", "75011"),
        ("Cc", "", "01000"),
    ):
        address = PostalAddress("1 rue", "", code, "Ici", "FR")
        office.give(office.donor(name, email=email, address=address))
    office.receipts.issue_year(2026)

    output = ReceiptOutput(OutputShape.BY_WAY)
    files = office.papers.write([1, 2, 3], tmp_path, output)

    assert (files.mailed, files.posted, files.left_out) == ((1,), (3, 2), ())
    assert [path.name for path in files.paths] == ["recus-a-poster.pdf"]
    assert ["Cc" in pages(files.paths[0])[0], "Bb" in pages(files.paths[0])[1]] == [True, True]
    (draft,) = [message_from_bytes(path.read_bytes(), policy=default) for path in files.emails]
    assert draft["To"] == "Élodie Aa <aa@example.org>"
    assert draft["Subject"] == "Votre reçu fiscal 2026"
    (paper,) = draft.iter_attachments()
    assert paper.get_filename() == "recu-2026-0001-aa-elodie.pdf"
    assert paper.get_content() == office.receipts.pdf(1)
    assert "50,00" in draft.get_body().get_content()
    assert office.letters_kept() == [("cover", "email", None, 1)]
    assert office.papers.write([1, 2, 3], tmp_path, output).mailed == (1,)
    assert len(office.letters_kept()) == 1


def test_receipts_of_a_donor_who_moved_stay_behind_the_one_letter(office, tmp_path):
    def at(code):
        return PostalAddress("1 rue", "", code, "Ici", "FR")

    moved = office.donor("Aa", address=at("01000"))
    office.give(moved)
    office.give(office.donor("Bb", address=at("44000")))
    office.receipts.issue_year(2026)
    profile = office.contacts.get(moved).profile
    office.contacts.change(moved, replace(profile, address=at("75011")))
    office.give(moved, 700)
    office.receipts.issue_year(2026)

    output = ReceiptOutput(OutputShape.BY_WAY, letters=True)
    (path,) = office.papers.write([1, 2, 3], tmp_path, output).paths

    read = [" ".join(page.split()) for page in pages(path)]
    assert "vos reçus fiscaux n° 2026-0001 et 2026-0003" in read[0]
    numbers = [re.findall(r"Reçu n° (2026-\d{4})", page) for page in read]
    assert numbers == [[], ["2026-0001"], ["2026-0003"], [], ["2026-0002"]]


def test_a_cancel_between_two_drafts_notes_nothing(office, tmp_path):
    office.give(office.donor("Aa", email="aa@example.org"))
    office.receipts.issue_year(2026)

    with pytest.raises(JobCancelledError):
        office.papers.write([1], tmp_path, ReceiptOutput(OutputShape.BY_WAY), StopAt(40))

    assert office.letters_kept() == []
    assert list(tmp_path.glob("*.eml")) == []
