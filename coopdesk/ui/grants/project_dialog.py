"""Asks for a project that funders are asked for: what, when, for whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

from coopdesk.domain.grant_projects import GrantProject, NewGrantProject
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.activity_box import add_activity
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.activity_box import ActivityChoices

_LIMIT, _WIDTH = 200, 560
_TEXTS = (
    ("aims", N_("Aims")),
    ("description", N_("Description")),
    ("audience", N_("For whom")),
    ("territory", N_("Where")),
    ("means", N_("Means: people, rooms, equipment")),
    ("indicators", N_("How we will know that it worked")),
    ("allocation_rule", N_("Rule that shares out indirect costs")),
    ("note", N_("Note")),
)


class ProjectDialog(FormDialog):
    """A title is enough; the rest is what form 12156 asks. Gives a ``NewGrantProject``."""

    def __init__(
        self,
        desk: Desk,
        activities: ActivityChoices,
        project: GrantProject | None,
        parent: QWidget,
    ) -> None:
        is_new = project is None
        title = _("New project") if is_new else _("Change the project")
        super().__init__(title, _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        known = project.content if project is not None else NewGrantProject("")
        form = self.form
        self.title = form.add("title", _("Title of the project"), QLineEdit(), required=True)
        self.title.setMaxLength(_LIMIT)
        self.title.setText(known.title)
        self.starts_on = form.add("starts_on", _("Begins on"), DayEdit(desk.today))
        self.ends_on = form.add("ends_on", _("Ends on"), DayEdit(desk.today))
        self.starts_on.set_day(known.starts_on)
        self.ends_on.set_day(known.ends_on)
        for name, day in (("starts_on", self.starts_on), ("ends_on", self.ends_on)):
            form.check_on_leave(name, partial(day.day, name))
        self.texts: dict[str, QPlainTextEdit] = {}
        self._add_texts(known, _TEXTS[:2])
        form.fold_rest()
        self.activity = add_activity(form, activities)
        form.fields["activity_id"].set_hint(
            _("Its entries are those of the project; one is made when a grant comes.")
        )
        self.activity.choose(known.activity_id)
        self._add_texts(known, _TEXTS[2:])
        form.is_dirty = False
        self.title.setFocus()

    def start(self, title: str, starts_on: str, ends_on: str) -> None:
        """Propose what was typed before in the form that asks for the project."""
        self.title.setText(title)
        self.starts_on.setText(starts_on)
        self.ends_on.setText(ends_on)
        self.title.selectAll()

    def _add_texts(self, known: NewGrantProject, fields: tuple[tuple[str, str], ...]) -> None:
        for name, title in fields:
            self.texts[name] = add_text(self.form, name, _(title))
            self.texts[name].setPlainText(getattr(known, name))

    @override
    def read(self) -> NewGrantProject:
        return NewGrantProject(
            title=self.title.text(),
            activity_id=self.activity.value,
            starts_on=self.starts_on.day("starts_on"),
            ends_on=self.ends_on.day("ends_on"),
            **{name: text.toPlainText() for name, text in self.texts.items()},
        )
