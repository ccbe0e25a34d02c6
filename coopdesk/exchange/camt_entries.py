"""What one entry of a CAMT.053 statement says: its operations, who, what for, which kind."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.errors import RuleError
from coopdesk.exchange.statement_cells import statement_amount

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.money import Money
    from coopdesk.exchange.safe_xml import XmlNode

CREDIT, DEBIT = "CRDT", "DBIT"
_BOOKED = frozenset({"BOOK", ""})
# So many texts of one operation are put together; no bank writes more.
_TEXTS = 40
_MOST_PARTS = 10_000
_UNKNOWN_REFERENCES = frozenset({"NOTPROVIDED", "NONREF", "NOTAVAILABLE"})

_FAMILIES: Mapping[str, LineNature] = {
    "CCRD": LineNature.CARD,
    "CNTR": LineNature.CASH,
    "ICDT": LineNature.TRANSFER,
    "ICHQ": LineNature.CHEQUE,
    "IDDT": LineNature.DIRECT_DEBIT,
    "IRCT": LineNature.TRANSFER,
    "MCRD": LineNature.CARD,
    "RCDT": LineNature.TRANSFER,
    "RCHQ": LineNature.DEPOSIT,
    "RDDT": LineNature.DIRECT_DEBIT,
    "RRCT": LineNature.TRANSFER,
}
_SUBFAMILIES: Mapping[str, LineNature] = {
    "CHRG": LineNature.FEE,
    "COMM": LineNature.FEE,
    "FEES": LineNature.FEE,
    "INTR": LineNature.INTEREST,
}


def is_booked(entry: XmlNode) -> bool:
    """Tell whether the bank has booked an entry; from version 8 on a code tells it."""
    return (entry.value("Sts") or entry.value("Sts", "Cd")) in _BOOKED


def signed(amount: str, sense: str) -> Money:
    """Return an amount below zero when it leaves the account.

    Raises:
        RuleError: ``amount.unreadable``, ``amount.too_large``.
    """
    money = statement_amount(amount)
    return -money if sense == DEBIT else money


def day_text(node: XmlNode, name: str) -> str:
    """Return the day, or the moment, that an element holds."""
    return node.value(name, "Dt") or node.value(name, "DtTm")


def raw_operations(entry: XmlNode) -> list[dict[str, str]]:
    """Return the operations of an entry: those of a batch that make its amount, else one."""
    details = entry.all("NtryDtls", "TxDtls")
    if 1 < len(details) <= _MOST_PARTS:
        parts = [_part(entry, detail) for detail in details]
        if _make(parts, entry):
            return parts
    detail = details[0] if len(details) == 1 else None
    return [_raw(entry, detail, entry.value("CdtDbtInd"))]


def nature_of_code(code: str) -> LineNature:
    """Return the kind that a code such as ``PMNT/RDDT/ESDD`` tells."""
    _domain, family, subfamily = (*code.split("/"), "", "", "")[:3]
    found = _SUBFAMILIES.get(subfamily) or _FAMILIES.get(family)
    return found or LineNature.OTHER


def _part(entry: XmlNode, detail: XmlNode) -> dict[str, str]:
    """Return one operation of a batch, without an amount when it tells none of its own."""
    raw = _raw(entry, detail, detail.value("CdtDbtInd") or entry.value("CdtDbtInd"))
    amount = detail.first("Amt") or detail.first("AmtDtls", "TxAmt", "Amt")
    raw["Amt"] = ""
    if amount is not None and _currency(amount) == _currency(entry.first("Amt")):
        raw["Amt"] = amount.text
    # The reference of the whole would make them the same operation.
    raw["AcctSvcrRef"] = detail.value("Refs", "AcctSvcrRef") or detail.value("Refs", "TxId")
    return raw


def _currency(amount: XmlNode | None) -> str:
    return amount.attributes.get("Ccy", "") if amount is not None else ""


def _make(parts: Sequence[Mapping[str, str]], entry: XmlNode) -> bool:
    """Tell whether the parts of a batch make its amount."""
    try:
        cents = sum(signed(part["Amt"], part["CdtDbtInd"]).cents for part in parts)
        return cents == signed(entry.value("Amt"), entry.value("CdtDbtInd")).cents
    except RuleError:
        return False


def _raw(entry: XmlNode, detail: XmlNode | None, sense: str) -> dict[str, str]:
    node = detail or entry
    raw = {
        "BookgDt": day_text(entry, "BookgDt"),
        "ValDt": day_text(entry, "ValDt"),
        "Amt": entry.value("Amt"),
        "CdtDbtInd": sense,
        "AddtlNtryInf": entry.value("AddtlNtryInf"),
        "Nm": _party(node, "Cdtr" if sense == DEBIT else "Dbtr"),
        "Ustrd": _texts(node, "RmtInf", "Ustrd"),
        "AddtlTxInf": node.value("AddtlTxInf"),
        "AcctSvcrRef": entry.value("AcctSvcrRef") or node.value("Refs", "AcctSvcrRef"),
        "EndToEndId": _given(node.value("Refs", "EndToEndId")),
        "MndtId": _given(node.value("Refs", "MndtId")),
        "Ref": node.value("RmtInf", "Strd", "CdtrRefInf", "Ref"),
        "ChqNb": node.value("Refs", "ChqNb"),
        "BkTxCd": _code(node) or _code(entry),
    }
    needed = {"BookgDt", "Amt", "CdtDbtInd", "Ustrd"}
    return {name: text for name, text in raw.items() if text or name in needed}


def _party(node: XmlNode, role: str) -> str:
    """Return the name of the other party; from version 8 on it stands one element deeper."""
    parties = node.first("RltdPties")
    if parties is None:
        return ""
    paths = ((role, "Nm"), (role, "Pty", "Nm"), (f"Ultmt{role}", "Nm"))
    return next(filter(None, (parties.value(*path) for path in paths)), "")


def _texts(node: XmlNode, *path: str) -> str:
    return " ".join(one.text for one in islice(node.all(*path), _TEXTS) if one.text)


def _given(reference: str) -> str:
    return "" if reference.upper() in _UNKNOWN_REFERENCES else reference


def _code(node: XmlNode) -> str:
    """Return the code of the kind of operation: domain, family, sub-family."""
    parts = (("Cd",), ("Fmly", "Cd"), ("Fmly", "SubFmlyCd"))
    code = "/".join(node.value("BkTxCd", "Domn", *path) for path in parts)
    return code if code.strip("/") else ""
