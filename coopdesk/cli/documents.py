"""How records read in JSON answers; docs/ligne-de-commande.md describes every shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.counterparts import NO_COUNTERPART
from coopdesk.domain.gift_standing import standing_of
from coopdesk.wording.operations import operation_text

if TYPE_CHECKING:
    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contacts import ContactLine
    from coopdesk.domain.counterparts import CounterpartTest
    from coopdesk.domain.donations import Donation, DonationLine, NewReturn
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.money import Money
    from coopdesk.domain.operations import Operation
    from coopdesk.domain.payments import Payment, PaymentLine
    from coopdesk.domain.receipts import ReceiptLine

Document = dict[str, object]


def cents(amount: Money | None) -> int | None:
    """Return an amount in cents, None where it is not known."""
    return None if amount is None else amount.cents


def address_document(address: PostalAddress) -> Document:
    """Return a postal address."""
    return {
        "street": address.street,
        "complement": address.complement,
        "postal_code": address.postal_code,
        "city": address.city,
        "country": address.country,
    }


def contact_line_document(line: ContactLine) -> Document:
    """Return one row of the list of contacts."""
    return {
        "id": line.id,
        "kind": line.kind,
        "name": line.name,
        "email": line.email,
        "phone": line.phone,
        "town": line.town,
        "gift_total_cents": line.gift_total.cents,
        "last_gift_on": line.last_gift_on,
        "archived": line.archived,
        "state": line.state,
        "number": line.number,
        "member_status": line.member_status,
        "member_until": line.member_until,
        "tags": list(line.tags),
    }


def donation_line_document(line: DonationLine) -> Document:
    """Return one row of the list of gifts."""
    return {
        "id": line.id,
        "received_on": line.received_on,
        "donor_id": line.donor_id,
        "donor": line.donor_name,
        "campaign": line.campaign,
        "mode": line.mode,
        "amount_cents": line.amount.cents,
        "state": line.state,
        "eligible": line.ineligibility is None and not line.is_above_limits,
        "ineligibility": line.ineligibility,
        "outside_receipt": line.outside_receipt,
        "receipt_number": line.receipt_number,
        "nature": line.nature,
        "returned_on": line.returned_on,
        "standing": standing_of(line),
    }


def donation_document(donation: Donation, test: CounterpartTest = NO_COUNTERPART) -> Document:
    """Return one gift with everything typed in; ``test`` is that of what its donor got."""
    content = donation.content
    return {
        "id": donation.id,
        "received_on": content.received_on,
        "donor_id": content.donor_id,
        "donor": donation.donor_name,
        "campaign": content.campaign,
        "mode": content.mode,
        "amount_cents": content.amount.cents,
        "state": donation.payment_state,
        "eligible": content.ineligibility is None and test.is_passed,
        "ineligibility": content.ineligibility,
        "nature": content.nature,
        "form": content.form,
        "note": content.note,
        "payment_id": donation.payment_id,
        "activity_id": content.activity_id,
        "outside_receipt": donation.outside_receipt,
        "receipt_number": donation.receipt_number,
        "credited_on": content.credited_on,
        "description": content.description,
        "value_basis": content.value_basis,
        "counterpart_cents": content.counterpart.cents,
        "counterpart": content.counterpart_label,
        "is_for_ifi": content.is_for_ifi,
        "returned": _return_document(donation.returned),
    }


def _return_document(gone: NewReturn | None) -> Document | None:
    if gone is None:
        return None
    return {"returned_on": gone.returned_on, "reason": gone.reason, "note": gone.note}


def payment_line_document(line: PaymentLine) -> Document:
    """Return one line of the journal of payments."""
    return {
        "id": line.id,
        "payment_id": line.payment_id,
        "paid_on": line.paid_on,
        "direction": line.direction,
        "kind": line.kind,
        "payer_id": line.payer_id,
        "payer": line.payer_name,
        "label": line.label,
        "campaign": line.campaign,
        "mode": line.mode,
        "amount_cents": line.amount.cents,
        "state": line.state,
        "source": line.source,
    }


def payment_document(payment: Payment) -> Document:
    """Return one payment with its parts."""
    content = payment.content
    parts = [
        {
            "kind": part.kind,
            "amount_cents": part.amount.cents,
            "label": part.label,
            "activity_id": part.activity_id,
        }
        for part in content.parts
    ]
    return {
        "id": payment.id,
        "paid_on": content.paid_on,
        "direction": content.direction,
        "payer_id": content.payer_id,
        "payer": payment.payer_name,
        "label": content.label,
        "mode": content.mode,
        "amount_cents": content.amount.cents,
        "fee_cents": content.fee.cents,
        "state": content.state,
        "source": content.source,
        "parts": parts,
    }


def receipt_document(line: ReceiptLine) -> Document:
    """Return one issued receipt."""
    return {
        "id": line.id,
        "number": line.number_text,
        "year": line.year,
        "rank": line.number,
        "issued_on": line.issued_on,
        "donor_id": line.donor_id,
        "donor": line.donor_name,
        "per": line.scope,
        "gift_count": line.gift_count,
        "amount_cents": line.amount.cents,
        "form": line.form,
        "article": line.article,
        "nature": line.nature,
        "status": line.status,
        "delivered_on": line.delivered_on,
        "delivered_by": line.delivered_by,
        "voided_on": line.voided_on,
        "replaces": line.replaces,
        "replaced_by": line.replaced_by,
        "returned_gifts": line.returned_gifts,
    }


def import_document(summary: ImportSummary) -> Document:
    """Return one import in force."""
    return {
        "run": summary.id,
        "file": summary.file_name,
        "sha256": summary.sha256,
        "format": summary.file_format,
        "imported_at": summary.imported_at,
        "author": summary.author,
        "counts": {
            "new": summary.new,
            "changed": summary.changed,
            "same": summary.same,
            "doubtful": summary.doubtful,
            "refused": summary.refused,
        },
        "amount_cents": summary.amount.cents,
    }


def operation_document(operation: Operation) -> Document:
    """Return one entry of the journal, with its name in the chosen language."""
    return {
        "id": operation.id,
        "kind": operation.kind,
        "label": operation.label,
        "text": operation_text(operation),
        "author": operation.author,
        "origin": operation.origin,
        "made_at": operation.made_at,
        "state": operation.state,
        "frozen": operation.frozen,
    }
