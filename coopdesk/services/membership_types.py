"""Use cases around the kinds of membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.membership_rules import checked_type
from coopdesk.domain.text import fold
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.members import MembershipType, NewMembershipType
    from coopdesk.storage.unit_of_work import Units, Work


class MembershipTypeService:
    """Define, order and put away the kinds of membership."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def list(self, *, archived: bool = False) -> list[MembershipType]:
        """Return the types in their order; with ``archived`` those out of use as well, last."""
        with self._units.read() as work:
            found = work.membership_types.all()
        return [one for one in found if archived or not one.archived]

    def get(self, type_id: int) -> MembershipType:
        """Return one type; raises NotFoundError."""
        with self._units.read() as work:
            return work.membership_types.get(type_id)

    def add(self, new: NewMembershipType) -> Outcome[MembershipType]:
        """Define a type, at the end of the list.

        Raises:
            RuleError: a field is wrong, ``tariff.name_taken`` or
                ``tariff.outside_name_taken``. FieldErrors: several fields are.
        """
        cleaned = checked_type(new)
        with self._units.write("tariff.added", name=cleaned.name) as work:
            refuse_taken(work, cleaned, None)
            made = work.membership_types.get(work.membership_types.add(cleaned))
            work.commit()
        return changed(made, Subject.MEMBERS)

    def change(self, type_id: int, new: NewMembershipType) -> Outcome[MembershipType]:
        """Replace what is known of a type; memberships that exist keep their terms.

        Raises:
            RuleError: as ``add``. NotFoundError: the type is gone.
        """
        cleaned = checked_type(new)
        with self._units.write("tariff.changed", name=cleaned.name) as work:
            known = work.membership_types.get(type_id).content.name
            refuse_taken(work, cleaned, type_id)
            work.membership_types.change(type_id, cleaned)
            work.filters.follow_renaming("membership_type", known, cleaned.name)
            made = work.membership_types.get(type_id)
            work.commit()
        return changed(made, Subject.MEMBERS)

    def archive(self, type_ids: Sequence[int]) -> Outcome[int]:
        """Put types out of use; return how many were not already. Memberships stay."""
        return self._set_archived(type_ids, self._today(), "tariff.archived")

    def restore(self, type_ids: Sequence[int]) -> Outcome[int]:
        """Bring types back into use; return how many were out of it."""
        return self._set_archived(type_ids, None, "tariff.restored")

    def _set_archived(
        self, type_ids: Sequence[int], on: dt.date | None, label: str
    ) -> Outcome[int]:
        with self._units.write(label, count=str(len(type_ids))) as work:
            count = sum(work.membership_types.set_archived(key, on) for key in type_ids)
            work.commit()
        return changed(count, Subject.MEMBERS)

    def move(self, type_id: int, steps: int) -> Outcome[None]:
        """Move a type down the list, or up when ``steps`` is below zero.

        Raises:
            NotFoundError: the type is gone.
        """
        with self._units.write("tariff.moved") as work:
            name = work.membership_types.get(type_id).content.name
            work.recorder.relabel(name=name)
            order = [one.id for one in work.membership_types.all()]
            place = order.index(type_id)
            order.insert(max(0, place + steps), order.pop(place))
            work.membership_types.place(order)
            work.commit()
        return changed(None, Subject.MEMBERS)


def refuse_taken(work: Work, new: NewMembershipType, type_id: int | None) -> None:
    """Raise RuleError when another type has the name, or one of the tariffs."""
    tariffs = {fold(name): name for name in new.outside_names}
    for other in work.membership_types.all():
        if other.id == type_id:
            continue
        if fold(other.content.name) == fold(new.name):
            raise RuleError("tariff.name_taken", field="name", name=new.name)
        for name in other.content.outside_names:
            if fold(name) in tariffs:
                raise RuleError(
                    "tariff.outside_name_taken",
                    field="outside_names",
                    tariff=name,
                    name=other.content.name,
                )
