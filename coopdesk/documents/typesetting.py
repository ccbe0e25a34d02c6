"""Place lines of text on a page: measure, wrap, fit.

Positions are in points from the bottom left corner. Text is never markup: what people typed is
measured and drawn character by character, so nothing in it can be obeyed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.fonts import BOLD, REGULAR, font_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.pdfbase.ttfonts import TTFontFace

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MILLIMETRE = 72 / 25.4
CUT_MARK = " […]"

Colour = tuple[float, float, float]

INK: Colour = (0.11, 0.13, 0.17)
QUIET: Colour = (0.36, 0.39, 0.45)
ACCENT: Colour = (0.10, 0.25, 0.48)
BAND: Colour = (0.94, 0.955, 0.975)


class Style(NamedTuple):
    """How a line is written; ``leading`` is the distance to the next line."""

    font: str
    size: float
    leading: float
    colour: Colour = INK


class Mark(NamedTuple):
    """One line of text, its start on the baseline."""

    x: float
    y: float
    style: Style
    text: str


class Band(NamedTuple):
    """A filled rectangle behind text, its corners rounded by ``radius``."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour = BAND
    radius: float = 0.0


class Code(NamedTuple):
    """A QR code that holds a text, drawn into a square; its quiet zone is left to the page."""

    text: str
    x: float
    y: float
    side: float


class Picture(NamedTuple):
    """An image, by its SHA-256, drawn into a box without changing its proportions.

    ``name`` is what an error calls it.
    """

    sha256: str
    name: str
    x: float
    y: float
    width: float
    height: float
    anchor: str


@dataclass(slots=True)
class Block:
    """What is drawn together, in reading order."""

    marks: list[Mark] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    def write(self, x: float, y: float, style: Style, *lines: str) -> float:
        """Write lines below each other; return the baseline that follows."""
        for line in lines:
            self.marks.append(Mark(x, y, style, line))
            y -= style.leading
        return y

    def write_right(self, x: float, y: float, style: Style, text: str) -> None:
        """Write a line that ends at ``x``."""
        self.marks.append(Mark(x - width_of(text, style), y, style, text))

    @property
    def text(self) -> str:
        """Every character that the block writes."""
        return "".join(mark.text for mark in self.marks)


def regular(size: float, leading: float, colour: Colour = INK) -> Style:
    """Return a style in the regular weight."""
    return Style(REGULAR, size, leading, colour)


def bold(size: float, leading: float, colour: Colour = INK) -> Style:
    """Return a style in the bold weight."""
    return Style(BOLD, size, leading, colour)


def width_of(text: str, style: Style) -> float:
    """Measure a line."""
    reach: float = sum(map(_advances(style.font).__getitem__, text))
    return reach * style.size / 1000


class _Advances(dict[str, float]):
    """How far each character of a font reaches, in thousandths of its size."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__((chr(code), width) for code, width in face.charWidths.items())
        self._default: float = face.defaultWidth

    def __missing__(self, char: str) -> float:
        return self._default


@cache
def _advances(font: str) -> _Advances:
    return _Advances(font_named(font).face)


def wrap(text: str, style: Style, width: float, most: int = 99) -> list[str]:
    """Break a text into lines; words wider than a line are broken anywhere.

    Line breaks of the text are kept. What exceeds ``most`` lines is cut with a visible mark.
    """
    lines: list[str] = []
    reachable = (most + 1) * _most_letters(style, width)
    for paragraph in text[:reachable].split("\n"):
        lines += _wrapped(paragraph, style, width)
        if len(lines) > most:
            return [*lines[: most - 1], _cut(lines[most - 1], style, width)]
    return lines


def _wrapped(text: str, style: Style, width: float) -> list[str]:
    if width_of(text, style) <= width:
        return [text]
    lines = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, style) <= width:
            line = longer
            continue
        if not word:  # one of several spaces, at the end of a full line
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, style, width)
        lines += full
    return [*lines, line]


def _pieces(word: str, style: Style, width: float) -> list[str]:
    """Break a word that no line can hold."""
    pieces = []
    while len(word) > 1:
        end = _longest_start(word, style, width)
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word] if word else pieces


def _longest_start(word: str, style: Style, width: float) -> int:
    low, high = 1, min(len(word), _most_letters(style, width))
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(word[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _most_letters(style: Style, width: float) -> int:
    """Return more letters than a line can hold: none is narrower than a tenth of its size."""
    return int(10 * width / style.size)


def _cut(line: str, style: Style, width: float) -> str:
    while line and width_of(line + CUT_MARK, style) > width:
        line = line[:-1]
    return line + CUT_MARK


def fit_parts(
    parts: Iterable[str], styles: Sequence[Style], width: float, most: int
) -> tuple[Style, list[str]]:
    """Wrap parts in the first style in which they take at most ``most`` lines.

    Where even the last style takes more, each part is cut to one line with a visible mark.
    """
    wanted = [part for part in parts if part]
    for style in styles:
        lines = [line for part in wanted for line in wrap(part, style, width, most + 1)]
        if len(lines) <= most:
            return style, lines
    return styles[-1], [wrap(part, styles[-1], width, 1)[0] for part in wanted]


def flow(
    items: Iterable[tuple[str, Style]], width: float, gap: float
) -> list[list[tuple[str, Style]]]:
    """Set items side by side, ``gap`` apart, on as many rows as needed."""
    rows: list[list[tuple[str, Style]]] = []
    used = width
    for item in items:
        wide = width_of(*item)
        if rows and used + gap + wide <= width:
            rows[-1].append(item)
            used += gap + wide
        else:
            rows.append([item])
            used = wide
    return rows
