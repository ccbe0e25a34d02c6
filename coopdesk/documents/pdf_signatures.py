"""Sign papers with a certificate, and look at signatures; only with the extra ``sign``.

PAdES, invisible, appended to the file: the paper as it was issued stays its beginning. Who
stands behind a certificate is not judged here, only whether anything changed since.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.receipt_proofs import PaperSignature

if TYPE_CHECKING:
    import datetime as dt

    from pyhanko.pdf_utils.generic import PdfObject, Reference
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.signers import SimpleSigner

_FIELD = "Signature"
_BYTE_RANGE = b"/ByteRange"
_ADDED_BY_SIGNING = {"/Annots", "/AcroForm", "/Version", "/Extensions", "/Perms", "/Metadata"}


class PaperSigner:
    """Signs papers with the key of a .p12 file."""

    def __init__(self, key_file: bytes, passphrase: str, today: dt.date) -> None:
        """Open a key.

        Raises:
            ExternalError: ``signature.extra_missing``.
            RuleError: ``signature.cannot_open``, ``signature.expired``.
        """
        self._signer = _opened(key_file, passphrase)
        certificate = self._signer.signing_cert
        if certificate is None:
            raise RuleError("signature.cannot_open")
        validity = certificate["tbs_certificate"]["validity"]
        first, last = validity["not_before"].native, validity["not_after"].native
        if not first.date() <= today <= last.date():
            raise RuleError("signature.expired", first=first.date(), last=last.date())

    def signed(self, paper: bytes) -> bytes:
        """Return a paper with a signature that allows no change after it."""
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import fields, signers

        metadata = signers.PdfSignatureMetadata(
            field_name=_FIELD,
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        )
        written = io.BytesIO()
        writer = IncrementalPdfFileWriter(io.BytesIO(paper))
        signers.sign_pdf(writer, metadata, signer=self._signer, output=written)
        return written.getvalue()


def _opened(key_file: bytes, passphrase: str) -> SimpleSigner:
    try:
        from pyhanko.sign.signers import SimpleSigner
    except ImportError as error:
        raise ExternalError("signature.extra_missing") from error
    # It logs a wrong password as an error of its own; we tell it.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        signer = SimpleSigner.load_pkcs12_data(key_file, [], passphrase=passphrase.encode())
    except Exception as error:  # a file of any kind may be given
        raise RuleError("signature.cannot_open") from error
    if signer is None:
        raise RuleError("signature.cannot_open")
    return signer


def signature_of(content: bytes, paper_length: int) -> PaperSignature | None:
    """Return the signature that follows a paper of so many bytes, None if none does.

    It is intact when nothing but this one invisible signature was added to the paper and
    nothing changed since.
    """
    if _BYTE_RANGE not in content[paper_length:]:
        return None
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader
    except ImportError:
        return PaperSignature()
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(content))
        return _judged(reader, content[:paper_length].count(b"startxref"))
    except Exception:  # noqa: BLE001 (a forged signature may make a library stumble anywhere)
        return PaperSignature(is_intact=False)


def _judged(reader: PdfFileReader, revisions: int) -> PaperSignature:
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    (signature,) = reader.embedded_signatures
    context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    is_intact = (
        status.intact
        and status.valid
        and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        and reader.xrefs.total_revisions == revisions + 1
        and not any(signature.sig_field.get("/Rect", ()))
        and set(reader.root["/AcroForm"]) <= {"/Fields", "/SigFlags"}
        and _is_only_signed(reader, revisions)
    )
    name = signature.signer_cert.subject.native.get("common_name", "")
    moment = signature.self_reported_timestamp
    return PaperSignature(str(name)[:120], moment.date() if moment else None, is_intact)


def _is_only_signed(reader: PdfFileReader, revisions: int) -> bool:
    """Tell whether the last part of a file changes nothing that a page shows.

    Somebody may alter a paper and then sign it with a key of their own: the signature holds,
    the paper does not.
    """
    before = reader.get_historical_resolver(revisions - 1)
    # A root of another number would bring pages of its own, and change none of ours.
    was = reader.trailer.raw_get("/Root", revision=revisions - 1)
    if reader.trailer.raw_get("/Root").reference != was.reference:
        return False
    titles = _titles(reader, revisions - 1)
    known = {ref for n in range(revisions) for ref in reader.xrefs.explicit_refs_in_revision(n)}
    annotations = 0
    for reference in reader.xrefs.explicit_refs_in_revision(revisions):
        now = reader.get_object(reference)
        if isinstance(now, dict):
            annotations += len(now.get("/Annots", ()))
        if reference not in known or reference in titles:
            continue
        if _written(now) != _written(before(reference)):
            return False
    return annotations <= 1


def _titles(reader: PdfFileReader, revision: int) -> set[Reference]:
    """Return where a file told of itself, which signing writes anew and no page shows.

    What the file says now does not count: it could call the content of a page its title.
    """
    root = reader.get_historical_root(revision)
    told = [reader.trailer.raw_get("/Info", revision=revision)]
    if "/Metadata" in root:
        told.append(root.raw_get("/Metadata"))
    return {one.reference for one in told}


def _written(value: PdfObject) -> dict[str, bytes] | bytes:
    """Return an object as it is written, without what a signature adds to it."""
    from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject

    if isinstance(value, DictionaryObject) and not isinstance(value, StreamObject):
        return {
            name: _bytes_of(value.raw_get(name))
            for name in value
            if name not in _ADDED_BY_SIGNING
        }
    return _bytes_of(value)


def _bytes_of(value: PdfObject) -> bytes:
    stream = io.BytesIO()
    value.write_to_stream(stream)
    return stream.getvalue()
