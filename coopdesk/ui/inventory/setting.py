"""What the forms of the inventory let choose: activities, grants, rates, groups, campaigns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.campaigns import CampaignLine
    from coopdesk.domain.contact_details import WorkingGroup
    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.volunteering import Rate
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.form import Form


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything at once: the lists are short; ``day`` is the one that forms begin with."""

    activities: tuple[Activity, ...]
    grants: tuple[GrantAward, ...]
    rates: tuple[Rate, ...]
    groups: tuple[WorkingGroup, ...]
    campaigns: tuple[CampaignLine, ...]
    day: dt.date


def read_setting(services: Services, day: dt.date) -> Setting:
    """Read what forms let choose, ``day`` being their first; runs on the worker."""
    return Setting(
        tuple(services.activities.all()),
        tuple(services.grants.all()),
        tuple(services.volunteering.rates()),
        tuple(services.groups.all()),
        tuple(services.campaigns.find()),
        day,
    )


def add_activity(form: Form, setting: Setting, chosen: int | None) -> ChoiceBox[int | None]:
    """Add the choice of an activity; a closed one is offered only where it is chosen."""
    none: list[tuple[int | None, str]] = [(None, "—")]
    known = [(x.id, x.title) for x in setting.activities if x.is_open or x.id == chosen]
    box = form.add(
        "activity_id",
        _("Activity"),
        ChoiceBox[int | None]([*none, *known]),
        _("The event, group or project that it is for: its own result counts it."),
    )
    form.fields["activity_id"].setVisible(bool(known))
    box.choose(chosen)
    return box


def add_grant(form: Form, setting: Setting, chosen: int | None) -> ChoiceBox[int | None]:
    """Add the choice of a grant, unless there is none."""
    none: list[tuple[int | None, str]] = [(None, "—")]
    known = [(x.id, x.content.title) for x in setting.grants]
    box = form.add(
        "grant_award_id", _("Grant that pays for it"), ChoiceBox[int | None]([*none, *known])
    )
    form.fields["grant_award_id"].setVisible(bool(known))
    box.choose(chosen)
    return box
