"""What the entries of a time-line say about partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import CommitmentState
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping


def agreement_title(values: Mapping[str, Any]) -> str:
    """Return that an agreement was signed or ended early."""
    text = (
        _("Agreement “{title}” ended") if values["ended"] else _("Agreement “{title}” signed")
    )
    return text.format(**values)


def agreement_detail(values: Mapping[str, Any]) -> str:
    """Return why it ended, else what it is about."""
    return str(values["reason"]) or label(values["agreement_kind"])


def signature_title(values: Mapping[str, Any]) -> str:
    """Return which agreement somebody signed, for whom."""
    if values["side"] is Side.OURS:
        return _("Signed “{title}” with {partner} for us").format(**values)
    return _("Signed “{title}” for {partner}").format(**values)


def commitment_title(values: Mapping[str, Any]) -> str:
    """Return what is owed, and by whom."""
    return f"{label(values['side'])} – {values['text']}"


def commitment_detail(values: Mapping[str, Any]) -> str:
    """Return what became of it; an open one stands on the day on which it was due."""
    state = values["state"]
    return _("due that day, not kept yet") if state is CommitmentState.OPEN else label(state)


def network_fee_title(values: Mapping[str, Any]) -> str:
    """Return which fee is to be paid."""
    text = _("Fee of the network to pay, {year}").format(year=values["year"])
    return f"{text} – {values['label']}" if values["label"] else text
