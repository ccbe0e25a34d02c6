"""Holds the words of a file against the papers of the receipts that it names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.domain.receipt_proofs import (
    Doubt,
    KnownWords,
    ProvenReceipt,
    Verification,
    Verified,
    differences,
    likeness,
    page_lines,
)
from coopdesk.domain.receipt_snapshots import commitment, snapshot_from_json
from coopdesk.exchange.pdf_reading import Clock, page_texts
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.formats import day_long, day_text, french_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.services.progress import Progress
    from coopdesk.storage.receipt_paper_store import KeptReceipt
    from coopdesk.storage.unit_of_work import Units

_TOKEN = re.compile(r"[^\s|;,()«»]+")
_NUMBER = re.compile(r"Reçu n° ?(\S+)")
_DIGEST = re.compile(r"(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")
_LIKE = 0.4
_CANDIDATES = 3
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
            code = "proof.other_page" if len(self.others) == 1 else "proof.other_pages"
            findings.append(Doubt(code, {"pages": places}))
        outcome = Verified.MODIFIED if is_altered else Verified.PRINTED
        return Verification(outcome, receipts, tuple(findings))


class WordProver:
    """Reads a file and compares its pages; each look at the database is short."""

    def __init__(self, units: Units, progress: Progress, clock: Clock) -> None:
        self._units = units
        self._progress = progress
        self._clock = clock
        self._papers: dict[int, list[list[str]]] = {}
        self._kept: dict[int, KeptReceipt] = {}

    def verification(self, content: bytes) -> Verification:
        """Judge a file page by page; the pages of one receipt follow each other.

        Raises:
            RuleError: ``pdf.…``; the file cannot be read.
        """
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
        kept = self.receipt(key)
        known = _known_words(kept)
        findings: list[Doubt] = []
        for number, (_place, lines) in enumerate(pages):
            findings += differences(paper[number % len(paper)], lines, known)
        if len(pages) % len(paper):
            values = {"count": str(len(pages)), "whole": str(len(paper))}
            findings.append(Doubt("proof.pages_missing", values))
        return proven(kept, tuple(place for place, _lines in pages), tuple(findings))

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

    def id_of(self, number: str) -> int | None:
        """Return the id of the receipt that bears a number."""
        return self._numbers.get(number)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        with self._units.read() as work:
            return work.receipt_papers.ids_by_number()

    @cached_property
    def _digests(self) -> dict[str, int]:
        with self._units.read() as work:
            words = work.receipt_papers.words()
            return {commitment(salt, said)[:32]: key for key, salt, said in words}

    def receipt(self, key: int) -> KeptReceipt:
        """Return a receipt by its id."""
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


def proven(
    kept: KeptReceipt, pages: tuple[int, ...], findings: tuple[Doubt, ...]
) -> ProvenReceipt:
    """Return a receipt with what a file says of it."""
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
