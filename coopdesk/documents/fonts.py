"""Inter for papers: cut once from the installed font, kept in the cache, given to ReportLab.

A document embeds only the characters it uses, so the cut holds every character of Inter (Latin,
Greek, Cyrillic, typography) and leaves out what papers never use: other weights, alternates,
layout rules.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import threading
from functools import cache
from typing import TYPE_CHECKING

from coopdesk.domain.text import clean_text
from coopdesk.system.files import write_file
from coopdesk.system.paths import cache_folder

if TYPE_CHECKING:
    import fontpkg
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Inter-Regular"
BOLD = "Inter-Bold"

# The ballot boxes that the cut adds to Inter: a tick is text and drawing in one.
EMPTY_BOX = "\u2610"
TICKED_BOX = "\u2612"

# Change it whenever ``font_cutting`` changes: cuts of another number are left alone.
_CUT_VERSION = 2
_lock = threading.Lock()


def missing_glyphs(text: str) -> str:
    """Return the characters of a text that no paper can print, each once, in order.

    Line breaks and what ``clean_text`` removes (control and invisible characters) do not count.
    """
    if printable_characters().issuperset(text):
        return ""
    wanted = dict.fromkeys(clean_text(text).replace("\n", " "))
    return "".join(char for char in wanted if char not in printable_characters())


@cache
def printable_characters() -> frozenset[str]:
    """Return every character that papers can print."""
    return frozenset(map(chr, font_named(REGULAR).face.charToGlyph))


def font_named(name: str) -> TTFont:
    """Return REGULAR or BOLD, known to ReportLab, cut if the cache lacks them."""
    with _lock:
        return _fonts()[name]


@cache
def _fonts() -> dict[str, TTFont]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = {name: TTFont(name, io.BytesIO(_cut(name))) for name in (REGULAR, BOLD)}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


def _cut(name: str) -> bytes:
    """Return a cut from the cache; a missing, shortened or altered file is made again."""
    family = _family()
    path = cache_folder() / "fonts" / f"{name}-{family.version}-cut{_CUT_VERSION}.font"
    with contextlib.suppress(OSError):
        kept = path.read_bytes()
        if kept[:32] == hashlib.sha256(kept[32:]).digest():
            return kept[32:]
    from coopdesk.documents.font_cutting import cut_font

    source = next(file.path for file in family.files if file.style == "normal")
    content = cut_font(source, name, {"Regular": 400, "Bold": 700}[name.split("-")[1]])
    # A cache that cannot be written costs the time of cutting again, nothing else.
    with contextlib.suppress(OSError):
        write_file(path, hashlib.sha256(content).digest() + content)
    return content


def _family() -> fontpkg.Family:
    import fontpkg

    return fontpkg.family("Inter")
