"""Fixed assets: the few things that last, and what each year bears of their cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.feedback import Question
from coopdesk.ui.inventory.asset_dialogs import AssetDialog, Disposal, DisposeDialog
from coopdesk.ui.inventory.asset_sheet import AssetSheet, asset_parts, months_text, read_asset
from coopdesk.ui.inventory.grants import missing_text
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.fixed_assets import FixedAsset
    from coopdesk.services.fixed_assets import AssetYear
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage


@dataclass(frozen=True, slots=True)
class AssetLine:
    """An asset with its year; None when it was bought later or is gone before."""

    asset: FixedAsset
    year: AssetYear | None

    @property
    def id(self) -> int:
        """By which the list knows it."""
        return self.asset.id

    @property
    def is_missing(self) -> bool:
        """Whether the entry of the year is still to be prepared."""
        return self.year is not None and self.year.is_due

    @property
    def allowance(self) -> Money:
        """What the year bears."""
        return self.year.allowance if self.year is not None else ZERO

    @property
    def net(self) -> Money:
        """What it is worth in the books at the end of the year."""
        return self.year.net if self.year is not None else ZERO


class AssetsPart(InventoryPart[AssetLine, AssetSheet]):
    """The register of fixed assets, with the figures of the year that is shown."""

    part = Part.ASSETS
    record_word = "fixed_asset"

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords(
                "assets", _("List of fixed assets"), _("Search an asset…"), _("Fixed asset")
            ),
            _columns(),
            [(Shown.OPEN, _("In service")), (Shown.ALL, _("All of them"))],
            LineRules(
                words=lambda line: f"{line.asset.content.label} {line.asset.content.account}",
                keeps=lambda line, shown: shown is Shown.ALL or line.asset.disposed_on is None,
                sorts={
                    "label": lambda line: line.asset.content.label.casefold(),
                    "bought": lambda line: line.asset.content.bought_on,
                    "cost": lambda line: line.asset.content.cost,
                    "net": lambda line: line.net,
                },
            ),
        )
        self._service = self._desk.services.fixed_assets
        self._missing = 0
        make = self.make
        self.primary_action = make(_("New fixed asset…"), "plus", self._on_new)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.dispose_action = make(_("It leaves us…"), "sign-out", self._on_dispose)
        self.dispose_action.setToolTip(_("Sold, given away, broken: take it off the books"))
        self.remove_action = make(_("Remove the asset"), "trash", self._on_remove)
        self.book_action = make(
            _("Depreciation of the year…"), "hourglass-medium", self._on_book
        )
        self.book_action.setToolTip(_("Draft what the year bears of each (6811 to 28)"))
        self.tools = (self.book_action,)
        said = _("What lasts several years: each year bears its part of the cost.")
        empty = EmptyState("desktop", _("No fixed asset yet"), said)
        usual = (self.dispose_action, self.change_action)
        self.arrange(usual, (self.remove_action,), empty)

    # reading

    @override
    def reading_lines(self) -> Callable[[], list[AssetLine]]:
        return partial(_read_lines, self._desk.services, self.year.id if self.year else 0)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], AssetSheet]:
        return partial(read_asset, self._desk.services, record_id, self.year)

    @override
    def show_sheet(self, sheet: AssetSheet) -> None:
        self.panel.show_parts(sheet.asset.content.label, asset_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[AssetLine]) -> str:
        self._missing = sum(line.is_missing for line in lines)
        text = _("Cost: {cost} · borne by the year: {allowance} · worth at its end: {net}")
        said = text.format(
            cost=money_text(total(line.asset.content.cost for line in lines)),
            allowance=money_text(total(line.allowance for line in lines)),
            net=money_text(total(line.net for line in lines)),
        )
        return f"{said} · {missing_text(self._missing)}" if self._missing else said

    @override
    def choose(self, line: AssetLine | None) -> None:
        for action in (self.change_action, self.remove_action):
            action.setEnabled(line is not None)
        self.dispose_action.setEnabled(line is not None and line.asset.disposed_on is None)
        year = self.year
        self.book_action.setEnabled(year is not None and year.is_open and bool(self._missing))

    # doing

    @Slot()
    def _on_new(self) -> None:
        self.ask_about(AssetDialog, None, self._service.add)

    @Slot()
    def _on_change(self) -> None:
        line = self.chosen
        if line is not None:
            change = partial(self._service.change, line.asset.id)
            self.ask_about(AssetDialog, line.asset, change)

    @Slot()
    def _on_dispose(self) -> None:
        line = self.chosen
        if line is not None and line.asset.disposed_on is None:
            make = partial(DisposeDialog, self._desk, line.asset, self.window())
            self.ask(make, partial(self._dispose, line.asset.id))

    def _dispose(self, asset_id: int, asked: Disposal) -> Outcome[FixedAsset]:
        return self._service.dispose(asset_id, asked.day, asked.price)

    @Slot()
    def _on_remove(self) -> None:
        line = self.chosen
        if line is not None:
            self.send(partial(self._service.remove, line.asset.id))

    @Slot()
    def _on_book(self) -> None:
        if self.year is not None:
            call = partial(self._service.of_year, self.year.id)
            self.read_then(call, self._confirm_book)

    def _confirm_book(self, found: list[AssetYear]) -> None:
        year, wanted = self.year, [one for one in found if one.is_due]
        if year is None or not wanted:
            return
        lines = [
            _("{name}: {value}").format(
                name=one.asset.content.label, value=money_text(one.allowance)
            )
            for one in wanted
        ]
        count = ngettext("{count} entry in draft", "{count} entries in draft", len(wanted))
        question = Question(
            _("Depreciation of {year}").format(year=year.label),
            "\n".join(lines),
            _("Prepare the entries"),
            detail=count.format(count=number_text(len(wanted))),
        )
        self.confirm(question, self._book)

    def _book(self) -> None:
        if self.year is not None:
            self.send(partial(self._service.book_year, self.year.id))


def _read_lines(services: Services, year_id: int) -> list[AssetLine]:
    """Read the assets with their year; runs on the worker."""
    found = services.fixed_assets.of_year(year_id) if year_id else []
    of_year = {one.asset.id: one for one in found}
    return [AssetLine(asset, of_year.get(asset.id)) for asset in services.fixed_assets.all()]


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            "label",
            _("Designation"),
            lambda x: x.asset.content.label,
            sort="label",
            stretch=True,
        ),
        Column(
            "account", _("Account"), lambda x: x.asset.content.account, width=8, gives_way=4
        ),
        Column(
            "bought",
            _("Bought"),
            lambda x: day_text(x.asset.content.bought_on),
            sort="bought",
            width=9,
            descends=True,
            gives_way=2,
        ),
        Column(
            "months",
            _("Lasts"),
            lambda x: months_text(x.asset.content.months),
            width=9,
            gives_way=3,
        ),
        _money("cost", _("Cost"), lambda x: x.asset.content.cost),
        _money(
            "allowance",
            _("This year"),
            lambda x: x.allowance,
            _("What the year bears of the cost (depreciation, account 6811)"),
        ),
        _money(
            "net",
            _("Worth"),
            lambda x: x.net,
            _("What it is worth in the books at the end of the year (net value)"),
        ),
        Column("state", _("Year-end"), _state, tone=_tone, width=13, gives_way=1),
    )


def _state(line: AssetLine) -> str:
    if line.asset.disposed_on is not None:
        return _("Left us")
    return _("To prepare") if line.is_missing else _("Up to date")


def _tone(line: AssetLine) -> Tone:
    if line.asset.disposed_on is not None:
        return Tone.NEUTRAL
    return Tone.ATTENTION if line.is_missing else Tone.GOOD


def _money(
    key: str, title: str, amount: Callable[[AssetLine], Money], hint: str = ""
) -> Column:
    return Column(
        key,
        title,
        lambda line: money_text(amount(line)),
        align_right=True,
        sort=None if key == "allowance" else key,
        width=11,
        hint=hint,
        descends=True,
    )
