"""Says which characters a paper shows as a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST = 8


def boxes_text(characters: Collection[str]) -> str:
    """Return what is to be known of characters that were not printed; empty for none."""
    if not characters:
        return ""
    shown = " ".join(list(characters)[:_MOST])
    more = " …" if len(characters) > _MOST else ""
    return _("What cannot be printed shows as a box: {characters}").format(
        characters=shown + more
    )
