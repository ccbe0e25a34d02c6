"""Use cases around calendar files: look first, write everything or nothing, list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.calendar_writing import is_our_own
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_previews import PreviewLine, whole_preview, with_reminder
from coopdesk.domain.imports import RowVerdict
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.ical import read_ical
from coopdesk.services.import_runs import add_run, commit_run, keep_rows, kept_plan
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from coopdesk.domain.calendars import CalendarLine, ReadCalendar, ReadItem
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
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
        read = read_ical(read_content(path), decisions.corrections)
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

    def items(self, since: dt.date | None = None) -> list[CalendarLine]:
        """Return the events that calendars brought, those that end on a day or later."""
        with self._units.read() as work:
            return work.polls.items(since)


def _plan(work: Work, read: ReadCalendar, decisions: ImportDecisions) -> list[_Planned]:
    known = work.polls.known_items()
    ours = frozenset(work.events.uids())
    plan = []
    for row in read.items:
        before = known.get((row.uid, row.recurrence))
        verdict = RowVerdict.NEW
        if is_our_own(row.uid, ours):  # from our own file, perhaps by way of a phone
            verdict = RowVerdict.SAME
        elif before is not None:
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
    row, cells = one.row, decisions.of(one.row.line).cells
    return PreviewLine(
        line=row.line,
        verdict=one.verdict,
        summary=" · ".join(part for part in (row.title or row.uid, row.place) if part),
        day=row.starts_on,
        reason="lasts_until" if row.ends_on != row.starts_on else "",
        values={"day": row.ends_on},
        raw={**row.raw, **cells},
        left_out=one.left_out,
        is_corrected=bool(cells),
    )
