"""Why a bank line is proposed to be something, and where bank and books began, in words."""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching import ReasonCode
from coopdesk.domain.money import Money
from coopdesk.wording.formats import day_long, day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.bank_matching import Proposal, Reason
    from coopdesk.domain.bank_reconciliation import Beginning

# The codes whose sentence counts something stand apart, in ``_COUNTED``.
_TEXTS = {
    ReasonCode.SAME_AMOUNT: N_("Same amount: {amount}"),
    ReasonCode.PART_OF: N_("A part of {amount}"),
    ReasonCode.SAME_DAY: N_("Same day"),
    ReasonCode.NAME: N_("The label names {name}"),
    ReasonCode.REFERENCE: N_("Same reference: {reference}"),
    ReasonCode.CHEQUE: N_("Same cheque: no. {number}"),
    ReasonCode.WORDS: N_("Words in common: {words}"),
    ReasonCode.MODE: N_("Paid in that way: {mode}"),
    ReasonCode.OTHER_MODE: N_("But paid in another way: {mode}"),
    ReasonCode.ONLY_ONE: N_("Nothing else of this amount in these days"),
    ReasonCode.ALIKE: N_("But others of the same amount wait too: the oldest are taken"),
    ReasonCode.SAME_LOT: N_("One payout: {lot}"),
    ReasonCode.SAME_DAYS: N_("All that came from {first} to {last}"),
    ReasonCode.ALL_WAITING: N_("All that waited on account {account}"),
    ReasonCode.OTHER_ACCOUNT: N_("The contrary on the account {name}"),
    ReasonCode.OWN_NAME: N_("The label names our account {name}"),
    ReasonCode.RULE: N_("Rule: “{words}”"),
    ReasonCode.USUAL: N_("Usual sense of the word “{words}”"),
    ReasonCode.NATURE: N_("Kind of operation: {nature}"),
    ReasonCode.CANCELS: N_("Two lines that cancel each other: {words}"),
}


def reason_text(reason: Reason) -> str:
    """Return why something is proposed, a few words."""
    values = {name: _shown(value) for name, value in reason.values.items()}
    if reason.code in _TEXTS:
        return _(_TEXTS[reason.code]).format(**values)
    count = int(str(reason.values.get("count", reason.values.get("days", 0))))
    return _counted(reason.code, count).format(**{**values, "count": number_text(abs(count))})


def _counted(code: ReasonCode, count: int) -> str:
    if code is ReasonCode.DAYS_APART:
        if count < 0:
            return ngettext("{count} day before", "{count} days before", -count)
        return ngettext("{count} day later", "{count} days later", count)
    if code is ReasonCode.SUM:
        return ngettext("{count} makes {amount}", "{count} together make {amount}", count)
    if code is ReasonCode.PARTS:
        return ngettext(
            "{count} line makes {amount}", "{count} lines together make {amount}", count
        )
    if code is ReasonCode.AMONG:
        return ngettext(
            "But {count} other has this amount",
            "But {count} others have this amount",
            count,
        )
    return ngettext(
        "Done so {count} time before: {words}", "Done so {count} times before: {words}", count
    )


def reasons_text(proposal: Proposal) -> str:
    """Return all reasons of a proposal in one line."""
    return " · ".join(map(reason_text, proposal.reasons))


def _shown(value: object) -> str:
    if isinstance(value, Money):
        return money_text(value)
    if isinstance(value, dt.date):
        return day_text(value)
    if isinstance(value, enum.Enum):
        return label(value)
    return str(value)


def beginning_text(begun: Beginning) -> str:
    """Say with what bank and books began apart, and what a draft does about it."""
    text = _(
        "The bank began with {bank} after {day}, the books with {books}: what is apart is "
        "the opening balance. A draft gives it to the accounts: this account against 110, "
        "or 119 when the bank was overdrawn."
    )
    values = {"bank": money_text(begun.bank), "books": money_text(begun.books)}
    return text.format(day=day_long(begun.day), **values)
