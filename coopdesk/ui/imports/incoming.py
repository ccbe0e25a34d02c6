"""A file on its way in: what it is, what was decided of it, and how far it has come."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.contact_imports import NO_DECISIONS, ContactPreview, Decisions
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS, ImportDecisions
from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.import_previews import Preview
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports import contact_sayings, sayings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coopdesk.domain.contact_imports import Recognised
    from coopdesk.domain.import_formats import FileFormat, RecognisedFile
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Ask
    from coopdesk.domain.money import Money
    from coopdesk.services.helloasso import PulledPayments


class Stage(enum.Enum):
    """How far a file has come."""

    WAITING = "waiting"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"
    ASKING = "asking"
    BROKEN = "broken"
    NOTHING = "nothing"
    READY = "ready"
    IMPORTED = "imported"


@dataclass(slots=True, eq=False)
class IncomingFile:
    """One of the files that were dropped or chosen; ``id`` is its place among them.

    ``error`` says why it cannot be read, ``failure`` why importing it failed. Files of contacts
    have decisions of their own, and a ``mapping`` of their columns where somebody chose one.
    ``pulled`` are payments that were asked of HelloAsso itself, in place of a file. ``told``
    keeps the cells as the file has them, of the lines where somebody corrected them.
    """

    id: int
    path: Path
    found: RecognisedFile | None = None
    preview: Preview | ContactPreview | None = None
    recognised: Recognised | None = None
    decisions: ImportDecisions = NO_IMPORT_DECISIONS
    contact_decisions: Decisions = NO_DECISIONS
    mapping: dict[str, str] | None = None
    error: str = ""
    failure: str = ""
    summary: ImportSummary | None = None
    pulled: PulledPayments | None = None
    told: dict[int, dict[str, str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called: its name, or what was asked of a platform."""
        return self.pulled.name if self.pulled is not None else self.path.name

    @property
    def kind(self) -> FileKind | None:
        """What it is about, None until it is read or when nobody knows."""
        return self.found.kind if self.found is not None else None

    @property
    def file_format(self) -> FileFormat | None:
        """Its format, None of a table that anybody wrote."""
        if self.preview is not None:
            return self.preview.file_format
        return self.found.file_format if self.found is not None else None

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.summary is not None:
            return Stage.IMPORTED
        if self.error:
            return Stage.REFUSED
        if self.kind is FileKind.ENTRIES:
            return Stage.ELSEWHERE
        return self._stage_of_preview()

    def _stage_of_preview(self) -> Stage:
        if self.preview is None:
            return Stage.ASKING if self.recognised is not None else Stage.WAITING
        if isinstance(self.preview, Preview) and self.preview.asks:
            return Stage.ASKING
        if self.written:
            return Stage.READY
        refused = self.count(RowVerdict.REFUSED)
        is_broken = bool(refused) and refused == len(self.preview.lines)
        return Stage.BROKEN if is_broken else Stage.NOTHING

    @property
    def written(self) -> int:
        """How many lines importing it would write."""
        if isinstance(self.preview, ContactPreview):
            return sum(contact_sayings.written_counts(self.preview))
        return sayings.written_count(self.preview) if self.preview is not None else 0

    def count(self, verdict: RowVerdict) -> int:
        """Count the lines with a verdict; of an import that was made as it said itself."""
        if self.summary is not None:
            return int(getattr(self.summary, verdict.value))
        return self.preview.count(verdict) if self.preview is not None else 0

    def correct(self, line: int, cells: Mapping[str, str]) -> dict[str, str]:
        """Return all corrections of a line with these; what the file says itself is none."""
        lines = self.preview.lines if isinstance(self.preview, Preview) else ()
        raw = next((one.raw for one in lines if one.line == line), {})
        told = {name: raw.get(name, "") for name in cells}
        told |= self.told.get(line, {})
        self.told[line] = told
        corrected = {**self.decisions.of(line).cells, **cells}
        return {name: text for name, text in corrected.items() if text != told.get(name)}

    def asks(self, ask: Ask) -> bool:
        """Tell whether it asks the same of the same: an account by its number, or a table."""
        asks = self.preview.asks if isinstance(self.preview, Preview) else ()
        return bool(ask.key) and any((x.kind, x.key) == (ask.kind, ask.key) for x in asks)

    @property
    def has_decisions(self) -> bool:
        """Whether somebody decided something of it that is not written yet."""
        nothing = (NO_IMPORT_DECISIONS, NO_DECISIONS, None)
        decided = (self.decisions, self.contact_decisions, self.mapping)
        return self.summary is None and decided != nothing

    def years(self, *, of_gifts: bool) -> set[int]:
        """Return the years of its gifts, or of all its money; what is refused has none."""
        lines = self.preview.lines if isinstance(self.preview, Preview) else ()
        return {
            line.day.year
            for line in lines
            if line.day is not None and (line.gift or not of_gifts)
        }

    @property
    def amount(self) -> Money | None:
        """The money that is new in it, None of a file that tells of none."""
        if self.kind not in {FileKind.PAYMENTS, FileKind.STATEMENT}:
            return None
        if self.summary is not None:
            return self.summary.amount
        return self.preview.new_amount if isinstance(self.preview, Preview) else None
