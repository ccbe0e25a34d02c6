"""The group of a form with the fields that the association added to its contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.contact_details import FieldValue
from coopdesk.ui.contacts.custom_inputs import CustomInput
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from coopdesk.domain.contacts import ContactKind
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.field_checks import FieldChecks
    from coopdesk.ui.widgets.form import Form


class OwnFields:
    """Inputs that come once the definitions were read; until then values stay as they are."""

    def __init__(self, form: Form, today: Callable[[], dt.date]) -> None:
        self._form = form
        self._today = today
        self._heading = form.add_heading(_("Fields of the association"))
        self._heading.hide()
        self._box = QWidget()
        self._layout = QVBoxLayout(self._box)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        form.add_widget(self._box)
        self._box.hide()
        self._kind: ContactKind | None = None
        self._values: dict[int, FieldValue] = {}
        self.inputs: dict[int, CustomInput] = {}

    def offer(self, fields: Sequence[CustomField]) -> None:
        """Draw an input for each field, once."""
        if self.inputs:
            return
        # The fields come after the form was shown: nobody typed anything by that.
        was_dirty = self._form.is_dirty
        with self._form.placed_in(self._layout):
            for field in fields:
                made = CustomInput(field, self._today)
                self.inputs[field.id] = made
                self._form.add(made.name, field.content.name, made.widget)
                self._form.check_on_leave(made.name, made.value)
        self.show(self._values.values())
        if self._kind is not None:
            self.show_kind(self._kind)
        self._form.is_dirty = was_dirty

    def show(self, values: Iterable[FieldValue]) -> None:
        """Fill the inputs."""
        self._values = {value.field_id: value for value in values}
        for key, made in self.inputs.items():
            value = self._values.get(key)
            made.show_value(value.text if value else "")

    def show_kind(self, kind: ContactKind) -> None:
        """Show the fields that contacts of a kind have."""
        self._kind = kind
        shown = set(self._concerned(kind))
        for key, made in self.inputs.items():
            self._form.fields[made.name].setVisible(key in shown)
        self._heading.setVisible(bool(shown))
        self._box.setVisible(bool(shown))

    def _concerned(self, kind: ContactKind) -> list[int]:
        made = self.inputs.items()
        return [key for key, one in made if one.field.content.concerns(kind)]

    def read(self, kind: ContactKind, checks: FieldChecks) -> tuple[FieldValue, ...]:
        """Return the values of a contact of this kind; ``checks`` collects what is wrong."""
        if not self.inputs:
            return tuple(self._values.values())
        found = []
        for key in self._concerned(kind):
            made = self.inputs[key]
            text = checks.taken(made.value, "")
            if text:
                found.append(FieldValue(key, text, made.field.content.is_searched))
        return tuple(found)
