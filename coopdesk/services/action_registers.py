"""Use cases around registers of action and what belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_rules import checked_register
from coopdesk.domain.groups import Tagged
from coopdesk.domain.text import fold, is_said_in
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.usual_registers import usual_registers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.groups import ActionRegister
    from coopdesk.storage.unit_of_work import Units, Work


class ActionRegisterService:
    """Keep the registers of action, by which the yearly report tells what was done."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def all(self) -> list[ActionRegister]:
        """Return the registers in their order with how much belongs to each."""
        with self._units.read() as work:
            return work.action_registers.all()

    def usual(self) -> tuple[str, ...]:
        """Return names to start from that are not recorded yet."""
        known = {fold(one.name) for one in self.all()}
        return tuple(name for name in usual_registers() if fold(name) not in known)

    def names_of(self, kind: Tagged, key: int) -> list[str]:
        """Return the registers that an event, a group or an output belongs to."""
        with self._units.read() as work:
            return work.action_registers.names_of(kind, key)

    def add(self, name: str, description: str = "") -> Outcome[ActionRegister]:
        """Record a register behind the others.

        Raises:
            RuleError: ``register.name_missing``, ``register.name_taken``, ``text.too_long``.
        """
        tidy, told = checked_register(name, description)
        with self._units.write("register.added", name=tidy) as work:
            _refuse_taken(work, tidy, None)
            made = work.action_registers.get(work.action_registers.add(tidy, told))
            work.commit()
        return changed(made, Subject.GROUPS)

    def add_usual(self) -> Outcome[int]:
        """Record the usual registers that are not there yet; return how many."""
        with self._units.write("register.usual_added") as work:
            missing = [x for x in usual_registers() if not work.action_registers.id_named(x)]
            for name in missing:
                work.action_registers.add(name, "")
            work.commit()
        return changed(len(missing), Subject.GROUPS)

    def rename(
        self, register_id: int, name: str, description: str = ""
    ) -> Outcome[ActionRegister]:
        """Give a register another name or description; raises as ``add``, NotFoundError."""
        tidy, told = checked_register(name, description)
        with self._units.write("register.changed", name=tidy) as work:
            work.action_registers.get(register_id)
            _refuse_taken(work, tidy, register_id)
            work.action_registers.change(register_id, tidy, told)
            made = work.action_registers.get(register_id)
            work.commit()
        return changed(made, Subject.GROUPS)

    def arrange(self, names: Mapping[int, str], added: Sequence[str]) -> Outcome[int]:
        """Rename registers, remove those whose name is empty, and add others; all at once.

        Returns how many there are.

        Raises:
            RuleError: ``register.name_taken``, ``text.too_long``, at the field ``name:`` with
                the id, or ``name`` of an added one. NotFoundError: one is gone.
        """
        with self._units.write("register.arranged") as work:
            renamed = {}
            for key, name in names.items():
                known = work.action_registers.get(key)
                if not name.strip():
                    work.action_registers.delete(key)
                elif name != known.name:
                    renamed[key], _told = checked_register(name, "", f"name:{key}")
            _refuse_twice(work, renamed)
            work.action_registers.rename(renamed)
            for name in added:
                tidy, _told = checked_register(name, "")
                _refuse_taken(work, tidy, None)
                work.action_registers.add(tidy, "")
            count = len(work.action_registers.all())
            work.commit()
        return changed(count, Subject.GROUPS, Subject.EVENTS)

    def remove(self, register_id: int) -> Outcome[ActionRegister]:
        """Remove a register with its tags; return what it was. Raises NotFoundError."""
        with self._units.write("register.removed") as work:
            known = work.action_registers.get(register_id)
            work.recorder.relabel(name=known.name)
            work.action_registers.delete(register_id)
            work.commit()
        return changed(known, Subject.GROUPS, Subject.EVENTS)

    def tag(self, kind: Tagged, key: int, names: Sequence[str]) -> Outcome[bool]:
        """Let an event, a group or an output belong to these registers alone.

        Returns whether that differed.

        Raises:
            RuleError: ``register.unknown``. NotFoundError: the group or output is gone.
        """
        with self._units.write("register.tagged") as work:
            work.recorder.relabel(name=_name_of(work, kind, key))
            differed = work.action_registers.tag(kind, key, _ids(work, names))
            work.commit()
        return changed(differed, Subject.GROUPS, Subject.EVENTS)


def _ids(work: Work, names: Sequence[str]) -> list[int]:
    """Return the registers that names name: whole, or by words of one register alone."""
    known = work.action_registers.all()
    ids = []
    for name in names:
        exact = work.action_registers.id_named(name)
        keys = [exact] if exact else [x.id for x in known if is_said_in(name, x.name)]
        if len(keys) != 1:
            told = ", ".join(one.name for one in known) or "—"
            raise RuleError("register.unknown", field="registers", text=name, known=told)
        ids.append(keys[0])
    return ids


def _name_of(work: Work, kind: Tagged, key: int) -> str:
    if kind is Tagged.GROUP:
        return work.groups.get(key).name
    if kind is Tagged.OUTPUT:
        return work.group_work.output(key).content.title
    return work.groups.event_title(key)


def _refuse_twice(work: Work, renamed: Mapping[int, str]) -> None:
    """Raise RuleError when two registers would have one name; two may swap theirs."""
    kept = [one.name for one in work.action_registers.all() if one.id not in renamed]
    taken = {fold(name) for name in kept}
    for key, name in renamed.items():
        if fold(name) in taken:
            raise RuleError("register.name_taken", field=f"name:{key}", name=name)
        taken.add(fold(name))


def _refuse_taken(work: Work, name: str, register_id: int | None) -> None:
    if work.action_registers.id_named(name) not in {None, register_id}:
        raise RuleError("register.name_taken", field="name", name=name)
