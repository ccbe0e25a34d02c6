"""Count and add up what the home page shows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select

from coopdesk.domain.payments import PaymentState
from coopdesk.storage.backup import last_backup_at
from coopdesk.storage.columns import table_of
from coopdesk.storage.gift_figures import UNCOMMON, GiftFigures
from coopdesk.storage.giver_store import GiverStore
from coopdesk.storage.money_figures import MoneyFigures
from coopdesk.storage.tables import (
    ContactRow,
    DonationRow,
    EntryRow,
    OperationRow,
    PaymentRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)
from coopdesk.storage.treasury_figures import TreasuryFigures
from coopdesk.storage.treasury_years import TreasuryYears

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

    from coopdesk.domain.home import GiftYear

_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_entry = table_of(EntryRow)
_operation = table_of(OperationRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_void = table_of(TaxReceiptVoidRow)


class HomeStore:
    """The figures of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_empty(self) -> bool:
        """Tell whether there is no contact, archived or not, no payment, gift or entry."""
        return not any(
            self._connection.execute(select(table.c.id).limit(1)).first()
            for table in (_contact, _payment, _donation, _entry)
        )

    def gift_year(self, year: int) -> GiftYear:
        """Add up the received gifts of a calendar year by month."""
        return self.gifts.year(year)

    @cached_property
    def gifts(self) -> GiftFigures:
        """Sums of gifts."""
        return GiftFigures(self._connection)

    @cached_property
    def money(self) -> MoneyFigures:
        """Sums of payments."""
        return MoneyFigures(self._connection)

    @cached_property
    def treasury(self) -> TreasuryFigures:
        """Sums of accounts of money, beyond payments."""
        return TreasuryFigures(self._connection)

    @cached_property
    def treasury_years(self) -> TreasuryYears:
        """Sums of accounts of money by fiscal year."""
        return TreasuryYears(self._connection)

    @cached_property
    def givers(self) -> GiverStore:
        """Who gave most."""
        return GiverStore(self._connection)

    def issued_receipts(self, year: int) -> int:
        """Count the receipts issued for a calendar year that were not voided."""
        is_voided = exists().where(_void.c.receipt_id == _receipt.c.id)
        query = select(func.count()).select_from(_receipt)
        query = query.where(_receipt.c.year == year, ~is_voided)
        return int(self._connection.execute(query).scalar_one())

    def to_check(self) -> int:
        """Count the payments that wait for a decision."""
        query = (
            select(func.count())
            .select_from(_payment)
            .where(UNCOMMON, _payment.c.state == PaymentState.TO_CHECK.value)
        )
        return int(self._connection.execute(query).scalar_one())

    def last_backup_at(self) -> dt.datetime | None:
        """Return when the last verified backup was made, or None."""
        return last_backup_at(self._connection)

    def last_change_at(self) -> dt.datetime | None:
        """Return when anything was last recorded, or None."""
        return self._connection.execute(select(func.max(_operation.c.made_at))).scalar()

    def last_contact(self) -> int:
        """Return the highest id of a contact, 0 when there is none."""
        query = select(func.max(_contact.c.id))
        return int(self._connection.execute(query).scalar() or 0)

    def last_operation(self) -> int:
        """Return the id of the newest operation, 0 before the first: any change brings one."""
        query = select(func.max(_operation.c.id))
        return int(self._connection.execute(query).scalar() or 0)
