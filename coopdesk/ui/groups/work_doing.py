"""What the links in the record of a group do: objectives, people, outputs, charter, money."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from coopdesk.domain.groups import EventTie, GroupKind, Tagged
from coopdesk.ui.groups import links
from coopdesk.ui.groups.event_tie_dialog import EventTieDialog
from coopdesk.ui.groups.part_dialogs import CharterDialog, PartDialog, SignatureDialog
from coopdesk.ui.groups.structures_dialog import StructuresDialog
from coopdesk.ui.groups.work_dialogs import ObjectiveDialog, OutputDialog
from coopdesk.ui.widgets.register_tags import RegisterTagging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.groups import Group
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.groups.event_tie_dialog import Tying
    from coopdesk.ui.groups.part_dialogs import Signing
    from coopdesk.ui.groups.reading import GroupRecord
    from coopdesk.ui.widgets.asking import Asker


class GroupWorkDoing(QObject):
    """Knows the record that is shown; ``links`` says what each of its links does."""

    def __init__(
        self, desk: Desk, view: QWidget, asker: Asker, arrange_registers: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asker = asker
        self._tagging = RegisterTagging(desk, view, asker, arrange_registers)
        self.record: GroupRecord | None = None
        services = desk.services
        self._work, self._groups = services.group_work, services.groups
        self.links: dict[str, Callable[[Any], object]] = {
            links.RAISE_CHANTIER: self._raise_chantier,
            links.ADD_OBJECTIVE: self._add_objective,
            links.CHANGE_OBJECTIVE: self._change_objective,
            links.RAISE_OBJECTIVE: self._raise_objective,
            links.REMOVE_OBJECTIVE: partial(self._send, self._work.remove_objective),
            links.ADD_OUTPUT: self._add_output,
            links.CHANGE_OUTPUT: self._change_output,
            links.TAG_OUTPUT: self._tag_output,
            links.REMOVE_OUTPUT: partial(self._send, self._work.remove_output),
            links.TAG_GROUP: self._tag_group,
            links.JOIN: self._join,
            links.CHANGE_PART: self._change_part,
            links.REMOVE_PART: partial(self._send, self._groups.remove),
            links.STRUCTURES: self._add_structures,
            links.SIGN: self._sign,
            links.SIGNATURE: self._change_signature,
            links.TIE_EVENT: self._tie_event,
            **{f"{links.UNTIE}{tie.value}": partial(self._untie, tie) for tie in EventTie},
            links.MAKE_ACTIVITY: self._make_activity,
        }

    @property
    def _window(self) -> QWidget:
        return self._view.window()

    @property
    def _group(self) -> Group | None:
        return self.record.sheet.group if self.record is not None else None

    def _send(self, command: Callable[[int], Outcome[Any]], key: int) -> None:
        self._desk.tasks.command(self._view, partial(command, key))

    # chantiers

    def _raise_chantier(self, key: int) -> None:
        """Put a chantier before the one above it; all are numbered from 1 on."""
        chantiers = self.record.sheet.chantiers if self.record is not None else ()
        order = [line.id for line in chantiers if line.kind is GroupKind.CHANTIER]
        place = order.index(key) if key in order else 0
        if self._group is not None and place:
            order.insert(place - 1, order.pop(place))
            call = partial(self._groups.order_chantiers, self._group.id, order)
            self._desk.tasks.command(self._view, call)

    # objectives

    def _add_objective(self, _key: int) -> None:
        if self._group is not None:
            make = partial(ObjectiveDialog, self._desk, None, self._window)
            self._asker.ask(make, partial(self._work.add_objective, self._group.id))

    def _change_objective(self, key: int) -> None:
        found = _of_id(self.record.sheet.objectives, key) if self.record is not None else None
        if found is not None:
            make = partial(ObjectiveDialog, self._desk, found.content, self._window)
            self._asker.ask(make, partial(self._work.change_objective, key))

    def _raise_objective(self, key: int) -> None:
        """Put an objective before the one that is shown above it, of its own kind."""
        objectives = self.record.sheet.objectives if self.record is not None else ()
        order = [one.id for one in objectives]
        found = _of_id(objectives, key)
        if found is None:
            return
        place = order.index(key)
        alike = [
            at
            for at, one in enumerate(objectives[:place])
            if one.content.kind is found.content.kind
        ]
        if alike:
            steps = alike[-1] - place
            call = partial(self._work.move_objective, key, steps)
            self._desk.tasks.command(self._view, call)

    # outputs

    def _add_output(self, _key: int) -> None:
        if self._group is not None:
            make = partial(OutputDialog, self._desk, None, self._window)
            self._asker.ask(make, partial(self._work.add_output, self._group.id))

    def _change_output(self, key: int) -> None:
        found = _of_id(self.record.sheet.outputs, key) if self.record is not None else None
        if found is not None:
            make = partial(OutputDialog, self._desk, found.content, self._window)
            self._asker.ask(make, partial(self._work.change_output, key))

    # registers

    def _tag_group(self, _key: int) -> None:
        if self._group is not None:
            self._tagging.ask(Tagged.GROUP, self._group.id, self._group.name)

    def _tag_output(self, key: int) -> None:
        found = _of_id(self.record.sheet.outputs, key) if self.record is not None else None
        if found is not None:
            self._tagging.ask(Tagged.OUTPUT, key, found.content.title)

    # who takes part

    def _join(self, _key: int) -> None:
        if self._group is not None:
            make = partial(PartDialog, self._desk, self._group.name, None, self._window)
            self._asker.ask(make, self._groups.join)

    def _change_part(self, key: int) -> None:
        found = _of_id(self.record.sheet.parts, key) if self.record is not None else None
        if found is not None and self._group is not None:
            make = partial(PartDialog, self._desk, self._group.name, found, self._window)
            self._asker.ask(make, partial(self._groups.change, key))

    def _add_structures(self, _key: int) -> None:
        if self._group is not None:
            make = partial(StructuresDialog, self._desk, self._group, self._window)
            self._asker.ask(make, self._desk.services.group_structures.join)

    # events

    def _tie_event(self, _key: int) -> None:
        if self._group is not None:
            make = partial(EventTieDialog, self._desk, self._group, self._window)
            self._asker.ask(make, partial(self._send_tie, self._group.id))

    def _send_tie(self, group_id: int, told: Tying) -> Outcome[None]:
        return self._work.tie_event(group_id, told.event_id, told.tie)

    def _untie(self, tie: EventTie, event_id: int) -> None:
        if self._group is not None:
            call = partial(self._work.untie_event, self._group.id, event_id, tie)
            self._desk.tasks.command(self._view, call)

    # charter and money

    def _sign(self, _key: int) -> None:
        if self.record is not None and self._group is not None:
            parts = self.record.sheet.parts
            make = partial(CharterDialog, self._desk, self._group, parts, self._window)
            self._asker.ask(make, self._note_signatures)

    def _change_signature(self, key: int) -> None:
        found = _of_id(self.record.sheet.parts, key) if self.record is not None else None
        if found is not None:
            make = partial(SignatureDialog, self._desk, found, self._window)
            self._asker.ask(make, self._note_signatures)

    def _note_signatures(self, signing: Signing) -> Outcome[int]:
        return self._work.sign_charter(signing.part_ids, signing.on)

    def _make_activity(self, _key: int) -> None:
        if self._group is not None:
            self._send(self._work.ensure_activity, self._group.id)


def _of_id(records: Iterable[Any], key: int) -> Any:
    """Return the record of an id, None when it is gone."""
    return next((one for one in records if one.id == key), None)
