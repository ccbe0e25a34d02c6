"""Asks for a group: its name and what it is; who leads it; the rest is rare."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.groups import GroupKind, GroupPurpose, NewGroup
from coopdesk.domain.ties import GROUP_LIMIT
from coopdesk.ui.contacts.choices import find_choices, find_organisations, find_persons
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.groups import Group, GroupLine
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 72
_PICKERS = ("referent_id", "referent_organisation_id", "initiator_id", "bearer_id")


class GroupDialog(FormDialog):
    """A name is enough; gives a ``NewGroup``.

    ``programmes`` are those a chantier may belong to, ``parent_id`` the one that is asked for.
    """

    def __init__(
        self,
        desk: Desk,
        programmes: Sequence[GroupLine],
        group: Group | None,
        parent_id: int | None,
        parent: QWidget,
    ) -> None:
        is_new = group is None
        super().__init__(
            _("New group") if is_new else _("Change the group"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self._desk = desk
        self._known = group.content if group is not None else NewGroup("")
        self._texts: dict[str, QPlainTextEdit] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._days: dict[str, DayEdit] = {}
        self._pickers: dict[str, ContactPicker] = {}
        self._add_identity(programmes)
        self._add_lead()
        self.form.fold_rest()
        self._add_aims()
        self._add_charter()
        self._add_resources()
        self._fill(group)
        if parent_id is not None:
            self.kind.choose(GroupKind.CHANTIER)
            self.programme.choose(parent_id)
        self._show_place()
        self.form.is_dirty = False
        self.name.selectAll()
        self.name.setFocus()

    # building

    def _add_identity(self, programmes: Sequence[GroupLine]) -> None:
        form = self.form
        self.name = form.add("name", _("Name"), QLineEdit(), required=True)
        self.name.setMaxLength(GROUP_LIMIT)
        kinds = [(one, label(one)) for one in GroupKind if self._may_be(one, programmes)]
        self.kind = form.add("kind", _("Kind"), ChoiceBox[GroupKind](kinds))
        self.kind.activated.connect(self._show_place)
        none: list[tuple[int | None, str]] = [(None, "—")]
        offered = [*none, *((one.id, one.name) for one in programmes)]
        self.programme = form.add("parent_id", _("Programme"), ChoiceBox[int | None](offered))
        self.number = form.add(
            "number", _("Number"), CountEdit(), _("Left empty, it is the next one.")
        )
        form.check_on_leave("number", partial(self.number.count, "number"))
        self._add_text("description", _("Description"))

    def _may_be(self, kind: GroupKind, programmes: Sequence[GroupLine]) -> bool:
        return kind is not GroupKind.CHANTIER or bool(programmes)

    def _add_lead(self) -> None:
        self._add_picker("referent_id", _("Referent"), find_persons)
        self._add_line(
            "referent_title",
            _("What the referent is called"),
            _("“Référente”, “Référent”, “Pilote”…: as it stands on the papers."),
        )
        self._add_picker(
            "referent_organisation_id", _("Structure of the referent"), find_organisations
        )
        self._add_line(
            "referent_email",
            _("Where to write about the group"),
            _("Left empty, it is the address of the referent."),
        )

    def _add_aims(self) -> None:
        form = self.form
        purposes = [(one, label(one)) for one in GroupPurpose]
        self.purpose = form.add("purpose", _("Purpose"), ChoiceBox[GroupPurpose](purposes))
        self._add_line("audience", _("With and for"))
        self.ephemeral = form.add(
            "is_ephemeral",
            _("Ephemeral"),
            QCheckBox(),
            _("Made for a time: it is closed with a summary."),
        )
        self._add_day("started_on", _("First day"))
        self._add_line("origin", _("Origin"))
        self._add_picker("initiator_id", _("On the initiative of"), find_choices)
        self._add_picker("bearer_id", _("Carried by"), find_choices)
        self._add_line("url", _("Page on the web"))

    def _add_charter(self) -> None:
        self.form.add_heading(_("Charter"))
        self._add_text("charter", _("Text of the charter"))
        self._add_day("charter_on", _("Taken on"))

    def _add_resources(self) -> None:
        self.form.add_heading(_("Resources"))
        self._add_text("ideas", _("Intellectual"))
        self._add_text("people", _("Human"))
        self._add_text("funds", _("Financial"))
        self._add_text("sharing", _("How what it makes is shared"))
        self._add_text("summary", _("What became of it"))

    def _add_line(self, name: str, title: str, hint: str = "") -> None:
        self._lines[name] = self.form.add(name, title, QLineEdit(), hint)

    def _add_text(self, name: str, title: str) -> None:
        text = self.form.add(name, title, QPlainTextEdit())
        text.setFixedHeight(_TEXT_HEIGHT)
        text.setTabChangesFocus(True)
        self._texts[name] = text

    def _add_day(self, name: str, title: str) -> None:
        day = self._days[name] = self.form.add(name, title, DayEdit(self._desk.today))
        self.form.check_on_leave(name, partial(day.day, name))

    def _add_picker(
        self, name: str, title: str, find: Callable[[Desk, str], list[Choice]]
    ) -> None:
        picker = ContactPicker(self._desk.tasks, partial(find, self._desk))
        self._pickers[name] = self.form.add(name, title, picker)

    # filling

    def _fill(self, group: Group | None) -> None:
        known = self._known
        self.name.setText(known.name)
        self.kind.choose(known.kind)
        self.programme.choose(known.parent_id)
        self.number.set_count(known.number)
        self.purpose.choose(known.purpose)
        self.ephemeral.setChecked(known.is_ephemeral)
        for name, line in self._lines.items():
            line.setText(getattr(known, name))
        for name, text in self._texts.items():
            text.setPlainText(getattr(known, name))
        for name, day in self._days.items():
            day.set_day(getattr(known, name))
        if group is not None:
            for name in _PICKERS:
                self._fill_picker(name, getattr(group, name.removesuffix("_id")))

    def _fill_picker(self, name: str, text: str) -> None:
        key = getattr(self._known, name)
        if key is not None:
            self._pickers[name].set_contact(Choice(key, text))

    @Slot()
    def _show_place(self) -> None:
        """Ask where a chantier belongs, of nothing else."""
        is_chantier = self.kind.value is GroupKind.CHANTIER
        for name in ("parent_id", "number"):
            self.form.fields[name].setVisible(is_chantier)

    @override
    def start_again(self) -> None:
        # The kind and the programme stay: chantiers are recorded one after the other.
        kind, programme = self.kind.value, self.programme.value
        for picker in self._pickers.values():
            picker.set_contact(None)
        self._fill(None)
        self.kind.choose(kind)
        self.programme.choose(programme)
        self._show_place()
        self.name.setFocus()

    @override
    def read(self) -> NewGroup:
        is_chantier = self.kind.value is GroupKind.CHANTIER
        # No plain group is asked for its programme: it stays in the one that it has.
        kept = self._known.parent_id if self._known.kind is self.kind.value else None
        for name, picker in self._pickers.items():
            picker.refuse_unmatched("group.contact_unknown", name)
        told: dict[str, Any] = {
            **{name: line.text() for name, line in self._lines.items()},
            **{name: text.toPlainText() for name, text in self._texts.items()},
            **{name: day.day(name) for name, day in self._days.items()},
            **{name: picker.contact_id() for name, picker in self._pickers.items()},
        }
        return NewGroup(
            name=self.name.text(),
            kind=self.kind.value,
            parent_id=self.programme.value if is_chantier else kept,
            number=self.number.count("number") if is_chantier else None,
            purpose=self.purpose.value,
            is_ephemeral=self.ephemeral.isChecked(),
            ended_on=self._known.ended_on,
            **told,
        )
