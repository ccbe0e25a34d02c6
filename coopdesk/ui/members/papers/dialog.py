"""Asks which paper is made for whom."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.paper_people import Assembly
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.contact_conditions import SavedFilter
    from coopdesk.domain.label_formats import LabelFormat
    from coopdesk.ui.desk import Desk


class Paper(enum.Enum):
    """What can be printed for a list of members."""

    LIST = "list"
    CARDS = "cards"
    LABELS = "labels"
    ATTENDANCE = "attendance"
    EMAILS = "emails"


PAPER_NAMES = {
    Paper.LIST: N_("List of members"),
    Paper.CARDS: N_("Member cards, ten a sheet"),
    Paper.LABELS: N_("Address labels"),
    Paper.ATTENDANCE: N_("Attendance list to sign"),
    Paper.EMAILS: N_("E-mail addresses for one message"),
}
_HINTS = {
    Paper.LIST: N_("Number, name, type, status and period, over as many pages as needed."),
    Paper.CARDS: N_("Only who has a number and a paid membership gets a card."),
    Paper.LABELS: N_("Who has no complete address is left out and named."),
    Paper.ATTENDANCE: N_("Those who are members on the day of the assembly."),
    Paper.EMAILS: N_("For the field of blind copies; who refused the newsletter is left out."),
}
_OF_LABELS = ("format", "start", "per_household")
_OF_ASSEMBLY = ("name", "held_on", "place", "hour", "only_voting", "with_to_renew")
_SHORT = 120


@dataclass(frozen=True, slots=True)
class People:
    """Whom a paper is for: whom memberships cover, some contacts, or a saved filter's."""

    membership_ids: tuple[int, ...] = ()
    contact_ids: tuple[int, ...] = ()
    saved: SavedFilter | None = None


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """A paper that was asked for; the options of other papers keep their defaults."""

    paper: Paper
    people: People
    format: str = ""
    start: int = 1
    per_household: bool = True
    assembly: Assembly | None = None


Groups: TypeAlias = "list[tuple[People, str]]"


class PaperDialog(FormDialog):
    """The paper first; only its own options are shown."""

    def __init__(self, desk: Desk, groups: Groups, parent: QWidget) -> None:
        super().__init__(_("Print for members"), _("Write the file…"), parent)
        self._desk = desk
        self._counts: dict[str, int] = {}
        papers = [(paper, _(name)) for paper, name in PAPER_NAMES.items()]
        self.paper = self.form.add("paper", _("Paper"), ChoiceBox(papers))
        self.hint = plain_label("", "small", wrap=True)
        self.form.add_widget(self.hint)
        self._groups = groups
        self.people = self.form.add("people", _("For whom"), ChoiceBox(self._groups))
        self._add_labels()
        self._add_assembly()
        self.paper.currentIndexChanged.connect(self._show_needed)
        self._show_needed()
        self._desk.tasks.query(self, desk.services.papers.formats, self._on_formats)
        self._desk.tasks.query(self, desk.services.filters.list, self._on_filters)
        self.paper.setFocus()

    def _add_labels(self) -> None:
        form = self.form
        self.format = form.add(
            "format", _("Sheet of labels"), ChoiceBox[str]([("L7160", "L7160")])
        )
        hint = _("Counted from the left, row by row, when the sheet was begun.")
        self.start = form.add("start", _("First free label"), QLineEdit("1"), hint)
        self.start.setMaximumWidth(_SHORT)
        self.per_household = form.add(
            "per_household", _("One label for each household"), QCheckBox()
        )
        self.per_household.setChecked(True)

    def _add_assembly(self) -> None:
        form = self.form
        self.name = form.add("name", _("Assembly"), QLineEdit(_("General assembly")))
        self.held_on = form.add("held_on", _("Date"), DayEdit(self._desk.today), required=True)
        self.held_on.set_day(self._desk.today())
        self.place = form.add("place", _("Place"), QLineEdit())
        self.hour = form.add("hour", _("Hour"), QLineEdit())
        self.hour.setMaximumWidth(_SHORT)
        self.only_voting = form.add(
            "only_voting", _("Only those who have the right to vote"), QCheckBox()
        )
        self.only_voting.setChecked(True)
        self.with_to_renew = form.add(
            "with_to_renew", _("Also those who are still to renew"), QCheckBox()
        )
        form.check_on_leave("held_on", partial(self.held_on.day, "held_on"))

    def _on_formats(self, formats: tuple[LabelFormat, ...]) -> None:
        self.format.set_choices([(one.code, one.name) for one in formats])
        self._counts = {one.code: one.count for one in formats}

    def _on_filters(self, filters: list[SavedFilter]) -> None:
        """Offer the selections that were saved on the page of contacts."""
        saved = [(People(saved=one), one.name) for one in filters]
        self.people.set_choices([*self._groups, *saved])

    @Slot()
    def _show_needed(self) -> None:
        paper = self.paper.value
        self.hint.setText(_(_HINTS[paper]))
        for name in _OF_LABELS:
            self.form.fields[name].setVisible(paper is Paper.LABELS)
        for name in _OF_ASSEMBLY:
            self.form.fields[name].setVisible(paper is Paper.ATTENDANCE)
        self.form.folded.emit()

    @override
    def reject(self) -> None:
        # Choices made in a moment: nothing is lost that is worth a question.
        self.form.is_dirty = False
        super().reject()

    @override
    def read(self) -> PaperOrder:
        paper = self.paper.value
        start = 1
        if paper is Paper.LABELS:
            text = self.start.text().strip() or "1"
            if not text.isdecimal() or len(text) > 4:
                count = self._counts.get(self.format.value, 1)
                raise RuleError("label.start_outside", field="start", count=count)
            start = int(text)
        return PaperOrder(
            paper,
            self.people.value,
            self.format.value,
            start,
            self.per_household.isChecked(),
            self._assembly() if paper is Paper.ATTENDANCE else None,
        )

    def _assembly(self) -> Assembly:
        day = self.held_on.day("held_on")
        return Assembly(
            self.name.text(),
            day or self._desk.today(),
            self.place.text(),
            self.hour.text(),
            only_voting=self.only_voting.isChecked(),
            with_to_renew=self.with_to_renew.isChecked(),
        )


def groups_of(
    listed: tuple[int, ...],
    selected: tuple[int, ...],
    people: Callable[[tuple[int, ...]], People],
) -> Groups:
    """Return the lists of a page; several that are selected come first."""
    count = len(selected)
    text = ngettext("The selected one", "The {count} selected", count)
    chosen = (people(selected), text.format(count=number_text(count)))
    text = ngettext("The one that is listed", "The {count} that are listed", len(listed))
    whole = (people(listed), text.format(count=number_text(len(listed))))
    if count > 1:
        return [chosen, whole]
    return [whole, chosen] if count else [whole]
