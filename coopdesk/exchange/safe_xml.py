"""Reads XML element by element: nothing is expanded, nothing else is opened.

The parser of the standard library with handlers of our own, which stop at the first mark of a
document type: docs/decisions/0037-fichiers-des-banques.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.parsers.expat import XMLParserType

# Large, because some parsers begin again with each piece of a tag that does not end.
_CHUNK = 1 << 20
_DEPTH = 60
# In one element: a batch of some thousand operations.
_ELEMENTS = 200_000
# Directly in a parent stand operations, and little else.
_DIRECT_ELEMENTS = 2 * MAXIMUM_ROWS


@dataclass(slots=True)
class XmlNode:
    """One element with its text and what stands in it; names are without their prefix."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""
    children: list[XmlNode] = field(default_factory=list)

    def all(self, *path: str) -> list[XmlNode]:
        """Return every element at a path of names."""
        found = [self]
        for name in path:
            found = [child for node in found for child in node.children if child.name == name]
        return found

    def first(self, *path: str) -> XmlNode | None:
        """Return the first element at a path, if there is one."""
        return next(iter(self.all(*path)), None)

    def value(self, *path: str) -> str:
        """Return the text of the first filled element at a path, else an empty one."""
        return next((node.text for node in self.all(*path) if node.text), "")


def elements_under(text: str, parents: Iterable[str]) -> Iterator[XmlNode]:
    """Yield each parent as it begins, still empty, then every element directly in it.

    An element is yielded whole and then forgotten, so that a long file stays small in memory.

    Raises:
        RuleError: ``statement.declares_entities``, ``file.too_many_rows``;
            ``statement.damaged`` with the line, also of a file that ends in the middle.
    """
    # The text is decoded already, whatever its first line says of its encoding.
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    gathering = _Gathering(frozenset(parents), parser)
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.add_text
    parser.StartDoctypeDeclHandler = _refuse
    data = text.encode("utf-8", "replace")
    for start in range(0, len(data) + 1, _CHUNK):
        try:
            parser.Parse(data[start : start + _CHUNK], start + _CHUNK > len(data))
        except ExpatError as error:
            raise RuleError("statement.damaged", line=error.lineno) from error
        yield from gathering.taken()


def _refuse(*_declared: object) -> None:
    raise RuleError("statement.declares_entities")


class _Gathering:
    """Keeps the elements that are being read."""

    def __init__(self, parents: frozenset[str], parser: XMLParserType) -> None:
        self._parents = parents
        self._parser = parser
        self._depth = 0
        self._parent_depth = 0
        self._count = 0
        self._direct = 0
        self._open: list[XmlNode] = []
        self._whole: list[XmlNode] = []

    def taken(self) -> list[XmlNode]:
        """Return the elements that are whole, once."""
        whole, self._whole = self._whole, []
        return whole

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._depth += 1
        if self._depth > _DEPTH:
            raise RuleError("statement.damaged", line=self._parser.CurrentLineNumber)
        if ":" in name:
            name = name.rpartition(":")[2]
        if self._parent_depth:
            node = XmlNode(name, attributes)
            if self._open:
                self._count += 1
                if self._count > _ELEMENTS:
                    raise RuleError("file.too_many_rows", limit=_ELEMENTS)
                self._open[-1].children.append(node)
            else:
                self._count = 0
            self._open.append(node)
        elif name in self._parents:
            self._parent_depth = self._depth
            self._whole.append(XmlNode(name, attributes))

    def end(self, _name: str) -> None:
        """Close an element; it is whole when it stands directly in a parent."""
        if self._open:
            node = self._open.pop()
            node.text = node.text.strip()
            if not self._open:
                self._direct += 1
                if self._direct > _DIRECT_ELEMENTS:
                    raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
                self._whole.append(node)
        elif self._depth == self._parent_depth:
            self._parent_depth = 0
        self._depth -= 1

    def add_text(self, text: str) -> None:
        """Add text to the element that is open."""
        if self._open and len(self._open[-1].text) <= CELL_LIMIT:
            self._open[-1].text += text
