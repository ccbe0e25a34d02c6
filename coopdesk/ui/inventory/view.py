"""The view of the inventory on the page of accounts: its parts, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.inventory.parts import INVENTORY, NEW, RECORD_WORDS, Part, part_names
from coopdesk.ui.widgets.part_chips import PartChips
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.inventory.part import InventoryPart
    from coopdesk.ui.page_views import ViewHead

# Narrower than this the whole titles would take two lines.
_NARROW = 1000


class InventoryView(QWidget):
    """A part is made when it is first looked at."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__()
        self._page = page
        self._made: dict[Part, InventoryPart[Any, Any]] = {}
        self._chips = PartChips(_("Inventory"), part_names())
        self._is_narrow = self._wants_new = False
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._chips)
        layout.addWidget(self._stack, 1)
        self._show_part()
        self._chips.chosen.connect(self._on_chip)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._chips.shorten(wanted=is_narrow)

    @property
    def key(self) -> Part:
        """The part that is shown."""
        return self._chips.key

    @property
    def part(self) -> InventoryPart[Any, Any]:
        """The part that is shown, made if it never was."""
        key = self.key
        if key not in self._made:
            self._made[key] = made = make_part(key, self._page)
            self._stack.addWidget(made)
        return self._made[key]

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        return self.part.head

    def reload(self) -> None:
        """Read the part that is shown again."""
        self.part.refresh_actions()
        self.part.reload()
        self._start_new()

    def show_part(self, part: Part) -> None:
        """Show a part."""
        self._chips.choose(part)
        self._show_part()
        self.part.reload()
        self._page.show_head()

    def show_target(self, target: object) -> None:
        """Show a part, a record, or the form of a new one, that another page names."""
        if not isinstance(target, tuple) or len(target) < 2:
            return
        word, what = target[0], target[1]
        if word in {INVENTORY, NEW}:
            self.show_part(Part(what))
        elif word in RECORD_WORDS:
            self.show_part(RECORD_WORDS[word])
            self.part.show_record(int(what))
        if word == NEW:
            self._wants_new = True
            self._start_new()

    def _start_new(self) -> None:
        """Open the form that was asked for, once the fiscal year is known if it needs one."""
        action = self.part.primary_action
        if not self._wants_new or not (action.isEnabled() or self._page.fiscal_year):
            return
        self._wants_new = False
        if action.isEnabled():
            action.trigger()
        else:
            text = _("Choose an open fiscal year first.")
            self._page.desk.feedback.tell(text)

    def _show_part(self) -> None:
        self._stack.setCurrentWidget(self.part)
        self.setFocusProxy(self.part)

    @Slot(object)
    def _on_chip(self, part: Part) -> None:
        self.show_part(part)


def make_part(part: Part, page: AccountPage) -> InventoryPart[Any, Any]:
    """Make a part; it is imported only then."""
    from coopdesk.ui.inventory.activities import ActivitiesPart
    from coopdesk.ui.inventory.assets import AssetsPart
    from coopdesk.ui.inventory.funds import FundsPart
    from coopdesk.ui.inventory.grants import GrantsPart
    from coopdesk.ui.inventory.rates import RatesPart
    from coopdesk.ui.inventory.volunteering import VolunteeringPart
    from coopdesk.ui.inventory.year_end import YearEndPart

    makers: dict[Part, Callable[[AccountPage], InventoryPart[Any, Any]]] = {
        Part.ACTIVITIES: ActivitiesPart,
        Part.VOLUNTEERING: VolunteeringPart,
        Part.RATES: RatesPart,
        Part.GRANTS: GrantsPart,
        Part.FUNDS: FundsPart,
        Part.ASSETS: AssetsPart,
        Part.YEAR_END: YearEndPart,
    }
    return makers[part](page)
