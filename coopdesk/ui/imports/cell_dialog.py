"""Corrects the cells of one row of a file; the file itself stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import capital
from coopdesk.wording.labels import import_reason_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.import_previews import PreviewLine
    from coopdesk.ui.imports.lines import LineRow

_LONGEST = 4_000


class CellDialog(FormDialog):
    """A field for each column, the wrong ones first, the empty ones folded.

    Under a cell that was corrected before stands what the file says there (``told``).
    """

    def __init__(self, row: LineRow, told: Mapping[str, str], parent: QWidget) -> None:
        line = row.line
        title = _("Correct line {line}").format(line=line.line)
        super().__init__(title, _("Correct"), parent)
        self._raw, self._told = dict(line.raw), told
        self._column_text = row.column_text
        wrong = wrong_columns(line)
        said = _("The file stays as it is: the import reads this line as you write it here.")
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        self.cells: dict[str, QLineEdit] = {}
        filled = [name for name, text in self._raw.items() if text.strip() or name in told]
        shown = [*wrong, *(name for name in filled if name not in wrong)]
        for name in shown:
            self._add(name)
        rest = [name for name in self._raw if name not in shown]
        if rest:
            self.form.fold_rest(_("Empty columns"))
            for name in rest:
                self._add(name)
        why = import_reason_text(line.reason, line.values)
        for name in wrong:
            # An error stands in the place of the hint.
            said = f"{capital(why)} {self._hint(name)}".rstrip()
            self.form.fields[name].set_error(said)
        if shown:
            self.cells[shown[0]].setFocus()

    def _add(self, name: str) -> None:
        field = QLineEdit(" ".join(self._raw[name].split()))
        field.setMaxLength(_LONGEST)
        field.setCursorPosition(0)
        title = self._column_text(name).replace("&", "&&")
        self.cells[name] = self.form.add(name, title, field, self._hint(name))

    def _hint(self, name: str) -> str:
        told = self._told.get(name)
        if told is None or told == self._raw[name]:
            return ""
        return _("In the file: {text}").format(text=told or _("(empty)"))

    @override
    def read(self) -> dict[str, str]:
        """Return the cells that say something else now."""
        return {
            name: field.text()
            for name, field in self.cells.items()
            if field.text() != " ".join(self._raw[name].split())
        }


def wrong_columns(line: PreviewLine) -> list[str]:
    """Return the columns for which a row is refused, of those that it has."""
    if line.verdict is not RowVerdict.REFUSED:
        return []
    return [name for name in line.summary.split(", ") if name in line.raw]
