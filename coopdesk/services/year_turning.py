"""What passes from a fiscal year to the next, written within one unit of work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import (
    PROVISIONAL_OPENING,
    EntryForm,
    EntryKind,
    EntrySource,
    NewEntry,
)
from coopdesk.domain.entry_rules import LABEL_LIMIT, MOST_LINES, reversal_of
from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.year_openings import (
    CARRIED_DEFICIT,
    CARRIED_SURPLUS,
    DEFICIT,
    RESERVES,
    SURPLUS,
    opening_lines,
)
from coopdesk.domain.year_rules import following_year
from coopdesk.services.closing_reading import year_after, year_sums
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.wording.booking import reversal_words
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.year_openings import AccountSum
    from coopdesk.storage.unit_of_work import Work

_OWN = frozenset({SURPLUS, DEFICIT, CARRIED_SURPLUS, CARRIED_DEFICIT, RESERVES})


def opened_next(work: Work, year: FiscalYear) -> FiscalYear:
    """Return the year that follows another; twelve months are opened if there is none.

    Raises:
        RuleError: ``closing.next_is_closed``; an earlier year was opened afterwards.
    """
    after = year_after(work, year)
    if after is not None and not after.is_open:
        raise RuleError("closing.next_is_closed", label=after.label)
    if after is not None:
        return after
    return work.fiscal_years.get(work.fiscal_years.add(*following_year(year)))


def hand_on(work: Work, year: FiscalYear, after: FiscalYear, moment: dt.datetime) -> int | None:
    """Validate the entry that opens the next year; None when there is nothing to hand on.

    Raises:
        RuleError: ``closing.unbalanced``.
    """
    opening = _opening(work, year, after, year_sums(work, year))
    return None if opening is None else validated(work, opening, moment)


def validated(
    work: Work, new: NewEntry, moment: dt.datetime, reverses_id: int | None = None
) -> int:
    """Record an entry, give it its number at once, and return its id."""
    for line in new.lines:
        # The chart may lack the accounts of results: nobody posts on them by hand.
        if line.account in _OWN and line.account not in work.chart.by_number():
            work.chart.take(line.account)
    entry_id = work.entries.add(new, reverses_id=reverses_id)
    work.entry_validation.validate([entry_id], moment, NO_PROGRESS.advance)
    return entry_id


@in_french()
def refresh_provisional(work: Work, year: FiscalYear, after: FiscalYear) -> int | None:
    """Write the draft that opens the next year for the time being, drafts counted too.

    Return its id; None when there is nothing to hand on, and no draft then.
    """
    known = work.closing.provisional_opening(after.id)
    opening = _opening(work, year, after, year_sums(work, year, with_drafts=True))
    if opening is None:
        drop_provisional(work, after)
        return None
    told = _("Provisional opening balances of {year}").format(year=after.label)
    draft = replace(opening, label=told, source=EntrySource(outside_ref=PROVISIONAL_OPENING))
    if known is None:
        return work.entries.add(draft)
    work.entries.change(known, draft)
    return known


def drop_provisional(work: Work, after: FiscalYear) -> None:
    """Remove the draft that opened a year for the time being."""
    known = work.closing.provisional_opening(after.id)
    if known is not None:
        work.entries.remove([known])


def prepare_reversals(work: Work, year: FiscalYear, after: FiscalYear) -> int:
    """Write as drafts the reversals that entries of a year want on the first day of the next.

    Return how many.
    """
    ids = work.source_entries.to_reverse(year.id)
    entries = work.entries.get_many(ids)
    drafts = [
        reversal_of(
            entry.content,
            after.starts_on,
            reversal_words(entry.content.label, entry.number)[:LABEL_LIMIT],
        )
        for entry in entries
    ]
    if drafts:
        work.entries.add_many(drafts, reverses=ids)
    return len(drafts)


@in_french()
def take_back(
    work: Work, opening_id: int, after: FiscalYear, moment: dt.datetime, reason: str
) -> int:
    """Reverse the entry that opened the next year, validated at once; return the reversal."""
    opening = work.entries.get(opening_id)
    label = _("Opening balances taken back: {reason}").format(reason=reason)
    new = reversal_of(opening.content, after.starts_on, label[:LABEL_LIMIT])
    return validated(work, new, moment, opening_id)


@in_french()
def _opening(
    work: Work, year: FiscalYear, after: FiscalYear, sums: Sequence[AccountSum]
) -> NewEntry | None:
    result = _("Result of {year}").format(year=year.label)
    lines = opening_lines(sums, result)
    if len(lines) > MOST_LINES:
        # More third parties than one entry takes: the accounts alone, then.
        lines = opening_lines(_by_account(sums), result)
    if not lines:
        return None
    return NewEntry(
        journal=work.journals.of_kind(JournalKind.OPENING).code,
        entry_on=after.starts_on,
        label=_("Opening balances of {year}").format(year=after.label),
        lines=lines,
        kind=EntryKind.OPENING,
        form=EntryForm.AUTOMATIC,
    )


def _by_account(sums: Sequence[AccountSum]) -> tuple[AccountSum, ...]:
    found: dict[str, AccountSum] = {}
    for each in sums:
        known = found.get(each.account)
        if known is None:
            found[each.account] = replace(each, contact_id=None)
            continue
        found[each.account] = replace(
            known,
            opening=known.opening + each.opening,
            debit=known.debit + each.debit,
            credit=known.credit + each.credit,
        )
    return tuple(found.values())
