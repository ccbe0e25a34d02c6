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
    Colour,
    Style,
    bold,
    regular,
)

LEFT = 18 * MILLIMETRE
RIGHT = PAGE_WIDTH - LEFT
WIDTH = RIGHT - LEFT
VALUE_LEFT = LEFT + 130
LABEL_WIDTH = VALUE_LEFT - LEFT - 8
VALUE_WIDTH = RIGHT - VALUE_LEFT

LOGO_TOP = PAGE_HEIGHT - 14 * MILLIMETRE
LOGO_WIDTH = 62 * MILLIMETRE
LOGO_HEIGHT = 18 * MILLIMETRE

# The address shows through the window of a DL envelope (110 x 220 mm) and of a C6/C5 one
# (114 x 229 mm, both ISO 269) wherever the folded sheet has slid. The window is 35 or 45 mm
# high and 100 mm wide, 20 mm from the right and from the bottom edge (the usual French place,
# AFNOR NF Z 10-011). On the sheet, both always show 109 to 190 mm from the left, 59 to 79 mm
# from the top.
WINDOW_LEFT = 110 * MILLIMETRE
WINDOW_WIDTH = 80 * MILLIMETRE
WINDOW_TOP = PAGE_HEIGHT - 59 * MILLIMETRE
WINDOW_HEIGHT = 20 * MILLIMETRE

# Marks to fold at, a third of the sheet each.
FOLDS = (PAGE_HEIGHT - 99 * MILLIMETRE, PAGE_HEIGHT - 198 * MILLIMETRE)
FOLD_LEFT = 5 * MILLIMETRE
FOLD_WIDTH = 3 * MILLIMETRE
FOLD_COLOUR: Colour = (0.6, 0.62, 0.66)

PANEL_TOP = PAGE_HEIGHT - 62 * MILLIMETRE
PANEL_COLUMN = 122.0
PANEL_GAP = 14.0
REPLACES_TOP = PAGE_HEIGHT - 76 * MILLIMETRE
BODY_TOP = PAGE_HEIGHT - 87 * MILLIMETRE
BODY_BOTTOM = 14 * MILLIMETRE
FOOTER = 10.5 * MILLIMETRE

# The code stands beside the notes of the form; four of its modules stay white around it.
CODE_SIDE = 18 * MILLIMETRE
CODE_LEFT = RIGHT - CODE_SIDE
CODE_BOTTOM = 8 * MILLIMETRE
NOTES_RIGHT = CODE_LEFT - 3 * MILLIMETRE

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
PANEL_VALUES = tuple(bold(size, 18, ACCENT) for size in (15, 12, 9, 6))
REPLACES_LINE = bold(8, 10, ACCENT)
WINDOW_STYLES = tuple(
    regular(size, leading)
    for size, leading in ((10, 12.2), (9, 11), (8, 9.4), (7, 8.4), (6.8, 8.05))
)
FOOTER_LINE = regular(7, 9, QUIET)
SEAL_LINE = regular(6, 7.2, QUIET)
LIST_HEAD = regular(7, 11, QUIET)
LIST_LINE = regular(7.5, 10.2)

ANNEX_WIDTH = 340.0
ANNEX_ROW = 14.0
ANNEX_SEAL = 70 * MILLIMETRE
ANNEX_TEXT = regular(9, 12.5)
ANNEX_TEXT_TOP = LOGO_TOP - 62
ANNEX_TITLE = bold(12.5, 17)
ANNEX_LINE = regular(8.5, 14)
ANNEX_TOTAL = bold(9, 14)
