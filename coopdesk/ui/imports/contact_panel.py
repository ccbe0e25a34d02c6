"""One line of a file of contacts: what becomes of it, to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.contact_comparison import cells_read
from coopdesk.domain.contact_imports import Choice
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports.columns import VERDICT_TONES
from coopdesk.ui.imports.contact_columns import change_text, warning_text, why_text
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.pill import Pill
from coopdesk.wording.contact_fields import cell_shown, field_text
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.formats import capital
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contact_imports import Candidate, ContactPreviewLine
    from coopdesk.ui.imports.contact_columns import ContactLineRow

_LONGEST = 70
_LEAST_HEIGHT = 96
_INDENT = 32
_NAMES_WIDTH = 120


class ContactLinePanel(DetailPanel):
    """Tells ``decided`` (line, Choice, contact or None), ``accepted`` (line, field, bool)."""

    decided = Signal(int, object, object)
    accepted = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__(_("The line and what becomes of it"))
        self.choices = QButtonGroup(self)
        self.choices.buttonClicked.connect(self._on_choice)
        self.cells: dict[str, QCheckBox] = {}
        self._meanings: dict[QAbstractButton, tuple[Choice, int | None]] = {}
        self._line: ContactPreviewLine | None = None
        self._is_open = True
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(_LEAST_HEIGHT)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What there is to decide stands among what there is to read.
        self.reader.hide()
        self.setFocusProxy(self._scroll)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self._scroll, 2)

    def show_line(self, row: ContactLineRow, choice: Choice) -> None:
        """Show a line; ``choice`` is what was decided of it."""
        is_same = self._line is not None and self._line.line == row.line.line
        focused = self._focused() if is_same else None
        self._line = row.line
        self._empty()
        area = QWidget()
        layout = QVBoxLayout(area)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setSpacing(8)
        _add_words(layout, row)
        self._add_decisions(layout, row, choice)
        layout.addStretch()
        self._set_inputs()
        self._scroll.setWidget(area)
        if focused is not None:
            self._focus_again(focused)

    def _focused(self) -> tuple[Choice, int | None] | str | None:
        """Return what the keyboard stands on: a choice, the name of a cell, or nothing."""
        focus = self.focusWidget()
        if not isinstance(focus, QAbstractButton) or not focus.hasFocus():
            return None
        return self._meanings.get(focus) or focus.objectName() or None

    def _focus_again(self, what: tuple[Choice, int | None] | str) -> None:
        """Stay where the keyboard was: every decision draws the line anew."""
        known: list[QAbstractButton] = [
            *(button for button, meaning in self._meanings.items() if meaning == what),
            *(box for name, box in self.cells.items() if name == what),
            *(button for button in self._meanings if button.isChecked()),
        ]
        for button in known[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(button)

    def set_open(self, *, is_open: bool) -> None:
        """Let a person decide about lines, or only read what was decided."""
        self._is_open = is_open
        self._set_inputs()

    def _set_inputs(self) -> None:
        for button in (*self.choices.buttons(), *self.cells.values()):
            button.setEnabled(self._is_open)

    @override
    @Slot()
    def clear(self) -> None:
        super().clear()
        self._empty()

    def _empty(self) -> None:
        for button in self.choices.buttons():
            self.choices.removeButton(button)
        self._meanings.clear()
        self.cells.clear()
        # Not at once: the click that leads here is still being told by one of these buttons.
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(QWidget())

    def _add_decisions(self, layout: QVBoxLayout, row: ContactLineRow, choice: Choice) -> None:
        line = row.line
        # Whose line it is comes first only where that is the question.
        is_known = line.contact_id is not None and not line.candidates and not line.left_out
        if is_known:
            self._add_cells(layout, row)
        if line.verdict is not RowVerdict.REFUSED:
            self._add_choices(layout, line, choice)
        if not is_known:
            self._add_cells(layout, row)

    def _add_cells(self, layout: QVBoxLayout, row: ContactLineRow) -> None:
        if not row.line.changes or row.line.left_out:
            _add_facts(layout, row)
            return
        layout.addWidget(plain_label(_("What the file says"), "heading"))
        for change in row.line.changes:
            said = change_text(row, change)
            box = QCheckBox(_shown(field_text(change.field, row.fields)))
            box.setAccessibleDescription(said)
            box.setChecked(change.accepted)
            box.setObjectName(change.field)
            box.toggled.connect(self._on_cell)
            self.cells[change.field] = box
            layout.addWidget(box)
            layout.addWidget(_below(said))

    def _add_choices(
        self, layout: QVBoxLayout, line: ContactPreviewLine, choice: Choice
    ) -> None:
        layout.addWidget(plain_label(_("What becomes of this line?"), "heading"))
        for candidate in line.candidates:
            chosen = line.attached and line.contact_id == candidate.contact_id
            self._add_candidate(layout, candidate, is_chosen=chosen)
        if line.attached and all(x.contact_id != line.contact_id for x in line.candidates):
            text = _("It is contact no. {id}").format(id=line.contact_id)
            self._add_choice(layout, text, (Choice.ATTACH, line.contact_id), is_chosen=True)
        if line.contact_id is not None and not line.attached:
            text = _("It is known: complete it")
            is_chosen = choice is Choice.AS_PROPOSED
            self._add_choice(layout, text, (Choice.AS_PROPOSED, None), is_chosen=is_chosen)
        is_new = line.verdict is RowVerdict.NEW and not line.left_out
        text = _("It is somebody new: record a contact")
        self._add_choice(layout, text, (Choice.CREATE, None), is_chosen=is_new)
        waits = line.verdict is RowVerdict.DOUBTFUL
        text = _("Leave it out for now")
        self._add_choice(
            layout, text, (Choice.LEAVE_OUT, None), is_chosen=line.left_out or waits
        )

    def _add_candidate(
        self, layout: QVBoxLayout, candidate: Candidate, *, is_chosen: bool
    ) -> None:
        name = candidate.name or str(candidate.contact_id)
        text = _("It is {name}").format(name=name)
        said = ", ".join(part for part in (candidate.detail,) if part)
        meaning = (Choice.ATTACH, candidate.contact_id)
        self._add_choice(layout, text, meaning, is_chosen=is_chosen)
        reasons = reasons_text(candidate.reasons)
        below = " · ".join(part for part in (said, reasons) if part)
        if below:
            layout.addWidget(_below(below))

    def _add_choice(
        self,
        layout: QVBoxLayout,
        text: str,
        meaning: tuple[Choice, int | None],
        *,
        is_chosen: bool,
    ) -> None:
        button = QRadioButton(_shown(text))
        set_plain_tooltip(button, text)
        button.setChecked(is_chosen)
        self.choices.addButton(button)
        self._meanings[button] = meaning
        layout.addWidget(button)

    @Slot(QAbstractButton)
    def _on_choice(self, button: QAbstractButton) -> None:
        if self._line is not None:
            choice, contact_id = self._meanings[button]
            self.decided.emit(self._line.line, choice, contact_id)

    @Slot(bool)
    def _on_cell(self, accepted: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        sender = self.sender()
        if self._line is not None and isinstance(sender, QCheckBox):
            self.accepted.emit(self._line, sender.objectName(), accepted)


def _add_words(layout: QVBoxLayout, row: ContactLineRow) -> None:
    line = row.line
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(plain_label(_("Line {line}").format(line=line.line), "heading"))
    head.addWidget(Pill(label(line.verdict), VERDICT_TONES[line.verdict]))
    head.addStretch()
    layout.addLayout(head)
    why = why_text(row)
    told = [text for text in (line.name, line.detail, capital(why)) if text]
    told += [warning_text(problem) for problem in line.warnings]
    if line.changed_since:
        told.append(_("This contact was changed here after the file was written."))
    for text in dict.fromkeys(told):
        layout.addWidget(plain_label(text, "text", wrap=True))


def _add_facts(layout: QVBoxLayout, row: ContactLineRow) -> None:
    """Show where each text of the line would stand in the record."""
    read = row.line.row
    if read is None or row.line.verdict is RowVerdict.SAME:
        return
    layout.addWidget(plain_label(_("What the file says"), "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for at, (name, text) in enumerate(cells_read(read)):
        label_of = plain_label(field_text(name, row.fields), "muted", wrap=True)
        label_of.setFixedWidth(_NAMES_WIDTH)
        grid.addWidget(label_of, at, 0, top)
        said = plain_label(cell_shown(name, text, row.fields), "text", wrap=True)
        grid.addWidget(said, at, 1, top)
    layout.addLayout(grid)


def _below(text: str) -> QLabel:
    """Return words that stand under the text of a button."""
    words = plain_label(text, "small", wrap=True)
    words.setContentsMargins(_INDENT, 0, 0, 4)
    return words


def _shown(text: str) -> str:
    """Return words short enough for a button, an ampersand as it is."""
    cut = f"{text[: _LONGEST - 1]}…" if len(text) > _LONGEST else text
    return cut.replace("&", "&&")
