"""What operations on partners, agreements, commitments and fees of networks are called."""

from __future__ import annotations

from coopdesk.wording.language import N_

PARTNER_OPERATION_TEXTS: dict[str, str] = {
    "agreement.added": N_("agreement “{title}” recorded"),
    "agreement.attached": N_("file of an agreement kept: {name}"),
    "agreement.changed": N_("agreement “{title}” changed"),
    "agreement.detached": N_("file of an agreement taken off: {name}"),
    "agreement.ended": N_("agreement “{title}” ended"),
    "agreement.removed": N_("agreement “{title}” removed"),
    "agreement.renewed": N_("agreement that renews “{title}” drafted"),
    "agreement.resumed": N_("agreement “{title}” runs on"),
    "agreement.sent": N_("agreement “{title}” sent to be signed"),
    "agreement.signed": N_("agreement “{title}” signed"),
    "commitment.added": N_("commitment “{text}” recorded"),
    "commitment.attached": N_("proof of a commitment kept: {name}"),
    "commitment.changed": N_("commitment “{text}” changed"),
    "commitment.detached": N_("proof of a commitment taken off: {name}"),
    "commitment.dropped": N_("commitment “{text}” given up"),
    "commitment.kept": N_("commitment “{text}” kept"),
    "commitment.kept_in_kind": N_("commitment “{text}” kept in kind"),
    "commitment.paid": N_("commitment “{text}” kept by a payment of {amount}"),
    "commitment.removed": N_("commitment “{text}” removed"),
    "commitment.reopened": N_("commitment “{text}” open again"),
    "network_fee.added": N_("fee {year} of {name} recorded"),
    "network_fee.changed": N_("fee {year} of {name} changed"),
    "network_fee.freed": N_("fee {year} of {name} due again"),
    "network_fee.paid": N_("fee {year} of {name} paid"),
    "network_fee.payment_tied": N_("payment of the fee {year} of {name} found"),
    "network_fee.removed": N_("fee {year} of {name} removed"),
    "partner.added": N_("partner recorded: {name}"),
    "partner.changed": N_("partner changed: {name}"),
    "partner.ended": N_("partnership with {name} ended"),
    "partner.removed": N_("{name} is no longer kept as a partner"),
    "partner.resumed": N_("partnership with {name} goes on"),
    "partner_letter.mailed": N_("e-mail to {name} prepared"),
    "partner_letter.posted": N_("letter to {name} written"),
    "partner_text.reset": N_("texts to partners as they were proposed"),
}
