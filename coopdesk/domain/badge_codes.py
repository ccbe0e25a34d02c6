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
_LOOK_ALIKE = str.maketrans("ILO", "110", " -")


def made_code(choice: Callable[[str], str]) -> str:
    """Return a code of letters that ``choice`` picks at random from those it is given."""
    return "".join(choice(ALPHABET) for _place in range(LENGTH))


def read_code(text: str) -> str:
    """Return the code that somebody scanned or typed, empty when it is none.

    Small letters, spaces, hyphens, and I, L and O for what they look like are understood.
    """
    code = text.upper().translate(_LOOK_ALIKE)
    is_code = len(code) == LENGTH and all(letter in ALPHABET for letter in code)
    return code if is_code else ""


def read_misread_code(text: str) -> str:
    """Return the code that a scanner sent for an English keyboard to a French one.

    Scanners leave the factory so: digits then come as « & é " ' », A as Q, Z as W, M as « ? ».
    """
    return read_code(text.upper().translate(_AZERTY).replace("-", "6"))
