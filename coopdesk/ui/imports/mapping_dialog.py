"""Asks what each column of a file means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from coopdesk.domain.contact_imports import (
    CUSTOM,
    FIELDS,
    IGNORED,
    KEPT,
    NAMING,
    REPEATABLE,
    Sureness,
    are_chosen,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.ui.imports.other_kind import link_button
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.contact_fields import field_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_imports import ColumnUse, Recognised
    from coopdesk.domain.custom_fields import CustomField

_SAMPLES = 3
_SAMPLE_LENGTH = 40


class MappingDialog(FormDialog):
    """One choice for each column, as guessed; submits the mapping of names to fields."""

    bank_wanted = Signal()

    def __init__(
        self, recognised: Recognised, fields: Mapping[int, CustomField], parent: QWidget
    ) -> None:
        super().__init__(_("What the columns hold"), _("See what would be imported"), parent)
        self.setMinimumWidth(520)
        self._columns = recognised.columns
        self._fields = fields
        self.form.add_widget(plain_label(_intro(self._columns), "muted", wrap=True))
        if recognised.file_format is FileFormat.CONTACT_TABLE:
            self.bank_button = link_button("bank", _("It is a bank statement, not contacts"))
            self.bank_button.clicked.connect(self.bank_wanted)
            self.form.add_widget(self.bank_button)
        choices = _choices(fields)
        self.boxes: dict[str, ChoiceBox[str]] = {}
        for use in self._columns:
            box: ChoiceBox[str] = ChoiceBox(choices)
            box.choose(use.field)
            self.form.add(use.column, _escaped(use.column), box, _hint(use))
            self.boxes[use.column] = box

    @override
    def read(self) -> dict[str, str]:
        """Return the mapping; a field that holds one value may stand for one column only."""
        mapping = {name: box.value for name, box in self.boxes.items()}
        seen: set[str] = set()
        for column, field in mapping.items():
            if field in seen and field not in REPEATABLE:
                what = field_text(field, self._fields)
                raise RuleError("mapping.twice", field=column, what=what)
            seen.add(field)
        if not seen & NAMING:
            raise RuleError("mapping.nameless")
        return mapping


def _intro(columns: Sequence[ColumnUse]) -> str:
    if are_chosen(columns):
        return _(
            "This is what you chose for these columns before. What has no place of its own is "
            "kept in the note: nothing is lost."
        )
    return _(
        "The program has guessed what each column holds. Correct what is wrong. "
        "What has no place of its own is kept in the note: nothing is lost."
    )


def _choices(fields: Mapping[int, CustomField]) -> list[tuple[str, str]]:
    last = [(KEPT, field_text(KEPT)), (IGNORED, field_text(IGNORED))]
    named = [
        (name, field_text(name))
        for name in FIELDS
        if name not in {KEPT, IGNORED, "exported_at"}
    ]
    own = [(f"{CUSTOM}{key}", one.content.name) for key, one in fields.items()]
    return [*last, *named, *own]


def _hint(use: ColumnUse) -> str:
    samples = [text.replace("\n", " ")[:_SAMPLE_LENGTH] for text in use.samples[:_SAMPLES]]
    shown = " · ".join(samples) if samples else _("(empty column)")
    if use.sureness is Sureness.CONTENT:
        return _("{samples} (guessed from the content)").format(samples=shown)
    return shown


def _escaped(column: str) -> str:
    """Show an ampersand of a column as it is, not as the mark of a key."""
    return column.replace("&", "&&")
