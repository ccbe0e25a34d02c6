"""What a source says of a payment or a registration, kept to be compared with later files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.imports import ImportRow, PaymentRow, RegistrationRow

_SEPARATOR = "\x1f"
# What the source says of a payment, in the order of its content; those of more than the first
# seven that nothing is said of stay away from the end.
_FIELDS = (
    "amount",
    "paid_on",
    "mode",
    "parts",
    "status",
    "paid_out_on",
    "helloasso_receipt",
    "fee",
    "payout_ref",
    "reverses",
    "direction",
)
_ALWAYS = 7
# What a file about payouts tells of a payment that is known already.
_PAYOUT = frozenset({"paid_out_on", "payout_ref"})
# What tells a row from the others of its source.
_REFERENCES = ("payment_ref", "order_ref", "ticket")
# What decides about the money of a registration, and where it stands in its content.
_PLACES = {"amount": 0, "status": 2}
_OF_REGISTRATION = ("amount", "registered_on", "status", "tariff", "last_name", "first_name")


def registration_key(row: RegistrationRow) -> str:
    """Return the key of a registration: its ticket, else the order and the rank within it."""
    return f"ticket:{row.ticket}" if row.ticket else f"order:{row.order_ref}/{row.rank}"


def names_another(row: ImportRow, told: ImportRow) -> bool:
    """Tell whether a correction gives a row another reference than its file does.

    By its reference it is known again: under another one it would come twice.
    """
    return any(
        getattr(row, name, said) != said
        for name in _REFERENCES
        if (said := getattr(told, name, ""))
    )


def payment_content(row: PaymentRow) -> str:
    """Return what the source says of a payment, to be compared with later files."""
    parts = ",".join(f"{part.kind.value}:{part.amount.cents}" for part in row.parts)
    paid_out = row.paid_out_on.isoformat() if row.paid_out_on else ""
    told = (
        str(row.amount.cents),
        row.paid_on.isoformat(),
        row.mode.value,
        parts,
        row.status,
        paid_out,
        row.helloasso_receipt,
        str(row.fee.cents) if row.fee else "",
        row.payout_ref,
        row.reverses,
        row.direction.value if row.direction is Direction.OUT else "",
    )
    return _joined(told)


def payout_content(row: PaymentRow, before: str) -> str:
    """Return what the source said before, with how this row says it was paid out."""
    now = _told(payment_content(row))
    told = _told(before) | {name: now[name] for name in _PAYOUT}
    return _joined(told.values())


def receipt_content(row: PaymentRow, before: str) -> str:
    """Return what the source said of a payment before, with the receipt that this row names."""
    told = _told(before)
    told["helloasso_receipt"] = told["helloasso_receipt"] or row.helloasso_receipt
    return _joined(told.values())


def told_day(content: str) -> dt.date | None:
    """Return the day that a content tells, None of one that tells nothing."""
    day = _told(content)["paid_on"]
    return dt.date.fromisoformat(day) if day else None


def told_amount(content: str) -> Money:
    """Return the amount that a content tells."""
    return Money(int(_told(content)["amount"] or 0))


def _joined(told: Iterable[str]) -> str:
    texts = list(told)
    while len(texts) > _ALWAYS and not texts[-1]:
        del texts[-1]
    return _SEPARATOR.join(texts)


def _told(content: str) -> dict[str, str]:
    texts = content.split(_SEPARATOR)
    return dict(zip(_FIELDS, texts + [""] * (len(_FIELDS) - len(texts)), strict=False))


def completed_by(row: PaymentRow, before: str) -> PaymentRow:
    """Return a row with what an earlier file told and this one leaves empty.

    The lighter payments export has no columns for receipts: a receipt that the source issued
    stays issued, or the gift would get a second one. Its number says more than a link to it.
    """
    told = _told(before)
    receipt, paid_out = told["helloasso_receipt"], told["paid_out_on"]
    if not receipt or (row.helloasso_receipt and not _is_link(row.helloasso_receipt)):
        receipt = row.helloasso_receipt
    return replace(
        row,
        helloasso_receipt=receipt,
        paid_out_on=row.paid_out_on or (dt.date.fromisoformat(paid_out) if paid_out else None),
        payout_ref=row.payout_ref or told["payout_ref"],
        fee=row.fee or Money(int(told["fee"] or 0)),
    )


def as_told_before(row: PaymentRow, before: str) -> PaymentRow:
    """Return a row of a ledger, whose rows never change, with what an earlier file told of it.

    Files with fewer columns know less: the day without the hour, some of the fees, no mode and
    nothing of reversals.
    """
    told = _told(before)
    fee, mode = Money(int(told["fee"] or 0)), PaymentMode(told["mode"])
    return replace(
        row,
        paid_on=dt.date.fromisoformat(told["paid_on"]),
        fee=fee if abs(fee.cents) > abs(row.fee.cents) else row.fee,
        mode=mode if row.mode is PaymentMode.OTHER else row.mode,
        reverses=row.reverses or told["reverses"],
    )


def goes_out(content: str) -> bool:
    """Tell whether a content tells of money that was spent or given back."""
    return _told(content)["direction"] == Direction.OUT.value


def told_reversal(content: str) -> str:
    """Return the reference of what a payment gives back, as a content tells it."""
    return _told(content)["reverses"]


def told_status(content: str) -> str:
    """Return the word of the source for how a payment stands, as a content tells it."""
    return _told(content)["status"]


def told_payout(content: str) -> str:
    """Return the transfer to the bank that a payment was part of, as a content tells it."""
    return _told(content)["payout_ref"]


def told_parts(content: str) -> tuple[PaymentPart, ...]:
    """Return what a payment was for, as a content tells it."""
    told = (part.split(":") for part in _told(content)["parts"].split(",") if part)
    return tuple(PaymentPart(LineKind(kind), Money(int(cents))) for kind, cents in told)


def _is_link(text: str) -> bool:
    return text.startswith(("https:", "http:"))


def changed_fields(before: str, now: str) -> frozenset[str]:
    """Name what the source says of a payment otherwise than before."""
    if before == now:
        return frozenset()
    if not before:
        return frozenset(_FIELDS)
    old, new = _told(before), _told(now)
    return frozenset(name for name in _FIELDS if old[name] != new[name])


class ToldRegistration(NamedTuple):
    """What the source said of a registration; ``answers`` by question, the empty ones out."""

    cents: int
    tariff: str
    last_name: str
    first_name: str
    answers: Mapping[str, str]


def registration_content(row: RegistrationRow) -> str:
    """Return what the source says of a registration, the same in any order of columns."""
    told = (
        str(row.amount.cents),
        row.registered_on.isoformat(),
        row.status,
        row.tariff,
        row.participant_last_name,
        row.participant_first_name,
    )
    answers = (f"{name}={value}" for name, value in row.answers.items())
    return _SEPARATOR.join((*told, *_settled(answers)))


def settled_registration(content: str) -> str:
    """Return a content that was kept in the order of its columns as one is told now."""
    texts = content.split(_SEPARATOR)
    at = len(_OF_REGISTRATION)
    return _SEPARATOR.join((*texts[:at], *_settled(texts[at:])))


def _settled(answers: Iterable[str]) -> list[str]:
    """Return answers in an order of their own; an empty one is as good as none."""
    return sorted(text for text in answers if not text.endswith("="))


def status_told(content: str) -> str:
    """Return the status that the content of a registration tells."""
    return content.split(_SEPARATOR)[_PLACES["status"]]


def with_status(content: str, status: str) -> str:
    """Return the content of a registration with another status."""
    texts = content.split(_SEPARATOR)
    texts[_PLACES["status"]] = status
    return _SEPARATOR.join(texts)


def told_registration(content: str) -> ToldRegistration:
    """Return what the content of a registration tells."""
    texts = content.split(_SEPARATOR)
    at = len(_OF_REGISTRATION)
    told = dict(zip(_OF_REGISTRATION, (*texts, *[""] * at), strict=False))
    answers = (text.partition("=") for text in texts[at:])
    return ToldRegistration(
        int(told["amount"] or 0),
        told["tariff"],
        told["last_name"],
        told["first_name"],
        {question: answer for question, _equal, answer in answers},
    )


def registration_changes(before: str, now: str) -> frozenset[str]:
    """Name what touches the money of a registration and differs: ``amount``, ``status``."""
    told, tells = before.split(_SEPARATOR), now.split(_SEPARATOR)
    return frozenset(
        name for name, at in _PLACES.items() if told[at : at + 1] != tells[at : at + 1]
    )
