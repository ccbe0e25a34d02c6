"""What the forms of entries need to know of the books, read at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.entry_forms import CHEQUES
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entry_templates import EntryTemplate
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.journals import Journal
    from coopdesk.services.registry import Services


@dataclass(frozen=True, slots=True)
class BookSetting:
    """Journals, years, activities and models there are."""

    journals: tuple[Journal, ...] = ()
    years: tuple[FiscalYear, ...] = ()
    activities: tuple[Activity, ...] = ()
    templates: tuple[EntryTemplate, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)  # of accounts, by number
    parties: Mapping[int, str] = field(default_factory=dict)  # names of the models' contacts
    banks: Mapping[str, str] = field(default_factory=dict)  # names of bank accounts, by number

    @property
    def treasuries(self) -> list[tuple[str, str]]:
        """The accounts that money comes into or leaves: number and name, the bank first."""
        kept = [
            (
                journal.account,
                f"{self.banks.get(journal.account, journal.name)} ({journal.account})",
            )
            for journal in self.journals
            if journal.account and journal.is_open
        ]
        return [*kept, (CHEQUES, _("Cheques to deposit ({number})").format(number=CHEQUES))]

    def year_of(self, day: dt.date) -> FiscalYear | None:
        """Return the fiscal year of a day."""
        return next((year for year in self.years if year.holds(day)), None)

    def opening_after(self, day: dt.date) -> FiscalYear | None:
        """Return the open year that takes an operation of a closed one, None if not needed."""
        year = self.year_of(day)
        if year is None or year.is_open:
            return None
        later = [each for each in self.years if each.is_open and each.starts_on > day]
        return min(later, key=lambda each: each.starts_on, default=None)


def read_setting(services: Services) -> BookSetting:
    """Read what forms need; runs on the worker."""
    templates = tuple(services.entry_templates.find())
    known = {line.contact_id for each in templates for line in each.entry.lines} - {None}
    parties = services.contacts.lines([key for key in known if key is not None])
    return BookSetting(
        journals=tuple(services.chart.journals()),
        years=tuple(services.fiscal_years.list()),
        activities=tuple(services.activities.all(open_only=True)),
        templates=templates,
        parties={line.id: line.name for line in parties},
        labels={account.number: account.label for account in services.chart.accounts()},
        banks=services.bank.names(),
    )
