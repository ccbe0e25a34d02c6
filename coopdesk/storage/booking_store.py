"""Read what becomes entries by itself, and keep the accounts that a person chose for it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, or_, select

from coopdesk.domain.booking import (
    BookedExpense,
    BookedPart,
    BookingKey,
    GiftToBook,
    Giver,
    PaymentToBook,
)
from coopdesk.domain.booking_plan import LivingEntry, SourcePrint
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.donations import DonationNature, Ineligibility, ReturnReason
from coopdesk.domain.entries import EntryForm, EntryKind, EntryState
from coopdesk.domain.expenses import ExpenseKind
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentSource
from coopdesk.storage.batches import in_batches
from coopdesk.storage.booking_rules import shipped_rules
from coopdesk.storage.booking_sources import (
    donation,
    gift_prints,
    gift_rows,
    payment,
    payment_lines,
    payment_prints,
    sheet,
)
from coopdesk.storage.columns import read_lists, table_of
from coopdesk.storage.tables import (
    AccountRow,
    ActivityRow,
    BookingRuleRow,
    EntryRow,
    ExpenseLineRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_activity = table_of(ActivityRow)
_entry = table_of(EntryRow)
_expense = table_of(ExpenseLineRow)
_reversing = _entry.alias("reversing")
_rule = table_of(BookingRuleRow)


class BookingStore:
    """What automatic entries are made of, in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def prints(self, ids: range | None = None) -> dict[int, SourcePrint]:
        """Return what every payment and gift without money that counts says, by its key.

        ``ids`` are those of the payments and of the gifts that are asked for.
        """
        paid, given = payment_prints(), gift_prints()
        if ids is not None:
            paid, given = (
                paid.where(_in(payment.c.id, ids)),
                given.where(_in(donation.c.id, ids)),
            )
        found: dict[int, SourcePrint] = {}
        last = 0
        for key, day, cents, head, line, words in self._listed(paid):
            if key == last:
                known = found[key]
                lasting, passing = f"{known.lasting}/{line}", f"{known.passing}/{words}"
            else:
                lasting, passing = f"{day}|{head}/{line}", words
            found[key] = SourcePrint(day, cents, lasting, passing)
            last = key
        for key, day, cents, lasting, words in self._listed(given):
            found[-key] = SourcePrint(day, cents, f"{day}|{lasting}", words)
        return found

    def highest_source(self) -> int:
        """Return the highest id of a payment or a gift that exists or that an entry names."""
        columns = (payment.c.id, donation.c.id, _entry.c.payment_id, _entry.c.donation_id)
        found = (
            self._connection.execute(select(func.max(column))).scalar() for column in columns
        )
        return max(one or 0 for one in found)

    def living(self, ids: range | None = None) -> list[LivingEntry]:
        """Return the entries made of payments and gifts, but for those the run reversed.

        One typed as a sheet of expenses stands for the payment or the gift that settled it.
        ``ids`` are those of the payments and of the gifts that are asked for.
        """
        paid = func.coalesce(_entry.c.payment_id, sheet.c.payment_id)
        given = func.coalesce(_entry.c.donation_id, donation.c.id)
        is_automatic = _entry.c.form == EntryForm.AUTOMATIC.value
        columns = (
            _entry.c.id,
            func.coalesce(paid, -given),
            _entry.c.source_digest,
            case((_entry.c.state == EntryState.VALIDATED.value, 1), else_=0),
            case((is_automatic, 1), else_=0),
            _entry.c.fiscal_year_id,
            case((_reversing.c.id.is_not(None), 1), else_=0),
        )
        by_hand = _reversing.c.form.is_distinct_from(EntryForm.AUTOMATIC.value)
        joined = (
            _entry.outerjoin(_reversing, _reversing.c.reverses_id == _entry.c.id)
            .outerjoin(sheet, sheet.c.id == _entry.c.expense_sheet_id)
            .outerjoin(donation, donation.c.expense_sheet_id == _entry.c.expense_sheet_id)
        )
        query = (
            select(*columns)
            .select_from(joined)
            .where(
                or_(paid.is_not(None), given.is_not(None)),
                _entry.c.kind != EntryKind.REVERSAL.value,
                or_(_reversing.c.id.is_(None), and_(is_automatic, by_hand)),
            )
        )
        if ids is not None:
            query = query.where(
                _may_be_of(ids), _in(func.abs(func.coalesce(paid, -given)), ids)
            )
        return list(map(LivingEntry._make, self._listed(query)))

    def _listed(self, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
        """Read rows of numbers and texts, a hundred thousand at once."""
        return zip(*read_lists(self._connection, query), strict=True)

    def payments(self, digests: Mapping[int, str]) -> list[PaymentToBook]:
        """Return payments whole, by id with the digests that their entries are to keep."""
        found = []
        for batch in in_batches(sorted(digests)):
            query = payment_lines().where(payment.c.id.in_(batch))
            rows = self._connection.execute(query).all()
            spent = self._spent(row.sheet_id for row in rows)
            for key, lines in groupby(rows, lambda row: row.id):
                found.append(_to_payment(list(lines), spent, digests[key]))
        return found

    def gifts(self, digests: Mapping[int, str]) -> list[GiftToBook]:
        """Return gifts without money, by id with the digests that their entries keep."""
        found = []
        for batch in in_batches(sorted(digests)):
            query = gift_rows().where(donation.c.id.in_(batch))
            rows = self._connection.execute(query).all()
            spent = self._spent(row.expense_sheet_id for row in rows)
            found += [_to_gift(row, spent, digests[row.id]) for row in rows]
        return found

    def _spent(self, sheet_ids: Iterable[int | None]) -> dict[int, list[BookedExpense]]:
        """Return what settled sheets come to, by what the money was spent on."""
        wanted = {key for key in sheet_ids if key is not None}
        found: dict[int, list[BookedExpense]] = {}
        if not wanted:
            return found
        query = (
            select(_expense.c.sheet_id, _expense.c.kind, func.sum(_expense.c.amount_cents))
            .where(_expense.c.sheet_id.in_(wanted))
            .group_by(_expense.c.sheet_id, _expense.c.kind)
            .order_by(_expense.c.sheet_id, func.min(_expense.c.position))
        )
        for key, kind, cents in self._connection.execute(query):
            found.setdefault(key, []).append(BookedExpense(ExpenseKind(kind), Money(cents)))
        return found

    def activities(self) -> dict[int, int]:
        """Return the open activity that each campaign is."""
        query = select(_activity.c.campaign_id, _activity.c.id)
        query = query.where(_activity.c.campaign_id.is_not(None), _activity.c.is_open)
        return dict(map(tuple, self._connection.execute(query)))

    def own_rules(self) -> dict[BookingKey, str]:
        """Return the numbers of the accounts that persons chose."""
        query = select(_rule.c.key, _account.c.number)
        query = query.join(_account, _account.c.id == _rule.c.account_id)
        known = {key.value: key for key in BookingKey}
        rows = self._connection.execute(query)
        return {known[key]: number for key, number in rows if key in known}

    def account(self, key: BookingKey) -> str:
        """Return the number of the account for a key: a person's choice, else the usual."""
        usual = {rule.key: rule.account for rule in shipped_rules()}
        return self.own_rules().get(key, usual[key])

    def set_rule(self, key: BookingKey, account_id: int) -> bool:
        """Keep the account for a key; return whether it differed."""
        known = self._rule_id(key)
        if known is not None:
            return self._recorder.update(_rule, known, {"account_id": account_id})
        self._recorder.insert(_rule, {"key": key.value, "account_id": account_id})
        return True

    def reset_rule(self, key: BookingKey) -> bool:
        """Forget the account that a person chose; return whether there was one."""
        known = self._rule_id(key)
        if known is not None:
            self._recorder.delete(_rule, known)
        return known is not None

    def _rule_id(self, key: BookingKey) -> int | None:
        query = select(_rule.c.id).where(_rule.c.key == key.value)
        found: int | None = self._connection.execute(query).scalar()
        return found


def _to_payment(
    rows: Sequence[Row[Any]], spent: Mapping[int, list[BookedExpense]], digest: str
) -> PaymentToBook:
    first = rows[0]
    return PaymentToBook(
        id=first.id,
        paid_on=first.paid_on,
        direction=Direction(first.direction),
        mode=PaymentMode(first.mode),
        source=PaymentSource(first.source),
        amount=Money(first.amount_cents),
        parts=tuple(_to_part(row) for row in rows if row.kind is not None),
        fee=Money(first.fee_cents),
        label=first.label or first.sheet_title or first.campaign or "",
        reference=first.outside_ref or "",
        payer=Giver(first.payer_id),
        campaign_id=first.campaign_id,
        expenses=tuple(spent.get(first.sheet_id, ())),
        return_reason=ReturnReason(first.return_reason) if first.return_reason else None,
        digest=digest,
        activity_id=first.sheet_activity_id,
    )


def _to_part(row: Row[Any]) -> BookedPart:
    return BookedPart(
        kind=LineKind(row.kind),
        amount=Money(row.line_cents),
        label=row.line_label,
        giver=_giver(row),
        ineligibility=Ineligibility(row.ineligibility) if row.ineligibility else None,
        is_bought=bool(row.is_bought),
        has_counterpart=bool(row.has_counterpart),
        account=row.fee_account or "",
        grant_account=row.grant_account or "",
        activity_id=row.activity_id,
    )


def _to_gift(
    row: Row[Any], spent: Mapping[int, list[BookedExpense]], digest: str
) -> GiftToBook:
    return GiftToBook(
        id=row.id,
        given_on=row.received_on,
        nature=DonationNature(row.nature),
        amount=Money(row.amount_cents),
        label=row.description or row.campaign or "",
        giver=_giver(row),
        campaign_id=row.campaign_id,
        expenses=tuple(spent.get(row.expense_sheet_id, ())),
        digest=digest,
        activity_id=row.sheet_activity_id,
    )


def _giver(row: Row[Any]) -> Giver:
    is_person = row.giver_kind != "organisation"
    return Giver(row.giver_id, None if is_person else OrganisationKind(row.organisation_kind))


def _in(column: ColumnElement[int], ids: range) -> ColumnElement[bool]:
    return column.between(ids.start, ids.stop - 1)


def _may_be_of(ids: range) -> ColumnElement[bool]:
    """Say in words of indexes which entries payments and gifts may have; a few more have it."""
    of_paid = select(sheet.c.id).where(_in(sheet.c.payment_id, ids))
    of_given = select(donation.c.expense_sheet_id).where(_in(donation.c.id, ids))
    return or_(
        _in(_entry.c.payment_id, ids),
        _in(_entry.c.donation_id, ids),
        _entry.c.expense_sheet_id.in_(of_paid),
        _entry.c.expense_sheet_id.in_(of_given),
    )
