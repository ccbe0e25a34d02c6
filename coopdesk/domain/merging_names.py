"""Which of two contacts has the first and the last name in their places."""

from __future__ import annotations

from coopdesk.domain.duplicates_usual_names import USUAL_FIRST_NAMES, USUAL_LAST_NAMES
from coopdesk.domain.text import fold

Names = tuple[str, str]


def are_crossed(kept: Names, dropped: Names) -> bool:
    """Tell whether (first, last) of one are the other's in another order, slips allowed in one.

    Each name alone would then be taken from another contact: Amélie Amélie.
    """
    (first, last), (other_first, other_last) = map(_folded, (kept, dropped))
    if not all((first, last, other_first, other_last)) or first == other_first:
        return False
    return first == other_last or last == other_first


def is_in_place(names: Names) -> int:
    """Return how likely (first, last) stand in their places; more is likelier."""
    first, last = _folded(names)
    as_it_is = (first in USUAL_FIRST_NAMES) + (last in USUAL_LAST_NAMES)
    turned = (last in USUAL_FIRST_NAMES) + (first in USUAL_LAST_NAMES)
    return as_it_is - turned


def _folded(names: Names) -> Names:
    return fold(names[0]), fold(names[1])
