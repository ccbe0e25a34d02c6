"""A fixed asset as the command line tells it to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.cli.documents import Document
    from coopdesk.domain.fixed_assets import FixedAsset


def asset_document(one: FixedAsset) -> Document:
    """Return an asset for ``--json``."""
    return {
        "id": one.id,
        "label": one.content.label,
        "account": one.content.account,
        "depreciation_account": one.content.depreciation_account,
        "allowance_account": one.content.allowance_account,
        "bought_on": one.content.bought_on,
        "in_service_on": one.start,
        "months": one.content.months,
        "cost_cents": one.content.cost.cents,
        "residual_cents": one.content.residual.cents,
        "prior_cents": one.prior.cents,
        "disposed_on": one.disposed_on,
        "sold_for_cents": one.sold_for.cents,
    }
