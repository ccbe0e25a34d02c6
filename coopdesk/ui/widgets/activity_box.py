"""The field that says what activity something is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.form import Form

ActivityBox: TypeAlias = ChoiceBox[int | None]
ActivityChoices: TypeAlias = tuple[tuple[int, str], ...]


def activity_choices(services: Services, kept: int | None = None) -> ActivityChoices:
    """Read the open activities, and the one that is kept; runs on the worker."""
    known = services.activities.all()
    return tuple((one.id, one.title) for one in known if one.is_open or one.id == kept)


def add_activity(form: Form, activities: Sequence[tuple[int, str]]) -> ActivityBox:
    """Add the field to a form; where there is no activity to name, nobody is asked."""
    box: ActivityBox = form.add("activity_id", _("Activity"), ChoiceBox([(None, "—")]))
    offer_activities(form, box, activities)
    return box


def offer_activities(
    form: Form, box: ActivityBox, activities: Sequence[tuple[int, str]]
) -> None:
    """Let the field name these activities."""
    none: list[tuple[int | None, str]] = [(None, "—")]
    box.set_choices([*none, *activities])
    form.fields["activity_id"].setVisible(bool(activities))
