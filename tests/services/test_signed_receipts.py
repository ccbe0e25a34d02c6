"""Copies of receipts signed with a .p12 key: only with the extra ``sign``."""

from __future__ import annotations

import datetime as dt
import io
import sys
from typing import TYPE_CHECKING

import pytest

from coopdesk.documents.pdf_signatures import PaperSigner
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.receipt_proofs import Verified
from coopdesk.services.receipt_output import ReceiptOutput
from tests.building import TODAY
from tests.services.receipt_office import ReceiptOffice, receipt_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_USAGE = dict.fromkeys(
    (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    ),
    False,
) | {"digital_signature": True, "content_commitment": True}
PASSWORD = "clé de la trésorière"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiptOffice]:
    with receipt_office(tmp_path_factory.mktemp("signed")) as opened:
        opened.issued(("Aubertin", 5000))
        yield opened


def key(last: dt.date) -> bytes:
    """Return a .p12 file with a new key, valid until a day."""
    pytest.importorskip("pyhanko")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509.oid import NameOID

    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "La Coop des Rives")])
    noon = dt.datetime.combine(last, dt.time(12), dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(7)
        .not_valid_before(dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(noon)
        .add_extension(x509.KeyUsage(**_USAGE), critical=True)
        .sign(private, hashes.SHA256())
    )
    locked = BestAvailableEncryption(PASSWORD.encode())
    return pkcs12.serialize_key_and_certificates(b"key", private, certificate, None, locked)


def signed(office: ReceiptOffice, folder: Path) -> Path:
    file = folder / "key.p12"
    file.write_bytes(key(TODAY + dt.timedelta(days=3_000)))
    output = ReceiptOutput(sign=file, passphrase=PASSWORD)
    return office.papers.write([1], folder / "out", output).paths[0]


def test_a_signed_copy_begins_with_what_was_issued_and_is_authentic(office, tmp_path):
    path = signed(office, tmp_path)

    found = office.papers.verify(path)

    assert path.read_bytes().startswith(office.receipts.pdf(1))
    assert (found.outcome, found.findings) == (Verified.AUTHENTIC, ())
    assert (found.signature.signer, found.signature.is_intact) == ("La Coop des Rives", True)


def test_a_signed_copy_that_was_changed_since_is_modified(office, tmp_path):
    path = signed(office, tmp_path)
    content = bytearray(path.read_bytes())
    content[-400] ^= 1

    assert office.papers.proven(bytes(content)).outcome is Verified.MODIFIED


def test_a_forger_who_alters_the_paper_and_signs_it_is_not_believed(office):
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, StreamObject

    paper = office.receipts.pdf(1)
    signer = PaperSigner(key(TODAY + dt.timedelta(days=9)), PASSWORD, TODAY)

    writer = PdfWriter(io.BytesIO(paper), incremental=True)
    stream = StreamObject()
    stream.set_data(b"0 0 600 800 re f")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    altered = io.BytesIO()
    writer.write(altered)

    content = signer.signed(altered.getvalue())

    assert content.startswith(paper)
    assert office.papers.proven(content).outcome is Verified.MODIFIED


@pytest.mark.parametrize("lie", ["metadata", "root"])
def test_a_forger_who_renames_parts_of_the_paper_is_not_believed(office, lie):
    pytest.importorskip("pyhanko")
    from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    paper = office.receipts.pdf(1)
    writer = IncrementalPdfFileWriter(io.BytesIO(paper))
    page = writer.root["/Pages"]["/Kids"][0]
    other = StreamObject(stream_data=b"0 0 600 800 re f")
    # A forger's tool need not tell the day, nor stumble over what is no XML.
    writer._update_meta = lambda: None
    if lie == "metadata":
        content = page.raw_get("/Contents")
        writer.objects[content.generation, content.idnum] = other
        writer.root["/Metadata"] = content
        writer.update_root()
    else:
        shown = DictionaryObject(page)
        shown["/Contents"] = writer.add_object(other)
        pages = DictionaryObject(writer.root["/Pages"])
        pages["/Kids"] = type(pages["/Kids"])([writer.add_object(shown)])
        root = DictionaryObject(writer.root)
        root["/Pages"] = writer.add_object(pages)
        writer._root_object = root
        writer._root = writer.add_object(root)
    last = TODAY + dt.timedelta(days=9)
    signer = signers.SimpleSigner.load_pkcs12_data(key(last), [], PASSWORD.encode())
    written = io.BytesIO()
    metadata = signers.PdfSignatureMetadata(field_name="Signature")
    signers.sign_pdf(writer, metadata, signer=signer, output=written)

    assert written.getvalue().startswith(paper)
    assert office.papers.proven(written.getvalue()).outcome is Verified.MODIFIED


def test_a_wrong_password_or_an_old_certificate_is_refused(tmp_path):
    file = key(TODAY - dt.timedelta(days=1))

    for passphrase, code in (
        ("faux", "signature.cannot_open"),
        (PASSWORD, "signature.expired"),
    ):
        with pytest.raises(RuleError) as refused:
            PaperSigner(file, passphrase, TODAY)
        assert refused.value.code == code


def test_without_the_extra_signing_says_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyhanko.sign.signers", None)
    monkeypatch.setitem(sys.modules, "pyhanko", None)

    with pytest.raises(ExternalError) as refused:
        PaperSigner(b"", "", TODAY)

    assert refused.value.code == "signature.extra_missing"


def test_without_the_extra_a_signature_is_seen_and_left_open(office, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyhanko.pdf_utils.reader", None)
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    content = office.receipts.pdf(1) + b"/ByteRange [0 1 2 3]\n%%EOF\n"

    found = office.papers.proven(content)

    assert found.outcome is Verified.DOUBTFUL
    assert [one.code for one in found.findings] == ["proof.signature_unchecked"]
