"""Use cases around imports: look first, write everything or nothing, take back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_planning import Known, Plan, Planner
from coopdesk.domain.imports import PaymentRow, Preview, PreviewLine, RowVerdict
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.operations import Operation, OperationKind
from coopdesk.domain.payments import LineKind, PaymentFilter, PaymentSource, PaymentState
from coopdesk.exchange.entry_files import holds_entries
from coopdesk.exchange.helloasso import read_file
from coopdesk.services.import_writing import ImportWriter
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.system.memory import without_garbage_collection

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.import_planning import PlannedRow
    from coopdesk.domain.imports import (
        ImportedLine,
        ImportRow,
        ImportSummary,
        Problem,
        ReadFile,
    )
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.storage.unit_of_work import Units, Work

_WRITTEN = frozenset({RowVerdict.NEW, RowVerdict.CHANGED, RowVerdict.DOUBTFUL})


class ImportService:
    """Preview, apply and take back imports of files."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    @without_garbage_collection()
    def preview(self, path: Path, progress: Progress = NO_PROGRESS) -> Preview:
        """Say what an import of a file would do; changes nothing.

        Raises:
            RuleError: the file is not one we know; ``file.holds_entries`` when it is for the
            books. ExternalError: it cannot be read.
        """
        file = _read(path)
        progress.advance(1, 2)
        with self._units.read() as work:
            plan = self._plan(work, file)
        progress.advance(2, 2)
        return _preview(file, plan)

    @without_garbage_collection()
    def apply(
        self, path: Path, progress: Progress = NO_PROGRESS
    ) -> Outcome[ImportSummary | None]:
        """Import a file in one transaction; the value is None when it brings nothing new.

        Raises:
            RuleError: the file is not one we know. ExternalError: it cannot be read, or the
                database cannot be written; nothing was changed.
        """
        file = _read(path)
        with self._units.write("import.applied", name=file.name) as work:
            plan = self._plan(work, file)
            if not any(_brings_something(planned) for planned in plan.rows):
                return Outcome(None, frozenset())
            writer = ImportWriter(work, self._units.author, self._units.now(), progress)
            run_id = writer.write(file, plan)
            summary = work.imports.summary(run_id)
            tables = work.recorder.touched_tables
            work.commit()
        return changed(summary, Subject.IMPORTS, *subjects_of(tables))

    def _plan(self, work: Work, file: ReadFile) -> Plan:
        source = PaymentSource.HELLOASSO.value
        known = Known(
            contacts=work.imports.known_contacts(),
            payments=work.imports.known_payments(source),
            registrations=work.imports.known_registrations(source),
            manual_payments=frozenset(work.imports.manual_payments()),
            today=self._today(),
        )
        return Planner(known).plan(file.rows)

    def history(self) -> list[ImportSummary]:
        """Return the imports in force, newest first."""
        with self._units.read() as work:
            return work.imports.summaries()

    def rows(self, run_id: int) -> list[ImportedLine]:
        """Return the rows an import used or refused, as they stood in the file."""
        with self._units.read() as work:
            work.imports.summary(run_id)
            return work.imports.imported_lines(run_id)

    def undo(self, run_id: int) -> Outcome[Operation]:
        """Take a whole import back, even if it is not the newest.

        Raises:
            NotFoundError: there is no such import in force.
            RuleError: a receipt or a later change rests on it.
        """
        with self._units.read() as work:
            operation_id = work.imports.operation_of_run(run_id)
        with self._units.write_inverse(OperationKind.UNDO, operation_id) as work:
            operation = work.operations.get(operation_id)
            tables = work.operations.undo(operation_id)
            work.commit()
        return changed(operation, *subjects_of(tables))

    def to_check(self) -> list[PaymentLine]:
        """Return the lines of payments that wait for a person's decision, newest first."""
        with self._units.read() as work:
            ids = work.payments.ids(PaymentFilter(state=PaymentState.TO_CHECK))
            return work.payments.lines(ids)


def _read(path: Path) -> ReadFile:
    """Read a file of HelloAsso; entries of the books are told apart from what nobody knows."""
    try:
        return read_file(path)
    except RuleError as error:
        if holds_entries(path):
            raise RuleError("file.holds_entries", name=path.name) from error
        raise


def _brings_something(planned: PlannedRow) -> bool:
    return planned.verdict in _WRITTEN and planned.reason != "changed_after_receipt"


def _preview(file: ReadFile, plan: Plan) -> Preview:
    lines = [_preview_line(planned) for planned in plan.rows]
    lines += [_refused_line(problems) for problems in file.refused.values()]
    lines.sort(key=lambda line: line.line)
    return Preview(
        file_name=file.name,
        sha256=file.sha256,
        file_format=file.file_format,
        lines=tuple(lines),
        warnings=file.warnings,
    )


def _preview_line(planned: PlannedRow) -> PreviewLine:
    row = planned.row
    day = row.paid_on if isinstance(row, PaymentRow) else row.registered_on
    return PreviewLine(
        line=row.line,
        verdict=planned.verdict,
        summary=_summary(row),
        day=day,
        amount=row.amount,
        gift=_gift(row),
        reason=planned.reason,
        values={"status": row.status},
    )


def _refused_line(problems: Sequence[Problem]) -> PreviewLine:
    """Return the line of a row that could not be read: the first reason, every wrong column."""
    first = problems[0]
    return PreviewLine(
        line=first.line,
        verdict=RowVerdict.REFUSED,
        summary=", ".join(dict.fromkeys(x.column for x in problems if x.column)),
        reason=first.code,
        values=first.values,
    )


def _summary(row: ImportRow) -> str:
    payer = row.payer
    name = payer.organisation_name or f"{payer.first_name} {payer.last_name}".strip()
    subject = row.campaign if isinstance(row, PaymentRow) else row.tariff
    return " · ".join(part for part in (name or payer.email, subject) if part)


def _gift(row: ImportRow) -> Money:
    if not isinstance(row, PaymentRow):
        return ZERO
    return total(part.amount for part in row.parts if part.kind is LineKind.GIFT)
