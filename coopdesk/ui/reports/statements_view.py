"""The tab of statements: official models, activities, treasury, dedicated funds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.financial_statements import StatementKind
from coopdesk.ui.columns import Tone
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.reports.figure_view import FigureView, framed
from coopdesk.ui.reports.papers import ReportPrinting
from coopdesk.ui.reports.report_chips import ReportChips
from coopdesk.ui.reports.report_reading import Reading, read_figure, read_month, read_report
from coopdesk.ui.reports.scope_bar import ScopeBar
from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.reports.sheets import Report, Sheet
from coopdesk.ui.reports.targets import (
    ACCOUNT,
    FIGURE,
    MONTH,
    PAGE,
    REPORT,
    go_from,
    report_target,
)
from coopdesk.ui.reports.treasury_view import TreasuryView
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.pill import Pill
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.ui.accounts.page import AccountPage

# Lower than this the lines need all the room.
_HINT_FROM = 420
# What a single activity has of its own.
_BY_ACTIVITY = frozenset({Report.RESULT, Report.VOLUNTEERING})


class StatementsView(QWidget):
    """One report at a time; a figure opens its accounts, these open their lines."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__()
        self._page = page
        self._desk = page.desk
        # The figure that is open, as a target; empty while the report itself is shown.
        self._figure: tuple[object, ...] = ()
        self.reports = ReportChips(self)
        self.scope_bar = ScopeBar()
        self.empty_chip = QPushButton(_("Empty lines"))
        self.empty_chip.setProperty("kind", "chip")
        self.empty_chip.setCheckable(True)
        set_plain_tooltip(
            self.empty_chip, _("Show the lines of the official model that hold nothing as well")
        )
        self.note = Pill()
        self.note.setMinimumHeight(self.empty_chip.sizeHint().height())
        self.sheet = FigureSheet(_("Statement"))
        self.treasury = TreasuryView()
        self.figure = FigureView()
        self.empty = EmptyState("scales", *_empty_words(Report.RESULT))
        self.stack = QStackedWidget()
        self.printing = ReportPrinting(page, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._report = QWidget()
        inner = QVBoxLayout(self._report)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        head = FlowLayout(gap=8)
        self.reports.put_into(head)
        for widget in (self.scope_bar, self.empty_chip, self.note):
            head.addWidget(widget)
        self.note.hide()
        inner.addLayout(head)
        self._shown = QStackedWidget()
        self.hint = plain_label(
            _("Enter or a double click on a figure shows the accounts and lines that make it."),
            "small",
        )
        self.hint.setContentsMargins(12, 8, 12, 8)
        for shown in (framed(self.sheet, self.hint), self.treasury, self.empty):
            self._shown.addWidget(shown)
        self._shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        inner.addWidget(self._shown, 1)
        self.stack.addWidget(self._report)
        self.stack.addWidget(self.figure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.printing.bar)
        self.setFocusProxy(self.sheet)

    def _connect(self) -> None:
        self.reports.chosen.connect(self._on_report)
        self.scope_bar.changed.connect(self._read_report)
        self.empty_chip.clicked.connect(self._on_empty)
        self.sheet.opened.connect(self._on_opened)
        self.treasury.opened.connect(self._on_opened)
        self.figure.opened.connect(self._on_opened)
        self.figure.closed.connect(self._on_back)
        self.printing.action.triggered.connect(self._on_print)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setVisible(event.size().height() >= _HINT_FROM)

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        action = self.printing.action
        return ViewHead(tools=(action,), roles={Role.PRINT: action})

    @property
    def report(self) -> Report:
        """The report that is chosen."""
        return self.reports.key

    @property
    def _scope(self) -> ReportScope | None:
        year = self._page.fiscal_year
        return None if year is None else self.scope_bar.scope(year.id)

    # reading

    def reload(self) -> None:
        """Read again what is shown."""
        self._read_report()
        if self._figure:
            self._read_figure()

    @Slot()
    def _read_report(self) -> None:
        scope = self._scope
        if scope is None:
            self._shown.setCurrentWidget(self.empty)
            return
        with_empty = self.empty_chip.isChecked()
        services, report = self._desk.services, self.report
        self._desk.tasks.query(
            self,
            lambda: read_report(services, report, scope, with_empty=with_empty),
            self._on_read,
            replaces="report",
        )

    def _on_read(self, reading: Reading) -> None:
        self.scope_bar.offer(reading.activities)
        self.empty_chip.setVisible(reading.report in _statements())
        if reading.treasury is not None:
            self.note.hide()
            self.treasury.show_treasury(reading.treasury)
            self._shown.setCurrentWidget(self.treasury)
        elif reading.sheet is not None:
            self._show_sheet(reading.sheet)

    def _show_sheet(self, sheet: Sheet) -> None:
        self.note.setVisible(bool(sheet.note))
        self.note.show_status(sheet.note, Tone.BAD if sheet.is_wrong else Tone.GOOD)
        self.sheet.show_rows(sheet.columns, sheet.rows)
        if self.sheet.hasFocus():
            self.sheet.select_first()
        if not sheet.rows:
            self.empty.say(*_empty_words(self.report))
        self._shown.setCurrentIndex(0 if sheet.rows else 2)

    def _read_figure(self) -> None:
        scope, (word, *rest) = self._scope, self._figure
        if scope is None:
            return
        services, where = self._desk.services, str(rest[0])
        if word == MONTH:
            call = partial(read_month, services, where, scope)
        else:
            call = partial(read_figure, services, StatementKind(where), str(rest[1]), scope)
        self._desk.tasks.query(self, call, self.figure.show_sheet, replaces="figure")

    # moving

    def show_target(self, target: object) -> None:
        """Show a report, or the accounts behind a figure, that another page names."""
        if not isinstance(target, tuple) or len(target) < 2:
            return
        word, *rest = target
        if word == REPORT:
            self._show_report(Report(rest[0]), rest[1] if len(rest) > 1 else None)
        elif word == FIGURE:
            self.reports.choose(Report(rest[0]))
            self._follow_report()
            self.scope_bar.choose(rest[2] if len(rest) > 2 else None)
            self._show_figure(target)
        elif word == MONTH:
            self.reports.choose(Report.TREASURY)
            self._follow_report()
            self._show_figure(target)

    def _show_report(self, report: Report, activity_id: object) -> None:
        self.reports.choose(report)
        self.scope_bar.choose(activity_id if isinstance(activity_id, int) else None)
        self._figure = ()
        self.stack.setCurrentWidget(self._report)
        self._follow_report()
        self._read_report()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figure(self, target: tuple[object, ...]) -> None:
        self._figure = target
        self.stack.setCurrentWidget(self.figure)
        self.setFocusProxy(self.figure)
        self._read_figure()

    def _follow_report(self) -> None:
        """Lead the keys to what shows the chosen report, and offer what narrows it."""
        is_treasury = self.report is Report.TREASURY
        self.scope_bar.use_activity(used=self.report in _BY_ACTIVITY)
        self.scope_bar.drafts_chip.setHidden(self.report is Report.FUNDS)
        self.setFocusProxy(self.treasury if is_treasury else self.sheet)

    @property
    def _place(self) -> tuple[object, ...]:
        """What this view shows now, as a target."""
        return self._figure or report_target(self.report.value, self.scope_bar.activity_id)

    @Slot()
    def _on_report(self) -> None:
        self._follow_report()
        self._read_report()

    @Slot()
    def _on_empty(self) -> None:
        self._read_report()

    @Slot(object)
    def _on_opened(self, target: tuple[object, ...]) -> None:
        word, *rest = target
        if word == ACCOUNT:
            # The lines of an account make its figure only if they are the same ones.
            with_drafts = self.scope_bar.with_drafts
            target = (ACCOUNT, *rest[:2], with_drafts)
        go_from(self._desk, self._place, target)

    @Slot()
    def _on_back(self) -> None:
        if self._desk.navigator.can_go_back:
            self._desk.navigator.back()
        else:
            self._desk.navigator.open(PAGE, report_target(self.report.value))

    @Slot()
    def _on_print(self) -> None:
        scope = self._scope
        if scope is not None:
            self.printing.ask_report(self.report, scope)


def _empty_words(report: Report) -> tuple[str, str]:
    if report is Report.TIES:
        return (
            _("No gift and no fee in this fiscal year"),
            _("Their lists are compared here with what the books hold."),
        )
    if report is Report.FUNDS:
        return (
            _("No dedicated fund in this fiscal year"),
            _("A dedicated fund is money received for a purpose and not spent on it yet."),
        )
    return (
        _("No entry in this fiscal year"),
        _("Statements add up what was written in the books."),
    )


def _statements() -> frozenset[Report]:
    return frozenset({Report.RESULT, Report.BALANCE_SHEET, Report.VOLUNTEERING})
