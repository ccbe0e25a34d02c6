"""Shows the entries that would be prepared, line by line, before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.booking import BookingProposal, BookingReview, BookingStep
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.wording.booking import late_text, left_out_text, pending_text
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.desk import Desk

_TONES = {
    BookingStep.ADD: Tone.GOOD,
    BookingStep.RENEW: Tone.INFO,
    BookingStep.REVERSE: Tone.ATTENTION,
    BookingStep.DROP: Tone.NEUTRAL,
}
_SIZE = (860, 520)


class ProposalLine(NamedTuple):
    """A proposal and its place in the list."""

    id: int
    proposal: BookingProposal


class BookingPreview(QDialog):
    """Accepted when the person wants the entries prepared."""

    def __init__(self, desk: Desk, review: BookingReview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Entries to be prepared"))
        self._lines = {
            key: ProposalLine(key, one) for key, one in enumerate(review.proposals, start=1)
        }
        self.list = RecordList(desk, "booking", proposal_columns(), self._page)
        self.list.set_accessible_name(_("Entries to be prepared"))
        self.list.set_ids(list(self._lines))
        self.list.set_totals(_totals_text(review))
        self.book_button = QPushButton(_verb(review.count))
        make_primary(self.book_button)
        self.book_button.setDefault(True)
        self.book_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out(review)
        resize_within(self, *_SIZE)
        self.book_button.setFocus()

    def _lay_out(self, review: BookingReview) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.book_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Entries to be prepared"), "title"))
        layout.addWidget(plain_label(" ".join(_remarks(review)), "muted", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def _page(self, ids: Sequence[int]) -> list[ProposalLine]:
        return [self._lines[key] for key in ids if key in self._lines]


def proposal_columns() -> tuple[Column, ...]:
    """Return the columns of what would be done."""
    return (
        Column("step", _("What"), _step, tone=_tone, width=17),
        Column("day", _("Date"), _day, width=11),
        Column("label", _("Label"), _label, width=18, stretch=True),
        Column("accounts", _("Accounts"), _accounts, width=14, gives_way=1),
        Column("amount", _("Amount"), _amount, align_right=True, width=12),
    )


def _step(line: ProposalLine) -> str:
    return label(line.proposal.step)


def _tone(line: ProposalLine) -> Tone | None:
    return _TONES[line.proposal.step]


def _day(line: ProposalLine) -> str:
    entry = line.proposal.entry
    return "" if entry is None else day_text(entry.entry_on)


def _label(line: ProposalLine) -> str:
    entry, source = line.proposal.entry, line.proposal.source
    late_on = line.proposal.late_on
    if entry is not None and late_on is not None:
        return f"{entry.label} ({day_text(late_on)})"
    if entry is not None:
        return entry.label
    if source.payment_id is not None:
        text, number = _("Payment no. {number}"), source.payment_id
    else:
        text, number = _("Gift no. {number}"), source.donation_id or 0
    return text.format(number=number_text(number))


def _accounts(line: ProposalLine) -> str:
    entry = line.proposal.entry
    return "" if entry is None else " ".join(dict.fromkeys(x.account for x in entry.lines))


def _amount(line: ProposalLine) -> str:
    entry = line.proposal.entry
    return "" if entry is None else money_text(entry.moved)


def _remarks(review: BookingReview) -> list[str]:
    """Say what becomes of it, and what is left out and why."""
    told = [_("They are drafts at first: they can still be changed before you validate them.")]
    told += [
        _("The account {number} {label} will be opened.").format(number=number, label=named)
        for number, named in review.own_accounts
    ]
    told += filter(None, [late_text(review.late)])
    return told + [left_out_text(one) for one in review.left_out]


def _totals_text(review: BookingReview) -> str:
    whole = f"{pending_text(review.count)} · {money_text(review.amount)}"
    shown = len(review.proposals)
    if shown == review.count:
        return whole
    return _("{whole} · the first {count} are shown").format(
        whole=whole, count=number_text(shown)
    )


def _verb(count: int) -> str:
    text = ngettext("Prepare {count} entry", "Prepare {count} entries", count)
    return text.format(count=number_text(count))
