"""Asks for a field that the association adds to its contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.custom_fields import CustomField

_CHOICES_HEIGHT = 120
WITH_CHOICES = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})


class FieldDialog(FormDialog):
    """Defines a field; gives a ``NewCustomField`` and the choices that got another name."""

    def __init__(self, parent: QWidget, known: CustomField | None = None) -> None:
        is_new = known is None
        super().__init__(
            _("New field") if is_new else _("Change the field"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self._known = known.content if known is not None else NewCustomField("")
        form = self.form
        self.name = form.add(
            "name", _("Name"), QLineEdit(), _("As it stands above the field"), required=True
        )
        kinds = [(kind, label(kind)) for kind in FieldKind]
        self.kind = form.add("kind", _("Type"), ChoiceBox(kinds))
        self.choices = form.add(
            "choices", _("Choices"), QPlainTextEdit(), _("One a line"), required=True
        )
        self.choices.setFixedHeight(_CHOICES_HEIGHT)
        self.choices.setTabChangesFocus(True)
        self.concerns = form.add(
            "kind_of_contact",
            _("Concerns"),
            ChoiceBox(
                [(None, concerns_text(None)), *((x, concerns_text(x)) for x in ContactKind)]
            ),
        )
        self.is_listed = form.add(
            "is_listed", _("Show as a column of the list of contacts"), QCheckBox()
        )
        self.is_searched = form.add(
            "is_searched", _("Find contacts by what stands in it"), QCheckBox()
        )
        self.kind.currentIndexChanged.connect(self._show_choices)
        self._show()

    def _show(self) -> None:
        known = self._known
        self.name.setText(known.name)
        self.kind.choose(known.kind)
        self.choices.setPlainText("\n".join(known.choices))
        self.concerns.choose(known.kind_of_contact)
        self.is_listed.setChecked(known.is_listed)
        self.is_searched.setChecked(known.is_searched)
        self._show_choices()
        self.form.is_dirty = False
        self.name.setFocus()

    @Slot()
    def _show_choices(self) -> None:
        self.form.fields["choices"].setVisible(self.kind.value in WITH_CHOICES)
        self._on_folded()

    @override
    def read(self) -> tuple[NewCustomField, dict[str, str]]:
        lines = tuple(x.strip() for x in self.choices.toPlainText().splitlines() if x.strip())
        new = NewCustomField(
            name=self.name.text(),
            kind=self.kind.value,
            kind_of_contact=self.concerns.value,
            choices=lines if self.kind.value in WITH_CHOICES else (),
            is_listed=self.is_listed.isChecked(),
            is_searched=self.is_searched.isChecked(),
        )
        return new, renamed_choices(self._known.choices, new.choices)

    @override
    def start_again(self) -> None:
        self._known = NewCustomField("")
        self._show()


def renamed_choices(old: tuple[str, ...], new: tuple[str, ...]) -> dict[str, str]:
    """Return the choices that were rewritten in their place: values follow them."""
    if len(old) != len(new):
        return {}
    pairs = zip(old, new, strict=True)
    return {was: now for was, now in pairs if was not in new and now not in old}


def concerns_text(kind: ContactKind | None) -> str:
    """Return which contacts a field is for."""
    if kind is None:
        return _("Persons and organisations")
    return _("Persons only") if kind is ContactKind.PERSON else _("Organisations only")
