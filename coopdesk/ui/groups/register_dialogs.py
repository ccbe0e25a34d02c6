"""Asks what registers of action there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.groups import ActionRegister


@dataclass(frozen=True, slots=True)
class Arranged:
    """The names of registers by id, empty to remove one, and those that are new."""

    names: dict[int, str]
    added: tuple[str, ...]


class RegistersDialog(FormDialog):
    """The registers of the association, one beneath the other; gives an ``Arranged``."""

    def __init__(
        self, registers: Sequence[ActionRegister], usual: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(_("Registers of action"), _("Save"), parent)
        form = self.form
        said = _("The yearly report of activity tells what was done under each of them.")
        form.add_widget(plain_label(said, "muted", wrap=True))
        self.names: dict[int, QLineEdit] = {}
        for place, one in enumerate(registers, start=1):
            line = form.add(
                f"name:{one.id}",
                _("Register {number}").format(number=place),
                QLineEdit(one.name),
                _("Emptied, it is removed from all that belongs to it.") if one.uses else "",
            )
            self.names[one.id] = line
        self.added = form.add("name", _("Another one"), QLineEdit())
        self._usual = tuple(usual)
        self._takes_usual = False
        self.usual_button = QPushButton(_("Add the usual ones"))
        self.usual_button.setAutoDefault(False)
        self.usual_button.setToolTip(" · ".join(usual))
        self.usual_button.clicked.connect(self._on_usual)
        form.add_widget(self.usual_button)
        self.usual_button.setVisible(bool(usual))
        self._said = plain_label("", "muted", wrap=True)
        self._said.hide()
        form.add_widget(self._said)
        form.is_dirty = False
        self.added.setFocus()

    @Slot()
    def _on_usual(self) -> None:
        self._takes_usual = True
        self.usual_button.hide()
        said = _("Will be added: {names}").format(names=" · ".join(self._usual))
        self._said.setText(said)
        self._said.show()
        self.form.is_dirty = True

    @override
    def read(self) -> Arranged:
        typed = (self.added.text(),) if self.added.text().strip() else ()
        usual = self._usual if self._takes_usual else ()
        names = {key: line.text() for key, line in self.names.items()}
        return Arranged(names, (*usual, *typed))
