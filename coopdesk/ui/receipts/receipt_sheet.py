"""What the panel says of one receipt: what is printed, its gifts, and its life day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import ReceiptStatus
from coopdesk.ui.columns import Tone
from coopdesk.ui.receipts.words import (
    form_text,
    gifts_text,
    is_to_void,
    period_text,
    signed_by,
    status_text,
    status_tone,
)
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import country_text, day_long, day_text, money_text
from coopdesk.wording.gift_status import gone_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.receipt_life import ReceiptDetail
    from coopdesk.domain.receipts import ReceiptLine, ReceiptSnapshot
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK, GIFT_LINK, RECEIPT_LINK = "contact", "gift", "receipt"
DO_DELIVER, DO_REPLACE, DO_VOID = "deliver", "replace", "void"


def read_detail(services: Services, receipt_id: int) -> ReceiptDetail | None:
    """Return everything known of a receipt, None when it is gone; runs on the worker."""
    try:
        return services.receipts.detail(receipt_id)
    except NotFoundError:
        return None


def receipt_parts(detail: ReceiptDetail) -> list[Part]:
    """Return the parts of a receipt's record."""
    line = detail.line
    status = Words(status_text(line), status_tone(line))
    parts: list[Part] = [
        Title(_("Receipt no. {number}").format(number=line.number_text), (status,))
    ]
    if is_to_void(line):
        cures = (_step(DO_REPLACE, _("Replace…")), _step(DO_VOID, _("Void…")))
        parts.append(Paragraph((Words(_to_void_text(), Tone.ATTENTION), *cures)))
    parts.append(Facts(tuple(_facts(line, detail.snapshot))))
    parts += _life(detail)
    parts += _gifts(detail)
    return parts


def _step(link: str, text: str) -> Words:
    return Words(text, link=f"{link}:")


def _to_void_text() -> str:
    return _("To be voided: one of its gifts was returned.")


def _facts(line: ReceiptLine, snapshot: ReceiptSnapshot) -> list[tuple[str, Said]]:
    printed = snapshot.donor_first_name + " " + snapshot.donor_last_name
    donor = Words(printed.strip(), link=f"{CONTACT_LINK}:{line.donor_id}")
    rows: list[tuple[str, Said]] = [
        (_("Donor"), donor),
        (_("Address"), _address(snapshot)),
        (_("SIREN"), snapshot.donor_siren),
        (_("Amount"), money_text(line.amount)),
        (_("For"), gifts_text(line)),
        (_("Period"), _period(snapshot)),
        (_("Cerfa form"), form_text(line.form)),
        (_("Article"), label(line.article)),
        (_("Nature"), _nature(snapshot)),
        (_("Signed by"), signed_by(snapshot.signatory_name, snapshot.signatory_role)),
    ]
    return [(name, said) for name, said in rows if said]


def _address(snapshot: ReceiptSnapshot) -> str:
    town = f"{snapshot.donor_postal_code} {snapshot.donor_city}".strip()
    foreign = snapshot.donor_country not in {"", "FR"}
    country = country_text(snapshot.donor_country) if foreign else ""
    return ", ".join(part for part in (*snapshot.donor_street, town, country) if part)


def _period(snapshot: ReceiptSnapshot) -> str:
    if snapshot.period_start is not None:
        return period_text(snapshot.period_start, snapshot.period_end)
    return str(snapshot.year)


def _nature(snapshot: ReceiptSnapshot) -> str:
    parts = (label(snapshot.nature), snapshot.nature_detail)
    return " — ".join(part for part in parts if part)


def _gifts(detail: ReceiptDetail) -> list[Part]:
    """Return the gifts with links, as they are printed."""
    printed = {(said.received_on, said.amount): said for said in detail.snapshot.gifts}
    rows: list[tuple[Said, str, tuple[Said, ...]]] = []
    for gift in detail.gifts:
        day = Words(day_text(gift.received_on), link=f"{GIFT_LINK}:{gift.donation_id}")
        known = printed.get((gift.received_on, gift.amount))
        below: list[Said] = []
        if known is not None and known.mode is not PaymentMode.OTHER:
            below.append(label(known.mode))
        if known is not None and known.description:
            below.append(known.description)
        if gift.returned_on is not None:
            gone = gone_text(gift.returned_on, gift.return_reason)
            below.append(Words(gone, Tone.BAD))
        rows.append((day, money_text(gift.amount), tuple(below)))
    return [Heading(_("Gifts"), money_text(detail.line.amount)), Lines(tuple(rows))]


def _life(detail: ReceiptDetail) -> list[Part]:
    """Return the life of a receipt, first things first."""
    rows: list[tuple[Said, str, tuple[Said, ...]]] = []
    line, snapshot = detail.line, detail.snapshot
    if snapshot.replaces_number:
        text = _("Receipt no. {number}").format(number=snapshot.replaces_number)
        link = Words(text, link=f"{RECEIPT_LINK}:{snapshot.replaces_number}")
        rows.append((_("Voids and replaces"), "", (link,)))
    rows.append((_("Issued on {day}").format(day=day_long(line.issued_on)), "", ()))
    for sent in detail.deliveries:
        text = _("{way} on {day}").format(way=label(sent.way), day=day_long(sent.delivered_on))
        rows.append((text, "", (sent.note,) if sent.note else ()))
    if line.status is ReceiptStatus.ISSUED:
        step = _step(DO_DELIVER, _("Note the delivery…"))
        rows.append((_("Not delivered yet"), "", (step,)))
    if detail.void is not None:
        void = detail.void
        said = _("Voided on {day}").format(day=day_long(void.voided_on))
        by = _("by {author}").format(author=void.author) if void.author else ""
        why = " — ".join(part for part in (void.reason, by) if part)
        rows.append((Words(said, Tone.BAD), "", (why,)))
    if line.replaced_by:
        text = _("Receipt no. {number}").format(number=line.replaced_by)
        link = Words(text, link=f"{RECEIPT_LINK}:{line.replaced_by}")
        rows.append((_("Replaced by"), "", (link,)))
    return [Heading(_("Life of the receipt")), Lines(tuple(rows))]
