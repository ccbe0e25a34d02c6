"""Gives the demonstration a programme: chantiers with what they want, make and share."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.groups import EventTie, ObjectiveState, Tagged
from coopdesk.services.action_registers import ActionRegisterService
from coopdesk.services.group_work import GroupWorkService
from coopdesk.services.groups import GroupService
from coopdesk.storage.joined_work import JoinedUnits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.demo_events import DemoChantier, GroupWords
    from coopdesk.domain.groups import NewObjective
    from coopdesk.services.demo_guests import DemoGuests
    from coopdesk.storage.unit_of_work import Units, Work

_BEGAN = dt.timedelta(days=360)
_SIGNED = dt.timedelta(days=200)
_MEMBERS = 6


class DemoGroupWriter:
    """Writes the programme of the demonstration; ``structures`` are those that take part."""

    def __init__(
        self,
        units: Units,
        work: Work,
        words: GroupWords,
        today: Callable[[], dt.date],
        guests: DemoGuests,
    ) -> None:
        joined = JoinedUnits(units, work)
        self._words = words
        self._today = today()
        self._guests = guests
        self._groups = GroupService(joined, today)
        self._work = GroupWorkService(joined, today)
        self._registers = ActionRegisterService(joined)

    def write(self, structures: Sequence[int], workshops: Sequence[int], festival: int) -> None:
        """Write all of it; the first workshop is where it was born."""
        self._registers.add_usual()
        names = [one.name for one in self._registers.all()]
        began = self._today - _BEGAN
        programme = replace(
            self._words.programme,
            started_on=began,
            charter=self._words.charter,
            charter_on=began,
        )
        programme_id = self._groups.add(programme, workshops[0]).value.id
        self._sign(programme.name, programme_id, structures)
        for place, one in enumerate(self._words.chantiers):
            ours = structures[place::3]
            self._write_chantier(one, programme_id, ours, names)
        self._work.tie_event(programme_id, festival, EventTie.HOST)
        for event_id, which in ((workshops[-1], 0), (festival, 1)):
            self._registers.tag(Tagged.EVENT, event_id, names[which : which + 1])

    def _sign(self, name: str, group_id: int, structures: Sequence[int]) -> None:
        """Let structures take part in a group; every other one signed its charter."""
        began = self._today - _BEGAN
        for key in structures:
            self._groups.join(NewGroupMember(key, name, "partenaire", began))
        parts = [one.id for one in self._groups.members(group_id)][::2]
        if parts:
            self._work.sign_charter(parts, self._today - _SIGNED)

    def _write_chantier(
        self,
        told: DemoChantier,
        programme_id: int,
        structures: Sequence[int],
        registers: Sequence[str],
    ) -> None:
        referent_id = self._guests.contact()
        new = replace(
            told.group,
            parent_id=programme_id,
            started_on=self._today - _BEGAN,
            referent_id=referent_id,
            referent_title="Référent·e" if referent_id else "",
            referent_organisation_id=structures[0] if structures else None,
        )
        made = self._groups.add(new).value
        self._sign(made.name, made.id, structures)
        for key in self._guests.contacts(_MEMBERS):
            role = "référent·e" if key == referent_id else ""
            began = self._today - dt.timedelta(days=300 - key % 90)
            self._groups.join(NewGroupMember(key, made.name, role, began))
        for objective, due in told.objectives:
            self._work.add_objective(made.id, self._dated(objective, due))
        own = [registers[x] for x in told.registers if x < len(registers)]
        self._registers.tag(Tagged.GROUP, made.id, own)
        for output, day in told.outputs:
            made_on = self._today + dt.timedelta(days=day)
            output_id = self._work.add_output(
                made.id, replace(output, made_on=made_on)
            ).value.id
            self._registers.tag(Tagged.OUTPUT, output_id, own[:1])

    def _dated(self, new: NewObjective, due: int) -> NewObjective:
        day = self._today + dt.timedelta(days=due)
        reached = day if new.state is ObjectiveState.REACHED else None
        return replace(new, due_on=day, reached_on=reached)
