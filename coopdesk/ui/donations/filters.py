"""The filters of the list of gifts: year, campaign, donor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coopdesk.ui.widgets.chips import RemovableChip
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.ui.donations.targets import GiftsShown


class DonationFilters(QWidget):
    """Year and campaign as lists, the donor as a chip that can be taken away."""

    changed = Signal()

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.donor_id: int | None = None
        self.year_box: ChoiceBox[int | None] = ChoiceBox(_years([year]))
        self.year_box.setAccessibleName(_("Year"))
        self.year_box.setMinimumContentsLength(12)
        self.year_box.choose(year)
        self.campaign_box: ChoiceBox[str] = ChoiceBox(_campaigns([]))
        self.campaign_box.setAccessibleName(_("Campaign"))
        self.campaign_box.setMinimumContentsLength(16)
        self.donor_chip = RemovableChip()
        self._donor_name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.donor_chip, self.year_box, self.campaign_box):
            row.addWidget(widget)
        self.year_box.activated.connect(self.changed)
        self.campaign_box.activated.connect(self.changed)
        self.donor_chip.clicked.connect(self._on_donor_dropped)

    @property
    def year(self) -> int | None:
        """The year shown, None for all."""
        return self.year_box.value

    @property
    def campaign(self) -> str:
        """The campaign shown, empty for all."""
        return self.campaign_box.value

    @property
    def period(self) -> str:
        """The year in words."""
        return self.year_box.currentText()

    @property
    def are_narrow(self) -> bool:
        """Whether anything is left out."""
        return self.year is not None or bool(self.campaign) or self.donor_id is not None

    def in_words(self, text: str) -> str:
        """Name what is looked for: the words typed and the filters in force."""
        year = "" if self.year is None else str(self.year)
        parts = (text, self._donor_name, self.campaign, year)
        return " · ".join(part for part in parts if part)

    def offer(self, years: Sequence[int], campaigns: Sequence[str]) -> None:
        """Offer these years and campaigns; what is chosen stays offered."""
        kept = [] if self.year is None or self.year in years else [self.year]
        self.year_box.set_choices(_years(sorted([*years, *kept], reverse=True)))
        kept_campaign = self.campaign
        extra = [kept_campaign] if kept_campaign and kept_campaign not in campaigns else []
        self.campaign_box.set_choices(_campaigns([*campaigns, *extra]))

    def show_only(self, target: GiftsShown) -> None:
        """Narrow to what another page asked for."""
        if target.year is not None and not self.year_box.offers(target.year):
            self.offer([target.year], [])
        self.year_box.choose(target.year)
        if target.campaign and not self.campaign_box.offers(target.campaign):
            self.campaign_box.set_choices(_campaigns([target.campaign]))
        self.campaign_box.choose(target.campaign if target.donor_id is None else "")
        self._set_donor(target.donor_id, target.donor_name)

    def show_year_of(self, day: dt.date) -> bool:
        """Show the year of a day unless all are; return whether that changed anything."""
        if self.year is None or self.year == day.year:
            return False
        self.offer([self.year, day.year], [])
        self.year_box.choose(day.year)
        return True

    def clear(self) -> None:
        """Show all years, campaigns and donors."""
        self.year_box.choose(None)
        self.campaign_box.choose("")
        self._set_donor(None, "")

    def _set_donor(self, donor_id: int | None, name: str) -> None:
        self.donor_id = donor_id
        self._donor_name = name
        text = "" if donor_id is None else _("Gifts of {name}").format(name=name)
        # The gifts of one donor are few: the room is better spent on the name. Never both at
        # once, which would widen a narrow window for good.
        if text:
            self.campaign_box.hide()
        self.donor_chip.show_filter(text)
        if not text:
            self.campaign_box.show()

    @Slot()
    def _on_donor_dropped(self) -> None:
        self._set_donor(None, "")
        self.changed.emit()


def _years(years: Sequence[int]) -> list[tuple[int | None, str]]:
    return [(None, _("All years")), *((year, str(year)) for year in years)]


def _campaigns(names: Sequence[str]) -> list[tuple[str, str]]:
    return [("", _("All campaigns")), *((name, name) for name in names)]
