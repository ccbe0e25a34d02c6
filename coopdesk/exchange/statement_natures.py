"""Tells the kind of an operation from the words that French banks begin its label with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# In this order: « frais prlv » is a fee and « remise chq » a deposit.
_FEES = (
    "frais",
    "fact sgt",
    "comcb",
    "commission",
    "com",
    "cotis(?:ation)? (?:carte|cb|compte|pack|eurocompte)",
    "abonnement banque",
    "agios",
    "tenue de compte",
)
_CARDS = ("carte", "cb", "achat cb", "paiem(?:ent)? (?:par )?(?:cb|carte)", "facture carte")
_WORDS: Sequence[tuple[LineNature, str]] = (
    (LineNature.FEE, "|".join(_FEES)),
    (LineNature.INTEREST, r"interets?|int crediteurs|int debiteurs"),
    (LineNature.CASH, r"retrait|ret dab|dab|vrst|versement|vers esp|depot esp\w*"),
    (LineNature.DEPOSIT, r"rem(?:ise)?s? (?:de )?(?:chq|cheques?|cb|carte)|remcb|rem \w+ ref"),
    (LineNature.DIRECT_DEBIT, r"prlv|prelevement|prelvt|prel|tip"),
    (LineNature.TRANSFER, r"vir|virements?|virt|sct"),
    (LineNature.CHEQUE, r"chq|cheques?"),
    (LineNature.CARD, "|".join(_CARDS)),
)
# Whole words: « fraises » are no fees.
_BEGINS = [(nature, re.compile(rf"(?:{words})\b")) for nature, words in _WORDS]
# Crédit Mutuel writes the shop first: « CASA GRENOBLE CARTE 00000000 PAIEMENT CB 1403 ».
_CARD_INSIDE = re.compile(r" carte \d{4,}| paiement cb ")


def nature_of(label: str) -> LineNature | None:
    """Return the kind of operation that a label tells, None when it tells none."""
    told = fold(label)
    for nature, begins in _BEGINS:
        if begins.match(told):
            return nature
    return LineNature.CARD if _CARD_INSIDE.search(told) else None
