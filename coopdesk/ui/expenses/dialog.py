"""Asks for an expense sheet: who, what for, and its lines, by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.expenses import NOTE_LIMIT, TITLE_LIMIT, NewExpenseSheet
from coopdesk.ui.contacts.choices import choice_of_contact, find_persons
from coopdesk.ui.expenses.rows import ExpenseRows
from coopdesk.ui.widgets.activity_box import (
    activity_choices,
    add_activity,
    offer_activities,
)
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.expenses import mileage_formula
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.expense_pricing import Priced
    from coopdesk.domain.expenses import ExpenseSheet, MileageShare, Vehicle
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

# All fields of a line fit into the first; labels are longer where the screen is wider.
_WIDTH, _WIDEST, _AROUND = 846, 1040, 64
_NOTE_HEIGHT = 64


@dataclass(frozen=True, slots=True)
class ExpenseStart:
    """What the form shows first: a draft to change, or whom a new one is for."""

    sheet: ExpenseSheet | None = None
    volunteer: Choice | None = None
    vehicles: tuple[Vehicle, ...] = ()
    activities: tuple[tuple[int, str], ...] = ()


class ExpenseDialog(FormDialog):
    """The lines are worth what is said beneath them, live; mileage by the scale."""

    vehicle_wanted = Signal(int)  # of this volunteer

    def __init__(self, desk: Desk, parent: QWidget, start: ExpenseStart) -> None:
        is_new = start.sheet is None
        super().__init__(
            _("New expense sheet") if is_new else _("Change the expense sheet"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self.setMinimumWidth(_WIDTH)
        room = self.screen().availableGeometry().width() - _AROUND
        self.resize(max(_WIDTH, min(_WIDEST, room)), self.height())
        self._desk = desk
        self._no_estimate = False
        form = self.form
        picker = ContactPicker(desk.tasks, partial(find_persons, desk))
        picker.offer_new()
        self.volunteer = form.add("volunteer_id", _("Volunteer"), picker, required=True)
        self.title = form.add(
            "title",
            _("What for"),
            QLineEdit(),
            _("Such as “Regional meeting of the network”: the tax office may ask."),
            required=True,
        )
        self.title.setMaxLength(TITLE_LIMIT)
        self.rows = form.add("lines", _("Expenses"), ExpenseRows(desk))
        self.said = plain_label("", "strong")
        self.explained = plain_label("", "small", wrap=True)
        form.add_widget(self.said)
        form.add_widget(self.explained)
        form.fold_rest()
        self.activity = add_activity(form, start.activities)
        if start.sheet is None:
            self._read_activities()
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self._show(start)
        self._connect()
        self._follow()

    def _show(self, start: ExpenseStart) -> None:
        self.volunteer.set_contact(start.volunteer)
        self.rows.offer(start.vehicles)
        sheet = start.sheet
        self.rows.show_lines(() if sheet is None else sheet.content.lines)
        if sheet is not None:
            self.title.setText(sheet.content.title)
            self.note.setPlainText(sheet.content.note[:NOTE_LIMIT])
            self.activity.choose(sheet.content.activity_id)
        (self.volunteer if start.volunteer is None else self.title).setFocus()
        self._estimate()

    def _read_activities(self) -> None:
        call = partial(activity_choices, self._desk.services)
        offer = partial(offer_activities, self.form, self.activity)
        self._desk.tasks.query(self, call, offer, replaces="activities")

    def _connect(self) -> None:
        self.volunteer.chosen.connect(self._on_volunteer)
        self.rows.edited.connect(self._estimate)
        self.rows.resized.connect(self._follow)
        self.rows.complete.connect(self.submit_button.click)
        self.rows.vehicle_wanted.connect(self._on_vehicle_wanted)

    @Slot()
    def _follow(self) -> None:
        """Let Tab go through the lines before what is folded, and make room for them."""
        follow_reading(self.form, self.cancel_button, self.repeat_button, self.submit_button)
        self.form.folded.emit()

    def choose_volunteer(self, contact: Contact) -> None:
        """Take this contact and go on with what it was for."""
        self.form.is_dirty = True
        self.volunteer.set_contact(choice_of_contact(contact))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_vehicle(self, vehicle: Vehicle) -> None:
        """Take a vehicle that was just recorded."""
        self.rows.choose_vehicle(vehicle)

    @Slot(object)
    def _on_volunteer(self, contact_id: int | None) -> None:
        if contact_id is None:
            self.rows.offer(())
            return
        self.form.fields["volunteer_id"].set_error("")
        call = partial(self._desk.services.vehicles.of_volunteer, contact_id)
        self._desk.tasks.query(self, call, self._on_vehicles, replaces="vehicles")
        if self.volunteer.hasFocus():
            self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_vehicles(self, vehicles: Sequence[Vehicle]) -> None:
        self.rows.offer(vehicles)
        self._estimate()

    @Slot()
    def _on_vehicle_wanted(self) -> None:
        volunteer_id = self.volunteer.contact_id()
        if volunteer_id is None:
            self.show_error(RuleError("expense.volunteer_missing", field="volunteer_id"))
        else:
            self.vehicle_wanted.emit(volunteer_id)

    @Slot()
    def _estimate(self) -> None:
        """Say what the lines are worth so far."""
        typed = NewExpenseSheet(0, "", self.rows.readable())
        call = partial(self._desk.services.expenses.estimate, typed)
        self._desk.tasks.query(
            self, call, self._on_estimate, replaces="estimate", failed=self._on_no_estimate
        )

    def _on_estimate(self, priced: Priced) -> None:
        if self._no_estimate:
            self._no_estimate = False
            self.form.clear_errors()
        self.said.setText(_("Total: {amount}").format(amount=money_text(priced.total)))
        self.explained.setText("\n".join(map(_explained, priced.mileage)))

    def _on_no_estimate(self, error: RuleError) -> None:
        self._no_estimate = True
        self.said.setText("")
        self.explained.setText("")
        self.show_error(error)

    @override
    def read(self) -> NewExpenseSheet:
        volunteer_id = self.volunteer.contact_id()
        if volunteer_id is None:
            raise RuleError("expense.volunteer_missing", field="volunteer_id")
        return NewExpenseSheet(
            volunteer_id,
            self.title.text(),
            self.rows.lines(),
            self.note.toPlainText(),
            self.activity.value,
        )

    @override
    def show_error(self, error: CoopDeskError) -> None:
        """Say what is wrong; the first wrong line under all of them."""
        errors = error.errors if isinstance(error, FieldErrors) else (error,)
        lines = [each for each in errors if (each.field or "").startswith("line")]
        others = [each for each in errors if each not in lines and isinstance(each, RuleError)]
        placed = [_of_lines(each) for each in lines[:1]]
        found = [*others, *placed]
        super().show_error(found[0] if len(found) == 1 else FieldErrors(tuple(found)))
        if placed and not others:
            self.rows.point_at(placed[0].values.get("line"))

    @override
    def start_again(self) -> None:
        self.volunteer.set_contact(None)
        self.title.clear()
        self.note.clear()
        self.activity.choose(None)
        self.rows.show_lines(())
        self._estimate()
        self.volunteer.setFocus()


def _of_lines(error: CoopDeskError) -> RuleError:
    return RuleError(error.code, **{**error.values, "field": "lines"})


def _explained(share: MileageShare) -> str:
    what = _("{vehicle}, {year}").format(vehicle=share.vehicle.content.label, year=share.year)
    worth = money_text(share.amount)
    return _("{what}: {formula} = {amount}").format(
        what=what, formula=mileage_formula(share), amount=worth
    )
