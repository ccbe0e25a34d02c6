"""Reads CAMT.053 bank statements, of versions 2 to 8 and later."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_accounts import account_identity
from coopdesk.domain.bank_statements import ReadStatement
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.exchange.camt_entries import (
    CREDIT,
    DEBIT,
    day_text,
    is_booked,
    nature_of_code,
    raw_operations,
)
from coopdesk.exchange.safe_xml import elements_under
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS, MAXIMUM_STATEMENTS
from coopdesk.exchange.statement_cells import compact_day, joined_label, reference
from coopdesk.exchange.statement_rows import StatementRows, Told
from coopdesk.exchange.statement_text import head_text, statement_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.bank_statements import ReadBankFile, ReadLine
    from coopdesk.domain.money import Money
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.safe_xml import XmlNode

_MESSAGE = re.compile(
    r"<(?:[\w.-]{1,60}:)?(BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)[\s>]"
)
# Announcements of what a statement tells later.
_ANNOUNCED = {"BkToCstmrAcctRpt": "camt.052", "BkToCstmrDbtCdtNtfctn": "camt.054"}
# Forty marks of tags for each operation that may be read.
_TAG_LIMIT = 40 * MAXIMUM_ROWS
# Between the pages of one statement stand interim balances.
_OPENINGS = ("OPBD", "PRCD", "ITBD")
_CLOSINGS = ("CLBD", "ITBD")
_MOST_BALANCES = 60
_LABELS = ("AddtlNtryInf", "Nm", "Ustrd", "AddtlTxInf")


class _Balance(NamedTuple):
    code: str
    amount: Money | None
    day: dt.date | None


_UNKNOWN = _Balance("", None, None)


@dataclass(slots=True)
class _Open:
    """A statement that is being read."""

    reference: str = ""
    number: str = ""
    currency: str = ""
    balances: list[_Balance] = field(default_factory=list)
    lines: list[ReadLine] = field(default_factory=list)


def looks_like_camt(data: bytes) -> bool:
    """Tell whether a file is a CAMT message about an account, a statement or not."""
    return _message(head_text(data)) is not None


def _message(head: str) -> str | None:
    found = _MESSAGE.search(head) if head.lstrip().startswith("<") else None
    return found[1] if found else None


def read_camt(
    content: FileContent, corrections: Mapping[int, Mapping[str, str]] | None = None
) -> ReadBankFile:
    """Read every statement of a file; operations are named by their rank in it.

    Raises:
        RuleError: ``statement.not_a_statement``, ``statement.declares_entities``,
            ``statement.damaged``, ``statement.none``, ``file.too_many_rows``,
            ``file.…encoding``.
    """
    kind = _ANNOUNCED.get(_message(head_text(content.data)) or "")
    if kind:
        raise RuleError("statement.not_a_statement", kind=kind)
    entries = content.data.count(b"Ntry>") // 2
    if entries > MAXIMUM_ROWS or content.data.count(b"<") > _TAG_LIMIT:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    text, warnings = statement_text(content.data)
    reading = _Reading(StatementRows(corrections or {}))
    statements = reading.statements(elements_under(text.lstrip(), ("Stmt",)))
    if not statements:
        raise RuleError("statement.none")
    if reading.pending:
        pending = Problem(0, "statement.pending", values={"count": reading.pending})
        warnings = (*warnings, pending)
    return reading.rows.read_file(content, FileFormat.CAMT, statements, warnings)


class _Reading:
    """Takes the elements of the statements one after the other."""

    def __init__(self, rows: StatementRows) -> None:
        self.rows = rows
        self.pending = 0
        self._rank = 0
        self._found: list[_Open] = []

    def statements(self, elements: Iterable[XmlNode]) -> list[ReadStatement]:
        """Read all statements."""
        for element in elements:
            if element.name == "Stmt":
                if len(self._found) >= MAXIMUM_STATEMENTS:
                    raise RuleError("file.too_many_rows", limit=MAXIMUM_STATEMENTS)
                self._found.append(_Open())
            elif element.name == "Ntry":
                self._take_entry(element)
            else:
                self._take(self._found[-1], element)
        return [_statement(one) for one in self._found]

    def _take(self, found: _Open, element: XmlNode) -> None:
        if element.name == "Id":
            found.reference = element.text[:60]
        elif element.name == "Acct":
            found.number = element.value("Id", "IBAN") or element.value("Id", "Othr", "Id")
            found.currency = element.value("Ccy")[:3]
        elif element.name == "Bal" and len(found.balances) < _MOST_BALANCES:
            found.balances.append(self._balance(element))
            found.currency = found.currency or _currency(element)

    def _balance(self, element: XmlNode) -> _Balance:
        written = element.value("Amt")
        sign = "-" if element.value("CdtDbtInd") == DEBIT and written.strip("0.,") else ""
        amount = self.rows.balance(f"{sign}{written}", self._rank)
        try:
            day = compact_day(day_text(element, "Dt"))
        except RuleError:
            day = None
        return _Balance(element.value("Tp", "CdOrPrtry", "Cd"), amount, day)

    def _take_entry(self, entry: XmlNode) -> None:
        if not is_booked(entry):
            self.pending += 1
            return
        found = self._found[-1]
        found.currency = found.currency or _currency(entry)
        for raw in raw_operations(entry):
            self._rank += 1
            if self._rank > MAXIMUM_ROWS:
                raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
            line = self._operation(raw)
            if line is not None:
                found.lines.append(line)

    def _operation(self, raw: dict[str, str]) -> ReadLine | None:
        rows = self.rows
        rows.start(self._rank, raw)
        return rows.finish(
            rows.booked_on(compact_day, "BookgDt", "ValDt"),
            self._amount(),
            joined_label(rows.text(name) for name in _LABELS),
            Told(
                value_on=rows.day(compact_day, "ValDt"),
                nature=nature_of_code(rows.text("BkTxCd")),
                counterparty=rows.text("Nm"),
                bank_ref=reference(rows.text("AcctSvcrRef")),
                payment_ref=reference(rows.text("EndToEndId", "MndtId", "Ref")),
                cheque=reference(rows.text("ChqNb")),
            ),
        )

    def _amount(self) -> Money | None:
        rows = self.rows
        amount = rows.amount("Amt")
        sense = rows.text("CdtDbtInd").upper()
        if not sense:
            rows.refuse("row.missing_value", "CdtDbtInd")
        elif sense not in {CREDIT, DEBIT}:
            rows.refuse("statement.sense_unknown", "CdtDbtInd", text=sense[:40])
        return -amount if amount is not None and sense == DEBIT else amount


def _currency(element: XmlNode) -> str:
    amount = element.first("Amt")
    return amount.attributes.get("Ccy", "")[:3] if amount is not None else ""


def _statement(found: _Open) -> ReadStatement:
    opening = _first(found.balances, _OPENINGS)
    closing = _first(found.balances[::-1], _CLOSINGS)
    return ReadStatement(
        lines=tuple(found.lines),
        identity=account_identity(found.number),
        currency=found.currency.upper() or "EUR",
        opening=opening.amount,
        opening_on=opening.day,
        closing=closing.amount,
        closing_on=closing.day,
        reference=found.reference,
    )


def _first(balances: Sequence[_Balance], codes: Sequence[str]) -> _Balance:
    """Return the balance of the first of some codes that the statement has."""
    for code in codes:
        for balance in balances:
            if balance.code == code:
                return balance
    return _UNKNOWN
