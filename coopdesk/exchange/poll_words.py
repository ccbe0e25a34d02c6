"""What the words of Framadate and Framaforms mean here: read once from the seed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.polls import Answer
from coopdesk.domain.text import fold
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class PollWords:
    """The vocabulary, folded; what comes first is the likeliest.

    ``details`` say what is told of a reply before what was asked: of them ``addresses`` are
    never read, ``numbers`` name the reply, and those with one of ``moments`` in them tell when.
    """

    answers: Mapping[str, Answer]
    details: tuple[str, ...]
    addresses: tuple[str, ...]
    numbers: tuple[str, ...]
    moments: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    whole_names: tuple[str, ...]


@lru_cache(maxsize=1)
def poll_words() -> PollWords:
    """Return the vocabulary shipped with the program."""
    seed = tomllib.loads((database_files() / "seed" / "polls.toml").read_text(encoding="utf-8"))

    def words(name: str) -> tuple[str, ...]:
        return tuple(fold(text) for entry in seed[name] for text in entry["words"])

    return PollWords(
        answers={
            fold(text): Answer(entry["answer"])
            for entry in seed["answer"]
            for text in entry["words"]
        },
        details=words("detail"),
        addresses=words("address"),
        numbers=words("number"),
        moments=words("moment"),
        first_names=words("first_name"),
        last_names=words("last_name"),
        whole_names=words("whole_name"),
    )
