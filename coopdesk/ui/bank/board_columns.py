"""The board side by side: search and list at the left, the panel of the line at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.ui.bank.board_list import BoardList
    from coopdesk.ui.bank.proposal_panel import ProposalPanel
    from coopdesk.ui.widgets.search_field import SearchField

_LIST_WIDTH, _PANEL_WIDTH = 520, 480
# Below that width both say less, and the list gets only what a label needs.
_NARROW, _NARROW_LIST, _NARROW_PANEL = 900, 385, 405


class BoardColumns(QSplitter):
    """Where there is little room the panel gets no more than it needs, and both say less."""

    def __init__(self, search: SearchField, board: BoardList, panel: ProposalPanel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._list = board
        self._panel = panel
        self._is_narrow = False
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(search)
        column.addWidget(board, 1)
        for widget in (board, panel):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.addWidget(left)
        self.addWidget(panel)
        self.setSizes([_LIST_WIDTH, _PANEL_WIDTH])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._panel.be_narrow(wanted=is_narrow)
            narrow, usual = [_NARROW_LIST, _NARROW_PANEL], [_LIST_WIDTH, _PANEL_WIDTH]
            self.setSizes(narrow if is_narrow else usual)
            self._list.be_narrow(wanted=is_narrow)
