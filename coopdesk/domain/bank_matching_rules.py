"""Bank lines that nothing recorded explains: rules, habits, transfers, what cancels itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_creations import AccountCreation, TransferCreation
from coopdesk.domain.bank_matching import MatchKind, OpenLine, Proposal, Reason, ReasonCode
from coopdesk.domain.bank_matching_scores import within
from coopdesk.domain.bank_matching_words import (
    holds_words,
    name_share,
    rule_words,
    shared_words,
    telling_words,
    words_of,
)
from coopdesk.domain.bank_rules import RuleAction
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.payments import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.bank_rules import BankRule

_TYPED, _LEARNT, _PER_USE, _MOST_USES = 92, 78, 5, 4
_HABIT, _PER_TIME, _MOST_TIMES, _MOST_HABIT = 56, 7, 4, 84
_USUAL, _FEE = 55, 66
_TRANSFER, _ONE_SIDED, _CASH = 62, 52, 72
_NEAR = ((1, 18), (3, 13), (6, 6))
_OWN_NAME, _TRANSFER_WORD, _ALONE = 14, 6, 8
_CANCELS, _CANCEL_WORD, _CANCEL_DAYS = 64, 14, 12
_CANCEL_WORDS = frozenset(
    {"annul", "annulation", "rejet", "extourne", "impaye", "regul", "regularisation"}
)


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """A bank account of ours; ``account`` is its number in the books."""

    bank_account_id: int
    name: str
    account: str
    iban: str = ""


class Habit(NamedTuple):
    """What a matched line with this label became: the account against the bank's."""

    label: str
    is_in: bool
    account: str
    contact_id: int | None = None
    activity_id: int | None = None


class UsualWord(NamedTuple):
    """A word of bank labels, and the account that it usually means."""

    word: str
    account: str
    is_in: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside targets: rules, habits, usual words, our accounts.

    ``cash`` and ``fees`` are the numbers of the accounts of the cash box and of bank fees.
    """

    own: OwnAccount
    rules: Sequence[BankRule] = ()
    habits: Sequence[Habit] = ()
    usual: Sequence[UsualWord] = ()
    accounts: Sequence[OwnAccount] = ()
    cash: str = ""
    fees: str = ""


class RuleBook:
    """Answers what lines become by rules, habits and usual words."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._habits: dict[tuple[str, bool], Counter[Habit]] = defaultdict(Counter)
        for habit in known.habits:
            words = rule_words(habit.label)
            if words:
                self._habits[words, habit.is_in][habit._replace(label="")] += 1
        self._usual = {(x.word, x.is_in): x.account for x in known.usual}
        by_words = sorted(known.rules, key=lambda rule: -len(rule.content.words.split()))
        self._rules = [rule for rule in by_words if rule.content.is_on]

    def proposals(self, line: OpenLine) -> list[Proposal]:
        """Return what a line becomes when nothing recorded explains it, the surest first."""
        found = [*self._by_rules(line), *self._by_habit(line), *self._by_nature(line)]
        by_account: dict[str, Proposal] = {}
        for one in sorted(found, key=lambda one: -one.score):
            by_account.setdefault(_account_of(one), one)
        return list(by_account.values())[:3]

    def _by_rules(self, line: OpenLine) -> list[Proposal]:
        return [
            self._of_rule(line, rule)
            for rule in self._rules
            if applies(rule, line)
            and not (line.is_rest and rule.content.action is RuleAction.SET_ASIDE)
        ]

    def _of_rule(self, line: OpenLine, rule: BankRule) -> Proposal:
        content = rule.content
        score = _TYPED
        if content.is_learnt:
            score = _LEARNT + _PER_USE * min(rule.uses, _MOST_USES)
        reason = Reason(ReasonCode.RULE, {"words": content.words})
        if content.action is RuleAction.SET_ASIDE:
            return Proposal(
                line.id, MatchKind.SET_ASIDE, within(score), (reason,), rule_id=rule.id
            )
        made = AccountCreation(
            content.account,
            content.label,
            content.contact_id if content.contact_id is not None else line.contact_id,
            content.activity_id,
        )
        return Proposal(
            line.id, MatchKind.RULE, within(score), (reason,), creation=made, rule_id=rule.id
        )

    def _by_habit(self, line: OpenLine) -> list[Proposal]:
        words = rule_words(line.label)
        known = self._habits.get((words, line.amount.cents > 0))
        if not words or not known:
            return []
        (habit, times), *others = known.most_common(2)
        if others and others[0][1] * 3 > times:
            return []  # they become different things
        score = min(_HABIT + _PER_TIME * min(times, _MOST_TIMES), _MOST_HABIT)
        reason = Reason(ReasonCode.HABIT, {"words": words, "count": times})
        made = AccountCreation(
            habit.account, "", habit.contact_id or line.contact_id, habit.activity_id
        )
        return [Proposal(line.id, MatchKind.RULE, score, (reason,), creation=made)]

    def _by_nature(self, line: OpenLine) -> list[Proposal]:
        is_in = line.amount.cents > 0
        if line.nature is LineNature.FEE and not is_in and self._known.fees:
            reason = Reason(ReasonCode.NATURE, {"nature": line.nature})
            made = AccountCreation(self._known.fees)
            return [Proposal(line.id, MatchKind.RULE, _FEE, (reason,), creation=made)]
        for word in words_of(f"{line.label} {line.counterparty}"):
            account = self._usual.get((word, is_in))
            if account:
                reason = Reason(ReasonCode.USUAL, {"words": word})
                made = AccountCreation(account, contact_id=line.contact_id)
                return [Proposal(line.id, MatchKind.RULE, _USUAL, (reason,), creation=made)]
        return []


