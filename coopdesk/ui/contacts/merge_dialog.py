"""Two contacts side by side: which one is kept, and what of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.merging import Side
from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _
from coopdesk.wording.merging import (
    field_text,
    household_text,
    moved_texts,
    receipts_text,
    value_text,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.merging import MergeField, MergeSheet

_WIDTH = 820
_NAMES_WIDTH = 150
_LEFT, _RIGHT = 0, 1


@dataclass(frozen=True, slots=True)
class MergeOrder:
    """What the person decided: whom to keep, and from whom each field is taken."""

    keep_id: int
    drop_id: int
    choices: dict[str, Side] = field(default_factory=dict)


class ValueChoice(QRadioButton):
    """What one of the two says, as short as there is room for."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._whole = text or _("(nothing)")
        self.setAccessibleName(_("{name}: {value}").format(name=name, value=self._whole))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if not text:
            self.setProperty("part", "muted")

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, 28))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 40
        short = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))
        set_plain_tooltip(self, self._whole if short != self._whole else "")


class MergeDialog(FormDialog):
    """Two contacts, field by field; ``sheet`` keeps the left one, ``swapped`` the right one."""

    told_apart = Signal()

    def __init__(self, sheet: MergeSheet, swapped: MergeSheet, parent: QWidget) -> None:
        super().__init__(_("Merge two contacts"), _("Merge the two contacts"), parent)
        self._sheets = (sheet, swapped)
        self.groups: dict[str, QButtonGroup] = {}
        self._touched: set[str] = set()
        self.setMinimumWidth(640)
        self.resize(_WIDTH, self.height())
        self.keep = QButtonGroup(self)
        self.notice = Notice()
        self.apart_button = QPushButton(_("They are two"))
        self.apart_button.setAutoDefault(False)
        self.apart_button.clicked.connect(self.told_apart)
        self.buttons.insertWidget(0, self.apart_button)
        QWidget.setTabOrder(self.apart_button, self.cancel_button)
        self.form.add_widget(self._table())
        self.form.add_widget(self.notice)
        self.keep.idClicked.connect(self._on_kept_chosen)
        self._show_kept()
        self.keep.button(_LEFT).setFocus()

    @property
    def kept(self) -> int:
        """The column that is kept: 0 left, 1 right."""
        return self.keep.checkedId()

    @property
    def sheet(self) -> MergeSheet:
        """The comparison with the contact that is kept."""
        return self._sheets[self.kept]

    @override
    def read(self) -> MergeOrder:
        sheet = self.sheet
        return MergeOrder(sheet.keep.id, sheet.drop.id, self._choices())

    # what it shows

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _NAMES_WIDTH)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._add_head(grid)
        sheet = self._sheets[_LEFT]
        for one in sheet.fields:
            if one.differs:
                self._add_field(grid, one)
        same = [field_text(sheet, one.name) for one in sheet.fields if not one.differs]
        if same:
            row = grid.rowCount()
            text = _("The same: {names}.").format(names=", ".join(same))
            grid.addWidget(plain_label(text, "muted", wrap=True), row, 0, 1, 3)
        return table

    def _add_head(self, grid: QGridLayout) -> None:
        for column, sheet in enumerate(self._sheets):
            name = _("{name} (no. {id})").format(name=sheet.keep.display_name, id=sheet.keep.id)
            heading = plain_label(name, "strong", wrap=True)
            choice = ValueChoice(_("Keep this one"), name)
            self.keep.addButton(choice, column)
            # What goes over if the other one is kept is what this one has.
            has = moved_texts(self._sheets[1 - column])
            grid.addWidget(heading, 0, column + 1)
            grid.addWidget(
                plain_label(", ".join(has) or _("nothing tied to it"), "small", wrap=True),
                1,
                column + 1,
            )
            grid.addWidget(choice, 2, column + 1)
        _check(self.keep, _LEFT)

    def _add_field(self, grid: QGridLayout, one: MergeField) -> None:
        sheet = self._sheets[_LEFT]
        row = grid.rowCount()
        name = field_text(sheet, one.name)
        grid.addWidget(plain_label(name, "field", wrap=True), row, 0)
        group = QButtonGroup(self)
        group.setProperty("field", one.name)
        for column, value in enumerate((one.kept, one.dropped)):
            choice = ValueChoice(value_text(sheet, one, value), name)
            group.addButton(choice, column)
            grid.addWidget(choice, row, column + 1)
        self.groups[one.name] = group
        group.idClicked.connect(self._on_value_chosen)

    @Slot()
    def _on_kept_chosen(self) -> None:
        self._show_kept()

    def _show_kept(self) -> None:
        """Propose anew what the person did not choose, and say what moves."""
        sheet = self.sheet
        for one in sheet.fields:
            if one.name in self.groups and one.name not in self._touched:
                column = self.kept if one.proposed is Side.KEEP else 1 - self.kept
                _check(self.groups[one.name], column)
        self._say_what_moves()

    def _say_what_moves(self) -> None:
        sheet = self.sheet
        followers = household_text(sheet.followers(self._choices()))
        tone = Tone.ATTENTION if followers else Tone.INFO
        self.notice.say(tone, _moves(sheet), " ".join(filter(None, (followers, _rests(sheet)))))

    @Slot(int)
    def _on_value_chosen(self, _column: int) -> None:
        group = self.sender()
        self._touched.add(group.property("field"))
        self._say_what_moves()

    def _choices(self) -> dict[str, Side]:
        return {name: self._side_of(group.checkedId()) for name, group in self.groups.items()}

    def _side_of(self, column: int) -> Side:
        return Side.KEEP if column == self.kept else Side.DROP


def _check(group: QButtonGroup, column: int) -> None:
    """Choose a column; Tab leads to the chosen button, the arrows from there to the other."""
    group.button(column).setChecked(True)
    for button in group.buttons():
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(strong if button.isChecked() else click)


def _moves(sheet: MergeSheet) -> str:
    names = {"other": sheet.drop.display_name, "name": sheet.keep.display_name}
    moved = moved_texts(sheet)
    if not moved:
        return _("Nothing is tied to the contact of {other}.").format(**names)
    text = _("Goes over to {name}: {moved}.")
    return text.format(moved=", ".join(moved), **names)


def _rests(sheet: MergeSheet) -> str:
    parts = [
        receipts_text(sheet),
        _("E-mails, phones, addresses, tags and notes of both are kept."),
        _("You can take it back (Ctrl+Z)."),
    ]
    return " ".join(part for part in parts if part)
