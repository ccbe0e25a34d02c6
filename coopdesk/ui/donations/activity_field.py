"""Asks what the money of a gift is part of: an event, a group, a project."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature
from coopdesk.ui.widgets.activity_box import (
    activity_choices,
    add_activity,
    offer_activities,
)

if TYPE_CHECKING:
    from coopdesk.domain.donations import NewDonation
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.activity_box import ActivityChoices
    from coopdesk.ui.widgets.form import Form


class GiftActivity:
    """The field of the activity; nobody is asked where there is none, or no money moves."""

    def __init__(self, desk: Desk, form: Form, known: NewDonation | None) -> None:
        self._form = form
        self._kept = None if known is None else known.activity_id
        self._nature = DonationNature.MONEY
        self._are_known = False
        self._has_any = False
        self.box = add_activity(form, ())
        read = partial(activity_choices, desk.services, self._kept)
        desk.tasks.query(self.box, read, self._offer, replaces="activities")

    def _offer(self, activities: ActivityChoices) -> None:
        """Let the field name the activities there are."""
        offer_activities(self._form, self.box, activities)
        self.box.choose(self._kept)
        self._are_known, self._has_any = True, bool(activities)
        self.follow(self._nature)

    def follow(self, nature: DonationNature) -> None:
        """Ask only of money."""
        self._nature = nature
        is_money = nature is DonationNature.MONEY
        self._form.fields["activity_id"].setVisible(is_money and self._has_any)

    def value(self, nature: DonationNature) -> int | None:
        """Return the activity; what was before, as long as it is not known what there is."""
        if nature is not DonationNature.MONEY:
            return None
        return self.box.value if self._are_known else self._kept
