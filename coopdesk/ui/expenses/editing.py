"""Opens the forms of expense sheets and vehicles, and sends what was typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.contacts.editing import ContactEditor
from coopdesk.ui.contacts.typed_name import contact_named
from coopdesk.ui.expenses.dialog import ExpenseDialog, ExpenseStart
from coopdesk.ui.expenses.settle_dialog import SettleDialog
from coopdesk.ui.expenses.vehicle_dialog import VehicleDialog
from coopdesk.ui.widgets.activity_box import activity_choices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.expenses import ExpenseSheet, NewExpenseSheet, NewVehicle, Vehicle
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.expenses.settle_dialog import SettleOrder
    from coopdesk.ui.widgets.contact_picker import Choice


class ExpenseEditor(QObject):
    """Records, changes and settles sheets over a page; one form at a time."""

    saved = Signal(object)  # ExpenseSheet

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._changed_id: int | None = None
        self._vehicle_id: int | None = None
        self.dialog: ExpenseDialog | None = None
        self.settle_dialog: SettleDialog | None = None
        self.vehicle_dialog: VehicleDialog | None = None
        self.contact_editor: ContactEditor | None = None

    # sheets

    @Slot()
    def add(self, volunteer: Choice | None = None) -> None:
        """Ask for a new sheet."""
        self._open(ExpenseStart(volunteer=volunteer), None)
        if volunteer is not None and self.dialog is not None:
            self.dialog.volunteer.set_contact(volunteer)

    def change(self, sheet_id: int) -> None:
        """Ask what is to change of a draft."""
        call = partial(_read_start, self._desk.services, sheet_id)
        self._desk.tasks.query(self, call, self._on_start, replaces="start")

    def _on_start(self, start: ExpenseStart) -> None:
        assert start.sheet is not None
        self._open(start, start.sheet.id)

    def _open(self, start: ExpenseStart, sheet_id: int | None) -> None:
        if self.dialog is not None:
            return
        dialog = ExpenseDialog(self._desk, self._window, start)
        self.dialog, self._changed_id = dialog, sheet_id
        self.contact_editor = ContactEditor(self._desk, dialog, picks=True)
        self.contact_editor.saved.connect(dialog.choose_volunteer)
        self.contact_editor.existing_chosen.connect(self._on_existing_chosen)
        dialog.volunteer.new_requested.connect(self._on_new_volunteer)
        dialog.vehicle_wanted.connect(self.add_vehicle)
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, new: NewExpenseSheet) -> None:
        dialog, expenses = self.dialog, self._desk.services.expenses
        if dialog is None:
            return
        call: partial[Outcome[ExpenseSheet]] = (
            partial(expenses.record, new)
            if self._changed_id is None
            else partial(expenses.change, self._changed_id, new)
        )
        self._desk.tasks.command(
            dialog, call, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, sheet: ExpenseSheet) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.saved.emit(sheet)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = self.contact_editor = None

    @Slot(str)
    def _on_new_volunteer(self, typed: str) -> None:
        if self.contact_editor is not None:
            self.contact_editor.add(contact_named(typed))

    @Slot(int)
    def _on_existing_chosen(self, contact_id: int) -> None:
        if self.dialog is not None:
            get = partial(self._desk.services.contacts.get, contact_id)
            self._desk.tasks.query(self.dialog, get, self._on_existing)

    def _on_existing(self, contact: Contact) -> None:
        if self.dialog is not None:
            self.dialog.choose_volunteer(contact)

    # vehicles

    @Slot(int)
    def add_vehicle(self, owner_id: int) -> None:
        """Ask for a new vehicle of a volunteer."""
        self._open_vehicle(owner_id, None)

    def change_vehicle(self, vehicle_id: int) -> None:
        """Ask what is to change of a vehicle."""
        call = partial(self._desk.services.vehicles.get, vehicle_id)
        self._desk.tasks.query(self, call, self._on_vehicle_read, replaces="vehicle")

    def _on_vehicle_read(self, vehicle: Vehicle) -> None:
        self._open_vehicle(vehicle.content.owner_id, vehicle)

    def _open_vehicle(self, owner_id: int, vehicle: Vehicle | None) -> None:
        if self.vehicle_dialog is not None:
            return
        dialog = VehicleDialog(self.dialog or self._window, owner_id, vehicle)
        self.vehicle_dialog = dialog
        self._vehicle_id = None if vehicle is None else vehicle.id
        dialog.submitted.connect(self._on_vehicle_submitted)
        dialog.finished.connect(self._on_vehicle_finished)
        dialog.open()

    @Slot(object)
    def _on_vehicle_submitted(self, new: NewVehicle) -> None:
        dialog, vehicles = self.vehicle_dialog, self._desk.services.vehicles
        if dialog is None:
            return
        call: partial[Outcome[Vehicle]] = (
            partial(vehicles.record, new)
            if self._vehicle_id is None
            else partial(vehicles.change, self._vehicle_id, new)
        )
        self._desk.tasks.command(
            dialog, call, self._on_vehicle_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_vehicle_saved(self, vehicle: Vehicle) -> None:
        if self.vehicle_dialog is not None:
            self.vehicle_dialog.saved()
        if self.dialog is not None:
            self.dialog.take_vehicle(vehicle)

    @Slot()
    def _on_vehicle_finished(self) -> None:
        self.vehicle_dialog = None

    # settling

    def settle(self, sheet: ExpenseSheet, *, as_gift: bool) -> None:
        """Ask when a sheet is waived, or paid back and how."""
        if self.settle_dialog is not None:
            return
        dialog = SettleDialog(self._desk, self._window, sheet, as_gift=as_gift)
        self.settle_dialog = dialog
        dialog.submitted.connect(self._on_settling)
        dialog.finished.connect(self._on_settle_finished)
        dialog.open()

    @Slot(object)
    def _on_settling(self, order: SettleOrder) -> None:
        dialog, expenses = self.settle_dialog, self._desk.services.expenses
        if dialog is None:
            return
        send, failed = self._desk.tasks.command, dialog.show_error
        if order.mode is None:
            waive = partial(expenses.waive, order.sheet_id, order.on)
            send(dialog, waive, dialog.saved, failed=failed, ended=dialog.unlock)
        else:
            reimburse = partial(expenses.reimburse, order.sheet_id, order.on, order.mode)
            send(dialog, reimburse, dialog.saved, failed=failed, ended=dialog.unlock)

    @Slot()
    def _on_settle_finished(self) -> None:
        self.settle_dialog = None


def _read_start(services: Services, sheet_id: int) -> ExpenseStart:
    """Read what the form of a draft needs; runs on the worker."""
    sheet = services.expenses.get(sheet_id)
    volunteer = services.contacts.get(sheet.content.volunteer_id)
    vehicles = services.vehicles.of_volunteer(volunteer.id)
    activities = activity_choices(services, sheet.content.activity_id)
    return ExpenseStart(sheet, choice_of_contact(volunteer), tuple(vehicles), activities)
