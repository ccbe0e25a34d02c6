"""Parts of the settings as answers of Ctrl+K."""

from __future__ import annotations

from coopdesk.domain.text import fold
from coopdesk.ui.desk import Desk, Hit
from coopdesk.wording.language import _

_SHORTEST = 3


def find_settings(_desk: Desk, text: str) -> list[Hit]:
    """Return the parts whose name has every word typed."""
    words = fold(text).split()
    if len(text.strip()) < _SHORTEST:
        return []
    parts = (
        ("chart", _("Chart of accounts"), "list-numbers"),
        ("journals", _("Journals of the books"), "notebook"),
        ("years", _("Fiscal years"), "calendar-blank"),
        ("booking", _("Accounts of automatic entries"), "magic-wand"),
        ("legal", _("Figures of the law"), "scales"),
        ("fields", _("Fields of contacts"), "list-plus"),
        ("appearance", _("Appearance"), "paint-brush"),
        ("database", _("Database"), "database"),
    )
    return [
        Hit(name, _("Settings"), icon, "settings", target)
        for target, name, icon in parts
        if words and all(word in fold(name) for word in words)
    ]
