"""What a list shows: columns, and rows made ready to paint."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The role under which a model gives the tone of a cell.
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1

_LETTER = re.compile(r"[^\W\d_]")


class Tone(enum.Enum):
    """What a status means, beside its word; the theme gives each a colour."""

    NEUTRAL = "neutral"
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list of records.

    ``text`` and ``tone`` run on the worker, when a page of records is fetched. ``sort`` is the
    name the service sorts by; None cannot be sorted. ``width`` is in average characters; the
    column that has ``stretch`` takes what is left. ``descends``: newest or largest first.
    When the list is narrow, the columns with the highest ``gives_way`` leave first; 0 stays.
    ``struck`` tells a figure that counts no more, which another column says in words.
    ``tip`` says more of a cell on hover; what it says must stand elsewhere too.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    align_right: bool = False
    sort: str | None = None
    tone: Callable[[Any], Tone | None] | None = None
    width: int = 16
    stretch: bool = False
    hidden: bool = False
    hint: str = ""
    descends: bool = False
    gives_way: int = 0
    struck: Callable[[Any], bool] | None = None
    tip: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One record made ready to paint; ``tones`` is empty when no column has pills.

    ``figures`` tells which cells hold no letter: dates, amounts and telephones stand in columns
    when their digits have equal widths; ``struck`` which figures are struck out. ``tips`` holds
    what cells say on hover, by their place.
    """

    texts: tuple[str, ...]
    tones: tuple[Tone | None, ...] = ()
    figures: tuple[bool, ...] = ()
    struck: frozenset[int] = frozenset()
    tips: Mapping[int, str] = field(default_factory=dict)


def make_row(columns: tuple[Column, ...], line: object) -> Row:
    """Format one record."""
    texts = tuple(column.text(line) for column in columns)
    figures = tuple(_LETTER.search(text) is None for text in texts)
    tones: tuple[Tone | None, ...] = ()
    if any(column.tone for column in columns):
        tones = tuple(column.tone(line) if column.tone else None for column in columns)
    struck = (place for place, one in enumerate(columns) if one.struck and one.struck(line))
    tips = {place: one.tip(line) for place, one in enumerate(columns) if one.tip}
    return Row(texts, tones, figures, frozenset(struck), tips)
