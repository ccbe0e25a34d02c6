"""Settle sheets of expenses: waived into a gift, refunded, or made a draft again (RF-54)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachmentKind
from coopdesk.domain.donations import (
    DonationForm,
    DonationNature,
    NewDonation,
    NewReturn,
    ReturnReason,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import (
    ExpenseState,
    Settling,
    SettlingWarning,
    check_settling,
    lines_without_voucher,
)
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
)
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.expense_sheets import read_sheet
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.donations import Donation
    from coopdesk.domain.expenses import ExpenseSheet
    from coopdesk.storage.unit_of_work import Units, Work

_GIFT = (Subject.EXPENSES, Subject.DONATIONS, Subject.CONTACTS)
_MONEY = (Subject.EXPENSES, Subject.PAYMENTS, Subject.CONTACTS)


class ExpenseSettling:
    """The end of a sheet, and the way back from it."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def preview(self, sheet_id: int, on: dt.date, *, as_gift: bool = True) -> Settling:
        """Return what settling a sheet on a day would do, and what to know before.

        Raises:
            RuleError: as ``waive``. NotFoundError: the sheet is gone.
        """
        with self._units.read() as work:
            sheet = read_sheet(work, sheet_id)
            check_settling(sheet, on, self._today())
            warnings = _warnings(work, sheet, on) if as_gift else _proof_warnings(sheet)
        return Settling(sheet.total, on, tuple(warnings))

    def waive(self, sheet_id: int, waived_on: dt.date) -> Outcome[Donation]:
        """Record that the volunteer leaves a sheet to the association: a gift of that day.

        The gift is of the year of the waiver, whatever the year of the expenses.

        Raises:
            RuleError: ``expense.settled``, ``expense.nothing_to_settle``,
            ``expense.settled_in_the_future`` or ``expense.settled_too_early``. NotFoundError:
            the sheet is gone.
        """
        with self._units.write("expense.waived") as work:
            sheet = self._settled(work, sheet_id, waived_on)
            gift = NewDonation(
                received_on=waived_on,
                amount=sheet.total,
                mode=PaymentMode.OTHER,
                donor_id=who_pays(work, sheet.content.volunteer_id),
                nature=DonationNature.WAIVED_EXPENSES,
                form=DonationForm.MANUAL_GIFT,
                description=sheet.content.title,
                expense_sheet_id=sheet_id,
            )
            work.expenses.settle(sheet, ExpenseState.WAIVED, waived_on, None)
            donation = work.donations.get(work.donations.add(gift, None, None))
            work.commit()
        return changed(donation, *_GIFT)

    def reimburse(
        self, sheet_id: int, paid_on: dt.date, mode: PaymentMode
    ) -> Outcome[ExpenseSheet]:
        """Record that the association refunds a sheet: a payment out of that day.

        Raises:
            RuleError: as ``waive``. NotFoundError: the sheet is gone.
        """
        with self._units.write("expense.reimbursed") as work:
            sheet = self._settled(work, sheet_id, paid_on)
            part = PaymentPart(LineKind.EXPENSE, sheet.total, sheet.content.title)
            payment = NewPayment(
                paid_on=paid_on,
                amount=sheet.total,
                mode=mode,
                parts=(part,),
                direction=Direction.OUT,
                payer_id=who_pays(work, sheet.content.volunteer_id),
                label=sheet.content.title,
            )
            payment_id, _ = work.payments.add(payment)
            work.expenses.settle(sheet, ExpenseState.REIMBURSED, paid_on, payment_id)
            settled = read_sheet(work, sheet_id)
            work.commit()
        return changed(settled, *_MONEY)

    def reopen(self, sheet_id: int) -> Outcome[ExpenseSheet]:
        """Make a settled sheet a draft again: its gift or its payment goes.

        A gift that something names, such as a voided receipt, cannot go: it is marked as
        recorded by mistake instead, and counts no more.

        Raises:
            RuleError: ``expense.not_settled``, ``expense.on_receipt``. NotFoundError: the
            sheet is gone.
        """
        with self._units.write("expense.reopened") as work:
            sheet = read_sheet(work, sheet_id)
            if sheet.is_draft:
                raise RuleError("expense.not_settled")
            if sheet.receipt_number:
                raise RuleError("expense.on_receipt", number=sheet.receipt_number)
            work.recorder.relabel(name=sheet.content.title)
            work.expenses.reopen(sheet)
            if sheet.donation_id is not None:
                self._take_gift_back(work, sheet.donation_id)
            if sheet.payment_id is not None:
                work.payments.delete(sheet.payment_id)
            draft = read_sheet(work, sheet_id)
            work.commit()
        return changed(draft, *_GIFT, Subject.PAYMENTS)

    def _settled(self, work: Work, sheet_id: int, on: dt.date) -> ExpenseSheet:
        sheet = read_sheet(work, sheet_id)
        check_settling(sheet, on, self._today())
        work.recorder.relabel(name=sheet.volunteer_name, cents=str(sheet.total.cents))
        return sheet

    def _take_gift_back(self, work: Work, donation_id: int) -> None:
        if not work.expenses.is_gift_named(donation_id):
            work.donations.delete(donation_id)
            return
        work.donations.change(donation_id, {"expense_sheet_id": None})
        if work.donations.get(donation_id).returned is None:
            mistake = NewReturn(self._today(), ReturnReason.MISTAKE)
            work.donations.returned(donation_id, mistake, None)


def _warnings(work: Work, sheet: ExpenseSheet, on: dt.date) -> list[SettlingWarning]:
    found = []
    if sheet.days is not None and sheet.days[0].year != on.year:
        found.append(SettlingWarning.OTHER_YEAR)
    found += _proof_warnings(sheet)
    if not any(each.kind is AttachmentKind.WAIVER for each in sheet.attachments):
        found.append(SettlingWarning.NO_SIGNED_WAIVER)
    address = work.contacts.get(sheet.content.volunteer_id).profile.address
    if not address.is_complete:
        found.append(SettlingWarning.NO_ADDRESS)
    return found


def _proof_warnings(sheet: ExpenseSheet) -> list[SettlingWarning]:
    return [SettlingWarning.NO_VOUCHER] if lines_without_voucher(sheet) else []
