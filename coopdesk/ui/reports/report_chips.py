"""The reports to choose from, as words that go on in the next line where one is too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from coopdesk.ui.reports.finding import report_names
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from coopdesk.ui.reports.sheets import Report


class ReportChips(QObject):
    """Exactly one report is chosen; arrows move between them."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reports = tuple(report_names())
        self._group = QButtonGroup(self)
        for number, (_report, text) in enumerate(report_names().items()):
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setAccessibleName(_("{name}: {value}").format(name=_("Reports"), value=text))
            self._group.addButton(chip, number)
        self._group.buttonClicked.connect(self._on_clicked)

    def put_into(self, layout: QLayout) -> None:
        """Add the chips to a layout."""
        for chip in self._group.buttons():
            layout.addWidget(chip)

    @property
    def key(self) -> Report:
        """The report that is chosen."""
        return self._reports[self._group.checkedId()]

    def choose(self, report: Report) -> None:
        """Choose without telling."""
        self._group.button(self._reports.index(report)).setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, _chip: QAbstractButton) -> None:
        self.chosen.emit()
