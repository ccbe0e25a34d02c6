"""What columns and cells of contact files mean: read once from the seed, never from code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from coopdesk.domain.contact_details import ReferenceSource
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.text import fold
from coopdesk.exchange.helloasso_words import helloasso_words
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Program:
    """A program whose exports are recognised; names of columns are folded."""

    file_format: FileFormat
    source: ReferenceSource
    wanted: frozenset[str]
    signature: frozenset[str]
    least: int
    columns: Mapping[str, str]

    def wrote(self, names: Collection[str]) -> bool:
        """Tell whether a header of folded names is this program's."""
        found = frozenset(names)
        return self.wanted <= found and len(self.signature & found) >= self.least


@dataclass(frozen=True, slots=True)
class ContactWords:
    """The vocabulary: folded names of columns to fields, and folded words of cells."""

    names: Mapping[str, str]
    programs: tuple[Program, ...]
    madam: frozenset[str]
    sir: frozenset[str]
    person: frozenset[str]
    organisation: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    nothing: frozenset[str]
    usual_labels: frozenset[str]
    own_labels: frozenset[str]
    further: frozenset[str]
    countries: Mapping[str, str]


@lru_cache(maxsize=1)
def contact_words() -> ContactWords:
    """Return the vocabulary shipped with the program."""
    text = (database_files() / "seed" / "contact_columns.toml").read_text(encoding="utf-8")
    seed = tomllib.loads(text)
    return ContactWords(
        names={fold(name): field for field, names in seed["names"].items() for name in names},
        programs=tuple(_program(entry) for entry in seed["program"]),
        countries=helloasso_words().countries,
        **{name: _folded(words) for name, words in seed["words"].items()},
    )


def _program(entry: Mapping[str, Any]) -> Program:
    return Program(
        file_format=FileFormat(entry["format"]),
        source=ReferenceSource(entry["source"]),
        wanted=_folded(entry["wanted"]),
        signature=_folded(entry["signature"]),
        least=entry["least"],
        columns={fold(name): field for name, field in entry["columns"].items()},
    )


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(text) for text in texts)
