"""Write a large pale word across a page, behind its text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coopdesk.documents.typesetting import PAGE_HEIGHT, PAGE_WIDTH, bold, width_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from coopdesk.documents.typesetting import Colour

_LARGEST = 100.0
_REACH = 0.8
_HEAD = 24.0
_HEAD_SIZE = 11.0

_PALE: Colour = (0.895, 0.905, 0.925)
# Other words than a draft's: pale across the page, and strong at its head.
_COLOURS: dict[str, tuple[Colour, Colour]] = {
    "DUPLICATA": ((0.87, 0.90, 0.94), (0.10, 0.25, 0.48)),
    "ANNULÉ": ((0.96, 0.87, 0.87), (0.72, 0.10, 0.12)),
}


def draw_watermark(canvas: Canvas, words: str) -> None:
    """Draw words along the diagonal of a page; call it before anything else is drawn."""
    pale, strong = _COLOURS.get(words, (_PALE, None))
    style = bold(_LARGEST, _LARGEST)
    diagonal = math.hypot(PAGE_WIDTH, PAGE_HEIGHT)
    size = min(_LARGEST, _LARGEST * _REACH * diagonal / width_of(words, style))
    canvas.saveState()
    canvas.setFillColorRGB(*pale)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(math.degrees(math.atan2(PAGE_HEIGHT, PAGE_WIDTH)))
    canvas.setFont(style.font, size)
    canvas.drawCentredString(0, -0.35 * size, words)
    canvas.restoreState()
    if strong:
        canvas.saveState()
        canvas.setFillColorRGB(*strong)
        canvas.setFont(style.font, _HEAD_SIZE)
        canvas.drawCentredString(PAGE_WIDTH / 2, PAGE_HEIGHT - _HEAD, words)
        canvas.restoreState()
