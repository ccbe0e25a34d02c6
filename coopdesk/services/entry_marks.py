"""Use cases around lines of entries: matching, reconciling, activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.entry_matching import check_matching
from coopdesk.domain.errors import RuleError
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.storage.unit_of_work import Units


class EntryMarking:
    """What is said of lines beside the legal books; validated lines take it as well."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def match(self, line_ids: Sequence[int]) -> Outcome[str]:
        """Say that lines of one account settle each other; return their letters.

        Raises:
            RuleError: ``entry.match_too_few``, ``entry.match_accounts``,
            ``entry.match_taken``, ``entry.match_unequal``. NotFoundError.
        """
        ids = list(dict.fromkeys(line_ids))
        with self._units.write("entry.matched") as work:
            lines = work.entry_marks.lines(ids)
            check_matching(lines)
            letters = work.entry_marks.next_letters(lines[0].account_id)
            work.recorder.relabel(letters=letters, number=lines[0].account)
            work.entry_marks.put_matching(ids, letters, self._today())
            work.commit()
        return changed(letters, Subject.ENTRIES)

    def unmatch(self, line_ids: Sequence[int]) -> Outcome[int]:
        """Take the letters off lines and off all that bear the same; return how many."""
        with self._units.write("entry.unmatched") as work:
            ids = work.entry_marks.matched_with(line_ids)
            work.recorder.relabel(count=str(len(ids)))
            count = work.entry_marks.put_matching(ids, "", None)
            work.commit()
        return changed(count, Subject.ENTRIES)

    def reconcile(self, line_ids: Sequence[int], day: dt.date | None) -> Outcome[int]:
        """Say on which day the bank showed lines, None for not yet; return how many changed.

        Raises:
            RuleError: ``payment.in_the_future``, ``reconciliation.unmatch_first`` when one is
            to be unseen that a line of a statement shows.
            NotFoundError: ``entry.line_missing``.
        """
        if day is not None and day > self._today():
            raise RuleError("payment.in_the_future", field="reconciled_on", day=day)
        label = "entry.reconciled" if day else "entry.unreconciled"
        with self._units.write(label, count=str(len(set(line_ids)))) as work:
            work.entry_marks.lines(line_ids)
            shown = None if day else work.match_reading.showing(line_ids)
            if shown is not None:
                raise RuleError("reconciliation.unmatch_first", label=shown[0], day=shown[1])
            count = work.entry_marks.reconcile(line_ids, day)
            work.commit()
        return changed(count, Subject.ENTRIES)

    def set_activity(self, line_ids: Sequence[int], activity_id: int | None) -> Outcome[int]:
        """Say what lines were for; return how many changed. Raises as ``set_activities``."""
        return self.set_activities(dict.fromkeys(line_ids, activity_id))

    def set_activities(self, wanted: Mapping[int, int | None]) -> Outcome[int]:
        """Say of each line what it was for, in one step; return how many changed.

        Raises:
            RuleError: ``year.is_closed``. NotFoundError: a line or an activity is gone.
        """
        with self._units.write("entry.activity_set", count=str(len(wanted))) as work:
            for line in work.entry_marks.lines(list(wanted)):
                if line.closed_year:
                    raise RuleError("year.is_closed", label=line.closed_year)
            count = 0
            for activity_id in dict.fromkeys(wanted.values()):
                if activity_id is not None:
                    work.activities.get(activity_id)
                ids = [line_id for line_id, key in wanted.items() if key == activity_id]
                count += work.entry_marks.set_activity(ids, activity_id)
            work.commit()
        return changed(count, Subject.ENTRIES)
