"""Changes one thing of many contacts, and shows before what it does to each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.mass_edit import Skipped
from coopdesk.ui.contacts.mass_inputs import MassInputs
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.mass_edit import edit_value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.mass_edit import EditPreview, MassEdit
    from coopdesk.ui.contacts.mass_inputs import Change
    from coopdesk.ui.desk import Desk

_PAUSE_MS = 200
_SHOWN = 100
_TABLE_HEIGHT = 200
_VALUE_WIDTH = 164


class MassEditDialog(FormDialog):
    """Gives the ``MassEdit`` that was chosen, once its preview was seen."""

    def __init__(
        self, desk: Desk, parent: QWidget, ids: Sequence[int], fields: Sequence[CustomField]
    ) -> None:
        count = len(ids)
        title = ngettext("Change {count} contact", "Change {count} contacts", count)
        said = title.format(count=number_text(count))
        super().__init__(said, said, parent)
        self.setMinimumWidth(640)
        self._desk = desk
        self._ids = tuple(ids)
        self._fields = {field.id: field for field in fields}
        self.change = self.form.add("change", _("What changes"), ChoiceBox[int]([]))
        self.inputs = MassInputs(self.form, desk, fields)
        titles = [(at, change.title) for at, change in enumerate(self.inputs.changes)]
        self.change.set_choices(titles)
        self.summary = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.summary)
        self.table = _table()
        self.form.add_widget(self.table)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.form.edited.connect(self._on_edited)
        self._show_change()
        self.change.setFocus()

    def offer(self, tags: Sequence[str], groups: Sequence[str]) -> None:
        """Propose the tags and groups there are."""
        self.inputs.offer(tags, groups)

    @property
    def _chosen(self) -> Change:
        return self.inputs.changes[self.change.value]

    @override
    def read(self) -> MassEdit:
        return self._chosen.read()

    # the preview

    @Slot()
    def _on_edited(self) -> None:
        if self.sender() is self.form and self._shown != self.change.value:
            self._show_change()
        self.submit_button.setEnabled(False)
        self._pause.start()

    def _show_change(self) -> None:
        self._shown = self.change.value
        self.inputs.show(self._chosen)
        self.form.clear_errors()
        self._say_nothing()
        self._pause.start()
        self._on_folded()

    def _say_nothing(self) -> None:
        self.submit_button.setEnabled(False)
        self.summary.setText("")
        self.table.setRowCount(0)

    @Slot()
    def _on_pause(self) -> None:
        try:
            edit = self.read()
        except RuleError:
            self._say_nothing()
            return
        self._desk.tasks.query(
            self,
            partial(self._desk.services.mass_edit.preview, self._ids, edit),
            partial(self._on_preview, edit),
            failed=self._on_no_preview,
            replaces="preview",
        )

    def _on_no_preview(self, _error: object) -> None:
        # Half typed: what is wrong is said when it is sent, or when the field is left.
        self._say_nothing()

    def _on_preview(self, edit: MassEdit, preview: EditPreview) -> None:
        changing = preview.changing
        self.submit_button.setEnabled(bool(changing))
        verb = ngettext("Change {count} contact", "Change {count} contacts", len(changing))
        text = verb.format(count=number_text(len(changing)))
        if changing:
            self.submit_button.setText(text)
            self.submit_button.setToolTip(f"{text} (Ctrl+S)")
        self.summary.setText(_summary(preview))
        self.table.setRowCount(min(len(changing), _SHOWN))
        # Through the model: the bindings bear badly that items made in Python are deleted.
        model = self.table.model()
        for row, line in enumerate(changing[:_SHOWN]):
            old, new = (edit_value_text(edit, x, self._fields) for x in (line.old, line.new))
            for column, said in enumerate((line.name, old or "—", new or "—")):
                model.setData(model.index(row, column), said)

    @override
    @Slot()
    def unlock(self) -> None:
        super().unlock()
        self._pause.start()


def _summary(preview: EditPreview) -> str:
    count = len(preview.changing)
    said = ngettext("{count} contact changes", "{count} contacts change", count)
    parts = [said.format(count=number_text(count))]
    for why in Skipped:
        left = preview.count_skipped(why)
        if left:
            parts.append(
                _("{count}: {reason}").format(count=number_text(left), reason=label(why))
            )
    if count > _SHOWN:
        parts.append(_("the first {count} are shown").format(count=number_text(_SHOWN)))
    return " · ".join(parts)


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setHorizontalHeaderLabels([_("Name"), _("Before"), _("After")])
    table.setAccessibleName(_("What changes for each contact"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFixedHeight(_TABLE_HEIGHT)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        table.setColumnWidth(column, _VALUE_WIDTH)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return table
