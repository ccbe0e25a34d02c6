"""Leads to the receipt, the year or the view that a row, a figure or another page asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.receipts import Verdict
from coopdesk.ui.receipts.numbers import id_of_number
from coopdesk.ui.receipts.views import ReceiptViews, View

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.cures import Cures
    from coopdesk.ui.receipts.declared import DeclaredFigure
    from coopdesk.ui.receipts.review_rows import ReviewRow

_FILTERS = {verdict.value: verdict for verdict in Verdict}
_VIEWS = {"issued": View.ISSUED, "declaration": View.DECLARATION}


class Leading(QObject):
    """Goes there; the page reads the year that is wanted."""

    year_wanted = Signal(int)

    def __init__(self, desk: Desk, views: ReceiptViews, cures: Cures) -> None:
        super().__init__(views)
        self._desk = desk
        self._views = views
        self._cures = cures
        views.room.view.row_activated.connect(self._on_row)
        views.declaration.receipts_wanted.connect(self._on_declared)
        views.issued.gifts_action.triggered.connect(self.show_gifts)

    def show_target(self, target: object) -> None:
        """Show a receipt, a year, a view, or the gifts of a verdict.

        ``("year", 2025)`` or ``("year", 2025, "blocked")`` are the gifts of a year, whatever
        was looked for before; ``("declaration", 2025)`` is that of a fiscal year.
        """
        if isinstance(target, int):
            self.show_receipt(target)
        elif isinstance(target, tuple) and target[:1] == ("year",):
            self._show_year(int(target[1]), *target[2:])
        elif isinstance(target, tuple) and target[:1] == ("declaration",):
            self._views.go_to(View.DECLARATION)
            self._views.declaration.show_year(int(target[1]))
        elif isinstance(target, str) and target in _VIEWS:
            self._views.go_to(_VIEWS[target])
        elif isinstance(target, str) and target in _FILTERS:
            self._views.go_to(View.ROOM)
            self._views.room.figures.choose(_FILTERS[target])

    def _show_year(self, year: int, verdict: str = "") -> None:
        self._views.go_to(View.ROOM)
        self._views.clear()
        self._views.room.figures.choose(_FILTERS.get(verdict))
        self.year_wanted.emit(year)

    # receipts

    @Slot(int)
    def show_receipt(self, receipt_id: int) -> None:
        """Open a receipt beside the list of its year."""
        self._views.go_to(View.ISSUED)
        call = partial(self._desk.services.receipts.lines, [receipt_id])
        self._desk.tasks.query(self, call, self._on_lines)

    def _on_lines(self, lines: list[ReceiptLine]) -> None:
        if lines:
            self._views.clear()
            self.year_wanted.emit(lines[0].year)
            # Arrows go on from it, and its keys are not those of a search.
            self._views.issued.setFocus()
            self._views.issued.open(lines[0].id)

    @Slot(object)
    def show_line(self, line: ReceiptLine) -> None:
        """Open a receipt that was just issued."""
        self.show_receipt(line.id)

    @Slot(object)
    def _on_declared(self, figure: DeclaredFigure) -> None:
        """Show the receipts behind a figure of the declaration."""
        self._views.go_to(View.ISSUED)
        self._views.show_declared(figure)
        self._views.issued.clear()
        self._views.issued.setFocus()
        self.year_wanted.emit(figure.year)

    @Slot(object)
    def _on_row(self, row: ReviewRow) -> None:
        """Begin the cure of a gift, or open the receipt on which it is."""
        number = row.line.gift.receipt_number
        if not number:
            view = self._views.room.view
            self._cures.cure(row, view.rows(view.listed_ids()))
            return
        find = partial(id_of_number, self._desk.services.receipts, number)
        self._desk.tasks.query(self, find, self._on_numbered)

    def _on_numbered(self, receipt_id: int | None) -> None:
        if receipt_id is not None:
            self.show_receipt(receipt_id)

    # views

    @Slot()
    def show_issued(self) -> None:
        """Go to the list of issued receipts."""
        self._views.go_to(View.ISSUED)
        self._views.issued.setFocus()

    @Slot()
    def show_gifts(self) -> None:
        """Go to the gifts of the year."""
        self._views.go_to(View.ROOM)
        self._views.room.setFocus()

    @Slot()
    def show_blocked(self) -> None:
        """Go to the gifts that are blocked."""
        self.show_target(Verdict.BLOCKED.value)
        self._views.room.setFocus()

    @Slot()
    def show_declaration(self) -> None:
        """Go to the yearly declaration."""
        self._views.go_to(View.DECLARATION)
        self._views.declaration.setFocus()
