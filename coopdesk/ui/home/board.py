"""The cards of the home page and where they stand: two columns, one in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.home.cards import LatestCard
from coopdesk.ui.home.cockpit import CockpitCard
from coopdesk.ui.home.gift_card import GiftCard
from coopdesk.ui.home.rows_card import RowsCard
from coopdesk.ui.home.tips_card import TipsCard
from coopdesk.ui.home.treasury_card import TreasuryCard
from coopdesk.ui.page import GAP
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.home.tips import Tip

TWO_COLUMNS_FROM = 960
# How many of each are shown.
RECENT, EVENTS, CAMPAIGNS, CONTRIBUTORS = 5, 4, 3, 5
_YEARS, _MONEY = 2, 5


class HomeBoard(QWidget):
    """Every card has its room before it is filled."""

    place_chosen = Signal(object)  # Place

    def __init__(self, journal_button: QPushButton) -> None:
        super().__init__()
        self._is_wide: bool | None = None
        self.cockpit = CockpitCard()
        self.tips = TipsCard()
        self.tips.hide()
        self.gifts = GiftCard()
        self.treasury = TreasuryCard()
        self.recent = RowsCard(
            _("Records opened lately"), RECENT, _("What you open will be found again here.")
        )
        self.members = RowsCard(_("Members"), _YEARS, barred=True)
        self.events = RowsCard(_("Next events"), EVENTS, _("No event is planned."))
        self.campaigns = RowsCard(
            _("Campaigns under way"), CAMPAIGNS, _("No campaign is under way."), barred=True
        )
        self.contributors = RowsCard(
            _("Top contributors"), CONTRIBUTORS, _("No gift yet"), barred=True
        )
        self.finance = RowsCard(_("Public finances"), _MONEY)
        self.latest = LatestCard(journal_button)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = (self.cockpit, self.gifts, self.treasury, self.finance)
        right = (
            self.tips,
            self.recent,
            self.events,
            self.members,
            self.campaigns,
            self.contributors,
            self.latest,
        )
        for column, cards in ((self._left, left), (self._right, right)):
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            # All the room that is left: else cards, which may grow, would share it.
            column.addStretch(1)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(GAP)
        self._columns.addLayout(self._left, 3)
        self._columns.addLayout(self._right, 2)

    def _connect(self) -> None:
        for card in self.row_cards:
            card.chosen.connect(self.place_chosen)
        self.treasury.point_opened.connect(self.place_chosen)

    @property
    def row_cards(self) -> tuple[RowsCard, ...]:
        """The cards made of lines."""
        return (
            self.recent,
            self.events,
            self.members,
            self.campaigns,
            self.contributors,
            self.finance,
        )

    def arrange(self, *, is_wide: bool) -> None:
        """Put two columns side by side, or one below the other."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        # One below the other, what helps to begin and to go on must not stand far down.
        if is_wide:
            self._right.insertWidget(0, self.tips)
            self._right.insertWidget(1, self.recent)
        else:
            self._left.insertWidget(0, self.tips)
            self._left.insertWidget(2, self.recent)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        follow_reading(self)

    def show_tips(self, tips: Sequence[Tip]) -> None:
        """Show what may be done first; Tab comes to it where it stands."""
        self.tips.show_tips(tips)
        follow_reading(self)
