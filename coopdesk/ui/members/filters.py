"""The filters of the list of memberships: status, type, year, what is still to be paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.ui.widgets.chips import ChoiceChips, RemovableChip
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.members import MembershipType

# The last membership of everybody, all memberships, or those that start in a year.
Years: TypeAlias = "Literal['last'] | int | None"
LAST: Literal["last"] = "last"
CANCELLED: Literal["cancelled"] = "cancelled"
StatusKey: TypeAlias = "MemberStatus | Literal['cancelled'] | None"


@dataclass(frozen=True, slots=True)
class MembershipsShown:
    """What other pages may ask the list of memberships to show."""

    status: MemberStatus | None = None
    year: Years = LAST
    type_id: int | None = None
    unpaid: bool = False


def shown_of(wanted: MembershipFilter | MembershipsShown) -> MembershipsShown:
    """Return what the lists here say of a filter that another page names."""
    if isinstance(wanted, MembershipsShown):
        return wanted
    year: Years = LAST if wanted.latest else wanted.year
    return MembershipsShown(wanted.status, year, unpaid=wanted.paid is False)


class MembershipFilters(QObject):
    """Status as chips, type and year as lists; ``row`` holds the chips and the year.

    The type gives its place to the chip of what is unpaid: both would widen a narrow window.
    """

    changed = Signal()

    def __init__(self, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        short = {
            MemberStatus.FUTURE: _("To come"),
            MemberStatus.LEFT: _("Who left"),
        }
        statuses = (
            MemberStatus.UP_TO_DATE,
            MemberStatus.TO_RENEW,
            MemberStatus.LATE,
            MemberStatus.FUTURE,
            MemberStatus.LEFT,
        )
        words: list[tuple[StatusKey, str]] = [(None, _("All of them"))]
        words += [(status, short.get(status) or label(status)) for status in statuses]
        words.append((CANCELLED, _("Cancelled")))
        self.chips: ChoiceChips[StatusKey] = ChoiceChips(_("Show"), words)
        self.unpaid_chip = RemovableChip()
        self.type_box: ChoiceBox[int | None] = ChoiceBox([(None, _("All types"))])
        self.type_box.setAccessibleName(_("Tariff"))
        self.year_box: ChoiceBox[Years] = ChoiceBox(_years((year,)))
        self.year_box.choose(year)
        self.year_box.setAccessibleName(_("Year"))
        self.year_box.setToolTip(_("Each member once, or the memberships that start in a year"))
        for box, length in ((self.type_box, 6), (self.year_box, 9)):
            box.setMinimumContentsLength(length)
            box.activated.connect(self.changed)
        self.row = QWidget()
        row = QHBoxLayout(self.row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips)
        row.addWidget(self.year_box)
        row.addStretch(1)
        self.chips.chosen.connect(self._on_chip)
        self.unpaid_chip.clicked.connect(self._on_unpaid_dropped)

    def wanted(self, text: str, sort: str, *, descending: bool) -> MembershipFilter:
        """Return what the service is asked for."""
        key, year = self.chips.key, self.year_box.value
        cancelled = key == CANCELLED
        return MembershipFilter(
            text=text,
            status=key if isinstance(key, MemberStatus) else None,
            type_ids=() if self.type_box.value is None else (self.type_box.value,),
            year=year if isinstance(year, int) else None,
            paid=False if self.is_unpaid_only else None,
            cancelled=cancelled,
            latest=year == LAST and not cancelled,
            sort=sort or "name",
            descending=descending,
        )

    @property
    def is_unpaid_only(self) -> bool:
        """Whether only memberships with something left to pay are shown."""
        return bool(self.unpaid_chip.text())

    @property
    def are_narrow(self) -> bool:
        """Whether anything is left out."""
        return (
            self.chips.key is not None
            or self.type_box.value is not None
            or self.year_box.value != LAST
            or self.is_unpaid_only
        )

    def in_words(self, text: str) -> str:
        """Name what is looked for: the words typed and the filters in force."""
        parts = [text]
        if self.chips.key is not None:
            parts.append(self.chips.chip(self.chips.key).text())
        if self.type_box.value is not None:
            parts.append(self.type_box.currentText())
        if self.year_box.value != LAST:
            parts.append(self.year_box.currentText())
        parts.append(self.unpaid_chip.text())
        return " · ".join(part for part in parts if part)

    def offer(self, years: Sequence[int], types: Sequence[MembershipType]) -> None:
        """Offer these years and types; what is chosen stays."""
        self.year_box.set_choices(_years(years))
        choices: list[tuple[int | None, str]] = [(None, _("All types"))]
        choices += [(kind.id, kind.content.name) for kind in types]
        self.type_box.set_choices(choices)

    def show_only(self, shown: MembershipsShown) -> None:
        """Narrow to what a figure or another page asks for."""
        if isinstance(shown.year, int) and not self.year_box.offers(shown.year):
            self.year_box.set_choices(_years((shown.year,)))
        self.chips.choose(shown.status)
        self.year_box.choose(shown.year)
        self.type_box.choose(shown.type_id)
        self._show_unpaid(shown=shown.unpaid)

    def clear(self) -> None:
        """Show every member once."""
        self.show_only(MembershipsShown())

    @Slot()
    def _on_chip(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_unpaid_dropped(self) -> None:
        self._show_unpaid(shown=False)
        self.changed.emit()

    def _show_unpaid(self, *, shown: bool) -> None:
        if shown:
            self.type_box.hide()
        self.unpaid_chip.show_filter(_("Not paid whole") if shown else "")
        if not shown:
            self.type_box.show()


def _years(years: Sequence[int]) -> list[tuple[Years, str]]:
    return [
        (LAST, _("Each member once")),
        (None, _("All years")),
        *((year, str(year)) for year in years),
    ]
