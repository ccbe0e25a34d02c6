"""A grant as the command line tells it to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.cli.documents import Document
    from coopdesk.domain.grants import GrantAward


def grant_document(one: GrantAward) -> Document:
    """Return a grant for ``--json``."""
    return {
        "id": one.id,
        "title": one.content.title,
        "kind": one.content.kind,
        "funder_id": one.content.funder_id,
        "funder": one.funder_name,
        "notified_on": one.content.notified_on,
        "amount_cents": one.content.amount.cents,
        "paid_cents": one.paid.cents,
        "due_cents": one.due.cents,
        "starts_on": one.content.starts_on,
        "ends_on": one.content.ends_on,
        "expected_on": one.content.expected_on,
        "account": one.content.account,
    }
