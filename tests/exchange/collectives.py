"""Files of an invented collective, as Open Collective exports them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.exchange.file_content import FileContent

if TYPE_CHECKING:
    from collections.abc import Sequence

DASHBOARD = (
    "Effective Date & Time",
    "Transaction ID",
    "Description",
    "Credit/Debit",
    "Kind",
    "Group ID",
    "Amount Single Column",
    "Currency",
    "Is Reverse",
    "Is Reversed",
    "Reverse Transaction ID",
    "Account Handle",
    "Account Name",
    "Opposite Account Handle",
    "Opposite Account Name",
    "Opposite Account Type",
    "Payment Processor",
    "Payment Method",
    "Contribution Memo",
    "Payment Processor Fee",
    "Tax Amount",
)
API = (
    "datetime",
    "shortId",
    "shortGroup",
    "description",
    "type",
    "kind",
    "isRefund",
    "isRefunded",
    "shortRefundId",
    "displayAmount",
    "amount",
    "netAmount",
    "currency",
    "accountSlug",
    "accountName",
    "oppositeAccountSlug",
    "oppositeAccountName",
    "paymentMethodService",
    "paymentMethodType",
    "orderMemo",
)


@dataclass(frozen=True)
class Moved:
    """One transaction: ``net`` is what the balance changed by, ``kept`` what a column tells."""

    number: int
    group: int
    kind: str
    net: str
    kept: str = "0"
    gross: str = ""
    who: str = "Zoé Tanguy"
    handle: str = ""
    title: str = ""
    at: str = "2026-01-14T10:17:32"
    takes_back: int = 0
    taken_back_by: int = 0
    currency: str = "EUR"
    what: str = ""

    @property
    def group_name(self) -> str:
        return f"{self.group:08x}-28f2-4a5a-b367-721e88f00831"

    @property
    def described(self) -> str:
        kinds = {"HOST_FEE": "Host Fee to", "EXPENSE": "Expense from"}
        base = f"{kinds.get(self.kind, 'Contribution from')} {self.who}"
        if not self.title:
            return base
        return f"{base} - {self.title}" if self.kind == "EXPENSE" else f"{base} ({self.title})"

    def cells(self) -> dict[str, str]:
        """Every column of both forms."""
        is_credit = not self.net.startswith("-")
        handle = self.handle or self.who.lower().replace(" ", "-").replace("é", "e")
        other = self.takes_back or self.taken_back_by
        return {
            "Effective Date & Time": self.at,
            "Transaction ID": str(self.number),
            "Description": self.described,
            "Credit/Debit": "CREDIT" if is_credit else "DEBIT",
            "Kind": self.kind,
            "Group ID": self.group_name,
            "Amount Single Column": self.net,
            "Currency": self.currency,
            "Is Reverse": "REVERSE" if self.takes_back else "",
            "Is Reversed": "REVERSED" if self.taken_back_by else "",
            "Reverse Transaction ID": str(other) if other > 0 else "",
            "Account Handle": "coop-des-rives",
            "Account Name": "La Coop des Rives",
            "Opposite Account Handle": handle,
            "Opposite Account Name": self.who,
            "Opposite Account Type": self.what,
            "Payment Processor": "STRIPE",
            "Payment Method": "CREDITCARD",
            "Payment Processor Fee": self.kept,
            "datetime": self.at,
            "shortId": f"{self.number:08x}",
            "shortGroup": self.group_name[:8],
            "description": self.described,
            "type": "CREDIT" if is_credit else "DEBIT",
            "kind": self.kind,
            "isRefund": "REFUND" if self.takes_back else "",
            "isRefunded": "REFUNDED" if self.taken_back_by else "",
            "shortRefundId": f"{other:08x}" if other > 0 else "",
            "amount": self.gross or self.net,
            "netAmount": self.net,
            "currency": self.currency,
            "accountSlug": "coop-des-rives",
            "accountName": "La Coop des Rives",
            "oppositeAccountSlug": handle,
            "oppositeAccountName": self.who,
            "paymentMethodService": "STRIPE",
            "paymentMethodType": "CREDITCARD",
        }


def contribution(number: int, group: int, **more: str | int) -> list[Moved]:
    """A gift of 250,00 of which 11,30 and 25,00 were kept, in two rows."""
    given = Moved(number, group, "CONTRIBUTION", "238.7", "-11.3", "250", **more)
    host = Moved(number + 1, group, "HOST_FEE", "-25", who="Hôte", at=given.at)
    return [given, replace(host, taken_back_by=given.taken_back_by and -1)]


def refund(number: int, group: int, takes_back: int, **more: str | int) -> list[Moved]:
    """What gives such a gift back with all its fees, in three rows."""
    back = Moved(number, group, "CONTRIBUTION", "-250", takes_back=takes_back, **more)
    return [
        Moved(number + 1, group, "HOST_FEE", "25", who="Hôte", at=back.at, takes_back=-1),
        Moved(
            number + 2,
            group,
            "PAYMENT_PROCESSOR_COVER",
            "11.3",
            who="Hôte",
            at=back.at,
            takes_back=-1,
        ),
        back,
    ]


def written(
    rows: Sequence[Moved], columns: Sequence[str] = DASHBOARD, tail: str = ""
) -> FileContent:
    """Write rows as the platform does: commas, line feeds, nothing behind but ``tail``."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(row.cells() for row in rows)
    return FileContent("coop-des-rives-transactions.csv", (text.getvalue() + tail).encode())
