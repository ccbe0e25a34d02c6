"""All lines of the bank: their list, one beside it, what can be done with them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import total
from coopdesk.ui.bank import line_sheet as links
from coopdesk.ui.bank.columns import line_columns
from coopdesk.ui.bank.line_doing import LineDoing
from coopdesk.ui.bank.line_listing import (
    Shown,
    filter_of,
    read_lines,
    shown_names,
    totals_text,
)
from coopdesk.ui.bank.line_sheet import line_parts
from coopdesk.ui.bank.part import IMPORT_TARGET, BankPart
from coopdesk.ui.bank.words import named
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import RecordView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.domain.bank_lists import BankLine, StatementFilter, StatementRow
    from coopdesk.domain.money import Money
    from coopdesk.services.bank import BankService
    from coopdesk.ui.bank.line_listing import LineListing
    from coopdesk.ui.desk import Desk


_YEAR_LENGTH, _SEARCH_WIDTH, _SHOWN_LENGTH = 5, 160, 12
_NARROW = 960  # below, the chips have no room beside the search


class LineView(RecordView[Shown]):
    """Enter opens a line; F2 chooses by hand what it is, Del sets it aside."""

    lead_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        shown = shown_names()
        bank = desk.services.bank
        super().__init__(
            ViewParts(
                search=SearchField(_("Search words or an amount…")),
                chips=ChoiceChips(_("Lines"), shown),
                whole=Shown.ALL,
                list=RecordList(desk, "bank.lines", line_columns(), bank.lines),
                panel=DetailPanel(_("Line of a statement")),
            )
        )
        self._desk = desk
        self._bank = bank
        self.account: BankAccountLine | None = None
        self._totals = ""
        self.chips.chip(Shown.PROPOSED).setToolTip(_("Something is proposed for these"))
        self.chips.chip(Shown.ALERT).setToolTip(_("Lines of statements that do not tie"))
        # They must not keep the window wide; where there is little room a box stands there.
        self.chips.setMinimumWidth(1)
        self.chips.hide()
        self.shown_box = ChoiceBox[Shown](shown)
        self.shown_box.setAccessibleName(_("Lines"))
        self.shown_box.setMinimumContentsLength(_SHOWN_LENGTH)
        self.add_beside(self.shown_box)
        self._is_narrow = self._is_covered = False
        self.year_box = ChoiceBox[int | None]([(None, _("Years"))])
        self.year_box.setAccessibleName(_("Year"))
        self.year_box.setMinimumContentsLength(_YEAR_LENGTH)
        self.add_beside(self.year_box)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.give_search_room()
        self.doing = LineDoing(desk, self)
        doing = self.doing
        self.offer(
            (
                doing.hand_action,
                doing.create_action,
                doing.back_action,
                doing.unmatch_action,
            ),
            doing.rare,
        )
        self.list.set_accessible_name(_("Lines of the statements"))
        empty = EmptyState(
            "bank",
            _("No line yet"),
            _("Import a statement of this account: OFX, CSV, CAMT, QIF or CFONB."),
        )
        step = make_step(self, _("Import…"), "download-simple")
        step.triggered.connect(partial(self.lead_wanted.emit, IMPORT_TARGET))
        empty.offer(step, primary=True)
        self.list.set_empty(empty)
        self.year_box.activated.connect(self.reload)
        self.shown_box.activated.connect(self._on_shown_box)
        self.detail.wanted.connect(self._on_wanted)
        self.panel.link_activated.connect(self._on_link)
        self.list.selection_changed.connect(self._on_selection)

    # the filters

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_narrow = event.size().width() < _NARROW
        self._fit()

    def _fit(self) -> None:
        self.chips.setVisible(not self._is_narrow and not self._is_covered)
        self.shown_box.setVisible(self._is_narrow and not self._is_covered)

    @override
    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:
        super()._on_covered(covered)
        self._is_covered = covered
        self._fit()

    @Slot()
    def _on_shown_box(self) -> None:
        self.chips.choose(self.shown_box.value)
        self.reload()

    # the list

    @property
    def wanted(self) -> StatementFilter | None:
        """What the filters ask for, None while no account is known."""
        if self.account is None:
            return None
        asked = filter_of(self.chips.key, self.account.id, self.search.text().strip())
        sort, descending = self.list.sort
        return replace(
            asked,
            year=self.year_box.value,
            sort=sort or "date",
            descending=descending if sort else True,
        )

    @override
    @Slot()
    def reload(self) -> None:
        self.detail.read_again()
        wanted = self.wanted
        self.shown_box.choose(self.chips.key)
        if wanted is not None:
            call = partial(read_lines, self._desk.services, wanted, self.chips.key)
            self._desk.tasks.query(self, call, self._on_listing, replaces="ids")

    def _on_listing(self, found: LineListing) -> None:
        years: list[tuple[int | None, str]] = [(year, str(year)) for year in found.years]
        self.year_box.set_choices([(None, _("Years")), *years])
        self._totals = totals_text(found.totals) if found.ids else ""
        self.list.set_totals(self._totals)
        any_line = self.account is not None and bool(self.account.line_count)
        self.show_ids(found.ids, any_record=any_line)

    @override
    @Slot()
    def clear_filters(self) -> None:
        self.year_box.choose(None)
        super().clear_filters()

    @Slot(object)
    def _on_selection(self, ids: tuple[int, ...]) -> None:
        if len(ids) < 2:
            self.list.set_totals(self._totals)

    # what is chosen

    @override
    @Slot()
    def refresh_actions(self) -> None:
        ids = self.list.selected_ids or tuple(filter(None, [self.detail.chosen_id]))
        call = partial(self._bank.lines, ids[:200])
        self._desk.tasks.query(self, call, self._on_chosen, replaces="chosen")

    def _on_chosen(self, rows: Sequence[StatementRow]) -> None:
        self.doing.choose(rows)
        if len(rows) > 1:
            count = ngettext("{count} line selected", "{count} lines selected", len(rows))
            amount = money_text(_sum(rows))
            said = f"{count.format(count=number_text(len(rows)))}, {amount}"
            self.list.set_totals(said)

    @Slot(int)
    def _on_wanted(self, line_id: int) -> None:
        call = partial(_line_or_none, self._bank, line_id)
        self._desk.tasks.query(self, call, self._on_line, replaces="line")

    def _on_line(self, line: BankLine | None) -> None:
        if line is None:
            self.detail.close_record()
        else:
            self.panel.show_parts(named(line.row), line_parts(line))
        self.refresh_actions()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        navigator = self._desk.navigator
        shown = self.detail.shown_id
        if shown is not None:
            navigator.stand_at("imports", ("statement_line", shown))
        if name == links.BOARD_LINK:
            self.lead_wanted.emit(("reconcile", None, int(key)))
        elif name == links.CONTACT_LINK:
            navigator.open("contacts", int(key))
        elif name == links.ENTRY_LINK:
            navigator.open("accounts", ("entry", int(key)))
        elif name == links.PAYMENT_LINK:
            navigator.open("accounts", int(key))
        elif name == links.RUN_LINK:
            navigator.open("imports", ("run", int(key)))

    def open_line(self, line_id: int) -> None:
        """Open a line that another page names, whatever the filters hide."""
        self.show_record(line_id)


class LinesPart(BankPart):
    """The lines of one account."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = LineView(desk)
        self._to_open: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.lead_wanted.connect(self.lead_wanted)
        self.view.detail.covered.connect(self.covered)

    @property
    @override
    def head(self) -> ViewHead:
        return ViewHead(search=self.view.search, uses_year=False)

    @override
    def show_account(self, account: BankAccountLine | None) -> None:
        is_other = account is not None and account.id != self.account_id
        if is_other:
            self.view.detail.close_record()
        super().show_account(account)
        if is_other:
            self.view.search.clear()

    @override
    def reload(self) -> None:
        self.view.account = self.account
        self.view.reload()

    @override
    def show_target(self, target: tuple[object, ...]) -> None:
        word, number = target[0], target[1] if len(target) > 1 else None
        if word == "statement_line" and isinstance(number, int):
            self.ask(
                partial(_line_or_none, self._desk.services.bank, number), self._on_line, "to"
            )

    def _on_line(self, line: BankLine | None) -> None:
        if line is None:
            self._desk.feedback.tell(_("This line is no longer there."))
            return
        if line.row.bank_account_id != self.account_id:
            self.lead_wanted.emit(("lines", line.row.bank_account_id))
        self.view.open_line(line.row.id)


def _sum(rows: Sequence[StatementRow]) -> Money:
    return total(row.amount for row in rows)


def _line_or_none(bank: BankService, line_id: int) -> BankLine | None:
    try:
        return bank.line(line_id)
    except NotFoundError:
        return None
