"""What is said of the lines of statements in lists, panels and on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import LineState
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Target
    from coopdesk.domain.money import Money

_TREASURY = "5"  # money that only moved: its own account says nothing
STATE_TONES = {
    LineState.OPEN: Tone.ATTENTION,
    LineState.PARTLY: Tone.ATTENTION,
    LineState.MATCHED: Tone.GOOD,
    LineState.ASIDE: Tone.NEUTRAL,
}


def signed_text(amount: Money) -> str:
    """Return an amount with its sign: what comes in has one too, never colour alone."""
    return f"+{money_text(amount)}" if amount > ZERO else money_text(amount)


def named(row: StatementRow) -> str:
    """Return what a line is called; some banks tell an amount and nothing else."""
    return row.label or row.counterparty or _("no label")


def line_said(row: StatementRow) -> str:
    """Return a line of a statement in one line, with what is left of it where a part went."""
    amount = signed_text(row.amount)
    if row.matched and row.remainder:
        text = _("{amount} left of {whole}")
        amount = text.format(amount=signed_text(row.remainder), whole=amount)
    return " · ".join((day_text(row.booked_on), named(row), amount))


def target_named(target: Target) -> str:
    """Return what a target is called and whose it is; a payment may have no label."""
    who = target.contact_name if target.contact_name not in target.label else ""
    return " — ".join(part for part in (target.label, who) if part)


def target_said(target: Target) -> str:
    """Return an entry or a payment in one line, without its amount."""
    return f"{day_text(target.day)} · {target_named(target)}"


def target_remark(target: Target) -> str:
    """Return what else there is to know of an entry or a payment."""
    from coopdesk.domain.bank_matching import TargetKind

    said = []
    if target.kind is TargetKind.PAYMENT:
        said.append(_("payment without an entry yet"))
    elif target.is_draft:
        said.append(_("draft entry"))
    elif target.number is not None:
        said.append(_("entry no. {number}").format(number=target.number))
    if target.account and not target.account.startswith(_TREASURY):
        said.append(f"{target.account} {target.account_label}".strip())
    if target.mode is not None:
        said.append(label(target.mode))
    if target.gross is not None and target.gross != target.amount:
        said.append(_("{amount} before the fee").format(amount=money_text(target.gross)))
    if target.through:
        said.append(_("waits on {account}").format(account=target.through))
    return " · ".join(said)
