"""Draw QR codes as masks of one bit a module, sharp at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from collections.abc import Sequence

# The quiet zone that scanners need around a code, in modules (ISO/IEC 18004).
QUIET_MODULES = 4

# Any mask can be read. Trying all eight for the best one takes five times as long.
_MASK = 0


def qr_modules(text: str, level: str = "Q") -> list[list[bool]]:
    """Return the rows of a code, True where it is dark.

    A quarter of it may be dirty at ``level`` Q, a seventh at M, which is smaller.
    """
    return [[dark == 1 for dark in row] for row in _rows(text, level)]


def qr_operators(text: str, x: float, y: float, side: float, level: str = "Q") -> str:
    """Return the operators that draw a code into a square, its quiet zone left to the page."""
    rows = _rows(text, level)
    size = len(rows)
    width = -(-size // 8) * 8
    # One bit a module, each row filled up to whole bytes; 1 is painted because of /D.
    bits = "".join("".join(map(str, row)).ljust(width, "0") for row in rows)
    figures = f"{int(bits, 2):0{len(bits) // 4}x}"
    return (
        f"q 0 0 0 rg {side:.2f} 0 0 {side:.2f} {x:.2f} {y:.2f} cm\n"
        f"BI /W {size} /H {size} /IM true /D [1 0] /F /AHx ID\n{figures}>\nEI Q"
    )


def _rows(text: str, level: str) -> Sequence[Sequence[int]]:
    return segno.make(
        text, error=level, mask=_MASK, mode="byte", boost_error=False, micro=False
    ).matrix