def _account_of(one: Proposal) -> str:
    return one.creation.account if isinstance(one.creation, AccountCreation) else ""


def applies(rule: BankRule, line: OpenLine) -> bool:
    """Tell whether a rule is meant for a line: its words, way, account and limits."""
    content = rule.content
    cents = abs(line.amount.cents)
    way = Direction.IN if line.amount.cents > 0 else Direction.OUT
    return (
        content.direction in {None, way}
        and content.bank_account_id in {None, line.bank_account_id}
        and (content.least is None or cents >= content.least.cents)
        and (content.most is None or cents <= content.most.cents)
        and holds_words(f"{line.counterparty} {line.label}", content.words)
    )


def transfer_proposals(
    line: OpenLine, others: Sequence[OpenLine], known: Known
) -> list[Proposal]:
    """Return transfers between our accounts: the other bank shows the contrary, or the label.

    ``others`` are open lines of other accounts with the contrary amount.
    """
    found = []
    accounts = {own.bank_account_id: own for own in known.accounts}
    near = [x for x in others if abs((x.booked_on - line.booked_on).days) <= _NEAR[-1][0]]
    for other in near:
        own = accounts.get(other.bank_account_id)
        if own is not None:
            found.append(_transfer(line, other, own, is_alone=len(near) == 1))
    return found or _one_sided(line, known)


def _transfer(line: OpenLine, other: OpenLine, own: OwnAccount, *, is_alone: bool) -> Proposal:
    days = abs((other.booked_on - line.booked_on).days)
    points = _TRANSFER + next(points for most, points in _NEAR if days <= most)
    reasons = [Reason(ReasonCode.OTHER_ACCOUNT, {"name": own.name})]
    if _names(line, own):
        points += _OWN_NAME
        reasons.append(Reason(ReasonCode.OWN_NAME, {"name": own.name}))
    if LineNature.TRANSFER in {line.nature, other.nature}:
        points += _TRANSFER_WORD
    points += _ALONE if is_alone else 0
    made = TransferCreation(own.account, other_line_id=other.id)
    return Proposal(
        line.id,
        MatchKind.TRANSFER,
        within(points),
        tuple(reasons),
        others=(other.id,),
        creation=made,
    )


def _one_sided(line: OpenLine, known: Known) -> list[Proposal]:
    for own in known.accounts:
        if _names(line, own):
            reason = Reason(ReasonCode.OWN_NAME, {"name": own.name})
            made = TransferCreation(own.account)
            kind = MatchKind.TRANSFER
            return [Proposal(line.id, kind, _ONE_SIDED, (reason,), creation=made)]
    if line.nature is LineNature.CASH and known.cash:
        reason = Reason(ReasonCode.NATURE, {"nature": line.nature})
        made = TransferCreation(known.cash)
        return [Proposal(line.id, MatchKind.TRANSFER, _CASH, (reason,), creation=made)]
    return []


def _names(line: OpenLine, own: OwnAccount) -> bool:
    said = f"{line.counterparty} {line.label}"
    iban = own.iban.replace(" ", "")
    if iban and iban[-11:] in said.replace(" ", ""):
        return True
    return bool(telling_words(own.name)) and name_share(own.name, said) == 1.0


def cancel_proposals(lines: Iterable[OpenLine]) -> list[Proposal]:
    """Return lines that undo each other, as rejected debits do: neither is in the books."""
    by_amount: dict[int, list[OpenLine]] = defaultdict(list)
    for line in lines:
        if not line.is_rest:
            by_amount[line.amount.cents].append(line)
    found = []
    for cents, some in by_amount.items():
        if cents < 0:
            for line in some:
                found += [
                    each
                    for other in by_amount.get(-cents, ())
                    for each in _cancelling(line, other)
                ]
    return found


def _cancelling(line: OpenLine, other: OpenLine) -> list[Proposal]:
    if abs((other.booked_on - line.booked_on).days) > _CANCEL_DAYS:
        return []
    same = shared_words(line.label, other.label)
    says_so = not _CANCEL_WORDS.isdisjoint(words_of(f"{line.label} {other.label}"))
    if not same:
        return []
    score = _CANCELS + (_CANCEL_WORD if says_so else 0)
    reason = Reason(ReasonCode.CANCELS, {"words": " ".join(same)})
    return [
        Proposal(one.id, MatchKind.SET_ASIDE, score, (reason,), others=(two.id,))
        for one, two in ((line, other), (other, line))
    ]
