"""Recognising a file by its header, whatever the order of its columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.import_formats import FileFormat

# With more than a third of the mandatory columns away, a file is something else.
_MOST_MISSING = 3


@dataclass(frozen=True)
class Layout:
    """The columns of one kind of file.

    ``labels`` gives the exporter's label of each field, ``aliases`` what else it may be called.
    A file fits when it has the ``mandatory`` fields, one of ``any_of`` if any, and no
    label of ``without``. Of each tuple of ``one_of_each`` one field is mandatory.
    """

    file_format: FileFormat
    labels: Mapping[str, str]
    mandatory: tuple[str, ...]
    any_of: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    one_of_each: tuple[tuple[str, ...], ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def names_of(self, name: str) -> tuple[str, ...]:
        """Return the labels that a field may have, the usual one first."""
        return (self.labels[name], *self.aliases.get(name, ()))


@dataclass(frozen=True)
class Header:
    """A header row matched with a layout.

    ``positions`` gives the column of each field that is there, ``extra`` the columns the
    layout does not know, ``missing`` the labels of mandatory fields that are not there,
    ``names`` one distinct name for each column.
    """

    layout: Layout
    positions: Mapping[str, int]
    extra: tuple[int, ...]
    missing: tuple[str, ...]
    names: tuple[str, ...]

    def label(self, field: str) -> str:
        """Return the label of a field as the file has it, or as the exporter writes it."""
        position = self.positions.get(field)
        return self.layout.labels[field] if position is None else self.names[position]


@lru_cache(maxsize=1024)
def header_key(label: str) -> str:
    """Return a label without accents, case, apostrophes, odd spaces and line breaks."""
    return fold(label)


def match_header(layouts: Sequence[Layout], cells: Sequence[str]) -> Header | None:
    """Return the first layout that fits a row, else the one it resembles most, else None."""
    keys = [header_key(cell) for cell in cells]
    columns: dict[str, int] = {}
    for position, key in enumerate(keys):
        if key:
            columns.setdefault(key, position)
    best: Header | None = None
    for layout in layouts:
        header = _fit(layout, columns, cells)
        if header is None:
            continue
        if not header.missing:
            return header
        if best is None or len(header.positions) > len(best.positions):
            best = header
    return best


def _fit(layout: Layout, columns: Mapping[str, int], cells: Sequence[str]) -> Header | None:
    if any(header_key(label) in columns for label in layout.without):
        return None
    positions = {
        name: columns[header_key(label)]
        for name in layout.labels
        for label in reversed(layout.names_of(name))
        if header_key(label) in columns
    }
    choices = (*((name,) for name in layout.mandatory), *layout.one_of_each)
    missing = tuple(
        names[0] for names in choices if not any(name in positions for name in names)
    )
    if len(missing) * _MOST_MISSING > len(choices):
        return None
    if layout.any_of and not any(name in positions for name in layout.any_of):
        return None
    known = set(positions.values())
    return Header(
        layout,
        positions,
        tuple(i for i, cell in enumerate(cells) if i not in known and cell.strip()),
        tuple(layout.labels[name] for name in missing),
        distinct_names(cells),
    )


def distinct_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return tidy column names, the second ``Nom`` as ``Nom (2)``, an empty one as ``#3``."""
    seen: dict[str, int] = {}
    names = []
    for number, cell in enumerate(cells, start=1):
        name = clean_line(cell) or f"#{number}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
