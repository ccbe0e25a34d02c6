"""What the checks before a closing found, in words: one sentence each, with its cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.closing import ClosingCheck
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.audit_limits import AuditDue
    from coopdesk.domain.closing import CheckResult

_MOST_NAMED = 6

_TEXTS: dict[ClosingCheck, str] = {
    ClosingCheck.YEAR_OVER: N_("The fiscal year is not over yet: close it afterwards."),
    ClosingCheck.YEAR_BEFORE: N_("The fiscal year {year} is still open: close it first."),
    ClosingCheck.CHAIN: N_(
        "Entry no. {count} does not say any more what was validated. Check the database, "
        "then restore a backup from before."
    ),
    ClosingCheck.BALANCED: N_("Debits and credits differ by {amount}: check the database."),
    ClosingCheck.OPENING: N_(
        "The opening balances are not those that {year} closed with (accounts {accounts})."
    ),
    ClosingCheck.STATEMENTS: N_(
        "The balance sheet and the income statement differ by {amount}: an account stands "
        "on no line."
    ),
    ClosingCheck.TRANSFERS: N_(
        "A transfer between our own accounts has not arrived (accounts {accounts}, {amount}): "
        "enter its other side."
    ),
    ClosingCheck.VOLUNTEERING: N_(
        "Voluntary contributions differ: {amount} used (86), {expected} received (87)."
    ),
    ClosingCheck.SUSPENSE: N_(
        "Amounts wait on suspense accounts ({accounts}, {amount}): say what they are for."
    ),
    ClosingCheck.FUNDS: N_(
        "Dedicated funds grew by {amount} in accounts 191 to 196, and by {expected} in 689 "
        "less 789."
    ),
    ClosingCheck.FUND_TABLE: N_(
        "The table of dedicated funds holds {amount}, the accounts {expected} ({accounts}): "
        "an entry or a movement is missing."
    ),
    ClosingCheck.ALLOCATION: N_(
        "The result of an earlier year ({amount}) was never allocated: it still stands on 120 "
        "or 129."
    ),
    ClosingCheck.AUDIT: N_(
        "Accounts {accounts} took {amount}, more than {expected}: notes to the accounts, a "
        "statutory auditor and publication are due (c. com. L612-4)."
    ),
}


def check_text(found: CheckResult) -> str:
    """Return what a check found wrong and what to do; empty when it passed."""
    if found.is_passed:
        return ""
    template = _(_TEXTS[found.check]) if found.check in _TEXTS else _counted(found)
    if found.check is ClosingCheck.NEXT_OPENING and not found.count:
        template = _("{year} is closed already: reopen it first.")
    return template.format(
        count=number_text(found.count),
        amount=money_text(found.amount),
        expected=money_text(found.expected),
        accounts=_accounts(found.accounts),
        year=found.year,
    )


def audit_text(due: AuditDue) -> str:
    """Return what the law wants of accounts that took so much."""
    return _(_TEXTS[ClosingCheck.AUDIT]).format(
        accounts=_accounts(due.accounts),
        amount=money_text(due.received),
        expected=money_text(due.limit),
    )


def checks_text(found: Sequence[CheckResult]) -> str:
    """Return what several checks found, one sentence after the other."""
    return " ".join(filter(None, map(check_text, found)))


def _counted(found: CheckResult) -> str:
    count = found.count
    match found.check:
        case ClosingCheck.DRAFTS:
            return ngettext(
                "{count} draft is left: validate it or remove it.",
                "{count} drafts are left: validate them or remove them.",
                count,
            )
        case ClosingCheck.NEXT_OPENING:
            return ngettext(
                "{year} has an opening entry already: reverse it, or remove the draft, first.",
                "{year} has {count} opening entries already: reverse them, or remove the "
                "drafts, first.",
                count,
            )
        case ClosingCheck.UNRECONCILED:
            return ngettext(
                "{count} line at the bank was never checked off ({accounts}).",
                "{count} lines at the bank were never checked off ({accounts}).",
                count,
            )
        case ClosingCheck.VOUCHERS:
            return ngettext(
                "{count} entry rests on no voucher: attach it.",
                "{count} entries rest on no voucher: attach them.",
                count,
            )
        case ClosingCheck.NOT_BOOKED:
            return ngettext(
                "{count} payment of the year is not in the books.",
                "{count} payments of the year are not in the books.",
                count,
            )
        case _:
            return _of_inventory(found)


def _of_inventory(found: CheckResult) -> str:
    count = found.count
    match found.check:
        case ClosingCheck.REVERSALS:
            return ngettext(
                "{count} year-end entry of {year} was never reversed: “Turn round at the "
                "opening”, in the inventory of {year}.",
                "{count} year-end entries of {year} were never reversed: “Turn round at the "
                "opening”, in the inventory of {year}.",
                count,
            )
        case ClosingCheck.DEPRECIATION:
            return ngettext(
                "{count} fixed asset waits for its depreciation of the year: prepare it.",
                "{count} fixed assets wait for their depreciation of the year: prepare it.",
                count,
            )
        case ClosingCheck.GRANTS:
            return ngettext(
                "{count} grant waits for its year-end entry: prepare it.",
                "{count} grants wait for their year-end entries: prepare them.",
                count,
            )
        case ClosingCheck.FUND_REPORTS:
            return ngettext(
                "{count} dedicated fund waits for its year-end entry: prepare it.",
                "{count} dedicated funds wait for their year-end entries: prepare them.",
                count,
            )
        case _:
            return ngettext(
                "{count} note of volunteering or of a gift in kind is not in the books: "
                "prepare the entry.",
                "{count} notes of volunteering or of gifts in kind are not in the books: "
                "prepare the entry.",
                count,
            )


def _accounts(numbers: Sequence[str]) -> str:
    named = ", ".join(numbers[:_MOST_NAMED])
    return f"{named}…" if len(numbers) > _MOST_NAMED else named
