"""A table of a bank, as it is downloaded: lines that are known already, and new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.money import total

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.registry import Services

LABELS = ("PRLV SEPA FREE TELECOM 4502 ECH", "CB BOULANGERIE DU PORT", "VIR DE MME TANGUY")


def write_table(services: Services, path: Path) -> Path:
    """Write what a bank gives as a table: three lines that an OFX told of, and new ones."""
    (account,) = services.bank.accounts()
    last = services.bank.lines(services.bank.ids(StatementFilter())[:3])[::-1]
    assert account.balance is not None
    balance = account.balance - total(row.amount for row in last)
    rows = ["Date;Date de valeur;Débit;Crédit;Libellé;Solde"]
    moved = [(row.booked_on, row.amount.cents, row.label[:24]) for row in last]
    newest = last[-1].booked_on
    moved += [(newest, c, x) for c, x in zip((-2_999, -640, 4_500), LABELS, strict=True)]
    cents = balance.cents
    for day, amount, label in moved:
        cents += amount
        both = f"{amount / 100:.2f};" if amount < 0 else f";{amount / 100:.2f}"
        rows.append(f"{day:%d/%m/%Y};{day:%d/%m/%Y};{both};{label};{cents / 100:.2f}")
    path.write_text("\r\n".join(rows).replace(".", ","), encoding="iso-8859-15")
    return path
