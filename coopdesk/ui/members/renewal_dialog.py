"""What a renewal will do, before it is done: who, for how much, and who is left out and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.members import Period
from coopdesk.domain.money import total
from coopdesk.domain.renewing import (
    NotRenewed,
    RenewalOrder,
    RenewalPreview,
    RenewalRequest,
    RenewalTerms,
)
from coopdesk.ui.members.renewal_columns import (
    DueRow,
    LeftRow,
    due_columns,
    left_out_columns,
)
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.side_choices import SideChoices
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.members import MembershipType
    from coopdesk.domain.renewing import RenewalLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

# From this month on, renewing means the year to come.
_NEXT_YEAR_FROM = 10
_LAST_REASONS = (NotRenewed.RENEWED, NotRenewed.UNPAID, NotRenewed.LAPSED, NotRenewed.LEFT)


@dataclass(frozen=True, slots=True)
class RenewalChosen:
    """What the person decided, exactly as shown."""

    order: RenewalOrder
    count: int


class RenewalDialog(QDialog):
    """Choices at the left, what they mean at the right; decides and stores nothing itself."""

    submitted = Signal(object)  # RenewalChosen

    def __init__(
        self, desk: Desk, types: Sequence[MembershipType], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Renew memberships"))
        self._desk = desk
        self._preview: RenewalPreview | None = None
        self._due: dict[int, DueRow] = {}
        self._left: dict[int, RenewalLine] = {}
        self._taken_out: set[int] = set()
        self.year = ChoiceBox(_years(desk.today()))
        self.year.setAccessibleName(_("Memberships that begin in"))
        today = desk.today()
        self.year.choose(today.year + (today.month >= _NEXT_YEAR_FROM))
        self.type_boxes = {kind.id: _type_box(kind) for kind in types}
        self.terms = ChoiceBox([(terms, label(terms)) for terms in RenewalTerms])
        self.terms.setAccessibleName(_("Amount"))
        self.lapsed = QCheckBox(_("Also those who missed a year"))
        self.unpaid = QCheckBox(_("Also those who never paid"))
        self.summary = plain_label("", "strong", wrap=True)
        self.detail = plain_label("", "muted", wrap=True)
        self.due_list = RecordList(desk, "renewal_due", due_columns(), self._due_rows)
        self.left_list = RecordList(desk, "renewal_left", left_out_columns(), self._left_rows)
        self.tabs = QTabBar()
        self.take_out_action = QAction(_("Take out of this renewal"), self)
        self.create_button = QPushButton()
        make_primary(self.create_button)
        self.cancel_button = QPushButton(_("Cancel"))
        self._lay_out()
        self._connect()
        self._show_counts()
        self.reload()

    # building

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self._choices())
        middle.addLayout(self._shown(), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Renew memberships"), "title"))
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        resize_within(self, 1120, 640)

    def _choices(self) -> SideChoices:
        choices = SideChoices()
        choices.add(_("Memberships that begin in"), self.year)
        choices.add(_("Amount"), self.terms)
        choices.add(_("Tariffs"), *self.type_boxes.values())
        choices.add(_("Who else"), self.lapsed, self.unpaid)
        remarks = (
            _("One membership each; nothing is paid by it."),
            _("Del takes out who is selected."),
        )
        choices.finish(" ".join(remarks))
        return choices

    def _shown(self) -> QVBoxLayout:
        self.due_list.set_accessible_name(_("Memberships to make"))
        self.left_list.set_accessible_name(_("Left out"))
        nobody = EmptyState(
            "arrows-clockwise",
            _("Nobody is due"),
            _("See the other tab for who is left out and why, or choose another year."),
        )
        self.due_list.set_empty(nobody)
        self.left_list.set_empty(EmptyState("check-circle", _("Nobody is left out")))
        self.due_list.table.addAction(self.take_out_action)
        self.due_list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.take_out_action.setShortcut("Del")
        self.take_out_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Due or left out"))
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.due_list)
        self.stack.addWidget(self.left_list)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.detail)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        return column

    def _connect(self) -> None:
        for box in (*self.type_boxes.values(), self.lapsed, self.unpaid):
            box.toggled.connect(self.reload)
        self.year.currentIndexChanged.connect(self.reload)
        self.terms.currentIndexChanged.connect(self._show_preview)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.take_out_action.triggered.connect(self._on_take_out)
        self.create_button.clicked.connect(self._on_create)
        self.cancel_button.clicked.connect(self.reject)
        # Enter in a choice must create nothing: only the button itself does.
        for button in (self.create_button, self.cancel_button):
            button.setAutoDefault(False)

    # the preview

    @property
    def request(self) -> RenewalRequest:
        """What is asked for."""
        chosen = tuple(key for key, box in self.type_boxes.items() if box.isChecked())
        year = self.year.value
        return RenewalRequest(
            period=Period(dt.date(year, 1, 1), dt.date(year, 12, 31)),
            type_ids=chosen,
            include_unpaid=self.unpaid.isChecked(),
            include_lapsed=self.lapsed.isChecked(),
        )

    @Slot()
    def reload(self) -> None:
        """Ask what the choices mean; nothing is changed by it."""
        self.create_button.setEnabled(False)
        call = partial(_preview_of, self._desk.services, self.request)
        self._desk.tasks.query(self, call, self._on_preview, replaces="preview")

    def _on_preview(self, preview: RenewalPreview) -> None:
        is_first = self._preview is None
        self._preview = preview
        self._show_preview()
        if is_first and self.create_button.isEnabled():
            self.create_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_preview(self) -> None:
        preview = self._preview
        if preview is None:
            return
        terms = self.terms.value
        self._due, self._left = {}, {}
        for line in preview.lines:
            if line.previous_id in self._taken_out:
                self._left[line.previous_id] = line
            else:
                self._due[line.previous_id] = DueRow(line, line.fee(terms))
        self._left |= {line.previous_id: line for line in preview.left_out}
        self.due_list.set_ids(list(self._due))
        self.left_list.set_ids(list(self._left))
        self._show_counts()

    def _show_counts(self) -> None:
        count = len(self._due)
        due = total(row.fee for row in self._due.values())
        self.tabs.setTabText(0, _("Due ({count})").format(count=number_text(count)))
        left = number_text(len(self._left))
        self.tabs.setTabText(1, _("Left out ({count})").format(count=left))
        self.due_list.set_totals(_("Total {amount}").format(amount=money_text(due)))
        text = ngettext("Create {count} membership", "Create {count} memberships", count)
        self.create_button.setText(text.format(count=number_text(count)))
        self.create_button.setEnabled(bool(count))
        said = ngettext(
            "{count} membership will be made, {amount} will be due.",
            "{count} memberships will be made, {amount} will be due.",
            count,
        )
        shown = said.format(count=number_text(count), amount=money_text(due))
        self.summary.setText(shown if count else _("No membership will be made."))
        self.detail.setText(self._left_text())

    def _left_text(self) -> str:
        if self._preview is None:
            return ""
        parts = [
            f"{number_text(self._preview.count(reason))} ({label(reason)})"
            for reason in _LAST_REASONS
            if self._preview.count(reason)
        ]
        left = _("Left out: {reasons}.").format(reasons=", ".join(parts)) if parts else ""
        return " ".join(part for part in (left, _("Ctrl+Z takes everything back.")) if part)

    def _due_rows(self, ids: Sequence[int]) -> list[DueRow]:
        due = self._due
        return [due[key] for key in ids if key in due]

    def _left_rows(self, ids: Sequence[int]) -> list[LeftRow]:
        left = self._left
        return [LeftRow(left[key]) for key in ids if key in left]

    # what the person does

    @Slot()
    def _on_take_out(self) -> None:
        self._taken_out |= set(self.due_list.selected_ids)
        self._show_preview()

    @Slot()
    def _on_create(self) -> None:
        if self._preview is None or not self._due:
            return
        order = RenewalOrder(self._preview.request, self.terms.value, frozenset(self._due))
        self.submitted.emit(RenewalChosen(order, len(self._due)))
        self.accept()


def _preview_of(services: Services, request: RenewalRequest) -> RenewalPreview:
    """Return what a renewal would do; without a type, nothing (no type would mean all)."""
    if not request.type_ids:
        return RenewalPreview(request, (), ())
    return services.renewals.preview(request)


def _years(today: dt.date) -> list[tuple[int, str]]:
    return [(year, str(year)) for year in (today.year + 1, today.year, today.year - 1)]


def _type_box(kind: MembershipType) -> QCheckBox:
    box = QCheckBox(kind.content.name.replace("&", "&&"))
    box.setAccessibleName(kind.content.name)
    box.setChecked(True)
    return box
