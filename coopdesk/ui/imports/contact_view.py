"""The lines of a file of contacts: a list, the line beside it, and what is accepted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.domain.contact_imports import ChangeKind, Choice
from coopdesk.ui.imports.contact_columns import ContactLineRow, contact_line_columns
from coopdesk.ui.imports.contact_flow import waiting
from coopdesk.ui.imports.contact_panel import ContactLinePanel
from coopdesk.ui.imports.empty_states import no_line, say_no_line
from coopdesk.ui.imports.lines import Rows
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.contact_imports import ContactPreview, Decisions
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.figures import Wanted


class ContactLineView(QWidget):
    """Lists the lines under a filter; ``all_accepted`` tells (other cells, emptied ones)."""

    all_accepted = Signal(bool, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows[ContactLineRow] = Rows()
        self._wanted: Wanted = None
        self._text = ""
        self._decisions: Decisions | None = None
        self._has_choices = False
        self.replaces = QCheckBox()
        self.clears = QCheckBox()
        for box in (self.replaces, self.clears):
            box.clicked.connect(self._on_all)
        self.list = RecordList(desk, "imports.contacts", contact_line_columns(), self._fetch)
        self.list.set_accessible_name(_("Lines of the file and what becomes of them"))
        self._nothing = no_line()
        self.list.set_empty(self._nothing)
        self.list.sort_changed.connect(self.refresh)
        self.panel = ContactLinePanel()
        self.detail = ListDetail(self.list, self.panel)
        self.detail.wanted.connect(self._on_wanted)
        self._all = QWidget()
        beside = QHBoxLayout(self._all)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(24)
        beside.addWidget(self.replaces)
        beside.addWidget(self.clears)
        beside.addStretch()
        self._all.hide()
        self.detail.covered.connect(self._on_covered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._all)
        layout.addWidget(self.detail, 1)
        self.setFocusProxy(self.list)

    def show_preview(
        self, preview: ContactPreview, decisions: Decisions, fields: Mapping[int, CustomField]
    ) -> None:
        """Show the lines of a file, the one that was open still open."""
        self._decisions = decisions
        self._rows = Rows(
            [
                ContactLineRow(number, line, fields)
                for number, line in enumerate(preview.lines, 1)
            ]
        )
        self._set_open(is_open=True)
        self._show_all(preview)
        self.refresh()
        self.detail.read_again()

    def freeze(self) -> None:
        """Leave the lines to be read: the file was imported, nothing is to be decided."""
        self.close_line()
        self._set_open(is_open=False)

    def _set_open(self, *, is_open: bool) -> None:
        self._all.setEnabled(is_open)
        self.panel.set_open(is_open=is_open)

    def close_line(self) -> None:
        """Close the line that is open: another file comes."""
        self.detail.close_record()

    def filter(self, wanted: Wanted, text: str) -> None:
        """Show the lines that are wanted and hold these words."""
        self._wanted, self._text = wanted, text
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        sort, descending = self.list.sort
        ids = self._rows.ids(self._wanted, self._text, sort, descending=descending)
        say_no_line(self._nothing, self._rows)
        self.list.set_ids(ids, searched=self._text)

    def _show_all(self, preview: ContactPreview) -> None:
        decisions = self._decisions
        assert decisions is not None
        others = waiting(preview, ChangeKind.REPLACES)
        emptied = waiting(preview, ChangeKind.CLEARS)
        text = _("Take over what the file says otherwise ({count})")
        self.replaces.setText(text.format(count=number_text(others)))
        text = _("Empty what the file has emptied ({count})")
        self.clears.setText(text.format(count=number_text(emptied)))
        self.replaces.setVisible(bool(others))
        self.clears.setVisible(bool(emptied))
        self._has_choices = bool(others or emptied)
        self._all.setVisible(self._has_choices)
        self.replaces.setChecked(decisions.replaces)
        self.clears.setChecked(decisions.clears)

    def _fetch(self, ids: Sequence[int]) -> list[ContactLineRow]:
        return self._rows.lines(ids)

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Leave the room to a line that stands in place of the list."""
        self._all.setVisible(self._has_choices and not covered)

    @Slot()
    def _on_all(self) -> None:
        self.all_accepted.emit(self.replaces.isChecked(), self.clears.isChecked())

    @Slot(int)
    def _on_wanted(self, row_id: int) -> None:
        for row in self._rows.lines([row_id]):
            decisions = self._decisions
            choice = decisions.of(row.line.line).choice if decisions else Choice.AS_PROPOSED
            self.panel.show_line(row, choice)
