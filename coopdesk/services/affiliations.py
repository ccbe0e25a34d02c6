"""Use cases around the ties of persons to organisations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.domain.ties import checked_affiliation
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contact_details import Affiliation, NewAffiliation
    from coopdesk.storage.unit_of_work import Units, Work


class AffiliationService:
    """Record, change, end and list the ties of persons to organisations."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def add(self, new: NewAffiliation) -> Outcome[Affiliation]:
        """Record a tie.

        Raises:
            RuleError: the kinds are wrong, the days are, or ``affiliation.known``.
        """
        with self._units.write("affiliation.added") as work:
            cleaned, names = _checked(work, new)
            _refuse_double(work, cleaned)
            work.recorder.relabel(**names)
            found = work.ties.affiliation(work.ties.add_affiliation(cleaned))
            work.commit()
        return changed(found, Subject.CONTACTS)

    def change(self, affiliation_id: int, new: NewAffiliation) -> Outcome[Affiliation]:
        """Replace a tie; raises as ``add``, NotFoundError when it is gone."""
        with self._units.write("affiliation.changed") as work:
            cleaned, names = _checked(work, new)
            work.recorder.relabel(**names)
            work.ties.change_affiliation(affiliation_id, cleaned)
            found = work.ties.affiliation(affiliation_id)
            work.commit()
        return changed(found, Subject.CONTACTS)

    def end(self, affiliation_id: int, on: dt.date) -> Outcome[Affiliation]:
        """Say on which day a tie ended."""
        with self._units.read() as work:
            known = work.ties.affiliation(affiliation_id)
        return self.change(affiliation_id, replace(known.content, ended_on=on))

    def remove(self, affiliation_id: int) -> Outcome[Affiliation]:
        """Delete a tie that never was; returns what it was."""
        with self._units.write("affiliation.removed") as work:
            known = work.ties.affiliation(affiliation_id)
            work.recorder.relabel(
                person=known.person_name, organisation=known.organisation_name
            )
            work.ties.remove_affiliation(affiliation_id)
            work.commit()
        return changed(known, Subject.CONTACTS)

    def of(self, contact_id: int) -> list[Affiliation]:
        """Return the ties of a contact, in either direction; those in force first."""
        with self._units.read() as work:
            return work.ties.affiliations_of(contact_id)

    def roles(self) -> list[str]:
        """Return the roles given so far, the most used first, to complete what is typed."""
        with self._units.read() as work:
            return work.ties.roles()


def _checked(work: Work, new: NewAffiliation) -> tuple[NewAffiliation, dict[str, str]]:
    person = changeable(work, new.person_id)
    organisation = changeable(work, new.organisation_id)
    cleaned = checked_affiliation(new, person.profile.kind, organisation.profile.kind)
    names = {"person": person.display_name, "organisation": organisation.display_name}
    return cleaned, names


def _refuse_double(work: Work, new: NewAffiliation) -> None:
    """Refuse a tie that is in force already in the same role."""
    for known in work.ties.affiliations_of(new.person_id):
        same = known.content.organisation_id == new.organisation_id
        if (
            same
            and known.content.ended_on is None
            and new.ended_on is None
            and fold(known.content.role) == fold(new.role)
        ):
            raise RuleError("affiliation.known", field="role", name=known.organisation_name)
