"""Print a convention: the two sides, its articles, a box for everybody who signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.documents.flowing_pages import SMALL, STRONG, TEXT, FlowingPages
from coopdesk.documents.fonts import missing_glyphs
from coopdesk.documents.paper import PaperTitle, Rule, printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.partner_words import cut_name, french_day
from coopdesk.documents.table_pages import MARGIN
from coopdesk.documents.typesetting import QUIET, bold, regular, wrap
from coopdesk.domain.agreements import NewSignatory, Side
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.documents.paper import Sheet
    from coopdesk.domain.partner_papers import AgreementPaper, Party

# What heads a part and stands alone on its line; a sentence about an article ends in a point.
_ARTICLE = re.compile(r"(?:article|art\.|préambule|annexe)(?!\w).*(?<![.;:])", re.IGNORECASE)
_LONGEST_HEADING = 90
_BULLET = "–"
_BOX_HEIGHT, _BOX_GAP = 118.0, 14.0
_BOX_LEADING = 12.0
_SIGNING = _BOX_HEIGHT + 60
# What stands around a paragraph, at most, and how long a last part may be.
_AROUND, _MOST_LETTERS = 10.0, 1_200
_SIDE = bold(9, _BOX_LEADING)
_NAME = regular(9, _BOX_LEADING)
_HINT = regular(7.5, 10, QUIET)


class AgreementPages(FlowingPages):
    """Texts of a convention, with boxes to sign at its end."""

    def boxes(self, boxes: Sequence[tuple[str, NewSignatory]]) -> None:
        """Draw the boxes, two beside each other; a row of them keeps together."""
        room = self._table.right - MARGIN
        width = (room - _BOX_GAP) / 2
        for start in range(0, len(boxes), 2):
            self._table.need(_BOX_HEIGHT + _BOX_GAP)
            top = self._table.y
            for place, (heading, signatory) in enumerate(boxes[start : start + 2]):
                left = MARGIN + place * (width + _BOX_GAP)
                _box(self._table.sheets[-1], (left, top, width), heading, signatory)
            self._table.y = top - _BOX_HEIGHT - _BOX_GAP

    def keep(self, height: float) -> None:
        """Turn the page where less than this is left on it."""
        self._table.need(height)

    def height(self, lines: Sequence[str]) -> float:
        """Return about how much room lines take, in points."""
        room = self._table.right - MARGIN
        wrapped = sum(len(wrap(printable(line), TEXT, room)) for line in lines)
        return wrapped * TEXT.leading + len(lines) * _AROUND


def draw_agreement(paper: AgreementPaper) -> bytes:
    """Return the convention as a PDF, over as many pages as its text takes.

    Raises:
        RuleError: ``paper.unprintable_character``: nobody signs a box in place of a letter.
    """
    _refuse_unprintable(paper)
    texts, content = paper_texts("partner_papers", "agreement"), paper.agreement.content
    name = cut_name(content.title)
    says = [texts["reference"].format(reference=content.reference)] if content.reference else []
    title = PaperTitle(name, paper.house.name, paper.made_on)
    pages = AgreementPages(paper.house, title, name, map(printable, says))
    _parties(pages, paper, texts)
    lines = [line.strip() for line in paper.body.split("\n") if line.strip()]
    last = _last_part(lines)
    for place, line in enumerate(lines):
        if place == last:
            # Nobody signs a page on which nothing else stands.
            pages.keep(pages.height(lines[last:]) + _SIGNING)
        _line(pages, line)
    _signing(pages, paper, texts)
    return pages.finished(texts["foot"].format(house=paper.house.name, title=name))


def _refuse_unprintable(paper: AgreementPaper) -> None:
    content, theirs = paper.agreement.content, paper.parties[1]
    said = [content.title, content.reference, paper.body]
    for party in paper.parties:
        said += [party.name, party.number, party.seat, *party.signed_by]
    for one in content.signatories:
        said += [one.name, one.role]
    missing = missing_glyphs("".join(said))
    if missing:
        raise RuleError("paper.unprintable_character", character=missing[0], name=theirs.name)


def _parties(pages: AgreementPages, paper: AgreementPaper, texts: Mapping[str, str]) -> None:
    ours, theirs = paper.parties
    pages.paragraph(texts["between"])
    pages.paragraph(_party(ours, ("our_signatory", "us"), texts))
    pages.paragraph(texts["and"])
    pages.paragraph(_party(theirs, ("their_signatory", "them"), texts))
    pages.space(4)


def _party(party: Party, words: tuple[str, str], texts: Mapping[str, str]) -> str:
    signing, called = words
    names = ", ".join(party.signed_by)
    parts = [
        party.name,
        party.number,
        texts["seat"].format(seat=party.seat) if party.seat else "",
        texts[signing].format(names=names) if names else "",
        texts[called],
    ]
    return ", ".join(part for part in parts if part)


def _last_part(lines: Sequence[str]) -> int | None:
    """Return where the last part begins: at its heading, or the last paragraph without one.

    None for a part so long that it would leave half a page white.
    """
    headings = [place for place, line in enumerate(lines) if _is_heading(line)]
    last = headings[-1] if headings else len(lines) - 1
    return last if sum(map(len, lines[last:])) < _MOST_LETTERS else None


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and _ARTICLE.fullmatch(line) is not None


def _line(pages: AgreementPages, line: str) -> None:
    """Write a paragraph, an item of a list or the heading of an article."""
    if line.startswith(_BULLET):
        pages.item(_BULLET, line.removeprefix(_BULLET).strip(), indent=8)
    elif _is_heading(line):
        pages.space(6)
        pages.paragraph(line, STRONG)
    else:
        pages.paragraph(line)


def _signing(pages: AgreementPages, paper: AgreementPaper, texts: Mapping[str, str]) -> None:
    pages.keep(_SIGNING)
    pages.space(10)
    signed_on = paper.agreement.content.signed_on
    town = paper.house.address.city or texts["blank"]
    day = french_day(signed_on) if signed_on else texts["blank"]
    pages.paragraph(texts["done"].format(town=town, day=day))
    pages.paragraph(texts["sign"], SMALL)
    pages.space(4)
    pages.boxes(list(_boxes(paper, texts)))


def _boxes(
    paper: AgreementPaper, texts: Mapping[str, str]
) -> Iterator[tuple[str, NewSignatory]]:
    """Yield who signs, ours at the left and theirs at the right as long as both have some."""
    sides = {
        side: [one for one in paper.agreement.content.signatories if one.side is side]
        or [NewSignatory(side, "")]
        for side in Side
    }
    ours, theirs = sides[Side.OURS], sides[Side.THEIRS]
    headings = {
        Side.OURS: texts["for_us"].format(name=paper.parties[0].name),
        Side.THEIRS: texts["for_them"].format(name=paper.parties[1].name),
    }
    for place in range(max(len(ours), len(theirs))):
        for of_side in (ours, theirs):
            if place < len(of_side):
                yield headings[of_side[place].side], of_side[place]


def _box(
    sheet: Sheet, place: tuple[float, float, float], heading: str, signatory: NewSignatory
) -> None:
    texts = paper_texts("partner_papers", "agreement")
    left, top, width = place
    right, bottom = left + width, top - _BOX_HEIGHT + _BOX_LEADING
    for x1, y1, x2, y2 in (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, bottom, left, top),
        (right, bottom, right, top),
    ):
        sheet.rules.append(Rule(x1, y1, x2, y2))
    x, room, y = left + 8, width - 16, top - 14
    y = sheet.block.write(x, y, _SIDE, *wrap(printable(heading), _SIDE, room, 2))
    said = " — ".join(filter(None, (signatory.name, signatory.role))) or texts["nobody"]
    sheet.block.write(x, y, _NAME, *wrap(printable(said), _NAME, room, 3))
    if signatory.signed_on:
        day = texts["signed"].format(day=french_day(signatory.signed_on))
        sheet.block.write(x, bottom + 8, _HINT, day)
