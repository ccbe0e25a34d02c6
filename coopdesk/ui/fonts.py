"""The text font: Inter, from its installed package."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

TEXT_SIZE = 10.5

_FAMILY = "Inter"
_WEIGHT = QFont.Tag("wght")
_TABULAR = QFont.Tag("tnum")


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


def text_font(size: float = TEXT_SIZE, weight: int = 400) -> QFont:
    """Return the font of the window in a size (points) and a weight (400 to 700).

    The weight is an axis of the variable font: asked for by QFont.setWeight or a style sheet,
    it would be imitated by smearing the regular outlines.
    """
    font = QFont(_load() or QFont().family())
    font.setPointSizeF(size)
    if weight != 400:
        font.setVariableAxis(_WEIGHT, weight)
    return font


def figure_font(size: float = TEXT_SIZE, weight: int = 400) -> QFont:
    """Return the font for columns of figures: digits of equal width."""
    font = text_font(size, weight)
    font.setFeature(_TABULAR, 1)
    return font
