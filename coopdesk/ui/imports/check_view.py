"""The payments to check: a list, and the decision about those that are selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.imports.check_foot import CheckFoot
from coopdesk.ui.imports.check_list import CheckList, read_check_rows
from coopdesk.ui.imports.deciding import Deciding
from coopdesk.ui.imports.empty_states import nothing_to_check
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.check_list import CheckRow

_SEARCH_WIDTH = 640


class CheckView(QWidget):
    """Shows what an import could not judge."""

    def __init__(self, desk: Desk, primary: QAction) -> None:
        super().__init__()
        self._desk = desk
        self.check = CheckList(desk)
        self.check.list.set_empty(nothing_to_check())
        self.foot = CheckFoot()
        self.foot.hide()
        self.deciding = Deciding(desk, self.check, self.foot)
        self._search = SearchField(_("Search a name or a campaign"))
        self._search.setMaximumWidth(_SEARCH_WIDTH)
        self._search.leads_to(self.check)
        self._head = ViewHead(search=self._search, primary=primary, uses_year=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._search)
        layout.addWidget(self.check, 1)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.check)
        self._search.searched.connect(self.check.filter)
        self.check.list.clear_requested.connect(self._search.clear)
        self.check.selection_changed.connect(self.deciding.offer)
        # Its parts, its file and its contact are seen where all payments are.
        self.check.payment_wanted.connect(partial(desk.navigator.open, "accounts"))

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        return self._head

    @Slot()
    def reload(self) -> None:
        """Read the payments that wait."""
        read = partial(read_check_rows, self._desk.services)
        self._desk.tasks.query(self, read, self._on_read, replaces="to_check")

    def show_target(self, target: object) -> None:
        """Select a payment: ``("to_check", id)``; without an id show the whole list."""
        self._search.clear()
        if isinstance(target, tuple) and len(target) > 1 and isinstance(target[1], int):
            self.check.select_payment(target[1])
        self.check.setFocus()

    def _on_read(self, rows: list[CheckRow]) -> None:
        self.check.show_rows(rows)
        self.foot.setVisible(bool(self.check.count))
        if self.check.count:
            self.foot.show_check()
            self.deciding.offer()
