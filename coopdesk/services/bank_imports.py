"""Use cases around bank files: look first, decide, write everything or nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.bank_columns import BankColumn, KnownTable
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_previews import (
    AskKind,
    PreviewLine,
    planned_contact_name,
    whole_preview,
    with_reminder,
)
from coopdesk.domain.imports import own_refused
from coopdesk.exchange.contact_files import file_digest
from coopdesk.exchange.mapping_files import read_mapping
from coopdesk.exchange.statement_files import read_statements
from coopdesk.services.bank_import_plans import StatementPlanner
from coopdesk.services.bank_import_writing import StatementWriter
from coopdesk.services.import_runs import commit_run
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import NO_PROGRESS, Stretch
from coopdesk.system.memory import without_garbage_collection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coopdesk.domain.bank_statements import ReadBankFile, ReadLine
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
    from coopdesk.domain.statement_planning import PlannedLine
    from coopdesk.services.bank_import_plans import StatementPlan
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

# What must be said before a file is imported, and the error that says so.
_ASKED = {
    AskKind.BANK_ACCOUNT: "statement.which_account",
    AskKind.COLUMNS: "statement.which_columns",
    AskKind.DAY_ORDER: "statement.which_day_order",
}


class BankImportService:
    """Preview and apply bank files; history and undo are those of every import."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today
        self._last: list[tuple[object, ReadBankFile, KnownTable | None]] = []

    def read_mapping(self, path: Path) -> dict[str, str]:
        """Return the mapping that a file gives for the columns of a bank's table.

        Raises:
            RuleError: ``mapping.…`` or ``statement.unknown_use``, what in it is wrong.
            ExternalError: it cannot be read.
        """
        told = read_mapping(path)
        known = [column.value for column in BankColumn]
        for column, use in told.items():
            if use not in known:
                uses = ", ".join(known)
                raise RuleError("statement.unknown_use", column=column, use=use, uses=uses)
        return told

    @without_garbage_collection()
    def preview(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import of a bank file would do with these decisions; changes nothing.

        ``Preview.asks`` must be answered before it can be applied.

        Raises:
            RuleError: ``file.…`` or ``statement.…``, it holds no statement that can be read.
            NotFoundError: a contact or account that was chosen is gone.
            ExternalError: it cannot be read.
        """
        with self._units.read() as work:
            file, told = self._read(work, path, decisions)
        return self.preview_file(file, told, decisions, progress)

    def preview_file(
        self,
        file: ReadBankFile,
        told: Mapping[int, ReadLine],
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import of statements that are read already would do, as ``preview``.

        ``told`` are the lines as the file has them, by line, where some were corrected.
        """
        progress.advance(1, 2)
        with self._units.read() as work:
            plan = StatementPlanner(work, decisions, told).plan(file)
            wanted = {one.contact_id for one in plan.lines if one.contact_id}
            names = work.contact_imports.names([key for key in wanted if key > 0])
            left_out = work.imports.left_out(file.file_format)
        progress.advance(2, 2)
        return with_reminder(_preview(plan, names, decisions), left_out)

    @without_garbage_collection()
    def apply(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import a bank file in one transaction; the value is None when it brings nothing.

        Accounts, columns and the order of days that were decided are remembered.

        Raises:
            RuleError: as ``preview``; ``statement.which_account``, ``statement.which_columns``
            or ``statement.which_day_order`` while that is not said.
            ExternalError: it cannot be read, or the database cannot be written; nothing was
            changed.
        """
        with self._units.read() as work:
            file, told = self._read(work, path, decisions)
        self._last = []
        return self.apply_file(file, told, decisions, progress)

    def apply_file(
        self,
        file: ReadBankFile,
        told: Mapping[int, ReadLine],
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import statements that are read already, as ``apply``; see ``preview_file``."""
        with self._units.write("import.applied", name=file.name) as work:
            progress.advance(30, 100)
            plan = StatementPlanner(work, decisions, told).plan(file)
            for ask in plan.asks:
                raise RuleError(_ASKED[ask.kind], name=file.name, key=ask.key)
            if not any(one.is_written for one in plan.statements):
                return Outcome(None, frozenset())
            writer = StatementWriter(work, self._units, decisions)
            return commit_run(work, writer.write(plan, Stretch(progress, 40, 100)))

    def _read(
        self, work: Work, path: Path, decisions: ImportDecisions
    ) -> tuple[ReadBankFile, dict[int, ReadLine]]:
        """Read a file with and, where lines were corrected, without the corrections."""
        file = self._read_one(work, path, decisions)
        if not decisions.corrections:
            return file, {}
        source = self._read_one(work, path, replace(decisions, rows={}))
        lines = (line for one in source.statements for line in one.lines)
        told = {x.line: x for x in lines if x.line in decisions.corrections}
        own = {x.line: x.raw for x in told.values()} | dict(source.refused)
        for line in (line for one in file.statements for line in one.lines):
            if line.line in source.refused:  # the file alone says too little for a line
                told[line.line] = replace(line, raw=own[line.line])
        return replace(file, refused=own_refused(file, own)), told

    def _read_one(self, work: Work, path: Path, decisions: ImportDecisions) -> ReadBankFile:
        """Read a file, or take what was read of it: each decision looks at it again."""
        said = (decisions.columns, decisions.day_order, decisions.corrections)
        digest = file_digest(path)
        for known, file, table in self._last:
            if known == (digest, path.name, said) and table == known_table(
                work, file.header_key
            ):
                return file
        file = read_statements(path, decisions, partial(known_table, work))
        read = ((digest, path.name, said), file, known_table(work, file.header_key))
        # As it is and as it was corrected last: no more is asked for in turn.
        self._last = [*self._last[-1:], read]
        return file


def known_table(work: Work, header_key: str) -> KnownTable | None:
    """Return what was said before of a bank's table with a header; None if nothing was."""
    layout = work.bank.layout(header_key)
    if layout is None or not (layout.columns or layout.day_order):
        return None
    return KnownTable(layout.columns, layout.day_order)


def _preview(
    plan: StatementPlan, names: Mapping[int, tuple[str, str]], decisions: ImportDecisions
) -> Preview:
    corrected = decisions.corrections
    lines = [
        _line(
            one,
            planned_contact_name(one.contact_id, plan.new_contacts, names),
            is_corrected=one.line.line in corrected,
        )
        for one in plan.lines
    ]
    return replace(
        whole_preview(plan.file, lines, decisions, warnings=plan.warnings),
        asks=tuple(plan.asks),
        statements=tuple(one.check for one in plan.statements),
    )


def _line(one: PlannedLine, contact_name: str, *, is_corrected: bool) -> PreviewLine:
    line = one.line
    return PreviewLine(
        line=line.line,
        verdict=one.verdict,
        summary=line.label,
        day=line.booked_on,
        amount=line.amount,
        reason=one.reason,
        values=one.values,
        raw=line.raw,
        contact_id=one.contact_id,
        contact_name=contact_name,
        left_out=one.left_out,
        is_corrected=is_corrected,
    )
