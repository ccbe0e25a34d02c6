"""Draw the logo and the signature of the demonstration: small PNG images made from nothing."""

from __future__ import annotations

import math
import struct
import zlib
from functools import cache

Colour = tuple[int, int, int]

_WHITE: Colour = (255, 255, 255)
_DEEP: Colour = (31, 75, 153)
_RIVER: Colour = (92, 148, 214)
_SUN: Colour = (240, 171, 62)
_INK: Colour = (24, 37, 92)

_LOGO_SIDE = 240
_SIGNATURE = (420, 130)


class _Canvas:
    """A picture whose dots are mixed with what lies beneath, so that edges are smooth."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._rows = [bytearray(_WHITE * width) for _row in range(height)]

    def mix(self, x: int, y: int, colour: Colour, cover: float) -> None:
        """Cover a dot by a share of a colour; dots outside are ignored."""
        if cover <= 0 or not (0 <= x < self.width and 0 <= y < self.height):
            return
        row, share = self._rows[y], min(1.0, cover)
        for channel, value in enumerate(colour):
            place = 3 * x + channel
            row[place] = round(row[place] + (value - row[place]) * share)

    def png(self) -> bytes:
        """Return the picture as a PNG file without transparency."""
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        lines = b"".join(b"\0" + bytes(row) for row in self._rows)
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            _chunk(name, content)
            for name, content in (
                (b"IHDR", header),
                (b"IDAT", zlib.compress(lines, 9)),
                (b"IEND", b""),
            )
        )


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


@cache
def draw_logo() -> bytes:
    """Return a round logo: a sun over a river between two banks."""
    canvas = _Canvas(_LOGO_SIDE, _LOGO_SIDE)
    middle = (_LOGO_SIDE - 1) / 2
    for y in range(_LOGO_SIDE):
        for x in range(_LOGO_SIDE):
            inside = middle - math.hypot(x - middle, y - middle)
            if inside <= -1:
                continue
            cover = min(1.0, inside + 1)
            colour, share = _landscape(x / _LOGO_SIDE, y / _LOGO_SIDE)
            canvas.mix(x, y, _DEEP, cover)
            canvas.mix(x, y, colour, cover * share)
    return canvas.png()


def _landscape(x: float, y: float) -> tuple[Colour, float]:
    """Return the colour at a point (0 to 1 from the top left) and how much of it shows."""
    edge = 1 / _LOGO_SIDE
    sun = 0.155 - math.hypot(x - 0.5, y - 0.36)
    if sun > -edge:
        return _SUN, sun / edge
    for number in range(3):
        level = 0.6 + 0.12 * number + 0.03 * math.sin(2 * math.pi * (x * 1.4 + number * 0.3))
        depth = 0.028 - abs(y - level)
        if depth > -edge:
            return (_WHITE if number != 1 else _RIVER), depth / edge
    return _DEEP, 0.0


@cache
def draw_signature() -> bytes:
    """Return a flowing signature that belongs to nobody."""
    width, height = _SIGNATURE
    canvas = _Canvas(width, height)
    steps = 2_600
    for step in range(steps):
        along = step / steps
        x, y = _pen(along)
        thickness = 1.1 + 0.9 * math.sin(along * 61) ** 2
        _dab(canvas, x * width, y * height, thickness)
    for step in range(700):
        along = step / 700
        y = 0.83 - 0.09 * math.sin(along * 2.6)
        _dab(canvas, (0.12 + 0.8 * along) * width, y * height, 1.7 - 1.1 * along)
    return canvas.png()


def _pen(along: float) -> tuple[float, float]:
    """Return where the pen is after a share of the stroke: loops that grow smaller."""
    size = 0.34 * (1 - along) ** 0.8 + 0.07
    turn = along * 2 * math.pi * 7.5
    x = 0.09 + 0.78 * along + 0.045 * math.sin(turn + 0.6)
    y = 0.52 - size * math.cos(turn) * (0.75 + 0.25 * math.sin(along * 9))
    return x, y


def _dab(canvas: _Canvas, x: float, y: float, radius: float) -> None:
    reach = math.ceil(radius) + 1
    for dot_y in range(int(y) - reach, int(y) + reach + 1):
        for dot_x in range(int(x) - reach, int(x) + reach + 1):
            distance = math.hypot(dot_x - x, dot_y - y)
            canvas.mix(dot_x, dot_y, _INK, (radius - distance + 0.5) * 0.5)
