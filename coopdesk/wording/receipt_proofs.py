"""Sentences about what a file proves to be, and what speaks against it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.receipt_proofs import Verified
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.receipt_proofs import Doubt, ProvenReceipt, Verification

OUTCOME_TEXTS: dict[Verified, str] = {
    Verified.AUTHENTIC: N_("Authentic: this is the receipt as it was issued."),
    Verified.DUPLICATE: N_("Authentic duplicate of a receipt that counts."),
    Verified.VOIDED: N_("This receipt was issued by us, but it was voided: it counts no more."),
    Verified.PRINTED: N_(
        "Its words are those of receipts issued here; only the files themselves are proof."
    ),
    Verified.MODIFIED: N_("Modified: this is not what was issued."),
    Verified.DOUBTFUL: N_("The paper begins as ours does, but something does not hold."),
    Verified.UNKNOWN: N_("Unknown: no receipt of this database is like this file."),
    Verified.UNREADABLE: N_("This file cannot be read as a receipt."),
}

_DIFFERS = N_("{field}: the receipt says “{ours}”, the file says “{theirs}”.")
_FIELDS = {
    "proof.amount_differs": N_("Amount"),
    "proof.donor_differs": N_("Donor"),
    "proof.day_differs": N_("Date"),
    "proof.number_differs": N_("Number"),
    "proof.words_differs": N_("Words"),
    "proof.cents_differs": N_("Amount in cents"),
    "proof.seal_differs": N_("Digest"),
}

DOUBT_TEXTS: dict[str, str] = {
    "proof.appended": N_("Something was added to the file after it was issued."),
    "proof.bytes_differ": N_(
        "The words are those of the receipt, but the file was written anew by another program."
    ),
    "proof.chain_broken": N_(
        "In the database, receipt {number} does not follow the one before. Run a check."
    ),
    "proof.entry_altered": N_(
        "In the database, the entry of receipt {number} was altered. Run a check."
    ),
    "proof.mark_false": N_("The file is marked ANNULÉ on {day}, which the database denies."),
    "proof.no_text": N_(
        "The file holds no text, as a scan does: have its QR code read, or compare it by eye."
    ),
    "proof.number_of_another": N_(
        "It bears the number {number}, but is not like the paper of that receipt."
    ),
    "proof.number_unknown": N_("It bears the number {number}, which was never issued here."),
    "proof.other_page": N_("Page {pages} is no receipt that was issued here."),
    "proof.other_pages": N_("Pages {pages} are no receipts that were issued here."),
    "proof.pages_missing": N_("It has {count} of the receipt's pages, which are {whole}."),
    "proof.signature_broken": N_("It bears a signature ({signer}), but the paper was changed."),
    "proof.signature_unchecked": N_(
        "It bears a signature that cannot be looked at here: the extra “sign” is not installed."
    ),
}


def doubt_text(doubt: Doubt) -> str:
    """Return the sentence for one doubt."""
    if doubt.code in DOUBT_TEXTS:
        values = {name: _value(value) for name, value in doubt.values.items()}
        return _(DOUBT_TEXTS[doubt.code]).format(**values)
    field = _FIELDS.get(doubt.code)
    if field is None:
        return code_text(doubt.code, dict(doubt.values))
    nothing = _("(nothing)")
    named = {name: str(doubt.values[name]) or nothing for name in ("ours", "theirs")}
    return _(_DIFFERS).format(field=_(field), **named)


def proven_text(receipt: ProvenReceipt) -> str:
    """Return which receipt it is, and what became of it."""
    text = _("Receipt {number}, {donor}, {amount}, issued on {day}").format(
        number=receipt.number_text,
        donor=receipt.donor_name,
        amount=money_text(receipt.amount),
        day=day_text(receipt.issued_on),
    )
    return ", ".join((text, *_fate(receipt)))


def _fate(receipt: ProvenReceipt) -> Iterator[str]:
    if receipt.voided_on is not None:
        yield _("voided on {day}").format(day=day_text(receipt.voided_on))
    if receipt.replaced_by:
        yield _("replaced by {number}").format(number=receipt.replaced_by)


def signature_text(found: Verification) -> str:
    """Return who signed a file, empty where no signature holds."""
    if found.signature is None or not found.signature.is_intact:
        return ""
    text = _("Signed by {signer} on {day}, and unchanged since.")
    day = day_text(found.signature.signed_on) if found.signature.signed_on else "?"
    return text.format(signer=found.signature.signer, day=day)


def verification_lines(found: Verification) -> list[str]:
    """Return all that is to be said of a file, the outcome first."""
    lines = [_(OUTCOME_TEXTS[found.outcome])]
    signed = signature_text(found)
    if signed:
        lines.append(signed)
    lines += [doubt_text(doubt) for doubt in found.findings]
    if len(found.receipts) > 1:
        count = len(found.receipts)
        text = ngettext("{count} receipt:", "{count} receipts:", count)
        lines.append(text.format(count=count))
    for receipt in found.receipts:
        lines.append(proven_text(receipt))
        lines += [f"  {doubt_text(doubt)}" for doubt in receipt.findings]
    return lines


def _value(value: object) -> str:
    return day_text(value) if isinstance(value, dt.date) else str(value)
