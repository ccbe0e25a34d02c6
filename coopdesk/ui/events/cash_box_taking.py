"""Takes cash of nobody by name: an amount, then what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.fonts import text_font
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.series_line import SeriesAmount
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True)
class Taking:
    """Cash that came: what it is for, in the books and in words."""

    kind: LineKind
    amount: Money
    label: str


class TakingBar(QWidget):
    """Keys F5 to F9 take the amount typed; Enter takes it for what the last one was for."""

    taken = Signal(object)  # Taking

    def __init__(self) -> None:
        super().__init__()
        self.amount = SeriesAmount()
        self.amount.setFont(text_font(16))
        self.amount.setMinimumHeight(44)
        self.amount.setAccessibleName(_("Amount in cash"))
        self.amount.returnPressed.connect(self._on_again)
        self.error = plain_label("", "error", wrap=True)
        self.error.hide()
        self.amount.textEdited.connect(self.error.hide)
        self._last: tuple[LineKind, str] | None = None
        self.actions_by_key: dict[str, QAction] = {}
        flow = FlowLayout(gap=8)
        for key, icon_name, kind, name in (
            ("F5", "ticket", LineKind.REGISTRATION, _("Ticket at the table")),
            ("F6", "coffee", LineKind.SALE, _("Bar")),
            ("F7", "shopping-cart-simple", LineKind.SALE, _("Sale")),
            ("F8", "gift", LineKind.GIFT, _("Gift")),
            ("F9", "coin", LineKind.OTHER, _("Other cash")),
        ):
            flow.addWidget(ActionButton(self._make(key, icon_name, kind, name)))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.amount)
        # Beside the amount: beneath it, the last of the buttons would be pushed out of sight.
        row.addWidget(self.error, 1)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.name = plain_label(_("Amount in cash"), "field")
        layout.addWidget(self.name)
        layout.addLayout(row)
        layout.addLayout(flow)
        self.setFocusProxy(self.amount)

    def _make(self, key: str, icon_name: str, kind: LineKind, name: str) -> QAction:
        said = _("{action} ({key})").format(action=name, key=key)
        action = make_step(self, said, icon_name)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(self._take, kind, name))
        self.addAction(action)
        self.actions_by_key[key] = action
        return action

    @Slot()
    def _on_again(self) -> None:
        if self._last is None:
            self.say_error(_("Say what it is for: one of the buttons beneath."))
        else:
            self._take(*self._last)

    def _take(self, kind: LineKind, name: str, *_clicked: object) -> None:
        try:
            amount = self.amount.amount()
        except RuleError as error:
            self.say_error(error_sentence(error))
            return
        if amount is None or amount <= ZERO:
            self.say_error(_("Type the amount first."))
            return
        self._last = kind, name
        self.amount.clear()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken.emit(Taking(kind, amount, name))

    def say_error(self, text: str) -> None:
        """Say why nothing was taken."""
        self.error.setText(text)
        self.error.show()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
