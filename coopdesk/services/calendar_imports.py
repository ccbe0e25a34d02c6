"""Use cases around calendar files: look first, write everything or nothing, list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_previews import Preview, PreviewLine
from coopdesk.domain.imports import RowVerdict
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.ical import read_ical
from coopdesk.services.import_runs import RunFile, add_run, made_row
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from coopdesk.domain.calendars import CalendarLine, ReadCalendar, ReadItem
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.imports import Problem
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work


@dataclass(frozen=True, slots=True)
class _Planned:
    """One event and what becomes of it."""

    row: ReadItem
    verdict: RowVerdict
    known_id: int | None
    left_out: bool

    @property
    def writes(self) -> bool:
        return self.verdict is not RowVerdict.SAME and not self.left_out


class CalendarImportService:
    """Preview and apply calendar files; undo is that of every import."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def preview(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Preview:
        """Say what an import would do with these decisions; changes nothing.

        Raises:
            RuleError: ``file.…``, ``calendar.…``. ExternalError: it cannot be read.
        """
        read = read_ical(read_content(path), decisions.corrections)
        progress.advance(1, 2)
        with self._units.read() as work:
            plan = _plan(work, read, decisions)
        progress.advance(2, 2)
        lines = [_line(one, decisions) for one in plan]
        lines += [_refused(problem, read) for problem in read.problems]
        lines.sort(key=lambda one: one.line)
        return Preview(read.name, read.sha256, read.file_format, tuple(lines), read.warnings)

    def apply(
        self,
        path: Path,
        decisions: ImportDecisions = NO_IMPORT_DECISIONS,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[ImportSummary | None]:
        """Import a calendar in one transaction; the value is None when it brings nothing new.

        Raises:
            RuleError: as ``preview``. ExternalError: it cannot be read, or the database cannot
            be written.
        """
        read = read_ical(read_content(path), decisions.corrections)
        with self._units.write("import.applied", name=read.name) as work:
            plan = _plan(work, read, decisions)
            written = [one for one in plan if one.writes]
            if not written:
                return Outcome(None, frozenset())
            progress.advance(1, 2)
            made = _write(work, written)
            counts = Counter(one.verdict for one in plan if not one.left_out)
            counts[RowVerdict.REFUSED] += len(read.problems)
            file = RunFile(read.name, read.sha256, read.file_format)
            run_id = add_run(work, self._units, file, counts)
            work.imports.add_rows(
                [
                    made_row(run_id, one.row, one.verdict, calendar_item_id=made[one.row.line])
                    for one in written
                ]
            )
            summary = work.imports.summary(run_id)
            tables = work.recorder.touched_tables
            progress.advance(2, 2)
            work.commit()
        return changed(summary, Subject.IMPORTS, *subjects_of(tables))

    def items(self, since: dt.date | None = None) -> list[CalendarLine]:
        """Return the events that calendars brought, those that end on a day or later."""
        with self._units.read() as work:
            return work.polls.items(since)


def _plan(work: Work, read: ReadCalendar, decisions: ImportDecisions) -> list[_Planned]:
    known = work.polls.known_items()
    plan = []
    for row in read.items:
        before = known.get((row.uid, row.recurrence))
        verdict = RowVerdict.NEW
        if before is not None:
            verdict = RowVerdict.SAME if before[1] == row.content else RowVerdict.CHANGED
        known_id = None if before is None else before[0]
        plan.append(_Planned(row, verdict, known_id, decisions.of(row.line).leave_out))
    return plan


def _write(work: Work, written: list[_Planned]) -> dict[int, int]:
    """Write what is new and changed; return the event of each line of the file."""
    new = [one.row for one in written if one.known_id is None]
    made = dict(zip((row.line for row in new), work.polls.add_items(new), strict=True))
    for one in written:
        if one.known_id is not None:
            work.polls.change_item(one.known_id, one.row)
            made[one.row.line] = one.known_id
    return made


def _line(one: _Planned, decisions: ImportDecisions) -> PreviewLine:
    row = one.row
    return PreviewLine(
        line=row.line,
        verdict=one.verdict,
        summary=" · ".join(part for part in (row.title or row.uid, row.place) if part),
        day=row.starts_on,
        reason="lasts_until" if row.ends_on != row.starts_on else "",
        values={"day": row.ends_on},
        raw=row.raw,
        left_out=one.left_out,
        is_corrected=bool(decisions.of(row.line).cells),
    )


def _refused(problem: Problem, read: ReadCalendar) -> PreviewLine:
    raw = read.refused.get(problem.line, {})
    return PreviewLine(
        line=problem.line,
        verdict=RowVerdict.REFUSED,
        summary=raw.get("SUMMARY", ""),
        reason=problem.code,
        values=problem.values,
        raw=raw,
    )
