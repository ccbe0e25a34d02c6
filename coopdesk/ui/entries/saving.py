"""What is done on the worker when a form of an entry is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.services.outcome import Outcome

if TYPE_CHECKING:
    from coopdesk.domain.entries import Entry
    from coopdesk.domain.errors import CoopDeskError
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
    """Record or change a draft with its vouchers and its model: Ctrl+Z takes all of it back.

    A voucher that is refused leaves out only itself: typing the entry again would double it.
    """
    entries = services.entries
    files, refused = services.entry_files.read_all(order.paths)
    new = entries.late(order.entry)
    if entry_id is None:
        made = entries.record(new, files, order.model)
    else:
        made = entries.change(entry_id, new, files, order.model)
    return Outcome(Saved(made.value, order, refused), made.changes)
