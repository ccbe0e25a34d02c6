"""Where things stand on a tax receipt, and how they are written at each scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coopdesk.documents.typesetting import (
    ACCENT,
    MILLIMETRE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    Style,
    bold,
    regular,
)

LEFT = 18 * MILLIMETRE
RIGHT = PAGE_WIDTH - LEFT
WIDTH = RIGHT - LEFT
VALUE_LEFT = LEFT + 130
VALUE_WIDTH = RIGHT - VALUE_LEFT

LOGO_TOP = PAGE_HEIGHT - 14 * MILLIMETRE
LOGO_WIDTH = 62 * MILLIMETRE
LOGO_HEIGHT = 18 * MILLIMETRE

# A window envelope (DL, window 100 x 35 mm at the right) shows this part of a folded page.
WINDOW_LEFT = 108 * MILLIMETRE
WINDOW_TOP = PAGE_HEIGHT - 53 * MILLIMETRE
WINDOW_WIDTH = 82 * MILLIMETRE
WINDOW_LINES = 6

PANEL_TOP = PAGE_HEIGHT - 62 * MILLIMETRE
BODY_TOP = PAGE_HEIGHT - 87 * MILLIMETRE
BODY_BOTTOM = 13 * MILLIMETRE
FOOTER = 8 * MILLIMETRE

SIGNATURE_LEFT = LEFT + 118 * MILLIMETRE
SIGNATURE_WIDTH = RIGHT - SIGNATURE_LEFT

# Tried in turn until everything fits on the page; the last one cuts what is too long.
SCALES = (1.0, 0.96, 0.92, 0.88, 0.82, 0.76, 0.7)
CUTTING = 0.699


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a receipt at one scale; ``row`` is the height of a line of the form."""

    scale: float
    row: float
    gap: float
    title: Style
    section: Style
    label: Style
    value: Style
    strong: Style
    fine: Style
    ticked: Style
    figures: Style
    small: Style
    note: Style

    @property
    def cuts(self) -> bool:
        """Tell whether nothing smaller will be tried: what is too long is cut, visibly."""
        return self.scale == CUTTING


@cache
def styles_at(scale: float) -> Styles:
    """Return the styles at a scale of ``SCALES``, or at ``CUTTING``."""
    row = 12 * scale
    return Styles(
        scale=scale,
        row=row,
        gap=6.5 * scale,
        title=bold(12 * scale, 15.5 * scale),
        section=bold(9.5 * scale, 15 * scale, ACCENT),
        label=regular(8 * scale, row, QUIET),
        value=regular(8.8 * scale, row),
        strong=bold(8.8 * scale, row),
        fine=regular(8.3 * scale, 11.2 * scale),
        ticked=bold(8.3 * scale, 11.2 * scale),
        figures=bold(14 * scale, 18 * scale),
        small=regular(7.5, 10),
        note=regular(max(6.1 * scale, 5.2), max(7.7 * scale, 6.6), QUIET),
    )


LETTERHEAD_NAMES = (bold(11, 14), bold(9.5, 12), bold(8, 10))
LETTERHEAD_LINES = (regular(8.5, 11.5, QUIET), regular(7.5, 9.5, QUIET))
FORM_NAME = regular(7.5, 10, QUIET)
PANEL_LABEL = regular(7.5, 10, QUIET)
PANEL_VALUE = bold(15, 18, ACCENT)
WINDOW_STYLES = (regular(10, 12.5), regular(9, 12), regular(8, 11), regular(7, 11))
FOOTER_LINE = regular(7, 9, QUIET)
LIST_HEAD = regular(7, 11, QUIET)
LIST_LINE = regular(7.5, 10.2)

ANNEX_WIDTH = 340.0
ANNEX_TITLE = bold(12.5, 17)
ANNEX_LINE = regular(8.5, 14)
ANNEX_TOTAL = bold(9, 14)
