"""Who signs an agreement: one row each, for us or for the partner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit
from typing_extensions import override

from coopdesk.domain.agreements import NewSignatory, Side
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

_LIMIT, _SHORTEST = 120, 6


class SignatoryRow(EntryRow):
    """For whom, the name, and in which quality."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._known: NewSignatory | None = None
        sides = [(Side.OURS, _("We")), (Side.THEIRS, _("Partner"))]
        self.side = ChoiceBox[Side](sides)
        self.side.choose(side)
        self.side.setAccessibleName(_("Who signs: for whom"))
        self.name, self.role = QLineEdit(), QLineEdit()
        for line, said in ((self.name, _("First name and name")), (self.role, _("Quality"))):
            line.setPlaceholderText(said)
            line.setAccessibleName(said)
            line.setMaxLength(_LIMIT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.side.setMinimumContentsLength(_SHORTEST)
        row.addWidget(self.side)
        row.addWidget(self.name, 3)
        row.addWidget(self.role, 3)
        row.addWidget(self.remove_button)
        self.name_remove_button(_("who signs"))
        for field in (self.side, self.name, self.role):
            self.watch(field)
        self._offered: tuple[NewSignatory, ...] = ()
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(self._completer)
        chosen = self._completer.activated[str]  # type: ignore[index]  # overloads: not in stubs
        chosen.connect(self._on_named)
        self.side.currentIndexChanged.connect(self._show_offered)

    def offer(self, people: tuple[NewSignatory, ...]) -> None:
        """Propose these people, those of the side that the row is for."""
        self._offered = people
        self._show_offered()

    @Slot()
    def _show_offered(self) -> None:
        self._names.setStringList([x.name for x in self._offered if x.side is self.side.value])

    @Slot(str)
    def _on_named(self, name: str) -> None:
        """Say in which quality who was proposed signs, unless that was typed."""
        one = self._find(name)
        if one is not None and not self.role.text().strip():
            self.role.setText(one.role)

    def _find(self, name: str) -> NewSignatory | None:
        side, said = self.side.value, name.strip().casefold()
        fitting = (x for x in self._offered if x.side is side and x.name.casefold() == said)
        return next(fitting, None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.name and is_down and event.type() == QEvent.Type.KeyPress:
            self._completer.setCompletionPrefix(self.name.text())
            self._completer.complete()
            return True
        return super().eventFilter(watched, event)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.side

    def show_one(self, known: NewSignatory) -> None:
        """Show who signs."""
        self._known = known
        self.side.choose(known.side)
        self.name.setText(known.name)
        self.role.setText(known.role)

    def read(self) -> NewSignatory | None:
        """Return who signs; None of an empty row."""
        name, role = self.name.text().strip(), self.role.text().strip()
        known = self._known
        if not name and not role:
            return None
        # Another name is another person: who signed it before did not.
        is_same = known is not None and known.name == name
        if is_same and known is not None:
            return replace(known, side=self.side.value, role=role)
        proposed = self._find(name)
        contact_id = proposed.contact_id if proposed is not None else None
        return NewSignatory(self.side.value, name, role, contact_id)


class SignatoryRows(RowList[SignatoryRow]):
    """One row of each side to begin with."""

    def __init__(self) -> None:
        super().__init__(self._make_one, _("Somebody else signs"))
        self._offered: tuple[NewSignatory, ...] = ()

    def _make_one(self) -> SignatoryRow:
        has_ours = any(row.side.value is Side.OURS for row in self.rows)
        row = SignatoryRow(Side.THEIRS if has_ours else Side.OURS)
        row.offer(self._offered)
        return row

    def offer(self, people: tuple[NewSignatory, ...]) -> None:
        """Propose these people in every row."""
        self._offered = people
        for row in self.rows:
            row.offer(people)

    def show_all(self, people: Iterable[NewSignatory]) -> None:
        """Show who signs; with nobody, an empty row of each side."""
        self.clear_rows()
        for one in people:
            self.add_row().show_one(one)
        while len(self.rows) < len(Side):
            self.add_row()

    def read(self) -> tuple[NewSignatory, ...]:
        """Return who signs, without the empty rows."""
        found = (row.read() for row in self.rows)
        return tuple(one for one in found if one is not None)
