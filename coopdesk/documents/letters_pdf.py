"""Print letters in one PDF: each starts on its own page, its address in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.folded_sheet import mark_folds, write_window
from coopdesk.documents.fonts import missing_glyphs
from coopdesk.documents.letterhead import (
    BOTTOM,
    DATE_LINE,
    SIGNATURE_HEIGHT,
    write_date,
    write_footer,
    write_letterhead,
    write_signature,
)
from coopdesk.documents.paper import Paper, PaperTitle, Sheet, Use, check_printable
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.documents.typesetting import Style, bold, regular, wrap
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from coopdesk.documents.pdf_book import PdfBook
    from coopdesk.domain.association import Association, StoredImage
    from coopdesk.domain.member_papers import Letter, LetterRun

_HEAD, _SIGNATURE = "letterhead", "signature"
_SUBJECT = bold(10.5, 14.5)
_BODIES = (regular(10.5, 14.8), regular(10, 14), regular(9.5, 13.2))
_SUBJECT_TOP = DATE_LINE - 34
_NEXT_TOP = at.LOGO_TOP - 12


class LetterPrinter:
    """Draws letters of one association on a paper, each on pages of its own."""

    def __init__(self, paper: Paper, association: Association, written_on: dt.date) -> None:
        """Draw what the letters share.

        Raises:
            RuleError: ``paper.unprintable_character`` or ``image.unreadable``.
        """
        self._paper = paper
        self._association = association
        head, signature = Sheet(), Sheet()
        write_letterhead(head, association)
        write_date(head, association, written_on)
        mark_folds(head.block)
        # A form shows nothing below its own foot.
        write_signature(signature, SIGNATURE_HEIGHT, association)
        check_printable(head, association.name)
        paper.share(_HEAD, head)
        paper.share(_SIGNATURE, signature)

    def draw(self, letter: Letter) -> None:
        """Draw a letter; one longer than a page goes on overleaf, its pages numbered.

        Raises:
            RuleError: ``paper.unprintable_character``.
        """
        sheets = _LetterPages(letter).sheets
        for number, sheet in enumerate(sheets, start=1):
            write_footer(sheet, self._association, number, len(sheets))
            check_printable(sheet, letter.name)
            self._paper.add(sheet)


def is_printable(letter: Letter) -> bool:
    """Tell whether the font holds every character of a letter."""
    return not missing_glyphs("\n".join((*letter.lines, letter.subject, letter.body)))


def draw_letters(run: LetterRun, advance: Callable[[int, int], None] | None = None) -> bytes:
    """Return one PDF of all letters in order; ``advance`` is told how many are done.

    Raises:
        RuleError: ``letter.nothing``, ``paper.unprintable_character`` or ``image.unreadable``.
    """
    if not run.letters:
        raise RuleError("letter.nothing")
    association = run.association
    paper = Paper(
        PaperTitle(run.letters[0].subject, association.name, run.written_on),
        images=_images(association),
    )
    printer = LetterPrinter(paper, association, run.written_on)
    for done, letter in enumerate(run.letters, start=1):
        printer.draw(letter)
        if advance:
            advance(done, len(run.letters))
    return paper.finished()


class LettersBefore:
    """Draws letters in front of other pages of one file, by the index of what follows."""

    def __init__(
        self, association: Association, written_on: dt.date, letters: Mapping[int, Letter]
    ) -> None:
        self._association = association
        self._written_on = written_on
        self._letters = letters
        self._printer: LetterPrinter | None = None

    def __call__(self, book: PdfBook, index: int) -> None:
        """Draw the letter that precedes an index, if there is one.

        Raises:
            RuleError: as ``LetterPrinter``.
        """
        if self._printer is None:
            association = self._association
            title = PaperTitle("", association.name, self._written_on)
            paper = Paper(title, images=_images(association), book=book)
            self._printer = LetterPrinter(paper, self._association, self._written_on)
        if index in self._letters:
            self._printer.draw(self._letters[index])


def _images(association: Association) -> tuple[StoredImage | None, ...]:
    return association.logo, association.signature


class _LetterPages:
    """Lays one letter out."""

    def __init__(self, letter: Letter) -> None:
        first = Sheet(uses=[Use(_HEAD)])
        self.sheets = [first]
        write_window(first.block, map(clean_line, letter.lines))
        said = paper_texts("member_papers", "letter")["subject"]
        subject = said.format(subject=clean_line(letter.subject))
        lines = wrap(hard_spaced(subject), _SUBJECT, at.WIDTH, 3)
        self.y = first.block.write(at.LEFT, _SUBJECT_TOP, _SUBJECT, *lines) - 12
        paragraphs = _paragraphs(letter.body)
        style, wrapped = self._fitted(paragraphs)
        for lines in wrapped:
            self._paragraph(lines, style)
        self._sign()

    def _fitted(self, paragraphs: list[str]) -> tuple[Style, list[list[str]]]:
        """Choose the largest print that keeps the letter on one page, if any does."""
        room = self.y - BOTTOM - SIGNATURE_HEIGHT
        for style in _BODIES:
            wrapped = [wrap(each, style, at.WIDTH, 9_999) for each in paragraphs]
            lines = sum(map(len, wrapped))
            if (lines + 0.6 * len(wrapped)) * style.leading <= room:
                return style, wrapped
        style = _BODIES[1]
        return style, [wrap(each, style, at.WIDTH, 9_999) for each in paragraphs]

    def _paragraph(self, lines: list[str], style: Style) -> None:
        for line in lines:
            if self.y < BOTTOM:
                self._turn()
            self.y = self.sheets[-1].block.write(at.LEFT, self.y, style, line)
        self.y -= 0.6 * style.leading

    def _sign(self) -> None:
        self.y -= 6
        if self.y - SIGNATURE_HEIGHT + 24 < BOTTOM:
            self._turn()
        self.sheets[-1].uses.append(Use(_SIGNATURE, 0, self.y - SIGNATURE_HEIGHT))

    def _turn(self) -> None:
        self.sheets.append(Sheet())
        self.y = _NEXT_TOP


def _paragraphs(body: str) -> list[str]:
    parts = (part.strip() for part in clean_text(body).split("\n\n"))
    return [hard_spaced(part) for part in parts if part]
