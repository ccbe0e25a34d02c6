"""The accounts workbook of a year: summary, income, expenses, gifts by donor, journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents import accounts_lists as at
from coopdesk.documents.workbook import Book, Column, Formula, Link
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.documents.accounts_lists import AccountList
    from coopdesk.documents.workbook import Value
    from coopdesk.domain.accounts import KindSum, YearAccounts

_STEP = 250


def write_accounts_workbook(
    accounts: YearAccounts, advance: Callable[[int, int], None]
) -> bytes:
    """Return the workbook; ``advance`` is told how many rows are written, of how many.

    Every total is a live formula that carries its result; the summary looks at other sheets.
    """
    lists = _Lists(accounts)
    made = _("made on {day}").format(day=day_text(accounts.made_on))
    subtitle = f"{accounts.name} — {made}" if accounts.name else made
    done, every = 0, sum(len(listing.rows) for listing in lists.all)
    with Book(_("Accounts {year}").format(year=accounts.year), accounts.name) as book:
        _Summary(accounts, lists, book).write(subtitle)
        for listing in lists.all:
            sheet = at.start_list(book, listing, subtitle)
            for number, row in enumerate(listing.rows, start=done + 1):
                sheet.append(row)
                if number % _STEP == 0:
                    advance(number, every)
            done += len(listing.rows)
            at.finish_list(sheet, listing)
        advance(done, every)
        return book.content()


class _Lists:
    """The sheets that list lines, in their order."""

    def __init__(self, accounts: YearAccounts) -> None:
        self.income = at.income_list(accounts)
        self.expenses = at.expense_list(accounts)
        self.gifts = at.gift_list(accounts)
        self.journal = at.journal_list(accounts)
        self.all = (self.income, self.expenses, self.gifts, self.journal)


class _Summary:
    """The first sheet: this year beside the last, and where each figure comes from."""

    def __init__(self, accounts: YearAccounts, lists: _Lists, book: Book) -> None:
        self.accounts = accounts
        self.lists = lists
        columns = (
            Column("", 42),
            Column("", 17, Money),
            Column("", 17, Money),
            Column("", 17, Money),
            Column("", 22),
        )
        self.sheet = book.sheet(_("Summary"), columns)

    def write(self, subtitle: str) -> None:
        """Write the whole sheet."""
        accounts, sheet = self.accounts, self.sheet
        sheet.heading(_("Accounts {year}").format(year=accounts.year), subtitle)
        self._blank()
        income = self._section(_("Money received"), accounts.income, self.lists.income)
        self._blank()
        expenses = self._section(_("Money spent"), accounts.expenses, self.lists.expenses)
        self._blank()
        result = accounts.income_total - accounts.expense_total
        before = accounts.previous_income_total - accounts.previous_expense_total
        self._line(
            Look.TOTAL,
            _("Surplus or deficit"),
            Formula(f"B{income}-B{expenses}", result),
            Formula(f"C{income}-C{expenses}", before),
            None,
        )
        self._blank()
        self._gifts()
        self._blank()
        journal = self.lists.journal
        balance = f"{journal.total(at.JOURNAL_IN)}+{journal.total(at.JOURNAL_OUT)}"
        sheet.write(
            Look.BODY,
            [
                _("Difference with the journal (must be zero)"),
                Formula(f"B{income}+B{expenses}-({balance})", ZERO),
                None,
                None,
                Link(journal.name, journal.name),
            ],
        )

    def _section(self, title: str, sums: Sequence[KindSum], listing: AccountList) -> int:
        """Write the kinds of income or expenses; return the row of their total."""
        self._head(title)
        first = self.sheet.row + 1
        data = f"{listing.data(at.MOVEMENT_AMOUNT)},{listing.data(at.MOVEMENT_KIND)}"
        for found in sums:
            amount = Formula(f"SUMIFS({data},A{self.sheet.row + 1})", found.amount)
            self._line(Look.BODY, label(found.kind), amount, found.previous, listing)
        if not sums:
            self._line(Look.BODY, _("Nothing recorded"), ZERO, ZERO, listing)
        last = self.sheet.row
        amount = Formula(f"SUM(B{first}:B{last})", total(found.amount for found in sums))
        before = Formula(f"SUM(C{first}:C{last})", total(found.previous for found in sums))
        return self._line(Look.TOTAL, _("Total"), amount, before, None)

    def _gifts(self) -> None:
        gifts, donors = self.lists.gifts, self.accounts.donors
        self._head(_("Gifts"))
        amount = Formula(gifts.total(at.DONOR_AMOUNT), total(donor.amount for donor in donors))
        before = Formula(
            gifts.total(at.DONOR_BEFORE), total(donor.previous for donor in donors)
        )
        self._line(Look.BODY, _("Gifts received"), amount, before, gifts)
        count = Formula(gifts.total(at.DONOR_COUNT), self.accounts.gift_count)
        self.sheet.write(Look.BODY, [_("Number of gifts"), count])
        named = f'{gifts.data(at.DONOR_NAME)},"<>{at.anonymous_name()}"'
        known = [donor for donor in donors if donor.donor_id is not None]
        self.sheet.write(
            Look.BODY,
            [
                _("Donors known by name"),
                Formula(
                    f'COUNTIFS({gifts.data(at.DONOR_AMOUNT)},">0",{named})',
                    sum(bool(donor.amount) for donor in known),
                ),
                Formula(
                    f'COUNTIFS({gifts.data(at.DONOR_BEFORE)},">0",{named})',
                    sum(bool(donor.previous) for donor in known),
                ),
            ],
        )

    def _head(self, title: str) -> None:
        year = self.accounts.year
        titles = (title, str(year), str(year - 1), _("Difference"), _("Where to look"))
        self.sheet.head(titles)

    def _line(
        self,
        look: Look,
        title: str,
        amount: Formula | Money,
        before: Formula | Money,
        listing: AccountList | None,
    ) -> int:
        """Write this year, last year, their difference and the sheet that shows the lines."""
        row = self.sheet.row + 1
        change = Formula(f"B{row}-C{row}", _money(amount) - _money(before))
        link = Link(listing.name, listing.name) if listing else None
        values: list[Value] = [title, amount, before, change, link]
        return self.sheet.write(look, values)

    def _blank(self) -> None:
        self.sheet.write(Look.BODY, [])


def _money(value: Formula | Money) -> Money:
    found = value.result if isinstance(value, Formula) else value
    assert isinstance(found, Money)
    return found
