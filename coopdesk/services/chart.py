"""Use cases around the chart of accounts and the journals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.chart import AccountStatus
from coopdesk.domain.chart_listing import chart_lines, next_below
from coopdesk.domain.chart_rules import checked_label, checked_number, kind_below
from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import Journal, JournalKind, checked_code, checked_name
from coopdesk.domain.text import clean_text
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.chart_seed import catalogue, known_accounts

if TYPE_CHECKING:
    from coopdesk.domain.chart import Account, CatalogueAccount
    from coopdesk.domain.chart_listing import ChartLine
    from coopdesk.storage.unit_of_work import Units, Work


class ChartService:
    """The association's own chart, the catalogue it takes from, and its journals."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def accounts(self) -> list[Account]:
        """Return the chart by number; the usual one before the first entry."""
        with self._units.read() as work:
            return work.chart.accounts()

    def catalogue(self) -> tuple[CatalogueAccount, ...]:
        """Return every account that the regulation or use knows, by number."""
        return catalogue()

    def listing(self, text: str = "", *, whole: bool = False) -> tuple[ChartLine, ...]:
        """Return our accounts, or all that are known, that a number or words fit."""
        return chart_lines(self.accounts(), catalogue(), whole=whole, text=text)

    def next_number(self, parent: str) -> str:
        """Return a free number below an account, to propose; empty if none is left."""
        known = {*known_accounts(), *(one.number for one in self.accounts())}
        return next_below(checked_number(parent), known)

    def get(self, number: str) -> Account:
        """Return one account of the chart.

        Raises:
            NotFoundError: ``account.unknown``.
        """
        with self._units.read() as work:
            return work.chart.get(checked_number(number))

    def add(self, number: str, label: str = "", note: str = "") -> Outcome[Account]:
        """Add an account: of the catalogue by its number, or our own below another one.

        An account of the catalogue brings its label, those above it and its kind; our own
        takes the kind of the nearest one above it, as ``512A`` or ``75411EVT``.

        Raises:
            RuleError: ``account.number_missing``, ``account.number_wrong``,
            ``account.number_taken``, ``account.label_missing``, ``account.no_parent``.
        """
        wanted = checked_number(number)
        with self._units.write("account.added", number=wanted) as work:
            work.chart.ensure()
            if wanted in work.chart.by_number():
                raise RuleError("account.number_taken", field="number", number=wanted)
            if wanted in known_accounts():
                account = work.chart.take(wanted)
                values = _given(label, note)
                if values:
                    work.chart.change(account.id, values)
            else:
                _add_own(work, wanted, label, note)
            account = work.chart.get(wanted)
            work.commit()
        return changed(account, Subject.CHART)

    def change(
        self,
        number: str,
        *,
        label: str | None = None,
        note: str | None = None,
        is_open: bool | None = None,
    ) -> Outcome[Account]:
        """Give an account another label or note, or close or reopen it for new lines.

        Raises:
            RuleError: ``account.label_missing``. NotFoundError: ``account.unknown``.
        """
        values: dict[str, Any] = {}
        if label is not None:
            values["label"] = checked_label(label)
        if note is not None:
            values["note"] = clean_text(note)
        if is_open is not None:
            values["is_open"] = is_open
        with self._units.write("account.changed", number=number) as work:
            work.chart.ensure()
            account = work.chart.get(checked_number(number))
            work.chart.change(account.id, values)
            account = work.chart.get(account.number)
            work.commit()
        return changed(account, Subject.CHART)

    def remove(self, number: str) -> Outcome[None]:
        """Take an account off the chart that nothing names; Ctrl+Z brings it back.

        Raises:
            RuleError: ``account.in_use``. NotFoundError: ``account.unknown``.
        """
        with self._units.write("account.removed", number=number) as work:
            work.chart.ensure()
            account = work.chart.get(checked_number(number))
            work.chart.remove(account.id, account.number)
            work.commit()
        return changed(None, Subject.CHART)

    def journals(self) -> list[Journal]:
        """Return the journals in their order; the usual ones before the first entry."""
        with self._units.read() as work:
            return work.journals.journals()

    def add_journal(
        self, code: str, name: str, kind: JournalKind, account: str = ""
    ) -> Outcome[Journal]:
        """Add a journal; one of a bank, cash box or platform keeps an account.

        Raises:
            RuleError: ``journal.code_wrong``, ``journal.code_taken``,
            ``journal.name_missing``, ``journal.account_missing``, ``account.not_known``.
        """
        wanted, named = checked_code(code), checked_name(name)
        with self._units.write("journal.added", code=wanted) as work:
            work.chart.ensure()
            if wanted in work.journals.by_code():
                raise RuleError("journal.code_taken", field="code", journal=wanted)
            work.journals.add(wanted, named, kind, _account_of(work, kind, account))
            journal = work.journals.get(wanted)
            work.commit()
        return changed(journal, Subject.CHART)

    def change_journal(
        self,
        code: str,
        *,
        name: str | None = None,
        account: str | None = None,
        is_open: bool | None = None,
    ) -> Outcome[Journal]:
        """Give a journal another name or account, or close or reopen it.

        Raises:
            RuleError: as ``add_journal``. NotFoundError: ``journal.unknown``.
        """
        with self._units.write("journal.changed", code=code) as work:
            work.chart.ensure()
            journal = work.journals.get(code.strip().upper())
            values: dict[str, Any] = {}
            if name is not None:
                values["name"] = checked_name(name)
            if account is not None:
                values["account_id"] = _account_of(work, journal.kind, account)
            if is_open is not None:
                values["is_open"] = is_open
            work.journals.change(journal.id, values)
            journal = work.journals.get(journal.code)
            work.commit()
        return changed(journal, Subject.CHART)

    def remove_journal(self, code: str) -> Outcome[None]:
        """Remove a journal without entries.

        Raises:
            RuleError: ``journal.in_use``. NotFoundError: ``journal.unknown``.
        """
        with self._units.write("journal.removed", code=code) as work:
            work.chart.ensure()
            journal = work.journals.get(code.strip().upper())
            if work.journals.has_entries(journal.id):
                raise RuleError("journal.in_use", journal=journal.code)
            work.journals.remove(journal.id)
            work.commit()
        return changed(None, Subject.CHART)


def _given(label: str, note: str) -> dict[str, Any]:
    """Return what a person says of an account of the catalogue instead of its own words."""
    said = {"label": checked_label(label) if label.strip() else "", "note": clean_text(note)}
    return {name: text for name, text in said.items() if text}


def _add_own(work: Work, number: str, label: str, note: str) -> None:
    known = {one.number: one.kind for one in catalogue()}
    known |= {one.number: one.kind for one in work.chart.accounts()}
    kind = kind_below(number, known)
    work.chart.add(number, checked_label(label), kind, AccountStatus.OWN, clean_text(note))


def _account_of(work: Work, kind: JournalKind, account: str) -> int | None:
    if not account.strip():
        if kind in {JournalKind.BANK, JournalKind.CASH}:
            raise RuleError("journal.account_missing", field="account")
        return None
    return work.chart.needed(checked_number(account)).id
