"""The review: every gift of the year, and the cure of those that are blocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.receipts import Review, Verdict
from coopdesk.ui.receipts.columns import CURE, review_columns
from coopdesk.ui.receipts.review_rows import TO_VOID, ReviewRows
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.link_cells import LinkDelegate
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.review_rows import ReviewKey, ReviewRow


class ReviewView(QWidget):
    """Lists the gifts of one review; asks the page to do what a row offers."""

    row_activated = Signal(object)  # ReviewRow

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ReviewRows(Review(year=0, lines=(), missing=()))
        self._key: ReviewKey = None
        self._text = ""
        columns = review_columns()
        self.list = RecordList(desk, "receipts.review", columns, self._fetch)
        self.list.set_accessible_name(_("Gifts of the year and whether they give a receipt"))
        links = LinkDelegate(self.list.table)
        links.followed.connect(self._on_followed)
        section = next(at for at, column in enumerate(columns) if column.key == CURE)
        self.list.table.setItemDelegateForColumn(section, links)
        self.list.record_activated.connect(self._on_activated)
        self.list.selection_changed.connect(self._show_total)
        self.list.sort_changed.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    @property
    def review(self) -> Review:
        """The review that is shown; an empty one before the first."""
        return self._rows.review

    def show_rows(self, rows: ReviewRows) -> None:
        """Show another review, under the same filter."""
        self._rows = rows
        self.refresh()

    def filter(self, key: ReviewKey, text: str) -> None:
        """Show the gifts of a key (None: all) that hold these words."""
        self._key, self._text = key, text
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        sort, descending = self.list.sort
        ids = self._rows.ids(self._key, self._text, sort, descending=descending)
        # A year that has gifts, none of them such, is not an empty one.
        self.list.set_ids(ids, searched=self._in_words() if self.review.lines else "")
        self._show_total()

    def _in_words(self) -> str:
        """Return what is looked for: the words typed and the figure that is chosen."""
        key = self._key
        figure = label(key) if isinstance(key, Verdict) else ""
        if key == TO_VOID:
            figure = _("To be voided")
        return " · ".join(part for part in (self._text, figure) if part)

    def row(self, donation_id: int) -> ReviewRow | None:
        """Return the row of a gift."""
        return next(iter(self._rows.lines([donation_id])), None)

    def rows(self, ids: Sequence[int]) -> list[ReviewRow]:
        """Return the rows of gifts, in order."""
        return self._rows.lines(ids)

    def listed_ids(self) -> list[int]:
        """Return the gifts that are listed, from top to bottom."""
        return self.list.model.ids.tolist()

    def _fetch(self, ids: Sequence[int]) -> list[ReviewRow]:
        return self._rows.lines(ids)

    @Slot()
    def _show_total(self) -> None:
        chosen = self.list.selected_ids
        ids = chosen if len(chosen) > 1 else self.listed_ids()
        amount = money_text(self._rows.amount(ids))
        self.list.set_totals(_("Total: {amount}").format(amount=amount) if ids else "")

    @Slot(int)
    def _on_followed(self, row: int) -> None:
        self._on_activated(self.list.model.id_at(row))

    @Slot(object)
    def _on_activated(self, donation_id: int) -> None:
        row = self.row(donation_id)
        if row is not None:
            self.row_activated.emit(row)
