"""What Open Collective's words mean here: read once from the seed, never from code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.text import fold
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class OpenCollectiveWords:
    """Open Collective's vocabulary; keys and members are folded words.

    ``operations`` leads from a kind that moves money to the doubt about it, empty mostly.
    Handles that begin as ``hidden`` name nobody, those as ``nameless`` neither if alone.
    """

    fees: frozenset[str]
    operations: Mapping[str, str]
    anonymous: frozenset[str]
    hidden: tuple[str, ...]
    nameless: tuple[str, ...]
    modes: Mapping[str, PaymentMode]
    persons: frozenset[str]
    organisations: frozenset[str]


@lru_cache(maxsize=1)
def open_collective_words() -> OpenCollectiveWords:
    """Return the vocabulary shipped with the program."""
    text = (database_files() / "seed" / "open_collective.toml").read_text(encoding="utf-8")
    seed = tomllib.loads(text)
    return OpenCollectiveWords(
        fees=_folded(seed["fee"], "kinds"),
        operations={
            kind: entry.get("doubt", "")
            for entry in seed["operation"]
            for kind in _folded([entry], "kinds")
        },
        anonymous=_folded(seed["anonymous"], "names"),
        hidden=tuple(x for one in seed["anonymous"] for x in one["hidden"]),
        nameless=tuple(x for one in seed["anonymous"] for x in one["nameless"]),
        modes={
            word: PaymentMode(entry["mode"])
            for entry in seed["mode"]
            for word in _folded([entry], "words")
        },
        persons=_folded(seed["person"], "words"),
        organisations=_folded(seed["organisation"], "words"),
    )


def _folded(entries: Iterable[Mapping[str, Any]], name: str) -> frozenset[str]:
    return frozenset(fold(text) for entry in entries for text in entry[name])
