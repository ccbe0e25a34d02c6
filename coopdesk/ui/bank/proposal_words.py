"""What a proposal says on its card: what would happen, with what, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.bank_creations import (
    AccountCreation,
    TransferCreation,
)
from coopdesk.domain.bank_matching import MatchKind, ReasonCode, TargetKind
from coopdesk.ui.bank.words import named, signed_text, target_remark, target_said
from coopdesk.ui.columns import Tone
from coopdesk.wording.formats import day_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Proposal, Target

_SHOWN = 5
LIKELY = 70


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card shows; ``rows`` are its targets with their amounts."""

    title: str
    rows: tuple[tuple[str, str], ...]
    remark: str
    reasons: str
    score: str
    tone: Tone

    @property
    def text(self) -> str:
        """All of it, for a screen reader."""
        rows = (f"{said} {amount}" for said, amount in self.rows)
        parts = (self.title, *rows, self.remark, self.reasons, self.score)
        return ". ".join(part for part in parts if part)


def card_words(
    proposal: Proposal, labels: Mapping[str, str], lines: Mapping[int, StatementRow]
) -> CardWords:
    """Return what is said of a proposal.

    ``labels`` are those of accounts by number, ``lines`` those that it may take along.
    """
    from coopdesk.wording.reconciliation import reasons_text

    score, tone = score_said(proposal)
    return CardWords(
        title=title_of(proposal, labels),
        rows=(*_rows(proposal), *_others(proposal, lines)),
        remark=_remark(proposal),
        reasons=reasons_text(proposal),
        score=score,
        tone=tone,
    )


def score_said(proposal: Proposal) -> tuple[str, Tone]:
    """Return how sure a proposal is, in a word with its score."""
    if proposal.is_sure:
        word, tone = _("Sure, {score} %"), Tone.GOOD
    elif proposal.score >= LIKELY:
        word, tone = _("Likely, {score} %"), Tone.INFO
    else:
        word, tone = _("Possible, {score} %"), Tone.NEUTRAL
    return word.format(score=proposal.score), tone


def title_of(proposal: Proposal, labels: Mapping[str, str]) -> str:
    """Return what would happen, in a few words."""
    creation = proposal.creation
    if proposal.kind is MatchKind.SET_ASIDE:
        return _("Put it aside")
    if isinstance(creation, AccountCreation):
        account = f"{creation.account} {labels.get(creation.account, '')}".strip()
        return _("New entry on {account}").format(account=account)
    if isinstance(creation, TransferCreation):
        account = f"{creation.account} {labels.get(creation.account, '')}".strip()
        return _("Transfer with {account}").format(account=account)
    if proposal.kind is MatchKind.SPLIT and proposal.targets:
        count = len(proposal.line_ids)
        text = ngettext(
            "{count} line for: {target}", "{count} lines together for: {target}", count
        )
        said = target_said(proposal.targets[0])
        return text.format(count=number_text(count), target=said)
    return _targets_said(proposal)


def _targets_said(proposal: Proposal) -> str:
    if len(proposal.targets) == 1:
        return target_said(proposal.targets[0])
    return _counted_targets(proposal)


def _counted_targets(proposal: Proposal) -> str:
    targets, count = proposal.targets, len(proposal.targets)
    if all(target.kind is TargetKind.PAYMENT for target in targets):
        text = ngettext("{count} payment, {amount}", "{count} payments, {amount}", count)
    else:
        text = ngettext("{count} entry, {amount}", "{count} entries, {amount}", count)
    return text.format(count=number_text(count), amount=signed_text(proposal.amount))


def _rows(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    targets = proposal.targets
    if len(targets) < 2:
        return ()
    rows = [_row(target) for target in targets[:_SHOWN]]
    rest = len(targets) - _SHOWN
    if rest > 0:
        text = ngettext("and {count} other", "and {count} others", rest)
        rows.append((text.format(count=number_text(rest)), ""))
    return tuple(rows)


def _others(proposal: Proposal, lines: Mapping[int, StatementRow]) -> Iterator[tuple[str, str]]:
    """Yield the lines that are settled along with this one."""
    for line_id in proposal.others[:_SHOWN]:
        row = lines.get(line_id)
        if row is not None:
            text = _("with the line of {day}: {label} ({account})")
            said = text.format(
                day=day_text(row.booked_on), label=named(row), account=row.account_name
            )
            yield said, signed_text(row.remainder)


def _row(target: Target) -> tuple[str, str]:
    return target_said(target), signed_text(target.amount)


def _remark(proposal: Proposal) -> str:
    creation = proposal.creation
    if isinstance(creation, AccountCreation):
        return creation.label
    if len(proposal.targets) != 1:
        return ""
    target = proposal.targets[0]
    # The line's own amount stands above already.
    is_same = any(reason.code is ReasonCode.SAME_AMOUNT for reason in proposal.reasons)
    amount = "" if is_same else signed_text(target.amount)
    return " · ".join(filter(None, (target_remark(target), amount)))
