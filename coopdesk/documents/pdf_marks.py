"""Write DUPLICATA or ANNULÉ on every page of a paper, behind the bytes it was issued in.

The mark is an incremental update (ISO 32000-1, 7.5.6): the file begins with the very bytes that
were issued, so whoever holds it can still be proved right. The same mark on the same paper is
always the same bytes, of any version of any library: nothing is compressed, and the font is
one that every reader of PDF has. No font of an archive may be missing from the file, so a
marked paper no longer says that it has that shape.
"""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth

from coopdesk.wording.formats import day_long

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+")
_SECTION = re.compile(rb"(\d+) (\d+)\s+")
_REFERENCE = re.compile(rb"(\d+) \d+ R")
_TOKEN = re.compile(
    rb"<<|>>|\[|\]|/[^\s/<>\[\]()%{}]*|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|[^\s/<>\[\]()]+",
    re.DOTALL,
)
_ENTRY = 20

# What the update begins with: what was marked, so that it can be made again and compared.
_SIGN = re.compile(rb"\n%CoopDesk-mark 1 ([a-z]+) (\d{4}-\d\d-\d\d) ([0-9a-f]*)\n")

_FONT = "Helvetica-Bold"
_COLOURS = {"duplicate": "0.10 0.25 0.48", "voided": "0.72 0.10 0.12"}
_MARGIN = 24.0


class MarkKind(enum.Enum):
    """What is written over a paper."""

    DUPLICATE = "duplicate"
    VOIDED = "voided"


_WORDS = {MarkKind.DUPLICATE: "DUPLICATA", MarkKind.VOIDED: "ANNULÉ"}
_DAYS = {MarkKind.DUPLICATE: "édité le {day}", MarkKind.VOIDED: "le {day}"}


@dataclass(frozen=True, slots=True)
class PaperMark:
    """A mark with its day; ``note`` is one more short sentence, in French, or empty."""

    kind: MarkKind
    day: dt.date
    note: str = ""

    @property
    def word(self) -> str:
        """The large word across each page."""
        return _WORDS[self.kind]

    @property
    def line(self) -> str:
        """What stands at the head of each page."""
        said = f"{self.word} {_DAYS[self.kind].format(day=day_long(self.day, 'fr'))}"
        return f"{said} — {self.note}" if self.note else said


def marked(paper: bytes, mark: PaperMark) -> bytes:
    """Return a paper with a mark on every page; it begins with the bytes of the paper.

    Raises:
        ValueError: the paper is not a file that this program wrote.
    """
    return paper + _update(_Objects(paper), paper, mark)


def mark_after(content: bytes, length: int) -> PaperMark | None:
    """Return which mark follows the first ``length`` bytes of a file, None if none does.

    It is what the file says of itself: ``marked`` tells whether its bytes are ours.
    """
    found = _SIGN.match(content, length)
    if found is None:
        return None
    try:
        kind = MarkKind(found[1].decode())
        day = dt.date.fromisoformat(found[2].decode())
        return PaperMark(kind, day, bytes.fromhex(found[3].decode()).decode())
    except ValueError:
        return None


class _Objects:
    """The numbered objects of a file with classic cross-reference tables."""

    def __init__(self, paper: bytes) -> None:
        self._paper = paper
        self.table_at = _found(_START, paper[-200:], "no table")
        self.trailer, self._offsets = self._read_table(self.table_at)
        self.size = int(self.trailer[b"/Size"])
        self._ends = sorted({*self._offsets.values(), self.table_at})
        self.root = _number(self.trailer[b"/Root"])
        self.catalogue = self.entries_of(self.root)

    def _read_table(self, at: int) -> tuple[dict[bytes, bytes], dict[int, int]]:
        head = _TABLE.match(self._paper, at)
        if head is None:
            raise ValueError("no classic cross-reference table")
        offsets, here = {}, head.end()
        while section := _SECTION.match(self._paper, here):
            first, count = int(section[1]), int(section[2])
            here = section.end()
            for number in range(first, first + count):
                entry = self._paper[here : here + _ENTRY]
                if entry[17:18] == b"n":
                    offsets[number] = int(entry[:10])
                here += _ENTRY
        trailer = self._paper[here : here + 2_000]
        if not trailer.startswith(b"trailer"):
            raise ValueError("no trailer")
        return entries(trailer), offsets

    def entries_of(self, number: int) -> dict[bytes, bytes]:
        """Return the entries of an object that is a dictionary."""
        start = self._offsets[number]
        end = next(end for end in self._ends if end > start)
        return entries(self._paper[start:end])

    def pages(self) -> Iterator[tuple[int, dict[bytes, bytes]]]:
        """Yield the number and the entries of each page, in order."""
        waiting, seen = [_number(self.catalogue[b"/Pages"])], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen:
                raise ValueError("pages in a circle")
            seen.add(number)
            found = self.entries_of(number)
            if b"/Kids" in found:
                kids = [int(kid) for kid in _REFERENCE.findall(found[b"/Kids"])]
                waiting += reversed(kids)
            else:
                yield number, found


def entries(text: bytes) -> dict[bytes, bytes]:
    """Return the entries of the first dictionary in a text, each value as it is written."""
    tokens = list(_TOKEN.finditer(text, text.index(b"<<")))
    words = [token[0] for token in tokens]
    found: dict[bytes, bytes] = {}
    at = 1
    while words[at] != b">>":
        after = _after_value(words, at + 1)
        found[words[at]] = text[tokens[at + 1].start() : tokens[after - 1].end()]
        at = after
    return found


