"""Asks which lines of an account settle each other (lettrage)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import total
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.ledgers import LedgerLine
    from coopdesk.domain.money import Money
    from coopdesk.services.registry import Services
    from coopdesk.ui.entries.sheets import EntrySheet

_WIDTH = 640
_MOST = 60
_BOX_ROOM = 40  # the mark of a box, its gaps and its ring


@dataclass(frozen=True, slots=True)
class Unmatched:
    """The line that somebody asks about, and those it may be settled by, the likely first."""

    line: LedgerLine
    others: tuple[LedgerLine, ...]


def read_unmatched(services: Services, sheet: EntrySheet, line_id: int) -> Unmatched | None:
    """Read the lines of the account that wait, None when the line is gone.

    It runs on the worker.
    """
    line = next((x for x in sheet.entry.lines if x.id == line_id), None)
    if line is None:
        return None
    reports = services.reports
    ledger = reports.ledger(line.content.account, ReportScope(sheet.year.id))
    waiting = [
        x
        for x in reports.ledger_lines(ledger, ledger.ids)
        if not x.matching and x.account == line.content.account
    ]
    mine = next((x for x in waiting if x.line_id == line_id), None)
    if mine is None:
        return None
    others = [x for x in waiting if x.line_id != line_id]
    others.sort(key=lambda x: _likeness(mine, x))
    return Unmatched(mine, tuple(others[:_MOST]))


def _likeness(mine: LedgerLine, other: LedgerLine) -> tuple[bool, bool, bool]:
    """Order by: the same amount on the other side, the other side, the same third party."""
    return (
        signed(other) != -signed(mine),
        (signed(other).cents > 0) == (signed(mine).cents > 0),
        other.contact_name != mine.contact_name,
    )


def signed(line: LedgerLine) -> Money:
    """Return debit less credit."""
    return line.debit - line.credit


class LineBox(QCheckBox):
    """A box with one line of text, cut at its end where the form is narrower."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        set_plain_tooltip(self, text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _BOX_ROOM
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class MatchDialog(FormDialog):
    """Boxes to tick; what is chosen must add up to nothing."""

    def __init__(self, found: Unmatched, parent: QWidget) -> None:
        super().__init__(_("Match lines"), _("Match these lines"), parent)
        self.setMinimumWidth(_WIDTH)
        self._line = found.line
        self._others = found.others
        text = _(
            "Matching ties lines that settle each other: what was due and its payment. Choose "
            "what settles this line on account {number} {label}."
        )
        self.form.add_widget(
            plain_label(
                text.format(number=found.line.account, label=found.line.account_label),
                "muted",
                wrap=True,
            )
        )
        self.form.add_widget(plain_label(_said(found.line), "strong", wrap=True))
        boxes = QWidget()
        layout = QVBoxLayout(boxes)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.boxes = [LineBox(_said(x)) for x in found.others]
        for box in self.boxes:
            layout.addWidget(box)
            box.toggled.connect(self._say)
        if not self.boxes:
            layout.addWidget(plain_label(_("No other line of this account waits."), "muted"))
        self.form.add_widget(boxes)
        self.said = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.said)
        if found.others and signed(found.others[0]) == -signed(found.line):
            self.boxes[0].setChecked(True)
        self._say()
        if self.boxes:
            self.boxes[0].setFocus()

    @property
    def _chosen(self) -> list[LedgerLine]:
        pairs = zip(self.boxes, self._others, strict=True)
        return [self._line, *(line for box, line in pairs if box.isChecked())]

    @Slot()
    def _say(self) -> None:
        rest = total(signed(line) for line in self._chosen)
        is_equal = not rest and len(self._chosen) > 1
        text = _("Debit and credit are equal.") if is_equal else _("Still open: {amount}")
        self.said.setText(text.format(amount=money_text(rest)))
        self.submit_button.setEnabled(is_equal)

    @override
    def read(self) -> tuple[int, ...]:
        return tuple(line.line_id for line in self._chosen)

    @override
    @Slot()
    def unlock(self) -> None:
        super().unlock()
        self._say()


def _said(line: LedgerLine) -> str:
    side = _("debit") if line.debit else _("credit")
    amount = money_text(line.debit + line.credit)
    parts = (day_text(line.entry_on), f"{amount} ({side})", line.label, line.contact_name)
    return " · ".join(part for part in parts if part)
