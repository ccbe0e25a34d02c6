"""Fit lines into a small box: shrunk first, then wrapped, at last cut where it hurts least."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.documents.typesetting import width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.typesetting import Style

# A word that no line can hold is best broken after one of these.
_CHUNKS = re.compile(r"[^-@./_'’·]*[-@./_'’·]?")


def wrapped(text: str, style: Style, width: float, most: int = 99) -> list[str]:
    """Break a text into lines as ``wrap`` does, long words after a hyphen, point or @."""
    if width_of(text, style) <= width and "\n" not in text:
        return [text]
    lines = text[:2_000].split("\n")
    soft = "\n".join(
        " ".join(_softened(word, style, width) for word in line.split(" ")) for line in lines
    )
    return wrap(soft, style, width, most)


def _softened(word: str, style: Style, width: float) -> str:
    """Part a word wider than a line by spaces, where each part nearly fills a line.

    No two neighbours fit on one line, so the spaces never show. A word with a part that no
    line holds stays as it is.
    """
    chunks = _CHUNKS.findall(word)
    if width_of(word, style) <= width or any(width_of(c, style) > width for c in chunks):
        return word
    parts = [""]
    for chunk in chunks:
        if parts[-1] and width_of(parts[-1] + chunk, style) > width:
            parts.append("")
        parts[-1] += chunk
    return " ".join(parts)


def fitted(
    lines: Sequence[str], styles: Sequence[Style], width: float, height: float
) -> tuple[Style, list[str]]:
    """Return the largest style that breaks the fewest lines, and the lines; sizes in points.

    ``styles`` go from the largest to the smallest. Where even the smallest is too large, some
    lines are cut with a visible mark, or left out: the last ones (the town) and the first (the
    name) suffer least.
    """
    wanted = [line for line in lines if line]
    smallest = _broken(wanted, styles[-1], width)
    for style in styles:
        written = _broken(wanted, style, width)
        if len(written) == len(smallest) and len(written) * style.leading <= height:
            return style, written
    most = max(1, int(height / styles[-1].leading))
    return styles[-1], _cut(wanted, styles[-1], width, most)


def _broken(lines: list[str], style: Style, width: float) -> list[str]:
    return [part for line in lines for part in wrapped(line, style, width)]


def _cut(lines: list[str], style: Style, width: float, most: int) -> list[str]:
    """Keep the first and the last lines, and let the most important ones take more room."""
    kept = lines if len(lines) <= most else [lines[0], *lines[len(lines) - most + 1 :]][:most]
    parts = [wrap(line, style, width, 1) for line in kept]
    spare = most - len(kept)
    last = len(kept) - 1
    for place in dict.fromkeys((last, 0, *range(last, 0, -1))):
        parts[place] = wrapped(kept[place], style, width, spare + 1)
        spare -= len(parts[place]) - 1
    return [part for written in parts for part in written]