def _after_value(words: list[bytes], at: int) -> int:
    """Return where the value that begins at a token has ended."""
    if words[at] not in {b"<<", b"["}:
        return at + 3 if words[at + 2 : at + 3] == [b"R"] else at + 1
    depth = 0
    while True:
        depth += (words[at] in {b"<<", b"["}) - (words[at] in {b">>", b"]"})
        at += 1
        if depth == 0:
            return at


def _update(found: _Objects, paper: bytes, mark: PaperMark) -> bytes:
    """Return the bytes that put a mark on every page, the table of what changed included."""
    pages = list(found.pages())
    font, faint, before, after = range(found.size, found.size + 4)
    written = {
        font: b"<< /Type /Font /Subtype /Type1 /BaseFont /%b /Encoding /WinAnsiEncoding >>"
        % _FONT.encode(),
        faint: b"<< /Type /ExtGState /ca 0.14 /CA 0.14 >>",
        # What a page left of its own colours and places must not reach the mark.
        before: _stream(b"q"),
        after: _stream(b"Q q /CoopDeskMark Do Q"),
    }
    if found.catalogue.pop(b"/Metadata", b""):
        written[found.root] = _dictionary(found.catalogue)
    forms: dict[bytes, int] = {}
    for number, page in pages:
        box = page[b"/MediaBox"]
        if box not in forms:
            forms[box] = after + 1 + len(forms)
            written[forms[box]] = _form(box, mark, font, faint)
        written[number] = _marked_page(page, before, after, forms[box])
    return _written(found, paper, mark, written)


def _marked_page(page: Mapping[bytes, bytes], before: int, after: int, form: int) -> bytes:
    resources = entries(page[b"/Resources"])
    shared = entries(resources.get(b"/XObject", b"<< >>"))
    shared[b"/CoopDeskMark"] = b"%d 0 R" % form
    resources[b"/XObject"] = _dictionary(shared)
    own = page[b"/Contents"].strip(b"[] ")
    contents = b"[ %d 0 R %b %d 0 R ]" % (before, own, after)
    more = {b"/Resources": _dictionary(resources), b"/Contents": contents}
    return _dictionary({**page, **more})


def _form(box: bytes, mark: PaperMark, font: int, faint: int) -> bytes:
    """Draw a mark: its line at the head of the page, its word pale across it."""
    left, bottom, right, top = map(float, box.strip(b"[] ").split())
    width, height = right - left, top - bottom
    colour = _COLOURS[mark.kind.value]
    size = _fitted(mark.line, 11, width - 2 * _MARGIN)
    reach = stringWidth(mark.line, _FONT, size)
    large = _fitted(mark.word, 100, 0.8 * (width**2 + height**2) ** 0.5)
    half = stringWidth(mark.word, _FONT, large) / 2
    diagonal = (width**2 + height**2) ** 0.5
    cosine, sine = width / diagonal, height / diagonal
    x = left + width / 2 - half * cosine + 0.35 * large * sine
    y = bottom + height / 2 - half * sine - 0.35 * large * cosine
    operators = (
        f"{colour} rg",
        f"q /Faint gs BT /F {large:.2f} Tf",
        f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x:.2f} {y:.2f} Tm",
        f"<{_coded(mark.word)}> Tj ET Q",
        f"BT /F {size:.2f} Tf 1 0 0 1 {left + (width - reach) / 2:.2f} {top - _MARGIN:.2f} Tm",
        f"<{_coded(mark.line)}> Tj ET",
    )
    head = (
        b"/Type /XObject /Subtype /Form /BBox %b /Resources << /Font << /F %d 0 R >> "
        b"/ExtGState << /Faint %d 0 R >> >>" % (box, font, faint)
    )
    return _stream("\n".join(operators).encode("ascii"), head)


def _fitted(text: str, size: float, width: float) -> float:
    return min(size, size * width / stringWidth(text, _FONT, size))


def _coded(text: str) -> str:
    return text.encode("cp1252", "replace").hex()


def _written(
    found: _Objects, paper: bytes, mark: PaperMark, objects: Mapping[int, bytes]
) -> bytes:
    note = mark.note.encode().hex()
    sign = f"\n%CoopDesk-mark 1 {mark.kind.value} {mark.day.isoformat()} {note}\n"
    body = bytearray(sign.encode("ascii"))
    table = bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(paper) + len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    digest = hashlib.sha256(paper + body).hexdigest()[:32].encode()
    kept = {name: found.trailer[name] for name in (b"/Root", b"/Info")}
    first = _TOKEN.findall(found.trailer[b"/ID"])[1]
    trailer = {
        b"/Size": b"%d" % (max(max(objects) + 1, found.size)),
        **kept,
        b"/Prev": b"%d" % found.table_at,
        b"/ID": b"[%b <%b>]" % (first, digest),
    }
    return b"%b%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
        bytes(body),
        bytes(table),
        _dictionary(trailer),
        len(paper) + len(body),
    )


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(content), content)


def _dictionary(values: Mapping[bytes, bytes]) -> bytes:
    return b"<< %b >>" % b" ".join(b"%b %b" % entry for entry in values.items())


def _number(reference: bytes) -> int:
    return _found(_REFERENCE, reference, "no reference")


def _found(pattern: re.Pattern[bytes], text: bytes, wrong: str) -> int:
    found = pattern.search(text)
    if found is None:
        raise ValueError(wrong)
    return int(found[1])
