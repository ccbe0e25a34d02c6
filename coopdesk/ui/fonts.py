"""The text font: Inter, from its installed package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

TEXT_SIZE = 10.5

_FAMILY = "Inter"


@cache
def _load() -> str:
    """Load the upright variable font; return its family, or none when it is not installed."""
    spec = find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        return ""
    for path in sorted((Path(spec.origin).parent / "files").glob("Inter[[]*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) != -1:
            return _FAMILY
    return ""


def text_font() -> QFont:
    """Return the font of the whole window, digits of equal width."""
    font = QFont(_load() or QFont().family())
    font.setPointSizeF(TEXT_SIZE)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
