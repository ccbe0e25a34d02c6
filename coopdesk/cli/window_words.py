"""Tells the words that open the window from those of the command line.

Read by hand, because Typer alone takes longer to load than these three options are worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPTIONS = frozenset({"--database", "--language", "--quit-after"})


@dataclass(frozen=True, slots=True)
class WindowWords:
    """What the words of the start say to the window; ``quit_after`` is in milliseconds."""

    database: Path | None = None
    language: str = ""
    quit_after: int | None = None


def window_words(words: Sequence[str]) -> WindowWords | None:
    """Return what the window is told, or None when the words are for the command line.

    A word that is wrong (no value, no number) is left to the command line, which explains it.
    """
    found: dict[str, str] = {}
    for name, value in _pairs(words):
        if name not in _OPTIONS or not value or value.startswith("--"):
            return None
        found[name] = value
    wait = found.get("--quit-after")
    if wait is not None and not (wait.isascii() and wait.isdigit()):
        return None
    named = found.get("--database")
    return WindowWords(
        database=Path(named) if named else None,
        language=found.get("--language", ""),
        quit_after=None if wait is None else int(wait),
    )


def asked_language(words: Sequence[str]) -> str:
    """Return the value of ``--language`` wherever it stands; empty if there is none.

    It must be known before the commands are loaded, because their help is made of words.
    """
    before_end = list(words)[: _end(words)]
    for position, word in enumerate(before_end):
        if word == "--language":
            return "".join(before_end[position + 1 : position + 2])
        if word.startswith("--language="):
            return word.partition("=")[2]
    return ""


def asks_for_json(words: Sequence[str]) -> bool:
    """Tell whether ``--json`` is among the words: an error in the others is JSON then."""
    return "--json" in list(words)[: _end(words)]


def _end(words: Sequence[str]) -> int:
    return list(words).index("--") if "--" in words else len(words)


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield options with their values, written ``--name value`` or ``--name=value``."""
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        yield (name, value) if equals else (name, next(rest, ""))
