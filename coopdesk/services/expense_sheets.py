"""Read sheets of expenses with what their lines are worth by now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.expense_papers import ExpensePaper
from coopdesk.domain.expense_pricing import Priced, priced, settled_mileage
from coopdesk.domain.expenses import ExpenseKind, ExpenseLine, ExpenseState
from coopdesk.domain.mileage import scale_of
from coopdesk.services.mileage_scales import scales_of
from coopdesk.services.paper_house import house_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.expenses import ExpenseSheet, ExpenseSheetLine, NewExpenseLine
    from coopdesk.storage.unit_of_work import Work


def read_sheet(work: Work, sheet_id: int) -> ExpenseSheet:
    """Return a sheet with its files; trips of a draft are counted anew.

    Raises:
        NotFoundError: ``expense.missing``.
    """
    stored = work.expenses.get(sheet_id)
    sheet = replace(stored, attachments=work.attachments.of_sheet(sheet_id))
    lines = sheet.content.lines
    if sheet.is_draft:
        found = price(work, lines)
        worth = zip(sheet.lines, found.amounts, strict=True)
        counted = tuple(ExpenseLine(line.id, line.content, amount) for line, amount in worth)
        return replace(sheet, lines=counted, mileage=found.mileage)
    ids = _vehicle_ids(lines)
    before = work.vehicles.years_so_far(ids, sheet)
    mileage = settled_mileage(lines, work.vehicles.by_id(ids), before, scales_of(work))
    return replace(sheet, mileage=mileage)


def price(work: Work, lines: Sequence[NewExpenseLine]) -> Priced:
    """Return what the lines of a draft are worth after all that is settled.

    Raises:
        RuleError: ``expense.no_scale``. NotFoundError: ``vehicle.missing``.
    """
    ids = _vehicle_ids(lines)
    vehicles = work.vehicles.by_id(ids)
    for vehicle_id in ids - vehicles.keys():
        work.vehicles.get(vehicle_id)
    before = work.vehicles.years_so_far(ids, None)
    return priced(lines, vehicles, before, scales_of(work))


def priced_lines(work: Work, lines: Sequence[ExpenseSheetLine]) -> list[ExpenseSheetLine]:
    """Return rows of the list, drafts with what their trips are worth by now."""
    drafts = [x.id for x in lines if x.state is ExpenseState.DRAFT and x.metres]
    trips = work.expenses.trips(drafts)
    ids = _vehicle_ids([trip for found in trips.values() for trip in found])
    vehicles, before = work.vehicles.by_id(ids), work.vehicles.years_so_far(ids, None)
    scales = scales_of(work)
    worth = {key: priced(found, vehicles, before, scales).total for key, found in trips.items()}
    # A draft's trips are worth nothing in its row yet.
    return [
        replace(line, amount=line.amount + worth[line.id]) if line.id in worth else line
        for line in lines
    ]


def check_vehicles(work: Work, volunteer_id: int, lines: Sequence[NewExpenseLine]) -> None:
    """Refuse trips in the vehicle of somebody else: the scale is for the own one.

    Raises:
        RuleError: ``expense.vehicle_of_another`` with the line. NotFoundError: it is gone.
    """
    own = {vehicle.id for vehicle in work.vehicles.of_owner(volunteer_id)}
    for number, line in enumerate(lines, start=1):
        if line.kind is not ExpenseKind.MILEAGE or line.vehicle_id is None:
            continue
        vehicle = work.vehicles.get(line.vehicle_id)
        if vehicle.id not in own:
            label = vehicle.content.label
            raise RuleError(
                "expense.vehicle_of_another", field=f"line{number}", line=number, vehicle=label
            )


def paper_of(work: Work, sheet: ExpenseSheet, today: dt.date) -> ExpensePaper:
    """Return what the printed sheet says.

    Raises:
        RuleError: ``paper.no_association``.
    """
    profile = work.contacts.get(sheet.content.volunteer_id).profile
    address = profile.address
    parts = (address.street, address.complement, address.town_line)
    # Where the formula is not told, another scale may have made the amount.
    years = {share.year for share in sheet.mileage if share.is_explained}
    known = scales_of(work)
    scales = {scale_of(known, year) for year in years}
    ordered = sorted(scales, key=lambda scale: scale.since)
    return ExpensePaper(
        association=house_of(work),
        made_on=today,
        sheet=sheet,
        name=f"{profile.last_name} {profile.first_name}".strip(),
        address=", ".join(part for part in parts if part),
        scales=tuple((scale.since, scale.source) for scale in ordered),
        asks_refund=sheet.state is ExpenseState.REIMBURSED,
    )


def _vehicle_ids(lines: Sequence[NewExpenseLine]) -> set[int]:
    return {line.vehicle_id for line in lines if line.vehicle_id is not None}
