"""A sheet that goes into a window envelope: where to fold it, and where its address shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import receipt_styles as at
from coopdesk.documents.fitting import fitted
from coopdesk.documents.typesetting import Band

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.documents.typesetting import Block


def mark_folds(block: Block) -> None:
    """Mark in the left margin where the sheet is folded."""
    for fold in at.FOLDS:
        block.bands.append(Band(at.FOLD_LEFT, fold, at.FOLD_WIDTH, 0.5, at.FOLD_COLOUR))


def write_window(block: Block, lines: Iterable[str]) -> None:
    """Write a postal address where an envelope shows it: six lines, seven abroad."""
    style, written = fitted([*lines], at.WINDOW_STYLES, at.WINDOW_WIDTH, at.WINDOW_HEIGHT)
    block.write(at.WINDOW_LEFT, at.WINDOW_TOP - style.size, style, *written)
