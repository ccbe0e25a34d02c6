"""The codes that badges show to be scanned or typed: Crockford's base 32 without confusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# No I, L, O (read as 1, 1, 0) and no U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8

# What a French keyboard makes of the keys of an English one.
_AZERTY = str.maketrans("&É\"'(È_ÇÀAQZW?,", "123457890QAWZMM")
# Of the characters of codes, as they stand and misread, those that no name is written with.
_IN_NO_NAME = frozenset('0123456789&"(_?')
_LOOK_ALIKE = str.maketrans("ILO", "110", " -")


def made_code(choice: Callable[[str], str]) -> str:
    """Return a code of letters that ``choice`` picks at random from those it is given."""
    return "".join(choice(ALPHABET) for _place in range(LENGTH))


def read_codes(text: str) -> tuple[str, ...]:
    """Return the codes that may be meant by what was scanned or typed, the likeliest first.

    Read as it stands, then as what a French keyboard makes of a scanner that was left set to an
    English one. Empty where it is no code at all.
    """
    return tuple(dict.fromkeys(code for code in (_as_typed(text), _as_misread(text)) if code))


def looks_scanned(text: str) -> bool:
    """Tell whether a text is a code and no name: names have no digits."""
    return bool(read_codes(text)) and not _IN_NO_NAME.isdisjoint(text)


def _as_typed(text: str) -> str:
    """Return a code, empty when it is none.

    Small letters, spaces, hyphens, and I, L and O for what they look like are understood.
    """
    code = text.upper().translate(_LOOK_ALIKE)
    is_code = len(code) == LENGTH and all(letter in ALPHABET for letter in code)
    return code if is_code else ""


def _as_misread(text: str) -> str:
    """Digits then come as « & é " ' », A as Q, Z as W, M as « ? »."""
    return _as_typed(text.upper().translate(_AZERTY).replace("-", "6"))
