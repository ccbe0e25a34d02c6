"""The filters of the list of gifts: year, campaign, donor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coopdesk.domain.donations import DonationFilter, DonationNature
from coopdesk.ui.donations.figure_words import gifts_words
from coopdesk.ui.donations.nature_filter import RETURNED, NatureFilter
from coopdesk.ui.widgets.chips import RemovableChip
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.figure_chip import FigureChip
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
        self.campaign_box.setMinimumContentsLength(14)
        self.nature_box = NatureFilter()
        self.nature_chip = RemovableChip()
        self.donor_chip = RemovableChip()
        self.figure_chip: FigureChip[DonationFilter] = FigureChip()
        self._donor_name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (
            self.figure_chip,
            self.donor_chip,
            self.nature_chip,
            self.year_box,
            self.campaign_box,
            self.nature_box,
        ):
            row.addWidget(widget)
        self.year_box.activated.connect(self._on_year)
        self.figure_chip.clicked.connect(self._on_figure_dropped)
        self.nature_box.activated.connect(self._on_nature)
        self.nature_chip.clicked.connect(self._on_nature_dropped)
        self.campaign_box.activated.connect(self.changed)
        self.donor_chip.clicked.connect(self._on_donor_dropped)

    def wanted(self, text: str, sort: str, *, descending: bool) -> DonationFilter:
        """Return what the list shows: what a figure counts, or what the lists here say."""
        figure = self.figure_chip.wanted
        if figure is not None:
            return replace(figure, text=text, sort=sort, descending=descending)
        return DonationFilter(
            year=self.year,
            text=text,
            donor_id=self.donor_id,
            campaign=self.campaign,
            nature=self.nature,
            returned=self.returned,
            sort=sort,
            descending=descending,
        )

    @property
    def year(self) -> int | None:
        """The year shown, None for all."""
        return self.year_box.value

    @property
    def campaign(self) -> str:
        """The campaign shown, empty for all."""
        return self.campaign_box.value

    @property
    def nature(self) -> DonationNature | None:
        """The nature shown, None for all."""
        chosen = self.nature_box.value
        return chosen if isinstance(chosen, DonationNature) else None

    @property
    def returned(self) -> bool | None:
        """Whether only gifts that went back are shown, None for all."""
        return True if self.nature_box.value is RETURNED else None

    @property
    def period(self) -> str:
        """The year in words."""
        return self.year_box.currentText()

    @property
    def leave_out_of_year(self) -> bool:
        """Whether a gift of the year shown may be left out."""
        chosen = (self.campaign or None, self.donor_id, self.nature_box.value)
        return bool(self.figure_chip.text()) or any(value is not None for value in chosen)

    def in_words(self, text: str) -> str:
        """Name what is looked for: the words typed and the filters in force."""
        year = "" if self.year is None else str(self.year)
        nature = self.nature_box.text_of_value
        figure = self.figure_chip.text()
        parts = (text, figure, self._donor_name, self.campaign, nature, year)
        return " · ".join(part for part in parts if part)

    def offer(self, years: Sequence[int], campaigns: Sequence[str]) -> None:
        """Offer these years and campaigns; what is chosen stays offered."""
        kept = [] if self.year is None or self.year in years else [self.year]
        self.year_box.set_choices(_years(sorted([*years, *kept], reverse=True)))
        kept_campaign = self.campaign
        extra = [kept_campaign] if kept_campaign and kept_campaign not in campaigns else []
        self.campaign_box.set_choices(_campaigns([*campaigns, *extra]))

    def narrow(self, target: GiftsShown | DonationFilter) -> None:
        """Narrow to what another page asked for, or to what a figure of it counts."""
        if isinstance(target, DonationFilter):
            self.show_figure(target)
        else:
            self.show_only(target)

    def show_only(self, target: GiftsShown) -> None:
        """Narrow to what another page asked for."""
        if target.year is not None and not self.year_box.offers(target.year):
            self.offer([target.year], [])
        self.year_box.choose(target.year)
        if target.campaign and not self.campaign_box.offers(target.campaign):
            self.campaign_box.set_choices(_campaigns([target.campaign]))
        self.campaign_box.choose(target.campaign if target.donor_id is None else "")
        self.figure_chip.drop()
        self.choose_nature(None)
        self._set_donor(target.donor_id, target.donor_name)

    def show_figure(self, wanted: DonationFilter) -> None:
        """Show exactly what a figure of another page adds up."""
        self.clear()
        if wanted.year is not None:
            self.offer([wanted.year], [])
        self.year_box.choose(wanted.year)
        self.figure_chip.narrow(wanted, gifts_words(wanted))
        self._show_chips()

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
        self.clear_within_year()

    def clear_within_year(self) -> None:
        """Show all campaigns and donors of the year shown."""
        self.figure_chip.drop()
        self.campaign_box.choose("")
        self.choose_nature(None)
        self._set_donor(None, "")

    def choose_nature(self, value: DonationNature | bool | None) -> None:  # noqa: FBT001 (RETURNED)
        """Show one nature, what went back, or everything."""
        self.nature_box.choose(value)
        self._show_chips()

    def _set_donor(self, donor_id: int | None, name: str) -> None:
        self.donor_id = donor_id
        self._donor_name = name
        self._show_chips()

    def _show_chips(self) -> None:
        """Show what narrows the list in place of the campaign: the room is for its name.

        Never both at once, which would widen a narrow window for good.
        """
        name = self._donor_name
        donor = "" if self.donor_id is None else _("Gifts of {name}").format(name=name)
        nature = "" if donor else self.nature_box.text_of_value
        figure = self.figure_chip.text()
        if donor or nature or figure:
            self.campaign_box.hide()
        self.nature_box.setVisible(not (donor or figure))
        self.donor_chip.show_filter(donor)
        self.nature_chip.show_filter(nature)
        if not (donor or nature or figure):
            self.campaign_box.show()

    @Slot()
    def _on_year(self) -> None:
        self.figure_chip.drop()
        self._show_chips()
        self.changed.emit()

    @Slot()
    def _on_figure_dropped(self) -> None:
        self.figure_chip.drop()
        self._show_chips()
        self.changed.emit()

    @Slot()
    def _on_nature(self) -> None:
        self._show_chips()
        self.changed.emit()

    @Slot()
    def _on_nature_dropped(self) -> None:
        self.choose_nature(None)
        self.changed.emit()

    @Slot()
    def _on_donor_dropped(self) -> None:
        self._set_donor(None, "")
        self.changed.emit()


def _years(years: Sequence[int]) -> list[tuple[int | None, str]]:
    return [(None, _("All years")), *((year, str(year)) for year in years)]


def _campaigns(names: Sequence[str]) -> list[tuple[str, str]]:
    return [("", _("All campaigns")), *((name, name) for name in names)]
