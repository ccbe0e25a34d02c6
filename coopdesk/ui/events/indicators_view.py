"""Figures followed over years: how many places, people or groups, and how they grew."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.event_reports import Indicator, IndicatorValue
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column
from coopdesk.ui.events.indicator_dialogs import IndicatorDialog, YearValueDialog
from coopdesk.ui.events.links import linked
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.record_parts import Bar, Facts, Heading, Lines, Paragraph, Title
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import number_text
from coopdesk.wording.indicators import figure_text, growth_text, value_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coopdesk.services.indicators import IndicatorService
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.page import Page
    from coopdesk.ui.page_views import ViewHead
    from coopdesk.ui.widgets.record_parts import Part, Said

_THOUSAND = 1000
_CHANGE, _FORGET = "value", "forget"


class IndicatorsView(SheetView[bool, Indicator, Indicator]):
    """An indicator with its figures by year."""

    def __init__(self, page: Page) -> None:
        desk, lines = page.desk, KeptLines[Indicator]()
        chips = ChoiceChips[bool](_("Indicators"), [(True, _("All indicators"))])
        chips.hide()
        parts = ViewParts(
            search=SearchField(_("Search an indicator…")),
            chips=chips,
            whole=True,
            list=RecordList(desk, "indicators", _columns(), lines.rows),
            panel=DetailPanel(_("Indicator")),
        )
        super().__init__(desk, lines, parts)
        self._service = desk.services.indicators
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_saved)
        self.primary_action = make_step(self, _("New indicator…"), "plus", self._on_add)
        self.value_action = make_step(
            self, _("Figure of a year…"), "chart-line", self._on_value
        )
        self.change_action = make_step(self, _("Change…"), "pencil-simple", self._on_change)
        self.remove_action = make_step(self, _("Remove"), "trash", self._on_remove)
        self.offer((self.value_action, self.change_action), (self.remove_action,))
        self.list.set_accessible_name(_("List of indicators"))
        said = _("How many people, places or groups from year to year: what the work leads to.")
        empty = EmptyState("chart-line", _("No indicator yet"), said)
        empty.offer(self.primary_action, primary=True)
        self.list.set_empty(empty)
        self.panel.link_activated.connect(self._on_link)
        self.refresh_actions()

    @property
    @override
    def head(self) -> ViewHead:
        return replace(super().head, uses_year=False)

    # reading

    @override
    def reading(self) -> Callable[[], tuple[dict[int, Indicator], bool]]:
        return partial(_read, self._service, self.search.text().strip())

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], Indicator]:
        return partial(self._service.get, record_id)

    @override
    def show_sums(self, lines: Iterable[Indicator]) -> None:
        self.list.set_totals("")

    @override
    def show_sheet(self, sheet: Indicator) -> None:
        self.panel.show_parts(sheet.content.name, indicator_parts(sheet))

    def show_target(self, target: object) -> None:
        """Show ``("indicator", id)`` or the form of a new one."""
        if isinstance(target, tuple) and target[:1] == ("indicator_new",):
            self.primary_action.trigger()
        elif isinstance(target, tuple) and len(target) > 1:
            self.show_record(int(target[1]))

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen = self.detail.chosen_id is not None
        for action in (self.value_action, self.change_action, self.remove_action):
            action.setEnabled(chosen)

    # doing

    @property
    def _chosen(self) -> Indicator | None:
        return self._lines.get(self.detail.chosen_id)

    @Slot()
    def _on_add(self) -> None:
        make = partial(IndicatorDialog, None, self.window())
        self.asker.ask(make, self._service.add)

    @Slot()
    def _on_change(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            make = partial(IndicatorDialog, chosen, self.window())
            self.asker.ask(make, partial(self._service.change, chosen.id))

    @Slot()
    def _on_value(self) -> None:
        self._ask_value(None)

    def _ask_value(self, year: int | None) -> None:
        chosen = self._chosen
        if chosen is not None:
            proposed = year or self._desk.today().year
            make = partial(YearValueDialog, chosen, proposed, self.window())
            self.asker.ask(make, partial(self._set_value, chosen.id))

    def _set_value(self, indicator_id: int, new: IndicatorValue) -> Outcome[Indicator]:
        return self._service.set_value(indicator_id, new.year, new.value, new.note)

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            remove = partial(self._service.remove, chosen.id)
            self._desk.tasks.command(self, remove)

    @Slot(object)
    def _on_saved(self, made: Indicator) -> None:
        self.show_made(made.id)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        chosen = self._chosen
        if name == _CHANGE:
            self._ask_value(int(key))
        elif name == _FORGET and chosen is not None:
            forget = partial(self._service.remove_value, chosen.id, int(key))
            self._desk.tasks.command(self, forget)


def indicator_parts(indicator: Indicator) -> Iterator[Part]:
    """Return the parts of an indicator's record: a bar for each year."""
    content = indicator.content
    yield Title(content.name, (content.unit,) if content.unit else ())
    rows = ((_("Where it comes from"), content.source), (_("Note"), content.note))
    yield Facts(tuple((name, text) for name, text in rows if text))
    grew = growth_text(indicator)
    if grew:
        yield Paragraph((grew,))
    yield Heading(_("By year"))
    if not indicator.values:
        yield Paragraph((_("No figure yet."),), is_muted=True)
    most = max((one.value for one in indicator.values), default=0)
    for one in sorted(indicator.values, key=lambda value: value.year):
        below: tuple[Said, ...] = (
            *((one.note,) if one.note else ()),
            linked(_CHANGE, one.year, _("Change…")),
            linked(_FORGET, one.year, _("Remove")),
        )
        yield Lines(((str(one.year), figure_text(one.value), below),))
        if most > 0:
            yield Bar(max(0, int(_THOUSAND * one.value / most)))


def _read(service: IndicatorService, text: str) -> tuple[dict[int, Indicator], bool]:
    """Return the indicators that match, and whether there is any; runs on the worker."""
    known = service.all()
    words = fold(text).split()
    found = [x for x in known if all(word in fold(x.content.name) for word in words)]
    return {x.id: x for x in found}, bool(known)


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Indicator"), lambda x: x.content.name, width=28, stretch=True),
        Column("last", _("Last figure"), _last, align_right=True, width=18),
        Column("growth", _("How it grew"), growth_text, width=30, stretch=True, gives_way=1),
        Column(
            "years",
            _("Years known"),
            lambda x: number_text(len(x.values)),
            align_right=True,
            width=12,
            gives_way=2,
        ),
    )


def _last(indicator: Indicator) -> str:
    if not indicator.values:
        return "—"
    last = max(indicator.values, key=lambda value: value.year)
    said = value_text(indicator, last.value)
    return _("{value} in {year}").format(value=said, year=last.year)
