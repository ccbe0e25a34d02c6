"""What each operation is called in the Edit menu, the status line and the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import Money
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from coopdesk.domain.operations import Operation

OPERATION_TEXTS: dict[str, str] = {
    "association.saved": N_("association's profile saved"),
    "contact.added": N_("contact added: {name}"),
    "contact.archived": N_("contacts archived: {count}"),
    "contact.binned": N_("contacts put in the recycle bin: {count}"),
    "contact.changed": N_("contact changed: {name}"),
    "contact.restored": N_("contacts brought back: {count}"),
    "demo.built": N_("demonstration data"),
    "donation.corrected": N_("gift of {amount} corrected"),
    "donation.recorded": N_("gift of {amount} recorded"),
    "donation.removed": N_("gift removed"),
    "import.applied": N_("import of {name}"),
    "operation.redo": N_("done again"),
    "operation.undo": N_("taken back"),
    "payment.dismissed": N_("payments set aside: {count}"),
    "payment.received": N_("payments counted: {count}"),
    "payment.recorded": N_("payment of {amount} recorded"),
    "payment.removed": N_("payment removed"),
    "payment.to_check": N_("payments to be checked: {count}"),
    "receipt.issued": N_("receipts issued for {year}: {count}"),
}


def operation_text(operation: Operation) -> str:
    """Return the name of an operation, in the chosen language."""
    values = dict(operation.values)
    if "cents" in values:
        values["amount"] = money_text(Money(int(values["cents"])))
    template = OPERATION_TEXTS.get(operation.label)
    return operation.label if template is None else _(template).format(**values)
