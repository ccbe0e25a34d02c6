"""Files that claim to be receipts: ours by their bytes, prints, and forgeries (F70)."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import ContentStream, NameObject

from coopdesk.documents.receipt_seal import seal_text
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.domain.receipt_proofs import Verified
from coopdesk.domain.receipt_snapshots import commitment, snapshot_from_json
from coopdesk.exchange.pdf_reading import Clock
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.services.receipt_proofs import Prover
from coopdesk.wording.receipt_proofs import verification_lines
from tests.services.receipt_office import ReceiptOffice, receipt_office

if TYPE_CHECKING:
    from collections.abc import Iterator

TOGETHER = ReceiptOutput(OutputShape.ONE_FILE)
FONT = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiptOffice]:
    """Three receipts that no test changes."""
    with receipt_office(tmp_path_factory.mktemp("proofs")) as office:
        office.issued(("Aubertin", 5000), ("Bossuat", 6000), ("Cordier", 7000))
        yield office


@pytest.fixture(scope="module")
def paper(shared: ReceiptOffice) -> bytes:
    return shared.receipts.pdf(1)


def codes(found) -> list[str]:
    receipts = [each.code for receipt in found.receipts for each in receipt.findings]
    return [*(each.code for each in found.findings), *receipts]


def resaved(content: bytes, *pages: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(content))
    for page in pages:
        writer.append(io.BytesIO(page))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def rewritten(content: bytes, changed: dict[str, str]) -> bytes:
    """Replace words on the first page as a PDF editor does, in what the page draws."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    page = writer.pages[0]
    codes = _codes(page)
    stream = ContentStream(page.get_contents(), writer)
    data = stream.get_data().decode("latin-1")
    for old, new in changed.items():
        before = "".join(codes[letter] for letter in old)
        assert before in data
        data = data.replace(before, "".join(codes[letter] for letter in new))
    stream.set_data(data.encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _codes(page) -> dict[str, str]:
    """Return the codes of the characters in the page's fonts, which agree."""
    found: dict[str, str] = {}
    for font in page["/Resources"]["/Font"].values():
        cmap = font.get_object()["/ToUnicode"].get_data().decode()
        for line in cmap.splitlines():
            parts = line.replace("<", " ").replace(">", " ").split()
            if len(parts) == 2 and len(parts[1]) == 4:
                found.setdefault(chr(int(parts[1], 16)), parts[0].lower())
    return found


def test_the_paper_as_issued_is_authentic(shared, paper, tmp_path):
    (tmp_path / "r.pdf").write_bytes(paper)

    found = shared.papers.verify(tmp_path / "r.pdf")

    assert (found.outcome, found.is_ours, codes(found)) == (Verified.AUTHENTIC, True, [])
    assert found.receipts[0].number_text == "2026-0001"


def test_our_duplicate_is_known_as_one(shared):
    found = shared.papers.proven(shared.papers.duplicate(2))

    assert (found.outcome, codes(found)) == (Verified.DUPLICATE, [])
    assert found.marked_on.isoformat() == "2026-11-22"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"***50,00***": "***90,00***"}, "proof.amount_differs"),
        ({"cinquante euros": "soixante euros"}, "proof.amount_differs"),
        ({"Aubertin": "Cordier"}, "proof.donor_differs"),
        ({"22/11/2026": "22/11/2025"}, "proof.day_differs"),
    ],
)
def test_a_forger_who_changes_a_field_is_told_which(shared, paper, changed, code):
    found = shared.papers.proven(rewritten(paper, changed))

    assert found.outcome is Verified.MODIFIED
    assert set(codes(found)) == {code}
    (new,) = changed.values()
    said = "\n".join(verification_lines(found))
    assert new.strip("*") in said


def test_a_changed_amount_behind_the_paper_as_issued_is_something_added(shared, paper):
    changed = rewritten(paper, {"***50,00***": "***90,00***"})
    stream = io.BytesIO(paper + changed)

    assert codes(shared.papers.proven(stream.getvalue())) == ["proof.appended"]


def test_an_incremental_update_of_another_tool_is_modified(shared, paper):
    writer = PdfWriter(io.BytesIO(paper), incremental=True)
    writer.add_metadata({"/Title": "Autre"})
    stream = io.BytesIO()
    writer.write(stream)
    content = stream.getvalue()
    assert content.startswith(paper)

    found = shared.papers.proven(content)

    assert (found.outcome, codes(found)) == (Verified.MODIFIED, ["proof.appended"])


def test_a_duplicate_mark_that_was_tampered_with_is_modified(shared, paper):
    content = bytearray(shared.papers.duplicate(1))
    content[len(paper) + 200] ^= 1

    assert shared.papers.proven(bytes(content)).outcome is Verified.MODIFIED


def test_a_file_written_anew_has_our_words_but_is_not_the_receipt(shared, paper):
    found = shared.papers.proven(resaved(paper))

    assert (found.outcome, codes(found)) == (Verified.MODIFIED, ["proof.bytes_differ"])


