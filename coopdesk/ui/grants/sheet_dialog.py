"""A dialog of figures: Enter on a line shows what makes it, then the record behind that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from coopdesk.services.outcome import Subject
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Changes
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.reports.figure_sheet import SheetColumn, SheetRow

Found = TypeVar("Found")
_HEIGHT = 620
_SUBJECTS = (
    Subject.GRANTS,
    Subject.INVENTORY,
    Subject.ENTRIES,
    Subject.PAYMENTS,
    Subject.ACTIVITIES,
)


@dataclass(frozen=True, slots=True)
class SheetKind(Generic[Found]):
    """What a dialog shows of what it reads.

    ``rows`` are given the keys of the lines that are unfolded. A row that opens a text unfolds;
    a number is an entry; a pair is a page and what to show there. ``title_of`` names what was
    read, ``remarks`` is what is to be known of its figures.
    """

    title: str
    name: str
    columns: Callable[[Found], Sequence[SheetColumn]]
    rows: Callable[[Found, Collection[str]], Sequence[SheetRow]]
    title_of: Callable[[Found], str]
    remarks: Callable[[Found], Sequence[str]]
    width: int = 860


class SheetDialog(QDialog, Generic[Found]):
    """Reads its figures again when something changed; ``read`` runs on the worker."""

    def __init__(
        self,
        desk: Desk,
        kind: SheetKind[Found],
        read: Callable[[], Found],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._kind = kind
        self._read = read
        self._opened: set[str] = set()
        self._found: Found | None = None
        self.setWindowTitle(kind.title)
        self.heading = plain_label(kind.title, "title", wrap=True)
        self.said = plain_label("", "muted", wrap=True)
        self.sheet = FigureSheet(kind.name)
        self.sheet.opened.connect(self._on_opened)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(kind.width, room.width() - 32), min(_HEIGHT, room.height() - 32))
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
        self._desk.tasks.query(self, self._read, self._on_read, replaces="figures")

    def _on_read(self, found: Found) -> None:
        self._found = found
        self.heading.setText(self._kind.title_of(found))
        self.said.setText("\n".join(self._kind.remarks(found)))
        self._show()
        self.sheet.select_first()

    def _show(self) -> None:
        if self._found is not None:
            rows = self._kind.rows(self._found, self._opened)
            self.sheet.show_rows(self._kind.columns(self._found), rows)

    @Slot(object)
    def _on_opened(self, opens: object) -> None:
        if isinstance(opens, str):
            self._opened ^= {opens}
            self._show()
            return
        page, target = opens if isinstance(opens, tuple) else ("accounts", ("entry", opens))
        self.accept()
        self._desk.navigator.open(page, target)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if any(subject in changes for subject in _SUBJECTS):
            self.reload()
