"""Use cases around volunteers' own vehicles, whose kilometres count by the year (RF-55)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import NewVehicle, Vehicle, checked_vehicle
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units, Work


class VehicleService:
    """Record and change vehicles."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def of_volunteer(self, contact_id: int) -> list[Vehicle]:
        """Return the vehicles of a volunteer, the newest first."""
        with self._units.read() as work:
            return work.vehicles.of_owner(contact_id)

    def get(self, vehicle_id: int) -> Vehicle:
        """Return one vehicle; raises NotFoundError."""
        with self._units.read() as work:
            return work.vehicles.get(vehicle_id)

    def record(self, new: NewVehicle) -> Outcome[Vehicle]:
        """Record a vehicle of a volunteer.

        Raises:
            RuleError: ``vehicle.label_missing``, ``vehicle.power_missing``,
            ``expense.not_a_person``. NotFoundError: the owner is gone.
        """
        cleaned = checked_vehicle(new)
        with self._units.write("vehicle.recorded", name=cleaned.label) as work:
            cleaned = replace(cleaned, owner_id=volunteer(work, cleaned.owner_id))
            vehicle = work.vehicles.get(work.vehicles.add(cleaned))
            work.commit()
        return changed(vehicle, Subject.EXPENSES)

    def change(self, vehicle_id: int, new: NewVehicle) -> Outcome[Vehicle]:
        """Replace what is known of a vehicle; once settled, its name alone.

        Raises:
            RuleError: as ``record``, ``vehicle.settled``, ``vehicle.driven_by_another``.
            NotFoundError: it is gone.
        """
        cleaned = checked_vehicle(new)
        with self._units.write("vehicle.changed", name=cleaned.label) as work:
            before = work.vehicles.get(vehicle_id)
            cleaned = replace(cleaned, owner_id=volunteer(work, cleaned.owner_id))
            renamed = replace(before.content, label=cleaned.label)
            if before.is_settled and cleaned != renamed:
                raise RuleError("vehicle.settled", field=_changed_field(renamed, cleaned))
            moves = cleaned.owner_id != before.content.owner_id
            if moves and work.vehicles.is_driven(vehicle_id):
                raise RuleError("vehicle.driven_by_another", field="owner_id")
            work.vehicles.change(vehicle_id, cleaned)
            vehicle = work.vehicles.get(vehicle_id)
            work.commit()
        return changed(vehicle, Subject.EXPENSES)

    def remove(self, vehicle_id: int) -> Outcome[None]:
        """Remove a vehicle that no trip names; Ctrl+Z brings it back.

        Raises:
            RuleError: ``vehicle.driven``. NotFoundError: it is gone.
        """
        with self._units.write("vehicle.removed") as work:
            vehicle = work.vehicles.get(vehicle_id)
            if work.vehicles.is_driven(vehicle_id):
                raise RuleError("vehicle.driven", name=vehicle.content.label)
            work.vehicles.delete(vehicle_id)
            work.commit()
        return changed(None, Subject.EXPENSES)


def _changed_field(before: NewVehicle, after: NewVehicle) -> str:
    fields = ("kind", "power", "is_electric", "owner_id")
    return next(name for name in fields if getattr(before, name) != getattr(after, name))


def volunteer(work: Work, contact_id: int) -> int:
    """Return the contact that a volunteer is by now.

    Raises:
        RuleError: ``expense.not_a_person``. NotFoundError: it is gone.
    """
    found = who_pays(work, contact_id)
    assert found is not None
    contact = work.contacts.get(found)
    if contact.profile.kind is not ContactKind.PERSON:
        raise RuleError("expense.not_a_person", field="volunteer_id", name=contact.display_name)
    return found
