"""The views of the page of memberships, and the tabs that lead to them."""

from __future__ import annotations

import enum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.members.attach_view import AttachView
from coopdesk.ui.members.shares.view import SharesView
from coopdesk.ui.members.statistics.view import StatisticsView
from coopdesk.ui.widgets.view_tabs import view_stack, view_tabs
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.listing import Listing


class View(enum.Enum):
    """What the page shows; the value is the place among the tabs."""

    LIST = 0
    STATISTICS = 1
    ATTACH = 2
    SHARES = 3


class MemberViews(QObject):
    """``tabs`` and ``stack`` go into the page, which then fills the stack.

    A view beside the list is made when there is something to show in it.
    """

    changed = Signal()
    paper_wanted = Signal(object)  # FileJob

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Listing | None = None
        self.stack = view_stack()
        names = (_("List"), _("Statistics"), _("To tie"), _("Shares"))
        self.tabs = view_tabs(_("Views of the members"), names)
        for view in (View.ATTACH, View.SHARES):
            self._show_tab(view, shown=False)
        self.tabs.currentChanged.connect(self._on_tab)

    def fill(self, first: QWidget) -> None:
        """Put the list into the stack once the stack has its place, and places for the others.

        Whatever is moved is polished anew, part by part.
        """
        self.stack.addWidget(first)
        for _view in (View.STATISTICS, View.ATTACH, View.SHARES):
            place = QWidget()
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.stack.addWidget(place)

    def _put(self, view: View, widget: QWidget) -> None:
        place = self.stack.widget(view.value)
        layout = place.layout() if place is not None else None
        if layout is not None:
            layout.addWidget(widget)

    @cached_property
    def statistics(self) -> StatisticsView:
        """The figures of the members."""
        made = StatisticsView(self._desk)
        self._put(View.STATISTICS, made)
        if self._found is not None:
            made.show_years(self._found.years)
        return made

    @cached_property
    def attach_view(self) -> AttachView:
        """The fees that wait to be tied to memberships."""
        made = AttachView(self._desk)
        self._put(View.ATTACH, made)
        return made

    @cached_property
    def shares(self) -> SharesView:
        """The register of shares."""
        made = SharesView(self._desk)
        self._put(View.SHARES, made)
        made.paper_wanted.connect(self.paper_wanted)
        return made

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
        self._found = found
        waiting = sum(tariff.count for tariff in found.unattached)
        text = _("To tie ({count})").format(count=number_text(waiting))
        self.tabs.setTabText(View.ATTACH.value, text if waiting else _("To tie"))
        self._show_tab(View.ATTACH, shown=bool(waiting) or self.current is View.ATTACH)
        self._show_tab(View.SHARES, shown=found.has_shares or self.current is View.SHARES)
        if waiting or self.current is View.ATTACH or self._is_made("attach_view"):
            self._show_waiting(found)
        if self._is_made("statistics"):
            self.statistics.show_years(found.years)

    def _show_waiting(self, found: Listing) -> None:
        types = [kind for kind in found.types if not kind.archived]
        self.attach_view.show_tariffs(found.unattached, types)

    def _is_made(self, name: str) -> bool:
        return name in self.__dict__

    def reload(self) -> None:
        """Read the view that is shown again; the list is the page's."""
        if self.current is View.STATISTICS:
            self.statistics.reload()
        elif self.current is View.SHARES:
            self.shares.reload()
        elif self.current is View.ATTACH and self._found is not None:
            self._show_waiting(self._found)

    def _show_tab(self, view: View, *, shown: bool) -> None:
        self.tabs.setTabVisible(view.value, shown)
        self.tabs.updateGeometry()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self.reload()
        self.changed.emit()
