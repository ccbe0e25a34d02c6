"""A file of contacts on its way in: its columns, what was decided, what it would do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.contact_cells import ADDRESS_FIELDS
from coopdesk.domain.contact_imports import (
    NO_DECISIONS,
    CellChange,
    ChangeKind,
    Choice,
    ContactPreview,
    Decisions,
    LineDecision,
)
from coopdesk.ui.imports.flow import FileFlow
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QObject

    from coopdesk.domain.contact_imports import Candidate, ContactPreviewLine, Recognised
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile


class ContactFlow(FileFlow):
    """Keeps the decisions about one file and reads it again only where it must."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.recognised: Recognised | None = None
        self.file_preview: ContactPreview | None = None
        self.decisions = NO_DECISIONS
        self.mapping: dict[str, str] | None = None
        self._candidates: dict[int, tuple[Candidate, ...]] = {}

    def begin(self, file: IncomingFile) -> None:
        """Take a file over with what was decided about it."""
        self.path = file.path
        self.recognised = file.recognised
        self.file_preview = None
        self.decisions = file.contact_decisions
        self.mapping = file.mapping
        self._candidates = {}

    def keep_in(self, file: IncomingFile) -> None:
        """Let a file have what was decided of it by now, if it is the one looked at."""
        if self.path == file.path:
            file.mapping = self.mapping
            file.contact_decisions = self.decisions

    def forget(self) -> None:
        """Leave the file alone."""
        self.path = self.recognised = self.file_preview = None

    def choose_columns(self, mapping: Mapping[str, str]) -> None:
        """Read the columns so from now on; decisions about lines no longer hold."""
        self.mapping = dict(mapping)
        self.decisions = NO_DECISIONS
        self.preview()

    def preview(self) -> None:
        """Say what the import would do; nothing is changed."""
        if self.path is None:
            return
        title = _("Reading {name}").format(name=self.path.name)
        look = partial(self._look, self.path, self.mapping, self.decisions)
        self.start(title, look, self._on_previewed)

    def show(self, preview: ContactPreview) -> None:
        """Show what was looked at before; nothing is read."""
        self._on_previewed(preview)

    def preview_again(self) -> None:
        """Look into the same file once more: something changed meanwhile."""
        if self.file_preview is not None and not self.is_busy:
            self.preview()

    # decisions

    def decide(self, line: int, choice: Choice, contact_id: int | None = None) -> None:
        """Say what becomes of a line."""
        decision = replace(self.decisions.of(line), choice=choice, contact_id=contact_id)
        self._put(line, decision)
        # Which contact a line is decides what it changes: only reading tells.
        self.preview()

    def accept(self, line: ContactPreviewLine, field: str, *, accepted: bool) -> None:
        """Accept or refuse one cell of a line."""
        decision = self.decisions.of(line.line)
        one = frozenset({field})
        decision = replace(
            decision,
            accepted=decision.accepted | one if accepted else decision.accepted - one,
            refused=decision.refused - one if accepted else decision.refused | one,
        )
        self._put(line.line, decision)
        self._follow_acceptance(is_address=line.at_home and field in ADDRESS_FIELDS)

    def accept_all(self, *, replaces: bool, clears: bool) -> None:
        """Accept every cell that says something else, or every emptied one."""
        self.decisions = replace(self.decisions, replaces=replaces, clears=clears)
        lines = () if self.file_preview is None else self.file_preview.lines
        self._follow_acceptance(
            is_address=any(_is_of_home(line, x) for line in lines for x in line.changes)
        )

    def _follow_acceptance(self, *, is_address: bool) -> None:
        """Show what is accepted by now; who moves along with somebody only reading tells."""
        if is_address:
            self.preview()
        else:
            self._show_accepted()

    def _put(self, line: int, decision: LineDecision) -> None:
        lines = {**self.decisions.lines, line: decision}
        self.decisions = replace(self.decisions, lines=lines)

    def _show_accepted(self) -> None:
        """Mark the cells that are accepted by now, without reading the file again."""
        preview = self.file_preview
        if preview is None:
            return
        lines = tuple(self._marked(line) for line in preview.lines)
        self._on_previewed(replace(preview, lines=lines))

    def _marked(self, line: ContactPreviewLine) -> ContactPreviewLine:
        if not line.changes:
            return line
        changes = tuple(
            x if _is_of_home(line, x) else self._judged(line.line, x) for x in line.changes
        )
        reason = line.reason
        if reason in {"", "waits_for_consent"}:
            reason = "" if any(x.accepted for x in changes) else "waits_for_consent"
        return replace(line, changes=changes, reason=reason)

    def _judged(self, line: int, change: CellChange) -> CellChange:
        accepted = self.decisions.accepts(line, change.field, change.kind)
        return replace(change, accepted=accepted)

    # calls

    def _look(
        self,
        path: Path,
        mapping: Mapping[str, str] | None,
        decisions: Decisions,
        progress: Progress,
    ) -> ContactPreview:
        return self._desk.services.contact_imports.preview(path, mapping, decisions, progress)

    def _on_previewed(self, preview: ContactPreview) -> None:
        """Keep whom a line resembled: a decision may be taken back."""
        told = {line.line: line.candidates for line in preview.lines if line.candidates}
        self._candidates = {**self._candidates, **told}
        kept = self._candidates
        lines = tuple(
            replace(line, candidates=kept[line.line])
            if not line.candidates and line.line in kept
            else line
            for line in preview.lines
        )
        self.file_preview = replace(preview, lines=lines)
        self.previewed.emit(self.file_preview)


def _is_of_home(line: ContactPreviewLine, change: CellChange) -> bool:
    """Tell whether a cell is an address that others live at too."""
    return line.at_home and change.field in ADDRESS_FIELDS


def waiting(preview: ContactPreview, kind: ChangeKind) -> int:
    """Count the cells of a kind that a file would change if they were accepted."""
    return sum(
        change.kind is kind
        for line in preview.lines
        if not line.left_out
        for change in line.changes
    )
