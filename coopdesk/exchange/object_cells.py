"""The values of one object by field, with everything wrong in them noted by line and name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import MAXIMUM_CENTS, ZERO, Money
from coopdesk.exchange.cell_values import parse_day
from coopdesk.exchange.headers import Header
from coopdesk.exchange.row_cells import CELL_LIMIT, RowCells

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.exchange.headers import Layout

_WHOLE = re.compile(r"(-?\d{1,12})(?:\.0+)?")
_NO_WORDS: frozenset[str] = frozenset()


class ObjectCells(RowCells):
    """Gives the values of the current object; the layout's labels are paths in it."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(Header(layout, {}, (), (), ()), _NO_WORDS)
        self._paths = dict(layout.labels)
        self._texts: Mapping[str, str] = {}

    def start_object(self, line: int, texts: Mapping[str, str]) -> None:
        """Go to an object, flat by path."""
        self.line, self.refused, self._texts = line, False, texts
        self._row = {field: texts[path] for field, path in self._paths.items() if path in texts}
        for path, text in texts.items():
            if len(text) > CELL_LIMIT:
                self.refuse("text.too_long", path, length=len(text), limit=CELL_LIMIT)
                return

    def raw(self) -> Mapping[str, str]:
        """Return the object as it stands in the file, flat by path."""
        return dict(self._texts)

    def take(self, field: str, other: str) -> None:
        """Let the value of another field stand for one."""
        self._row[field] = self.cell(other)

    def day_at(self, path: str) -> dt.date | None:
        """Return the day at a path of the object, None when there is none to read."""
        try:
            return parse_day(self._texts.get(path, ""))
        except RuleError:
            return None

    def cents(self, field: str) -> Money:
        """Return an amount written in cents; absent is zero."""
        written = self.cell(field).strip()
        return self.cents_of(written, self.header.label(field)) if written else ZERO

    def cents_of(self, written: str, path: str) -> Money:
        """Return the amount in cents that the text at a path says."""
        match = _WHOLE.fullmatch(written)
        if match is None:
            self.refuse("amount.unreadable", path, text=written[:40])
            return ZERO
        cents = int(match.group(1))
        if abs(cents) > MAXIMUM_CENTS:
            self.refuse("amount.too_large", path, text=written[:40])
            return ZERO
        return Money(cents)
