"""Write entries of the books while they are drafts, and read them whole."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from coopdesk.domain.chart_rules import require_postable
from coopdesk.domain.entries import EntryKind, EntryState
from coopdesk.domain.entry_rules import checked_entry, refuse_validated, require_later
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.entry_list import EntryList
from coopdesk.storage.entry_rows import (
    draft_values,
    entry_values,
    line_values,
    to_entry,
    to_line,
)
from coopdesk.storage.match_following import MatchFollowing, drop_matches
from coopdesk.storage.source_entries import let_go
from coopdesk.storage.tables import (
    AccountRow,
    ActivityRow,
    AttachmentRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    JournalRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Select

    from coopdesk.domain.chart import Account
    from coopdesk.domain.entries import Entry, NewEntry, NewEntryLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.journals import Journal
    from coopdesk.storage.chart_store import ChartStore
    from coopdesk.storage.fiscal_year_store import FiscalYearStore
    from coopdesk.storage.journal_store import JournalStore
    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_activity = table_of(ActivityRow)
_attachment = table_of(AttachmentRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)
_reversing = _entry.alias("reversing")

# These write on accounts that were closed or divided since, and in closed journals: they say
# what is there already, or empty it (an allocation takes a result from its opening).
_TAKES_ANY_PLACE = frozenset({EntryKind.REVERSAL, EntryKind.OPENING, EntryKind.ALLOCATION})


class _Places(NamedTuple):
    """Where an entry goes: its year, its journal, its accounts by number."""

    year: FiscalYear
    journal: Journal
    accounts: Mapping[str, Account]


class Books(NamedTuple):
    """What entries rest on, of the same unit of work."""

    chart: ChartStore
    journals: JournalStore
    years: FiscalYearStore


class EntryStore(EntryList):
    """The entries of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder, books: Books) -> None:
        super().__init__(connection)
        self._recorder = recorder
        self._chart, self._journals, self._years = books

    def add(self, new: NewEntry, *, reverses_id: int | None = None) -> int:
        """Store a draft and return its id.

        Raises:
            RuleError, FieldErrors: what ``checked_entry``, the chart, the journals or the
            fiscal years refuse; ``entry.outside_ref_taken``, ``entry.already_reversed``.
        """
        return self.add_many([new], reverses=[reverses_id])[0]

    def add_many(
        self, entries: Sequence[NewEntry], *, reverses: Sequence[int | None] = ()
    ) -> list[int]:
        """Store drafts, thousands at once, and return their ids in order; raises as ``add``."""
        self._chart.ensure()
        checked = [checked_entry(new) for new in entries]
        places = [self._places_of(new) for new in checked]
        reversed_ids = reverses or [None] * len(checked)
        self._refuse_twice(checked, places, reversed_ids)
        rows = [
            {
                **entry_values(new, place.year, place.journal),
                **draft_values(),
                "reverses_id": reversed_id,
            }
            for new, place, reversed_id in zip(checked, places, reversed_ids, strict=True)
        ]
        ids = self._recorder.insert_many(_entry, rows)
        lines = [
            values
            for key, new, place in zip(ids, checked, places, strict=True)
            for values in line_values(key, place.year.id, new, place.accounts)
        ]
        self._recorder.insert_many(_line, lines)
        return ids

    def change(self, entry_id: int, new: NewEntry) -> bool:
        """Replace a draft; return whether anything differed.

        Matching of lines whose account or amount changes is taken off.

        Raises:
            RuleError, FieldErrors: as ``add``, and ``entry.is_validated``,
            ``entry.is_reversal`` when what it takes back would be another thing.
            NotFoundError: ``entry.missing``.
        """
        self.require_drafts([entry_id])
        self._chart.ensure()
        checked = checked_entry(new)
        self._refuse_other_reversal(entry_id, checked)
        places = self._places_of(checked)
        self._refuse_taken_ref(checked, places.year.id, entry_id)
        wanted = line_values(entry_id, places.year.id, checked, places.accounts)
        changed = self._recorder.update(
            _entry, entry_id, entry_values(checked, places.year, places.journal)
        )
        has_other_lines = self._change_lines(entry_id, wanted)
        if has_other_lines:
            MatchFollowing(self._connection, self._recorder).follow(entry_id)
        return has_other_lines or changed

    def _refuse_other_reversal(self, entry_id: int, new: NewEntry) -> None:
        """Keep a reversal the very contrary of what it reverses."""
        entry = self.get(entry_id)
        if entry.reverses_id is None:
            return
        sides = [sorted(map(_side, x.lines)) for x in (entry.content, new)]
        if sides[0] != sides[1] or new.kind is not EntryKind.REVERSAL:
            raise RuleError("entry.is_reversal", field="lines")
        require_later(self.get(entry.reverses_id), new.entry_on)

    def _change_lines(self, entry_id: int, wanted: list[dict[str, Any]]) -> bool:
        query = select(_line).where(_line.c.entry_id == entry_id).order_by(_line.c.position)
        known = self._connection.execute(query).all()
        if any(row.matching for row in known):
            self._take_matching_off([row.id for row in known if row.matching])
        rows = {row.id: values for row, values in zip(known, wanted, strict=False)}
        changed = bool(rows) and self._recorder.update_many(_line, rows) > 0
        self._recorder.insert_many(_line, wanted[len(known) :])
        self._recorder.delete_many(_line, [row.id for row in known[len(wanted) :]])
        return changed or len(known) != len(wanted)

    def _take_matching_off(self, line_ids: Sequence[int]) -> None:
        """Take the letters off these lines and off all that are matched with them."""
        mine = _line.alias("mine")
        same = (mine.c.account_id == _line.c.account_id) & (mine.c.matching == _line.c.matching)
        query = select(_line.c.id).join(mine, same).distinct()
        for batch in in_batches(line_ids):
            wanted = query.where(mine.c.id.in_(batch), mine.c.matching != "")
            found = list(self._connection.execute(wanted).scalars())
            none = {"matching": "", "matched_on": None}
            self._recorder.update_many(_line, {key: dict(none) for key in found})

    def remove(self, ids: Sequence[int], *, with_files: bool = False) -> None:
        """Delete drafts with their lines and their matches; undo brings them back.

        Raises:
            RuleError: ``entry.is_validated``; ``entry.has_files`` unless a person asks for
            their files to go along. NotFoundError: ``entry.missing``.
        """
        self.require_drafts(ids)
        for batch in in_batches(ids):
            self._remove_files(batch, with_files=with_files)
            let_go(self._connection, self._recorder, batch)
            drop_matches(self._connection, self._recorder, entry_ids=batch)
            query = select(_line.c.id).where(_line.c.entry_id.in_(batch)).order_by(_line.c.id)
            line_ids = list(self._connection.execute(query).scalars())
            self._take_matching_off(line_ids)
            for lines in in_batches(line_ids):
                self._recorder.delete_many(_line, lines)
            self._recorder.delete_many(_entry, batch)

    def _remove_files(self, ids: Sequence[int], *, with_files: bool) -> None:
        query = select(_attachment.c.id, _attachment.c.name)
        files = self._connection.execute(query.where(_attachment.c.entry_id.in_(ids))).all()
        if files and not with_files:
            raise RuleError("entry.has_files", name=files[0].name)
        for batch in in_batches([row.id for row in files]):
            self._recorder.delete_many(_attachment, batch)

    def require_drafts(self, ids: Sequence[int]) -> None:
        """Refuse ids of which one is validated or gone.

        Raises:
            RuleError: ``entry.is_validated``. NotFoundError: ``entry.missing``.
        """
        for batch in in_batches(ids):
            query = select(_entry.c.id, _entry.c.state, _entry.c.number)
            found = {
                row.id: row
                for row in self._connection.execute(query.where(_entry.c.id.in_(batch)))
            }
            for key in batch:
                if key not in found:
                    raise NotFoundError("entry.missing", id=key)
                if found[key].state == EntryState.VALIDATED.value:
                    refuse_validated(found[key].number)

    def get(self, entry_id: int) -> Entry:
        """Return an entry with its lines.

        Raises:
            NotFoundError: ``entry.missing``.
        """
        found = self.get_many([entry_id])
        if not found:
            raise NotFoundError("entry.missing", id=entry_id)
        return found[0]

    def get_many(self, ids: Sequence[int]) -> list[Entry]:
        """Return entries with their lines, in the order of the ids, without those gone."""
        found = {}
        for batch in in_batches(ids):
            rows = self._connection.execute(_entries().where(_entry.c.id.in_(batch))).all()
            query = _lines().where(_line.c.entry_id.in_(batch))
            query = query.order_by(_line.c.entry_id, _line.c.position)
            lines = self._connection.execute(query)
            of_entry = {
                key: [to_line(row) for row in group]
                for key, group in groupby(lines, lambda row: row.entry_id)
            }
            found.update({row.id: to_entry(row, of_entry.get(row.id, ())) for row in rows})
        return [found[key] for key in ids if key in found]

    def _places_of(self, new: NewEntry) -> _Places:
        year = self._years.for_entry(new.entry_on)
        takes_any = new.kind in _TAKES_ANY_PLACE
        journal = self._journals.needed(new.journal, even_closed=takes_any)
        accounts = {line.account: self._chart.needed(line.account) for line in new.lines}
        if not takes_any:
            for account in accounts.values():
                require_postable(account)
        return _Places(year, journal, accounts)

    def _refuse_twice(
        self,
        entries: Sequence[NewEntry],
        places: Sequence[_Places],
        reverses: Sequence[int | None],
    ) -> None:
        for new, place, reversed_id in zip(entries, places, reverses, strict=True):
            if new.source.outside_ref is not None:
                self._refuse_taken_ref(new, place.year.id, None)
            if reversed_id is not None and self.reversed_by(reversed_id) is not None:
                raise RuleError("entry.already_reversed", number=self.get(reversed_id).number)

    def _refuse_taken_ref(self, new: NewEntry, year_id: int, but: int | None) -> None:
        if new.source.outside_ref is None:
            return
        query = select(_entry.c.id).where(
            _entry.c.fiscal_year_id == year_id,
            _entry.c.outside_ref == new.source.outside_ref,
            _entry.c.id.is_distinct_from(but),
        )
        if self._connection.execute(query).first() is not None:
            raise RuleError("entry.outside_ref_taken", reference=new.source.outside_ref)

    def reversed_by(self, entry_id: int) -> int | None:
        """Return the id of the entry that reverses one, draft or not; None without one."""
        query = select(_entry.c.id).where(_entry.c.reverses_id == entry_id)
        return self._connection.execute(query).scalar()


def _side(line: NewEntryLine) -> tuple[str, int]:
    return line.account, line.signed.cents


def _entries() -> Select[Any]:
    return (
        select(_entry, _journal.c.code, _reversing.c.id.label("reversed_by_id"))
        .join(_journal, _journal.c.id == _entry.c.journal_id)
        .outerjoin(_reversing, _reversing.c.reverses_id == _entry.c.id)
    )


def _lines() -> Select[Any]:
    return (
        select(
            _line,
            _account.c.number,
            _account.c.label.label("account_label"),
            _contact.c.name.label("contact_name"),
            _activity.c.name.label("activity_name"),
        )
        .join(_account, _account.c.id == _line.c.account_id)
        .outerjoin(_contact, _contact.c.id == _line.c.contact_id)
        .outerjoin(_activity, _activity.c.id == _line.c.activity_id)
    )
