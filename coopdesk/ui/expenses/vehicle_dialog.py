"""Asks for a volunteer's vehicle: what the mileage scale needs to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.expenses import TITLE_LIMIT, NewVehicle
from coopdesk.domain.mileage import VehicleKind
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.expenses import Vehicle

_SHORT = 120
_LONGEST = 3


class VehicleDialog(FormDialog):
    """Once kilometres of it are settled only its name can change."""

    def __init__(self, parent: QWidget, owner_id: int, vehicle: Vehicle | None) -> None:
        is_new = vehicle is None
        super().__init__(
            _("New vehicle") if is_new else _("Change the vehicle"), _("Save"), parent
        )
        self._owner_id = owner_id
        form = self.form
        hint = _("Such as “Clio AB-123-CD”.")
        self.name = form.add("label", _("Name"), QLineEdit(), hint, required=True)
        self.name.setMaxLength(TITLE_LIMIT)
        kinds = [(kind, label(kind)) for kind in VehicleKind]
        self.kind = form.add("kind", _("Kind"), ChoiceBox(kinds))
        hint = _("In CV: on the registration certificate, field P.6.")
        self.power = form.add("power", _("Fiscal power"), QLineEdit(), hint, required=True)
        self.power.setMaximumWidth(_SHORT)
        self.electric = form.add("is_electric", _("Electric: counts more"), QCheckBox())
        self.kind.currentIndexChanged.connect(self._on_kind)
        if vehicle is not None:
            self._show(vehicle)
        self.name.setFocus()

    def _show(self, vehicle: Vehicle) -> None:
        content = vehicle.content
        self.name.setText(content.label)
        self.kind.choose(content.kind)
        self.power.setText(str(content.power or ""))
        self.electric.setChecked(content.is_electric)
        for field in (self.kind, self.power, self.electric):
            field.setEnabled(not vehicle.is_settled)
        if vehicle.is_settled:
            said = _("Kilometres of this vehicle are settled: only its name can change.")
            self.form.fields["power"].set_hint(said)

    @Slot()
    def _on_kind(self) -> None:
        self.form.fields["power"].setVisible(self.kind.value is not VehicleKind.MOPED)

    @override
    def read(self) -> NewVehicle:
        text = self.power.text().strip().upper().removesuffix("CV").strip()
        # What is no number is missing: the rule says so beside the other fields.
        is_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST
        is_electric = self.electric.isChecked()
        power = int(text) if is_number else 0
        return NewVehicle(self._owner_id, self.name.text(), self.kind.value, power, is_electric)
