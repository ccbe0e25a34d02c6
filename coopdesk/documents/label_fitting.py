"""Fit lines into a small box: shrunk first, then wrapped, at last cut where it hurts least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.typesetting import width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.typesetting import Style


def fitted(
    lines: Sequence[str], styles: Sequence[Style], width: float, height: float
) -> tuple[Style, list[str]]:
    """Return the largest style that breaks the fewest lines, and the lines; sizes in points.

    ``styles`` go from the largest to the smallest. Where even the smallest is too large, some
    lines are cut with a visible mark, or left out: the last ones (the town) and the first (the
    name) suffer least.
    """
    wanted = [line for line in lines if line]
    smallest = _wrapped(wanted, styles[-1], width)
    for style in styles:
        written = _wrapped(wanted, style, width)
        if len(written) == len(smallest) and len(written) * style.leading <= height:
            return style, written
    return styles[-1], _cut(wanted, styles[-1], width, max(1, int(height / styles[-1].leading)))


def _wrapped(lines: list[str], style: Style, width: float) -> list[str]:
    return [
        part
        for line in lines
        for part in ([line] if width_of(line, style) <= width else wrap(line, style, width))
    ]


def _cut(lines: list[str], style: Style, width: float, most: int) -> list[str]:
    """Keep the first and the last lines, and let the most important ones take two lines."""
    kept = lines if len(lines) <= most else [lines[0], *lines[len(lines) - most + 1 :]][:most]
    parts = [wrap(line, style, width, 1) for line in kept]
    spare = most - len(kept)
    last = len(kept) - 1
    for place in dict.fromkeys((last, 0, *range(last, 0, -1))):
        whole = wrap(kept[place], style, width)
        if len(whole) - 1 <= spare:
            spare -= len(whole) - 1
            parts[place] = whole
    return [part for written in parts for part in written]
