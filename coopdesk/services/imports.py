"""Use cases around imports: look first, write everything or nothing, take back whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_planning import Planner
from coopdesk.domain.import_plans import Known, Plan
from coopdesk.domain.import_previews import with_reminder
from coopdesk.domain.imports import RowVerdict, with_told
from coopdesk.domain.operations import Operation, OperationKind
from coopdesk.domain.payments import PaymentFilter, PaymentSource, PaymentState
from coopdesk.exchange.entry_files import holds_entries
from coopdesk.exchange.payment_files import read_payments
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.import_previews import preview_of
from coopdesk.services.import_runs import commit_run
from coopdesk.services.import_writing import ImportWriter
from coopdesk.services.open_collective import as_known
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Outcome, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.undo_reviews import refuse_resting, review_undo
from coopdesk.system.memory import without_garbage_collection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportedLine, ImportSummary, UndoReview
    from coopdesk.domain.import_plans import PlannedRow
    from coopdesk.domain.import_previews import Preview
    from coopdesk.domain.imports import ImportRow, ReadFile
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.storage.unit_of_work import Units, Work

_WRITTEN = frozenset({RowVerdict.NEW, RowVerdict.CHANGED, RowVerdict.DOUBTFUL})


class ImportService:
    """Preview, apply and take back imports of files."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    @without_garbage_collection()
    def preview(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import of a file would do once decided so; changes nothing.

        Raises:
            RuleError: the file is not one we know; ``file.holds_entries`` when it is for the
            books. ExternalError: it cannot be read.
        """
        return self.preview_file(*_read(path, decisions), decisions, progress)

    def preview_file(
        self,
        file: ReadFile,
        told: Mapping[int, ImportRow],
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import of rows that are read already would do, as ``preview``.

        ``told`` are the rows as their source has them, by line, where some were corrected.
        """
        progress.advance(1, 2)
        with self._units.read() as work:
            plan = self._plan(work, file, told, decisions)
            wanted = {x.payer_id for x in (*plan.rows, *plan.left_out) if x.payer_id}
            names = work.contact_imports.names([x for x in wanted if x > 0])
            left_out = work.imports.left_out(file.file_format)
        progress.advance(2, 2)
        return with_reminder(preview_of(file, plan, names, decisions), left_out)

    @without_garbage_collection()
    def apply(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import a file in one transaction; the value is None when it brings nothing new.

        Raises:
            RuleError: the file is not one we know. ExternalError: it cannot be read, or the
                database cannot be written; nothing was changed.
        """
        return self.apply_file(*_read(path, decisions), decisions, progress)

    def apply_file(
        self,
        file: ReadFile,
        told: Mapping[int, ImportRow],
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import rows that are read already in one transaction, as ``apply``."""
        with self._units.write("import.applied", name=file.name) as work:
            plan = self._plan(work, file, told, decisions)
            if not any(_brings_something(planned) for planned in plan.rows):
                return Outcome(None, frozenset())
            writer = ImportWriter(work, self._units, progress)
            return commit_run(work, writer.write(file, plan))

    def _plan(
        self,
        work: Work,
        file: ReadFile,
        told: Mapping[int, ImportRow],
        decisions: ImportDecisions,
    ) -> Plan:
        source = file.source.value
        payments, rows = work.imports.known_payments(source), file.rows
        if file.source is PaymentSource.OPEN_COLLECTIVE:
            rows, told = as_known(work, rows, told, payments)
        known = Known(
            contacts=work.imports.known_contacts(),
            references=work.contact_imports.references(source),
            payments=payments,
            registrations=work.imports.known_registrations(source),
            manual_payments=frozenset(work.imports.manual_payments()),
            today=self._today(),
            told=told,
        )
        return Planner(known, _with_living_contacts(work, decisions)).plan(rows)

    def history(self) -> list[ImportSummary]:
        """Return the imports in force, newest first."""
        with self._units.read() as work:
            return work.imports.summaries()

    def rows(self, run_id: int) -> list[ImportedLine]:
        """Return the rows an import used or refused, as they stood in the file."""
        with self._units.read() as work:
            work.imports.summary(run_id)
            return work.imports.imported_lines(run_id)

    def undo_review(self, run_id: int) -> UndoReview:
        """Return what stands in the way of taking an import back whole; changes nothing.

        Raises:
            NotFoundError: ``import.missing``, there is no such import in force.
        """
        with self._units.read() as work:
            return review_undo(work, run_id)

    def undo(self, run_id: int, progress: Progress = NO_PROGRESS) -> Outcome[Operation]:
        """Take a whole import back, even if it is not the newest.

        Raises:
            NotFoundError: there is no such import in force.
            RuleError: what rests on it: ``import.rested_on_receipts``, ``…_entries``,
            ``…_matches`` or ``…_imports``, or a later change.
        """
        with self._units.read() as work:
            operation_id = work.imports.operation_of_run(run_id)
        with self._units.write_inverse(OperationKind.UNDO, operation_id) as work:
            operation = work.operations.get(operation_id)
            refuse_resting(work, operation_id)
            tables = work.operations.undo(operation_id, progress.advance)
            work.commit()
        return changed(operation, *subjects_of(tables))

    def to_check(self) -> list[PaymentLine]:
        """Return the lines of payments that wait for a person's decision, newest first."""
        with self._units.read() as work:
            ids = work.payments.ids(PaymentFilter(state=PaymentState.TO_CHECK))
            return work.payments.lines(ids)


def _read(path: Path, decisions: ImportDecisions) -> tuple[ReadFile, Mapping[int, ImportRow]]:
    """Read a file with its corrections, and as it is where there are some.

    Entries of the books are told apart from what nobody knows.
    """
    try:
        file = read_payments(path, decisions.corrections)
        return with_told(file, read_payments(path)) if decisions.corrections else (file, {})
    except RuleError as error:
        if holds_entries(path):
            raise RuleError("file.holds_entries", name=path.name) from error
        raise


def _with_living_contacts(work: Work, decisions: ImportDecisions) -> ImportDecisions:
    """Return decisions whose chosen contacts stand: a merged one leads to what it became.

    Raises:
        NotFoundError: a chosen contact is gone.
    """
    rows = {
        line: replace(row, contact_id=who_pays(work, row.contact_id)) if row.contact_id else row
        for line, row in decisions.rows.items()
    }
    return replace(decisions, rows=rows)


def _brings_something(planned: PlannedRow) -> bool:
    return planned.verdict in _WRITTEN and planned.reason != "changed_after_receipt"
