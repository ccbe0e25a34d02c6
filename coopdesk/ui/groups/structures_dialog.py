"""Asks for structures by a pasted list of names, and shows what each would be before."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.group_structures import (
    JoiningStructures,
    NamedStructure,
    NameVerdict,
    StructureChoice,
)
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.groups import Group
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 160
_LIST_HEIGHT = 150


class StructuresDialog(FormDialog):
    """Names first, then what they are; gives a ``JoiningStructures``.

    Nothing can be done before the names were looked at, nor after they changed until they are
    looked at again.
    """

    def __init__(self, desk: Desk, group: Group, parent: QWidget) -> None:
        super().__init__(_("Add structures"), _("Add the structures"), parent)
        self.setMinimumWidth(560)
        self._desk = desk
        self._group_id = group.id
        self._looked = ""
        self.rows: tuple[NamedStructure, ...] = ()
        self.choices: dict[int, ChoiceBox[StructureChoice | None]] = {}
        form = self.form
        form.add_widget(plain_label(group.name, "strong", wrap=True))
        self.names = form.add(
            "names",
            _("Names, one on each line"),
            QPlainTextEdit(),
            _("Type or paste them: bullets, blank lines and doubles are left out."),
        )
        self.names.setFixedHeight(_TEXT_HEIGHT)
        self.names.setTabChangesFocus(True)
        self.names.textChanged.connect(self._on_typed)
        self.look_button = QPushButton(_("Look at the names"))
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self._on_look)
        form.add_widget(self.look_button)
        self.found = QWidget()
        self.found.setLayout(QVBoxLayout())
        form.add_widget(self.found)
        self._answers: Form | None = None
        self._add_part(form)
        self.submit_button.setEnabled(False)
        form.is_dirty = False
        self.names.setFocus()

    def _add_part(self, form: Form) -> None:
        form.fold_rest()
        self.role = form.add("role", _("Role of all of them"), QLineEdit())
        self.started_on = form.add("started_on", _("Since"), DayEdit(self._desk.today))
        form.check_on_leave("started_on", partial(self.started_on.day, "started_on"))

    # looking

    @override
    def press_save(self) -> None:
        """Look at the names first: Ctrl+S would do nothing before."""
        if self.submit_button.isEnabled():
            super().press_save()
        else:
            self.look_button.click()

    @Slot()
    def _on_typed(self) -> None:
        self.submit_button.setEnabled(bool(self._looked) and self._is_looked)

    @property
    def _is_looked(self) -> bool:
        return self.names.toPlainText() == self._looked

    @Slot()
    def _on_look(self) -> None:
        text = self.names.toPlainText()
        preview = self._desk.services.group_structures.preview
        self._desk.tasks.query(
            self,
            partial(_looked_at, preview, self._group_id, text),
            partial(self._on_found, text),
            replaces="look",
        )

    def _on_found(self, text: str, found: tuple[NamedStructure, ...] | RuleError) -> None:
        if isinstance(found, RuleError):
            self.show_error(found)
            return
        self.form.clear_errors()
        self._looked, self.rows = text, found
        self._show_found()
        self._on_typed()
        first = next(iter(self.choices.values()), None)
        (first or self.submit_button).setFocus()

    def _show_found(self) -> None:
        """Say what was found, and ask about what resembles something."""
        layout = self.found.layout()
        assert isinstance(layout, QVBoxLayout)
        while layout.count():
            item = layout.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.summary = plain_label(_summary(self.rows), "strong", wrap=True)
        layout.addWidget(self.summary)
        self._answers = Form()
        self.choices = {}
        for row in self.rows:
            if row.verdict is NameVerdict.SIMILAR:
                box = ChoiceBox[StructureChoice | None](list(_choices(row)))
                hint = _("line {number}").format(number=row.place)
                name = f"name:{row.place}"
                box.activated.connect(self._show_count)
                self.choices[row.place] = self._answers.add(name, row.name, box, hint)
        layout.addWidget(self._answers)
        self.listed = QListWidget()
        self.listed.setAccessibleName(_("What each name is"))
        self.listed.addItems([f"{row.name} — {_said(row)}" for row in self.rows])
        self.listed.setFixedHeight(_LIST_HEIGHT)
        layout.addWidget(self.listed)
        self._show_count()
        self.form.folded.emit()

    @Slot()
    def _show_count(self) -> None:
        """Say on the button how many would be added; a twin comes with the name above it."""
        chosen = [box.value for box in self.choices.values()]
        twins = sum(choice is not None and choice.twin is not None for choice in chosen)
        count = sum(_joins(row) for row in self.rows) - twins
        verb = ngettext("Add {count} structure", "Add {count} structures", count)
        self.submit_button.setText(verb.format(count=count))

    @override
    def show_error(self, error: CoopDeskError) -> None:
        answers = self._answers
        if answers is not None and (error.field or "") in answers.fields:
            answers.show_error(error)
        else:
            super().show_error(error)

    @override
    def unlock(self) -> None:
        super().unlock()
        self._on_typed()

    @override
    def read(self) -> JoiningStructures:
        choices = {}
        for place, box in self.choices.items():
            choice = box.value
            if choice is None:
                raise RuleError("structures.say_what", field=f"name:{place}")
            choices[place] = choice
        return JoiningStructures(
            self._group_id,
            self._looked,
            choices,
            self.role.text(),
            self.started_on.day("started_on"),
        )


def _looked_at(
    preview: Callable[[int, str], list[NamedStructure]], group_id: int, text: str
) -> tuple[NamedStructure, ...] | RuleError:
    """Return what the names are, or why they cannot be looked at; runs on the worker."""
    try:
        return tuple(preview(group_id, text))
    except RuleError as error:
        return error


def _choices(row: NamedStructure) -> Iterator[tuple[StructureChoice | None, str]]:
    yield None, _("To be decided…")
    if row.twin is not None:
        twin = _("The same as “{name}” above ({why})")
        yield (
            StructureChoice(row.place, twin=row.twin.place),
            twin.format(name=row.twin.name, why=reasons_text(row.twin.reasons)),
        )
    for one in row.similar:
        said = _("It is “{name}” ({why})")
        yield (
            StructureChoice(row.place, one.contact.contact_id),
            said.format(name=one.contact.name, why=reasons_text(one.reasons)),
        )
    yield StructureChoice(row.place, is_new=True), _("A new structure")


def _summary(rows: Sequence[NamedStructure]) -> str:
    """Return ``41 names: 38 new structures, 2 known contacts, 1 to be decided``."""
    counts = Counter(row.verdict for row in rows)
    new, known = counts[NameVerdict.NEW], counts[NameVerdict.KNOWN]
    said = {
        NameVerdict.NEW: ngettext("{count} new structure", "{count} new structures", new),
        NameVerdict.KNOWN: ngettext("{count} known contact", "{count} known contacts", known),
        NameVerdict.SIMILAR: _("{count} to be decided"),
        NameVerdict.REPEATED: _("{count} repeated"),
    }
    told = [text.format(count=counts[one]) for one, text in said.items() if counts[one]]
    names = ngettext("{count} name: {what}", "{count} names: {what}", len(rows))
    return names.format(count=len(rows), what=", ".join(told))


def _joins(row: NamedStructure) -> bool:
    """Tell whether a line of the list may bring somebody."""
    return row.verdict is not NameVerdict.REPEATED and not row.takes_part


def _said(row: NamedStructure) -> str:
    return _("Takes part already") if row.takes_part else label(row.verdict)
