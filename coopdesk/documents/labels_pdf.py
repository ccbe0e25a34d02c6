"""Print address labels on sheets of any known format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.fitting import fitted, wrapped
from coopdesk.documents.paper import Paper, PaperTitle, Sheet, Use, printable
from coopdesk.documents.typesetting import (
    MILLIMETRE,
    PAGE_HEIGHT,
    Style,
    regular,
    width_of,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.label_formats import one_per_household
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.association import Association
    from coopdesk.domain.label_formats import Addressee, LabelFormat, LabelSheet

# Smaller print is refused by sorting machines and by eyes.
SMALLEST = 7.0

_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, SMALLEST)
_STYLES: tuple[Style, ...] = (
    *(regular(size, size * 1.2) for size in _SIZES),
    # Seven lines on the smallest label: closer, never smaller.
    regular(SMALLEST, SMALLEST * 1.05),
)
# Under this size a name had better take two lines, if the address leaves one (norm: six).
_LEGIBLE = 9.0
_MOST_LINES = 6
_PAGE_EDGE = 5.0
_OUTLINE = "outline"


def draw_labels(
    association: Association,
    made_on: dt.date,
    addressees: Iterable[Addressee],
    sheet: LabelSheet,
    *,
    per_household: bool = True,
) -> bytes:
    """Return sheets of labels, one for each household unless told otherwise.

    Raises:
        RuleError: ``label.start_outside`` or ``label.nothing``.
    """
    chosen = one_per_household(addressees) if per_household else list(addressees)
    # What is shown is also what is measured: a box where no font holds a character.
    printed = (tuple(map(printable, addressee.lines)) for addressee in chosen)
    wanted = [lines for lines in printed if any(lines)]
    if not wanted:
        raise RuleError("label.nothing")
    label_format = sheet.checked().format
    paper = Paper(PaperTitle(_("Address labels"), association.name, made_on))
    shared = [Use(paper.share(_OUTLINE, _outline(label_format)))] if sheet.outlined else []
    pages: list[Sheet] = []
    for place, lines in enumerate(wanted, start=sheet.start - 1):
        page, cell = divmod(place, label_format.count)
        if page == len(pages):
            pages.append(Sheet(uses=[*shared]))
        _write(pages[page], label_format, cell, lines)
    return paper.finished(pages)


def _write(sheet: Sheet, label_format: LabelFormat, place: int, lines: Sequence[str]) -> None:
    """Write an address into a label, in the middle of its height."""
    cell, (aside, above) = label_format.cell(place), margins(label_format)
    width, height = cell.width - 2 * aside, cell.height - 2 * above
    style, written = _fitted(lines, width * MILLIMETRE, height * MILLIMETRE)
    used = len(written) * style.leading
    top = PAGE_HEIGHT - cell.y * MILLIMETRE - (cell.height * MILLIMETRE - used) / 2
    # Letters reach about three quarters of their size above the line and a quarter below.
    first = top - (style.leading - style.size) / 2 - 0.78 * style.size
    sheet.block.write((cell.x + aside) * MILLIMETRE, first, style, *written)


def _fitted(lines: Sequence[str], width: float, height: float) -> tuple[Style, list[str]]:
    """Fit an address; a long name takes two lines rather than make all the others tiny."""
    style, written = fitted(lines, _STYLES, width, height)
    name, *rest = [line for line in lines if line]
    if style.size >= _LEGIBLE or len(rest) >= _MOST_LINES - 1 or len(written) > len(rest) + 1:
        return style, written
    for larger in (each for each in _STYLES if each.size >= _LEGIBLE):
        whole = all(width_of(line, larger) <= width for line in rest)
        parts = [*wrapped(name, larger, width), *rest]
        if whole and len(parts) == len(rest) + 2 and len(parts) * larger.leading <= height:
            return larger, parts
    return style, written


def margins(label_format: LabelFormat) -> tuple[float, float]:
    """Return the white kept at the sides and above the text of a label, in millimetres.

    Printers are off by a millimetre, and leave the edge of the page white.
    """
    aside = max(label_format.width * 0.04, _PAGE_EDGE - label_format.left)
    above = max(min(3.0, label_format.height * 0.06), _PAGE_EDGE - label_format.top)
    return aside, above


def _outline(label_format: LabelFormat) -> Sheet:
    cells = map(label_format.cell, range(label_format.count))
    boxes = (
        f"{cell.x * MILLIMETRE:.2f} {PAGE_HEIGHT - (cell.y + cell.height) * MILLIMETRE:.2f} "
        f"{cell.width * MILLIMETRE:.2f} {cell.height * MILLIMETRE:.2f} re"
        for cell in cells
    )
    return Sheet(operators=["\n".join(("0.4 w 0.6 0.6 0.6 RG", *boxes, "S"))])
