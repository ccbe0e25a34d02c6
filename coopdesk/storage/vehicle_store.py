"""Read and write volunteers' vehicles, and what settled sheets hold of their years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import extract, func, select, tuple_

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.expense_pricing import VehicleYear
from coopdesk.domain.expenses import ExpenseState, NewVehicle, Vehicle
from coopdesk.domain.mileage import VehicleKind, YearSoFar
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.tables import ExpenseLineRow, ExpenseSheetRow, VehicleRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Row

    from coopdesk.domain.expenses import ExpenseSheet
    from coopdesk.storage.recorder import Recorder

_line = table_of(ExpenseLineRow)
_sheet = table_of(ExpenseSheetRow)
_vehicle = table_of(VehicleRow)
_ON_SHEETS = _line.join(_sheet, _sheet.c.id == _line.c.sheet_id)
_IS_SETTLED = _sheet.c.state != ExpenseState.DRAFT.value


class VehicleStore:
    """The vehicles of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewVehicle) -> int:
        """Store a vehicle and return its id."""
        return self._recorder.insert(_vehicle, _values(new))

    def change(self, vehicle_id: int, new: NewVehicle) -> bool:
        """Replace what is known of a vehicle; return whether anything differed."""
        return self._recorder.update(_vehicle, vehicle_id, _values(new))

    def delete(self, vehicle_id: int) -> None:
        """Delete a vehicle that no trip names."""
        self._recorder.delete(_vehicle, vehicle_id)

    def get(self, vehicle_id: int) -> Vehicle:
        """Return one vehicle.

        Raises:
            NotFoundError: ``vehicle.missing``.
        """
        found = self._where(_vehicle.c.id == vehicle_id)
        if not found:
            raise NotFoundError("vehicle.missing", id=vehicle_id)
        return found[0]

    def of_owner(self, contact_id: int) -> list[Vehicle]:
        """Return the vehicles of a volunteer, the newest first."""
        return self._where(_vehicle.c.owner_id.in_(same_person(contact_id)))

    def by_id(self, ids: Iterable[int]) -> dict[int, Vehicle]:
        """Return vehicles by their ids."""
        return {each.id: each for each in self._where(_vehicle.c.id.in_(list(ids)))}

    def is_driven(self, vehicle_id: int) -> bool:
        """Tell whether a trip names a vehicle."""
        query = select(_line.c.id).where(_line.c.vehicle_id == vehicle_id).limit(1)
        return self._connection.execute(query).first() is not None

    def years_so_far(
        self, vehicle_ids: Iterable[int], sheet: ExpenseSheet | None
    ) -> dict[VehicleYear, YearSoFar]:
        """Return what settled sheets hold of the years of vehicles.

        For a settled sheet those that were settled before it, for a draft all.
        """
        year = extract("year", _line.c.spent_on)
        query = (
            select(
                _line.c.vehicle_id,
                year.label("year"),
                func.sum(_line.c.metres).label("metres"),
                func.sum(_line.c.amount_cents).label("cents"),
            )
            .select_from(_ON_SHEETS)
            .where(_line.c.vehicle_id.in_(list(vehicle_ids)), _IS_SETTLED)
            .group_by(_line.c.vehicle_id, year)
        )
        if sheet is not None and sheet.settled_on is not None:
            mine = tuple_(sheet.settled_on, sheet.id)
            query = query.where(tuple_(_sheet.c.settled_on, _sheet.c.id) < mine)
        return {
            VehicleYear(row.vehicle_id, int(row.year)): YearSoFar(row.metres, Money(row.cents))
            for row in self._connection.execute(query)
        }

    def _where(self, condition: ColumnElement[bool]) -> list[Vehicle]:
        settled = (
            select(func.count())
            .select_from(_ON_SHEETS)
            .where(_line.c.vehicle_id == _vehicle.c.id, _IS_SETTLED)
            .correlate(_vehicle)
            .scalar_subquery()
        )
        query = select(_vehicle, settled.label("settled")).where(condition)
        rows = self._connection.execute(query.order_by(_vehicle.c.id.desc()))
        return [_to_domain(row) for row in rows]


def _values(new: NewVehicle) -> dict[str, Any]:
    return {
        "owner_id": new.owner_id,
        "label": new.label,
        "kind": new.kind.value,
        "power": new.power,
        "is_electric": new.is_electric,
    }


def _to_domain(row: Row[Any]) -> Vehicle:
    kind = VehicleKind(row.kind)
    content = NewVehicle(row.owner_id, row.label, kind, row.power, bool(row.is_electric))
    return Vehicle(row.id, content, is_settled=bool(row.settled))
