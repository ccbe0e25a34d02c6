"""Choose by hand what a bank line is: search what is recorded, the nearest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.bank_creations import AccountCreation, TransferCreation
from coopdesk.domain.bank_matching import OpenLine
from coopdesk.domain.bank_matching_scores import days_between, evidence
from coopdesk.domain.bank_matching_words import name_share, telling_words
from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_forms import SimpleEntry
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, parse_amount
from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_creations import Creation
    from coopdesk.domain.bank_matching import Target
    from coopdesk.domain.contacts import Contact
    from coopdesk.storage.unit_of_work import Work

_EXACT, _LESS = 60, 20
_NAMESAKES = 100  # people that one word of a label may mean


def chosen_by_hand(line: OpenLine, targets: Sequence[Target], text: str) -> list[Target]:
    """Return targets that words or an amount name, those that fit the line best first.

    Without words, those that go the other way are left out.
    """
    words = fold(text).split()
    if words:
        found = [target for target in targets if _holds(target, text, words)]
    else:
        found = [x for x in targets if x.amount.cents * line.amount.cents > 0]
    return sorted(found, key=lambda target: (-_nearness(line, target), target.day, target.id))


def _holds(target: Target, text: str, words: Sequence[str]) -> bool:
    said = fold(
        " ".join(
            (
                target.label,
                target.contact_name,
                target.account,
                target.account_label,
                str(target.number or ""),
                *target.references,
            )
        )
    )
    return all(word in said for word in words) or _is_amount(target, text)


def _is_amount(target: Target, text: str) -> bool:
    try:
        cents = abs(parse_amount(text).cents)
    except RuleError:
        return False
    return cents in {abs(target.amount.cents), abs((target.gross or target.amount).cents)}


def _nearness(line: OpenLine, target: Target) -> int:
    points = evidence(line, target).points - abs(days_between(line, target.day)) // 2
    if target.amount == line.amount:
        return points + _EXACT
    return points + (_LESS if abs(target.amount.cents) < abs(line.amount.cents) else 0)


def line_of(work: Work, line_id: int) -> OpenLine:
    """Return a line, with nothing left of it where it is matched or set aside."""
    found = work.match_targets.open_lines(line_ids=[line_id])
    if found:
        return found[0]
    row = work.statement_lines.get(line_id).row
    return OpenLine(
        row.id,
        row.bank_account_id,
        row.booked_on,
        row.remainder,
        row.label,
        row.value_on,
        row.nature,
        row.counterparty,
        row.payment_ref,
        row.cheque,
        row.contact_id,
        row.contact_name,
    )


def named_in(work: Work, said: str) -> Contact | None:
    """Return the contact whose whole name a text holds, None when several or none are."""
    ids = {
        key for word in telling_words(said) for key in work.contacts.suggest(word, _NAMESAKES)
    }
    people = work.contacts.get_many(sorted(ids))
    found = [one for one in people if name_share(one.display_name, said) == 1]
    return found[0] if len(found) == 1 else None


def started_entry(line: OpenLine, creation: Creation | None, treasury: str) -> SimpleEntry:
    """Return the form of an entry as a line and what it may become fill it."""
    is_in = line.amount.cents > 0
    simple = SimpleEntry(
        EntryForm.INCOME if is_in else EntryForm.EXPENSE,
        line.booked_on,
        Money(abs(line.amount.cents)),
        clean_line(line.label)[:LABEL_LIMIT],
        treasury,
        contact_id=line.contact_id,
    )
    if isinstance(creation, AccountCreation):
        return replace(
            simple,
            account=creation.account,
            label=creation.label or simple.label,
            contact_id=creation.contact_id,
            activity_id=creation.activity_id,
        )
    if isinstance(creation, TransferCreation):
        other = creation.account
        ends = (other, treasury) if is_in else (treasury, other)
        return replace(simple, form=EntryForm.TRANSFER, treasury=ends[0], target=ends[1])
    return simple
