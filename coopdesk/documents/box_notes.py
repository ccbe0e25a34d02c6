"""Notes which characters a paper shows as a box, so that whoever asked for it can be told."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_noted: ContextVar[dict[str, None] | None] = ContextVar("noted", default=None)


@contextmanager
def noted_boxes() -> Iterator[dict[str, None]]:
    """Give the characters that papers drawn meanwhile lack, each once, in order."""
    noted: dict[str, None] = {}
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def note_boxes(characters: Iterable[str]) -> None:
    """Note characters for which a box is shown; nothing where nobody listens."""
    noted = _noted.get()
    if noted is not None:
        noted.update(dict.fromkeys(characters))
