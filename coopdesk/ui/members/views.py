"""The views of the page of memberships, and the tabs that lead to them."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.members.attach_view import AttachView
from coopdesk.ui.members.shares.view import SharesView
from coopdesk.ui.members.statistics.view import StatisticsView
from coopdesk.ui.widgets.view_tabs import view_stack, view_tabs
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.listing import Listing


class View(enum.Enum):
    """What the page shows; the value is the place among the tabs."""

    LIST = 0
    STATISTICS = 1
    ATTACH = 2
    SHARES = 3


class MemberViews(QObject):
    """``tabs`` and ``stack`` go into the page, which then fills the stack."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.statistics = StatisticsView(desk)
        self.attach_view = AttachView(desk)
        self.shares = SharesView(desk)
        self.stack = view_stack()
        names = (_("List"), _("Statistics"), _("To tie"), _("Shares"))
        self.tabs = view_tabs(_("Views of the members"), names)
        for view in (View.ATTACH, View.SHARES):
            self._show_tab(view, shown=False)
        self.tabs.currentChanged.connect(self._on_tab)

    def fill(self, first: QWidget) -> None:
        """Put the views into the stack, the list first, once the stack has its place.

        Whatever is moved is polished anew, part by part.
        """
        for widget in (first, self.statistics, self.attach_view, self.shares):
            self.stack.addWidget(widget)

    @property
    def current(self) -> View:
        """The view that is shown."""
        return View(self.tabs.currentIndex())

    def show(self, view: View) -> None:
        """Show a view, even one that has nothing to show."""
        self._show_tab(view, shown=True)
        self.tabs.setCurrentIndex(view.value)

    def offer(self, found: Listing) -> None:
        """Offer the views that have something to show."""
        types = [kind for kind in found.types if not kind.archived]
        self.attach_view.show_tariffs(found.unattached, types)
        waiting = sum(tariff.count for tariff in found.unattached)
        text = _("To tie ({count})").format(count=number_text(waiting))
        self.tabs.setTabText(View.ATTACH.value, text if waiting else _("To tie"))
        self._show_tab(View.ATTACH, shown=bool(waiting) or self.current is View.ATTACH)
        self._show_tab(View.SHARES, shown=found.has_shares or self.current is View.SHARES)
        self.statistics.show_years(found.years)

    def reload(self) -> None:
        """Read the view that is shown again; the list is the page's."""
        if self.current is View.STATISTICS:
            self.statistics.reload()
        elif self.current is View.SHARES:
            self.shares.reload()

    def _show_tab(self, view: View, *, shown: bool) -> None:
        self.tabs.setTabVisible(view.value, shown)
        self.tabs.updateGeometry()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self.reload()
        self.changed.emit()
