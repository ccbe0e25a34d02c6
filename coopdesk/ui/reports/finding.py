"""Accounts and reports as answers of Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.ledgers import has_statements
from coopdesk.domain.text import fold
from coopdesk.ui.desk import Hit
from coopdesk.ui.reports.sheets import Report
from coopdesk.ui.reports.targets import (
    BALANCE,
    BUDGET,
    PAGE,
    account_target,
    report_target,
    unseen_target,
)
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk

_SHORTEST, _ACCOUNTS = 2, 4


def report_names() -> dict[Report, str]:
    """Return what the reports are called, in their order."""
    return {
        Report.RESULT: _("Income statement"),
        Report.BALANCE_SHEET: _("Balance sheet"),
        Report.VOLUNTEERING: _("Voluntary contributions"),
        Report.ACTIVITIES: _("Activities"),
        Report.TREASURY: _("Treasury"),
        Report.FUNDS: _("Dedicated funds"),
        Report.TIES: _("Gifts and fees"),
    }


def find_reports(desk: Desk, text: str) -> list[Hit]:
    """Return the reports whose name matches, then accounts; runs on the worker."""
    words = fold(text).split()
    if len(text.strip()) < _SHORTEST or not words:
        return []
    return [*_named(words), *_accounts(desk, text, words), *_to_check(desk, words)]


def _named(words: list[str]) -> list[Hit]:
    where = _("Report of the books")
    named: list[tuple[str, tuple[object, ...]]] = [
        (name, report_target(report.value)) for report, name in report_names().items()
    ]
    named.append((_("Balance by account"), (BALANCE,)))
    named.append((_("Actual against budget"), (BUDGET,)))
    hits = [Hit(name, where, "scales", PAGE, target) for name, target in named]
    closing = _("Closing of the fiscal year")
    hits.append(Hit(closing, _("Accounts"), "lock", PAGE, ("closing", None)))
    return [hit for hit in hits if all(word in fold(hit.text) for word in words)]


def _accounts(desk: Desk, text: str, words: list[str]) -> list[Hit]:
    found = desk.services.entries.complete_account(text, _ACCOUNTS)
    return [
        Hit(
            f"{one.number} · {one.label}",
            _("Lines of the account"),
            "list-bullets",
            PAGE,
            account_target(one.number),
            is_named=one.number.startswith(words[0]) or fold(one.label).startswith(words[0]),
        )
        for one in found
        if all(one.number.startswith(word) or word in fold(one.label) for word in words)
    ]


def _to_check(desk: Desk, words: list[str]) -> list[Hit]:
    """Return where lines are checked off: one answer for each bank, platform or cash box."""
    where = _("Bank reconciliation: lines not checked off")
    said = _("Check off with the statement: {name}")
    found = [
        (said.format(name=f"{each.account} {each.name}"), each.account)
        for each in desk.services.chart.journals()
        if each.is_open and has_statements(each.account or "")
    ]
    return [
        Hit(text, where, "check-square", PAGE, unseen_target(number))
        for text, number in found
        if all(word in fold(f"{said} {where}") or word in fold(text) for word in words)
    ]
