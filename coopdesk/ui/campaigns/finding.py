"""Campaigns as answers of Ctrl+K."""

from __future__ import annotations

from coopdesk.domain.campaigns import CampaignFilter
from coopdesk.ui.desk import Desk, Hit
from coopdesk.ui.donations.targets import CampaignShown
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

_HITS = 3
_SHORTEST = 3


def find_campaigns(desk: Desk, text: str) -> list[Hit]:
    """Return campaigns whose name matches; runs on the worker."""
    if len(text) < _SHORTEST:
        return []
    found = desk.services.campaigns.find(CampaignFilter(text))[:_HITS]
    return [
        Hit(
            line.name,
            _("Raised: {amount}").format(amount=money_text(line.progress.raised)),
            "target",
            "donations",
            CampaignShown(line.id),
        )
        for line in found
    ]
