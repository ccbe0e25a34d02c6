"""Read and write the rules for bank lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.bank_rules import BankRule, NewBankRule, RuleAction
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    ActivityRow,
    BankAccountRow,
    BankRuleRow,
    ContactRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_activity = table_of(ActivityRow)
_bank = table_of(BankAccountRow)
_contact = table_of(ContactRow)
_rule = table_of(BankRuleRow)


class BankRuleStore:
    """The rules of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def rules(self) -> list[BankRule]:
        """Return all rules, the most used first."""
        query = _rules().order_by(_rule.c.uses.desc(), _rule.c.words, _rule.c.id)
        return [_to_domain(row) for row in self._connection.execute(query)]

    def get(self, rule_id: int) -> BankRule:
        """Return one rule.

        Raises:
            NotFoundError: ``rule.missing``.
        """
        row = self._connection.execute(_rules().where(_rule.c.id == rule_id)).one_or_none()
        if row is None:
            raise NotFoundError("rule.missing", id=rule_id)
        return _to_domain(row)

    def same(self, new: NewBankRule) -> int | None:
        """Return the rule of the same words, way and bank account, if there is one."""
        query = select(_rule.c.id).where(
            _rule.c.words == new.words,
            _rule.c.direction == _way(new),
            _rule.c.bank_account_id.is_not_distinct_from(new.bank_account_id),
        )
        found: int | None = self._connection.execute(query).scalar()
        return found

    def add(self, new: NewBankRule, account_id: int | None, uses: int = 0) -> int:
        """Keep a rule and return its id."""
        return self._recorder.insert(_rule, {**_values(new, account_id), "uses": uses})

    def change(self, rule_id: int, new: NewBankRule, account_id: int | None) -> bool:
        """Replace a rule; return whether anything differed."""
        return self._recorder.update(_rule, rule_id, _values(new, account_id))

    def used(self, rule_id: int, times: int = 1) -> None:
        """Count that a person agreed with a rule."""
        query = select(_rule.c.uses).where(_rule.c.id == rule_id)
        uses = self._connection.execute(query).scalar()
        if uses is not None:
            self._recorder.update(_rule, rule_id, {"uses": uses + times})

    def set_uses(self, rule_id: int, uses: int) -> None:
        """Say how often a person agreed with a rule."""
        self._recorder.update(_rule, rule_id, {"uses": uses})

    def remove(self, rule_id: int) -> None:
        """Remove a rule."""
        self._recorder.delete(_rule, rule_id)


def _rules() -> Select[Any]:
    return (
        select(
            _rule,
            _account.c.number,
            _account.c.label.label("account_label"),
            _contact.c.name.label("contact_name"),
            _activity.c.name.label("activity_name"),
            _bank.c.name.label("bank_account_name"),
        )
        .outerjoin(_account, _account.c.id == _rule.c.account_id)
        .outerjoin(_contact, _contact.c.id == _rule.c.contact_id)
        .outerjoin(_activity, _activity.c.id == _rule.c.activity_id)
        .outerjoin(_bank, _bank.c.id == _rule.c.bank_account_id)
    )


def _way(new: NewBankRule) -> str:
    return "" if new.direction is None else new.direction.value


def _values(new: NewBankRule, account_id: int | None) -> dict[str, Any]:
    return {
        "bank_account_id": new.bank_account_id,
        "words": new.words,
        "direction": _way(new),
        "least_cents": None if new.least is None else new.least.cents,
        "most_cents": None if new.most is None else new.most.cents,
        "action": new.action.value,
        "account_id": account_id,
        "contact_id": new.contact_id,
        "activity_id": new.activity_id,
        "label": new.label,
        "is_learnt": new.is_learnt,
        "is_on": new.is_on,
    }


def _to_domain(row: Row[Any]) -> BankRule:
    content = NewBankRule(
        words=row.words,
        action=RuleAction(row.action),
        account=row.number or "",
        direction=Direction(row.direction) if row.direction else None,
        bank_account_id=row.bank_account_id,
        least=None if row.least_cents is None else Money(row.least_cents),
        most=None if row.most_cents is None else Money(row.most_cents),
        contact_id=row.contact_id,
        activity_id=row.activity_id,
        label=row.label,
        is_learnt=row.is_learnt,
        is_on=row.is_on,
    )
    return BankRule(
        row.id,
        content,
        row.account_label or "",
        row.contact_name or "",
        row.activity_name or "",
        row.bank_account_name or "",
        row.uses,
    )
