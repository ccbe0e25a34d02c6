"""A small house with a programme, for tests of groups: invented people and structures."""

from __future__ import annotations

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.groups import GroupKind, NewGroup
from coopdesk.services.action_registers import ActionRegisterService
from coopdesk.services.activities import ActivityService
from coopdesk.services.contacts import ContactService
from coopdesk.services.group_work import GroupWorkService
from coopdesk.services.groups import GroupService
from coopdesk.services.operations import OperationService
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import EventRow
from tests.building import NOW, TODAY, person, today


class GroupOffice:
    """The services on one database."""

    def __init__(self, units):
        self.units = units
        self.contacts = ContactService(units, today)
        self.groups = GroupService(units, today)
        self.work = GroupWorkService(units, today)
        self.registers = ActionRegisterService(units)
        self.activities = ActivityService(units, today)
        self.operations = OperationService(units)

    def person(self, last="Lefèvre", first="Élodie", **more):
        return self.contacts.add(person(last, first, **more)).value.id

    def structure(self, name, **more):
        new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name, **more)
        return self.contacts.add(new).value.id

    def programme(self, name="Rives communes", **more):
        return self.groups.add(NewGroup(name, GroupKind.PROGRAMME, **more)).value.id

    def chantier(self, name, programme_id, **more):
        new = NewGroup(name, GroupKind.CHANTIER, parent_id=programme_id, **more)
        return self.groups.add(new).value.id

    def event(self, title="Atelier des rives", day=TODAY):
        """Write an event as its own service will, of which these tests know nothing."""
        values = {
            "kind": "workshop",
            "state": "confirmed",
            "title": title,
            "search_key": title.lower(),
            "when_kind": "days",
            "starts_on": day,
            "ends_on": day,
            "uid": f"{title}@coopdesk",
            "changed_at": NOW,
        }
        with self.units.write("group.event_tied") as work:
            key = work.recorder.insert(table_of(EventRow), values)
            work.commit()
        return key
