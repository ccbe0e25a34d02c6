"""Keep rules for bank lines: check them, learn them, show what they would touch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.bank_creations import AccountCreation, EntryCreation
from coopdesk.domain.bank_matching_rules import applies
from coopdesk.domain.bank_matching_words import rule_words, telling_words, words_of
from coopdesk.domain.bank_rules import BankRule, NewBankRule, RuleAction
from coopdesk.domain.chart_rules import checked_number, require_postable
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import Direction
from coopdesk.domain.text import checked_line
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from coopdesk.domain.bank_creations import Creation
    from coopdesk.domain.bank_matching import OpenLine
    from coopdesk.storage.unit_of_work import Units, Work

_WORDS_LIMIT = 120
_LEAST_WORDS = 2  # common words alone say something only together: « cotisation carte »


class BankRuleKeeping:
    """The rules for bank lines, as use cases."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def rules(self) -> list[BankRule]:
        """Return all rules, the most used first."""
        with self._units.read() as work:
            return work.bank_rules.rules()

    def add_rule(self, new: NewBankRule) -> Outcome[BankRule]:
        """Keep a rule; one of the same words, way and bank account takes its place.

        Raises:
            RuleError: ``rule.words_missing``, ``rule.words_too_common``,
            ``rule.account_missing``, ``rule.limits``, and what the chart refuses.
        """
        with self._units.write("rule.added", words=new.words) as work:
            found = work.bank_rules.get(keep_rule(work, new))
            work.commit()
        return changed(found, Subject.BANK, Subject.CHART)

    def change_rule(self, rule_id: int, new: NewBankRule) -> Outcome[BankRule]:
        """Replace a rule.

        Raises:
            RuleError: as ``add_rule``, ``rule.known``. NotFoundError: ``rule.missing``.
        """
        with self._units.write("rule.changed", words=new.words) as work:
            change_rule(work, rule_id, new)
            found = work.bank_rules.get(rule_id)
            work.commit()
        return changed(found, Subject.BANK, Subject.CHART)

    def remove_rule(self, rule_id: int) -> Outcome[None]:
        """Remove a rule; entries made by it stay.

        Raises:
            NotFoundError: ``rule.missing``.
        """
        with self._units.write("rule.removed") as work:
            work.recorder.relabel(words=work.bank_rules.get(rule_id).content.words)
            work.bank_rules.remove(rule_id)
            work.commit()
        return changed(None, Subject.BANK)

    def lines_of_rule(self, new: NewBankRule, limit: int = 200) -> list[int]:
        """Return the open lines that a rule is meant for, the latest first."""
        rule = BankRule(0, new)
        with self._units.read() as work:
            lines = work.match_targets.open_lines(new.bank_account_id)
        return [line.id for line in reversed(lines) if applies(rule, line)][:limit]


def keep_rule(work: Work, new: NewBankRule, uses: int = 0) -> int:
    """Keep a rule; one of the same words, way and bank account takes the new content.

    Raises:
        RuleError: ``rule.words_missing``, ``rule.words_too_common``,
        ``rule.account_missing``, ``rule.limits``, and what the chart refuses.
        NotFoundError: a bank account, a contact or an activity is gone.
    """
    checked, account_id = _checked(work, new)
    known = work.bank_rules.same(checked)
    if known is None:
        return work.bank_rules.add(checked, account_id, uses)
    before = work.bank_rules.get(known)
    is_same = before.content.account == checked.account
    work.bank_rules.change(known, checked, account_id)
    work.bank_rules.set_uses(known, before.uses + uses if is_same else uses)
    return known


def change_rule(work: Work, rule_id: int, new: NewBankRule) -> None:
    """Replace a rule; from then on it is a person's.

    Raises:
        RuleError: as ``keep_rule``; ``rule.known`` when another one has these words.
        NotFoundError: ``rule.missing``.
    """
    work.bank_rules.get(rule_id)
    checked, account_id = _checked(work, new)
    if work.bank_rules.same(checked) not in {None, rule_id}:
        raise RuleError("rule.known", field="words", words=checked.words)
    work.bank_rules.change(rule_id, checked, account_id)


def _checked(work: Work, new: NewBankRule) -> tuple[NewBankRule, int | None]:
    """Return a rule as it is kept, with the id of its account."""
    words = " ".join(words_of(checked_line(new.words, "words", _WORDS_LIMIT)))
    if not words:
        raise RuleError("rule.words_missing", field="words")
    letters = [word for word in words.split() if word.isalpha()]
    if not telling_words(words) and len(letters) < _LEAST_WORDS:
        raise RuleError("rule.words_too_common", field="words", words=words)
    _check_limits(new)
    if new.bank_account_id is not None:
        work.bank.get(new.bank_account_id)
    if new.activity_id is not None:
        work.activities.get(new.activity_id)
    checked = replace(
        new,
        words=words,
        label=checked_line(new.label, "label", LABEL_LIMIT),
        contact_id=who_pays(work, new.contact_id),
    )
    if new.action is RuleAction.SET_ASIDE:
        return replace(checked, account="", contact_id=None, activity_id=None), None
    if not new.account:
        raise RuleError("rule.account_missing", field="account")
    account = work.chart.take(checked_number(new.account))
    require_postable(account)
    return replace(checked, account=account.number), account.id


def _check_limits(new: NewBankRule) -> None:
    limits = [each for each in (new.least, new.most) if each is not None]
    if any(each <= ZERO for each in limits) or (len(limits) > 1 and limits[0] > limits[1]):
        raise RuleError("rule.limits", field="most")


def taught_rule(line: OpenLine, creation: Creation, treasury: str) -> NewBankRule | None:
    """Return the rule that making an entry of a line would teach; None where none would.

    ``treasury`` is the account of the bank: the entry must have one other line alone.
    """
    words = rule_words(line.label) or rule_words(line.counterparty)
    made = _simple(creation, treasury)
    if not words or made is None:
        return None
    return NewBankRule(
        words,
        RuleAction.ENTRY,
        made.account,
        Direction.IN if line.amount.cents > 0 else Direction.OUT,
        contact_id=made.contact_id,
        activity_id=made.activity_id,
        is_learnt=True,
    )


def _simple(creation: Creation, treasury: str) -> AccountCreation | None:
    if isinstance(creation, AccountCreation):
        return creation
    if not isinstance(creation, EntryCreation):
        return None
    others = [line for line in creation.entry.lines if line.account != treasury]
    if len(others) != 1:
        return None
    (only,) = others
    return AccountCreation(
        only.account, contact_id=only.contact_id, activity_id=only.activity_id
    )
