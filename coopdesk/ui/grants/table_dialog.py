"""The official budget of a grant or a project: planned, from the books, and what makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from coopdesk.services.outcome import Subject
from coopdesk.ui.grants.table_rows import table_columns, table_rows
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_tables import GrantTables
    from coopdesk.services.outcome import Changes
    from coopdesk.ui.desk import Desk

_WIDTH, _HEIGHT = 860, 620
_SUBJECTS = (Subject.GRANTS, Subject.ENTRIES, Subject.PAYMENTS, Subject.ACTIVITIES)


class TableDialog(QDialog):
    """Enter on a line shows its entries beneath; on an entry, opens it in the accounts."""

    def __init__(self, desk: Desk, read: Callable[[], GrantTables], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._read = read
        self._opened: set[str] = set()
        self._tables: GrantTables | None = None
        title = _("Planned and carried out")
        self.setWindowTitle(title)
        self.heading = plain_label(title, "title")
        self.said = plain_label("", "muted", wrap=True)
        self.sheet = FigureSheet(_("Budget in the official layout"))
        self.sheet.opened.connect(self._on_opened)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 32), min(_HEIGHT, room.height() - 32))
        desk.changes.changed.connect(self._on_changed)
        self.reload()

    def _lay_out(self) -> None:
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)  # Enter is of the line that is chosen
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.said)
        layout.addLayout(foot)
        self.sheet.setFocus()

    @Slot()
    def reload(self) -> None:
        """Read the figures again."""
        self._desk.tasks.query(self, self._read, self._on_read, replaces="tables")

    def _on_read(self, tables: GrantTables) -> None:
        self._tables = tables
        self.heading.setText(tables.title)
        self.said.setText(" ".join(_remarks(tables)))
        self._show()
        self.sheet.select_first()

    def _show(self) -> None:
        if self._tables is not None:
            self.sheet.show_rows(table_columns(), table_rows(self._tables, self._opened))

    @Slot(object)
    def _on_opened(self, opens: object) -> None:
        if isinstance(opens, int):
            self.accept()
            self._desk.navigator.open("accounts", ("entry", opens))
        elif isinstance(opens, str):
            self._opened ^= {opens}
            self._show()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(subject in changes for subject in _SUBJECTS):
            self.reload()


def _remarks(tables: GrantTables) -> list[str]:
    """Return what is to be known of the figures."""
    said = [_("Enter on a line shows the entries that make it.")]
    if tables.planned_gap:
        text = _("Planned income less planned expenses: {amount}; the form wants none.")
        said.append(text.format(amount=money_text(tables.planned_gap)))
    if tables.drafts:
        said.append(_("Some entries are drafts: the figures may still change."))
    if tables.has_indirect:
        said.append(_("No entry tells what the indirect costs came to: work them out."))
    if tables.unsorted:
        text = _("{amount} waits on account 47, in no line.")
        said.append(text.format(amount=money_text(tables.unsorted)))
    return said
