"""Pictures of pages, and what a kept file can be shown as."""

from __future__ import annotations

import enum
from dataclasses import dataclass

# 48 MB in memory: an A4 page 2 900 dots wide.
MOST_DOTS = 12_000_000
MOST_PAGES = 2_000
MOST_CHARACTERS = 200_000

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f")


class ShownAs(enum.Enum):
    """How a kept file can be shown in the window."""

    PAGES = "pages"
    PICTURE = "picture"
    TEXT = "text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as dots of four bytes (blue, green, red, unused), rows from the top.

    ``page`` counts from 0; ``pages`` is how many can be turned to.
    """

    width: int
    height: int
    dots: bytes
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class FileView:
    """What can be shown of a kept file: a picture's own bytes, or a text's beginning."""

    name: str
    size: int
    shown_as: ShownAs
    picture: bytes = b""
    text: str = ""
    is_cut: bool = False


def view_of(name: str, content: bytes) -> FileView:
    """Return what can be shown of a file without drawing pages."""
    how = shown_as(content)
    text = (plain_text(content) or "") if how is ShownAs.TEXT else ""
    return FileView(
        name,
        len(content),
        how,
        picture=content if how is ShownAs.PICTURE else b"",
        text=text,
        is_cut=len(text) == MOST_CHARACTERS,
    )


def shown_as(content: bytes) -> ShownAs:
    """Tell what a file can be shown as: by its content, whatever its name says."""
    if content.startswith(b"%PDF-"):
        return ShownAs.PAGES
    if picture_format(content):
        return ShownAs.PICTURE
    return ShownAs.NOTHING if plain_text(content) is None else ShownAs.TEXT


def picture_format(content: bytes) -> str:
    """Return the format of a picture, empty when it is none that is shown."""
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp"
    return next((name for start, name in _PICTURES if content.startswith(start)), "")


def plain_text(content: bytes) -> str | None:
    """Return the beginning of a text, None when it is none; UTF-8, else Windows' letters."""
    # A letter cut in two at the end is left out; no letter takes more than four bytes.
    begun = content[: 4 * MOST_CHARACTERS]
    try:
        is_whole = len(begun) == len(content)
        text = begun.decode("utf-8-sig", errors="strict" if is_whole else "ignore")
    except UnicodeDecodeError:
        text = begun.decode("cp1252", errors="replace")
    return None if not _CONTROLS.isdisjoint(text) else text[:MOST_CHARACTERS]


def fitting_size(size: tuple[float, float], width: int) -> tuple[int, int]:
    """Return the dots of a page that shall be ``width`` wide, fewer if it would be too many.

    ``size`` is of the page, in any unit.
    """
    wide, high = max(size[0], 1.0), max(size[1], 1.0)
    scale = min(max(width, 1) / wide, (MOST_DOTS / (wide * high)) ** 0.5)
    return max(1, int(wide * scale)), max(1, int(high * scale))
