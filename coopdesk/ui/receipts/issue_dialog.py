"""What issuing will do, before it is done: how many, for how much, which numbers."""

from __future__ import annotations

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

from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipts import ReceiptScope, Verdict, receipt_number_text
from coopdesk.ui.columns import Tone
from coopdesk.ui.receipts.numbers import numbers_text
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QLabel

    from coopdesk.domain.receipts import Review


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """What the person decided to issue: exactly the gifts that were shown."""

    year: int
    scope: ReceiptScope
    donation_ids: frozenset[int]
    count: int


class IssueDialog(QDialog):
    """Shows what would be issued; decides and stores nothing itself."""

    submitted = Signal(object)  # IssueOrder

    def __init__(
        self, review: Review, issued: int, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Issue receipts"))
        self.setMinimumWidth(520)
        self._review = review
        self._issued = issued
        self._today = today
        self._ready = review.of(Verdict.READY)
        self.per_donor = QRadioButton(_("One receipt per donor, with the list of the gifts"))
        self.per_gift = QRadioButton(_("One receipt per gift"))
        self.per_donor.setChecked(True)
        self.issue_button = QPushButton()
        make_primary(self.issue_button)
        self.cancel_button = QPushButton(_("Cancel"))
        self._values: dict[str, QLabel] = {}
        self._lay_out()
        self._show_figures()
        self.per_donor.toggled.connect(self._show_figures)
        self.issue_button.clicked.connect(self._on_issue)
        self.cancel_button.clicked.connect(self.reject)
        # Enter in the choice must not issue: only the button itself does.
        for button in (self.issue_button, self.cancel_button):
            button.setAutoDefault(False)

    @property
    def scope(self) -> ReceiptScope:
        """One receipt per donor or per gift, as chosen."""
        return ReceiptScope.DONOR if self.per_donor.isChecked() else ReceiptScope.GIFT

    @property
    def count(self) -> int:
        """How many receipts would be issued."""
        return len(draft_receipts(self._ready, self.scope))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        title = _("Issue the receipts of {year}").format(year=self._review.year)
        layout.addWidget(plain_label(title, "title"))
        layout.addWidget(self.per_donor)
        layout.addWidget(self.per_gift)
        layout.addWidget(self._figures())
        layout.addWidget(self._warning())
        layout.addSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.issue_button)
        layout.addLayout(buttons)

    def _figures(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        names = {
            "receipts": _("Receipts"),
            "gifts": _("Gifts"),
            "total": _("Total"),
            "numbers": _("Numbers"),
            "day": _("Date on the receipts"),
            "left": _("Not concerned"),
        }
        for row, (key, name) in enumerate(names.items()):
            value = plain_label("", wrap=True)
            value.setAccessibleName(name)
            self._values[key] = value
            grid.addWidget(plain_label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        return card

    def _warning(self) -> Notice:
        notice = Notice()
        notice.say(
            Tone.ATTENTION,
            _("Issuing cannot be taken back."),
            _("An issued receipt keeps its number and is never changed or deleted."),
        )
        return notice

    @Slot()
    def _show_figures(self) -> None:
        count, year = self.count, self._review.year
        first = receipt_number_text(year, self._issued + 1)
        last = receipt_number_text(year, self._issued + count)
        self._values["receipts"].setText(number_text(count))
        self._values["gifts"].setText(number_text(len(self._ready)))
        self._values["total"].setText(money_text(self._review.total(Verdict.READY)))
        self._values["numbers"].setText(numbers_text(first, last))
        self._values["day"].setText(day_long(self._today))
        self._values["left"].setText(self._left_text())
        text = ngettext("Issue {count} receipt", "Issue {count} receipts", count)
        self.issue_button.setText(text.format(count=number_text(count)))

    def _left_text(self) -> str:
        blocked = len(self._review.of(Verdict.BLOCKED))
        excluded = len(self._review.of(Verdict.EXCLUDED))
        one = ngettext("{count} blocked gift", "{count} blocked gifts", blocked)
        two = ngettext("{count} excluded gift", "{count} excluded gifts", excluded)
        texts = one.format(count=number_text(blocked)), two.format(count=number_text(excluded))
        return ", ".join(texts)

    @Slot()
    def _on_issue(self) -> None:
        ids = frozenset(line.gift.donation_id for line in self._ready)
        order = IssueOrder(self._review.year, self.scope, ids, self.count)
        self.submitted.emit(order)
        self.accept()
