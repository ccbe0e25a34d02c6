"""Volunteers' hours and gifts in kind of a year: noted in series, booked at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money, total
from coopdesk.domain.volunteering import Contribution, VolunteerTime
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.inventory.contribution_dialog import ContributionDialog
from coopdesk.ui.inventory.given_sheet import GivenSheet, given_parts
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.inventory.period_dialog import Period, PeriodDialog
from coopdesk.ui.inventory.time_dialog import TimeDialog
from coopdesk.ui.inventory.times import minutes_text
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage


@dataclass(frozen=True, slots=True)
class GivenLine:
    """Time or something in kind, whichever was given."""

    given: VolunteerTime | Contribution

    @property
    def id(self) -> int:
        """What tells it apart: times are even, gifts in kind odd."""
        return 2 * self.given.id + isinstance(self.given, Contribution)

    @property
    def day(self) -> dt.date:
        """The day on which it was given."""
        given = self.given
        return (
            given.content.done_on
            if isinstance(given, VolunteerTime)
            else given.content.given_on
        )

    @property
    def what(self) -> str:
        """What was done or given."""
        given = self.given
        return given.content.task if isinstance(given, VolunteerTime) else given.content.label

    @property
    def kind(self) -> str:
        """Whether it is time, goods, premises or services, in words."""
        given = self.given
        if isinstance(given, VolunteerTime):
            return _("Time")
        return label(given.content.kind)

    @property
    def minutes(self) -> int:
        """How long it took, 0 for something in kind."""
        given = self.given
        return given.content.minutes if isinstance(given, VolunteerTime) else 0

    @property
    def value(self) -> Money:
        """What it is worth."""
        given = self.given
        return given.value if isinstance(given, VolunteerTime) else given.content.amount

    @property
    def who(self) -> str:
        """Who gave, in words."""
        return self.given.contact_name or _("Not named")

    @property
    def is_booked(self) -> bool:
        """Whether it is in the books."""
        return self.given.entry_id is not None


class VolunteeringPart(InventoryPart[GivenLine, GivenSheet]):
    """Time and gifts in kind together, as the books have them."""

    part = Part.VOLUNTEERING
    record_word = "volunteering"

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords(
                "volunteering",
                _("List of hours and gifts in kind"),
                _("Search a person, a task, an activity…"),
                _("Volunteering"),
            ),
            _columns(),
            [
                (Shown.ALL, _("All of them")),
                (Shown.WAITING, _("To be booked")),
                (Shown.HOURS, _("Hours")),
                (Shown.IN_KIND, _("In kind")),
            ],
            LineRules(
                words=lambda line: f"{line.who} {line.what} {line.given.activity_name}",
                keeps=_keeps,
                sorts={
                    "day": lambda line: line.day,
                    "who": lambda line: line.who.casefold(),
                    "time": lambda line: line.minutes,
                    "value": lambda line: line.value,
                },
            ),
        )
        self._service = self._desk.services.volunteering
        self.primary_action = self.make(_("Note hours…"), "plus", self._on_hours)
        self.in_kind_action = self.make(_("Gift in kind…"), "package", self._on_in_kind)
        self.in_kind_action.setToolTip(_("Goods, premises or services given for nothing"))
        self.book_action = self.make(_("Put into the books…"), "notebook", self._on_book)
        self.book_action.setToolTip(_("One entry for a period: uses (86) = resources (87)"))
        self.change_action = self.make(_("Change…"), "pencil-simple", self._on_change)
        self.remove_action = self.make(_("Remove"), "trash", self._on_remove)
        self.tools = (self.in_kind_action, self.book_action)
        said = _("Hours and gifts in kind show what the association really lives on.")
        empty = EmptyState("hand-palm", _("No hour noted in this year"), said)
        empty.offer(self.in_kind_action)
        self.arrange((self.change_action,), (self.remove_action,), empty)

    # reading

    @override
    def reading_lines(self) -> Callable[[], list[GivenLine]]:
        return partial(_read_lines, self._desk.services, self.year)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], GivenSheet]:
        return partial(_read_sheet, self._desk.services, self.year, record_id)

    @override
    def show_sheet(self, sheet: GivenSheet) -> None:
        self.panel.show_parts(_("Volunteering"), given_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[GivenLine]) -> str:
        text = _("{hours} given, worth {value} with gifts in kind · to be booked: {waiting}")
        return text.format(
            hours=minutes_text(sum(line.minutes for line in lines)),
            value=money_text(total(line.value for line in lines)),
            waiting=money_text(total(line.value for line in lines if not line.is_booked)),
        )

    @override
    def choose(self, line: GivenLine | None) -> None:
        for action in (self.change_action, self.remove_action):
            action.setEnabled(line is not None and not line.is_booked)
        self.book_action.setEnabled(self.year is not None)

    @override
    def key_of_made(self, made: object) -> int | None:
        if not isinstance(made, VolunteerTime | Contribution):
            return None
        line = GivenLine(made)
        # Else what was just noted would not be seen.
        held = (year.id for year in self._page.year_box.years if year.holds(line.day))
        self._page.choose_year(next(held, 0))
        return line.id

    # doing

    @Slot()
    def _on_hours(self) -> None:
        self.ask_about(TimeDialog, None, self._service.log)

    @Slot()
    def _on_in_kind(self) -> None:
        self.ask_about(ContributionDialog, None, self._service.record_contribution)

    @Slot()
    def _on_change(self) -> None:
        line = self.chosen
        if line is None:
            return
        given = line.given
        if isinstance(given, VolunteerTime):
            change = partial(self._service.change_time, given.id)
            self.ask_about(TimeDialog, given, change)
        else:
            self.ask_about(
                ContributionDialog, given, partial(self._service.change_contribution, given.id)
            )

    @Slot()
    def _on_remove(self) -> None:
        chosen = [self._lines.get(key) for key in self.list.selected_ids]
        lines = [line for line in chosen if line is not None] or [
            line for line in (self.chosen,) if line is not None
        ]
        times = [x.given.id for x in lines if isinstance(x.given, VolunteerTime)]
        others = [x.given.id for x in lines if isinstance(x.given, Contribution)]
        if times:
            self.send(partial(self._service.remove_times, times))
        if others:
            self.send(partial(self._service.remove_contributions, others))

    @Slot()
    def _on_book(self) -> None:
        year = self.year
        if year is not None:
            self.ask(partial(PeriodDialog, self._desk, year, self.window()), self._book)

    def _book(self, period: Period) -> Outcome[int | None]:
        return self._service.book(period.since, period.until)


def _keeps(line: GivenLine, shown: Shown) -> bool:
    if shown is Shown.WAITING:
        return not line.is_booked
    is_time = isinstance(line.given, VolunteerTime)
    return is_time if shown is Shown.HOURS else shown is not Shown.IN_KIND or not is_time


def _read_lines(services: Services, year: FiscalYear | None) -> list[GivenLine]:
    """Read what was given in a year, the latest first; runs on the worker."""
    service = services.volunteering
    days = (year.starts_on, year.ends_on) if year is not None else (None, None)
    found = [
        *map(GivenLine, service.times(*days)),
        *map(GivenLine, service.contributions(*days)),
    ]
    return sorted(found, key=lambda line: (line.day, line.id), reverse=True)


def _read_sheet(services: Services, year: FiscalYear | None, key: int) -> GivenSheet:
    """Read what was given with its entry; runs on the worker, raises NotFoundError."""
    found = next((x for x in _read_lines(services, year) if x.id == key), None)
    if found is None:
        raise NotFoundError("volunteer.time_missing")
    entry_id = found.given.entry_id
    rows = services.entries.lines([entry_id]) if entry_id is not None else []
    return GivenSheet(found.given, rows[0] if rows else None)


def _columns() -> tuple[Column, ...]:
    return (
        Column("day", _("Date"), lambda x: day_text(x.day), sort="day", width=9, descends=True),
        Column("who", _("Who"), lambda x: x.who, sort="who", width=16),
        Column("what", _("What"), lambda x: x.what, width=14, stretch=True),
        Column(
            "activity", _("Activity"), lambda x: x.given.activity_name, width=14, gives_way=2
        ),
        Column("kind", _("Kind"), lambda x: x.kind, width=12, gives_way=3),
        Column(
            "time",
            _("Time"),
            lambda x: minutes_text(x.minutes) if x.minutes else "",
            align_right=True,
            sort="time",
            width=8,
            descends=True,
        ),
        Column(
            "value",
            _("Value"),
            lambda x: money_text(x.value),
            align_right=True,
            sort="value",
            width=10,
            descends=True,
        ),
        Column(
            "state",
            _("State"),
            lambda x: _("Booked") if x.is_booked else _("To be booked"),
            tone=lambda x: Tone.GOOD if x.is_booked else Tone.ATTENTION,
            width=14,
            gives_way=1,
        ),
    )
