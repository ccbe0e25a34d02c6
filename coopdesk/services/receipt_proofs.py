"""Tells what a file is that claims to be a receipt of ours, with the open database alone.

A paper of ours is known by its bytes: what was issued, and behind it nothing, or our mark, or a
signature. Any other file is read, and its words are held against the papers it names.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.documents.pdf_marks import MarkKind, PaperMark, mark_after, marked
from coopdesk.documents.pdf_signatures import signature_of
from coopdesk.documents.receipt_seal import seal_text
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_proofs import (
    Doubt,
    KnownWords,
    PaperSignature,
    ProvenReceipt,
    Verification,
    Verified,
    differences,
    likeness,
    page_lines,
)
from coopdesk.domain.receipt_snapshots import (
    Link,
    chain_hash,
    commitment,
    format_of,
    snapshot_from_json,
)
from coopdesk.exchange.pdf_reading import Clock, page_texts
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.formats import day_long, day_text, french_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units

_END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_MOST_ENDS = 12
_TOKEN = re.compile(r"[^\s|;,()«»]+")
_NUMBER = re.compile(r"Reçu n° ?(\S+)")
_DIGEST = re.compile(r"(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")
_LIKE = 0.4
_CANDIDATES = 3
_SEAL_SIGN, _SEAL_PARTS, _SHOWN = "CD1", 6, 60
_SEAL_DOUBTS = (
    "proof.words_differs",
    "proof.number_differs",
    "proof.day_differs",
    "proof.cents_differs",
    "proof.seal_differs",
    "proof.seal_differs",
)
_MOST_PLACES = 20
_EARNED = 0.6  # seconds, for each page that is one of ours


@dataclass(slots=True)
class _Reading:
    """What was found so far in a file that is read."""

    receipts: list[ProvenReceipt] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    pages: list[tuple[int, list[str]]] = field(default_factory=list)
    stray: Doubt | None = None
    has_text: bool = False
    is_whole: bool = False

    def judged(self) -> Verification:
        """Return what the file is."""
        receipts = tuple(self.receipts)
        if not receipts:
            doubt = self.stray if self.has_text else Doubt("proof.no_text")
            return Verification(Verified.UNKNOWN, findings=(doubt,) if doubt else ())
        is_altered = any(each.findings for each in receipts)
        findings = []
        if len(receipts) == 1 and not self.others and not is_altered and self.is_whole:
            # Its words, but not the file that was issued.
            findings.append(Doubt("proof.bytes_differ"))
            is_altered = True
        if self.others:
            places = ", ".join(map(str, self.others[:_MOST_PLACES]))
            findings.append(Doubt("proof.other_pages", {"pages": places}))
        outcome = Verified.MODIFIED if is_altered else Verified.PRINTED
        return Verification(outcome, receipts, tuple(findings))


class Prover:
    """Proves files against the receipts of a database.

    Each look at it is short: reading a large file takes minutes, and nobody waits for it.
    """

    def __init__(
        self, units: Units, progress: Progress = NO_PROGRESS, clock: Clock | None = None
    ) -> None:
        self._units = units
        self._progress = progress
        self._clock = clock or Clock()
        self._papers: dict[int, list[list[str]]] = {}
        self._kept: dict[int, KeptReceipt] = {}

    def verification(self, content: bytes) -> Verification:
        """Return what a file is."""
        found = self._issued_as(content)
        if found is not None:
            return self._copy(content, *found)
        try:
            return self._read(content)
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
        key = self._numbers.get(found[1])
        if key is None:
            doubt = Doubt("proof.number_unknown", {"number": found[1][:40]})
            return Verification(Verified.UNKNOWN, findings=(doubt,))
        kept = self._receipt(key)
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
            Verified.MODIFIED if doubts else fate, (_proven(kept, (), ()),), doubts
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
            (_proven(kept, (), ()),),
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

    # by its words

    def _read(self, content: bytes) -> Verification:
        """Judge page by page; the pages of one receipt follow each other."""
        found = _Reading()
        current: int | None = None
        for place, text in enumerate(page_texts(content, self._clock)):
            self._progress.advance(place, place + 1)
            lines = page_lines(text)
            key = self._receipt_of(lines)
            if key != current:
                self._finish(found, current)
                current = key
            found.has_text |= bool(lines)
            if key is None:
                found.others.append(place + 1)
                found.stray = found.stray or self._stray(lines)
            else:
                self._clock.earn(_EARNED)
                found.pages.append((place + 1, lines))
        self._finish(found, current)
        return found.judged()

    def _finish(self, found: _Reading, key: int | None) -> None:
        """Compare the pages of a receipt with its paper, and forget both."""
        if key is not None:
            paper = self._paper(key)
            found.is_whole = len(found.pages) == len(paper)
            found.receipts.append(self._compared(key, found.pages, paper))
            found.pages = []
        self._papers.clear()
        self._kept.clear()

    def _receipt_of(self, lines: Sequence[str]) -> int | None:
        """Return the receipt whose paper a page is like, None if it is like none."""
        text = "\n".join(lines)
        words = Counter(word.strip(".:") for word in _TOKEN.findall(text))
        named = [self._numbers[word] for word in words if word in self._numbers]
        by_digest = [self._digests[x] for x in _digests_in(text) if x in self._digests]
        for key in list(dict.fromkeys([*by_digest, *named]))[:_CANDIDATES]:
            if any(likeness(page, lines) >= _LIKE for page in self._paper(key)):
                return key
        return None

    def _compared(
        self, key: int, pages: Sequence[tuple[int, list[str]]], paper: Sequence[list[str]]
    ) -> ProvenReceipt:
        kept = self._receipt(key)
        known = _known_words(kept)
        findings: list[Doubt] = []
        for number, (_place, lines) in enumerate(pages):
            findings += differences(paper[number % len(paper)], lines, known)
        if len(pages) % len(paper):
            values = {"count": str(len(pages)), "whole": str(len(paper))}
            findings.append(Doubt("proof.pages_missing", values))
        return _proven(kept, tuple(place for place, _lines in pages), tuple(findings))

    def _stray(self, lines: Sequence[str]) -> Doubt | None:
        """Say which number a page bears that is no receipt of ours, or another's paper."""
        for line in lines:
            found = _NUMBER.search(line)
            if found:
                number = found[1][:40]
                known = number in self._numbers
                code = "proof.number_of_another" if known else "proof.number_unknown"
                return Doubt(code, {"number": number})
        return None

    # what is stored

    @cached_property
    def _numbers(self) -> dict[str, int]:
        with self._units.read() as work:
            return work.receipt_papers.ids_by_number()

    @cached_property
    def _digests(self) -> dict[str, int]:
        with self._units.read() as work:
            words = work.receipt_papers.words()
            return {commitment(salt, said)[:32]: key for key, salt, said in words}

    def _receipt(self, key: int) -> KeptReceipt:
        if key not in self._kept:
            with self._units.read() as work:
                self._kept[key] = work.receipt_papers.kept([key])[0]
        return self._kept[key]

    def _paper(self, key: int) -> list[list[str]]:
        """Return the lines of the pages of a stored paper."""
        if key not in self._papers:
            with self._units.read() as work:
                paper = work.receipts.pdf(key)
            self._papers[key] = [page_lines(text) for text in page_texts(paper)]
        return self._papers[key]


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


def _digests_in(text: str) -> list[str]:
    return [found.replace(" ", "") for found in _DIGEST.findall(text)[:_CANDIDATES]]


def _known_words(kept: KeptReceipt) -> KnownWords:
    said = snapshot_from_json(kept.snapshot)
    amounts = [french_figures(said.amount), amount_in_words(said.amount)]
    amounts += [french_figures(gift.amount) for gift in said.gifts[:50]]
    days = [day_text(said.issued_on), day_long(said.issued_on, "fr")]
    days += [day_text(gift.received_on) for gift in said.gifts[:50]]
    donor = (said.donor_last_name, said.donor_first_name, *said.donor_street)
    plain = (" ".join(text.split()) for text in amounts)
    return KnownWords(kept.number_text, tuple(plain), donor, tuple(days))


def _proven(
    kept: KeptReceipt, pages: tuple[int, ...], findings: tuple[Doubt, ...]
) -> ProvenReceipt:
    return ProvenReceipt(
        kept.id,
        kept.number_text,
        kept.donor_name,
        kept.amount,
        kept.issued_on,
        kept.voided_on,
        kept.replaced_by,
        pages,
        findings,
    )
