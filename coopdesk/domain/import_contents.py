"""What a source says of a payment or a registration, kept to be compared with later files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.imports import PaymentRow, RegistrationRow

_SEPARATOR = "\x1f"
# What the source says of a payment, in the order of its content.
_FIELDS = ("amount", "paid_on", "mode", "parts", "status", "paid_out_on", "helloasso_receipt")
# What decides about the money of a registration, and where it stands in its content.
_PLACES = {"amount": 0, "status": 2}


def registration_key(row: RegistrationRow) -> str:
    """Return the key of a registration: its ticket, else the order and the rank within it."""
    return f"ticket:{row.ticket}" if row.ticket else f"order:{row.order_ref}/{row.rank}"


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
    )
    return _SEPARATOR.join(told)


def completed_by(row: PaymentRow, before: str) -> PaymentRow:
    """Return a row with what an earlier file told and this one leaves empty.

    The lighter payments export has no columns for receipts: a receipt that the source issued
    stays issued, or the gift would get a second one.
    """
    told = dict(zip(_FIELDS, before.split(_SEPARATOR), strict=False))
    receipt, paid_out = told.get("helloasso_receipt", ""), told.get("paid_out_on", "")
    return replace(
        row,
        helloasso_receipt=row.helloasso_receipt or receipt,
        paid_out_on=row.paid_out_on or (dt.date.fromisoformat(paid_out) if paid_out else None),
    )


def changed_fields(before: str, now: str) -> frozenset[str]:
    """Name what the source says of a payment otherwise than before."""
    if before == now:
        return frozenset()
    told = before.split(_SEPARATOR)
    if len(told) != len(_FIELDS):
        return frozenset(_FIELDS)
    pairs = zip(_FIELDS, told, now.split(_SEPARATOR), strict=True)
    return frozenset(name for name, old, new in pairs if old != new)


def registration_content(row: RegistrationRow) -> str:
    """Return what the source says of a registration."""
    answers = (f"{name}={value}" for name, value in row.answers.items())
    told = (
        str(row.amount.cents),
        row.registered_on.isoformat(),
        row.status,
        row.tariff,
        row.participant_last_name,
        row.participant_first_name,
        *answers,
    )
    return _SEPARATOR.join(told)


def registration_changes(before: str, now: str) -> frozenset[str]:
    """Name what touches the money of a registration and differs: ``amount``, ``status``."""
    told, tells = before.split(_SEPARATOR), now.split(_SEPARATOR)
    return frozenset(
        name for name, at in _PLACES.items() if told[at : at + 1] != tells[at : at + 1]
    )
