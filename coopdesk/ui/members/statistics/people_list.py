"""The people behind a figure: a list, and the way back to the figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.members.words import STATUS_TONES
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _
from coopdesk.wording.standing import standing_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.contacts import ContactLine
    from coopdesk.domain.member_statistics import Figure
    from coopdesk.ui.desk import Desk


class PeopleList(QWidget):
    """Enter opens the contact; Escape goes back."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = plain_label("", "heading")
        self.back_action = make_step(self, _("Back to the figures"), "arrow-left")
        self.back_action.triggered.connect(self.closed)
        self.list = RecordList(desk, "figure_people", _columns(), desk.services.contacts.lines)
        self.list.set_accessible_name(_("People of this figure"))
        self.list.record_activated.connect(self._on_activated)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ActionButton(self.back_action))
        head.addWidget(self.title, 1)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_figure(self, figure: Figure, words: str) -> None:
        """Show whom a figure counts."""
        self.title.setText(words)
        self.list.set_ids([])
        call = partial(self._desk.services.statistics.contact_ids, figure.key)
        self._desk.tasks.query(self, call, self._on_ids, replaces="people")

    def _on_ids(self, ids: list[int]) -> None:
        self.list.set_ids(ids)
        if ids:
            self.list.table.select_id(ids[0])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_activated(self, contact_id: int) -> None:
        self._desk.navigator.open("contacts", contact_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Name"), _name, width=20, stretch=True),
        Column("number", _("No."), _number, width=8, gives_way=2),
        Column("town", _("Town"), _town, width=18, gives_way=3),
        Column("email", _("E-mail"), _email, width=24, gives_way=4),
        Column("status", _("Status"), _status, tone=_tone, width=14, gives_way=1),
    )


def _name(line: ContactLine) -> str:
    return line.name


def _number(line: ContactLine) -> str:
    return line.number


def _town(line: ContactLine) -> str:
    return line.town


def _email(line: ContactLine) -> str:
    return line.email


def _status(line: ContactLine) -> str:
    return standing_text(line.member_status, is_unpaid=line.member_until is None)


def _tone(line: ContactLine) -> Tone | None:
    return STATUS_TONES[line.member_status] if line.member_status is not None else None
