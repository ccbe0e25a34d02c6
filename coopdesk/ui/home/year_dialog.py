"""The calendar of the year: what law and papers ask, month by month, with its source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.duties import MarkState
from coopdesk.services.outcome import Subject
from coopdesk.ui.home.year_sheet import GO, MARK, NOT_OURS, UNMARK, YearSheet, month_heading
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.duties import Duty, DutyMark, DutyYear
    from coopdesk.services.outcome import Changes
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_WIDTH, _HEIGHT = 720, 620


class YearDialog(QDialog):
    """Twelve months; links lead where something is done, and say that it was."""

    add_wanted = Signal()
    change_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Calendar of the year"))
        self._desk = desk
        self._sheet: YearSheet | None = None
        self.year = desk.today().year
        self.heading = plain_label("", "title")
        self.reader = RecordReader()
        self.reader.setAccessibleName(_("Calendar of the year"))
        self.reader.link_activated.connect(self._on_link)
        self.before_button = _arrow("caret-left", _("The year before"), partial(self._turn, -1))
        self.after_button = _arrow("caret-right", _("The year after"), partial(self._turn, 1))
        self._lay_out()
        desk.changes.changed.connect(self._on_changed)
        self._fit(parent)
        self.reader.setFocus()
        self.reload()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        for widget in (self.before_button, self.heading, self.after_button):
            head.addWidget(widget)
        head.addStretch()
        add = QPushButton(_("Add a date…"))
        add.setAutoDefault(False)
        add.clicked.connect(self.add_wanted)
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.reader, 1)
        layout.addLayout(foot)

    def _fit(self, parent: QWidget) -> None:
        """Be no larger than the window: on a low screen the list scrolls."""
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 32), min(_HEIGHT, room.height() - 32))

    def _turn(self, by: int) -> None:
        self.year += by
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the year again."""
        self.heading.setText(str(self.year))
        call = partial(_read, self._desk.services, self.year)
        self._desk.tasks.query(self, call, self._on_read, replaces="year")

    def _on_read(self, found: tuple[DutyYear, list[DutyMark]]) -> None:
        same = self._sheet is not None and self._sheet.year == found[0].year
        place = self.reader.place if same else None
        self._sheet = YearSheet(*found, self._desk.today())
        self.reader.show_parts(self._sheet.parts())
        if place is not None:
            self.reader.return_to(place)
        elif self.year == self._desk.today().year:
            self.reader.go_to(month_heading(self._desk.today()))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Subject.DUTIES in changes:
            self.reload()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        word, _sign, number = link.partition(":")
        if self._sheet is None or not number.isdecimal():
            return
        duty = self._sheet.duties[int(number)]
        service = self._desk.services.duties
        if word == GO:
            self._go(duty)
        elif word == UNMARK:
            mark = self._sheet.mark_of(duty)
            if mark is not None:
                self._desk.tasks.command(self, partial(service.unmark, mark.code, mark.period))
        elif word in {MARK, NOT_OURS}:
            state = MarkState.DONE if word == MARK else MarkState.NOT_OURS
            call = partial(service.mark, duty.code, duty.period, state)
            self._desk.tasks.command(self, call)

    def _go(self, duty: Duty) -> None:
        if isinstance(duty.target, tuple) and duty.target[:1] == ("own_duty",):
            self.change_wanted.emit(int(duty.target[1]))
            return
        self.accept()
        self._desk.navigator.open(duty.page, duty.target)


def _read(services: Services, year: int) -> tuple[DutyYear, list[DutyMark]]:
    return services.duties.calendar(year), services.duties.marks()


def _arrow(icon_name: str, text: str, call: object) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "flat")
    button.setIcon(icon(icon_name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.clicked.connect(call)
    return button
