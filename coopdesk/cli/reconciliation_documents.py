"""How proposals, matches, rules and the state read in JSON answers, and as listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Answer, Column, Listing, facts, named
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.reconciliation import beginning_text, reason_text, reasons_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.cli.documents import Document
    from coopdesk.domain.bank_matching import AutoDone, MatchDone, Proposal
    from coopdesk.domain.bank_reconciliation import Beginning, ReconciliationState
    from coopdesk.domain.bank_rules import BankRule


def proposal_document(one: Proposal) -> Document:
    """Return a proposal with its reasons in words."""
    return {
        "line_id": one.line_id,
        "other_line_ids": list(one.others),
        "kind": one.kind,
        "score": one.score,
        "lead": one.lead,
        "is_sure": one.is_sure,
        "targets": [
            {
                "kind": target.kind,
                "id": target.id,
                "amount_cents": target.amount.cents,
                "date": target.day,
                "label": target.label,
                "contact": target.contact_name,
                "through": target.through,
            }
            for target in one.targets
        ],
        "account": getattr(one.creation, "account", None),
        "rule_id": one.rule_id,
        "reasons": [reason_text(reason) for reason in one.reasons],
    }


def proposal_listing(proposals: Sequence[Proposal]) -> Listing:
    """Return proposals as rows, each with its first targets."""
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Score"), at_right=True),
        Column(_("Kind")),
        Column(_("With")),
        Column(_("Why")),
    )
    rows = [
        (
            ", ".join(map(str, one.line_ids)),
            str(one.score),
            label(one.kind),
            _with(one),
            reasons_text(one),
        )
        for one in proposals
    ]
    return Listing(columns, rows, _("No proposal."))


def _with(one: Proposal) -> str:
    if not one.targets:
        return str(getattr(one.creation, "account", ""))
    first = one.targets[0]
    said = f"{day_text(first.day)} {first.contact_name or first.label}"
    more = len(one.targets) - 1
    return _("{first} and {count} more").format(first=said, count=more) if more else said


def done_document(done: MatchDone) -> Document:
    """Return what matching did."""
    return {
        "lines": list(done.line_ids),
        "amount_cents": done.amount.cents,
        "entries": list(done.entry_ids),
        "payments": list(done.payment_ids),
        "left_cents": done.left.cents,
    }


def done_text(done: MatchDone) -> str:
    """Return what matching did in one line."""
    text = named(_("Lines matched"), number_text(len(done.line_ids)))
    if done.left:
        text += " – " + named(_("left to match"), money_text(done.left))
    return text


def auto_document(found: AutoDone) -> Document:
    """Return what was matched, or would be."""
    return {
        "matched": found.matched,
        "amount_cents": found.amount.cents,
        "created": found.created,
        "left": found.left,
        "proposed": found.proposed,
        "proposals": [proposal_document(one) for one in found.proposals],
    }


def auto_text(found: AutoDone, *, dry_run: bool) -> str:
    """Return what was matched, or would be, in one line."""
    text = _("Lines matched: {count} ({amount}); entries made: {created}; left: {left}")
    if dry_run:
        text = _(
            "Lines that would be matched: {count} ({amount}); entries to make: {created}; "
            "left: {left}"
        )
    return text.format(
        count=number_text(found.matched),
        amount=money_text(found.amount),
        created=number_text(found.created),
        left=number_text(found.left),
    )


def rule_document(rule: BankRule) -> Document:
    """Return a rule."""
    content = rule.content
    return {
        "id": rule.id,
        "words": content.words,
        "action": content.action,
        "account": content.account,
        "direction": content.direction,
        "bank_account_id": content.bank_account_id,
        "least_cents": content.least.cents if content.least else None,
        "most_cents": content.most.cents if content.most else None,
        "contact_id": content.contact_id,
        "activity_id": content.activity_id,
        "label": content.label,
        "is_learnt": content.is_learnt,
        "is_on": content.is_on,
        "uses": rule.uses,
    }


def rule_listing(rules: Sequence[BankRule]) -> Listing:
    """Return rules as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Words of the label")),
        Column(_("Way"), rare=True),
        Column(_("What becomes of them")),
        Column(_("Who"), rare=True),
        Column(_("Uses"), at_right=True),
        Column(_("In use")),
    )
    rows = [
        (
            str(rule.id),
            rule.content.words,
            label(rule.content.direction) if rule.content.direction else "",
            _becomes(rule),
            rule.contact_name,
            number_text(rule.uses),
            _("yes") if rule.content.is_on else _("no"),
        )
        for rule in rules
    ]
    return Listing(columns, rows, _("No rule."))


def _becomes(rule: BankRule) -> str:
    if not rule.content.account:
        return label(rule.content.action)
    return f"{rule.content.account} {rule.account_label}".strip()


def state_answer(state: ReconciliationState, waiting: int, path: Path | None) -> Answer:
    """Return the state with both lists of what is apart."""
    bank, gap = state.bank_balance, state.difference
    in_books, at_bank = _("In the books, not at the bank"), _("At the bank, not in the books")
    told = facts(
        (_("Bank account"), f"{state.name} ({state.account})"),
        (_("On"), day_text(state.until)),
        (_("At the bank"), _("unknown") if bank is None else money_text(bank)),
        (in_books, money_text(state.entries_amount)),
        (at_bank, money_text(state.lines_amount)),
        (_("In the books"), money_text(state.book_balance)),
        (_("Unexplained difference"), "" if gap is None else money_text(gap)),
        (_("File"), str(path) if path else ""),
    )
    columns = (
        Column(_("Date"), at_right=True),
        Column(_("Label")),
        Column(_("Amount"), at_right=True),
    )
    parts: list[Listing | str] = [told]
    if state.beginning is not None and state.began_apart:
        parts += [
            beginning_text(state.beginning),
            f"coopdesk bank open-books {state.bank_account_id}",
        ]
    for title, some in ((in_books, state.entries), (at_bank, state.lines)):
        rows = [(day_text(x.day), x.label, money_text(x.amount)) for x in some]
        parts += [title, Listing(columns, rows)] if rows else []
    return Answer(_state_document(state, waiting, path), tuple(parts))


def _state_document(state: ReconciliationState, waiting: int, path: Path | None) -> Document:
    bank, gap = state.bank_balance, state.difference
    begun = state.beginning if state.began_apart else None
    return {
        "bank_account_id": state.bank_account_id,
        "until": state.until,
        "book_balance_cents": state.book_balance.cents,
        "bank_balance_cents": bank.cents if bank is not None else None,
        "entries_not_at_bank_cents": state.entries_amount.cents,
        "lines_not_in_books_cents": state.lines_amount.cents,
        "difference_cents": gap.cents if gap is not None else None,
        "is_tied": state.is_tied,
        "began_apart": None if begun is None else _beginning_document(begun),
        "to_reconcile": waiting,
        "entries": [
            {"id": x.entry_id, "date": x.day, "label": x.label, "amount_cents": x.amount.cents}
            for x in state.entries
        ],
        "lines": [
            {"id": x.line_id, "date": x.day, "label": x.label, "amount_cents": x.amount.cents}
            for x in state.lines
        ],
        "file": path,
    }


def _beginning_document(begun: Beginning) -> Document:
    return {
        "date": begun.day,
        "bank_cents": begun.bank.cents,
        "books_cents": begun.books.cents,
    }
