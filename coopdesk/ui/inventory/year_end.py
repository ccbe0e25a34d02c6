"""Entries of the year-end: what belongs to another year than its voucher, and its reversal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.entries import Entry, EntryState
from coopdesk.domain.money import total
from coopdesk.ui.closing.inventory_dialog import InventoryDialog
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.entries.columns import STATE_TONES, state_text
from coopdesk.ui.entries.doing import EntryDoing
from coopdesk.ui.entries.sheets import EntrySheet, entry_parts, read_sheet
from coopdesk.ui.feedback import Question
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.entries import EntryRow
    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage


@dataclass(frozen=True, slots=True)
class YearEndLine:
    """An entry; ``waits`` tells that the next opening still reverses it."""

    row: EntryRow
    waits: bool

    @property
    def id(self) -> int:
        """By which the list knows it."""
        return self.row.id


class YearEndPart(InventoryPart[YearEndLine, EntrySheet]):
    """Its records are entries: what can be done with them is what entries know."""

    part = Part.YEAR_END

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords(
                "year-end",
                _("List of year-end entries"),
                _("Search a year-end entry…"),
                _("Entry"),
            ),
            _columns(),
            [
                (Shown.ALL, _("All of them")),
                (Shown.DRAFTS, _("Drafts")),
                (Shown.WAITING, _("To be turned round")),
            ],
            LineRules(
                words=lambda line: f"{line.row.label} {line.row.accounts}",
                keeps=_keeps,
                sorts={
                    "day": lambda line: (line.row.entry_on, line.row.id),
                    "label": lambda line: line.row.label.casefold(),
                    "amount": lambda line: line.row.amount,
                },
            ),
        )
        self._service = self._desk.services.inventory
        self._waiting = 0
        self.doing = EntryDoing(self._desk, self)
        self.primary_action = self.make(_("Year-end entry…"), "plus", self._on_new)
        self.change_action = self.doing.change_action
        self.remove_action = self.doing.remove_action
        self.turn_action = self.make(
            _("Turn round at the opening…"), "arrow-u-up-left", self._on_turn
        )
        self.turn_action.setToolTip(
            _("Draft the reversals on the first day of the next year (extourne)")
        )
        self.tools = (self.turn_action,)
        self.doing.recorded.connect(self.show_made)
        said = _("A bill paid in advance, one that is still to come: each year bears its own.")
        empty = EmptyState("hourglass-medium", _("No year-end entry"), said)
        self.arrange(self.doing.usual_actions, self.doing.rare_actions, empty)

    # reading

    @override
    def reading_lines(self) -> Callable[[], list[YearEndLine]]:
        return partial(_read_lines, self._desk.services, self.year.id if self.year else 0)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], EntrySheet]:
        return partial(read_sheet, self._desk.services, record_id)

    @override
    def show_sheet(self, sheet: EntrySheet) -> None:
        self.panel.show_parts(sheet.entry.content.label, entry_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[YearEndLine]) -> str:
        self._waiting = sum(line.waits for line in lines)
        drafts = sum(line.row.state is EntryState.DRAFT for line in lines)
        said = [money_text(total(line.row.amount for line in lines))]
        if drafts:
            text = ngettext("{count} draft to validate", "{count} drafts to validate", drafts)
            said.append(text.format(count=number_text(drafts)))
        if self._waiting:
            text = ngettext(
                "{count} to turn round next year",
                "{count} to turn round next year",
                self._waiting,
            )
            said.append(text.format(count=number_text(self._waiting)))
        return " · ".join(said)

    @override
    def choose(self, line: YearEndLine | None) -> None:
        chosen = self.detail.chosen_id
        self.doing.choose(chosen, self.list.selected_ids, self.sheet)
        year = self.year
        self.primary_action.setEnabled(year is not None and year.is_open)
        self.turn_action.setEnabled(bool(self._waiting))

    @override
    def key_of_made(self, made: object) -> int | None:
        return made.id if isinstance(made, Entry) else None

    # doing

    @override
    def follow_link(self, link: str) -> None:
        self.doing.follow(link)

    @Slot()
    def _on_new(self) -> None:
        year = self.year
        if year is not None and year.is_open:
            make = partial(InventoryDialog, self._desk, year, self.window())
            self.ask(make, partial(self._service.record, year.id))

    @Slot()
    def _on_turn(self) -> None:
        year = self.year
        if year is None or not self._waiting:
            return
        count = ngettext("{count} entry in draft", "{count} entries in draft", self._waiting)
        question = Question(
            _("Turn the entries of {year} round?").format(year=year.label),
            _(
                "Each gets its reversal on the first day of the next year, so that both years "
                "bear their own part."
            ),
            _("Prepare the entries"),
            detail=count.format(count=number_text(self._waiting)),
        )
        self.confirm(question, self._turn)

    def _turn(self) -> None:
        if self.year is not None:
            self.send(partial(self._service.reverse_all, self.year.id))


def _keeps(line: YearEndLine, shown: Shown) -> bool:
    if shown is Shown.DRAFTS:
        return line.row.state is EntryState.DRAFT
    return shown is not Shown.WAITING or line.waits


def _read_lines(services: Services, year_id: int) -> list[YearEndLine]:
    """Read the entries of the year-end; runs on the worker."""
    if not year_id:
        return []
    waiting = {row.id for row in services.inventory.to_reverse(year_id)}
    rows = services.inventory.of_year(year_id)
    return [YearEndLine(row, row.id in waiting) for row in rows]


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            "day",
            _("Date"),
            lambda x: day_text(x.row.entry_on),
            sort="day",
            width=9,
            descends=True,
        ),
        Column("label", _("What for"), lambda x: x.row.label, sort="label", stretch=True),
        Column("accounts", _("Accounts"), lambda x: x.row.accounts, width=14, gives_way=2),
        Column(
            "amount",
            _("Amount"),
            lambda x: money_text(x.row.amount),
            align_right=True,
            sort="amount",
            width=11,
            descends=True,
        ),
        Column(
            "state",
            _("Status"),
            lambda x: state_text(x.row),
            tone=lambda x: STATE_TONES[x.row.state],
            width=10,
        ),
        Column(
            "next",
            _("Next year"),
            lambda x: _("To be turned round") if x.waits else "",
            tone=lambda x: Tone.ATTENTION if x.waits else None,
            width=15,
            gives_way=1,
        ),
    )
