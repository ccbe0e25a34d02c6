"""Write filled rectangles as PDF operators."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.documents.typesetting import Band

# How far a Bézier curve reaches towards a corner to look like a quarter of a circle.
_ROUND = 0.5523


def band_operators(bands: Iterable[Band]) -> str:
    """Return the operators that fill bands, each in its colour, in order; empty for none."""
    written = []
    for colour, alike in groupby(bands, key=lambda band: band.colour):
        written.append("{:g} {:g} {:g} rg".format(*colour))
        written += [_rounded(band) if band.radius else _square(band) for band in alike]
        written.append("f")
    return "\n".join(written)


def _square(band: Band) -> str:
    return f"{band.x:.2f} {band.y:.2f} {band.width:.2f} {band.height:.2f} re"


def _rounded(band: Band) -> str:
    """Go once around the band, from the left end of its bottom."""
    radius, near = band.radius, band.radius * (1 - _ROUND)
    left, right = band.x, band.x + band.width
    bottom, top = band.y, band.y + band.height
    corners = (
        ((right - radius, bottom), (right - near, bottom), (right, bottom + near)),
        ((right, top - radius), (right, top - near), (right - near, top)),
        ((left + radius, top), (left + near, top), (left, top - near)),
        ((left, bottom + radius), (left, bottom + near), (left + near, bottom)),
    )
    ends = (
        (right, bottom + radius),
        (right - radius, top),
        (left, top - radius),
        (left + radius, bottom),
    )
    path = [f"{left + radius:.2f} {bottom:.2f} m"]
    for (start, first, second), end in zip(corners, ends, strict=True):
        path.append(f"{_point(start)} l")
        path.append(f"{_point(first)} {_point(second)} {_point(end)} c")
    return "\n".join((*path, "h"))


def _point(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
