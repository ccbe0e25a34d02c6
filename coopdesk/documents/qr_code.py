"""Draw QR codes as masks of one bit a module, sharp at any size."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import segno

# The quiet zone that scanners need around a code, in modules (ISO/IEC 18004).
QUIET_MODULES = 4

# Any mask can be read. Trying all eight for the best one takes five times as long, and with
# one for all, codes of one length add up bit by bit: see ``_Sums``.
_MASK = 0

# So many codes of one length are worth to learn the sums of that length.
_MANY = 100


def qr_modules(text: str, level: str = "Q") -> list[list[bool]]:
    """Return the rows of a code, True where it is dark.

    A quarter of it may be dirty at ``level`` Q, a seventh at M, which is smaller.
    """
    return [[dark == "1" for dark in row] for row in _encoded(text.encode(), level).rows]


def qr_operators(text: str, x: float, y: float, side: float, level: str = "Q") -> str:
    """Return the operators that draw a code into a square, its quiet zone left to the page."""
    content = text.encode()
    code = _sums(len(content), level).code(content)
    # 1 is painted because of /D.
    return (
        f"q 0 0 0 rg {side:.2f} 0 0 {side:.2f} {x:.2f} {y:.2f} cm\n"
        f"BI /W {code.size} /H {code.size} /IM true /D [1 0] /F /AHx ID\n{code.figures}>\nEI Q"
    )


class _Code(NamedTuple):
    """The modules of a code: row after row, one bit each, rows filled up to whole bytes."""

    size: int
    bits: int

    @property
    def width(self) -> int:
        """The bits of a row."""
        return -(-self.size // 8) * 8

    @property
    def figures(self) -> str:
        """The bits in hexadecimal."""
        return f"{self.bits:0{self.size * self.width // 4}x}"

    @property
    def rows(self) -> list[str]:
        """The rows as figures 0 and 1."""
        whole = f"{self.bits:0{self.size * self.width}b}"
        starts = range(0, len(whole), self.width)
        return [whole[start : start + self.size] for start in starts]


class _Sums:
    """Makes codes of one length, at first one by one, then by adding up what each bit changes.

    Where version, level, mask and length are fixed, every module is a sum (exclusive or) of
    bits of the text: so are the data themselves and the bits that correct errors, and the mask
    only adds the same to all. What one bit changes is the difference between two codes.
    """

    def __init__(self, length: int, level: str) -> None:
        self._length = length
        self._level = level
        self._made = 0
        self._changes: list[dict[int, int]] = [{} for _place in range(length)]
        self._blank: _Code | None = None

    def code(self, content: bytes) -> _Code:
        """Return the code of a text of this length."""
        self._made += 1
        if self._made <= _MANY:
            return _encoded(content, self._level)
        if self._blank is None:
            self._blank = self._encoded_bit(0, 0)
        bits = self._blank.bits
        for place, (value, changes) in enumerate(zip(content, self._changes, strict=True)):
            change = changes.get(value)
            bits ^= self._change(place, value) if change is None else change
        return _Code(self._blank.size, bits)

    def _change(self, place: int, value: int) -> int:
        """Return what a byte changes at a place, and remember it and what its bits change."""
        assert self._blank is not None
        changes, change = self._changes[place], 0
        for bit in (1 << shift for shift in range(8) if value >> shift & 1):
            if bit not in changes:
                changes[bit] = self._encoded_bit(place, bit).bits ^ self._blank.bits
            change ^= changes[bit]
        changes[value] = change
        return change

    def _encoded_bit(self, place: int, value: int) -> _Code:
        content = bytearray(self._length)
        content[place] = value
        return _encoded(bytes(content), self._level)


@cache
def _sums(length: int, level: str) -> _Sums:
    return _Sums(length, level)


def _encoded(content: bytes, level: str) -> _Code:
    rows = segno.make(
        content, error=level, mask=_MASK, mode="byte", boost_error=False, micro=False
    ).matrix
    size = len(rows)
    width = _Code(size, 0).width
    bits = "".join("".join(map(str, row)).ljust(width, "0") for row in rows)
    return _Code(size, int(bits, 2))
