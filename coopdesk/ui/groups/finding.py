"""Groups as answers of Ctrl+K."""

from __future__ import annotations

from coopdesk.domain.text import fold
from coopdesk.ui.desk import Desk, Hit
from coopdesk.wording.groups import group_title
from coopdesk.wording.labels import label

_HITS = 4
_SHORTEST = 2


def find_groups(desk: Desk, text: str) -> list[Hit]:
    """Return groups whose name matches; runs on the worker."""
    words = fold(text).split()
    if len(text.strip()) < _SHORTEST or not words:
        return []
    found = [
        line
        for line in desk.services.groups.lines()
        if all(word in fold(line.name) for word in words)
    ]
    return [
        Hit(
            group_title(line.name, line.number),
            " · ".join(part for part in (label(line.kind), line.programme) if part),
            "users-three",
            "groups",
            line.id,
        )
        for line in found[:_HITS]
    ]
