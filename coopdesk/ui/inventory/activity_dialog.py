"""Asks for an activity: its name and what it is; the rest is rare."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.activities import CODE_LIMIT, NAME_LIMIT, ActivityKind, NewActivity
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.activities import Activity
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.inventory.setting import Setting


class ActivityDialog(FormDialog):
    """A name is enough; a group or campaign may stand behind it."""

    def __init__(
        self, desk: Desk, setting: Setting, activity: Activity | None, parent: QWidget
    ) -> None:
        is_new = activity is None
        super().__init__(
            _("New activity") if is_new else _("Change the activity"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        form = self.form
        self.name = form.add("name", _("Name"), QLineEdit(), required=True)
        self.name.setMaxLength(NAME_LIMIT)
        kinds = [(one, label(one)) for one in ActivityKind]
        self.kind: ChoiceBox[ActivityKind] = form.add("kind", _("What it is"), ChoiceBox(kinds))
        self.kind.choose(ActivityKind.PROJECT)
        form.fold_rest()
        self.code = form.add(
            "code",
            _("Code"),
            QLineEdit(),
            _("A short word for lists and files, such as FETE or JARDIN."),
        )
        self.code.setMaxLength(CODE_LIMIT)
        self.starts_on = form.add("starts_on", _("From"), DayEdit(desk.today))
        self.ends_on = form.add("ends_on", _("Until"), DayEdit(desk.today))
        none: list[tuple[int | None, str]] = [(None, "—")]
        groups = [(x.id, x.name) for x in setting.groups]
        self.group = form.add(
            "working_group", _("Working group"), ChoiceBox[int | None]([*none, *groups])
        )
        form.fields["working_group"].setVisible(bool(groups))
        campaigns = [(x.id, x.name) for x in setting.campaigns]
        self.campaign = form.add(
            "campaign", _("Campaign"), ChoiceBox[int | None]([*none, *campaigns])
        )
        form.fields["campaign"].setVisible(bool(campaigns))
        self.note = form.add("note", _("Note"), QLineEdit())
        for field in (self.starts_on, self.ends_on):
            name = "starts_on" if field is self.starts_on else "ends_on"
            form.check_on_leave(name, partial(field.day, name))
        if activity is not None:
            self._show(activity)
        form.is_dirty = False
        self.name.setFocus()

    def _show(self, activity: Activity) -> None:
        content = activity.content
        self.name.setText(content.name)
        self.kind.choose(content.kind)
        self.code.setText(content.code)
        self.starts_on.set_day(content.starts_on)
        self.ends_on.set_day(content.ends_on)
        self.group.choose(content.working_group_id)
        self.campaign.choose(content.campaign_id)
        self.note.setText(content.note)
        if content.code or content.starts_on or content.note:
            self.form.unfold()

    @override
    def read(self) -> NewActivity:
        return NewActivity(
            name=self.name.text(),
            kind=self.kind.value,
            code=self.code.text(),
            starts_on=self.starts_on.day("starts_on"),
            ends_on=self.ends_on.day("ends_on"),
            working_group_id=self.group.value,
            campaign_id=self.campaign.value,
            note=self.note.text(),
        )

    @override
    def start_again(self) -> None:
        for field in (self.name, self.code, self.starts_on, self.ends_on, self.note):
            field.clear()
        self.group.choose(None)
        self.campaign.choose(None)
        self.name.setFocus()
