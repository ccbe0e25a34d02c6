"""What an hour of volunteering is worth: rates by kind of work, their day and their source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.volunteering import NAME_LIMIT, SOURCE_LIMIT, NewRate, Rate, rate_on
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.record_parts import Facts, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class RateLine:
    """A rate and whether hours of today are valued by it; ``id`` is its place in the list."""

    id: int
    rate: Rate
    is_in_force: bool


class RatesPart(InventoryPart[RateLine, RateLine]):
    """The program brings the minimum wage; an association may have its own."""

    part = Part.RATES
    uses_year = False

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords("rates", _("List of rates"), _("Search a rate…"), _("Hourly rate")),
            _columns(),
            [(Shown.OPEN, _("In force")), (Shown.ALL, _("All rates"))],
            LineRules(
                words=lambda line: f"{line.rate.content.name} {line.rate.content.source}",
                keeps=lambda line, shown: shown is Shown.ALL or line.is_in_force,
            ),
        )
        self._service = self._desk.services.volunteering
        self.primary_action = self.make(_("New rate…"), "plus", self._on_new)
        self.change_action = self.make(_("Newer value…"), "pencil-simple", self._on_newer)
        self.change_action.setToolTip(
            _("Give this kind of work another value from a day on; earlier hours keep theirs")
        )
        self.remove_action = self.make(_("Remove the rate"), "trash", self._on_remove)
        said = _("What an hour of a kind of work is worth, from when, and who says so.")
        empty = EmptyState("timer", _("No rate yet"), said)
        self.arrange((self.change_action,), (self.remove_action,), empty)

    @override
    def reading_lines(self) -> Callable[[], list[RateLine]]:
        return partial(_read_lines, self._desk.services, self._desk.today())

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], RateLine]:
        return partial(_read_line, self._desk.services, self._desk.today(), record_id)

    @override
    def show_sheet(self, sheet: RateLine) -> None:
        self.panel.show_parts(sheet.rate.content.name, _rate_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[RateLine]) -> str:
        return _("Hours are valued by the rate of their day; what is booked stays as it is.")

    @override
    def choose(self, line: RateLine | None) -> None:
        self.change_action.setEnabled(line is not None)
        self.remove_action.setEnabled(line is not None and bool(line.rate.id))

    @override
    def key_of_made(self, made: object) -> int | None:
        return None

    @Slot()
    def _on_new(self) -> None:
        self.ask(partial(RateDialog, self._desk, "", self.window()), self._service.add_rate)

    @Slot()
    def _on_newer(self) -> None:
        line = self.chosen
        if line is not None:
            make = partial(RateDialog, self._desk, line.rate.content.name, self.window())
            self.ask(make, self._service.add_rate)

    @Slot()
    def _on_remove(self) -> None:
        line = self.chosen
        if line is not None and line.rate.id:
            self.send(partial(self._service.remove_rate, line.rate.id))


class RateDialog(FormDialog):
    """A rate without a source is no use to an auditor."""

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(_("Value of an hour"), _("Save"), parent)
        form = self.form
        self.name = form.add(
            "name",
            _("Kind of work"),
            QLineEdit(name),
            _("For instance: driving, accounts, teaching."),
            required=True,
        )
        self.name.setMaxLength(NAME_LIMIT)
        self.hourly = form.add("hourly", _("An hour is worth"), AmountEdit(), required=True)
        self.since = form.add("since", _("From"), DayEdit(desk.today), required=True)
        self.since.set_day(desk.today().replace(month=1, day=1))
        self.source = form.add(
            "source",
            _("Who says so"),
            QLineEdit(),
            _("A decision of the board, a collective agreement, the minimum wage."),
            required=True,
        )
        self.source.setMaxLength(SOURCE_LIMIT)
        form.check_on_leave("hourly", partial(self.hourly.amount, "hourly"))
        form.check_on_leave("since", partial(self.since.day, "since"))
        form.is_dirty = False
        (self.hourly if name else self.name).setFocus()

    @override
    def read(self) -> NewRate:
        day = self.since.day("since")
        if day is None:
            raise RuleError("payment.date_missing", field="since")
        hourly = self.hourly.amount("hourly") or ZERO
        return NewRate(self.name.text(), day, hourly, self.source.text())


def _read_lines(services: Services, today: dt.date) -> list[RateLine]:
    """Read the rates, told whether they are in force; runs on the worker."""
    rates = services.volunteering.rates()
    return [
        RateLine(place, rate, rate_on(rates, rate.content.name, today) == rate)
        for place, rate in enumerate(rates, start=1)
    ]


def _read_line(services: Services, today: dt.date, key: int) -> RateLine:
    lines = _read_lines(services, today)
    if key > len(lines):
        raise NotFoundError("volunteer.rate_missing")
    return lines[key - 1]


def _rate_parts(line: RateLine) -> list[Title | Facts | Paragraph]:
    content = line.rate.content
    hint = _("This rate comes with the program.") if not line.rate.id else ""
    return [
        Title(content.name, (_state(line),)),
        Facts(
            (
                (_("An hour is worth"), money_text(content.hourly)),
                (_("From"), day_long(content.since)),
                (_("Who says so"), content.source),
            )
        ),
        Paragraph((hint,), is_muted=True),
    ]


def _state(line: RateLine) -> Words:
    if line.is_in_force:
        return Words(_("In force"), Tone.GOOD)
    return Words(_("Earlier or later"), Tone.NEUTRAL)


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Kind of work"), lambda x: x.rate.content.name, width=16),
        Column("since", _("From"), lambda x: day_text(x.rate.content.since), width=9),
        Column(
            "hourly",
            _("An hour is worth"),
            lambda x: money_text(x.rate.content.hourly),
            align_right=True,
            width=12,
        ),
        Column("source", _("Who says so"), lambda x: x.rate.content.source, stretch=True),
        Column(
            "state",
            _("State"),
            lambda x: _state(x).text,
            tone=lambda x: _state(x).tone,
            width=14,
            gives_way=1,
        ),
    )
