"""What cells are called whose names only programs know: tags, letters, paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileFormat
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFX: Mapping[str, str] = {
    "ACCTID": N_("Account of the other party"),
    "CHECKNUM": N_("Cheque number"),
    "DTAVAIL": N_("Value date"),
    "DTPOSTED": N_("Date"),
    "DTUSER": N_("Day of the operation"),
    "FITID": N_("Number at the bank"),
    "MEMO": N_("Label, continued"),
    "NAME": N_("Label"),
    "REFNUM": N_("Reference"),
    "TRNAMT": N_("Amount"),
    "TRNTYPE": N_("Kind"),
    "VALUEDATE": N_("Value date"),
}
_QIF: Mapping[str, str] = {
    "A": N_("Address"),
    "C": N_("Reconciled"),
    "D": N_("Date"),
    "L": N_("Category"),
    "M": N_("Label, continued"),
    "N": N_("Number"),
    "P": N_("Label"),
    "T": N_("Amount"),
    "U": N_("Amount"),
    "$": N_("Amount of a part"),
    "E": N_("Label of a part"),
    "S": N_("Category of a part"),
}
_CFONB: Mapping[str, str] = {
    "amount": N_("Amount"),
    "code": N_("Kind"),
    "date": N_("Date"),
    "IBE": N_("Identifier of the creditor"),
    "IPY": N_("Identifier of the payer"),
    "label": N_("Label"),
    "LC2": N_("Reason, continued"),
    "LCC": N_("Reason"),
    "LIB": N_("Label, continued"),
    "more": N_("Label, continued"),
    "NBE": N_("Beneficiary"),
    "NPY": N_("Payer"),
    "number": N_("Number"),
    "RCN": N_("Reference"),
    "record": N_("Line of the file"),
    "reference": N_("Number at the bank"),
    "RUM": N_("Mandate"),
    "value_date": N_("Value date"),
}
_CAMT: Mapping[str, str] = {
    "AcctSvcrRef": N_("Number at the bank"),
    "AddtlNtryInf": N_("Label"),
    "AddtlTxInf": N_("Label, continued"),
    "Amt": N_("Amount"),
    "BkTxCd": N_("Kind"),
    "BookgDt": N_("Date"),
    "CdtDbtInd": N_("Credit (CRDT) or debit (DBIT)"),
    "ChqNb": N_("Cheque number"),
    "EndToEndId": N_("Reference"),
    "MndtId": N_("Mandate"),
    "Nm": N_("Other party"),
    "Ref": N_("Reference"),
    "Ustrd": N_("Reason"),
    "ValDt": N_("Value date"),
}
_API: Mapping[str, str] = {
    "amount": N_("Amount in cents"),
    "cashOutDate": N_("Day of the payout"),
    "cashOutState": N_("Payout"),
    "date": N_("Date"),
    "fiscalReceiptUrl": N_("Tax receipt"),
    "id": N_("Number"),
    "idCashOut": N_("Number of the payout"),
    "name": N_("Label"),
    "order.date": N_("Day of the order"),
    "order.formName": N_("Campaign"),
    "order.formType": N_("Kind of campaign"),
    "order.id": N_("Number of the order"),
    "payer.address": N_("Address"),
    "payer.city": N_("Town"),
    "payer.company": N_("Organisation"),
    "payer.country": N_("Country"),
    "payer.email": N_("E-mail"),
    "payer.firstName": N_("First name"),
    "payer.lastName": N_("Last name"),
    "payer.zipCode": N_("Postcode"),
    "paymentMeans": N_("Means of payment"),
    "paymentOffLineMean": N_("Means of payment outside HelloAsso"),
    "state": N_("State"),
    "type": N_("Kind"),
    "user.firstName": N_("First name of the participant"),
    "user.lastName": N_("Last name of the participant"),
}
_COLUMNS: Mapping[FileFormat, Mapping[str, str]] = {
    FileFormat.OFX: _OFX,
    FileFormat.QIF: _QIF,
    FileFormat.CFONB: _CFONB,
    FileFormat.CAMT: _CAMT,
    FileFormat.HELLOASSO_API: _API,
}


def raw_column_text(file_format: FileFormat, name: str) -> str:
    """Return what a cell of a row is called: « Date (DTPOSTED) »; of a table, its own name."""
    known = _COLUMNS.get(file_format, {})
    # The parts of an operation are numbered: S1, S2…
    text = known.get(name) or known.get(name.rstrip("0123456789"))
    if not text:
        return name
    words = _(text)
    return f"{words} ({name})"
