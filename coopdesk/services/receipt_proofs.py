"""Tells what a file is that claims to be a receipt of ours, with the open database alone.

A paper of ours is known by its bytes: what was issued, and behind it nothing, or our mark, or a
signature. Any other file is read, and its words are held against the papers it names.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from coopdesk.documents.pdf_marks import MarkKind, PaperMark, mark_after, marked
from coopdesk.documents.pdf_signatures import signature_of
from coopdesk.documents.receipt_seal import seal_text
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_proofs import Doubt, PaperSignature, Verification, Verified
from coopdesk.domain.receipt_snapshots import (
    Link,
    chain_hash,
    commitment,
    format_of,
    snapshot_from_json,
)
from coopdesk.exchange.pdf_reading import Clock
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_words import WordProver, proven

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units

_END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_MOST_ENDS = 12
_SEAL_SIGN, _SEAL_PARTS, _SHOWN = "CD1", 6, 60
_SEAL_DOUBTS = (
    "proof.words_differs",
    "proof.number_differs",
    "proof.day_differs",
    "proof.cents_differs",
    "proof.seal_differs",
    "proof.seal_differs",
)


class Prover:
    """Proves files against the receipts of a database.

    Each look at it is short: reading a large file takes minutes, and nobody waits for it.
    """

    def __init__(
        self, units: Units, progress: Progress = NO_PROGRESS, clock: Clock | None = None
    ) -> None:
        self._units = units
        self._words = WordProver(units, progress, clock or Clock())

    def verification(self, content: bytes) -> Verification:
        """Return what a file is."""
        found = self._issued_as(content)
        if found is not None:
            return self._copy(content, *found)
        try:
            return self._words.verification(content)
        except RuleError as error:
            doubt = Doubt(error.code, error.values)
            return Verification(Verified.UNREADABLE, findings=(doubt,))

    def seal(self, text: str) -> Verification:
        """Return what the text of a QR code proves: that its figures are those of a receipt.

        Raises:
            RuleError: ``receipt.no_seal``; it is no code of a receipt.
        """
        found = text.strip().split("|")
        if len(found) != _SEAL_PARTS or found[0] != _SEAL_SIGN:
            raise RuleError("receipt.no_seal", field="code")
        key = self._words.id_of(found[1])
        if key is None:
            doubt = Doubt("proof.number_unknown", {"number": found[1][:40]})
            return Verification(Verified.UNKNOWN, findings=(doubt,))
        kept = self._words.receipt(key)
        said = snapshot_from_json(kept.snapshot)
        ours = seal_text(said, commitment(kept.salt, kept.snapshot)).split("|")
        doubts = tuple(
            Doubt(code, {"ours": mine, "theirs": theirs[:_SHOWN]})
            for code, mine, theirs in zip(_SEAL_DOUBTS, ours, found, strict=True)
            if mine != theirs
        )
        doubts = (*doubts, *self._entry_findings(kept))
        fate = Verified.VOIDED if kept.voided_on else Verified.PRINTED
        return Verification(
            Verified.MODIFIED if doubts else fate, (proven(kept, (), ()),), doubts
        )

    # by its bytes

    def _issued_as(self, content: bytes) -> tuple[KeptReceipt, int] | None:
        """Return the receipt whose paper a file begins with, and how long that paper is."""
        digest, done, lengths = hashlib.sha256(), 0, dict[str, int]()
        for end, _found in zip(_END.finditer(content), range(_MOST_ENDS), strict=False):
            digest.update(content[done : end.end()])
            done = end.end()
            lengths[digest.hexdigest()] = done
        with self._units.read() as work:
            found = work.receipt_papers.of_papers(list(lengths))
        return (found[0], lengths[found[0].pdf_sha256]) if found else None

    def _copy(self, content: bytes, kept: KeptReceipt, length: int) -> Verification:
        """Judge what follows the paper as it was issued, and our own entry of it."""
        mark = mark_after(content, length)
        whole = content[:length]
        if mark is not None:
            whole = marked(whole, mark)
        rest = content[len(whole) :] if content.startswith(whole) else None
        signature = signature_of(content, len(whole)) if rest else None
        findings = [*self._entry_findings(kept), *_mark_findings(mark, kept)]
        if rest is None or (rest and signature is None):
            findings.insert(0, Doubt("proof.appended"))
        if signature is not None and not signature.is_intact:
            findings.append(_signature_finding(signature))
        return Verification(
            _outcome(kept, mark, findings),
            (proven(kept, (), ()),),
            tuple(findings),
            mark.day if mark else None,
            signature,
        )

    def _entry_findings(self, kept: KeptReceipt) -> Iterator[Doubt]:
        """Find what in our own database speaks against a receipt."""
        link = Link(
            kept.year,
            kept.number,
            kept.amount,
            commitment(kept.salt, kept.snapshot),
            kept.pdf_sha256,
            format_of(kept.snapshot),
        )
        if chain_hash(kept.previous_hash, link) != kept.hash:
            yield Doubt("proof.entry_altered", {"number": kept.number_text})
        with self._units.read() as work:
            before = work.receipt_papers.hash_before(kept.id)
        if before != kept.previous_hash:
            yield Doubt("proof.chain_broken", {"number": kept.number_text})


def _outcome(kept: KeptReceipt, mark: PaperMark | None, findings: Sequence[Doubt]) -> Verified:
    codes = {finding.code for finding in findings}
    if codes & {"proof.appended", "proof.mark_false", "proof.signature_broken"}:
        return Verified.MODIFIED
    if codes:
        return Verified.DOUBTFUL
    if kept.voided_on is not None:
        return Verified.VOIDED
    return Verified.DUPLICATE if mark else Verified.AUTHENTIC


def _mark_findings(mark: PaperMark | None, kept: KeptReceipt) -> Iterator[Doubt]:
    """Find a mark that says what our database does not."""
    if mark is not None and mark.kind is MarkKind.VOIDED and mark.day != kept.voided_on:
        yield Doubt("proof.mark_false", {"day": mark.day})


def _signature_finding(signature: PaperSignature) -> Doubt:
    if signature.is_intact is None:
        return Doubt("proof.signature_unchecked")
    return Doubt("proof.signature_broken", {"signer": signature.signer})
