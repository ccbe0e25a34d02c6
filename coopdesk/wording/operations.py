"""What each operation is called in the Edit menu, the status line and the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import Money
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.operations import Operation

OPERATION_TEXTS: dict[str, str] = {
    "affiliation.added": N_("tie of {person} to {organisation}"),
    "affiliation.changed": N_("tie of {person} to {organisation} changed"),
    "affiliation.removed": N_("tie of {person} to {organisation} removed"),
    "association.saved": N_("association's profile saved"),
    "campaign.changed": N_("campaign “{name}” changed"),
    "campaign.closed": N_("campaign “{name}” closed"),
    "campaign.recorded": N_("campaign “{name}” recorded"),
    "campaign.removed": N_("campaign “{name}” removed"),
    "campaign.reopened": N_("campaign “{name}” opened again"),
    "campaign.team_changed": N_("team of “{name}”: {person}"),
    "consent.recorded": N_("decision of {name} recorded"),
    "consent.removed": N_("decision removed"),
    "contact.added": N_("contact added: {name}"),
    "contact.archived": N_("contacts archived: {count}"),
    "contact.binned": N_("contacts put in the recycle bin: {count}"),
    "contact.changed": N_("contact changed: {name}"),
    "contact.edited": N_("selection changed: {count}"),
    "contact.erased": N_("contacts erased: {count}"),
    "contact.merged": N_("contacts merged: {other} into {name}"),
    "contact.one_archived": N_("contact archived: {name}"),
    "contact.one_binned": N_("contact put in the recycle bin: {name}"),
    "contact.one_restored": N_("contact brought back: {name}"),
    "contact.pairs_not_same": N_("pairs of contacts told apart: {count}"),
    "contact.not_same": N_("told apart: {name} and {other}"),
    "contact.photo": N_("photo of {name}"),
    "contact.restored": N_("contacts brought back: {count}"),
    "custom_field.added": N_("field “{name}” added"),
    "custom_field.changed": N_("field “{name}” changed"),
    "custom_field.moved": N_("field “{name}” moved"),
    "custom_field.removed": N_("field “{name}” removed"),
    "declaration.filed": N_("declaration of gifts {year} filed"),
    "demo.built": N_("demonstration data"),
    "donor_letter.covered": N_("letters with receipts: {count}"),
    "donor_letter.mailed": N_("e-mails of thanks: {count}"),
    "donor_letter.posted": N_("letters of thanks: {count}"),
    "donor_text.reset": N_("texts to donors as they were proposed"),
    "donation.corrected": N_("gift of {amount} corrected"),
    "donation.recorded": N_("gift of {amount} recorded"),
    "donation.removed": N_("gift removed"),
    "donation.return_removed": N_("gift of {amount} did not go back after all"),
    "donation.returned": N_("gift of {amount} given back"),
    "entry.attached": N_("voucher kept: {name}"),
    "entry.detached": N_("voucher taken off: {name}"),
    "entry_template.kept": N_("model “{name}” kept"),
    "entry_template.removed": N_("model “{name}” removed"),
    "expense.attached": N_("file attached: {name}"),
    "expense.changed": N_("expense sheet changed: {name}"),
    "expense.detached": N_("file taken off: {name}"),
    "expense.recorded": N_("expense sheet recorded: {name}"),
    "expense.reimbursed": N_("expenses of {name} refunded: {amount}"),
    "expense.removed": N_("expense sheet removed: {name}"),
    "expense.reopened": N_("expense sheet a draft again: {name}"),
    "expense.waived": N_("expenses of {name} waived: {amount}"),
    "filter.changed": N_("filter changed: {name}"),
    "filter.moved": N_("filter moved: {name}"),
    "filter.removed": N_("filter removed: {name}"),
    "filter.renamed": N_("filter renamed: {name}"),
    "filter.saved": N_("filter saved: {name}"),
    "group.changed": N_("{name} in the group “{group}” changed"),
    "group.deleted": N_("group “{group}” deleted"),
    "group.joined": N_("{name} joins the group “{group}”"),
    "group.removed": N_("{name} removed from the group “{group}”"),
    "group.renamed": N_("group renamed “{group}”"),
    "household.created": N_("household made: {name}"),
    "household.joined": N_("{person} joins the household {name}"),
    "household.left": N_("{person} leaves the household {name}"),
    "household.renamed": N_("household renamed {name}"),
    "import.applied": N_("import of {name}"),
    "expense.scale_corrected": N_("mileage scale of {name} corrected"),
    "expense.scale_reset": N_("mileage scale of the program taken again for {name}"),
    "legal.corrected": N_("legal figure corrected: {name}"),
    "legal.reset": N_("legal figure of the program taken again: {name}"),
    "member.rules_changed": N_("rules of members changed"),
    "membership.came_back": N_("departure of {name} taken back"),
    "membership.cancelled": N_("membership of {name} cancelled"),
    "membership.changed": N_("membership of {name} changed"),
    "membership.departed": N_("departure of {name}"),
    "membership.fee_attached": N_("fee of {amount} tied to a membership"),
    "membership.fee_detached": N_("fee of {amount} untied from its membership"),
    "membership.joined": N_("membership of {name}"),
    "membership.renewed": N_("memberships renewed: {count}"),
    "membership.tariff_attached": N_("memberships of the tariff “{name}”: {count}"),
    "note.added": N_("note about {name}"),
    "note.changed": N_("note about {name} changed"),
    "note.removed": N_("note about {name} removed"),
    "operation.redo": N_("done again"),
    "operation.undo": N_("taken back"),
    "payment.dismissed": N_("payments set aside: {count}"),
    "payment.received": N_("payments counted: {count}"),
    "payment.recorded": N_("payment of {amount} recorded"),
    "payment.removed": N_("payment removed"),
    "payment.to_check": N_("payments to be checked: {count}"),
    "pledge.attached": N_("gift of {amount} tied to the pledge of {name}"),
    "pledge.changed": N_("pledge of {name} changed"),
    "pledge.detached": N_("gift of {amount} untied from a pledge"),
    "pledge.ended": N_("pledge of {name} ended"),
    "pledge.paused": N_("pledge of {name} paused"),
    "pledge.received": N_("{amount} received for the pledge of {name}"),
    "pledge.recorded": N_("pledge of {amount} by {name}"),
    "pledge.removed": N_("pledge of {name} removed"),
    "pledge.resumed": N_("pledge of {name} taken up again"),
    "pledge.skipped": N_("instalment of {name} skipped"),
    "receipt.delivered": N_("receipts delivered: {count}"),
    "receipt.issued": N_("receipts issued for {year}: {count}"),
    "receipt.issued_despite_clock": N_(
        "receipts issued for {year}: {count} (dated before the last one: {reason})"
    ),
    "receipt.loss_noted": N_("receipts noted as lost: {numbers} ({reason})"),
    "receipt.replaced": N_("receipt no. {number} replaced: {reason}"),
    "receipt.voided": N_("receipt no. {number} voided: {reason}"),
    "series.changed": N_("receipt numbers of {year} begin with {first}"),
    "reminder.mailed": N_("reminders by e-mail: {count}"),
    "reminder.posted": N_("reminders by post: {count}"),
    "template.added": N_("text “{name}” added"),
    "template.changed": N_("text “{name}” changed"),
    "template.removed": N_("text “{name}” removed"),
    "template.reset": N_("proposed texts of reminders taken again"),
    "share.subscribed": N_("shares subscribed by {name}: {count}"),
    "share.withdrawn": N_("shares withdrawn by {name}: {count}"),
    "tariff.added": N_("type of membership added: {name}"),
    "tariff.archived": N_("types of membership put out of use: {count}"),
    "tariff.changed": N_("type of membership changed: {name}"),
    "tariff.moved": N_("type of membership moved: {name}"),
    "tariff.restored": N_("types of membership brought back: {count}"),
    "vehicle.changed": N_("vehicle changed: {name}"),
    "vehicle.recorded": N_("vehicle recorded: {name}"),
    "vehicle.removed": N_("vehicle removed: {name}"),
    "tier.added": N_("tier “{name}” added"),
    "tier.changed": N_("tier “{name}” changed"),
    "tier.moved": N_("tier “{name}” moved"),
    "tier.paid": N_("{amount} paid for “{name}”"),
    "tier.removed": N_("tier “{name}” removed"),
}


def operation_text(operation: Operation) -> str:
    """Return the name of an operation, in the chosen language."""
    return label_text(operation.label, operation.values)


def label_text(label: str, values: Mapping[str, str]) -> str:
    """Return what an operation's label says with its values, in the chosen language."""
    said = dict(values)
    if "cents" in said:
        said["amount"] = money_text(Money(int(said["cents"])))
    template = OPERATION_TEXTS.get(label)
    return label if template is None else _(template).format(**said)
