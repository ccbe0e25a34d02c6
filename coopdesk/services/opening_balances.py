"""Use cases around opening balances from a sheet: look first, then the draft that opens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryFilter, EntryKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.opening_balances import FROM_SHEET, OpeningSetting, plan_opening
from coopdesk.exchange.opening_sheets import read_openings
from coopdesk.services.entry_imports import add_accounts
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.chart_seed import known_accounts
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.entries import Entry
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.opening_balances import OpeningPreview, OpeningSheet
    from coopdesk.storage.unit_of_work import Units, Work


class OpeningBalanceService:
    """Begin the books where those of another program ended."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def preview(self, year: FiscalYear, path: Path) -> OpeningPreview:
        """Return the entry that a sheet would make, and what is wrong; changes nothing.

        Raises:
            RuleError: ``file.…``, ``openings.no_account_column``,
                ``openings.no_amount_column``. ExternalError: the file cannot be read.
        """
        sheet = read_openings(path)
        with self._units.read() as work:
            return _plan(work, year, sheet)

    def apply(self, year: FiscalYear, path: Path) -> Outcome[Entry]:
        """Record the draft that opens a year, in place of that of an earlier sheet.

        A year that nobody recorded yet (id 0) is recorded with it.

        Raises:
            RuleError: as ``preview``; ``openings.sheet_wrong`` when anything is.
        """
        sheet = read_openings(path)
        with self._units.write("entry.opening_imported", name=sheet.file_name) as work:
            if not year.id:
                work.fiscal_years.add(year.starts_on, year.ends_on)
            plan = _plan(work, year, sheet)
            if plan.errors:
                raise RuleError("openings.sheet_wrong", count=len(plan.errors))
            work.chart.ensure()
            add_accounts(work, [one for one in plan.accounts if one.is_new])
            if plan.replaces_id is None:
                entry_id = work.entries.add(plan.entry)
            else:
                entry_id = plan.replaces_id
                work.entries.change(entry_id, plan.entry)
            entry = work.entries.get(entry_id)
            work.commit()
        return changed(entry, Subject.ENTRIES, Subject.CHART, Subject.FISCAL_YEARS)


@in_french()
def _plan(work: Work, year: FiscalYear, sheet: OpeningSheet) -> OpeningPreview:
    wanted = EntryFilter(fiscal_year_id=year.id, kind=EntryKind.OPENING)
    openings = work.entries.get_many(work.entries.ids(wanted)) if year.id else []
    standing = [x for x in openings if x.reversed_by_id is None]
    drafts = [x.id for x in standing if _is_from_sheet(x) and x.number is None]
    before = sum(_is_from_sheet(x) for x in openings) - len(drafts)
    setting = OpeningSetting(
        year=year,
        chart=work.chart.by_number(),
        catalogue=known_accounts(),
        journal=work.journals.of_kind(JournalKind.OPENING).code,
        label=_("Opening balances of {year}").format(year=year.label),
        has_other=len(standing) > len(drafts),
        before=filled_before(work, year),
        draft_id=next(iter(drafts), None),
        # One that was validated and reversed keeps its name.
        reference=f"{FROM_SHEET}:{before + 1}" if before else FROM_SHEET,
    )
    return plan_opening(sheet, setting)


def filled_before(work: Work, year: FiscalYear) -> str:
    """Return the name of the year before if it has entries, empty if not."""
    before = work.fiscal_years.holding(year.starts_on - dt.timedelta(days=1))
    if before is None or not work.fiscal_years.has_entries(before.id):
        return ""
    return before.label


def _is_from_sheet(entry: Entry) -> bool:
    return (entry.content.source.outside_ref or "").startswith(FROM_SHEET)
