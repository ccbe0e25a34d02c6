"""One frame of a scrolled list, as a ratio to Qt's own model in C++ with the same cells.

Both models stand in the same kind of view, with the same texts, alignments and fonts; each
frame scrolls by a few rows and paints the whole view. Bar: at most 1.9.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.measuring import in_turn, median_ratio
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import create_database, signature
from coopdesk.ui.changes import ChangeBus
from coopdesk.ui.contacts.columns import contact_columns
from coopdesk.ui.feedback import Feedback
from coopdesk.ui.tables import PAGE, PagedTableModel
from coopdesk.ui.tasks import TaskRunner

CONTACTS = 1_000
FRAMES = 40
ROWS_A_FRAME = 3
ROUNDS = 15
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.TextAlignmentRole,
    Qt.ItemDataRole.FontRole,
)


def fetched(model: PagedTableModel, tasks: TaskRunner) -> None:
    """Ask for every page once and wait until they are there."""
    for row in range(0, model.rowCount(), PAGE):
        model.data(model.index(row, 0))
        while not tasks.is_idle:
            QApplication.processEvents()


def copied(model: PagedTableModel) -> QStandardItemModel:
    """Return Qt's own model with the same cells."""
    copy = QStandardItemModel(model.rowCount(), model.columnCount())
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            item = QStandardItem()
            for role in _ROLES:
                item.setData(model.index(row, column).data(role), role)
            copy.setItem(row, column, item)
    return copy


class Scroller:
    """A view of one model, painted frame by frame."""

    def __init__(self, model: PagedTableModel | QStandardItemModel) -> None:
        self.view = QTableView()
        self.view.setModel(model)
        self.view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
        self.view.resize(1100, 700)
        self.view.show()
        self._picture = QImage(self.view.size(), QImage.Format.Format_RGB32)

    def scroll(self) -> None:
        """Paint frames from the top of the list on."""
        bar = self.view.verticalScrollBar()
        for frame in range(FRAMES):
            bar.setValue(frame * ROWS_A_FRAME)
            painter = QPainter(self._picture)
            self.view.viewport().render(painter, QPoint())
            painter.end()


def main() -> None:
    """Print the ratio of a frame of our list to one of Qt's model."""
    application = QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scrolling.coopdesk"
        services = create_database(path, signature("", Origin.WINDOW))
        services.demo.build(CONTACTS, 2, 1901)
        window = QTableView()
        changes = ChangeBus(window)
        tasks = TaskRunner(changes, Feedback(window), window)
        ids = services.contacts.ids(ContactFilter())[: 2 * PAGE]
        model = PagedTableModel(tasks, contact_columns(), services.contacts.lines, window)
        model.set_ids(ids)
        fetched(model, tasks)
        bare, ours = Scroller(copied(model)), Scroller(model)
        ratio = median_ratio(in_turn(partial(bare.scroll), partial(ours.scroll), ROUNDS))
        tasks.shut_down()
        services.database.close()
    sys.stdout.write(
        f"frame: C++ model {1000 * ratio.bare / FRAMES:.2f} ms, ours"
        f" {1000 * ratio.ours / FRAMES:.2f} ms, ratio {ratio.quotient:.2f} (bar 1.9)\n"
    )
    del application


if __name__ == "__main__":
    main()