def test_no_flipped_byte_is_authentic(shared, paper):
    for place in range(0, len(paper), len(paper) // 9):
        content = bytearray(paper)
        content[place] ^= 1
        outcome = shared.papers.proven(bytes(content)).outcome
        assert outcome not in {Verified.AUTHENTIC, Verified.DUPLICATE}, place


def test_the_page_of_another_receipt_is_named(shared, paper):
    found = shared.papers.proven(rewritten(shared.receipts.pdf(2), {"2026-0002": "2026-0001"}))

    assert found.outcome is Verified.MODIFIED
    assert "proof.number_differs" in codes(found) or "proof.donor_differs" in codes(found)


def test_a_number_that_was_never_issued_is_unknown(shared, paper):
    found = shared.papers.proven(rewritten(paper, {"2026-0001": "2026-0009"}))

    assert found.outcome in {Verified.UNKNOWN, Verified.MODIFIED}
    assert not found.is_ours


def test_the_receipt_of_another_association_is_unknown(shared, tmp_path):
    with receipt_office(tmp_path) as other:
        other.issued(("Zola", 900), ("Yver", 800), ("Xu", 700), ("Weil", 600))
        foreign = other.receipts.pdf(4)

    found = shared.papers.proven(foreign)

    assert found.outcome is Verified.UNKNOWN
    assert codes(found) == ["proof.number_unknown"]


def test_a_print_of_several_receipts_is_judged_one_by_one(shared, tmp_path):
    path = shared.papers.write([1, 2, 3], tmp_path, TOGETHER).paths[0]

    found = shared.papers.verify(path)
    forged = shared.papers.proven(rewritten(path.read_bytes(), {"Aubertin": "Cordier"}))

    assert (found.outcome, codes(found)) == (Verified.PRINTED, [])
    assert [(each.number_text, each.pages) for each in found.receipts] == [
        ("2026-0001", (1,)),
        ("2026-0002", (2,)),
        ("2026-0003", (3,)),
    ]
    assert forged.outcome is Verified.MODIFIED
    assert [bool(each.findings) for each in forged.receipts] == [True, False, False]


def test_the_code_of_a_paper_is_held_against_the_register(shared):
    with shared.units.read() as work:
        (kept,) = work.receipt_papers.kept([1])
    said = snapshot_from_json(kept.snapshot)
    code = seal_text(said, commitment(kept.salt, kept.snapshot))

    real = shared.papers.verify_code(code)
    forged = shared.papers.verify_code(code.replace("|5000|", "|9000|"))
    strange = shared.papers.verify_code(code.replace("2026-0001", "2026-0009"))

    assert (real.outcome, codes(real)) == (Verified.PRINTED, [])
    assert (forged.outcome, codes(forged)) == (Verified.MODIFIED, ["proof.cents_differs"])
    assert (strange.outcome, codes(strange)) == (Verified.UNKNOWN, ["proof.number_unknown"])
    with pytest.raises(RuleError) as refused:
        shared.papers.verify_code("https://example.org")
    assert refused.value.code == "receipt.no_seal"


def test_a_scan_is_said_to_hold_no_text(shared):
    assert codes(shared.papers.proven(one_page(b"0 0 9 9 re f"))) == ["proof.no_text"]


def test_a_row_edited_behind_our_back_makes_the_paper_doubtful(tmp_path):
    with receipt_office(tmp_path) as office:
        (line,) = office.issued(("Aubertin", 5000))
        content = office.receipts.pdf(line.id)
        office.take_protection_off("tax_receipt")
        office.sql("UPDATE tax_receipt SET amount_cents = 9000")

        found = office.papers.proven(content)

    assert (found.outcome, codes(found)) == (Verified.DOUBTFUL, ["proof.entry_altered"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"hello", "pdf.not_a_pdf"),
        (b"%PDF-1.4\n" + b"\x00" * 4_000, "pdf.damaged"),
        (b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF", "pdf.damaged"),
    ],
)
def test_a_file_that_is_no_pdf_is_said_to_be_unreadable(shared, content, code):
    found = shared.papers.proven(content)

    assert (found.outcome, codes(found)) == (Verified.UNREADABLE, [code])


def test_a_file_under_a_password_is_said_to_be(shared, paper):
    writer = PdfWriter(clone_from=io.BytesIO(paper))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)

    assert codes(shared.papers.proven(stream.getvalue())) == ["pdf.encrypted"]


def test_a_page_that_takes_too_long_is_left(shared):
    content = one_page(b"BT /F 9 Tf (a) Tj ET\n" * 3_000, resources=FONT)
    moments = iter(range(10_000_000))

    prover = Prover(shared.units, clock=Clock(2_000, lambda: next(moments)))
    found = prover.verification(content)

    assert (found.outcome, codes(found)) == (Verified.UNREADABLE, ["pdf.too_slow"])


def test_forms_that_unfold_for_ever_are_not_followed(shared):
    found = Prover(shared.units, clock=Clock(0.2)).verification(unfolding())

    assert (found.outcome, codes(found)) == (Verified.UNREADABLE, ["pdf.too_slow"])


def test_a_page_with_far_too_much_on_it_is_not_read(shared):
    content = one_page(zlib.compress(b"0 0 m\n" * 1_500_000), b"/Filter /FlateDecode ")

    found = shared.papers.proven(content)

    assert found.outcome is Verified.UNREADABLE
    assert codes(found)[0] in {"pdf.too_large", "pdf.damaged"}


def one_page(stream: bytes, head: bytes = b"", *more: bytes, resources: bytes = b"") -> bytes:
    """Return a PDF of one page; ``more`` are further objects, from number 5 on."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
        b" /Resources << %b >> >>" % resources,
        b"<< %b/Length %d >>\nstream\n%b\nendstream" % (head, len(stream), stream),
        *more,
    )
    body, table = b"%PDF-1.4\n", b""
    for number, content in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def unfolding(depth: int = 20) -> bytes:
    """Return a page whose form draws another ten times, and so on."""
    forms = []
    for number in range(5, 5 + depth):
        inner = b"/X Do\n" * 10 if number < 4 + depth else b"BT /F 9 Tf (a) Tj ET"
        forms.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %b /XObject << /X"
            b" %d 0 R >> >> /Length %d >>\nstream\n%b\nendstream"
            % (FONT, number + 1, len(inner), inner)
        )
    return one_page(b"/X Do", b"", *forms, resources=b"/XObject << /X 5 0 R >>")
