"""Use cases around entries of the books: drafts, validation, reversal, lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo
from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_rules import LABEL_LIMIT, require_later, reversal_of
from coopdesk.domain.entry_templates import checked_name
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line
from coopdesk.domain.year_rules import as_late
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.entry_marks import EntryMarking
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.wording.booking import reversal_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.domain.chart import Account
    from coopdesk.domain.entries import (
        Entry,
        EntryFilter,
        EntryRow,
        EntryTotals,
        NewEntry,
    )
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Work


class EntryService(EntryMarking):
    """Record, change, validate, reverse and list entries."""

    def record(
        self, new: NewEntry, files: Sequence[NewAttachment] = (), model: str = ""
    ) -> Outcome[Entry]:
        """Record a draft with its vouchers, and keep it as a model if that has a name.

        Raises:
            RuleError, FieldErrors: what is wrong with it (``domain.entry_rules``), its
            accounts, its journal or its day; ``year.is_closed``: see ``late``;
            ``entry.template_unnamed`` or ``text.too_long`` of the model.
            NotFoundError: ``activity.missing``.
        """
        with self._units.write("entry.recorded", name=_shown(new)) as work:
            entry_id = work.entries.add(_with_survivors(work, new))
            self._keep_beside(work, work.entries.get(entry_id), files, model)
            entry = work.entries.get(entry_id)
            work.commit()
        return changed(entry, Subject.ENTRIES)

    def change(
        self,
        entry_id: int,
        new: NewEntry,
        files: Sequence[NewAttachment] = (),
        model: str = "",
    ) -> Outcome[Entry]:
        """Replace a draft; files are kept with those that it has.

        Raises:
            RuleError, FieldErrors: as ``record``, and ``entry.is_validated``.
            NotFoundError: ``entry.missing``.
        """
        with self._units.write("entry.changed", name=_shown(new)) as work:
            work.entries.change(entry_id, _with_survivors(work, new))
            self._keep_beside(work, work.entries.get(entry_id), files, model)
            entry = work.entries.get(entry_id)
            work.commit()
        return changed(entry, Subject.ENTRIES)

    def _keep_beside(
        self, work: Work, entry: Entry, files: Sequence[NewAttachment], model: str
    ) -> None:
        for file in files:
            work.attachments.add(file, AttachedTo(entry_id=entry.id), self._today())
        if model:
            work.entry_templates.keep(checked_name(model), entry.content)

    def remove(self, ids: Sequence[int]) -> Outcome[int]:
        """Remove drafts with their files; Ctrl+Z brings them back. Return how many.

        Raises:
            RuleError: ``entry.is_validated``. NotFoundError: ``entry.missing``.
        """
        wanted = list(dict.fromkeys(ids))
        with self._units.write("entry.removed", count=str(len(wanted))) as work:
            work.entries.remove(wanted, with_files=True)
            work.commit()
        return changed(len(wanted), Subject.ENTRIES)

    def to_validate(
        self, ids: Sequence[int] | None = None, fiscal_year_id: int | None = None
    ) -> list[int]:
        """Return the drafts that ``validate`` would give numbers, in their order.

        Raises:
            RuleError: ``entry.is_provisional``, the only one opens a year for the time being.
            NotFoundError: ``entry.missing``.
        """
        with self._units.read() as work:
            return _to_validate(work, ids, fiscal_year_id)

    def validate(
        self,
        ids: Sequence[int] | None = None,
        fiscal_year_id: int | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[int]:
        """Give drafts their numbers for ever, in order of day and id; return how many.

        Without ids all drafts of a year, or of every year. Those validated already are left.
        It cannot be taken back, only reversed.

        Raises:
            RuleError: ``entry.unbalanced_draft``, and as ``to_validate``. JobCancelledError:
            nothing was validated. NotFoundError: ``entry.missing``.
        """
        with self._units.write("entry.validated") as work:
            drafts = _to_validate(work, ids, fiscal_year_id)
            work.recorder.relabel(count=str(len(drafts)))
            now = self._units.now()
            count = work.entry_validation.validate(drafts, now, progress.advance)
            work.commit()
        return changed(count, Subject.ENTRIES)

    def reverse(
        self, entry_id: int, day: dt.date, label: str = "", *, again: bool = False
    ) -> Outcome[Entry]:
        """Record the draft that takes a validated entry back (extourne), once.

        An automatic one does not come back while its payment says the same, unless ``again``.

        Raises:
            RuleError: ``entry.not_validated``, ``entry.already_reversed``,
            ``entry.reverses_another``, ``entry.reversal_too_early``, and what ``record``
            refuses of the day.
            NotFoundError: ``entry.missing``.
        """
        with self._units.write("entry.reversed") as work:
            entry = work.entries.get(entry_id)
            if entry.number is None:
                raise RuleError("entry.not_validated", label=entry.content.label)
            if entry.reversed_by_id is not None:
                raise RuleError("entry.already_reversed", number=entry.number)
            if entry.reverses_id is not None:
                # Whatever was made of the first would count as absent, and come twice.
                raise RuleError("entry.reverses_another", number=entry.number)
            require_later(entry, day)
            work.recorder.relabel(number=str(entry.number))
            said = label or reversal_words(entry.content.label, entry.number)
            new = reversal_of(entry.content, day, said[:LABEL_LIMIT])
            if again:
                new = replace(new, form=EntryForm.AUTOMATIC)
            made = work.entries.get(work.entries.add(new, reverses_id=entry_id))
            work.commit()
        return changed(made, Subject.ENTRIES)

    def late(self, new: NewEntry) -> NewEntry:
        """Return an entry as the books take it: of a closed year, on the first open day.

        Its real date stays the day of its voucher (PCG art. 1031-4). What is not late comes
        back as it is.

        Raises:
            RuleError: ``year.none_open`` when no later year is open.
        """
        with self._units.read() as work:
            year = work.fiscal_years.holding(new.entry_on)
            if year is None or year.is_open:
                return new
            later = work.fiscal_years.first_open_after(new.entry_on)
        if later is None:
            raise RuleError("year.none_open", label=year.label)
        return as_late(new, later.starts_on)

    def get(self, entry_id: int) -> Entry:
        """Return an entry with its lines.

        Raises:
            NotFoundError: ``entry.missing``.
        """
        with self._units.read() as work:
            return work.entries.get(entry_id)

    def get_many(self, ids: Sequence[int]) -> list[Entry]:
        """Return entries with their lines, in the order of the ids."""
        with self._units.read() as work:
            return work.entries.get_many(ids)

    def ids(self, wanted: EntryFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the entries that a filter shows, in its order."""
        with self._units.read() as work:
            return work.entries.ids(wanted, limit)

    def lines(self, ids: Sequence[int]) -> list[EntryRow]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return work.entries.lines(ids)

    def totals(self, wanted: EntryFilter) -> EntryTotals:
        """Return how many entries a filter shows and what they add up to."""
        with self._units.read() as work:
            return work.entries.totals(wanted)

    def of_number(self, fiscal_year_id: int, number: int) -> int:
        """Return the id of the validated entry with a number.

        Raises:
            NotFoundError: ``entry.number_unknown``.
        """
        with self._units.read() as work:
            return work.entries.of_number(fiscal_year_id, number)

    def complete_account(self, text: str, limit: int = 12) -> list[Account]:
        """Return accounts that take lines, for a number begun or words; the used first."""
        with self._units.read() as work:
            return work.chart.complete(text, limit)

    def counterparts(
        self, form: EntryForm, contact_id: int | None = None, label: str = ""
    ) -> list[Account]:
        """Return the accounts of the last entries of a form for a contact or a label.

        The latest entry comes first, its accounts in order; each account once.
        """
        with self._units.read() as work:
            known = work.chart.by_number()
            numbers = work.entries.remembered(form, contact_id, label)
            return [known[number] for number in numbers if known[number].is_open]

    def last_like(
        self, form: EntryForm, contact_id: int | None = None, label: str = ""
    ) -> Entry | None:
        """Return the last entry of a form for a contact or a label, to begin from it."""
        with self._units.read() as work:
            found = work.entries.like(form, contact_id, label, limit=1)
            return work.entries.get(found[0]) if found else None


def _to_validate(
    work: Work, ids: Sequence[int] | None, fiscal_year_id: int | None
) -> list[int]:
    if ids is None:
        return work.entry_validation.draft_ids(fiscal_year_id)
    return work.entry_validation.in_order(list(dict.fromkeys(ids)))


def _shown(new: NewEntry) -> str:
    return clean_line(new.label)[:LABEL_LIMIT]


def _with_survivors(work: Work, new: NewEntry) -> NewEntry:
    """Return an entry whose third parties are who they are by now, after merges."""
    for activity_id in {line.activity_id for line in new.lines if line.activity_id}:
        work.activities.get(activity_id)
    lines = tuple(
        replace(line, contact_id=who_pays(work, line.contact_id)) for line in new.lines
    )
    return replace(new, lines=lines)
