"""The parts of the report: a box to tick for each, and in a line what it will say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coopdesk.domain.annual_reports import ReportBlock
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.annual_reports import block_line
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QLabel

    from coopdesk.domain.annual_report_content import AnnualReportContent

# What stands under a box begins where its words do.
_INDENT = 26


class BlockList(QWidget):
    """``edited`` tells when the person ticked one."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[ReportBlock, QCheckBox] = {}
        self.lines: dict[ReportBlock, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for block in ReportBlock:
            box = self.boxes[block] = QCheckBox(label(block))
            box.setAccessibleName(label(block))
            box.clicked.connect(self._on_clicked)
            line = self.lines[block] = plain_label("…", "small", wrap=True)
            line.setContentsMargins(_INDENT, 0, 0, 4)
            line.setMinimumWidth(1)
            column.addWidget(box)
            column.addWidget(line)
        self.setFocusProxy(self.boxes[ReportBlock.MEMBERS])

    @property
    def ticked(self) -> tuple[ReportBlock, ...]:
        """The parts that are chosen, in their order."""
        return tuple(block for block, box in self.boxes.items() if box.isChecked())

    def tick(self, blocks: Collection[ReportBlock]) -> None:
        """Choose these parts and no others."""
        for block, box in self.boxes.items():
            box.setChecked(block in blocks)

    def show_content(self, content: AnnualReportContent | None) -> None:
        """Say what each part holds; without content, that it is being read."""
        for block, line in self.lines.items():
            said = _("Being read…") if content is None else block_line(content, block)
            line.setText(said)
            self.boxes[block].setAccessibleDescription(said)

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit()
