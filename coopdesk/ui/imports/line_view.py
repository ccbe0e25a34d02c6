"""The lines of a file that is being imported: what becomes of each, to be decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.money import total
from coopdesk.services.outcome import Outcome
from coopdesk.ui.imports.cell_dialog import CellDialog
from coopdesk.ui.imports.columns import Held, line_columns
from coopdesk.ui.imports.empty_states import no_line, say_no_line
from coopdesk.ui.imports.line_decisions import LineDecisions
from coopdesk.ui.imports.line_parts import line_parts
from coopdesk.ui.imports.lines import preview_rows
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_previews import Preview
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.figures import Wanted
    from coopdesk.ui.imports.lines import LineRow

# Files whose lines may be given to contacts.
_OF_PEOPLE = frozenset({FileKind.PAYMENTS, FileKind.STATEMENT, FileKind.POLL})

_OF_MONEY = frozenset({FileKind.PAYMENTS, FileKind.STATEMENT})


class LineView(QWidget):
    """Lists the lines of one preview under a filter; a line opens beside.

    ``decided`` tells of lines (by their number in the file) what was decided: the names and
    values of fields of a ``RowDecision``. F2 corrects the line, Del leaves lines out.
    """

    decided = Signal(object, object)  # tuple of lines, dict

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = preview_rows(())
        self._kind = FileKind.PAYMENTS
        self._decisions: ImportDecisions = NO_IMPORT_DECISIONS
        self._told: Mapping[int, Mapping[str, str]] = {}
        self._wanted: Wanted = None
        self._text = ""
        self._is_open = True
        self._correcting = 0
        self._held = Held()
        self.list = RecordList(desk, "imports.preview", line_columns(), self._fetch)
        self.list.set_accessible_name(_("Lines of the file and what becomes of them"))
        self._nothing = no_line()
        self.list.set_empty(self._nothing)
        self.list.sort_changed.connect(self.refresh)
        self.list.selection_changed.connect(self._on_selection)
        self.panel = DetailPanel(_("The line and what becomes of it"))
        self.decisions = LineDecisions(desk)
        self.correct_action = make_step(self, _("Correct…"), "pencil-simple")
        self.leave_action = make_step(self, _("Leave out"), "x-circle")
        self.asker = Asker(desk, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.panel.add_action(self.correct_action)
        inner = self.panel.layout()
        assert isinstance(inner, QVBoxLayout)
        inner.addWidget(self.decisions)
        self.detail = ListDetail(self.list, self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.detail)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.detail.wanted.connect(self._on_wanted)
        self.decisions.decided.connect(self._on_decided)
        self.correct_action.triggered.connect(self.correct)
        self.leave_action.triggered.connect(self._on_leave)
        self.asker.saved.connect(self._on_corrected)
        for action, keys in ((self.correct_action, "F2"), (self.leave_action, "Del")):
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    # what is shown

    def show_preview(
        self,
        preview: Preview,
        kind: FileKind,
        decisions: ImportDecisions,
        told: Mapping[int, Mapping[str, str]],
        *,
        is_same: bool,
    ) -> None:
        """Show the lines of a file; of the same one, what was open stays open.

        ``told`` is what the file itself says in cells that were corrected, by line.
        """
        if not is_same:
            self.detail.close_record()
            self.list.table.clearSelection()
            self._kind = kind
            self._held = Held()
        self._show_columns(preview)
        self._decisions, self._told = decisions, told
        self._rows = preview_rows(preview.lines, preview.file_format)
        self._set_open(is_open=True)
        self._desk.tasks.query(self, self._rows.prepare, _nothing)
        self.refresh()
        self.detail.read_again()

    def _show_columns(self, preview: Preview) -> None:
        """Leave the width to the words where nobody is named and nothing is to be said."""
        if not self.list.selected_ids:
            # Else the lines that are selected would be so no longer.
            self._held = Held()
        self._held = self._held.and_of(preview.lines)
        self.list.set_columns(line_columns(self._kind, self._held))

    def freeze(self) -> None:
        """Leave the lines to be read: the file was imported, nothing is to be decided."""
        self._set_open(is_open=False)

    def thaw(self) -> None:
        """Let lines be decided again: nothing was imported."""
        if not self._is_open:
            self._set_open(is_open=True)
            self.detail.read_again()

    def _set_open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self.decisions.set_open(is_open=is_open)
        self._on_selection()

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
        self._on_selection()

    def _fetch(self, ids: Sequence[int]) -> list[LineRow]:
        return self._rows.lines(ids)

    @Slot()
    def _on_selection(self) -> None:
        chosen = self._chosen()
        self.leave_action.setEnabled(self._is_open and bool(chosen))
        self.correct_action.setEnabled(
            self._is_open and len(chosen) == 1 and bool(chosen[0].line.raw)
        )
        shown = self.list.selected_ids
        ids = shown if len(shown) > 1 else self.list.model.ids.tolist()
        rows = self._rows.lines(ids)
        amount = total(row.line.amount for row in rows if not row.line.left_out)
        text = _("Total: {amount}").format(amount=money_text(amount))
        self.list.set_totals(text if ids and self._kind in _OF_MONEY else "")

    def _chosen(self) -> list[LineRow]:
        """Return the lines that an action is about."""
        ids = self.list.selected_ids
        if len(ids) < 2 and self.detail.chosen_id is not None:
            ids = (self.detail.chosen_id,)
        return self._rows.lines(ids)

    @Slot(int)
    def _on_wanted(self, row_id: int) -> None:
        for row in self._rows.lines([row_id]):
            name = _("Line {line}").format(line=row.line.line)
            self.panel.show_parts(name, line_parts(row, self._kind, self._told_of(row)))
            decision = self._decisions.of(row.line.line)
            of_people = self._kind in _OF_PEOPLE
            self.decisions.show_line(row.line, decision, has_contacts=of_people)
        self._on_selection()

    # what is decided

    @Slot(object)
    def _on_decided(self, fields: dict[str, object]) -> None:
        lines = tuple(row.line.line for row in self._rows.lines([self.detail.shown_id or 0]))
        if lines and self._is_open:
            self.decided.emit(lines, fields)

    @Slot()
    def _on_leave(self) -> None:
        """Leave the chosen lines out, or take them again if all are left out."""
        rows = self._chosen()
        out = not all(row.line.left_out for row in rows)
        lines = tuple(row.line.line for row in rows)
        self.decided.emit(lines, {"leave_out": out, "keep": False})

    @Slot()
    def correct(self) -> None:
        """Open the cells of the line."""
        for row in self._chosen()[:1]:
            self._correcting = row.line.line
            self.asker.ask(partial(CellDialog, row, self._told_of(row), self), _kept)

    @Slot(object)
    def _on_corrected(self, cells: dict[str, str]) -> None:
        if cells:
            self.decided.emit((self._correcting,), {"cells": cells})

    def _told_of(self, row: LineRow) -> Mapping[str, str]:
        return self._told.get(row.line.line, {})


def _kept(cells: dict[str, str]) -> Outcome[dict[str, str]]:
    """Return corrections as they are: nothing is written before the import."""
    return Outcome(cells, frozenset())


def _nothing(_result: object) -> None:
    """Take a result nobody needs."""
