"""Asks which registers of action an event, a group or an output belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from typing_extensions import override

from coopdesk.ui.widgets.check_list import CheckList
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.groups import ActionRegister, Tagged
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.asking import Asker


@dataclass(frozen=True, slots=True)
class Tags:
    """The registers there are, and those that something belongs to."""

    registers: tuple[ActionRegister, ...]
    chosen: tuple[str, ...]


class TagDialog(FormDialog):
    """Tick the registers; gives their names."""

    def __init__(
        self,
        name: str,
        registers: Sequence[ActionRegister],
        chosen: Collection[str],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Registers of action"), _("Save"), parent)
        self.form.add_widget(plain_label(name, "strong", wrap=True))
        lines = [(one.name, one.name) for one in registers]
        self.registers = self.form.add(
            "registers", _("It belongs to"), CheckList[str](lines, chosen)
        )
        self.form.is_dirty = False
        self.registers.setFocus()

    @override
    def read(self) -> tuple[str, ...]:
        return self.registers.ticked


class RegisterTagging(QObject):
    """Reads the registers, asks by a view's asker and sends what was ticked.

    Where there is none yet, ``arrange`` asks for some; else it is said where that is done.
    """

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        asker: Asker,
        arrange: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(view)
        self._arrange = arrange
        self._desk = desk
        self._view = view
        self._asker = asker

    def ask(self, kind: Tagged, key: int, name: str) -> None:
        """Ask for the registers of one thing; ``name`` is what it is called."""
        read = partial(_read_tags, self._desk.services, kind, key)
        done = partial(self._on_read, kind, key, name)
        self._desk.tasks.query(self._view, read, done, replaces="tags")

    def _on_read(self, kind: Tagged, key: int, name: str, tags: Tags) -> None:
        if not tags.registers and self._arrange is not None:
            self._arrange()
            return
        if not tags.registers:
            said = _("There is no register of action yet: the page of groups adds some.")
            self._desk.feedback.tell(said)
            return
        make = partial(TagDialog, name, tags.registers, tags.chosen, self._view.window())
        self._asker.ask(make, partial(self._desk.services.action_registers.tag, kind, key))


def _read_tags(services: Services, kind: Tagged, key: int) -> Tags:
    registers = services.action_registers
    return Tags(tuple(registers.all()), tuple(registers.names_of(kind, key)))
