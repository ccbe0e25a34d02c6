"""Cut a small static font out of the variable Inter, with tabular digits and ballot boxes."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

if TYPE_CHECKING:
    from pathlib import Path

# Optical size of body text; Inter has 14 to 32.
_OPTICAL_SIZE = 14
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BOXES = {"\u2610": "box.empty", "\u2612": "box.ticked"}

_Contour = list[tuple[float, float]]


def cut_font(source: Path, name: str, weight: int) -> bytes:
    """Return a static TrueType font with one weight and every character of the source.

    ``name`` becomes the PostScript name, by which ReportLab tells fonts apart. Digits take
    their tabular shapes, so that columns line up; ☐ and ☒, which Inter lacks, are added.
    """
    # Cutting again must give the same bytes, or the same receipt would not.
    font = TTFont(source, recalcTimestamp=False)
    _use_tabular_digits(font)
    _keep_characters(font)
    # Cutting comes first: what is gone need not be interpolated.
    instantiateVariableFont(font, {"wght": weight, "opsz": _OPTICAL_SIZE}, inplace=True)
    _add_boxes(font)
    font["name"].setName(name, 6, 3, 1, 0x409)
    content = io.BytesIO()
    font.save(content)
    return content.getvalue()


def _use_tabular_digits(font: TTFont) -> None:
    for table in font["cmap"].tables:
        for digit, name in enumerate(_DIGITS):
            table.cmap[ord("0") + digit] = f"{name}.tf"


def _keep_characters(font: TTFont) -> None:
    """Leave out alternates, layout rules and the characters of private use."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables = [*options.drop_tables, "GSUB", "GPOS", "GDEF", "gasp"]
    codes = [code for code in font.getBestCmap() if unicodedata.category(chr(code)) != "Co"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _add_boxes(font: TTFont) -> None:
    """Draw the ballot boxes as high as a capital."""
    height = font["OS/2"].sCapHeight
    margin = round(0.08 * height)
    frame = _frame(height, stroke=0.085 * height)
    cross = _cross(0.21 * height, 0.79 * height, half=0.1 * height)
    drawings = (frame, [*frame, *cross])
    for number, (char, contours) in enumerate(zip(_BOXES, drawings, strict=True)):
        name = _BOXES[char]
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = _glyph(contours, margin)
        # Equal last widths are stored once; ReportLab misreads those left out, so they differ.
        font["hmtx"][name] = (height + 2 * margin + number, margin)
        for table in font["cmap"].tables:
            table.cmap[ord(char)] = name


def _frame(side: float, stroke: float) -> list[_Contour]:
    near, far = stroke, side - stroke
    outer = [(0.0, 0.0), (0.0, side), (side, side), (side, 0.0)]
    inner = [(near, near), (far, near), (far, far), (near, far)]
    return [outer, inner]


def _cross(low: float, high: float, half: float) -> list[_Contour]:
    rising = [
        (low, low),
        (low, low + half),
        (high - half, high),
        (high, high),
        (high, high - half),
        (low + half, low),
    ]
    falling = [(low + high - x, y) for x, y in reversed(rising)]
    return [rising, falling]


def _glyph(contours: list[_Contour], left: float) -> object:
    pen = TTGlyphPen(None)
    for first, *others in contours:
        pen.moveTo((first[0] + left, first[1]))
        for x, y in others:
            pen.lineTo((x + left, y))
        pen.closePath()
    return pen.glyph()
