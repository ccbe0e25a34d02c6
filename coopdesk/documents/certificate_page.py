"""The page that certificates share: letterhead, window, title, paragraphs, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.folded_sheet import write_window
from coopdesk.documents.letterhead import (
    SIGNATURE_HEIGHT,
    write_date,
    write_footer,
    write_letterhead,
    write_signature,
)
from coopdesk.documents.paper import Paper, PaperTitle, Sheet, check_printable
from coopdesk.documents.receipt_texts import hard_spaced
from coopdesk.documents.typesetting import MILLIMETRE, PAGE_HEIGHT, QUIET, bold, regular, wrap
from coopdesk.domain.text import clean_line
from coopdesk.wording.formats import HARD_SPACE, day_long

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.association import Association

_TITLE = bold(17, 22)
_NOTE = regular(8, 11, QUIET)
_BODIES = (regular(11, 17), regular(10, 15), regular(9, 13), regular(8, 11))
_TITLE_TOP = PAGE_HEIGHT - 112 * MILLIMETRE
_NOTE_TOP = 26 * MILLIMETRE


def draw_certificate(
    association: Association,
    issued_on: dt.date,
    addressee: tuple[str, Sequence[str]],
    title: str,
    text: tuple[Sequence[str], str],
) -> bytes:
    """Return one page: ``addressee`` is name and postal lines, ``text`` paragraphs and note.

    Raises:
        RuleError: ``paper.unprintable_character`` or ``image.unreadable``.
    """
    (name, lines), (paragraphs, note) = addressee, text
    images = [association.logo, association.signature]
    paper = Paper(PaperTitle(f"{title} — {name}", association.name, issued_on), images=images)
    sheet = Sheet()
    write_letterhead(sheet, association)
    write_window(sheet.block, map(clean_line, lines))
    write_date(sheet, association, issued_on)
    y = sheet.block.write(at.LEFT, _TITLE_TOP, _TITLE, title) - 12
    y = _paragraphs(sheet, y, [hard_spaced(clean_line(each)) for each in paragraphs])
    write_signature(sheet, y - 16, association)
    sheet.block.write(at.LEFT, _NOTE_TOP, _NOTE, *wrap(note, _NOTE, at.WIDTH, 3))
    write_footer(sheet, association, 1, 1)
    check_printable(sheet, name)
    return paper.finished([sheet])


def _paragraphs(sheet: Sheet, y: float, paragraphs: Sequence[str]) -> float:
    """Write paragraphs in the largest print that leaves room for the signature."""
    room = y - SIGNATURE_HEIGHT - 30 - _NOTE_TOP
    for style in _BODIES:
        wrapped = [wrap(each, style, at.WIDTH) for each in paragraphs]
        height = sum(len(lines) * style.leading + style.leading / 2 for lines in wrapped)
        if height <= room:
            break
    for lines in wrapped:
        y = sheet.block.write(at.LEFT, y, style, *lines) - style.leading / 2
    return y


def signed_by(association: Association) -> str:
    """Return who signs, within a sentence: ``Camille Aubry, trésorière``."""
    role = association.signatory_role
    parts = (association.signatory_name, role[:1].lower() + role[1:])
    return ", ".join(part for part in parts if part)


def long_day(day: dt.date) -> str:
    """Return ``12 mars 2026``, which no line breaks."""
    return day_long(day, "fr").replace(" ", HARD_SPACE)
