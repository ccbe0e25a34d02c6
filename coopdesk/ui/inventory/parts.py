"""The parts of the inventory: what they are called, and what leads to them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from coopdesk.wording.language import _


class Part(enum.Enum):
    """The parts, by the word that targets use."""

    ACTIVITIES = "activities"
    VOLUNTEERING = "volunteering"
    RATES = "rates"
    GRANTS = "grants"
    FUNDS = "funds"
    ASSETS = "assets"
    YEAR_END = "year_end"


@dataclass(frozen=True, slots=True)
class PartName:
    """A part in plain words; ``hint`` has the accountant's. ``verb`` makes its first record.

    ``short`` is its title in a narrow window.
    """

    title: str
    short: str
    hint: str
    verb: str
    icon: str


INVENTORY, NEW = "inventory", "new"
# The first word of a target that names a record, as entries and activities do.
RECORD_WORDS = {
    "activity": Part.ACTIVITIES,
    "volunteering": Part.VOLUNTEERING,
    "grant_award": Part.GRANTS,
    "dedicated_fund": Part.FUNDS,
    "fixed_asset": Part.ASSETS,
}


def part_names() -> dict[Part, PartName]:
    """Return the parts in the order in which they stand."""
    return {
        Part.ACTIVITIES: PartName(
            _("Activities"),
            _("Activities"),
            _("What money is for: events, groups, projects (analytic axis)"),
            _("New activity"),
            "target",
        ),
        Part.VOLUNTEERING: PartName(
            _("Volunteering and gifts in kind"),
            _("Volunteering"),
            _("Voluntary contributions in kind (accounts 86 and 87)"),
            _("Note hours of volunteering"),
            "hand-palm",
        ),
        Part.RATES: PartName(
            _("Value of an hour"),
            _("Rates of hours"),
            _("The rates by which hours of volunteering are valued, from when and by whom"),
            _("New rate of volunteering"),
            "timer",
        ),
        Part.GRANTS: PartName(
            _("Grants"),
            _("Grants"),
            _("Notified grants: what is due (441), what came, what is for later years (487)"),
            _("New grant"),
            "bank",
        ),
        Part.FUNDS: PartName(
            _("Dedicated funds"),
            _("Dedicated funds"),
            _("Money received for a purpose and not spent on it yet (19, 689, 789)"),
            _("New dedicated fund"),
            "lock-key",
        ),
        Part.ASSETS: PartName(
            _("Fixed assets"),
            _("Fixed assets"),
            _("What lasts several years, and its depreciation (2, 28, 6811)"),
            _("New fixed asset"),
            "desktop",
        ),
        Part.YEAR_END: PartName(
            _("Year-end entries"),
            _("Entries"),
            _("Paid or received for another year (486, 487), due or earned (408, 418, 468…)"),
            _("New year-end entry"),
            "hourglass-medium",
        ),
    }
