"""Draw QR codes as filled squares, sharp at any size."""

from __future__ import annotations

from typing import Any, cast

from reportlab.graphics.barcode.qrencoder import (
    QR8bitByte,
    QRCode,
    QRErrorCorrectLevel,
)

# The quiet zone that scanners need around a code, in modules (ISO/IEC 18004).
QUIET_MODULES = 4


def qr_modules(text: str) -> list[list[bool]]:
    """Return the rows of a code, True where it is dark; a quarter of it may be dirty."""
    # The stubs say nothing of what its methods take and return.
    code = cast("Any", QRCode(None, QRErrorCorrectLevel.Q))
    # Bytes whatever the text: the encoder takes some letters for Japanese otherwise.
    code.addData(QR8bitByte(text))
    code.make()
    count = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(count)] for row in range(count)]


def qr_operators(text: str, x: float, y: float, side: float) -> str:
    """Return the operators that draw a code into a square, its quiet zone left to the page."""
    rows = qr_modules(text)
    size = side / len(rows)
    boxes = []
    for number, row in enumerate(rows):
        bottom = y + side - (number + 1) * size
        boxes += [
            f"{x + start * size:.3f} {bottom:.3f} {length * size:.3f} {size:.3f} re"
            for start, length in _runs(row)
        ]
    return "\n".join(("0 0 0 rg", *boxes, "f"))


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Return where dark modules stand side by side: start and length."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
