"""The columns of a grand livre."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.ui.columns import Column
from coopdesk.ui.reports.figure_sheet import Sided, figure_text
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.ledgers import LedgerLine
    from coopdesk.domain.money import Money


class ShownLine(NamedTuple):
    """A line under the id that the list knows it by."""

    id: int
    line: LedgerLine


def ledger_columns(
    *, by_account: bool = False, with_statements: bool = False
) -> tuple[Column, ...]:
    """Return the columns of a grand livre; ``by_account`` when several are in it.

    ``with_statements`` says on which day a statement showed each line.
    """
    account = Column("account", _("Account"), _account, width=8)
    seen = Column(
        "reconciled",
        _("Checked off"),
        _reconciled,
        width=10,
        hint=_("The day on which a statement, or the cash box, showed this line"),
    )
    return (
        *((account,) if by_account else ()),
        Column("date", _("Date"), _date, width=10),
        Column("journal", _("Journal"), _journal, width=6, gives_way=3),
        Column("number", _("No."), _number, align_right=True, width=8, gives_way=5),
        Column("voucher", _("Voucher"), _voucher, width=8, gives_way=6),
        Column("label", _("Label"), _label, width=17 if with_statements else 20, stretch=True),
        Column("contact", _("Third party"), _contact, width=17, gives_way=4),
        Column("activity", _("Activity"), _activity, width=14, hidden=True),
        Column("debit", _("Debit"), _debit, align_right=True, width=10),
        Column("credit", _("Credit"), _credit, align_right=True, width=10),
        Column(
            "balance",
            _("Balance"),
            _balance,
            align_right=True,
            width=12,
            hint=_("The balance after this line: D for debit, C for credit"),
        ),
        *((seen,) if with_statements else ()),
        Column(
            "matching",
            _("Match"),
            _matching,
            width=5,
            gives_way=7,
            hint=_("Lines with the same letters settle each other: an invoice, its payment"),
        ),
    )


def _account(shown: ShownLine) -> str:
    return shown.line.account


def _date(shown: ShownLine) -> str:
    return day_text(shown.line.entry_on)


def _journal(shown: ShownLine) -> str:
    return shown.line.journal


def _number(shown: ShownLine) -> str:
    number = shown.line.number
    return _("draft") if number is None else number_text(number)


def _voucher(shown: ShownLine) -> str:
    return shown.line.voucher_ref


def _label(shown: ShownLine) -> str:
    return shown.line.label


def _contact(shown: ShownLine) -> str:
    return shown.line.contact_name


def _activity(shown: ShownLine) -> str:
    return shown.line.activity_name


def _debit(shown: ShownLine) -> str:
    return _amount(shown.line.debit)


def _credit(shown: ShownLine) -> str:
    return _amount(shown.line.credit)


def _amount(amount: Money) -> str:
    return figure_text(amount) if amount else ""


def _balance(shown: ShownLine) -> str:
    return Sided(shown.line.balance).text


def _matching(shown: ShownLine) -> str:
    return shown.line.matching


def _reconciled(shown: ShownLine) -> str:
    day = shown.line.reconciled_on
    return "" if day is None else day_text(day)
