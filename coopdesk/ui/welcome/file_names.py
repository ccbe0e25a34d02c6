"""A file name made from the name of an association, fit for any system."""

from __future__ import annotations

import re

from coopdesk.domain.text import clean_line

_LONGEST = 80
# What Windows, macOS and USB sticks refuse in names.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def file_stem(name: str, otherwise: str) -> str:
    """Return the name as the stem of a file name; ``otherwise`` when nothing of it is left."""
    stem = _FORBIDDEN.sub("-", clean_line(name))[:_LONGEST].strip(" .-")
    if not stem:
        return otherwise
    return f"{stem} (CoopDesk)" if _RESERVED.fullmatch(stem) else stem
