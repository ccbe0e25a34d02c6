"""Use cases around volunteers' expenses: sheets, vouchers, waiving and refunding (RF-54)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.attachments import AttachedTo, Attachment, AttachmentKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import (
    ExpenseState,
    NewExpenseSheet,
    checked_sheet,
)
from coopdesk.domain.money import total
from coopdesk.services.activities import check_activity
from coopdesk.services.attached_files import read_attachment
from coopdesk.services.expense_settling import ExpenseSettling
from coopdesk.services.expense_sheets import (
    check_vehicles,
    paper_of,
    price,
    priced_lines,
    read_sheet,
)
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.saving import save
from coopdesk.services.vehicles import volunteer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.domain.expense_pricing import Priced
    from coopdesk.domain.expenses import ExpenseFilter, ExpenseSheet, ExpenseSheetLine
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work


_PAGE = 400  # far below the number of parameters that SQLite takes in one statement


class ExpenseService(ExpenseSettling):
    """Keep sheets of expenses and their vouchers, and settle them."""

    def get(self, sheet_id: int) -> ExpenseSheet:
        """Return one sheet; raises NotFoundError."""
        with self._units.read() as work:
            return read_sheet(work, sheet_id)

    def of_donation(self, donation_id: int) -> ExpenseSheet | None:
        """Return the sheet that was waived into a gift, None for any other gift."""
        with self._units.read() as work:
            sheet_id = work.expenses.id_of_donation(donation_id)
            return None if sheet_id is None else read_sheet(work, sheet_id)

    def ids(self, wanted: ExpenseFilter) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        with self._units.read() as work:
            return work.expenses.ids(wanted)

    def lines(self, ids: Sequence[int]) -> list[ExpenseSheetLine]:
        """Return the list rows of a page of ids, drafts with what they are worth today."""
        with self._units.read() as work:
            return priced_lines(work, work.expenses.lines(ids))

    def find(self, wanted: ExpenseFilter) -> list[ExpenseSheetLine]:
        """Return the list rows that a filter shows."""
        ids = self.ids(wanted)
        pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
        return [line for page in pages for line in self.lines(page)]

    def totals(self, wanted: ExpenseFilter) -> dict[ExpenseState, Money]:
        """Return what the sheets of a filter are worth in each state."""
        with self._units.read() as work:
            return {
                state: _total(work, replace(wanted, state=state))
                for state in ExpenseState
                if wanted.state in {None, state}
            }

    def counts(self) -> dict[ExpenseState, int]:
        """Return how many sheets there are in each state."""
        with self._units.read() as work:
            return work.expenses.counts()

    def years(self) -> list[int]:
        """Return the years to choose from, newest first; always holds the current one."""
        with self._units.read() as work:
            years = work.expenses.years()
        current = self._today().year
        return years if current in years else sorted([current, *years], reverse=True)

    def estimate(self, new: NewExpenseSheet) -> Priced:
        """Return what typed lines are worth today, with nothing stored.

        Raises:
            RuleError: ``expense.no_scale``. NotFoundError: a vehicle is gone.
        """
        with self._units.read() as work:
            return price(work, new.lines)

    def record(self, new: NewExpenseSheet) -> Outcome[ExpenseSheet]:
        """Record a draft.

        Raises:
            RuleError: a field or a line is wrong, ``expense.not_a_person``,
            ``expense.vehicle_of_another``, ``expense.no_scale``. FieldErrors: several are.
            NotFoundError: the volunteer or a vehicle is gone.
        """
        cleaned = checked_sheet(new, self._today())
        with self._units.write("expense.recorded", name=cleaned.title) as work:
            sheet_id = work.expenses.add(self._fitting(work, cleaned))
            sheet = read_sheet(work, sheet_id)
            work.commit()
        return changed(sheet, Subject.EXPENSES)

    def change(self, sheet_id: int, new: NewExpenseSheet) -> Outcome[ExpenseSheet]:
        """Replace what a draft says; lines named by their id keep their vouchers.

        Raises:
            RuleError: as ``record``, ``expense.settled``, ``expense.on_receipt``.
            NotFoundError: the sheet, one of its lines or a vehicle is gone.
        """
        cleaned = checked_sheet(new, self._today())
        with self._units.write("expense.changed", name=cleaned.title) as work:
            refuse_settled(read_sheet(work, sheet_id))
            known = work.expenses.line_ids(sheet_id)
            kept = {line.id for line in cleaned.lines}
            for line_id in known:
                if line_id not in kept:
                    work.attachments.leave_line(line_id)
            lines = tuple(
                line if line.id in known else replace(line, id=None) for line in cleaned.lines
            )
            cleaned = replace(cleaned, lines=lines)
            work.expenses.change(sheet_id, self._fitting(work, cleaned))
            sheet = read_sheet(work, sheet_id)
            work.commit()
        return changed(sheet, Subject.EXPENSES)

    def set_activity(self, sheet_id: int, activity_id: int | None) -> Outcome[ExpenseSheet]:
        """Say what activity a sheet is part of, whatever its state: only the books follow.

        Raises:
            NotFoundError: the sheet or the activity is gone.
        """
        with self._units.write("expense.activity_set") as work:
            check_activity(work, activity_id)
            work.recorder.relabel(name=work.expenses.get(sheet_id).content.title)
            work.expenses.set_activity(sheet_id, activity_id)
            sheet = read_sheet(work, sheet_id)
            work.commit()
        return changed(sheet, Subject.EXPENSES)

    def remove(self, sheet_id: int) -> Outcome[None]:
        """Remove a draft with its vouchers; Ctrl+Z brings it back.

        Raises:
            RuleError: ``expense.settled``, ``expense.on_receipt``. NotFoundError: it is gone.
        """
        with self._units.write("expense.removed") as work:
            sheet = read_sheet(work, sheet_id)
            refuse_settled(sheet)
            work.recorder.relabel(name=sheet.content.title)
            for attachment in sheet.attachments:
                work.attachments.remove(attachment.id)
            work.expenses.delete(sheet_id)
            work.commit()
        return changed(None, Subject.EXPENSES)

    # vouchers

    def attach(
        self,
        sheet_id: int,
        path: Path,
        kind: AttachmentKind = AttachmentKind.VOUCHER,
        line_id: int | None = None,
    ) -> Outcome[Attachment]:
        """Keep a file with a sheet, whatever its state: a signed waiver comes late.

        Raises:
            RuleError: ``attachment.unreadable``, ``attachment.empty``,
            ``attachment.too_large`` or ``attachment.wrong_kind``. NotFoundError: it is gone.
        """
        new = read_attachment(path, kind)
        with self._units.write("expense.attached", name=new.name) as work:
            sheet = work.expenses.get(sheet_id)
            line = line_id if line_id in {each.id for each in sheet.lines} else None
            to = AttachedTo(sheet_id=sheet_id, line_id=line)
            attachment = work.attachments.get(work.attachments.add(new, to, self._today()))
            work.commit()
        return changed(attachment, Subject.EXPENSES)

    def detach(self, attachment_id: int) -> Outcome[None]:
        """Take a file off a sheet; Ctrl+Z brings it back.

        Raises:
            RuleError: ``expense.on_receipt``; it proves what a receipt says. NotFoundError: it
            is gone.
        """
        with self._units.write("expense.detached") as work:
            attachment = work.attachments.get(attachment_id)
            if attachment.to.sheet_id is not None:
                _refuse_on_receipt(work.expenses.get(attachment.to.sheet_id))
            work.recorder.relabel(name=attachment.name)
            work.attachments.remove(attachment_id)
            work.commit()
        return changed(None, Subject.EXPENSES)

    def voucher(self, attachment_id: int) -> tuple[str, bytes]:
        """Return the name and the content of an attached file; raises NotFoundError."""
        with self._units.read() as work:
            return work.attachments.get(attachment_id).name, work.attachments.content(
                attachment_id
            )

    def write_voucher(self, attachment_id: int, path: Path) -> Path:
        """Write an attached file as it was.

        Raises:
            NotFoundError: it is gone. ExternalError: the disk or folder is in the way.
        """
        return save(path, self.voucher(attachment_id)[1])

    def write_sheet(
        self, sheet_id: int, path: Path, *, asks_refund: bool | None = None
    ) -> Path:
        """Write a sheet as a PDF to be signed: the waiver, or the request for a refund.

        Unless told, a refunded sheet is a request and any other a waiver.

        Raises:
            RuleError: ``paper.no_association``, ``image.unreadable``. NotFoundError: the sheet
            is gone. ExternalError: the disk or folder is in the way.
        """
        # ReportLab takes a while to load; nothing else here needs it.
        from coopdesk.documents.expense_sheet_pdf import draw_expense_sheet

        with self._units.read() as work:
            paper = paper_of(work, read_sheet(work, sheet_id), self._today())
        if asks_refund is not None:
            paper = replace(paper, asks_refund=asks_refund)
        return save(path, draw_expense_sheet(paper))

    def _fitting(self, work: Work, cleaned: NewExpenseSheet) -> NewExpenseSheet:
        """Return a sheet that the database agrees with."""
        cleaned = replace(cleaned, volunteer_id=volunteer(work, cleaned.volunteer_id))
        check_vehicles(work, cleaned.volunteer_id, cleaned.lines)
        check_activity(work, cleaned.activity_id)
        price(work, cleaned.lines)
        return cleaned


def refuse_settled(sheet: ExpenseSheet) -> None:
    """Raise RuleError ``expense.on_receipt`` or ``expense.settled`` for what is no draft."""
    _refuse_on_receipt(sheet)
    if not sheet.is_draft:
        raise RuleError("expense.settled")


def _refuse_on_receipt(sheet: ExpenseSheet) -> None:
    if sheet.receipt_number:
        raise RuleError("expense.on_receipt", number=sheet.receipt_number)


def _total(work: Work, wanted: ExpenseFilter) -> Money:
    if wanted.state is not ExpenseState.DRAFT:
        return work.expenses.settled_total(wanted)
    ids = work.expenses.ids(wanted)
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    return total(
        line.amount for page in pages for line in priced_lines(work, work.expenses.lines(page))
    )
