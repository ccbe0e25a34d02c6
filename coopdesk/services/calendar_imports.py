"""Use cases around calendar files: look first, write everything or nothing, list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.domain.calendar_planning import plan_items
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_previews import PreviewLine, whole_preview, with_reminder
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.ical import read_ical
from coopdesk.services.import_runs import add_run, commit_run, keep_rows, kept_plan
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from coopdesk.domain.calendar_planning import PlannedItem
    from coopdesk.domain.calendars import CalendarLine, ReadCalendar
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work


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
        read = self._read(path, decisions)
        progress.advance(1, 2)
        with self._units.read() as work:
            plan = _plan(work, read, decisions)
            left_out = work.imports.left_out(read.file_format)
        progress.advance(2, 2)
        lines = [_line(one, decisions) for one in plan]
        preview = whole_preview(read, lines, decisions, title="SUMMARY")
        return with_reminder(preview, left_out)

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
        read = self._read(path, decisions)
        with self._units.write("import.applied", name=read.name) as work:
            plan = _plan(work, read, decisions)
            written = [one for one in plan if one.writes]
            if not written:
                return Outcome(None, frozenset())
            progress.advance(1, 2)
            made = _write(work, written)
            counts = Counter(one.verdict for one in plan if not one.left_out)
            run_id = add_run(work, self._units, read, counts)
            keep_rows(work, run_id, read, kept_plan(plan, made, "calendar_item_id"))
            progress.advance(2, 2)
            return commit_run(work, run_id)

    def _read(self, path: Path, decisions: ImportDecisions) -> ReadCalendar:
        return read_ical(read_content(path), self._units.now().date(), decisions.corrections)

    def items(self, since: dt.date | None = None) -> list[CalendarLine]:
        """Return the events that calendars brought, those that end on a day or later."""
        with self._units.read() as work:
            return work.polls.items(since)


def _plan(work: Work, read: ReadCalendar, decisions: ImportDecisions) -> list[PlannedItem]:
    known, dates = work.polls.known_items(), work.polls.series_dates()
    return plan_items(read, known, dates, frozenset(work.events.uids()), decisions)


def _write(work: Work, written: list[PlannedItem]) -> dict[int, int]:
    """Write what is new and changed; return one event or date of each line of the file."""
    gone = [item_id for one in written for item_id in one.gone]
    work.polls.remove_items(gone)
    changes = [change for one in written for change in one.changed]
    made = {row.line: item_id for item_id, row in changes}
    for item_id, row in changes:
        work.polls.change_item(item_id, row)
    new = [row for one in written for row in one.added]
    for row, item_id in zip(new, work.polls.add_items(new), strict=True):
        made.setdefault(row.line, item_id)
    return made


def _line(one: PlannedItem, decisions: ImportDecisions) -> PreviewLine:
    row, cells = one.row, decisions.of(one.row.line).cells
    first, last = (one.dates[0], one.dates[-1]) if one.dates else (row, row)
    return PreviewLine(
        line=row.line,
        verdict=one.verdict,
        summary=" · ".join(part for part in (row.title or row.uid, row.place) if part),
        day=first.starts_on,
        reason=_reason(one),
        values={"day": last.ends_on, "count": len(one.dates)},
        raw={**row.raw, **cells},
        left_out=one.left_out,
        is_corrected=bool(cells),
    )


def _reason(one: PlannedItem) -> str:
    """Return what is said of an event of several days, or of how many dates a series has."""
    series = one.series
    if series is None:
        return "lasts_until" if one.row.ends_on != one.row.starts_on else ""
    if not series.is_spread:
        return "series_first_only"
    return "series_cut" if series.is_cut else "series_dates"
