"""What issuing will do, before it is done: each draft, how many, how much, which numbers."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.money import total
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.ui.columns import Tone
from coopdesk.ui.receipts.draft_rows import DraftRow, draft_columns, draft_rows
from coopdesk.ui.receipts.numbers import numbers_text
from coopdesk.ui.receipts.words import COMPANIES, PERSONS, count_text, gift_count_text
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.side_choices import SideChoices
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from coopdesk.domain.receipt_drafting import ReceiptDraft
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.year_reading import YearReading

_SIZE = 1280, 640


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """What the person decided to issue: exactly the gifts that were shown."""

    year: int
    scope: ReceiptScope
    donation_ids: frozenset[int]
    count: int
    clock_reason: str = ""


class IssueDialog(QDialog):
    """Shows what would be issued; decides and stores nothing itself."""

    submitted = Signal(object)  # IssueOrder
    drafts_wanted = Signal(object, int)  # IssueOrder, number of one draft or 0 for all

    def __init__(self, desk: Desk, reading: YearReading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Issue receipts"))
        self._reading = reading
        self._today = desk.today()
        self._rows: dict[int, DraftRow] = {}
        self.per_donor = QRadioButton(_("One receipt per donor and year"))
        self.per_donor.setToolTip(_("The gifts are listed on it; for a company, per period."))
        self.per_gift = QRadioButton(_("One receipt per gift"))
        self.per_donor.setChecked(True)
        self.more_to_come = plain_label(
            _("The year is not over: a gift received later will have a receipt of its own."),
            "small",
            wrap=True,
        )
        self.list = RecordList(desk, "receipts.drafts", draft_columns(), self._fetch)
        self.list.set_accessible_name(_("Receipts that would be issued"))
        self.drafts_button = QPushButton(_("See the drafts (PDF)"))
        self.drafts_button.setToolTip(_("Each paper can be looked at as a draft before."))
        self.issue_button = QPushButton()
        make_primary(self.issue_button)
        self.cancel_button = QPushButton(_("Cancel"))
        self._values: dict[str, QLabel] = {}
        self._lay_out()
        self._connect()
        self._show_drafts()
        self.drafts_button.setFocus()

    @property
    def scope(self) -> ReceiptScope:
        """One receipt per donor or per gift, as chosen."""
        return ReceiptScope.DONOR if self.per_donor.isChecked() else ReceiptScope.GIFT

    @property
    def drafts(self) -> Sequence[ReceiptDraft]:
        """What would be issued."""
        return self._reading.drafts(self.scope)

    @property
    def count(self) -> int:
        """How many receipts would be issued."""
        return len(self.drafts)

    def value(self, name: str) -> str:
        """Return a figure as it is shown."""
        return self._values[name].text()

    # building

    def _lay_out(self) -> None:
        resize_within(self, *_SIZE)
        title = _("Issue the receipts of {year}").format(year=self._reading.review.year)
        self.setAccessibleName(title)
        side = SideChoices()
        side.add(_("How many receipts"), self.per_donor, self.per_gift, self.more_to_come)
        side.add(_("What will be issued"), self._figures())
        side.add_widget(_warning())
        side.finish("")
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(side)
        parts.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.drafts_button)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.issue_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(title, "title"))
        layout.addLayout(parts, 1)
        layout.addLayout(buttons)

    def _figures(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        names = {
            "persons": _("Persons"),
            "companies": _("Companies"),
            "gifts": _("Gifts"),
            "total": _("Total"),
            "numbers": _("Numbers"),
            "day": _("Dated"),
            "left": _("Left out"),
        }
        for row, (key, name) in enumerate(names.items()):
            value = plain_label("", wrap=True)
            value.setAccessibleName(name)
            self._values[key] = value
            grid.addWidget(plain_label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        return card

    def _connect(self) -> None:
        self.per_donor.toggled.connect(self._show_drafts)
        self.drafts_button.clicked.connect(self._on_drafts)
        self.list.record_activated.connect(self._on_draft)
        self.issue_button.clicked.connect(self._on_issue)
        self.cancel_button.clicked.connect(self.reject)
        # Enter in the choice must not issue: only the button itself does.
        for button in (self.issue_button, self.cancel_button, self.drafts_button):
            button.setAutoDefault(button is self.drafts_button)
        order = (self.drafts_button, self.cancel_button, self.issue_button, self.per_donor)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    # what it shows

    @Slot()
    def _show_drafts(self) -> None:
        drafts = self.drafts
        rows = draft_rows(drafts)
        self._rows = {row.id: row for row in rows}
        self.list.set_ids([row.id for row in rows])
        self.more_to_come.setVisible(self._may_more_come)
        amount = total(draft.amount for draft in drafts)
        self.list.set_totals(_("Total: {amount}").format(amount=money_text(amount)))
        series, first = self._reading.series, self._reading.next_number
        said = {
            "persons": _of_form(drafts, PERSONS),
            "companies": _of_form(drafts, COMPANIES),
            "gifts": number_text(sum(len(draft.gifts) for draft in drafts)),
            "total": money_text(amount),
            "numbers": numbers_text(series.text(first), series.text(first + len(drafts) - 1)),
            "day": day_long(self._today),
            "left": self._left_text(),
        }
        for name, text in said.items():
            self._values[name].setText(text)
        text = ngettext("Issue {count} receipt", "Issue {count} receipts", len(drafts))
        self.issue_button.setText(text.format(count=number_text(len(drafts))))

    @property
    def _may_more_come(self) -> bool:
        """Whether a period that a receipt would sum up is not over yet."""
        is_open = any(self._today <= draft.period_end for draft in self.drafts)
        return is_open and self.scope is ReceiptScope.DONOR

    def _fetch(self, ids: Sequence[int]) -> list[DraftRow]:
        rows = self._rows
        return [rows[row_id] for row_id in ids if row_id in rows]

    def _left_text(self) -> str:
        review = self._reading.review
        blocked = len(review.of(Verdict.BLOCKED))
        excluded = len(review.of(Verdict.EXCLUDED))
        one = ngettext("{count} blocked gift", "{count} blocked gifts", blocked)
        two = ngettext("{count} excluded gift", "{count} excluded gifts", excluded)
        texts = one.format(count=number_text(blocked)), two.format(count=number_text(excluded))
        said = [text for text, count in zip(texts, (blocked, excluded), strict=True) if count]
        return ", ".join(said) or _("nothing")

    # what the person does

    @property
    def order(self) -> IssueOrder:
        """What is shown, to be issued or drawn as drafts."""
        ids = frozenset(gift.donation_id for draft in self.drafts for gift in draft.gifts)
        return IssueOrder(self._reading.review.year, self.scope, ids, self.count)

    @Slot()
    def _on_drafts(self) -> None:
        self.drafts_wanted.emit(self.order, 0)

    @Slot(object)
    def _on_draft(self, number: int) -> None:
        self.drafts_wanted.emit(self.order, number)

    @Slot()
    def _on_issue(self) -> None:
        self.submitted.emit(self.order)
        self.accept()


def _of_form(drafts: Sequence[ReceiptDraft], form: str) -> str:
    """Say how many receipts there are on one form, of how many gifts and for how much."""
    found = [draft for draft in drafts if draft.form == form]
    if not found:
        return _("none")
    gifts = gift_count_text(sum(len(draft.gifts) for draft in found))
    amount = money_text(total(draft.amount for draft in found))
    return f"{count_text(len(found))} ({form})\n{gifts}, {amount}"


def _warning() -> Notice:
    notice = Notice()
    notice.say(
        Tone.ATTENTION,
        _("Issuing cannot be taken back."),
        _("An issued receipt keeps its number and is never changed or deleted."),
    )
    return notice
