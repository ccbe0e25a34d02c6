"""What is done on the worker when a form of an entry is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import CoopDeskError
from coopdesk.services.outcome import Outcome

if TYPE_CHECKING:
    from coopdesk.domain.entries import Entry
    from coopdesk.services.registry import Services
    from coopdesk.ui.entries.order import EntryOrder


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft, and what could not be kept with it."""

    entry: Entry
    order: EntryOrder
    refused: tuple[CoopDeskError, ...] = ()


def save_order(
    services: Services, order: EntryOrder, entry_id: int | None = None
) -> Outcome[Saved]:
    """Record or change a draft, then its vouchers and its model.

    A voucher that is refused leaves the draft as it is: typing it again would double it.
    """
    entries = services.entries
    new = entries.late(order.entry)
    made = entries.record(new) if entry_id is None else entries.change(entry_id, new)
    changes, refused = made.changes, []
    for path in order.paths:
        try:
            changes |= services.entry_files.attach(made.value.id, path).changes
        except CoopDeskError as error:
            refused.append(error)
    if order.model:
        bare = replace(order.entry, voucher_ref="", voucher_on=None)
        changes |= services.entry_templates.keep(order.model, bare).changes
    return Outcome(Saved(made.value, order, tuple(refused)), changes)
